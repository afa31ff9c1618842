/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was held from day to day, ready to be drawn and to be read aloud. */

#include "held-series.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "money-text.h"
#include "ports/read-model.h"

/* Below two months there are too few months to stand below an axis. */
#define SHORT_DAYS 62

struct _DaybookHeldSeries
{
  GObject parent_instance;

  DaybookCurrency currency;
  DaybookDate today;
  GArray *points;
  GArray *ticks;
  guint lowest;
  guint highest;
  char *description;
};

G_DEFINE_FINAL_TYPE (DaybookHeldSeries, daybook_held_series, G_TYPE_OBJECT)

#define POINT(self, i) (&g_array_index ((self)->points, DaybookHeldPoint, (i)))

static void
clear_tick (gpointer data)
{
  g_free (((DaybookHeldTick *) data)->label);
}

static double
place (DaybookHeldSeries *self,
       DaybookDate        date)
{
  DaybookDate from = POINT (self, 0)->date;

  return (double) (date - from) / (self->today - from);
}

static void
add_tick (DaybookHeldSeries *self,
          DaybookDate        date,
          char              *label)
{
  DaybookHeldTick tick = { place (self, date), label };

  g_array_append_val (self->ticks, tick);
}

/* The first day of each month, or of a short time its first day and today. */
static void
add_ticks (DaybookHeldSeries *self)
{
  DaybookDate from = POINT (self, 0)->date;
  GDate day;

  if (self->today - from < SHORT_DAYS)
    {
      add_tick (self, from, daybook_date_text_short (from, self->today));
      add_tick (self, self->today, daybook_date_text_short (self->today, self->today));
      return;
    }

  g_date_clear (&day, 1);
  g_date_set_julian (&day, from);
  if (g_date_get_day (&day) > 1)
    {
      g_date_set_day (&day, 1);
      g_date_add_months (&day, 1);
    }
  for (; g_date_get_julian (&day) <= self->today; g_date_add_months (&day, 1))
    add_tick (self, g_date_get_julian (&day), daybook_date_text_month (g_date_get_julian (&day)));
}

/* Days without money in front are left out: a book begins with its first entry. */
static void
add_points (DaybookHeldSeries *self,
            const GArray      *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const DaybookHeldDay *day = &g_array_index (days, DaybookHeldDay, i);
      DaybookHeldPoint point = { .date = day->date, .held = day->held, .value = day->held };

      if (self->points->len > 0 || day->held != 0)
        g_array_append_val (self->points, point);
    }

  for (guint i = 0; i < self->points->len; i++)
    {
      if (POINT (self, i)->held < POINT (self, self->lowest)->held)
        self->lowest = i;
      if (POINT (self, i)->held > POINT (self, self->highest)->held)
        self->highest = i;
      if (self->today > POINT (self, 0)->date)
        POINT (self, i)->at = place (self, POINT (self, i)->date);
    }
}

static char *
describe (DaybookHeldSeries *self)
{
  guint last = self->points->len - 1;
  g_autofree char *first_amount = daybook_held_series_amount_text (self, 0);
  g_autofree char *first_day = daybook_date_text (POINT (self, 0)->date);
  g_autofree char *last_amount = daybook_held_series_amount_text (self, last);
  g_autofree char *low_amount = daybook_held_series_amount_text (self, self->lowest);
  g_autofree char *low_day = daybook_date_text (POINT (self, self->lowest)->date);
  g_autofree char *high_amount = daybook_held_series_amount_text (self, self->highest);
  g_autofree char *high_day = daybook_date_text (POINT (self, self->highest)->date);

  /* Translators: a chart in words, with amounts and days: at first, today, the least, the most. */
  return daybook_compose (_("From %1$s on %2$s to %3$s today. Lowest: %4$s on %5$s. "
                            "Highest: %6$s on %7$s."),
                          first_amount, first_day, last_amount, low_amount, low_day, high_amount,
                          high_day);
}

