/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that fails on demand: SQLite's own file system, except that the n-th change from now (or
 * the n-th of some kinds), and if wanted all after it, fail with a code of the test's choice. What
 * is changed can be watched, and nothing need wait for the real disk: no test pulls the plug. */

#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
  const char *path; /* SQLite keeps it as long as the file is open */
} FaultFile;

static sqlite3_vfs fault_vfs;
static sqlite3_io_methods methods[2];
static int left = -1;
static guint armed_kinds;
static int fault_code;
static gboolean fault_once;
static guint n_struck;
static FaultVfsWatch watch;
static gpointer watch_data;
static gboolean reaches_disk = TRUE;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

/* "Input/output error", as the system would give it for that call. */
static int
io_error (FaultKind kind)
{
  switch (kind)
    {
    case FAULT_WRITE:
      return SQLITE_IOERR_WRITE;
    case FAULT_SYNC:
      return SQLITE_IOERR_FSYNC;
    case FAULT_TRUNCATE:
      return SQLITE_IOERR_TRUNCATE;
    case FAULT_DELETE:
    default:
      return SQLITE_IOERR_DELETE;
    }
}

/* Gives the code of the fault, if it is time. */
static int
strike (FaultKind kind)
{
  if (left < 0 || (kind & armed_kinds) == 0)
    return SQLITE_OK;
  if (left > 0)
    {
      left--;
      return SQLITE_OK;
    }

  n_struck++;
  if (fault_once)
    left = -1;
  return fault_code == SQLITE_IOERR ? io_error (kind) : fault_code;
}

/* What the watcher is told is about to happen, and will. */
static int
about_to (FaultKind     kind,
          const char   *path,
          const void   *bytes,
          gint64        offset,
          gint64        size)
{
  const FaultChange change = { kind, path, bytes, offset, size };
  int code = strike (kind);

  if (code == SQLITE_OK && watch != NULL && path != NULL)
    watch (&change, watch_data);

  return code;
}

static int
fault_write (sqlite3_file *file,
             const void   *bytes,
             int           n,
             sqlite3_int64 offset)
{
  int code = about_to (FAULT_WRITE, ((FaultFile *) file)->path, bytes, offset, n);

  return code ? code : real (file)->pMethods->xWrite (real (file), bytes, n, offset);
}

static int
fault_truncate (sqlite3_file *file,
                sqlite3_int64 size)
{
  int code = about_to (FAULT_TRUNCATE, ((FaultFile *) file)->path, NULL, 0, size);

  return code ? code : real (file)->pMethods->xTruncate (real (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  int code = about_to (FAULT_SYNC, ((FaultFile *) file)->path, NULL, 0, 0);

  return code || !reaches_disk ? code : real (file)->pMethods->xSync (real (file), flags);
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *path,
              int          sync_folder)
{
  sqlite3_vfs *below = vfs->pAppData;
  int code = about_to (FAULT_DELETE, path, NULL, 0, sync_folder);

  return code ? code : below->xDelete (below, path, sync_folder && reaches_disk);
}

static int
fault_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
fault_read (sqlite3_file *file,
            void         *bytes,
            int           n,
            sqlite3_int64 offset)
{
  return real (file)->pMethods->xRead (real (file), bytes, n, offset);
}

static int
fault_size (sqlite3_file  *file,
            sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           lock)
{
  return real (file)->pMethods->xLock (real (file), lock);
}

static int
fault_unlock (sqlite3_file *file,
              int           lock)
{
  return real (file)->pMethods->xUnlock (real (file), lock);
}

static int
fault_check_lock (sqlite3_file *file,
                  int          *locked)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), locked);
}

static int
fault_control (sqlite3_file *file,
               int           op,
               void         *argument)
{
  return real (file)->pMethods->xFileControl (real (file), op, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static int
fault_shm_map (sqlite3_file   *file,
               int             page,
               int             size,
               int             extend,
               void volatile **memory)
{
  return real (file)->pMethods->xShmMap (real (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  return real (file)->pMethods->xShmLock (real (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           remove)
{
  return real (file)->pMethods->xShmUnmap (real (file), remove);
}

static const sqlite3_io_methods all_methods = {
  .iVersion = 2,
  .xClose = fault_close, .xRead = fault_read, .xWrite = fault_write,
  .xTruncate = fault_truncate, .xSync = fault_sync, .xFileSize = fault_size,
  .xLock = fault_lock, .xUnlock = fault_unlock, .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control, .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics, .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock, .xShmBarrier = fault_shm_barrier, .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs      *vfs,
            sqlite3_filename  name,
            sqlite3_file     *file,
            int               flags,
            int              *flags_out)
{
  sqlite3_vfs *below = vfs->pAppData;
  FaultFile *fault = (FaultFile *) file;
  int code;

  fault->real = (sqlite3_file *) (fault + 1);
  fault->path = name;
  code = below->xOpen (below, name, fault->real, flags, flags_out);
  /* SQLite closes what has methods, so a file that did not open must have none. */
  file->pMethods = NULL;
  if (fault->real->pMethods != NULL)
    {
      methods[0] = all_methods;
      methods[1] = all_methods;
      methods[1].iVersion = 1;
      file->pMethods = &methods[fault->real->pMethods->iVersion < 2];
    }

  return code;
}

/* From here on every connection of this process goes through it. */
void
fault_vfs_register (void)
{
  sqlite3_vfs *below = sqlite3_vfs_find (NULL);

  fault_vfs = *below;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile) + below->szOsFile;
  fault_vfs.pAppData = below;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* The @nth change from now fails (0 is the next), and so do all after it. */
void
fault_vfs_arm (int nth,
               int code)
{
  fault_vfs_arm_kinds (FAULT_WRITE | FAULT_SYNC | FAULT_TRUNCATE, nth, code, FALSE);
}

/* The @nth change of these @kinds fails, @once or from then on; %SQLITE_IOERR stands for the
 * extended code that belongs to the kind. */
void
fault_vfs_arm_kinds (guint    kinds,
                     int      nth,
                     int      code,
                     gboolean once)
{
  left = nth;
  armed_kinds = kinds;
  fault_code = code;
  fault_once = once;
  n_struck = 0;
}

/* Gives how often something has failed since the disk was armed. */
guint
fault_vfs_count_struck (void)
{
  return n_struck;
}

/* Gives whether anything failed. */
gboolean
fault_vfs_disarm (void)
{
  left = -1;
  return n_struck > 0;
}

/* Tells @func of each change that is not refused, before it is made; %NULL to tell nobody. */
void
fault_vfs_watch (FaultVfsWatch func,
                 gpointer      data)
{
  watch = func;
  watch_data = data;
}

/* Syncs are counted, may fail and are told as ever, but nobody waits for a disk. */
void
fault_vfs_skip_disk (void)
{
  reaches_disk = FALSE;
}
