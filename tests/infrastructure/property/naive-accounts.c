/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Accounts from opening to closing, by the rules alone (4 to 9). */

#include <string.h>

#include "naive-judge.h"

/* Rules 4, 6 and 21. A currency that the book does not know yet is taken on first. */
void
judge_open (Judge *judge)
{
  const char *date = date_field (judge, "on", judge->today);
  const char *currency = currency_field (judge, FALSE);
  Typed overdraft = amount_field (judge, "overdraft", FALSE);
  NaiveEntry *entry;

  if (currency == NULL)
    currency = judge->ledger->currency;
  if (currency != NULL && !naive_ledger_has_currency (judge->ledger, currency))
    add_entry (judge, NAIVE_CURRENCY_ADDED, date)->currency = currency;
  entry = add_entry (judge, NAIVE_OPENED, date);
  entry->account = judge->ledger->accounts->len;
  entry->currency = currency;
  entry->person = person_field (judge, "holder");
  entry->reference = text_field (judge, "reference", MAX_KEY, FALSE);
  entry->name = text_field (judge, "name", MAX_NAME, FALSE);

  judge_date (judge, date);
  if (entry->reference != NULL &&
      naive_ledger_find_account (judge->ledger, NULL, entry->reference) >= 0)
    BROKEN (judge, REFERENCE_TAKEN);
  if (currency != NULL && to_minor (judge, overdraft, currency, &entry->limits.overdraft) &&
      entry->limits.overdraft < 0)
    BROKEN (judge, AMOUNT_NEGATIVE);
}

void
judge_rename (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_ACCOUNT_RENAMED, judge->today);
  const char *name = text_field (judge, "name", MAX_NAME, TRUE);

  entry->account = who_field (judge, "account", TRUE);
  if (entry->account < 0)
    return;

  entry->name = g_strcmp0 (name, "-") == 0 ? NULL : name;
  judge_open_account (judge, entry->account);
  judge_account_date (judge, entry->account, entry->date);
  if (entry->name == naive_ledger_get_name (judge->ledger, entry->account))
    BROKEN (judge, NOTHING_CHANGES);
}

/* Other limits hold from today on, and must leave nothing short that is there. */
void
judge_limits (Judge *judge)
{
  static const char *const names[] = { "minimum", "overdraft", "per_withdrawal", "per_day" };
  Typed amounts[G_N_ELEMENTS (names)];
  NaiveEntry *entry = add_entry (judge, NAIVE_LIMITS_CHANGED, judge->today);
  Sum *const limits[] = { &entry->limits.minimum, &entry->limits.overdraft,
                          &entry->limits.per_withdrawal, &entry->limits.per_day };
  NaiveLimits before;
  gboolean known = TRUE;
  const char *day;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    amounts[i] = amount_field (judge, names[i], FALSE);
  entry->account = who_field (judge, "account", TRUE);
  if (entry->account < 0)
    return;

  before = naive_ledger_get_limits (judge->ledger, entry->account, NULL);
  entry->limits = before;
  entry->currency = naive_account (judge->ledger, entry->account)->currency;
  judge_open_account (judge, entry->account);
  judge_account_date (judge, entry->account, entry->date);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (amounts[i].given)
      {
        known = to_minor (judge, amounts[i], entry->currency, limits[i]) && known;
        if (*limits[i] < 0)
          BROKEN (judge, AMOUNT_NEGATIVE);
      }
  if (known && memcmp (&before, &entry->limits, sizeof before) == 0)
    BROKEN (judge, NOTHING_CHANGES);
  if (find_cover (judge, entry->account, &day) != COVERED)
    BROKEN_WITH (judge, LIMITS_LEAVE_SHORT, .date = day);
}

/* Rule 7, one event for each side. To unblock without saying which is to lift whatever block there
 * is; any other way, what is asked for must not be so already. */
