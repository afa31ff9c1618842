/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts: written as each country does, and read without ever guessing. */

#include <string.h>

#include "money-text.h"
#include "refusal.h"
#include "text-locale.h"

#define EUR ((DaybookCurrency) { "EUR" })
#define JPY ((DaybookCurrency) { "JPY" })
#define KWD ((DaybookCurrency) { "KWD" })

/* Which blank a locale groups with, and directions, are ICU's business: compared without. */
static char *
plainly (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0x00A0 || c == 0x202F)
        g_string_append_c (plain, ' ');
      else if (c != 0x200E && c != 0x200F && c != 0x061C)
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;
  g_autofree char *plain = plainly (owned);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_written_as_the_locale_does (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *plain;
    const char *code;
  } cases[] = {
    { "en_001", "−€1,240.05", "−1,240.05", "−1,240.05 EUR" },
    { "de_DE", "−1.240,05 €", "−1.240,05", "−1.240,05 EUR" },
    { "fr_FR", "−1 240,05 €", "−1 240,05", "−1 240,05 EUR" },
    { "sv_SE", "−1 240,05 €", "−1 240,05", "−1 240,05 EUR" },
    { "en_IN", "−€1,240.05", "−1,240.05", "−1,240.05 EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      daybook_text_use_locale (cases[i].locale);
      assert_text (daybook_money_text (-124005, EUR), cases[i].text);
      assert_text (daybook_money_text_plain (-124005, EUR), cases[i].plain);
      assert_text (daybook_money_text_code (-124005, EUR), cases[i].code);
    }
}

static void
test_c_locale_is_plain_english (void)
{
  daybook_text_use_locale (NULL);

  assert_text (daybook_money_text_code (10000, EUR), "100.00 EUR");
  assert_text (daybook_money_text_plain (124000, EUR), "1,240.00");
  assert_text (daybook_money_text (124000, EUR), "€1,240.00");
}

static void
test_exact_to_the_last_unit (void)
{
  daybook_text_use_locale ("en_001");

  assert_text (daybook_money_text_plain (G_MAXINT64, EUR), "92,233,720,368,547,758.07");
  assert_text (daybook_money_text_plain (G_MININT64, EUR), "−92,233,720,368,547,758.08");
  assert_text (daybook_money_text_plain (G_MAXINT64, JPY), "9,223,372,036,854,775,807");
  assert_text (daybook_money_text_plain (5, KWD), "0.005");
  assert_text (daybook_money_text_plain (0, EUR), "0.00");
  assert_text (daybook_money_text_plain (-5, EUR), "−0.05");
}

static void
test_decimals_are_those_of_iso_4217 (void)
{
  /* Where shops leave them out, ICU does too; a ledger cannot. */
  daybook_text_use_locale ("en_001");

  assert_text (daybook_money_text_plain (12345, (DaybookCurrency) { "HUF" }), "123.45");
  assert_text (daybook_money_text_code (12345, (DaybookCurrency) { "AFN" }), "123.45 AFN");
  assert_text (daybook_money_text (12345, (DaybookCurrency) { "ISK" }), "ISK 12,345");
}

static void
test_currency_by_name (void)
{
  daybook_text_use_locale ("en_001");
  assert_text (daybook_currency_text (EUR), "Euro (EUR)");
  daybook_text_use_locale ("de_DE");
  assert_text (daybook_currency_text ((DaybookCurrency) { "CHF" }), "Schweizer Franken (CHF)");
}

