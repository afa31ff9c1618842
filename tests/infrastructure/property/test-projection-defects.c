/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The defects that event-sourced systems are known for, behind the store: an event that nobody
 * handles, figures counted twice on replay, and an error of a projection that is swallowed. */

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accounts/account-events.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "books/period-records.h"
#include "catalogue.h"
#include "fixture.h"
#include "people/person-records.h"
#include "read-model/sqlite-projector.h"
#include "repository.h"
#include "store-error.h"

/* An event that nobody handles. */

/* What was decided about each type of event: which tables of the read model it changes. Where it
 * changes none, the reason stands beside it. A type that is missing here makes the test fail:
 * decide what follows from it, in each aggregate and each projection, and then say so. */
static const struct
{
  const DaybookSchema *schema;
  const char *tables;
} decided[] = {
  /* What the book itself is called, its currencies and its periods are read from its own stream,
   * which is short; who shows them is told that they changed. */
  { &daybook_book_started, "" },
  { &daybook_book_renamed, "" },
  { &daybook_currency_added, "" },
  { &daybook_period_closed, "" },
  { &daybook_period_reopened, "" },
  { &daybook_person_registered, "people " },
  /* By what they are called their accounts are found. */
  { &daybook_personal_details_changed, "accounts people " },
  { &daybook_username_changed, "accounts people " },
  { &daybook_account_opened, "accounts holders " },
  { &daybook_account_renamed, "accounts " },
  { &daybook_holder_added, "accounts holders " },
  { &daybook_holder_removed, "accounts holders " },
  { &daybook_limits_changed, "accounts " },
  { &daybook_account_blocked, "accounts " },
  { &daybook_account_unblocked, "accounts " },
  { &daybook_account_closed, "accounts " },
  { &daybook_account_reopened, "accounts " },
  { &daybook_money_deposited, "balances control lines " },
  { &daybook_money_withdrawn, "balances control lines " },
  /* It changes neither what is owed nor what there is; nor does what reverses it. */
  { &daybook_money_transferred, "balances lines " },
  { &daybook_entry_reversed, "balances lines reversals " },
  { &daybook_hold_placed, "holds " },
  { &daybook_hold_released, "holds " },
  { &daybook_hold_captured, "balances control holds lines " },
  { &daybook_hold_expired, "holds " },
};

/* Streams without an aggregate: what is asked of them is how many entries they have, or which. */
static const char *const not_folded[DAYBOOK_N_STREAM_KINDS] = {
  [DAYBOOK_STREAM_REGISTER] = "its version is the last number that was given",
  [DAYBOOK_STREAM_PERSON] = "under the person as a holder: asked only for their accounts",
  [DAYBOOK_STREAM_USERNAME] = "taken once it is not empty; asked for the person's id",
  [DAYBOOK_STREAM_REFERENCE] = "taken once it is not empty; asked for the account",
  [DAYBOOK_STREAM_ENTRY] = "reversed or ended once it is not empty",
};

static char *
book_text (const DaybookBook *book)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %s %s", book->name, book->currency.code, book->time_zone);
  for (guint i = 0; book->currencies != NULL && i < book->currencies->len; i++)
    g_string_append_printf (text, " %s",
                            g_array_index (book->currencies, DaybookCurrency, i).code);
  for (guint i = 0; book->closings != NULL && i < book->closings->len; i++)
    g_string_append_printf (text, " %u%s", g_array_index (book->closings, DaybookClosing, i).until,
                            g_array_index (book->closings, DaybookClosing, i).reopened ? "!" : "");

  return g_string_free (text, FALSE);
}

