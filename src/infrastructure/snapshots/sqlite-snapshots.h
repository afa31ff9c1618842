/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/snapshots.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_SQLITE_SNAPSHOTS (daybook_sqlite_snapshots_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSqliteSnapshots, daybook_sqlite_snapshots, DAYBOOK, SQLITE_SNAPSHOTS,
                      GObject)

DaybookSnapshots *daybook_sqlite_snapshots_new (const char *path);

G_END_DECLS
