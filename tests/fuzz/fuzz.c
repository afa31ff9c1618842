/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all fuzzers share: that a warning is a crash, where files go, how an input falls into parts.
 *
 * Inputs are text as far as they can be, so that the kept ones can be read, and written by hand. */

/* memmem() */
#define _GNU_SOURCE

#include "fuzz.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How GLib ends a program after a warning. libFuzzer keeps the input of those that abort. */
static void
trapped_cb (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  signal (SIGTRAP, trapped_cb);

  return 0;
}

static char *folder;

static void
remove_folder (void)
{
  fuzz_empty_folder ();
  g_rmdir (folder);
  g_free (folder);
}

/* Path of a file in a folder of the process's own, in memory if there is such a place: a disk would
 * be waited for in each run. The folder goes when the process ends well. */
char *
fuzz_path (const char *name)
{
  const char *place = g_getenv ("TMPDIR");

  if (folder == NULL)
    {
      if (place == NULL)
        place = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
      folder = g_build_filename (place, "daybook-fuzz-XXXXXX", NULL);
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_folder);
    }

  return g_build_filename (folder, name, NULL);
}

/* How many files there are in the folder. */
guint
fuzz_count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

void
fuzz_empty_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* Takes what stands before @mark, or all there is, off the front of an input; the mark goes too.
 * Bytes behind a zero are lost, as in every text. */
char *
fuzz_cut (const uint8_t **data,
          size_t         *size,
          const char     *mark)
{
  const uint8_t *found = memmem (*data, *size, mark, strlen (mark));
  size_t length = found != NULL ? (size_t) (found - *data) : *size;
  char *part = g_strndup ((const char *) *data, length);

  if (found != NULL)
    length += strlen (mark);
  *data += length;
  *size -= length;

  return part;
}
