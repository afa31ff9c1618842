/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules 30 to 33 at the place where they are kept: closing reads the facts, nothing at all is
 * recorded for a closed day, and a seal on paper finds a book that was rewritten. */

#include <string.h>

#include "accounts/account-commands.h"
#include "books/seal-check.h"
#include "books/seal.h"
#include "catalogue.h"
#include "dispatcher.h"
#include "refusal.h"
#include "store/memory-store.h"
#include "surroundings.h"

/* Ids that count, and that let something happen between a decision and its recording. */
#define TEST_TYPE_MEDDLER (test_meddler_get_type ())
G_DECLARE_FINAL_TYPE (TestMeddler, test_meddler, TEST, MEDDLER, GObject)

struct _TestMeddler
{
  GObject parent_instance;

  DaybookIdSource *ids;
  guint countdown;
  void (*meddle) (gpointer data);
  gpointer data;
};

static void
test_meddler_make (DaybookIdSource *source,
                   guint8           id[DAYBOOK_ID_SIZE])
{
  TestMeddler *self = TEST_MEDDLER (source);

  if (self->countdown > 0 && --self->countdown == 0)
    self->meddle (self->data);
  daybook_id_source_make (self->ids, id);
}

static void
test_meddler_iface_init (DaybookIdSourceInterface *iface)
{
  iface->make = test_meddler_make;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestMeddler, test_meddler, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_ID_SOURCE,
                                                      test_meddler_iface_init))

static void
test_meddler_class_init (TestMeddlerClass *klass)
{
}

static void
test_meddler_init (TestMeddler *self)
{
  self->ids = daybook_test_ids_new ();
}

typedef struct
{
  DaybookEventStore *store;
  DaybookTestClock *clock;
  TestMeddler *ids;
  DaybookDispatcher *dispatcher;
  DaybookReceipt *receipt;
  GError *error;
} Desk;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";

  desk->store = daybook_memory_store_new (id);
  desk->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  desk->ids = g_object_new (TEST_TYPE_MEDDLER, NULL);
  desk->dispatcher = daybook_dispatcher_new (desk->store, DAYBOOK_CLOCK (desk->clock),
                                             DAYBOOK_ID_SOURCE (desk->ids));
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_clear_pointer (&desk->receipt, daybook_receipt_free);
  g_clear_error (&desk->error);
  g_assert_finalize_object (desk->dispatcher);
  g_assert_finalize_object (desk->store);
  g_object_unref (desk->clock);
  g_object_unref (desk->ids->ids);
  g_object_unref (desk->ids);
}

/* ask (desk, "deposit to=john amount=100"); no value has a blank. */
static gboolean
ask (Desk       *desk,
     const char *words)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  gpointer command;

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_hash_table_insert (texts, g_strdup (pair[0]), g_strdup (pair[1]));
    }

  g_clear_pointer (&desk->receipt, daybook_receipt_free);
  g_clear_error (&desk->error);
  command = daybook_record_new_from_texts (daybook_find_command_type (parts[0]), texts,
                                           &desk->error);
  if (command == NULL)
    return FALSE;

  desk->receipt = daybook_dispatcher_execute (desk->dispatcher, command, NULL, &desk->error);
  daybook_record_free (command);
  return desk->receipt != NULL;
}

static void
given (Desk       *desk,
       const char *words)
{
  ask (desk, words);
  g_assert_no_error (desk->error);
}

static void
then_refused (Desk           *desk,
              DaybookRefusal  code)
{
  g_assert_null (desk->receipt);
  g_assert_error (desk->error, DAYBOOK_REFUSAL, (int) code);
}

/* Entries 1 to 16; October is not closed yet. */
static void
given_a_book (Desk *desk)
{
  given (desk, "start name=Club currency=EUR");
  given (desk, "register username=john name=John");
  given (desk, "register username=mary name=Mary");
  given (desk, "register username=bob name=Bob");
  given (desk, "open holder=john on=2026-01-01");
  given (desk, "open holder=mary on=2026-01-01");
  given (desk, "open holder=bob on=2026-01-01");
  given (desk, "deposit to=john amount=100 on=2026-10-01");
  given (desk, "deposit to=mary amount=50 on=2026-10-02 method=bank");
  given (desk, "hold account=john amount=10 on=2026-10-05 expires=2026-10-20 reason=rent");
  given (desk, "hold account=john amount=5 on=2026-10-05 reason=rent");
  given (desk, "deposit to=john amount=1 on=2026-11-02");
  given (desk, "close account=bob");
  given (desk, "block account=mary side=credits reason=order");
  given (desk, "add-holder account=0000000292 holder=bob");
  given (desk, "open holder=bob on=2026-01-01");
}

