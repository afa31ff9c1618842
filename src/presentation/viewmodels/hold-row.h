/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"
#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookHoldRow:
 *
 * Money that is set aside, in a list. Never changes.
 *
 * Properties, all read-only:
 *
 * - `entry` (guint64): the number of the entry that placed it, by which it is released and paid out
 * - `amount` (text)
 * - `reason` (text): what the money is set aside for
 * - `days` (text): since when, and when it ends by itself, if it does
 */
#define DAYBOOK_TYPE_HOLD_ROW (daybook_hold_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookHoldRow, daybook_hold_row, DAYBOOK, HOLD_ROW, DaybookRow)

DaybookHoldRow *daybook_hold_row_new       (const DaybookHoldFigures *figures,
                                            DaybookCurrency           currency,
                                            DaybookDate               today);
guint64         daybook_hold_row_get_entry (DaybookHoldRow           *self);

G_END_DECLS
