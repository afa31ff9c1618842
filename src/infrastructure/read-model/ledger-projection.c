/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ledger: how much. Each account's balance and its lines, in order of value dates, each line
 * with the balance after it.
 *
 * Lines carry a dense row number per account, so that the n-th row is one look in an index however
 * many there are. During a batch lines are gathered in memory; at its end they are written account
 * by account, in the order in which the table keeps them. A backdated entry belongs among rows that
 * are there already: those after it are written again. */

#include "accounts/account-events.h"
#include "read-model/projection.h"
#include "store-error.h"

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
  " reversal INTEGER NOT NULL,"
  " replacement INTEGER) STRICT;";

static const char indexes[] =
  "CREATE INDEX balances_overdrawn ON balances (balance) WHERE balance < 0;";

const char daybook_ledger_balance_sql[] =
  "SELECT balance, n_lines, last_date FROM balances WHERE account = ?";

const char daybook_ledger_balances_sql[] = "SELECT account, balance FROM balances";

const char daybook_ledger_lines_sql[] =
  "SELECT l.row, l.position, l.value_date, l.amount, l.balance, r.reversal, r.replacement"
  " FROM lines l LEFT JOIN reversals r ON r.entry = l.position"
  " WHERE l.account = ?1 AND l.row >= ?2 AND l.row < ?2 + ?3 ORDER BY l.row";

typedef enum
{
  GET_BALANCE,
  PUT_BALANCE,
  ADD_LINE,
  GET_LINE,
  GET_LINES,
  DROP_LINES,
  ADD_REVERSAL,
  PUT_REPLACEMENT,
  N_STATEMENTS
} Statement;

static const char *const sql[N_STATEMENTS] = {
  [GET_BALANCE] = "SELECT balance, n_lines, last_date FROM balances WHERE account = ?",
  [PUT_BALANCE] = "INSERT OR REPLACE INTO balances VALUES (?, ?, ?, ?)",
  [ADD_LINE] = "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?)",
  [GET_LINE] = "SELECT value_date, balance FROM lines WHERE account = ? AND row = ?",
  [GET_LINES] = "SELECT position, value_date, amount FROM lines WHERE account = ? AND row >= ?"
                " ORDER BY row",
  [DROP_LINES] = "DELETE FROM lines WHERE account = ? AND row >= ?",
  [ADD_REVERSAL] = "INSERT INTO reversals VALUES (?, ?, NULL)",
  [PUT_REPLACEMENT] = "UPDATE reversals SET replacement = ?"
                      " WHERE entry = ? AND replacement IS NULL",
};

typedef struct
{
  guint64 position;
  gint64 amount;
  DaybookDate date;
} Line;

/* One account, as it stands in the file. */
typedef struct
{
  gint64 balance;
  gint64 n_lines;
  DaybookDate last_date;
} Balance;

/* @gathered: for each account its lines of this batch, in order of entries. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
  GHashTable *gathered;
} Ledger;

static gboolean
get_balance (Ledger   *self,
             guint32   account,
             Balance  *balance,
             GError  **error)
{
  sqlite3_stmt *stmt = self->statements[GET_BALANCE];
  gboolean row;

  *balance = (Balance) { 0 };
  sqlite3_bind_int64 (stmt, 1, account);
  if (!daybook_sql_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  balance->balance = sqlite3_column_int64 (stmt, 0);
  balance->n_lines = sqlite3_column_int64 (stmt, 1);
  balance->last_date = sqlite3_column_int64 (stmt, 2);
  sqlite3_reset (stmt);
  return TRUE;
}

static gboolean
put_balance (Ledger         *self,
             guint32         account,
             const Balance  *balance,
             GError        **error)
{
  sqlite3_stmt *stmt = self->statements[PUT_BALANCE];

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, balance->balance);
  sqlite3_bind_int64 (stmt, 3, balance->n_lines);
  sqlite3_bind_int64 (stmt, 4, balance->last_date);

  return daybook_sql_run (stmt, error);
}

/* A row's day and the balance after it; nothing of both for the row before the first. */
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

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  return (x->position > y->position) - (x->position < y->position);
}

/* Takes the rows from @row on out of the file, and in among @lines. */
static gboolean
take_lines_back (Ledger   *self,
                 guint32   account,
                 gint64    row,
                 GArray   *lines,
                 GError  **error)
{
  sqlite3_stmt *get = self->statements[GET_LINES];
  sqlite3_stmt *drop = self->statements[DROP_LINES];
  gboolean there;

  sqlite3_bind_int64 (get, 1, account);
  sqlite3_bind_int64 (get, 2, row);
  for (;;)
    {
      Line line;

      if (!daybook_sql_step (get, &there, error))
        return FALSE;
      if (!there)
        break;

      line = (Line) { .position = sqlite3_column_int64 (get, 0),
                      .date = sqlite3_column_int64 (get, 1),
                      .amount = sqlite3_column_int64 (get, 2) };
      g_array_append_val (lines, line);
    }

  sqlite3_bind_int64 (drop, 1, account);
  sqlite3_bind_int64 (drop, 2, row);
  return daybook_sql_run (drop, error);
}

