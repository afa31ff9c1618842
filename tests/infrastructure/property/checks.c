/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold after each step, and what takes longer and must hold now and then. */

#include <sqlite3.h>
#include <string.h>

#include "accounts/account-events.h"
#include "catalogue.h"
#include "repository.h"
#include "run.h"

static const char *const currencies[N_CURRENCIES] = { "EUR", "JPY", "KWD", "USD" };

/* How far a store was read. */
typedef struct
{
  Run *run;
  guint64 position;
  gint64 recorded_at;
  gboolean adds_up;
} Reading;

static guint
currency_index (const char *code)
{
  for (guint i = 0; i < N_CURRENCIES; i++)
    if (strcmp (currencies[i], code) == 0)
      return i;

  g_assert_not_reached ();
}

static Sum *
held (Run        *run,
      const char *number)
{
  for (guint i = 0; i < run->ledger->accounts->len; i++)
    if (strcmp (naive_account (run->ledger, i)->number, number) == 0)
      {
        if (run->held->len <= i)
          g_array_set_size (run->held, i + 1);
        return &g_array_index (run->held, Sum, i);
      }

  run_fail (run, "an entry moves money of account %s, which there is not", number);
}

/* Rule 34, out of the stored events alone. */
static void
add_up_event (Run                *run,
              const DaybookEvent *event)
{
  DaybookMovement m;
  guint currency;

  if (!daybook_event_get_movement (event, &m))
    return;

  currency = currency_index (m.currency.code);
  if (daybook_account_number_is_set (&m.from))
    {
      *held (run, m.from.digits) -= m.amount;
      run->by_account[currency] -= m.amount;
    }
  if (daybook_account_number_is_set (&m.to))
    {
      *held (run, m.to.digits) += m.amount;
      run->by_account[currency] += m.amount;
    }
  if (m.method != DAYBOOK_METHOD_NONE)
    run->by_method[currency] += daybook_account_number_is_set (&m.to) ? m.amount : -m.amount;
}

/* Compares a field's text; NULL where it should hold nothing, or not be there at all. */
static void
must_say (Run                *run,
          const DaybookEntry *entry,
          const char         *name,
          const char         *expected)
{
  const DaybookField *field = daybook_schema_get_field (entry->event->record.schema, name);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *value = NULL;

  if (field != NULL && daybook_record_get_text (entry->event, field, text))
    value = text->str;
  MUST (run, g_strcmp0 (value, expected) == 0,
        "entry %" G_GUINT64_FORMAT ": %s is %s, not %s", entry->position, name,
        value ? value : "(nothing)", expected ? expected : "(nothing)");
}

static char *
sum_to_text (Sum sum)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sum);
}

static void
compare_movement (Run                *run,
                  const DaybookEntry *entry,
                  const NaiveEntry   *naive)
{
  int account = MAX (naive->from, naive->to);
  g_autofree char *amount = sum_to_text (naive->amount);
  g_autofree char *reversed = g_strdup_printf ("%" G_GUINT64_FORMAT, naive->reverses);
  gboolean is_reversal = naive->kind == NAIVE_REVERSED;

  must_say (run, entry, "from",
            naive->from >= 0 ? naive_account (run->ledger, naive->from)->number : NULL);
  must_say (run, entry, "to",
            naive->to >= 0 ? naive_account (run->ledger, naive->to)->number : NULL);
  must_say (run, entry, "amount", amount);
  must_say (run, entry, "currency", naive_account (run->ledger, account)->currency);
  must_say (run, entry, "method", naive->method);
  must_say (run, entry, "memo", is_reversal ? NULL : naive->text);
  must_say (run, entry, "reason", is_reversal ? naive->text : NULL);
  must_say (run, entry, "entry", is_reversal ? reversed : NULL);
}

static void
compare_details (Run                *run,
                 const DaybookEntry *entry,
                 const NaiveEntry   *naive)
{
  g_autofree char *overdraft = sum_to_text (naive->account.overdraft);

  switch (naive->kind)
    {
    case NAIVE_STARTED:
      must_say (run, entry, "name", naive->account.name);
      must_say (run, entry, "currency", naive->account.currency);
      must_say (run, entry, "time_zone", naive->text);
      break;
    case NAIVE_REGISTERED:
      must_say (run, entry, "person", naive->person.id);
      must_say (run, entry, "username", naive->person.username);
      must_say (run, entry, "name", naive->person.name);
      must_say (run, entry, "email", naive->person.email);
      break;
    case NAIVE_OPENED:
      must_say (run, entry, "account", naive->account.number);
      must_say (run, entry, "holder",
                g_array_index (run->ledger->people, NaivePerson, naive->account.holder).id);
      must_say (run, entry, "currency", naive->account.currency);
      must_say (run, entry, "overdraft", overdraft);
      must_say (run, entry, "reference", naive->account.reference);
      must_say (run, entry, "name", naive->account.name);
      break;
    default:
      compare_movement (run, entry, naive);
    }
}

