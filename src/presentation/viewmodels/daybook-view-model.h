/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookDaybookViewModel:
 *
 * The daybook's page: all entries, newest first, or those that were asked for. Looks for them
 * beside everything else and shows them as they are found; follows the book.
 *
 * Properties, writable:
 *
 * - `kind` (guint): which kind of entries, a place in `kinds`; the first is all of them
 * - `who` (text): part of a name, username or number of whom or what they concern
 * - `operator` (text): part of the name of who recorded them
 * - `from`, `until` (text): the first and the last value date
 * - `search` (text): words that occur in them
 *
 * Read-only:
 *
 * - `kinds` (list of DaybookChoice)
 * - `from-error`, `until-error` (text): what is wrong with a day
 * - `filtered` (boolean): whether anything is asked for
 * - `summary` (text): how many there are, and what was asked for; empty if nothing was
 * - `progress` (text): how far it has come; empty once all was looked at
 * - `state` (text): `list`, `looking` while there is nothing yet, `none` if there is nothing
 * - `entries` (list of DaybookDaybookRow)
 */
#define DAYBOOK_TYPE_DAYBOOK_VIEW_MODEL (daybook_daybook_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDaybookViewModel, daybook_daybook_view_model, DAYBOOK,
                      DAYBOOK_VIEW_MODEL, GObject)

DaybookDaybookViewModel *daybook_daybook_view_model_new   (DaybookBookViewModel    *book);
void                     daybook_daybook_view_model_clear (DaybookDaybookViewModel *self);

G_END_DECLS
