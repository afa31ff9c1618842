/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A clock that stands where a test puts it, and ids that count. */

#include "surroundings.h"

#include <string.h>

struct _DaybookTestClock
{
  GObject parent_instance;

  gint64 now;
};

static gint64
daybook_test_clock_get_now (DaybookClock *clock)
{
  return DAYBOOK_TEST_CLOCK (clock)->now;
}

static void
daybook_test_clock_iface_init (DaybookClockInterface *iface)
{
  iface->get_now = daybook_test_clock_get_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookTestClock, daybook_test_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_CLOCK,
                                                      daybook_test_clock_iface_init))

static void
daybook_test_clock_class_init (DaybookTestClockClass *klass)
{
}

static void
daybook_test_clock_init (DaybookTestClock *self)
{
}

DaybookTestClock *
daybook_test_clock_new (const char *iso8601)
{
  DaybookTestClock *self = g_object_new (DAYBOOK_TYPE_TEST_CLOCK, NULL);

  daybook_test_clock_set (self, iso8601);

  return self;
}

void
daybook_test_clock_set (DaybookTestClock *self,
                        const char       *iso8601)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso8601, NULL);

  g_assert_nonnull (time);
  self->now = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

struct _DaybookTestIds
{
  GObject parent_instance;

  guint64 last;
};

static void
daybook_test_ids_make (DaybookIdSource *ids,
                       guint8           id[DAYBOOK_ID_SIZE])
{
  guint64 last = ++DAYBOOK_TEST_IDS (ids)->last;
  guint64 number = GUINT64_TO_BE (last);

  memset (id, 0, DAYBOOK_ID_SIZE);
  memcpy (id + DAYBOOK_ID_SIZE - sizeof number, &number, sizeof number);
}

static void
daybook_test_ids_iface_init (DaybookIdSourceInterface *iface)
{
  iface->make = daybook_test_ids_make;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookTestIds, daybook_test_ids, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_ID_SOURCE,
                                                      daybook_test_ids_iface_init))

static void
daybook_test_ids_class_init (DaybookTestIdsClass *klass)
{
}

static void
daybook_test_ids_init (DaybookTestIds *self)
{
}

DaybookIdSource *
daybook_test_ids_new (void)
{
  return g_object_new (DAYBOOK_TYPE_TEST_IDS, NULL);
}

DaybookDate
day (const char *iso8601)
{
  DaybookDate date = DAYBOOK_DATE_NONE;

  g_assert_true (daybook_date_parse (iso8601, &date));
  return date;
}

DaybookDecimal
decimal (const char *text)
{
  g_autoptr (GError) error = NULL;
  DaybookDecimal result = { 0 };

  daybook_decimal_parse (text, &result, &error);
  g_assert_no_error (error);
  return result;
}
