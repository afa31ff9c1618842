/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory: who is who and what is whose. People, accounts and holders, and the words by which
 * they are found. */

#include <string.h>

#include "accounts/account-events.h"
#include "people/person-records.h"
#include "read-model/projection.h"
#include "store-error.h"

static const char schema[] =
  "CREATE TABLE people ("
  " key INTEGER PRIMARY KEY,"
  " id TEXT NOT NULL UNIQUE,"
  " username TEXT NOT NULL,"
  " name TEXT NOT NULL,"
  " email TEXT,"
  " registered_on INTEGER NOT NULL,"
  " sort TEXT NOT NULL,"
  " search TEXT NOT NULL) STRICT;"
  "CREATE TABLE accounts ("
  " key INTEGER PRIMARY KEY,"
  " reference TEXT,"
  " name TEXT,"
  " currency TEXT NOT NULL,"
  " status INTEGER NOT NULL,"
  " opened_on INTEGER NOT NULL,"
  " overdraft INTEGER NOT NULL,"
  " search TEXT NOT NULL) STRICT;"
  "CREATE TABLE holders ("
  " account INTEGER NOT NULL,"
  " ordinal INTEGER NOT NULL,"
  " person INTEGER NOT NULL,"
  " PRIMARY KEY (account, ordinal)) STRICT, WITHOUT ROWID;";

static const char indexes[] = "CREATE INDEX holders_by_person ON holders (person)";

const char daybook_directory_totals_sql[] =
  "SELECT (SELECT max (key) FROM accounts), (SELECT max (key) FROM people),"
  " (SELECT position FROM checkpoint)";

const char daybook_directory_account_sql[] =
  "SELECT key, reference, name, currency, status, opened_on, overdraft"
  " FROM accounts WHERE key = ?";

const char daybook_directory_holders_sql[] =
  "SELECT p.name, p.username FROM holders h JOIN people p ON p.key = h.person"
  " WHERE h.account = ? ORDER BY h.ordinal";

#define SELECT_PERSON \
  "SELECT key, id, username, name, email, registered_on," \
  " (SELECT count (*) FROM holders WHERE person = key) FROM people"

const char daybook_directory_person_sql[] = SELECT_PERSON " WHERE key = ?";
const char daybook_directory_person_of_id_sql[] = SELECT_PERSON " WHERE id = ?";

/* With the words by which they are found: looking for those in C takes half the time that SQLite's
 * functions take. */
const char daybook_directory_accounts_sql[] = "SELECT key, search FROM accounts ORDER BY key";

const char daybook_directory_accounts_of_sql[] =
  "SELECT a.key, a.search FROM holders h JOIN accounts a ON a.key = h.account"
  " WHERE h.person = ? ORDER BY a.key";

const char daybook_directory_people_sql[] = "SELECT key, search FROM people ORDER BY sort, key";

typedef enum
{
  ADD_PERSON,
  FIND_PERSON,
  ADD_ACCOUNT,
  ADD_HOLDER,
  N_STATEMENTS
} Statement;

static const char *const sql[N_STATEMENTS] = {
  [ADD_PERSON] = "INSERT INTO people (id, username, name, email, registered_on, sort, search)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?)",
  [FIND_PERSON] = "SELECT key, name, username FROM people WHERE id = ?",
  [ADD_ACCOUNT] = "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  [ADD_HOLDER] = "INSERT INTO holders VALUES (?, ?, ?)",
};

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
} Directory;

/**
 * daybook_search_fold:
 *
 * Returns: (transfer full): @text without accents and in one case, as it is searched and sorted.
 */
char *
daybook_search_fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }

  return g_string_free (folded, FALSE);
}

static char *
search_text (const char *first,
             ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list words;

  va_start (words, first);
  for (const char *word = first; word != NULL; word = va_arg (words, const char *))
    g_string_append_printf (text, "%s\n", word);
  va_end (words);

  return daybook_search_fold (text->str);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
touch (GHashTable *keys,
       guint32     key)
{
  g_hash_table_add (keys, GUINT_TO_POINTER (key));
}

static gboolean
apply_registered (Directory                      *self,
                  const DaybookPersonRegistered  *e,
                  DaybookTouched                 *touched,
                  GError                        **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_PERSON];
  g_autofree char *sort = daybook_search_fold (e->name);
  g_autofree char *search = search_text (e->name, e->username, or_empty (e->email), NULL);

  daybook_sql_bind_text (stmt, 1, e->person);
  daybook_sql_bind_text (stmt, 2, e->username);
  daybook_sql_bind_text (stmt, 3, e->name);
  daybook_sql_bind_text (stmt, 4, e->email);
  sqlite3_bind_int64 (stmt, 5, e->event.value_date);
  daybook_sql_bind_text (stmt, 6, sort);
  daybook_sql_bind_text (stmt, 7, search);
  if (!daybook_sql_run (stmt, error))
    return FALSE;

  touch (touched->people, sqlite3_last_insert_rowid (self->db));
  return TRUE;
}

static gboolean
add_holder (Directory  *self,
            guint32     account,
            guint32     person,
            GError    **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_HOLDER];

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, 0);
  sqlite3_bind_int64 (stmt, 3, person);

  return daybook_sql_run (stmt, error);
}

