/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program records by itself: once, whoever is killed when, and never because figures are
 * worked out again. */

#include <glib/gstdio.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "books/book-records.h"
#include "dispatcher.h"
#include "folder.h"
#include "flows/flows.h"
#include "people/person-records.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "refusal.h"
#include "store/memory-store.h"
#include "surroundings.h"

static const guint8 book_id[DAYBOOK_ID_SIZE] = "a book for tests";

typedef struct
{
  char *folder;
  char *path;
  DaybookEventStore *store;
  DaybookTestClock *clock;
  DaybookDispatcher *dispatcher;
  DaybookProjector *projector;
  DaybookReadModel *model;
} Fixture;

static guint64
execute (Fixture       *f,
         gconstpointer  command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt = daybook_dispatcher_execute (f->dispatcher, command, NULL,
                                                                   &error);

  g_assert_no_error (error);
  g_assert_true (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, NULL));
  return receipt->first;
}

/* John has 100.00, and two holds: 30.00 until the 25th, 20.00 without an end. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john" };
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "john",
                             .amount = decimal ("100") };
  DaybookPlaceHold rent = { .command = { &daybook_hold }, .account = (char *) "john",
                            .amount = decimal ("30"), .reason = (char *) "rent",
                            .expires = day ("2026-11-25") };
  DaybookPlaceHold other = { .command = { &daybook_hold }, .account = (char *) "john",
                             .amount = decimal ("20"), .reason = (char *) "keys" };

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "read-model.sqlite", NULL);
  f->store = daybook_memory_store_new (book_id);
  f->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  f->dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock), ids);
  f->projector = daybook_sqlite_projector_new (f->path, f->store);
  execute (f, &start);
  execute (f, &john);
  execute (f, &open);
  execute (f, &deposit);
  g_assert_cmpint (execute (f, &rent), ==, 5);
  execute (f, &other);
  f->model = daybook_sqlite_read_model_new (f->path, f->store, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->model);
  g_clear_object (&f->projector);
  g_object_unref (f->dispatcher);
  g_object_unref (f->clock);
  g_object_unref (f->store);
  remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static GPtrArray *
find_steps (Fixture    *f,
            const char *today)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = daybook_flows_find_steps (f->model, day (today), &error);

  g_assert_no_error (error);
  return steps;
}

static DaybookReceipt *
send (Fixture               *f,
      const DaybookFlowStep *step,
      GError               **error)
{
  DaybookEnvelope envelope = { .command_id = step->command_id, .actor = DAYBOOK_FLOW_ACTOR };

  return daybook_dispatcher_execute (f->dispatcher, step->command, &envelope, error);
}

static guint64
get_head (Fixture *f)
{
  guint64 head;

  g_assert_true (daybook_event_store_get_head (f->store, &head, NULL));
  return head;
}

static void
check_held (Fixture *f,
            gint64   held)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  g_assert_true (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, NULL));
  figures = daybook_read_model_get_account (f->model, 1, NULL);
  g_assert_cmpint (figures->held, ==, held);
}

static void
test_rule_20_a_hold_expires_on_its_day (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) before = find_steps (f, "2026-11-24");
  g_autoptr (GPtrArray) steps = find_steps (f, "2026-11-25");
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;

  g_assert_cmpint (before->len, ==, 0);
  g_assert_cmpint (steps->len, ==, 1);
  check_held (f, 5000);

  daybook_test_clock_set (f->clock, "2026-11-25T00:00:01Z");
  receipt = send (f, steps->pdata[0], NULL);
  g_assert_nonnull (receipt);
  g_assert_true (daybook_receipt_get_outcome (receipt)->record.schema == &daybook_hold_expired);
  g_assert_cmpint (daybook_receipt_get_outcome (receipt)->value_date, ==, day ("2026-11-25"));
  check_held (f, 2000);

  after = find_steps (f, "2026-11-26");
  g_assert_cmpint (after->len, ==, 0);
}

/* Killed after it was recorded and before anybody heard of it: the step is sent once more. */
static void
test_a_step_that_is_sent_twice_is_recorded_once (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autoptr (GPtrArray) one = find_steps (f, "2026-11-27");
  g_autoptr (GPtrArray) other = find_steps (f, "2026-11-28");
  g_autoptr (DaybookReceipt) first = NULL;
  g_autoptr (DaybookReceipt) again = NULL;
  guint64 head;

  daybook_test_clock_set (f->clock, "2026-11-28T12:00:00Z");
  first = send (f, one->pdata[0], NULL);
  head = get_head (f);
  again = send (f, other->pdata[0], NULL);
  g_assert_false (first->repeated);
  g_assert_true (again->repeated);
  g_assert_cmpint (first->first, ==, again->first);
  g_assert_cmpint (get_head (f), ==, head);
  check_held (f, 2000);
}

static void
test_a_hold_that_ended_otherwise_does_not_expire (Fixture       *f,
                                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) steps = find_steps (f, "2026-11-25");
  DaybookRelease release = { .command = { &daybook_release }, .entry = 5 };
  g_autoptr (GError) error = NULL;

  daybook_test_clock_set (f->clock, "2026-11-25T12:00:00Z");
  execute (f, &release);
  g_assert_null (send (f, steps->pdata[0], &error));
  g_assert_true (error->domain == DAYBOOK_REFUSAL);
  check_held (f, 2000);
}

static void
test_working_figures_out_again_records_nothing (Fixture       *f,
                                                gconstpointer  data)
{
  guint64 head = get_head (f);

  daybook_test_clock_set (f->clock, "2026-11-30T12:00:00Z");
  g_assert_true (daybook_projector_rebuild (f->projector, NULL, NULL, NULL, NULL));
  g_assert_true (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (get_head (f), ==, head);
}

static gboolean
check_origin (const DaybookEntry  *entry,
              guint64              version,
              gpointer             user_data,
              GError             **error)
{
  const DaybookEntry *placed = user_data;

  g_assert_cmpstr (entry->causation, ==, placed->command_id);
  g_assert_cmpstr (entry->correlation, ==, placed->correlation);
  g_assert_cmpstr (entry->actor, ==, DAYBOOK_FLOW_ACTOR);
  return TRUE;
}

static gboolean
check_follower (const DaybookEntry  *entry,
                guint64              version,
                gpointer             user_data,
                GError             **error)
{
  Fixture *f = user_data;

  g_assert_true (daybook_event_store_read_all (f->store, 6, check_origin, (gpointer) entry, NULL));
  return FALSE;
}

static void
test_it_is_told_what_led_to_it (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) steps = find_steps (f, "2026-11-25");
  g_autoptr (DaybookReceipt) receipt = NULL;

  daybook_test_clock_set (f->clock, "2026-11-25T12:00:00Z");
  receipt = send (f, steps->pdata[0], NULL);
  g_assert_cmpint (receipt->first, ==, 7);
  g_assert_true (daybook_event_store_read_all (f->store, 4, check_follower, f, NULL));
}

#define ADD(path, func) g_test_add ("/flows/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("rule-20/a-hold-expires-on-its-day", test_rule_20_a_hold_expires_on_its_day);
  ADD ("a-step-that-is-sent-twice-is-recorded-once",
       test_a_step_that_is_sent_twice_is_recorded_once);
  ADD ("a-hold-that-ended-otherwise-does-not-expire",
       test_a_hold_that_ended_otherwise_does_not_expire);
  ADD ("working-figures-out-again-records-nothing",
       test_working_figures_out_again_records_nothing);
  ADD ("it-is-told-what-led-to-it", test_it_is_told_what_led_to_it);

  return g_test_run ();
}
