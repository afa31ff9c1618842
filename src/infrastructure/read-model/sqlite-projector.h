/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_SQLITE_PROJECTOR (daybook_sqlite_projector_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSqliteProjector, daybook_sqlite_projector, DAYBOOK, SQLITE_PROJECTOR,
                      GObject)

DaybookProjector *daybook_sqlite_projector_new            (const char             *path,
                                                           DaybookEventStore      *store);
void              daybook_sqlite_projector_set_batch_size (DaybookSqliteProjector *self,
                                                           guint                   n_entries);

G_END_DECLS
