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

/* The number of the entry that stands in place of entry @number, 0 if none does. */
static guint64
find_replacement (Run     *run,
                  guint64  number)
{
  for (guint64 i = number + 1; i <= run->ledger->entries->len; i++)
    if (naive_entry (run->ledger, i)->corrects == number)
      return i;

  return 0;
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
                 line->balance == naive->balance && line->reversed_by == naive->reversed_by &&
                 line->corrected_by == find_replacement (run, naive->entry),
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

/* Why a side is blocked, NULL if it is not. */
static const char *
find_block (Run        *run,
            guint       account,
            const char *side)
{
  for (guint64 i = run->ledger->entries->len; i > 0; i--)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);

      if ((entry->kind == NAIVE_BLOCKED || entry->kind == NAIVE_UNBLOCKED) &&
          entry->account == (int) account && strcmp (entry->choice, side) == 0)
        return entry->kind == NAIVE_BLOCKED ? entry->text : NULL;
    }

  return NULL;
}

/* The day an account was closed, if it is; the last day that one of its lines counts for. */
static void
check_days_of_account (Run                         *run,
                       World                       *world,
                       guint                        account,
                       const DaybookAccountFigures *figures)
{
  g_autoptr (GArray) lines = naive_ledger_get_lines (run->ledger, account);
  DaybookDate closed = DAYBOOK_DATE_NONE, last = DAYBOOK_DATE_NONE;

  for (guint64 i = 1; i <= run->ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);

      if (entry->account == (int) account && entry->kind == NAIVE_CLOSED)
        closed = day (entry->date);
      if (entry->account == (int) account && entry->kind == NAIVE_REOPENED)
        closed = DAYBOOK_DATE_NONE;
    }
  if (lines->len > 0)
    last = day (g_array_index (lines, NaiveLine, lines->len - 1).date);

  MUST (run, (figures->status == DAYBOOK_ACCOUNT_CLOSED) == (closed != DAYBOOK_DATE_NONE) &&
             figures->closed_on == closed && figures->last_value_date == last &&
             figures->n_entries == lines->len &&
             figures->opened_on == day (naive_account (run->ledger, account)->opened),
        "%s: account %u was opened or closed on another day, or has other entries", world->name,
        account + 1);
}

static void
check_terms (Run                         *run,
             World                       *world,
             guint                        account,
             const DaybookAccountFigures *figures)
{
  NaiveLimits limits = naive_ledger_get_limits (run->ledger, account, NULL);

  MUST (run, figures->minimum == limits.minimum && figures->overdraft == limits.overdraft &&
             figures->per_withdrawal == limits.per_withdrawal &&
             figures->per_day == limits.per_day,
        "%s: account %u has other limits", world->name, account + 1);
  MUST (run, g_strcmp0 (figures->debits_blocked, find_block (run, account, "debits")) == 0 &&
             g_strcmp0 (figures->credits_blocked, find_block (run, account, "credits")) == 0,
        "%s: account %u is blocked otherwise", world->name, account + 1);
  MUST (run, figures->authority == DAYBOOK_AUTHORITY_NONE ||
             strcmp (daybook_authorities[figures->authority - 1],
                     naive_ledger_get_authority (run->ledger, account)) == 0,
        "%s: account %u has another rule", world->name, account + 1);
}

