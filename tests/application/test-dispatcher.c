/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The textbook example, and the way of a command: on a store in memory, with a clock that
 * stands. */

#include "dispatcher.h"

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "books/book-records.h"
#include "catalogue.h"
#include "people/person-records.h"
#include "refusal.h"
#include "repository.h"
#include "store-error.h"
#include "store/memory-store.h"
#include "surroundings.h"

typedef struct
{
  DaybookEventStore *store;
  DaybookTestClock *clock;
  DaybookIdSource *ids;
  DaybookDispatcher *dispatcher;
  DaybookReceipt *receipt;
  GError *error;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";

  f->store = daybook_memory_store_new (id);
  f->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  f->ids = daybook_test_ids_new ();
  f->dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock), f->ids);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_pointer (&f->receipt, daybook_receipt_free);
  g_clear_error (&f->error);
  g_assert_finalize_object (f->dispatcher);
  g_assert_finalize_object (f->store);
  g_object_unref (f->clock);
  g_object_unref (f->ids);
}

/* ask (f, "deposit", "to", "john", "amount", "100", NULL) */
static gboolean
ask_as (Fixture    *f,
        const char *command_id,
        const char *verb,
        const char *name,
        va_list     args)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  DaybookEnvelope envelope = { .command_id = command_id, .actor = "anne" };
  gpointer command;

  for (; name != NULL; name = va_arg (args, const char *))
    g_hash_table_insert (texts, (char *) name, (char *) va_arg (args, const char *));

  g_clear_pointer (&f->receipt, daybook_receipt_free);
  g_clear_error (&f->error);
  command = daybook_record_new_from_texts (daybook_find_command_type (verb), texts, &f->error);
  if (command == NULL)
    return FALSE;

  f->receipt = daybook_dispatcher_execute (f->dispatcher, command, &envelope, &f->error);
  daybook_record_free (command);
  return f->receipt != NULL;
}

static gboolean
ask (Fixture    *f,
     const char *verb,
     const char *name,
     ...)
{
  va_list args;
  gboolean ok;

  va_start (args, name);
  ok = ask_as (f, NULL, verb, name, args);
  va_end (args);
  return ok;
}

static gboolean
ask_again (Fixture    *f,
           const char *command_id,
           const char *verb,
           const char *name,
           ...)
{
  va_list args;
  gboolean ok;

  va_start (args, name);
  ok = ask_as (f, command_id, verb, name, args);
  va_end (args);
  return ok;
}

static void
given_a_book (Fixture *f)
{
  ask (f, "start", "name", "Riverside Savings", "currency", "EUR", NULL);
  g_assert_no_error (f->error);
}

static void
given_john (Fixture *f)
{
  given_a_book (f);
  ask (f, "register", "username", "john", "name", "John Smith", NULL);
  g_assert_no_error (f->error);
  ask (f, "open", "holder", "john", "reference", "R-1", NULL);
  g_assert_no_error (f->error);
}

static void
then_refused (Fixture        *f,
              DaybookRefusal  code,
              const char     *field)
{
  g_assert_null (f->receipt);
  g_assert_error (f->error, DAYBOOK_REFUSAL, (int) code);
  g_assert_cmpstr (daybook_refusal_figures (f->error)->field, ==, field);
}

static guint64
head (Fixture *f)
{
  guint64 position;

  g_assert_true (daybook_event_store_get_head (f->store, &position, NULL));
  return position;
}

static gint64
balance (Fixture    *f,
         const char *who)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (f->store);
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber number;
  guint64 version;

  daybook_repository_find_account (repository, who, NULL, &number, &error);
  g_assert_no_error (error);
  return daybook_account_states_get (daybook_repository_get_accounts (repository), &number,
                                     &version, NULL)->balance;
}

static gint64
available (Fixture    *f,
           const char *who)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (f->store);
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber number;
  guint64 version;

  daybook_repository_find_account (repository, who, NULL, &number, &error);
  g_assert_no_error (error);
  return daybook_account_get_available (
    daybook_account_states_get (daybook_repository_get_accounts (repository), &number, &version,
                                NULL));
}

