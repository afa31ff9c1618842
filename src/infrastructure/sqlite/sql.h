/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Another desk's longest turn: a large import. */
#define DAYBOOK_SQL_PATIENCE_MS 60000

gboolean      daybook_sql_open     (const char    *path,
                                    int            flags,
                                    sqlite3      **db,
                                    GError       **error);
void          daybook_sql_unlink   (const char    *path);
gboolean      daybook_sql_fail     (sqlite3       *db,
                                    GError       **error);
gboolean      daybook_sql_exec     (sqlite3       *db,
                                    const char    *sql,
                                    GError       **error);
sqlite3_stmt *daybook_sql_prepare  (sqlite3       *db,
                                    const char    *sql,
                                    GError       **error);
gboolean      daybook_sql_prepare_all  (sqlite3           *db,
                                        const char *const *sql,
                                        guint              n,
                                        sqlite3_stmt     **stmts,
                                        GError           **error);
void          daybook_sql_finalize_all (sqlite3_stmt     **stmts,
                                        guint              n);
gboolean      daybook_sql_run      (sqlite3_stmt  *stmt,
                                    GError       **error);
gboolean      daybook_sql_step     (sqlite3_stmt  *stmt,
                                    gboolean      *row,
                                    GError       **error);
gboolean      daybook_sql_number   (sqlite3       *db,
                                    const char    *sql,
                                    gint64        *number,
                                    GError       **error);

static inline const char *
daybook_sql_text (sqlite3_stmt *stmt,
                  int           column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

static inline void
daybook_sql_bind_text (sqlite3_stmt *stmt,
                       int           parameter,
                       const char   *text)
{
  /* Every caller keeps the text until the statement is reset. */
  sqlite3_bind_text (stmt, parameter, text, -1, SQLITE_STATIC);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
