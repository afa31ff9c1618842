/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Deposits, withdrawals, transfers and holds, by the rules alone. What a command leads to is found
 * out by doing it: on a copy of the ledger, which is then added up. */

#include <string.h>

#include "naive-judge.h"

/* Rule 5. */
void
judge_open_account (Judge *judge,
                    int    account)
{
  if (naive_ledger_is_closed (judge->ledger, account))
    BROKEN (judge, ACCOUNT_NOT_OPEN);
}

/* Rule 7. */
void
judge_side (Judge      *judge,
            int         account,
            const char *side)
{
  if (!naive_ledger_is_blocked (judge->ledger, account, side))
    return;

  if (strcmp (side, "debits") == 0)
    BROKEN (judge, DEBITS_BLOCKED);
  else
    BROKEN (judge, CREDITS_BLOCKED);
}

/* Rule 7 for both sides of what moves money. */
void
judge_sides_of (Judge            *judge,
                const NaiveEntry *entry)
{
  if (entry->from >= 0)
    judge_side (judge, entry->from, "debits");
  if (entry->to >= 0)
    judge_side (judge, entry->to, "credits");
}

/* Rules 5, 13 and 21 for both sides of what moves money. */
void
judge_accounts (Judge            *judge,
                const NaiveEntry *entry)
{
  if (entry->from >= 0)
    {
      judge_open_account (judge, entry->from);
      judge_account_date (judge, entry->from, entry->date);
    }
  if (entry->to >= 0)
    {
      judge_open_account (judge, entry->to);
      judge_account_date (judge, entry->to, entry->date);
    }
  if (entry->from >= 0 && entry->to >= 0)
    {
      if (entry->from == entry->to)
        BROKEN (judge, SAME_ACCOUNT);
      if (strcmp (naive_account (judge->ledger, entry->from)->currency,
                  naive_account (judge->ledger, entry->to)->currency) != 0)
        BROKEN (judge, CURRENCIES_DIFFER);
    }
}

/* The ledger as it would be with the first @n entries of the command. */
static NaiveLedger *
imagine (Judge *judge,
         guint  n)
{
  NaiveLedger *after = naive_ledger_copy (judge->ledger);

  for (guint i = 0; i < n; i++)
    naive_ledger_record (after, &judge->verdict->entries[i], 0);
  return after;
}

/* Rule 15, with the limits of the value date. */
void
judge_withdrawal (Judge            *judge,
                  const NaiveEntry *entry)
{
  g_autoptr (NaiveLedger) after = imagine (judge, judge->verdict->n_entries);
  NaiveLimits limits = naive_ledger_get_limits (judge->ledger, entry->from, entry->date);
  Sum withdrawn = naive_ledger_get_withdrawn (after, entry->from, entry->date);

  if (limits.per_withdrawal > 0 && entry->amount > limits.per_withdrawal)
    BROKEN_WITH (judge, ABOVE_LIMIT_PER_WITHDRAWAL, .counts = TRUE,
                 .available = limits.per_withdrawal);
  if (limits.per_day > 0 && withdrawn > limits.per_day)
    BROKEN_WITH (judge, ABOVE_LIMIT_PER_DAY, .counts = TRUE,
                 .available = MAX (limits.per_day - (withdrawn - entry->amount), 0));
}

/* Rule 12: the balance after each entry, what is held at the end of a day, and what is withdrawn on
 * it. */
static void
judge_sums (Judge             *judge,
            const NaiveLedger *after,
            int                account)
{
  g_autoptr (GArray) lines = naive_ledger_get_lines (after, account);
  g_autoptr (GArray) days = naive_ledger_get_days (after);

  for (guint i = 0; i < lines->len; i++)
    if (!fits_64_bits (g_array_index (lines, NaiveLine, i).balance))
      BROKEN (judge, BALANCE_TOO_LARGE);
  for (guint i = 0; i < days->len; i++)
    if (!fits_64_bits (naive_ledger_get_held (after, account,
                                              g_array_index (days, const char *, i))))
      BROKEN (judge, AMOUNT_TOO_LARGE);
  for (guint i = 0; i < judge->verdict->n_entries; i++)
    if (!fits_64_bits (naive_ledger_get_withdrawn (after, account,
                                                   judge->verdict->entries[i].date)))
      BROKEN (judge, BALANCE_TOO_LARGE);
}

