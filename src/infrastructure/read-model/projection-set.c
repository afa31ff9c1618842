/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All projections of a read model's file, side by side, and the checkpoint that says how far they
 * have come. Entries are applied strictly in order, each once; what the projections keep in memory
 * is written together with the checkpoint, inside the caller's transaction.
 *
 * A projection that cannot apply an entry stops them all. It never skips: with money, a wrong
 * balance is worse than no balance. */

#include "read-model/projection-set.h"

#include <string.h>

#include "read-model/collation.h"
#include "store-error.h"

static const DaybookProjection *const projections[] = {
  &daybook_directory_projection,
  &daybook_ledger_projection,
  &daybook_holds_projection,
  &daybook_control_projection,
};

#define N_PROJECTIONS G_N_ELEMENTS (projections)

struct _DaybookProjectionSet
{
  sqlite3_stmt *get_checkpoint;
  sqlite3_stmt *put_checkpoint;
  DaybookCheckpoint checkpoint;
  gpointer states[N_PROJECTIONS];
};

/**
 * daybook_projection_set_create:
 * @db: empty
 *
 * Makes the tables, without what only finding things needs.
 *
 * Returns: whether they are there.
 */
gboolean
daybook_projection_set_create (sqlite3  *db,
                               GError  **error)
{
  g_autoptr (DaybookCollation) collation = daybook_collation_new ();
  g_autoptr (GString) sql = g_string_new (daybook_collation_schema);

  g_string_append_printf (sql, "PRAGMA user_version = %d;", DAYBOOK_PROJECTIONS_VERSION);
  g_string_append (sql, "CREATE TABLE checkpoint (only INTEGER PRIMARY KEY CHECK (only = 1),"
                        " position INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;");
  for (guint i = 0; i < N_PROJECTIONS; i++)
    g_string_append (sql, projections[i]->schema);

  return daybook_sql_exec (db, sql->str, error) &&
         daybook_collation_remember (collation, db, error);
}

/**
 * daybook_projection_set_is_current:
 * @db: of a read model
 *
 * Returns: whether it was worked out by projections that work as these do, and sorts as the user
 *   does.
 */
gboolean
daybook_projection_set_is_current (sqlite3 *db)
{
  gint64 version;

  return daybook_sql_number (db, "PRAGMA user_version", &version, NULL) &&
         version == DAYBOOK_PROJECTIONS_VERSION && daybook_collation_is_that_of (db);
}

/**
 * daybook_projection_set_create_indexes:
 * @db: with all entries in it: an index is made much faster at once than row by row
 *
 * Returns: whether they are there.
 */
gboolean
daybook_projection_set_create_indexes (sqlite3  *db,
                                       GError  **error)
{
  for (guint i = 0; i < N_PROJECTIONS; i++)
    if (projections[i]->indexes != NULL && !daybook_sql_exec (db, projections[i]->indexes, error))
      return FALSE;

  return TRUE;
}

/**
 * daybook_projection_set_close:
 * @self: (nullable) (transfer full): what it keeps in memory is dropped
 */
void
daybook_projection_set_close (DaybookProjectionSet *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_PROJECTIONS; i++)
    if (self->states[i] != NULL)
      projections[i]->close (self->states[i]);
  sqlite3_finalize (self->get_checkpoint);
  sqlite3_finalize (self->put_checkpoint);
  g_free (self);
}

/**
 * daybook_projection_set_open:
 * @db: with the tables in it
 *
 * Returns: (transfer full): the projections, ready to apply entries; %NULL on error.
 */