static char *
account_text (const DaybookAccount *account)
{
  const DaybookLimits *limits = &account->limits;
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %s %s %d %u %u %d %s %s", account->number.digits, account->name,
                   account->currency.code, account->status, account->opened_on, account->last_on,
                   account->authority, account->debits_blocked, account->credits_blocked);
  for (guint i = 0; i < account->holders->len; i++)
    g_string_append_printf (text, " %s", (char *) account->holders->pdata[i]);
  g_string_append_printf (text, " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          limits->minimum, limits->overdraft, limits->per_withdrawal,
                          limits->per_day, account->balance, account->held);
  for (guint i = 0; i < account->days->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT,
                            g_array_index (account->days, DaybookDay, i).withdrawn);

  return g_string_free (text, FALSE);
}

static char *
person_text (const DaybookPerson *person)
{
  return g_strdup_printf ("%s %s %s %s %s %s", person->username, person->name, person->email,
                          person->phone, person->address, person->note);
}

/* The state that a stream folds to, as text; NULL if nothing folds it. */
static char *
fold (Fixture             *f,
      const DaybookFiling *filing)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (f->world->desks[1].store);
  DaybookAccountStates *accounts = daybook_repository_get_accounts (repository);
  g_autoptr (DaybookPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber number = { 0 };
  char *text = NULL;
  guint64 at;

  if (filing->kind == DAYBOOK_STREAM_BOOK)
    {
      text = book_text (daybook_repository_get_book (repository, &at, &error));
      g_assert_cmpint (at, ==, version (f, filing->kind, filing->key));
    }
  else if (filing->kind == DAYBOOK_STREAM_ACCOUNT)
    {
      g_strlcpy (number.digits, filing->key, sizeof number.digits);
      text = account_text (daybook_account_states_get (accounts, &number, &at, &error));
      g_assert_cmpint (at, ==, version (f, filing->kind, filing->key));
    }
  else if (filing->kind == DAYBOOK_STREAM_PERSON && strcmp (filing->role, "holder") != 0)
    {
      person = daybook_repository_load_person (repository, filing->key, &error);
      text = person_text (person);
    }

  g_assert_no_error (error);
  return text;
}

static GHashTable *
split_tables (const char *dump)
{
  GHashTable *tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *rows = NULL;
  const char *name = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i + 1] == NULL || strchr (lines[i], '|') == NULL)
        {
          if (name != NULL)
            g_hash_table_insert (tables, g_strdup (name), g_string_free (rows, FALSE));
          name = lines[i];
          rows = lines[i + 1] != NULL ? g_string_new (NULL) : NULL;
        }
      else
        {
          g_string_append_printf (rows, "%s\n", lines[i]);
        }
    }

  return tables;
}

/* Names of the tables that differ, sorted, a blank behind each; the checkpoint always does. */
static char *
changed_tables (const char *before,
                const char *after)
{
  g_autoptr (GHashTable) old = split_tables (before), new = split_tables (after);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (new), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  g_assert_cmpint (g_hash_table_size (old), ==, g_hash_table_size (new));
  for (GList *l = names; l != NULL; l = l->next)
    if (strcmp (l->data, "checkpoint") != 0 &&
        g_strcmp0 (g_hash_table_lookup (old, l->data), g_hash_table_lookup (new, l->data)) != 0)
      g_string_append_printf (text, "%s ", (char *) l->data);

  return g_string_free (text, FALSE);
}

static gboolean
take_event (const DaybookEntry  *entry,
            guint64              at,
            gpointer             user_data,
            GError             **error)
{
  g_ptr_array_add (user_data, daybook_record_copy (entry->event));
  return TRUE;
}

/* Names of the tables that were decided to change by one of the events, sorted. */
static char *
decided_tables (GPtrArray  *events,
                const char *dump)
{
  g_autoptr (GHashTable) tables = split_tables (dump);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (tables), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *word = g_strdup_printf ("%s ", (char *) l->data);
      gboolean changes = FALSE;

      for (guint i = 0; i < events->len; i++)
        for (guint j = 0; j < G_N_ELEMENTS (decided); j++)
          changes |= decided[j].schema == daybook_record_get_schema (events->pdata[i]) &&
                     strstr (decided[j].tables, word) != NULL;
      g_string_append (text, changes ? word : "");
    }

  return g_string_free (text, FALSE);
}

