/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days without time and without time zone: what a value date is.
 *
 * Which day it is *now* is a question for the application (a clock and the book's time zone); the
 * domain only compares days that it is given. */

#include "date.h"

/**
 * daybook_date_new:
 *
 * Returns: the day, or %DAYBOOK_DATE_NONE where the calendar has no such day.
 */
DaybookDate
daybook_date_new (int year,
                  int month,
                  int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return DAYBOOK_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/**
 * daybook_date_parse:
 * @text: ISO 8601, exactly `YYYY-MM-DD`
 * @date: (out): the day; untouched on failure
 *
 * Returns: whether @text is a day.
 */
gboolean
daybook_date_parse (const char  *text,
                    DaybookDate *date)
{
  static const char shape[] = "dddd-dd-dd";
  int parts[3] = { 0, 0, 0 };
  int part = 0;
  DaybookDate parsed;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  for (guint i = 0; shape[i] != '\0'; i++)
    {
      if (shape[i] == 'd')
        {
          if (!g_ascii_isdigit (text[i]))
            return FALSE;
          parts[part] = parts[part] * 10 + (text[i] - '0');
        }
      else
        {
          if (text[i] != '-')
            return FALSE;
          part++;
        }
    }

  if (text[DAYBOOK_DATE_LENGTH - 1] != '\0')
    return FALSE;

  parsed = daybook_date_new (parts[0], parts[1], parts[2]);
  if (parsed == DAYBOOK_DATE_NONE)
    return FALSE;

  *date = parsed;
  return TRUE;
}

/**
 * daybook_date_format:
 * @date: a day, not %DAYBOOK_DATE_NONE
 * @text: (out): receives `YYYY-MM-DD`
 */
void
daybook_date_format (DaybookDate date,
                     char        text[DAYBOOK_DATE_LENGTH])
{
  GDate day;
  int year;

  g_assert (date != DAYBOOK_DATE_NONE);

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  year = g_date_get_year (&day);

  for (int i = 3; i >= 0; i--, year /= 10)
    text[i] = '0' + year % 10;
  text[4] = text[7] = '-';
  text[5] = '0' + g_date_get_month (&day) / 10;
  text[6] = '0' + g_date_get_month (&day) % 10;
  text[8] = '0' + g_date_get_day (&day) / 10;
  text[9] = '0' + g_date_get_day (&day) % 10;
  text[10] = '\0';
}
