/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a chart's points are. Nothing here draws; all of it is computed from a series and a size.
 *
 * The outline goes in steps: money does not grow from one day to the next, it is paid in. Zero is
 * always in the frame, so that an area's height is what it stands for. */

#include "chart-geometry.h"

/**
 * daybook_chart_frame_init:
 * @frame: (out):
 * @width: pixels
 * @height: pixels
 * @mirrored: whether time runs from right to left
 *
 * Makes a frame that @series fits into.
 */
void
daybook_chart_frame_init (DaybookChartFrame *frame,
                          DaybookHeldSeries *series,
                          double             width,
                          double             height,
                          gboolean           mirrored)
{
  const DaybookHeldPoint *points;
  guint n;

  points = daybook_held_series_get_points (series, &n);
  frame->width = MAX (width, 1);
  frame->height = MAX (height, 1);
  frame->low = MIN (points[daybook_held_series_get_lowest (series)].value, 0);
  frame->high = MAX (points[daybook_held_series_get_highest (series)].value, 0);
  if (frame->high <= frame->low)
    frame->high = frame->low + 1;
  frame->mirrored = mirrored;
}

/**
 * daybook_chart_x:
 * @at: from 0, the first day, to 1, today
 *
 * Returns: how far from the left that is.
 */
double
daybook_chart_x (const DaybookChartFrame *frame,
                 double                   at)
{
  return frame->width * (frame->mirrored ? 1 - at : at);
}

/**
 * daybook_chart_y:
 * @value: from the frame's low to its high
 *
 * Returns: how far from the top that is.
 */
double
daybook_chart_y (const DaybookChartFrame *frame,
                 double                   value)
{
  return frame->height * (frame->high - value) / (frame->high - frame->low);
}

static void
add_corner (GArray                  *corners,
            const DaybookChartFrame *frame,
            double                   at,
            double                   value)
{
  DaybookChartCorner corner = { daybook_chart_x (frame, at), daybook_chart_y (frame, value) };

  g_array_append_val (corners, corner);
}

/**
 * daybook_chart_outline:
 *
 * Returns: (transfer full) (element-type DaybookChartCorner): the corners of the line, from the
 *   first day to today.
 */
GArray *
daybook_chart_outline (const DaybookChartFrame *frame,
                       DaybookHeldSeries       *series)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (DaybookChartCorner));
  const DaybookHeldPoint *points;
  guint n;

  points = daybook_held_series_get_points (series, &n);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        add_corner (corners, frame, points[i].at, points[i - 1].value);
      add_corner (corners, frame, points[i].at, points[i].value);
    }
  if (points[n - 1].at < 1)
    add_corner (corners, frame, 1, points[n - 1].value);

  return corners;
}

/**
 * daybook_chart_find:
 * @x: how far from the left, inside the frame or not
 *
 * Returns: the point that counts there: the last that is not later.
 */
guint
daybook_chart_find (const DaybookChartFrame *frame,
                    DaybookHeldSeries       *series,
                    double                   x)
{
  double at = frame->mirrored ? 1 - x / frame->width : x / frame->width;
  const DaybookHeldPoint *points;
  guint n, i;

  points = daybook_held_series_get_points (series, &n);
  for (i = 0; i + 1 < n && points[i + 1].at <= at; i++)
    ;

  return i;
}

/**
 * daybook_chart_stride:
 * @ticks: (array length=n): by day
 * @width: of the frame, pixels
 * @room: what the widest label needs, pixels
 *
 * Returns: 1 if all labels have room beside each other, 2 if every other has, and so on.
 */
guint
daybook_chart_stride (const DaybookHeldTick *ticks,
                      guint                  n,
                      double                 width,
                      double                 room)
{
  guint stride;

  for (stride = 1; stride < n; stride++)
    {
      gboolean fits = TRUE;

      for (guint i = stride; i < n && fits; i += stride)
        fits = (ticks[i].at - ticks[i - stride].at) * width >= room;
      if (fits)
        break;
    }

  return stride;
}