/* Each aggregate that an event is filed under is another one now. @looked_at: those that were seen
 * to be. */
static void
check_folded (Fixture            *f,
              const DaybookEvent *event,
              GHashTable         *states,
              GHashTable         *looked_at)
{
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  guint n = daybook_event_get_filings (event, filings);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *state = fold (f, &filings[i]);
      g_autofree char *name = g_strdup_printf ("%d %s", filings[i].kind, filings[i].key);

      if (state == NULL && not_folded[filings[i].kind] == NULL)
        g_error ("%s is filed under a stream of kind %s, which nothing folds",
                 event->record.schema->name, daybook_stream_kind_name (filings[i].kind));
      if (state == NULL || !g_hash_table_add (looked_at, g_strdup (name)))
        continue;

      g_test_message ("%s: %s", event->record.schema->name, state);
      g_assert_cmpstr (g_hash_table_lookup (states, name), !=, state);
      g_hash_table_insert (states, g_steal_pointer (&name), g_steal_pointer (&state));
    }
}

/* Records what is asked for and looks for what follows from it, everywhere. */
static void
check_handled (Fixture    *f,
               Ask        *ask,
               GHashTable *states,
               GHashTable *seen)
{
  g_autofree char *before = world_dump_live (f->world), *after = NULL;
  g_autofree char *changed = NULL, *expected = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GHashTable) looked_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 first = recorded (f, 0, ask);

  g_assert_true (daybook_event_store_read_all (f->world->desks[1].store, first - 1, take_event,
                                               events, NULL));
  world_catch_up (f->world, NULL);
  after = world_dump_live (f->world);
  changed = changed_tables (before, after);
  expected = decided_tables (events, after);
  g_assert_cmpstr (changed, ==, expected);

  for (guint i = 0; i < events->len; i++)
    {
      check_folded (f, events->pdata[i], states, looked_at);
      g_hash_table_add (seen, (gpointer) daybook_record_get_schema (events->pdata[i]));
    }
}

static void
test_an_event_that_nobody_handles (Fixture       *f,
                                   gconstpointer  data)
{
  Ask *const script[] = {
    make_ask ("start", "name", "Test", "currency", "EUR", NULL),
    make_ask ("register", "username", "john", "name", "John Smith", NULL),
    make_ask ("open", "holder", "john", "reference", "R-1", NULL),
    make_ask ("open", "holder", "john", NULL),
    make_ask ("deposit", "to", JOHN, "amount", "100", NULL),
    make_ask ("withdraw", "from", JOHN, "amount", "10", NULL),
    make_ask ("transfer", "from", JOHN, "to", MARY, "amount", "60", NULL),
    make_ask ("reverse", "entry", "7", "reason", "mistyped", NULL),
    make_ask ("hold", "account", JOHN, "amount", "10", "reason", "rent", NULL),
    make_ask ("release", "entry", "9", NULL),
    make_ask ("hold", "account", JOHN, "amount", "20", "reason", "keys", NULL),
    make_ask ("capture", "entry", "11", "amount", "15", NULL),
    make_ask ("hold", "account", JOHN, "amount", "30", "reason", "deposit", "expires",
              "2026-11-23", NULL),
    make_ask ("expire", "entry", "13", NULL),
    make_ask ("register", "username", "mary", "name", "Mary Jones", NULL),
    make_ask ("person-change", "person", "john", "phone", "0171 555", "name", "John Smythe", NULL),
    make_ask ("person-change", "person", "john", "username", "jack", NULL),
    make_ask ("rename", "account", JOHN, "name", "Holiday", NULL),
    make_ask ("add-holder", "account", JOHN, "holder", "mary", "authority", "all", NULL),
    make_ask ("remove-holder", "account", JOHN, "holder", "mary", NULL),
    make_ask ("limits", "account", JOHN, "minimum", "5", NULL),
    make_ask ("block", "account", JOHN, "side", "credits", "reason", "court", NULL),
    make_ask ("unblock", "account", JOHN, NULL),
    make_ask ("correct", "entry", "6", "amount", "20", "reason", "mistyped", NULL),
    make_ask ("close", "account", MARY, NULL),
    make_ask ("reopen", "account", MARY, "reason", "mistake", NULL),
    make_ask ("rename-book", "name", "Other", NULL),
    make_ask ("open", "holder", "mary", "currency", "JPY", NULL),
    make_ask ("close-period", "until", "2026-11-22", NULL),
    make_ask ("reopen-period", "reason", "mistake", NULL),
  };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (script); i++)
    check_handled (f, script[i], states, seen);
  check_same_from_nothing (f);

  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (decided); j++)
        found = found || decided[j].schema == daybook_event_types[i];
      if (!found)
        g_error ("%s: nobody has decided what follows from it", daybook_event_types[i]->name);
      if (!g_hash_table_contains (seen, daybook_event_types[i]))
        g_error ("%s: nothing in this test leads to one", daybook_event_types[i]->name);
    }
}

