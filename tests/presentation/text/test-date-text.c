/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days: written as each country does, and read in its order. */

#include <string.h>

#include "date-text.h"
#include "text-locale.h"

static DaybookDate
day (const char *iso8601)
{
  DaybookDate date;

  g_assert_true (daybook_date_parse (iso8601, &date));

  return date;
}

static void
assert_written (const char *locale,
                const char *iso8601,
                const char *text,
                const char *without_year)
{
  g_autofree char *medium = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *other_year = NULL;

  daybook_text_use_locale (locale);
  medium = daybook_date_text (day (iso8601));
  brief = daybook_date_text_short (day (iso8601), day ("2026-12-31"));
  other_year = daybook_date_text_short (day (iso8601), day ("2027-01-01"));

  g_assert_cmpstr (medium, ==, text);
  g_assert_cmpstr (brief, ==, without_year);
  g_assert_cmpstr (other_year, ==, text);
}

static void
test_written_as_the_locale_does (void)
{
  assert_written ("en_001", "2026-11-23", "23 Nov 2026", "23 Nov");
  assert_written ("en_GB", "2026-01-03", "3 Jan 2026", "3 Jan");
  assert_written ("en_US", "2026-11-23", "Nov 23, 2026", "Nov 23");
  assert_written ("de_DE", "2026-11-23", "23.11.2026", "23. Nov.");
  assert_written (NULL, "2026-11-23", "23 Nov 2026", "23 Nov");
}

static void
test_gregorian_everywhere (void)
{
  g_autofree char *thai = NULL;
  g_autofree char *old = NULL;

  daybook_text_use_locale ("th_TH");
  thai = daybook_date_text (day ("2026-11-23"));
  g_assert_nonnull (strstr (thai, "2026"));

  /* Also before there was a Gregorian calendar. */
  daybook_text_use_locale ("en_001");
  old = daybook_date_text (day ("1500-03-01"));
  g_assert_cmpstr (old, ==, "1 Mar 1500");
}

static void
assert_month (const char *locale,
              const char *iso8601,
              const char *expected)
{
  g_autofree char *text = NULL;

  daybook_text_use_locale (locale);
  text = daybook_date_text_month (day (iso8601));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_months_on_an_axis (void)
{
  assert_month ("en_GB", "2026-11-23", "Nov");
  assert_month ("de_DE", "2026-03-01", "Mär");
  assert_month ("fr_FR", "2026-12-31", "déc.");
  assert_month ("en_GB", "2026-01-31", "2026");
  assert_month ("th_TH", "2026-01-31", "2026");
}

static void
test_time_of_recording (void)
{
  g_autofree char *text = NULL;

  /* 2026-11-23T14:05:09.999999Z; the tests run in UTC. */
  daybook_text_use_locale ("en_001");
  text = daybook_time_text (G_GINT64_CONSTANT (1795442709999999));
  g_assert_nonnull (strstr (text, "23 Nov 2026"));
  g_assert_nonnull (strstr (text, ":05"));
}

static void
assert_reads (const char *locale,
              const char *typed,
              const char *iso8601)
{
  DaybookDate date = 4711;
  g_autofree char *shown = g_utf8_make_valid (typed, -1);

  g_test_message ("%s: %s", locale, shown);
  daybook_text_use_locale (locale);
  if (iso8601 == NULL)
    {
      g_assert_false (daybook_date_text_parse (typed, &date));
      g_assert_cmpuint (date, ==, 4711);
      return;
    }

  g_assert_true (daybook_date_text_parse (typed, &date));
  g_assert_cmpuint (date, ==, day (iso8601));
}

static void
test_reads_the_locales_order (void)
{
  assert_reads ("de_DE", "23.11.2026", "2026-11-23");
  assert_reads ("de_DE", "3.1.26", "2026-01-03");
  assert_reads ("de_DE", "03.01.99", "1999-01-03");
  assert_reads ("en_GB", "3/1/2026", "2026-01-03");
  assert_reads ("en_US", "1/3/2026", "2026-01-03");
  assert_reads ("en_US", "Nov 23, 2026", "2026-11-23");
  assert_reads ("en_GB", "23 Nov 2026", "2026-11-23");
  assert_reads ("en_GB", "23 November 2026", "2026-11-23");
  assert_reads ("de_DE", "23. November 2026", "2026-11-23");
  assert_reads ("sv_SE", "2026-11-23", "2026-11-23");
  assert_reads ("hu_HU", "2026. 11. 23.", "2026-11-23");
}

static void
test_reads_iso_8601_everywhere (void)
{
  assert_reads ("en_US", "2026-11-03", "2026-11-03");
  assert_reads ("de_DE", " 2026-11-03 ", "2026-11-03");
  assert_reads ("ar_EG", "2026-11-03", "2026-11-03");
}

static void
test_refuses_what_is_no_day (void)
{
  static const char *const typed[] = { "", "today", "31.02.2026", "0.1.2026", "1.13.2026", "23.11.",
                                       "23.11.026", "23.11.20266", "2026-11", "1.1.1.2026",
                                       "2026-02-30", "23.11.2026x", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_reads ("de_DE", typed[i], NULL);
}

static void
test_reads_what_it_writes (void)
{
  static const char *const locales[] = { "en_001", "en_US", "en_IN", "de_DE", "fr_FR", "sv_SE",
                                         "cs_CZ", "es_ES", "pt_BR", "it_IT", "pl_PL", "hu_HU",
                                         "ru_RU", "he_IL", "ja_JP", "nb_NO", "th_TH" };
  static const char *const days[] = { "2026-11-23", "2024-02-29", "1999-12-31", "2026-05-01" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    for (guint j = 0; j < G_N_ELEMENTS (days); j++)
      {
        g_autofree char *text = NULL;

        daybook_text_use_locale (locales[i]);
        text = daybook_date_text (day (days[j]));
        assert_reads (locales[i], text, days[j]);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-text/written-as-the-locale-does", test_written_as_the_locale_does);
  g_test_add_func ("/date-text/gregorian-everywhere", test_gregorian_everywhere);
  g_test_add_func ("/date-text/months-on-an-axis", test_months_on_an_axis);
  g_test_add_func ("/date-text/time-of-recording", test_time_of_recording);
  g_test_add_func ("/date-text/reads-the-locales-order", test_reads_the_locales_order);
  g_test_add_func ("/date-text/reads-iso-8601-everywhere", test_reads_iso_8601_everywhere);
  g_test_add_func ("/date-text/refuses-what-is-no-day", test_refuses_what_is_no_day);
  g_test_add_func ("/date-text/reads-what-it-writes", test_reads_what_it_writes);

  return g_test_run ();
}
