/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Seals: a hash that people can copy from paper.
 *
 * Fifteen characters carry the first 75 bits of a SHA-256 hash: who would make another book with
 * the same seal has to try some 2^75 of them. The sixteenth tells whether one of them was copied
 * wrongly or two neighbours were exchanged. The characters are Crockford's base 32: digits and
 * capital letters without I, L, O and U, so that none can be taken for another. */

#include "books/seal.h"

#include <string.h>

#define N_CHARACTERS 32
#define N_DATA 15
#define GROUP 4

static const char characters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* The check character, as ISO 7064's hybrid systems work it out (MOD n+1,n), for n = 32. */
static guint
check_value (const guint8 *values)
{
  guint p = N_CHARACTERS;

  for (guint i = 0; i < N_DATA; i++)
    {
      guint sum = (p + values[i]) % N_CHARACTERS;

      p = 2 * (sum != 0 ? sum : N_CHARACTERS) % (N_CHARACTERS + 1);
    }

  return (N_CHARACTERS + 1 - p) % N_CHARACTERS;
}

static void
write_seal (const guint8 *values,
            char         *seal)
{
  for (guint i = 0; i <= N_DATA; i++)
    {
      if (i > 0 && i % GROUP == 0)
        *seal++ = '-';
      *seal++ = characters[values[i]];
    }
  *seal = '\0';
}

/**
 * daybook_seal_make:
 * @hash: at least ten bytes of a hash
 * @seal: (out): `7KQM-4T9X-2WHC-R8ZN`
 */
void
daybook_seal_make (const guint8 *hash,
                   char          seal[DAYBOOK_SEAL_LENGTH])
{
  guint8 values[N_DATA + 1];

  for (guint i = 0; i < N_DATA; i++)
    {
      guint bit = 5 * i;
      guint two = (guint) hash[bit / 8] << 8 | hash[bit / 8 + 1];

      values[i] = two >> (11 - bit % 8) & (N_CHARACTERS - 1);
    }
  values[N_DATA] = (guint8) check_value (values);
  write_seal (values, seal);
}

/* Returns what the character stands for, or -1. O is read as 0, I and L as 1, as Crockford says. */
static int
value_of (char c)
{
  char upper = g_ascii_toupper (c);
  const char *found;

  if (upper == 'O')
    upper = '0';
  if (upper == 'I' || upper == 'L')
    upper = '1';
  found = upper != '\0' ? strchr (characters, upper) : NULL;

  return found != NULL ? (int) (found - characters) : -1;
}

/**
 * daybook_seal_parse:
 * @text: as somebody copied it: in whatever case, with or without hyphens and blanks
 * @seal: (out): as daybook_seal_make() writes it
 *
 * Returns: whether it has the form of a seal and its check character is right.
 */
gboolean
daybook_seal_parse (const char *text,
                    char        seal[DAYBOOK_SEAL_LENGTH])
{
  guint8 values[N_DATA + 1];
  guint n = 0;

  for (; *text != '\0'; text++)
    if (*text != '-' && *text != ' ')
      {
        int value = value_of (*text);

        if (value < 0 || n > N_DATA)
          return FALSE;
        values[n++] = (guint8) value;
      }
  if (n != N_DATA + 1 || values[N_DATA] != check_value (values))
    return FALSE;

  write_seal (values, seal);
  return TRUE;
}
