/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the application asks of its surroundings: what time it is, and ids that nobody has. */

#include "ports/surroundings.h"

G_DEFINE_INTERFACE (DaybookClock, daybook_clock, G_TYPE_OBJECT)
G_DEFINE_INTERFACE (DaybookIdSource, daybook_id_source, G_TYPE_OBJECT)

static void
daybook_clock_default_init (DaybookClockInterface *iface)
{
}

static void
daybook_id_source_default_init (DaybookIdSourceInterface *iface)
{
}

/**
 * daybook_clock_get_now:
 *
 * Returns: µs since 1970-01-01 UTC.
 */
gint64
daybook_clock_get_now (DaybookClock *self)
{
  return DAYBOOK_CLOCK_GET_IFACE (self)->get_now (self);
}

/* Reading a time zone's file takes longer than deciding and recording a command, so the last one
 * is kept. Books are asked for by several threads. */
static GTimeZone *
find_time_zone (const char *name)
{
  static GMutex mutex;
  static char *last_name;
  static GTimeZone *last;
  GTimeZone *zone;

  g_mutex_lock (&mutex);
  if (g_strcmp0 (name, last_name) != 0)
    {
      g_free (last_name);
      g_clear_pointer (&last, g_time_zone_unref);
      last_name = g_strdup (name);
      last = g_time_zone_new_identifier (name);
    }
  zone = last != NULL ? g_time_zone_ref (last) : NULL;
  g_mutex_unlock (&mutex);

  return zone;
}

/**
 * daybook_clock_get_today:
 * @time_zone: a tz database name; one that this machine does not know counts as UTC
 *
 * Returns: the day it is there.
 */
DaybookDate
daybook_clock_get_today (DaybookClock *self,
                         const char   *time_zone)
{
  g_autoptr (GTimeZone) zone = find_time_zone (time_zone);
  gint64 seconds = daybook_clock_get_now (self) / G_USEC_PER_SEC;
  GDate day;

  if (zone != NULL)
    seconds += g_time_zone_get_offset (zone, g_time_zone_find_interval (zone,
                                                                        G_TIME_TYPE_UNIVERSAL,
                                                                        seconds));
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1970);

  return g_date_get_julian (&day) + (DaybookDate) (seconds / (24 * 60 * 60));
}

/**
 * daybook_id_source_make:
 * @id: (out): a time-ordered id that nobody has: made later is greater
 */
void
daybook_id_source_make (DaybookIdSource *self,
                        guint8           id[DAYBOOK_ID_SIZE])
{
  DAYBOOK_ID_SOURCE_GET_IFACE (self)->make (self, id);
}

/**
 * daybook_id_source_make_text:
 *
 * Returns: (transfer full): an id in its text form.
 */
char *
daybook_id_source_make_text (DaybookIdSource *self)
{
  guint8 id[DAYBOOK_ID_SIZE];
  char text[DAYBOOK_ID_TEXT_LENGTH];

  daybook_id_source_make (self, id);
  daybook_id_to_text (id, text);

  return g_strdup (text);
}
