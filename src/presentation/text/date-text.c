/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people read and type them.
 *
 * Always in the Gregorian calendar, also where another one is usual: an entry's day has to be the
 * same day on every statement. ICU's formatters are not to be shared between threads, so they are
 * locked; all of this may be called from any thread. */

#include "date-text.h"

#include <locale.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

#include "notation.h"
#include "text-locale.h"

#define MAX_TEXT 128
#define MS_PER_DAY 86400000.0

/* What DaybookDate calls 1970-01-01. */
#define UNIX_EPOCH 719163

typedef struct
{
  char locale[DAYBOOK_LOCALE_LENGTH];
  UDateFormat *medium;
  UDateFormat *without_year;
  UDateFormat *month;
  UDateFormat *year;
  UDateFormat *typed[2];
  UDateFormat *time;
  char order[4];
} Formats;

static GMutex formats_lock;

static void
widen (const char *ascii,
       UChar       wide[MAX_TEXT])
{
  guint i;

  for (i = 0; ascii[i] != '\0' && i < MAX_TEXT - 1; i++)
    wide[i] = (guchar) ascii[i];
  wide[i] = 0;
}

/* The calendar counts back into antiquity without Julian days, as DaybookDate does. */
static void
make_proleptic (UDateFormat *format)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_clone (udat_getCalendar (format), &status);

  if (U_FAILURE (status))
    return;

  ucal_setGregorianChange (calendar, -1e17, &status);
  if (U_SUCCESS (status))
    udat_setCalendar (format, calendar);
  ucal_close (calendar);
}

static UDateFormat *
open_style (const char       *locale,
            UDateFormatStyle  style)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar zone[MAX_TEXT];
  UDateFormat *format;

  widen ("UTC", zone);
  format = udat_open (UDAT_NONE, style, locale, zone, -1, NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;

  make_proleptic (format);
  udat_setLenient (format, FALSE);
  return format;
}

/* What the locale makes of the parts named in @skeleton: `MMMd` is `23. Nov.` in German. */
static UDateFormat *
open_skeleton (const char *locale,
               const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UChar wide[MAX_TEXT], pattern[MAX_TEXT], zone[MAX_TEXT];
  UDateFormat *format;

  widen (skeleton, wide);
  widen ("UTC", zone);
  udatpg_getBestPattern (generator, wide, -1, pattern, MAX_TEXT, &status);
  udatpg_close (generator);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, -1, &status);
  if (U_FAILURE (status))
    return NULL;

  make_proleptic (format);
  udat_setLenient (format, FALSE);
  return format;
}

/* In what order the locale writes year, month and day in figures: `dMy`. */
static void
find_order (const char *locale,
            char        order[4])
{
  UDateFormat *format = open_style (locale, UDAT_SHORT);
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[MAX_TEXT];
  int32_t length = 0;
  guint n = 0;

  if (format != NULL)
    length = udat_toPattern (format, FALSE, pattern, MAX_TEXT, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < length && n < 3; i++)
    {
      char part = pattern[i] == 'L' ? 'M' : (char) pattern[i];

      if (strchr ("dMy", part) != NULL && memchr (order, part, n) == NULL)
        order[n++] = part;
    }
  udat_close (format);

  if (n < 3)
    g_strlcpy (order, "dMy", 4);
  else
    order[3] = '\0';
}

static void
clear_formats (Formats *formats)
{
  udat_close (formats->medium);
  udat_close (formats->without_year);
  udat_close (formats->month);
  udat_close (formats->year);
  udat_close (formats->typed[0]);
  udat_close (formats->typed[1]);
  udat_close (formats->time);
  memset (formats, 0, sizeof *formats);
}

/* The formats of the locale in use. Call it locked. */
static Formats *
get_formats (void)
{
  static Formats formats;
  char name[DAYBOOK_LOCALE_LENGTH];
  char locale[DAYBOOK_LOCALE_LENGTH + 20];
  UErrorCode status = U_ZERO_ERROR;

  daybook_text_locale (LC_TIME, name);
  if (strcmp (name, formats.locale) == 0)
    return &formats;

  clear_formats (&formats);
  g_strlcpy (formats.locale, name, sizeof formats.locale);
  g_snprintf (locale, sizeof locale, "%s@calendar=gregorian", name);
  formats.medium = open_style (locale, UDAT_MEDIUM);
  formats.without_year = open_skeleton (locale, "MMMd");
  formats.month = open_skeleton (locale, "LLL");
  formats.year = open_skeleton (locale, "y");
  formats.typed[0] = open_skeleton (locale, "yMMMd");
  formats.typed[1] = open_skeleton (locale, "yMMMMd");
  formats.time = udat_open (UDAT_SHORT, UDAT_MEDIUM, locale, NULL, 0, NULL, 0, &status);
  find_order (locale, formats.order);

  return &formats;
}

