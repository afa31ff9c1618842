/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How things stand by the naive ledger: who holds an account, whether it is open, what is locked.
 * Nothing is kept; each question is answered from the first entry to the last. */

#include <string.h>

#include "naive-ledger.h"

/* The last entry of @kind about @account, NULL if there is none. */
static const NaiveEntry *
last_of (const NaiveLedger *self,
         guint              account,
         NaiveKind          kind)
{
  for (guint64 i = self->entries->len; i > 0; i--)
    if (naive_entry (self, i)->kind == kind && naive_entry (self, i)->account == (int) account)
      return naive_entry (self, i);

  return NULL;
}

/* Rule 5. */
gboolean
naive_ledger_is_closed (const NaiveLedger *self,
                        guint              account)
{
  const NaiveEntry *closed = last_of (self, account, NAIVE_CLOSED);
  const NaiveEntry *reopened = last_of (self, account, NAIVE_REOPENED);

  /* Entries stand in one array, in order. */
  return closed != NULL && (reopened == NULL || closed > reopened);
}

/* The first day that an entry may count for: that of the opening, or of the last one, but none on
 * which the account was closed before (rules 8 and 21). */
const char *
naive_ledger_get_first_day (const NaiveLedger *self,
                            guint              account)
{
  const char *first = naive_account (self, account)->opened;
  const char *closed = first;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->account != (int) account)
        continue;
      if (entry->kind == NAIVE_CLOSED)
        closed = entry->date;
      if (entry->kind == NAIVE_REOPENED)
        first = strcmp (entry->date, closed) > 0 ? entry->date : closed;
    }

  return first;
}

/* Rule 7. @side: `debits` or `credits` */
gboolean
naive_ledger_is_blocked (const NaiveLedger *self,
                         guint              account,
                         const char        *side)
{
  gboolean blocked = FALSE;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if ((entry->kind == NAIVE_BLOCKED || entry->kind == NAIVE_UNBLOCKED) &&
          entry->account == (int) account && strcmp (entry->choice, side) == 0)
        blocked = entry->kind == NAIVE_BLOCKED;
    }

  return blocked;
}

/* In the order in which they became holders. (element-type int) */
GArray *
naive_ledger_get_holders (const NaiveLedger *self,
                          guint              account)
{
  GArray *holders = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->account != (int) account)
        continue;
      if (entry->kind == NAIVE_OPENED || entry->kind == NAIVE_HOLDER_ADDED)
        g_array_append_val (holders, entry->person);
      if (entry->kind == NAIVE_HOLDER_REMOVED)
        for (guint j = 0; j < holders->len; j++)
          if (g_array_index (holders, int, j) == entry->person)
            {
              g_array_remove_index (holders, j);
              break;
            }
    }

  return holders;
}

gboolean
naive_ledger_is_holder (const NaiveLedger *self,
                        guint              account,
                        guint              person)
{
  g_autoptr (GArray) holders = naive_ledger_get_holders (self, account);

  for (guint i = 0; i < holders->len; i++)
    if (g_array_index (holders, int, i) == (int) person)
      return TRUE;

  return FALSE;
}

/* The rule of a joint account: the last one given, any one of them if none ever was. */
const char *
naive_ledger_get_authority (const NaiveLedger *self,
                            guint              account)
{
  const NaiveEntry *added = last_of (self, account, NAIVE_HOLDER_ADDED);

  return added != NULL ? added->choice : "any";
}

/* The account's name, or the book's if @account is -1. */
const char *
naive_ledger_get_name (const NaiveLedger *self,
                       int                account)
{
  const char *name = NULL;

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (account < 0 ? entry->kind == NAIVE_STARTED || entry->kind == NAIVE_BOOK_RENAMED
                      : entry->account == account && (entry->kind == NAIVE_OPENED ||
                                                      entry->kind == NAIVE_ACCOUNT_RENAMED))
        name = entry->name;
    }

  return name;
}

const char *
naive_ledger_get_username (const NaiveLedger *self,
                           guint              person)
{
  const char *username = naive_person (self, person)->username;

  for (guint64 i = 1; i <= self->entries->len; i++)
    if (naive_entry (self, i)->kind == NAIVE_USERNAME_CHANGED &&
        naive_entry (self, i)->person == (int) person)
      username = naive_entry (self, i)->username;

  return username;
}

