/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The read model's answers: from the projections' queries, on a connection of its own that never
 * writes, so that whoever reads neither waits for the projector nor sees half a batch. What takes
 * several queries is read in one transaction: all of an answer is of one moment. */

#include "read-model/sqlite-read-model.h"

#include <string.h>

#include "read-model/entry-finder.h"
#include "read-model/listing.h"
#include "read-model/projection.h"
#include "store-error.h"

typedef enum
{
  TOTALS,
  ACCOUNT,
  HOLDERS,
  BALANCE,
  PERSON,
  PERSON_OF_ID,
  ACCOUNTS_BY_NAME,
  CLOSED,
  CURRENCIES,
  BALANCES,
  PEOPLE,
  PEOPLE_BY_NAME,
  PEOPLE_BY_USERNAME,
  N_ACCOUNTS,
  LINES,
  HELD,
  OPEN_HOLDS,
  EXPIRED_HOLDS,
  CONTROL_DAYS,
  HELD_DAYS,
  BELOW_LIMITS,
  OVERDRAWN,
  HOLDS_ENDING,
  BLOCKED,
  CONTROL_BALANCES,
  CONTROL_LINES,
  BEGIN,
  COMMIT,
  /* One for each DaybookStanding. */
  ACCOUNTS,
  ACCOUNTS_OF = ACCOUNTS + DAYBOOK_STANDING_BLOCKED + 1,
  N_STATEMENTS = ACCOUNTS_OF + DAYBOOK_STANDING_BLOCKED + 1
} Statement;

static const char *const sql[ACCOUNTS] = {
  [TOTALS] = daybook_directory_totals_sql,
  [ACCOUNT] = daybook_directory_account_sql,
  [HOLDERS] = daybook_directory_holders_sql,
  [BALANCE] = daybook_ledger_balance_sql,
  [PERSON] = daybook_directory_person_sql,
  [PERSON_OF_ID] = daybook_directory_person_of_id_sql,
  [ACCOUNTS_BY_NAME] = daybook_directory_accounts_by_name_sql,
  [CLOSED] = daybook_directory_closed_sql,
  [CURRENCIES] = daybook_directory_currencies_sql,
  [BALANCES] = daybook_ledger_balances_sql,
  [PEOPLE] = daybook_directory_people_sql,
  [PEOPLE_BY_NAME] = daybook_directory_people_by_name_sql,
  [PEOPLE_BY_USERNAME] = daybook_directory_people_by_username_sql,
  [N_ACCOUNTS] = daybook_directory_n_accounts_sql,
  [LINES] = daybook_ledger_lines_sql,
  [HELD] = daybook_holds_held_sql,
  [OPEN_HOLDS] = daybook_holds_open_sql,
  [EXPIRED_HOLDS] = daybook_holds_expired_sql,
  [CONTROL_DAYS] = daybook_control_days_sql,
  [HELD_DAYS] = daybook_held_days_sql,
  [BELOW_LIMITS] = daybook_attention_below_limits_sql,
  [OVERDRAWN] = daybook_attention_overdrawn_sql,
  [HOLDS_ENDING] = daybook_attention_holds_ending_sql,
  [BLOCKED] = daybook_attention_blocked_sql,
  [CONTROL_BALANCES] = daybook_control_balances_sql,
  [CONTROL_LINES] = daybook_control_lines_sql,
  [BEGIN] = "BEGIN",
  [COMMIT] = "COMMIT",
};

/* All accounts, or all people, in the order that was asked for last; it holds until something is
 * written.
 * @keys: (nullable): of them
 * @version: of the file, as SQLite counts what others write */
typedef struct
{
  GArray *keys;
  DaybookSort sort;
  gboolean descending;
  gint64 version;
} Order;

struct _DaybookSqliteReadModel
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  DaybookEventStore *store;
  sqlite3_stmt *statements[N_STATEMENTS];
  Order accounts_order;
  Order people_order;
};

static void daybook_sqlite_read_model_iface_init (DaybookReadModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSqliteReadModel, daybook_sqlite_read_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_READ_MODEL,
                                                      daybook_sqlite_read_model_iface_init))

