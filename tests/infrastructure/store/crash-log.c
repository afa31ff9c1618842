/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a disk may hold after the power failed.
 *
 * The log has every change that was asked of the file system. After a crash, a file is what it was
 * when it was last synced, plus whatever the machine had got round to of the changes since then:
 * none, all, the first few, or any of them in any order, sector by sector, the last sector half
 * written. Each file for itself: nothing orders the changes of one after those of another but a
 * sync.
 *
 * Names are what the folder says, and a folder is a file too: a new file's name and the deletion of
 * an old one are certain once the folder is synced. SQLite does that together with the first sync
 * of a journal or log that it has made, and with deletions where it asks for it. Until then the old
 * file may be back, with what of it was on the disk. */

#include "crash-log.h"

#include <string.h>

#include "fault-vfs.h"

#define SECTOR 512

typedef struct
{
  FaultKind kind;
  char *name;
  guint8 *bytes;
  gint64 offset;
  gint64 size;
} Change;

/* What a name stood for at one time. */
typedef struct
{
  GByteArray *synced;
  GPtrArray *pending; /* Change, lent by the log */
} Version;

typedef struct
{
  GPtrArray *versions; /* Version; the last is the current one, all others are deleted */
  gboolean exists;
  gboolean certain;
} File;

struct _CrashLog
{
  char *first; /* the database's name */
  GPtrArray *changes;
};

static void
free_change (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->bytes);
  g_free (change);
}

static void
free_version (gpointer data)
{
  Version *version = data;

  g_byte_array_unref (version->synced);
  g_ptr_array_unref (version->pending);
  g_free (version);
}

static void
free_file (gpointer data)
{
  File *file = data;

  g_ptr_array_unref (file->versions);
  g_free (file);
}

static void
change_was_made (const FaultChange *change,
                 gpointer           data)
{
  CrashLog *self = data;
  Change *copy = g_new0 (Change, 1);

  copy->kind = change->kind;
  copy->name = g_path_get_basename (change->path);
  copy->offset = change->offset;
  copy->size = change->size;
  if (change->kind == FAULT_WRITE)
    copy->bytes = g_memdup2 (change->bytes, (gsize) change->size);
  g_ptr_array_add (self->changes, copy);
}

/* For the database of that name, whose file is made now: by opening it or before that. */
CrashLog *
crash_log_start (const char *name)
{
  CrashLog *self = g_new0 (CrashLog, 1);

  self->first = g_strdup (name);
  self->changes = g_ptr_array_new_with_free_func (free_change);
  fault_vfs_watch (change_was_made, self);

  return self;
}

void
crash_log_stop (CrashLog *self)
{
  fault_vfs_watch (NULL, NULL);
}

void
crash_log_free (CrashLog *self)
{
  crash_log_stop (self);
  g_ptr_array_unref (self->changes);
  g_free (self->first);
  g_free (self);
}

guint
crash_log_get_length (CrashLog *self)
{
  return self->changes->len;
}

gboolean
crash_log_is_sync (CrashLog *self,
                   guint     index)
{
  return ((Change *) self->changes->pdata[index])->kind == FAULT_SYNC;
}

/* Gives the version that is written to; makes the file if there is none. */
static Version *
current_version (File *file)
{
  Version *version;

  if (file->exists)
    return file->versions->pdata[file->versions->len - 1];

  version = g_new0 (Version, 1);
  version->synced = g_byte_array_new ();
  version->pending = g_ptr_array_new ();
  g_ptr_array_add (file->versions, version);
  file->exists = TRUE;
  return version;
}

static File *
find_file (GHashTable *files,
           const char *name)
{
  File *file = g_hash_table_lookup (files, name);

  if (file == NULL)
    {
      file = g_new0 (File, 1);
      file->versions = g_ptr_array_new_with_free_func (free_version);
      g_hash_table_insert (files, (char *) name, file);
    }

  return file;
}

static void
resize (GByteArray *bytes,
        gsize       size)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (bytes->len > before)
    memset (bytes->data + before, 0, bytes->len - before);
}

static void
put (GByteArray   *bytes,
     const Change *change,
     gint64        from,
     gint64        size)
{
  if (bytes->len < change->offset + from + size)
    resize (bytes, (gsize) (change->offset + from + size));
  memcpy (bytes->data + change->offset + from, change->bytes + from, (gsize) size);
}

