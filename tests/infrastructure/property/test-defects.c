/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The defects that event-sourced systems are known for, up to the store: a lost update, and half a
 * command. What a store must do with one append stands in the stores' contract; here everything is
 * wired up as in an open book. */

#include "accounts/account-events.h"
#include "books/period-records.h"
#include "fixture.h"
#include "refusal.h"
#include "store-error.h"

/* Lost update. */

typedef struct
{
  Fixture *fixture;
  const Ask *ask;
  Outcome outcome;
} Rival;

static void
interfere (gpointer user_data)
{
  Rival *rival = user_data;

  desk_ask (&rival->fixture->world->desks[1], "ben", rival->ask, &rival->outcome);
}

/* Anne's desk decides; before it has written that down, Ben's desk has done something else. Gives
 * what Anne gets; takes both over. */
static void
ask_at_once (Fixture *f,
             Ask     *anne_asks,
             Ask     *ben_asks,
             Outcome *outcome)
{
  g_autoptr (Ask) anne_s = anne_asks;
  g_autoptr (Ask) ben_s = ben_asks;
  Rival rival = { .fixture = f, .ask = ben_s };

  anne_s->command_id = g_strdup ("anne's");
  ben_s->command_id = g_strdup ("ben's");
  desk_set_hook (&f->world->desks[0], interfere, &rival);
  desk_ask (&f->world->desks[0], "anne", anne_s, outcome);
  desk_set_hook (&f->world->desks[0], NULL, NULL);

  g_assert_no_error (rival.outcome.error);
  g_assert_nonnull (rival.outcome.receipt);
  outcome_clear (&rival.outcome);
}

/* Both want the same. */
static void
both_ask (Fixture *f,
          Ask     *ask,
          Outcome *outcome)
{
  ask_at_once (f, ask, ask_copy (ask), outcome);
}

static void
test_lost_update_of_a_balance (Fixture       *f,
                               gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  /* Both desks know the account as it is, and both see that there is enough. */
  recorded (f, 0, make_ask ("deposit", "to", JOHN, "amount", "1", NULL));
  recorded (f, 1, make_ask ("withdraw", "from", JOHN, "amount", "1", NULL));
  both_ask (f, make_ask ("withdraw", "from", JOHN, "amount", "100", NULL), &outcome);
  g_assert_error (outcome.error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS);
  g_assert_cmpint (daybook_refusal_figures (outcome.error)->available, ==, 0);
  g_assert_cmpint (balance (f, JOHN), ==, 0);
  g_assert_cmpint (head (f), ==, 9);
}

