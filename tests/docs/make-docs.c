/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints docs/events.md and docs/glossary.md, from the tables in src/domain and a story.
 *
 * usage: make-docs events STORY | make-docs glossary */

#include <stdio.h>
#include <string.h>

#include "codec/event-codec.h"
#include "glossary.h"
#include "sentences.h"
#include "story.h"

static const char written_by[] =
  "<!-- Written by tools/docs from what the code knows. Change that, and run it again. -->\n\n";

static const char events_head[] =
  "# Events and commands\n\n"
  "A person asks for something: a **command**. What happened then is an **event**, or several, and "
  "stands in the daybook as an entry. The words are explained in the [glossary](glossary.md), what "
  "may happen in the [domain](domain.md), how events are stored in the [format](format.md).\n\n"
  "The examples are one small story, told from its beginning; each is what the program makes of "
  "it. Only the ids count up, where real ones are made of time and chance.\n\n"
  "In an event an amount is a whole number of minor units, `10000` EUR for 100.00 EUR; in a "
  "command it is written as people write it, with a point. A day is written `2026-01-31`, an "
  "account's number without blanks. What may be left out and is, does not appear.\n\n";

static const char commands_head[] =
  "## Commands\n\n"
  "Each is what `daybook-cli dispatch` takes, one a line. Beside the command may stand `id` (the "
  "same id is never done twice), `actor`, `correlation` and `causation`.\n\n";

static void
append_choices (GString           *page,
                const char *const *choices)
{
  for (guint i = 0; choices[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (page, choices[i + 1] != NULL ? ", " : " or ");
      g_string_append_printf (page, "`%s`", choices[i]);
    }
}

static void
append_kind (GString           *page,
             const DaybookField *field)
{
  static const char *const kinds[] = {
    [DAYBOOK_FIELD_ACCOUNT] = "account number",
    [DAYBOOK_FIELD_CURRENCY] = "currency code",
    [DAYBOOK_FIELD_AMOUNT] = "amount, in minor units",
    [DAYBOOK_FIELD_DECIMAL] = "amount, with a point",
    [DAYBOOK_FIELD_DATE] = "day",
    [DAYBOOK_FIELD_ENTRY] = "number of an entry",
    [DAYBOOK_FIELD_COUNT] = "whole number",
  };

  if (field->kind == DAYBOOK_FIELD_TEXT)
    g_string_append_printf (page, "text, up to %u characters", field->max_length);
  else if (field->kind == DAYBOOK_FIELD_CHOICE)
    append_choices (page, field->choices);
  else
    g_string_append (page, kinds[field->kind]);
}

/* What an event's field is filed under, where it is. */
static void
append_filing (GString            *page,
               const DaybookField *field)
{
  if (field->stream == DAYBOOK_STREAM_NONE)
    return;

  g_string_append_printf (page, "`%s`", daybook_stream_kind_name (field->stream));
  if (strcmp (daybook_stream_kind_name (field->stream), field->role) != 0)
    g_string_append_printf (page, " as `%s`", field->role);
}

static void
append_fields (GString             *page,
               const DaybookSchema *schema)
{
  gboolean stored = schema->version > 0;

  g_string_append_printf (page, "| field | may be left out | what it is | meaning |%s\n",
                          stored ? " filed under |" : "");
  g_string_append_printf (page, "|---|---|---|---|%s\n", stored ? "---|" : "");

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];

      g_string_append_printf (page, "| `%s` | %s | ", field->name, field->optional ? "yes" : "");
      append_kind (page, field);
      g_string_append_printf (page, " | %s |", field->about != NULL ? field->about : "");
      if (stored)
        {
          g_string_append_c (page, ' ');
          append_filing (page, field);
          g_string_append (page, " |");
        }
      g_string_append_c (page, '\n');
    }
  g_string_append_c (page, '\n');
}

/* As GitHub and its like call the place of a heading. */
static void
append_link (GString    *page,
             const char *name)
{
  g_autofree char *anchor = g_ascii_strdown (name, -1);

  g_string_append_printf (page, "[%s](#%s)", name, anchor);
}

static void
append_links (GString   *page,
              GPtrArray *types)
{
  for (guint i = 0; i < types->len; i++)
    {
      g_string_append (page, i == 0 ? "" : i + 1 < types->len ? ", " : " and ");
      append_link (page, ((const DaybookSchema *) types->pdata[i])->name);
    }
}

static void
add_once (GPtrArray           *types,
          const DaybookSchema *type)
{
  if (!g_ptr_array_find (types, type, NULL))
    g_ptr_array_add (types, (gpointer) type);
}

/* In the order in which the story comes to them: all types of commands, or all of events. */
static GPtrArray *
list_types (GPtrArray *steps,
            gboolean   events)
{
  GPtrArray *types = g_ptr_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const StoryStep *step = steps->pdata[i];

      if (!events)
        add_once (types, step->command);
      for (guint j = 0; events && j < step->entries->len; j++)
        add_once (types, ((StoryEntry *) step->entries->pdata[j])->event->record.schema);
    }

  return types;
}

/* What is to be told of @type: what a command recorded in the story, or what led to an event. */
static GPtrArray *
list_related (GPtrArray           *steps,
              const DaybookSchema *type)
{
  GPtrArray *related = g_ptr_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const StoryStep *step = steps->pdata[i];

      for (guint j = 0; j < step->entries->len; j++)
        {
          const StoryEntry *entry = step->entries->pdata[j];
          const DaybookSchema *event = entry->event->record.schema;

          if (step->command == type)
            add_once (related, event);
          else if (event == type)
            add_once (related, step->command);
        }
    }

  return related;
}