static void
assert_reads (const char *locale,
              const char *typed,
              const char *neutral)
{
  DaybookDecimal decimal = { 4711, 0 };
  char text[DAYBOOK_DECIMAL_LENGTH];
  g_autofree char *shown = g_utf8_make_valid (typed, -1);
  g_autoptr (GError) error = NULL;

  daybook_text_use_locale (locale);
  g_test_message ("%s: %s", locale, shown);
  if (neutral != NULL)
    {
      daybook_money_text_parse (typed, &decimal, &error);
      g_assert_no_error (error);
      daybook_decimal_format (decimal, text);
      g_assert_cmpstr (text, ==, neutral);
      return;
    }

  g_assert_false (daybook_money_text_parse (typed, &decimal, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER);
  g_assert_cmpstr (daybook_refusal_figures (error)->field, ==, "amount");
  g_assert_cmpstr (daybook_refusal_figures (error)->text, ==, typed);
  g_assert_cmpint (decimal.mantissa, ==, 4711);
}

static void
test_reads_own_notation (void)
{
  assert_reads ("en_001", "1,234.50", "1234.50");
  assert_reads ("en_001", "1,234", "1234");
  assert_reads ("en_001", "1.234", "1.234");
  assert_reads ("en_001", "12", "12");
  assert_reads ("en_001", ".5", "0.5");
  assert_reads ("de_DE", "1.234,50", "1234.50");
  assert_reads ("de_DE", "1.234", "1234");
  assert_reads ("de_DE", "1,234", "1.234");
  assert_reads ("de_DE", "1.234.567", "1234567");
  assert_reads ("fr_FR", "1\u202F234,50", "1234.50");
  assert_reads ("fr_FR", "1\u00A0234,50", "1234.50");
  assert_reads ("fr_FR", "1 234,50", "1234.50");
  assert_reads ("de_CH", "1’234.50", "1234.50");
  assert_reads ("de_CH", "1'234.50", "1234.50");
  assert_reads ("en_IN", "12,34,567.89", "1234567.89");
  assert_reads ("ar_EG", "١٬٢٣٤٫٥٠", "1234.50");
}

static void
test_reads_other_notation_where_it_is_clear (void)
{
  assert_reads ("en_001", "1.234,50", "1234.50");
  assert_reads ("en_001", "12,50", "12.50");
  assert_reads ("en_001", "1 234,50", "1234.50");
  assert_reads ("de_DE", "1,234.50", "1234.50");
  assert_reads ("de_DE", "12.50", "12.50");
  assert_reads ("de_DE", "0.500", "0.500");
  assert_reads ("fr_FR", "12.50", "12.50");
}

static void
test_does_not_guess (void)
{
  /* Neither mark is the locale's: a thousand, or one and a bit? */
  assert_reads ("fr_FR", "1.234", NULL);
  assert_reads ("de_CH", "1,234", NULL);

  assert_reads ("en_001", "12,34", "12.34");
  assert_reads ("en_001", "1,23,45", NULL);
  assert_reads ("en_001", "1,,234", NULL);
  assert_reads ("en_001", "1.2.3", NULL);
  assert_reads ("en_001", "1,234.5.6", NULL);
  assert_reads ("en_001", "12 34", NULL);
  assert_reads ("en_001", "1,234 567", NULL);
}

static void
test_reads_signs_and_currencies (void)
{
  assert_reads ("en_001", "  +12.50 ", "12.50");
  assert_reads ("en_001", "-12.50", "-12.50");
  assert_reads ("en_001", "−12.50", "-12.50");
  assert_reads ("en_001", "€12.50", "12.50");
  assert_reads ("en_001", "-€12.50", "-12.50");
  assert_reads ("en_001", "€-12.50", "-12.50");
  assert_reads ("en_001", "12.50 EUR", "12.50");
  assert_reads ("en_001", "eur 12.50", "12.50");
  assert_reads ("en_001", "US$ 12.50", "12.50");
  assert_reads ("cs_CZ", "12,50 Kč", "12.50");
  assert_reads ("da_DK", "12,50 kr.", "12.50");
  assert_reads ("da_DK", "12,50 kr", NULL);
  assert_reads ("fr_FR", "12\u00A0F\u202FCFA", "12");
  assert_reads ("es_PE", "S/ 12.50", "12.50");
  assert_reads ("ar_EG", "١٢٫٥٠\u00A0د.ك.\u200F", "12.50");
  assert_reads ("en_001", "€.50", "0.50");
  assert_reads ("he_IL", "\u200E-12.50", "-12.50");

  assert_reads ("en_001", "--12", NULL);
  assert_reads ("en_001", "-€-12", NULL);
  assert_reads ("en_001", "12-", NULL);
  assert_reads ("en_001", "12+3", NULL);
}

static void
assert_sum (const char *locale,
            const char *typed,
            const char *neutral)
{
  DaybookDecimal decimal = { 4711, 0 };
  char text[DAYBOOK_DECIMAL_LENGTH];
  g_autofree char *shown = g_utf8_make_valid (typed, -1);
  g_autoptr (GError) error = NULL;

  daybook_text_use_locale (locale);
  g_test_message ("%s: %s", locale, shown);
  if (neutral != NULL)
    {
      daybook_money_text_parse_sum (typed, &decimal, &error);
      g_assert_no_error (error);
      daybook_decimal_format (decimal, text);
      g_assert_cmpstr (text, ==, neutral);
      return;
    }

  g_assert_false (daybook_money_text_parse_sum (typed, &decimal, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER);
  g_assert_cmpstr (daybook_refusal_figures (error)->text, ==, typed);
  g_assert_cmpint (decimal.mantissa, ==, 4711);
}

static void
test_adds_up (void)
{
  assert_sum ("de_DE", "12,50+3", "15.50");
  assert_sum ("de_DE", "12,50 + 3 − 0,25", "15.25");
  assert_sum ("de_DE", "1.000,00 - 1", "999.00");
  assert_sum ("en_US", "1,234.50+0.005", "1234.505");
  assert_sum ("fr_FR", "1\u202F234,50 + 1", "1235.50");
  assert_sum ("ar_EG", "١٢٫٥٠+٣", "15.50");
  assert_sum ("en_001", "€12.50 + €3", "15.50");
  assert_sum ("en_001", "12.50 EUR - 3 EUR", "9.50");
  assert_sum ("en_001", "-5+2", "-3");
  assert_sum ("en_001", "€-5+2", "-3");
  assert_sum ("en_001", "+5", "5");
  assert_sum ("en_001", " 7 ", "7");
  assert_sum ("en_001", "9223372036854775807-9223372036854775807", "0");

  /* No arithmetic but this, and nothing that looks like a slip. */
  assert_sum ("en_001", "", NULL);
  assert_sum ("en_001", "+", NULL);
  assert_sum ("en_001", "12+", NULL);
  assert_sum ("en_001", "12++3", NULL);
  assert_sum ("en_001", "12+-3", NULL);
  assert_sum ("en_001", "--12", NULL);
  assert_sum ("en_001", "12*3", NULL);
  assert_sum ("en_001", "12+x", NULL);
  assert_sum ("en_001", "$12+€3", NULL);
  assert_sum ("en_001", "€12 CHF", NULL);
  assert_sum ("fr_FR", "1+1.234", NULL);
  assert_sum ("en_001", "1+\xff", NULL);
}

static void
test_sums_are_exact_or_refused (void)
{
  static const char *const large[] = { "9223372036854775807+1", "9223372036854775807+0.01",
                                       "0.01+9223372036854775807" };
  DaybookDecimal decimal = { 4711, 0 };

  daybook_text_use_locale ("en_001");
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (daybook_money_text_parse_sum (large[i], &decimal, &error));
      g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE);
      g_assert_cmpstr (daybook_refusal_figures (error)->text, ==, large[i]);
      g_assert_cmpint (decimal.mantissa, ==, 4711);
    }
}

