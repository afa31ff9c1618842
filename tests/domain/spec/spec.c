/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of docs/domain.md as scenarios: tests, and a document for those who know the trade.
 *
 *     spec RULES                      plays all scenarios (TAP); -p /rule-14 those of one rule
 *     spec RULES --document           prints them in plain language
 *     spec RULES --compare FILE       whether that is what FILE says (TAP)
 *
 * RULES is the folder with the chapters. What is printed is what is played, sentence by sentence;
 * where something is refused or recorded, the document has the words in which the program says it.
 * A document of scenarios that do not hold is not printed. */

#include <locale.h>
#include <string.h>

#include "chapters.h"
#include "steps.h"

#define N_RULES 34

static const char *const files[] = {
  "people", "accounts", "amounts", "holds", "dates", "corrections", "periods", "control",
};

static const char introduction[] =
  "<!-- Made by tools/spec from tests/domain/spec/rules; do not edit. -->\n"
  "\n"
  "# The rules, as they are tested\n"
  "\n"
  "Each rule of [the domain](domain.md) by examples. All of this is played on every change of the\n"
  "program, to the letter; what stands in italics is what it says then. If you know the trade and\n"
  "an example is not as it should be, the example is wrong and so is the program: please say so.\n"
  "\n"
  "Unless an example says otherwise, today is 23 November 2026 and the book is kept in euros.\n"
  "Where somebody has an account, it was opened on 1 January 2026; what is in it was paid in by\n"
  "cash that day. Accounts are numbered in the order in which they are opened: the first is\n"
  "0000 0001 95, the second 0000 0002 92, the third 0000 0003 89.\n";

#define REFUSED "it is refused "
#define RECORDED "it is recorded ("

/* Whether a refusal is waiting that no step has spoken of. */
static char *
check_not_refused (const Stage *stage)
{
  return stage->refusal == NULL
           ? NULL : g_strdup_printf ("what was asked before was refused: %s",
                                     stage->refusal->message);
}

static char *
take (Stage       *stage,
      const char  *sentence,
      char       **shown)
{
  char *wrong;

  if (g_str_has_prefix (sentence, REFUSED))
    {
      wrong = facts_refused (stage, sentence + strlen (REFUSED), shown);
      g_clear_error (&stage->refusal);
      return wrong;
    }

  wrong = check_not_refused (stage);
  if (wrong != NULL)
    return wrong;
  if (g_str_has_prefix (sentence, RECORDED))
    return facts_recorded (stage, sentence + strlen (RECORDED) - 1, shown);

  return step_take (stage, sentence, shown);
}

/* Plays a scenario. Returns what is wrong, if anything is; adds to @document, if there is one. */
static char *
play (const Chapter  *chapter,
      const Scenario *scenario,
      GString        *document)
{
  g_autoptr (Stage) stage = stage_new ();
  g_autofree char *name = g_path_get_basename (chapter->path);
  char *wrong;

  stage->tells = document != NULL;
  for (guint i = 0; i < scenario->steps->len; i++)
    {
      const Step *step = g_ptr_array_index (scenario->steps, i);
      g_autofree char *shown = NULL;

      wrong = take (stage, step->sentence, &shown);
      if (wrong != NULL)
        {
          g_autofree char *what = wrong;

          return g_strdup_printf ("%s:%u: %s: %s", name, step->line, step->sentence, what);
        }
      if (document != NULL)
        g_string_append_printf (document, "- %s %s\n", step->word, shown);
    }

  wrong = check_not_refused (stage);
  return wrong;
}

static char *
make_document (GPtrArray *chapters)
{
  GString *document = g_string_new (introduction);

  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = g_ptr_array_index (chapters, i);

      g_string_append_printf (document, "\n## %s\n", chapter->title);
      for (guint j = 0; j < chapter->rules->len; j++)
        {
          const Rule *rule = g_ptr_array_index (chapter->rules, j);

          g_string_append_printf (document, "\n### %u. %s\n", rule->number, rule->title);
          for (guint k = 0; k < rule->scenarios->len; k++)
            {
              const Scenario *scenario = g_ptr_array_index (rule->scenarios, k);
              g_autofree char *wrong = NULL;

              g_string_append_printf (document, "\n**%s**\n\n", scenario->title);
              wrong = play (chapter, scenario, document);
              if (wrong != NULL)
                g_error ("rule %u, %s: %s", rule->number, scenario->title, wrong);
            }
        }
    }

  /* Blanks at which a line must not break look like any other, and trip who searches for them. */
  g_string_replace (document, "\u00a0", " ", 0);
  return g_string_free (document, FALSE);
}

