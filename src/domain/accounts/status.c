/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's status: opened, blocked, closed and opened again. */

#include "accounts/status.h"

#include "accounts/account-evolve.h"
#include "accounts/account-rules.h"
#include "accounts/movements.h"
#include "accounts/terms.h"

/**
 * daybook_account_evolve_opened:
 *
 * Rules 4 to 6.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_opened (DaybookAccount     *account,
                               const DaybookEvent *event)
{
  const DaybookAccountOpened *e = (const DaybookAccountOpened *) event;
  const DaybookLimits limits = { .overdraft = e->overdraft };

  if (e->overdraft < 0)
    return FALSE;

  account->number = e->account;
  account->name = g_strdup (e->name);
  account->currency = e->currency;
  account->status = DAYBOOK_ACCOUNT_OPEN;
  account->opened_on = event->value_date;
  account->authority = DAYBOOK_AUTHORITY_ANY;
  g_ptr_array_add (account->holders, g_strdup (e->holder));
  daybook_account_set_limits (account, event->value_date, &limits);
  return TRUE;
}

static char **
reason_of (DaybookAccount *account,
           DaybookSide     side)
{
  return side == DAYBOOK_SIDE_DEBITS ? &account->debits_blocked : &account->credits_blocked;
}

/**
 * daybook_account_evolve_blocked:
 *
 * Rule 7.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_blocked (DaybookAccount     *account,
                                const DaybookEvent *event)
{
  const DaybookAccountBlocked *e = (const DaybookAccountBlocked *) event;
  char **reason = reason_of (account, e->side);

  if (*reason != NULL)
    return FALSE;

  *reason = g_strdup (e->reason);
  return TRUE;
}

/**
 * daybook_account_evolve_unblocked:
 *
 * Rule 7.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_unblocked (DaybookAccount     *account,
                                  const DaybookEvent *event)
{
  char **reason = reason_of (account, ((const DaybookAccountUnblocked *) event)->side);

  if (*reason == NULL)
    return FALSE;

  g_clear_pointer (reason, g_free);
  return TRUE;
}

/**
 * daybook_account_evolve_closed:
 *
 * Rule 8: there is nothing in it and nothing is held.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_closed (DaybookAccount     *account,
                               const DaybookEvent *event)
{
  if (account->balance != 0 || account->holds->len > 0)
    return FALSE;

  account->status = DAYBOOK_ACCOUNT_CLOSED;
  return TRUE;
}

/**
 * daybook_account_evolve_reopened:
 *
 * Rule 9. Nothing may count for a day on which the account was closed, nor for one before: there
 * was nothing in it when it was closed, and that must stay true, even if the clock was set back.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_reopened (DaybookAccount     *account,
                                 const DaybookEvent *event)
{
  account->status = DAYBOOK_ACCOUNT_OPEN;
  account->opened_on = MAX (event->value_date, account->last_on);
  return TRUE;
}

static DaybookEvent *
make_opened (const DaybookAccountNumber *number,
             const char                 *holder_id,
             DaybookCurrency             currency,
             gint64                      overdraft,
             const DaybookOpen          *command,
             DaybookDate                 date)
{
  DaybookAccountOpened *opened = daybook_record_new (&daybook_account_opened);

  opened->event.value_date = date;
  opened->account = *number;
  opened->holder = g_strdup (holder_id);
  opened->currency = currency;
  opened->overdraft = overdraft;
  opened->reference = g_strdup (command->reference);
  opened->name = g_strdup (command->name);

  return &opened->event;
}

/**
 * daybook_account_decide_open:
 * @last_sequence: what the last account's number was made from; 0 if there is none
 * @reference_taken: whether another account has that reference
 * @holder_id: the id of the person that the command calls by username
 * @book: its home currency, and those that it took on since
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 4, 6, 10, 12 and 21. A currency that the book has not had yet is taken on in the same act.
 *
 * Returns: whether the account can be opened; else a refusal in @error.
 */
