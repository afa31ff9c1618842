/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Control totals: what is owed against what there is (rule 34).
 *
 * Every movement is double: a deposit by cash adds to the account and to cash in hand. For each
 * currency and value date it is kept what was added to the accounts, to cash and at the bank; the
 * totals at the end of a day are the sums of all days until then. The accounts' side is taken from
 * the accounts that an entry names and the other from its method, so that an entry which has only
 * one of them shows. A transfer changes neither.
 *
 * What came in on a day is kept too. Whatever was recorded by mistake and reversed on its own day
 * has neither come in nor gone out; a reversal on a later day is money on its way back.
 *
 * No account leaves 64 bits, but all accounts together may. Each sum is kept in two columns: the
 * lower 64 bits, which is the sum itself as long as it fits, and what is above them, which is 0
 * then, or -1 below zero. So nothing wraps, and no entry is refused for what others have. */

#include "read-model/control.h"

#include <string.h>

#include "accounts/account-events.h"

static const char schema[] =
  "CREATE TABLE control ("
  " currency TEXT NOT NULL,"
  " value_date INTEGER NOT NULL,"
  " accounts INTEGER NOT NULL,"
  " accounts_above INTEGER NOT NULL,"
  " cash INTEGER NOT NULL,"
  " cash_above INTEGER NOT NULL,"
  " bank INTEGER NOT NULL,"
  " bank_above INTEGER NOT NULL,"
  " paid_in INTEGER NOT NULL,"
  " paid_in_above INTEGER NOT NULL,"
  " PRIMARY KEY (currency, value_date)) STRICT, WITHOUT ROWID;";

const char daybook_control_days_sql[] =
  "SELECT * FROM control WHERE value_date <= ? ORDER BY currency, value_date";

typedef enum
{
  GET_DAY,
  PUT_DAY,
  N_STATEMENTS
} Statement;

static const char *const sql[N_STATEMENTS] = {
  [GET_DAY] = "SELECT * FROM control WHERE currency = ? AND value_date = ?",
  [PUT_DAY] = "INSERT OR REPLACE INTO control VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
};

/* One currency's day, found by @key. */
typedef struct
{
  guint64 key;
  DaybookControlDay day;
} Gathered;

/* @gathered: what this batch did. */
typedef struct
{
  sqlite3_stmt *statements[N_STATEMENTS];
  GHashTable *gathered;
} Control;

/* Sorts by currency, then by day. */
guint64
daybook_control_key (DaybookCurrency currency,
                     DaybookDate     date)
{
  guint32 code;

  memcpy (&code, currency.code, sizeof code);
  return (guint64) GUINT32_FROM_BE (code) << 32 | date;
}

void
daybook_control_sums_add (DaybookControlSums       *sums,
                          const DaybookControlSums *more)
{
  sums->accounts += more->accounts;
  sums->cash += more->cash;
  sums->bank += more->bank;
  sums->paid_in += more->paid_in;
}

/* The sum, if it fits; else the nearest that does, and @too_large is set. */
gint64
daybook_sum_clamp (DaybookSum  sum,
                   gboolean   *too_large)
{
  if (sum >= G_MININT64 && sum <= G_MAXINT64)
    return sum;

  *too_large = TRUE;
  return sum < 0 ? G_MININT64 : G_MAXINT64;
}

static DaybookSum
read_sum (sqlite3_stmt *stmt,
          int           column)
{
  DaybookSum above = sqlite3_column_int64 (stmt, column + 1);

  return above * ((DaybookSum) 1 << 64) + (guint64) sqlite3_column_int64 (stmt, column);
}

static void
bind_sum (sqlite3_stmt *stmt,
          int           parameter,
          DaybookSum    sum)
{
  sqlite3_bind_int64 (stmt, parameter, (gint64) (guint64) sum);
  sqlite3_bind_int64 (stmt, parameter + 1, (gint64) (sum >> 64));
}

/* Reads the next row of the table, all of whose columns @stmt gives. */
gboolean
daybook_control_step (sqlite3_stmt       *stmt,
                      gboolean           *row,
                      DaybookControlDay  *day,
                      GError            **error)
{
  if (!daybook_sql_step (stmt, row, error))
    return FALSE;
  if (!*row)
    return TRUE;

  memset (day, 0, sizeof *day);
  g_strlcpy (day->currency.code, daybook_sql_text (stmt, 0), sizeof day->currency.code);
  day->date = sqlite3_column_int64 (stmt, 1);
  day->sums.accounts = read_sum (stmt, 2);
  day->sums.cash = read_sum (stmt, 4);
  day->sums.bank = read_sum (stmt, 6);
  day->sums.paid_in = read_sum (stmt, 8);
  return TRUE;
}

static void
gather (Control                  *self,
        DaybookCurrency           currency,
        DaybookDate               date,
        const DaybookControlSums *sums)
{
  guint64 key = daybook_control_key (currency, date);
  Gathered *gathered = g_hash_table_lookup (self->gathered, &key);

  if (gathered == NULL)
    {
      gathered = g_new0 (Gathered, 1);
      gathered->key = key;
      gathered->day.currency = currency;
      gathered->day.date = date;
      g_hash_table_add (self->gathered, gathered);
    }
  daybook_control_sums_add (&gathered->day.sums, sums);
}