/* Counted twice. */

static void
test_counted_twice_by_catching_up_twice (Fixture       *f,
                                         gconstpointer  data)
{
  g_autoptr (DaybookProjector) other = NULL;
  g_autoptr (GError) error = NULL;

  given_accounts (f);
  for (guint i = 0; i < 2; i++)
    world_catch_up (f->world, NULL);
  g_assert_cmpint (shown_balance (f, 1), ==, 10000);

  /* Nor by two programs that follow the same book with the same read model. */
  other = daybook_sqlite_projector_new (f->world->live, f->world->desks[1].store);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      recorded (f, i % 2, make_ask ("deposit", "to", JOHN, "amount", "1", NULL));
      for (guint j = 0; j < 2; j++)
        {
          daybook_projector_catch_up (other, NULL, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
          world_catch_up (f->world, NULL);
        }
      g_assert_cmpint (shown_balance (f, 1), ==, 10000 + (i + 1) * 100);
    }
  check_same_from_nothing (f);
}

static void
test_counted_twice_by_sending_twice (Fixture       *f,
                                     gconstpointer  data)
{
  given_accounts (f);
  for (guint i = 0; i < 4; i++)
    {
      Ask *ask = make_ask ("deposit", "to", JOHN, "amount", "5", NULL);

      ask->command_id = g_strdup ("sent twice");
      g_assert_cmpint (recorded (f, i % 2, ask), ==, 7);
      world_catch_up (f->world, NULL);
    }
  g_assert_cmpint (shown_balance (f, 1), ==, 10500);
  g_assert_cmpint (balance (f, JOHN), ==, 10500);
  check_same_from_nothing (f);
}

/* The checkpoint is not what was last written: all is worked out again, nothing is added. */
static void
test_counted_twice_by_another_checkpoint (Fixture       *f,
                                          gconstpointer  data)
{
  static const char *const wrong[] = {
    "UPDATE checkpoint SET position = 5",
    "UPDATE checkpoint SET hash = zeroblob (32)",
    "UPDATE checkpoint SET position = 99",
  };

  given_accounts (f);
  world_catch_up (f->world, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      world_close_live (f->world);
      tamper (f->world->live, wrong[i]);
      world_open_live (f->world);
      g_assert_cmpint (shown_balance (f, 1), ==, 10000);
      check_same_from_nothing (f);
    }
}

/* Catches up in a process that is killed by the first write beyond @limit bytes of any file. Gives
 * whether it was. */
