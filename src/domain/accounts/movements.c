/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Money in, money out, money from one account to another. The rules' numbers are those of the
 * domain document. */

#include "accounts/movements.h"

#include "accounts/account-rules.h"

/**
 * daybook_movement_to_event:
 * @movement: with a method if only one account is concerned
 * @memo: (nullable): a note to remember it by
 * @corrects: the number of the entry that it stands in place of; 0 for none
 *
 * Returns: (transfer full): the deposit, withdrawal or transfer that moves money so.
 */
DaybookEvent *
daybook_movement_to_event (const DaybookMovement *movement,
                           DaybookDate            date,
                           const char            *memo,
                           guint64                corrects)
{
  gboolean in = !daybook_account_number_is_set (&movement->from);
  gboolean out = !daybook_account_number_is_set (&movement->to);
  DaybookEvent *event;

  if (in)
    {
      DaybookMoneyDeposited *e = daybook_record_new (&daybook_money_deposited);

      *e = (DaybookMoneyDeposited) { e->event, movement->to, movement->amount, movement->currency,
                                     movement->method, g_strdup (memo), corrects };
      event = &e->event;
    }
  else if (out)
    {
      DaybookMoneyWithdrawn *e = daybook_record_new (&daybook_money_withdrawn);

      *e = (DaybookMoneyWithdrawn) { e->event, movement->from, movement->amount,
                                     movement->currency, movement->method, g_strdup (memo),
                                     corrects };
      event = &e->event;
    }
  else
    {
      DaybookMoneyTransferred *e = daybook_record_new (&daybook_money_transferred);

      *e = (DaybookMoneyTransferred) { e->event, movement->from, movement->to, movement->amount,
                                       movement->currency, g_strdup (memo), corrects };
      event = &e->event;
    }

  event->value_date = date;
  return event;
}

/**
 * daybook_account_decide_deposit:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 7, 10 to 12 and 21.
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
  DaybookMovement movement = { .to = account->number, .currency = account->currency,
                               .method = command->method ? command->method
                                                         : DAYBOOK_METHOD_CASH };
  DaybookDayChange change = { 0 };

  if (!daybook_account_check_amount (account, command->amount, &movement.amount, error) ||
      !daybook_account_check_open_on (account, date, "to", context, error) ||
      !daybook_account_check_free (account, DAYBOOK_SIDE_CREDITS, "to", error))
    return FALSE;

  change.net = movement.amount;
  if (!daybook_account_check_fits (account, &change, date, error))
    return FALSE;

  g_ptr_array_add (events, daybook_movement_to_event (&movement, date, command->memo, 0));
  return TRUE;
}

/**
 * daybook_account_decide_withdraw:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 7, 10 to 12, 14 to 16, 21 and 23.
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
  DaybookMovement movement = { .from = account->number, .currency = account->currency,
                               .method = command->method ? command->method
                                                         : DAYBOOK_METHOD_CASH };
  DaybookDayChange change = { 0 };

  if (!daybook_account_check_amount (account, command->amount, &movement.amount, error) ||
      !daybook_account_check_open_on (account, date, "from", context, error) ||
      !daybook_account_check_free (account, DAYBOOK_SIDE_DEBITS, "from", error) ||
      !daybook_account_check_withdrawal (account, movement.amount, date, error) ||
      !daybook_account_check_debit (account, movement.amount, date, error))
    return FALSE;

  change = (DaybookDayChange) { .net = -movement.amount, .withdrawn = movement.amount };
  if (!daybook_account_check_fits (account, &change, date, error))
    return FALSE;

  g_ptr_array_add (events, daybook_movement_to_event (&movement, date, command->memo, 0));
  return TRUE;
}

/**
 * daybook_account_decide_transfer:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 7, 10 to 14, 16, 21 and 23.
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
  DaybookMovement movement = { .from = from->number, .to = to->number,
                               .currency = from->currency };
  DaybookDayChange out, in;

  if (daybook_account_number_equal (&from->number, &to->number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_SAME_ACCOUNT,
                           .field = "to", .account = to->number.digits);
  if (!daybook_currency_equal (from->currency, to->currency))
    return daybook_refuse (error, DAYBOOK_REFUSAL_CURRENCIES_DIFFER, .field = "to",
                           .currency = from->currency, .text = to->currency.code);
  if (!daybook_account_check_amount (from, command->amount, &movement.amount, error) ||
      !daybook_account_check_open_on (from, date, "from", context, error) ||
      !daybook_account_check_open_on (to, date, "to", context, error) ||
      !daybook_account_check_free (from, DAYBOOK_SIDE_DEBITS, "from", error) ||
      !daybook_account_check_free (to, DAYBOOK_SIDE_CREDITS, "to", error) ||
      !daybook_account_check_debit (from, movement.amount, date, error))
    return FALSE;

  out = (DaybookDayChange) { .net = -movement.amount };
  in = (DaybookDayChange) { .net = movement.amount };
  if (!daybook_account_check_fits (from, &out, date, error) ||
      !daybook_account_check_fits (to, &in, date, error))
    return FALSE;

  g_ptr_array_add (events, daybook_movement_to_event (&movement, date, command->memo, 0));
  return TRUE;
}
