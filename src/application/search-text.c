/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form in which words are searched. */

#include "search-text.h"

/**
 * daybook_search_fold:
 *
 * Returns: (transfer full): @text without accents and in one case, as it is searched.
 */
char *
daybook_search_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  GString *folded;

  /* Most texts have no accents to take off; decomposing them takes ten times as long. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_string_new (NULL);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }

  return g_string_free (folded, FALSE);
}
