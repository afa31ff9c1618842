/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and figures in sentences of either direction. In what is expected, [ and ] stand for FSI
 * and PDI, { for LRI, } for RLI, < and > for the marks of the two directions. */

#include <string.h>

#include "compose.h"
#include "money-text.h"
#include "text-locale.h"

#define LATIN "Zsófia Kovács"
#define ARABIC "فاطمة"
#define HEBREW "שרה"

static const struct
{
  const char *sign;
  const char *character;
} signs[] = {
  { "[", "\u2068" }, { "]", "\u2069" }, { "{", "\u2066" }, { "}", "\u2067" },
  { "<", "\u200E" }, { ">", "\u200F" },
};

/* Takes @composed. */
static void
assert_composed (char       *composed,
                 const char *expected)
{
  g_autofree char *owned = composed;
  g_autoptr (GString) readable = g_string_new (composed);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (readable, signs[i].character, signs[i].sign, 0);

  g_assert_cmpstr (readable->str, ==, expected);
}

static void
test_one_direction (void)
{
  daybook_text_use_locale ("en");
  assert_composed (daybook_compose ("%1$s's account “%2$s” has %3$u%%", LATIN, "Rent, +1", 3u),
                   LATIN "'s account “Rent, +1” has 3%");
  assert_composed (daybook_compose ("Account %s", "0000 0001 95"), "Account 0000 0001 95");
  assert_composed (daybook_compose ("%s (%s)", LATIN, "−40.00 EUR"), LATIN " (−40.00 EUR)");
  assert_composed (daybook_compose ("Reason: %s", "7 – 12"), "Reason: 7 – 12");

  daybook_text_use_locale ("ar_EG");
  assert_composed (daybook_compose ("حساب %1$s «%2$s»", ARABIC, "إيجار"),
                   "حساب " ARABIC " «إيجار»");
  assert_composed (daybook_compose ("%s (%s)", ARABIC, "٤٠٫٠٠"), ARABIC " ({٤٠٫٠٠])");
}

static void
test_other_direction (void)
{
  daybook_text_use_locale ("en");
  assert_composed (daybook_compose ("Deposited to %2$s's account: %1$s", "40.00 EUR", HEBREW),
                   "Deposited to [" HEBREW "]'s account: 40.00 EUR");
  assert_composed (daybook_compose ("%s's account", ARABIC), "<[" ARABIC "]'s account");

  daybook_text_use_locale ("ar_EG");
  assert_composed (daybook_compose ("حساب %1$s «%2$s»", LATIN, "Driving lessons"),
                   "حساب [" LATIN "] «[Driving lessons]»");
  assert_composed (daybook_compose ("إيداع %s", "٤٠٫٠٠ EUR"), "إيداع [٤٠٫٠٠ EUR]");
  assert_composed (daybook_compose ("«%s» غير موجود", "a.daybook"), ">«[a.daybook]» غير موجود");
}

/* Without letters there is nothing to go by, and a blank or a sign would change sides. */
static void
test_figures (void)
{
  daybook_text_use_locale ("ar_EG");
  assert_composed (daybook_compose ("الحساب %s", "0000 0001 95"), "الحساب {0000 0001 95]");
  assert_composed (daybook_compose ("الرصيد %s", "−٤٠٫٠٠"), "الرصيد {−٤٠٫٠٠]");
  assert_composed (daybook_compose ("القيد %s", "2500"), "القيد 2500");
  assert_composed (daybook_compose ("عدد %u", 12u), "عدد 12");
}

/* A sentence without words of its own goes as its language does. */
static void
test_places_only (void)
{
  daybook_text_use_locale ("ar_EG");
  assert_composed (daybook_compose ("%1$s · %2$s", LATIN, ARABIC), ">[" LATIN "] · " ARABIC);
  daybook_text_use_locale ("en");
  assert_composed (daybook_compose ("%1$s · %2$s", LATIN, ARABIC), LATIN " · [" ARABIC "]");
  assert_composed (daybook_compose ("%1$s · %2$s", ARABIC, LATIN), "<[" ARABIC "] · " LATIN);
}

/* What is kept apart is not kept apart once more with the sentence that it stands in. */
static void
test_sentence_in_sentence (void)
{
  g_autofree char *english = NULL;
  g_autofree char *arabic = NULL;

  daybook_text_use_locale ("en");
  english = daybook_compose ("%1$s for %2$s", "40.00 EUR", HEBREW);
  assert_composed (daybook_compose ("Entry 3 reversed: %s", english),
                   "Entry 3 reversed: 40.00 EUR for [" HEBREW "]");

  daybook_text_use_locale ("ar_EG");
  arabic = daybook_compose ("%1$s (%2$s)", "0000 0001 95", LATIN);
  assert_composed (daybook_compose ("الحساب %s", arabic), "الحساب >{0000 0001 95] ([" LATIN "])");
}

/* A plural form for one may do without the number. */
static void
test_left_out (void)
{
  const char *form = "%2$s";

  daybook_text_use_locale ("en");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  assert_composed (daybook_compose (form, 1u, "one"), "one");
#pragma GCC diagnostic pop
  assert_composed (daybook_compose ("100%%"), "100%");
}

/* What the locale wrote from right to left stays so; all else is from left to right. */
static void
test_figures_alone (void)
{
  static const DaybookCurrency euro = { "EUR" };

  daybook_text_use_locale ("ar_EG");
  assert_composed (daybook_compose_figures ("−40.00"), "{−40.00]");
  assert_composed (daybook_compose_figures ("0000 0001 95"), "{0000 0001 95]");
  for (gint64 minor = -1950; minor <= 1950; minor += 3900)
    {
      g_autofree char *money = daybook_money_text (minor, euro);
      g_autofree char *figures = daybook_compose_figures (money);

      g_assert_true (g_str_has_prefix (figures, "\u2067"));
      g_assert_nonnull (strstr (figures, money));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/one-direction", test_one_direction);
  g_test_add_func ("/compose/other-direction", test_other_direction);
  g_test_add_func ("/compose/figures", test_figures);
  g_test_add_func ("/compose/figures-alone", test_figures_alone);
  g_test_add_func ("/compose/places-only", test_places_only);
  g_test_add_func ("/compose/sentence-in-sentence", test_sentence_in_sentence);
  g_test_add_func ("/compose/left-out", test_left_out);

  return g_test_run ();
}
