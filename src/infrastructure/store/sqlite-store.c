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
 * when the disk has it (WAL, synchronous=FULL). Inside begin/commit the lock is held and the disk
 * is waited for once. */

#include "store/sqlite-store.h"

#include <string.h>

#include "codec/event-codec.h"
#include "store-error.h"
#include "store/sqlite-store-private.h"

typedef enum
{
  FIND_STREAM,
  ADD_STREAM,
  GET_VERSION,
  GET_HEAD,
  FIND_COMMAND,
  ADD_COMMIT,
  ADD_EVENT,
  ADD_FILING,
  READ_STREAM,
  READ_ALL,
  GET_TYPES,
  N_STATEMENTS
} Statement;

static const char *const sql[N_STATEMENTS] = {
  [FIND_STREAM] = "SELECT stream FROM streams WHERE kind = ? AND key = ?",
  [ADD_STREAM] = "INSERT INTO streams (kind, key) VALUES (?, ?)",
  [GET_VERSION] = "SELECT max (version) FROM filings WHERE stream = ?",
  [GET_HEAD] = "SELECT e.position, e.hash, c.recorded_at FROM events e"
               " JOIN commits c ON c.first = e.command ORDER BY e.position DESC LIMIT 1",
  [FIND_COMMAND] = "SELECT first, last, recorded_at, digest FROM commits WHERE command_id = ?",
  [ADD_COMMIT] = "INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  [ADD_EVENT] = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [ADD_FILING] = "INSERT INTO filings VALUES (?, ?, ?, ?, ?)",
  [READ_STREAM] = "SELECT " DAYBOOK_ENTRY_COLUMNS ", f.version FROM filings f"
                  " JOIN events e ON e.position = f.position"
                  " JOIN commits c ON c.first = e.command"
                  " WHERE f.stream = ? AND f.version > ? ORDER BY f.version",
  [READ_ALL] = "SELECT " DAYBOOK_ENTRY_COLUMNS ", 0 FROM events e"
               " JOIN commits c ON c.first = e.command"
               " WHERE e.position > ? ORDER BY e.position",
  [GET_TYPES] = "SELECT key FROM streams WHERE kind = 'type'",
};

struct _DaybookSqliteStore
{
  GObject parent_instance;

  sqlite3 *db;
  guint8 book_id[DAYBOOK_ID_SIZE];
  DaybookChain *chain;
  sqlite3_stmt *statements[N_STATEMENTS];
  GString *data;
  /* The last entry at which every type of entry was known to this program. */
  guint64 known_until;

  /* What a unit of work knows because it holds the lock. */
  gboolean in_batch;
  gboolean spoiled;
  guint64 head;
  gint64 recorded_at;
  guint8 hash[DAYBOOK_HASH_SIZE];
  GHashTable *stream_ids;
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
  return g_strdup_printf ("%d %s", kind, key);
}