static const char *
get_sql (Statement which)
{
  if (which >= ACCOUNTS_OF)
    return daybook_directory_accounts_of_sql[which - ACCOUNTS_OF];
  if (which >= ACCOUNTS)
    return daybook_directory_accounts_sql[which - ACCOUNTS];

  return sql[which];
}

/* Prepared when first asked: the tables are there once the projector has caught up. */
static sqlite3_stmt *
get_statement (DaybookReadModel  *model,
               Statement          which,
               GError           **error)
{
  DaybookSqliteReadModel *self = DAYBOOK_SQLITE_READ_MODEL (model);

  if (self->statements[which] == NULL)
    self->statements[which] = daybook_sql_prepare (self->db, get_sql (which), error);

  return self->statements[which];
}

static sqlite3_stmt *
get_statement_for (DaybookReadModel  *model,
                   Statement          which,
                   gint64             key,
                   GError           **error)
{
  sqlite3_stmt *stmt = get_statement (model, which, error);

  if (stmt != NULL)
    sqlite3_bind_int64 (stmt, 1, key);

  return stmt;
}

static gboolean
daybook_sqlite_read_model_get_totals (DaybookReadModel  *model,
                                      DaybookTotals     *totals,
                                      GError           **error)
{
  DaybookSqliteReadModel *self = DAYBOOK_SQLITE_READ_MODEL (model);
  sqlite3_stmt *stmt = get_statement (model, TOTALS, error);

  return stmt != NULL && daybook_directory_totals (stmt, totals, error) &&
         daybook_event_store_get_head (self->store, &totals->n_recorded, error);
}

static DaybookAccountFigures *
read_account (DaybookReadModel  *model,
              guint32            key,
              GError           **error)
{
  sqlite3_stmt *account = get_statement_for (model, ACCOUNT, key, error);
  sqlite3_stmt *holders = account ? get_statement_for (model, HOLDERS, key, error) : NULL;
  sqlite3_stmt *balance = holders ? get_statement_for (model, BALANCE, key, error) : NULL;
  sqlite3_stmt *held = balance ? get_statement_for (model, HELD, key, error) : NULL;
  g_autoptr (DaybookAccountFigures) figures = g_new0 (DaybookAccountFigures, 1);

  if (held == NULL || !daybook_directory_account (account, figures, error) ||
      !daybook_directory_holders (holders, figures, error) ||
      !daybook_ledger_balance (balance, figures, error) ||
      !daybook_holds_held (held, figures, error))
    return NULL;

  figures->available = daybook_minor_add_clamped (figures->balance, -figures->held);
  figures->available = daybook_minor_add_clamped (figures->available, -figures->minimum);
  figures->available = daybook_minor_add_clamped (figures->available, figures->overdraft);

  return g_steal_pointer (&figures);
}

/* From here to end_reading() all that is read is of one moment, whatever the projector does. */
static gboolean
begin_reading (DaybookReadModel  *model,
               GError           **error)
{
  sqlite3_stmt *begin = get_statement (model, BEGIN, error);

  return begin != NULL && get_statement (model, COMMIT, error) != NULL &&
         daybook_sql_run (begin, error);
}

/* Nothing was written, so nothing can fail that matters. */
static void
end_reading (DaybookReadModel *model)
{
  daybook_sql_run (get_statement (model, COMMIT, NULL), NULL);
}

static DaybookAccountFigures *
daybook_sqlite_read_model_get_account (DaybookReadModel  *model,
                                       guint32            key,
                                       GError           **error)
{
  DaybookAccountFigures *figures;

  if (!begin_reading (model, error))
    return NULL;

  figures = read_account (model, key, error);
  end_reading (model);
  return figures;
}

static DaybookPersonDetails *
daybook_sqlite_read_model_get_person (DaybookReadModel  *model,
                                      guint32            key,
                                      GError           **error)
{
  sqlite3_stmt *stmt = get_statement_for (model, PERSON, key, error);
  g_autoptr (DaybookPersonDetails) details = g_new0 (DaybookPersonDetails, 1);

  if (stmt == NULL || !daybook_directory_person (stmt, details, error))
    return NULL;

  return g_steal_pointer (&details);
}

