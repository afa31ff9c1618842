/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the C library's locales to ICU's: `de_DE.UTF-8` is `de_DE`, `sr_RS@latin` is `sr_Latn_RS`,
 * and `C`, which has no notation of its own, is English as written all over the world: 1,240.00 and
 * 23 Nov 2026. */

#include "text-locale.h"

#include <locale.h>
#include <string.h>

#define PLAIN_LOCALE "en_001"

/* Written before there are threads, read by any. */
static char override[DAYBOOK_LOCALE_LENGTH];

static const struct
{
  const char *modifier;
  const char *script;
} scripts[] = {
  { "latin", "Latn" },
  { "cyrillic", "Cyrl" },
  { "devanagari", "Deva" },
};

static const char *
find_script (const char *modifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (strcmp (scripts[i].modifier, modifier) == 0)
      return scripts[i].script;

  return NULL;
}

static gboolean
is_without_language (const char *name)
{
  return name == NULL || *name == '\0' || strcmp (name, "C") == 0 || strcmp (name, "POSIX") == 0 ||
         g_str_has_prefix (name, "C.");
}

/**
 * daybook_text_locale:
 * @category: `LC_MONETARY`, `LC_TIME`, …
 * @locale: (out): receives ICU's name of the locale in use
 *
 * Safe from any thread, as long as nobody changes the locale meanwhile.
 */
void
daybook_text_locale (int  category,
                     char locale[DAYBOOK_LOCALE_LENGTH])
{
  g_autofree char *name = g_strdup (setlocale (category, NULL));
  const char *script = NULL;
  char *mark;

  if (override[0] != '\0')
    {
      g_strlcpy (locale, override, DAYBOOK_LOCALE_LENGTH);
      return;
    }

  mark = name != NULL ? strchr (name, '@') : NULL;
  if (mark != NULL)
    {
      *mark = '\0';
      script = find_script (mark + 1);
    }
  mark = name != NULL ? strchr (name, '.') : NULL;
  if (mark != NULL)
    *mark = '\0';

  if (is_without_language (name))
    {
      g_strlcpy (locale, PLAIN_LOCALE, DAYBOOK_LOCALE_LENGTH);
      return;
    }

  mark = strchr (name, '_');
  if (script != NULL && mark != NULL)
    g_snprintf (locale, DAYBOOK_LOCALE_LENGTH, "%.*s_%s%s", (int) (mark - name), name, script,
                mark);
  else
    g_strlcpy (locale, name, DAYBOOK_LOCALE_LENGTH);
}

/**
 * daybook_text_use_locale:
 * @locale: (nullable): ICU's name of a locale; %NULL for that of the environment again
 *
 * Fixes the notation of amounts and days, whatever locales this machine has: for tests. Not while
 * other threads run.
 */
void
daybook_text_use_locale (const char *locale)
{
  g_strlcpy (override, locale != NULL ? locale : "", sizeof override);
}

/**
 * daybook_text_collation:
 * @locale: receives the name
 *
 * Returns: (nullable): @locale, ICU's name of the locale in whose order names are listed; %NULL
 *   where the environment has no language (the C locale): then there is no order to prefer.
 */
const char *
daybook_text_collation (char locale[DAYBOOK_LOCALE_LENGTH])
{
  if (override[0] == '\0' && is_without_language (setlocale (LC_COLLATE, NULL)))
    return NULL;

  daybook_text_locale (LC_COLLATE, locale);
  return locale;
}
