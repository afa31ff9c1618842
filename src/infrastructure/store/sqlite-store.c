/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book file: an event store in SQLite.
 *
 *   book      the book's id
 *   commits   one row per accepted command, keyed by the number of its first entry
 *   events    one row per entry
 *   streams   a small number for each stream
 *   filings   which entry is the n-th of which stream
 *
 * Rows are written once; triggers refuse everything else. A stream's version is not stored: it is
 * the greatest in its filings, one step in an index. The whole concurrency control is the unique
 * (stream, version): two writers cannot both write version 8.
 *
 * Appending takes the file's write lock, checks what the decision rested on, writes, and returns
 * when the disk has it (WAL, synchronous=FULL; a rollback journal behind the document portal).
 * Inside begin/commit the lock is held and the disk is waited for once. */

#include "store/sqlite-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "codec/event-codec.h"
#include "sqlite/document-vfs.h"
#include "store-error.h"
#include "store/sqlite-store-private.h"

static const char *const sql[DAYBOOK_N_STATEMENTS] = {
  [DAYBOOK_FIND_STREAM] = "SELECT stream FROM streams WHERE kind = ? AND key = ?",
  [DAYBOOK_ADD_STREAM] = "INSERT INTO streams (kind, key) VALUES (?, ?)",
  [DAYBOOK_GET_VERSION] = "SELECT max (version) FROM filings WHERE stream = ?",
  [DAYBOOK_GET_HEAD] =
    "SELECT e.position, e.hash, c.recorded_at FROM events e"
    " JOIN commits c ON c.first = e.command ORDER BY e.position DESC LIMIT 1",
  [DAYBOOK_FIND_COMMAND] =
    "SELECT first, last, recorded_at, digest FROM commits WHERE command_id = ?",
  [DAYBOOK_ADD_COMMIT] = "INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  [DAYBOOK_ADD_EVENT] = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [DAYBOOK_ADD_FILING] = "INSERT INTO filings VALUES (?, ?, ?, ?, ?)",
  [DAYBOOK_READ_STREAM] =
    "SELECT " DAYBOOK_ENTRY_COLUMNS ", f.version FROM filings f"
    " JOIN events e ON e.position = f.position JOIN commits c ON c.first = e.command"
    " WHERE f.stream = ? AND f.version > ? ORDER BY f.version",
  [DAYBOOK_READ_ALL] =
    "SELECT " DAYBOOK_ENTRY_COLUMNS ", 0 FROM events e JOIN commits c ON c.first = e.command"
    " WHERE e.position > ? ORDER BY e.position",
  [DAYBOOK_GET_TYPES] = "SELECT key FROM streams WHERE kind = 'type'",
};

static void daybook_sqlite_store_iface_init (DaybookEventStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSqliteStore, daybook_sqlite_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_EVENT_STORE,
                                                      daybook_sqlite_store_iface_init))

/* Ids of streams are kept between commands, because they never change once they are committed. */
#define MAX_STREAM_IDS 200000

static char *
stream_name (DaybookStreamKind  kind,
             const char        *key)
{
  return g_strconcat (daybook_stream_kind_name (kind), " ", key, NULL);
}