#define HEAD 16

static void
given_october_is_closed (Desk *desk)
{
  given_a_book (desk);
  given (desk, "close-period until=2026-10-31");
}

/* One of each command, any of which could be recorded if October were open. */
static const struct
{
  const char *words;
  DaybookRefusal code;
} october[] = {
  { "start name=Again currency=EUR", DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED },
  { "close-period until=2026-10-14", DAYBOOK_REFUSAL_PERIOD_ALREADY_CLOSED },
  { "register username=ann name=Ann", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "open holder=john", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "open holder=john currency=JPY", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "deposit to=john amount=1", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "withdraw from=john amount=1", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "transfer from=mary to=john amount=1", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "reverse entry=9 reason=typo", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "correct entry=8 amount=99 reason=typo", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "hold account=john amount=1 reason=rent", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "release entry=11", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "capture entry=11", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "expire entry=10", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "person-change person=john name=Johnny", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "rename-book name=Other", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "rename account=john name=Other", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "add-holder account=john holder=mary", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "remove-holder account=0000000292 holder=bob", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "limits account=john per_day=5", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "block account=john reason=order", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "unblock account=mary", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "close account=0000000486", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "reopen account=0000000389 reason=back", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
  { "reopen-period reason=forgotten", DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD },
};

static gboolean
is_tried (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (october); i++)
    if (g_str_has_prefix (october[i].words, name) && october[i].words[strlen (name)] == ' ')
      return TRUE;

  return FALSE;
}

/* Whatever it is, it would count for the day it is at the desk; a clock that was set back takes
 * every command there is into the closed period, those too that have no day of their own. */
static void
test_rule_32_every_command_meets_the_lock (Desk          *desk,
                                           gconstpointer  data)
{
  guint64 head;

  given_october_is_closed (desk);
  for (const DaybookSchema *const *type = daybook_command_types; *type != NULL; type++)
    if (!is_tried ((*type)->name))
      g_error ("%s was not tried against the lock", (*type)->name);

  daybook_test_clock_set (desk->clock, "2026-10-25T12:00:00Z");
  for (guint i = 0; i < G_N_ELEMENTS (october); i++)
    {
      g_test_message ("%s", october[i].words);
      ask (desk, october[i].words);
      then_refused (desk, october[i].code);
    }

  g_assert_true (daybook_event_store_get_head (desk->store, &head, NULL));
  g_assert_cmpuint (head, ==, HEAD + 1);
}

/* Where October is open, each of them is fine: it is the lock that keeps them out. */
static void
test_rule_32_the_lock_alone_keeps_them_out (Desk          *desk,
                                            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (october); i++)
    {
      Desk fresh = { 0 };

      if (october[i].code != DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD ||
          g_str_has_prefix (october[i].words, "reopen-period"))
        continue;

      set_up (&fresh, NULL);
      given_a_book (&fresh);
      daybook_test_clock_set (fresh.clock, "2026-10-25T12:00:00Z");
      given (&fresh, october[i].words);
      tear_down (&fresh, NULL);
    }
}

static void
test_rule_32_days_of_the_closed_period (Desk          *desk,
                                        gconstpointer  data)
{
  given_october_is_closed (desk);

  ask (desk, "deposit to=john amount=1 on=2026-10-31");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  g_assert_cmpstr (daybook_refusal_figures (desk->error)->field, ==, "on");
  g_assert_cmpuint (daybook_refusal_figures (desk->error)->date, ==, day ("2026-10-31"));
  ask (desk, "open holder=mary on=2026-10-31");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  ask (desk, "reverse entry=8 reason=typo on=2026-10-31");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  ask (desk, "correct entry=8 amount=99 reason=typo on=2026-10-31");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  ask (desk, "release entry=11 on=2026-10-31");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  given (desk, "deposit to=john amount=1 on=2026-11-01");
}