typedef struct
{
  const Chapter *chapter;
  const Scenario *scenario;
} Case;

static void
test_scenario (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *wrong = play (c->chapter, c->scenario, NULL);

  if (wrong != NULL)
    g_test_fail_printf ("%s", wrong);
}

/* Each rule stands in its place, and has scenarios. */
static void
test_all_rules (gconstpointer data)
{
  GPtrArray *chapters = (gpointer) data;
  guint number = 0;

  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = g_ptr_array_index (chapters, i);

      for (guint j = 0; j < chapter->rules->len; j++)
        {
          const Rule *rule = g_ptr_array_index (chapter->rules, j);

          if (rule->number != ++number || rule->scenarios->len == 0)
            {
              g_test_fail_printf ("rule %u is missing or without a scenario", number);
              return;
            }
        }
    }

  if (number != N_RULES)
    g_test_fail_printf ("the last rule is %u, not %u", number, N_RULES);
}

static char *
path_of (const Scenario *scenario)
{
  g_autofree char *title = g_ascii_strdown (scenario->title, -1);

  g_strcanon (title, "abcdefghijklmnopqrstuvwxyz0123456789", '-');
  return g_strdup_printf ("/rule-%u/%s", scenario->rule, title);
}

static void
add_tests (GPtrArray *chapters)
{
  g_test_add_data_func ("/all-rules", chapters, test_all_rules);
  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = g_ptr_array_index (chapters, i);

      for (guint j = 0; j < chapter->rules->len; j++)
        {
          const Rule *rule = g_ptr_array_index (chapter->rules, j);

          for (guint k = 0; k < rule->scenarios->len; k++)
            {
              Case *c = g_new0 (Case, 1);
              g_autofree char *path = NULL;

              c->chapter = chapter;
              c->scenario = g_ptr_array_index (rule->scenarios, k);
              path = path_of (c->scenario);
              g_test_add_data_func_full (path, c, test_scenario, g_free);
            }
        }
    }
}

typedef struct
{
  GPtrArray *chapters;
  const char *path;
} Comparison;

static void
test_document (gconstpointer data)
{
  const Comparison *comparison = data;
  g_autofree char *document = make_document (comparison->chapters);
  g_autofree char *stored = NULL;
  g_auto (GStrv) now = g_strsplit (document, "\n", -1);
  g_auto (GStrv) then = NULL;
  guint i = 0;

  g_assert_true (g_file_get_contents (comparison->path, &stored, NULL, NULL));
  then = g_strsplit (stored, "\n", -1);
  while (now[i] != NULL && g_strcmp0 (now[i], then[i]) == 0)
    i++;

  if (now[i] != NULL || then[i] != NULL)
    g_test_fail_printf ("%s is not what the rules say now, from line %u on (“%s”): "
                        "tools/spec > docs/rules.md", comparison->path, i + 1,
                        now[i] != NULL ? now[i] : "");
}

static GPtrArray *
read_chapters (const char *folder)
{
  GPtrArray *chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) chapter_free);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.txt", folder, files[i]);

      g_ptr_array_add (chapters, chapter_read (path));
    }

  return chapters;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) chapters = NULL;
  Comparison comparison = { 0 };

  setlocale (LC_ALL, "");
  if (argc == 3 && strcmp (argv[2], "--document") == 0)
    {
      g_autofree char *document = NULL;

      chapters = read_chapters (argv[1]);
      document = make_document (chapters);
      g_print ("%s", document);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  chapters = read_chapters (argv[1]);
  comparison = (Comparison) { chapters, argc == 4 ? argv[3] : NULL };
  if (argc == 4 && strcmp (argv[2], "--compare") == 0)
    g_test_add_data_func ("/document", &comparison, test_document);
  else
    add_tests (chapters);

  return g_test_run ();
}
