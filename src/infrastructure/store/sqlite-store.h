/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"

G_BEGIN_DECLS

/* In the header of a book file: "Dayb", and the format this program writes. */
#define DAYBOOK_APPLICATION_ID 0x44617962
#define DAYBOOK_FORMAT 1

#define DAYBOOK_TYPE_SQLITE_STORE (daybook_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSqliteStore, daybook_sqlite_store, DAYBOOK, SQLITE_STORE, GObject)

gboolean            daybook_sqlite_store_create (const char    *path,
                                                 const guint8   book_id[DAYBOOK_ID_SIZE],
                                                 GError       **error);
DaybookEventStore  *daybook_sqlite_store_open   (const char    *path,
                                                 gboolean       read_only,
                                                 GError       **error);

gboolean           daybook_sqlite_store_copy   (const char           *path,
                                                const char           *target,
                                                DaybookProgressFunc   progress,
                                                gpointer              user_data,
                                                GCancellable         *cancellable,
                                                GError              **error);

G_END_DECLS
