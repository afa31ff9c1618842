/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Corrections: the only way to mend an entry. A reversal is its equal opposite; a correction is a
 * reversal and what is right in its place, as one act.
 *
 * A correction is judged by what it leads to, not by what would be if its two halves stood alone:
 * 100.00 typed as 1000.00 can be mended although 50.00 of it are gone. So both are tried on copies
 * of the accounts, and each day is looked at when both are made. */

#include "accounts/corrections.h"

#include "accounts/account-rules.h"
#include "accounts/hold-records.h"
#include "accounts/movements.h"

/* Rule 25: once per entry, and a reversal is not reversed. */
static gboolean
check_reversible (const DaybookEvent  *original,
                  gboolean             already_reversed,
                  guint64              entry,
                  const char          *reason,
                  DaybookMovement     *movement,
                  GError             **error)
{
  if (original->record.schema == &daybook_entry_reversed)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL,
                           .field = "entry", .number = entry);
  if (!daybook_event_get_movement (original, movement))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY,
                           .field = "entry", .number = entry);
  if (already_reversed)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED,
                           .field = "entry", .number = entry);

  return reason != NULL ||
         daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "reason");
}

/* Rule 27: what is done to an entry counts for its day. Where nothing can count for that day any
 * more, because its period is closed or an account was closed and opened again since, today. */
static DaybookDate
same_day_or_today (const DaybookEvent   *original,
                   DaybookDate           open_since,
                   const DaybookContext *context)
{
  DaybookDate date = original->value_date;

  return date > context->closed_until && date >= open_since ? date : context->today;
}

static DaybookEvent *
opposite_of (const DaybookEvent    *original,
             const DaybookMovement *movement,
             guint64                entry,
             const char            *reason,
             DaybookDate            date)
{
  DaybookEntryReversed *reversed = daybook_record_new (&daybook_entry_reversed);

  reversed->event.value_date = date;
  reversed->entry = entry;
  reversed->from = movement->to;
  reversed->to = movement->from;
  reversed->amount = movement->amount;
  reversed->currency = movement->currency;
  reversed->method = movement->method;
  reversed->original_date = original->value_date;
  reversed->reason = g_strdup (reason);

  return &reversed->event;
}

/**
 * daybook_account_decide_reverse:
 * @original: the event of the entry to reverse
 * @already_reversed: whether it was
 * @from: (nullable): the account the original credited: the money is taken from it again
 * @to: (nullable): the account the original debited: the money goes back to it
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 7 and 25 to 28. The reversal must, like any backdated debit, leave every later day
 * covered (rule 23).
 *
 * Returns: whether the entry can be reversed; else a refusal in @error.
 */
gboolean
daybook_account_decide_reverse (const DaybookEvent    *original,
                                gboolean               already_reversed,
                                const DaybookAccount  *from,
                                const DaybookAccount  *to,
                                const DaybookReverse  *command,
                                const DaybookContext  *context,
                                GPtrArray             *events,
                                GError               **error)
{
  DaybookDate open_since = MAX (from != NULL ? from->opened_on : 0, to != NULL ? to->opened_on : 0);
  DaybookDate date = command->on;
  DaybookMovement movement;
  DaybookDayChange out, in;

  if (!check_reversible (original, already_reversed, command->entry, command->reason, &movement,
                         error))
    return FALSE;

  if (date == DAYBOOK_DATE_NONE)
    date = same_day_or_today (original, open_since, context);
  out = (DaybookDayChange) { .net = -movement.amount };
  in = (DaybookDayChange) { .net = movement.amount };
  if (from != NULL && (!daybook_account_check_open_on (from, date, "entry", context, error) ||
                       !daybook_account_check_free (from, DAYBOOK_SIDE_DEBITS, "entry", error) ||
                       !daybook_account_check_debit (from, movement.amount, date, error) ||
                       !daybook_account_check_fits (from, &out, date, error)))
    return FALSE;
  if (to != NULL && (!daybook_account_check_open_on (to, date, "entry", context, error) ||
                     !daybook_account_check_free (to, DAYBOOK_SIDE_CREDITS, "entry", error) ||
                     !daybook_account_check_fits (to, &in, date, error)))
    return FALSE;

  g_ptr_array_add (events, opposite_of (original, &movement, command->entry, command->reason,
                                        date));
  return TRUE;
}

/* What is tried: copies of the accounts, on which both halves are made. */
typedef struct
{
  GPtrArray *accounts;
  GPtrArray *before;
  const DaybookContext *context;
} Trial;