/* Entries follow without a gap, their times never go back (rule 22), and each says what was asked
 * for. */
static gboolean
compare_entry (const DaybookEntry  *entry,
               guint64              version,
               gpointer             user_data,
               GError             **error)
{
  static const char *const types[] = { "BookStarted", "PersonRegistered", "AccountOpened",
                                       "MoneyDeposited", "MoneyWithdrawn", "MoneyTransferred",
                                       "EntryReversed" };
  Reading *reading = user_data;
  Run *run = reading->run;
  const NaiveEntry *naive;
  char date[DAYBOOK_DATE_LENGTH];

  MUST (run, entry->position == reading->position + 1,
        "entry %" G_GUINT64_FORMAT " follows on %" G_GUINT64_FORMAT, entry->position,
        reading->position);
  MUST (run, entry->position <= run->ledger->entries->len,
        "entry %" G_GUINT64_FORMAT " was recorded, and should not have been", entry->position);
  naive = naive_entry (run->ledger, entry->position);

  MUST (run, entry->recorded_at >= reading->recorded_at, "recorded time goes back");
  MUST (run, entry->recorded_at == naive->recorded_at, "recorded at another time than expected");
  MUST (run, strcmp (entry->event->record.schema->name, types[naive->kind]) == 0,
        "it is %s, not %s", entry->event->record.schema->name, types[naive->kind]);
  MUST (run, naive->command_id == NULL || strcmp (naive->command_id, entry->command_id) == 0,
        "its command is %s, not %s", entry->command_id, naive->command_id);
  daybook_date_format (entry->event->value_date, date);
  MUST (run, strcmp (date, naive->date) == 0, "value date %s, not %s", date, naive->date);
  compare_details (run, entry, naive);
  if (reading->adds_up)
    add_up_event (run, entry->event);

  reading->position = entry->position;
  reading->recorded_at = entry->recorded_at;
  return TRUE;
}

/* Everything that an entry consists of, to the byte. */
static gboolean
write_down (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  GString *text = user_data;
  g_autofree char *event = event_to_text (entry->event);
  char id[DAYBOOK_ID_TEXT_LENGTH];

  daybook_id_to_text (entry->id, id);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s %" G_GINT64_FORMAT " %s|%s|%s|%s %s ",
                          entry->position, id, entry->recorded_at, entry->actor,
                          entry->command_id, entry->correlation,
                          entry->causation ? entry->causation : "-", event);
  for (guint i = 0; i < DAYBOOK_HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", entry->hash[i]);
  g_string_append_c (text, '\n');
  return TRUE;
}

static void
check_new_entries (Run *run)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  GString *const texts[N_WORLDS] = { first, second };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      daybook_event_store_read_all (run->worlds[i]->desks[1].store, run->checked, write_down,
                                    texts[i], &error);
      g_assert_no_error (error);
    }
  MUST (run, strcmp (first->str, second->str) == 0, "the stores hold different entries:\n%s%s",
        first->str, second->str);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      Reading reading = { run, run->checked, run->recorded_at, i == N_WORLDS - 1 };

      daybook_event_store_read_all (run->worlds[i]->desks[0].store, run->checked, compare_entry,
                                    &reading, &error);
      g_assert_no_error (error);
      MUST (run, reading.position == run->ledger->entries->len, "%s: the last entry is %"
            G_GUINT64_FORMAT ", not %u", run->worlds[i]->name, reading.position,
            run->ledger->entries->len);
      if (reading.adds_up)
        {
          run->checked = reading.position;
          run->recorded_at = reading.recorded_at;
        }
    }
}

