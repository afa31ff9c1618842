/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "accounts/account.h"
#include "accounts/terms-records.h"
#include "ports/entry-filter.h"
#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookAccountFigures:
 * @key: the account's place in its register: 1 for the first
 * @reference: (nullable): its number in some other system
 * @name: (nullable): what it is for
 * @holders: full names, in the order in which they became holders, comma separated
 * @usernames: the same people's usernames, separated by blanks
 * @closed_on: the day it was closed, %DAYBOOK_DATE_NONE while it is open
 * @authority: who of several holders may dispose of the money
 * @debits_blocked: (nullable): why no money goes out; %NULL if it does
 * @credits_blocked: (nullable): why no money comes in; %NULL if it does
 * @balance: minor units
 * @available: minor units: balance − held − minimum + overdraft
 * @held: minor units
 * @minimum: what must stay in it, minor units
 * @overdraft: minor units
 * @per_withdrawal: the most that one withdrawal may be, minor units; 0 for no limit
 * @per_day: the most that all withdrawals of one value date may be, minor units; 0 for no limit
 * @n_entries: how many entries moved its money
 * @last_value_date: the latest day that one of them counts for, %DAYBOOK_DATE_NONE without any
 *
 * What people read of an account.
 */
typedef struct
{
  guint32 key;
  DaybookAccountNumber number;
  char *reference;
  char *name;
  char *holders;
  char *usernames;
  DaybookCurrency currency;
  DaybookAccountStatus status;
  DaybookDate opened_on;
  DaybookDate closed_on;
  DaybookAuthority authority;
  char *debits_blocked;
  char *credits_blocked;
  gint64 balance;
  gint64 available;
  gint64 held;
  gint64 minimum;
  gint64 overdraft;
  gint64 per_withdrawal;
  gint64 per_day;
  guint64 n_entries;
  DaybookDate last_value_date;
} DaybookAccountFigures;

/**
 * DaybookSort:
 * @DAYBOOK_BY_NUMBER: accounts by number, people in the order in which they were registered
 * @DAYBOOK_BY_NAME: accounts by the names of those who hold them, people by their own
 * @DAYBOOK_BY_BALANCE: accounts by balance, currency by currency; not for people
 * @DAYBOOK_BY_USERNAME: people by username; not for accounts
 * @DAYBOOK_BY_N_ACCOUNTS: people by how many accounts they hold; not for accounts
 */
typedef enum
{
  DAYBOOK_BY_NUMBER,
  DAYBOOK_BY_NAME,
  DAYBOOK_BY_BALANCE,
  DAYBOOK_BY_USERNAME,
  DAYBOOK_BY_N_ACCOUNTS,
} DaybookSort;

/**
 * DaybookStanding:
 * @DAYBOOK_STANDING_ANY: all accounts
 * @DAYBOOK_STANDING_OPEN: those that are not closed, blocked or not
 * @DAYBOOK_STANDING_CLOSED: those that are closed
 * @DAYBOOK_STANDING_BLOCKED: those that are not closed, but blocked for money out, in, or both
 */
typedef enum
{
  DAYBOOK_STANDING_ANY,
  DAYBOOK_STANDING_OPEN,
  DAYBOOK_STANDING_CLOSED,
  DAYBOOK_STANDING_BLOCKED,
} DaybookStanding;

/**
 * DaybookListing:
 * @search: (nullable): only those in which each of these words occurs, without regard to case and
 *   accents. Of accounts: number, reference, name, holders and their usernames, former ones too. Of
 *   people: name, usernames, former ones too, email and phone
 * @holder: only accounts that this person holds; 0 for everybody; not for people
 * @standing: only accounts that stand so; not for people
 * @descending: the last one first
 * @closest_first: by number only: those that have words which begin as those of @search do come
 *   before those in which they stand further inside
 *
 * Which accounts or people are listed, and in which order. All zero: all of them, by number.
 */