gboolean
daybook_account_decide_open (guint64                last_sequence,
                             gboolean               reference_taken,
                             const char            *holder_id,
                             const DaybookBook     *book,
                             const DaybookOpen     *command,
                             const DaybookContext  *context,
                             GPtrArray             *events,
                             GError               **error)
{
  DaybookCurrency currency = command->currency.code[0] ? command->currency : book->currency;
  DaybookDate date = day_or_today (command->on, context);
  DaybookAccountNumber number;
  gint64 overdraft = 0;

  if (!daybook_limit_to_minor (command->overdraft, currency, "overdraft", &overdraft, error) ||
      !check_day (date, "on", context, error))
    return FALSE;
  if (reference_taken)
    return daybook_refuse (error, DAYBOOK_REFUSAL_REFERENCE_TAKEN,
                           .field = "reference", .text = command->reference);
  if (!daybook_account_number_new (last_sequence + 1, &number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED,
                           .number = DAYBOOK_ACCOUNT_SEQUENCE_MAX);

  if (!daybook_book_has_currency (book, currency))
    g_ptr_array_add (events, daybook_book_add_currency (currency, date));
  g_ptr_array_add (events,
                   make_opened (&number, holder_id, currency, overdraft, command, date));

  return TRUE;
}

static gboolean
concerns (DaybookSide asked,
          DaybookSide side)
{
  return asked == side || asked == DAYBOOK_SIDE_BOTH || asked == DAYBOOK_SIDE_NONE;
}

static const char *
blocked_for (const DaybookAccount *account,
             DaybookSide           side)
{
  return side == DAYBOOK_SIDE_DEBITS ? account->debits_blocked : account->credits_blocked;
}

static void
add_block_event (const DaybookSchema   *schema,
                 const DaybookAccount  *account,
                 DaybookSide            side,
                 const char            *reason,
                 const DaybookContext  *context,
                 GPtrArray             *events)
{
  /* Both events have the same form. */
  DaybookAccountBlocked *event = daybook_record_new (schema);

  event->event.value_date = context->today;
  event->account = account->number;
  event->side = side;
  event->reason = g_strdup (reason);
  g_ptr_array_add (events, event);
}

G_STATIC_ASSERT (sizeof (DaybookAccountBlocked) == sizeof (DaybookAccountUnblocked));

/**
 * daybook_account_decide_block:
 * @events: (element-type DaybookEvent): receives what happens, one event for each side
 *
 * Rules 5 and 7.
 *
 * Returns: whether the account can be blocked; else a refusal in @error.
 */
gboolean
daybook_account_decide_block (const DaybookAccount  *account,
                              const DaybookBlock    *command,
                              const DaybookContext  *context,
                              GPtrArray             *events,
                              GError               **error)
{
  if (!daybook_account_check_open_on (account, context->today, "account", context, error))
    return FALSE;
  if (command->reason == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "reason");

  for (DaybookSide side = DAYBOOK_SIDE_DEBITS; side <= DAYBOOK_SIDE_CREDITS; side++)
    if (concerns (command->side, side))
      {
        if (blocked_for (account, side) != NULL)
          return daybook_refuse (error, DAYBOOK_REFUSAL_ALREADY_BLOCKED, .field = "side",
                                 .text = daybook_sides[side - 1],
                                 .account = account->number.digits);
        add_block_event (&daybook_account_blocked, account, side, command->reason, context,
                         events);
      }

  return TRUE;
}

/**
 * daybook_account_decide_unblock:
 * @events: (element-type DaybookEvent): receives what happens, one event for each side
 *
 * Rules 5 and 7.
 *
 * Returns: whether there is such a block to lift; else a refusal in @error.
 */
gboolean
daybook_account_decide_unblock (const DaybookAccount  *account,
                                const DaybookUnblock  *command,
                                const DaybookContext  *context,
                                GPtrArray             *events,
                                GError               **error)
{
  guint n_before = events->len;

  if (!daybook_account_check_open_on (account, context->today, "account", context, error))
    return FALSE;

  for (DaybookSide side = DAYBOOK_SIDE_DEBITS; side <= DAYBOOK_SIDE_CREDITS; side++)
    if (concerns (command->side, side))
      {
        if (blocked_for (account, side) != NULL)
          add_block_event (&daybook_account_unblocked, account, side, command->reason, context,
                           events);
        else if (command->side != DAYBOOK_SIDE_NONE)
          return daybook_refuse (error, DAYBOOK_REFUSAL_NOT_BLOCKED, .field = "side",
                                 .text = daybook_sides[side - 1],
                                 .account = account->number.digits);
      }

  return events->len > n_before ||
         daybook_refuse (error, DAYBOOK_REFUSAL_NOT_BLOCKED, .field = "account",
                         .account = account->number.digits);
}

/* Rule 8, but for what is paid out. */
static gboolean
check_closable (const DaybookAccount  *account,
                DaybookDate            date,
                const DaybookContext  *context,
                GError               **error)
{
  if (!daybook_account_check_open_on (account, date, "account", context, error) ||
      !daybook_account_check_free (account, DAYBOOK_SIDE_DEBITS, "account", error) ||
      !daybook_account_check_free (account, DAYBOOK_SIDE_CREDITS, "account", error))
    return FALSE;
  if (date < account->last_on)
    return daybook_refuse (error, DAYBOOK_REFUSAL_CLOSING_BEFORE_LAST_ENTRY, .field = "on",
                           .date = account->last_on, .account = account->number.digits);
  if (account->holds->len > 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS, .field = "account",
                           .number = account->holds->len, .amount = account->held,
                           .currency = account->currency, .account = account->number.digits);

  return account->balance >= 0 ||
         daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_OVERDRAWN, .field = "account",
                         .amount = -MAX (account->balance, -G_MAXINT64),
                         .currency = account->currency, .account = account->number.digits);
}