static DaybookAccount *
find_account (const Trial                *trial,
              const DaybookAccountNumber *number)
{
  for (guint i = 0; i < trial->accounts->len; i++)
    {
      DaybookAccount *account = g_ptr_array_index (trial->accounts, i);

      if (daybook_account_number_equal (&account->number, number))
        return account;
    }

  return NULL;
}

static gboolean
make (const Trial         *trial,
      DaybookAccount      *account,
      const DaybookEvent  *event,
      const char          *field,
      GError             **error)
{
  DaybookMovement movement = { 0 };

  daybook_event_get_movement (event, &movement);

  return account == NULL ||
         (daybook_account_check_open_on (account, event->value_date, field, trial->context,
                                         error) &&
          (daybook_account_evolve (account, event) ||
           daybook_refuse (error, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, .field = "amount",
                           .amount = movement.amount, .currency = account->currency,
                           .account = account->number.digits)));
}

/* Makes one half on the copies. */
static gboolean
make_both (const Trial         *trial,
           const DaybookEvent  *event,
           const char          *from_field,
           const char          *to_field,
           GError             **error)
{
  DaybookMovement movement = { 0 };

  daybook_event_get_movement (event, &movement);

  return make (trial, find_account (trial, &movement.from), event, from_field, error) &&
         make (trial, find_account (trial, &movement.to), event, to_field, error);
}

/* What would be right, from what was and what the command says is different. */
static gboolean
replace (const DaybookMovement       *was,
         const DaybookAccountNumber  *from,
         const DaybookAccountNumber  *to,
         const DaybookCorrect        *command,
         const Trial                 *trial,
         DaybookMovement             *right,
         GError                     **error)
{
  gboolean has_from = daybook_account_number_is_set (&was->from);
  gboolean has_to = daybook_account_number_is_set (&was->to);
  const char *odd = from != NULL && !has_from               ? "from"
                    : to != NULL && !has_to                 ? "to"
                    : command->method && has_from && has_to ? "method"
                                                            : NULL;
  const DaybookAccount *account;

  if (odd != NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE, .field = odd);

  *right = *was;
  right->from = from != NULL ? *from : was->from;
  right->to = to != NULL ? *to : was->to;
  right->method = command->method ? command->method : was->method;
  if (daybook_account_number_equal (&right->from, &right->to))
    return daybook_refuse (error, DAYBOOK_REFUSAL_SAME_ACCOUNT,
                           .field = from != NULL ? "from" : "to", .account = right->to.digits);

  for (guint i = 0; i < trial->accounts->len; i++)
    {
      account = g_ptr_array_index (trial->accounts, i);
      if (!daybook_currency_equal (account->currency, was->currency))
        return daybook_refuse (error, DAYBOOK_REFUSAL_CURRENCIES_DIFFER,
                               .field = from != NULL ? "from" : "to",
                               .currency = was->currency, .text = account->currency.code);
    }

  account = find_account (trial, has_to ? &right->to : &right->from);
  return !daybook_decimal_is_given (command->amount) ||
         daybook_account_check_amount (account, command->amount, &right->amount, error);
}

/* That the same is recorded again for another day, because nothing can count for its own any more,
 * is no change that anybody asked for. */
static gboolean
changes_nothing (const DaybookEvent    *original,
                 const DaybookMovement *was,
                 const DaybookEvent    *replacement,
                 const DaybookMovement *right,
                 const DaybookCorrect  *command)
{
  return was->amount == right->amount && was->method == right->method &&
         daybook_account_number_equal (&was->from, &right->from) &&
         daybook_account_number_equal (&was->to, &right->to) &&
         (command->on == DAYBOOK_DATE_NONE || command->on == original->value_date) &&
         g_strcmp0 (daybook_event_get_memo (original),
                    daybook_event_get_memo (replacement)) == 0;
}

/* Since when both accounts of a movement have been open. */
static DaybookDate
open_since (const Trial           *trial,
            const DaybookMovement *movement)
{
  const DaybookAccount *from = find_account (trial, &movement->from);
  const DaybookAccount *to = find_account (trial, &movement->to);

  return MAX (from != NULL ? from->opened_on : 0, to != NULL ? to->opened_on : 0);
}

/* Whether more leaves the book than did, or on a day that it did not: only that is for the limits
 * to allow (rule 15). */
