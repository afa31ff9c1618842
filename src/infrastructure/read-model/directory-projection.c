/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory: who is who and what is whose. People, accounts and holders, and the words by which
 * they are found.
 *
 * The words of a row are worked out from what stands in the tables, whatever it was that changed:
 * an account's follow from its own name and from those of all who hold it. */

#include "read-model/directory.h"

#include "store-error.h"

/* Whoever searches reads the words of all rows, and nothing else of them but whether they are
 * closed: those stand in front, where SQLite need not pass over the rest. Holders are found by
 * person while entries are applied, and not only by readers: their index is there from the
 * beginning. It also sees to it that nobody holds an account twice. */
static const char schema[] =
  "CREATE TABLE people ("
  " key INTEGER PRIMARY KEY,"
  " sort BLOB NOT NULL,"
  " search TEXT NOT NULL,"
  " id TEXT NOT NULL UNIQUE,"
  " username TEXT NOT NULL,"
  " former TEXT,"
  " name TEXT NOT NULL,"
  " email TEXT,"
  " phone TEXT,"
  " address TEXT,"
  " note TEXT,"
  " registered_on INTEGER NOT NULL) STRICT;"
  "CREATE TABLE accounts ("
  " key INTEGER PRIMARY KEY,"
  " status INTEGER NOT NULL,"
  " search TEXT NOT NULL,"
  " sort BLOB NOT NULL,"
  " reference TEXT,"
  " name TEXT,"
  " currency TEXT NOT NULL,"
  " opened_on INTEGER NOT NULL,"
  " closed_on INTEGER,"
  " authority INTEGER NOT NULL,"
  " minimum INTEGER NOT NULL,"
  " overdraft INTEGER NOT NULL,"
  " per_withdrawal INTEGER NOT NULL,"
  " per_day INTEGER NOT NULL,"
  " debits_blocked TEXT,"
  " credits_blocked TEXT) STRICT;"
  "CREATE TABLE holders ("
  " account INTEGER NOT NULL,"
  " ordinal INTEGER NOT NULL,"
  " person INTEGER NOT NULL,"
  " PRIMARY KEY (account, ordinal)) STRICT, WITHOUT ROWID;"
  "CREATE UNIQUE INDEX holders_by_person ON holders (person, account);";

/* Each is a list in another order, without a look at its rows, or the few that are asked for
 * together with all that is asked of them: see attention-queries.c. */
static const char indexes[] =
  "CREATE INDEX people_by_name ON people (sort);"
  "CREATE INDEX people_by_username ON people (username);"
  "CREATE INDEX accounts_by_name ON accounts (sort);"
  "CREATE INDEX accounts_by_currency ON accounts (currency);"
  "CREATE INDEX accounts_closed ON accounts (status) WHERE status = 2;"
  "CREATE INDEX accounts_blocked ON accounts (key, status)"
  " WHERE debits_blocked IS NOT NULL OR credits_blocked IS NOT NULL;"
  "CREATE INDEX accounts_with_minimum ON accounts (key, status, minimum, overdraft)"
  " WHERE minimum > 0;";

G_STATIC_ASSERT (DAYBOOK_ACCOUNT_CLOSED == 2);