/**
 * daybook_sqlite_store_find_stream:
 * @stream: (out): its number; 0 if nothing is filed under it
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_sqlite_store_find_stream (DaybookSqliteStore  *self,
                                  DaybookStreamKind    kind,
                                  const char          *key,
                                  gint64              *stream,
                                  GError             **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_FIND_STREAM];
  g_autofree char *name = stream_name (kind, key);
  gint64 *known = g_hash_table_lookup (self->stream_ids, name);
  gboolean row;

  *stream = known != NULL ? *known : 0;
  if (known != NULL)
    return TRUE;

  daybook_sql_bind_text (stmt, 1, daybook_stream_kind_name (kind));
  daybook_sql_bind_text (stmt, 2, key);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  *stream = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  if (g_hash_table_size (self->stream_ids) >= MAX_STREAM_IDS)
    g_hash_table_remove_all (self->stream_ids);
  g_hash_table_insert (self->stream_ids, g_steal_pointer (&name),
                       g_memdup2 (stream, sizeof *stream));
  return TRUE;
}

/**
 * daybook_sqlite_store_get_stream_version:
 * @stream: a stream's number; 0 for one that nothing is filed under
 * @version: (out): how many entries are filed under it
 *
 * Asks the file once in a transaction that has the lock: nobody else can file anything then.
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_sqlite_store_get_stream_version (DaybookSqliteStore  *self,
                                         gint64               stream,
                                         guint64             *version,
                                         GError             **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_GET_VERSION];
  gpointer known;
  gboolean row;

  *version = 0;
  if (stream == 0)
    return TRUE;
  if (self->has_lock &&
      g_hash_table_lookup_extended (self->versions, GSIZE_TO_POINTER (stream), NULL, &known))
    {
      *version = GPOINTER_TO_SIZE (known);
      return TRUE;
    }

  sqlite3_bind_int64 (stmt, 1, stream);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (row)
    *version = sqlite3_column_int64 (stmt, 0);
  if (self->has_lock)
    g_hash_table_insert (self->versions, GSIZE_TO_POINTER (stream), GSIZE_TO_POINTER (*version));

  sqlite3_reset (stmt);
  return TRUE;
}

static gboolean
read_head (DaybookSqliteStore  *self,
           GError             **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_GET_HEAD];
  gboolean row;

  self->head = 0;
  self->recorded_at = G_MININT64;
  memset (self->hash, 0, DAYBOOK_HASH_SIZE);

  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  self->head = sqlite3_column_int64 (stmt, 0);
  if (sqlite3_column_bytes (stmt, 1) == DAYBOOK_HASH_SIZE)
    memcpy (self->hash, sqlite3_column_blob (stmt, 1), DAYBOOK_HASH_SIZE);
  self->recorded_at = sqlite3_column_int64 (stmt, 2);
  sqlite3_reset (stmt);

  return TRUE;
}

/**
 * daybook_sqlite_store_check_types:
 *
 * Returns: whether this program knows every form of entry in the book; else
 *   %DAYBOOK_STORE_ERROR_NEWER.
 */
gboolean
daybook_sqlite_store_check_types (DaybookSqliteStore  *self,
                                  GError             **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_GET_TYPES];

  for (;;)
    {
      const char *key, *blank;
      g_autofree char *name = NULL;
      gboolean row;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      key = daybook_sql_text (stmt, 0);
      blank = strrchr (key, ' ');
      name = blank != NULL ? g_strndup (key, blank - key) : NULL;
      if (name != NULL && daybook_event_is_known (name, g_ascii_strtoull (blank + 1, NULL, 10)))
        continue;

      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER,
                   "there are entries of type %s", key);
      sqlite3_reset (stmt);
      return FALSE;
    }
}

static gboolean
read_book_id (DaybookSqliteStore  *self,
              GError             **error)
{
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (self->db, "SELECT id FROM book", error);
  gboolean row;

  if (stmt == NULL || !daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row || sqlite3_column_bytes (stmt, 0) != DAYBOOK_ID_SIZE)
    {
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                           "the book has no id");
      return FALSE;
    }

  memcpy (self->book_id, sqlite3_column_blob (stmt, 0), DAYBOOK_ID_SIZE);
  return TRUE;
}

/* A reader never checkpoints: before SQLite 3.51.3 two connections that did at once could corrupt
 * the log. */
