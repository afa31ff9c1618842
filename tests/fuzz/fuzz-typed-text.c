/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type: amounts, days, account numbers, and every field of every command. The first
 * byte of an input chooses the country, the rest is what was typed.
 *
 * Whatever is understood is written as that country does, and has to be understood as the same. */

#include <string.h>

#include "catalogue.h"
#include "date-text.h"
#include "fuzz.h"
#include "money-text.h"
#include "refusal.h"
#include "text-locale.h"

static const char *const locales[] = { "en_001", "en_US", "de_DE", "de_CH", "fr_FR", "sv_SE",
                                       "ar_EG", "hi_IN", "ja_JP", "th_TH" };

static void
check_amount (const char *text)
{
  static const char *const codes[] = { "EUR", "JPY", "KWD" };
  DaybookDecimal decimal, again;
  g_autoptr (GError) error = NULL, refusal = NULL;
  char neutral[DAYBOOK_DECIMAL_LENGTH];

  g_assert_true (daybook_money_text_parse_sum (text, &again, &refusal) || refusal != NULL);
  if (!daybook_money_text_parse (text, &decimal, &error))
    {
      g_assert_true (error != NULL && error->domain == DAYBOOK_REFUSAL);
      return;
    }

  /* What is an amount is also a sum, of that one. */
  g_assert_true (daybook_money_text_parse_sum (text, &again, NULL));
  g_assert_cmpint (again.mantissa, ==, decimal.mantissa);

  daybook_decimal_format (decimal, neutral);
  g_assert_true (daybook_decimal_parse (neutral, &again, NULL));
  g_assert_cmpint (again.mantissa, ==, decimal.mantissa);
  g_assert_cmpuint (again.decimals, ==, decimal.decimals);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      DaybookCurrency currency;
      g_autofree char *written = NULL;
      gint64 minor, back;

      g_assert_true (daybook_currency_parse (codes[i], &currency));
      if (!daybook_decimal_to_minor (decimal, currency, &minor, NULL))
        continue;
      written = daybook_money_text_plain (minor, currency);
      g_assert_true (daybook_money_text_parse (written, &again, NULL));
      g_assert_true (daybook_decimal_to_minor (again, currency, &back, NULL));
      g_assert_cmpint (back, ==, minor);
    }
}

static void
check_day (const char *text)
{
  DaybookDate date, again;
  char iso[DAYBOOK_DATE_LENGTH];
  g_autofree char *written = NULL;
  g_autofree char *shown = NULL;

  if (!daybook_date_text_parse (text, &date))
    return;

  daybook_date_format (date, iso);
  g_assert_true (daybook_date_text_parse (iso, &again));
  g_assert_cmpuint (again, ==, date);

  shown = daybook_date_text_short (date, date);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  written = daybook_date_text (date);
  /* Antiquity is written, but "3 May 26" is of this century. */
  if (date >= daybook_date_new (1000, 1, 1))
    {
      g_assert_true (daybook_date_text_parse (written, &again));
      g_assert_cmpuint (again, ==, date);
    }
}

static void
check_account_number (const char *text)
{
  DaybookAccountNumber number, again;
  char written[DAYBOOK_ACCOUNT_NUMBER_LENGTH];

  if (!daybook_account_number_parse (text, &number))
    return;

  g_assert_true (daybook_account_number_looks_like (text));
  daybook_account_number_format (&number, written);
  g_assert_true (daybook_account_number_parse (written, &again));
  g_assert_true (daybook_account_number_equal (&number, &again));
}

static void
check_field (const DaybookSchema *schema,
             const DaybookField  *field,
             const char          *text)
{
  gpointer record = daybook_record_new (schema);
  gpointer again = daybook_record_new (schema);
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!daybook_record_set_text (record, field, text, &error))
    g_assert_true (error != NULL && error->domain == DAYBOOK_REFUSAL);
  else if (daybook_record_get_text (record, field, written))
    {
      g_assert_true (daybook_record_set_text (again, field, written->str, NULL));
      g_assert_true (daybook_record_equal (record, again));
    }
  daybook_record_free (record);
  daybook_record_free (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data + 1, size - 1) : g_strdup ("");

  daybook_text_use_locale (locales[size > 0 ? data[0] % G_N_ELEMENTS (locales) : 0]);
  check_amount (text);
  check_day (text);
  check_account_number (text);
  for (guint i = 0; daybook_command_types[i] != NULL; i++)
    for (guint j = 0; j < daybook_command_types[i]->n_fields; j++)
      check_field (daybook_command_types[i], &daybook_command_types[i]->fields[j], text);

  return 0;
}
