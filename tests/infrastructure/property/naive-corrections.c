/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reversals and corrections, by the rules alone (25 to 29). */

#include <string.h>

#include "naive-judge.h"

/* Rule 25: the entry to undo, NULL if there is none. */
static const NaiveEntry *
find_original (Judge   *judge,
               guint64  number)
{
  const NaiveEntry *original = number != 0 ? naive_entry (judge->ledger, number) : NULL;

  if (original == NULL)
    return NULL;
  if (original->kind == NAIVE_REVERSED)
    BROKEN (judge, ENTRY_IS_REVERSAL);
  else if (original->from < 0 && original->to < 0)
    BROKEN (judge, ENTRY_MOVED_NO_MONEY);
  if (naive_ledger_find_reversal (judge->ledger, number) != 0)
    BROKEN (judge, ENTRY_ALREADY_REVERSED);

  return original->from < 0 && original->to < 0 ? NULL : original;
}

static gboolean
may_count_for (Judge      *judge,
               int         account,
               const char *date)
{
  return account < 0 ||
         strcmp (naive_ledger_get_first_day (judge->ledger, account), date) <= 0;
}

/* Rule 27: the original's day, or today where nothing may count for that any more: because it is
 * locked, or because of the accounts @from and @to. */
static const char *
same_day (Judge            *judge,
          const NaiveEntry *original,
          int               from,
          int               to)
{
  const char *lock = naive_ledger_get_lock (judge->ledger);

  if ((lock != NULL && strcmp (original->date, lock) <= 0) ||
      !may_count_for (judge, from, original->date) || !may_count_for (judge, to, original->date))
    return judge->today;
  return original->date;
}

/* Rules 25 and 26: the equal opposite. */
static NaiveEntry *
add_reversal (Judge            *judge,
              guint64           number,
              const NaiveEntry *original,
              const char       *date)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_REVERSED, date);

  entry->reverses = number;
  entry->original_date = original->date;
  entry->from = original->to;
  entry->to = original->from;
  entry->amount = original->amount;
  entry->currency = original->currency;
  entry->method = original->method;
  entry->text = text_field (judge, "reason", MAX_MEMO, TRUE);
  return entry;
}

void
judge_reverse (Judge *judge)
{
  guint64 number = entry_field (judge);
  const NaiveEntry *original = find_original (judge, number);
  const char *date = date_field (judge, "on", NULL);
  NaiveEntry *entry;

  text_field (judge, "reason", MAX_MEMO, TRUE);
  if (original == NULL)
    return;

  entry = add_reversal (judge, number, original,
                        date != NULL ? date : same_day (judge, original, original->from,
                                                        original->to));
  judge_accounts (judge, entry);
  judge_sides_of (judge, entry);
  if (entry->from >= 0)
    judge_cover (judge, entry->from);
  if (entry->to >= 0)
    judge_cover (judge, entry->to);
}

/* What is right, as far as it was said, in place of the original. Returns FALSE if that cannot be
 * told. */
static gboolean
fill_replacement (Judge            *judge,
                  const NaiveEntry *original,
                  NaiveEntry       *entry)
{
  Typed amount = amount_field (judge, "amount", FALSE);
  gboolean from_given = text_field (judge, "from", MAX_WHO, FALSE) != NULL;
  gboolean to_given = text_field (judge, "to", MAX_WHO, FALSE) != NULL;
  int from = who_field (judge, "from", FALSE);
  int to = who_field (judge, "to", FALSE);

  entry->method = choice_field (judge, "method", "cash", "bank", NULL, original->method);
  entry->text = changed_field (judge, "memo", MAX_MEMO, original->text);
  entry->amount = original->amount;
  entry->currency = original->currency;
  entry->from = from_given && from >= 0 ? from : original->from;
  entry->to = to_given && to >= 0 ? to : original->to;
  if ((from_given && original->from < 0) || (to_given && original->to < 0) ||
      (entry->method != NULL && original->method == NULL))
    {
      BROKEN (judge, FIELD_NOT_APPLICABLE);
      return FALSE;
    }
  if ((from_given && from < 0) || (to_given && to < 0))
    return FALSE;

  if (entry->from == entry->to)
    BROKEN (judge, SAME_ACCOUNT);
  if ((from >= 0 && strcmp (naive_account (judge->ledger, from)->currency,
                            original->currency) != 0) ||
      (to >= 0 && strcmp (naive_account (judge->ledger, to)->currency, original->currency) != 0))
    BROKEN (judge, CURRENCIES_DIFFER);
  if (amount.given && !to_minor (judge, amount, entry->currency, &entry->amount))
    return FALSE;
  if (entry->amount <= 0)
    BROKEN (judge, AMOUNT_NOT_POSITIVE);
  return TRUE;
}

/* What an entry does to an account. */
static Sum
effect (const NaiveEntry *entry,
        int               account)
{
  return entry->to == account ? entry->amount : entry->from == account ? -entry->amount : 0;
}

/* A correction is judged by what both entries do together. */
static void
judge_together (Judge            *judge,
                const NaiveEntry *reversal,
                const NaiveEntry *replacement)
{
  const int accounts[] = { reversal->from, reversal->to, replacement->from, replacement->to };
  const char *day;

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      Sum net = effect (reversal, accounts[i]) + effect (replacement, accounts[i]);

      if (accounts[i] < 0)
        continue;
      if (net != 0)
        judge_side (judge, accounts[i], net < 0 ? "debits" : "credits");
      if (find_cover (judge, accounts[i], &day) != COVERED)
        BROKEN_WITH (judge, CORRECTION_LEAVES_SHORT, .date = day);
    }
}

void
judge_correct (Judge *judge)
{
  guint64 number = entry_field (judge);
  const NaiveEntry *original = find_original (judge, number);
  const char *date = date_field (judge, "on", NULL);
  NaiveEntry *reversal, *replacement;

  text_field (judge, "reason", MAX_MEMO, TRUE);
  text_field (judge, "memo", MAX_MEMO, FALSE);
  who_field (judge, "from", FALSE);
  who_field (judge, "to", FALSE);
  choice_field (judge, "method", "cash", "bank", NULL, NULL);
  amount_field (judge, "amount", FALSE);
  if (original == NULL)
    return;

  reversal = add_reversal (judge, number, original,
                           same_day (judge, original, original->from, original->to));
  replacement = add_entry (judge, original->kind == NAIVE_CAPTURED ? NAIVE_WITHDRAWN
                                                                   : original->kind, date);
  replacement->corrects = number;
  if (!fill_replacement (judge, original, replacement))
    return;
  if (date == NULL)
    replacement->date = same_day (judge, original, replacement->from, replacement->to);

  if (replacement->from == original->from && replacement->to == original->to &&
      replacement->amount == original->amount && replacement->text == original->text &&
      replacement->method == original->method &&
      (date == NULL || strcmp (date, original->date) == 0))
    BROKEN (judge, NOTHING_CHANGES);
  judge_accounts (judge, reversal);
  judge_accounts (judge, replacement);
  /* Limits have nothing to say where no more is taken out than was, from where it was. */
  if (replacement->kind == NAIVE_WITHDRAWN &&
      (replacement->from != original->from || replacement->amount > original->amount ||
       (date != NULL && strcmp (date, original->date) != 0)))
    judge_withdrawal (judge, replacement);
  judge_together (judge, reversal, replacement);
}
