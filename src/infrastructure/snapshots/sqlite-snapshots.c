/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Snapshots in a file of the cache folder. Each has a checksum of its own: a decision about money
 * must not rest on a bit that flipped in a cache. The file is opened when the first snapshot is
 * wanted; one that cannot be read is made anew, and if that fails there are no snapshots. */

#include "snapshots/sqlite-snapshots.h"

#include <string.h>

#include "sqlite/sql.h"

/* Raised whenever the table or the checksum changes. States are written as this machine does. */
#define FORMAT (1 * 10000 + G_BYTE_ORDER)

/* Nobody waits long for a snapshot. */
#define PATIENCE_MS 100

struct _DaybookSqliteSnapshots
{
  GObject parent_instance;

  char *path;
  gboolean tried;
  sqlite3 *db;
  sqlite3_stmt *get;
  sqlite3_stmt *put;
};

static void daybook_sqlite_snapshots_iface_init (DaybookSnapshotsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSqliteSnapshots, daybook_sqlite_snapshots, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_SNAPSHOTS,
                                                      daybook_sqlite_snapshots_iface_init))

static void
close_file (DaybookSqliteSnapshots *self)
{
  g_clear_pointer (&self->get, sqlite3_finalize);
  g_clear_pointer (&self->put, sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

static gboolean
open_file (DaybookSqliteSnapshots *self)
{
  g_autofree char *schema = NULL;
  gint64 format;

  if (!daybook_sql_open (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &self->db, NULL))
    return FALSE;

  sqlite3_busy_timeout (self->db, PATIENCE_MS);
  schema = g_strdup_printf ("CREATE TABLE IF NOT EXISTS snapshots ("
                            " stream TEXT PRIMARY KEY, folding INTEGER NOT NULL,"
                            " version INTEGER NOT NULL, hash BLOB NOT NULL, state BLOB NOT NULL,"
                            " checksum BLOB NOT NULL) STRICT; PRAGMA user_version = %d;", FORMAT);
  if (!daybook_sql_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;", NULL) ||
      !daybook_sql_number (self->db, "PRAGMA user_version", &format, NULL) ||
      (format != 0 && format != FORMAT) ||
      (format == 0 && !daybook_sql_exec (self->db, schema, NULL)))
    return FALSE;

  self->get = daybook_sql_prepare (self->db, "SELECT folding, version, hash, state, checksum"
                                             " FROM snapshots WHERE stream = ?", NULL);
  self->put = daybook_sql_prepare (self->db, "INSERT OR REPLACE INTO snapshots"
                                             " VALUES (?, ?, ?, ?, ?, ?)", NULL);
  return self->get != NULL && self->put != NULL;
}

static gboolean
is_open (DaybookSqliteSnapshots *self)
{
  if (self->tried)
    return self->db != NULL;

  self->tried = TRUE;
  if (open_file (self))
    return TRUE;

  close_file (self);
  daybook_sql_unlink (self->path);
  if (open_file (self))
    return TRUE;

  g_info ("There will be no snapshots in %s", self->path);
  close_file (self);
  return FALSE;
}

static char *
stream_name (DaybookStreamKind  kind,
             const char        *key)
{
  return g_strdup_printf ("%s:%s", daybook_stream_kind_name (kind), key);
}

static void
sum_up (const char            *stream,
        const DaybookSnapshot *snapshot,
        guint8                 checksum[DAYBOOK_HASH_SIZE])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = DAYBOOK_HASH_SIZE;

  g_checksum_update (sum, (const guchar *) stream, strlen (stream) + 1);
  g_checksum_update (sum, (const guchar *) &snapshot->folding, sizeof snapshot->folding);
  g_checksum_update (sum, (const guchar *) &snapshot->version, sizeof snapshot->version);
  g_checksum_update (sum, snapshot->hash, DAYBOOK_HASH_SIZE);
  g_checksum_update (sum, g_variant_get_data (snapshot->state),
                     g_variant_get_size (snapshot->state));
  g_checksum_get_digest (sum, checksum, &length);
}

/* What the row says, if it is all there and as it was written. */
static gboolean
read_row (sqlite3_stmt        *stmt,
          const char          *stream,
          const GVariantType  *type,
          DaybookSnapshot     *snapshot)
{
  guint8 checksum[DAYBOOK_HASH_SIZE];
  g_autoptr (GBytes) bytes = NULL;

  if (sqlite3_column_bytes (stmt, 2) != DAYBOOK_HASH_SIZE ||
      sqlite3_column_bytes (stmt, 4) != DAYBOOK_HASH_SIZE)
    return FALSE;

  bytes = g_bytes_new (sqlite3_column_blob (stmt, 3), sqlite3_column_bytes (stmt, 3));
  snapshot->folding = sqlite3_column_int (stmt, 0);
  snapshot->version = sqlite3_column_int64 (stmt, 1);
  memcpy (snapshot->hash, sqlite3_column_blob (stmt, 2), DAYBOOK_HASH_SIZE);
  snapshot->state = g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE));

  sum_up (stream, snapshot, checksum);
  if (memcmp (checksum, sqlite3_column_blob (stmt, 4), DAYBOOK_HASH_SIZE) == 0)
    return TRUE;

  daybook_snapshot_clear (snapshot);
  return FALSE;
}

