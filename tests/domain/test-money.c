/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts, currencies, days, account numbers: the words that everything else is said in. */

#include "accounts/account-number.h"
#include "date.h"
#include "refusal.h"

static DaybookCurrency
currency (const char *code)
{
  DaybookCurrency result = { "" };

  g_assert_true (daybook_currency_parse (code, &result));
  return result;
}

static void
test_decimal_is_read_exactly (void)
{
  static const struct { const char *text; gint64 mantissa; guint decimals; } cases[] = {
    { "0", 0, 0 }, { "12.50", 1250, 2 }, { "-3.1", -31, 1 }, { "0.001", 1, 3 },
    { "9223372036854775807", G_MAXINT64, 0 }, { "-9223372036854775808", G_MININT64, 0 },
    { "007", 7, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DaybookDecimal decimal;

      g_assert_true (daybook_decimal_parse (cases[i].text, &decimal, &error));
      g_assert_no_error (error);
      g_assert_cmpint (decimal.mantissa, ==, cases[i].mantissa);
      g_assert_cmpint (decimal.decimals, ==, cases[i].decimals);
    }
}

static void
test_what_is_no_number_is_refused (void)
{
  static const struct { const char *text; DaybookRefusal code; } cases[] = {
    { "", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER }, { "abc", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { "1,50", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { "1.2.3", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { ".5", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER }, { "5.", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { "--1", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER }, { "1e5", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { " 1", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER }, { "-", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER },
    { "9223372036854775808", DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE },
    { "99999999999999999999999", DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE },
    { "0.0000000000000000001", DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DaybookDecimal decimal = { 42, 7 };

      g_assert_false (daybook_decimal_parse (cases[i].text, &decimal, &error));
      g_assert_error (error, DAYBOOK_REFUSAL, (int) cases[i].code);
      g_assert_cmpstr (daybook_refusal_figures (error)->text, ==, cases[i].text);
      g_assert_cmpint (decimal.mantissa, ==, 42);
    }
}

static void
test_decimals_are_added_exactly (void)
{
  static const struct { DaybookDecimal a, b, sum; } cases[] = {
    { { 1250, 2 }, { 3, 0 }, { 1550, 2 } },
    { { 3, 0 }, { 1250, 2 }, { 1550, 2 } },
    { { 5, 3 }, { -5, 3 }, { 0, 3 } },
    { { 0, 0 }, { G_MAXINT64, 18 }, { G_MAXINT64, 18 } },
  };
  static const DaybookDecimal too_large[][2] = {
    { { G_MAXINT64, 0 }, { 1, 0 } },
    { { G_MAXINT64, 0 }, { 1, 1 } },
    { { 1, 1 }, { G_MININT64, 0 } },
  };
  DaybookDecimal sum = { 42, 7, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (too_large); i++)
    g_assert_false (daybook_decimal_add (too_large[i][0], too_large[i][1], &sum));
  g_assert_cmpint (sum.mantissa, ==, 42);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (daybook_decimal_add (cases[i].a, cases[i].b, &sum));
      g_assert_cmpint (sum.mantissa, ==, cases[i].sum.mantissa);
      g_assert_cmpint (sum.decimals, ==, cases[i].sum.decimals);
      g_assert_true (sum.given);
    }
}

static void
test_rule_10_decimals_are_refused_not_rounded (void)
{
  static const struct { const char *text, *code; gint64 minor; } cases[] = {
    { "12.5", "EUR", 1250 }, { "12.50", "EUR", 1250 }, { "12", "JPY", 12 },
    { "1.234", "KWD", 1234 },
    { "-1.00", "EUR", -100 },
  };
  g_autoptr (GError) error = NULL;
  gint64 minor = 7;
  DaybookDecimal three = { 1234, 3 }, one = { 15, 1 }, huge = { G_MAXINT64 / 10, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DaybookDecimal decimal;

      g_assert_true (daybook_decimal_parse (cases[i].text, &decimal, NULL));
      g_assert_true (daybook_decimal_to_minor (decimal, currency (cases[i].code), &minor, NULL));
      g_assert_cmpint (minor, ==, cases[i].minor);
    }

  g_assert_false (daybook_decimal_to_minor (three, currency ("EUR"), &minor, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE);
  g_assert_cmpint (daybook_refusal_figures (error)->number, ==, 2);
  g_clear_error (&error);

  g_assert_false (daybook_decimal_to_minor (one, currency ("JPY"), &minor, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE);
  g_clear_error (&error);

  g_assert_false (daybook_decimal_to_minor (huge, currency ("EUR"), &minor, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE);
  g_assert_cmpint (minor, ==, -100);
}

static void
test_amounts_are_written_as_they_are_read (void)
{
  static const struct { gint64 minor; const char *code, *text; } cases[] = {
    { 0, "EUR", "0.00" }, { 5, "EUR", "0.05" }, { -5, "EUR", "-0.05" },
    { 123456, "EUR", "1234.56" },
    { 7, "JPY", "7" }, { 1, "TND", "0.001" }, { G_MININT64, "EUR", "-92233720368547758.08" },
    { G_MAXINT64, "JPY", "9223372036854775807" },
  };
  char text[DAYBOOK_DECIMAL_LENGTH];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DaybookDecimal decimal;

      daybook_minor_format (cases[i].minor, currency (cases[i].code), text);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (daybook_decimal_parse (text, &decimal, NULL));
      g_assert_cmpint (decimal.mantissa, ==, cases[i].minor);
    }
}

static void
test_rule_12_sums_keep_to_64_bits (void)
{
  gint64 sum = 1;

  g_assert_true (daybook_minor_add (G_MAXINT64 - 1, 1, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_false (daybook_minor_add (G_MAXINT64, 1, &sum));
  g_assert_false (daybook_minor_add (G_MININT64, -1, &sum));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_cmpint (daybook_minor_add_clamped (G_MAXINT64, 5), ==, G_MAXINT64);
  g_assert_cmpint (daybook_minor_add_clamped (G_MININT64, -5), ==, G_MININT64);
  g_assert_cmpint (daybook_minor_add_clamped (2, -5), ==, -3);
}

static void
test_currencies_are_those_of_iso_4217 (void)
{
  const char *const *codes = daybook_currency_codes ();
  DaybookCurrency result = { "" };

  /* The look-up halves a sorted list. */
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_assert_true (i == 0 || g_strcmp0 (codes[i - 1], codes[i]) < 0);
      g_assert_true (daybook_currency_parse (codes[i], &result));
      g_assert_cmpstr (result.code, ==, codes[i]);
    }

  g_assert_true (daybook_currency_parse ("eur", &result));
  g_assert_cmpstr (result.code, ==, "EUR");
  g_assert_false (daybook_currency_parse ("XXX", &result));
  g_assert_false (daybook_currency_parse ("EU", &result));
  g_assert_false (daybook_currency_parse ("EURO", &result));
  g_assert_cmpint (daybook_currency_decimals (currency ("JPY")), ==, 0);
  g_assert_cmpint (daybook_currency_decimals (currency ("EUR")), ==, 2);
  g_assert_cmpint (daybook_currency_decimals (currency ("KWD")), ==, 3);
}

static void
test_rule_4_account_numbers_check_themselves (void)
{
  DaybookAccountNumber number, other;
  char text[DAYBOOK_ACCOUNT_NUMBER_LENGTH];

  g_assert_true (daybook_account_number_new (12345, &number));
  g_assert_cmpint (daybook_account_number_get_sequence (&number), ==, 12345);
  /* ISO 7064 MOD 97-10: the number as a whole leaves 1. */
  g_assert_cmpint (g_ascii_strtoull (number.digits, NULL, 10) % 97, ==, 1);
  daybook_account_number_format (&number, text);
  g_assert_cmpstr (text, ==, "0001\u00a02345\u00a020");
  g_assert_true (daybook_account_number_looks_like (text));
  g_assert_true (daybook_account_number_parse (text, &other));
  g_assert_true (daybook_account_number_equal (&number, &other));

  /* Every single wrong digit is found, and every swap of two neighbours. */
  for (guint i = 0; i < 10; i++)
    {
      DaybookAccountNumber wrong = number;

      for (char digit = '0'; digit <= '9'; digit++)
        {
          wrong.digits[i] = digit;
          g_assert_cmpint (daybook_account_number_parse (wrong.digits, &other), ==,
                           digit == number.digits[i]);
        }
      wrong = number;
      if (i < 9 && number.digits[i] != number.digits[i + 1])
        {
          wrong.digits[i] = number.digits[i + 1];
          wrong.digits[i + 1] = number.digits[i];
          g_assert_false (daybook_account_number_parse (wrong.digits, &other));
        }
    }

  g_assert_false (daybook_account_number_parse ("123", &other));
  g_assert_false (daybook_account_number_parse ("00000001234597", &other));
  g_assert_false (daybook_account_number_new (0, &other));
  g_assert_false (daybook_account_number_new (100000000, &other));
  g_assert_true (daybook_account_number_looks_like ("0001 2345"));
  g_assert_false (daybook_account_number_looks_like ("john1"));
  g_assert_false (daybook_account_number_looks_like (""));
}

static void
test_days_are_iso_8601 (void)
{
  static const char *const wrong[] = { "", "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01",
                                       "2026-01-01x", "2026/01/01", "0000-01-01", "2026-04-31",
                                       "2026-00-01", "2026-01-00", "2026-01-32" };
  DaybookDate date, next;
  char text[DAYBOOK_DATE_LENGTH];

  g_assert_true (daybook_date_parse ("2024-02-29", &date));
  daybook_date_format (date, text);
  g_assert_cmpstr (text, ==, "2024-02-29");
  g_assert_true (daybook_date_parse ("2024-03-01", &next));
  g_assert_cmpint (next, ==, date + 1);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (daybook_date_parse (wrong[i], &date));
  g_assert_cmpint (daybook_date_new (10000, 1, 1), ==, DAYBOOK_DATE_NONE);
  daybook_date_format (date, text);
  g_assert_cmpstr (text, ==, "2024-02-29");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/decimal-is-read-exactly", test_decimal_is_read_exactly);
  g_test_add_func ("/money/what-is-no-number-is-refused", test_what_is_no_number_is_refused);
  g_test_add_func ("/money/decimals-are-added-exactly", test_decimals_are_added_exactly);
  g_test_add_func ("/money/rule-10/decimals-are-refused-not-rounded",
                   test_rule_10_decimals_are_refused_not_rounded);
  g_test_add_func ("/money/amounts-are-written-as-they-are-read",
                   test_amounts_are_written_as_they_are_read);
  g_test_add_func ("/money/rule-12/sums-keep-to-64-bits", test_rule_12_sums_keep_to_64_bits);
  g_test_add_func ("/money/currencies-are-those-of-iso-4217",
                   test_currencies_are_those_of_iso_4217);
  g_test_add_func ("/accounts/rule-4/numbers-check-themselves",
                   test_rule_4_account_numbers_check_themselves);
  g_test_add_func ("/dates/days-are-iso-8601", test_days_are_iso_8601);

  return g_test_run ();
}