/* Gives 0 for a stream that nothing is filed under. */
static gboolean
find_stream (DaybookSqliteStore  *self,
             DaybookStreamKind    kind,
             const char          *key,
             gint64              *stream,
             GError             **error)
{
  sqlite3_stmt *stmt = self->statements[FIND_STREAM];
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

static gboolean
get_stream_version (DaybookSqliteStore  *self,
                    gint64               stream,
                    guint64             *version,
                    GError             **error)
{
  sqlite3_stmt *stmt = self->statements[GET_VERSION];
  gboolean row;

  *version = 0;
  if (stream == 0)
    return TRUE;

  sqlite3_bind_int64 (stmt, 1, stream);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (row)
    *version = sqlite3_column_int64 (stmt, 0);

  sqlite3_reset (stmt);
  return TRUE;
}

static gboolean
read_head (DaybookSqliteStore  *self,
           GError             **error)
{
  sqlite3_stmt *stmt = self->statements[GET_HEAD];
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

static gboolean
check_types (DaybookSqliteStore  *self,
             GError             **error)
{
  sqlite3_stmt *stmt = self->statements[GET_TYPES];

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

/* Before anything is appended. Asked again only if somebody else has written meanwhile. */
static gboolean
check_known (DaybookSqliteStore  *self,
             GError             **error)
{
  if (self->head != self->known_until && !check_types (self, error))
    return FALSE;

  self->known_until = self->head;
  return TRUE;
}

static gboolean
check_expectations (DaybookSqliteStore   *self,
                    const DaybookAppend  *append,
                    GError              **error)
{
  for (guint i = 0; i < append->expectations->len; i++)
    {
      const DaybookExpectation *e = &g_array_index (append->expectations, DaybookExpectation, i);
      guint64 version;
      gint64 stream;

      if (!find_stream (self, e->kind, e->key, &stream, error) ||
          !get_stream_version (self, stream, &version, error))
        return FALSE;
      if (version != e->version)
        {
          g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT,
                       "stream %s %s is at %" G_GUINT64_FORMAT ", not %" G_GUINT64_FORMAT,
                       daybook_stream_kind_name (e->kind), e->key, version, e->version);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
add_commit (DaybookSqliteStore   *self,
            const DaybookAppend  *append,
            DaybookCommitted     *committed,
            GError              **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_COMMIT];

  committed->first = self->head + 1;
  committed->last = self->head + append->events->len;
  /* Rule 22: if the clock goes backwards, the last time is kept. */
  committed->recorded_at = MAX (append->recorded_at, self->recorded_at);
  memcpy (committed->digest, append->digest, DAYBOOK_HASH_SIZE);

  sqlite3_bind_int64 (stmt, 1, committed->first);
  sqlite3_bind_int64 (stmt, 2, committed->last);
  daybook_sql_bind_text (stmt, 3, append->command_id);
  sqlite3_bind_blob (stmt, 4, append->digest, DAYBOOK_HASH_SIZE, SQLITE_STATIC);
  daybook_sql_bind_text (stmt, 5, append->actor);
  daybook_sql_bind_text (stmt, 6, daybook_append_get_correlation (append));
  daybook_sql_bind_text (stmt, 7, append->causation);
  sqlite3_bind_int64 (stmt, 8, committed->recorded_at);

  return daybook_sql_run (stmt, error);
}

static gboolean
add_stream (DaybookSqliteStore   *self,
            const DaybookFiling  *filing,
            gint64               *stream,
            GError              **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_STREAM];

  if (!find_stream (self, filing->kind, filing->key, stream, error))
    return FALSE;
  if (*stream != 0)
    return TRUE;

  daybook_sql_bind_text (stmt, 1, daybook_stream_kind_name (filing->kind));
  daybook_sql_bind_text (stmt, 2, filing->key);
  if (!daybook_sql_run (stmt, error))
    return FALSE;

  *stream = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

/* The first entry of its form is filed under the form. */
static gboolean
add_type_filing (DaybookSqliteStore  *self,
                 const DaybookEvent  *event,
                 DaybookFiling       *filings,
                 guint               *n_filings,
                 GError             **error)
{
  DaybookFiling *filing = &filings[*n_filings];
  gint64 stream;

  daybook_event_get_type_filing (event, filing);
  if (!find_stream (self, filing->kind, filing->key, &stream, error))
    return FALSE;

  *n_filings += stream == 0;
  return TRUE;
}

/* Each filing is hashed as it will be written. */
static gboolean
find_filings (DaybookSqliteStore   *self,
              const DaybookFiling  *filings,
              guint                 n_filings,
              gint64               *streams,
              guint64              *versions,
              GError              **error)
{
  for (guint i = 0; i < n_filings; i++)
    {
      if (!add_stream (self, &filings[i], &streams[i], error) ||
          !get_stream_version (self, streams[i], &versions[i], error))
        return FALSE;

      versions[i]++;
      for (guint j = 0; j < i; j++)
        versions[i] += streams[j] == streams[i];
      daybook_chain_add_filing (self->chain, daybook_stream_kind_name (filings[i].kind),
                                filings[i].key, versions[i], filings[i].role);
    }

  return TRUE;
}

static gboolean
write_event (DaybookSqliteStore  *self,
             const DaybookLink   *link,
             GError             **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_EVENT];

  sqlite3_bind_int64 (stmt, 1, link->position);
  sqlite3_bind_blob (stmt, 2, link->id, DAYBOOK_ID_SIZE, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, link->first);
  daybook_sql_bind_text (stmt, 4, link->type);
  sqlite3_bind_int64 (stmt, 5, link->type_version);
  daybook_sql_bind_text (stmt, 6, link->value_date);
  sqlite3_bind_text (stmt, 7, self->data->str, self->data->len, SQLITE_STATIC);
  sqlite3_bind_blob (stmt, 8, link->data_hash, DAYBOOK_HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (stmt, 9, self->hash, DAYBOOK_HASH_SIZE, SQLITE_STATIC);

  return daybook_sql_run (stmt, error);
}

static gboolean
write_filings (DaybookSqliteStore   *self,
               guint64               position,
               const DaybookFiling  *filings,
               guint                 n_filings,
               const gint64         *streams,
               const guint64        *versions,
               GError              **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_FILING];

  for (guint i = 0; i < n_filings; i++)
    {
      sqlite3_bind_int64 (stmt, 1, position);
      sqlite3_bind_int64 (stmt, 2, i);
      sqlite3_bind_int64 (stmt, 3, streams[i]);
      sqlite3_bind_int64 (stmt, 4, versions[i]);
      daybook_sql_bind_text (stmt, 5, filings[i].role);
      if (!daybook_sql_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_event (DaybookSqliteStore      *self,
           const DaybookAppend     *append,
           const DaybookCommitted  *committed,
           guint                    index,
           GError                 **error)
{
  const DaybookEvent *event = g_ptr_array_index (append->events, index);
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  guint n_filings = daybook_event_get_filings (event, filings);
  gint64 streams[DAYBOOK_MAX_FILINGS];
  guint64 versions[DAYBOOK_MAX_FILINGS];
  guint8 data_hash[DAYBOOK_HASH_SIZE];
  char date[DAYBOOK_DATE_LENGTH];
  DaybookLink link = {
    .position = committed->first + index, .id = append->ids + index * DAYBOOK_ID_SIZE,
    .type = event->record.schema->name, .type_version = event->record.schema->version,
    .value_date = date, .data_hash = data_hash,
    .first = committed->first, .last = committed->last,
    .command_id = append->command_id, .digest = append->digest, .actor = append->actor,
    .correlation = daybook_append_get_correlation (append),
    .causation = append->causation, .recorded_at = committed->recorded_at,
  };

  daybook_date_format (event->value_date, date);
  g_string_truncate (self->data, 0);
  daybook_event_encode (event, self->data);
  daybook_chain_hash_data (self->chain, self->data->str, self->data->len, data_hash);

  daybook_chain_begin (self->chain, self->hash, &link);
  if (!add_type_filing (self, event, filings, &n_filings, error) ||
      !find_filings (self, filings, n_filings, streams, versions, error))
    return FALSE;
  daybook_chain_end (self->chain, self->hash);

  return write_event (self, &link, error) &&
         write_filings (self, link.position, filings, n_filings, streams, versions, error);
}

static gboolean
begin (DaybookSqliteStore  *self,
       GError             **error)
{
  if (!daybook_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (read_head (self, error))
    return TRUE;

  daybook_sql_exec (self->db, "ROLLBACK", NULL);
  return FALSE;
}

static void
rollback (DaybookSqliteStore *self)
{
  /* Some failures (a full disk) have rolled back already; then there is nothing to do. */
  if (!sqlite3_get_autocommit (self->db))
    daybook_sql_exec (self->db, "ROLLBACK", NULL);
  g_hash_table_remove_all (self->stream_ids);
}

static gboolean
commit (DaybookSqliteStore  *self,
        GError             **error)
{
  if (daybook_sql_exec (self->db, "COMMIT", error))
    return TRUE;

  rollback (self);
  return FALSE;
}

/* Whatever fails before the commit's row is written leaves nothing behind. */
static gboolean
write_append (DaybookSqliteStore   *self,
              const DaybookAppend  *append,
              DaybookCommitted     *committed,
              GError              **error)
{
  g_autoptr (GError) problem = NULL;

  if (!check_known (self, error) || !check_expectations (self, append, error) ||
      !add_commit (self, append, committed, error))
    return FALSE;

  for (guint i = 0; i < append->events->len; i++)
    if (!add_event (self, append, committed, i, &problem))
      {
        self->spoiled = TRUE;
        /* Whoever holds the lock has no rival: an id that is there already will not go away. */
        if (problem->code == DAYBOOK_STORE_ERROR_CONFLICT)
          problem->code = DAYBOOK_STORE_ERROR_DAMAGED;
        g_propagate_error (error, g_steal_pointer (&problem));
        return FALSE;
      }

  self->head = committed->last;
  self->recorded_at = committed->recorded_at;
  self->known_until = self->head;
  return TRUE;
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

  if (!write_append (self, append, &result, error))
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
  sqlite3_stmt *stmt = DAYBOOK_SQLITE_STORE (store)->statements[FIND_COMMAND];

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
  sqlite3_stmt *stmt = self->statements[READ_STREAM];
  gint64 stream;

  if (!find_stream (self, kind, key, &stream, error))
    return FALSE;
  if (stream == 0)
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

  return find_stream (self, kind, key, &stream, error) &&
         get_stream_version (self, stream, version, error);
}

static gboolean
daybook_sqlite_store_read_all (DaybookEventStore  *store,
                               guint64             after_position,
                               DaybookEntryFunc    func,
                               gpointer            user_data,
                               GError            **error)
{
  sqlite3_stmt *stmt = DAYBOOK_SQLITE_STORE (store)->statements[READ_ALL];

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

  if (!self->in_batch && !read_head (self, error))
    return FALSE;

  *position = self->head;
  return TRUE;
}

static gboolean
daybook_sqlite_store_check_known (DaybookEventStore  *store,
                                  GError            **error)
{
  return check_types (DAYBOOK_SQLITE_STORE (store), error);
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
  return func != NULL || verdict->flaw != DAYBOOK_FLAW_NONE ||
         daybook_sqlite_check_structure (self->db, verdict, error);
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
  iface->check_known = daybook_sqlite_store_check_known;
  iface->begin = daybook_sqlite_store_begin;
  iface->commit = daybook_sqlite_store_commit;
  iface->rollback = daybook_sqlite_store_rollback;
  iface->replay = daybook_sqlite_store_replay;
}

static void
daybook_sqlite_store_finalize (GObject *object)
{
  DaybookSqliteStore *self = DAYBOOK_SQLITE_STORE (object);

  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  sqlite3_close_v2 (self->db);
  g_clear_pointer (&self->chain, daybook_chain_free);
  g_hash_table_unref (self->stream_ids);
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
  self->chain = daybook_chain_new (self->book_id);
  return TRUE;
}

/* A reader never checkpoints: before SQLite 3.51.3 two connections that did at once could corrupt
 * the log. */
static gboolean
configure (DaybookSqliteStore  *self,
           gboolean             read_only,
           GError             **error)
{
  return daybook_sql_exec (self->db,
                           read_only ? "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;"
                                     : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                       "PRAGMA recursive_triggers = ON; PRAGMA cache_size = -8192;"
                                       "PRAGMA wal_autocheckpoint = 1000;",
                           error);
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
  g_autoptr (DaybookSqliteStore) self = NULL;

  if (!daybook_sqlite_check_file (path, error))
    return NULL;

  self = g_object_new (DAYBOOK_TYPE_SQLITE_STORE, NULL);
  if (!daybook_sql_open (path, SQLITE_OPEN_READWRITE, &self->db, error) ||
      !configure (self, read_only, error) || !read_book_id (self, error) ||
      !daybook_sql_prepare_all (self->db, sql, N_STATEMENTS, self->statements, error))
    return NULL;

  return DAYBOOK_EVENT_STORE (g_steal_pointer (&self));
}