static void
test_the_textbook_example (Fixture       *f,
                           gconstpointer  data)
{
  const DaybookMoneyDeposited *deposited;

  given_john (f);
  g_assert_true (ask (f, "deposit", "to", "john", "amount", "100", NULL));
  g_assert_cmpint (f->receipt->first, ==, 4);
  g_assert_cmpint (f->receipt->last, ==, 4);
  g_assert_false (f->receipt->repeated);

  deposited = (const DaybookMoneyDeposited *) daybook_receipt_get_outcome (f->receipt);
  g_assert_true (deposited->event.record.schema == &daybook_money_deposited);
  g_assert_cmpint (deposited->amount, ==, 10000);
  g_assert_cmpstr (deposited->currency.code, ==, "EUR");
  g_assert_cmpint (deposited->event.value_date, ==, day ("2026-11-23"));
  g_assert_cmpint (balance (f, "john"), ==, 10000);
}

static void
test_a_book_is_started_once (Fixture       *f,
                             gconstpointer  data)
{
  g_assert_false (ask (f, "register", "username", "john", "name", "John Smith", NULL));
  then_refused (f, DAYBOOK_REFUSAL_BOOK_NOT_STARTED, NULL);
  given_a_book (f);
  g_assert_false (ask (f, "start", "name", "Again", "currency", "EUR", NULL));
  then_refused (f, DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED, NULL);
  g_assert_cmpint (head (f), ==, 1);
}

static void
test_an_unknown_time_zone (Fixture       *f,
                           gconstpointer  data)
{
  g_assert_false (ask (f, "start", "name", "x", "currency", "EUR", "time_zone", "Mars/Olympus",
                       NULL));
  then_refused (f, DAYBOOK_REFUSAL_TIME_ZONE_UNKNOWN, "time_zone");
}

static void
test_rule_1_a_username_is_taken_once (Fixture       *f,
                                      gconstpointer  data)
{
  given_john (f);
  g_assert_false (ask (f, "register", "username", "JOHN", "name", "Other", NULL));
  then_refused (f, DAYBOOK_REFUSAL_USERNAME_TAKEN, "username");
  g_assert_cmpint (head (f), ==, 3);
}