/* After each of the entries, since the book can be read up to any of them. */
void
judge_fitting (Judge *judge,
               int    account)
{
  for (guint n = 1; n <= judge->verdict->n_entries; n++)
    {
      g_autoptr (NaiveLedger) after = imagine (judge, n);

      judge_sums (judge, after, account);
    }
}

/* Rules 14, 16, 17, 23 and 28: whether the command would leave less than nothing available at the
 * end of any day, and less than there was. @short_on receives the first such day. */
Cover
find_cover (Judge       *judge,
            int          account,
            const char **short_on)
{
  g_autoptr (NaiveLedger) after = imagine (judge, judge->verdict->n_entries);
  g_autoptr (GArray) days = naive_ledger_get_days (after);
  Sum now = naive_ledger_get_available (after, account, NULL);

  judge_fitting (judge, account);
  for (guint i = 0; i < days->len; i++)
    {
      const char *day = g_array_index (days, const char *, i);
      Sum there = naive_ledger_get_available (after, account, day);

      if (there < 0 && there < naive_ledger_get_available (judge->ledger, account, day))
        {
          gboolean short_now = now < 0 &&
                               now < naive_ledger_get_available (judge->ledger, account, NULL);

          *short_on = day;
          return short_now ? SHORT_NOW : SHORT_LATER;
        }
    }

  return COVERED;
}

void
judge_cover (Judge *judge,
             int    account)
{
  const char *day;
  Cover cover = find_cover (judge, account, &day);

  if (cover == SHORT_NOW)
    BROKEN_WITH (judge, INSUFFICIENT_FUNDS, .counts = TRUE,
                 .available = naive_ledger_get_available (judge->ledger, account, NULL));
  if (cover == SHORT_LATER)
    BROKEN_WITH (judge, INSUFFICIENT_FUNDS_LATER, .date = day);
}

static void
judge_movement (Judge      *judge,
                NaiveKind   kind,
                const char *from_field,
                const char *to_field)
{
  NaiveEntry *entry = add_entry (judge, kind, date_field (judge, "on", judge->today));
  Typed amount = amount_field (judge, "amount", TRUE);

  entry->text = text_field (judge, "memo", MAX_MEMO, FALSE);
  if (kind != NAIVE_TRANSFERRED)
    entry->method = choice_field (judge, "method", "cash", "bank", NULL, "cash");
  entry->from = from_field != NULL ? who_field (judge, from_field, TRUE) : -1;
  entry->to = to_field != NULL ? who_field (judge, to_field, TRUE) : -1;
  if ((from_field != NULL && entry->from < 0) || (to_field != NULL && entry->to < 0) ||
      !amount.given)
    return;

  entry->currency = naive_account (judge->ledger, MAX (entry->from, entry->to))->currency;
  judge_accounts (judge, entry);
  judge_sides_of (judge, entry);
  if (!to_minor (judge, amount, entry->currency, &entry->amount))
    return;
  if (entry->amount <= 0)
    BROKEN (judge, AMOUNT_NOT_POSITIVE);
  if (kind == NAIVE_WITHDRAWN)
    judge_withdrawal (judge, entry);
  if (entry->from >= 0)
    judge_cover (judge, entry->from);
  if (entry->to >= 0)
    judge_cover (judge, entry->to);
}

void
judge_deposit (Judge *judge)
{
  judge_movement (judge, NAIVE_DEPOSITED, NULL, "to");
}

void
judge_withdraw (Judge *judge)
{
  judge_movement (judge, NAIVE_WITHDRAWN, "from", NULL);
}

void
judge_transfer (Judge *judge)
{
  judge_movement (judge, NAIVE_TRANSFERRED, "from", "to");
}