static void
check_sums (Run *run)
{
  for (guint i = 0; i < N_CURRENCIES; i++)
    {
      Sum accounts, methods;

      naive_ledger_get_totals (run->ledger, currencies[i], &accounts, &methods);
      MUST (run, accounts == methods, "%s: accounts and methods differ", currencies[i]);
      MUST (run, run->by_account[i] == accounts && run->by_method[i] == methods,
            "%s: the stored events add up to something else", currencies[i]);
    }

  for (guint i = 0; i < run->ledger->accounts->len; i++)
    MUST (run, *held (run, naive_account (run->ledger, i)->number)
                 == naive_ledger_get_balance (run->ledger, i),
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

static void
check_account (Run   *run,
               World *world,
               guint  account)
{
  const NaiveAccount *naive = naive_account (run->ledger, account);
  const NaivePerson *holder = &g_array_index (run->ledger->people, NaivePerson, naive->holder);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookAccountFigures) figures = daybook_read_model_get_account (world->model,
                                                                              account + 1, &error);
  Sum balance = naive_ledger_get_balance (run->ledger, account);
  Sum available = balance + naive->overdraft;
  char date[DAYBOOK_DATE_LENGTH];

  g_assert_no_error (error);
  daybook_date_format (figures->opened_on, date);
  MUST (run, figures->balance == balance, "%s: account %u holds %" G_GINT64_FORMAT ", not %"
        G_GINT64_FORMAT, world->name, account + 1, figures->balance, (gint64) balance);
  MUST (run, figures->available == MIN (available, G_MAXINT64) && figures->held == 0,
        "%s: account %u has %" G_GINT64_FORMAT " available", world->name, account + 1,
        figures->available);
  MUST (run, strcmp (figures->number.digits, naive->number) == 0 &&
             strcmp (figures->currency.code, naive->currency) == 0 &&
             figures->overdraft == naive->overdraft && strcmp (date, naive->opened) == 0 &&
             g_strcmp0 (figures->reference, naive->reference) == 0 &&
             g_strcmp0 (figures->name, naive->name) == 0 &&
             strcmp (figures->holders, holder->name) == 0 &&
             strcmp (figures->usernames, holder->username) == 0,
        "%s: account %u is described wrongly", world->name, account + 1);
  check_lines (run, world, account);
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
        {
          const NaiveEntry *entry = naive_entry (run->ledger, n);

          concerned = concerned || entry->from == (int) i || entry->to == (int) i ||
                      g_strcmp0 (entry->account.number,
                                 naive_account (run->ledger, i)->number) == 0;
        }
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

  check_new_entries (run);
  check_sums (run);
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

/* States folded from nothing hold what the naive ledger does. */
static void
check_folded (Run   *run,
              World *world)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (world->desks[1].store);

  for (guint i = 0; i < run->ledger->accounts->len; i++)
    {
      const NaiveAccount *naive = naive_account (run->ledger, i);
      g_autoptr (GError) error = NULL;
      DaybookAccountNumber number = { 0 };
      const DaybookAccount *account;
      guint64 version;

      g_strlcpy (number.digits, naive->number, sizeof number.digits);
      account = daybook_repository_get_account (repository, &number, &version, &error);
      g_assert_no_error (error);
      MUST (run, account->balance == naive_ledger_get_balance (run->ledger, i),
            "%s: account %u, folded from nothing, holds %" G_GINT64_FORMAT, world->name, i + 1,
            account->balance);
    }
}

static void
check_people (Run   *run,
              World *world)
{
  for (guint i = 0; i < run->ledger->people->len; i++)
    {
      const NaivePerson *naive = &g_array_index (run->ledger->people, NaivePerson, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (DaybookPersonDetails) person = daybook_read_model_get_person (world->model, i + 1,
                                                                               &error);

      g_assert_no_error (error);
      MUST (run, strcmp (person->username, naive->username) == 0 &&
                 strcmp (person->name, naive->name) == 0 && strcmp (person->id, naive->id) == 0 &&
                 g_strcmp0 (person->email, naive->email) == 0,
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

static int
compare_data (void  *user_data,
              int    n,
              char **values,
              char **names)
{
  GString *all = user_data;

  g_string_append_printf (all, "%s/%s %s %s\n", values[0], values[1], values[2], values[3]);
  return 0;
}

static gboolean
encode (const DaybookEntry  *entry,
        guint64              version,
        gpointer             user_data,
        GError             **error)
{
  g_autofree char *text = event_to_text (entry->event);

  g_string_append_printf (user_data, "%s\n", text);
  return TRUE;
}

/* What stands in the file is what the events in memory encode to, to the byte. */
static void
check_bytes (Run *run)
{
  g_autoptr (GString) in_file = g_string_new (NULL);
  g_autoptr (GString) in_memory = g_string_new (NULL);
  sqlite3 *db;

  for (guint i = 0; i < N_WORLDS; i++)
    if (run->worlds[i]->path == NULL)
      g_assert_true (daybook_event_store_read_all (run->worlds[i]->desks[0].store, 0, encode,
                                                   in_memory, NULL));
    else
      {
        g_assert_cmpint (sqlite3_open_v2 (run->worlds[i]->path, &db, SQLITE_OPEN_READWRITE, NULL),
                         ==, SQLITE_OK);
        g_assert_cmpint (sqlite3_exec (db, "SELECT type, type_version, value_date, data"
                                       " FROM events ORDER BY position", compare_data, in_file,
                                       NULL), ==, SQLITE_OK);
        sqlite3_close (db);
      }

  MUST (run, strcmp (in_file->str, in_memory->str) == 0, "the file holds\n%s\nand the memory\n%s",
        in_file->str, in_memory->str);
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
      check_folded (run, run->worlds[i]);
    }
}
