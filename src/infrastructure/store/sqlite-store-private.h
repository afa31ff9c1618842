/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sqlite/sql.h"
#include "store/chain.h"
#include "store/sqlite-store.h"

G_BEGIN_DECLS

/* The columns of everything that reads entries, from events e and commits c, in this order. */
#define DAYBOOK_ENTRY_COLUMNS \
  "e.position, e.id, e.type, e.type_version, e.value_date, e.data, e.hash, c.command_id," \
  " c.actor, coalesce (c.correlation, c.command_id), c.causation, c.recorded_at"

enum
{
  DAYBOOK_COLUMN_POSITION,
  DAYBOOK_COLUMN_ID,
  DAYBOOK_COLUMN_TYPE,
  DAYBOOK_COLUMN_TYPE_VERSION,
  DAYBOOK_COLUMN_VALUE_DATE,
  DAYBOOK_COLUMN_DATA,
  DAYBOOK_COLUMN_HASH,
  DAYBOOK_COLUMN_COMMAND_ID,
  DAYBOOK_COLUMN_ACTOR,
  DAYBOOK_COLUMN_CORRELATION,
  DAYBOOK_COLUMN_CAUSATION,
  DAYBOOK_COLUMN_RECORDED_AT,
  DAYBOOK_COLUMN_VERSION,
};

gboolean daybook_sqlite_check_file   (const char            *path,
                                      GError               **error);

gboolean daybook_sqlite_read_entries (sqlite3_stmt          *stmt,
                                      DaybookEntryFunc       func,
                                      gpointer               user_data,
                                      GError               **error);

gboolean daybook_sqlite_find         (sqlite3                  *db,
                                      const DaybookEntryQuery  *query,
                                      DaybookEntryFunc          func,
                                      gpointer                  user_data,
                                      GError                  **error);

gboolean daybook_sqlite_replay       (sqlite3               *db,
                                      DaybookChain          *chain,
                                      DaybookEntryFunc       func,
                                      gpointer               func_data,
                                      DaybookVerdict        *verdict,
                                      DaybookProgressFunc    progress,
                                      gpointer               progress_data,
                                      GCancellable          *cancellable,
                                      GError               **error);
gboolean daybook_sqlite_check_structure (sqlite3         *db,
                                         DaybookVerdict  *verdict,
                                         GError         **error);

G_END_DECLS
