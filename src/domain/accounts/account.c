/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account: what the organisation owes its holders in one currency.
 *
 * `evolve` folds what happened into what a decision needs; each `decide_` answers one command with
 * the event that follows or with a refusal. Both are pure. The rules' numbers are those of the
 * domain document.
 *
 * The days are kept because a backdated entry changes every balance after it, and each of them must
 * be covered (rule 23) and fit (rule 12): a year of entries is at most 366 days, however many there
 * are. What is held is kept beside what there is, since neither is available. Holds are decided in
 * holds.c. */

#include "accounts/account.h"

#include "accounts/account-rules.h"
#include "accounts/holds.h"
#include "refusal.h"

static void
clear_hold (gpointer data)
{
  DaybookHold *hold = data;

  g_free (hold->id);
}

/**
 * daybook_account_new:
 *
 * Returns: (transfer full): an account that was not opened yet.
 */
DaybookAccount *
daybook_account_new (void)
{
  DaybookAccount *account = g_new0 (DaybookAccount, 1);

  account->holds = g_array_new (FALSE, FALSE, sizeof (DaybookHold));
  g_array_set_clear_func (account->holds, clear_hold);
  account->days = g_array_new (FALSE, FALSE, sizeof (DaybookDay));

  return account;
}

/**
 * daybook_account_free:
 * @account: (nullable) (transfer full):
 */
void
daybook_account_free (DaybookAccount *account)
{
  if (account == NULL)
    return;

  g_array_unref (account->holds);
  g_array_unref (account->days);
  g_free (account);
}

/* What is available where @balance is what there is and @held of it is set aside. */
static gint64
available_of (const DaybookAccount *account,
              gint64                balance,
              gint64                held)
{
  gint64 own = daybook_minor_add_clamped (balance, -held);

  return daybook_minor_add_clamped (own, account->overdraft);
}

/**
 * daybook_account_get_available:
 *
 * Returns: balance − holds + overdraft limit, in minor units; more than 64 bits is "all there is".
 */
gint64
daybook_account_get_available (const DaybookAccount *account)
{
  return available_of (account, account->balance, account->held);
}

/* Returns where the first day after @date stands among the days. */
static guint
find_day_after (const DaybookAccount *account,
                DaybookDate           date)
{
  guint i = account->days->len;

  while (i > 0 && g_array_index (account->days, DaybookDay, i - 1).date > date)
    i--;

  return i;
}

static const DaybookDay *
get_day (const DaybookAccount *account,
         guint                 index)
{
  return &g_array_index (account->days, DaybookDay, index);
}

/* How the account stood before the day at @next. Where no day is known (a form knows no more than
 * what there is now), what there is now counts for all of them. */
static void
get_before (const DaybookAccount *account,
            guint                 next,
            gint64               *balance,
            gint64               *held)
{
  const DaybookDay *day = next > 0 ? get_day (account, next - 1) : NULL;

  *balance = day != NULL ? day->balance : account->days->len == 0 ? account->balance : 0;
  *held = day != NULL ? day->held : account->days->len == 0 ? account->held : 0;
}

/* Rule 12: whether the balance keeps to 64 bits after each entry from the end of @date on, if it
 * changes by @net there. Not only at the end of each day: people read what stands in between. */
static gboolean
fits (const DaybookAccount *account,
      DaybookDate           date,
      gint64                net)
{
  guint next = find_day_after (account, date);
  gint64 balance, held, sum;
  gboolean fitting;

  get_before (account, next, &balance, &held);
  fitting = daybook_minor_add (balance, net, &sum);
  for (guint i = next; i < account->days->len && fitting; i++)
    fitting = daybook_minor_add (net > 0 ? get_day (account, i)->highest
                                         : get_day (account, i)->lowest, net, &sum);

  return fitting;
}

/* The same for what is set aside. */
static gboolean
held_fits (const DaybookAccount *account,
           DaybookDate           date,
           gint64                change)
{
  guint next = find_day_after (account, date);
  gint64 balance, held, sum;
  gboolean fitting;

  get_before (account, next, &balance, &held);
  fitting = daybook_minor_add (held, change, &sum);
  for (guint i = next; i < account->days->len && fitting; i++)
    fitting = daybook_minor_add (get_day (account, i)->held, change, &sum);

  return fitting;
}

/* Gives the day, made if it has no entries yet. */
static DaybookDay *
touch_day (DaybookAccount *account,
           DaybookDate     date,
           gint64          balance,
           guint          *next)
{
  *next = find_day_after (account, date);
  if (*next == 0 || get_day (account, *next - 1)->date != date)
    {
      DaybookDay day = { .date = date, .highest = balance, .lowest = balance };

      g_array_insert_val (account->days, *next, day);
      (*next)++;
    }

  return &g_array_index (account->days, DaybookDay, *next - 1);
}

