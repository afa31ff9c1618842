/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events that are written down as they are, without anybody who decided them: what is looked at is
 * what projections make of them. */

#include "facts.h"

#include <string.h>

#include "catalogue.h"
#include "dump.h"
#include "folder.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "store-error.h"
#include "store/memory-store.h"
#include "surroundings.h"

static const guint8 book_id[DAYBOOK_ID_SIZE] = "a book for tests";

void
facts_set_up (Facts         *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "read-model.sqlite", NULL);
  f->store = daybook_memory_store_new (book_id);
  f->projector = daybook_sqlite_projector_new (f->path, f->store);
  facts_catch_up (f, NULL);
  f->model = daybook_sqlite_read_model_new (f->path, f->store, &error);
  g_assert_no_error (error);
}

void
facts_tear_down (Facts         *f,
                 gconstpointer  data)
{
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->projector);
  g_object_unref (f->store);
  remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
append (Facts        *f,
        DaybookEvent *event)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  guint8 id[DAYBOOK_ID_SIZE] = { 0 };
  g_autofree char *command_id = NULL;
  DaybookAppend entry = { .actor = "", .events = events, .ids = id,
                          .expectations = expectations };
  DaybookCommitted committed;
  g_autoptr (GError) error = NULL;
  guint64 head;

  g_assert_true (daybook_event_store_get_head (f->store, &head, NULL));
  command_id = g_strdup_printf ("command %" G_GUINT64_FORMAT, head + 1);
  entry.command_id = command_id;
  memcpy (id, &head, sizeof head);
  g_ptr_array_add (events, event);
  daybook_event_store_append (f->store, &entry, &committed, &error);
  g_assert_no_error (error);
}

/* happened (f, "2026-03-01", "MoneyDeposited", "to", FIRST, "amount", "100", …, NULL)
 *
 * Gives the number of the entry. */
guint64
happened (Facts      *f,
          const char *on,
          const char *type,
          ...)
{
  const DaybookSchema *schema = daybook_find_event_type (type);
  DaybookEvent *event = daybook_record_new (schema);
  g_autoptr (GError) error = NULL;
  const char *name;
  guint64 head;
  va_list args;

  va_start (args, type);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      daybook_record_set_text (event, daybook_schema_get_field (schema, name),
                               va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);

  event->value_date = day (on);
  append (f, event);
  g_assert_true (daybook_event_store_get_head (f->store, &head, NULL));
  return head;
}

/* @changes: (nullable) */
void
facts_catch_up (Facts          *f,
                DaybookChanges *changes)
{
  g_autoptr (GError) error = NULL;

  daybook_projector_catch_up (f->projector, changes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The projector stops at what happened last, and @problem stands in its message. */
void
facts_refused (Facts      *f,
               const char *problem)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, problem));
}

/* Changes the read model's file as somebody would who has it and the sqlite3 program. */
void
facts_tamper (Facts      *f,
              const char *sql)
{
  char *problem = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
}

static DaybookProjector *
new_projector (const char        *path,
               DaybookEventStore *store)
{
  DaybookProjector *projector = daybook_sqlite_projector_new (path, store);

  daybook_sqlite_projector_set_batch_size (DAYBOOK_SQLITE_PROJECTOR (projector), 1);
  return projector;
}

/* What a read model says that began with an empty book and took each entry in by itself. */
static char *
dump_one_by_one (Facts *f)
{
  g_autoptr (DaybookEventStore) empty = daybook_memory_store_new (book_id);
  g_autofree char *path = g_build_filename (f->folder, "one-by-one.sqlite", NULL);
  g_autoptr (DaybookProjector) before = new_projector (path, empty);
  g_autoptr (DaybookProjector) after = new_projector (path, f->store);
  g_autoptr (GError) error = NULL;

  daybook_projector_rebuild (before, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_projector_catch_up (after, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return dump_database (path);
}

/* Entry by entry or all at once, every row of every table is the same. */
void
facts_same_when_rebuilt (Facts *f)
{
  g_autofree char *live = dump_database (f->path);
  g_autofree char *one_by_one = dump_one_by_one (f);
  g_autofree char *rebuilt = NULL;
  g_autoptr (GError) error = NULL;

  daybook_projector_rebuild (f->projector, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rebuilt = dump_database (f->path);
  g_assert_cmpstr (live, ==, rebuilt);
  g_assert_cmpstr (live, ==, one_by_one);

  /* As whoever has it open is told. */
  facts_catch_up (f, NULL);
  g_assert_true (daybook_read_model_refresh (f->model, NULL));
}
