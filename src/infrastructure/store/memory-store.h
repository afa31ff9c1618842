/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_MEMORY_STORE (daybook_memory_store_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMemoryStore, daybook_memory_store, DAYBOOK, MEMORY_STORE, GObject)

DaybookEventStore *daybook_memory_store_new (const guint8 book_id[DAYBOOK_ID_SIZE]);

G_END_DECLS