static gboolean
catch_up_and_die (Fixture *f,
                  rlim_t   limit)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      const struct rlimit size = { limit, limit }, no_core = { 0, 0 };
      DaybookProjector *projector;

      setrlimit (RLIMIT_CORE, &no_core);
      setrlimit (RLIMIT_FSIZE, &size);
      projector = daybook_sqlite_projector_new (f->world->live, f->world->desks[0].store);
      if (projector == NULL ||
          !daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, NULL))
        _exit (1);
      g_object_unref (projector);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);
  return WIFSIGNALED (status);
}

/* Killed while a batch is written, between its rows and its checkpoint, or while the log goes into
 * the file: the next to come finds all of it or nothing. */
static void
test_counted_twice_after_a_kill (Fixture       *f,
                                 gconstpointer  data)
{
  const gsize step = 4096;
  g_autofree char *before = NULL, *expected = NULL;
  g_autofree char *wide = g_strnfill (200, 'w');
  gsize length, limit = step;
  guint n_killed = 0;

  given_accounts (f);
  world_catch_up (f->world, NULL);
  world_close_live (f->world);
  g_assert_true (g_file_get_contents (f->world->live, &before, &length, NULL));

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *username = g_strdup_printf ("person-%u", i);

      recorded (f, 0, make_ask ("register", "username", username, "name", wide, NULL));
      recorded (f, 0, make_ask ("open", "holder", username, "name", wide, NULL));
      recorded (f, 0, make_ask ("transfer", "from", JOHN, "to", MARY, "amount", "1", NULL));
    }
  expected = world_dump_rebuilt (f->world);

  for (gboolean killed = TRUE; killed; limit += step)
    {
      g_autofree char *found = NULL;

      killed = catch_up_and_die (f, limit);
      n_killed += killed;
      world_open_live (f->world);
      world_catch_up (f->world, NULL);
      found = world_dump_live (f->world);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpint (shown_balance (f, 1), ==, 5000);
      world_close_live (f->world);
      g_assert_true (g_file_set_contents (f->world->live, before, length, NULL));
    }

  g_test_message ("killed %u times", n_killed);
  g_assert_cmpint (n_killed, >, 10);
}

/* A swallowed error. */

static void
append_damage (Fixture    *f,
               const char *command_id,
               gpointer    event)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  guint8 id[DAYBOOK_ID_SIZE] = { 0 };
  DaybookAppend append = { .command_id = command_id, .actor = "", .events = events, .ids = id,
                           .expectations = expectations };
  DaybookCommitted committed;

  ((DaybookEvent *) event)->value_date = day ("2026-11-23");
  g_ptr_array_add (events, event);
  g_assert_true (daybook_event_store_append (f->world->desks[0].store, &append, &committed, NULL));
}

/* An account that nobody holds. */
static gpointer
make_orphan (Fixture *f)
{
  DaybookAccountOpened *opened = daybook_record_new (&daybook_account_opened);

  daybook_account_number_new (3, &opened->account);
  opened->holder = g_strdup ("nobody");
  daybook_currency_parse ("EUR", &opened->currency);
  return opened;
}

/* Somebody who is registered a second time. */
static gpointer
make_twin (Fixture *f)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (f->world->desks[1].store);
  DaybookPersonRegistered *registered = daybook_record_new (&daybook_person_registered);

  registered->person = daybook_repository_find_person (repository, "john", NULL, NULL);
  registered->username = g_strdup ("twin");
  registered->name = g_strdup ("Twin");
  return registered;
}

/* A second reversal of one entry. */
static gpointer
make_second_reversal (Fixture *f)
{
  DaybookEntryReversed *reversed = daybook_record_new (&daybook_entry_reversed);

  reversed->entry = 6;
  g_strlcpy (reversed->from.digits, JOHN, sizeof reversed->from.digits);
  reversed->amount = 1;
  reversed->method = DAYBOOK_METHOD_CASH;
  daybook_currency_parse ("EUR", &reversed->currency);
  reversed->original_date = day ("2026-11-23");
  reversed->reason = g_strdup ("again");
  return reversed;
}

