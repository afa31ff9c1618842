/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookHeldChart:
 *
 * What was held from day to day, drawn. The pointer and the arrow keys go from one change to the
 * next.
 *
 * Properties:
 *
 * - `series` (DaybookHeldSeries): %NULL for nothing
 * - `readout` (text, read-only): what there was, and when, where the pointer or the keyboard is;
 *   or empty
 */
#define DAYBOOK_TYPE_HELD_CHART (daybook_held_chart_get_type ())
G_DECLARE_FINAL_TYPE (DaybookHeldChart, daybook_held_chart, DAYBOOK, HELD_CHART, GtkWidget)

G_END_DECLS
