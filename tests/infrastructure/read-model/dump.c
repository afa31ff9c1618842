/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a database contains, as text, to be compared. */

#include "dump.h"

#include <sqlite3.h>

static int
add_row (void  *text,
         int    n,
         char **values,
         char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s|", values[i] ? values[i] : "-");
  g_string_append_c (text, '\n');
  return 0;
}

static int
add_table (void  *db_and_text,
           int    n,
           char **values,
           char **names)
{
  gpointer *both = db_and_text;
  g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM %s ORDER BY 2, 3", values[0],
                                          values[0]);

  return sqlite3_exec (both[0], sql, add_row, both[1], NULL);
}

/**
 * dump_database:
 * @path: of a database
 *
 * Returns: (transfer full): every row of every table, whatever tables there are, and the names of
 *   the indexes.
 */
char *
dump_database (const char *path)
{
  GString *text = g_string_new (NULL);
  gpointer both[2] = { NULL, text };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  both[0] = db;
  g_assert_cmpint (sqlite3_exec (db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                     " ORDER BY name", add_table, both, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT name FROM sqlite_schema WHERE type = 'index'"
                                     " ORDER BY name", add_row, text, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA integrity_check", add_row, text, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}
