/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dispatcher.h"

G_BEGIN_DECLS

/**
 * DaybookUndoPile:
 *
 * What a window recorded and can undo, the last on top. Each thing is known by the number of its
 * first entry.
 */
typedef struct _DaybookUndoPile DaybookUndoPile;

DaybookUndoPile *daybook_undo_pile_new         (void);
void             daybook_undo_pile_free        (DaybookUndoPile       *self);
guint64          daybook_undo_pile_push        (DaybookUndoPile       *self,
                                                const DaybookReceipt  *receipt);
guint64          daybook_undo_pile_get_top     (DaybookUndoPile       *self);
DaybookCommand  *daybook_undo_pile_dup_command (DaybookUndoPile       *self,
                                                guint64                entry,
                                                const char            *reason,
                                                GPtrArray            **events);
void             daybook_undo_pile_remove      (DaybookUndoPile       *self,
                                                guint64                entry);

G_END_DECLS
