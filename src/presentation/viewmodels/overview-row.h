/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookOverviewRow:
 *
 * A line of the overview: an account that needs attention, or what there is in one more currency.
 * Never changes.
 *
 * Properties, all read-only:
 *
 * - `key` (guint): of the account; 0 for a currency
 * - `title` (text): whose account, or which currency
 * - `caption` (text): what is the matter, or where the money is
 * - `figure` (text): the balance, or what is held
 */
#define DAYBOOK_TYPE_OVERVIEW_ROW (daybook_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOverviewRow, daybook_overview_row, DAYBOOK, OVERVIEW_ROW, DaybookRow)

DaybookOverviewRow *daybook_overview_row_new     (guint               key,
                                                  char               *title,
                                                  char               *caption,
                                                  char               *figure);
guint               daybook_overview_row_get_key (DaybookOverviewRow *self);

G_END_DECLS
