/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "date.h"
#include "money.h"

G_BEGIN_DECLS

/**
 * DaybookHeldPoint:
 * @date: a day on which money moved
 * @held: what there was at its end, minor units: what counts
 * @at: where it is between the first day, 0, and today, 1: for drawing
 * @value: as @held, for drawing
 */
typedef struct
{
  DaybookDate date;
  gint64 held;
  double at;
  double value;
} DaybookHeldPoint;

/**
 * DaybookHeldTick:
 * @at: where it is between the first day, 0, and today, 1
 * @label: what stands there
 */
typedef struct
{
  double at;
  char *label;
} DaybookHeldTick;

/**
 * DaybookHeldSeries:
 *
 * What was held from day to day, for a chart: what there was at the end of a day there is until the
 * next day on which money moves, and after the last until today. Never changes.
 */
#define DAYBOOK_TYPE_HELD_SERIES (daybook_held_series_get_type ())
G_DECLARE_FINAL_TYPE (DaybookHeldSeries, daybook_held_series, DAYBOOK, HELD_SERIES, GObject)

DaybookHeldSeries      *daybook_held_series_new             (const GArray        *days,
                                                             DaybookCurrency      currency,
                                                             DaybookDate          today);
gboolean                daybook_held_series_equal           (DaybookHeldSeries   *a,
                                                             DaybookHeldSeries   *b);
const DaybookHeldPoint *daybook_held_series_get_points      (DaybookHeldSeries   *self,
                                                             guint               *n);
const DaybookHeldTick  *daybook_held_series_get_ticks       (DaybookHeldSeries   *self,
                                                             guint               *n);
guint                   daybook_held_series_get_lowest      (DaybookHeldSeries   *self);
guint                   daybook_held_series_get_highest     (DaybookHeldSeries   *self);
char                   *daybook_held_series_amount_text     (DaybookHeldSeries   *self,
                                                             guint                i);
char                   *daybook_held_series_point_text      (DaybookHeldSeries   *self,
                                                             guint                i);
const char             *daybook_held_series_get_description (DaybookHeldSeries   *self);

G_END_DECLS