static void
check_account (Run   *run,
               World *world,
               guint  account)
{
  const NaiveAccount *naive = naive_account (run->ledger, account);
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
  MUST (run, strcmp (figures->number.digits, naive->number) == 0 &&
             strcmp (figures->currency.code, naive->currency) == 0 &&
             g_strcmp0 (figures->reference, naive->reference) == 0 &&
             g_strcmp0 (figures->name, naive_ledger_get_name (run->ledger, account)) == 0 &&
             strcmp (figures->holders, names) == 0 && strcmp (figures->usernames, usernames) == 0,
        "%s: account %u is described wrongly", world->name, account + 1);
  check_days_of_account (run, world, account, figures);
  check_terms (run, world, account, figures);
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

static gboolean
is_of_book (const NaiveEntry *entry)
{
  return entry->kind == NAIVE_STARTED || entry->kind == NAIVE_BOOK_RENAMED ||
         entry->kind == NAIVE_CURRENCY_ADDED || entry->kind == NAIVE_PERIOD_CLOSED ||
         entry->kind == NAIVE_PERIOD_REOPENED;
}

/* What a catch-up says it changed is what the new entries concern, no less and no more. */
static void
check_changes (Run            *run,
               DaybookChanges *changes,
               guint64         first)
{
  const NaiveLedger *ledger = run->ledger;
  guint n_accounts = 0, n_people = 0;
  gboolean book = FALSE;

  for (guint i = 0; i < ledger->accounts->len; i++)
    {
      gboolean concerned = FALSE;

      for (guint64 n = first; n <= ledger->entries->len; n++)
        concerned = concerned || concerns (run, naive_entry (ledger, n), i);
      n_accounts += concerned;
      MUST (run, has_key (changes->accounts, i + 1) == concerned,
            "account %u is told to have changed wrongly", i + 1);
    }
  for (guint i = 0; i < ledger->people->len; i++)
    {
      gboolean concerned = FALSE;

      for (guint64 n = first; n <= ledger->entries->len; n++)
        concerned = concerned || naive_entry (ledger, n)->person == (int) i;
      n_people += concerned;
      MUST (run, has_key (changes->people, i + 1) == concerned,
            "person %u is told to have changed wrongly", i + 1);
    }
  for (guint64 n = first; n <= ledger->entries->len; n++)
    book = book || is_of_book (naive_entry (ledger, n));

  MUST (run, !changes->everything && changes->accounts->len == n_accounts &&
             changes->people->len == n_people && changes->book == book,
        "more is told to have changed than did, or less");
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

/* The usernames that somebody gave up, in the order in which they did, NULL for none. */
static char *
write_former (Run   *run,
              guint  person)
{
  const char *username = naive_ledger_get_username (run->ledger, person);
  GString *former = g_string_new (NULL);

  for (guint64 i = 1; i <= run->ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);
      gboolean again = FALSE;

      if (entry->kind != NAIVE_USERNAME_CHANGED || entry->person != (int) person)
        continue;
      for (guint64 j = i + 1; j <= run->ledger->entries->len; j++)
        again = again || (naive_entry (run->ledger, j)->person == (int) person &&
                          naive_entry (run->ledger, j)->former == entry->former);
      if (!again && entry->former != username)
        g_string_append_printf (former, "%s%s", former->len > 0 ? " " : "", entry->former);
    }

  return g_string_free (former, former->len == 0);
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
      g_autofree char *former = write_former (run, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (DaybookPersonDetails) person = daybook_read_model_get_person (world->model, i + 1,
                                                                               &error);
      guint n_accounts = 0;

      g_assert_no_error (error);
      for (guint account = 0; account < run->ledger->accounts->len; account++)
        n_accounts += naive_ledger_is_holder (run->ledger, account, i);
      MUST (run, strcmp (person->id, naive->id) == 0 &&
                 person->registered_on == day (naive->registered) &&
                 person->n_accounts == n_accounts && strcmp (person->username, username) == 0 &&
                 g_strcmp0 (person->former, former) == 0,
            "%s: person %u is called otherwise, or holds other accounts", world->name, i + 1);
      MUST (run, strcmp (person->name, details.name) == 0 &&
                 g_strcmp0 (person->email, details.email) == 0 &&
                 g_strcmp0 (person->phone, details.phone) == 0 &&
                 g_strcmp0 (person->address, details.address) == 0 &&
                 g_strcmp0 (person->note, details.note) == 0,
            "%s: person %u is described wrongly", world->name, i + 1);
    }
}

static gboolean
is_shown (gint64   figure,
          gboolean too_large,
          Sum      sum)
{
  return too_large || figure == sum;
}

/* In how many currencies money came in or went out up to the end of @date. */
static guint
count_currencies (Run        *run,
                  const char *date)
{
  gboolean moved[N_CURRENCIES] = { FALSE };
  guint n = 0;

  for (guint64 i = 1; i <= run->ledger->entries->len; i++)
    {
      const NaiveEntry *entry = naive_entry (run->ledger, i);

      for (guint j = 0; j < N_CURRENCIES; j++)
        if (entry->method != NULL && strcmp (entry->date, date) <= 0 &&
            strcmp (entry->currency, currencies[j]) == 0)
          moved[j] = TRUE;
    }
  for (guint j = 0; j < N_CURRENCIES; j++)
    n += moved[j];
  return n;
}

/* Rule 34 as people read it, at the end of each day there is. */
static void
check_control_totals (Run   *run,
                      World *world)
{
  g_autoptr (GArray) days = naive_ledger_get_days (run->ledger);

  for (guint i = 0; i < days->len; i++)
    {
      const char *date = g_array_index (days, const char *, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) rows = daybook_read_model_get_control (world->model, day (date), &error);

      g_assert_no_error (error);
      MUST (run, rows->len == count_currencies (run, date),
            "%s: there are control totals of %u currencies on %s", world->name, rows->len, date);
      for (guint j = 0; j < rows->len; j++)
        {
          const DaybookControlFigures *row = &g_array_index (rows, DaybookControlFigures, j);
          Sum accounts, cash, bank;

          naive_ledger_get_totals (run->ledger, row->currency.code, date, &accounts, &cash, &bank);
          MUST (run, is_shown (row->accounts, row->too_large, accounts) &&
                     is_shown (row->cash, row->too_large, cash) &&
                     is_shown (row->bank, row->too_large, bank) &&
                     row->differs_on == DAYBOOK_DATE_NONE &&
                     row->too_large == (accounts != (gint64) accounts || cash != (gint64) cash ||
                                        bank != (gint64) bank),
                "%s: the control totals of %s are wrong on %s", world->name, row->currency.code,
                date);
        }
    }
}

/* Adding everything up again shows the same. */
static void
check_agreement (Run   *run,
                 World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) checks = daybook_read_model_check (world->model, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const DaybookControlCheck *check = &g_array_index (checks, DaybookControlCheck, i);

      MUST (run, check->agrees, "%s: what is kept of %s is not what adds up", world->name,
            check->currency.code);
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
      check_control_totals (run, run->worlds[i]);
      check_agreement (run, run->worlds[i]);
      check_states (run, run->worlds[i]);
    }
}
