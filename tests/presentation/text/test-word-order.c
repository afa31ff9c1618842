/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words on the screen: in the order of the locale, whatever locales this machine has. */

#include "text-locale.h"
#include "word-order.h"

static void
assert_order (const char *locale,
              const char *before,
              const char *after)
{
  daybook_text_use_locale (locale);
  g_test_message ("%s: %s, %s", locale, before, after);
  g_assert_cmpint (daybook_word_order_compare (before, after), <, 0);
  g_assert_cmpint (daybook_word_order_compare (after, before), >, 0);
  g_assert_cmpint (daybook_word_order_compare (after, after), ==, 0);
}

static void
test_as_the_locale_does (void)
{
  assert_order ("sv_SE", "zloty", "öre");
  assert_order ("de_DE", "öre", "zloty");
  assert_order ("es_ES", "nz", "ña");
  assert_order ("de_DE", "ña", "nz");
  assert_order ("en_US", "dinar", "Dinar");
  assert_order (NULL, "Dollar", "euro");
  assert_order (NULL, "Österreich", "Polen");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-order/as-the-locale-does", test_as_the_locale_does);

  return g_test_run ();
}
