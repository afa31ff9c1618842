/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People and who holds an account, by the rules alone (1 to 3, and 6). */

#include <string.h>

#include "naive-judge.h"

/* Rule 1: the username in the one form that it is recorded in, NULL if none is given. */
static const char *
username_field (Judge    *judge,
                gboolean  needed)
{
  const char *username = text_field (judge, "username", MAX_KEY, needed);
  g_autofree char *lower = username != NULL ? g_ascii_strdown (username, -1) : NULL;

  if (lower != NULL && (strlen (lower) < 2 || strlen (lower) > 32 || !g_ascii_isalpha (*lower) ||
                        strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789.-_")
                          != strlen (lower)))
    BROKEN (judge, USERNAME_INVALID);
  return naive_intern (lower);
}

/* Rule 2. */
static void
judge_email (Judge      *judge,
             const char *email)
{
  const char *at = email != NULL ? strchr (email, '@') : NULL;

  if (email != NULL &&
      (at == NULL || at == email || at[1] == '\0' || strchr (at + 1, '@') != NULL ||
       strchr (email, ' ') != NULL))
    BROKEN (judge, EMAIL_INVALID);
}

void
judge_register (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_REGISTERED, judge->today);

  entry->person = judge->ledger->people->len;
  entry->username = username_field (judge, TRUE);
  entry->details.name = text_field (judge, "name", MAX_NAME, TRUE);
  entry->details.email = text_field (judge, "email", MAX_EMAIL, FALSE);
  entry->details.phone = text_field (judge, "phone", MAX_KEY, FALSE);
  entry->details.address = text_field (judge, "address", MAX_MEMO, FALSE);
  entry->details.note = text_field (judge, "note", MAX_MEMO, FALSE);

  judge_date (judge, entry->date);
  judge_email (judge, entry->details.email);
  if (entry->username != NULL &&
      naive_ledger_find_person (judge->ledger, entry->username) >= 0)
    BROKEN (judge, USERNAME_TAKEN);
}

/* Two events, since a username is nothing that may ever be made unreadable. */
void
judge_person_change (Judge *judge)
{
  int person = person_field (judge, "person");
  NaiveDetails before = { 0 }, after;
  const char *username = username_field (judge, FALSE);
  const char *former = NULL;
  NaiveEntry *entry;

  if (person >= 0)
    {
      before = naive_ledger_get_details (judge->ledger, person);
      former = naive_ledger_get_username (judge->ledger, person);
    }
  after.name = changed_field (judge, "name", MAX_NAME, before.name);
  after.email = changed_field (judge, "email", MAX_EMAIL, before.email);
  after.phone = changed_field (judge, "phone", MAX_KEY, before.phone);
  after.address = changed_field (judge, "address", MAX_MEMO, before.address);
  after.note = changed_field (judge, "note", MAX_MEMO, before.note);
  if (after.email != before.email)
    judge_email (judge, after.email);
  if (person < 0)
    return;

  judge_date (judge, judge->today);
  /* Rule 2: the one thing that cannot be taken away. */
  if (after.name == NULL)
    BROKEN (judge, FIELD_MISSING);
  if (memcmp (&before, &after, sizeof before) != 0)
    {
      entry = add_entry (judge, NAIVE_DETAILS_CHANGED, judge->today);
      entry->person = person;
      entry->details = after;
    }
  if (username != NULL && username != former)
    {
      entry = add_entry (judge, NAIVE_USERNAME_CHANGED, judge->today);
      entry->person = person;
      entry->username = username;
      entry->former = former;
      /* A former one of their own can be taken back. */
      if (naive_ledger_find_person (judge->ledger, username) >= 0 &&
          naive_ledger_find_person (judge->ledger, username) != person)
        BROKEN (judge, USERNAME_TAKEN);
    }
  if (judge->verdict->n_entries == 0)
    BROKEN (judge, NOTHING_CHANGES);
}

void
judge_add_holder (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_HOLDER_ADDED, judge->today);
  const char *authority = choice_field (judge, "authority", "any", "all", NULL, NULL);

  entry->account = who_field (judge, "account", TRUE);
  entry->person = person_field (judge, "holder");
  if (entry->account < 0 || entry->person < 0)
    return;

  judge_open_account (judge, entry->account);
  judge_account_date (judge, entry->account, entry->date);
  entry->choice = authority != NULL ? authority
                                    : naive_ledger_get_authority (judge->ledger, entry->account);
  if (naive_ledger_is_holder (judge->ledger, entry->account, entry->person))
    BROKEN (judge, ALREADY_HOLDER);
}

/* Rule 6. */
void
judge_remove_holder (Judge *judge)
{
  NaiveEntry *entry = add_entry (judge, NAIVE_HOLDER_REMOVED, judge->today);
  g_autoptr (GArray) holders = NULL;

  entry->text = text_field (judge, "reason", MAX_MEMO, FALSE);
  entry->account = who_field (judge, "account", TRUE);
  entry->person = person_field (judge, "holder");
  if (entry->account < 0 || entry->person < 0)
    return;

  judge_open_account (judge, entry->account);
  judge_account_date (judge, entry->account, entry->date);
  holders = naive_ledger_get_holders (judge->ledger, entry->account);
  if (!naive_ledger_is_holder (judge->ledger, entry->account, entry->person))
    BROKEN (judge, NOT_A_HOLDER);
  else if (holders->len == 1)
    BROKEN (judge, LAST_HOLDER);
}
