/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What decisions rest on: the states of book, people and accounts, folded from nothing, hold what
 * the naive ledger adds up. And what was sealed is as it was. */

#include <string.h>

#include "books/period-records.h"
#include "books/seal-check.h"
#include "repository.h"
#include "run.h"

/* Each day by itself: what there is, is held, was withdrawn, and the limits. */
static void
check_days (Run                  *run,
            const char           *where,
            guint                 account,
            const DaybookAccount *state)
{
  for (guint i = 0; i < state->days->len; i++)
    {
      const DaybookDay *day = &g_array_index (state->days, DaybookDay, i);
      char date[DAYBOOK_DATE_LENGTH];
      NaiveLimits limits;

      daybook_date_format (day->date, date);
      limits = naive_ledger_get_limits (run->ledger, account, date);
      MUST (run, day->balance == naive_ledger_get_balance (run->ledger, account, date) &&
                 day->held == naive_ledger_get_held (run->ledger, account, date) &&
                 day->withdrawn == naive_ledger_get_withdrawn (run->ledger, account, date) &&
                 day->limits.minimum == limits.minimum &&
                 day->limits.overdraft == limits.overdraft &&
                 day->limits.per_withdrawal == limits.per_withdrawal &&
                 day->limits.per_day == limits.per_day,
            "%s: account %u, folded from nothing, is wrong on %s", where, account + 1, date);
    }
}

static void
check_holders (Run                  *run,
               const char           *where,
               guint                 account,
               const DaybookAccount *state)
{
  g_autoptr (GArray) holders = naive_ledger_get_holders (run->ledger, account);

  MUST (run, state->holders->len == holders->len, "%s: account %u has %u holders, not %u", where,
        account + 1, state->holders->len, holders->len);
  for (guint i = 0; i < holders->len; i++)
    MUST (run, strcmp (state->holders->pdata[i],
                       naive_person (run->ledger, g_array_index (holders, int, i))->id) == 0,
          "%s: account %u has other holders", where, account + 1);
  MUST (run, state->authority == DAYBOOK_AUTHORITY_NONE ||
             strcmp (daybook_authorities[state->authority - 1],
                     naive_ledger_get_authority (run->ledger, account)) == 0,
        "%s: account %u has another rule", where, account + 1);
}

static void
check_account_state (Run                  *run,
                     const char           *where,
                     guint                 account,
                     const DaybookAccount *state)
{
  const NaiveLedger *ledger = run->ledger;

  MUST (run, state->balance == naive_ledger_get_balance (ledger, account, NULL) &&
             state->held == naive_ledger_get_held (ledger, account, NULL),
        "%s: account %u, folded from nothing, holds %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
        " of it set aside", where, account + 1, state->balance, state->held);
  MUST (run, (state->status == DAYBOOK_ACCOUNT_CLOSED) == naive_ledger_is_closed (ledger, account),
        "%s: account %u, folded from nothing, has another status", where, account + 1);
  MUST (run, (state->debits_blocked != NULL) == naive_ledger_is_blocked (ledger, account, "debits")
             && (state->credits_blocked != NULL)
                  == naive_ledger_is_blocked (ledger, account, "credits"),
        "%s: account %u, folded from nothing, is blocked otherwise", where, account + 1);
  MUST (run, state->opened_on == day (naive_ledger_get_first_day (ledger, account)) &&
             g_strcmp0 (state->name, naive_ledger_get_name (ledger, account)) == 0,
        "%s: account %u, folded from nothing, was opened on another day, or has another name",
        where, account + 1);
  check_holders (run, where, account, state);
  check_days (run, where, account, state);
}

static void
check_person_state (Run              *run,
                    const char       *where,
                    guint             person,
                    DaybookRepository *repository)
{
  const char *id = naive_person (run->ledger, person)->id;
  NaiveDetails details = naive_ledger_get_details (run->ledger, person);
  g_autoptr (GError) error = NULL;
  DaybookPerson *state = daybook_repository_load_person (repository, id, &error);

  g_assert_no_error (error);
  MUST (run, strcmp (state->id, id) == 0 && strcmp (state->name, details.name) == 0 &&
             strcmp (state->username, naive_ledger_get_username (run->ledger, person)) == 0 &&
             g_strcmp0 (state->email, details.email) == 0 &&
             g_strcmp0 (state->phone, details.phone) == 0 &&
             g_strcmp0 (state->address, details.address) == 0 &&
             g_strcmp0 (state->note, details.note) == 0,
        "%s: person %u, folded from nothing, is somebody else", where, person + 1);
  daybook_person_free (state);
}

