/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an account's page says in words: its terms, who may withdraw, what keeps money still. */

#include "account-texts.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "money-text.h"

static void
add_term (GString *terms,
          char    *term)
{
  g_string_append_printf (terms, "%s%s", terms->len > 0 ? " · " : "", term);
  g_free (term);
}

/* Zero is no limit. */
static char *
format_limit (const DaybookAccountFigures *figures,
              gint64                       limit)
{
  return limit != 0 ? daybook_money_text (limit, figures->currency) : NULL;
}

/**
 * daybook_account_terms_text:
 *
 * Returns: (transfer full): the limits that are set, and the number that another system has for the
 *   account, on one line; empty if there are none.
 */
char *
daybook_account_terms_text (const DaybookAccountFigures *figures)
{
  g_autofree char *minimum = format_limit (figures, figures->minimum);
  g_autofree char *overdraft = format_limit (figures, figures->overdraft);
  g_autofree char *per_withdrawal = format_limit (figures, figures->per_withdrawal);
  g_autofree char *per_day = format_limit (figures, figures->per_day);
  GString *terms = g_string_new (NULL);

  if (minimum != NULL)
    /* Translators: what must stay in an account. */
    add_term (terms, daybook_compose (_("Minimum balance %s"), minimum));
  if (overdraft != NULL)
    /* Translators: how far below zero an account may go. */
    add_term (terms, daybook_compose (_("Overdraft limit %s"), overdraft));
  if (per_withdrawal != NULL)
    /* Translators: the most that one withdrawal may be. */
    add_term (terms, daybook_compose (_("At most %s per withdrawal"), per_withdrawal));
  if (per_day != NULL)
    /* Translators: the most that all withdrawals of one day may be together. */
    add_term (terms, daybook_compose (_("At most %s per day"), per_day));
  if (figures->reference != NULL)
    /* Translators: by which another program or a paper book knows the account. */
    add_term (terms, daybook_compose (_("Number in another system: %s"), figures->reference));

  return g_string_free (terms, FALSE);
}

static char *
describe_closed (const DaybookAccountFigures *figures)
{
  g_autofree char *day = daybook_date_text (figures->closed_on);

  return daybook_compose (_("This account was closed on %s. No money goes out of it or comes into "
                            "it."), day);
}

/**
 * daybook_account_notice_text:
 *
 * Returns: (transfer full): that money cannot move, which way, and why; empty if it can.
 */
char *
daybook_account_notice_text (const DaybookAccountFigures *figures)
{
  const char *out = figures->debits_blocked;
  const char *in = figures->credits_blocked;

  if (figures->status == DAYBOOK_ACCOUNT_CLOSED)
    return describe_closed (figures);
  if (out == NULL && in == NULL)
    return g_strdup ("");
  if (in == NULL)
    /* Translators: %s is the reason, as somebody typed it. */
    return daybook_compose (_("Blocked: no money goes out of this account. Reason: %s"), out);
  if (out == NULL)
    /* Translators: %s is the reason, as somebody typed it. */
    return daybook_compose (_("Blocked: no money comes into this account. Reason: %s"), in);
  if (g_str_equal (out, in))
    /* Translators: %s is the reason, as somebody typed it. */
    return daybook_compose (_("Blocked: no money goes out of this account or comes into it. "
                              "Reason: %s"), out);

  /* Translators: the reasons, as somebody typed them. */
  return daybook_compose (_("Blocked: no money goes out of this account or comes into it. "
                            "Reason for money out: %1$s. Reason for money in: %2$s"), out, in);
}

/**
 * daybook_account_authority_text:
 *
 * Returns: (transfer full): who of several holders may dispose of the money.
 */
char *
daybook_account_authority_text (const DaybookAccountFigures *figures)
{
  return g_strdup (figures->authority == DAYBOOK_AUTHORITY_ALL
                     /* Translators: of the holders of an account. */
                     ? _("They may withdraw only together")
                     /* Translators: of the holders of an account. */
                     : _("Any of them may withdraw alone"));
}
