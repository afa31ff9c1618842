/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What decisions about an account have in common. The rules' numbers are those of the domain
 * document. */

#include "accounts/account-rules.h"

/**
 * daybook_account_check_open:
 * @field: of the command: what is at fault if the account is not open
 *
 * Rule 5.
 *
 * Returns: whether it is open; else a refusal in @error.
 */
gboolean
daybook_account_check_open (const DaybookAccount  *account,
                            const char            *field,
                            GError               **error)
{
  return account->status == DAYBOOK_ACCOUNT_OPEN ||
         daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN,
                         .field = field, .account = account->number.digits);
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
  if (!daybook_account_check_open (account, field, error))
    return FALSE;
  if (date < account->opened_on)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_BEFORE_OPENING,
                           .field = "on", .date = account->opened_on,
                           .account = account->number.digits);

  return check_day (date, "on", context, error);
}

/**
 * daybook_account_check_free:
 * @side: %DAYBOOK_SIDE_DEBITS or %DAYBOOK_SIDE_CREDITS
 * @field: of the command: what is at fault if that side is blocked
 *
 * Rule 7.
 *
 * Returns: whether money may move there; else a refusal in @error that says why not.
 */
gboolean
daybook_account_check_free (const DaybookAccount  *account,
                            DaybookSide            side,
                            const char            *field,
                            GError               **error)
{
  gboolean debits = side == DAYBOOK_SIDE_DEBITS;
  const char *reason = debits ? account->debits_blocked : account->credits_blocked;

  return reason == NULL ||
         daybook_refuse (error, debits ? DAYBOOK_REFUSAL_DEBITS_BLOCKED
                                       : DAYBOOK_REFUSAL_CREDITS_BLOCKED,
                         .field = field, .text = reason, .account = account->number.digits);
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
  DaybookDay first;

  if (amount > available)
    return daybook_refuse (error, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS,
                           .field = "amount", .amount = amount, .available = available,
                           .currency = account->currency, .account = account->number.digits);

  return !daybook_account_find_least (account, date, amount, &first) ||
         daybook_refuse (error, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER,
                         .field = "amount", .amount = amount,
                         .available = daybook_account_available_of (&first),
                         .currency = account->currency, .date = first.date,
                         .account = account->number.digits);
}

/**
 * daybook_account_check_withdrawal:
 *
 * Rule 15, with the limits that hold on that day. What leaves the book counts, by whatever command;
 * a transfer stays in it.
 *
 * Returns: whether the limits allow it; else a refusal in @error.
 */
gboolean
daybook_account_check_withdrawal (const DaybookAccount  *account,
                                  gint64                 amount,
                                  DaybookDate            date,
                                  GError               **error)
{
  const DaybookDay day = daybook_account_get_standing (account, date);
  const DaybookLimits *limits = &day.limits;
  gint64 left = limits->per_day - day.withdrawn;

  if (limits->per_withdrawal > 0 && amount > limits->per_withdrawal)
    return daybook_refuse (error, DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_WITHDRAWAL, .field = "amount",
                           .amount = amount, .available = limits->per_withdrawal,
                           .currency = account->currency, .account = account->number.digits);

  return limits->per_day == 0 || amount <= left ||
         daybook_refuse (error, DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_DAY, .field = "amount",
                         .amount = amount, .available = MAX (left, 0), .date = date,
                         .currency = account->currency, .account = account->number.digits);
}

/**
 * daybook_account_check_covered:
 * @before: the account as it was before the changes
 * @code: what to refuse with
 * @field: of the command: what is at fault
 *
 * Rules 14, 16 and 23 for what several changes lead to together: looked at when they are all made,
 * not at each.
 *
 * Returns: whether they leave nothing missing at the end of any day from @from on; else a refusal
 *   in @error with what is missing on the first day that fails.
 */
gboolean
daybook_account_check_covered (const DaybookAccount  *account,
                               const DaybookAccount  *before,
                               DaybookDate            from,
                               DaybookRefusal         code,
                               const char            *field,
                               GError               **error)
{
  DaybookDay first;

  return !daybook_account_find_shortfall (account, before, from, &first) ||
         daybook_refuse (error, code, .field = field,
                         .amount = -MAX (daybook_account_available_of (&first), -G_MAXINT64),
                         .available = daybook_account_get_available (account),
                         .currency = account->currency, .date = first.date,
                         .account = account->number.digits);
}

/**
 * daybook_account_check_fits:
 *
 * Rule 12, now and after each entry from the value date on.
 *
 * Returns: whether every sum keeps to 64 bits; else a refusal in @error.
 */
gboolean
daybook_account_check_fits (const DaybookAccount    *account,
                            const DaybookDayChange  *change,
                            DaybookDate              date,
                            GError                 **error)
{
  if (daybook_account_fits (account, date, change))
    return TRUE;
  if (change->net == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, .field = "amount",
                           .currency = account->currency, .account = account->number.digits);

  return daybook_refuse (error, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, .field = "amount",
                         .amount = ABS (change->net), .currency = account->currency,
                         .account = account->number.digits);
}
