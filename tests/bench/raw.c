/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The references: what SQLite takes for the same rows when nobody thinks about them. */

#include "bench.h"

#include <sqlite3.h>
#include <string.h>

static void
check_sql (sqlite3 *db,
           int      code)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("SQLite %d: %s", code, sqlite3_errmsg (db));
}

static void
run (sqlite3    *db,
     const char *sql)
{
  check_sql (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  check_sql (db, sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL));
  return stmt;
}

/* As much memory as the program's writer has. */
static sqlite3 *
open_file (const char *path)
{
  sqlite3 *db = NULL;

  check_sql (db, sqlite3_open (path, &db));
  run (db, "PRAGMA cache_size = -8192");
  return db;
}

/* Every value of a row is fetched, as whoever reads it would. */
static gboolean
step_row (sqlite3      *db,
          sqlite3_stmt *stmt,
          guint64      *sum)
{
  int code = sqlite3_step (stmt);

  check_sql (db, code);
  if (code != SQLITE_ROW)
    return FALSE;

  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    {
      if (sqlite3_column_type (stmt, i) == SQLITE_INTEGER)
        *sum += (guint64) sqlite3_column_int64 (stmt, i);
      else if (sqlite3_column_blob (stmt, i) != NULL)
        *sum += (guint64) sqlite3_column_bytes (stmt, i);
    }

  return TRUE;
}

/**
 * bench_raw_read:
 *
 * Reads all there is about all entries in their order: events, the commits they belong to, their
 * filings with the names of the streams.
 *
 * Returns: how long it took.
 */
double
bench_raw_read (const char *path)
{
  sqlite3 *db = open_file (path);
  sqlite3_stmt *events, *commits, *filings;
  guint64 sum = 0;
  double start = bench_now (), seconds;

  events = prepare (db, "SELECT * FROM events ORDER BY position");
  commits = prepare (db, "SELECT * FROM commits ORDER BY first");
  filings = prepare (db, "SELECT f.*, s.kind, s.key FROM filings f"
                         " JOIN streams s ON s.stream = f.stream ORDER BY f.position, f.ordinal");
  run (db, "BEGIN");
  while (step_row (db, events, &sum))
    ;
  while (step_row (db, commits, &sum))
    ;
  while (step_row (db, filings, &sum))
    ;
  run (db, "COMMIT");
  seconds = bench_now () - start;

  g_assert (sum > 0);
  sqlite3_finalize (events);
  sqlite3_finalize (commits);
  sqlite3_finalize (filings);
  sqlite3_close (db);
  return seconds;
}

/* The rows of one table, kept in memory: for each value its type, its length and its bytes. */
typedef struct
{
  char *name;
  int n_columns;
  int key;
  GByteArray *rows;
  gsize next;
  sqlite3_stmt *insert;
} Table;

typedef struct
{
  int type;
  int length;
} Value;

static void
keep_row (Table        *table,
          sqlite3_stmt *stmt)
{
  for (int i = 0; i < table->n_columns; i++)
    {
      Value value = { sqlite3_column_type (stmt, i), 0 };
      gint64 number = sqlite3_column_int64 (stmt, i);
      const guint8 *bytes = (const guint8 *) &number;

      if (value.type == SQLITE_INTEGER)
        value.length = sizeof number;
      else if (value.type != SQLITE_NULL)
        {
          bytes = sqlite3_column_blob (stmt, i);
          value.length = sqlite3_column_bytes (stmt, i);
        }
      g_byte_array_append (table->rows, (const guint8 *) &value, sizeof value);
      if (value.length > 0)
        g_byte_array_append (table->rows, bytes, value.length);
    }
}

/* Entries are written one after the other, so what belongs to one is found by its number; what
 * belongs to none is written first. */
static int
find_key (sqlite3_stmt *stmt)
{
  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    if (strcmp (sqlite3_column_name (stmt, i), "position") == 0 ||
        strcmp (sqlite3_column_name (stmt, i), "first") == 0)
      return i;

  return -1;
}