static gboolean
configure (DaybookSqliteStore  *self,
           GError             **error)
{
  if (self->read_only)
    return daybook_sql_exec (self->db, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;",
                             error);

  return daybook_sql_exec (self->db,
                           daybook_place_of (self->path) == DAYBOOK_PLACE_PORTAL
                             ? "PRAGMA journal_mode = TRUNCATE;"
                             : "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000;",
                           error) &&
         daybook_sql_exec (self->db,
                           "PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON;"
                           "PRAGMA cache_size = -8192;",
                           error);
}

/* Which file the index of the log is now; zeroes if there is none. */
static void
look_at_log (DaybookSqliteStore *self,
             guint64            *device,
             guint64            *inode)
{
  g_autofree char *path = g_strconcat (self->path, "-shm", NULL);
  GStatBuf status = { 0 };

  if (g_stat (path, &status) != 0)
    memset (&status, 0, sizeof status);
  *device = status.st_dev;
  *inode = status.st_ino;
}

static gboolean
open_file (DaybookSqliteStore  *self,
           GError             **error)
{
  if (!daybook_sqlite_open_file (self->path, &self->db, error) || !configure (self, error) ||
      !read_book_id (self, error) ||
      !daybook_sql_prepare_all (self->db, sql, DAYBOOK_N_STATEMENTS, self->statements, error))
    return FALSE;

  look_at_log (self, &self->log_device, &self->log_inode);
  return TRUE;
}

/* As long as this connection is open, the index of the log beside the book is the one that it
 * opened. If it is not, somebody took the book for closed and deleted the log, or put another file
 * in the book's place: what is written from here on nobody would ever read. (Whoever deletes a log
 * has written all of it into the book before, so nothing is lost.) That can only happen if the file
 * was moved, or if this process lost its locks because some library opened and closed the file:
 * POSIX drops them all then. */
static gboolean
check_attached (DaybookSqliteStore  *self,
                GError             **error)
{
  guint64 device, inode;

  look_at_log (self, &device, &inode);
  if (device == self->log_device && inode == self->log_inode)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DETACHED,
                       "the log is another than the one that was opened");
  return FALSE;
}

static void
give_up_lock (DaybookSqliteStore *self)
{
  self->has_lock = FALSE;
  g_hash_table_remove_all (self->versions);
}

static gboolean
begin (DaybookSqliteStore  *self,
       GError             **error)
{
  if (!check_attached (self, error) || !daybook_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->has_lock = TRUE;
  if (read_head (self, error))
    return TRUE;

  daybook_sql_exec (self->db, "ROLLBACK", NULL);
  give_up_lock (self);
  return FALSE;
}

static void
rollback (DaybookSqliteStore *self)
{
  /* Some failures (a full disk) have rolled back already; then there is nothing to do. */
  if (!sqlite3_get_autocommit (self->db))
    daybook_sql_exec (self->db, "ROLLBACK", NULL);
  g_hash_table_remove_all (self->stream_ids);
  give_up_lock (self);
}

static gboolean
commit (DaybookSqliteStore  *self,
        GError             **error)
{
  if (daybook_sql_exec (self->db, "COMMIT", error))
    {
      give_up_lock (self);
      return TRUE;
    }

  rollback (self);
  return FALSE;
}

static gboolean
daybook_sqlite_store_append (DaybookEventStore    *store,
                             const DaybookAppend  *append,
                             DaybookCommitted     *committed,
                             GError              **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);
  DaybookCommitted result;

  if (!self->in_batch && !begin (self, error))
    return FALSE;

  if (!daybook_sqlite_store_write (self, append, &result, error))
    {
      if (!self->in_batch)
        rollback (self);
      return FALSE;
    }
  if (!self->in_batch && !commit (self, error))
    return FALSE;

  *committed = result;
  return TRUE;
}

static gboolean
daybook_sqlite_store_begin (DaybookEventStore  *store,
                            GError            **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);

  g_assert (!self->in_batch);
  self->spoiled = FALSE;
  self->in_batch = begin (self, error);

  return self->in_batch;
}

