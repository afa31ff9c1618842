/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads rules/NAME.txt:
 *
 *     Chapter title
 *     Rule 14: What it says
 *       What a scenario shows
 *         given this
 *         when that
 *         then so
 *             and what does not fit the line goes on further in
 *
 * It is said by how far a line stands in. */

#include "chapters.h"

#include <string.h>

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->word);
  g_free (step->sentence);
  g_free (step);
}

static void
scenario_free (gpointer data)
{
  Scenario *scenario = data;

  g_free (scenario->title);
  g_ptr_array_unref (scenario->steps);
  g_free (scenario);
}

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->title);
  g_ptr_array_unref (rule->scenarios);
  g_free (rule);
}

/**
 * chapter_free:
 * @chapter: (transfer full):
 */
void
chapter_free (Chapter *chapter)
{
  g_free (chapter->path);
  g_free (chapter->title);
  g_ptr_array_unref (chapter->rules);
  g_free (chapter);
}

static gpointer
last_of (GPtrArray *array)
{
  g_assert_cmpuint (array->len, >, 0);

  return g_ptr_array_index (array, array->len - 1);
}

static void
add_rule (Chapter    *chapter,
          const char *line)
{
  Rule *rule = g_new0 (Rule, 1);
  char *title;

  rule->number = (guint) g_ascii_strtoull (line + strlen ("Rule "), &title, 10);
  g_assert_true (rule->number > 0 && g_str_has_prefix (title, ": "));
  rule->title = g_strdup (title + strlen (": "));
  rule->scenarios = g_ptr_array_new_with_free_func (scenario_free);
  g_ptr_array_add (chapter->rules, rule);
}

static void
add_scenario (Chapter    *chapter,
              const char *line)
{
  Rule *rule = last_of (chapter->rules);
  Scenario *scenario = g_new0 (Scenario, 1);

  scenario->rule = rule->number;
  scenario->title = g_strdup (line);
  scenario->steps = g_ptr_array_new_with_free_func (step_free);
  g_ptr_array_add (rule->scenarios, scenario);
}

static void
add_step (Chapter    *chapter,
          const char *line,
          guint       number)
{
  Scenario *scenario = last_of (((Rule *) last_of (chapter->rules))->scenarios);
  g_auto (GStrv) parts = g_strsplit (line, " ", 2);
  static const char *const words[] = { "given", "when", "then", "and", NULL };
  Step *step = g_new0 (Step, 1);

  if (!g_strv_contains (words, parts[0]))
    g_error ("%s:%u: a step begins with given, when, then or and", chapter->path, number);

  step->word = g_strdup (parts[0]);
  step->word[0] = g_ascii_toupper (step->word[0]);
  step->sentence = g_strstrip (g_strdup (parts[1]));
  step->line = number;
  g_ptr_array_add (scenario->steps, step);
}

static void
go_on (Chapter    *chapter,
       const char *line)
{
  Scenario *scenario = last_of (((Rule *) last_of (chapter->rules))->scenarios);
  Step *step = last_of (scenario->steps);
  char *sentence = g_strdup_printf ("%s %s", step->sentence, line);

  g_free (step->sentence);
  step->sentence = sentence;
}

/**
 * chapter_read:
 *
 * Stops the program if the file is not as it should be.
 *
 * Returns: (transfer full): what it says.
 */
Chapter *
chapter_read (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  Chapter *chapter = g_new0 (Chapter, 1);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  chapter->path = g_strdup (path);
  chapter->rules = g_ptr_array_new_with_free_func (rule_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize indent = strspn (lines[i], " ");
      const char *line = lines[i] + indent;

      if (*line == '\0' || *line == '#')
        continue;
      if (indent == 0 && g_str_has_prefix (line, "Rule "))
        add_rule (chapter, line);
      else if (indent == 0)
        chapter->title = g_strdup (line);
      else if (indent == 2)
        add_scenario (chapter, line);
      else if (indent == 4)
        add_step (chapter, line, i + 1);
      else
        go_on (chapter, line);
    }

  g_assert_nonnull (chapter->title);
  return chapter;
}
