/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookBookPropertiesViewModel:
 *
 * What there is to know of a book as a whole. Follows the book.
 *
 * Properties, all read-only and texts:
 *
 * - `name`: the book's
 * - `currency`: its home currency
 * - `other-currencies`: those that it took on since, or empty
 * - `entries`, `people`, `accounts`: how many
 * - `first-entry`, `last-entry`: when they were recorded, or empty
 * - `path`: where its file is
 * - `size`: of its file
 * - `checked`: what verifying it has shown since it was opened, or that nobody did
 * - `closed-until`: the last day of the last closed period, or empty
 * - `seal`: of the last closed period, or empty
 */
#define DAYBOOK_TYPE_BOOK_PROPERTIES_VIEW_MODEL (daybook_book_properties_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBookPropertiesViewModel, daybook_book_properties_view_model, DAYBOOK,
                      BOOK_PROPERTIES_VIEW_MODEL, GObject)

DaybookBookPropertiesViewModel *
daybook_book_properties_view_model_new (DaybookBookViewModel *book);

G_END_DECLS