static DaybookPersonDetails *
daybook_sqlite_read_model_find_person (DaybookReadModel  *model,
                                       const char        *id,
                                       GError           **error)
{
  sqlite3_stmt *stmt = get_statement (model, PERSON_OF_ID, error);
  g_autoptr (DaybookPersonDetails) details = g_new0 (DaybookPersonDetails, 1);

  if (stmt == NULL)
    return NULL;

  daybook_sql_bind_text (stmt, 1, id);
  if (!daybook_directory_person (stmt, details, error))
    return NULL;

  return g_steal_pointer (&details);
}

/* By number. @open: without accounts that are closed */
static GArray *
read_all (DaybookReadModel  *model,
          gboolean           people,
          gboolean           open,
          GError           **error)
{
  sqlite3_stmt *stmt = get_statement (model, TOTALS, error);
  sqlite3_stmt *closed = stmt != NULL && open ? get_statement (model, CLOSED, error) : NULL;
  DaybookTotals totals;

  if (stmt == NULL || (open && closed == NULL) || !daybook_directory_totals (stmt, &totals, error))
    return NULL;

  return daybook_listing_all (people ? totals.n_people : totals.n_accounts, closed, error);
}

static GArray *
read_sequence (DaybookReadModel  *model,
               Statement          sequence,
               gboolean           descending,
               GError           **error)
{
  sqlite3_stmt *stmt = get_statement (model, sequence, error);
  GArray *keys = stmt != NULL ? daybook_listing_read (stmt, error) : NULL;

  if (keys != NULL && descending)
    daybook_listing_turn (keys);

  return keys;
}

static GArray *
order_accounts (DaybookReadModel  *model,
                DaybookSort        sort,
                gboolean           descending,
                GError           **error)
{
  g_autoptr (GArray) keys = NULL;
  sqlite3_stmt *currencies, *balances;

  if (sort == DAYBOOK_BY_NAME)
    return read_sequence (model, ACCOUNTS_BY_NAME, descending, error);

  keys = read_all (model, FALSE, FALSE, error);
  currencies = keys != NULL ? get_statement (model, CURRENCIES, error) : NULL;
  balances = currencies != NULL ? get_statement (model, BALANCES, error) : NULL;
  if (balances == NULL || !daybook_listing_rank (keys, currencies, balances, descending, error))
    return NULL;

  return g_steal_pointer (&keys);
}

static GArray *
order_people (DaybookReadModel  *model,
              DaybookSort        sort,
              gboolean           descending,
              GError           **error)
{
  g_autoptr (GArray) keys = NULL;
  sqlite3_stmt *figures;

  if (sort == DAYBOOK_BY_NAME)
    return read_sequence (model, PEOPLE_BY_NAME, descending, error);
  if (sort == DAYBOOK_BY_USERNAME)
    return read_sequence (model, PEOPLE_BY_USERNAME, descending, error);

  keys = read_sequence (model, PEOPLE_BY_NAME, FALSE, error);
  figures = keys != NULL ? get_statement (model, N_ACCOUNTS, error) : NULL;
  if (figures == NULL || !daybook_listing_rank (keys, NULL, figures, descending, error))
    return NULL;

  return g_steal_pointer (&keys);
}

/* Returns: (transfer none) (nullable): the keys of all, in the order that is asked for. */
static GArray *
get_order (DaybookReadModel      *model,
           gboolean               people,
           const DaybookListing  *listing,
           GError               **error)
{
  DaybookSqliteReadModel *self = DAYBOOK_SQLITE_READ_MODEL (model);
  Order *order = people ? &self->people_order : &self->accounts_order;
  GArray *keys;
  gint64 version;

  if (!daybook_sql_number (self->db, "PRAGMA data_version", &version, error))
    return NULL;
  if (order->keys != NULL && order->sort == listing->sort &&
      order->descending == listing->descending && order->version == version)
    return order->keys;

  keys = people ? order_people (model, listing->sort, listing->descending, error)
                : order_accounts (model, listing->sort, listing->descending, error);
  if (keys == NULL)
    return NULL;

  g_clear_pointer (&order->keys, g_array_unref);
  *order = (Order) { keys, listing->sort, listing->descending, version };
  return keys;
}

