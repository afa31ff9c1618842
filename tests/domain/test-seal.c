/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Seals: made from a hash, copied by people. */

#include "books/seal.h"

#include <string.h>

static const char characters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* SHA-256 of nothing: e3b0c442 98fc1c14 9afb…; its first 75 bits, five by five, by hand. */
static const guint8 hash[] = { 0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb };

static void
test_first_75_bits (void)
{
  char seal[DAYBOOK_SEAL_LENGTH];

  daybook_seal_make (hash, seal);
  g_assert_cmpstr (seal, ==, "WERC-8GMR-ZGE1-96QJ");
}

static void
test_as_people_copy_it (void)
{
  static const char *const none[] = { "", "WERC", "WERC-8GMR-ZGE1-96Q", "WERC-8GMR-ZGE1-96QU",
                                      "Ä" };
  char seal[DAYBOOK_SEAL_LENGTH], read[DAYBOOK_SEAL_LENGTH];
  g_autofree char *lower = NULL;
  g_autofree char *longer = NULL;
  char *letter;

  daybook_seal_make (hash, seal);
  lower = g_ascii_strdown (seal, -1);
  for (char *p = lower; *p != '\0'; p++)
    if (*p == '-')
      *p = ' ';
  letter = strchr (lower, '1');
  g_assert_nonnull (letter);
  for (const char *one = "1ilIL"; *one != '\0'; one++)
    {
      *letter = *one;
      memset (read, 0, sizeof read);
      g_assert_true (daybook_seal_parse (lower, read));
      g_assert_cmpstr (read, ==, seal);
    }

  longer = g_strconcat (seal, "0", NULL);
  g_assert_false (daybook_seal_parse (longer, read));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (daybook_seal_parse (none[i], read));
}

/* Nobody who types it has to know whether it is a nought or an O. */
static void
test_a_nought_is_an_o (void)
{
  static const guint8 zeros[sizeof hash];
  char seal[DAYBOOK_SEAL_LENGTH], read[DAYBOOK_SEAL_LENGTH];
  g_autofree char *typed = NULL;

  daybook_seal_make (zeros, seal);
  g_assert_true (g_str_has_prefix (seal, "0000-0000-0000-000"));
  typed = g_strdelimit (g_strdup (seal), "0", 'O');
  g_assert_true (daybook_seal_parse (typed, read));
  g_assert_cmpstr (read, ==, seal);
}

/* Every single wrong character, and every two neighbours exchanged but for the very few that no
 * system of this kind can tell. */
static void
test_what_was_copied_wrongly_is_seen (void)
{
  guint n_exchanged = 0, n_unseen = 0;
  g_autoptr (GRand) chance = g_rand_new_with_seed (31);

  for (guint round = 0; round < 200; round++)
    {
      guint8 other[10];
      char seal[DAYBOOK_SEAL_LENGTH], wrong[DAYBOOK_SEAL_LENGTH], read[DAYBOOK_SEAL_LENGTH];

      for (guint i = 0; i < sizeof other; i++)
        other[i] = (guint8) g_rand_int_range (chance, 0, 256);
      daybook_seal_make (other, seal);
      g_assert_true (daybook_seal_parse (seal, read));

      for (guint i = 0; seal[i] != '\0'; i++)
        for (guint j = 0; characters[j] != '\0' && seal[i] != '-'; j++)
          {
            memcpy (wrong, seal, sizeof wrong);
            wrong[i] = characters[j];
            g_assert_cmpint (daybook_seal_parse (wrong, read), ==, characters[j] == seal[i]);
          }

      for (guint i = 0; seal[i + 1] != '\0'; i++)
        if (seal[i] != '-' && seal[i + 1] != '-' && seal[i] != seal[i + 1])
          {
            memcpy (wrong, seal, sizeof wrong);
            wrong[i] = seal[i + 1];
            wrong[i + 1] = seal[i];
            n_exchanged++;
            n_unseen += daybook_seal_parse (wrong, read);
          }
    }

  g_assert_cmpuint (n_exchanged, >, 2000);
  g_test_message ("%u of %u exchanges are not seen", n_unseen, n_exchanged);
  g_assert_cmpuint (n_unseen * 100, <, n_exchanged);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/a-nought-is-an-o", test_a_nought_is_an_o);
  g_test_add_func ("/seal/first-75-bits", test_first_75_bits);
  g_test_add_func ("/seal/as-people-copy-it", test_as_people_copy_it);
  g_test_add_func ("/seal/what-was-copied-wrongly-is-seen", test_what_was_copied_wrongly_is_seen);

  return g_test_run ();
}
