/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries as sentences.
 *
 * Each is one whole sentence to a translator, with places that can change their order; nothing is
 * put together from halves, because other languages put them together differently. There are up to
 * three sentences for one thing: whose account it is may be unknown (then its number stands there),
 * and an account may have a name that tells it from its holder's others.
 *
 * What an entry says of itself (memo, reason) follows behind a dot. */

#include "sentences.h"

#include <glib/gi18n-lib.h>

#include "accounts/hold-records.h"
#include "books/book-records.h"
#include "date-text.h"
#include "money-text.h"
#include "people/person-records.h"

/* How an account is called: its number, and if known whose it is and what it is for. */
typedef struct
{
  char number[DAYBOOK_ACCOUNT_NUMBER_LENGTH];
  char *holder;
  char *name;
} Label;

static void
label_clear (Label *label)
{
  g_free (label->holder);
  g_free (label->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Label, label_clear)

static void
label_init (Label                      *label,
            const DaybookAccountNumber *number,
            DaybookReadModel           *names)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  if (!daybook_account_number_is_set (number))
    return;

  daybook_account_number_format (number, label->number);
  if (names != NULL)
    figures = daybook_read_model_get_account (names, daybook_account_number_get_sequence (number),
                                              NULL);
  if (figures != NULL && figures->holders != NULL && *figures->holders != '\0')
    {
      label->holder = g_steal_pointer (&figures->holders);
      label->name = g_steal_pointer (&figures->name);
    }
}

/**
 * daybook_account_number_text:
 *
 * Returns: (transfer full): the number as people read it: `0001 2345 97`.
 */
char *
daybook_account_number_text (const DaybookAccountNumber *number)
{
  char text[DAYBOOK_ACCOUNT_NUMBER_LENGTH] = "";

  if (daybook_account_number_is_set (number))
    daybook_account_number_format (number, text);

  return g_strdup (text);
}

/* A translatable string cannot contain the macro that the format of a 64-bit number needs. */
static char *
entry_number_text (guint64 number)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, number);
}

/* Takes @sentence and gives it back with what the entry says of itself behind it. */
static char *
with_remark (char       *sentence,
             const char *remark)
{
  g_autofree char *owned = sentence;

  if (remark == NULL || *remark == '\0')
    return g_steal_pointer (&owned);

  /* Translators: a sentence, and the memo that somebody wrote to it. */
  return g_strdup_printf (C_ ("memo", "%1$s · %2$s"), owned, remark);
}

