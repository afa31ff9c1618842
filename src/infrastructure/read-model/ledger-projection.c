/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ledger: how much. Each account's balance and its lines, in order of value dates, each line
 * with the balance after it.
 *
 * Lines carry a dense row number per account, so that the n-th row is one look in an index however
 * many there are. A backdated entry moves the rows after it: rare, and few. Balances are kept in
 * memory during a batch and written once. */

#include "accounts/account-events.h"
#include "read-model/projection.h"
#include "store-error.h"

static const char *const tables[] = { "balances", "lines", "reversals", NULL };

static const char schema[] =
  "CREATE TABLE balances ("
  " account INTEGER PRIMARY KEY,"
  " balance INTEGER NOT NULL,"
  " n_lines INTEGER NOT NULL,"
  " last_date INTEGER NOT NULL) STRICT;"
  "CREATE TABLE lines ("
  " account INTEGER NOT NULL,"
  " row INTEGER NOT NULL,"
  " position INTEGER NOT NULL,"
  " value_date INTEGER NOT NULL,"
  " amount INTEGER NOT NULL,"
  " balance INTEGER NOT NULL,"
  " PRIMARY KEY (account, row)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE reversals ("
  " entry INTEGER PRIMARY KEY,"
  " reversal INTEGER NOT NULL) STRICT;";

const char daybook_ledger_balance_sql[] =
  "SELECT balance, n_lines FROM balances WHERE account = ?";

const char daybook_ledger_lines_sql[] =
  "SELECT l.row, l.position, l.value_date, l.amount, l.balance, r.reversal FROM lines l"
  " LEFT JOIN reversals r ON r.entry = l.position"
  " WHERE l.account = ?1 AND l.row >= ?2 AND l.row < ?2 + ?3 ORDER BY l.row";

typedef enum
{
  GET_BALANCE,
  PUT_BALANCE,
  ADD_LINE,
  GET_LINE,
  LIFT_LINES,
  DROP_LINES,
  ADD_REVERSAL,
  N_STATEMENTS
} Statement;

static const char *const sql[N_STATEMENTS] = {
  [GET_BALANCE] = "SELECT balance, n_lines, last_date FROM balances WHERE account = ?",
  [PUT_BALANCE] = "INSERT OR REPLACE INTO balances VALUES (?, ?, ?, ?)",
  [ADD_LINE] = "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?)",
  [GET_LINE] = "SELECT value_date, balance FROM lines WHERE account = ? AND row = ?",
  /* By way of negative rows, because row n+1 is taken until it has moved itself. */
  [LIFT_LINES] = "UPDATE lines SET row = -row - 1, balance = balance + ?3"
                 " WHERE account = ?1 AND row >= ?2",
  [DROP_LINES] = "UPDATE lines SET row = -row WHERE account = ? AND row < 0",
  [ADD_REVERSAL] = "INSERT INTO reversals VALUES (?, ?)",
};

typedef struct
{
  gint64 balance;
  gint64 n_lines;
  DaybookDate last_date;
} Balance;

typedef struct
{
  sqlite3_stmt *statements[N_STATEMENTS];
  GHashTable *balances;
} Ledger;

static gboolean
load_balance (Ledger   *self,
              guint32   account,
              Balance **balance,
              GError  **error)
{
  sqlite3_stmt *stmt = self->statements[GET_BALANCE];
  gboolean row;

  *balance = g_hash_table_lookup (self->balances, GUINT_TO_POINTER (account));
  if (*balance != NULL)
    return TRUE;

  sqlite3_bind_int64 (stmt, 1, account);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;

  *balance = g_new0 (Balance, 1);
  if (row)
    {
      (*balance)->balance = sqlite3_column_int64 (stmt, 0);
      (*balance)->n_lines = sqlite3_column_int64 (stmt, 1);
      (*balance)->last_date = sqlite3_column_int64 (stmt, 2);
      sqlite3_reset (stmt);
    }
  g_hash_table_insert (self->balances, GUINT_TO_POINTER (account), *balance);
  return TRUE;
}

static gboolean
get_line (Ledger       *self,
          guint32       account,
          gint64        row_number,
          DaybookDate  *date,
          gint64       *balance,
          GError      **error)
{
  sqlite3_stmt *stmt = self->statements[GET_LINE];
  gboolean row;

  *date = DAYBOOK_DATE_NONE;
  *balance = 0;
  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, row_number);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  *date = sqlite3_column_int64 (stmt, 0);
  *balance = sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);
  return TRUE;
}

/* The first row that counts for a later day than @date; rows are dense and in order of days. */
static gboolean
find_row_after (Ledger        *self,
                guint32        account,
                const Balance *balance,
                DaybookDate    date,
                gint64        *row,
                GError       **error)
{
  gint64 low = 1, high = balance->n_lines + 1;

  if (date >= balance->last_date)
    low = high;

  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;
      gint64 unused;
      DaybookDate there;

      if (!get_line (self, account, middle, &there, &unused, error))
        return FALSE;
      if (there > date)
        high = middle;
      else
        low = middle + 1;
    }

  *row = low;
  return TRUE;
}

static gboolean
move_lines (Ledger   *self,
            guint32   account,
            gint64    from_row,
            gint64    amount,
            GError  **error)
{
  sqlite3_stmt *lift = self->statements[LIFT_LINES];
  sqlite3_stmt *drop = self->statements[DROP_LINES];

  sqlite3_bind_int64 (lift, 1, account);
  sqlite3_bind_int64 (lift, 2, from_row);
  sqlite3_bind_int64 (lift, 3, amount);
  sqlite3_bind_int64 (drop, 1, account);

  return daybook_sql_run (lift, error) && daybook_sql_run (drop, error);
}

