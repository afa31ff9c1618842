/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ports/event-store.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_CLOCK (daybook_clock_get_type ())
G_DECLARE_INTERFACE (DaybookClock, daybook_clock, DAYBOOK, CLOCK, GObject)

struct _DaybookClockInterface
{
  GTypeInterface parent;

  gint64 (*get_now) (DaybookClock *self);
};

gint64      daybook_clock_get_now   (DaybookClock    *self);
DaybookDate daybook_clock_get_today (DaybookClock    *self,
                                     const char      *time_zone);

#define DAYBOOK_TYPE_ID_SOURCE (daybook_id_source_get_type ())
G_DECLARE_INTERFACE (DaybookIdSource, daybook_id_source, DAYBOOK, ID_SOURCE, GObject)

struct _DaybookIdSourceInterface
{
  GTypeInterface parent;

  void (*make) (DaybookIdSource *self,
                guint8           id[DAYBOOK_ID_SIZE]);
};

void        daybook_id_source_make      (DaybookIdSource *self,
                                         guint8           id[DAYBOOK_ID_SIZE]);
char       *daybook_id_source_make_text (DaybookIdSource *self);

G_END_DECLS