/* Takes what was found. */
static GArray *
put_in_order (DaybookReadModel      *model,
              gboolean               people,
              const DaybookListing  *listing,
              GArray                *found,
              GError               **error)
{
  g_autoptr (GArray) keys = found;
  GArray *order;

  if (listing->sort == DAYBOOK_BY_NUMBER)
    {
      if (listing->descending)
        daybook_listing_turn (keys);
      return g_steal_pointer (&keys);
    }

  order = get_order (model, people, listing, error);
  return order != NULL ? daybook_listing_follow (order, keys) : NULL;
}

static gboolean
has_words (const DaybookListing *listing)
{
  return listing->search != NULL && listing->search[strspn (listing->search, " \t\n")] != '\0';
}

static GArray *
find_accounts (DaybookReadModel      *model,
               const DaybookListing  *listing,
               GError               **error)
{
  sqlite3_stmt *rows;

  if (listing->holder == 0 && !has_words (listing) &&
      (listing->standing == DAYBOOK_STANDING_ANY || listing->standing == DAYBOOK_STANDING_OPEN))
    return read_all (model, FALSE, listing->standing == DAYBOOK_STANDING_OPEN, error);

  rows = listing->holder != 0
    ? get_statement_for (model, ACCOUNTS_OF + listing->standing, listing->holder, error)
    : get_statement (model, ACCOUNTS + listing->standing, error);
  return rows != NULL ? daybook_listing_find (rows, listing->search, listing->closest_first, error)
                      : NULL;
}

static GArray *
find_people (DaybookReadModel      *model,
             const DaybookListing  *listing,
             GError               **error)
{
  sqlite3_stmt *rows;

  if (!has_words (listing))
    return read_all (model, TRUE, FALSE, error);

  rows = get_statement (model, PEOPLE, error);
  return rows != NULL ? daybook_listing_find (rows, listing->search, listing->closest_first, error)
                      : NULL;
}

static GArray *
daybook_sqlite_read_model_list_accounts (DaybookReadModel      *model,
                                         const DaybookListing  *listing,
                                         GError               **error)
{
  GArray *keys;

  if (!begin_reading (model, error))
    return NULL;

  keys = find_accounts (model, listing, error);
  if (keys != NULL)
    keys = put_in_order (model, FALSE, listing, keys, error);
  end_reading (model);
  return keys;
}

static GArray *
daybook_sqlite_read_model_list_people (DaybookReadModel      *model,
                                       const DaybookListing  *listing,
                                       GError               **error)
{
  GArray *keys;

  if (!begin_reading (model, error))
    return NULL;

  keys = find_people (model, listing, error);
  if (keys != NULL)
    keys = put_in_order (model, TRUE, listing, keys, error);
  end_reading (model);
  return keys;
}

static GArray *
daybook_sqlite_read_model_get_lines (DaybookReadModel  *model,
                                     guint32            account,
                                     guint64            first_row,
                                     guint              n_rows,
                                     GError           **error)
{
  sqlite3_stmt *stmt = get_statement_for (model, LINES, account, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DaybookAccountLine));

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 2, first_row);
  sqlite3_bind_int64 (stmt, 3, n_rows);

  return daybook_ledger_lines (stmt, lines, error) ? g_steal_pointer (&lines) : NULL;
}

static void
clear_hold (gpointer data)
{
  DaybookHoldFigures *hold = data;

  g_free (hold->reason);
}

static GArray *
daybook_sqlite_read_model_get_holds (DaybookReadModel  *model,
                                     guint32            account,
                                     GError           **error)
{
  sqlite3_stmt *stmt = get_statement_for (model, OPEN_HOLDS, account, error);
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (DaybookHoldFigures));

  g_array_set_clear_func (holds, clear_hold);
  if (stmt == NULL || !daybook_holds_open (stmt, holds, error))
    return NULL;

  return g_steal_pointer (&holds);
}

