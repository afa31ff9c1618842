/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What changes a file. */
typedef enum
{
  FAULT_WRITE = 1,
  FAULT_SYNC = 2,
  FAULT_TRUNCATE = 4,
  FAULT_DELETE = 8,
} FaultKind;

/**
 * FaultChange:
 * @bytes: of a write
 * @offset: of a write
 * @size: number of bytes of a write; new size of what is truncated; of a deletion, whether the
 *   folder is synced with it
 */
typedef struct
{
  FaultKind kind;
  const char *path;
  const void *bytes;
  gint64 offset;
  gint64 size;
} FaultChange;

typedef void (*FaultVfsWatch) (const FaultChange *change,
                               gpointer           data);

void     fault_vfs_register     (void);
void     fault_vfs_arm          (int            nth,
                                 int            code);
void     fault_vfs_arm_kinds    (guint          kinds,
                                 int            nth,
                                 int            code,
                                 gboolean       once);
guint    fault_vfs_count_struck (void);
gboolean fault_vfs_disarm       (void);
void     fault_vfs_watch        (FaultVfsWatch  func,
                                 gpointer       data);
void     fault_vfs_skip_disk    (void);

G_END_DECLS
