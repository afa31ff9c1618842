/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book file as a file: made with its tables, and looked at before SQLite touches it. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "sqlite/document-vfs.h"
#include "store-error.h"
#include "store/sqlite-store-private.h"

/* SQLite's own, at the beginning of each of its files. */
#define HEADER_SIZE 100

/* What stands at byte 18 of a file with a write-ahead log. */
#define HAS_LOG 2

/* A person waits: whoever has the book open outside will not close it soon. */
#define LEAVE_TIMEOUT_MS 2000

#define REFUSE_CHANGES(table) \
  "CREATE TRIGGER " table "_are_not_changed BEFORE UPDATE ON " table \
  " BEGIN SELECT RAISE (ABORT, 'the daybook is never changed'); END;" \
  "CREATE TRIGGER " table "_are_not_deleted BEFORE DELETE ON " table \
  " BEGIN SELECT RAISE (ABORT, 'the daybook is never changed'); END;"

static const char schema[] =
  "CREATE TABLE book (id BLOB NOT NULL CHECK (length (id) = 16)) STRICT;"
  "CREATE TABLE commits ("
  " first INTEGER PRIMARY KEY,"
  " last INTEGER NOT NULL CHECK (last >= first),"
  " command_id TEXT NOT NULL UNIQUE,"
  " digest BLOB NOT NULL CHECK (length (digest) = 32),"
  " actor TEXT NOT NULL,"
  " correlation TEXT,"
  " causation TEXT,"
  " recorded_at INTEGER NOT NULL) STRICT;"
  "CREATE TABLE events ("
  " position INTEGER PRIMARY KEY,"
  " id BLOB NOT NULL CHECK (length (id) = 16),"
  " command INTEGER NOT NULL REFERENCES commits,"
  " type TEXT NOT NULL,"
  " type_version INTEGER NOT NULL,"
  " value_date TEXT NOT NULL,"
  " data TEXT NOT NULL,"
  " data_hash BLOB NOT NULL CHECK (length (data_hash) = 32),"
  " hash BLOB NOT NULL CHECK (length (hash) = 32)) STRICT;"
  "CREATE TABLE streams ("
  " stream INTEGER PRIMARY KEY,"
  " kind TEXT NOT NULL,"
  " key TEXT NOT NULL,"
  " UNIQUE (kind, key)) STRICT;"
  "CREATE TABLE filings ("
  " position INTEGER NOT NULL REFERENCES events,"
  " ordinal INTEGER NOT NULL,"
  " stream INTEGER NOT NULL REFERENCES streams,"
  " version INTEGER NOT NULL,"
  " role TEXT NOT NULL,"
  " PRIMARY KEY (position, ordinal)) STRICT, WITHOUT ROWID;"
  "CREATE UNIQUE INDEX filings_by_stream ON filings (stream, version);"
  "CREATE INDEX commits_by_correlation ON commits (correlation) WHERE correlation IS NOT NULL;"
  "CREATE INDEX commits_by_causation ON commits (causation) WHERE causation IS NOT NULL;"
  REFUSE_CHANGES ("book") REFUSE_CHANGES ("commits") REFUSE_CHANGES ("events")
  REFUSE_CHANGES ("streams") REFUSE_CHANGES ("filings");

static DaybookStoreError
translate_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return DAYBOOK_STORE_ERROR_NOT_FOUND;
    case EEXIST:
      return DAYBOOK_STORE_ERROR_EXISTS;
    case EACCES:
    case EPERM:
    case EROFS:
      return DAYBOOK_STORE_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
      return DAYBOOK_STORE_ERROR_FULL;
    case EISDIR:
      return DAYBOOK_STORE_ERROR_NOT_A_BOOK;
    default:
      return DAYBOOK_STORE_ERROR_IO;
    }
}

/**
 * daybook_sqlite_fail_errno:
 * @path: of the file that the last call to the system was about
 *
 * Returns: %FALSE, always, with the reason, from errno, in @error.
 */
gboolean
daybook_sqlite_fail_errno (const char  *path,
                           GError     **error)
{
  int saved_errno = errno;

  g_set_error (error, DAYBOOK_STORE_ERROR, translate_errno (saved_errno), "%s: %s", path,
               g_strerror (saved_errno));
  return FALSE;
}

/* Through SQLite's own handle. A file that a process opens and closes besides drops all locks that
 * the process has on it (POSIX, fcntl): other processes would take it for closed, and the log of
 * one that is at work would be deleted under it. */
static gboolean
read_header (sqlite3  *db,
             guint8    header[HEADER_SIZE],
             GError  **error)
{
  sqlite3_file *file = NULL;
  int code = sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (code == SQLITE_OK && file != NULL && file->pMethods != NULL)
    code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
  else
    code = SQLITE_IOERR;

  /* What is too short is filled with zeroes. */
  if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
    return TRUE;

  g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO, "SQLite %d", code);
  return FALSE;
}

