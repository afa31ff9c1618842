/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds: what is set aside, for what, until when.
 *
 * A hold's row stays when it has ended and says which entry ended it. What is asked for is the few
 * that have not, so only they are indexed: an account's, and those that come to their expiry day.
 * How much an account has on hold is their sum; it is nowhere kept a second time. */

#include "accounts/hold-records.h"
#include "read-model/projection.h"
#include "store-error.h"

static const char schema[] =
  "CREATE TABLE holds ("
  " entry INTEGER PRIMARY KEY,"
  " account INTEGER NOT NULL,"
  " amount INTEGER NOT NULL,"
  " value_date INTEGER NOT NULL,"
  " expires INTEGER,"
  " reason TEXT NOT NULL,"
  " ended_by INTEGER) STRICT;";

static const char indexes[] =
  "CREATE INDEX holds_by_account ON holds (account) WHERE ended_by IS NULL;"
  "CREATE INDEX holds_by_expiry ON holds (expires)"
  " WHERE ended_by IS NULL AND expires IS NOT NULL;";

const char daybook_holds_held_sql[] =
  "SELECT sum (amount) FROM holds WHERE account = ? AND ended_by IS NULL";

const char daybook_holds_open_sql[] =
  "SELECT entry, amount, value_date, expires, reason FROM holds"
  " WHERE account = ? AND ended_by IS NULL ORDER BY entry";

const char daybook_holds_expired_sql[] =
  "SELECT entry FROM holds WHERE expires <= ? AND ended_by IS NULL AND expires IS NOT NULL"
  " ORDER BY expires, entry";

typedef enum
{
  ADD_HOLD,
  END_HOLD,
  N_STATEMENTS
} Statement;

static const char *const sql[N_STATEMENTS] = {
  [ADD_HOLD] = "INSERT INTO holds VALUES (?, ?, ?, ?, ?, ?, NULL)",
  [END_HOLD] = "UPDATE holds SET ended_by = ? WHERE entry = ? AND ended_by IS NULL",
};

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
} Holds;

static void
touch (DaybookTouched             *touched,
       const DaybookAccountNumber *account)
{
  g_hash_table_add (touched->accounts,
                    GUINT_TO_POINTER (daybook_account_number_get_sequence (account)));
}

static gboolean
apply_placed (Holds                    *self,
              const DaybookHoldPlaced  *e,
              guint64                   position,
              DaybookTouched           *touched,
              GError                  **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_HOLD];

  sqlite3_bind_int64 (stmt, 1, position);
  sqlite3_bind_int64 (stmt, 2, daybook_account_number_get_sequence (&e->account));
  sqlite3_bind_int64 (stmt, 3, e->amount);
  sqlite3_bind_int64 (stmt, 4, e->event.value_date);
  if (e->expires != DAYBOOK_DATE_NONE)
    sqlite3_bind_int64 (stmt, 5, e->expires);
  else
    sqlite3_bind_null (stmt, 5);
  daybook_sql_bind_text (stmt, 6, e->reason);

  touch (touched, &e->account);
  return daybook_sql_run (stmt, error);
}

static gboolean
apply_ended (Holds                       *self,
             guint64                      entry,
             const DaybookAccountNumber  *account,
             guint64                      position,
             DaybookTouched              *touched,
             GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[END_HOLD];

  sqlite3_bind_int64 (stmt, 1, position);
  sqlite3_bind_int64 (stmt, 2, entry);
  if (!daybook_sql_run (stmt, error))
    return FALSE;
  if (sqlite3_changes (self->db) != 1)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " ends a hold that does not stand", position);
      return FALSE;
    }

  touch (touched, account);
  return TRUE;
}

static gboolean
holds_apply (gpointer             self,
             const DaybookEntry  *entry,
             DaybookTouched      *touched,
             GError             **error)
{
  const DaybookSchema *schema_of = entry->event->record.schema;

  if (schema_of == &daybook_hold_placed)
    return apply_placed (self, (const DaybookHoldPlaced *) entry->event, entry->position, touched,
                         error);
  if (schema_of == &daybook_hold_released)
    {
      const DaybookHoldReleased *e = (const DaybookHoldReleased *) entry->event;

      return apply_ended (self, e->entry, &e->account, entry->position, touched, error);
    }
  if (schema_of == &daybook_hold_captured)
    {
      const DaybookHoldCaptured *e = (const DaybookHoldCaptured *) entry->event;

      return apply_ended (self, e->entry, &e->account, entry->position, touched, error);
    }
  if (schema_of == &daybook_hold_expired)
    {
      const DaybookHoldExpired *e = (const DaybookHoldExpired *) entry->event;

      return apply_ended (self, e->entry, &e->account, entry->position, touched, error);
    }

  return TRUE;
}

static gboolean
holds_flush (gpointer   self,
             GError   **error)
{
  return TRUE;
}

static void
holds_close (gpointer data)
{
  Holds *self = data;

  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  g_free (self);
}

static gpointer
holds_open (sqlite3  *db,
            GError  **error)
{
  Holds *self = g_new0 (Holds, 1);

  self->db = db;
  if (daybook_sql_prepare_all (db, sql, N_STATEMENTS, self->statements, error))
    return self;

  holds_close (self);
  return NULL;
}

const DaybookProjection daybook_holds_projection = {
  .name = "holds",
  .schema = schema,
  .indexes = indexes,
  .open = holds_open,
  .apply = holds_apply,
  .flush = holds_flush,
  .close = holds_close,
};

/**
 * daybook_holds_held:
 * @stmt: `daybook_holds_held_sql`, the account's key bound
 *
 * An account without holds has nothing held.
 *
 * Returns: whether it could be read.
 */
gboolean
daybook_holds_held (sqlite3_stmt           *stmt,
                    DaybookAccountFigures  *figures,
                    GError                **error)
{
  gboolean row;

  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;

  figures->held = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return TRUE;
}

/**
 * daybook_holds_open:
 * @stmt: `daybook_holds_open_sql`, the account's key bound
 * @holds: (element-type DaybookHoldFigures): receives them
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_holds_open (sqlite3_stmt  *stmt,
                    GArray        *holds,
                    GError       **error)
{
  gboolean row;

  for (;;)
    {
      DaybookHoldFigures hold;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      hold = (DaybookHoldFigures) {
        .entry = sqlite3_column_int64 (stmt, 0), .amount = sqlite3_column_int64 (stmt, 1),
        .value_date = sqlite3_column_int64 (stmt, 2), .expires = sqlite3_column_int64 (stmt, 3),
        .reason = g_strdup (daybook_sql_text (stmt, 4)),
      };
      g_array_append_val (holds, hold);
    }
}

/**
 * daybook_holds_expired:
 * @stmt: `daybook_holds_expired_sql`, the day bound
 * @entries: (element-type guint64): receives them
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_holds_expired (sqlite3_stmt  *stmt,
                       GArray        *entries,
                       GError       **error)
{
  gboolean row;

  for (;;)
    {
      guint64 entry;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      entry = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (entries, entry);
    }
}