static Table *
keep_table (sqlite3    *db,
            const char *name)
{
  g_autofree char *all = g_strdup_printf ("SELECT * FROM %s", name);
  g_autofree char *ordered = NULL;
  sqlite3_stmt *stmt = prepare (db, all);
  Table *table = g_new0 (Table, 1);

  table->name = g_strdup (name);
  table->n_columns = sqlite3_column_count (stmt);
  table->key = find_key (stmt);
  table->rows = g_byte_array_new ();
  if (table->key >= 0)
    {
      ordered = g_strdup_printf ("%s ORDER BY %s", all, sqlite3_column_name (stmt, table->key));
      sqlite3_finalize (stmt);
      stmt = prepare (db, ordered);
    }

  while (sqlite3_step (stmt) == SQLITE_ROW)
    keep_row (table, stmt);
  sqlite3_finalize (stmt);

  return table;
}

static void
free_table (gpointer data)
{
  Table *table = data;

  sqlite3_finalize (table->insert);
  g_byte_array_unref (table->rows);
  g_free (table->name);
  g_free (table);
}

static const guint8 *
next_value (const guint8 *p,
            Value        *value)
{
  memcpy (value, p, sizeof *value);
  return p + sizeof *value;
}

static gint64
next_key (const Table *table)
{
  const guint8 *p = table->rows->data + table->next;
  Value value;
  gint64 key = 0;

  if (table->next >= table->rows->len)
    return G_MAXINT64;

  for (int i = 0; i < table->key; i++)
    {
      p = next_value (p, &value);
      p += value.length;
    }
  if (table->key >= 0)
    memcpy (&key, next_value (p, &value), sizeof key);

  return key;
}

static void
insert_row (sqlite3 *db,
            Table   *table)
{
  const guint8 *p = table->rows->data + table->next;

  for (int i = 0; i < table->n_columns; i++)
    {
      Value value;
      gint64 number;

      p = next_value (p, &value);
      if (value.type == SQLITE_INTEGER)
        {
          memcpy (&number, p, sizeof number);
          sqlite3_bind_int64 (table->insert, i + 1, number);
        }
      else if (value.type == SQLITE_TEXT)
        sqlite3_bind_text (table->insert, i + 1, (const char *) p, value.length, SQLITE_STATIC);
      else if (value.type == SQLITE_BLOB)
        sqlite3_bind_blob (table->insert, i + 1, p, value.length, SQLITE_STATIC);
      else
        sqlite3_bind_null (table->insert, i + 1);
      p += value.length;
    }

  check_sql (db, sqlite3_step (table->insert));
  sqlite3_reset (table->insert);
  table->next = p - table->rows->data;
}

/* The same tables, indexes and triggers, and the same care for what is written. */
static GPtrArray *
copy_schema (sqlite3 *from,
             sqlite3 *to)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (free_table);
  sqlite3_stmt *stmt = prepare (from, "SELECT type, name, sql FROM sqlite_master"
                                      " WHERE sql IS NOT NULL ORDER BY rowid");

  run (to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON;"
           "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 1000");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (stmt, 1);

      run (to, (const char *) sqlite3_column_text (stmt, 2));
      if (strcmp ((const char *) sqlite3_column_text (stmt, 0), "table") == 0)
        g_ptr_array_add (tables, keep_table (from, name));
    }
  sqlite3_finalize (stmt);

  return tables;
}

static void
prepare_inserts (sqlite3   *db,
                 GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      Table *table = g_ptr_array_index (tables, i);
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_append_printf (sql, "INSERT INTO %s VALUES (?", table->name);
      for (int j = 1; j < table->n_columns; j++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
      table->insert = prepare (db, sql->str);
    }
}

/**
 * bench_raw_insert:
 * @path: of a book
 * @copy: of a file that does not exist yet
 *
 * Writes the rows of a book once more, in the same order, into the same tables of another file, in
 * one transaction. Reading them is not part of it.
 *
 * Returns: how long it took.
 */
double
bench_raw_insert (const char *path,
                  const char *copy)
{
  sqlite3 *from = open_file (path), *to = open_file (copy);
  g_autoptr (GPtrArray) tables = copy_schema (from, to);
  double start, seconds;

  prepare_inserts (to, tables);
  start = bench_now ();
  run (to, "BEGIN IMMEDIATE");
  for (;;)
    {
      Table *first = g_ptr_array_index (tables, 0);

      for (guint i = 1; i < tables->len; i++)
        if (next_key (g_ptr_array_index (tables, i)) < next_key (first))
          first = g_ptr_array_index (tables, i);
      if (first->next >= first->rows->len)
        break;
      insert_row (to, first);
    }
  run (to, "COMMIT");
  seconds = bench_now () - start;

  g_clear_pointer (&tables, g_ptr_array_unref);
  sqlite3_close (to);
  sqlite3_close (from);
  return seconds;
}