typedef struct
{
  const char *search;
  guint32 holder;
  DaybookStanding standing;
  DaybookSort sort;
  gboolean descending;
  gboolean closest_first;
} DaybookListing;

/**
 * DaybookPersonDetails:
 * @key: their place in the order of registration: 1 for the first
 * @id: generated
 * @former: (nullable): usernames they had before, separated by blanks; those still mean them
 * @email: (nullable):
 * @phone: (nullable):
 * @address: (nullable):
 * @note: (nullable):
 * @n_accounts: how many accounts they hold
 *
 * What people read of a person.
 */
typedef struct
{
  guint32 key;
  char *id;
  char *username;
  char *former;
  char *name;
  char *email;
  char *phone;
  char *address;
  char *note;
  DaybookDate registered_on;
  guint n_accounts;
} DaybookPersonDetails;

/**
 * DaybookAccountLine:
 * @row: 1 for the account's first entry by value date, then by number
 * @position: the entry's number
 * @amount: minor units; negative where money left the account
 * @balance: minor units, after this entry and all rows above it
 * @reversed_by: number of the entry that reversed it, 0 if none did
 * @corrected_by: number of the entry that stands in its place since, 0 if none does
 *
 * One row of an account: an entry, seen from it.
 */
typedef struct
{
  guint64 row;
  guint64 position;
  DaybookDate value_date;
  gint64 amount;
  gint64 balance;
  guint64 reversed_by;
  guint64 corrected_by;
} DaybookAccountLine;

/**
 * DaybookHoldFigures:
 * @entry: the number of the entry that placed it, by which people name it
 * @amount: minor units
 * @value_date: the day it counts from
 * @expires: the day it ends by itself, %DAYBOOK_DATE_NONE for never
 * @reason: what the money is set aside for
 *
 * A hold that has not ended.
 */
typedef struct
{
  guint64 entry;
  gint64 amount;
  DaybookDate value_date;
  DaybookDate expires;
  char *reason;
} DaybookHoldFigures;

/**
 * DaybookControlFigures:
 * @accounts: what was added to all accounts, minor units
 * @cash: what was added to cash in hand, minor units
 * @bank: what was added at the bank, minor units
 * @too_large: whether a sum has left 64 bits; it stands at the limit then
 * @differs_on: the first day at whose end the accounts are not what cash and bank are together,
 *   %DAYBOOK_DATE_NONE if there is none
 *
 * The control totals of one currency at the end of a day (rule 34).
 */
typedef struct
{
  DaybookCurrency currency;
  gint64 accounts;
  gint64 cash;
  gint64 bank;
  gboolean too_large;
  DaybookDate differs_on;
} DaybookControlFigures;

/**
 * DaybookControlCheck:
 * @agrees: whether nothing that was compared differs; all else only says where
 * @accounts: the sum of the accounts' balances, minor units
 * @cash: what there is in hand, minor units
 * @bank: what there is at the bank, minor units
 * @n_days: at the end of how many days they were compared
 * @differs_on: the first day at whose end they differ, %DAYBOOK_DATE_NONE if there is none
 * @accounts_then: what the accounts came to at its end, minor units
 * @methods_then: what cash and bank together came to at its end, minor units
 * @wrong_account: the first account whose balance is not what its entries add up to, 0 if there is
 *   none
 * @too_large: whether a sum has left 64 bits; it stands at the limit then. What is compared is not
 *   limited so
 *
 * What adding everything up again has shown for one currency. The currency is empty for lines that
 * belong to no account.
 */
typedef struct
{
  DaybookCurrency currency;
  gboolean agrees;
  gint64 accounts;
  gint64 cash;
  gint64 bank;
  guint n_days;
  DaybookDate differs_on;
  gint64 accounts_then;
  gint64 methods_then;
  guint32 wrong_account;
  gboolean too_large;
} DaybookControlCheck;