static void
daybook_sqlite_store_rollback (DaybookEventStore *store)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);

  g_assert (self->in_batch);
  self->in_batch = FALSE;
  rollback (self);
}

static gboolean
daybook_sqlite_store_commit (DaybookEventStore  *store,
                             GError            **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);

  g_assert (self->in_batch);
  if (self->spoiled || sqlite3_get_autocommit (self->db))
    {
      daybook_sqlite_store_rollback (store);
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO,
                           "a command of this unit of work was only half written");
      return FALSE;
    }

  self->in_batch = FALSE;
  return commit (self, error);
}

static void
daybook_sqlite_store_get_book_id (DaybookEventStore *store,
                                  guint8             id[DAYBOOK_ID_SIZE])
{
  memcpy (id, DAYBOOK_SQLITE_STORE (store)->book_id, DAYBOOK_ID_SIZE);
}

static gboolean
daybook_sqlite_store_find_command (DaybookEventStore  *store,
                                   const char         *command_id,
                                   gboolean           *found,
                                   DaybookCommitted   *committed,
                                   GError            **error)
{
  sqlite3_stmt *stmt = DAYBOOK_SQLITE_STORE (store)->statements[DAYBOOK_FIND_COMMAND];

  daybook_sql_bind_text (stmt, 1, command_id);
  if (!daybook_sql_step (stmt, found, error))
    return FALSE;
  if (!*found)
    return TRUE;

  *committed = (DaybookCommitted) { .first = sqlite3_column_int64 (stmt, 0),
                                    .last = sqlite3_column_int64 (stmt, 1),
                                    .recorded_at = sqlite3_column_int64 (stmt, 2) };
  if (sqlite3_column_bytes (stmt, 3) == DAYBOOK_HASH_SIZE)
    memcpy (committed->digest, sqlite3_column_blob (stmt, 3), DAYBOOK_HASH_SIZE);
  sqlite3_reset (stmt);

  return TRUE;
}

static gboolean
daybook_sqlite_store_read_stream (DaybookEventStore  *store,
                                  DaybookStreamKind   kind,
                                  const char         *key,
                                  guint64             after_version,
                                  DaybookEntryFunc    func,
                                  gpointer            user_data,
                                  GError            **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);
  sqlite3_stmt *stmt = self->statements[DAYBOOK_READ_STREAM];
  guint64 version = G_MAXUINT64;
  gint64 stream;

  if (!daybook_sqlite_store_find_stream (self, kind, key, &stream, error))
    return FALSE;
  if (stream == 0)
    return TRUE;
  /* Whoever follows a stream in a unit of work mostly has it all already. */
  if (self->has_lock &&
      !daybook_sqlite_store_get_stream_version (self, stream, &version, error))
    return FALSE;
  if (version <= after_version)
    return TRUE;

  sqlite3_bind_int64 (stmt, 1, stream);
  sqlite3_bind_int64 (stmt, 2, after_version);

  return daybook_sqlite_read_entries (stmt, func, user_data, error);
}

static gboolean
daybook_sqlite_store_get_version (DaybookEventStore  *store,
                                  DaybookStreamKind   kind,
                                  const char         *key,
                                  guint64            *version,
                                  GError            **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);
  gint64 stream;

  return daybook_sqlite_store_find_stream (self, kind, key, &stream, error) &&
         daybook_sqlite_store_get_stream_version (self, stream, version, error);
}

static gboolean
daybook_sqlite_store_read_all (DaybookEventStore  *store,
                               guint64             after_position,
                               DaybookEntryFunc    func,
                               gpointer            user_data,
                               GError            **error)
{
  sqlite3_stmt *stmt = DAYBOOK_SQLITE_STORE (store)->statements[DAYBOOK_READ_ALL];

  sqlite3_bind_int64 (stmt, 1, after_position);

  return daybook_sqlite_read_entries (stmt, func, user_data, error);
}