static void
apply (GByteArray   *bytes,
       const Change *change)
{
  if (change->kind == FAULT_TRUNCATE)
    resize (bytes, (gsize) change->size);
  else
    put (bytes, change, 0, change->size);
}

/* All names are now what they are: deleted files stay deleted. */
static void
sync_folder (GHashTable *files)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      File *file = value;
      guint n_deleted = file->versions->len - (file->exists ? 1 : 0);

      if (n_deleted > 0)
        g_ptr_array_remove_range (file->versions, 0, n_deleted);
      file->certain = file->exists;
    }
}

static void
play (GHashTable   *files,
      const Change *change)
{
  File *file = find_file (files, change->name);
  Version *version;

  switch (change->kind)
    {
    case FAULT_DELETE:
      file->exists = FALSE;
      file->certain = FALSE;
      if (change->size != 0)
        sync_folder (files);
      break;

    case FAULT_SYNC:
      version = current_version (file);
      for (guint i = 0; i < version->pending->len; i++)
        apply (version->synced, version->pending->pdata[i]);
      g_ptr_array_set_size (version->pending, 0);
      if (!file->certain &&
          (g_str_has_suffix (change->name, "-wal") || g_str_has_suffix (change->name, "-journal")))
        sync_folder (files);
      break;

    case FAULT_WRITE:
    case FAULT_TRUNCATE:
    default:
      g_ptr_array_add (current_version (file)->pending, (gpointer) change);
      break;
    }
}

static gboolean
toss (void)
{
  return g_test_rand_int_range (0, 2) == 1;
}

/* Of the last change that was made, any sector may be missing, and the last one half garbage. */
static void
tear (GByteArray   *bytes,
      const Change *change,
      gboolean      last)
{
  gint64 size;

  if (change->kind == FAULT_TRUNCATE)
    {
      if (toss ())
        apply (bytes, change);
      return;
    }

  for (gint64 from = 0; from < change->size; from += size)
    {
      size = MIN (SECTOR - (change->offset + from) % SECTOR, change->size - from);
      if (last && from + size == change->size)
        {
          put (bytes, change, from, size);
          for (gint64 i = size / 2; i < size; i++)
            bytes->data[change->offset + from + i] = (guint8) g_test_rand_int ();
        }
      else if (toss ())
        put (bytes, change, from, size);
    }
}

/* The changes that nobody waited for, as far as they came. */
static void
apply_some (GByteArray *bytes,
            GPtrArray  *pending)
{
  guint n = pending->len;
  guint certain = 0;
  gboolean torn = FALSE;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0: /* nothing */
      return;
    case 1: /* everything */
      certain = n;
      break;
    case 2: /* the first few */
    case 3: /* the first few, and one half */
      certain = (guint) g_test_rand_int_range (0, (int) n + 1);
      torn = certain < n && toss ();
      break;
    default: /* any of them */
      for (guint i = 0; i < n; i++)
        if (toss ())
          apply (bytes, pending->pdata[i]);
        else if (toss ())
          tear (bytes, pending->pdata[i], i + 1 == n && toss ());
      return;
    }

  for (guint i = 0; i < certain; i++)
    apply (bytes, pending->pdata[i]);
  if (torn)
    tear (bytes, pending->pdata[certain], TRUE);
}

static void
write_file (File       *file,
            const char *name,
            const char *folder)
{
  guint n = file->versions->len;
  /* Where the name is uncertain, it may stand for what is deleted, or for nothing. */
  guint chosen = file->exists && file->certain ? n - 1
                                               : (guint) g_test_rand_int_range (0, (int) n + 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Version *version;

  if (chosen >= n)
    return;

  version = file->versions->pdata[chosen];
  g_byte_array_append (bytes, version->synced->data, version->synced->len);
  if (version->pending->len > 0)
    apply_some (bytes, version->pending);
  g_assert_true (g_file_set_contents_full (path, (char *) bytes->data, bytes->len,
                                           G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

/* Writes into an empty folder what may be left if the power fails when the first @length changes
 * have been asked for. Drawn by GTest's random numbers: its `--seed` gives the same again. */
void
crash_log_materialise (CrashLog   *self,
                       guint       length,
                       const char *folder)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_file);
  GHashTableIter iter;
  gpointer name, file;

  current_version (find_file (files, self->first));
  for (guint i = 0; i < length; i++)
    play (files, self->changes->pdata[i]);

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &file))
    write_file (file, name, folder);
}
