/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"
#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookDaybookRow:
 *
 * One entry in the daybook, as a plain sentence. Never changes.
 *
 * Properties, all read-only:
 *
 * - `position` (guint64): the entry's number
 * - `number` (text): the same, to show
 * - `date` (text): value date, short
 * - `recorded` (text): when it was written
 * - `sentence` (text): what happened
 * - `actor` (text): who sat at the desk
 */
#define DAYBOOK_TYPE_DAYBOOK_ROW (daybook_daybook_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDaybookRow, daybook_daybook_row, DAYBOOK, DAYBOOK_ROW, DaybookRow)

DaybookDaybookRow *daybook_daybook_row_new (const DaybookEntry *entry,
                                            DaybookDate         today,
                                            DaybookReadModel   *names);

G_END_DECLS
