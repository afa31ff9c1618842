/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of any book, however it came about: looked at from the entries alone, once more
 * and without the rules that let each of them in. If the judge and the program were wrong in the
 * same way, it would show here. */

#include <string.h>

#include "run.h"

/* Rules 14, 16 and 23. Only an account that was paid out for closing can have less than it must
 * keep, and then no less than nothing. */
static void
check_available (Run   *run,
                 guint  account)
{
  g_autoptr (GArray) days = naive_ledger_get_days (run->ledger);
  const NaiveEntry *closed = NULL;

  for (guint64 i = 1; i <= run->ledger->entries->len && closed == NULL; i++)
    if (naive_entry (run->ledger, i)->kind == NAIVE_CLOSED &&
        naive_entry (run->ledger, i)->account == (int) account)
      closed = naive_entry (run->ledger, i);

  for (guint i = 0; i < days->len; i++)
    {
      const char *date = g_array_index (days, const char *, i);
      Sum available = naive_ledger_get_available (run->ledger, account, date);

      if (closed != NULL && strcmp (date, closed->date) >= 0)
        available += naive_ledger_get_limits (run->ledger, account, date).minimum;
      MUST (run, available >= 0, "account %u has less than nothing available on %s", account + 1,
            date);
    }
}

/* Rule 34, on every date and in each currency. */
static void
check_control (Run *run)
{
  g_autoptr (GArray) days = naive_ledger_get_days (run->ledger);

  for (guint i = 0; i < days->len; i++)
    {
      const char *date = g_array_index (days, const char *, i);
      Sum surplus[N_CURRENCIES] = { 0 };

      for (guint64 n = 1; n <= run->ledger->entries->len; n++)
        {
          const NaiveEntry *entry = naive_entry (run->ledger, n);

          if (strcmp (entry->date, date) > 0)
            continue;
          for (guint j = 0; j < N_CURRENCIES; j++)
            {
              if (entry->from >= 0 &&
                  strcmp (naive_account (run->ledger, entry->from)->currency, currencies[j]) == 0)
                surplus[j] -= entry->amount;
              if (entry->to >= 0 &&
                  strcmp (naive_account (run->ledger, entry->to)->currency, currencies[j]) == 0)
                surplus[j] += entry->amount;
              if (entry->method != NULL && strcmp (entry->currency, currencies[j]) == 0)
                surplus[j] -= entry->to >= 0 ? entry->amount : -entry->amount;
            }
        }
      for (guint j = 0; j < N_CURRENCIES; j++)
        MUST (run, surplus[j] == 0, "%s: accounts and methods differ on %s", currencies[j], date);
    }
}

/* The limits that hold on @date, as far as they were known by entry @number. */
static NaiveLimits
limits_then (Run        *run,
             guint       account,
             const char *date,
             guint64     number)
{
  NaiveLimits limits = { 0 };

  for (guint64 i = 1; i <= number; i++)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);

      if (entry->account == (int) account &&
          (entry->kind == NAIVE_OPENED || entry->kind == NAIVE_LIMITS_CHANGED) &&
          strcmp (entry->date, date) <= 0)
        limits = entry->limits;
    }

  return limits;
}

/* Whether the withdrawal of entry @number was undone by entry @by, or before. */
static gboolean
is_undone (Run     *run,
           guint64  number,
           guint64  by)
{
  for (guint64 i = number + 1; i <= by; i++)
    if (naive_entry (run->ledger, i)->reverses == number)
      return TRUE;

  return FALSE;
}

/* Whether the entry stands in place of one that took out as much, from the same account. */
static gboolean
takes_no_more (Run              *run,
               const NaiveEntry *entry)
{
  const NaiveEntry *original = entry->corrects != 0 ? naive_entry (run->ledger, entry->corrects)
                                                    : NULL;

  return original != NULL && original->from == entry->from && original->amount >= entry->amount;
}

/* Rule 15, as it was when entry @number was recorded; the payout of closing is free, and so is a
 * correction that takes out no more than there was. */
static void
check_withdrawal (Run     *run,
                  guint64  number)
{
  const NaiveEntry *entry = naive_entry (run->ledger, number);
  const NaiveEntry *next = number < run->ledger->entries->len ? entry + 1 : NULL;
  NaiveLimits limits;
  Sum sum = 0;

  if ((entry->kind != NAIVE_WITHDRAWN && entry->kind != NAIVE_CAPTURED) ||
      takes_no_more (run, entry) ||
      (next != NULL && next->first == entry->first && next->kind == NAIVE_CLOSED))
    return;

  limits = limits_then (run, entry->from, entry->date, number);
  for (guint64 i = 1; i <= number; i++)
    {
      const NaiveEntry *other = naive_entry (run->ledger, i);

      if ((other->kind == NAIVE_WITHDRAWN || other->kind == NAIVE_CAPTURED) &&
          other->from == entry->from && strcmp (other->date, entry->date) == 0 &&
          !is_undone (run, i, number))
        sum += other->amount;
    }
  MUST (run, limits.per_withdrawal == 0 || entry->amount <= limits.per_withdrawal,
        "entry %" G_GUINT64_FORMAT " is above the limit of one withdrawal", number);
  MUST (run, limits.per_day == 0 || sum <= limits.per_day,
        "with entry %" G_GUINT64_FORMAT ", more was withdrawn on %s than may be", number,
        entry->date);
}

/* How an account stands while the entries are gone through. */
typedef struct
{
  gboolean closed;
  gboolean debits_blocked;
  gboolean credits_blocked;
  int n_holders;
} Standing;

