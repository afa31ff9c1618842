/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A read model at work, to be interrupted: it is made, follows the book step by step, is worked
 * out again and closed. The book is in memory, so that only the read model's disk is concerned.
 * Whatever happened, the next who opens it must get the figures that the book says. */

#include "reading.h"

#include <glib/gstdio.h>

#include "folder.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "session.h"
#include "store/memory-store.h"
#include "surroundings.h"

Reading *
reading_new (void)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  Reading *self = g_new0 (Reading, 1);

  self->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "test.figures", NULL);
  self->store = daybook_memory_store_new (id);
  self->dispatcher = daybook_dispatcher_new (self->store, DAYBOOK_CLOCK (clock), ids);

  return self;
}

void
reading_free (Reading *self)
{
  g_clear_object (&self->projector);
  g_clear_object (&self->dispatcher);
  g_clear_object (&self->store);
  remove_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* Records the next part of the script; a part that is there already is not recorded twice. */
static void
record (Reading *self,
        guint    part,
        guint    n_parts)
{
  for (guint i = session_n_steps * part / n_parts; i < session_n_steps * (part + 1) / n_parts; i++)
    {
      DaybookEnvelope envelope = { .command_id = session_steps[i].id };
      g_autoptr (DaybookReceipt) receipt = NULL;
      g_autoptr (GError) error = NULL;

      if (session_steps[i].kind != SESSION_COMMAND)
        continue;
      receipt = daybook_dispatcher_execute (self->dispatcher, session_steps[i].command, &envelope,
                                            &error);
      g_assert_no_error (error);
    }
}

static void
open_projector (Reading *self)
{
  g_clear_object (&self->projector);
  self->projector = daybook_sqlite_projector_new (self->path, self->store);
}

/* Gives whether it succeeded; each step can be repeated. */
gboolean
reading_run (Reading  *self,
             guint     step,
             GError  **error)
{
  switch (step)
    {
    case 0:
    case 6:
      open_projector (self);
      return TRUE;
    case 1:
    case 2:
    case 3:
    case 7:
      record (self, step == 7 ? 3 : step - 1, 4);
      return daybook_projector_catch_up (self->projector, NULL, NULL, NULL, NULL, error);
    case 4:
      return daybook_projector_rebuild (self->projector, NULL, NULL, NULL, error);
    case 5:
    case 8:
      g_clear_object (&self->projector);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static void
add_lines (GString          *text,
           DaybookReadModel *model,
           guint32           key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = daybook_read_model_get_lines (model, key, 1, 1000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookAccountLine *line = &g_array_index (lines, DaybookAccountLine, i);

      g_string_append_printf (text, "  %u: %u %d %d, %u\n", (guint) line->row,
                              (guint) line->position, (int) line->amount, (int) line->balance,
                              (guint) line->reversed_by);
    }
}

/* Gives (transfer full) all that the read model says of accounts and people, as whoever opens it
 * next gets it. */
char *
reading_dup_figures (const char        *path,
                     DaybookEventStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookProjector) projector = daybook_sqlite_projector_new (path, store);
  g_autoptr (DaybookReadModel) model = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  DaybookTotals totals = { 0 };

  daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  model = daybook_sqlite_read_model_new (path, store, &error);
  g_assert_no_error (error);
  daybook_read_model_get_totals (model, &totals, &error);
  g_assert_no_error (error);

  g_string_append_printf (text, "%u accounts, %u people, %u entries\n", totals.n_accounts,
                          totals.n_people, (guint) totals.n_entries);
  for (guint32 key = 1; key <= totals.n_accounts; key++)
    {
      g_autoptr (DaybookAccountFigures) a = daybook_read_model_get_account (model, key, &error);

      g_assert_no_error (error);
      g_string_append_printf (text, "%s %s %s: %d, %d entries\n", a->number.digits, a->holders,
                              a->name != NULL ? a->name : "", (int) a->balance,
                              (int) a->n_entries);
      add_lines (text, model, key);
    }
  for (guint32 key = 1; key <= totals.n_people; key++)
    {
      g_autoptr (DaybookPersonDetails) p = daybook_read_model_get_person (model, key, &error);

      g_assert_no_error (error);
      g_string_append_printf (text, "%s %s %u\n", p->username, p->name, p->n_accounts);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