static gboolean
daybook_sqlite_store_find (DaybookEventStore        *store,
                           const DaybookEntryQuery  *query,
                           DaybookEntryFunc          func,
                           gpointer                  user_data,
                           GError                  **error)
{
  return daybook_sqlite_find (DAYBOOK_SQLITE_STORE (store)->db, query, func, user_data, error);
}

static gboolean
daybook_sqlite_store_get_head (DaybookEventStore  *store,
                               guint64            *position,
                               GError            **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);

  if (!self->in_batch && (!check_attached (self, error) || !read_head (self, error)))
    return FALSE;

  *position = self->head;
  return TRUE;
}

static gboolean
daybook_sqlite_store_replay (DaybookEventStore    *store,
                             DaybookEntryFunc      func,
                             gpointer              func_data,
                             DaybookVerdict       *verdict,
                             DaybookProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GError              **error)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (store);

  if (!daybook_sqlite_replay (self->db, self->chain, func, func_data, verdict, progress,
                              progress_data, cancellable, error))
    return FALSE;

  /* Only whoever asks for the verdict alone wants to wait for this as well. */
  if (func != NULL || verdict->flaw != DAYBOOK_FLAW_NONE)
    return TRUE;
  if (progress != NULL)
    progress (verdict->n_entries, verdict->n_entries, progress_data);
  return daybook_sqlite_check_structure (self->db, verdict, cancellable, error);
}

static void
daybook_sqlite_store_iface_init (DaybookEventStoreInterface *iface)
{
  iface->get_book_id = daybook_sqlite_store_get_book_id;
  iface->append = daybook_sqlite_store_append;
  iface->find_command = daybook_sqlite_store_find_command;
  iface->read_stream = daybook_sqlite_store_read_stream;
  iface->get_version = daybook_sqlite_store_get_version;
  iface->read_all = daybook_sqlite_store_read_all;
  iface->find = daybook_sqlite_store_find;
  iface->get_head = daybook_sqlite_store_get_head;
  iface->begin = daybook_sqlite_store_begin;
  iface->commit = daybook_sqlite_store_commit;
  iface->rollback = daybook_sqlite_store_rollback;
  iface->replay = daybook_sqlite_store_replay;
}

static void
daybook_sqlite_store_finalize (GObject *object)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (object);

  daybook_sql_finalize_all (self->statements, DAYBOOK_N_STATEMENTS);
  sqlite3_close_v2 (self->db);
  g_clear_pointer (&self->chain, daybook_chain_free);
  g_hash_table_unref (self->stream_ids);
  g_hash_table_unref (self->versions);
  g_free (self->path);
  g_string_free (self->data, TRUE);

  G_OBJECT_CLASS (daybook_sqlite_store_parent_class)->finalize (object);
}

static void
daybook_sqlite_store_class_init (DaybookSqliteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_sqlite_store_finalize;
}

static void
daybook_sqlite_store_init (DaybookSqliteStore *self)
{
  self->data = g_string_new (NULL);
  self->stream_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->versions = g_hash_table_new (NULL, NULL);
}

/**
 * daybook_sqlite_store_open:
 * @path: of a book file
 * @read_only: whether nothing will be appended through it
 *
 * Returns: (transfer full): the store; %NULL on error: %DAYBOOK_STORE_ERROR_NOT_A_BOOK and
 *   %DAYBOOK_STORE_ERROR_NEWER leave the file untouched.
 */
DaybookEventStore *
daybook_sqlite_store_open (const char  *path,
                           gboolean     read_only,
                           GError     **error)
{
  g_autoptr (DaybookSqliteStore) self = g_object_new (DAYBOOK_TYPE_SQLITE_STORE, NULL);

  self->path = g_strdup (path);
  self->read_only = read_only;
  if (!open_file (self, error))
    return NULL;

  self->chain = daybook_chain_new (self->book_id);
  return DAYBOOK_EVENT_STORE (g_steal_pointer (&self));
}
