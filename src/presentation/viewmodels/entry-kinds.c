/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of entries, as people tell them apart: fewer than there are types of events. */

#include "entry-kinds.h"

#include <glib/gi18n-lib.h>

#include "accounts/account-events.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "books/period-records.h"
#include "choice.h"
#include "people/person-records.h"

static const DaybookSchema *const deposits[] = { &daybook_money_deposited, NULL };
static const DaybookSchema *const withdrawals[] = { &daybook_money_withdrawn, NULL };
static const DaybookSchema *const transfers[] = { &daybook_money_transferred, NULL };
static const DaybookSchema *const corrections[] = { &daybook_entry_reversed, NULL };
static const DaybookSchema *const holds[] = {
  &daybook_hold_placed, &daybook_hold_released, &daybook_hold_captured, &daybook_hold_expired, NULL
};
static const DaybookSchema *const accounts[] = {
  &daybook_account_opened, &daybook_account_renamed, &daybook_holder_added,
  &daybook_holder_removed, &daybook_limits_changed, &daybook_account_blocked,
  &daybook_account_unblocked, &daybook_account_closed, &daybook_account_reopened, NULL
};
static const DaybookSchema *const people[] = {
  &daybook_person_registered, &daybook_personal_details_changed, &daybook_username_changed, NULL
};
static const DaybookSchema *const periods[] = {
  &daybook_period_closed, &daybook_period_reopened, NULL
};
static const DaybookSchema *const book[] = {
  &daybook_book_started, &daybook_book_renamed, &daybook_currency_added, NULL
};

/* What is chosen, and how what was chosen is called among other words. */
static const struct
{
  const char *id;
  const char *title;
  const char *words;
  const DaybookSchema *const *types;
} kinds[] = {
  /* Translators: one of several kinds of entries to choose from: all of them. */
  { "all", N_("All Entries"), "", NULL },
  /* Translators: kinds of entries to choose; then the same in a line, “37 entries · deposits”. */
  { "deposits", NC_("kind of entries", "Deposits"), NC_("kind of entries", "deposits"), deposits },
  { "withdrawals", NC_("kind of entries", "Withdrawals"), NC_("kind of entries", "withdrawals"),
    withdrawals },
  { "transfers", NC_("kind of entries", "Transfers"), NC_("kind of entries", "transfers"),
    transfers },
  { "corrections", NC_("kind of entries", "Corrections"), NC_("kind of entries", "corrections"),
    corrections },
  { "holds", NC_("kind of entries", "Holds"), NC_("kind of entries", "holds"), holds },
  { "accounts", NC_("kind of entries", "Accounts"), NC_("kind of entries", "accounts"), accounts },
  { "people", NC_("kind of entries", "People"), NC_("kind of entries", "people"), people },
  { "periods", NC_("kind of entries", "Periods"), NC_("kind of entries", "periods"), periods },
  { "book", NC_("kind of entries", "The Book Itself"), NC_("kind of entries", "the book itself"),
    book },
};

static const char *
translate (const char *words)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of entries", words);
}

/**
 * daybook_entry_kinds:
 *
 * Returns: (transfer full): kinds of entries to choose from, #DaybookChoice each; the first is all
 *   of them.
 */
GListModel *
daybook_entry_kinds (void)
{
  GListStore *store = g_list_store_new (DAYBOOK_TYPE_CHOICE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DaybookChoice) choice = NULL;

      choice = daybook_choice_new (kinds[i].id, i == 0 ? _(kinds[i].title)
                                                       : translate (kinds[i].title));
      g_list_store_append (store, choice);
    }

  return G_LIST_MODEL (store);
}

/**
 * daybook_entry_kind_types:
 * @kind: a place among daybook_entry_kinds()
 *
 * Returns: (transfer none) (nullable): the types of events that are of that kind, %NULL at the end;
 *   %NULL for all.
 */
const DaybookSchema *const *
daybook_entry_kind_types (guint kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].types;
}

/**
 * daybook_entry_kind_words:
 * @kind: a place among daybook_entry_kinds()
 *
 * Returns: (transfer none): how that kind is called in a line of words; empty for all.
 */
const char *
daybook_entry_kind_words (guint kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");

  return *kinds[kind].words != '\0' ? translate (kinds[kind].words) : "";
}
