/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A story: what people ask of a book on which days, in a file; and what the program makes of it.
 *
 * Nothing of the answer is written down anywhere: the commands are done, in a book in memory, by
 * what does them in earnest, so that an example is what really happens. The book's clock stands at
 * noon of the step's day, and its ids count, so that it comes out the same each time. */

#include "story.h"

#include <string.h>

#include "command-json.h"
#include "folder.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "sentences.h"
#include "store/memory-store.h"
#include "surroundings.h"

typedef struct
{
  DaybookEventStore *store;
  DaybookTestClock *clock;
  DaybookDispatcher *dispatcher;
  char *folder;
  char *read_model;
  StoryStep *step;
} Stage;

static void
stage_init (Stage *stage)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();

  stage->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  g_assert_nonnull (stage->folder);
  stage->read_model = g_build_filename (stage->folder, "read-model.sqlite", NULL);
  stage->store = daybook_memory_store_new (id);
  stage->clock = daybook_test_clock_new ("2026-01-01T12:00:00Z");
  stage->dispatcher = daybook_dispatcher_new (stage->store, DAYBOOK_CLOCK (stage->clock), ids);
}

static void
stage_clear (Stage *stage)
{
  g_object_unref (stage->dispatcher);
  g_object_unref (stage->clock);
  g_object_unref (stage->store);
  remove_folder (stage->folder);
  g_free (stage->read_model);
  g_free (stage->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stage, stage_clear)

static void
entry_free (StoryEntry *entry)
{
  daybook_record_free (entry->event);
  g_free (entry->sentence);
  g_free (entry);
}

static void
step_free (StoryStep *step)
{
  g_ptr_array_unref (step->entries);
  g_free (step->json);
  g_free (step);
}

static gboolean
keep_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  Stage *stage = user_data;
  StoryEntry *kept = g_new0 (StoryEntry, 1);

  kept->number = entry->position;
  kept->event = daybook_record_copy (entry->event);
  g_ptr_array_add (stage->step->entries, kept);

  return TRUE;
}

/* As they would be read on the day, and not with what is known of an account later. */
static gboolean
write_sentences (Stage   *stage,
                 GError **error)
{
  g_autoptr (DaybookProjector) projector = daybook_sqlite_projector_new (stage->read_model,
                                                                         stage->store);
  g_autoptr (DaybookReadModel) names = NULL;

  if (!daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, error))
    return FALSE;
  names = daybook_sqlite_read_model_new (stage->read_model, stage->store, error);
  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < stage->step->entries->len; i++)
    {
      StoryEntry *entry = stage->step->entries->pdata[i];

      entry->sentence = daybook_entry_sentence (entry->event, names);
    }

  return TRUE;
}

static gboolean
execute (Stage       *stage,
         const char  *json,
         GError     **error)
{
  DaybookEnvelope envelope = { .actor = "Ruth" };
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_auto (DaybookOrder) order = { 0 };

  if (!daybook_order_parse (&order, json, strlen (json), error))
    return FALSE;

  stage->step->command = order.command->schema;
  receipt = daybook_dispatcher_execute (stage->dispatcher, order.command, &envelope, error);

  return receipt != NULL &&
         daybook_event_store_read_all (stage->store, receipt->first - 1, keep_entry, stage,
                                       error) &&
         write_sentences (stage, error);
}

/* A line: the day, and what is asked on it. */
static gboolean
take_step (Stage       *stage,
           const char  *line,
           GPtrArray   *steps,
           GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 2);
  g_autofree char *noon = g_strconcat (parts[0], "T12:00:00Z", NULL);

  stage->step = g_new0 (StoryStep, 1);
  stage->step->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  stage->step->json = g_strdup (parts[1]);
  g_ptr_array_add (steps, stage->step);
  daybook_test_clock_set (stage->clock, noon);
  if (parts[1] != NULL && execute (stage, parts[1], error))
    return TRUE;

  g_prefix_error (error, "%s: ", line);
  return FALSE;
}

/**
 * story_run:
 * @path: a file with a step in each line; empty ones, and those with a `#` in front, are no steps
 *
 * Returns: (transfer container) (element-type StoryStep): the steps and what came of them, or %NULL
 *   if one of them cannot be done.
 */
GPtrArray *
story_run (const char  *path,
           GError     **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  g_auto (Stage) stage = { 0 };
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  stage_init (&stage);
  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !take_step (&stage, lines[i], steps, error))
      return NULL;

  return g_steal_pointer (&steps);
}