NaiveDetails
naive_ledger_get_details (const NaiveLedger *self,
                          guint              person)
{
  NaiveDetails details = { 0 };

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if ((entry->kind == NAIVE_REGISTERED || entry->kind == NAIVE_DETAILS_CHANGED) &&
          entry->person == (int) person)
        details = entry->details;
    }

  return details;
}

/* Whose username it is or ever was (rule 1); -1 for nobody's. */
int
naive_ledger_find_person (const NaiveLedger *self,
                          const char        *username)
{
  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->username != NULL && g_ascii_strcasecmp (entry->username, username) == 0)
        return entry->person;
    }

  return -1;
}

int
naive_ledger_find_account (const NaiveLedger *self,
                           const char        *number,
                           const char        *reference)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (g_strcmp0 (naive_account (self, i)->number, number) == 0 ||
        (reference != NULL && g_strcmp0 (naive_account (self, i)->reference, reference) == 0))
      return i;

  return -1;
}

/* Whether the book has taken it on. */
gboolean
naive_ledger_has_currency (const NaiveLedger *self,
                           const char        *currency)
{
  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if ((entry->kind == NAIVE_STARTED || entry->kind == NAIVE_CURRENCY_ADDED) &&
          strcmp (entry->currency, currency) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The last day of the latest period that is closed, NULL if none is (rules 30 to 33). */
const char *
naive_ledger_get_lock (const NaiveLedger *self)
{
  g_autoptr (GPtrArray) closed = g_ptr_array_new ();

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);

      if (entry->kind == NAIVE_PERIOD_CLOSED)
        g_ptr_array_add (closed, (gpointer) entry->day);
      if (entry->kind == NAIVE_PERIOD_REOPENED)
        g_ptr_array_set_size (closed, closed->len - 1);
    }

  return closed->len > 0 ? closed->pdata[closed->len - 1] : NULL;
}

/* 75 bits of a hash, first bit first, five to a character, and the character that ISO 7064 has for
 * them in its hybrid system of 33 and 32; four groups of four. */
char *
naive_seal (const guint8 *hash)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  GString *seal = g_string_new (NULL);
  guint rest = 32;

  for (guint i = 0; i < 15; i++)
    {
      guint value = 0;

      for (guint bit = 5 * i; bit < 5 * i + 5; bit++)
        value = 2 * value + (hash[bit / 8] >> (7 - bit % 8) & 1);
      g_string_append_printf (seal, "%s%c", i > 0 && i % 4 == 0 ? "-" : "", alphabet[value]);
      rest = (rest + value) % 32;
      rest = (rest == 0 ? 32 : rest) * 2 % 33;
    }

  /* What makes the whole 1 modulo 32. */
  for (guint value = 0; value < 32; value++)
    if ((rest + value) % 32 == 1)
      g_string_append_c (seal, alphabet[value]);
  return g_string_free (seal, FALSE);
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

static void
file_under_entry (GHashTable *streams,
                  guint64     number)
{
  g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  if (number != 0)
    file_under (streams, "entry", key);
}

static gboolean
is_of_book (NaiveKind kind)
{
  return kind == NAIVE_STARTED || kind == NAIVE_BOOK_RENAMED || kind == NAIVE_CURRENCY_ADDED ||
         kind == NAIVE_PERIOD_CLOSED || kind == NAIVE_PERIOD_REOPENED;
}

/* Under what docs/format.md says each entry is filed: `kind key` → how many. */
GHashTable *
naive_ledger_get_streams (const NaiveLedger *self)
{
  GHashTable *streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint64 i = 1; i <= self->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (self, i);
      int about = entry->from < 0 && entry->to < 0 ? entry->account : -1;

      if (is_of_book (entry->kind))
        file_under (streams, "book", "book");
      if (entry->kind == NAIVE_OPENED)
        file_under (streams, "register", "accounts");
      if (entry->person >= 0)
        file_under (streams, "person", naive_person (self, entry->person)->id);
      file_under (streams, "username", entry->username);
      file_under (streams, "reference", entry->reference);
      file_under_entry (streams, entry->reverses);
      file_under_entry (streams, entry->ends);
      file_under_entry (streams, entry->corrects);
      if (entry->from >= 0)
        file_under (streams, "account", naive_account (self, entry->from)->number);
      if (entry->to >= 0)
        file_under (streams, "account", naive_account (self, entry->to)->number);
      if (about >= 0)
        file_under (streams, "account", naive_account (self, about)->number);
    }

  return streams;
}