/* The money is counted on the account it goes to as well. */
static void
test_lost_update_of_both_accounts (Fixture       *f,
                                   gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  both_ask (f, make_ask ("transfer", "from", JOHN, "to", MARY, "amount", "40", NULL), &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (balance (f, JOHN), ==, 2000);
  g_assert_cmpint (balance (f, MARY), ==, 8000);
}

static void
test_lost_update_of_a_username (Fixture       *f,
                                gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  both_ask (f, make_ask ("register", "username", "paul", "name", "Paul", NULL), &outcome);
  g_assert_error (outcome.error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_USERNAME_TAKEN);
  g_assert_cmpint (version (f, DAYBOOK_STREAM_USERNAME, "paul"), ==, 1);
}

static void
test_lost_update_of_an_account_number (Fixture       *f,
                                       gconstpointer  data)
{
  const DaybookAccountOpened *opened;
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  both_ask (f, make_ask ("open", "holder", "john", NULL), &outcome);
  g_assert_no_error (outcome.error);
  opened = (const DaybookAccountOpened *) daybook_receipt_get_outcome (outcome.receipt);
  g_assert_cmpstr (opened->account.digits, ==, "0000000486");
  g_assert_cmpint (version (f, DAYBOOK_STREAM_ACCOUNT, "0000000389"), ==, 1);
}

static void
test_lost_update_of_a_reversal (Fixture       *f,
                                gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  recorded (f, 0, make_ask ("deposit", "to", JOHN, "amount", "100", NULL));
  both_ask (f, make_ask ("reverse", "entry", "6", "reason", "mistyped", NULL), &outcome);
  g_assert_error (outcome.error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED);
  g_assert_cmpint (balance (f, JOHN), ==, 10000);
}

/* John has one account when Anne says his name, and two when it is written down. */
static void
test_lost_update_of_whom_a_name_means (Fixture       *f,
                                       gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  ask_at_once (f, make_ask ("deposit", "to", "john", "amount", "1", NULL),
               make_ask ("open", "holder", "john", NULL), &outcome);
  g_assert_error (outcome.error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS);
  g_assert_cmpint (balance (f, JOHN), ==, 10000);
}

/* John's other account is closed when Anne says his name, and open when it is written down. */
static void
test_lost_update_of_whom_a_name_means_again (Fixture       *f,
                                             gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  recorded (f, 0, make_ask ("open", "holder", "john", NULL));
  recorded (f, 0, make_ask ("close", "account", "0000000389", NULL));
  ask_at_once (f, make_ask ("deposit", "to", "john", "amount", "1", NULL),
               make_ask ("reopen", "account", "0000000389", "reason", "he came back", NULL),
               &outcome);
  g_assert_error (outcome.error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS);
  g_assert_cmpint (balance (f, JOHN), ==, 10000);
}

/* The period is open when Anne's deposit is decided, and closed when it is written down. */
static void
test_lost_update_of_a_lock (Fixture       *f,
                            gconstpointer  data)
{
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  daybook_test_clock_set (f->clock, "2026-11-24T12:00:00Z");
  ask_at_once (f, make_ask ("deposit", "to", JOHN, "amount", "1", "on", "2026-11-23", NULL),
               make_ask ("close-period", "until", "2026-11-23", NULL), &outcome);
  g_assert_error (outcome.error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  g_assert_cmpint (balance (f, JOHN), ==, 10000);
}

/* What comes in while a period is being closed is in its totals, and under its seal. */
static void
test_lost_update_of_control_totals (Fixture       *f,
                                    gconstpointer  data)
{
  const DaybookPeriodClosed *closed;
  g_auto (Outcome) outcome = { 0 };

  given_accounts (f);
  daybook_test_clock_set (f->clock, "2026-11-24T12:00:00Z");
  ask_at_once (f, make_ask ("close-period", "until", "2026-11-23", NULL),
               make_ask ("deposit", "to", JOHN, "amount", "1", "on", "2026-11-23", NULL),
               &outcome);
  g_assert_no_error (outcome.error);
  closed = (const DaybookPeriodClosed *) daybook_receipt_get_outcome (outcome.receipt);
  g_assert_cmpstr (closed->totals, ==, "EUR 101.00 = 101.00 cash + 0.00 bank");
  g_assert_cmpint (closed->sealed, ==, head (f) - 1);
}

/* Half of a command. */

/* A deposit on John's account and the reversal of entry 6, as one command. */
static gboolean
append_two (Fixture  *f,
            guint64   mary_at,
            GError  **error)
{
  DaybookMoneyDeposited *deposited = daybook_record_new (&daybook_money_deposited);
  DaybookEntryReversed *reversed = daybook_record_new (&daybook_entry_reversed);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  guint8 ids[2 * DAYBOOK_ID_SIZE] = { [0] = 1, [DAYBOOK_ID_SIZE] = 2 };
  DaybookAppend append = { .command_id = "two", .actor = "", .events = events, .ids = ids,
                           .expectations = expectations };
  DaybookCommitted committed;

  g_ptr_array_add (events, deposited);
  g_ptr_array_add (events, reversed);
  deposited->event.value_date = reversed->event.value_date = day ("2026-11-23");
  reversed->original_date = day ("2026-11-23");
  g_strlcpy (deposited->to.digits, JOHN, sizeof deposited->to.digits);
  deposited->amount = 100;
  deposited->method = reversed->method = DAYBOOK_METHOD_CASH;
  daybook_currency_parse ("EUR", &deposited->currency);
  reversed->entry = 6;
  reversed->from = deposited->to;
  reversed->amount = 10000;
  reversed->currency = deposited->currency;
  reversed->original_date = reversed->event.value_date;
  reversed->reason = g_strdup ("mistyped");
  daybook_expectations_add (expectations, DAYBOOK_STREAM_ENTRY, "6", 0);
  daybook_expectations_add (expectations, DAYBOOK_STREAM_ACCOUNT, MARY, mary_at);

  return daybook_event_store_append (f->world->desks[0].store, &append, &committed, error);
}

static void
check_nothing_of_it (Fixture *f,
                     guint64  n_entries)
{
  DaybookCommitted committed;
  DaybookVerdict verdict;
  gboolean found = TRUE;

  g_assert_cmpint (head (f), ==, n_entries);
  g_assert_cmpint (version (f, DAYBOOK_STREAM_ENTRY, "6"), ==, 0);
  g_assert_cmpint (version (f, DAYBOOK_STREAM_ACCOUNT, JOHN), ==, n_entries - 4);
  g_assert_true (daybook_event_store_find_command (f->world->desks[0].store, "two", &found,
                                                   &committed, NULL));
  g_assert_false (found);
  g_assert_true (daybook_event_store_verify (f->world->desks[0].store, &verdict, NULL, NULL, NULL,
                                             NULL));
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);
  g_assert_cmpint (verdict.n_entries, ==, n_entries);
}

static void
test_half_a_command_decided_on_old_facts (Fixture       *f,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  given_accounts (f);
  g_assert_false (append_two (f, 0, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT);
  check_nothing_of_it (f, 6);

  /* In a unit of work neither, and what else is in it stays. */
  g_clear_error (&error);
  g_assert_true (daybook_dispatcher_begin (f->world->desks[0].dispatcher, NULL));
  recorded (f, 0, make_ask ("deposit", "to", JOHN, "amount", "1", NULL));
  g_assert_false (append_two (f, 0, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT);
  g_assert_true (daybook_dispatcher_commit (f->world->desks[0].dispatcher, NULL));
  check_nothing_of_it (f, 7);

  g_assert_true (append_two (f, 1, NULL));
  g_assert_cmpint (head (f), ==, 9);
  g_assert_cmpint (balance (f, JOHN), ==, 200);
}

/* In the file, wherever the second event cannot be filed: its row, its stream, its last filing. */
static void
test_half_a_command_that_cannot_be_filed (Fixture       *f,
                                          gconstpointer  data)
{
  static const char *const obstacles[] = {
    "BEFORE INSERT ON events WHEN new.data LIKE '%mistyped%'",
    "BEFORE INSERT ON streams WHEN new.kind = 'entry'",
    "AFTER INSERT ON filings WHEN new.ordinal = 1 AND new.role = 'from'",
  };
  DaybookDispatcher *dispatcher = f->world->desks[0].dispatcher;

  given_accounts (f);
  for (guint i = 0; i < G_N_ELEMENTS (obstacles); i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "CREATE TRIGGER obstacle %s BEGIN SELECT RAISE (ABORT, 'no'); END", obstacles[i]);
      g_autofree char *before = world_dump (f->world->path), *after = NULL;
      g_autoptr (GError) error = NULL;

      tamper (f->world->path, sql);
      g_assert_false (append_two (f, 1, NULL));
      check_nothing_of_it (f, 6);

      /* A unit of work with half a command in it cannot be kept. */
      g_assert_true (daybook_dispatcher_begin (dispatcher, NULL));
      recorded (f, 0, make_ask ("deposit", "to", JOHN, "amount", "1", NULL));
      g_assert_false (append_two (f, 1, NULL));
      g_assert_false (daybook_dispatcher_commit (dispatcher, &error));
      g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO);
      check_nothing_of_it (f, 6);

      g_assert_true (daybook_dispatcher_begin (dispatcher, NULL));
      g_assert_false (append_two (f, 1, NULL));
      daybook_dispatcher_rollback (dispatcher);
      check_nothing_of_it (f, 6);

      tamper (f->world->path, "DROP TRIGGER obstacle");
      after = world_dump (f->world->path);
      g_assert_cmpstr (before, ==, after);
    }

  g_assert_true (append_two (f, 1, NULL));
  g_assert_cmpint (head (f), ==, 8);
  g_assert_cmpint (balance (f, JOHN), ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("lost-update/of-a-balance", test_lost_update_of_a_balance);
  add ("lost-update/of-both-accounts", test_lost_update_of_both_accounts);
  add ("lost-update/of-a-username", test_lost_update_of_a_username);
  add ("lost-update/of-an-account-number", test_lost_update_of_an_account_number);
  add ("lost-update/of-a-reversal", test_lost_update_of_a_reversal);
  add ("lost-update/of-whom-a-name-means", test_lost_update_of_whom_a_name_means);
  add ("lost-update/of-whom-a-name-means-again", test_lost_update_of_whom_a_name_means_again);
  add ("lost-update/of-a-lock", test_lost_update_of_a_lock);
  add ("lost-update/of-control-totals", test_lost_update_of_control_totals);
  add ("half-a-command/decided-on-old-facts", test_half_a_command_decided_on_old_facts);
  add_in_file ("half-a-command/that-cannot-be-filed", test_half_a_command_that_cannot_be_filed);

  return g_test_run ();
}
