/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Books behind the document portal, through which a sandbox (Flatpak) sees the user's files.
 *
 * What stands beside a file that was given alone is kept under other names and thrown away with the
 * portal: a journal would not be found after a power failure. So such a file is not opened at all;
 * in a folder that was given as a whole, what stands beside the book stands there for everybody.
 *
 * Even there, memory is not shared with programs outside: no write-ahead log, whose index is shared
 * memory, but a rollback journal. Locks are passed on to the file itself, but in the portal's name:
 * they keep programs outside away, not other processes in the sandbox. Among those, a lock on a
 * file of the cache folder counts. And the portal cannot say who has a lock (GETLK), only try. */

#include "sqlite/document-vfs.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#define HOST_PATH "user.document-portal.host-path"
#define MAX_PATH 4096

/* What all connections of this process to one book share. */
typedef struct
{
  char *key;
  int fd;
  guint n_files;
} Hold;

static GMutex mutex;
static GHashTable *holds;       /* key → Hold */
static GHashTable *open_files;  /* sqlite3_file → Hold */
static sqlite3_vfs *real_vfs;
static const sqlite3_io_methods *real_methods;
static sqlite3_io_methods methods;

static const char *
skip_mount_point (const char *path)
{
  g_autofree char *runtime = g_build_filename (g_get_user_runtime_dir (), "doc/", NULL);

  if (g_str_has_prefix (path, runtime))
    return path + strlen (runtime);
  if (g_str_has_prefix (path, "/run/flatpak/doc/"))
    return path + strlen ("/run/flatpak/doc/");

  return NULL;
}

/**
 * daybook_place_of:
 *
 * The portal shows a file as ID/NAME, and a folder's as ID/FOLDER/NAME or deeper down.
 *
 * Returns: how far what is written beside @path can be relied on.
 */
DaybookPlace
daybook_place_of (const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  const char *rest = skip_mount_point (canonical);
  g_auto (GStrv) parts = rest != NULL ? g_strsplit (rest, "/", -1) : NULL;
  guint n = parts != NULL ? g_strv_length (parts) : 0;

  if (parts == NULL)
    return DAYBOOK_PLACE_ORDINARY;
  if (n > 2 && g_str_equal (parts[0], "by-app"))
    n -= 2;

  return n > 2 ? DAYBOOK_PLACE_PORTAL : DAYBOOK_PLACE_ALONE;
}

/* One book may be seen under several folders; what it is outside is the same. */
static char *
find_key (const char *path)
{
  char host[MAX_PATH];
  ssize_t length = getxattr (path, HOST_PATH, host, sizeof host - 1);

  if (length <= 0)
    return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  host[length] = '\0';
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, host, -1);
}

static int
take_lock (const char *key)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "daybook", NULL);
  g_autofree char *file = g_strdup_printf ("%s/%s.lock", folder, key);
  int fd = g_mkdir_with_parents (folder, 0700) == 0
             ? g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return -1;
    }

  return fd;
}

static void
hold_free (gpointer data)
{
  Hold *hold = data;

  close (hold->fd);
  g_free (hold->key);
  g_free (hold);
}

/* Under the mutex. */
static Hold *
find_hold (const char *path)
{
  g_autofree char *key = find_key (path);
  Hold *hold = g_hash_table_lookup (holds, key);
  int fd;

  if (hold != NULL)
    return hold;

  fd = take_lock (key);
  if (fd < 0)
    return NULL;

  hold = g_new0 (Hold, 1);
  hold->key = g_steal_pointer (&key);
  hold->fd = fd;
  g_hash_table_insert (holds, hold->key, hold);
  return hold;
}

static gboolean
enter (sqlite3_file *file,
       const char   *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Hold *hold = find_hold (path);

  if (hold == NULL)
    return FALSE;

  hold->n_files++;
  g_hash_table_insert (open_files, file, hold);
  return TRUE;
}

static void
leave (sqlite3_file *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Hold *hold = g_hash_table_lookup (open_files, file);

  if (hold == NULL)
    return;

  g_hash_table_remove (open_files, file);
  if (--hold->n_files == 0)
    g_hash_table_remove (holds, hold->key);
}

static int
document_close (sqlite3_file *file)
{
  int code = real_methods->xClose (file);

  leave (file);
  return code;
}

/* SQLite holds a shared lock when it asks this. */
static int
document_check_reserved_lock (sqlite3_file *file,
                              int          *reserved)
{
  int code = real_methods->xLock (file, SQLITE_LOCK_RESERVED);

  *reserved = code == SQLITE_BUSY;
  if (code == SQLITE_BUSY)
    return SQLITE_OK;

  return code == SQLITE_OK ? real_methods->xUnlock (file, SQLITE_LOCK_SHARED) : code;
}

/* Version 1 knows neither shared nor mapped memory. */
static void
take_methods (sqlite3_file *file)
{
  static gsize taken;

  if (g_once_init_enter (&taken))
    {
      real_methods = file->pMethods;
      methods = *real_methods;
      methods.iVersion = 1;
      methods.xClose = document_close;
      methods.xCheckReservedLock = document_check_reserved_lock;
      g_once_init_leave (&taken, TRUE);
    }

  if (file->pMethods == real_methods)
    file->pMethods = &methods;
}

static int
document_open (sqlite3_vfs  *vfs,
               const char   *name,
               sqlite3_file *file,
               int           flags,
               int          *out_flags)
{
  int code = real_vfs->xOpen (real_vfs, name, file, flags, out_flags);

  if (code != SQLITE_OK || (flags & SQLITE_OPEN_MAIN_DB) == 0)
    return code;

  take_methods (file);
  if (file->pMethods == &methods && enter (file, name))
    return SQLITE_OK;

  file->pMethods->xClose (file);
  file->pMethods = NULL;
  return SQLITE_BUSY;
}

/**
 * daybook_document_vfs:
 *
 * Returns: SQLite's name for the way to files of %DAYBOOK_PLACE_PORTAL.
 */
const char *
daybook_document_vfs (void)
{
  static sqlite3_vfs vfs;
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      real_vfs = sqlite3_vfs_find (NULL);
      holds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, hold_free);
      open_files = g_hash_table_new (NULL, NULL);
      vfs = *real_vfs;
      vfs.pNext = NULL;
      vfs.zName = "daybook-document";
      vfs.xOpen = document_open;
      g_once_init_leave (&registered, sqlite3_vfs_register (&vfs, FALSE) == SQLITE_OK);
    }

  return vfs.zName;
}
