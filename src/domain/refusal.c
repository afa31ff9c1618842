/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Refusals: the domain's one way to say no.
 *
 * A refusal is a GError that carries its figures with it (an extended error), so that whoever
 * shows it can say "40.00 available, 60.00 short" in the user's language and notation. Its message
 * is the code's name, for logs and for programs; people never see it. */

#include "refusal.h"

typedef struct
{
  DaybookFigures figures;
  char *text;
  char *account;
} DaybookRefusalPrivate;

static void
daybook_refusal_private_init (DaybookRefusalPrivate *priv)
{
}

static void
daybook_refusal_private_copy (const DaybookRefusalPrivate *src,
                              DaybookRefusalPrivate       *dest)
{
  dest->figures = src->figures;
  dest->figures.text = dest->text = g_strdup (src->text);
  dest->figures.account = dest->account = g_strdup (src->account);
}

static void
daybook_refusal_private_clear (DaybookRefusalPrivate *priv)
{
  g_clear_pointer (&priv->text, g_free);
  g_clear_pointer (&priv->account, g_free);
}

G_DEFINE_EXTENDED_ERROR (DaybookRefusal, daybook_refusal)

static const char *const names[] = {
  [DAYBOOK_REFUSAL_FIELD_MISSING] = "field-missing",
  [DAYBOOK_REFUSAL_TEXT_TOO_LONG] = "text-too-long",
  [DAYBOOK_REFUSAL_TEXT_NOT_PLAIN] = "text-not-plain",
  [DAYBOOK_REFUSAL_CHOICE_UNKNOWN] = "choice-unknown",
  [DAYBOOK_REFUSAL_DATE_NOT_A_DAY] = "date-not-a-day",
  [DAYBOOK_REFUSAL_DATE_IN_FUTURE] = "date-in-future",
  [DAYBOOK_REFUSAL_DATE_BEFORE_OPENING] = "date-before-opening",
  [DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER] = "amount-not-a-number",
  [DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE] = "amount-too-precise",
  [DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE] = "amount-not-positive",
  [DAYBOOK_REFUSAL_AMOUNT_NEGATIVE] = "amount-negative",
  [DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE] = "amount-too-large",
  [DAYBOOK_REFUSAL_BALANCE_TOO_LARGE] = "balance-too-large",
  [DAYBOOK_REFUSAL_CURRENCY_UNKNOWN] = "currency-unknown",
  [DAYBOOK_REFUSAL_CURRENCIES_DIFFER] = "currencies-differ",
  [DAYBOOK_REFUSAL_USERNAME_INVALID] = "username-invalid",
  [DAYBOOK_REFUSAL_USERNAME_TAKEN] = "username-taken",
  [DAYBOOK_REFUSAL_EMAIL_INVALID] = "email-invalid",
  [DAYBOOK_REFUSAL_PERSON_UNKNOWN] = "person-unknown",
  [DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT] = "person-without-account",
  [DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS] = "several-accounts",
  [DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID] = "account-number-invalid",
  [DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN] = "account-unknown",
  [DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN] = "account-not-open",
  [DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED] = "accounts-exhausted",
  [DAYBOOK_REFUSAL_REFERENCE_UNKNOWN] = "reference-unknown",
  [DAYBOOK_REFUSAL_REFERENCE_TAKEN] = "reference-taken",
  [DAYBOOK_REFUSAL_SAME_ACCOUNT] = "same-account",
  [DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS] = "insufficient-funds",
  [DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER] = "insufficient-funds-later",
  [DAYBOOK_REFUSAL_ENTRY_NOT_A_NUMBER] = "entry-not-a-number",
  [DAYBOOK_REFUSAL_ENTRY_UNKNOWN] = "entry-unknown",
  [DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY] = "entry-moved-no-money",
  [DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL] = "entry-is-reversal",
  [DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED] = "entry-already-reversed",
  [DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD] = "entry-is-no-hold",
  [DAYBOOK_REFUSAL_HOLD_ENDED] = "hold-ended",
  [DAYBOOK_REFUSAL_HOLD_HAS_NO_EXPIRY] = "hold-has-no-expiry",
  [DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED] = "hold-not-expired",
  [DAYBOOK_REFUSAL_HOLD_TOO_SMALL] = "hold-too-small",
  [DAYBOOK_REFUSAL_DATE_BEFORE_HOLD] = "date-before-hold",
  [DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD] = "expiry-before-hold",
  [DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD] = "date-in-closed-period",
  [DAYBOOK_REFUSAL_CLOSING_BEFORE_LAST_ENTRY] = "closing-before-last-entry",
  [DAYBOOK_REFUSAL_NOTHING_CHANGES] = "nothing-changes",
  [DAYBOOK_REFUSAL_CHANGED_SINCE] = "changed-since",
  [DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE] = "field-not-applicable",
  [DAYBOOK_REFUSAL_DEBITS_BLOCKED] = "debits-blocked",
  [DAYBOOK_REFUSAL_CREDITS_BLOCKED] = "credits-blocked",
  [DAYBOOK_REFUSAL_ALREADY_BLOCKED] = "already-blocked",
  [DAYBOOK_REFUSAL_NOT_BLOCKED] = "not-blocked",
  [DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_WITHDRAWAL] = "above-limit-per-withdrawal",
  [DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_DAY] = "above-limit-per-day",
  [DAYBOOK_REFUSAL_LIMITS_LEAVE_SHORT] = "limits-leave-short",
  [DAYBOOK_REFUSAL_ALREADY_HOLDER] = "already-holder",
  [DAYBOOK_REFUSAL_NOT_A_HOLDER] = "not-a-holder",
  [DAYBOOK_REFUSAL_LAST_HOLDER] = "last-holder",
  [DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS] = "account-has-holds",
  [DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY] = "account-not-empty",
  [DAYBOOK_REFUSAL_ACCOUNT_OVERDRAWN] = "account-overdrawn",
  [DAYBOOK_REFUSAL_PAYOUT_TWICE] = "payout-twice",
  [DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED] = "account-not-closed",
  [DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT] = "correction-leaves-short",
  [DAYBOOK_REFUSAL_PERIOD_NOT_OVER] = "period-not-over",
  [DAYBOOK_REFUSAL_PERIOD_ALREADY_CLOSED] = "period-already-closed",
  [DAYBOOK_REFUSAL_NO_PERIOD_CLOSED] = "no-period-closed",
  [DAYBOOK_REFUSAL_PERIOD_NOT_LATEST] = "period-not-latest",
  [DAYBOOK_REFUSAL_TOTALS_DIFFER] = "totals-differ",
  [DAYBOOK_REFUSAL_TOTALS_TOO_LARGE] = "totals-too-large",
  [DAYBOOK_REFUSAL_SEAL_MALFORMED] = "seal-malformed",
  [DAYBOOK_REFUSAL_SEAL_UNKNOWN] = "seal-unknown",
  [DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED] = "book-already-started",
  [DAYBOOK_REFUSAL_BOOK_NOT_STARTED] = "book-not-started",
  [DAYBOOK_REFUSAL_TIME_ZONE_UNKNOWN] = "time-zone-unknown",
  [DAYBOOK_REFUSAL_COMMAND_UNKNOWN] = "command-unknown",
  [DAYBOOK_REFUSAL_COMMAND_MALFORMED] = "command-malformed",
  [DAYBOOK_REFUSAL_COMMAND_ID_REUSED] = "command-id-reused",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == DAYBOOK_N_REFUSALS);

