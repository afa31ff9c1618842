/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The machine's clock, and ids made from it.
 *
 * Ids are UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then a counter that makes
 * ids of one millisecond ascend, then chance. Ascending ids keep indexes small and quick. */

#include "system/system-clock.h"

#include <openssl/rand.h>

struct _DaybookSystemClock
{
  GObject parent_instance;
};

static gint64
daybook_system_clock_get_now (DaybookClock *clock)
{
  return g_get_real_time ();
}

static void
daybook_system_clock_iface_init (DaybookClockInterface *iface)
{
  iface->get_now = daybook_system_clock_get_now;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSystemClock, daybook_system_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_CLOCK,
                                                      daybook_system_clock_iface_init))

static void
daybook_system_clock_class_init (DaybookSystemClockClass *klass)
{
}

static void
daybook_system_clock_init (DaybookSystemClock *self)
{
}

/**
 * daybook_system_clock_new:
 *
 * Returns: (transfer full): the machine's clock.
 */
DaybookClock *
daybook_system_clock_new (void)
{
  return g_object_new (DAYBOOK_TYPE_SYSTEM_CLOCK, NULL);
}

struct _DaybookUuidSource
{
  GObject parent_instance;

  GMutex mutex;
  guint64 last;
};

/* Milliseconds and, below them, a counter of 12 bits; always greater, also if the clock is not. */
static guint64
next_instant (DaybookUuidSource *self)
{
  guint64 instant = (guint64) (g_get_real_time () / 1000) << 12;

  g_mutex_lock (&self->mutex);
  self->last = MAX (self->last + 1, instant);
  instant = self->last;
  g_mutex_unlock (&self->mutex);

  return instant;
}

static void
daybook_uuid_source_make (DaybookIdSource *source,
                          guint8           id[DAYBOOK_ID_SIZE])
{
  guint64 instant = next_instant (DAYBOOK_UUID_SOURCE (source));
  int ok = RAND_bytes (id + 8, 8);

  /* Without chance two desks could make the same id. */
  g_assert (ok == 1);

  for (int i = 5; i >= 0; i--)
    id[i] = (instant >> (12 + 8 * (5 - i))) & 0xff;
  id[6] = 0x70 | ((instant >> 8) & 0x0f);
  id[7] = instant & 0xff;
  id[8] = 0x80 | (id[8] & 0x3f);
}

static void
daybook_uuid_source_iface_init (DaybookIdSourceInterface *iface)
{
  iface->make = daybook_uuid_source_make;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookUuidSource, daybook_uuid_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_ID_SOURCE,
                                                      daybook_uuid_source_iface_init))

static void
daybook_uuid_source_finalize (GObject *object)
{
  g_mutex_clear (&DAYBOOK_UUID_SOURCE (object)->mutex);

  G_OBJECT_CLASS (daybook_uuid_source_parent_class)->finalize (object);
}

static void
daybook_uuid_source_class_init (DaybookUuidSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_uuid_source_finalize;
}

static void
daybook_uuid_source_init (DaybookUuidSource *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * daybook_uuid_source_new:
 *
 * Returns: (transfer full): a source of ids; may be used from any thread.
 */
DaybookIdSource *
daybook_uuid_source_new (void)
{
  return g_object_new (DAYBOOK_TYPE_UUID_SOURCE, NULL);
}
