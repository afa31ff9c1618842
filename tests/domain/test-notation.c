/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts and days in figures, whoever wrote them. */

#include "notation.h"

static void
test_characters_mean_the_same_everywhere (void)
{
  static const struct { gunichar c; char kind; } cases[] = {
    { '7', '7' }, { 0x0667, '7' }, { 0x096D, '7' }, { '.', '.' }, { ',', ',' }, { '+', '+' },
    { '-', '-' }, { 0x2212, '-' }, { '\'', '\'' }, { 0x2019, '\'' }, { 0x066B, 'D' },
    { 0x066C, 'G' }, { 0x200E, '\0' }, { 0x200F, '\0' }, { 0x061C, '\0' }, { ' ', ' ' },
    { 0x00A0, ' ' }, { 0x202F, ' ' }, { 'x', '?' }, { 0x20AC, '?' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (daybook_notation_kind (cases[i].c), ==, cases[i].kind);
}

static void
test_digits_are_grouped_well_or_not_read (void)
{
  static const struct { const char *number; char mark, group; const char *neutral; } cases[] = {
    { "1234", '\0', '\0', "1234" }, { "1234,5", ',', '.', "1234.5" },
    { "1.234,50", ',', '.', "1234.50" }, { "12,34,567.8", '.', ',', "1234567.8" },
    { "1 234", '\0', ' ', "1234" }, { ",5", ',', '.', "0.5" }, { "12,", ',', '.', "12" },
    { "", '\0', '\0', NULL }, { ",", ',', '.', NULL }, { "1.23,4", ',', '.', NULL },
    { "1234.567", '\0', '.', NULL }, { ".123", '\0', '.', NULL }, { "1.2.345", '\0', '.', NULL },
    { "1x2", '\0', '.', NULL }, { "1,2,3", ',', '.', NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) neutral = g_string_new (NULL);
      gboolean read = daybook_notation_copy_digits (cases[i].number, cases[i].mark, cases[i].group,
                                                    neutral);

      g_test_message ("“%s”", cases[i].number);
      g_assert_cmpint (read, ==, cases[i].neutral != NULL);
      if (read)
        g_assert_cmpstr (neutral->str, ==, cases[i].neutral);
    }
}

static void
test_short_years_are_near (void)
{
  g_assert_cmpint (daybook_notation_full_year (0), ==, 2000);
  g_assert_cmpint (daybook_notation_full_year (69), ==, 2069);
  g_assert_cmpint (daybook_notation_full_year (70), ==, 1970);
  g_assert_cmpint (daybook_notation_full_year (99), ==, 1999);
}

static void
test_days_are_read_in_their_order (void)
{
  static const struct { const char *text, *order; int year, month, day; } cases[] = {
    { "3.1.26", "dMy", 2026, 1, 3 }, { "03/01/2026", "Mdy", 2026, 3, 1 },
    { "2026-01-03", "dMy", 2026, 1, 3 }, { "26/1/3", "yMd", 2026, 1, 3 },
    { " 3. 1. 2026 ", "dMy", 2026, 1, 3 }, { "3.1.2026.", "dMy", 2026, 1, 3 },
    { "٣/١/٢٠٢٦", "dMy", 2026, 1, 3 }, { "2026年1月3日", "yMd", 2026, 1, 3 },
    { "2026년 1월 3일", "yMd", 2026, 1, 3 }, { "3.1", "dMy" }, { "", "dMy" }, { "3.1.26.4", "dMy" },
    { "2026年1月", "yMd" }, { "3 Jan 26", "dMy" }, { "20261.1.1", "yMd" }, { "3.123.26", "dMy" },
    { "3.1.126", "dMy" }, { "31.2.2026", "dMy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DaybookDate date;
      gboolean read = daybook_notation_read_day (cases[i].text, cases[i].order, &date);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].year != 0);
      if (read)
        g_assert_cmpint (date, ==, daybook_date_new (cases[i].year, cases[i].month, cases[i].day));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notation/characters-mean-the-same-everywhere",
                   test_characters_mean_the_same_everywhere);
  g_test_add_func ("/notation/digits-are-grouped-well-or-not-read",
                   test_digits_are_grouped_well_or_not_read);
  g_test_add_func ("/notation/short-years-are-near", test_short_years_are_near);
  g_test_add_func ("/notation/days-are-read-in-their-order", test_days_are_read_in_their_order);

  return g_test_run ();
}