static gboolean
add_account (Directory                   *self,
             const DaybookAccountOpened  *e,
             guint32                      key,
             const char                  *search,
             GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_ACCOUNT];

  sqlite3_bind_int64 (stmt, 1, key);
  daybook_sql_bind_text (stmt, 2, e->reference);
  daybook_sql_bind_text (stmt, 3, e->name);
  daybook_sql_bind_text (stmt, 4, e->currency.code);
  sqlite3_bind_int64 (stmt, 5, DAYBOOK_ACCOUNT_OPEN);
  sqlite3_bind_int64 (stmt, 6, e->event.value_date);
  sqlite3_bind_int64 (stmt, 7, e->overdraft);
  daybook_sql_bind_text (stmt, 8, search);

  return daybook_sql_run (stmt, error);
}

static gboolean
apply_opened (Directory                   *self,
              const DaybookAccountOpened  *e,
              DaybookTouched              *touched,
              GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[FIND_PERSON];
  guint32 key = daybook_account_number_get_sequence (&e->account);
  char spaced[DAYBOOK_ACCOUNT_NUMBER_LENGTH];
  g_autofree char *search = NULL;
  guint32 person;
  gboolean row;

  daybook_sql_bind_text (stmt, 1, e->holder);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "account %s is held by nobody known", e->account.digits);
      return FALSE;
    }

  person = sqlite3_column_int64 (stmt, 0);
  daybook_account_number_format (&e->account, spaced);
  search = search_text (e->account.digits, spaced, or_empty (e->reference), or_empty (e->name),
                        daybook_sql_text (stmt, 1), daybook_sql_text (stmt, 2), NULL);
  sqlite3_reset (stmt);

  touch (touched->accounts, key);
  touch (touched->people, person);
  return add_account (self, e, key, search, error) && add_holder (self, key, person, error);
}

static gboolean
directory_apply (gpointer             self,
                 const DaybookEntry  *entry,
                 DaybookTouched      *touched,
                 GError             **error)
{
  const DaybookSchema *schema_of = entry->event->record.schema;

  if (schema_of == &daybook_person_registered)
    return apply_registered (self, (const DaybookPersonRegistered *) entry->event, touched, error);
  if (schema_of == &daybook_account_opened)
    return apply_opened (self, (const DaybookAccountOpened *) entry->event, touched, error);

  return TRUE;
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
  Directory *self = data;

  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  g_free (self);
}

static gpointer
directory_open (sqlite3  *db,
                GError  **error)
{
  Directory *self = g_new0 (Directory, 1);

  self->db = db;
  if (daybook_sql_prepare_all (db, sql, N_STATEMENTS, self->statements, error))
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

/**
 * daybook_directory_totals:
 * @stmt: `daybook_directory_totals_sql`
 *
 * Returns: whether it could be read.
 */
gboolean
daybook_directory_totals (sqlite3_stmt   *stmt,
                          DaybookTotals  *totals,
                          GError        **error)
{
  gboolean row;

  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;

  totals->n_accounts = sqlite3_column_int64 (stmt, 0);
  totals->n_people = sqlite3_column_int64 (stmt, 1);
  totals->n_entries = sqlite3_column_int64 (stmt, 2);
  sqlite3_reset (stmt);
  return TRUE;
}

static gboolean
not_found (GError **error)
{
  g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND,
                       "the directory has no such row");
  return FALSE;
}

/**
 * daybook_directory_account:
 * @stmt: `daybook_directory_account_sql`, its key bound
 *
 * Returns: whether there is such an account.
 */
gboolean
daybook_directory_account (sqlite3_stmt           *stmt,
                           DaybookAccountFigures  *figures,
                           GError                **error)
{
  gboolean row;

  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return not_found (error);

  figures->key = sqlite3_column_int64 (stmt, 0);
  daybook_account_number_new (figures->key, &figures->number);
  figures->reference = g_strdup (daybook_sql_text (stmt, 1));
  figures->name = g_strdup (daybook_sql_text (stmt, 2));
  g_strlcpy (figures->currency.code, daybook_sql_text (stmt, 3), sizeof figures->currency.code);
  figures->status = sqlite3_column_int (stmt, 4);
  figures->opened_on = sqlite3_column_int64 (stmt, 5);
  figures->overdraft = sqlite3_column_int64 (stmt, 6);
  sqlite3_reset (stmt);
  return TRUE;
}

/**
 * daybook_directory_holders:
 * @stmt: `daybook_directory_holders_sql`, the account's key bound
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_directory_holders (sqlite3_stmt           *stmt,
                           DaybookAccountFigures  *figures,
                           GError                **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) usernames = g_string_new (NULL);
  gboolean row;

  for (;;)
    {
      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              daybook_sql_text (stmt, 0));
      g_string_append_printf (usernames, "%s%s", usernames->len > 0 ? " " : "",
                              daybook_sql_text (stmt, 1));
    }

  figures->holders = g_string_free (g_steal_pointer (&names), FALSE);
  figures->usernames = g_string_free (g_steal_pointer (&usernames), FALSE);
  return TRUE;
}

/**
 * daybook_directory_person:
 * @stmt: `daybook_directory_person_sql` or `…_person_of_id_sql`, the key or id bound
 *
 * Returns: whether there is such a person.
 */
gboolean
daybook_directory_person (sqlite3_stmt          *stmt,
                          DaybookPersonDetails  *details,
                          GError               **error)
{
  gboolean row;

  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return not_found (error);

  details->key = sqlite3_column_int64 (stmt, 0);
  details->id = g_strdup (daybook_sql_text (stmt, 1));
  details->username = g_strdup (daybook_sql_text (stmt, 2));
  details->name = g_strdup (daybook_sql_text (stmt, 3));
  details->email = g_strdup (daybook_sql_text (stmt, 4));
  details->registered_on = sqlite3_column_int64 (stmt, 5);
  details->n_accounts = sqlite3_column_int (stmt, 6);
  sqlite3_reset (stmt);
  return TRUE;
}