static void
daybook_held_series_finalize (GObject *object)
{
  DaybookHeldSeries *self = DAYBOOK_HELD_SERIES (object);

  g_array_unref (self->points);
  g_array_unref (self->ticks);
  g_free (self->description);

  G_OBJECT_CLASS (daybook_held_series_parent_class)->finalize (object);
}

static void
daybook_held_series_class_init (DaybookHeldSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_held_series_finalize;
}

static void
daybook_held_series_init (DaybookHeldSeries *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (DaybookHeldPoint));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (DaybookHeldTick));
  g_array_set_clear_func (self->ticks, clear_tick);
}

/**
 * daybook_held_series_new:
 * @days: (element-type DaybookHeldDay): as the read model gives them, none after @today
 * @currency: in which
 *
 * Returns: (transfer full) (nullable): what there is to draw; %NULL if that is less than two days.
 */
DaybookHeldSeries *
daybook_held_series_new (const GArray    *days,
                         DaybookCurrency  currency,
                         DaybookDate      today)
{
  g_autoptr (DaybookHeldSeries) self = g_object_new (DAYBOOK_TYPE_HELD_SERIES, NULL);

  self->currency = currency;
  self->today = today;
  add_points (self, days);
  if (self->points->len == 0 || POINT (self, 0)->date >= today)
    return NULL;

  add_ticks (self);
  self->description = describe (self);
  return g_steal_pointer (&self);
}

/**
 * daybook_held_series_equal:
 * @a: (nullable):
 * @b: (nullable):
 *
 * Returns: whether both would be drawn alike.
 */
gboolean
daybook_held_series_equal (DaybookHeldSeries *a,
                           DaybookHeldSeries *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->today != b->today || !daybook_currency_equal (a->currency, b->currency) ||
      a->points->len != b->points->len)
    return FALSE;

  for (guint i = 0; i < a->points->len; i++)
    if (POINT (a, i)->date != POINT (b, i)->date || POINT (a, i)->held != POINT (b, i)->held)
      return FALSE;

  return TRUE;
}

/**
 * daybook_held_series_get_points:
 * @n: (out): how many there are, at least one
 *
 * Returns: (transfer none) (array length=n): the points, by day.
 */
const DaybookHeldPoint *
daybook_held_series_get_points (DaybookHeldSeries *self,
                                guint             *n)
{
  *n = self->points->len;
  return (const DaybookHeldPoint *) (gpointer) self->points->data;
}

/**
 * daybook_held_series_get_ticks:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what stands below the axis, by day.
 */
const DaybookHeldTick *
daybook_held_series_get_ticks (DaybookHeldSeries *self,
                               guint             *n)
{
  *n = self->ticks->len;
  return (const DaybookHeldTick *) (gpointer) self->ticks->data;
}

/**
 * daybook_held_series_get_lowest:
 *
 * Returns: which point is the first of the lowest.
 */
guint
daybook_held_series_get_lowest (DaybookHeldSeries *self)
{
  return self->lowest;
}

/**
 * daybook_held_series_get_highest:
 *
 * Returns: which point is the first of the highest.
 */
guint
daybook_held_series_get_highest (DaybookHeldSeries *self)
{
  return self->highest;
}

/**
 * daybook_held_series_amount_text:
 * @i: a point
 *
 * Returns: (transfer full): what there was.
 */
char *
daybook_held_series_amount_text (DaybookHeldSeries *self,
                                 guint              i)
{
  return daybook_money_text (POINT (self, i)->held, self->currency);
}

/**
 * daybook_held_series_point_text:
 * @i: a point
 *
 * Returns: (transfer full): what there was, and when.
 */
char *
daybook_held_series_point_text (DaybookHeldSeries *self,
                                guint              i)
{
  g_autofree char *amount = daybook_held_series_amount_text (self, i);
  g_autofree char *day = daybook_date_text (POINT (self, i)->date);

  /* Translators: an amount, and the day at whose end it was held. */
  return daybook_compose (_("%1$s on %2$s"), amount, day);
}

/**
 * daybook_held_series_get_description:
 *
 * Returns: (transfer none): all of it in words, for those who do not see it.
 */
const char *
daybook_held_series_get_description (DaybookHeldSeries *self)
{
  return self->description;
}