static GArray *
daybook_sqlite_read_model_get_expired_holds (DaybookReadModel  *model,
                                             DaybookDate        day,
                                             GError           **error)
{
  sqlite3_stmt *stmt = get_statement_for (model, EXPIRED_HOLDS, day, error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (stmt == NULL || !daybook_holds_expired (stmt, entries, error))
    return NULL;

  return g_steal_pointer (&entries);
}

static GArray *
daybook_sqlite_read_model_get_control (DaybookReadModel  *model,
                                       DaybookDate        until,
                                       GError           **error)
{
  gint64 last = until != DAYBOOK_DATE_NONE ? until : G_MAXINT64;
  sqlite3_stmt *stmt = get_statement_for (model, CONTROL_DAYS, last, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DaybookControlFigures));

  if (stmt == NULL || !daybook_control_figures (stmt, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

static GArray *
daybook_sqlite_read_model_get_held_series (DaybookReadModel  *model,
                                           DaybookCurrency    currency,
                                           DaybookDate        from,
                                           DaybookDate        until,
                                           GError           **error)
{
  sqlite3_stmt *stmt = get_statement_for (model, HELD_DAYS, until, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (DaybookHeldDay));

  if (stmt == NULL)
    return NULL;

  daybook_sql_bind_text (stmt, 2, currency.code);
  return daybook_held_series (stmt, from, days, error) ? g_steal_pointer (&days) : NULL;
}

static GArray *
daybook_sqlite_read_model_find_attention (DaybookReadModel      *model,
                                          DaybookAttentionKind   kind,
                                          DaybookDate            until,
                                          guint                  max,
                                          guint                 *n_all,
                                          GError               **error)
{
  static const Statement statements[DAYBOOK_N_ATTENTION_KINDS] = {
    [DAYBOOK_ATTENTION_BELOW_LIMITS] = BELOW_LIMITS,
    [DAYBOOK_ATTENTION_OVERDRAWN] = OVERDRAWN,
    [DAYBOOK_ATTENTION_HOLD_ENDING] = HOLDS_ENDING,
    [DAYBOOK_ATTENTION_BLOCKED] = BLOCKED,
  };
  sqlite3_stmt *stmt = get_statement (model, statements[kind], error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DaybookAttention));

  if (stmt == NULL)
    return NULL;

  if (kind == DAYBOOK_ATTENTION_HOLD_ENDING)
    sqlite3_bind_int64 (stmt, 1, until);
  if (!daybook_attention_rows (stmt, max, rows, n_all, error))
    return NULL;

  return g_steal_pointer (&rows);
}

static GArray *
daybook_sqlite_read_model_check (DaybookReadModel     *model,
                                 DaybookProgressFunc   progress,
                                 gpointer              user_data,
                                 GCancellable         *cancellable,
                                 GError              **error)
{
  sqlite3_stmt *balances = get_statement (model, CONTROL_BALANCES, error);
  sqlite3_stmt *lines = balances ? get_statement (model, CONTROL_LINES, error) : NULL;
  sqlite3_stmt *control = lines ? get_statement_for (model, CONTROL_DAYS, G_MAXINT64, error) : NULL;
  GArray *checks;

  if (control == NULL || !begin_reading (model, error))
    return NULL;

  checks = daybook_control_check_figures (balances, lines, control, progress, user_data,
                                          cancellable, error);
  end_reading (model);
  return checks;
}

static gboolean
daybook_sqlite_read_model_read_entries (DaybookReadModel  *model,
                                        guint64            after_position,
                                        DaybookEntryFunc   func,
                                        gpointer           user_data,
                                        GError           **error)
{
  return daybook_event_store_read_all (DAYBOOK_SQLITE_READ_MODEL (model)->store, after_position,
                                       func, user_data, error);
}

static gboolean
daybook_sqlite_read_model_find_entries (DaybookReadModel         *model,
                                        const DaybookEntryQuery  *query,
                                        DaybookEntryFunc          func,
                                        gpointer                  user_data,
                                        GError                  **error)
{
  return daybook_event_store_find (DAYBOOK_SQLITE_READ_MODEL (model)->store, query, func,
                                   user_data, error);
}

static gboolean
daybook_sqlite_read_model_read_stream (DaybookReadModel   *model,
                                       DaybookStreamKind   kind,
                                       const char         *key,
                                       DaybookEntryFunc    func,
                                       gpointer            user_data,
                                       GError            **error)
{
  return daybook_event_store_read_stream (DAYBOOK_SQLITE_READ_MODEL (model)->store, kind, key, 0,
                                          func, user_data, error);
}

static void
close_file (DaybookSqliteReadModel *self)
{
  daybook_sql_finalize_all (self->statements, N_STATEMENTS);
  memset (self->statements, 0, sizeof self->statements);
  g_clear_pointer (&self->accounts_order.keys, g_array_unref);
  g_clear_pointer (&self->people_order.keys, g_array_unref);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

static gboolean
open_file (DaybookSqliteReadModel  *self,
           GError                 **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (!daybook_sql_open (self->path, SQLITE_OPEN_READWRITE, &db, error) ||
      !daybook_sql_exec (db, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;", error))
    return FALSE;

  close_file (self);
  self->db = g_steal_pointer (&db);
  return TRUE;
}

static gboolean
daybook_sqlite_read_model_refresh (DaybookReadModel  *model,
                                   GError           **error)
{
  return open_file (DAYBOOK_SQLITE_READ_MODEL (model), error);
}

static void
daybook_sqlite_read_model_iface_init (DaybookReadModelInterface *iface)
{
  iface->get_totals = daybook_sqlite_read_model_get_totals;
  iface->list_accounts = daybook_sqlite_read_model_list_accounts;
  iface->get_account = daybook_sqlite_read_model_get_account;
  iface->list_people = daybook_sqlite_read_model_list_people;
  iface->get_person = daybook_sqlite_read_model_get_person;
  iface->find_person = daybook_sqlite_read_model_find_person;
  iface->get_lines = daybook_sqlite_read_model_get_lines;
  iface->get_holds = daybook_sqlite_read_model_get_holds;
  iface->get_expired_holds = daybook_sqlite_read_model_get_expired_holds;
  iface->get_control = daybook_sqlite_read_model_get_control;
  iface->get_held_series = daybook_sqlite_read_model_get_held_series;
  iface->find_attention = daybook_sqlite_read_model_find_attention;
  iface->check = daybook_sqlite_read_model_check;
  iface->read_entries = daybook_sqlite_read_model_read_entries;
  iface->find_entries = daybook_sqlite_read_model_find_entries;
  iface->read_stream = daybook_sqlite_read_model_read_stream;
  iface->filter_entries = daybook_find_entries;
  iface->refresh = daybook_sqlite_read_model_refresh;
}

static void
daybook_sqlite_read_model_finalize (GObject *object)
{
  DaybookSqliteReadModel *self = DAYBOOK_SQLITE_READ_MODEL (object);

  close_file (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (daybook_sqlite_read_model_parent_class)->finalize (object);
}

static void
daybook_sqlite_read_model_class_init (DaybookSqliteReadModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_sqlite_read_model_finalize;
}

static void
daybook_sqlite_read_model_init (DaybookSqliteReadModel *self)
{
}

/**
 * daybook_sqlite_read_model_new:
 * @path: of the read model, which a projector has made
 * @store: the daybook, on a connection of its own
 *
 * Returns: (transfer full): the read model; %NULL on error.
 */
DaybookReadModel *
daybook_sqlite_read_model_new (const char         *path,
                               DaybookEventStore  *store,
                               GError            **error)
{
  g_autoptr (DaybookSqliteReadModel) self = g_object_new (DAYBOOK_TYPE_SQLITE_READ_MODEL, NULL);

  self->path = g_strdup (path);
  self->store = g_object_ref (store);
  if (!open_file (self, error))
    return NULL;

  return DAYBOOK_READ_MODEL (g_steal_pointer (&self));
}