/* Adds to the balance and to what is held. */
static gboolean
change (DaybookAccount *account,
        DaybookDate     date,
        gint64          net,
        gint64          held)
{
  gint64 balance, all_held;
  DaybookDay *day;
  guint next;

  if (!fits (account, date, net) || !held_fits (account, date, held))
    return FALSE;

  get_before (account, find_day_after (account, date), &balance, &all_held);
  balance += net;
  day = touch_day (account, date, balance, &next);
  day->balance = balance;
  day->highest = MAX (day->highest, balance);
  day->lowest = MIN (day->lowest, balance);
  day->held = all_held + held;

  for (; next < account->days->len; next++)
    {
      day = &g_array_index (account->days, DaybookDay, next);
      day->balance += net;
      day->highest += net;
      day->lowest += net;
      day->held += held;
    }

  account->balance = day->balance;
  account->held = day->held;
  return TRUE;
}

/**
 * daybook_account_evolve:
 *
 * Returns: whether @event can follow on @account. It cannot only where the book is damaged.
 */
gboolean
daybook_account_evolve (DaybookAccount     *account,
                        const DaybookEvent *event)
{
  DaybookMovement movement = { 0 };
  gint64 net = 0, held = 0;

  if (event->record.schema == &daybook_account_opened)
    {
      const DaybookAccountOpened *opened = (const DaybookAccountOpened *) event;

      if (account->status != DAYBOOK_ACCOUNT_NOT_OPENED || opened->overdraft < 0)
        return FALSE;

      account->number = opened->account;
      account->currency = opened->currency;
      account->status = DAYBOOK_ACCOUNT_OPEN;
      account->opened_on = event->value_date;
      account->overdraft = opened->overdraft;
      return TRUE;
    }

  if (account->status == DAYBOOK_ACCOUNT_NOT_OPENED ||
      !daybook_account_evolve_holds (account, event, &held))
    return FALSE;

  if (daybook_event_get_movement (event, &movement) && movement.amount > 0)
    {
      if (daybook_account_number_equal (&movement.from, &account->number))
        net = -movement.amount;
      else if (daybook_account_number_equal (&movement.to, &account->number))
        net = movement.amount;
    }

  return (net != 0 || held != 0) && change (account, event->value_date, net, held);
}

/**
 * daybook_account_check_open_on:
 * @field: of the command: what is at fault if the account is not open
 *
 * Rules 5 and 21.
 *
 * Returns: whether an entry may count for @date; else a refusal in @error.
 */
gboolean
daybook_account_check_open_on (const DaybookAccount  *account,
                               DaybookDate            date,
                               const char            *field,
                               const DaybookContext  *context,
                               GError               **error)
{
  if (account->status != DAYBOOK_ACCOUNT_OPEN)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN,
                           .field = field, .account = account->number.digits);
  if (date > context->today)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_IN_FUTURE,
                           .field = "on", .date = context->today);
  if (date < account->opened_on)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_BEFORE_OPENING,
                           .field = "on", .date = account->opened_on,
                           .account = account->number.digits);

  return TRUE;
}

/**
 * daybook_account_check_amount:
 * @amount: (out): minor units
 *
 * Rules 10 to 12.
 *
 * Returns: whether @decimal is an amount that can be moved; else a refusal in @error.
 */
gboolean
daybook_account_check_amount (const DaybookAccount  *account,
                              DaybookDecimal         decimal,
                              gint64                *amount,
                              GError               **error)
{
  if (!daybook_decimal_to_minor (decimal, account->currency, amount, error))
    return FALSE;

  return *amount > 0 || daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE,
                                        .field = "amount", .amount = *amount,
                                        .currency = account->currency);
}

/**
 * daybook_account_check_debit:
 *
 * Rules 14, 16 and 23: what is available now, and at the end of each day from the value date on,
 * covers the amount.
 *
 * Returns: whether it does; else a refusal in @error.
 */
gboolean
daybook_account_check_debit (const DaybookAccount  *account,
                             gint64                 amount,
                             DaybookDate            date,
                             GError               **error)
{
  gint64 available = daybook_account_get_available (account);
  guint next = find_day_after (account, date);
  gint64 balance, held;
  DaybookDate day = date;

  if (amount > available)
    return daybook_refuse (error, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS,
                           .field = "amount", .amount = amount, .available = available,
                           .currency = account->currency, .account = account->number.digits);

  get_before (account, next, &balance, &held);
  available = available_of (account, balance, held);
  for (; amount <= available && next < account->days->len; next++)
    {
      const DaybookDay *later = get_day (account, next);

      day = later->date;
      available = available_of (account, later->balance, later->held);
    }

  return amount <= available ||
         daybook_refuse (error, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER,
                         .field = "amount", .amount = amount, .available = available,
                         .currency = account->currency, .date = day,
                         .account = account->number.digits);
}

