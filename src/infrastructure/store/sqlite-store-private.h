/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sqlite/sql.h"
#include "store/chain.h"
#include "store/sqlite-store.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_FIND_STREAM,
  DAYBOOK_ADD_STREAM,
  DAYBOOK_GET_VERSION,
  DAYBOOK_GET_HEAD,
  DAYBOOK_FIND_COMMAND,
  DAYBOOK_ADD_COMMIT,
  DAYBOOK_ADD_EVENT,
  DAYBOOK_ADD_FILING,
  DAYBOOK_READ_STREAM,
  DAYBOOK_READ_ALL,
  DAYBOOK_GET_TYPES,
  DAYBOOK_N_STATEMENTS
} Statement;

struct _DaybookSqliteStore
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  sqlite3 *db;
  /* The index of the log that this connection shares with others. */
  guint64 log_device;
  guint64 log_inode;
  guint8 book_id[DAYBOOK_ID_SIZE];
  DaybookChain *chain;
  sqlite3_stmt *statements[DAYBOOK_N_STATEMENTS];
  GString *data;
  /* The last entry at which every type of entry was known to this program. */
  guint64 known_until;

  /* What a unit of work knows because it holds the lock. */
  gboolean rules_checked;
  gboolean has_lock;
  gboolean in_batch;
  gboolean spoiled;
  guint64 head;
  gint64 recorded_at;
  guint8 hash[DAYBOOK_HASH_SIZE];
  GHashTable *stream_ids;
  GHashTable *versions;
};

/* The columns of everything that reads entries, from events e and commits c, in this order. */
#define DAYBOOK_ENTRY_COLUMNS \
  "e.position, e.id, e.type, e.type_version, e.value_date, e.data, e.hash, c.command_id," \
  " c.actor, coalesce (c.correlation, c.command_id), c.causation, c.recorded_at"

enum
{
  DAYBOOK_COLUMN_POSITION,
  DAYBOOK_COLUMN_ID,
  DAYBOOK_COLUMN_TYPE,
  DAYBOOK_COLUMN_TYPE_VERSION,
  DAYBOOK_COLUMN_VALUE_DATE,
  DAYBOOK_COLUMN_DATA,
  DAYBOOK_COLUMN_HASH,
  DAYBOOK_COLUMN_COMMAND_ID,
  DAYBOOK_COLUMN_ACTOR,
  DAYBOOK_COLUMN_CORRELATION,
  DAYBOOK_COLUMN_CAUSATION,
  DAYBOOK_COLUMN_RECORDED_AT,
  DAYBOOK_COLUMN_VERSION,
};

gboolean daybook_sqlite_store_find_stream        (DaybookSqliteStore   *self,
                                                  DaybookStreamKind     kind,
                                                  const char           *key,
                                                  gint64               *stream,
                                                  GError              **error);
gboolean daybook_sqlite_store_get_stream_version (DaybookSqliteStore   *self,
                                                  gint64                stream,
                                                  guint64              *version,
                                                  GError              **error);
gboolean daybook_sqlite_store_check_types        (DaybookSqliteStore   *self,
                                                  GError              **error);
gboolean daybook_sqlite_store_write              (DaybookSqliteStore   *self,
                                                  const DaybookAppend  *append,
                                                  DaybookCommitted     *committed,
                                                  GError              **error);

gboolean daybook_sqlite_check_rules  (sqlite3               *db,
                                      GError               **error);
gboolean daybook_sqlite_fail_errno   (const char            *path,
                                      GError               **error);
gboolean daybook_sqlite_open_file    (const char            *path,
                                      sqlite3              **db,
                                      GError               **error);

/* What is beyond all versions there will be must not look like one that there is. */
static inline guint
daybook_sqlite_get_type_version (sqlite3_stmt *stmt,
                                 int           column)
{
  return (guint) CLAMP (sqlite3_column_int64 (stmt, column), 0, G_MAXUINT);
}

gboolean daybook_sqlite_read_entries (sqlite3_stmt          *stmt,
                                      DaybookEntryFunc       func,
                                      gpointer               user_data,
                                      GError               **error);

gboolean daybook_sqlite_find         (sqlite3                  *db,
                                      const DaybookEntryQuery  *query,
                                      DaybookEntryFunc          func,
                                      gpointer                  user_data,
                                      GError                  **error);

gboolean daybook_sqlite_replay       (sqlite3               *db,
                                      DaybookChain          *chain,
                                      DaybookEntryFunc       func,
                                      gpointer               func_data,
                                      DaybookVerdict        *verdict,
                                      DaybookProgressFunc    progress,
                                      gpointer               progress_data,
                                      GCancellable          *cancellable,
                                      GError               **error);
gboolean daybook_sqlite_check_structure (sqlite3         *db,
                                         DaybookVerdict  *verdict,
                                         GCancellable    *cancellable,
                                         GError         **error);

G_END_DECLS