static void
close_october (gpointer data)
{
  Desk *desk = data;
  g_autoptr (DaybookDispatcher) other = NULL;
  DaybookClosePeriod closing = { .command.schema = &daybook_close_period,
                                 .until = day ("2026-10-31") };
  DaybookReceipt *receipt;

  other = daybook_dispatcher_new (desk->store, DAYBOOK_CLOCK (desk->clock),
                                  DAYBOOK_ID_SOURCE (desk->ids));
  receipt = daybook_dispatcher_execute (other, &closing.command, NULL, NULL);
  g_assert_nonnull (receipt);
  daybook_receipt_free (receipt);
}

/* Decided while October was open, about to be recorded when it is not. */
static void
test_rule_32_closed_at_another_desk_meanwhile (Desk          *desk,
                                               gconstpointer  data)
{
  given_a_book (desk);
  desk->ids->meddle = close_october;
  desk->ids->data = desk;
  /* The command has the first id, the decision the second, what it records the third. */
  desk->ids->countdown = 3;
  ask (desk, "deposit to=john amount=1 on=2026-10-31");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
}

static void
deposit_in_october (gpointer data)
{
  Desk *desk = data;
  g_autoptr (DaybookDispatcher) other = NULL;
  DaybookDeposit deposit = { .command.schema = &daybook_deposit, .to = (char *) "john",
                             .amount = decimal ("7"), .on = day ("2026-10-31") };
  DaybookReceipt *receipt;

  other = daybook_dispatcher_new (desk->store, DAYBOOK_CLOCK (desk->clock),
                                  DAYBOOK_ID_SOURCE (desk->ids));
  receipt = daybook_dispatcher_execute (other, &deposit.command, NULL, NULL);
  g_assert_nonnull (receipt);
  daybook_receipt_free (receipt);
}

static const DaybookPeriodClosed *
closing_of (Desk *desk)
{
  return (const DaybookPeriodClosed *) daybook_receipt_get_outcome (desk->receipt);
}

/* What is recorded while a period is being closed is in its totals. */
static void
test_rule_31_totals_rest_on_all_entries (Desk          *desk,
                                         gconstpointer  data)
{
  given_a_book (desk);
  desk->ids->meddle = deposit_in_october;
  desk->ids->data = desk;
  desk->ids->countdown = 3;
  given (desk, "close-period until=2026-10-31");
  g_assert_cmpstr (closing_of (desk)->totals, ==, "EUR 157.00 = 107.00 cash + 50.00 bank");
  g_assert_cmpuint (closing_of (desk)->sealed, ==, HEAD + 1);
}

static void
test_rule_31_totals_of_each_currency (Desk          *desk,
                                      gconstpointer  data)
{
  given_a_book (desk);
  given (desk, "open holder=bob currency=KWD on=2026-01-01");
  given (desk, "open holder=bob currency=JPY on=2026-01-01");
  g_assert_cmpuint (desk->receipt->events->len, ==, 2);
  given (desk, "open holder=bob currency=JPY on=2026-01-01");
  g_assert_cmpuint (desk->receipt->events->len, ==, 1);
  given (desk, "deposit to=0000000583 amount=1.125 method=bank on=2026-10-31");
  given (desk, "deposit to=0000000680 amount=500 on=2026-10-31");
  given (desk, "transfer from=0000000680 to=0000000777 amount=200 on=2026-10-31");
  given (desk, "withdraw from=0000000777 amount=50 method=bank on=2026-10-31");
  ask (desk, "transfer from=0000000680 to=0000000583 amount=1");
  then_refused (desk, DAYBOOK_REFUSAL_CURRENCIES_DIFFER);
  given (desk, "close-period until=2026-10-31");
  g_assert_cmpstr (closing_of (desk)->totals, ==,
                   "EUR 150.00 = 100.00 cash + 50.00 bank; JPY 450 = 500 cash + -50 bank; "
                   "KWD 1.125 = 0.000 cash + 1.125 bank");
}

static void
test_rule_27_mended_as_of_today (Desk          *desk,
                                 gconstpointer  data)
{
  const DaybookEntryReversed *reversed;
  const DaybookMoneyDeposited *instead;

  given_october_is_closed (desk);
  given (desk, "correct entry=8 amount=99 reason=typo");
  reversed = g_ptr_array_index (desk->receipt->events, 0);
  instead = g_ptr_array_index (desk->receipt->events, 1);
  g_assert_cmpuint (reversed->event.value_date, ==, day ("2026-11-23"));
  g_assert_cmpuint (reversed->original_date, ==, day ("2026-10-01"));
  g_assert_cmpuint (instead->event.value_date, ==, day ("2026-11-23"));
  g_assert_cmpuint (instead->corrects, ==, 8);

  /* So is a hold that expired in a period that is closed by now. */
  given (desk, "expire entry=10");
  g_assert_cmpuint (daybook_receipt_get_outcome (desk->receipt)->value_date, ==,
                    day ("2026-11-23"));
}