/**
 * daybook_account_check_fits:
 * @net: how the balance changes, minor units
 *
 * Rule 12, now and after each entry from the value date on.
 *
 * Returns: whether every balance keeps to 64 bits; else a refusal in @error.
 */
gboolean
daybook_account_check_fits (const DaybookAccount  *account,
                            gint64                 net,
                            DaybookDate            date,
                            GError               **error)
{
  return fits (account, date, net) ||
         daybook_refuse (error, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, .field = "amount",
                         .amount = ABS (net), .currency = account->currency,
                         .account = account->number.digits);
}

/**
 * daybook_account_check_held:
 * @change_of_held: what is set aside, or, below zero, what is so no longer; minor units
 *
 * Rule 12 for what is held, now and from the value date on.
 *
 * Returns: whether the sums fit 64 bits; else a refusal in @error.
 */
gboolean
daybook_account_check_held (const DaybookAccount  *account,
                            gint64                 change_of_held,
                            DaybookDate            date,
                            GError               **error)
{
  return held_fits (account, date, change_of_held) ||
         daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, .field = "amount",
                         .currency = account->currency, .account = account->number.digits);
}

/**
 * daybook_account_decide_open:
 * @last_sequence: what the last account's number was made from; 0 if there is none
 * @reference_taken: whether another account has that reference
 * @holder_id: the id of the person that the command calls by username
 * @home_currency: the book's
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 4, 6 and 21.
 *
 * Returns: whether the account can be opened; else a refusal in @error.
 */
gboolean
daybook_account_decide_open (guint64                last_sequence,
                             gboolean               reference_taken,
                             const char            *holder_id,
                             DaybookCurrency        home_currency,
                             const DaybookOpen     *command,
                             const DaybookContext  *context,
                             GPtrArray             *events,
                             GError               **error)
{
  DaybookCurrency currency = command->currency.code[0] ? command->currency : home_currency;
  DaybookDate date = day_or_today (command->on, context);
  g_autoptr (GError) refusal = NULL;
  DaybookAccountNumber number;
  DaybookAccountOpened *opened;
  gint64 overdraft = 0;

  if (!daybook_decimal_to_minor (command->overdraft, currency, &overdraft, &refusal))
    return daybook_refuse (error, refusal->code, .field = "overdraft", .currency = currency,
                           .number = daybook_refusal_figures (refusal)->number);
  if (overdraft < 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NEGATIVE,
                           .field = "overdraft", .amount = overdraft, .currency = currency);
  if (date > context->today)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_IN_FUTURE,
                           .field = "on", .date = context->today);
  if (reference_taken)
    return daybook_refuse (error, DAYBOOK_REFUSAL_REFERENCE_TAKEN,
                           .field = "reference", .text = command->reference);
  if (!daybook_account_number_new (last_sequence + 1, &number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED,
                           .number = DAYBOOK_ACCOUNT_SEQUENCE_MAX);

  opened = daybook_record_new (&daybook_account_opened);
  opened->event.value_date = date;
  opened->account = number;
  opened->holder = g_strdup (holder_id);
  opened->currency = currency;
  opened->overdraft = overdraft;
  opened->reference = g_strdup (command->reference);
  opened->name = g_strdup (command->name);
  g_ptr_array_add (events, opened);

  return TRUE;
}

/**
 * daybook_account_decide_deposit:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 10 to 12 and 21.
 *
 * Returns: whether the money can be taken in; else a refusal in @error.
 */
gboolean
daybook_account_decide_deposit (const DaybookAccount  *account,
                                const DaybookDeposit  *command,
                                const DaybookContext  *context,
                                GPtrArray             *events,
                                GError               **error)
{
  DaybookDate date = day_or_today (command->on, context);
  DaybookMoneyDeposited *deposited;
  gint64 amount;

  if (!daybook_account_check_amount (account, command->amount, &amount, error) ||
      !daybook_account_check_open_on (account, date, "to", context, error) ||
      !daybook_account_check_fits (account, amount, date, error))
    return FALSE;

  deposited = daybook_record_new (&daybook_money_deposited);
  deposited->event.value_date = date;
  deposited->to = account->number;
  deposited->amount = amount;
  deposited->currency = account->currency;
  deposited->method = command->method ? command->method : DAYBOOK_METHOD_CASH;
  deposited->memo = g_strdup (command->memo);
  g_ptr_array_add (events, deposited);

  return TRUE;
}

/**
 * daybook_account_decide_withdraw:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 10 to 12, 14, 16, 21 and 23.
 *
 * Returns: whether the money can be paid out; else a refusal in @error.
 */