static void
test_refuses_what_is_no_amount (void)
{
  static const char *const typed[] = { "", " ", "abc", "12abc", "1e5", "0x10", "12,5o", "€", ".",
                                       ",", "-", "1/2", "NaN", "inf", "12\n13", "1_000", "十" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_reads ("en_001", typed[i], NULL);
}

static void
test_refuses_what_is_too_large (void)
{
  DaybookDecimal decimal = { 0 };
  g_autoptr (GError) error = NULL;

  daybook_text_use_locale ("en_001");
  assert_reads ("en_001", "9,223,372,036,854,775,807", "9223372036854775807");
  g_assert_false (daybook_money_text_parse ("9,223,372,036,854,775,808", &decimal, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE);
}

/* Whatever is written can be read again, in every notation that ICU has in store. */
static void
test_reads_what_it_writes (void)
{
  static const char *const locales[] = { "en_001", "en_US", "en_IN", "de_DE", "de_CH", "de_AT",
                                         "fr_FR", "fr_CH", "sv_SE", "cs_CZ", "es_ES", "pt_BR",
                                         "it_IT", "pl_PL", "hu_HU", "ru_RU", "ar_EG", "fa_IR",
                                         "he_IL", "hi_IN", "ja_JP", "nb_NO", "bn_BD" };
  static const gint64 amounts[] = { 0, 1, -1, 99, 100, 12345, -123456, 123456789,
                                    G_GINT64_CONSTANT (1234567890123) };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    for (guint j = 0; j < G_N_ELEMENTS (amounts); j++)
      {
        g_autofree char *plain = NULL;
        g_autofree char *full = NULL;
        DaybookDecimal decimal;
        g_autoptr (GError) error = NULL;

        daybook_text_use_locale (locales[i]);
        plain = daybook_money_text_plain (amounts[j], EUR);
        full = daybook_money_text (amounts[j], EUR);
        g_test_message ("%s: %s, %s", locales[i], plain, full);
        daybook_money_text_parse (plain, &decimal, &error);
        g_assert_no_error (error);
        g_assert_cmpint (decimal.mantissa, ==, amounts[j]);
        g_assert_cmpint (decimal.decimals, ==, 2);
        daybook_money_text_parse (full, &decimal, &error);
        g_assert_no_error (error);
        g_assert_cmpint (decimal.mantissa, ==, amounts[j]);
      }
}

static gpointer
write_amounts (gpointer data)
{
  for (gint64 i = 0; i < 2000; i++)
    {
      g_autofree char *text = daybook_money_text (i, i % 2 ? EUR : KWD);

      g_assert_nonnull (text);
    }

  return NULL;
}

static void
test_from_several_threads (void)
{
  GThread *threads[4];

  daybook_text_use_locale ("en_001");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, write_amounts, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money-text/written-as-the-locale-does", test_written_as_the_locale_does);
  g_test_add_func ("/money-text/c-locale-is-plain-english", test_c_locale_is_plain_english);
  g_test_add_func ("/money-text/exact-to-the-last-unit", test_exact_to_the_last_unit);
  g_test_add_func ("/money-text/decimals-are-those-of-iso-4217",
                   test_decimals_are_those_of_iso_4217);
  g_test_add_func ("/money-text/currency-by-name", test_currency_by_name);
  g_test_add_func ("/money-text/reads-own-notation", test_reads_own_notation);
  g_test_add_func ("/money-text/reads-other-notation-where-it-is-clear",
                   test_reads_other_notation_where_it_is_clear);
  g_test_add_func ("/money-text/does-not-guess", test_does_not_guess);
  g_test_add_func ("/money-text/reads-signs-and-currencies", test_reads_signs_and_currencies);
  g_test_add_func ("/money-text/adds-up", test_adds_up);
  g_test_add_func ("/money-text/sums-are-exact-or-refused", test_sums_are_exact_or_refused);
  g_test_add_func ("/money-text/refuses-what-is-no-amount", test_refuses_what_is_no_amount);
  g_test_add_func ("/money-text/refuses-what-is-too-large", test_refuses_what_is_too_large);
  g_test_add_func ("/money-text/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/money-text/from-several-threads", test_from_several_threads);

  return g_test_run ();
}
