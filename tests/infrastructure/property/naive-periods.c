/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book and its periods, by the rules alone (30 to 34). */

#include <string.h>

#include "naive-judge.h"

static const char *const zones[] = { "UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin",
                                     NULL };

void
judge_start (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_STARTED, judge->today);
  const char *zone = text_field (judge, "time_zone", MAX_KEY, FALSE);

  entry->name = text_field (judge, "name", MAX_NAME, TRUE);
  entry->currency = currency_field (judge, TRUE);
  entry->choice = zone != NULL ? zone : "UTC";
  judge_date (judge, entry->date);
  if (!g_strv_contains (zones, entry->choice))
    BROKEN (judge, TIME_ZONE_UNKNOWN);
  if (judge->ledger->currency != NULL)
    BROKEN (judge, BOOK_ALREADY_STARTED);
}

void
judge_rename_book (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_BOOK_RENAMED, judge->today);

  entry->name = text_field (judge, "name", MAX_NAME, TRUE);
  judge_date (judge, entry->date);
  if (entry->name == naive_ledger_get_name (judge->ledger, -1))
    BROKEN (judge, NOTHING_CHANGES);
}

/* Whether money of @currency was moved up to the end of @until. */
static gboolean
has_moved (const NaiveLedger *ledger,
           const char        *currency,
           const char        *until)
{
  for (guint64 i = 1; i <= ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (ledger, i);

      if ((entry->from >= 0 || entry->to >= 0) && strcmp (entry->currency, currency) == 0 &&
          strcmp (entry->date, until) <= 0)
        return TRUE;
    }

  return FALSE;
}

/* Rules 31 and 34: all accounts and all methods of each currency. That they are equal is what the
 * rules for each entry lead to. */
static const char *
write_totals (Judge      *judge,
              const char *until)
{
  static const char *const currencies[] = { "EUR", "JPY", "KWD", "USD" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const char *code = currencies[i];
      g_autofree char *all = NULL, *by_cash = NULL, *by_bank = NULL;
      Sum accounts, cash, bank;

      if (!has_moved (judge->ledger, code, until))
        continue;
      naive_ledger_get_totals (judge->ledger, code, until, &accounts, &cash, &bank);
      g_assert (accounts == cash + bank);
      if (!fits_64_bits (accounts) || !fits_64_bits (cash) || !fits_64_bits (bank))
        BROKEN (judge, TOTALS_TOO_LARGE);
      all = naive_write_amount (accounts, code);
      by_cash = naive_write_amount (cash, code);
      by_bank = naive_write_amount (bank, code);
      g_string_append_printf (text, "%s%s %s = %s cash + %s bank", text->len > 0 ? "; " : "", code,
                              all, by_cash, by_bank);
    }

  return text->len > 0 ? naive_intern (text->str) : NULL;
}

/* Rule 30. */
void
judge_close_period (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_PERIOD_CLOSED, judge->today);
  const char *lock = naive_ledger_get_lock (judge->ledger);

  typed (judge, "until", TRUE);
  entry->day = date_field (judge, "until", judge->today);
  judge_date (judge, entry->date);
  if (strcmp (entry->day, judge->today) >= 0)
    BROKEN_WITH (judge, PERIOD_NOT_OVER, .date = judge->today);
  if (lock != NULL && strcmp (entry->day, lock) <= 0)
    BROKEN_WITH (judge, PERIOD_ALREADY_CLOSED, .date = lock);
  entry->totals = write_totals (judge, entry->day);
  entry->sealed = judge->ledger->entries->len;
}

/* Rule 33. */
void
judge_reopen_period (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_PERIOD_REOPENED, judge->today);
  const char *lock = naive_ledger_get_lock (judge->ledger);

  entry->text = text_field (judge, "reason", MAX_MEMO, TRUE);
  entry->day = date_field (judge, "until", lock);
  judge_date (judge, entry->date);
  if (lock == NULL)
    BROKEN (judge, NO_PERIOD_CLOSED);
  else if (strcmp (entry->day, lock) != 0)
    BROKEN_WITH (judge, PERIOD_NOT_LATEST, .date = lock);
}