static gboolean
takes_out_more (const DaybookEvent    *original,
                const DaybookMovement *was,
                const DaybookMovement *right,
                const DaybookCorrect  *command)
{
  return !daybook_account_number_is_set (&right->to) &&
         (!daybook_account_number_equal (&was->from, &right->from) ||
          right->amount > was->amount ||
          (command->on != DAYBOOK_DATE_NONE && command->on != original->value_date));
}

/* What both halves together come to: what goes out must be free to go and leave nothing missing,
 * what comes in must be free to come. */
static gboolean
check_outcome (const DaybookAccount  *account,
               const DaybookAccount  *before,
               DaybookDate            from,
               GError               **error)
{
  if (account->balance < before->balance &&
      !daybook_account_check_free (account, DAYBOOK_SIDE_DEBITS, "amount", error))
    return FALSE;
  if (account->balance > before->balance &&
      !daybook_account_check_free (account, DAYBOOK_SIDE_CREDITS, "amount", error))
    return FALSE;

  return daybook_account_check_covered (account, before, from,
                                        DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT, "amount", error);
}

/* Makes both halves and looks at what they lead to. */
static gboolean
try_both (const Trial            *trial,
          const DaybookEvent     *reversal,
          const DaybookEvent     *replacement,
          const DaybookMovement  *right,
          gboolean                takes_more,
          GError                **error)
{
  const DaybookAccount *from = find_account (trial, &right->from);

  if (!make_both (trial, reversal, "entry", "entry", error) ||
      (takes_more && !daybook_account_check_withdrawal (from, right->amount,
                                                        replacement->value_date, error)) ||
      !make_both (trial, replacement, "from", "to", error))
    return FALSE;

  for (guint i = 0; i < trial->accounts->len; i++)
    if (!check_outcome (g_ptr_array_index (trial->accounts, i),
                        g_ptr_array_index (trial->before, i),
                        MIN (reversal->value_date, replacement->value_date), error))
      return FALSE;

  return TRUE;
}

static GPtrArray *
copy_accounts (GPtrArray *accounts)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_account_free);

  for (guint i = 0; i < accounts->len; i++)
    g_ptr_array_add (copies, daybook_account_copy (g_ptr_array_index (accounts, i)));

  return copies;
}

/**
 * daybook_account_decide_correct:
 * @original: the event of the entry to correct
 * @already_reversed: whether it was
 * @accounts: (element-type DaybookAccount): those of the original and of what is right, each once
 * @from: (nullable): the account that the command says the money should have come out of
 * @to: (nullable): the account that the command says it should have gone into
 * @events: (element-type DaybookEvent): receives the reversal and what stands in its place
 *
 * Rules 5, 7, 10 to 16, 21, 23 and 25 to 28.
 *
 * Returns: whether the entry can be corrected so; else a refusal in @error.
 */
gboolean
daybook_account_decide_correct (const DaybookEvent          *original,
                                gboolean                     already_reversed,
                                GPtrArray                   *accounts,
                                const DaybookAccountNumber  *from,
                                const DaybookAccountNumber  *to,
                                const DaybookCorrect        *command,
                                const DaybookContext        *context,
                                GPtrArray                   *events,
                                GError                     **error)
{
  g_autoptr (GPtrArray) copies = copy_accounts (accounts);
  Trial trial = { copies, accounts, context };
  DaybookMovement was, right;
  DaybookDate undone_on, right_on;
  DaybookEvent *reversal, *replacement;
  const char *memo;

  if (!check_reversible (original, already_reversed, command->entry, command->reason, &was,
                         error) ||
      !replace (&was, from, to, command, &trial, &right, error))
    return FALSE;

  memo = command->memo != NULL ? text_or_none (command->memo) : daybook_event_get_memo (original);
  undone_on = same_day_or_today (original, open_since (&trial, &was), context);
  right_on = command->on ? command->on
                         : same_day_or_today (original, open_since (&trial, &right), context);
  reversal = opposite_of (original, &was, command->entry, command->reason, undone_on);
  replacement = daybook_movement_to_event (&right, right_on, memo, command->entry);
  if (changes_nothing (original, &was, replacement, &right, command) ?
      !daybook_refuse (error, DAYBOOK_REFUSAL_NOTHING_CHANGES, .field = "entry") :
      !try_both (&trial, reversal, replacement, &right,
                 takes_out_more (original, &was, &right, command), error))
    {
      daybook_record_free (reversal);
      daybook_record_free (replacement);
      return FALSE;
    }

  g_ptr_array_add (events, reversal);
  g_ptr_array_add (events, replacement);
  return TRUE;
}
