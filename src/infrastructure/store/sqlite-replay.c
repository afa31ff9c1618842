/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Replaying: every hash computed again over what the file now says, and each entry that is sound
 * lent to whoever works something out from it. Verifying is replaying for nobody.
 *
 * Four cursors run through the tables side by side, each in order of positions. Whatever one table
 * has that the others do not account for (a row inserted, a row gone) is a flaw of the entry where
 * they part ways. */

#include <string.h>

#include "codec/event-codec.h"
#include "store-error.h"
#include "store/sqlite-store-private.h"

/* How often progress is told and a cancel is heard. */
#define STRIDE 4096

/* The same for what SQLite does alone: steps of its machine. */
#define STEPS 100000

typedef struct
{
  DaybookChain *chain;
  sqlite3_stmt *events;
  sqlite3_stmt *commits;
  sqlite3_stmt *filings;
  gboolean commit_row;
  gboolean filing_row;
  GHashTable *versions;
  guint8 hash[DAYBOOK_HASH_SIZE];
  guint64 last_commit;
  gint64 recorded_at;
  DaybookEntryFunc func;
  gpointer func_data;
} Replay;

static void
replay_clear (Replay *v)
{
  sqlite3_finalize (v->events);
  sqlite3_finalize (v->commits);
  sqlite3_finalize (v->filings);
  g_hash_table_unref (v->versions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replay, replay_clear)

static const guint8 *
blob_of (sqlite3_stmt *stmt,
         int           column,
         int           size)
{
  return sqlite3_column_type (stmt, column) == SQLITE_BLOB &&
         sqlite3_column_bytes (stmt, column) == size ? sqlite3_column_blob (stmt, column) : NULL;
}

/* A text as its column must hold it: of that type, and without a zero inside. */
static const char *
text_of (sqlite3_stmt *stmt,
         int           column)
{
  const char *text;

  if (sqlite3_column_type (stmt, column) != SQLITE_TEXT)
    return NULL;

  text = daybook_sql_text (stmt, column);
  return strlen (text) == (gsize) sqlite3_column_bytes (stmt, column) ? text : NULL;
}

/* The same where there may be none; FALSE if it is neither. */
static gboolean
maybe_text_of (sqlite3_stmt  *stmt,
               int            column,
               const char   **text)
{
  *text = sqlite3_column_type (stmt, column) == SQLITE_NULL ? NULL : text_of (stmt, column);

  return *text != NULL || sqlite3_column_type (stmt, column) == SQLITE_NULL;
}

static gboolean
is_integer (sqlite3_stmt *stmt,
            int           column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_INTEGER;
}

/* The commit's columns; FALSE if they are not of their types or do not follow on the one before. */
static gboolean
read_commit (Replay    *v,
             DaybookLink *link)
{
  sqlite3_stmt *c = v->commits;

  for (int i = 0; i < 2; i++)
    if (!is_integer (c, i))
      return FALSE;

  link->first = sqlite3_column_int64 (c, 0);
  link->last = sqlite3_column_int64 (c, 1);
  link->command_id = text_of (c, 2);
  link->digest = blob_of (c, 3, DAYBOOK_HASH_SIZE);
  link->actor = text_of (c, 4);
  link->recorded_at = sqlite3_column_int64 (c, 7);

  return link->command_id != NULL && link->digest != NULL && link->actor != NULL &&
         maybe_text_of (c, 5, &link->correlation) && maybe_text_of (c, 6, &link->causation) &&
         is_integer (c, 7) && link->recorded_at >= v->recorded_at;
}

/* Moves to the commit that @position belongs to. */
static gboolean
next_commit (Replay  *v,
             guint64    position,
             GError   **error)
{
  if (v->last_commit >= position)
    return TRUE;

  if (!daybook_sql_step (v->commits, &v->commit_row, error))
    return FALSE;
  if (v->commit_row)
    v->last_commit = sqlite3_column_int64 (v->commits, 1);

  return TRUE;
}

/* Adds the filings of @position to the hash, counting each stream's versions. */
static gboolean
add_filings (Replay    *v,
             guint64      position,
             gboolean    *sound,
             GError     **error)
{
  gint64 ordinal = 0;

  while (v->filing_row && (guint64) sqlite3_column_int64 (v->filings, 0) == position)
    {
      gint64 stream = sqlite3_column_int64 (v->filings, 2);
      guint64 version = sqlite3_column_int64 (v->filings, 3);
      const char *role = text_of (v->filings, 4);
      const char *kind = text_of (v->filings, 5);
      const char *key = text_of (v->filings, 6);
      gpointer known = g_hash_table_lookup (v->versions, GSIZE_TO_POINTER (stream));

      for (int i = 0; i < 4; i++)
        *sound = *sound && is_integer (v->filings, i);
      if (role == NULL || kind == NULL || key == NULL || !*sound ||
          sqlite3_column_int64 (v->filings, 1) != ordinal++ ||
          version != GPOINTER_TO_SIZE (known) + 1)
        *sound = FALSE;
      else
        daybook_chain_add_filing (v->chain, kind, key, version, role);

      g_hash_table_insert (v->versions, GSIZE_TO_POINTER (stream), GSIZE_TO_POINTER (version));
      if (!daybook_sql_step (v->filings, &v->filing_row, error))
        return FALSE;
    }

  /* A filing of a position that is already behind can only have been slipped in. */
  if (v->filing_row && (guint64) sqlite3_column_int64 (v->filings, 0) < position)
    *sound = FALSE;

  return TRUE;
}

/* Lends an entry whose hash is right. One that only a newer program understands is as sound as any;
 * but whoever works something out from the entries cannot go on there. */
static gboolean
lend (Replay             *v,
      const DaybookLink  *link,
      const char         *data,
      DaybookVerdict     *verdict,
      gboolean           *go_on,
      GError            **error)
{
  g_autoptr (GError) problem = NULL;
  guint version = (guint) MIN (link->type_version, G_MAXUINT);
  DaybookEvent *event = daybook_event_decode (link->type, version, data, strlen (data), &problem);
  DaybookEntry entry = {
    .position = link->position, .recorded_at = link->recorded_at, .actor = link->actor,
    .command_id = link->command_id,
    .correlation = link->correlation != NULL ? link->correlation : link->command_id,
    .causation = link->causation, .event = event,
  };

  if (g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER))
    {
      if (v->func == NULL)
        return TRUE;
      g_propagate_prefixed_error (error, g_steal_pointer (&problem),
                                  "entry %" G_GUINT64_FORMAT ": ", link->position);
      return FALSE;
    }

  if (event == NULL || !daybook_date_parse (link->value_date, &event->value_date))
    {
      verdict->flaw = DAYBOOK_FLAW_UNREADABLE;
      g_clear_error (&problem);
    }
  else if (v->func != NULL)
    {
      memcpy (entry.id, link->id, DAYBOOK_ID_SIZE);
      memcpy (entry.hash, v->hash, DAYBOOK_HASH_SIZE);
      *go_on = v->func (&entry, 0, v->func_data, &problem);
    }
  daybook_record_free (event);

  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
check_entry (Replay         *v,
             DaybookVerdict *verdict,
             gboolean       *go_on,
             GError        **error)
{
  sqlite3_stmt *e = v->events;
  guint64 position = verdict->n_entries + 1;
  const char *data = text_of (e, 5);
  const guint8 *stored_data_hash = blob_of (e, 6, DAYBOOK_HASH_SIZE);
  const guint8 *stored_hash = blob_of (e, 7, DAYBOOK_HASH_SIZE);
  guint8 data_hash[DAYBOOK_HASH_SIZE];
  DaybookLink link = {
    .position = position, .id = blob_of (e, 1, DAYBOOK_ID_SIZE), .type = text_of (e, 2),
    .type_version = sqlite3_column_int64 (e, 3), .value_date = text_of (e, 4),
    .data_hash = data_hash,
  };
  gboolean sound;

  verdict->position = position;
  if ((guint64) sqlite3_column_int64 (e, 0) != position)
    {
      verdict->flaw = DAYBOOK_FLAW_MISSING;
      return TRUE;
    }

  if (data != NULL)
    daybook_chain_hash_data (v->chain, data, strlen (data), data_hash);
  if (data == NULL || stored_data_hash == NULL ||
      memcmp (data_hash, stored_data_hash, DAYBOOK_HASH_SIZE) != 0)
    {
      verdict->flaw = DAYBOOK_FLAW_DATA;
      return TRUE;
    }

  if (!next_commit (v, position, error))
    return FALSE;
  sound = link.id != NULL && link.type != NULL && link.value_date != NULL && stored_hash != NULL &&
          is_integer (e, 3) && v->commit_row && read_commit (v, &link) &&
          link.first <= position && position <= link.last &&
          (guint64) sqlite3_column_int64 (e, 8) == link.first;
  if (sound)
    {
      daybook_chain_begin (v->chain, v->hash, &link);
      if (!add_filings (v, position, &sound, error))
        return FALSE;
      daybook_chain_end (v->chain, v->hash);
      v->recorded_at = link.recorded_at;
    }
  if (!sound || memcmp (v->hash, stored_hash, DAYBOOK_HASH_SIZE) != 0)
    {
      verdict->flaw = DAYBOOK_FLAW_CIRCUMSTANCES;
      return TRUE;
    }

  verdict->n_entries = position;
  return lend (v, &link, data, verdict, go_on, error);
}

static gboolean
start (Replay  *v,
       sqlite3   *db,
       GError   **error)
{
  v->events = daybook_sql_prepare (db,
    "SELECT position, id, type, type_version, value_date, data, data_hash, hash, command"
    " FROM events ORDER BY position", error);
  v->commits = v->events == NULL ? NULL : daybook_sql_prepare (db,
    "SELECT first, last, command_id, digest, actor, correlation, causation, recorded_at"
    " FROM commits ORDER BY first", error);
  v->filings = v->commits == NULL ? NULL : daybook_sql_prepare (db,
    "SELECT f.position, f.ordinal, f.stream, f.version, f.role, s.kind, s.key"
    " FROM filings f LEFT JOIN streams s ON s.stream = f.stream"
    " ORDER BY f.position, f.ordinal", error);

  return v->filings != NULL && daybook_sql_step (v->filings, &v->filing_row, error);
}

/* After the last entry nothing may be left over: no commit, filing or empty stream; and the id that
 * all hashes begin with must be the only one. */
static gboolean
check_rest (Replay        *v,
            sqlite3         *db,
            DaybookVerdict  *verdict,
            GError         **error)
{
  gint64 n_streams, n_books;

  if (!daybook_sql_step (v->commits, &v->commit_row, error) ||
      !daybook_sql_number (db, "SELECT count(*) FROM streams", &n_streams, error) ||
      !daybook_sql_number (db, "SELECT count(*) + sum (typeof (id) <> 'blob') FROM book", &n_books,
                           error))
    return FALSE;

  if (v->last_commit != verdict->n_entries || v->commit_row || v->filing_row)
    {
      verdict->flaw = DAYBOOK_FLAW_MISSING;
      verdict->position = verdict->n_entries + 1;
    }
  else if (n_books != 1)
    {
      verdict->flaw = DAYBOOK_FLAW_CIRCUMSTANCES;
      verdict->position = 1;
    }
  else if ((guint64) n_streams != g_hash_table_size (v->versions))
    {
      verdict->flaw = DAYBOOK_FLAW_CIRCUMSTANCES;
      verdict->position = MAX (verdict->n_entries, 1);
    }

  return TRUE;
}

static gboolean
replay (Replay               *v,
        sqlite3              *db,
        DaybookVerdict       *verdict,
        DaybookProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  gboolean go_on = TRUE;
  gint64 total;
  gboolean row;

  if (!start (v, db, error) ||
      !daybook_sql_number (db, "SELECT max(position) FROM events", &total, error) ||
      !daybook_sql_step (v->events, &row, error))
    return FALSE;

  while (row)
    {
      if (!check_entry (v, verdict, &go_on, error))
        return FALSE;
      if (verdict->flaw != DAYBOOK_FLAW_NONE)
        return TRUE;
      verdict->position = 0;
      if (!go_on)
        return TRUE;

      if (verdict->n_entries % STRIDE == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (verdict->n_entries, total, progress_data);
        }
      if (!daybook_sql_step (v->events, &row, error))
        return FALSE;
    }

  return check_rest (v, db, verdict, error);
}

/**
 * daybook_sqlite_replay:
 *
 * What daybook_event_store_replay() does, on a book file. All tables are read in one state of the
 * book, whatever another process records meanwhile.
 *
 * Returns: whether the file could be read.
 */
gboolean
daybook_sqlite_replay (sqlite3              *db,
                       DaybookChain         *chain,
                       DaybookEntryFunc      func,
                       gpointer              func_data,
                       DaybookVerdict       *verdict,
                       DaybookProgressFunc   progress,
                       gpointer              progress_data,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_auto (Replay) v = { .chain = chain, .func = func, .func_data = func_data };
  gboolean ok;

  *verdict = (DaybookVerdict) { 0 };
  v.versions = g_hash_table_new (NULL, NULL);
  if (!daybook_sql_exec (db, "BEGIN", error))
    return FALSE;

  ok = replay (&v, db, verdict, progress, progress_data, cancellable, error);
  daybook_sql_exec (db, "ROLLBACK", NULL);

  return ok;
}

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * daybook_sqlite_check_structure:
 *
 * The chain says that the tables are sound. What finds their rows (the indexes) and the pages they
 * stand on could still be wrong: SQLite checks that against the tables.
 *
 * Returns: whether the file could be read.
 */
gboolean
daybook_sqlite_check_structure (sqlite3         *db,
                                DaybookVerdict  *verdict,
                                GCancellable    *cancellable,
                                GError         **error)
{
  g_autoptr (sqlite3_stmt) stmt = daybook_sql_prepare (db, "PRAGMA integrity_check (1)", error);
  g_autoptr (GError) problem = NULL;
  gboolean row;

  if (stmt == NULL)
    return FALSE;

  sqlite3_progress_handler (db, STEPS, is_cancelled, cancellable);
  daybook_sql_step (stmt, &row, &problem);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (!row || g_strcmp0 (daybook_sql_text (stmt, 0), "ok") != 0)
    verdict->flaw = DAYBOOK_FLAW_STRUCTURE;
  return TRUE;
}