static void
test_rule_33_only_the_latest_reopens (Desk          *desk,
                                      gconstpointer  data)
{
  given_a_book (desk);
  ask (desk, "reopen-period reason=forgotten");
  then_refused (desk, DAYBOOK_REFUSAL_NO_PERIOD_CLOSED);
  given (desk, "close-period until=2026-09-30");
  given (desk, "close-period until=2026-10-31");
  ask (desk, "reopen-period until=2026-09-30 reason=forgotten");
  then_refused (desk, DAYBOOK_REFUSAL_PERIOD_NOT_LATEST);
  ask (desk, "deposit to=john amount=1 on=2026-10-01");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);

  given (desk, "reopen-period until=2026-10-31 reason=forgotten");
  given (desk, "deposit to=john amount=1 on=2026-10-01");
  ask (desk, "deposit to=john amount=1 on=2026-09-30");
  then_refused (desk, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD);
  given (desk, "reopen-period reason=forgotten");
  given (desk, "deposit to=john amount=1 on=2026-09-30");
  given (desk, "close-period until=2026-10-31");
  g_assert_cmpstr (closing_of (desk)->totals, ==, "EUR 152.00 = 102.00 cash + 50.00 bank");
}

static void
test_a_seal_finds_its_closing (Desk          *desk,
                               gconstpointer  data)
{
  g_auto (DaybookSealCheck) check = { 0 };
  g_autofree char *seal = NULL;
  g_autofree char *typed = NULL;
  char other[DAYBOOK_SEAL_LENGTH];
  guint8 nothing[32] = { 0 };

  given_october_is_closed (desk);
  seal = g_strdup (closing_of (desk)->seal);
  given (desk, "deposit to=john amount=1");
  given (desk, "reopen-period reason=forgotten");

  typed = g_ascii_strdown (seal, -1);
  g_assert_true (daybook_seal_check_run (&check, desk->store, typed, NULL, NULL, NULL,
                                         &desk->error));
  g_assert_true (check.intact && check.reopened);
  g_assert_cmpuint (check.until, ==, day ("2026-10-31"));
  g_assert_cmpuint (check.sealed, ==, HEAD);
  g_assert_cmpstr (check.totals, ==, "EUR 150.00 = 100.00 cash + 50.00 bank");

  daybook_seal_make (nothing, other);
  daybook_seal_check_clear (&check);
  g_assert_false (daybook_seal_check_run (&check, desk->store, other, NULL, NULL, NULL,
                                          &desk->error));
  g_assert_error (desk->error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_SEAL_UNKNOWN);
  g_clear_error (&desk->error);
  typed[0] = typed[0] == '0' ? '1' : '0';
  g_assert_false (daybook_seal_check_run (&check, desk->store, typed, NULL, NULL, NULL,
                                          &desk->error));
  g_assert_error (desk->error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_SEAL_MALFORMED);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/periods/rule-27/mended-as-of-today", test_rule_27_mended_as_of_today);
  ADD ("/periods/rule-31/totals-rest-on-all-entries", test_rule_31_totals_rest_on_all_entries);
  ADD ("/periods/rule-31/totals-of-each-currency", test_rule_31_totals_of_each_currency);
  ADD ("/periods/rule-32/every-command-meets-the-lock",
       test_rule_32_every_command_meets_the_lock);
  ADD ("/periods/rule-32/the-lock-alone-keeps-them-out",
       test_rule_32_the_lock_alone_keeps_them_out);
  ADD ("/periods/rule-32/days-of-the-closed-period", test_rule_32_days_of_the_closed_period);
  ADD ("/periods/rule-32/closed-at-another-desk-meanwhile",
       test_rule_32_closed_at_another_desk_meanwhile);
  ADD ("/periods/rule-33/only-the-latest-reopens", test_rule_33_only_the_latest_reopens);
  ADD ("/periods/a-seal-finds-its-closing", test_a_seal_finds_its_closing);

  return g_test_run ();
}
