/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookOverviewViewModel:
 *
 * The overview of a book: what there is, what today has brought, what needs attention.
 *
 * Properties, read-only unless said otherwise. Figures are in the home currency.
 *
 * - `shown` (boolean, writable): whether anybody looks at it; nothing is read while nobody does
 * - `state` (text): `empty` (the book has no accounts) or `figures`
 * - `held` (text): what all accounts together have
 * - `cash`, `bank` (text): where it is
 * - `money-in`, `money-out` (text): what today has brought, by value date
 * - `accounts` (text): how many are open
 * - `people` (text): how many there are
 * - `others` (GListModel of DaybookOverviewRow): all of that in each other currency, by code
 * - `others-state` (text): `empty` or `list`
 * - `attention` (GListModel of DaybookOverviewRow): accounts to look at, the gravest first; a
 *   moment later than the figures
 * - `attention-state` (text): `reading`, `empty` or `list`
 * - `more` (text): that there are more of those than are listed, or empty
 * - `currencies` (GListModel of DaybookChoice): what there can be a chart of, the home currency
 *   first
 * - `currency` (guint, writable): which of them it is of
 * - `chart-state` (text): `empty` (there is too little to draw) or `chart`
 * - `series` (DaybookHeldSeries): what was held in the last twelve months; %NULL if there is too
 *   little
 */
#define DAYBOOK_TYPE_OVERVIEW_VIEW_MODEL (daybook_overview_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOverviewViewModel, daybook_overview_view_model, DAYBOOK,
                      OVERVIEW_VIEW_MODEL, GObject)

DaybookOverviewViewModel *daybook_overview_view_model_new (DaybookBookViewModel *book);

G_END_DECLS
