/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Look-ups: which entries are of this command, this undertaking, this person, this hour.
 *
 * One thing that is asked for leads to the entries, the narrowest first; the rest is sieved from
 * those. Commands, causes and undertakings have an index. Times need none: they never decrease, so
 * the first commit of a moment is found by halving; nor do ids, which begin with the moment at
 * which they were made. Who recorded what is sieved from all there is: in most books that is one
 * person, and an index would cost every entry 20 bytes. */

#include "store/sqlite-store-private.h"

#define ENTRIES_OF_COMMITS \
  "SELECT " DAYBOOK_ENTRY_COLUMNS ", 0 FROM commits c" \
  " JOIN events e ON e.position BETWEEN c.first AND c.last"

static const char by_command[] =
  ENTRIES_OF_COMMITS " WHERE c.command_id = ? ORDER BY c.first, e.position";
static const char by_correlation[] =
  ENTRIES_OF_COMMITS " WHERE c.first IN (SELECT first FROM commits WHERE correlation = ?1"
  " UNION ALL SELECT first FROM commits WHERE command_id = ?1 AND correlation IS NULL)"
  " ORDER BY c.first, e.position";
static const char by_causation[] =
  ENTRIES_OF_COMMITS " WHERE c.causation = ? ORDER BY c.first, e.position";
static const char by_time[] =
  ENTRIES_OF_COMMITS " WHERE c.first >= ?2 ORDER BY c.first, e.position";

/* An id is made at most this long before it is recorded: an import of a million entries. */
#define ID_AGE_US (10 * 60 * G_USEC_PER_SEC)

/* The number of the first entry that was recorded at @time or later; one more than the last entry's
 * if there is none. */
static gboolean
find_moment (sqlite3  *db,
             gint64    time,
             gint64   *first,
             GError  **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 low = 1, high;
  gboolean row;

  stmt = daybook_sql_prepare (db, "SELECT first, last, recorded_at FROM commits"
                                  " WHERE first <= ? ORDER BY first DESC LIMIT 1", error);
  if (stmt == NULL || !daybook_sql_number (db, "SELECT max (last) FROM commits", &high, error))
    return FALSE;

  high++;
  while (low < high)
    {
      sqlite3_bind_int64 (stmt, 1, low + (high - low) / 2);
      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;

      if (sqlite3_column_int64 (stmt, 2) >= time)
        high = sqlite3_column_int64 (stmt, 0);
      else
        low = sqlite3_column_int64 (stmt, 1) + 1;
      sqlite3_reset (stmt);
    }

  *first = low;
  return TRUE;
}

/* The statement that leads to few entries, and what it looks for. */
static const char *
choose (const DaybookEntryQuery  *query,
        const char              **text)
{
  static const struct
  {
    const char *sql;
    gsize offset;
  } ways[] = {
    { by_command, G_STRUCT_OFFSET (DaybookEntryQuery, command_id) },
    { by_causation, G_STRUCT_OFFSET (DaybookEntryQuery, causation) },
    { by_correlation, G_STRUCT_OFFSET (DaybookEntryQuery, correlation) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      *text = *(const char *const *) ((const guint8 *) query + ways[i].offset);
      if (*text != NULL)
        return ways[i].sql;
    }

  return by_time;
}

/* Ends where it gets too late. */
static gboolean
sieve_until_late (const DaybookEntry  *entry,
                  guint64              version,
                  gpointer             sieve,
                  GError             **error)
{
  const DaybookEntryQuery *query = ((const DaybookEntrySieve *) sieve)->query;

  return (query->recorded_before == 0 || entry->recorded_at < query->recorded_before) &&
         daybook_entry_sieve (entry, version, sieve, error);
}

static gboolean
find (sqlite3                  *db,
      const DaybookEntryQuery  *query,
      DaybookEntryFunc          func,
      gpointer                  user_data,
      GError                  **error)
{
  const char *text = NULL;
  const char *sql = choose (query, &text);
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (db, sql, error);
  DaybookEntrySieve sieve = { query, func, user_data };
  gint64 first = 1;

  if (stmt == NULL)
    return FALSE;
  if (query->recorded_from != 0 && !find_moment (db, query->recorded_from, &first, error))
    return FALSE;

  if (text != NULL)
    daybook_sql_bind_text (stmt, 1, text);
  else
    sqlite3_bind_int64 (stmt, 2, first);

  return daybook_sqlite_read_entries (stmt, sieve_until_late, &sieve, error);
}

/* The only entry of an id, on its way to whoever asked. */
typedef struct
{
  DaybookEntryFunc func;
  gpointer user_data;
  gboolean found;
} OnlyOne;

static gboolean
take_only (const DaybookEntry  *entry,
           guint64              version,
           gpointer             only,
           GError             **error)
{
  OnlyOne *self = only;

  self->found = TRUE;
  self->func (entry, version, self->user_data, error);
  return FALSE;
}

/* The first 48 bits of an id are the milliseconds since 1970 (RFC 9562, version 7). It is looked
 * for from then on; if a clock went wrong, everywhere. */
static gboolean
find_id (sqlite3                  *db,
         const DaybookEntryQuery  *query,
         DaybookEntryFunc          func,
         gpointer                  user_data,
         GError                  **error)
{
  OnlyOne only = { func, user_data, FALSE };
  DaybookEntryQuery near = *query;
  gint64 made_at = 0;

  for (guint i = 0; i < 6; i++)
    made_at = made_at << 8 | query->id[i];
  made_at *= 1000;
  near.recorded_from = MAX (made_at, query->recorded_from);
  near.recorded_before = made_at + ID_AGE_US;
  if (query->recorded_before != 0)
    near.recorded_before = MIN (near.recorded_before, query->recorded_before);

  return find (db, &near, take_only, &only, error) &&
         (only.found || find (db, query, take_only, &only, error));
}

/**
 * daybook_sqlite_find:
 *
 * What daybook_event_store_find() does, in a book file.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_sqlite_find (sqlite3                  *db,
                     const DaybookEntryQuery  *query,
                     DaybookEntryFunc          func,
                     gpointer                  user_data,
                     GError                  **error)
{
  return query->id != NULL ? find_id (db, query, func, user_data, error)
                           : find (db, query, func, user_data, error);
}
