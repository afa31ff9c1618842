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

/* Sorts lines (rule 24) and fills in the balance after each. */
void
naive_lines_add_up (GArray *lines)
{
  Sum balance = 0;

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      NaiveLine *line = &g_array_index (lines, NaiveLine, i);

      balance += line->amount;
      line->balance = balance;
    }
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

/* Rules 24 and 34. (element-type NaiveLine) */
GArray *
naive_ledger_get_lines (const NaiveLedger *self,
                        guint              account)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (NaiveLine));

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

  naive_lines_add_up (lines);
  return lines;
}

Sum
naive_ledger_get_balance (const NaiveLedger *self,
                          guint              account)
{
  Sum balance = 0;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->from == (int) account)
        balance -= entry->amount;
      if (entry->to == (int) account)
        balance += entry->amount;
    }

  return balance;
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
    g_array_append_val (self->people, copy.person);
  if (entry->kind == NAIVE_OPENED)
    g_array_append_val (self->accounts, copy.account);
  if (entry->kind == NAIVE_STARTED)
    {
      self->currency = entry->account.currency;
      self->time_zone = entry->text;
    }
}

/* Rule 34: what all accounts hold, and what came in and went out by cash and by bank. */
void
naive_ledger_get_totals (const NaiveLedger *self,
                         const char        *currency,
                         Sum               *accounts,
                         Sum               *methods)
{
  *accounts = *methods = 0;
  for (guint i = 0; i < self->accounts->len; i++)
    if (strcmp (naive_account (self, i)->currency, currency) == 0)
      *accounts += naive_ledger_get_balance (self, i);

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);
      int account = MAX (entry->from, entry->to);

      if (entry->method != NULL && strcmp (naive_account (self, account)->currency, currency) == 0)
        *methods += entry->to >= 0 ? entry->amount : -entry->amount;
    }
}

static void
file_under (GHashTable *streams,
            const char *kind,
            const char *key)
{
  char *name;

  if (key == NULL)
    return;

  name = g_strdup_printf ("%s %s", kind, key);
  g_hash_table_insert (streams, name,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (streams, name))
                                         + 1));
}

/* Under what docs/format.md says each entry is filed: `kind key` → how many. */
GHashTable *
naive_ledger_get_streams (const NaiveLedger *self)
{
  GHashTable *streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);
      g_autofree char *reversed = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->reverses);

      if (entry->kind == NAIVE_STARTED)
        file_under (streams, "book", "book");
      if (entry->kind == NAIVE_REGISTERED)
        {
          file_under (streams, "person", entry->person.id);
          file_under (streams, "username", entry->person.username);
        }
      if (entry->kind == NAIVE_OPENED)
        {
          guint holder = entry->account.holder;

          file_under (streams, "register", "accounts");
          file_under (streams, "account", entry->account.number);
          file_under (streams, "person", g_array_index (self->people, NaivePerson, holder).id);
          file_under (streams, "reference", entry->account.reference);
        }
      if (entry->kind == NAIVE_REVERSED)
        file_under (streams, "entry", reversed);
      if (entry->from >= 0)
        file_under (streams, "account", naive_account (self, entry->from)->number);
      if (entry->to >= 0)
        file_under (streams, "account", naive_account (self, entry->to)->number);
    }

  return streams;
}
