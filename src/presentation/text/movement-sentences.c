/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about money that moved: deposits, withdrawals, transfers and their reversals. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "entry-words.h"
#include "money-text.h"

static char *
say_deposited (const char         *amount,
               const DaybookLabel *to)
{
  if (to->holder == NULL)
    /* Translators: an amount, an account number. */
    return daybook_compose (_("%1$s deposited to account %2$s"), amount, to->number);
  if (to->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return daybook_compose (_("%1$s deposited to %2$s's account “%3$s”"), amount, to->holder,
                            to->name);

  /* Translators: an amount, a person. */
  return daybook_compose (_("%1$s deposited to %2$s's account"), amount, to->holder);
}

static char *
say_withdrawn (const char         *amount,
               const DaybookLabel *from)
{
  if (from->holder == NULL)
    /* Translators: an amount, an account number. */
    return daybook_compose (_("%1$s withdrawn from account %2$s"), amount, from->number);
  if (from->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return daybook_compose (_("%1$s withdrawn from %2$s's account “%3$s”"), amount, from->holder,
                            from->name);

  /* Translators: an amount, a person. */
  return daybook_compose (_("%1$s withdrawn from %2$s's account"), amount, from->holder);
}

/* Between accounts that the holders' names do not tell apart, more has to be said. */
static gboolean
are_alike (const DaybookLabel *a,
           const DaybookLabel *b)
{
  return a->name != NULL || b->name != NULL || g_strcmp0 (a->holder, b->holder) == 0;
}

static char *
say_transferred (const char         *amount,
                 const DaybookLabel *from,
                 const DaybookLabel *to)
{
  if (from->holder == NULL || to->holder == NULL)
    /* Translators: an amount, an account number, an account number. */
    return daybook_compose (_("%1$s transferred from account %2$s to account %3$s"), amount,
                            from->number, to->number);
  if (are_alike (from, to))
    /* Translators: an amount, a person, the name or number of an account, twice. */
    return daybook_compose (_("%1$s transferred from %2$s's account “%3$s” "
                              "to %4$s's account “%5$s”"),
                            amount, from->holder, daybook_label_call (from), to->holder,
                            daybook_label_call (to));

  /* Translators: an amount, a person, a person. */
  return daybook_compose (_("%1$s transferred from %2$s's account to %3$s's account"), amount,
                          from->holder, to->holder);
}

static char *
say_taken_back (const char         *amount,
                const DaybookLabel *from)
{
  if (from->holder == NULL)
    /* Translators: an amount, an account number. */
    return daybook_compose (_("%1$s taken back from account %2$s"), amount, from->number);
  if (from->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return daybook_compose (_("%1$s taken back from %2$s's account “%3$s”"), amount, from->holder,
                            from->name);

  /* Translators: an amount, a person. */
  return daybook_compose (_("%1$s taken back from %2$s's account"), amount, from->holder);
}

static char *
say_put_back (const char         *amount,
              const DaybookLabel *to)
{
  if (to->holder == NULL)
    /* Translators: an amount, an account number. */
    return daybook_compose (_("%1$s put back into account %2$s"), amount, to->number);
  if (to->name != NULL)
    /* Translators: an amount, a person, what the account is for. */
    return daybook_compose (_("%1$s put back into %2$s's account “%3$s”"), amount, to->holder,
                            to->name);

  /* Translators: an amount, a person. */
  return daybook_compose (_("%1$s put back into %2$s's account"), amount, to->holder);
}

static char *
say_moved_back (const char         *amount,
                const DaybookLabel *from,
                const DaybookLabel *to)
{
  if (from->holder == NULL || to->holder == NULL)
    /* Translators: an amount, an account number, an account number. */
    return daybook_compose (_("%1$s moved back from account %2$s to account %3$s"), amount,
                            from->number, to->number);
  if (are_alike (from, to))
    /* Translators: an amount, a person, the name or number of an account, twice. */
    return daybook_compose (_("%1$s moved back from %2$s's account “%3$s” "
                              "to %4$s's account “%5$s”"),
                            amount, from->holder, daybook_label_call (from), to->holder,
                            daybook_label_call (to));

  /* Translators: an amount, a person, a person. */
  return daybook_compose (_("%1$s moved back from %2$s's account to %3$s's account"), amount,
                          from->holder, to->holder);
}

static gboolean
counts_for_another_day (const DaybookEntryReversed *reversed)
{
  return reversed->original_date != DAYBOOK_DATE_NONE &&
         reversed->original_date != reversed->event.value_date;
}

/* The reversal counts for the day of what it undoes. If it cannot, that is to be seen. */
static char *
say_reversed (const DaybookEntryReversed *reversed,
              const char                 *movement)
{
  g_autofree char *entry = daybook_entry_number_text (reversed->entry);
  g_autofree char *original = NULL;
  g_autofree char *day = NULL;

  if (!counts_for_another_day (reversed))
    /* Translators: an entry's number, a sentence: “10.00 EUR taken back from …”. */
    return daybook_compose (_("Entry %1$s reversed: %2$s"), entry, movement);

  original = daybook_date_text (reversed->original_date);
  day = daybook_date_text (reversed->event.value_date);
  /* Translators: an entry's number, its day, another day, a sentence: “10.00 EUR taken back …”. */
  return daybook_compose (_("Entry %1$s of %2$s reversed as of %3$s: %4$s"), entry, original, day,
                          movement);
}

/* Takes @sentence and gives it back with what it was recorded in place of. */
static char *
in_place_of (guint64  corrects,
             char    *sentence)
{
  g_autofree char *owned = sentence;
  g_autofree char *entry = daybook_entry_number_text (corrects);

  if (corrects == 0)
    return g_steal_pointer (&owned);

  /* Translators: an entry's number, a sentence: “10.00 EUR deposited to …”. */
  return daybook_compose (_("In place of entry %1$s: %2$s"), entry, owned);
}

/**
 * daybook_say_deposited:
 *
 * Returns: (transfer full): a #DaybookMoneyDeposited as a sentence.
 */
char *
daybook_say_deposited (const DaybookEvent *event,
                       DaybookReadModel   *names)
{
  const DaybookMoneyDeposited *e = (const DaybookMoneyDeposited *) event;
  g_autofree char *amount = daybook_money_text_code (e->amount, e->currency);
  g_auto (DaybookLabel) to = { 0 };

  daybook_label_init (&to, &e->to, names);

  return daybook_with_remark (in_place_of (e->corrects, say_deposited (amount, &to)), e->memo);
}

/**
 * daybook_say_withdrawn:
 *
 * Returns: (transfer full): a #DaybookMoneyWithdrawn as a sentence.
 */
char *
daybook_say_withdrawn (const DaybookEvent *event,
                       DaybookReadModel   *names)
{
  const DaybookMoneyWithdrawn *e = (const DaybookMoneyWithdrawn *) event;
  g_autofree char *amount = daybook_money_text_code (e->amount, e->currency);
  g_auto (DaybookLabel) from = { 0 };

  daybook_label_init (&from, &e->from, names);

  return daybook_with_remark (in_place_of (e->corrects, say_withdrawn (amount, &from)), e->memo);
}

/**
 * daybook_say_transferred:
 *
 * Returns: (transfer full): a #DaybookMoneyTransferred as a sentence.
 */
char *
daybook_say_transferred (const DaybookEvent *event,
                         DaybookReadModel   *names)
{
  const DaybookMoneyTransferred *e = (const DaybookMoneyTransferred *) event;
  g_autofree char *amount = daybook_money_text_code (e->amount, e->currency);
  g_auto (DaybookLabel) from = { 0 };
  g_auto (DaybookLabel) to = { 0 };

  daybook_label_init (&from, &e->from, names);
  daybook_label_init (&to, &e->to, names);

  return daybook_with_remark (in_place_of (e->corrects, say_transferred (amount, &from, &to)),
                              e->memo);
}

/**
 * daybook_say_reversed:
 *
 * Returns: (transfer full): a #DaybookEntryReversed as a sentence.
 */
char *
daybook_say_reversed (const DaybookEvent *event,
                      DaybookReadModel   *names)
{
  const DaybookEntryReversed *e = (const DaybookEntryReversed *) event;
  g_autofree char *amount = daybook_money_text_code (e->amount, e->currency);
  g_autofree char *movement = NULL;
  g_auto (DaybookLabel) from = { 0 };
  g_auto (DaybookLabel) to = { 0 };

  daybook_label_init (&from, &e->from, names);
  daybook_label_init (&to, &e->to, names);
  if (!daybook_account_number_is_set (&e->to))
    movement = say_taken_back (amount, &from);
  else if (!daybook_account_number_is_set (&e->from))
    movement = say_put_back (amount, &to);
  else
    movement = say_moved_back (amount, &from, &to);

  return daybook_with_remark (say_reversed (e, movement), e->reason);
}

static const char *
say_way (gboolean      in,
         DaybookMethod method)
{
  if (method == DAYBOOK_METHOD_BANK)
    return in ? _("Deposit, bank") : _("Withdrawal, bank");
  if (method == DAYBOOK_METHOD_CASH)
    return in ? _("Deposit, cash") : _("Withdrawal, cash");

  /* Translators: what an entry is, in a word: a noun. */
  return in ? C_ ("entry", "Deposit") : C_ ("entry", "Withdrawal");
}

/* Takes @line, and says behind it what it was recorded in place of. */
static char *
line_in_place_of (guint64  corrects,
                  char    *line)
{
  g_autofree char *owned = line;
  g_autofree char *entry = daybook_entry_number_text (corrects);

  if (corrects == 0)
    return g_steal_pointer (&owned);

  /* Translators: what happened, in a few words (“Deposit, cash”); an entry's number. */
  return daybook_compose (_("%1$s, in place of entry %2$s"), owned, entry);
}

/**
 * daybook_brief_deposited:
 *
 * Returns: (transfer full): a #DaybookMoneyDeposited in a few words.
 */
char *
daybook_brief_deposited (const DaybookEvent         *event,
                         const DaybookAccountNumber *seen_from,
                         DaybookReadModel           *names)
{
  const DaybookMoneyDeposited *e = (const DaybookMoneyDeposited *) event;
  char *line = g_strdup (say_way (TRUE, e->method));

  return daybook_with_remark (line_in_place_of (e->corrects, line), e->memo);
}

/**
 * daybook_brief_withdrawn:
 *
 * Returns: (transfer full): a #DaybookMoneyWithdrawn in a few words.
 */
char *
daybook_brief_withdrawn (const DaybookEvent         *event,
                         const DaybookAccountNumber *seen_from,
                         DaybookReadModel           *names)
{
  const DaybookMoneyWithdrawn *e = (const DaybookMoneyWithdrawn *) event;
  char *line = g_strdup (say_way (FALSE, e->method));

  return daybook_with_remark (line_in_place_of (e->corrects, line), e->memo);
}

/* The other side of a transfer, as briefly as it can be told. */
static char *
say_other_side (const DaybookMoneyTransferred *transferred,
                gboolean                       outgoing,
                DaybookReadModel              *names)
{
  g_auto (DaybookLabel) from = { 0 };
  g_auto (DaybookLabel) to = { 0 };
  const DaybookLabel *other = outgoing ? &to : &from;
  const char *name;

  daybook_label_init (&from, &transferred->from, names);
  daybook_label_init (&to, &transferred->to, names);

  /* One's own other account is better called by its name than by one's own. */
  if (other->holder != NULL && g_strcmp0 (from.holder, to.holder) != 0)
    name = other->holder;
  else
    name = daybook_label_call (other);

  if (outgoing)
    /* Translators: a person or an account. */
    return daybook_compose (_("Transfer to %s"), name);

  /* Translators: a person or an account. */
  return daybook_compose (_("Transfer from %s"), name);
}

/**
 * daybook_brief_transferred:
 *
 * Returns: (transfer full): a #DaybookMoneyTransferred in a few words.
 */
char *
daybook_brief_transferred (const DaybookEvent         *event,
                           const DaybookAccountNumber *seen_from,
                           DaybookReadModel           *names)
{
  const DaybookMoneyTransferred *e = (const DaybookMoneyTransferred *) event;
  gboolean outgoing = daybook_account_number_equal (&e->from, seen_from);
  char *line = say_other_side (e, outgoing, names);

  return daybook_with_remark (line_in_place_of (e->corrects, line), e->memo);
}

/**
 * daybook_brief_reversed:
 *
 * Returns: (transfer full): a #DaybookEntryReversed in a few words.
 */
char *
daybook_brief_reversed (const DaybookEvent         *event,
                        const DaybookAccountNumber *seen_from,
                        DaybookReadModel           *names)
{
  const DaybookEntryReversed *e = (const DaybookEntryReversed *) event;
  g_autofree char *entry = daybook_entry_number_text (e->entry);
  g_autofree char *original = NULL;

  if (!counts_for_another_day (e))
    /* Translators: an entry's number. */
    return daybook_with_remark (daybook_compose (_("Reversal of entry %s"), entry), e->reason);

  original = daybook_date_text (e->original_date);
  /* Translators: an entry's number, its day. */
  return daybook_with_remark (daybook_compose (_("Reversal of entry %1$s of %2$s"), entry,
                                               original), e->reason);
}

/**
 * daybook_movement_sentence:
 * @event: a #DaybookMoneyDeposited or a #DaybookMoneyWithdrawn that may not be in the book
 * @newcomer: (nullable): whose account it is, if that is not in the book either
 * @names: knows whose accounts the others are
 *
 * Returns: (transfer full): the event as a sentence.
 */
char *
daybook_movement_sentence (const DaybookEvent *event,
                           const char         *newcomer,
                           DaybookReadModel   *names)
{
  DaybookMovement movement;
  g_autofree char *amount = NULL;
  DaybookLabel label = { .holder = (char *) newcomer };

  if (newcomer == NULL)
    return daybook_entry_sentence (event, names);

  g_assert (daybook_event_get_movement (event, &movement));
  amount = daybook_money_text_code (movement.amount, movement.currency);

  return daybook_with_remark (event->record.schema == &daybook_money_deposited
                                ? say_deposited (amount, &label) : say_withdrawn (amount, &label),
                              daybook_event_get_memo (event));
}