static void
test_whom_a_person_means (Fixture       *f,
                          gconstpointer  data)
{
  const DaybookFigures *figures;

  given_john (f);
  g_assert_true (ask (f, "deposit", "to", "JOHN", "amount", "1", NULL));
  g_assert_true (ask (f, "deposit", "to", "0000000195", "amount", "1", NULL));
  g_assert_true (ask (f, "deposit", "to", "0000 0001 95", "amount", "1", NULL));
  g_assert_true (ask (f, "deposit", "to", "ref:R-1", "amount", "1", NULL));
  g_assert_cmpint (balance (f, "john"), ==, 400);

  g_assert_false (ask (f, "deposit", "to", "jon", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_PERSON_UNKNOWN, "to");
  g_assert_false (ask (f, "deposit", "to", "0000000196", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID, "to");
  g_assert_false (ask (f, "deposit", "to", "0000000292", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN, "to");
  g_assert_false (ask (f, "deposit", "to", "ref:R-2", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN, "to");

  g_assert_true (ask (f, "register", "username", "mary", "name", "Mary Jones", NULL));
  g_assert_false (ask (f, "deposit", "to", "mary", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT, "to");

  g_assert_true (ask (f, "open", "holder", "john", NULL));
  g_assert_false (ask (f, "deposit", "to", "john", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS, "to");
  figures = daybook_refusal_figures (f->error);
  g_assert_cmpstr (figures->account, ==, "0000000195 0000000292");
  g_assert_cmpint (figures->number, ==, 2);
}

static void
test_opening (Fixture       *f,
              gconstpointer  data)
{
  const DaybookAccountOpened *opened;

  given_john (f);
  g_assert_false (ask (f, "open", "holder", "nobody", NULL));
  then_refused (f, DAYBOOK_REFUSAL_PERSON_UNKNOWN, "holder");
  g_assert_false (ask (f, "open", "holder", "john", "reference", "R-1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_REFERENCE_TAKEN, "reference");
  g_assert_true (ask (f, "open", "holder", "john", "currency", "JPY", "overdraft", "50", NULL));
  opened = (const DaybookAccountOpened *) daybook_receipt_get_outcome (f->receipt);
  g_assert_cmpint (opened->overdraft, ==, 50);
  g_assert_true (ask (f, "withdraw", "from", "0000000292", "amount", "50", NULL));
  g_assert_false (ask (f, "withdraw", "from", "0000000292", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
}

static void
test_the_same_command_is_recorded_once (Fixture       *f,
                                        gconstpointer  data)
{
  given_john (f);
  g_assert_true (ask_again (f, "c-1", "deposit", "to", "john", "amount", "100", NULL));
  g_assert_cmpint (f->receipt->first, ==, 4);

  g_assert_true (ask_again (f, "c-1", "deposit", "to", "john", "amount", "100", NULL));
  g_assert_cmpint (f->receipt->first, ==, 4);
  g_assert_true (f->receipt->repeated);
  g_assert_true (daybook_receipt_get_outcome (f->receipt)->record.schema ==
                 &daybook_money_deposited);
  g_assert_cmpint (balance (f, "john"), ==, 10000);

  g_assert_false (ask_again (f, "c-1", "deposit", "to", "john", "amount", "200", NULL));
  then_refused (f, DAYBOOK_REFUSAL_COMMAND_ID_REUSED, NULL);
  g_assert_false (ask_again (f, "", "deposit", "to", "john", "amount", "200", NULL));
  then_refused (f, DAYBOOK_REFUSAL_COMMAND_MALFORMED, NULL);
  g_assert_cmpint (head (f), ==, 4);
}

static void
test_reversing (Fixture       *f,
                gconstpointer  data)
{
  given_john (f);
  g_assert_true (ask (f, "register", "username", "mary", "name", "Mary Jones", NULL));
  g_assert_true (ask (f, "open", "holder", "mary", NULL));
  g_assert_true (ask (f, "deposit", "to", "john", "amount", "100", NULL));
  g_assert_true (ask (f, "transfer", "from", "john", "to", "mary", "amount", "60", NULL));
  g_assert_cmpint (f->receipt->first, ==, 7);

  g_assert_true (ask (f, "reverse", "entry", "7", "reason", "wrong account", NULL));
  g_assert_cmpint (balance (f, "john"), ==, 10000);
  g_assert_cmpint (balance (f, "mary"), ==, 0);

  g_assert_false (ask (f, "reverse", "entry", "7", "reason", "again", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED, "entry");
  g_assert_false (ask (f, "reverse", "entry", "8", "reason", "again", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL, "entry");
  g_assert_false (ask (f, "reverse", "entry", "3", "reason", "again", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, "entry");
  g_assert_false (ask (f, "reverse", "entry", "99", "reason", "again", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_UNKNOWN, "entry");
  g_assert_false (ask (f, "reverse", "entry", "6", NULL));
  then_refused (f, DAYBOOK_REFUSAL_FIELD_MISSING, "reason");
  g_assert_cmpint (head (f), ==, 8);
}

static void
test_holding_and_what_ends_it (Fixture       *f,
                               gconstpointer  data)
{
  given_john (f);
  g_assert_true (ask (f, "deposit", "to", "john", "amount", "100", NULL));
  g_assert_true (ask (f, "hold", "account", "john", "amount", "40", "reason", "keys", NULL));
  g_assert_cmpint (f->receipt->first, ==, 5);
  g_assert_true (ask (f, "hold", "account", "ref:R-1", "amount", "30", "reason", "fine", NULL));
  g_assert_true (ask (f, "hold", "account", "0000000195", "amount", "20", "reason", "tax",
                      "expires", "2026-11-25", NULL));
  g_assert_cmpint (balance (f, "john"), ==, 10000);
  g_assert_cmpint (available (f, "john"), ==, 1000);

  g_assert_true (ask (f, "release", "entry", "5", "reason", "keys returned", NULL));
  g_assert_cmpint (available (f, "john"), ==, 5000);
  g_assert_true (ask (f, "capture", "entry", "6", "amount", "25", "method", "bank", NULL));
  g_assert_cmpint (balance (f, "john"), ==, 7500);
  g_assert_cmpint (available (f, "john"), ==, 5500);

  g_assert_false (ask (f, "expire", "entry", "7", NULL));
  then_refused (f, DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED, "entry");
  daybook_test_clock_set (f->clock, "2026-11-25T00:00:00Z");
  g_assert_true (ask (f, "expire", "entry", "7", NULL));
  g_assert_cmpint (available (f, "john"), ==, 7500);
  g_assert_cmpint (head (f), ==, 10);
}

static void
test_which_hold_a_person_means (Fixture       *f,
                                gconstpointer  data)
{
  given_john (f);
  g_assert_false (ask (f, "hold", "account", "nobody", "amount", "1", "reason", "x", NULL));
  then_refused (f, DAYBOOK_REFUSAL_PERSON_UNKNOWN, "account");
  g_assert_false (ask (f, "hold", "amount", "1", "reason", "x", NULL));
  then_refused (f, DAYBOOK_REFUSAL_FIELD_MISSING, "account");
  g_assert_false (ask (f, "hold", "account", "john", "amount", "1", "reason", "x", NULL));
  then_refused (f, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_false (ask (f, "release", "entry", "99", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_UNKNOWN, "entry");
  g_assert_false (ask (f, "release", "entry", "3", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, "entry");
  g_assert_false (ask (f, "capture", "entry", "3", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, "entry");
  g_assert_false (ask (f, "expire", "entry", "3", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, "entry");
  g_assert_cmpint (head (f), ==, 3);
}

/* What ends a hold stands in the stream of the entry that placed it, where there is place for one:
 * the store would refuse the second desk's, which then sees why. */
static void
test_rule_19_between_two_desks_a_hold_ends_once (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autoptr (DaybookDispatcher) other = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock),
                                                                f->ids);
  DaybookRelease release = { .command = { &daybook_release }, .entry = 5 };
  g_autoptr (DaybookReceipt) receipt = NULL;
  guint64 version;

  given_john (f);
  g_assert_true (ask (f, "deposit", "to", "john", "amount", "100", NULL));
  g_assert_true (ask (f, "hold", "account", "john", "amount", "40", "reason", "keys", NULL));
  receipt = daybook_dispatcher_execute (other, &release.command, NULL, NULL);
  g_assert_nonnull (receipt);
  g_assert_true (daybook_event_store_get_version (f->store, DAYBOOK_STREAM_ENTRY, "5", &version,
                                                  NULL));
  g_assert_cmpint (version, ==, 1);

  g_assert_false (ask (f, "capture", "entry", "5", NULL));
  then_refused (f, DAYBOOK_REFUSAL_HOLD_ENDED, "entry");
  g_assert_cmpint (balance (f, "john"), ==, 10000);
}

static void
test_what_was_captured_is_reversed_as_a_withdrawal (Fixture       *f,
                                                    gconstpointer  data)
{
  given_john (f);
  g_assert_true (ask (f, "deposit", "to", "john", "amount", "100", NULL));
  g_assert_true (ask (f, "hold", "account", "john", "amount", "40", "reason", "keys", NULL));
  g_assert_true (ask (f, "capture", "entry", "5", NULL));
  g_assert_cmpint (balance (f, "john"), ==, 6000);

  g_assert_false (ask (f, "reverse", "entry", "5", "reason", "mistyped", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, "entry");
  g_assert_true (ask (f, "reverse", "entry", "6", "reason", "mistyped", NULL));
  g_assert_cmpint (balance (f, "john"), ==, 10000);
  g_assert_cmpint (available (f, "john"), ==, 10000);
  g_assert_false (ask (f, "reverse", "entry", "6", "reason", "again", NULL));
  then_refused (f, DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED, "entry");
}

static void
test_a_unit_of_work_that_is_dropped_never_happened (Fixture       *f,
                                                    gconstpointer  data)
{
  given_john (f);
  g_assert_true (daybook_dispatcher_begin (f->dispatcher, NULL));
  g_assert_true (ask (f, "deposit", "to", "john", "amount", "100", NULL));
  g_assert_true (ask (f, "withdraw", "from", "john", "amount", "40", NULL));
  daybook_dispatcher_rollback (f->dispatcher);

  g_assert_cmpint (head (f), ==, 3);
  g_assert_false (ask (f, "withdraw", "from", "john", "amount", "1", NULL));
  then_refused (f, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
}

static void
test_today_is_where_the_book_is_kept (Fixture       *f,
                                      gconstpointer  data)
{
  DaybookDate today;

  ask (f, "start", "name", "Club", "currency", "JPY", "time_zone", "Asia/Tokyo", NULL);
  g_assert_no_error (f->error);
  daybook_test_clock_set (f->clock, "2026-11-23T14:59:59Z");
  g_assert_true (daybook_dispatcher_get_today (f->dispatcher, &today, NULL));
  g_assert_cmpint (today, ==, day ("2026-11-23"));
  daybook_test_clock_set (f->clock, "2026-11-23T15:00:00Z");
  g_assert_true (daybook_dispatcher_get_today (f->dispatcher, &today, NULL));
  g_assert_cmpint (today, ==, day ("2026-11-24"));
}

static void
test_another_desk_s_entries_count (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr (DaybookDispatcher) other = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock),
                                                                f->ids);
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "john",
                             .amount = { 100, 0 } };
  g_autoptr (DaybookReceipt) receipt = NULL;

  given_john (f);
  g_assert_false (ask (f, "withdraw", "from", "john", "amount", "100", NULL));
  receipt = daybook_dispatcher_execute (other, &deposit.command, NULL, NULL);
  g_assert_nonnull (receipt);
  g_assert_true (ask (f, "withdraw", "from", "john", "amount", "100", NULL));
}

static void
test_a_preview_records_nothing (Fixture       *f,
                                gconstpointer  data)
{
  DaybookWithdraw withdraw = { .command.schema = &daybook_withdraw, .from = (char *) "john",
                               .amount = { 40, 0 } };
  DaybookClose closing = { .command.schema = &daybook_close, .account = (char *) "john",
                           .payout = DAYBOOK_METHOD_CASH };
  g_autoptr (DaybookOutlook) outlook = NULL, closed = NULL;
  guint64 before;

  given_john (f);
  ask (f, "deposit", "to", "john", "amount", "100", NULL);
  before = head (f);
  outlook = daybook_dispatcher_preview (f->dispatcher, &withdraw.command, &f->error);
  g_assert_no_error (f->error);
  g_assert_cmpuint (outlook->events->len, ==, 1);
  g_assert_cmpuint (outlook->accounts->len, ==, 1);
  g_assert_cmpint (((DaybookAccount *) outlook->accounts->pdata[0])->balance, ==, 6000);
  closed = daybook_dispatcher_preview (f->dispatcher, &closing.command, &f->error);
  g_assert_cmpuint (closed->events->len, ==, 2);
  g_assert_cmpint (((DaybookAccount *) closed->accounts->pdata[0])->status, ==,
                   DAYBOOK_ACCOUNT_CLOSED);
  g_assert_cmpuint (head (f), ==, before);
  g_assert_cmpint (balance (f, "john"), ==, 10000);

  withdraw.amount = (DaybookDecimal) { 101, 0 };
  g_clear_pointer (&f->receipt, daybook_receipt_free);
  g_assert_null (daybook_dispatcher_preview (f->dispatcher, &withdraw.command, &f->error));
  then_refused (f, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
}

/* A book that gives the euro other decimals than this program does. */
static void
test_other_decimals_are_not_read (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  DaybookBookStarted *started = daybook_record_new (&daybook_book_started);
  guint8 id[DAYBOOK_ID_SIZE] = "an id";
  DaybookAppend append = { .command_id = "a", .actor = "anne", .events = events, .ids = id,
                           .expectations = expectations };
  DaybookCommitted committed;

  started->event.value_date = day ("2026-11-23");
  started->name = g_strdup ("Riverside Savings");
  started->currency = (DaybookCurrency) { "EUR" };
  started->decimals = 3;
  started->time_zone = g_strdup ("UTC");
  g_ptr_array_add (events, started);
  g_assert_true (daybook_event_store_append (f->store, &append, &committed, NULL));

  g_assert_false (ask (f, "register", "username", "john", "name", "John Smith", NULL));
  g_assert_error (f->error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
}

static void
test_each_currency_has_its_decimals (Fixture       *f,
                                     gconstpointer  data)
{
  static const struct
  {
    const char *code;
    const char *fine;
    const char *too_fine;
    guint64 decimals;
  } currencies[] = { { "JPY", "5", "5.1", 0 }, { "USD", "5.25", "5.251", 2 },
                     { "KWD", "5.125", "5.1251", 3 } };

  given_a_book (f);
  ask (f, "register", "username", "john", "name", "John Smith", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const DaybookAccountNumber *number;
      g_autofree char *to = NULL;
      const DaybookCurrencyAdded *added;

      g_assert_true (ask (f, "open", "holder", "john", "currency", currencies[i].code, NULL));
      added = g_ptr_array_index (f->receipt->events, 0);
      g_assert_true (added->event.record.schema == &daybook_currency_added);
      g_assert_cmpuint (added->decimals, ==, currencies[i].decimals);
      number = &((const DaybookAccountOpened *) daybook_receipt_get_outcome (f->receipt))->account;
      to = g_strdup (number->digits);
      g_assert_true (ask (f, "deposit", "to", to, "amount", currencies[i].fine, NULL));
      ask (f, "deposit", "to", to, "amount", currencies[i].too_fine, NULL);
      then_refused (f, DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE, "amount");
    }

  /* The home currency was taken on when the book was started. */
  g_assert_true (ask (f, "open", "holder", "john", "currency", "EUR", NULL));
  g_assert_cmpuint (f->receipt->events->len, ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/dispatcher/the-textbook-example", test_the_textbook_example);
  ADD ("/dispatcher/a-book-is-started-once", test_a_book_is_started_once);
  ADD ("/dispatcher/an-unknown-time-zone", test_an_unknown_time_zone);
  ADD ("/dispatcher/rule-1/a-username-is-taken-once", test_rule_1_a_username_is_taken_once);
  ADD ("/dispatcher/whom-a-person-means", test_whom_a_person_means);
  ADD ("/dispatcher/opening", test_opening);
  ADD ("/dispatcher/the-same-command-is-recorded-once", test_the_same_command_is_recorded_once);
  ADD ("/dispatcher/reversing", test_reversing);
  ADD ("/dispatcher/holding-and-what-ends-it", test_holding_and_what_ends_it);
  ADD ("/dispatcher/which-hold-a-person-means", test_which_hold_a_person_means);
  ADD ("/dispatcher/rule-19/between-two-desks-a-hold-ends-once",
       test_rule_19_between_two_desks_a_hold_ends_once);
  ADD ("/dispatcher/what-was-captured-is-reversed-as-a-withdrawal",
       test_what_was_captured_is_reversed_as_a_withdrawal);
  ADD ("/dispatcher/a-unit-of-work-that-is-dropped-never-happened",
       test_a_unit_of_work_that_is_dropped_never_happened);
  ADD ("/dispatcher/today-is-where-the-book-is-kept", test_today_is_where_the_book_is_kept);
  ADD ("/dispatcher/another-desk-s-entries-count", test_another_desk_s_entries_count);
  ADD ("/dispatcher/a-preview-records-nothing", test_a_preview_records_nothing);
  ADD ("/dispatcher/other-decimals-are-not-read", test_other_decimals_are_not_read);
  ADD ("/dispatcher/each-currency-has-its-decimals", test_each_currency_has_its_decimals);

  return g_test_run ();
}
