/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Working a read model out from the first entry on, into a new file.
 *
 * Every entry is checked against the chain on its way. The file is nobody's until it is complete,
 * so it is written without a journal and without waiting for the disk; lines are gathered in memory
 * and written account by account; indexes come last. Then it takes the old one's place at once. If
 * it is not finished, for whatever reason, it is as if it had never been begun. */

#include "read-model/rebuild.h"

#include "read-model/generations.h"
#include "read-model/projection-set.h"
#include "store-error.h"

/* Entries that are gathered in memory: with their lines, some 30 MB. */
#define GATHER 1000000

typedef struct
{
  DaybookProjectionSet *set;
  DaybookTouched touched;
} Work;

static gboolean
apply (const DaybookEntry  *entry,
       guint64              version,
       gpointer             user_data,
       GError             **error)
{
  Work *work = user_data;

  return daybook_projection_set_apply (work->set, entry, &work->touched, error) &&
         (entry->position % GATHER != 0 || daybook_projection_set_flush (work->set, error));
}

/* What a newer program recorded ends the work, and what was worked out until there is kept: the
 * book can be read so far. */
static gboolean
replay (Work                 *work,
        DaybookEventStore    *store,
        DaybookProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  g_autoptr (GError) problem = NULL;
  DaybookVerdict verdict;

  if (!daybook_event_store_replay (store, apply, work, &verdict, progress, progress_data,
                                   cancellable, &problem) &&
      !g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (problem == NULL && verdict.flaw != DAYBOOK_FLAW_NONE)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " is not what was recorded", verdict.position);
      return FALSE;
    }

  if (progress != NULL)
    progress (verdict.n_entries, verdict.n_entries, progress_data);

  return daybook_projection_set_flush (work->set, error);
}

static gboolean
write_tables (sqlite3              *db,
              DaybookEventStore    *store,
              DaybookProgressFunc   progress,
              gpointer              progress_data,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (GHashTable) accounts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  g_autoptr (DaybookProjectionSet) set = NULL;
  Work work = { .touched = { accounts, people } };

  if (!daybook_projection_set_create (db, error))
    return FALSE;

  set = daybook_projection_set_open (db, error);
  work.set = set;
  return set != NULL && replay (&work, store, progress, progress_data, cancellable, error) &&
         daybook_projection_set_create_indexes (db, error);
}

static gboolean
write_file (const char           *file,
            DaybookEventStore    *store,
            DaybookProgressFunc   progress,
            gpointer              progress_data,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr (sqlite3) db = NULL;

  return daybook_sql_open (file, SQLITE_OPEN_READWRITE, &db, error) &&
         daybook_sql_exec (db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                               "PRAGMA locking_mode = EXCLUSIVE; BEGIN;", error) &&
         write_tables (db, store, progress, progress_data, cancellable, error) &&
         daybook_sql_exec (db, "COMMIT; PRAGMA journal_mode = WAL;", error);
}

/**
 * daybook_read_model_rebuild:
 * @path: of the link to the read model's file
 * @store: the daybook
 *
 * Works the read model out again; the old one answers until the new one is complete. To be called
 * under the lock of the generations. Entries that only a newer program knows are not worked in, nor
 * is what follows them.
 *
 * Returns: whether there is a new one; else the old one still counts.
 */
gboolean
daybook_read_model_rebuild (const char           *path,
                            DaybookEventStore    *store,
                            DaybookProgressFunc   progress,
                            gpointer              progress_data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  g_autofree char *file = daybook_generation_new (path, error);

  if (file == NULL)
    return FALSE;

  if (write_file (file, store, progress, progress_data, cancellable, error) &&
      daybook_generation_make_current (path, file, error))
    return TRUE;

  daybook_sql_unlink (file);
  return FALSE;
}
