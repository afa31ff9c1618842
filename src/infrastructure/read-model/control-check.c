/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Do the figures agree? The check of the control totals, which takes nobody's word.
 *
 * It adds up again whatever can be added up: the balances of all accounts, their lines day by day,
 * and the control totals day by day; then it compares. Each table is read once, in the order in
 * which it lies there. This is the one place that looks into the tables of several projections, for
 * that is the point: two that were worked out apart from each other say the same, or one is wrong.
 *
 * What an account's lines say is also compared with its balance, so that two mistakes which make up
 * for each other in the sum are found. */

#include "read-model/control.h"

#include <string.h>

/* Lines without an account are in no currency, and so in one that does not agree. */
const char daybook_control_balances_sql[] =
  "SELECT b.account, coalesce (a.currency, ''), b.balance, b.n_lines"
  " FROM balances b LEFT JOIN accounts a ON a.key = b.account ORDER BY b.account";

const char daybook_control_lines_sql[] =
  "SELECT l.account, coalesce (a.currency, ''), l.value_date, l.amount, l.balance"
  " FROM lines l LEFT JOIN accounts a ON a.key = l.account ORDER BY l.account, l.row";

/* So often is whoever waits told, and asked whether they still do. */
#define STEP 20000

/* One currency's day. @lines: what the accounts' lines add up to; @control: what is kept of them.
 * A currency as a whole, with the sum of its balances, stands at no day, before all others. */
typedef struct
{
  guint64 key;
  DaybookCurrency currency;
  DaybookDate date;
  DaybookSum balances;
  DaybookSum lines;
  DaybookControlSums control;
} Day;

typedef struct
{
  gint64 balance;
  gint64 n_lines;
  guint32 key;
  DaybookCurrency currency;
} Account;

/* @days: of all currencies, by key
 * @accounts: what stands in the table of balances, by account
 * @wrong: the first account of each currency that does not agree with its lines */
typedef struct
{
  GHashTable *days;
  GHashTable *accounts;
  GHashTable *wrong;
  guint64 n_lines;
} Sums;

static Day *
get_day (Sums            *self,
         DaybookCurrency  currency,
         DaybookDate      date)
{
  guint64 key = daybook_control_key (currency, date);
  Day *day = g_hash_table_lookup (self->days, &key);

  if (day == NULL)
    {
      day = g_new0 (Day, 1);
      day->key = key;
      day->currency = currency;
      day->date = date;
      g_hash_table_add (self->days, day);
    }

  return day;
}

static DaybookCurrency
read_currency (sqlite3_stmt *stmt,
               int           column)
{
  DaybookCurrency currency = { "" };

  g_strlcpy (currency.code, daybook_sql_text (stmt, column), sizeof currency.code);
  return currency;
}

static gboolean
add_balances (Sums          *self,
              sqlite3_stmt  *stmt,
              GError       **error)
{
  for (;;)
    {
      Account *account;
      gboolean row;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      account = g_new0 (Account, 1);
      account->key = sqlite3_column_int64 (stmt, 0);
      account->currency = read_currency (stmt, 1);
      account->balance = sqlite3_column_int64 (stmt, 2);
      account->n_lines = sqlite3_column_int64 (stmt, 3);
      g_hash_table_insert (self->accounts, GUINT_TO_POINTER (account->key), account);
      get_day (self, account->currency, DAYBOOK_DATE_NONE)->balances += account->balance;
      self->n_lines += account->n_lines;
    }
}

static void
note_wrong (Sums          *self,
            const Account *account)
{
  guint64 key = daybook_control_key (account->currency, DAYBOOK_DATE_NONE);
  guint32 first = GPOINTER_TO_UINT (g_hash_table_lookup (self->wrong, &key));

  if (first == 0 || account->key < first)
    g_hash_table_insert (self->wrong, g_memdup2 (&key, sizeof key),
                         GUINT_TO_POINTER (account->key));
}

/* All lines of an account are added: they have to come to its balance. */
static void
end_account (Sums          *self,
             const Account *lines)
{
  gpointer key = GUINT_TO_POINTER (lines->key);
  const Account *account = g_hash_table_lookup (self->accounts, key);

  if (lines->key == 0)
    return;
  if (account == NULL || account->balance != lines->balance || account->n_lines != lines->n_lines)
    note_wrong (self, lines);
  g_hash_table_remove (self->accounts, key);
}

/* Adds one line to its account; each line says what the balance is after it. */
static void
add_line (Sums         *self,
          Account      *account,
          sqlite3_stmt *stmt)
{
  gint64 amount = sqlite3_column_int64 (stmt, 3);

  get_day (self, account->currency, sqlite3_column_int64 (stmt, 2))->lines += amount;
  account->n_lines++;
  if (!daybook_minor_add (account->balance, amount, &account->balance) ||
      account->balance != sqlite3_column_int64 (stmt, 4))
    note_wrong (self, account);
}

