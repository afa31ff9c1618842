/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What sentences about refusals have in common: the figures, as people read them. */

#include "refusal-words.h"

#include <glib/gi18n-lib.h>

#include "accounts/account-number.h"
#include "date-text.h"
#include "money-text.h"

/* What a field of a command is called on a form.
 *
 * Each may stand in place of %s in “%s is missing.” and its like. */
static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  { "account", N_("Account") },
  { "address", N_("Postal address") },
  { "amount", N_("Amount") },
  { "authority", N_("Authority") },
  { "currency", N_("Currency") },
  { "email", N_("Email address") },
  { "entry", N_("Entry") },
  { "expires", N_("Expiry day") },
  /* Translators: a field of a command, as the subject of a sentence: the account that money comes
   * out of. */
  { "from", N_("From") },
  { "holder", N_("Holder") },
  { "memo", N_("Memo") },
  { "method", N_("Method") },
  { "minimum", N_("Minimum balance") },
  { "name", N_("Name") },
  { "note", N_("Note") },
  { "on", N_("Date") },
  { "overdraft", N_("Overdraft limit") },
  /* Translators: by which way is paid out what is in an account that is closed. */
  { "payout", N_("Payout") },
  { "per_day", N_("Limit per day") },
  { "per_withdrawal", N_("Limit per withdrawal") },
  { "person", N_("Person") },
  { "phone", N_("Telephone number") },
  { "reason", N_("Reason") },
  { "reference", N_("Reference") },
  /* Translators: a field of a command, as the subject of a sentence: what is blocked of an account,
   * money out or money in. */
  { "side", N_("Side") },
  { "time_zone", N_("Time zone") },
  /* Translators: a field of a command, as the subject of a sentence: the account that money goes
   * into. */
  { "to", N_("To") },
  { "until", N_("Last day of the period") },
  { "username", N_("Username") },
};

/**
 * daybook_figures_label:
 *
 * Returns: (transfer none): what the field that is at fault is called on a form.
 */
const char *
daybook_figures_label (const DaybookFigures *figures)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i].field, figures->field) == 0)
      return _(labels[i].label);

  /* Translators: subject of a sentence (“This is missing.”) where what was typed has no name. */
  return figures->field != NULL ? figures->field : _("This");
}

/**
 * daybook_figures_text:
 *
 * Returns: (transfer none): what was typed, or the name that is meant; empty for nothing.
 */
const char *
daybook_figures_text (const DaybookFigures *figures)
{
  return figures->text != NULL ? figures->text : "";
}

/**
 * daybook_figures_amount:
 * @minor: minor units of the figures' currency
 *
 * Returns: (transfer full): an amount.
 */
char *
daybook_figures_amount (const DaybookFigures *figures,
                        gint64                minor)
{
  return daybook_money_text_code (minor, figures->currency);
}

/**
 * daybook_figures_excess:
 *
 * Returns: (transfer full): by how much what was asked for is more than there is.
 */
char *
daybook_figures_excess (const DaybookFigures *figures)
{
  return daybook_figures_amount (figures, daybook_minor_add_clamped (figures->amount,
                                                                     -figures->available));
}

/**
 * daybook_figures_day:
 *
 * Returns: (transfer full): the day that matters; empty for none.
 */
char *
daybook_figures_day (const DaybookFigures *figures)
{
  return figures->date != DAYBOOK_DATE_NONE ? daybook_date_text (figures->date) : g_strdup ("");
}

/**
 * daybook_figures_number:
 *
 * Returns: (transfer full): an entry's number or a limit.
 */
char *
daybook_figures_number (const DaybookFigures *figures)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, figures->number);
}

/**
 * daybook_figures_accounts:
 *
 * Returns: (transfer full): account numbers as people read them; as they came where they are none.
 */
char *
daybook_figures_accounts (const DaybookFigures *figures)
{
  g_auto (GStrv) numbers = g_strsplit (figures->account != NULL ? figures->account : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      char readable[DAYBOOK_ACCOUNT_NUMBER_LENGTH];
      DaybookAccountNumber number;

      if (i > 0)
        g_string_append (text, ", ");
      if (daybook_account_number_parse (numbers[i], &number))
        {
          daybook_account_number_format (&number, readable);
          g_string_append (text, readable);
        }
      else
        {
          g_string_append (text, numbers[i]);
        }
    }

  return g_string_free (text, FALSE);
}
