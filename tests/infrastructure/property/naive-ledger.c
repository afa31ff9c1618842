/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The naive ledger: what docs/domain.md says, written down once more by somebody who has not seen
 * src/domain. Arrays of people, accounts and entries, everything else added up again whenever it is
 * asked for, in 128 bits; days are texts. Slow, and so simple that it is easier to believe than
 * what it is compared with. */

#include "naive-ledger.h"

#include <string.h>

/* The same text is the same pointer, for ever. GLib's own interning is for a few names. */
const char *
naive_intern (const char *text)
{
  static GStringChunk *chunk;

  if (chunk == NULL)
    chunk = g_string_chunk_new (4096);
  return text != NULL ? g_string_chunk_insert_const (chunk, text) : NULL;
}

NaiveLedger *
naive_ledger_new (void)
{
  NaiveLedger *self = g_new0 (NaiveLedger, 1);

  self->people = g_array_new (FALSE, TRUE, sizeof (NaivePerson));
  self->accounts = g_array_new (FALSE, TRUE, sizeof (NaiveAccount));
  self->entries = g_array_new (FALSE, TRUE, sizeof (NaiveEntry));
  return self;
}

NaiveLedger *
naive_ledger_copy (const NaiveLedger *self)
{
  NaiveLedger *copy = g_memdup2 (self, sizeof *self);

  copy->people = g_array_copy (self->people);
  copy->accounts = g_array_copy (self->accounts);
  copy->entries = g_array_copy (self->entries);
  return copy;
}

void
naive_ledger_free (NaiveLedger *self)
{
  g_array_unref (self->people);
  g_array_unref (self->accounts);
  g_array_unref (self->entries);
  g_free (self);
}

/* ISO 4217, as far as the tests use it. */
guint
naive_currency_decimals (const char *currency)
{
  if (strcmp (currency, "JPY") == 0)
    return 0;
  return strcmp (currency, "KWD") == 0 ? 3 : 2;
}

/* @minor units with as many decimals as the currency has. */
char *
naive_write_amount (Sum         minor,
                    const char *currency)
{
  guint decimals = naive_currency_decimals (currency);
  GString *text = g_string_new (NULL);
  gboolean negative = minor < 0;

  minor = negative ? -minor : minor;
  for (guint i = 0; minor > 0 || i <= decimals; i++, minor /= 10)
    {
      if (i == decimals && decimals > 0)
        g_string_prepend_c (text, '.');
      g_string_prepend_c (text, '0' + (int) (minor % 10));
    }
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/* Rule 4: eight digits and the two that make the whole 1 modulo 97, as in an IBAN. */
const char *
naive_account_number (guint64 sequence)
{
  char text[32];

  for (guint check = 1; check <= 97; check++)
    if ((sequence * 100 + check) % 97 == 1)
      {
        /* 2 to 98, as everybody writes them. */
        g_snprintf (text, sizeof text, "%08" G_GUINT64_FORMAT "%02u", sequence,
                    check == 1 ? 98 : check);
        break;
      }

  return naive_intern (text);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const NaiveLine *x = a, *y = b;
  int order = strcmp (x->date, y->date);

  return order != 0 ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

/* The number of the entry that reversed entry @number, 0 if none did. */
guint64
naive_ledger_find_reversal (const NaiveLedger *self,
                            guint64            number)
{
  for (guint64 i = number + 1; i <= self->entries->len; i++)
    if (naive_entry (self, i)->reverses == number)
      return i;

  return 0;
}

/* The number of the entry that ended the hold which entry @number placed, 0 if none did. */
guint64
naive_ledger_find_end (const NaiveLedger *self,
                       guint64            number)
{
  for (guint64 i = number + 1; i <= self->entries->len; i++)
    if (naive_entry (self, i)->ends == number)
      return i;

  return 0;
}

/* Rules 24 and 34: what moved an account's money, with the balance after each.
 * (element-type NaiveLine) */
GArray *
naive_ledger_get_lines (const NaiveLedger *self,
                        guint              account)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (NaiveLine));
  Sum balance = 0;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);
      NaiveLine line = { .entry = i, .date = entry->date };

      if (entry->from != (int) account && entry->to != (int) account)
        continue;
      line.amount = entry->from == (int) account ? -entry->amount : entry->amount;
      line.reversed_by = naive_ledger_find_reversal (self, i);
      g_array_append_val (lines, line);
    }

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      NaiveLine *line = &g_array_index (lines, NaiveLine, i);

      balance += line->amount;
      line->balance = balance;
    }

  return lines;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All days that anything counts for, in order. (element-type utf8) */
