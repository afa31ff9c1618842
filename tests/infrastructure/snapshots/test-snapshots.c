/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Snapshots change how long deciding takes and nothing else. Whether one is used shows in a forged
 * one: whoever believes it pays out money that is not there. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/account-snapshot.h"
#include "accounts/hold-records.h"
#include "books/book-records.h"
#include "dispatcher.h"
#include "folder.h"
#include "people/person-records.h"
#include "refusal.h"
#include "snapshots/sqlite-snapshots.h"
#include "store/memory-store.h"
#include "surroundings.h"

static const guint8 book_id[DAYBOOK_ID_SIZE] = "a book for tests";

/* More than a history must have to be worth a snapshot. */
#define LONG 1300

#define ACCOUNT "0000000195"

typedef struct
{
  char *folder;
  char *path;
  DaybookEventStore *store;
  DaybookTestClock *clock;
  DaybookIdSource *ids;
  DaybookSnapshots *snapshots;
} Fixture;

static DaybookDispatcher *
new_dispatcher (Fixture *f)
{
  DaybookDispatcher *dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock),
                                                          f->ids);

  g_clear_object (&f->snapshots);
  f->snapshots = daybook_sqlite_snapshots_new (f->path);
  daybook_dispatcher_set_snapshots (dispatcher, f->snapshots, DAYBOOK_SNAPSHOT_EVERY);

  return dispatcher;
}

static void
execute (DaybookDispatcher *dispatcher,
         gconstpointer      command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt = daybook_dispatcher_execute (dispatcher, command, NULL,
                                                                   &error);

  g_assert_no_error (error);
  g_assert_nonnull (receipt);
}

static void
deposit (DaybookDispatcher *dispatcher,
         gint64             amount)
{
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = (char *) "john",
                             .amount = { amount, 0 } };

  execute (dispatcher, &command);
}

/* What a refusal says is available, in minor units. */
static gint64
available (DaybookDispatcher *dispatcher)
{
  DaybookWithdraw command = { .command = { &daybook_withdraw }, .from = (char *) "john",
                              .amount = { 1000000000, 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_null (daybook_dispatcher_execute (dispatcher, &command.command, NULL, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS);
  return daybook_refusal_figures (error)->available;
}

static void
given_account (Fixture *f,
               guint    n_deposits)
{
  g_autoptr (DaybookDispatcher) dispatcher = new_dispatcher (f);
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john",
                       .on = day ("2020-01-01") };

  execute (dispatcher, &start);
  execute (dispatcher, &john);
  execute (dispatcher, &open);
  for (guint i = 0; i < n_deposits; i++)
    deposit (dispatcher, 1);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "test.states", NULL);
  f->store = daybook_memory_store_new (book_id);
  f->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  f->ids = daybook_test_ids_new ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->snapshots);
  g_object_unref (f->ids);
  g_object_unref (f->clock);
  g_assert_finalize_object (f->store);
  remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static gboolean
load (Fixture         *f,
      DaybookSnapshot *snapshot)
{
  return daybook_snapshots_load (f->snapshots, DAYBOOK_STREAM_ACCOUNT, ACCOUNT,
                                 DAYBOOK_ACCOUNT_STATE_TYPE, snapshot);
}

/* The last snapshot, with a balance that was never there. */
static void
forge (Fixture         *f,
       DaybookSnapshot *snapshot)
{
  DaybookAccount *account;

  g_assert_true (load (f, snapshot));
  account = daybook_account_restore (snapshot->state);
  g_assert_nonnull (account);
  account->balance += 5000000;
  for (guint i = 0; i < account->days->len; i++)
    {
      DaybookDay *forged = &g_array_index (account->days, DaybookDay, i);

      forged->balance += 5000000;
      forged->highest += 5000000;
      forged->lowest += 5000000;
    }
  g_variant_unref (snapshot->state);
  snapshot->state = g_variant_ref_sink (daybook_account_save (account));
  daybook_account_free (account);
}

static void
save (Fixture         *f,
      DaybookSnapshot *snapshot)
{
  daybook_snapshots_save (f->snapshots, DAYBOOK_STREAM_ACCOUNT, ACCOUNT, snapshot);
}

static void
check_available (Fixture *f,
                 gint64   expected)
{
  g_autoptr (DaybookDispatcher) dispatcher = new_dispatcher (f);

  g_assert_cmpint (available (dispatcher), ==, expected);
}

static void
test_a_long_history_has_one (Fixture       *f,
                             gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };
  g_autoptr (DaybookDispatcher) without = NULL;

  given_account (f, LONG);
  g_assert_true (load (f, &snapshot));
  g_assert_cmpint (snapshot.version, >=, 1000);
  g_assert_cmpint (snapshot.version, <=, LONG + 1);

  check_available (f, LONG * 100);
  without = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock), f->ids);
  g_assert_cmpint (available (without), ==, LONG * 100);
}

