/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"
#include "search-text.h"
#include "sqlite/sql.h"

G_BEGIN_DECLS

/**
 * DaybookTouched:
 * @accounts: (element-type guint32): keys of accounts that an entry changed, as a set
 * @people: (element-type guint32): keys of people that an entry changed, as a set
 * @words: whether anything is found by other words than before
 * @book: whether an entry changed the book itself
 *
 * What a batch changes, collected while it is applied.
 */
typedef struct
{
  GHashTable *accounts;
  GHashTable *people;
  gboolean words;
  gboolean book;
} DaybookTouched;

/**
 * DaybookProjection:
 * @name: for messages
 * @schema: makes the tables that it owns
 * @indexes: (nullable): makes what only finds their rows; last, when all is worked out anew
 * @open: prepares to apply entries; gives what the others are called with
 * @apply: works one entry in; strictly in order, each once
 * @flush: writes what was kept in memory; at the end of a batch
 * @close: frees what @open gave
 *
 * One projection: tables that it alone writes and reads, worked out from the daybook. It has no
 * clock, makes no ids, and an entry that it cannot apply stops it.
 */
typedef struct
{
  const char *name;
  const char *schema;
  const char *indexes;
  gpointer (*open)  (sqlite3             *db,
                     GError             **error);
  gboolean (*apply) (gpointer             self,
                     const DaybookEntry  *entry,
                     DaybookTouched      *touched,
                     GError             **error);
  gboolean (*flush) (gpointer             self,
                     GError             **error);
  void     (*close) (gpointer             self);
} DaybookProjection;

extern const DaybookProjection daybook_directory_projection;
extern const DaybookProjection daybook_ledger_projection;
extern const DaybookProjection daybook_holds_projection;
extern const DaybookProjection daybook_control_projection;

/* Raised whenever any projection works differently: read models of other versions are rebuilt. */
#define DAYBOOK_PROJECTIONS_VERSION 7

/* Queries of the directory: who is who. */
gboolean  daybook_directory_totals  (sqlite3_stmt           *stmt,
                                     DaybookTotals          *totals,
                                     GError                **error);
gboolean  daybook_directory_account (sqlite3_stmt           *stmt,
                                     DaybookAccountFigures  *figures,
                                     GError                **error);
gboolean  daybook_directory_holders (sqlite3_stmt           *stmt,
                                     DaybookAccountFigures  *figures,
                                     GError                **error);
gboolean  daybook_directory_person  (sqlite3_stmt           *stmt,
                                     DaybookPersonDetails   *details,
                                     GError                **error);

extern const char daybook_directory_totals_sql[];
extern const char daybook_directory_account_sql[];
extern const char daybook_directory_holders_sql[];
extern const char daybook_directory_person_sql[];
extern const char daybook_directory_person_of_id_sql[];
/* One for each DaybookStanding. */
extern const char *const daybook_directory_accounts_sql[];
extern const char *const daybook_directory_accounts_of_sql[];
extern const char daybook_directory_accounts_by_name_sql[];
extern const char daybook_directory_closed_sql[];
extern const char daybook_directory_currencies_sql[];
extern const char daybook_directory_people_sql[];
extern const char daybook_directory_people_by_name_sql[];
extern const char daybook_directory_people_by_username_sql[];
extern const char daybook_directory_n_accounts_sql[];

/* Queries of the ledger: how much. */
gboolean  daybook_ledger_balance    (sqlite3_stmt           *stmt,
                                     DaybookAccountFigures  *figures,
                                     GError                **error);
gboolean  daybook_ledger_lines      (sqlite3_stmt           *stmt,
                                     GArray                 *lines,
                                     GError                **error);

extern const char daybook_ledger_balance_sql[];
extern const char daybook_ledger_balances_sql[];
extern const char daybook_ledger_lines_sql[];

/* Queries of the holds: what is set aside. */
gboolean  daybook_holds_held        (sqlite3_stmt           *stmt,
                                     DaybookAccountFigures  *figures,
                                     GError                **error);
gboolean  daybook_holds_open        (sqlite3_stmt           *stmt,
                                     GArray                 *holds,
                                     GError                **error);
gboolean  daybook_holds_expired     (sqlite3_stmt           *stmt,
                                     GArray                 *entries,
                                     GError                **error);

extern const char daybook_holds_held_sql[];
extern const char daybook_holds_open_sql[];
extern const char daybook_holds_expired_sql[];

/* Queries of the control totals: what is owed against what there is. */
gboolean  daybook_control_figures   (sqlite3_stmt           *stmt,
                                     GArray                 *rows,
                                     GError                **error);
gboolean  daybook_held_series       (sqlite3_stmt           *stmt,
                                     DaybookDate             from,
                                     GArray                 *days,
                                     GError                **error);
GArray   *daybook_control_check_figures (sqlite3_stmt         *balances,
                                         sqlite3_stmt         *lines,
                                         sqlite3_stmt         *control,
                                         DaybookProgressFunc   progress,
                                         gpointer              user_data,
                                         GCancellable         *cancellable,
                                         GError              **error);

extern const char daybook_control_days_sql[];
extern const char daybook_held_days_sql[];
extern const char daybook_control_balances_sql[];
extern const char daybook_control_lines_sql[];

/* Queries of what needs attention: from all but the control totals. */
gboolean  daybook_attention_rows    (sqlite3_stmt           *stmt,
                                     guint                   max,
                                     GArray                 *rows,
                                     guint                  *n_all,
                                     GError                **error);

extern const char daybook_attention_below_limits_sql[];
extern const char daybook_attention_overdrawn_sql[];
extern const char daybook_attention_holds_ending_sql[];
extern const char daybook_attention_blocked_sql[];

G_END_DECLS