DaybookProjectionSet *
daybook_projection_set_open (sqlite3  *db,
                             GError  **error)
{
  g_autoptr (DaybookProjectionSet) self = g_new0 (DaybookProjectionSet, 1);

  self->get_checkpoint = daybook_sql_prepare (db, "SELECT position, hash FROM checkpoint", error);
  if (self->get_checkpoint == NULL)
    return NULL;
  self->put_checkpoint = daybook_sql_prepare (db, "INSERT OR REPLACE INTO checkpoint"
                                                  " VALUES (1, ?, ?)", error);
  if (self->put_checkpoint == NULL)
    return NULL;

  for (guint i = 0; i < N_PROJECTIONS; i++)
    {
      self->states[i] = projections[i]->open (db, error);
      if (self->states[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * daybook_projection_set_load:
 *
 * Looks how far the file has come; another process may have been here.
 *
 * Returns: whether it could be read.
 */
gboolean
daybook_projection_set_load (DaybookProjectionSet  *self,
                             GError               **error)
{
  sqlite3_stmt *stmt = self->get_checkpoint;
  gboolean row;

  memset (&self->checkpoint, 0, sizeof self->checkpoint);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  self->checkpoint.position = sqlite3_column_int64 (stmt, 0);
  if (sqlite3_column_bytes (stmt, 1) == DAYBOOK_HASH_SIZE)
    memcpy (self->checkpoint.hash, sqlite3_column_blob (stmt, 1), DAYBOOK_HASH_SIZE);
  sqlite3_reset (stmt);
  return TRUE;
}

/**
 * daybook_projection_set_get_checkpoint:
 *
 * Returns: (transfer none): the last entry that was applied.
 */
const DaybookCheckpoint *
daybook_projection_set_get_checkpoint (DaybookProjectionSet *self)
{
  return &self->checkpoint;
}

/* Says where it stopped. A constraint that is violated means that the entry does not follow from
 * those before it, not that somebody else was faster. */
static gboolean
fail_in (const DaybookProjection  *projection,
         GError                   *problem,
         GError                  **error)
{
  if (g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT))
    problem->code = DAYBOOK_STORE_ERROR_DAMAGED;
  g_propagate_prefixed_error (error, problem, "%s: ", projection->name);

  return FALSE;
}

/**
 * daybook_projection_set_apply:
 * @entry: the one after the checkpoint
 * @touched: receives what it changes
 *
 * Returns: whether all projections could apply it; if not, the transaction must be rolled back and
 *   the set closed.
 */
gboolean
daybook_projection_set_apply (DaybookProjectionSet  *self,
                              const DaybookEntry    *entry,
                              DaybookTouched        *touched,
                              GError               **error)
{
  GError *problem = NULL;

  if (entry->position != self->checkpoint.position + 1)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " is missing", self->checkpoint.position + 1);
      return FALSE;
    }

  for (guint i = 0; i < N_PROJECTIONS; i++)
    if (!projections[i]->apply (self->states[i], entry, touched, &problem))
      {
        g_prefix_error (&problem, "entry %" G_GUINT64_FORMAT ": ", entry->position);
        return fail_in (projections[i], problem, error);
      }

  /* Name, currencies and periods are read from the book's own stream, which is short. */
  if (entry->event->record.schema->register_kind == DAYBOOK_STREAM_BOOK)
    touched->book = TRUE;

  self->checkpoint.position = entry->position;
  memcpy (self->checkpoint.hash, entry->hash, DAYBOOK_HASH_SIZE);
  return TRUE;
}

/**
 * daybook_projection_set_flush:
 *
 * Writes what was kept in memory, and the checkpoint.
 *
 * Returns: whether it is written.
 */
gboolean
daybook_projection_set_flush (DaybookProjectionSet  *self,
                              GError               **error)
{
  GError *problem = NULL;

  for (guint i = 0; i < N_PROJECTIONS; i++)
    if (!projections[i]->flush (self->states[i], &problem))
      return fail_in (projections[i], problem, error);

  sqlite3_bind_int64 (self->put_checkpoint, 1, self->checkpoint.position);
  sqlite3_bind_blob (self->put_checkpoint, 2, self->checkpoint.hash, DAYBOOK_HASH_SIZE,
                     SQLITE_STATIC);

  return daybook_sql_run (self->put_checkpoint, error);
}
