/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/surroundings.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_SYSTEM_CLOCK (daybook_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSystemClock, daybook_system_clock, DAYBOOK, SYSTEM_CLOCK, GObject)

DaybookClock    *daybook_system_clock_new (void);

#define DAYBOOK_TYPE_UUID_SOURCE (daybook_uuid_source_get_type ())
G_DECLARE_FINAL_TYPE (DaybookUuidSource, daybook_uuid_source, DAYBOOK, UUID_SOURCE, GObject)

DaybookIdSource *daybook_uuid_source_new  (void);

G_END_DECLS
