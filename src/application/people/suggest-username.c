/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A username for somebody of whom only the name is known. */

#include "people/suggest-username.h"

#include "people/person.h"

#define MAX_SUGGESTIONS 100

/* The words of a name, in letters that a username may have: "José Álvarez" gives jose, alvarez. */
static GPtrArray *
split_name (const char *name)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *ascii = g_str_to_ascii (name, NULL);
  g_auto (GStrv) parts = g_strsplit_set (ascii, " \t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (const char *p = parts[i]; *p != '\0'; p++)
        if (g_ascii_isalpha (*p))
          g_string_append_c (word, g_ascii_tolower (*p));
      if (word->len > 0)
        g_ptr_array_add (words, g_string_free (g_steal_pointer (&word), FALSE));
    }

  return g_steal_pointer (&words);
}

static gboolean
is_free (const char           *username,
         DaybookUsernameTaken  is_taken,
         gpointer              user_data)
{
  return daybook_username_is_valid (username) && !is_taken (username, user_data);
}

/**
 * daybook_suggest_username:
 * @name: a person's full name
 *
 * Returns: (transfer full): the first of john, john.smith, john.smith2, john.smith3, … that nobody
 *   has; empty if the name has no letters to make one of.
 */
char *
daybook_suggest_username (const char           *name,
                          DaybookUsernameTaken  is_taken,
                          gpointer              user_data)
{
  g_autoptr (GPtrArray) words = split_name (name);
  g_autofree char *full = NULL;
  const char *first, *last;

  if (words->len == 0)
    return g_strdup ("");

  first = g_ptr_array_index (words, 0);
  last = g_ptr_array_index (words, words->len - 1);
  if (is_free (first, is_taken, user_data))
    return g_strdup (first);

  full = words->len > 1 ? g_strdup_printf ("%.14s.%.14s", first, last)
                        : g_strdup_printf ("%.29s", first);
  if (is_free (full, is_taken, user_data))
    return g_steal_pointer (&full);

  for (guint i = 2; i < MAX_SUGGESTIONS; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s%u", full, i);

      if (is_free (numbered, is_taken, user_data))
        return g_steal_pointer (&numbered);
    }

  return g_strdup ("");
}
