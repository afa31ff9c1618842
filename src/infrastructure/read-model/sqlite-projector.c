/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The projector: keeps the read model up with the daybook.
 *
 * Entries are applied in batches; each batch is written together with its checkpoint (the last
 * entry's number and hash) in one transaction, so that no entry is applied twice or left out,
 * whatever is killed when. Before a batch the checkpoint is compared with the book. If the book has
 * another entry at that place (a backup was restored, a file exchanged), if the projections or the
 * language that names are sorted in have changed, or if there is no file that can be read, the read
 * model is worked out again.
 *
 * Another process may do the same with the same file, or have put a new one in its place. */

#include "read-model/sqlite-projector.h"

#include <string.h>

#include "read-model/generations.h"
#include "read-model/projection-set.h"
#include "read-model/rebuild.h"
#include "store-error.h"

#define BATCH 20000

/* In one go: one because it is needed, one because somebody exchanged the book meanwhile. */
#define MAX_REBUILDS 3

struct _DaybookSqliteProjector
{
  GObject parent_instance;

  char *path;
  DaybookEventStore *store;
  guint batch_size;

  /* The generation that is open. */
  char *file;
  sqlite3 *db;
  DaybookProjectionSet *set;

  /* What whoever listens has been told. */
  gboolean caught_up;
  guint64 told;
  gboolean is_another;
};

/* What goes round while a batch is applied.
 *
 * @ours: whether what the read model contains is a beginning of what the book now says */
typedef struct
{
  DaybookSqliteProjector *self;
  gboolean ours;
  guint n_applied;
  DaybookTouched touched;
} Batch;

static void daybook_sqlite_projector_iface_init (DaybookProjectorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSqliteProjector, daybook_sqlite_projector, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_PROJECTOR,
                                                      daybook_sqlite_projector_iface_init))

static void
close_file (DaybookSqliteProjector *self)
{
  g_clear_pointer (&self->set, daybook_projection_set_close);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_pointer (&self->file, g_free);
}

/* A file that cannot be opened, is of another version of the projections or sorted for another
 * language is no file at all. */
static gboolean
open_file (DaybookSqliteProjector *self,
           const char             *file)
{
  close_file (self);
  self->file = g_strdup (file);
  self->is_another = TRUE;
  if (daybook_sql_open (file, SQLITE_OPEN_READWRITE, &self->db, NULL) &&
      daybook_sql_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
                        NULL) &&
      daybook_projection_set_is_current (self->db))
    self->set = daybook_projection_set_open (self->db, NULL);

  if (self->set == NULL)
    close_file (self);
  return self->set != NULL;
}

/* Opens the generation that counts now, if it is not open already. Returns whether there is one. */
static gboolean
follow_link (DaybookSqliteProjector *self)
{
  g_autofree char *file = daybook_generation_get_current (self->path);

  if (file == NULL)
    {
      close_file (self);
      return FALSE;
    }

  return (self->set != NULL && g_strcmp0 (self->file, file) == 0) || open_file (self, file);
}

/* The entry at the checkpoint comes first: it only shows whether the book is still the one that was
 * read. */
static gboolean
apply_entry (const DaybookEntry  *entry,
             guint64              version,
             gpointer             user_data,
             GError             **error)
{
  Batch *batch = user_data;
  DaybookProjectionSet *set = batch->self->set;
  const DaybookCheckpoint *checkpoint = daybook_projection_set_get_checkpoint (set);

  if (!batch->ours)
    {
      batch->ours = entry->position == checkpoint->position &&
                    memcmp (entry->hash, checkpoint->hash, DAYBOOK_HASH_SIZE) == 0;
      return batch->ours;
    }

  return daybook_projection_set_apply (set, entry, &batch->touched, error) &&
         ++batch->n_applied < batch->self->batch_size;
}

/* Inside the transaction that is open. What a newer program recorded is reported after what comes
 * before it is written. */
static gboolean
apply_batch (Batch   *batch,
             GError **newer,
             GError **error)
{
  DaybookProjectionSet *set = batch->self->set;
  guint64 position = daybook_projection_set_get_checkpoint (set)->position;
  g_autoptr (GError) problem = NULL;

  batch->n_applied = 0;
  batch->ours = position == 0;
  if (!daybook_event_store_read_all (batch->self->store, MAX (position, 1) - 1, apply_entry, batch,
                                     &problem))
    {
      gboolean is_newer = g_error_matches (problem, DAYBOOK_STORE_ERROR,
                                           DAYBOOK_STORE_ERROR_NEWER);

      g_propagate_error (is_newer ? newer : error, g_steal_pointer (&problem));
      if (!is_newer)
        return FALSE;
    }

  return batch->n_applied == 0 || daybook_projection_set_flush (set, error);
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
  g_hash_table_remove_all (set);
}

