/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold after each step, and what takes longer and must hold now and then. */

#include <string.h>

#include "run.h"

const char *const currencies[N_CURRENCIES] = { "EUR", "JPY", "KWD", "USD" };

static void
check_sums (Run *run)
{
  for (guint i = 0; i < N_CURRENCIES; i++)
    {
      Sum accounts, cash, bank;

      naive_ledger_get_totals (run->ledger, currencies[i], NULL, &accounts, &cash, &bank);
      MUST (run, run->by_account[i] == accounts && run->by_method[i] == cash + bank,
            "%s: the stored events add up to something else", currencies[i]);
    }

  for (guint i = 0; i < run->ledger->accounts->len; i++)
    MUST (run, *run_balance (run, naive_account (run->ledger, i)->number)
                 == naive_ledger_get_balance (run->ledger, i, NULL),
          "account %u: the stored events add up to something else", i + 1);
}

static void
check_versions (Run *run)
{
  GHashTableIter iter;
  gpointer name, count;

  g_hash_table_iter_init (&iter, run->streams);
  while (g_hash_table_iter_next (&iter, &name, &count))
    {
      const char *blank = strchr (name, ' ');
      g_autofree char *kind = g_strndup (name, blank - (char *) name);

      for (guint i = 0; i < N_WORLDS; i++)
        {
          guint64 version;

          g_assert_true (daybook_event_store_get_version (run->worlds[i]->desks[0].store,
                                                          daybook_stream_kind_parse (kind),
                                                          blank + 1, &version, NULL));
          MUST (run, version == GPOINTER_TO_UINT (count),
                "%s: stream %s is at %" G_GUINT64_FORMAT ", not %u", run->worlds[i]->name,
                (char *) name, version, GPOINTER_TO_UINT (count));
        }
    }
}

static void
check_lines (Run   *run,
             World *world,
             guint  account)
{
  g_autoptr (GArray) expected = naive_ledger_get_lines (run->ledger, account);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = daybook_read_model_get_lines (world->model, account + 1, 1,
                                                           expected->len + 1, &error);

  g_assert_no_error (error);
  MUST (run, lines->len == expected->len, "%s: account %u has %u lines, not %u", world->name,
        account + 1, lines->len, expected->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookAccountLine *line = &g_array_index (lines, DaybookAccountLine, i);
      const NaiveLine *naive = &g_array_index (expected, NaiveLine, i);
      char date[DAYBOOK_DATE_LENGTH];

      daybook_date_format (line->value_date, date);
      MUST (run, line->row == i + 1 && line->position == naive->entry &&
                 strcmp (date, naive->date) == 0 && line->amount == naive->amount &&
                 line->balance == naive->balance && line->reversed_by == naive->reversed_by,
            "%s: account %u, line %u: entry %" G_GUINT64_FORMAT " of %s, %" G_GINT64_FORMAT
            " makes %" G_GINT64_FORMAT "; should be entry %" G_GUINT64_FORMAT " of %s, %"
            G_GINT64_FORMAT " makes %" G_GINT64_FORMAT, world->name, account + 1, i + 1,
            line->position, date, line->amount, line->balance, naive->entry, naive->date,
            (gint64) naive->amount, (gint64) naive->balance);
    }
}

/* What people read of whoever holds an account: names, usernames. */
static char *
write_holders (Run      *run,
               guint     account,
               gboolean  usernames)
{
  g_autoptr (GArray) holders = naive_ledger_get_holders (run->ledger, account);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holders->len; i++)
    {
      int person = g_array_index (holders, int, i);

      if (i > 0)
        g_string_append (text, usernames ? " " : ", ");
      g_string_append (text, usernames ? naive_ledger_get_username (run->ledger, person)
                                       : naive_ledger_get_details (run->ledger, person).name);
    }
  return g_string_free (text, FALSE);
}

