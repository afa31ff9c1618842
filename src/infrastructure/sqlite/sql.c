/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite with GLib's manners: errors as GError, in our codes.
 *
 * The one place where SQLite's result codes are looked at. */

#include "sqlite/sql.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "sqlite/document-vfs.h"
#include "store-error.h"

/* Some network drives, and the document portal before 1.19. */
static gboolean
lacks_locks (int code)
{
  return code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK ||
         code == SQLITE_IOERR_CHECKRESERVEDLOCK;
}

static DaybookStoreError
translate (int code)
{
  if (lacks_locks (code))
    return DAYBOOK_STORE_ERROR_NO_LOCKS;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return DAYBOOK_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return DAYBOOK_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DAYBOOK_STORE_ERROR_BUSY;
    case SQLITE_NOTADB:
      return DAYBOOK_STORE_ERROR_NOT_A_BOOK;
    case SQLITE_CORRUPT:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR: /* SQL that our schema accepts and the file's does not */
      return DAYBOOK_STORE_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return DAYBOOK_STORE_ERROR_CONFLICT;
    case SQLITE_INTERRUPT:
      return DAYBOOK_STORE_ERROR_CANCELLED;
    default:
      return DAYBOOK_STORE_ERROR_IO;
    }
}

/**
 * daybook_sql_fail:
 * @db: whose last call failed
 *
 * Returns: %FALSE, always, with the reason in @error.
 */
gboolean
daybook_sql_fail (sqlite3  *db,
                  GError  **error)
{
  g_set_error (error, DAYBOOK_STORE_ERROR, translate (sqlite3_extended_errcode (db)),
               "SQLite %d: %s", sqlite3_extended_errcode (db), sqlite3_errmsg (db));
  return FALSE;
}

/* The document portal before 1.19 cannot even open what it could not lock. */
static gboolean
fail_open (const char  *path,
           sqlite3     *db,
           GError     **error)
{
  if (daybook_place_of (path) == DAYBOOK_PLACE_PORTAL && sqlite3_errcode (db) == SQLITE_CANTOPEN &&
      g_access (path, R_OK | W_OK) == 0)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NO_LOCKS, "%s", path);
      return FALSE;
    }

  return daybook_sql_fail (db, error);
}

/**
 * daybook_sql_open:
 * @flags: `SQLITE_OPEN_…`
 * @db: (out): the connection
 *
 * What every connection of ours has: constraints that hold, a schema that is not trusted to run
 * anything, no way to write around SQLite, patience with others.
 *
 * Returns: whether the file could be opened. SQLite reads nothing yet.
 */
gboolean
daybook_sql_open (const char  *path,
                  int          flags,
                  sqlite3    **db,
                  GError     **error)
{
  g_autoptr (sqlite3) opened = NULL;
  DaybookPlace place = daybook_place_of (path);
  const char *vfs = place == DAYBOOK_PLACE_PORTAL ? daybook_document_vfs () : NULL;

  if (place == DAYBOOK_PLACE_ALONE)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_ALONE, "%s", path);
      return FALSE;
    }

  /* No locking within a connection: each belongs to one thread at a time. */
  if (sqlite3_open_v2 (path, &opened, flags | SQLITE_OPEN_NOMUTEX, vfs) != SQLITE_OK)
    return fail_open (path, opened, error);

  sqlite3_extended_result_codes (opened, 1);
  sqlite3_busy_timeout (opened, DAYBOOK_SQL_PATIENCE_MS);
  sqlite3_db_config (opened, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (opened, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);

  *db = g_steal_pointer (&opened);
  return TRUE;
}

/**
 * daybook_sql_exec:
 * @sql: one or more statements without parameters
 *
 * Returns: whether all of them succeeded.
 */
gboolean
daybook_sql_exec (sqlite3     *db,
                  const char  *sql,
                  GError     **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || daybook_sql_fail (db, error);
}

/**
 * daybook_sql_prepare:
 *
 * Returns: (transfer full): the statement, to be used many times; %NULL on error.
 */
sqlite3_stmt *
daybook_sql_prepare (sqlite3     *db,
                     const char  *sql,
                     GError     **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    daybook_sql_fail (db, error);

  return stmt;
}

/**
 * daybook_sql_prepare_all:
 * @sql: (array length=n): one statement each
 * @stmts: (out) (array length=n): the statements; those before a wrong one are there on error too
 *
 * Returns: whether all could be prepared.
 */
gboolean
daybook_sql_prepare_all (sqlite3            *db,
                         const char *const  *sql,
                         guint               n,
                         sqlite3_stmt      **stmts,
                         GError            **error)
{
  for (guint i = 0; i < n; i++)
    {
      stmts[i] = daybook_sql_prepare (db, sql[i], error);
      if (stmts[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * daybook_sql_finalize_all:
 * @stmts: (array length=n): statements, or %NULL where there is none
 */
void
daybook_sql_finalize_all (sqlite3_stmt **stmts,
                          guint          n)
{
  for (guint i = 0; i < n; i++)
    sqlite3_finalize (stmts[i]);
}

/**
 * daybook_sql_step:
 * @row: (out): whether there is a row
 *
 * At the end and on error the statement is reset, ready for its next use.
 *
 * Returns: whether all is well.
 */
gboolean
daybook_sql_step (sqlite3_stmt  *stmt,
                  gboolean      *row,
                  GError       **error)
{
  int code = sqlite3_step (stmt);
  gboolean ok = code == SQLITE_ROW || code == SQLITE_DONE;

  *row = code == SQLITE_ROW;
  if (!ok)
    daybook_sql_fail (sqlite3_db_handle (stmt), error);
  if (code != SQLITE_ROW)
    sqlite3_reset (stmt);

  return ok;
}

/**
 * daybook_sql_run:
 * @stmt: a statement that gives no rows, its parameters bound; is reset
 *
 * Returns: whether it succeeded.
 */
gboolean
daybook_sql_run (sqlite3_stmt  *stmt,
                 GError       **error)
{
  gboolean row;

  return daybook_sql_step (stmt, &row, error);
}

/**
 * daybook_sql_number:
 * @sql: a statement that gives one number
 * @number: (out): it; 0 if there is no row
 *
 * Returns: whether it succeeded.
 */
gboolean
daybook_sql_number (sqlite3     *db,
                    const char  *sql,
                    gint64      *number,
                    GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (db, sql, error);
  gboolean row;

  if (stmt == NULL || !daybook_sql_step (stmt, &row, error))
    return FALSE;

  *number = row ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}

/**
 * daybook_sql_unlink:
 * @path: of a database that nobody has open
 *
 * Removes the file and what SQLite may have left beside it.
 */
void
daybook_sql_unlink (const char *path)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}