GArray *
naive_ledger_get_days (const NaiveLedger *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (const char *));

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const char *date = naive_entry (self, i)->date;
      gboolean known = FALSE;

      for (guint j = 0; j < days->len && !known; j++)
        known = g_array_index (days, const char *, j) == date;
      if (!known)
        g_array_append_val (days, date);
    }

  g_array_sort (days, compare_days);
  return days;
}

/* Whether something that counts for @date counts at the end of @day. */
static gboolean
counts (const char *date,
        const char *day)
{
  return day == NULL || strcmp (date, day) <= 0;
}

/* At the end of @day; NULL for all there is, as in what follows. */
Sum
naive_ledger_get_balance (const NaiveLedger *self,
                          guint              account,
                          const char        *day)
{
  Sum balance = 0;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (!counts (entry->date, day))
        continue;
      if (entry->from == (int) account)
        balance -= entry->amount;
      if (entry->to == (int) account)
        balance += entry->amount;
    }

  return balance;
}

/* Rules 18 and 19: what was set aside, less what is not any more. */
Sum
naive_ledger_get_held (const NaiveLedger *self,
                       guint              account,
                       const char        *day)
{
  Sum held = 0;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->account != (int) account || !counts (entry->date, day))
        continue;
      if (entry->kind == NAIVE_HELD)
        held += entry->amount;
      if (entry->ends != 0)
        held -= naive_entry (self, entry->ends)->amount;
    }

  return held;
}

/* The limits that hold on @day: those that were last set for it or for a day before. */
NaiveLimits
naive_ledger_get_limits (const NaiveLedger *self,
                         guint              account,
                         const char        *day)
{
  NaiveLimits limits = { 0 };

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->account == (int) account &&
          (entry->kind == NAIVE_OPENED ||
           (entry->kind == NAIVE_LIMITS_CHANGED && counts (entry->date, day))))
        limits = entry->limits;
    }

  return limits;
}

Sum
naive_ledger_get_available (const NaiveLedger *self,
                            guint              account,
                            const char        *day)
{
  NaiveLimits limits = naive_ledger_get_limits (self, account, day);

  return naive_ledger_get_balance (self, account, day)
         - naive_ledger_get_held (self, account, day) - limits.minimum + limits.overdraft;
}

/* Rule 15: what was withdrawn on @day and not reversed since. */
Sum
naive_ledger_get_withdrawn (const NaiveLedger *self,
                            guint              account,
                            const char        *day)
{
  Sum sum = 0;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if ((entry->kind == NAIVE_WITHDRAWN || entry->kind == NAIVE_CAPTURED) &&
          entry->from == (int) account && strcmp (entry->date, day) == 0 &&
          naive_ledger_find_reversal (self, i) == 0)
        sum += entry->amount;
    }

  return sum;
}

/* Rule 34: what all accounts hold, and what came in and went out by cash and by bank. */
void
naive_ledger_get_totals (const NaiveLedger *self,
                         const char        *currency,
                         const char        *day,
                         Sum               *accounts,
                         Sum               *cash,
                         Sum               *bank)
{
  *accounts = *cash = *bank = 0;
  for (guint i = 0; i < self->accounts->len; i++)
    if (strcmp (naive_account (self, i)->currency, currency) == 0)
      *accounts += naive_ledger_get_balance (self, i, day);

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->method != NULL && strcmp (entry->currency, currency) == 0 &&
          counts (entry->date, day))
        *(strcmp (entry->method, "cash") == 0 ? cash : bank) +=
          entry->to >= 0 ? entry->amount : -entry->amount;
    }
}

/* Takes in an entry that was accepted, at the clock's time @now (rule 22). */
void
naive_ledger_record (NaiveLedger      *self,
                     const NaiveEntry *entry,
                     gint64            now)
{
  NaiveEntry copy = *entry;
  guint64 n = self->entries->len;

  copy.recorded_at = n > 0 ? MAX (now, naive_entry (self, n)->recorded_at) : now;
  g_array_append_val (self->entries, copy);

  if (entry->kind == NAIVE_REGISTERED)
    {
      NaivePerson person = { entry->id, entry->username, entry->date };

      g_array_append_val (self->people, person);
    }
  if (entry->kind == NAIVE_OPENED)
    {
      NaiveAccount account = { naive_account_number (self->accounts->len + 1), entry->currency,
                               entry->date, entry->reference };

      g_array_append_val (self->accounts, account);
    }
  if (entry->kind == NAIVE_STARTED)
    {
      self->currency = entry->currency;
      self->time_zone = entry->choice;
    }
}