/**
 * DaybookHeldDay:
 * @held: what all accounts together had at the end of the day, minor units
 * @money_in: what was paid in on that day, minor units. What was reversed on its own day does not
 *   count, neither do transfers
 * @money_out: what was paid out on that day, minor units; likewise
 * @too_large: whether a sum has left 64 bits; it stands at the limit then
 *
 * What a day's entries did to the money of one currency.
 */
typedef struct
{
  DaybookDate date;
  gint64 held;
  gint64 money_in;
  gint64 money_out;
  gboolean too_large;
} DaybookHeldDay;

/**
 * DaybookAttentionKind:
 * @DAYBOOK_ATTENTION_BELOW_LIMITS: open, not overdrawn, and yet less is in it than has to stay:
 *   money was taken back, or limits came later
 * @DAYBOOK_ATTENTION_OVERDRAWN: the balance is below zero, allowed or not
 * @DAYBOOK_ATTENTION_HOLD_ENDING: a hold on it is going to end by itself
 * @DAYBOOK_ATTENTION_BLOCKED: open, and money may not go out, or not come in
 *
 * Why somebody should look at an account.
 */
typedef enum
{
  DAYBOOK_ATTENTION_BELOW_LIMITS,
  DAYBOOK_ATTENTION_OVERDRAWN,
  DAYBOOK_ATTENTION_HOLD_ENDING,
  DAYBOOK_ATTENTION_BLOCKED,
} DaybookAttentionKind;

#define DAYBOOK_N_ATTENTION_KINDS (DAYBOOK_ATTENTION_BLOCKED + 1)

/**
 * DaybookAttention:
 * @account: key of an account
 * @amount: of a hold, minor units; else 0
 * @expires: when the hold ends, else %DAYBOOK_DATE_NONE
 *
 * An account that somebody should look at; its figures say the rest.
 */
typedef struct
{
  guint32 account;
  gint64 amount;
  DaybookDate expires;
} DaybookAttention;

/**
 * DaybookTotals:
 * @n_accounts: accounts, whatever their status
 * @n_closed: those of them that are closed
 * @n_people: people
 * @n_entries: entries that the figures come from
 * @n_recorded: entries in the daybook: more, where the figures have not followed yet
 */
typedef struct
{
  guint32 n_accounts;
  guint32 n_closed;
  guint32 n_people;
  guint64 n_entries;
  guint64 n_recorded;
} DaybookTotals;

/**
 * DaybookFoundFunc:
 * @positions: (array length=n_positions): the numbers of entries that were found since the last
 *   call, newest first
 * @position: all entries after this one have been looked at
 *
 * Returns: whether to go on.
 */
typedef gboolean (*DaybookFoundFunc) (const guint64 *positions,
                                      guint          n_positions,
                                      guint64        position,
                                      gpointer       user_data);

/**
 * DaybookChanges:
 * @position: the last entry that the read model now contains
 * @accounts: (element-type guint32): keys of accounts whose figures or entries changed, sorted
 * @people: (element-type guint32): keys of people whose details changed, sorted
 * @words: whether an account or a person may be found by other words than before
 * @book: whether the book itself changed: its name, its currencies, its periods
 * @everything: whether nothing may be taken for unchanged (a rebuild)
 *
 * What a batch of entries changed.
 */
typedef struct
{
  guint64 position;
  GArray *accounts;
  GArray *people;
  gboolean words;
  gboolean book;
  gboolean everything;
} DaybookChanges;

#define DAYBOOK_TYPE_READ_MODEL (daybook_read_model_get_type ())
G_DECLARE_INTERFACE (DaybookReadModel, daybook_read_model, DAYBOOK, READ_MODEL, GObject)

struct _DaybookReadModelInterface
{
  GTypeInterface parent;

