/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing what a command recorded: the commit, its entries, what they are filed under, each hashed
 * as it will stand in the file. Whoever calls holds the write lock. */

#include <string.h>

#include "codec/event-codec.h"
#include "store-error.h"
#include "store/sqlite-store-private.h"

/* Before anything is appended: once the file's rules, and what its entries are again whenever
 * somebody else has written. */
static gboolean
check_fit (DaybookSqliteStore  *self,
           GError             **error)
{
  if (!self->rules_checked && !daybook_sqlite_check_rules (self->db, error))
    return FALSE;

  self->rules_checked = TRUE;
  if (self->head != self->known_until && !daybook_sqlite_store_check_types (self, error))
    return FALSE;

  self->known_until = self->head;
  return TRUE;
}

static gboolean
get_version (DaybookSqliteStore        *self,
             const DaybookExpectation  *e,
             guint64                   *version,
             GError                   **error)
{
  gint64 stream;

  if (e->kind == DAYBOOK_STREAM_NONE)
    {
      *version = self->head;
      return TRUE;
    }

  return daybook_sqlite_store_find_stream (self, e->kind, e->key, &stream, error) &&
         daybook_sqlite_store_get_stream_version (self, stream, version, error);
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

      if (!get_version (self, e, &version, error))
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
  sqlite3_stmt *stmt = self->statements[DAYBOOK_ADD_COMMIT];

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
  sqlite3_stmt *stmt = self->statements[DAYBOOK_ADD_STREAM];

  if (!daybook_sqlite_store_find_stream (self, filing->kind, filing->key, stream, error))
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
  if (!daybook_sqlite_store_find_stream (self, filing->kind, filing->key, &stream, error))
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
          !daybook_sqlite_store_get_stream_version (self, streams[i], &versions[i], error))
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
  sqlite3_stmt *stmt = self->statements[DAYBOOK_ADD_EVENT];

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
  sqlite3_stmt *stmt = self->statements[DAYBOOK_ADD_FILING];

  for (guint i = 0; i < n_filings; i++)
    {
      sqlite3_bind_int64 (stmt, 1, position);
      sqlite3_bind_int64 (stmt, 2, i);
      sqlite3_bind_int64 (stmt, 3, streams[i]);
      sqlite3_bind_int64 (stmt, 4, versions[i]);
      daybook_sql_bind_text (stmt, 5, filings[i].role);
      if (!daybook_sql_run (stmt, error))
        return FALSE;
      g_hash_table_insert (self->versions, GSIZE_TO_POINTER (streams[i]),
                           GSIZE_TO_POINTER (versions[i]));
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

/**
 * daybook_sqlite_store_write:
 * @committed: (out): where the events stand now
 *
 * Writes inside the transaction that is open, of which the head is known. Whatever fails before the
 * commit's row is written leaves nothing behind; what fails later spoils the transaction.
 *
 * Returns: whether all is written.
 */
gboolean
daybook_sqlite_store_write (DaybookSqliteStore   *self,
                            const DaybookAppend  *append,
                            DaybookCommitted     *committed,
                            GError              **error)
{
  g_autoptr (GError) problem = NULL;

  if (!check_fit (self, error) || !check_expectations (self, append, error) ||
      !add_commit (self, append, committed, error))
    return FALSE;

  for (guint i = 0; i < append->events->len; i++)
    if (!add_event (self, append, committed, i, &problem))
      {
        self->spoiled = TRUE;
        /* Whoever holds the lock has no rival: what is in the way will not go away. */
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
