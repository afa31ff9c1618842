/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, money and days as CLDR has them, shown and typed: see cldr-table.py for where the tables
 * come from.
 *
 * ICU and a table that are of the same version of CLDR have to agree to the last character. With
 * an ICU of another version, the table next below it counts, but for direction marks and the kinds
 * of blanks and apostrophes, which change most often. If a country has changed its mind about more
 * than that, it is time for a new table. */

#include <string.h>
#include <unicode/ulocdata.h>

#include "date-text.h"
#include "money-text.h"
#include "number-text.h"
#include "text-locale.h"

/* Of which there are tables, the newest first. */
static const guint versions[] = { 46, 42 };

static gboolean to_the_letter;
static guint n_checked;

/* The minus is the same everywhere. */
static char *
with_our_minus (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  return g_strjoinv ("−", parts);
}

static char *
dup_roughly (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
      else if (c == 0x2019)
        g_string_append_c (plain, '\'');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

static void
assert_text (char       *shown,
             const char *expected)
{
  g_autofree char *owned = shown;
  g_autofree char *plain = dup_roughly (owned);
  g_autofree char *expected_plain = dup_roughly (expected);

  g_assert_cmpstr (plain, ==, expected_plain);
  if (to_the_letter)
    g_assert_cmpstr (owned, ==, expected);
  n_checked++;
}

static void
assert_amount (const char      *typed,
               DaybookCurrency  currency,
               gint64           expected)
{
  DaybookDecimal decimal;
  gint64 minor;
  g_autoptr (GError) error = NULL;

  daybook_money_text_parse_sum (typed, &decimal, &error);
  g_assert_no_error (error);
  daybook_decimal_to_minor (decimal, currency, &minor, &error);
  g_assert_no_error (error);
  g_assert_cmpint (minor, ==, expected);
}

/* locale, currency, minor units, with the symbol, alone, alone without groups */
static void
check_money (char **fields)
{
  g_autofree char *symbol = with_our_minus (fields[3]);
  g_autofree char *alone = with_our_minus (fields[4]);
  g_autofree char *sum = g_strconcat (fields[4], "+3", NULL);
  g_autofree char *difference = g_strconcat (fields[5], " − 3", NULL);
  gint64 minor = g_ascii_strtoll (fields[2], NULL, 10);
  gint64 three;
  DaybookCurrency currency;

  g_assert_true (daybook_currency_parse (fields[1], &currency));
  g_assert_true (daybook_decimal_to_minor ((DaybookDecimal) { 3, 0 }, currency, &three, NULL));
  assert_text (daybook_money_text (minor, currency), symbol);
  assert_text (daybook_money_text_plain (minor, currency), alone);

  /* In CLDR's minus and in ours. */
  for (guint i = 3; i <= 5; i++)
    assert_amount (fields[i], currency, minor);
  assert_amount (symbol, currency, minor);
  assert_amount (alone, currency, minor);
  assert_amount (sum, currency, minor + three);
  assert_amount (difference, currency, minor - three);
}

/* locale, how many, as it is written */
static void
check_count (char **fields)
{
  assert_text (daybook_count_text (g_ascii_strtoull (fields[1], NULL, 10)), fields[2]);
}

/* locale, day, medium, without the year, on an axis; numeric, in own digits, in full */
static void
check_day (char **fields)
{
  DaybookDate date, read;

  g_assert_true (daybook_date_parse (fields[1], &date));
  assert_text (daybook_date_text (date), fields[2]);
  assert_text (daybook_date_text_short (date, date), fields[3]);
  assert_text (daybook_date_text_month (date), fields[4]);

  g_assert_true (daybook_date_text_parse (fields[1], &read) && read == date);
  for (guint i = 2; i <= 7; i++)
    if (i < 3 || i > 4)
      {
        g_test_message ("typed: %s", fields[i]);
        g_assert_true (daybook_date_text_parse (fields[i], &read));
        g_assert_cmpuint (read, ==, date);
      }
}

/* locale, second of the epoch, day and time; tests run in UTC */
static void
check_time (char **fields)
{
  gint64 second = g_ascii_strtoll (fields[1], NULL, 10);

  assert_text (daybook_time_text (second * G_USEC_PER_SEC), fields[2]);
}

/* currency, how many */
static void
check_decimals (char **fields)
{
  DaybookCurrency currency;

  g_assert_true (daybook_currency_parse (fields[0], &currency));
  g_assert_cmpuint (daybook_currency_decimals (currency), ==,
                    g_ascii_strtoull (fields[1], NULL, 10));
  n_checked++;
}

static const struct
{
  const char *about;
  guint n_fields;
  void (*check) (char **fields);
} kinds[] = {
  { "money", 6, check_money },
  { "count", 3, check_count },
  { "day", 8, check_day },
  { "time", 3, check_time },
  { "decimals", 2, check_decimals },
};

/* Characters that cannot be seen stand there by their numbers. */
static char *
unescape (const char *line)
{
  GString *text = g_string_new (NULL);

  for (; *line != '\0'; line++)
    {
      if (g_str_has_prefix (line, "\\u"))
        {
          g_autofree char *digits = g_strndup (line + 2, 4);

          g_string_append_unichar (text, g_ascii_strtoull (digits, NULL, 16));
          line += 5;
          continue;
        }
      g_string_append_c (text, *line);
    }

  return g_string_free (text, FALSE);
}

/* Returns whether the line is about @kind. */
static gboolean
check_line (const char *line,
            guint       kind)
{
  g_autofree char *text = unescape (line);
  g_auto (GStrv) fields = g_strsplit (text, "\t", -1);

  if (g_strcmp0 (fields[0], kinds[kind].about) != 0)
    return FALSE;

  g_test_message ("%s", line);
  g_assert_cmpuint (g_strv_length (fields), ==, kinds[kind].n_fields + 1);
  daybook_text_use_locale (fields[1]);
  kinds[kind].check (fields + 1);
  return TRUE;
}

static char *
read_table (void)
{
  g_autofree char *name = NULL, *path = NULL;
  UVersionInfo now = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  guint version = versions[G_N_ELEMENTS (versions) - 1];
  g_autoptr (GError) error = NULL;
  char *table = NULL;

  ulocdata_getCLDRVersion (now, &status);
  g_assert_true (U_SUCCESS (status));
  for (guint i = G_N_ELEMENTS (versions); i-- > 0;)
    if (versions[i] <= now[0])
      version = versions[i];
  to_the_letter = version == now[0];

  name = g_strdup_printf ("cldr-%u.tsv", version);
  path = g_test_build_filename (G_TEST_DIST, "tests", "presentation", "text", name, NULL);
  g_test_message ("ICU knows CLDR %u: %s, %s", now[0], name,
                  to_the_letter ? "to the letter" : "roughly");
  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static void
test_as_in_cldr (gconstpointer kind)
{
  g_autofree char *table = read_table ();
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n_lines = 0;

  n_checked = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += check_line (lines[i], GPOINTER_TO_UINT (kind));
  g_assert_cmpuint (n_lines, >=, 8);
  g_assert_cmpuint (n_checked, >=, n_lines);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cldr/%s", kinds[i].about);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_as_in_cldr);
    }

  return g_test_run ();
}
