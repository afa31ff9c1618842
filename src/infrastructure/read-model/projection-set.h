/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "read-model/projection.h"

G_BEGIN_DECLS

/**
 * DaybookCheckpoint:
 * @position: the last entry that was worked in; 0 for none
 * @hash: its hash
 *
 * How far a read model has come, and in which book.
 */
typedef struct
{
  guint64 position;
  guint8 hash[DAYBOOK_HASH_SIZE];
} DaybookCheckpoint;

/**
 * DaybookProjectionSet:
 *
 * All projections of one read model's file, and its checkpoint.
 */
typedef struct _DaybookProjectionSet DaybookProjectionSet;

gboolean                 daybook_projection_set_create         (sqlite3               *db,
                                                                GError               **error);
gboolean                 daybook_projection_set_is_current     (sqlite3               *db);
gboolean                 daybook_projection_set_create_indexes (sqlite3               *db,
                                                                GError               **error);
DaybookProjectionSet    *daybook_projection_set_open           (sqlite3               *db,
                                                                GError               **error);
void                     daybook_projection_set_close          (DaybookProjectionSet  *self);
gboolean                 daybook_projection_set_load           (DaybookProjectionSet  *self,
                                                                GError               **error);
const DaybookCheckpoint *daybook_projection_set_get_checkpoint (DaybookProjectionSet  *self);
gboolean                 daybook_projection_set_apply          (DaybookProjectionSet  *self,
                                                                const DaybookEntry    *entry,
                                                                DaybookTouched        *touched,
                                                                GError               **error);
gboolean                 daybook_projection_set_flush          (DaybookProjectionSet  *self,
                                                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookProjectionSet, daybook_projection_set_close)

G_END_DECLS