static gboolean
add_line (Ledger              *self,
          guint32              account,
          gint64               row,
          gint64               amount,
          gint64               balance,
          const DaybookEntry  *entry,
          GError             **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_LINE];

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, row);
  sqlite3_bind_int64 (stmt, 3, entry->position);
  sqlite3_bind_int64 (stmt, 4, entry->event->value_date);
  sqlite3_bind_int64 (stmt, 5, amount);
  sqlite3_bind_int64 (stmt, 6, balance);

  return daybook_sql_run (stmt, error);
}

static gboolean
move (Ledger                      *self,
      const DaybookAccountNumber  *number,
      gint64                       amount,
      const DaybookEntry          *entry,
      DaybookTouched              *touched,
      GError                     **error)
{
  guint32 account = daybook_account_number_get_sequence (number);
  DaybookDate date = entry->event->value_date, unused;
  gint64 before, after, sum, row;
  Balance *balance;

  if (!load_balance (self, account, &balance, error) ||
      !find_row_after (self, account, balance, date, &row, error))
    return FALSE;

  before = balance->balance;
  if (row <= balance->n_lines && (!get_line (self, account, row - 1, &unused, &before, error) ||
                                  !move_lines (self, account, row, amount, error)))
    return FALSE;

  if (!daybook_minor_add (before, amount, &after) ||
      !daybook_minor_add (balance->balance, amount, &sum))
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " leaves 64 bits", entry->position);
      return FALSE;
    }

  balance->balance = sum;
  balance->n_lines++;
  balance->last_date = MAX (balance->last_date, date);
  g_hash_table_add (touched->accounts, GUINT_TO_POINTER (account));

  return add_line (self, account, row, amount, after, entry, error);
}

static gboolean
add_reversal (Ledger                      *self,
              const DaybookEntryReversed  *reversed,
              guint64                      position,
              GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_REVERSAL];

  sqlite3_bind_int64 (stmt, 1, reversed->entry);
  sqlite3_bind_int64 (stmt, 2, position);

  return daybook_sql_run (stmt, error);
}

static gboolean
ledger_apply (gpointer             data,
              const DaybookEntry  *entry,
              DaybookTouched      *touched,
              GError             **error)
{
  Ledger *self = data;
  DaybookMovement movement;

  if (!daybook_event_get_movement (entry->event, &movement))
    return TRUE;

  if (daybook_account_number_is_set (&movement.from) &&
      !move (self, &movement.from, -movement.amount, entry, touched, error))
    return FALSE;
  if (daybook_account_number_is_set (&movement.to) &&
      !move (self, &movement.to, movement.amount, entry, touched, error))
    return FALSE;

  return entry->event->record.schema != &daybook_entry_reversed ||
         add_reversal (self, (const DaybookEntryReversed *) entry->event, entry->position, error);
}

static gboolean
ledger_flush (gpointer   data,
              GError   **error)
{
  Ledger *self = data;
  sqlite3_stmt *stmt = self->statements[PUT_BALANCE];
  GHashTableIter iter;
  gpointer account, value;

  g_hash_table_iter_init (&iter, self->balances);
  while (g_hash_table_iter_next (&iter, &account, &value))
    {
      const Balance *balance = value;

      sqlite3_bind_int64 (stmt, 1, GPOINTER_TO_UINT (account));
      sqlite3_bind_int64 (stmt, 2, balance->balance);
      sqlite3_bind_int64 (stmt, 3, balance->n_lines);
      sqlite3_bind_int64 (stmt, 4, balance->last_date);
      if (!daybook_sql_run (stmt, error))
        return FALSE;
    }

  g_hash_table_remove_all (self->balances);
  return TRUE;
}

static void
ledger_close (gpointer data)
{
  Ledger *self = data;

  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  g_hash_table_unref (self->balances);
  g_free (self);
}

static gpointer
ledger_open (sqlite3  *db,
             GError  **error)
{
  Ledger *self = g_new0 (Ledger, 1);

  self->balances = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (daybook_sql_prepare_all (db, sql, N_STATEMENTS, self->statements, error))
    return self;

  ledger_close (self);
  return NULL;
}

const DaybookProjection daybook_ledger_projection = {
  .name = "ledger",
  .tables = tables,
  .schema = schema,
  .open = ledger_open,
  .apply = ledger_apply,
  .flush = ledger_flush,
  .close = ledger_close,
};

/**
 * daybook_ledger_balance:
 * @stmt: `daybook_ledger_balance_sql`, the account's key bound
 *
 * An account without lines has a balance of zero.
 *
 * Returns: whether it could be read.
 */
gboolean
daybook_ledger_balance (sqlite3_stmt           *stmt,
                        DaybookAccountFigures  *figures,
                        GError                **error)
{
  gboolean row;

  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  figures->balance = sqlite3_column_int64 (stmt, 0);
  figures->n_entries = sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);
  return TRUE;
}

/**
 * daybook_ledger_lines:
 * @stmt: `daybook_ledger_lines_sql`; account, first row and number of rows bound
 * @lines: (element-type DaybookAccountLine): receives them
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_ledger_lines (sqlite3_stmt  *stmt,
                      GArray        *lines,
                      GError       **error)
{
  gboolean row;

  for (;;)
    {
      DaybookAccountLine line;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      line = (DaybookAccountLine) {
        .row = sqlite3_column_int64 (stmt, 0), .position = sqlite3_column_int64 (stmt, 1),
        .value_date = sqlite3_column_int64 (stmt, 2), .amount = sqlite3_column_int64 (stmt, 3),
        .balance = sqlite3_column_int64 (stmt, 4), .reversed_by = sqlite3_column_int64 (stmt, 5),
      };
      g_array_append_val (lines, line);
    }
}