/**
 * daybook_refusal_name:
 *
 * Returns: the code as programs read it (`insufficient-funds`); never shown to people.
 */
const char *
daybook_refusal_name (DaybookRefusal code)
{
  g_assert (code < DAYBOOK_N_REFUSALS);

  return names[code];
}

/**
 * daybook_refuse_with:
 * @error: (out) (optional): where the refusal goes
 * @figures: copied
 *
 * What daybook_refuse() calls.
 *
 * Returns: %FALSE, always.
 */
gboolean
daybook_refuse_with (GError               **error,
                     DaybookRefusal         code,
                     const DaybookFigures  *figures)
{
  DaybookRefusalPrivate *priv;

  if (error == NULL)
    return FALSE;

  g_set_error_literal (error, DAYBOOK_REFUSAL, code, daybook_refusal_name (code));
  priv = daybook_refusal_get_private (*error);
  priv->figures = *figures;
  priv->figures.text = priv->text = g_strdup (figures->text);
  priv->figures.account = priv->account = g_strdup (figures->account);

  return FALSE;
}

/**
 * daybook_refusal_figures:
 * @error: an error of the domain %DAYBOOK_REFUSAL
 *
 * Returns: (transfer none): the figures, alive as long as @error.
 */
const DaybookFigures *
daybook_refusal_figures (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == DAYBOOK_REFUSAL, NULL);

  return &daybook_refusal_get_private (error)->figures;
}
