/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Refusals that come of an account's limits, blocks, holders and status, as sentences. */

#include "refusal-sentences.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "refusal-words.h"

static char *
say_short (DaybookRefusal        code,
           const DaybookFigures *figures)
{
  g_autofree char *lacking = daybook_figures_amount (figures, figures->amount);
  g_autofree char *account = daybook_figures_accounts (figures);
  g_autofree char *day = daybook_figures_day (figures);

  if (code == DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT)
    /* Translators: an account number, an amount, a day. */
    return daybook_compose (_("With that correction, account %1$s would be %2$s short on %3$s."),
                            account, lacking, day);
  if (g_strcmp0 (figures->field, "overdraft") == 0)
    /* Translators: an account number, an amount, a day. */
    return daybook_compose (_("With that overdraft limit, account %1$s would be %2$s short on "
                              "%3$s."), account, lacking, day);

  /* Translators: an account number, an amount, a day. */
  return daybook_compose (_("With that minimum balance, account %1$s would be %2$s short on "
                            "%3$s."), account, lacking, day);
}

/**
 * daybook_say_limit_refusal:
 *
 * Returns: (transfer full) (nullable): what limit is in the way.
 */
char *
daybook_say_limit_refusal (DaybookRefusal        code,
                           const DaybookFigures *figures)
{
  g_autofree char *allowed = daybook_figures_amount (figures, figures->available);
  g_autofree char *excess = daybook_figures_excess (figures);
  g_autofree char *account = daybook_figures_accounts (figures);
  g_autofree char *day = daybook_figures_day (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_WITHDRAWAL:
      /* Translators: an amount, an account number, an amount. */
      return daybook_compose (_("At most %1$s may be withdrawn from account %2$s at once: %3$s too "
                                "much."), allowed, account, excess);
    case DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_DAY:
      /* Translators: an amount, an account number, a day, an amount. */
      return daybook_compose (_("At most %1$s more may be withdrawn from account %2$s on %3$s: "
                                "%4$s too much."), allowed, account, day, excess);
    case DAYBOOK_REFUSAL_LIMITS_LEAVE_SHORT:
    case DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT:
      return say_short (code, figures);
    default:
      return NULL;
    }
}

static char *
say_debits_blocked (const DaybookFigures *figures,
                    const char           *account)
{
  if (figures->text == NULL)
    /* Translators: an account number. */
    return daybook_compose (_("Account %s is blocked: no money may go out."), account);

  /* Translators: an account number, why it is blocked. */
  return daybook_compose (_("Account %1$s is blocked, no money may go out: “%2$s”."), account,
                          figures->text);
}

static char *
say_credits_blocked (const DaybookFigures *figures,
                     const char           *account)
{
  if (figures->text == NULL)
    /* Translators: an account number. */
    return daybook_compose (_("Account %s is blocked: no money may come in."), account);

  /* Translators: an account number, why it is blocked. */
  return daybook_compose (_("Account %1$s is blocked, no money may come in: “%2$s”."), account,
                          figures->text);
}

static char *
say_already_blocked (const DaybookFigures *figures,
                     const char           *account)
{
  if (g_strcmp0 (figures->text, "debits") == 0)
    /* Translators: an account number. */
    return daybook_compose (_("Account %s is blocked already: no money may go out."), account);
  if (g_strcmp0 (figures->text, "credits") == 0)
    /* Translators: an account number. */
    return daybook_compose (_("Account %s is blocked already: no money may come in."), account);

  /* Translators: an account number. */
  return daybook_compose (_("Account %s is blocked already."), account);
}

static char *
say_not_blocked (const DaybookFigures *figures,
                 const char           *account)
{
  if (g_strcmp0 (figures->text, "debits") == 0)
    /* Translators: an account number. */
    return daybook_compose (_("Account %s is not blocked for money going out."), account);
  if (g_strcmp0 (figures->text, "credits") == 0)
    /* Translators: an account number. */
    return daybook_compose (_("Account %s is not blocked for money coming in."), account);

  /* Translators: an account number. */
  return daybook_compose (_("Account %s is not blocked."), account);
}