static void
check_book_state (Run               *run,
                  const char        *where,
                  DaybookRepository *repository)
{
  const char *lock = naive_ledger_get_lock (run->ledger);
  g_autoptr (GError) error = NULL;
  guint64 version;
  const DaybookBook *book = daybook_repository_get_book (repository, &version, &error);

  g_assert_no_error (error);
  MUST (run, g_strcmp0 (book->name, naive_ledger_get_name (run->ledger, -1)) == 0,
        "%s: the book is called %s", where, book->name);
  MUST (run, daybook_book_get_closed_until (book) == (lock != NULL ? day (lock)
                                                                   : DAYBOOK_DATE_NONE),
        "%s: the book is not closed until %s", where, lock ? lock : "any day");
  for (guint i = 0; i < N_CURRENCIES && book->name != NULL; i++)
    {
      DaybookCurrency currency;

      g_assert_true (daybook_currency_parse (currencies[i], &currency));
      MUST (run, daybook_book_has_currency (book, currency)
                   == naive_ledger_has_currency (run->ledger, currencies[i]),
            "%s: %s is or is not one of the book's currencies", where, currencies[i]);
    }
}

/* The seals that a book has, as they would be kept on paper. */
static gboolean
take_seal (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  if (entry->event->record.schema == &daybook_period_closed)
    g_hash_table_insert (user_data, GUINT_TO_POINTER ((guint) entry->position),
                         g_strdup (((const DaybookPeriodClosed *) entry->event)->seal));
  return TRUE;
}

/* Whether the period that entry @number closed was opened again. */
static gboolean
was_reopened (Run     *run,
              guint64  number)
{
  int depth = 0;

  for (guint64 i = number + 1; i <= run->ledger->entries->len && depth >= 0; i++)
    {
      depth += naive_entry (run->ledger, i)->kind == NAIVE_PERIOD_CLOSED;
      depth -= naive_entry (run->ledger, i)->kind == NAIVE_PERIOD_REOPENED;
    }

  return depth < 0;
}

/* Somebody misreads one character: that is always noticed. */
static void
check_misread (Run        *run,
               World      *world,
               const char *seal)
{
  g_auto (DaybookSealCheck) check = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *misread = g_strdup (seal);
  char *character = misread + run->ledger->entries->len % 4;

  *character = *character == '7' ? 'K' : '7';
  MUST (run, !daybook_seal_check_run (&check, world->desks[0].store, misread, NULL, NULL, NULL,
                                      &error) &&
             g_error_matches (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_SEAL_MALFORMED),
        "%s: %s is taken for a seal, like %s", world->name, misread, seal);
}

static void
check_seals (Run   *run,
             World *world)
{
  g_autoptr (GHashTable) seals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer number, seal;

  g_assert_true (daybook_event_store_read_all (world->desks[0].store, 0, take_seal, seals, NULL));
  g_hash_table_iter_init (&iter, seals);
  while (g_hash_table_iter_next (&iter, &number, &seal))
    {
      const NaiveEntry *closed = naive_entry (run->ledger, GPOINTER_TO_UINT (number));
      g_auto (DaybookSealCheck) check = { 0 };
      g_autoptr (GError) error = NULL;

      daybook_seal_check_run (&check, world->desks[0].store, seal, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      MUST (run, check.intact && check.until == day (closed->day) &&
                 check.sealed == closed->sealed &&
                 g_strcmp0 (check.totals, closed->totals) == 0 &&
                 check.reopened == was_reopened (run, GPOINTER_TO_UINT (number)),
            "%s: the seal of entry %u says something else", world->name,
            GPOINTER_TO_UINT (number));
      check_misread (run, world, seal);
    }
}

void
check_states (Run   *run,
              World *world)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (world->desks[1].store);

  for (guint i = 0; i < run->ledger->accounts->len; i++)
    {
      g_autoptr (GError) error = NULL;
      DaybookAccountNumber number = { 0 };
      const DaybookAccount *state;
      guint64 version;

      g_strlcpy (number.digits, naive_account (run->ledger, i)->number, sizeof number.digits);
      state = daybook_account_states_get (daybook_repository_get_accounts (repository), &number,
                                          &version, &error);
      g_assert_no_error (error);
      check_account_state (run, world->name, i, state);
    }

  for (guint i = 0; i < run->ledger->people->len; i++)
    check_person_state (run, world->name, i, repository);
  check_book_state (run, world->name, repository);
  check_seals (run, world);
}