/* Rule 17. Blocks do not matter: no money moves yet. */
void
judge_hold (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_HELD, date_field (judge, "on", judge->today));
  Typed amount = amount_field (judge, "amount", TRUE);

  entry->text = text_field (judge, "reason", MAX_MEMO, TRUE);
  entry->day = date_field (judge, "expires", NULL);
  entry->account = who_field (judge, "account", TRUE);
  if (entry->account < 0 || !amount.given)
    return;

  entry->currency = naive_account (judge->ledger, entry->account)->currency;
  judge_open_account (judge, entry->account);
  judge_account_date (judge, entry->account, entry->date);
  if (entry->day != NULL && strcmp (entry->day, entry->date) < 0)
    BROKEN_WITH (judge, EXPIRY_BEFORE_HOLD, .date = entry->date);
  if (!to_minor (judge, amount, entry->currency, &entry->amount))
    return;
  if (entry->amount <= 0)
    BROKEN (judge, AMOUNT_NOT_POSITIVE);
  judge_cover (judge, entry->account);
}

/* Rule 19: the hold that ends, NULL if there is none. @entry receives whose it is. */
static const NaiveEntry *
find_hold (Judge      *judge,
           guint64     number,
           NaiveEntry *entry)
{
  const NaiveEntry *placed = number != 0 ? naive_entry (judge->ledger, number) : NULL;

  if (placed != NULL && placed->kind != NAIVE_HELD)
    {
      BROKEN (judge, ENTRY_IS_NO_HOLD);
      placed = NULL;
    }
  if (placed == NULL)
    return NULL;

  if (naive_ledger_find_end (judge->ledger, number) != 0)
    BROKEN (judge, HOLD_ENDED);
  entry->ends = number;
  entry->id = placed->id;
  entry->account = placed->account;
  entry->amount = placed->amount;
  entry->currency = placed->currency;
  return placed;
}

/* Rules 20 and 21: what ends a hold counts for no day before the hold's own. */
static void
judge_end_date (Judge            *judge,
                const NaiveEntry *placed,
                const char       *date)
{
  judge_open_account (judge, placed->account);
  judge_account_date (judge, placed->account, date);
  if (strcmp (date, placed->date) < 0)
    BROKEN_WITH (judge, DATE_BEFORE_HOLD, .date = placed->date);
}

void
judge_release (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_RELEASED, date_field (judge, "on", judge->today));
  const NaiveEntry *placed = find_hold (judge, entry_field (judge), entry);

  entry->text = text_field (judge, "reason", MAX_MEMO, FALSE);
  if (placed != NULL)
    judge_end_date (judge, placed, entry->date);
}

/* Rules 7 and 15: money that leaves the book, though it was set aside long before. */
void
judge_capture (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_CAPTURED, date_field (judge, "on", judge->today));
  Typed amount = amount_field (judge, "amount", FALSE);
  const NaiveEntry *placed = find_hold (judge, entry_field (judge), entry);

  entry->text = text_field (judge, "memo", MAX_MEMO, FALSE);
  entry->method = choice_field (judge, "method", "cash", "bank", NULL, "cash");
  if (placed == NULL ||
      (amount.given && !to_minor (judge, amount, placed->currency, &entry->amount)))
    return;

  entry->from = entry->account;
  entry->released = placed->amount - entry->amount;
  judge_end_date (judge, placed, entry->date);
  judge_side (judge, entry->from, "debits");
  if (entry->amount <= 0)
    BROKEN (judge, AMOUNT_NOT_POSITIVE);
  if (entry->amount > placed->amount)
    BROKEN_WITH (judge, HOLD_TOO_SMALL, .counts = TRUE, .available = placed->amount);
  judge_withdrawal (judge, entry);
  judge_cover (judge, entry->account);
}

/* Rule 20: it counts for the expiry day; where that is locked, for today. */
void
judge_expire (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_EXPIRED, judge->today);
  const NaiveEntry *placed = find_hold (judge, entry_field (judge), entry);
  const char *lock = naive_ledger_get_lock (judge->ledger);

  if (placed == NULL)
    return;
  if (placed->day == NULL)
    {
      BROKEN (judge, HOLD_HAS_NO_EXPIRY);
      return;
    }

  if (lock == NULL || strcmp (placed->day, lock) > 0)
    entry->date = placed->day;
  if (strcmp (placed->day, judge->today) > 0)
    BROKEN_WITH (judge, HOLD_NOT_EXPIRED, .date = placed->day);
  judge_open_account (judge, placed->account);
  judge_account_date (judge, placed->account, entry->date);
}