static char *
say_holder (DaybookRefusal        code,
            const DaybookFigures *figures,
            const char           *account)
{
  const char *holder = daybook_figures_text (figures);

  if (code == DAYBOOK_REFUSAL_ALREADY_HOLDER)
    /* Translators: a username, an account number. */
    return daybook_compose (_("“%1$s” is a holder of account %2$s already."), holder, account);
  if (code == DAYBOOK_REFUSAL_NOT_A_HOLDER)
    /* Translators: a username, an account number. */
    return daybook_compose (_("“%1$s” is not a holder of account %2$s."), holder, account);

  /* Translators: a username, an account number. */
  return daybook_compose (_("“%1$s” is the only holder of account %2$s, and an account has at "
                            "least one."), holder, account);
}

/* What has to be settled before an account can be closed. */
static char *
say_not_settled (DaybookRefusal        code,
                 const DaybookFigures *figures,
                 const char           *account)
{
  g_autofree char *amount = daybook_figures_amount (figures, figures->amount);
  g_autofree char *balance = daybook_figures_amount (figures, figures->available);

  if (code == DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS)
    /* Translators: an amount, an account number. The plural goes by the number of holds. */
    return daybook_compose (ngettext ("%1$s is held on account %2$s: the hold has to be released "
                                      "or captured first.",
                                      "%1$s is held on account %2$s: the holds have to be released "
                                      "or captured first.", figures->number), amount, account);
  if (code == DAYBOOK_REFUSAL_ACCOUNT_OVERDRAWN)
    /* Translators: an account number, an amount. */
    return daybook_compose (_("Account %1$s is %2$s below zero: that has to be deposited first."),
                            account, amount);

  /* Translators: an amount, an account number. */
  return daybook_compose (_("There is %1$s in account %2$s: say whether it is to be paid out in "
                            "cash, by bank or into another account."), balance, account);
}

/**
 * daybook_say_account_refusal:
 *
 * Returns: (transfer full) (nullable): what about the account itself is in the way.
 */
char *
daybook_say_account_refusal (DaybookRefusal        code,
                             const DaybookFigures *figures)
{
  g_autofree char *account = daybook_figures_accounts (figures);
  g_autofree char *day = daybook_figures_day (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_DEBITS_BLOCKED:
      return say_debits_blocked (figures, account);
    case DAYBOOK_REFUSAL_CREDITS_BLOCKED:
      return say_credits_blocked (figures, account);
    case DAYBOOK_REFUSAL_ALREADY_BLOCKED:
      return say_already_blocked (figures, account);
    case DAYBOOK_REFUSAL_NOT_BLOCKED:
      return say_not_blocked (figures, account);
    case DAYBOOK_REFUSAL_ALREADY_HOLDER:
    case DAYBOOK_REFUSAL_NOT_A_HOLDER:
    case DAYBOOK_REFUSAL_LAST_HOLDER:
      return say_holder (code, figures, account);
    case DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS:
    case DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY:
    case DAYBOOK_REFUSAL_ACCOUNT_OVERDRAWN:
      return say_not_settled (code, figures, account);
    case DAYBOOK_REFUSAL_PAYOUT_TWICE:
      return g_strdup (_("What is in the account is either paid out or transferred to another "
                         "account, not both."));
    case DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED:
      /* Translators: an account number. */
      return daybook_compose (_("Account %s is open: there is nothing to reopen."), account);
    case DAYBOOK_REFUSAL_CLOSING_BEFORE_LAST_ENTRY:
      /* Translators: an account number, a day. */
      return daybook_compose (_("The last entry of account %1$s counts for %2$s: the account "
                                "cannot be closed before that day."), account, day);
    default:
      return NULL;
    }
}
