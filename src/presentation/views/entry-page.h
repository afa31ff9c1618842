/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * DaybookEntryPage:
 *
 * An entry: what it says, what it has to do with, and how to mend it.
 *
 * Properties:
 *
 * - `entry` (DaybookEntryViewModel): read-only, as a page is of one, for as long as it is there
 */
#define DAYBOOK_TYPE_ENTRY_PAGE (daybook_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEntryPage, daybook_entry_page, DAYBOOK, ENTRY_PAGE, DaybookPage)

GtkWidget             *daybook_entry_page_new       (DaybookEntryViewModel *entry);
DaybookEntryViewModel *daybook_entry_page_get_entry (DaybookEntryPage      *self);

G_END_DECLS