static void
check_holds (Run   *run,
             World *world,
             guint  account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) holds = daybook_read_model_get_holds (world->model, account + 1, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint64 i = 1; i <= run->ledger->entries->len; i++)
    {
      const NaiveEntry *naive = naive_entry (run->ledger, i);
      const DaybookHoldFigures *hold;
      DaybookDate expires = DAYBOOK_DATE_NONE;

      if (naive->kind != NAIVE_HELD || naive->account != (int) account ||
          naive_ledger_find_end (run->ledger, i) != 0)
        continue;
      MUST (run, n < holds->len, "%s: account %u has %u holds, and more", world->name, account + 1,
            n);
      hold = &g_array_index (holds, DaybookHoldFigures, n++);
      if (naive->day != NULL)
        expires = day (naive->day);
      MUST (run, hold->entry == i && hold->amount == naive->amount &&
                 hold->value_date == day (naive->date) && hold->expires == expires &&
                 strcmp (hold->reason, naive->text) == 0,
            "%s: account %u: the hold of entry %" G_GUINT64_FORMAT " is described wrongly",
            world->name, account + 1, i);
    }
  MUST (run, n == holds->len, "%s: account %u has %u holds, not %u", world->name, account + 1,
        holds->len, n);
}

static void
check_account (Run   *run,
               World *world,
               guint  account)
{
  const NaiveAccount *naive = naive_account (run->ledger, account);
  NaiveLimits limits = naive_ledger_get_limits (run->ledger, account, NULL);
  g_autofree char *names = write_holders (run, account, FALSE);
  g_autofree char *usernames = write_holders (run, account, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookAccountFigures) figures = daybook_read_model_get_account (world->model,
                                                                              account + 1, &error);
  Sum balance = naive_ledger_get_balance (run->ledger, account, NULL);
  Sum available = naive_ledger_get_available (run->ledger, account, NULL);

  g_assert_no_error (error);
  MUST (run, figures->balance == balance, "%s: account %u holds %" G_GINT64_FORMAT ", not %"
        G_GINT64_FORMAT, world->name, account + 1, figures->balance, (gint64) balance);
  MUST (run, figures->available == CLAMP (available, G_MININT64, G_MAXINT64),
        "%s: account %u has %" G_GINT64_FORMAT " available, not %" G_GINT64_FORMAT, world->name,
        account + 1, figures->available, (gint64) available);
  MUST (run, figures->held == naive_ledger_get_held (run->ledger, account, NULL),
        "%s: account %u has %" G_GINT64_FORMAT " held", world->name, account + 1, figures->held);
  MUST (run, (figures->status == DAYBOOK_ACCOUNT_CLOSED)
               == naive_ledger_is_closed (run->ledger, account),
        "%s: account %u has another status", world->name, account + 1);
  MUST (run, strcmp (figures->number.digits, naive->number) == 0 &&
             strcmp (figures->currency.code, naive->currency) == 0 &&
             figures->overdraft == limits.overdraft && figures->opened_on == day (naive->opened) &&
             g_strcmp0 (figures->reference, naive->reference) == 0 &&
             g_strcmp0 (figures->name, naive_ledger_get_name (run->ledger, account)) == 0 &&
             strcmp (figures->holders, names) == 0 && strcmp (figures->usernames, usernames) == 0,
        "%s: account %u is described wrongly", world->name, account + 1);
  check_lines (run, world, account);
  check_holds (run, world, account);
}

static gboolean
has_key (GArray *keys,
         guint   key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint32, i) == key)
      return TRUE;

  return FALSE;
}

/* Whether an entry changes what people read of an account: its money, its terms, its holders. */
static gboolean
concerns (Run              *run,
          const NaiveEntry *entry,
          guint             account)
{
  return entry->from == (int) account || entry->to == (int) account ||
         entry->account == (int) account ||
         ((entry->kind == NAIVE_DETAILS_CHANGED || entry->kind == NAIVE_USERNAME_CHANGED) &&
          naive_ledger_is_holder (run->ledger, account, entry->person));
}