static const char *const sql[DAYBOOK_DIRECTORY_N_STATEMENTS] = {
  [DAYBOOK_DIRECTORY_ADD_PERSON] =
    "INSERT INTO people (id, username, name, email, phone, address, note, registered_on, sort,"
    " search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, x'', '')",
  [DAYBOOK_DIRECTORY_FIND_PERSON] = "SELECT key FROM people WHERE id = ?",
  [DAYBOOK_DIRECTORY_GET_PERSON] =
    "SELECT name, username, former, email, phone FROM people WHERE key = ?",
  [DAYBOOK_DIRECTORY_PUT_DETAILS] =
    "UPDATE people SET name = ?2, email = ?3, phone = ?4, address = ?5, note = ?6 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_USERNAME] =
    "UPDATE people SET username = ?2, former = ?3 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_PERSON_SEARCH] =
    "UPDATE people SET sort = ?2, search = ?3 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_GET_ACCOUNTS_OF] =
    "SELECT account FROM holders WHERE person = ? ORDER BY account",
  [DAYBOOK_DIRECTORY_ADD_ACCOUNT] =
    "INSERT INTO accounts (key, reference, name, currency, status, opened_on, authority, minimum,"
    " overdraft, per_withdrawal, per_day, search, sort)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, 0, 0, '', x'')",
  [DAYBOOK_DIRECTORY_GET_ACCOUNT] = "SELECT reference, name FROM accounts WHERE key = ?",
  [DAYBOOK_DIRECTORY_GET_HOLDERS] =
    "SELECT p.name, p.username, p.former FROM holders h JOIN people p ON p.key = h.person"
    " WHERE h.account = ? ORDER BY h.ordinal",
  [DAYBOOK_DIRECTORY_PUT_ACCOUNT_SEARCH] =
    "UPDATE accounts SET search = ?2, sort = ?3 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_NAME] = "UPDATE accounts SET name = ?2 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_AUTHORITY] = "UPDATE accounts SET authority = ?2 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_LIMITS] =
    "UPDATE accounts SET minimum = ?2, overdraft = ?3, per_withdrawal = ?4, per_day = ?5"
    " WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_DEBITS_BLOCKED] =
    "UPDATE accounts SET debits_blocked = ?2 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_CREDITS_BLOCKED] =
    "UPDATE accounts SET credits_blocked = ?2 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_PUT_STATUS] =
    "UPDATE accounts SET status = ?2, closed_on = ?3 WHERE key = ?1",
  [DAYBOOK_DIRECTORY_ADD_HOLDER] =
    "INSERT INTO holders SELECT ?1, coalesce (max (ordinal), 0) + 1, ?2 FROM holders"
    " WHERE account = ?1",
  [DAYBOOK_DIRECTORY_REMOVE_HOLDER] = "DELETE FROM holders WHERE account = ? AND person = ?",
};

/* Whom an event means; the event is damaged if nobody is known by that id. */
gboolean
daybook_directory_find_person (DaybookDirectory  *self,
                               const char        *id,
                               guint32           *key,
                               GError           **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_FIND_PERSON];
  gboolean row;

  daybook_sql_bind_text (stmt, 1, id);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "nobody is known as %s", id);
      return FALSE;
    }

  *key = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return TRUE;
}

/* Runs what changes one row. If there is no such row, the event does not follow from those before:
 * @what says what is missing. */
gboolean
daybook_directory_change_one (DaybookDirectory  *self,
                              sqlite3_stmt      *stmt,
                              const char        *what,
                              GError           **error)
{
  if (!daybook_sql_run (stmt, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 1)
    return TRUE;

  g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED, "there is no such %s",
               what);
  return FALSE;
}

static gboolean
directory_apply (gpointer             self,
                 const DaybookEntry  *entry,
                 DaybookTouched      *touched,
                 GError             **error)
{
  return daybook_directory_apply_to_people (self, entry->event, touched, error) &&
         daybook_directory_apply_to_accounts (self, entry->event, touched, error);
}

static gboolean
directory_flush (gpointer   self,
                 GError   **error)
{
  return TRUE;
}

static void
directory_close (gpointer data)
{
  DaybookDirectory *self = data;

  daybook_sql_finalize_all (self->statements, DAYBOOK_DIRECTORY_N_STATEMENTS);
  daybook_collation_free (self->collation);
  g_free (self);
}

static gpointer
directory_open (sqlite3  *db,
                GError  **error)
{
  DaybookDirectory *self = g_new0 (DaybookDirectory, 1);

  self->db = db;
  self->collation = daybook_collation_new_of (db, error);
  if (self->collation != NULL &&
      daybook_sql_prepare_all (db, sql, DAYBOOK_DIRECTORY_N_STATEMENTS, self->statements, error))
    return self;

  directory_close (self);
  return NULL;
}

const DaybookProjection daybook_directory_projection = {
  .name = "directory",
  .schema = schema,
  .indexes = indexes,
  .open = directory_open,
  .apply = directory_apply,
  .flush = directory_flush,
  .close = directory_close,
};
