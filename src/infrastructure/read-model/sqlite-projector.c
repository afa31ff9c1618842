/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The projector: works the daybook into the read model.
 *
 * Entries are applied strictly in order, in batches; each batch is written together with its
 * checkpoint (the last entry's number and hash), so that no entry is applied twice or left out,
 * whatever is killed when. Before a batch the checkpoint is compared with the book: if the book has
 * another entry at that place (a backup was restored, a file exchanged) or the projections have
 * changed, the read model is worked out again.
 *
 * A projection that cannot apply an entry stops the projector. It never skips: with money, a wrong
 * balance is worse than no balance. */

#include "read-model/sqlite-projector.h"

#include <string.h>

#include "read-model/projection.h"
#include "store-error.h"

#define BATCH 20000

static const DaybookProjection *const projections[] = {
  &daybook_directory_projection,
  &daybook_ledger_projection,
};

#define N_PROJECTIONS G_N_ELEMENTS (projections)

struct _DaybookSqliteProjector
{
  GObject parent_instance;

  sqlite3 *db;
  DaybookEventStore *store;
  gpointer states[N_PROJECTIONS];
  sqlite3_stmt *get_checkpoint;
  sqlite3_stmt *put_checkpoint;
  gboolean caught_up;
  guint64 told;
};

typedef struct
{
  guint64 position;
  guint8 hash[DAYBOOK_HASH_SIZE];
} Checkpoint;

/* What goes round while a batch is applied. */
typedef struct
{
  DaybookSqliteProjector *self;
  Checkpoint checkpoint;
  guint n_applied;
  DaybookTouched touched;
} Batch;

static void daybook_sqlite_projector_iface_init (DaybookProjectorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSqliteProjector, daybook_sqlite_projector, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_PROJECTOR,
                                                      daybook_sqlite_projector_iface_init))

static void
close_projections (DaybookSqliteProjector *self)
{
  for (guint i = 0; i < N_PROJECTIONS; i++)
    g_clear_pointer (&self->states[i], projections[i]->close);
}

