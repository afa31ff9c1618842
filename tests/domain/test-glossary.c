/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The glossary: in order, looked up by any form, and complete: what commands and events, their
 * fields and their choices are called is explained. */

#include <string.h>

#include "catalogue.h"
#include "glossary.h"

static void
test_it_is_in_order (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const DaybookWord *entry = daybook_glossary; entry->word != NULL; entry++)
    {
      g_auto (GStrv) forms = g_strsplit (entry->forms != NULL ? entry->forms : "", ", ", -1);

      if (entry > daybook_glossary)
        g_assert_cmpstr (entry[-1].word, <, entry->word);
      g_assert_true (g_ascii_isupper (*entry->meaning));
      g_assert_true (g_str_has_suffix (entry->meaning, "."));
      g_assert_true (g_hash_table_add (texts, g_strdup (entry->word)));
      for (guint i = 0; forms[i] != NULL; i++)
        if (!g_hash_table_add (texts, g_strdup (forms[i])))
          g_error ("%s leads to two words", forms[i]);
    }
}

static void
assert_found (const char *text,
              const char *word)
{
  const DaybookWord *entry = daybook_glossary_find (text);

  g_assert_cmpstr (entry != NULL ? entry->word : NULL, ==, word);
}

static void
test_a_word_is_found_by_its_forms (void)
{
  assert_found ("holder", "holder");
  assert_found ("Holders", "holder");
  assert_found ("people", "person");
  assert_found ("any one", "authority");
  assert_found ("value date", "value date");
  assert_found ("VALUE DATES", "value date");
  assert_found ("closed", "closing an account");
  assert_found ("close period", "closing a period");

  assert_found ("", NULL);
  assert_found ("hold,", NULL);
  assert_found ("any one, all", NULL);
  assert_found ("gold", NULL);
}

/* Of everyday English; they mean nothing in particular here. */
static gboolean
is_everyday (const char *word)
{
  static const char *const everyday[] = {
    "add", "added", "change", "changed", "date", "former", "from", "money", "on", "placed",
    "remove", "removed", "rename", "renamed", "start", "started", "to", "until", NULL
  };

  return g_strv_contains (everyday, word);
}

static void
check_phrase (const char *phrase,
              const char *where)
{
  g_auto (GStrv) words = NULL;

  if (daybook_glossary_find (phrase) != NULL)
    return;

  words = g_strsplit (phrase, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_everyday (words[i]) && daybook_glossary_find (words[i]) == NULL)
      {
        g_test_message ("%s: the glossary does not explain “%s”: add it to src/domain/glossary.c",
                        where, words[i]);
        g_test_fail ();
      }
}

/* `MoneyDeposited`, `person-change` and `per_day` as people write words. */
static char *
phrase_of (const char *name)
{
  GString *phrase = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p) && p > name)
        g_string_append_c (phrase, ' ');
      g_string_append_c (phrase, *p == '-' || *p == '_' ? ' ' : g_ascii_tolower (*p));
    }

  return g_string_free (phrase, FALSE);
}

static void
check_name (const char *name,
            const char *where)
{
  g_autofree char *phrase = phrase_of (name);

  check_phrase (phrase, where);
}

static void
check_types (const DaybookSchema *const *types)
{
  for (; *types != NULL; types++)
    {
      check_name ((*types)->name, (*types)->name);
      for (guint i = 0; i < (*types)->n_fields; i++)
        {
          const DaybookField *field = &(*types)->fields[i];

          check_name (field->name, (*types)->name);
          for (guint j = 0; field->choices != NULL && field->choices[j] != NULL; j++)
            check_name (field->choices[j], (*types)->name);
        }
    }
}

static void
test_whatever_is_asked_or_happens_is_explained (void)
{
  check_types (daybook_command_types);
  check_types (daybook_event_types);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/glossary/it-is-in-order", test_it_is_in_order);
  g_test_add_func ("/glossary/a-word-is-found-by-its-forms", test_a_word_is_found_by_its_forms);
  g_test_add_func ("/glossary/whatever-is-asked-or-happens-is-explained",
                   test_whatever_is_asked_or_happens_is_explained);

  return g_test_run ();
}