/* What is set aside, and what each day left, is as it was. */
static void
test_all_that_decides_is_in_it (Fixture       *f,
                                gconstpointer  data)
{
  DaybookPlaceHold hold = { .command = { &daybook_hold }, .account = (char *) "john",
                            .amount = { 3, 0 }, .reason = (char *) "rent" };
  DaybookRelease release = { .command = { &daybook_release }, .entry = 14 };
  DaybookDeposit early = { .command = { &daybook_deposit }, .to = (char *) "john",
                           .amount = { 7, 0 }, .on = day ("2020-01-02") };
  DaybookWithdraw backdated = { .command = { &daybook_withdraw }, .from = (char *) "john",
                                .amount = { 8, 0 }, .on = day ("2020-01-02") };
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  g_autoptr (DaybookDispatcher) again = NULL;
  g_auto (DaybookSnapshot) snapshot = { 0 };
  g_autoptr (GError) error = NULL;

  given_account (f, 10);
  dispatcher = new_dispatcher (f);
  execute (dispatcher, &hold);
  execute (dispatcher, &early);
  for (guint i = 0; i < LONG - 17; i++)
    deposit (dispatcher, 1);
  g_assert_true (load (f, &snapshot));

  again = new_dispatcher (f);
  g_assert_cmpint (available (again), ==, (LONG - 3) * 100);
  g_assert_null (daybook_dispatcher_execute (again, &backdated.command, NULL, &error));
  g_assert_error (error, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER);
  execute (again, &release);
  g_assert_cmpint (available (again), ==, LONG * 100);
}

static void
test_a_short_one_has_none (Fixture       *f,
                           gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, 900);
  g_assert_false (load (f, &snapshot));
  check_available (f, 90000);
}

/* It is one that counts: what follows it is added, what comes before is not read again. */
static void
test_it_is_used (Fixture       *f,
                 gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, LONG);
  forge (f, &snapshot);
  save (f, &snapshot);
  check_available (f, LONG * 100 + 5000000);
}

static void
test_that_of_another_entry_is_not (Fixture       *f,
                                   gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, LONG);
  forge (f, &snapshot);
  snapshot.hash[0] ^= 1;
  save (f, &snapshot);
  check_available (f, LONG * 100);

  /* Nor that of an entry that is yet to come. */
  snapshot.hash[0] ^= 1;
  snapshot.version = LONG + 10;
  save (f, &snapshot);
  check_available (f, LONG * 100);
}

static void
test_that_of_other_code_is_not (Fixture       *f,
                                gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, LONG);
  forge (f, &snapshot);
  snapshot.folding++;
  save (f, &snapshot);
  check_available (f, LONG * 100);
}

static void
test_one_that_was_rolled_back_is_not (Fixture       *f,
                                      gconstpointer  data)
{
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, 900);
  dispatcher = new_dispatcher (f);
  g_assert_true (daybook_dispatcher_begin (dispatcher, NULL));
  for (guint i = 0; i < 600; i++)
    deposit (dispatcher, 100);
  daybook_dispatcher_rollback (dispatcher);
  g_assert_true (load (f, &snapshot));
  for (guint i = 0; i < 400; i++)
    deposit (dispatcher, 1);
  check_available (f, LONG * 100);
}

static void
exec (Fixture    *f,
      const char *sql)
{
  sqlite3 *db;

  g_clear_object (&f->snapshots);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_a_flipped_bit_is_noticed (Fixture       *f,
                               gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, LONG);
  forge (f, &snapshot);
  save (f, &snapshot);
  exec (f, "UPDATE snapshots SET checksum = (SELECT zeroblob (32))");
  check_available (f, LONG * 100);
}

static void
test_a_file_that_is_none_is_made_anew (Fixture       *f,
                                       gconstpointer  data)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };

  given_account (f, LONG);
  g_clear_object (&f->snapshots);
  g_assert_true (g_file_set_contents (f->path, "not a database at all, by no means", -1, NULL));
  check_available (f, LONG * 100);
  g_assert_true (load (f, &snapshot));
}

static void
test_without_a_folder_there_are_none (Fixture       *f,
                                      gconstpointer  data)
{
  g_free (f->path);
  f->path = g_build_filename (f->folder, "nowhere", "test.states", NULL);
  given_account (f, LONG);
  check_available (f, LONG * 100);
}

#define ADD(path, func) g_test_add ("/snapshots/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-long-history-has-one", test_a_long_history_has_one);
  ADD ("all-that-decides-is-in-it", test_all_that_decides_is_in_it);
  ADD ("a-short-one-has-none", test_a_short_one_has_none);
  ADD ("it-is-used", test_it_is_used);
  ADD ("that-of-another-entry-is-not", test_that_of_another_entry_is_not);
  ADD ("that-of-other-code-is-not", test_that_of_other_code_is_not);
  ADD ("one-that-was-rolled-back-is-not", test_one_that_was_rolled_back_is_not);
  ADD ("a-flipped-bit-is-noticed", test_a_flipped_bit_is_noticed);
  ADD ("a-file-that-is-none-is-made-anew", test_a_file_that_is_none_is_made_anew);
  ADD ("without-a-folder-there-are-none", test_without_a_folder_there_are_none);

  return g_test_run ();
}