static char *
format_ms (UDateFormat *format,
           UDate        ms)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[MAX_TEXT];
  int32_t length;

  if (format == NULL)
    return NULL;

  length = udat_format (format, ms, wide, MAX_TEXT, NULL, &status);
  if (U_FAILURE (status))
    return NULL;

  return g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL);
}

static char *
format_day (UDateFormat *format,
            DaybookDate  date)
{
  char neutral[DAYBOOK_DATE_LENGTH];
  char *text = format_ms (format, ((double) date - UNIX_EPOCH) * MS_PER_DAY);

  if (text != NULL)
    return text;

  daybook_date_format (date, neutral);
  return g_strdup (neutral);
}

/**
 * daybook_date_text:
 * @date: a day, not %DAYBOOK_DATE_NONE
 *
 * Returns: (transfer full): the day as the locale writes it: `23 Nov 2026`.
 */
char *
daybook_date_text (DaybookDate date)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formats_lock);

  return format_day (get_formats ()->medium, date);
}

static int
year_of (DaybookDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);

  return g_date_get_year (&day);
}

/**
 * daybook_date_text_short:
 * @date: a day, not %DAYBOOK_DATE_NONE
 * @today: the day it is, not %DAYBOOK_DATE_NONE
 *
 * Returns: (transfer full): the day as the locale writes it, without the year if that is this one:
 *   `23 Nov`.
 */
char *
daybook_date_text_short (DaybookDate date,
                         DaybookDate today)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formats_lock);
  Formats *formats = get_formats ();

  return format_day (year_of (date) == year_of (today) ? formats->without_year : formats->medium,
                     date);
}

/**
 * daybook_date_text_month:
 * @date: a day, not %DAYBOOK_DATE_NONE
 *
 * Returns: (transfer full): the day's month as it stands by itself, for an axis: `Nov`. In January
 *   it is the year that is new: `2026`.
 */
char *
daybook_date_text_month (DaybookDate date)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formats_lock);
  Formats *formats = get_formats ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);

  return format_day (g_date_get_month (&day) == G_DATE_JANUARY ? formats->year : formats->month,
                     date);
}

/**
 * daybook_time_text:
 * @recorded_at: µs since 1970 UTC
 *
 * Returns: (transfer full): day and time of day where this machine is: `23 Nov 2026, 14:05`.
 */
char *
daybook_time_text (gint64 recorded_at)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formats_lock);
  char *text = format_ms (get_formats ()->time, (double) (recorded_at / 1000));
  g_autoptr (GDateTime) time = NULL;

  if (text != NULL)
    return text;

  time = g_date_time_new_from_unix_local (recorded_at / G_USEC_PER_SEC);
  return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

static int
full_year (int year)
{
  return year < 100 ? daybook_notation_full_year (year) : year;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* With the name of a month, in the locale's language. */
static gboolean
parse_words (UDateFormat *format,
             const char  *text,
             DaybookDate *date)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  int32_t position = 0;
  UDate ms;
  int year;
  GDate day;

  if (format == NULL || wide == NULL || !has_letters (text))
    return FALSE;

  ms = udat_parse (format, (const UChar *) wide, -1, &position, &status);
  if (U_FAILURE (status) || wide[position] != 0 ||
      ms < (1.0 - UNIX_EPOCH) * MS_PER_DAY || ms > 3000000 * MS_PER_DAY)
    return FALSE;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) (ms / MS_PER_DAY + UNIX_EPOCH));
  year = g_date_get_year (&day);
  *date = daybook_date_new (full_year (year), g_date_get_month (&day),
                            g_date_get_day (&day));

  return *date != DAYBOOK_DATE_NONE;
}

/**
 * daybook_date_text_parse:
 * @text: what a person typed: `2026-11-23`, `23.11.26`, `23 Nov 2026`
 * @date: (out): the day; untouched on failure
 *
 * Reads ISO 8601 everywhere, and otherwise the locale's order of day, month and year.
 *
 * Returns: whether @text is a day.
 */
gboolean
daybook_date_text_parse (const char  *text,
                         DaybookDate *date)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *trimmed = NULL;
  DaybookDate parsed;
  Formats *formats;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  locker = g_mutex_locker_new (&formats_lock);
  formats = get_formats ();
  trimmed = g_strstrip (g_strdup (text));
  if (!daybook_date_parse (trimmed, &parsed) &&
      !daybook_notation_read_day (trimmed, formats->order, &parsed) &&
      !parse_words (formats->medium, trimmed, &parsed) &&
      !parse_words (formats->typed[0], trimmed, &parsed) &&
      !parse_words (formats->typed[1], trimmed, &parsed))
    return FALSE;

  *date = parsed;
  return TRUE;
}

/**
 * daybook_date_text_order:
 *
 * Returns: (transfer none): in which order the locale writes the parts of a day in figures: `dMy`.
 */
const char *
daybook_date_text_order (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formats_lock);

  return g_intern_string (get_formats ()->order);
}