static char *
say_deposited (const char  *amount,
               const Label *to)
{
  if (to->holder == NULL)
    /* Translators: an amount, an account number. */
    return g_strdup_printf (_("%1$s deposited to account %2$s"), amount, to->number);
  if (to->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return g_strdup_printf (_("%1$s deposited to %2$s's account “%3$s”"), amount, to->holder,
                            to->name);

  /* Translators: an amount, a person. */
  return g_strdup_printf (_("%1$s deposited to %2$s's account"), amount, to->holder);
}

static char *
say_withdrawn (const char  *amount,
               const Label *from)
{
  if (from->holder == NULL)
    /* Translators: an amount, an account number. */
    return g_strdup_printf (_("%1$s withdrawn from account %2$s"), amount, from->number);
  if (from->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return g_strdup_printf (_("%1$s withdrawn from %2$s's account “%3$s”"), amount, from->holder,
                            from->name);

  /* Translators: an amount, a person. */
  return g_strdup_printf (_("%1$s withdrawn from %2$s's account"), amount, from->holder);
}

/* Between accounts that the holders' names do not tell apart, more has to be said. */
static gboolean
are_alike (const Label *a,
           const Label *b)
{
  return a->name != NULL || b->name != NULL || g_strcmp0 (a->holder, b->holder) == 0;
}

static const char *
call (const Label *label)
{
  return label->name != NULL ? label->name : label->number;
}

static char *
say_transferred (const char  *amount,
                 const Label *from,
                 const Label *to)
{
  if (from->holder == NULL || to->holder == NULL)
    /* Translators: an amount, an account number, an account number. */
    return g_strdup_printf (_("%1$s transferred from account %2$s to account %3$s"), amount,
                            from->number, to->number);
  if (are_alike (from, to))
    /* Translators: an amount, a person, the name or number of an account, twice. */
    return g_strdup_printf (_("%1$s transferred from %2$s's account “%3$s” "
                              "to %4$s's account “%5$s”"),
                            amount, from->holder, call (from), to->holder, call (to));

  /* Translators: an amount, a person, a person. */
  return g_strdup_printf (_("%1$s transferred from %2$s's account to %3$s's account"), amount,
                          from->holder, to->holder);
}

static char *
say_taken_back (const char  *entry,
                const char  *amount,
                const Label *from)
{
  if (from->holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return g_strdup_printf (_("Entry %1$s reversed: "
                              "%2$s taken back from account %3$s"),
                            entry, amount, from->number);
  if (from->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return g_strdup_printf (_("Entry %1$s reversed: "
                              "%2$s taken back from %3$s's account “%4$s”"),
                            entry, amount, from->holder, from->name);

  /* Translators: an entry's number, an amount, a person. */
  return g_strdup_printf (_("Entry %1$s reversed: "
                            "%2$s taken back from %3$s's account"),
                          entry, amount, from->holder);
}

static char *
say_put_back (const char  *entry,
              const char  *amount,
              const Label *to)
{
  if (to->holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return g_strdup_printf (_("Entry %1$s reversed: "
                              "%2$s put back into account %3$s"),
                            entry, amount, to->number);
  if (to->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return g_strdup_printf (_("Entry %1$s reversed: "
                              "%2$s put back into %3$s's account “%4$s”"),
                            entry, amount, to->holder, to->name);

  /* Translators: an entry's number, an amount, a person. */
  return g_strdup_printf (_("Entry %1$s reversed: "
                            "%2$s put back into %3$s's account"),
                          entry, amount, to->holder);
}

static char *
say_moved_back (const char  *entry,
                const char  *amount,
                const Label *from,
                const Label *to)
{
  if (from->holder == NULL || to->holder == NULL)
    /* Translators: an entry's number, an amount, an account number, an account number. */
    return g_strdup_printf (_("Entry %1$s reversed: "
                              "%2$s moved back from account %3$s to account %4$s"),
                            entry, amount, from->number, to->number);
  if (are_alike (from, to))
    /* Translators: an entry's number, an amount, twice a person and an account's name or number. */
    return g_strdup_printf (_("Entry %1$s reversed: "
                              "%2$s moved back from %3$s's account “%4$s” "
                              "to %5$s's account “%6$s”"),
                            entry, amount, from->holder, call (from), to->holder, call (to));

  /* Translators: an entry's number, an amount, a person, a person. */
  return g_strdup_printf (_("Entry %1$s reversed: "
                            "%2$s moved back from %3$s's account to %4$s's account"),
                          entry, amount, from->holder, to->holder);
}

static char *
say_reversed (const DaybookEntryReversed *reversed,
              const char                 *amount,
              const Label                *from,
              const Label                *to)
{
  g_autofree char *entry = entry_number_text (reversed->entry);

  if (!daybook_account_number_is_set (&reversed->to))
    return say_taken_back (entry, amount, from);
  if (!daybook_account_number_is_set (&reversed->from))
    return say_put_back (entry, amount, to);

  return say_moved_back (entry, amount, from, to);
}

static char *
say_held_until (const char  *amount,
                const Label *of,
                const char  *day)
{
  if (of->holder == NULL)
    /* Translators: an amount, an account number, a day. */
    return g_strdup_printf (_("%1$s held on account %2$s until %3$s"), amount, of->number, day);
  if (of->name != NULL)
    /* Translators: an amount, a person, what the account is for, a day. */
    return g_strdup_printf (_("%1$s held on %2$s's account “%3$s” until %4$s"), amount, of->holder,
                            of->name, day);

  /* Translators: an amount, a person, a day. */
  return g_strdup_printf (_("%1$s held on %2$s's account until %3$s"), amount, of->holder, day);
}

static char *
say_held (const char  *amount,
          const Label *of)
{
  if (of->holder == NULL)
    /* Translators: an amount, an account number. */
    return g_strdup_printf (_("%1$s held on account %2$s"), amount, of->number);
  if (of->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return g_strdup_printf (_("%1$s held on %2$s's account “%3$s”"), amount, of->holder, of->name);

  /* Translators: an amount, a person. */
  return g_strdup_printf (_("%1$s held on %2$s's account"), amount, of->holder);
}

static char *
say_placed (const DaybookHoldPlaced *placed,
            DaybookReadModel        *names)
{
  g_autofree char *amount = daybook_money_text_code (placed->amount, placed->currency);
  g_autofree char *day = NULL;
  g_auto (Label) of = { 0 };

  label_init (&of, &placed->account, names);
  if (placed->expires == DAYBOOK_DATE_NONE)
    return say_held (amount, &of);

  day = daybook_date_text (placed->expires);
  return say_held_until (amount, &of, day);
}

static char *
say_released (const DaybookHoldReleased *released,
              DaybookReadModel          *names)
{
  g_autofree char *amount = daybook_money_text_code (released->amount, released->currency);
  g_autofree char *entry = entry_number_text (released->entry);
  g_auto (Label) of = { 0 };

  label_init (&of, &released->account, names);
  if (of.holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return g_strdup_printf (_("Hold of entry %1$s released: "
                              "%2$s available again on account %3$s"),
                            entry, amount, of.number);
  if (of.name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return g_strdup_printf (_("Hold of entry %1$s released: "
                              "%2$s available again on %3$s's account “%4$s”"),
                            entry, amount, of.holder, of.name);

  /* Translators: an entry's number, an amount, a person. */
  return g_strdup_printf (_("Hold of entry %1$s released: "
                            "%2$s available again on %3$s's account"),
                          entry, amount, of.holder);
}

static char *
say_expired (const DaybookHoldExpired *expired,
             DaybookReadModel         *names)
{
  g_autofree char *amount = daybook_money_text_code (expired->amount, expired->currency);
  g_autofree char *entry = entry_number_text (expired->entry);
  g_auto (Label) of = { 0 };

  label_init (&of, &expired->account, names);
  if (of.holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return g_strdup_printf (_("Hold of entry %1$s expired: "
                              "%2$s available again on account %3$s"),
                            entry, amount, of.number);
  if (of.name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return g_strdup_printf (_("Hold of entry %1$s expired: "
                              "%2$s available again on %3$s's account “%4$s”"),
                            entry, amount, of.holder, of.name);

  /* Translators: an entry's number, an amount, a person. */
  return g_strdup_printf (_("Hold of entry %1$s expired: "
                            "%2$s available again on %3$s's account"),
                          entry, amount, of.holder);
}

static char *
say_captured_whole (const char  *entry,
                    const char  *amount,
                    const Label *from)
{
  if (from->holder == NULL)
    /* Translators: an entry's number, an amount, an account number. */
    return g_strdup_printf (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from account %3$s"),
                            entry, amount, from->number);
  if (from->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for. */
    return g_strdup_printf (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from %3$s's account “%4$s”"),
                            entry, amount, from->holder, from->name);

  /* Translators: an entry's number, an amount, a person. */
  return g_strdup_printf (_("Hold of entry %1$s captured: "
                            "%2$s withdrawn from %3$s's account"),
                          entry, amount, from->holder);
}

static char *
say_captured (const DaybookHoldCaptured *captured,
              const char                *amount,
              const Label               *from)
{
  g_autofree char *rest = daybook_money_text_code (captured->released, captured->currency);
  g_autofree char *entry = entry_number_text (captured->entry);

  if (captured->released == 0)
    return say_captured_whole (entry, amount, from);
  if (from->holder == NULL)
    /* Translators: an entry's number, an amount, an account number, an amount. */
    return g_strdup_printf (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from account %3$s, %4$s released"),
                            entry, amount, from->number, rest);
  if (from->name != NULL)
    /* Translators: an entry's number, an amount, a person, what the account is for, an amount. */
    return g_strdup_printf (_("Hold of entry %1$s captured: "
                              "%2$s withdrawn from %3$s's account “%4$s”, %5$s released"),
                            entry, amount, from->holder, from->name, rest);

  /* Translators: an entry's number, an amount, a person, an amount. */
  return g_strdup_printf (_("Hold of entry %1$s captured: "
                            "%2$s withdrawn from %3$s's account, %4$s released"),
                          entry, amount, from->holder, rest);
}

static char *
say_movement (const DaybookEvent    *event,
              const DaybookMovement *movement,
              DaybookReadModel      *names)
{
  const DaybookSchema *schema = event->record.schema;
  g_autofree char *amount = daybook_money_text_code (movement->amount, movement->currency);
  g_auto (Label) from = { 0 };
  g_auto (Label) to = { 0 };

  label_init (&from, &movement->from, names);
  label_init (&to, &movement->to, names);

  if (schema == &daybook_money_deposited)
    return with_remark (say_deposited (amount, &to),
                        ((const DaybookMoneyDeposited *) event)->memo);
  if (schema == &daybook_money_withdrawn)
    return with_remark (say_withdrawn (amount, &from),
                        ((const DaybookMoneyWithdrawn *) event)->memo);
  if (schema == &daybook_money_transferred)
    return with_remark (say_transferred (amount, &from, &to),
                        ((const DaybookMoneyTransferred *) event)->memo);
  if (schema == &daybook_hold_captured)
    return with_remark (say_captured ((const DaybookHoldCaptured *) event, amount, &from),
                        ((const DaybookHoldCaptured *) event)->memo);

  g_assert (schema == &daybook_entry_reversed);
  return with_remark (say_reversed ((const DaybookEntryReversed *) event, amount, &from, &to),
                      ((const DaybookEntryReversed *) event)->reason);
}

static char *
say_opened (const DaybookAccountOpened *opened,
            DaybookReadModel           *names)
{
  g_auto (Label) label = { 0 };

  label_init (&label, &opened->account, names);
  if (label.holder == NULL)
    /* Translators: an account number. */
    return g_strdup_printf (_("Account %1$s opened"), label.number);
  if (label.name != NULL)
    /* Translators: an account number, what the account is for, a person. */
    return g_strdup_printf (_("Account %1$s “%2$s” opened for %3$s"), label.number, label.name,
                            label.holder);

  /* Translators: an account number, a person. */
  return g_strdup_printf (_("Account %1$s opened for %2$s"), label.number, label.holder);
}

/**
 * daybook_entry_sentence:
 * @event: what was recorded
 * @names: (nullable): knows whose accounts they are; without it they are called by number
 *
 * Returns: (transfer full): the entry as a sentence:
 *   `100.00 EUR deposited to John Smith's account`.
 */
char *
daybook_entry_sentence (const DaybookEvent *event,
                        DaybookReadModel   *names)
{
  const DaybookSchema *schema = event->record.schema;
  DaybookMovement movement;

  if (daybook_event_get_movement (event, &movement))
    return say_movement (event, &movement, names);
  if (schema == &daybook_account_opened)
    return say_opened ((const DaybookAccountOpened *) event, names);
  if (schema == &daybook_hold_placed)
    return with_remark (say_placed ((const DaybookHoldPlaced *) event, names),
                        ((const DaybookHoldPlaced *) event)->reason);
  if (schema == &daybook_hold_released)
    return with_remark (say_released ((const DaybookHoldReleased *) event, names),
                        ((const DaybookHoldReleased *) event)->reason);
  if (schema == &daybook_hold_expired)
    return say_expired ((const DaybookHoldExpired *) event, names);
  if (schema == &daybook_person_registered)
    {
      const DaybookPersonRegistered *registered = (const DaybookPersonRegistered *) event;

      /* Translators: a person's full name, their username. */
      return g_strdup_printf (_("%1$s registered as %2$s"), registered->name,
                              registered->username);
    }
  if (schema == &daybook_book_started)
    {
      const DaybookBookStarted *started = (const DaybookBookStarted *) event;

      /* Translators: the book's name, the code of its currency. */
      return g_strdup_printf (_("Book “%1$s” started in %2$s"), started->name,
                              started->currency.code);
    }

  /* An event of a type that this program stores and has no sentence for. */
  g_assert_not_reached ();
}

static char *
say_way (gboolean      in,
         DaybookMethod method)
{
  if (method == DAYBOOK_METHOD_BANK)
    return g_strdup (in ? _("Deposit, bank") : _("Withdrawal, bank"));
  if (method == DAYBOOK_METHOD_CASH)
    return g_strdup (in ? _("Deposit, cash") : _("Withdrawal, cash"));

  return g_strdup (in ? _("Deposit") : _("Withdrawal"));
}

static char *
say_captured_line (const DaybookHoldCaptured *captured)
{
  g_autofree char *entry = entry_number_text (captured->entry);

  if (captured->method == DAYBOOK_METHOD_BANK)
    /* Translators: an entry's number. */
    return g_strdup_printf (_("Hold of entry %s captured, bank"), entry);

  /* Translators: an entry's number. */
  return g_strdup_printf (_("Hold of entry %s captured, cash"), entry);
}

/* The other side of a transfer, as briefly as it can be told. */
static char *
say_other_side (const DaybookMoneyTransferred *transferred,
                gboolean                       outgoing,
                DaybookReadModel              *names)
{
  g_auto (Label) from = { 0 };
  g_auto (Label) to = { 0 };
  const Label *other = outgoing ? &to : &from;
  const char *name;

  label_init (&from, &transferred->from, names);
  label_init (&to, &transferred->to, names);

  /* One's own other account is better called by its name than by one's own. */
  if (other->holder != NULL && g_strcmp0 (from.holder, to.holder) != 0)
    name = other->holder;
  else
    name = call (other);

  if (outgoing)
    /* Translators: a person or an account. */
    return g_strdup_printf (_("Transfer to %s"), name);

  /* Translators: a person or an account. */
  return g_strdup_printf (_("Transfer from %s"), name);
}

/**
 * daybook_entry_line:
 * @seen_from: the account on whose page it stands
 * @names: (nullable): knows whose accounts they are
 *
 * Returns: (transfer full): the entry in a few words, without its amount:
 *   `Transfer to Mary Jones · rent`.
 */
char *
daybook_entry_line (const DaybookEvent         *event,
                    const DaybookAccountNumber *seen_from,
                    DaybookReadModel           *names)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_money_deposited)
    {
      const DaybookMoneyDeposited *deposited = (const DaybookMoneyDeposited *) event;

      return with_remark (say_way (TRUE, deposited->method), deposited->memo);
    }
  if (schema == &daybook_money_withdrawn)
    {
      const DaybookMoneyWithdrawn *withdrawn = (const DaybookMoneyWithdrawn *) event;

      return with_remark (say_way (FALSE, withdrawn->method), withdrawn->memo);
    }
  if (schema == &daybook_money_transferred)
    {
      const DaybookMoneyTransferred *transferred = (const DaybookMoneyTransferred *) event;
      gboolean outgoing = daybook_account_number_equal (&transferred->from, seen_from);

      return with_remark (say_other_side (transferred, outgoing, names), transferred->memo);
    }
  if (schema == &daybook_entry_reversed)
    {
      const DaybookEntryReversed *reversed = (const DaybookEntryReversed *) event;
      g_autofree char *entry = entry_number_text (reversed->entry);

      /* Translators: an entry's number. */
      return with_remark (g_strdup_printf (_("Reversal of entry %s"), entry), reversed->reason);
    }
  if (schema == &daybook_hold_captured)
    {
      const DaybookHoldCaptured *captured = (const DaybookHoldCaptured *) event;

      return with_remark (say_captured_line (captured), captured->memo);
    }
  if (schema == &daybook_account_opened)
    return g_strdup (_("Account opened"));

  return daybook_entry_sentence (event, names);
}