  gboolean (*get_totals)     (DaybookReadModel       *self,
                              DaybookTotals          *totals,
                              GError                **error);
  GArray  *(*list_accounts)  (DaybookReadModel       *self,
                              const DaybookListing   *listing,
                              GError                **error);
  DaybookAccountFigures *(*get_account) (DaybookReadModel  *self,
                                         guint32            key,
                                         GError           **error);
  GArray  *(*list_people)    (DaybookReadModel       *self,
                              const DaybookListing   *listing,
                              GError                **error);
  DaybookPersonDetails *(*get_person) (DaybookReadModel  *self,
                                       guint32            key,
                                       GError           **error);
  DaybookPersonDetails *(*find_person) (DaybookReadModel  *self,
                                        const char        *id,
                                        GError           **error);
  GArray  *(*get_lines)      (DaybookReadModel       *self,
                              guint32                 account,
                              guint64                 first_row,
                              guint                   n_rows,
                              GError                **error);
  GArray  *(*get_holds)      (DaybookReadModel       *self,
                              guint32                 account,
                              GError                **error);
  GArray  *(*get_expired_holds) (DaybookReadModel    *self,
                                 DaybookDate          day,
                                 GError             **error);
  GArray  *(*get_control)    (DaybookReadModel       *self,
                              DaybookDate             until,
                              GError                **error);
  GArray  *(*get_held_series) (DaybookReadModel      *self,
                               DaybookCurrency        currency,
                               DaybookDate            from,
                               DaybookDate            until,
                               GError               **error);
  GArray  *(*find_attention) (DaybookReadModel       *self,
                              DaybookAttentionKind    kind,
                              DaybookDate             until,
                              guint                   max,
                              guint                  *n_all,
                              GError                **error);
  GArray  *(*check)          (DaybookReadModel       *self,
                              DaybookProgressFunc     progress,
                              gpointer                user_data,
                              GCancellable           *cancellable,
                              GError                **error);
  gboolean (*read_entries)   (DaybookReadModel       *self,
                              guint64                 after_position,
                              DaybookEntryFunc        func,
                              gpointer                user_data,
                              GError                **error);
  gboolean (*find_entries) (DaybookReadModel         *self,
                            const DaybookEntryQuery  *query,
                            DaybookEntryFunc          func,
                            gpointer                  user_data,
                            GError                  **error);
  gboolean (*read_stream)  (DaybookReadModel         *self,
                            DaybookStreamKind         kind,
                            const char               *key,
                            DaybookEntryFunc          func,
                            gpointer                  user_data,
                            GError                  **error);
  gboolean (*filter_entries) (DaybookReadModel       *self,
                              const DaybookEntryFilter *filter,
                              guint64                 after_position,
                              guint64                 until_position,
                              DaybookFoundFunc        func,
                              gpointer                user_data,
                              GError                **error);
  gboolean (*refresh)        (DaybookReadModel       *self,
                              GError                **error);
};

gboolean               daybook_read_model_get_totals    (DaybookReadModel  *self,
                                                         DaybookTotals     *totals,
                                                         GError           **error);
GArray                *daybook_read_model_list_accounts (DaybookReadModel  *self,
                                                         const DaybookListing *listing,
                                                         GError           **error);
GArray                *daybook_read_model_find_accounts (DaybookReadModel  *self,
                                                         const char        *search,
                                                         guint32            person,
                                                         GError           **error);
DaybookAccountFigures *daybook_read_model_get_account   (DaybookReadModel  *self,
                                                         guint32            key,
                                                         GError           **error);
GArray                *daybook_read_model_list_people   (DaybookReadModel  *self,
                                                         const DaybookListing *listing,
                                                         GError           **error);
GArray                *daybook_read_model_find_people   (DaybookReadModel  *self,
                                                         const char        *search,
                                                         GError           **error);
DaybookPersonDetails  *daybook_read_model_get_person    (DaybookReadModel  *self,
                                                         guint32            key,
                                                         GError           **error);
DaybookPersonDetails  *daybook_read_model_find_person   (DaybookReadModel  *self,
                                                         const char        *id,
                                                         GError           **error);
GArray                *daybook_read_model_get_lines     (DaybookReadModel  *self,
                                                         guint32            account,
                                                         guint64            first_row,
                                                         guint              n_rows,
                                                         GError           **error);
