/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many: in the digits and groups of the locale, alone and within a sentence. */

#include "number-text.h"
#include "text-locale.h"

static void
assert_count (const char *locale,
              guint64     count,
              const char *expected)
{
  g_autofree char *text = NULL;

  daybook_text_use_locale (locale);
  text = daybook_count_text (count);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_counts (void)
{
  assert_count (NULL, 0, "0");
  assert_count (NULL, 2500, "2,500");
  assert_count ("de_DE", 2500, "2.500");
  assert_count ("en_IN", 1234567, "12,34,567");
  assert_count ("ar_EG", 2500, "٢٬٥٠٠");
  assert_count ("en_US", G_MAXUINT64, "18,446,744,073,709,551,615");
}

static void
assert_sentence (const char *locale,
                 const char *format,
                 guint64     count,
                 const char *expected)
{
  g_autofree char *text = NULL;

  daybook_text_use_locale (locale);
  text = daybook_count_sentence (format, count);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_counts_within_sentences (void)
{
  assert_sentence ("en_US", "%u accounts", 2500, "2,500 accounts");
  assert_sentence ("de_DE", "Und %u weitere", 2500, "Und 2.500 weitere");
  assert_sentence ("ar_EG", "%u", 12, "١٢");
  assert_sentence ("de_DE", "Noch %1$u", 3, "Noch 3");

  /* Where one is one, a language may need no figure; and nothing in it is a format any more. */
  assert_sentence ("en_US", "One account", 1, "One account");
  assert_sentence ("en_US", "%u of %s", 1, "1 of %s");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number-text/counts", test_counts);
  g_test_add_func ("/number-text/counts-within-sentences", test_counts_within_sentences);

  return g_test_run ();
}