static gboolean
daybook_sqlite_snapshots_load (DaybookSnapshots    *snapshots,
                               DaybookStreamKind    kind,
                               const char          *key,
                               const GVariantType  *type,
                               DaybookSnapshot     *snapshot)
{
  DaybookSqliteSnapshots *self = DAYBOOK_SQLITE_SNAPSHOTS (snapshots);
  g_autofree char *stream = stream_name (kind, key);
  gboolean row, found;

  if (!is_open (self))
    return FALSE;

  daybook_sql_bind_text (self->get, 1, stream);
  if (!daybook_sql_step (self->get, &row, NULL) || !row)
    return FALSE;

  found = read_row (self->get, stream, type, snapshot);
  sqlite3_reset (self->get);
  return found;
}

static void
daybook_sqlite_snapshots_save (DaybookSnapshots       *snapshots,
                               DaybookStreamKind       kind,
                               const char             *key,
                               const DaybookSnapshot  *snapshot)
{
  DaybookSqliteSnapshots *self = DAYBOOK_SQLITE_SNAPSHOTS (snapshots);
  g_autofree char *stream = stream_name (kind, key);
  g_autoptr (GError) error = NULL;
  guint8 checksum[DAYBOOK_HASH_SIZE];

  if (!is_open (self))
    return;

  sum_up (stream, snapshot, checksum);
  daybook_sql_bind_text (self->put, 1, stream);
  sqlite3_bind_int64 (self->put, 2, snapshot->folding);
  sqlite3_bind_int64 (self->put, 3, snapshot->version);
  sqlite3_bind_blob (self->put, 4, snapshot->hash, DAYBOOK_HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (self->put, 5, g_variant_get_data (snapshot->state),
                     g_variant_get_size (snapshot->state), SQLITE_STATIC);
  sqlite3_bind_blob (self->put, 6, checksum, DAYBOOK_HASH_SIZE, SQLITE_STATIC);
  if (!daybook_sql_run (self->put, &error))
    g_info ("No snapshot of %s: %s", stream, error->message);
}

static void
daybook_sqlite_snapshots_iface_init (DaybookSnapshotsInterface *iface)
{
  iface->load = daybook_sqlite_snapshots_load;
  iface->save = daybook_sqlite_snapshots_save;
}

static void
daybook_sqlite_snapshots_finalize (GObject *object)
{
  DaybookSqliteSnapshots *self = DAYBOOK_SQLITE_SNAPSHOTS (object);

  close_file (self);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (daybook_sqlite_snapshots_parent_class)->finalize (object);
}

static void
daybook_sqlite_snapshots_class_init (DaybookSqliteSnapshotsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_sqlite_snapshots_finalize;
}

static void
daybook_sqlite_snapshots_init (DaybookSqliteSnapshots *self)
{
}

/**
 * daybook_sqlite_snapshots_new:
 * @path: of the file; made when it is first needed
 *
 * Returns: (transfer full): the snapshots that are kept there.
 */
DaybookSnapshots *
daybook_sqlite_snapshots_new (const char *path)
{
  DaybookSqliteSnapshots *self = g_object_new (DAYBOOK_TYPE_SQLITE_SNAPSHOTS, NULL);

  self->path = g_strdup (path);

  return DAYBOOK_SNAPSHOTS (self);
}