/* The offsets are those of SQLite's file format, 1.3. */
static gboolean
check_header (const char    *path,
              const guint8   header[HEADER_SIZE],
              GError       **error)
{
  guint32 application_id, format;

  memcpy (&application_id, header + 68, sizeof application_id);
  memcpy (&format, header + 60, sizeof format);
  if (memcmp (header, "SQLite format 3", 16) != 0 ||
      GUINT32_FROM_BE (application_id) != DAYBOOK_APPLICATION_ID)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_A_BOOK, "%s", path);
      return FALSE;
    }
  if (GUINT32_FROM_BE (format) > DAYBOOK_FORMAT)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER, "%s", path);
      return FALSE;
    }

  return TRUE;
}

/* A book that was open outside has its log beside it, whose index is memory that only programs
 * outside share. With the book to itself, this connection writes all of it into the book, and what
 * is recorded from then on goes by a rollback journal. Who has the book open outside keeps it. */
static gboolean
leave_log (sqlite3     *db,
           const char  *path,
           GError     **error)
{
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  sqlite3_busy_timeout (db, LEAVE_TIMEOUT_MS);
  if (!daybook_sql_exec (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;",
                         error))
    return FALSE;

  g_unlink (index);
  sqlite3_busy_timeout (db, DAYBOOK_SQL_PATIENCE_MS);
  return daybook_sql_exec (db, "PRAGMA locking_mode = NORMAL; SELECT count (*) FROM sqlite_schema;",
                           error);
}

/**
 * daybook_sqlite_open_file:
 * @db: (out): the connection
 *
 * Opens a book file, and looks at its first bytes before SQLite does: a file that is not ours is
 * never written to, not even a lock or a journal beside it.
 *
 * Returns: whether it is a book that this program can open.
 */
gboolean
daybook_sqlite_open_file (const char  *path,
                          sqlite3    **db,
                          GError     **error)
{
  g_autoptr (sqlite3) opened = NULL;
  guint8 header[HEADER_SIZE] = { 0 };
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return daybook_sqlite_fail_errno (path, error);
  if (S_ISDIR (status.st_mode))
    {
      errno = EISDIR;
      return daybook_sqlite_fail_errno (path, error);
    }

  if (!daybook_sql_open (path, SQLITE_OPEN_READWRITE, &opened, error) ||
      !read_header (opened, header, error) || !check_header (path, header, error))
    return FALSE;
  if (header[18] == HAS_LOG && daybook_place_of (path) == DAYBOOK_PLACE_PORTAL &&
      !leave_log (opened, path, error))
    return FALSE;

  *db = g_steal_pointer (&opened);
  return TRUE;
}

/* Names and texts of all tables, indexes and triggers, in order of names. */
static char *
describe (sqlite3  *db,
          GError  **error)
{
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (db,
    "SELECT type || ' ' || name || ': ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1",
    error);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean row;

  for (;;)
    {
      if (stmt == NULL || !daybook_sql_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_string_free (g_steal_pointer (&text), FALSE);

      g_string_append_printf (text, "%s\n", daybook_sql_text (stmt, 0));
    }
}

/**
 * daybook_sqlite_check_rules:
 *
 * A book file has rules of its own (what is unique, what may not be changed). Others than those of
 * its format could let through what these refuse, or change what is written: then nothing is.
 *
 * Returns: whether the file has our tables, indexes and triggers and no others.
 */
gboolean
daybook_sqlite_check_rules (sqlite3  *db,
                            GError  **error)
{
  g_autoptr (sqlite3) blank = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = describe (db, error);

  if (theirs == NULL ||
      !daybook_sql_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &blank, error) ||
      !daybook_sql_exec (blank, schema, error))
    return FALSE;

  ours = describe (blank, error);
  if (ours == NULL)
    return FALSE;
  if (strcmp (ours, theirs) == 0)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                       "the file's own rules are not a book's");
  return FALSE;
}

static gboolean
write_new_file (const char    *path,
                const guint8   book_id[DAYBOOK_ID_SIZE],
                GError       **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GString) text = g_string_new ("BEGIN IMMEDIATE;");

  g_string_append_printf (text, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                          DAYBOOK_APPLICATION_ID, DAYBOOK_FORMAT);
  g_string_append (text, schema);
  g_string_append (text, "INSERT INTO book VALUES (x'");
  for (guint i = 0; i < DAYBOOK_ID_SIZE; i++)
    g_string_append_printf (text, "%02x", book_id[i]);
  g_string_append (text, "'); COMMIT; PRAGMA journal_mode = WAL;");

  return daybook_sql_open (path, SQLITE_OPEN_READWRITE, &db, error) &&
         daybook_sql_exec (db, text->str, error);
}

/**
 * daybook_sqlite_store_create:
 * @path: of a file that does not exist yet
 * @book_id: the id the book will have for ever
 *
 * Returns: whether there is an empty book file now; else nothing is left behind.
 */
gboolean
daybook_sqlite_store_create (const char    *path,
                             const guint8   book_id[DAYBOOK_ID_SIZE],
                             GError       **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

  if (fd < 0)
    return daybook_sqlite_fail_errno (path, error);
  close (fd);

  if (write_new_file (path, book_id, error))
    return TRUE;

  /* A journal left behind would be played back into whatever gets this name next. */
  daybook_sql_unlink (path);
  return FALSE;
}