/* A batch is written: whoever listens may be told of it. */
static void
tell (Batch          *batch,
      DaybookChanges *changes,
      guint64         before)
{
  DaybookSqliteProjector *self = batch->self;
  /* Another process, with the same file, may have been here since this one last looked. */
  gboolean moved = self->is_another || (self->caught_up && before != self->told);

  self->told = daybook_projection_set_get_checkpoint (self->set)->position;
  self->caught_up = TRUE;
  self->is_another = FALSE;
  if (changes == NULL || (batch->n_applied == 0 && !moved))
    return;

  changes->everything = changes->everything || moved;
  changes->position = self->told;
  append_keys (changes->accounts, batch->touched.accounts);
  append_keys (changes->people, batch->touched.people);
  changes->words = changes->words || batch->touched.words;
  changes->book = changes->book || batch->touched.book;
  batch->touched.words = batch->touched.book = FALSE;
}

/* One batch in one transaction. Gives whether there may be more. If the file is about another book,
 * nothing is done. */
static gboolean
do_batch (Batch           *batch,
          DaybookChanges  *changes,
          gboolean        *more,
          GError         **newer,
          GError         **error)
{
  DaybookSqliteProjector *self = batch->self;
  guint64 before;
  gboolean ok;

  batch->ours = FALSE;
  if (!daybook_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  ok = daybook_projection_set_load (self->set, error);
  before = daybook_projection_set_get_checkpoint (self->set)->position;
  ok = ok && apply_batch (batch, newer, error) &&
       (!batch->ours || daybook_sql_exec (self->db, "COMMIT", error));
  *more = batch->n_applied == self->batch_size;

  if (!sqlite3_get_autocommit (self->db))
    daybook_sql_exec (self->db, "ROLLBACK", NULL);
  /* What the projections kept in memory belongs to what was dropped now. */
  if (!ok)
    close_file (self);
  else if (batch->ours)
    tell (batch, changes, before);

  return ok;
}

static gboolean
rebuild (DaybookSqliteProjector  *self,
         gboolean                 anyway,
         DaybookProgressFunc      progress,
         gpointer                 user_data,
         GCancellable            *cancellable,
         GError                 **error)
{
  g_autofree char *before = g_strdup (self->file);
  int lock = daybook_generation_lock (self->path, cancellable, error);
  gboolean ok;

  if (lock < 0)
    return FALSE;

  /* Whoever held the lock may have done what is to be done. */
  ok = (!anyway && follow_link (self) && g_strcmp0 (before, self->file) != 0) ||
       daybook_read_model_rebuild (self->path, self->store, progress, user_data, cancellable,
                                   error);
  daybook_generation_unlock (lock);

  return ok;
}

static gboolean
cannot_keep_up (GError **error)
{
  g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO,
                       "the read model that was just made cannot be read");
  return FALSE;
}

static gboolean
apply_rest (Batch                *batch,
            DaybookChanges       *changes,
            DaybookProgressFunc   progress,
            gpointer              user_data,
            GCancellable         *cancellable,
            GError              **error)
{
  DaybookSqliteProjector *self = batch->self;
  g_autoptr (GError) problem = NULL;
  gboolean more = TRUE;
  guint n_rebuilt = 0;
  guint64 head = 0;

  while (more && problem == NULL)
    {
      g_autoptr (GError) newer = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      batch->ours = FALSE;
      if (follow_link (self) && !do_batch (batch, changes, &more, &newer, error))
        return FALSE;

      if (!batch->ours)
        {
          more = TRUE;
          if (++n_rebuilt > MAX_REBUILDS)
            return cannot_keep_up (error);
          if (!rebuild (self, FALSE, progress, user_data, cancellable, error))
            return FALSE;
          continue;
        }

      if (more && progress != NULL && daybook_event_store_get_head (self->store, &head, NULL))
        progress (self->told, MAX (head, self->told), user_data);
      problem = g_steal_pointer (&newer);
    }

  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
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
  g_autoptr (GHashTable) accounts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  Batch batch = { .self = DAYBOOK_SQLITE_PROJECTOR (projector), .touched = { accounts, people } };

  return apply_rest (&batch, changes, progress, user_data, cancellable, error);
}

static gboolean
daybook_sqlite_projector_rebuild (DaybookProjector     *projector,
                                  DaybookProgressFunc   progress,
                                  gpointer              user_data,
                                  GCancellable         *cancellable,
                                  GError              **error)
{
  return rebuild (DAYBOOK_SQLITE_PROJECTOR (projector), TRUE, progress, user_data, cancellable,
                  error);
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

  close_file (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);

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
  self->batch_size = BATCH;
}

/**
 * daybook_sqlite_projector_new:
 * @path: of the read model: a link to its file, made when it first catches up; nothing is in it
 *   that the book does not say
 * @store: the daybook
 *
 * Returns: (transfer full): a projector.
 */
DaybookProjector *
daybook_sqlite_projector_new (const char        *path,
                              DaybookEventStore *store)
{
  DaybookSqliteProjector *self = g_object_new (DAYBOOK_TYPE_SQLITE_PROJECTOR, NULL);

  self->path = g_strdup (path);
  self->store = g_object_ref (store);

  return DAYBOOK_PROJECTOR (self);
}

/**
 * daybook_sqlite_projector_set_batch_size:
 * @n_entries: how many are applied in one transaction, at most
 *
 * For tests: whatever the size, the read model is the same.
 */
void
daybook_sqlite_projector_set_batch_size (DaybookSqliteProjector *self,
                                         guint                   n_entries)
{
  g_return_if_fail (n_entries > 0);

  self->batch_size = n_entries;
}