static gboolean
is_reversed_on_its_day (const DaybookEvent *event)
{
  return event->record.schema == &daybook_entry_reversed &&
         ((const DaybookEntryReversed *) event)->original_date == event->value_date;
}

static gboolean
control_apply (gpointer             self,
               const DaybookEntry  *entry,
               DaybookTouched      *touched,
               GError             **error)
{
  DaybookControlSums sums = { 0 };
  DaybookMovement movement;
  gboolean in, out;

  if (!daybook_event_get_movement (entry->event, &movement))
    return TRUE;

  in = daybook_account_number_is_set (&movement.to);
  out = daybook_account_number_is_set (&movement.from);
  sums.accounts = (in - out) * (DaybookSum) movement.amount;
  if (movement.method == DAYBOOK_METHOD_CASH)
    sums.cash = in ? movement.amount : -movement.amount;
  else if (movement.method == DAYBOOK_METHOD_BANK)
    sums.bank = in ? movement.amount : -movement.amount;
  if (sums.accounts > 0 && !is_reversed_on_its_day (entry->event))
    sums.paid_in = sums.accounts;
  else if (sums.accounts < 0 && is_reversed_on_its_day (entry->event))
    sums.paid_in = sums.accounts;

  if (sums.accounts != 0 || sums.cash != 0 || sums.bank != 0)
    gather (self, movement.currency, entry->event->value_date, &sums);
  return TRUE;
}

static gboolean
write_day (Control            *self,
           DaybookControlDay  *day,
           GError            **error)
{
  sqlite3_stmt *get = self->statements[GET_DAY], *put = self->statements[PUT_DAY];
  DaybookControlDay before;
  gboolean row;

  daybook_sql_bind_text (get, 1, day->currency.code);
  sqlite3_bind_int64 (get, 2, day->date);
  if (!daybook_control_step (get, &row, &before, error))
    return FALSE;
  if (row)
    {
      daybook_control_sums_add (&day->sums, &before.sums);
      sqlite3_reset (get);
    }

  daybook_sql_bind_text (put, 1, day->currency.code);
  sqlite3_bind_int64 (put, 2, day->date);
  bind_sum (put, 3, day->sums.accounts);
  bind_sum (put, 5, day->sums.cash);
  bind_sum (put, 7, day->sums.bank);
  bind_sum (put, 9, day->sums.paid_in);
  return daybook_sql_run (put, error);
}

static int
compare_gathered (gconstpointer a,
                  gconstpointer b)
{
  const Gathered *x = a, *y = b;

  return (x->key > y->key) - (x->key < y->key);
}

static gboolean
control_flush (gpointer   data,
               GError   **error)
{
  Control *self = data;
  g_autoptr (GList) days = g_list_sort (g_hash_table_get_keys (self->gathered), compare_gathered);

  for (GList *l = days; l != NULL; l = l->next)
    if (!write_day (self, &((Gathered *) l->data)->day, error))
      return FALSE;

  g_hash_table_remove_all (self->gathered);
  return TRUE;
}

static void
control_close (gpointer data)
{
  Control *self = data;

  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  g_hash_table_unref (self->gathered);
  g_free (self);
}

static gpointer
control_open (sqlite3  *db,
              GError  **error)
{
  Control *self = g_new0 (Control, 1);

  self->gathered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (daybook_sql_prepare_all (db, sql, N_STATEMENTS, self->statements, error))
    return self;

  control_close (self);
  return NULL;
}

const DaybookProjection daybook_control_projection = {
  .name = "control",
  .schema = schema,
  .open = control_open,
  .apply = control_apply,
  .flush = control_flush,
  .close = control_close,
};

static void
add_figures (GArray                   *rows,
             DaybookCurrency           currency,
             const DaybookControlSums *sums,
             DaybookDate               differs_on)
{
  DaybookControlFigures figures = { .currency = currency, .differs_on = differs_on };

  figures.accounts = daybook_sum_clamp (sums->accounts, &figures.too_large);
  figures.cash = daybook_sum_clamp (sums->cash, &figures.too_large);
  figures.bank = daybook_sum_clamp (sums->bank, &figures.too_large);
  g_array_append_val (rows, figures);
}

/**
 * daybook_control_figures:
 * @stmt: `daybook_control_days_sql`, the last day bound
 * @rows: (element-type DaybookControlFigures): receives the totals at its end
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_control_figures (sqlite3_stmt  *stmt,
                         GArray        *rows,
                         GError       **error)
{
  DaybookCurrency currency = { "" };
  DaybookControlSums sums = { 0 };
  DaybookDate differs_on = DAYBOOK_DATE_NONE;

  for (;;)
    {
      DaybookControlDay day;
      gboolean row;

      if (!daybook_control_step (stmt, &row, &day, error))
        return FALSE;
      if (*currency.code != '\0' && (!row || !daybook_currency_equal (currency, day.currency)))
        add_figures (rows, currency, &sums, differs_on);
      if (!row)
        return TRUE;

      if (!daybook_currency_equal (currency, day.currency))
        {
          currency = day.currency;
          sums = (DaybookControlSums) { 0 };
          differs_on = DAYBOOK_DATE_NONE;
        }
      daybook_control_sums_add (&sums, &day.sums);
      if (differs_on == DAYBOOK_DATE_NONE && sums.accounts != sums.cash + sums.bank)
        differs_on = day.date;
    }
}
