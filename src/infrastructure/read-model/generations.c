/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Generations of a read model's file.
 *
 * A read model that is worked out again is written to a new file while the old one answers. Which
 * one counts is said by a symbolic link, replaced by one rename: whoever looks sees the old or the
 * new, never half of it. The files cannot simply take each other's place, because each has a
 * write-ahead log beside it that is found by the file's name; so each generation has its own name:
 *
 *     NAME            the link
 *     NAME.3F8A01     what it leads to
 *     NAME.lock       held by whoever works on the next one
 *
 * Whatever else begins with NAME and a dot is left over from somebody who was killed. */

#include "read-model/generations.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store-error.h"

/* How often a lock that somebody else holds is tried again. */
#define PATIENCE_US 20000

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  int saved_errno = errno;
  DaybookStoreError code = DAYBOOK_STORE_ERROR_IO;

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    code = DAYBOOK_STORE_ERROR_FULL;
  else if (saved_errno == EACCES || saved_errno == EPERM || saved_errno == EROFS)
    code = DAYBOOK_STORE_ERROR_READ_ONLY;

  g_set_error (error, DAYBOOK_STORE_ERROR, code, "%s: %s", path, g_strerror (saved_errno));
  return FALSE;
}

/**
 * daybook_generation_get_current:
 * @path: of the link
 *
 * Returns: (transfer full) (nullable): the file that it leads to; %NULL if there is no link, or it
 *   leads nowhere.
 */
char *
daybook_generation_get_current (const char *path)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = target != NULL ? g_build_filename (folder, target, NULL) : NULL;

  return file != NULL && g_file_test (file, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&file)
                                                                    : NULL;
}

/**
 * daybook_generation_new:
 * @path: of the link
 *
 * Returns: (transfer full): the next generation's file, empty; %NULL on error.
 */
char *
daybook_generation_new (const char  *path,
                        GError     **error)
{
  g_autofree char *file = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (file, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail_errno (file, error);
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&file);
}

/* Removes all generations but this one. Those who have one open keep it until they look again. */
static void
remove_others (const char *path,
               const char *generation)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *kept = g_path_get_basename (generation);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autofree char *lock = g_strconcat (base, ".lock", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_prefix (name, kept) &&
        strcmp (name, lock) != 0)
      {
        g_autofree char *file = g_build_filename (folder, name, NULL);

        g_unlink (file);
      }
}

/* Waits until the disk has it. */
static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (!ok)
    fail_errno (path, error);
  if (fd >= 0)
    close (fd);

  return ok;
}

/**
 * daybook_generation_make_current:
 * @path: of the link
 * @generation: the file that it shall lead to, complete and closed
 *
 * From here on the new generation counts; the others are gone. To be called under the lock.
 *
 * Returns: whether it counts; else nothing has changed.
 */
gboolean
daybook_generation_make_current (const char  *path,
                                 const char  *generation,
                                 GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *target = g_path_get_basename (generation);
  g_autofree char *link = g_strconcat (path, ".link", NULL);

  g_unlink (link);
  if (!sync_path (generation, O_RDWR, error))
    return FALSE;
  if (symlink (target, link) != 0 || g_rename (link, path) != 0)
    return fail_errno (path, error);

  /* What comes before the link's last name is lost with the power at worst: the old one counts. */
  sync_path (folder, O_RDONLY | O_DIRECTORY, NULL);
  remove_others (path, generation);

  return TRUE;
}

/**
 * daybook_generation_lock:
 * @path: of the link
 *
 * Waits until nobody else works on a next generation.
 *
 * Returns: the lock; -1 on error, also if it was cancelled.
 */
int
daybook_generation_lock (const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *file = g_strconcat (path, ".lock", NULL);
  int fd = g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail_errno (file, error);
      return -1;
    }

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      gboolean waits = errno == EWOULDBLOCK || errno == EINTR;

      if (!waits)
        fail_errno (file, error);
      if (!waits || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (fd);
          return -1;
        }
      g_usleep (PATIENCE_US);
    }

  return fd;
}

/**
 * daybook_generation_unlock:
 * @lock: what daybook_generation_lock() gave
 *
 * Lets others have their turn.
 */
void
daybook_generation_unlock (int lock)
{
  close (lock);
}