/* Writes the lines after those that are there. */
static gboolean
add_lines (Ledger   *self,
           guint32   account,
           Balance  *balance,
           GArray   *lines,
           GError  **error)
{
  sqlite3_stmt *stmt = self->statements[ADD_LINE];

  sqlite3_bind_int64 (stmt, 1, account);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (!daybook_minor_add (balance->balance, line->amount, &balance->balance))
        {
          g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                       "entry %" G_GUINT64_FORMAT ": the balance leaves 64 bits", line->position);
          return FALSE;
        }
      balance->n_lines++;
      balance->last_date = line->date;

      sqlite3_bind_int64 (stmt, 2, balance->n_lines);
      sqlite3_bind_int64 (stmt, 3, line->position);
      sqlite3_bind_int64 (stmt, 4, line->date);
      sqlite3_bind_int64 (stmt, 5, line->amount);
      sqlite3_bind_int64 (stmt, 6, balance->balance);
      if (!daybook_sql_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_account (Ledger   *self,
               guint32   account,
               GArray   *lines,
               GError  **error)
{
  Balance balance;
  gint64 row;

  g_array_sort (lines, compare_lines);
  if (!get_balance (self, account, &balance, error) ||
      !find_row_after (self, account, &balance, g_array_index (lines, Line, 0).date, &row, error))
    return FALSE;

  if (row <= balance.n_lines)
    {
      if (!take_lines_back (self, account, row, lines, error) ||
          !get_line (self, account, row - 1, &balance.last_date, &balance.balance, error))
        return FALSE;
      balance.n_lines = row - 1;
      g_array_sort (lines, compare_lines);
    }

  return add_lines (self, account, &balance, lines, error) &&
         put_balance (self, account, &balance, error);
}

static void
gather (Ledger                      *self,
        const DaybookAccountNumber  *number,
        gint64                       amount,
        const DaybookEntry          *entry,
        DaybookTouched              *touched)
{
  gpointer account = GUINT_TO_POINTER (daybook_account_number_get_sequence (number));
  GArray *lines = g_hash_table_lookup (self->gathered, account);
  Line line = { entry->position, amount, entry->event->value_date };

  if (lines == NULL)
    {
      lines = g_array_new (FALSE, FALSE, sizeof (Line));
      g_hash_table_insert (self->gathered, account, lines);
    }
  g_array_append_val (lines, line);
  g_hash_table_add (touched->accounts, account);
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

/* The number of the entry that an event stands in place of; 0 if it does not. */
static guint64
get_corrected (const DaybookEvent *event)
{
  const DaybookSchema *schema_of = event->record.schema;

  if (schema_of == &daybook_money_deposited)
    return ((const DaybookMoneyDeposited *) event)->corrects;
  if (schema_of == &daybook_money_withdrawn)
    return ((const DaybookMoneyWithdrawn *) event)->corrects;
  if (schema_of == &daybook_money_transferred)
    return ((const DaybookMoneyTransferred *) event)->corrects;

  return 0;
}

static gboolean
put_replacement (Ledger   *self,
                 guint64   entry,
                 guint64   position,
                 GError  **error)
{
  sqlite3_stmt *stmt = self->statements[PUT_REPLACEMENT];

  sqlite3_bind_int64 (stmt, 1, position);
  sqlite3_bind_int64 (stmt, 2, entry);
  if (!daybook_sql_run (stmt, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 1)
    return TRUE;

  g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
               "entry %" G_GUINT64_FORMAT " stands in place of one that was not reversed",
               position);
  return FALSE;
}

static gboolean
ledger_apply (gpointer             data,
              const DaybookEntry  *entry,
              DaybookTouched      *touched,
              GError             **error)
{
  Ledger *self = data;
  guint64 corrected = get_corrected (entry->event);
  DaybookMovement movement;

  if (!daybook_event_get_movement (entry->event, &movement))
    return TRUE;
  if (corrected != 0 && !put_replacement (self, corrected, entry->position, error))
    return FALSE;

  if (daybook_account_number_is_set (&movement.from))
    gather (self, &movement.from, -movement.amount, entry, touched);
  if (daybook_account_number_is_set (&movement.to))
    gather (self, &movement.to, movement.amount, entry, touched);

  return entry->event->record.schema != &daybook_entry_reversed ||
         add_reversal (self, (const DaybookEntryReversed *) entry->event, entry->position, error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);

  return (x > y) - (x < y);
}

static gboolean
ledger_flush (gpointer   data,
              GError   **error)
{
  Ledger *self = data;
  g_autoptr (GList) accounts = g_list_sort (g_hash_table_get_keys (self->gathered), compare_keys);

  for (GList *l = accounts; l != NULL; l = l->next)
    if (!write_account (self, GPOINTER_TO_UINT (l->data),
                        g_hash_table_lookup (self->gathered, l->data), error))
      return FALSE;

  g_hash_table_remove_all (self->gathered);
  return TRUE;
}

static void
ledger_close (gpointer data)
{
  Ledger *self = data;

  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  g_hash_table_unref (self->gathered);
  g_free (self);
}

static gpointer
ledger_open (sqlite3  *db,
             GError  **error)
{
  Ledger *self = g_new0 (Ledger, 1);

  self->db = db;
  self->gathered = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  if (daybook_sql_prepare_all (db, sql, N_STATEMENTS, self->statements, error))
    return self;

  ledger_close (self);
  return NULL;
}

const DaybookProjection daybook_ledger_projection = {
  .name = "ledger",
  .schema = schema,
  .indexes = indexes,
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
  figures->last_value_date = sqlite3_column_int64 (stmt, 2);
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
        .corrected_by = sqlite3_column_int64 (stmt, 6),
      };
      g_array_append_val (lines, line);
    }
}
