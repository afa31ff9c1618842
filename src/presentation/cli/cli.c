/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: `daybook-cli VERB BOOK …`. What verbs there are stands in verb-table.c. */

#include "cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "catalogue.h"
#include "compose.h"
#include "table.h"
#include "verb-table.h"

#define PROGRAM "daybook-cli"

static void
append_row (GString    *text,
            const char *head,
            guint       width,
            const char *help)
{
  g_string_append_printf (text, "\n  %s", head);
  for (guint n = daybook_table_width (head); n < width; n++)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "  %s", help);
}

static char *
option_head (const DaybookOption *option)
{
  if (option->value == NULL)
    return g_strdup_printf ("--%s", option->name);

  return g_strdup_printf ("--%s %s", option->name, _(option->value));
}

static void
show_verb_help (const DaybookVerb *verb,
                GArray     *options)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint width = strlen ("-h, --help");

  g_string_append_printf (text, "%s\n  %s %s %s", _("Usage:"), PROGRAM, verb->name,
                          verb->arguments);
  for (guint i = 0; i < options->len; i++)
    {
      const DaybookOption *option = &g_array_index (options, DaybookOption, i);
      g_autofree char *head = option_head (option);

      g_string_append_printf (text, option->required ? " %s" : " [%s]", head);
      width = MAX (width, daybook_table_width (head));
    }

  g_string_append_printf (text, "\n\n%s\n\n%s", _(verb->summary), _("Options:"));
  for (guint i = 0; i < options->len; i++)
    {
      const DaybookOption *option = &g_array_index (options, DaybookOption, i);
      g_autofree char *head = option_head (option);

      append_row (text, head, width, *option->help != '\0' ? _(option->help) : "");
    }
  append_row (text, "-h, --help", width, _("show this help"));

  daybook_output_say (text->str);
}

/* Wide enough for the longest. */
static guint
measure_verbs (void)
{
  guint width = strlen ("-h, --help");

  for (const DaybookVerbGroup *group = daybook_verb_groups; group->heading != NULL; group++)
    for (const DaybookVerb *verb = group->verbs; verb->name != NULL; verb++)
      width = MAX (width, strlen (verb->name));

  return width;
}

static void
show_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint width = measure_verbs ();

  g_string_append_printf (text, "%s\n  %s VERB BOOK …\n\n%s", _("Usage:"), PROGRAM,
                          _("Keep other people's money straight, and prove it."));
  for (const DaybookVerbGroup *group = daybook_verb_groups; group->heading != NULL; group++)
    {
      g_string_append_printf (text, "\n\n%s", _(group->heading));
      for (const DaybookVerb *verb = group->verbs; verb->name != NULL; verb++)
        append_row (text, verb->name, width, _(verb->summary));
    }

  g_string_append_printf (text, "\n\n%s", _("Options:"));
  append_row (text, "-h, --help", width, _("show this help, or that of a verb"));
  append_row (text, "--version", width, _("show which version this is"));
  g_string_append_printf (text, "\n\n%s",
                          _("Ends with 0 if it was done, 1 if a rule forbids it, 2 if it was asked "
                            "wrongly,\n3 if the book cannot be opened or is damaged."));

  daybook_output_say (text->str);
}

static DaybookExit
complain (const char *sentence,
          const DaybookVerb *verb)
{
  g_autofree char *hint = NULL;

  if (verb != NULL)
    hint = daybook_compose (_("“%1$s %2$s --help” tells more."), PROGRAM, verb->name);
  else
    hint = daybook_compose (_("“%s --help” tells more."), PROGRAM);

  daybook_output_warn (sentence);
  daybook_output_warn (hint);

  return DAYBOOK_EXIT_USAGE;
}

static DaybookExit
run_verb (const DaybookCliParts  *parts,
          const DaybookVerb      *verb,
          char                  **args)
{
  g_autoptr (GArray) known = daybook_verb_collect_options (verb);
  g_auto (DaybookOptions) options = { 0 };
  g_autofree char *complaint = NULL;
  DaybookCall call = { .parts = parts };
  const char *operator;

  if (!daybook_options_parse (&options, known, args, &complaint))
    return complain (complaint, verb);
  if (options.help)
    {
      show_verb_help (verb, known);
      return DAYBOOK_EXIT_DONE;
    }
  if (options.arguments->len < verb->min_arguments)
    return complain (_("Something is missing on the command line."), verb);
  if (options.arguments->len > verb->max_arguments)
    return complain (_("There is too much on the command line."), verb);

  operator = daybook_options_get (&options, "operator");
  call.options = options;
  call.path = g_ptr_array_index (options.arguments, 0);
  call.operator = operator != NULL ? operator : g_get_user_name ();
  if (verb->records)
    call.schema = daybook_find_command_type (verb->name);

  return verb->run (&call);
}

/**
 * daybook_cli_run:
 * @argv: (array zero-terminated=1): the command line
 *
 * Does what the command line asks for.
 *
 * Returns: the program's exit status: 0 done, 1 refused by a rule, 2 wrong usage, 3 the book cannot
 *   be opened or is damaged.
 */
int
daybook_cli_run (const DaybookCliParts  *parts,
                 int                     argc,
                 char                  **argv)
{
  const DaybookVerb *verb;
  DaybookExit exit;

  if (argc < 2)
    return complain (_("Say what is to be done."), NULL);

  verb = daybook_verb_find (argv[1]);
  if (verb != NULL)
    {
      exit = run_verb (parts, verb, argv + 2);
    }
  else if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      show_help ();
      exit = DAYBOOK_EXIT_DONE;
    }
  else if (strcmp (argv[1], "--version") == 0)
    {
      daybook_output_say (PROGRAM " " VERSION);
      exit = DAYBOOK_EXIT_DONE;
    }
  else
    {
      g_autofree char *shown = g_utf8_make_valid (argv[1], -1);
      g_autofree char *complaint = daybook_compose (_("There is no verb “%s”."), shown);

      exit = complain (complaint, NULL);
    }

  if (daybook_output_finish () || exit != DAYBOOK_EXIT_DONE)
    return exit;

  daybook_output_warn (_("The output could not be written."));
  return DAYBOOK_EXIT_REFUSED;
}
