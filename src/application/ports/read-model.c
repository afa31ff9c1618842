/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The read model, as the application and the views see it: what people read, worked out from the
 * daybook, never a fact in itself. The projector writes it (on the writer thread); the read model
 * answers questions (on the thread that asks). */

#include "ports/read-model.h"

G_DEFINE_INTERFACE (DaybookReadModel, daybook_read_model, G_TYPE_OBJECT)
G_DEFINE_INTERFACE (DaybookProjector, daybook_projector, G_TYPE_OBJECT)

static void
daybook_read_model_default_init (DaybookReadModelInterface *iface)
{
}

static void
daybook_projector_default_init (DaybookProjectorInterface *iface)
{
}

/**
 * daybook_read_model_get_totals:
 * @totals: (out): how much there is of everything
 *
 * Returns: whether the read model could be asked.
 */
gboolean
daybook_read_model_get_totals (DaybookReadModel  *self,
                               DaybookTotals     *totals,
                               GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_totals (self, totals, error);
}

/**
 * daybook_read_model_list_accounts:
 * @listing: which, and in which order
 *
 * Returns: (transfer full) (element-type guint32): keys; %NULL on error.
 */
GArray *
daybook_read_model_list_accounts (DaybookReadModel      *self,
                                  const DaybookListing  *listing,
                                  GError               **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->list_accounts (self, listing, error);
}

/**
 * daybook_read_model_find_accounts:
 * @search: (nullable): see #DaybookListing
 * @person: only accounts that this person holds; 0 for everybody
 *
 * The usual listing, of accounts whatever their status.
 *
 * Returns: (transfer full) (element-type guint32): keys, by number; %NULL on error.
 */
GArray *
daybook_read_model_find_accounts (DaybookReadModel  *self,
                                  const char        *search,
                                  guint32            person,
                                  GError           **error)
{
  DaybookListing listing = { .search = search, .holder = person };

  return daybook_read_model_list_accounts (self, &listing, error);
}

/**
 * daybook_read_model_get_account:
 * @key: an account's place in its register
 *
 * Returns: (transfer full): its figures; %NULL on error, %DAYBOOK_STORE_ERROR_NOT_FOUND if there is
 *   no such account.
 */
DaybookAccountFigures *
daybook_read_model_get_account (DaybookReadModel  *self,
                                guint32            key,
                                GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_account (self, key, error);
}

/**
 * daybook_read_model_list_people:
 * @listing: which, and in which order
 *
 * Returns: (transfer full) (element-type guint32): keys; %NULL on error.
 */
GArray *
daybook_read_model_list_people (DaybookReadModel      *self,
                                const DaybookListing  *listing,
                                GError               **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->list_people (self, listing, error);
}

/**
 * daybook_read_model_find_people:
 * @search: (nullable): see #DaybookListing
 *
 * The usual listing.
 *
 * Returns: (transfer full) (element-type guint32): keys, by name; %NULL on error.
 */
GArray *
daybook_read_model_find_people (DaybookReadModel  *self,
                                const char        *search,
                                GError           **error)
{
  DaybookListing listing = { .search = search, .sort = DAYBOOK_BY_NAME };

  return daybook_read_model_list_people (self, &listing, error);
}

/**
 * daybook_read_model_get_person:
 * @key: a person's place in the order of registration
 *
 * Returns: (transfer full): their details; %NULL on error, %DAYBOOK_STORE_ERROR_NOT_FOUND if there
 *   is no such person.
 */
DaybookPersonDetails *
daybook_read_model_get_person (DaybookReadModel  *self,
                               guint32            key,
                               GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_person (self, key, error);
}

/**
 * daybook_read_model_find_person:
 * @id: what events know them by
 *
 * Returns: (transfer full): their details; %NULL on error, %DAYBOOK_STORE_ERROR_NOT_FOUND if there
 *   is no such person.
 */
DaybookPersonDetails *
daybook_read_model_find_person (DaybookReadModel  *self,
                                const char        *id,
                                GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->find_person (self, id, error);
}

/**
 * daybook_read_model_get_lines:
 * @account: key of an account
 * @first_row: 1 for the oldest
 * @n_rows: at most so many
 *
 * Returns: (transfer full) (element-type DaybookAccountLine): rows, oldest first; %NULL on error.
 */
GArray *
daybook_read_model_get_lines (DaybookReadModel  *self,
                              guint32            account,
                              guint64            first_row,
                              guint              n_rows,
                              GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_lines (self, account, first_row, n_rows, error);
}

