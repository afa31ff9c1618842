/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that fails on demand: SQLite's own file system, except that the n-th change from now
 * (write, sync, truncate) and all after it fail with a code of the test's choice. */

#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs fault_vfs;
static sqlite3_io_methods methods[2];
static int left = -1;
static int fault_code;
static gboolean struck;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

/* Gives the code of the fault, if it is time. */
static int
strike (void)
{
  if (left < 0)
    return SQLITE_OK;
  if (left > 0)
    {
      left--;
      return SQLITE_OK;
    }

  struck = TRUE;
  return fault_code;
}

static int
fault_write (sqlite3_file *file,
             const void   *bytes,
             int           n,
             sqlite3_int64 offset)
{
  int code = strike ();

  return code ? code : real (file)->pMethods->xWrite (real (file), bytes, n, offset);
}

static int
fault_truncate (sqlite3_file *file,
                sqlite3_int64 size)
{
  int code = strike ();

  return code ? code : real (file)->pMethods->xTruncate (real (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  int code = strike ();

  return code ? code : real (file)->pMethods->xSync (real (file), flags);
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
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* The @nth change from now fails (0 is the next), and so do all after it. */
void
fault_vfs_arm (int nth,
               int code)
{
  left = nth;
  fault_code = code;
  struck = FALSE;
}

/* Gives whether anything failed. */
gboolean
fault_vfs_disarm (void)
{
  left = -1;
  return struck;
}
