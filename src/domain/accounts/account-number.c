/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Account numbers (rule 4): eight digits given out in sequence and two check digits, ISO 7064
 * MOD 97-10, the same arithmetic as an IBAN's: it finds every single wrong digit and every swap of
 * two neighbours, so that a number read over the telephone is either right or refused. */

#include "account-number.h"

#include <string.h>

/* Between the groups: keeps them on one line, and in their order where text runs from right to left
 * (UAX #9, W4: a common separator between digits belongs to the number). */
#define NO_BREAK_SPACE "\u00a0"

#define DIGITS (sizeof (((DaybookAccountNumber *) 0)->digits) - 1)

/**
 * daybook_account_number_new:
 * @sequence: 1 for the first account of a book, and so on
 * @number: (out): the number; untouched on failure
 *
 * Returns: whether numbers are left.
 */
gboolean
daybook_account_number_new (guint64               sequence,
                            DaybookAccountNumber *number)
{
  guint64 check;

  if (sequence < 1 || sequence > DAYBOOK_ACCOUNT_SEQUENCE_MAX)
    return FALSE;

  check = 98 - sequence * 100 % 97;
  sequence = sequence * 100 + check;
  for (guint i = DIGITS; i-- > 0; sequence /= 10)
    number->digits[i] = '0' + sequence % 10;
  number->digits[DIGITS] = '\0';

  return TRUE;
}

/* How many bytes of a space stand at @text, 0 if none does. */
static gsize
skip_space (const char *text)
{
  if (*text == ' ')
    return 1;

  return g_str_has_prefix (text, NO_BREAK_SPACE) ? strlen (NO_BREAK_SPACE) : 0;
}

/**
 * daybook_account_number_looks_like:
 *
 * Returns: whether @text can only be meant as an account number: digits, with or without blanks.
 */
gboolean
daybook_account_number_looks_like (const char *text)
{
  guint digits = 0;

  while (*text != '\0')
    {
      gsize space = skip_space (text);

      if (space == 0 && !g_ascii_isdigit (*text))
        return FALSE;
      digits += space == 0;
      text += MAX (space, 1);
    }

  return digits > 0;
}

/**
 * daybook_account_number_parse:
 * @text: ten digits, blanks between them allowed
 * @number: (out): the number; untouched on failure
 *
 * Returns: whether @text is a number whose check digits are right. Whether there is such an account
 *   is another question.
 */
gboolean
daybook_account_number_parse (const char           *text,
                              DaybookAccountNumber *number)
{
  DaybookAccountNumber parsed;
  guint n = 0;
  guint remainder = 0;

  while (*text != '\0')
    {
      gsize space = skip_space (text);

      if (space == 0)
        {
          if (!g_ascii_isdigit (*text) || n == DIGITS)
            return FALSE;
          parsed.digits[n++] = *text;
          remainder = (remainder * 10 + (*text - '0')) % 97;
        }
      text += MAX (space, 1);
    }

  if (n != DIGITS || remainder != 1)
    return FALSE;

  parsed.digits[DIGITS] = '\0';
  *number = parsed;
  return TRUE;
}

/**
 * daybook_account_number_get_sequence:
 *
 * Returns: the number without its check digits.
 */
guint32
daybook_account_number_get_sequence (const DaybookAccountNumber *number)
{
  guint32 sequence = 0;

  for (guint i = 0; i < DIGITS - 2; i++)
    sequence = sequence * 10 + (number->digits[i] - '0');

  return sequence;
}

/**
 * daybook_account_number_format:
 * @text: (out): receives the number as people read it, `0001 2345 97`, with no-break spaces
 */
void
daybook_account_number_format (const DaybookAccountNumber *number,
                               char                        text[DAYBOOK_ACCOUNT_NUMBER_LENGTH])
{
  const char *d = number->digits;

  g_snprintf (text, DAYBOOK_ACCOUNT_NUMBER_LENGTH,
              "%.4s" NO_BREAK_SPACE "%.4s" NO_BREAK_SPACE "%.2s", d, d + 4, d + 8);
}

/**
 * daybook_account_number_equal:
 *
 * Returns: whether both are the same number.
 */
gboolean
daybook_account_number_equal (const DaybookAccountNumber *a,
                              const DaybookAccountNumber *b)
{
  return strcmp (a->digits, b->digits) == 0;
}