static const StoryStep *
find_step (GPtrArray           *steps,
           const DaybookSchema *command)
{
  for (guint i = 0; i < steps->len; i++)
    if (((StoryStep *) steps->pdata[i])->command == command)
      return steps->pdata[i];

  return NULL;
}

static const StoryEntry *
find_entry (GPtrArray           *steps,
            const DaybookSchema *type)
{
  for (guint i = 0; i < steps->len; i++)
    {
      GPtrArray *entries = ((StoryStep *) steps->pdata[i])->entries;

      for (guint j = 0; j < entries->len; j++)
        if (((StoryEntry *) entries->pdata[j])->event->record.schema == type)
          return entries->pdata[j];
    }

  return NULL;
}

static void
append_event (GString             *page,
              GPtrArray           *steps,
              const DaybookSchema *type)
{
  g_autoptr (GPtrArray) commands = list_related (steps, type);
  g_autoptr (GString) json = g_string_new (NULL);
  const StoryEntry *example = find_entry (steps, type);
  char date[DAYBOOK_DATE_LENGTH];

  daybook_date_format (example->event->value_date, date);
  daybook_event_encode (example->event, json);

  g_string_append_printf (page, "### %s\n\n%s\n\nVersion %u of its form. Recorded by ", type->name,
                          type->summary, type->version);
  append_links (page, commands);
  g_string_append (page, ".");
  if (type->register_kind != DAYBOOK_STREAM_NONE)
    g_string_append_printf (page, " Filed under `%s` `%s`.",
                            daybook_stream_kind_name (type->register_kind), type->register_key);
  g_string_append (page, "\n\n");
  append_fields (page, type);
  g_string_append_printf (page, "> %s\n\nEntry %" G_GUINT64_FORMAT ", value date %s:\n\n"
                          "```json\n%s\n```\n\n", example->sentence, example->number, date,
                          json->str);
}

static void
append_command (GString             *page,
                GPtrArray           *steps,
                const DaybookSchema *type)
{
  g_autoptr (GPtrArray) events = list_related (steps, type);
  const StoryStep *example = find_step (steps, type);

  g_string_append_printf (page, "### %s\n\n%s\n\nRecords ", type->name, type->summary);
  append_links (page, events);
  g_string_append (page, ".\n\n");
  append_fields (page, type);
  g_string_append_printf (page, "```json\n%s\n```\n\n", example->json);
  for (guint i = 0; i < example->entries->len; i++)
    {
      const StoryEntry *entry = example->entries->pdata[i];

      g_string_append_printf (page, "> %s%s\n", entry->sentence,
                              i + 1 < example->entries->len ? "  " : "");
    }
  g_string_append_c (page, '\n');
}

static void
append_contents (GString    *page,
                 GPtrArray  *types,
                 const char *first,
                 const char *second)
{
  g_string_append_printf (page, "| %s | %s |\n|---|---|\n", first, second);
  for (guint i = 0; i < types->len; i++)
    {
      const DaybookSchema *type = types->pdata[i];

      g_string_append (page, "| ");
      append_link (page, type->name);
      g_string_append_printf (page, " | %s |\n", type->summary);
    }
  g_string_append_c (page, '\n');
}

/* Whether the story tells of everything that there is. */
static gboolean
is_complete (GPtrArray                  *told,
             const DaybookSchema *const *types)
{
  gboolean complete = TRUE;

  for (; *types != NULL; types++)
    if (!g_ptr_array_find (told, *types, NULL))
      {
        g_printerr ("The story has no %s: add a step to it.\n", (*types)->name);
        complete = FALSE;
      }

  return complete;
}

static gboolean
print_events (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = story_run (path, &error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) commands = NULL;
  g_autoptr (GString) page = g_string_new (written_by);

  if (steps == NULL)
    {
      g_autofree char *sentence = daybook_error_sentence (error, NULL);

      g_printerr ("%s\n%s\n", error->message, sentence);
      return FALSE;
    }

  events = list_types (steps, TRUE);
  commands = list_types (steps, FALSE);
  if (!is_complete (events, daybook_event_types) || !is_complete (commands, daybook_command_types))
    return FALSE;

  g_string_append_printf (page, "%s## Events\n\n", events_head);
  append_contents (page, events, "event", "what happened");
  for (guint i = 0; i < events->len; i++)
    append_event (page, steps, events->pdata[i]);
  g_string_append (page, commands_head);
  append_contents (page, commands, "command", "what is asked");
  for (guint i = 0; i < commands->len; i++)
    append_command (page, steps, commands->pdata[i]);

  g_string_truncate (page, page->len - 1);
  fputs (page->str, stdout);
  return TRUE;
}

static gboolean
print_glossary (void)
{
  printf ("%s# Glossary\n\n"
          "Screen, help, code and events use these words, and each of them for one thing only. "
          "What may happen is said in the [domain](domain.md), what is stored in "
          "[events](events.md).\n\n| word | meaning |\n|---|---|\n", written_by);
  for (const DaybookWord *entry = daybook_glossary; entry->word != NULL; entry++)
    printf ("| **%s** | %s |\n", entry->word, entry->meaning);

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  gboolean done = FALSE;

  if (argc == 3 && strcmp (argv[1], "events") == 0)
    done = print_events (argv[2]);
  else if (argc == 2 && strcmp (argv[1], "glossary") == 0)
    done = print_glossary ();
  else
    g_printerr ("usage: make-docs events STORY | make-docs glossary\n");

  return done ? 0 : 1;
}
