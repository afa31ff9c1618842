/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookEntryViewModel:
 *
 * An entry's page. Follows the book: what happens to the entry later is shown when it happens.
 *
 * Properties, all read-only:
 *
 * - `position` (guint64): the entry's number
 * - `title` (text): "Entry 12"
 * - `sentence` (text): what happened
 * - `status` (text): "Reversed by entry 13", or empty
 * - `date` (text): value date
 * - `recorded` (text): when it was written
 * - `actor` (text): who sat at the desk
 * - `remark-title` (text): "Memo" or "Reason"
 * - `remark` (text): what was written to it, or empty
 * - `chain` (text): its place in the chain: the first figures of its hash
 * - `can-correct` (boolean): whether it can be reversed and corrected
 * - `related` (GListModel of DaybookEntryLink): what it was caused by, what it caused, and what was
 *   recorded with it
 * - `related-state` (text): `empty` or `list`
 * - `concerned` (GListModel of DaybookEntryLink): accounts and people
 * - `concerned-state` (text): `empty` or `list`
 */
#define DAYBOOK_TYPE_ENTRY_VIEW_MODEL (daybook_entry_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEntryViewModel, daybook_entry_view_model, DAYBOOK, ENTRY_VIEW_MODEL,
                      GObject)

DaybookEntryViewModel *daybook_entry_view_model_new          (DaybookBookViewModel  *book,
                                                              guint64                position);
guint64                daybook_entry_view_model_get_position (DaybookEntryViewModel *self);
DaybookBookViewModel  *daybook_entry_view_model_get_book     (DaybookEntryViewModel *self);

G_END_DECLS