/**
 * daybook_read_model_get_holds:
 * @account: key of an account
 *
 * Returns: (transfer full) (element-type DaybookHoldFigures): the account's holds that have not
 *   ended, in the order in which they were placed; %NULL on error.
 */
GArray *
daybook_read_model_get_holds (DaybookReadModel  *self,
                              guint32            account,
                              GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_holds (self, account, error);
}

/**
 * daybook_read_model_get_expired_holds:
 * @day: usually today
 *
 * What is to be recorded as expired (rule 20).
 *
 * Returns: (transfer full) (element-type guint64): numbers of the entries that placed the holds
 *   which have not ended and whose expiry day is @day or earlier, by that day, then by number;
 *   %NULL on error.
 */
GArray *
daybook_read_model_get_expired_holds (DaybookReadModel  *self,
                                      DaybookDate        day,
                                      GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_expired_holds (self, day, error);
}

/**
 * daybook_read_model_get_control:
 * @until: the day at whose end, %DAYBOOK_DATE_NONE for after all entries
 *
 * Returns: (transfer full) (element-type DaybookControlFigures): the control totals of each
 *   currency in which money was moved until then, by code; %NULL on error.
 */
GArray *
daybook_read_model_get_control (DaybookReadModel  *self,
                                DaybookDate        until,
                                GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_control (self, until, error);
}

/**
 * daybook_read_model_get_held_series:
 * @from: the first day, whether anything happened on it or not
 * @until: the last day, not before @from
 *
 * Returns: (transfer full) (element-type DaybookHeldDay): what was held in @currency at the end of
 *   @from, and of each later day until @until on which money moved; %NULL on error.
 */
GArray *
daybook_read_model_get_held_series (DaybookReadModel  *self,
                                    DaybookCurrency    currency,
                                    DaybookDate        from,
                                    DaybookDate        until,
                                    GError           **error)
{
  g_assert (from != DAYBOOK_DATE_NONE && from <= until);

  return DAYBOOK_READ_MODEL_GET_IFACE (self)->get_held_series (self, currency, from, until, error);
}

/**
 * daybook_read_model_find_attention:
 * @until: for holds: the last day on which one ends that is wanted
 * @max: how many are wanted at most
 * @n_all: (out): how many there are
 *
 * Returns: (transfer full) (element-type DaybookAttention): accounts to look at, the most overdrawn
 *   and the holds that end soonest first, else by number; %NULL on error.
 */
GArray *
daybook_read_model_find_attention (DaybookReadModel      *self,
                                   DaybookAttentionKind   kind,
                                   DaybookDate            until,
                                   guint                  max,
                                   guint                 *n_all,
                                   GError               **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->find_attention (self, kind, until, max, n_all,
                                                              error);
}

/**
 * daybook_read_model_check:
 * @progress: (nullable) (scope call): told of entries' lines
 *
 * Adds up again the accounts' balances, their entries day by day, and cash and bank day by day, and
 * compares them. It reads all there is: seconds for a million entries, so not where anybody waits
 * for the next click. That the figures follow from the book is not asked here: a rebuild sees to
 * that, and to the book itself its verification.
 *
 * Returns: (transfer full) (element-type DaybookControlCheck): what was found, by currency; %NULL
 *   on error, also when cancelled.
 */
GArray *
daybook_read_model_check (DaybookReadModel     *self,
                          DaybookProgressFunc   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->check (self, progress, user_data, cancellable, error);
}