static void
judge_sides (Judge     *judge,
             NaiveKind  kind,
             gboolean   reason_needed)
{
  static const char *const sides[] = { "debits", "credits" };
  int account = who_field (judge, "account", TRUE);
  const char *reason = text_field (judge, "reason", MAX_MEMO, reason_needed);
  const char *side = choice_field (judge, "side", "debits", "credits", "both",
                                   kind == NAIVE_BLOCKED ? "both" : NULL);
  gboolean already = FALSE;

  if (account < 0)
    return;

  judge_open_account (judge, account);
  judge_account_date (judge, account, judge->today);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      gboolean blocked = naive_ledger_is_blocked (judge->ledger, account, sides[i]);
      NaiveEntry *entry;

      if (side != NULL && strcmp (side, "both") != 0 && strcmp (side, sides[i]) != 0)
        continue;
      if (blocked == (kind == NAIVE_BLOCKED))
        {
          already = already || side != NULL;
          continue;
        }
      entry = add_entry (judge, kind, judge->today);
      entry->account = account;
      entry->choice = sides[i];
      entry->text = reason;
    }
  already = already || judge->verdict->n_entries == 0;
  if (already && kind == NAIVE_BLOCKED)
    BROKEN (judge, ALREADY_BLOCKED);
  if (already && kind == NAIVE_UNBLOCKED)
    BROKEN (judge, NOT_BLOCKED);
}

void
judge_block (Judge *judge)
{
  judge_sides (judge, NAIVE_BLOCKED, TRUE);
}

void
judge_unblock (Judge *judge)
{
  judge_sides (judge, NAIVE_UNBLOCKED, FALSE);
}

/* The last day that anything about the account counts for. */
static const char *
last_day (Judge *judge,
          int    account)
{
  const char *last = naive_account (judge->ledger, account)->opened;

  for (guint64 i = 1; i <= judge->ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (judge->ledger, i);

      if ((entry->from == account || entry->to == account || entry->account == account) &&
          strcmp (entry->date, last) > 0)
        last = entry->date;
    }

  return last;
}

/* The payout of closing, which neither limits nor a minimum balance hinder; of nothing, if there is
 * nothing in it. */
static NaiveEntry
make_payout (Judge      *judge,
             int         account,
             int         to,
             const char *method,
             const char *date)
{
  return (NaiveEntry) { .kind = to >= 0 ? NAIVE_TRANSFERRED : NAIVE_WITHDRAWN, .date = date,
                        .from = account, .to = to, .account = -1, .person = -1,
                        .amount = naive_ledger_get_balance (judge->ledger, account, NULL),
                        .currency = naive_account (judge->ledger, account)->currency,
                        .method = to >= 0 ? NULL : method };
}

/* Rule 8. */
void
judge_close (Judge *judge)
{
  int account = who_field (judge, "account", TRUE);
  const char *method = choice_field (judge, "payout", "cash", "bank", NULL, NULL);
  const char *date = date_field (judge, "on", judge->today);
  const char *reason = text_field (judge, "reason", MAX_MEMO, FALSE);
  gboolean to_given = text_field (judge, "to", MAX_WHO, FALSE) != NULL;
  int to = who_field (judge, "to", FALSE);
  NaiveEntry *entry;
  NaiveEntry payout;
  const char *last;

  if (method != NULL && to_given)
    BROKEN (judge, PAYOUT_TWICE);
  if (account < 0)
    return;

  payout = make_payout (judge, account, to, method, date);
  judge_accounts (judge, &payout);
  judge_sides_of (judge, &payout);
  judge_side (judge, account, "credits");
  last = last_day (judge, account);
  if (strcmp (date, last) < 0)
    BROKEN_WITH (judge, CLOSING_BEFORE_LAST_ENTRY, .date = last);
  if (naive_ledger_get_held (judge->ledger, account, NULL) > 0)
    BROKEN (judge, ACCOUNT_HAS_HOLDS);
  if (payout.amount < 0)
    BROKEN (judge, ACCOUNT_OVERDRAWN);
  if (payout.amount > 0 && method == NULL && !to_given)
    BROKEN_WITH (judge, ACCOUNT_NOT_EMPTY, .counts = TRUE, .available = payout.amount);
  if (payout.amount > 0)
    {
      *add_entry (judge, payout.kind, date) = payout;
      judge_fitting (judge, account);
      if (to >= 0)
        judge_fitting (judge, to);
    }

  entry = add_entry (judge, NAIVE_CLOSED, date);
  entry->account = account;
  entry->text = reason;
}

/* Rule 9. */
void
judge_reopen (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_REOPENED, judge->today);

  entry->account = who_field (judge, "account", TRUE);
  entry->text = text_field (judge, "reason", MAX_MEMO, TRUE);
  if (entry->account < 0)
    return;

  judge_account_date (judge, entry->account, entry->date);
  if (!naive_ledger_is_closed (judge->ledger, entry->account))
    BROKEN (judge, ACCOUNT_NOT_CLOSED);
}
