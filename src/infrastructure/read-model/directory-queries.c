/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory's queries: what people read of people and accounts. */

#include "read-model/projection.h"
#include "store-error.h"

const char daybook_directory_totals_sql[] =
  "SELECT (SELECT max (key) FROM accounts), (SELECT max (key) FROM people),"
  " (SELECT position FROM checkpoint), (SELECT count (*) FROM accounts WHERE status = 2)";

const char daybook_directory_account_sql[] =
  "SELECT key, reference, name, currency, status, opened_on, closed_on, authority, minimum,"
  " overdraft, per_withdrawal, per_day, debits_blocked, credits_blocked"
  " FROM accounts WHERE key = ?";

const char daybook_directory_holders_sql[] =
  "SELECT p.name, p.username FROM holders h JOIN people p ON p.key = h.person"
  " WHERE h.account = ? ORDER BY h.ordinal";

#define SELECT_PERSON \
  "SELECT key, id, username, former, name, email, phone, address, note, registered_on," \
  " (SELECT count (*) FROM holders WHERE person = key) FROM people"

const char daybook_directory_person_sql[] = SELECT_PERSON " WHERE key = ?";
const char daybook_directory_person_of_id_sql[] = SELECT_PERSON " WHERE id = ?";

/* With the words by which they are found: looking for those in C takes half the time that SQLite's
 * functions take. In the order of the table: any other is a query of its own, which is answered by
 * an index alone. */
#define ACCOUNTS(standing) "SELECT a.key, a.search FROM accounts a" standing " ORDER BY a.key"
#define ACCOUNTS_OF(standing) \
  "SELECT a.key, a.search FROM (SELECT account FROM holders WHERE person = ?) h" \
  " JOIN accounts a ON a.key = h.account" standing " ORDER BY a.key"

#define FOR_EACH_STANDING(SELECT) \
  { \
    [DAYBOOK_STANDING_ANY] = SELECT (""), \
    [DAYBOOK_STANDING_OPEN] = SELECT (" WHERE a.status = 1"), \
    [DAYBOOK_STANDING_CLOSED] = SELECT (" WHERE a.status = 2"), \
    [DAYBOOK_STANDING_BLOCKED] = SELECT (" WHERE a.status = 1 AND" \
                                         " coalesce (a.debits_blocked, a.credits_blocked)" \
                                         " IS NOT NULL"), \
  }

G_STATIC_ASSERT (DAYBOOK_ACCOUNT_OPEN == 1 && DAYBOOK_ACCOUNT_CLOSED == 2);

const char *const daybook_directory_accounts_sql[] = FOR_EACH_STANDING (ACCOUNTS);
const char *const daybook_directory_accounts_of_sql[] = FOR_EACH_STANDING (ACCOUNTS_OF);

const char daybook_directory_accounts_by_name_sql[] = "SELECT key FROM accounts ORDER BY sort, key";

/* Of the index alone. */
const char daybook_directory_closed_sql[] =
  "SELECT key FROM accounts INDEXED BY accounts_closed WHERE status = 2";

/* Only of accounts in another currency than the first: nearly always none. */
#define HOME "(SELECT currency FROM accounts WHERE key = 1)"

const char daybook_directory_currencies_sql[] =
  "SELECT key, currency FROM accounts WHERE currency < " HOME " UNION ALL "
  "SELECT key, currency FROM accounts WHERE currency > " HOME;

const char daybook_directory_people_sql[] = "SELECT key, search FROM people ORDER BY key";

const char daybook_directory_people_by_name_sql[] = "SELECT key FROM people ORDER BY sort, key";

const char daybook_directory_people_by_username_sql[] =
  "SELECT key FROM people ORDER BY username, key";

/* Whoever reads it adds them up: grouping them takes SQLite longer than all else. */
const char daybook_directory_n_accounts_sql[] = "SELECT person, 1 FROM holders";

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
  totals->n_closed = sqlite3_column_int64 (stmt, 3);
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
  figures->closed_on = sqlite3_column_int64 (stmt, 6);
  figures->authority = sqlite3_column_int (stmt, 7);
  figures->minimum = sqlite3_column_int64 (stmt, 8);
  figures->overdraft = sqlite3_column_int64 (stmt, 9);
  figures->per_withdrawal = sqlite3_column_int64 (stmt, 10);
  figures->per_day = sqlite3_column_int64 (stmt, 11);
  figures->debits_blocked = g_strdup (daybook_sql_text (stmt, 12));
  figures->credits_blocked = g_strdup (daybook_sql_text (stmt, 13));
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
  details->former = g_strdup (daybook_sql_text (stmt, 3));
  details->name = g_strdup (daybook_sql_text (stmt, 4));
  details->email = g_strdup (daybook_sql_text (stmt, 5));
  details->phone = g_strdup (daybook_sql_text (stmt, 6));
  details->address = g_strdup (daybook_sql_text (stmt, 7));
  details->note = g_strdup (daybook_sql_text (stmt, 8));
  details->registered_on = sqlite3_column_int64 (stmt, 9);
  details->n_accounts = sqlite3_column_int (stmt, 10);
  sqlite3_reset (stmt);
  return TRUE;
}