/**
 * daybook_read_model_read_entries:
 * @func: (scope call): called for each entry, in order, until it returns %FALSE
 *
 * Reads the daybook itself, without disturbing whoever writes to it.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_read_model_read_entries (DaybookReadModel  *self,
                                 guint64            after_position,
                                 DaybookEntryFunc   func,
                                 gpointer           user_data,
                                 GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->read_entries (self, after_position, func, user_data,
                                                            error);
}

/**
 * daybook_read_model_find_entries:
 * @func: (scope call): called for each entry, in order, until it returns %FALSE
 *
 * Finds entries by what is known of them. Quick where @query names a command or what it is part of.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_read_model_find_entries (DaybookReadModel         *self,
                                 const DaybookEntryQuery  *query,
                                 DaybookEntryFunc          func,
                                 gpointer                  user_data,
                                 GError                  **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->find_entries (self, query, func, user_data, error);
}

/**
 * daybook_read_model_read_stream:
 * @kind: under what the entries are filed
 * @key: which one
 * @func: (scope call): called for each entry, in order, until it returns %FALSE
 *
 * Reads what is filed under one thing: what happened to an account, what was said of an entry.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_read_model_read_stream (DaybookReadModel   *self,
                                DaybookStreamKind   kind,
                                const char         *key,
                                DaybookEntryFunc    func,
                                gpointer            user_data,
                                GError            **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->read_stream (self, kind, key, func, user_data,
                                                           error);
}

/**
 * daybook_read_model_filter_entries:
 * @filter: what is looked for
 * @after_position: the number of an entry; only those after it are looked at
 * @until_position: the number of the newest that is looked at
 * @func: (scope call): called every few milliseconds, until it returns %FALSE or all are looked at
 *
 * Looks for entries, newest first, by looking at all of them: seconds for a million, so on a thread
 * of its own, with a read model of its own.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_read_model_filter_entries (DaybookReadModel          *self,
                                   const DaybookEntryFilter  *filter,
                                   guint64                    after_position,
                                   guint64                    until_position,
                                   DaybookFoundFunc           func,
                                   gpointer                   user_data,
                                   GError                   **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->filter_entries (self, filter, after_position,
                                                              until_position, func, user_data,
                                                              error);
}

/**
 * daybook_read_model_refresh:
 *
 * To be called when #DaybookChanges say that everything may have changed: what was asked until now
 * may have been replaced.
 *
 * Returns: whether it answers from what is there now; else still from what was there before.
 */
gboolean
daybook_read_model_refresh (DaybookReadModel  *self,
                            GError           **error)
{
  return DAYBOOK_READ_MODEL_GET_IFACE (self)->refresh (self, error);
}

/**
 * daybook_account_figures_free:
 * @figures: (nullable) (transfer full):
 */
void
daybook_account_figures_free (DaybookAccountFigures *figures)
{
  if (figures == NULL)
    return;

  g_free (figures->reference);
  g_free (figures->name);
  g_free (figures->holders);
  g_free (figures->usernames);
  g_free (figures->debits_blocked);
  g_free (figures->credits_blocked);
  g_free (figures);
}

/**
 * daybook_person_details_free:
 * @details: (nullable) (transfer full):
 */
void
daybook_person_details_free (DaybookPersonDetails *details)
{
  if (details == NULL)
    return;

  g_free (details->id);
  g_free (details->username);
  g_free (details->former);
  g_free (details->name);
  g_free (details->email);
  g_free (details->phone);
  g_free (details->address);
  g_free (details->note);
  g_free (details);
}

/**
 * daybook_changes_new:
 *
 * Returns: (transfer full): no changes yet.
 */
DaybookChanges *
daybook_changes_new (void)
{
  DaybookChanges *changes = g_new0 (DaybookChanges, 1);

  changes->accounts = g_array_new (FALSE, FALSE, sizeof (guint32));
  changes->people = g_array_new (FALSE, FALSE, sizeof (guint32));

  return changes;
}

/**
 * daybook_changes_free:
 * @changes: (nullable) (transfer full):
 */
void
daybook_changes_free (DaybookChanges *changes)
{
  if (changes == NULL)
    return;

  g_array_unref (changes->accounts);
  g_array_unref (changes->people);
  g_free (changes);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/**
 * daybook_changes_has_account:
 *
 * Returns: whether what is shown of that account may be out of date.
 */
gboolean
daybook_changes_has_account (const DaybookChanges *changes,
                             guint32               key)
{
  return changes->everything || g_array_binary_search (changes->accounts, &key, compare_keys, NULL);
}

/**
 * daybook_projector_catch_up:
 * @changes: (nullable): receives what changed, added to what is there
 * @progress: (nullable) (scope call):
 *
 * Applies every entry that the read model does not contain yet. If the read model does not belong
 * to this book as it now is, it is rebuilt.
 *
 * Returns: whether the read model is current; it stays as it was otherwise.
 */
gboolean
daybook_projector_catch_up (DaybookProjector     *self,
                            DaybookChanges       *changes,
                            DaybookProgressFunc   progress,
                            gpointer              user_data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  return DAYBOOK_PROJECTOR_GET_IFACE (self)->catch_up (self, changes, progress, user_data,
                                                       cancellable, error);
}

/**
 * daybook_projector_rebuild:
 * @progress: (nullable) (scope call):
 *
 * Throws the read model away and works it out again.
 *
 * Returns: whether it is current; it stays as it was otherwise.
 */
gboolean
daybook_projector_rebuild (DaybookProjector     *self,
                           DaybookProgressFunc   progress,
                           gpointer              user_data,
                           GCancellable         *cancellable,
                           GError              **error)
{
  return DAYBOOK_PROJECTOR_GET_IFACE (self)->rebuild (self, progress, user_data, cancellable,
                                                      error);
}
