/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a book, while others may record in it.
 *
 * SQLite's online backup reads the book in one state, that of the moment at which it began: a
 * transaction holds that state, and whoever records meanwhile writes into the log. The copy is
 * written under a name of its own beside its target, read again, entry by entry, against the chain,
 * and only then gets the target's name. If any of this fails, nothing is left behind.
 *
 * Nothing that exists is ever replaced: it could be a book that somebody has open, and what stands
 * in a log beside it would be played back into the copy. */

#define _GNU_SOURCE /* renameat2 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store-error.h"
#include "store/sqlite-store-private.h"

/* A megabyte between two looks at whether it shall go on. */
#define PAGES_AT_ONCE 256

/* How far it is: all bytes are written, then all are read again. */
typedef struct
{
  DaybookProgressFunc func;
  gpointer data;
  guint64 size;
} Telling;

static gboolean
fail (DaybookStoreError   code,
      const char         *path,
      GError            **error)
{
  g_set_error (error, DAYBOOK_STORE_ERROR, code, "%s", path);
  return FALSE;
}

static gboolean
is_same_file (const char *path,
              const char *target)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (target, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

/* A log or journal without its book would be played back into the copy. */
static gboolean
check_target (const char  *path,
              const char  *target,
              GError     **error)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  if (is_same_file (path, target))
    return fail (DAYBOOK_STORE_ERROR_ITSELF, target, error);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (target, suffixes[i], NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS) || g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        return fail (DAYBOOK_STORE_ERROR_EXISTS, file, error);
    }

  return TRUE;
}

/* Gives the name of an empty file beside the target, nobody else's. */
static char *
make_part (const char  *target,
           GError     **error)
{
  g_autofree char *part = g_strconcat (target, ".XXXXXX.part", NULL);
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0644);

  if (fd < 0)
    {
      daybook_sqlite_fail_errno (target, error);
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&part);
}

static void
tell_written (Telling        *telling,
              sqlite3_backup *backup,
              guint64         page_size)
{
  guint64 pages = sqlite3_backup_pagecount (backup);

  telling->size = pages * page_size;
  if (telling->func != NULL)
    telling->func ((pages - sqlite3_backup_remaining (backup)) * page_size, 2 * telling->size,
                   telling->data);
}

static void
tell_read (guint64  done,
           guint64  total,
           gpointer user_data)
{
  Telling *telling = user_data;
  double share = total > 0 ? (double) done / (double) total : 1.0;

  if (telling->func != NULL)
    telling->func (telling->size + (guint64) (share * (double) telling->size), 2 * telling->size,
                   telling->data);
}

static gboolean
copy_pages (sqlite3       *from,
            sqlite3       *to,
            Telling       *telling,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup;
  gint64 page_size;
  int code;

  if (!daybook_sql_number (from, "PRAGMA page_size", &page_size, error))
    return FALSE;

  backup = sqlite3_backup_init (to, "main", from, "main");
  if (backup == NULL)
    return daybook_sql_fail (to, error);

  do
    {
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (code == SQLITE_OK || code == SQLITE_DONE)
        tell_written (telling, backup, page_size);
    }
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable));

  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return code == SQLITE_DONE || daybook_sql_fail (to, error);
}

/* The first thing that is read holds the state of the book. */
static gboolean
write_part (const char    *path,
            const char    *part,
            Telling       *telling,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (sqlite3) from = NULL;
  g_autoptr (sqlite3) to = NULL;
  gint64 n_books;

  return daybook_sqlite_open_file (path, &from, error) &&
         daybook_sql_exec (from, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; BEGIN",
                           error) &&
         daybook_sql_number (from, "SELECT count (*) FROM book", &n_books, error) &&
         daybook_sql_open (part, SQLITE_OPEN_READWRITE, &to, error) &&
         copy_pages (from, to, telling, cancellable, error);
}

static gboolean
read_part (const char    *part,
           Telling       *telling,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (DaybookEventStore) copy = daybook_sqlite_store_open (part, TRUE, error);
  DaybookVerdict verdict;

  if (copy == NULL || !daybook_event_store_verify (copy, &verdict, tell_read, telling, cancellable,
                                                   error))
    return FALSE;

  if (verdict.flaw != DAYBOOK_FLAW_NONE)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " is not what was recorded", verdict.position);
      return FALSE;
    }

  tell_read (verdict.n_entries, verdict.n_entries, telling);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The name is on the disk once its folder is. */
static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/* Never onto something; some file systems cannot promise that, and are asked beforehand. */
static gboolean
give_name (const char  *path,
           const char  *part,
           const char  *target,
           GError     **error)
{
  if (!check_target (path, target, error))
    return FALSE;

  if (renameat2 (AT_FDCWD, part, AT_FDCWD, target, RENAME_NOREPLACE) != 0 &&
      ((errno != EINVAL && errno != ENOSYS) || g_rename (part, target) != 0))
    return daybook_sqlite_fail_errno (target, error);

  sync_folder (target);
  return TRUE;
}

/**
 * daybook_sqlite_store_copy:
 * @path: of a book file
 * @target: where the copy shall be; nothing may be there
 * @progress: (nullable) (scope call): told bytes, each of them twice: when it is written and when
 *   it is read again
 *
 * Copies a book as it is now, whoever records in it meanwhile.
 *
 * Returns: whether there is a sound copy; else nothing is left behind.
 */
gboolean
daybook_sqlite_store_copy (const char           *path,
                           const char           *target,
                           DaybookProgressFunc   progress,
                           gpointer              user_data,
                           GCancellable         *cancellable,
                           GError              **error)
{
  Telling telling = { progress, user_data, 0 };
  g_autofree char *part = NULL;
  gboolean ok;

  if (!check_target (path, target, error))
    return FALSE;

  part = make_part (target, error);
  if (part == NULL)
    return FALSE;

  ok = write_part (path, part, &telling, cancellable, error) &&
       read_part (part, &telling, cancellable, error) &&
       give_name (path, part, target, error);

  /* With its name gone, only what SQLite may have left beside it. */
  daybook_sql_unlink (part);
  return ok;
}