GArray                *daybook_read_model_get_holds     (DaybookReadModel  *self,
                                                         guint32            account,
                                                         GError           **error);
GArray                *daybook_read_model_get_expired_holds (DaybookReadModel  *self,
                                                             DaybookDate        day,
                                                             GError           **error);
GArray                *daybook_read_model_get_control   (DaybookReadModel  *self,
                                                         DaybookDate        until,
                                                         GError           **error);
GArray                *daybook_read_model_get_held_series (DaybookReadModel  *self,
                                                           DaybookCurrency    currency,
                                                           DaybookDate        from,
                                                           DaybookDate        until,
                                                           GError           **error);
GArray                *daybook_read_model_find_attention (DaybookReadModel     *self,
                                                          DaybookAttentionKind  kind,
                                                          DaybookDate           until,
                                                          guint                 max,
                                                          guint                *n_all,
                                                          GError              **error);
GArray                *daybook_read_model_check         (DaybookReadModel  *self,
                                                         DaybookProgressFunc progress,
                                                         gpointer           user_data,
                                                         GCancellable      *cancellable,
                                                         GError           **error);
gboolean               daybook_read_model_read_entries  (DaybookReadModel  *self,
                                                         guint64            after_position,
                                                         DaybookEntryFunc   func,
                                                         gpointer           user_data,
                                                         GError           **error);
gboolean               daybook_read_model_find_entries  (DaybookReadModel  *self,
                                                         const DaybookEntryQuery *query,
                                                         DaybookEntryFunc   func,
                                                         gpointer           user_data,
                                                         GError           **error);
gboolean               daybook_read_model_read_stream   (DaybookReadModel  *self,
                                                         DaybookStreamKind  kind,
                                                         const char        *key,
                                                         DaybookEntryFunc   func,
                                                         gpointer           user_data,
                                                         GError           **error);
gboolean               daybook_read_model_filter_entries (DaybookReadModel *self,
                                                         const DaybookEntryFilter *filter,
                                                         guint64            after_position,
                                                         guint64            until_position,
                                                         DaybookFoundFunc   func,
                                                         gpointer           user_data,
                                                         GError           **error);
gboolean               daybook_read_model_refresh       (DaybookReadModel  *self,
                                                         GError           **error);

void                   daybook_account_figures_free     (DaybookAccountFigures *figures);
void                   daybook_person_details_free      (DaybookPersonDetails  *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAccountFigures, daybook_account_figures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPersonDetails, daybook_person_details_free)

DaybookChanges        *daybook_changes_new              (void);
void                   daybook_changes_free             (DaybookChanges       *changes);
gboolean               daybook_changes_has_account      (const DaybookChanges *changes,
                                                         guint32               key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookChanges, daybook_changes_free)

#define DAYBOOK_TYPE_PROJECTOR (daybook_projector_get_type ())
G_DECLARE_INTERFACE (DaybookProjector, daybook_projector, DAYBOOK, PROJECTOR, GObject)

struct _DaybookProjectorInterface
{
  GTypeInterface parent;

  gboolean (*catch_up) (DaybookProjector     *self,
                        DaybookChanges       *changes,
                        DaybookProgressFunc   progress,
                        gpointer              user_data,
                        GCancellable         *cancellable,
                        GError              **error);
  gboolean (*rebuild)  (DaybookProjector     *self,
                        DaybookProgressFunc   progress,
                        gpointer              user_data,
                        GCancellable         *cancellable,
                        GError              **error);
};

gboolean daybook_projector_catch_up (DaybookProjector     *self,
                                     DaybookChanges       *changes,
                                     DaybookProgressFunc   progress,
                                     gpointer              user_data,
                                     GCancellable         *cancellable,
                                     GError              **error);
gboolean daybook_projector_rebuild  (DaybookProjector     *self,
                                     DaybookProgressFunc   progress,
                                     gpointer              user_data,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
