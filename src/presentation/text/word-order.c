/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that are only on the screen, in the order of the user's language. What stands in a book is
 * sorted by the read model, in the same order. */

#include "word-order.h"

#include <locale.h>
#include <string.h>
#include <unicode/ucol.h>

#include "text-locale.h"

/* The last one that was asked for, kept until another is. Call it locked. */
static UCollator *
get_collator (void)
{
  static char known[DAYBOOK_LOCALE_LENGTH];
  static UCollator *collator;
  char locale[DAYBOOK_LOCALE_LENGTH];
  UErrorCode status = U_ZERO_ERROR;

  daybook_text_locale (LC_COLLATE, locale);
  if (strcmp (known, locale) != 0)
    {
      ucol_close (collator);
      collator = ucol_open (locale, &status);
      g_strlcpy (known, locale, sizeof known);
    }

  return collator;
}

/**
 * daybook_word_order_compare:
 *
 * From any thread.
 *
 * Returns: below, equal to or above 0, as @a comes before, with or after @b.
 */
int
daybook_word_order_compare (const char *a,
                            const char *b)
{
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = get_collator ();
  UCollationResult order;

  /* A system without ICU's data still sorts. */
  if (collator == NULL)
    return g_utf8_collate (a, b);

  order = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
  return order == UCOL_LESS ? -1 : order == UCOL_GREATER;
}
