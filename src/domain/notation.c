/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How amounts and days are written in figures, all over the world.
 *
 * Which mark is the decimal mark, and in which order a day's parts stand, is not known here: a
 * locale says so, or somebody who knows the file. */

#include "notation.h"

#include <string.h>

/* Years of two digits are those from 1970 to 2069. */
#define FIRST_SHORT_YEAR 70

/**
 * daybook_notation_kind:
 *
 * What a character in an amount means: itself, or the sign of its kind.
 *
 * Returns: `0`…`9` for a digit, `+` or `-` for a sign, `.` or `,` for a mark, a blank, an
 *   apostrophe, `D` and `G` for the Arabic marks, 0 for what only stands for a direction, `?` for
 *   anything else.
 */
char
daybook_notation_kind (gunichar c)
{
  if (g_unichar_isdigit (c))
    return '0' + g_unichar_digit_value (c);

  switch (c)
    {
    case '.':
    case ',':
    case '+':
    case '-':
    case '\'':
      return (char) c;
    case 0x2212: /* minus */
      return '-';
    case 0x2019: /* apostrophe, as the Swiss group */
      return '\'';
    case 0x066B: /* Arabic decimal mark */
      return 'D';
    case 0x066C: /* Arabic grouping mark */
      return 'G';
    case 0x200E: /* direction marks, which ICU puts around signs */
    case 0x200F:
    case 0x061C:
      return '\0';
    default:
      return g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F ? ' ' : '?';
    }
}

/**
 * daybook_notation_copy_digits:
 * @number: digits and marks, as daybook_notation_kind() calls them
 * @mark: the decimal mark among them, 0 for none
 * @group: what groups them, 0 for nothing
 * @neutral: receives the digits, with a point before the decimals
 *
 * Returns: whether it is a number with well-formed groups: three digits each, or two before the
 *   last one, as in India.
 */
gboolean
daybook_notation_copy_digits (const char *number,
                              char        mark,
                              char        group,
                              GString    *neutral)
{
  const char *end = mark != '\0' ? strchr (number, mark) : number + strlen (number);
  guint in_group = 0;
  gboolean grouped = FALSE;

  if (end == number)
    g_string_append_c (neutral, '0');

  for (const char *p = number; p < end; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (neutral, *p);
          in_group++;
          continue;
        }
      if (*p != group || in_group == 0 || in_group > 3 || (grouped && in_group < 2))
        return FALSE;
      grouped = TRUE;
      in_group = 0;
    }
  if (grouped && in_group != 3)
    return FALSE;

  if (*end != '\0' && end[1] != '\0')
    {
      if (strspn (end + 1, "0123456789") != strlen (end + 1))
        return FALSE;
      g_string_append_c (neutral, '.');
      g_string_append (neutral, end + 1);
    }

  return end != number || (*end != '\0' && end[1] != '\0');
}

/**
 * daybook_notation_full_year:
 * @year: the last two digits of a year
 *
 * Returns: the one year from 1970 to 2069 that ends so.
 */
int
daybook_notation_full_year (int year)
{
  return year < FIRST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

/* Year, month, day behind their figures: in Japan and China, and in Korea. */
static gboolean
is_part_sign (gunichar c)
{
  switch (c)
    {
    case 0x5E74:
    case 0x6708:
    case 0x65E5:
    case 0xB144:
    case 0xC6D4:
    case 0xC77C:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Three numbers with anything between them but letters, which could be the name of a month. */
static gboolean
split_day (const char *text,
           int         numbers[3],
           guint       digits[3])
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (n == 3 || digits[n] == 4)
            return FALSE;
          numbers[n] = numbers[n] * 10 + g_unichar_digit_value (c);
          digits[n]++;
        }
      else if (g_unichar_isalpha (c) && !is_part_sign (c))
        {
          return FALSE;
        }
      else if (n < 3 && digits[n] > 0)
        {
          n++;
        }
    }

  return n + (n < 3 && digits[n] > 0) == 3;
}

/**
 * daybook_notation_read_day:
 * @text: UTF-8: `3.1.26`, `03/01/2026`
 * @order: in which order the parts stand: `dMy`. A number of four digits in front is a year
 *   everywhere
 * @date: (out): the day; undefined on failure
 *
 * Returns: whether @text is a day.
 */
gboolean
daybook_notation_read_day (const char  *text,
                           const char  *order,
                           DaybookDate *date)
{
  int numbers[3] = { 0, 0, 0 };
  guint digits[3] = { 0, 0, 0 };
  int year = 0, month = 0, day = 0;

  if (!split_day (text, numbers, digits))
    return FALSE;

  if (digits[0] == 4)
    order = "yMd";
  for (guint i = 0; i < 3; i++)
    {
      if (order[i] == 'y' && digits[i] > 2)
        year = digits[i] == 3 ? 0 : numbers[i];
      else if (order[i] == 'y')
        year = daybook_notation_full_year (numbers[i]);
      else if (digits[i] > 2)
        return FALSE;
      else if (order[i] == 'M')
        month = numbers[i];
      else
        day = numbers[i];
    }

  *date = daybook_date_new (year, month, day);
  return *date != DAYBOOK_DATE_NONE;
}