gboolean
daybook_account_decide_withdraw (const DaybookAccount   *account,
                                 const DaybookWithdraw  *command,
                                 const DaybookContext   *context,
                                 GPtrArray              *events,
                                 GError                **error)
{
  DaybookDate date = day_or_today (command->on, context);
  DaybookMoneyWithdrawn *withdrawn;
  gint64 amount;

  if (!daybook_account_check_amount (account, command->amount, &amount, error) ||
      !daybook_account_check_open_on (account, date, "from", context, error) ||
      !daybook_account_check_debit (account, amount, date, error) ||
      !daybook_account_check_fits (account, -amount, date, error))
    return FALSE;

  withdrawn = daybook_record_new (&daybook_money_withdrawn);
  withdrawn->event.value_date = date;
  withdrawn->from = account->number;
  withdrawn->amount = amount;
  withdrawn->currency = account->currency;
  withdrawn->method = command->method ? command->method : DAYBOOK_METHOD_CASH;
  withdrawn->memo = g_strdup (command->memo);
  g_ptr_array_add (events, withdrawn);

  return TRUE;
}

/**
 * daybook_account_decide_transfer:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 10 to 14, 16, 21 and 23.
 *
 * Returns: whether the money can be moved; else a refusal in @error.
 */
gboolean
daybook_account_decide_transfer (const DaybookAccount   *from,
                                 const DaybookAccount   *to,
                                 const DaybookTransfer  *command,
                                 const DaybookContext   *context,
                                 GPtrArray              *events,
                                 GError                **error)
{
  DaybookDate date = day_or_today (command->on, context);
  DaybookMoneyTransferred *transferred;
  gint64 amount;

  if (daybook_account_number_equal (&from->number, &to->number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_SAME_ACCOUNT,
                           .field = "to", .account = to->number.digits);
  if (!daybook_currency_equal (from->currency, to->currency))
    return daybook_refuse (error, DAYBOOK_REFUSAL_CURRENCIES_DIFFER, .field = "to",
                           .currency = from->currency, .text = to->currency.code);
  if (!daybook_account_check_amount (from, command->amount, &amount, error) ||
      !daybook_account_check_open_on (from, date, "from", context, error) ||
      !daybook_account_check_open_on (to, date, "to", context, error) ||
      !daybook_account_check_debit (from, amount, date, error) ||
      !daybook_account_check_fits (from, -amount, date, error) ||
      !daybook_account_check_fits (to, amount, date, error))
    return FALSE;

  transferred = daybook_record_new (&daybook_money_transferred);
  transferred->event.value_date = date;
  transferred->from = from->number;
  transferred->to = to->number;
  transferred->amount = amount;
  transferred->currency = from->currency;
  transferred->memo = g_strdup (command->memo);
  g_ptr_array_add (events, transferred);

  return TRUE;
}

/* Rule 25: once per entry, and a reversal is not reversed. */
static gboolean
check_reversible (const DaybookEvent    *original,
                  gboolean               already_reversed,
                  const DaybookReverse  *command,
                  DaybookMovement       *movement,
                  GError               **error)
{
  if (original->record.schema == &daybook_entry_reversed)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL,
                           .field = "entry", .number = command->entry);
  if (!daybook_event_get_movement (original, movement))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY,
                           .field = "entry", .number = command->entry);
  if (already_reversed)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED,
                           .field = "entry", .number = command->entry);
  if (command->reason == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "reason");

  return TRUE;
}

/**
 * daybook_account_decide_reverse:
 * @original: the event of the entry to reverse
 * @already_reversed: whether it was
 * @from: (nullable): the account the original credited: the money is taken from it again
 * @to: (nullable): the account the original debited: the money goes back to it
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 25 to 28. The reversal counts for the original's day unless the command says otherwise, so
 * it must, like any backdated debit, leave every later day covered (rule 23).
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
  DaybookDate date = command->on != DAYBOOK_DATE_NONE ? command->on : original->value_date;
  DaybookEntryReversed *reversed;
  DaybookMovement movement;

  if (!check_reversible (original, already_reversed, command, &movement, error))
    return FALSE;
  if (from != NULL && (!daybook_account_check_open_on (from, date, "entry", context, error) ||
                       !daybook_account_check_debit (from, movement.amount, date, error) ||
                       !daybook_account_check_fits (from, -movement.amount, date, error)))
    return FALSE;
  if (to != NULL && (!daybook_account_check_open_on (to, date, "entry", context, error) ||
                     !daybook_account_check_fits (to, movement.amount, date, error)))
    return FALSE;

  reversed = daybook_record_new (&daybook_entry_reversed);
  reversed->event.value_date = date;
  reversed->entry = command->entry;
  reversed->from = movement.to;
  reversed->to = movement.from;
  reversed->amount = movement.amount;
  reversed->currency = movement.currency;
  reversed->method = movement.method;
  reversed->original_date = original->value_date;
  reversed->reason = g_strdup (command->reason);
  g_ptr_array_add (events, reversed);

  return TRUE;
}