static gboolean
add_lines (Sums                 *self,
           sqlite3_stmt         *stmt,
           DaybookProgressFunc   progress,
           gpointer              user_data,
           GCancellable         *cancellable,
           GError              **error)
{
  Account account = { 0 };
  guint64 n = 0;
  gboolean row = TRUE;

  while (row)
    {
      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row || sqlite3_column_int64 (stmt, 0) != account.key)
        {
          end_account (self, &account);
          account = (Account) { 0 };
        }
      if (!row)
        break;

      if (account.key == 0)
        {
          account.key = sqlite3_column_int64 (stmt, 0);
          account.currency = read_currency (stmt, 1);
        }
      add_line (self, &account, stmt);
      if (++n % STEP != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_reset (stmt);
          return FALSE;
        }
      if (progress != NULL)
        progress (n, MAX (n, self->n_lines), user_data);
    }

  return TRUE;
}

/* Accounts of which no line was found. */
static void
end_accounts (Sums *self)
{
  GHashTableIter iter;
  gpointer account;

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &account))
    if (((Account *) account)->balance != 0 || ((Account *) account)->n_lines != 0)
      note_wrong (self, account);
}

static gboolean
add_control (Sums          *self,
             sqlite3_stmt  *stmt,
             GError       **error)
{
  for (;;)
    {
      DaybookControlDay day;
      gboolean row;

      if (!daybook_control_step (stmt, &row, &day, error))
        return FALSE;
      if (!row)
        return TRUE;

      daybook_control_sums_add (&get_day (self, day.currency, day.date)->control, &day.sums);
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const Day *x = a, *y = b;

  return (x->key > y->key) - (x->key < y->key);
}

/* At the end of a day three sums are the same: of the lines, and of both sides of the control
 * totals. Of those that are not, two are shown. */
static void
compare_day (DaybookControlCheck *check,
             const Day           *so_far)
{
  const DaybookControlSums *control = &so_far->control;
  DaybookSum methods = control->cash + control->bank;

  if (!check->agrees || (so_far->lines == methods && control->accounts == methods))
    return;

  check->agrees = FALSE;
  check->differs_on = so_far->date;
  check->accounts_then = daybook_sum_clamp (so_far->lines != methods ? so_far->lines
                                                                     : control->accounts,
                                            &check->too_large);
  check->methods_then = daybook_sum_clamp (methods, &check->too_large);
}

/* One currency: from the @first of @days to the last of it. Returns what comes after it. */
static GList *
check_currency (Sums   *self,
                GList  *first,
                GArray *checks)
{
  Day so_far = { .currency = ((Day *) first->data)->currency };
  DaybookControlCheck check = { .currency = so_far.currency, .agrees = TRUE };
  guint64 key = daybook_control_key (so_far.currency, DAYBOOK_DATE_NONE);
  GList *l;

  for (l = first; l != NULL; l = l->next)
    {
      const Day *day = l->data;

      if (!daybook_currency_equal (day->currency, so_far.currency))
        break;
      so_far.date = day->date;
      so_far.balances += day->balances;
      so_far.lines += day->lines;
      daybook_control_sums_add (&so_far.control, &day->control);
      compare_day (&check, &so_far);
      check.n_days += day->date != DAYBOOK_DATE_NONE;
    }

  check.wrong_account = GPOINTER_TO_UINT (g_hash_table_lookup (self->wrong, &key));
  check.agrees = check.agrees && check.wrong_account == 0 && so_far.balances == so_far.lines;
  check.accounts = daybook_sum_clamp (so_far.balances, &check.too_large);
  check.cash = daybook_sum_clamp (so_far.control.cash, &check.too_large);
  check.bank = daybook_sum_clamp (so_far.control.bank, &check.too_large);
  g_array_append_val (checks, check);
  return l;
}

static GArray *
compare (Sums *self)
{
  g_autoptr (GList) days = g_list_sort (g_hash_table_get_keys (self->days), compare_days);
  GArray *checks = g_array_new (FALSE, FALSE, sizeof (DaybookControlCheck));
  GList *next = days;

  while (next != NULL)
    next = check_currency (self, next, checks);

  return checks;
}

/**
 * daybook_control_check_figures:
 * @balances: `daybook_control_balances_sql`
 * @lines: `daybook_control_lines_sql`
 * @control: `daybook_control_days_sql`, the last of all days bound
 * @progress: (nullable) (scope call): told of lines
 *
 * To be called with all tables as they are at one moment.
 *
 * Returns: (transfer full) (element-type DaybookControlCheck): what was found, by currency; %NULL
 *   if it could not be read, or was cancelled.
 */
GArray *
daybook_control_check_figures (sqlite3_stmt         *balances,
                               sqlite3_stmt         *lines,
                               sqlite3_stmt         *control,
                               DaybookProgressFunc   progress,
                               gpointer              user_data,
                               GCancellable         *cancellable,
                               GError              **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) accounts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) wrong = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Sums self = { days, accounts, wrong, 0 };

  if (!add_balances (&self, balances, error) ||
      !add_lines (&self, lines, progress, user_data, cancellable, error) ||
      !add_control (&self, control, error))
    return NULL;

  end_accounts (&self);
  return compare (&self);
}
