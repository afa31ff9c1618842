/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookChartFrame:
 * @width: pixels
 * @height: pixels
 * @low: the value at the bottom, not above 0
 * @high: the value at the top, not below 0, and above @low
 * @mirrored: whether time runs from right to left
 *
 * Where a chart is drawn, and what fits into it.
 */
typedef struct
{
  double width;
  double height;
  double low;
  double high;
  gboolean mirrored;
} DaybookChartFrame;

/**
 * DaybookChartCorner:
 *
 * A corner of a chart's outline, in pixels from the upper left of its frame.
 */
typedef struct
{
  double x;
  double y;
} DaybookChartCorner;

void    daybook_chart_frame_init (DaybookChartFrame       *frame,
                                  DaybookHeldSeries       *series,
                                  double                   width,
                                  double                   height,
                                  gboolean                 mirrored);
double  daybook_chart_x          (const DaybookChartFrame *frame,
                                  double                   at);
double  daybook_chart_y          (const DaybookChartFrame *frame,
                                  double                   value);
GArray *daybook_chart_outline    (const DaybookChartFrame *frame,
                                  DaybookHeldSeries       *series);
guint   daybook_chart_find       (const DaybookChartFrame *frame,
                                  DaybookHeldSeries       *series,
                                  double                   x);
guint   daybook_chart_stride     (const DaybookHeldTick   *ticks,
                                  guint                    n,
                                  double                   width,
                                  double                   room);

G_END_DECLS
