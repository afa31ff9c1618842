/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people read them: in the digits, groups and marks of their locale.
 *
 * ICU is given exact decimal strings, never a binary floating point number. All of this may be
 * called from any thread: formatters do not change once made, and the table that keeps them is
 * locked. What is no quantity (the number of an entry or an account) is not to come here: it is
 * what people compare with paper, digit by digit. */

#include "number-text.h"

#include <locale.h>
#include <string.h>
#include <unicode/unumberformatter.h>

#include "text-locale.h"

/* 19 digits, grouped, a sign and the longest symbol: with room to spare. */
#define MAX_TEXT 128

/* One for each locale and form, kept for ever: there are few. */
static const UNumberFormatter *
get_formatter (const char *locale,
               const char *skeleton)
{
  static GHashTable *formatters;
  static GMutex lock;
  g_autofree char *key = g_strdup_printf ("%s %s", locale, skeleton);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UNumberFormatter *formatter;
  UErrorCode status = U_ZERO_ERROR;

  if (formatters == NULL)
    formatters = g_hash_table_new (g_str_hash, g_str_equal);

  formatter = g_hash_table_lookup (formatters, key);
  if (formatter == NULL)
    {
      g_autofree gunichar2 *wide = g_utf8_to_utf16 (skeleton, -1, NULL, NULL, NULL);

      formatter = unumf_openForSkeletonAndLocale ((const UChar *) wide, -1, locale, &status);
      if (U_FAILURE (status))
        return NULL;
      g_hash_table_insert (formatters, g_steal_pointer (&key), formatter);
    }

  return formatter;
}

/* A minus is U+2212 everywhere: as wide as a plus and never broken off its number. */
static char *
with_real_minus (const char *text)
{
  GString *result = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '-')
        g_string_append (result, "−");
      else
        g_string_append_c (result, *text);
    }

  return g_string_free (result, FALSE);
}

/**
 * daybook_number_text:
 * @category: whose notation: `LC_NUMERIC`, `LC_MONETARY`
 * @neutral: an optional minus, ASCII digits, optionally a full stop and more digits
 * @skeleton: in which form, in ICU's words
 *
 * Returns: (transfer full): the number as the locale writes it.
 */
char *
daybook_number_text (int         category,
                     const char *neutral,
                     const char *skeleton)
{
  char locale[DAYBOOK_LOCALE_LENGTH];
  const UNumberFormatter *formatter;
  UFormattedNumber *formatted;
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[MAX_TEXT];
  int32_t length = 0;
  g_autofree char *text = NULL;

  daybook_text_locale (category, locale);
  formatter = get_formatter (locale, skeleton);
  formatted = unumf_openResult (&status);
  if (formatter != NULL && U_SUCCESS (status))
    {
      unumf_formatDecimal (formatter, neutral, -1, formatted, &status);
      length = unumf_resultToString (formatted, wide, MAX_TEXT, &status);
    }
  unumf_closeResult (formatted);

  /* A system without ICU's data still shows the right figure. */
  if (formatter == NULL || U_FAILURE (status))
    return with_real_minus (neutral);

  text = g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL);
  return with_real_minus (text);
}

/**
 * daybook_count_text:
 *
 * Returns: (transfer full): how many, as the locale writes it: `2.500`.
 */
char *
daybook_count_text (guint64 count)
{
  g_autofree char *neutral = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  return daybook_number_text (LC_NUMERIC, neutral, "precision-integer");
}

/**
 * daybook_count_sentence:
 * @format: a sentence, translated for @count, with `%u` where it stands
 *
 * Returns: (transfer full): the sentence, with the count as the locale writes it.
 */
char *
daybook_count_sentence (const char *format,
                        guint64     count)
{
  static const char *const places[] = { "%u", "%1$u" };
  g_autofree char *text = daybook_count_text (count);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *place = strstr (format, places[i]);

      if (place != NULL)
        return g_strdup_printf ("%.*s%s%s", (int) (place - format), format, text,
                                place + strlen (places[i]));
    }

  return g_strdup (format);
}
