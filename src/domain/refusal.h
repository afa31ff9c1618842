/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "date.h"
#include "money.h"

G_BEGIN_DECLS

/**
 * DaybookRefusal:
 *
 * Why a command was refused: one code per rule that can be broken. The code says which; the
 * #DaybookFigures say with what. Presentation makes the sentence.
 */
typedef enum
{
  DAYBOOK_REFUSAL_FIELD_MISSING,
  DAYBOOK_REFUSAL_TEXT_TOO_LONG,
  DAYBOOK_REFUSAL_TEXT_NOT_PLAIN,
  DAYBOOK_REFUSAL_CHOICE_UNKNOWN,
  DAYBOOK_REFUSAL_DATE_NOT_A_DAY,
  DAYBOOK_REFUSAL_DATE_IN_FUTURE,
  DAYBOOK_REFUSAL_DATE_BEFORE_OPENING,
  DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER,
  DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE,
  DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE,
  DAYBOOK_REFUSAL_AMOUNT_NEGATIVE,
  DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE,
  DAYBOOK_REFUSAL_BALANCE_TOO_LARGE,
  DAYBOOK_REFUSAL_CURRENCY_UNKNOWN,
  DAYBOOK_REFUSAL_CURRENCIES_DIFFER,
  DAYBOOK_REFUSAL_USERNAME_INVALID,
  DAYBOOK_REFUSAL_USERNAME_TAKEN,
  DAYBOOK_REFUSAL_EMAIL_INVALID,
  DAYBOOK_REFUSAL_PERSON_UNKNOWN,
  DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT,
  DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS,
  DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID,
  DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN,
  DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN,
  DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED,
  DAYBOOK_REFUSAL_REFERENCE_UNKNOWN,
  DAYBOOK_REFUSAL_REFERENCE_TAKEN,
  DAYBOOK_REFUSAL_SAME_ACCOUNT,
  DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS,
  DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER,
  DAYBOOK_REFUSAL_ENTRY_NOT_A_NUMBER,
  DAYBOOK_REFUSAL_ENTRY_UNKNOWN,
  DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY,
  DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL,
  DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED,
  DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD,
  DAYBOOK_REFUSAL_HOLD_ENDED,
  DAYBOOK_REFUSAL_HOLD_HAS_NO_EXPIRY,
  DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED,
  DAYBOOK_REFUSAL_HOLD_TOO_SMALL,
  DAYBOOK_REFUSAL_DATE_BEFORE_HOLD,
  DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD,
  DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD,
  DAYBOOK_REFUSAL_CLOSING_BEFORE_LAST_ENTRY,
  DAYBOOK_REFUSAL_NOTHING_CHANGES,
  DAYBOOK_REFUSAL_CHANGED_SINCE,
  DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE,
  DAYBOOK_REFUSAL_DEBITS_BLOCKED,
  DAYBOOK_REFUSAL_CREDITS_BLOCKED,
  DAYBOOK_REFUSAL_ALREADY_BLOCKED,
  DAYBOOK_REFUSAL_NOT_BLOCKED,
  DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_WITHDRAWAL,
  DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_DAY,
  DAYBOOK_REFUSAL_LIMITS_LEAVE_SHORT,
  DAYBOOK_REFUSAL_ALREADY_HOLDER,
  DAYBOOK_REFUSAL_NOT_A_HOLDER,
  DAYBOOK_REFUSAL_LAST_HOLDER,
  DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS,
  DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY,
  DAYBOOK_REFUSAL_ACCOUNT_OVERDRAWN,
  DAYBOOK_REFUSAL_PAYOUT_TWICE,
  DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED,
  DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT,
  DAYBOOK_REFUSAL_PERIOD_NOT_OVER,
  DAYBOOK_REFUSAL_PERIOD_ALREADY_CLOSED,
  DAYBOOK_REFUSAL_NO_PERIOD_CLOSED,
  DAYBOOK_REFUSAL_PERIOD_NOT_LATEST,
  DAYBOOK_REFUSAL_TOTALS_DIFFER,
  DAYBOOK_REFUSAL_TOTALS_TOO_LARGE,
  DAYBOOK_REFUSAL_SEAL_MALFORMED,
  DAYBOOK_REFUSAL_SEAL_UNKNOWN,
  DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED,
  DAYBOOK_REFUSAL_BOOK_NOT_STARTED,
  DAYBOOK_REFUSAL_TIME_ZONE_UNKNOWN,
  DAYBOOK_REFUSAL_COMMAND_UNKNOWN,
  DAYBOOK_REFUSAL_COMMAND_MALFORMED,
  DAYBOOK_REFUSAL_COMMAND_ID_REUSED,
  DAYBOOK_N_REFUSALS
} DaybookRefusal;

/**
 * DaybookFigures:
 * @field: (nullable): name of the command's field that is at fault; a string that lives for ever
 * @amount: minor units that were asked for
 * @available: minor units that there are
 * @currency: the currency of @amount and @available
 * @date: the day that matters: the first that fails, the day of opening
 * @number: an entry's number or a limit
 * @text: (nullable): what was typed, or the name that is meant
 * @account: (nullable): the number of the account concerned, or several, separated by blanks
 *
 * What a person needs in order to understand a refusal.
 */
typedef struct
{
  const char *field;
  gint64 amount;
  gint64 available;
  DaybookCurrency currency;
  DaybookDate date;
  guint64 number;
  const char *text;
  const char *account;
} DaybookFigures;

#define DAYBOOK_REFUSAL (daybook_refusal_quark ())
GQuark daybook_refusal_quark (void);

gboolean              daybook_refuse_with     (GError               **error,
                                               DaybookRefusal         code,
                                               const DaybookFigures  *figures);
const DaybookFigures *daybook_refusal_figures (const GError          *error);
const char           *daybook_refusal_name    (DaybookRefusal         code);

/**
 * daybook_refuse:
 * @error: (out) (optional): where the refusal goes
 * @code: a #DaybookRefusal
 * @...: the figures, as designated initialisers of #DaybookFigures
 *
 * `return daybook_refuse (error, DAYBOOK_REFUSAL_USERNAME_TAKEN, .text = name);`
 *
 * Returns: %FALSE, always.
 */
#define daybook_refuse(error, code, ...) \
  daybook_refuse_with ((error), (code), &(DaybookFigures) { __VA_ARGS__ })

G_END_DECLS