/* What a catch-up says it changed is what the new entries concern, no less and no more. */
static void
check_changes (Run            *run,
               DaybookChanges *changes,
               guint64         first)
{
  guint n_accounts = 0;

  for (guint i = 0; i < run->ledger->accounts->len; i++)
    {
      gboolean concerned = FALSE;

      for (guint64 n = first; n <= run->ledger->entries->len; n++)
        concerned = concerned || concerns (run, naive_entry (run->ledger, n), i);
      n_accounts += concerned;
      MUST (run, has_key (changes->accounts, i + 1) == concerned,
            "account %u is told to have changed wrongly", i + 1);
    }

  MUST (run, !changes->everything && changes->accounts->len == n_accounts,
        "more is told to have changed than did");
}

static void
follow (Run     *run,
        World   *world,
        guint64  first)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  DaybookTotals totals;

  world_catch_up (world, changes);
  check_changes (run, changes, first);
  for (guint i = 0; i < changes->accounts->len; i++)
    check_account (run, world, g_array_index (changes->accounts, guint32, i) - 1);

  g_assert_true (daybook_read_model_get_totals (world->model, &totals, NULL));
  MUST (run, totals.n_accounts == run->ledger->accounts->len &&
             totals.n_people == run->ledger->people->len &&
             totals.n_entries == run->ledger->entries->len, "%s: totals differ", world->name);
}

/* After each step. */
void
check_step (Run *run)
{
  guint64 first = run->checked + 1;

  check_entries (run);
  check_sums (run);
  if (run->checked >= first)
    check_invariants (run, first);
  g_hash_table_unref (run->streams);
  run->streams = naive_ledger_get_streams (run->ledger);
  check_versions (run);
  for (guint i = 0; i < N_WORLDS; i++)
    follow (run, run->worlds[i], first);
}

static void
check_chain (Run *run)
{
  for (guint i = 0; i < N_WORLDS; i++)
    {
      DaybookVerdict verdict;
      g_autoptr (GError) error = NULL;

      daybook_event_store_verify (run->worlds[i]->desks[1].store, &verdict, NULL, NULL, NULL,
                                  &error);
      g_assert_no_error (error);
      MUST (run, verdict.flaw == DAYBOOK_FLAW_NONE && verdict.n_entries == run->checked,
            "%s: entry %" G_GUINT64_FORMAT " has flaw %d", run->worlds[i]->name, verdict.position,
            verdict.flaw);
    }
}

static void
check_people (Run   *run,
              World *world)
{
  for (guint i = 0; i < run->ledger->people->len; i++)
    {
      const NaivePerson *naive = naive_person (run->ledger, i);
      NaiveDetails details = naive_ledger_get_details (run->ledger, i);
      const char *username = naive_ledger_get_username (run->ledger, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (DaybookPersonDetails) person = daybook_read_model_get_person (world->model, i + 1,
                                                                               &error);

      g_assert_no_error (error);
      MUST (run, strcmp (person->id, naive->id) == 0 &&
                 person->registered_on == day (naive->registered) &&
                 strcmp (person->username, username) == 0 &&
                 strcmp (person->name, details.name) == 0 &&
                 g_strcmp0 (person->email, details.email) == 0,
            "%s: person %u is described wrongly", world->name, i + 1);
    }
}

static void
check_dumps (Run *run)
{
  g_autofree char *first = world_dump_live (run->worlds[0]);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autofree char *live = world_dump_live (run->worlds[i]);
      g_autofree char *rebuilt = world_dump_rebuilt (run->worlds[i]);

      MUST (run, strcmp (live, rebuilt) == 0, "%s: the read model is\n%s\nand from nothing\n%s",
            run->worlds[i]->name, live, rebuilt);
      MUST (run, strcmp (live, first) == 0, "the read models of both stores differ:\n%s\n%s",
            first, live);
    }
}

/* Now and then, and at the end. */
void
check_thorough (Run *run)
{
  check_chain (run);
  check_dumps (run);
  check_bytes (run);
  for (guint i = 0; i < N_WORLDS; i++)
    {
      for (guint account = 0; account < run->ledger->accounts->len; account++)
        check_account (run, run->worlds[i], account);
      check_people (run, run->worlds[i]);
      check_states (run, run->worlds[i]);
    }
}