/* Rules 5, 7 and 8. */
static void
check_may_move (Run              *run,
                const Standing   *standings,
                const NaiveEntry *entry)
{
  MUST (run, entry->from < 0 || !standings[entry->from].closed,
        "money left account %d, which is closed", entry->from + 1);
  MUST (run, entry->to < 0 || !standings[entry->to].closed,
        "money came into account %d, which is closed", entry->to + 1);
}

static Sum
effect (const NaiveEntry *entry,
        int               account)
{
  return entry->to == account ? entry->amount : entry->from == account ? -entry->amount : 0;
}

/* Rule 7, where a correction is one act: what was undone and what stands in its place, together.
 * @second: (nullable): what stands in its place */
static void
check_may_go (Run              *run,
              const Standing   *standings,
              const NaiveEntry *first,
              const NaiveEntry *second)
{
  const int accounts[] = { first->from, first->to, second != NULL ? second->from : -1,
                           second != NULL ? second->to : -1 };

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      Sum net = accounts[i] < 0 ? 0 : effect (first, accounts[i]) +
                                        (second != NULL ? effect (second, accounts[i]) : 0);

      MUST (run, net >= 0 || !standings[accounts[i]].debits_blocked,
            "money left account %d, which is blocked", accounts[i] + 1);
      MUST (run, net <= 0 || !standings[accounts[i]].credits_blocked,
            "money came into account %d, which is blocked", accounts[i] + 1);
    }
}

/* Rules 5 to 9. */
static void
stand (Run              *run,
       Standing         *standings,
       const NaiveEntry *entry)
{
  Standing *standing = entry->account >= 0 ? &standings[entry->account] : NULL;
  gboolean blocks = entry->kind == NAIVE_BLOCKED;

  if (standing == NULL)
    return;

  if (entry->kind == NAIVE_CLOSED)
    MUST (run, !standing->debits_blocked && !standing->credits_blocked,
          "account %d was closed while it was blocked", entry->account + 1);
  if (entry->kind == NAIVE_CLOSED || entry->kind == NAIVE_REOPENED)
    standing->closed = entry->kind == NAIVE_CLOSED;
  if (blocks || entry->kind == NAIVE_UNBLOCKED)
    *(strcmp (entry->choice, "debits") == 0 ? &standing->debits_blocked
                                            : &standing->credits_blocked) = blocks;
  if (entry->kind == NAIVE_OPENED || entry->kind == NAIVE_HOLDER_ADDED)
    standing->n_holders++;
  if (entry->kind == NAIVE_HOLDER_REMOVED)
    standing->n_holders--;
  MUST (run, standing->n_holders >= 1, "account %d is nobody's", entry->account + 1);
}

/* Rules 5 to 9 and 32, from the first entry to the last. */
static void
check_order (Run *run)
{
  g_autofree Standing *standings = g_new0 (Standing, run->ledger->accounts->len + 1);
  g_autoptr (GPtrArray) locks = g_ptr_array_new ();

  for (guint64 i = 1; i <= run->ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);

      if (entry->kind == NAIVE_PERIOD_REOPENED)
        g_ptr_array_set_size (locks, locks->len - 1);
      MUST (run, locks->len == 0 || strcmp (entry->date, locks->pdata[locks->len - 1]) > 0,
            "entry %" G_GUINT64_FORMAT " counts for a day that was locked before", i);
      if (entry->kind == NAIVE_PERIOD_CLOSED)
        {
          MUST (run, locks->len == 0 || strcmp (entry->day, locks->pdata[locks->len - 1]) > 0,
                "entry %" G_GUINT64_FORMAT " closes a period that was closed", i);
          g_ptr_array_add (locks, (gpointer) entry->day);
        }
      check_may_move (run, standings, entry);
      if (entry->corrects == 0)
        {
          const NaiveEntry *next = i < run->ledger->entries->len
                                     ? naive_entry (run->ledger, i + 1) : NULL;
          gboolean corrected = next != NULL && entry->kind == NAIVE_REVERSED &&
                               next->corrects == entry->reverses;

          check_may_go (run, standings, entry, corrected ? next : NULL);
        }
      stand (run, standings, entry);
    }

  for (guint i = 0; i < run->ledger->accounts->len; i++)
    MUST (run, !standings[i].closed ||
               (naive_ledger_get_balance (run->ledger, i, NULL) == 0 &&
                naive_ledger_get_held (run->ledger, i, NULL) == 0),
          "account %u is closed, and there is money in it", i + 1);
}

/* Rule 1: a username that somebody had is nobody else's, ever. */
static void
check_usernames (Run *run)
{
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint64 i = 1; i <= run->ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);
      gpointer owner = GINT_TO_POINTER (entry->person + 1);

      if (entry->username == NULL)
        continue;
      MUST (run, !g_hash_table_contains (owners, entry->username) ||
                 g_hash_table_lookup (owners, entry->username) == owner,
            "entry %" G_GUINT64_FORMAT " gives %s to somebody else", i, entry->username);
      g_hash_table_insert (owners, (gpointer) entry->username, owner);
    }
}

/* @first: the first entry that is new */
void
check_invariants (Run     *run,
                  guint64  first)
{
  for (guint i = 0; i < run->ledger->accounts->len; i++)
    {
      gboolean concerned = FALSE;

      for (guint64 n = first; n <= run->ledger->entries->len; n++)
        {
          const NaiveEntry *entry = naive_entry (run->ledger, n);

          concerned = concerned || entry->from == (int) i || entry->to == (int) i ||
                      entry->account == (int) i;
        }
      if (concerned)
        check_available (run, i);
    }

  for (guint64 n = first; n <= run->ledger->entries->len; n++)
    check_withdrawal (run, n);
  check_control (run);
  check_order (run);
  check_usernames (run);
}