static gboolean
open_projections (DaybookSqliteProjector  *self,
                  GError                 **error)
{
  for (guint i = 0; i < N_PROJECTIONS; i++)
    {
      if (self->states[i] == NULL)
        self->states[i] = projections[i]->open (self->db, error);
      if (self->states[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Everything as on the first day, inside the transaction that is open. */
static gboolean
start_over (DaybookSqliteProjector  *self,
            GError                 **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  close_projections (self);
  for (guint i = 0; i < N_PROJECTIONS; i++)
    {
      for (guint j = 0; projections[i]->tables[j] != NULL; j++)
        g_string_append_printf (sql, "DROP TABLE IF EXISTS %s;", projections[i]->tables[j]);
      g_string_append (sql, projections[i]->schema);
    }
  g_string_append_printf (sql, "DELETE FROM checkpoint; PRAGMA user_version = %d;",
                          DAYBOOK_PROJECTIONS_VERSION);

  return daybook_sql_exec (self->db, sql->str, error);
}

static gboolean
read_checkpoint (DaybookSqliteProjector  *self,
                 Checkpoint              *checkpoint,
                 GError                 **error)
{
  gboolean row;

  memset (checkpoint, 0, sizeof *checkpoint);
  if (!daybook_sql_step (self->get_checkpoint, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  checkpoint->position = sqlite3_column_int64 (self->get_checkpoint, 0);
  if (sqlite3_column_bytes (self->get_checkpoint, 1) == DAYBOOK_HASH_SIZE)
    memcpy (checkpoint->hash, sqlite3_column_blob (self->get_checkpoint, 1), DAYBOOK_HASH_SIZE);
  sqlite3_reset (self->get_checkpoint);
  return TRUE;
}

static gboolean
write_checkpoint (DaybookSqliteProjector  *self,
                  const Checkpoint        *checkpoint,
                  GError                 **error)
{
  sqlite3_bind_int64 (self->put_checkpoint, 1, checkpoint->position);
  sqlite3_bind_blob (self->put_checkpoint, 2, checkpoint->hash, DAYBOOK_HASH_SIZE, SQLITE_STATIC);

  return daybook_sql_run (self->put_checkpoint, error);
}

static gboolean
take_hash (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  Checkpoint *there = user_data;

  there->position = entry->position;
  memcpy (there->hash, entry->hash, DAYBOOK_HASH_SIZE);
  return FALSE;
}

/* Whether what the read model contains is a beginning of what the book now says. */
static gboolean
is_ours (DaybookSqliteProjector  *self,
         const Checkpoint        *checkpoint,
         gboolean                *ours,
         GError                 **error)
{
  Checkpoint there = { 0 };
  gint64 version;

  if (!daybook_sql_number (self->db, "PRAGMA user_version", &version, error) ||
      (checkpoint->position > 0 &&
       !daybook_event_store_read_all (self->store, checkpoint->position - 1, take_hash, &there,
                                      error)))
    return FALSE;

  *ours = version == DAYBOOK_PROJECTIONS_VERSION && checkpoint->position == there.position &&
          memcmp (checkpoint->hash, there.hash, DAYBOOK_HASH_SIZE) == 0;
  return TRUE;
}

static gboolean
apply_entry (const DaybookEntry  *entry,
             guint64              version,
             gpointer             user_data,
             GError             **error)
{
  Batch *batch = user_data;

  if (entry->position != batch->checkpoint.position + 1)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " is missing", batch->checkpoint.position + 1);
      return FALSE;
    }

  for (guint i = 0; i < N_PROJECTIONS; i++)
    if (!projections[i]->apply (batch->self->states[i], entry, &batch->touched, error))
      {
        g_prefix_error (error, "%s: ", projections[i]->name);
        return FALSE;
      }

  batch->checkpoint.position = entry->position;
  memcpy (batch->checkpoint.hash, entry->hash, DAYBOOK_HASH_SIZE);
  batch->n_applied++;
  return batch->n_applied % BATCH != 0;
}

static gboolean
flush (Batch   *batch,
       GError **error)
{
  for (guint i = 0; i < N_PROJECTIONS; i++)
    if (!projections[i]->flush (batch->self->states[i], error))
      return FALSE;

  return write_checkpoint (batch->self, &batch->checkpoint, error);
}

/* Applies all there is, inside the transaction that is open. */
static gboolean
apply_rest (Batch                *batch,
            DaybookProgressFunc   progress,
            gpointer              user_data,
            GCancellable         *cancellable,
            GError              **error)
{
  guint n_before;
  guint64 head;

  if (!open_projections (batch->self, error) ||
      !daybook_event_store_get_head (batch->self->store, &head, error))
    return FALSE;

  do
    {
      n_before = batch->n_applied;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !daybook_event_store_read_all (batch->self->store, batch->checkpoint.position,
                                         apply_entry, batch, error))
        return FALSE;
      if (progress != NULL && head > 0)
        progress (batch->checkpoint.position, MAX (head, batch->checkpoint.position), user_data);
    }
  while (batch->n_applied - n_before == BATCH);

  return batch->n_applied == 0 || flush (batch, error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static void
append_keys (GArray     *array,
             GHashTable *set)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 number = GPOINTER_TO_UINT (key);

      g_array_append_val (array, number);
    }
  g_array_sort (array, compare_keys);
}

static gboolean
catch_up_in_transaction (Batch                *batch,
                         gboolean              from_nothing,
                         DaybookChanges       *changes,
                         DaybookProgressFunc   progress,
                         gpointer              user_data,
                         GCancellable         *cancellable,
                         GError              **error)
{
  DaybookSqliteProjector *self = batch->self;
  gboolean ours = FALSE;
  gboolean moved;

  if (!read_checkpoint (self, &batch->checkpoint, error) ||
      (!from_nothing && !is_ours (self, &batch->checkpoint, &ours, error)))
    return FALSE;

  /* Another process, with the same read model, may have been here since this one last looked. */
  moved = !ours || (self->caught_up && batch->checkpoint.position != self->told);
  if (!ours)
    {
      memset (&batch->checkpoint, 0, sizeof batch->checkpoint);
      if (!start_over (self, error))
        return FALSE;
    }
  if (!apply_rest (batch, progress, user_data, cancellable, error))
    return FALSE;

  if (changes != NULL && (batch->n_applied > 0 || moved))
    {
      changes->everything = changes->everything || moved;
      changes->position = batch->checkpoint.position;
      append_keys (changes->accounts, batch->touched.accounts);
      append_keys (changes->people, batch->touched.people);
    }
  return TRUE;
}

static gboolean
catch_up (DaybookSqliteProjector  *self,
          gboolean                 from_nothing,
          DaybookChanges          *changes,
          DaybookProgressFunc      progress,
          gpointer                 user_data,
          GCancellable            *cancellable,
          GError                 **error)
{
  g_autoptr (GHashTable) accounts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  Batch batch = { .self = self, .touched = { accounts, people } };

  if (!daybook_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (catch_up_in_transaction (&batch, from_nothing, changes, progress, user_data, cancellable,
                               error) &&
      daybook_sql_exec (self->db, "COMMIT", error))
    {
      self->caught_up = TRUE;
      self->told = batch.checkpoint.position;
      return TRUE;
    }

  /* What the projections kept in memory belongs to what is dropped now. */
  close_projections (self);
  if (!sqlite3_get_autocommit (self->db))
    daybook_sql_exec (self->db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
daybook_sqlite_projector_catch_up (DaybookProjector     *projector,
                                   DaybookChanges       *changes,
                                   DaybookProgressFunc   progress,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error)
{
  return catch_up (DAYBOOK_SQLITE_PROJECTOR (projector), FALSE, changes, progress, user_data,
                   cancellable, error);
}

static gboolean
daybook_sqlite_projector_rebuild (DaybookProjector     *projector,
                                  DaybookProgressFunc   progress,
                                  gpointer              user_data,
                                  GCancellable         *cancellable,
                                  GError              **error)
{
  return catch_up (DAYBOOK_SQLITE_PROJECTOR (projector), TRUE, NULL, progress, user_data,
                   cancellable, error);
}

static void
daybook_sqlite_projector_iface_init (DaybookProjectorInterface *iface)
{
  iface->catch_up = daybook_sqlite_projector_catch_up;
  iface->rebuild = daybook_sqlite_projector_rebuild;
}

static void
daybook_sqlite_projector_finalize (GObject *object)
{
  DaybookSqliteProjector *self = DAYBOOK_SQLITE_PROJECTOR (object);

  close_projections (self);
  sqlite3_finalize (self->get_checkpoint);
  sqlite3_finalize (self->put_checkpoint);
  sqlite3_close_v2 (self->db);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_sqlite_projector_parent_class)->finalize (object);
}

static void
daybook_sqlite_projector_class_init (DaybookSqliteProjectorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_sqlite_projector_finalize;
}

static void
daybook_sqlite_projector_init (DaybookSqliteProjector *self)
{
}

static gboolean
open_database (DaybookSqliteProjector  *self,
               const char              *path,
               GError                 **error)
{
  if (!daybook_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &self->db, error) ||
      !daybook_sql_exec (self->db,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                         "CREATE TABLE IF NOT EXISTS checkpoint ("
                         " only INTEGER PRIMARY KEY CHECK (only = 1),"
                         " position INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;",
                         error))
    return FALSE;

  self->get_checkpoint = daybook_sql_prepare (self->db, "SELECT position, hash FROM checkpoint",
                                              error);
  self->put_checkpoint = self->get_checkpoint == NULL ? NULL : daybook_sql_prepare (self->db,
    "INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?)", error);

  return self->put_checkpoint != NULL;
}

/**
 * daybook_sqlite_projector_new:
 * @path: of the read model's file; made if there is none, and made anew if it cannot be read:
 *   nothing is in it that the book does not say
 * @store: the daybook
 *
 * Returns: (transfer full): a projector; %NULL on error.
 */
DaybookProjector *
daybook_sqlite_projector_new (const char         *path,
                              DaybookEventStore  *store,
                              GError            **error)
{
  g_autoptr (DaybookSqliteProjector) self = g_object_new (DAYBOOK_TYPE_SQLITE_PROJECTOR, NULL);
  g_autoptr (GError) problem = NULL;

  self->store = g_object_ref (store);
  if (open_database (self, path, &problem))
    return DAYBOOK_PROJECTOR (g_steal_pointer (&self));

  if (!g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED) &&
      !g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_A_BOOK))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  g_clear_pointer (&self->get_checkpoint, sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  daybook_sql_unlink (path);

  return open_database (self, path, error) ? DAYBOOK_PROJECTOR (g_steal_pointer (&self)) : NULL;
}