/* A deposit after which the balance leaves 64 bits. */
static gpointer
make_too_much (Fixture *f)
{
  DaybookMoneyDeposited *deposited = daybook_record_new (&daybook_money_deposited);

  g_strlcpy (deposited->to.digits, MARY, sizeof deposited->to.digits);
  deposited->amount = G_MAXINT64;
  deposited->method = DAYBOOK_METHOD_CASH;
  daybook_currency_parse ("EUR", &deposited->currency);
  return deposited;
}

static gpointer (*const damages[]) (Fixture *f) = {
  make_orphan, make_twin, make_second_reversal, make_too_much,
};

/* The projector stops, says where, and has shown nothing from there on. */
static void
check_stopped (DaybookProjector *projector,
               gboolean          rebuild)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  g_autoptr (GError) error = NULL;

  if (rebuild)
    g_assert_false (daybook_projector_rebuild (projector, NULL, NULL, NULL, &error));
  else
    g_assert_false (daybook_projector_catch_up (projector, changes, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "entry 9: "));
  g_assert_cmpint (changes->position, ==, 0);
  g_assert_cmpint (changes->accounts->len, ==, 0);
}

static void
check_error_not_swallowed (Fixture *f,
                           guint    damage)
{
  g_autofree char *before = NULL;
  g_autoptr (DaybookProjector) late = NULL;

  given_accounts (f);
  recorded (f, 0, make_ask ("reverse", "entry", "6", "reason", "mistyped", NULL));
  recorded (f, 0, make_ask ("deposit", "to", MARY, "amount", "10", NULL));
  world_catch_up (f->world, NULL);
  before = world_dump_live (f->world);

  append_damage (f, "damage", damages[damage] (f));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *after = NULL;

      /* Again each time, whatever comes after it, and not only by who saw it first. */
      if (i == 1)
        recorded (f, 0, make_ask ("deposit", "to", JOHN, "amount", "7", NULL));
      if (i == 2)
        late = daybook_sqlite_projector_new (f->world->live, f->world->desks[1].store);
      check_stopped (late != NULL ? late : f->world->projector, i == 3);
      after = world_dump_live (f->world);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (shown_balance (f, 1), ==, 0);
      g_assert_cmpint (shown_balance (f, 2), ==, 1000);
    }
}

static void
test_a_swallowed_error (Fixture       *f,
                        gconstpointer  in_memory)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      check_error_not_swallowed (f, i);
      tear_down (f, in_memory);
      set_up (f, in_memory);
    }
}

/* A read model that is worked out anew from a damaged book: nothing, rather than a part. */
static void
test_a_swallowed_error_on_the_first_day (Fixture       *f,
                                         gconstpointer  data)
{
  g_autoptr (DaybookProjector) projector = NULL;
  DaybookTotals totals;

  given_accounts (f);
  append_damage (f, "one", make_orphan (f));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (daybook_projector_catch_up (f->world->projector, NULL, NULL, NULL, NULL,
                                                  &error));
      g_assert_nonnull (strstr (error->message, "entry 7: "));
    }
  g_assert_true (daybook_read_model_get_totals (f->world->model, &totals, NULL));
  g_assert_cmpint (totals.n_accounts, ==, 0);
  g_assert_cmpint (totals.n_people, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("an-event-that-nobody-handles", test_an_event_that_nobody_handles);
  add ("counted-twice/by-catching-up-twice", test_counted_twice_by_catching_up_twice);
  add ("counted-twice/by-sending-twice", test_counted_twice_by_sending_twice);
  add ("counted-twice/by-another-checkpoint", test_counted_twice_by_another_checkpoint);
  add_in_memory ("counted-twice/after-a-kill", test_counted_twice_after_a_kill);
  add ("a-swallowed-error/of-a-projection", test_a_swallowed_error);
  add ("a-swallowed-error/on-the-first-day", test_a_swallowed_error_on_the_first_day);

  return g_test_run ();
}
