/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookEntryRow:
 *
 * One entry as one account sees it: a row of an account's page. Never changes; what it says of the
 * event is read when it is first asked for.
 *
 * Properties, all read-only:
 *
 * - `date` (text): value date, short
 * - `description` (text): what happened, seen from this account
 * - `money-in` (text): empty where money left the account
 * - `money-out` (text): empty where money came in
 * - `balance` (text): after this entry
 * - `remark` (text): "Reversed by entry 12", "Corrected by entry 13", or empty
 */
#define DAYBOOK_TYPE_ENTRY_ROW (daybook_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEntryRow, daybook_entry_row, DAYBOOK, ENTRY_ROW, GObject)

DaybookEntryRow *daybook_entry_row_new          (const DaybookAccountLine    *line,
                                                 const DaybookAccountNumber  *seen_from,
                                                 DaybookCurrency              currency,
                                                 DaybookDate                  today,
                                                 DaybookReadModel            *read_model);
guint64          daybook_entry_row_get_position (DaybookEntryRow             *self);

G_END_DECLS