/* Whether the account that the rest goes to can take it. */
static gboolean
check_payee (const DaybookAccount  *account,
             const DaybookAccount  *to,
             DaybookDate            date,
             const DaybookContext  *context,
             GError               **error)
{
  const DaybookDayChange in = { .net = account->balance };

  if (daybook_account_number_equal (&account->number, &to->number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_SAME_ACCOUNT,
                           .field = "to", .account = to->number.digits);
  if (!daybook_currency_equal (account->currency, to->currency))
    return daybook_refuse (error, DAYBOOK_REFUSAL_CURRENCIES_DIFFER, .field = "to",
                           .currency = account->currency, .text = to->currency.code);

  return daybook_account_check_open_on (to, date, "to", context, error) &&
         daybook_account_check_free (to, DAYBOOK_SIDE_CREDITS, "to", error) &&
         daybook_account_check_fits (to, &in, date, error);
}

/**
 * daybook_account_decide_close:
 * @to: (nullable): the account that the command says the rest goes to
 * @events: (element-type DaybookEvent): receives the payout, if there is one, and the closing
 *
 * Rules 5, 7, 8 and 13. Neither minimum balance nor limits keep money in an account that is closed.
 *
 * Returns: whether the account can be closed; else a refusal in @error.
 */
gboolean
daybook_account_decide_close (const DaybookAccount  *account,
                              const DaybookAccount  *to,
                              const DaybookClose    *command,
                              const DaybookContext  *context,
                              GPtrArray             *events,
                              GError               **error)
{
  DaybookDate date = day_or_today (command->on, context);
  DaybookMovement movement = { .from = account->number, .amount = account->balance,
                               .currency = account->currency, .method = command->payout };
  DaybookDayChange out = { .net = -account->balance, .withdrawn = to ? 0 : account->balance };
  DaybookAccountClosed *closed;

  if (!check_closable (account, date, context, error))
    return FALSE;
  if (command->payout != DAYBOOK_METHOD_NONE && to != NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_PAYOUT_TWICE, .field = "to");
  if (account->balance > 0 && command->payout == DAYBOOK_METHOD_NONE && to == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY, .field = "payout",
                           .available = account->balance, .currency = account->currency,
                           .account = account->number.digits);
  if ((to != NULL && !check_payee (account, to, date, context, error)) ||
      !daybook_account_check_fits (account, &out, date, error))
    return FALSE;

  if (to != NULL)
    movement.to = to->number;
  if (account->balance > 0)
    g_ptr_array_add (events, daybook_movement_to_event (&movement, date, NULL, 0));

  closed = daybook_record_new (&daybook_account_closed);
  closed->event.value_date = date;
  closed->account = account->number;
  closed->reason = g_strdup (command->reason);
  g_ptr_array_add (events, closed);

  return TRUE;
}

/**
 * daybook_account_decide_reopen:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rule 9.
 *
 * Returns: whether the account can be opened again; else a refusal in @error.
 */
gboolean
daybook_account_decide_reopen (const DaybookAccount  *account,
                               const DaybookReopen   *command,
                               const DaybookContext  *context,
                               GPtrArray             *events,
                               GError               **error)
{
  DaybookAccountReopened *reopened;

  if (account->status != DAYBOOK_ACCOUNT_CLOSED)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED, .field = "account",
                           .account = account->number.digits);
  if (command->reason == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "reason");
  if (context->today < account->opened_on)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_BEFORE_OPENING, .field = "on",
                           .date = account->opened_on, .account = account->number.digits);

  reopened = daybook_record_new (&daybook_account_reopened);
  reopened->event.value_date = context->today;
  reopened->account = account->number;
  reopened->reason = g_strdup (command->reason);
  g_ptr_array_add (events, reopened);

  return TRUE;
}
