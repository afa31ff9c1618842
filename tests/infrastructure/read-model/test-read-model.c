/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The read model: worked out from the daybook, never in doubt, never missed when it is gone. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "books/book-records.h"
#include "dispatcher.h"
#include "folder.h"
#include "newer.h"
#include "people/person-records.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "store-error.h"
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

static void
open_model (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&f->model);
  g_clear_object (&f->projector);
  f->projector = daybook_sqlite_projector_new (f->path, f->store);
  daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->model = daybook_sqlite_read_model_new (f->path, f->store, &error);
  g_assert_no_error (error);
}

static guint64
execute (Fixture       *f,
         gconstpointer  command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt = daybook_dispatcher_execute (f->dispatcher, command, NULL,
                                                                   &error);

  g_assert_no_error (error);
  return receipt->first;
}

static void
deposit (Fixture    *f,
         const char *to,
         gint64      amount,
         const char *on)
{
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = (char *) to,
                             .amount = { amount, 0 }, .on = day (on) };

  execute (f, &command);
}

static void
given_people (Fixture *f)
{
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookRegister anna = { { &daybook_register }, (char *) "anna", (char *) "Änna Ørsted",
                           (char *) "anna@example.org" };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john",
                       .on = day ("2026-01-01") };
  DaybookOpen holiday = { .command = { &daybook_open }, .holder = (char *) "anna",
                          .on = day ("2026-01-01"), .overdraft = { 50, 0 },
                          .name = (char *) "Holiday \"fund\"", .reference = (char *) "R-7" };

  execute (f, &start);
  execute (f, &john);
  execute (f, &anna);
  execute (f, &open);
  execute (f, &holiday);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "read-model.sqlite", NULL);
  f->store = daybook_memory_store_new (book_id);
  f->clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  f->dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock), ids);
  given_people (f);
  open_model (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->projector);
  g_object_unref (f->dispatcher);
  g_object_unref (f->clock);
  g_object_unref (f->store);
  remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
catch_up (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static int
add_row (void  *text,
         int    n,
         char **values,
         char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s|", values[i] ? values[i] : "-");
  g_string_append_c (text, '\n');
  return 0;
}

/* Everything that the read model says. */
static char *
dump (Fixture *f)
{
  static const char *const queries[] = {
    "SELECT * FROM people ORDER BY key", "SELECT * FROM accounts ORDER BY key",
    "SELECT * FROM holders ORDER BY account, ordinal", "SELECT * FROM balances ORDER BY account",
    "SELECT * FROM lines ORDER BY account, row", "SELECT * FROM reversals ORDER BY entry",
    "SELECT * FROM holds ORDER BY entry", "SELECT * FROM control ORDER BY currency, value_date",
    "SELECT position, hex (hash) FROM checkpoint",
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_assert_cmpint (sqlite3_exec (db, queries[i], add_row, text, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

static void
check_same_when_rebuilt (Fixture *f)
{
  g_autofree char *live = dump (f), *rebuilt = NULL;
  g_autoptr (GError) error = NULL;

  daybook_projector_rebuild (f->projector, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rebuilt = dump (f);
  g_assert_cmpstr (live, ==, rebuilt);
}

static void
check_lines (Fixture    *f,
             guint32     account,
             const char *expected)
{
  g_autoptr (GArray) lines = daybook_read_model_get_lines (f->model, account, 1, 100, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookAccountLine *line = &g_array_index (lines, DaybookAccountLine, i);
      char date[DAYBOOK_DATE_LENGTH];

      g_assert_cmpint (line->row, ==, i + 1);
      daybook_date_format (line->value_date, date);
      g_string_append_printf (text, "%s:%" G_GINT64_FORMAT "=%" G_GINT64_FORMAT "%s ", date + 5,
                              line->amount / 100, line->balance / 100,
                              line->reversed_by ? "!" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_balance (Fixture *f,
               guint32  account,
               gint64   balance,
               gint64   available)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookAccountFigures) figures = daybook_read_model_get_account (f->model, account,
                                                                              &error);

  g_assert_no_error (error);
  g_assert_cmpint (figures->balance, ==, balance * 100);
  g_assert_cmpint (figures->available, ==, available * 100);
}

static void
test_figures (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;
  g_autoptr (DaybookPersonDetails) anna = NULL;
  g_autoptr (GError) error = NULL;
  DaybookTotals totals;

  deposit (f, "john", 100, "2026-11-23");
  catch_up (f);
  check_balance (f, 1, 100, 100);
  check_balance (f, 2, 0, 50);

  figures = daybook_read_model_get_account (f->model, 2, NULL);
  g_assert_cmpstr (figures->holders, ==, "Änna Ørsted");
  g_assert_cmpstr (figures->usernames, ==, "anna");
  g_assert_cmpstr (figures->reference, ==, "R-7");
  g_assert_cmpstr (figures->name, ==, "Holiday \"fund\"");
  g_assert_cmpint (figures->status, ==, DAYBOOK_ACCOUNT_OPEN);
  g_assert_cmpint (figures->n_entries, ==, 0);
  anna = daybook_read_model_get_person (f->model, 2, NULL);
  g_assert_cmpstr (anna->email, ==, "anna@example.org");
  g_assert_cmpint (anna->n_accounts, ==, 1);

  g_assert_true (daybook_read_model_get_totals (f->model, &totals, NULL));
  g_assert_cmpint (totals.n_accounts, ==, 2);
  g_assert_cmpint (totals.n_people, ==, 2);
  g_assert_cmpint (totals.n_entries, ==, 6);

  g_assert_null (daybook_read_model_get_account (f->model, 3, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND);
}

static void
check_found (GArray     *keys,
             const char *expected)
{
  g_autoptr (GArray) owned = keys;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < owned->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (owned, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_search (Fixture       *f,
             gconstpointer  data)
{
  static const struct { const char *search, *accounts, *people; } cases[] = {
    { NULL, "1 2 ", "2 1 " }, { "", "1 2 ", "2 1 " }, { "smith", "1 ", "1 " },
    { "SMI joh", "1 ", "1 " }, { "anna", "2 ", "2 " }, { "ÄNNA", "2 ", "2 " },
    { "r-7", "2 ", "" }, { "0000 0001", "1 ", "" }, { "0000000195", "1 ", "" },
    { "\"fund\"", "2 ", "" }, { "nobody", "", "" }, { "%", "", "" }, { "\\", "", "" },
    { "example.org", "", "2 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_found (daybook_read_model_find_accounts (f->model, cases[i].search, 0, NULL),
                   cases[i].accounts);
      check_found (daybook_read_model_find_people (f->model, cases[i].search, NULL),
                   cases[i].people);
    }
  check_found (daybook_read_model_find_accounts (f->model, NULL, 2, NULL), "2 ");
}

static void
test_rule_24_lines_are_in_order_of_days (Fixture       *f,
                                         gconstpointer  data)
{
  deposit (f, "john", 10, "2026-03-10");
  deposit (f, "john", 20, "2026-03-20");
  deposit (f, "john", 1, "2026-03-10");
  catch_up (f);
  check_lines (f, 1, "03-10:10=10 03-10:1=11 03-20:20=31 ");

  deposit (f, "john", 5, "2026-03-01");
  deposit (f, "john", 7, "2026-03-15");
  deposit (f, "john", 3, "2026-03-20");
  catch_up (f);
  check_lines (f, 1, "03-01:5=5 03-10:10=15 03-10:1=16 03-15:7=23 03-20:20=43 03-20:3=46 ");
  check_balance (f, 1, 46, 46);
  check_same_when_rebuilt (f);
}

static void
test_a_reversal_marks_its_entry (Fixture       *f,
                                 gconstpointer  data)
{
  DaybookTransfer transfer = { .command = { &daybook_transfer }, .from = (char *) "john",
                               .to = (char *) "anna", .amount = { 60, 0 } };
  DaybookReverse reverse = { .command = { &daybook_reverse }, .reason = (char *) "mistyped" };

  deposit (f, "john", 100, "2026-11-23");
  reverse.entry = execute (f, &transfer);
  execute (f, &reverse);
  catch_up (f);
  check_lines (f, 1, "11-23:100=100 11-23:-60=40! 11-23:60=100 ");
  check_lines (f, 2, "11-23:60=60! 11-23:-60=0 ");
  check_same_when_rebuilt (f);
}

/* Entries as they come: their numbers and the command of the last; stops at number @stop_at. */
typedef struct
{
  GString *numbers;
  char *command_id;
  guint64 stop_at;
} Found;

static gboolean
note_found (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  Found *found = user_data;

  g_string_append_printf (found->numbers, "%" G_GUINT64_FORMAT " ", entry->position);
  g_free (found->command_id);
  found->command_id = g_strdup (entry->command_id);
  return entry->position != found->stop_at;
}

static void
test_entries_are_found (Fixture       *f,
                        gconstpointer  data)
{
  DaybookCorrect correct = { .command = { &daybook_correct }, .reason = (char *) "mistyped",
                             .amount = { 10, 0 }, .entry = 6 };
  Found found = { .numbers = g_string_new (NULL) };
  g_autofree char *command_id = NULL;
  DaybookEntryQuery query = { 0 };

  deposit (f, "john", 100, "2026-11-23");
  g_assert_cmpint (execute (f, &correct), ==, 7);

  /* What was said of the deposit. */
  g_assert_true (daybook_read_model_read_stream (f->model, DAYBOOK_STREAM_ENTRY, "6", note_found,
                                                 &found, NULL));
  g_assert_cmpstr (found.numbers->str, ==, "7 8 ");
  g_string_truncate (found.numbers, 0);
  g_assert_true (daybook_read_model_read_stream (f->model, DAYBOOK_STREAM_ENTRY, "8", note_found,
                                                 &found, NULL));
  g_assert_cmpstr (found.numbers->str, ==, "");

  /* What the correction recorded; all of it, and until it is enough. */
  command_id = g_strdup (found.command_id);
  query.command_id = command_id;
  g_assert_true (daybook_read_model_find_entries (f->model, &query, note_found, &found, NULL));
  found.stop_at = 7;
  g_assert_true (daybook_read_model_find_entries (f->model, &query, note_found, &found, NULL));
  g_assert_cmpstr (found.numbers->str, ==, "7 8 7 ");

  g_string_free (found.numbers, TRUE);
  g_free (found.command_id);
}

static guint64
hold (Fixture    *f,
      const char *account,
      gint64      amount,
      const char *on,
      const char *expires)
{
  DaybookPlaceHold command = { .command = { &daybook_hold }, .account = (char *) account,
                               .amount = { amount, 0 }, .reason = (char *) "keys",
                               .on = day (on) };

  if (expires != NULL)
    command.expires = day (expires);

  return execute (f, &command);
}

static void
check_holds (Fixture    *f,
             guint32     account,
             const char *expected)
{
  g_autoptr (GArray) holds = daybook_read_model_get_holds (f->model, account, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < holds->len; i++)
    {
      const DaybookHoldFigures *figures = &g_array_index (holds, DaybookHoldFigures, i);
      char from[DAYBOOK_DATE_LENGTH], until[DAYBOOK_DATE_LENGTH] = "xxxx-never";

      daybook_date_format (figures->value_date, from);
      if (figures->expires != DAYBOOK_DATE_NONE)
        daybook_date_format (figures->expires, until);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT "=%" G_GINT64_FORMAT " %s..%s %s; ",
                              figures->entry, figures->amount / 100, from + 5, until + 5,
                              figures->reason);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_held (Fixture *f,
            guint32  account,
            gint64   held)
{
  g_autoptr (DaybookAccountFigures) figures = daybook_read_model_get_account (f->model, account,
                                                                              NULL);

  g_assert_cmpint (figures->held, ==, held * 100);
}

static void
test_holds (Fixture       *f,
            gconstpointer  data)
{
  DaybookRelease release = { .command = { &daybook_release } };
  DaybookCapture capture = { .command = { &daybook_capture }, .amount = { 25, 0 } };

  check_holds (f, 1, "");
  deposit (f, "john", 100, "2026-03-01");
  deposit (f, "anna", 100, "2026-03-01");
  release.entry = hold (f, "john", 40, "2026-05-10", NULL);
  capture.entry = hold (f, "john", 30, "2026-11-23", "2026-12-24");
  hold (f, "anna", 120, "2026-11-23", NULL);
  catch_up (f);
  check_holds (f, 1, "8=40 05-10..never keys; 9=30 11-23..12-24 keys; ");
  check_held (f, 1, 70);
  check_balance (f, 1, 100, 30);
  check_holds (f, 2, "10=120 11-23..never keys; ");
  check_held (f, 2, 120);
  check_balance (f, 2, 100, 30);
  /* An account's rows are what moved its money. */
  check_lines (f, 1, "03-01:100=100 ");

  execute (f, &release);
  catch_up (f);
  check_holds (f, 1, "9=30 11-23..12-24 keys; ");
  check_balance (f, 1, 100, 70);
  execute (f, &capture);
  catch_up (f);
  check_holds (f, 1, "");
  check_held (f, 1, 0);
  check_balance (f, 1, 75, 75);
  check_lines (f, 1, "03-01:100=100 11-23:-25=75 ");
  check_same_when_rebuilt (f);
}

static void
check_expired (Fixture    *f,
               const char *on,
               const char *expected)
{
  g_autoptr (GArray) entries = daybook_read_model_get_expired_holds (f->model, day (on), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT " ", g_array_index (entries, guint64, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_rule_20_holds_that_expire (Fixture       *f,
                                gconstpointer  data)
{
  DaybookExpire expire = { .command = { &daybook_expire } };
  DaybookRelease release = { .command = { &daybook_release } };

  deposit (f, "john", 100, "2026-11-23");
  hold (f, "john", 10, "2026-11-23", "2026-11-30");
  expire.entry = hold (f, "john", 10, "2026-11-23", "2026-11-25");
  hold (f, "john", 10, "2026-11-23", NULL);
  release.entry = hold (f, "john", 10, "2026-11-23", "2026-11-25");
  hold (f, "john", 10, "2026-11-23", "2026-11-25");
  catch_up (f);
  check_expired (f, "2026-11-24", "");
  check_expired (f, "2026-11-25", "8 10 11 ");
  check_expired (f, "2026-11-30", "8 10 11 7 ");

  execute (f, &release);
  daybook_test_clock_set (f->clock, "2026-11-26T12:00:00Z");
  execute (f, &expire);
  catch_up (f);
  check_expired (f, "2026-11-30", "11 7 ");
  check_balance (f, 1, 100, 70);
  check_same_when_rebuilt (f);
}

static void
test_changes_of_holds_are_told (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (DaybookChanges) placed = daybook_changes_new ();
  g_autoptr (DaybookChanges) released = daybook_changes_new ();
  DaybookRelease release = { .command = { &daybook_release } };

  deposit (f, "john", 100, "2026-11-23");
  catch_up (f);
  release.entry = hold (f, "john", 40, "2026-11-23", NULL);
  g_assert_true (daybook_projector_catch_up (f->projector, placed, NULL, NULL, NULL, NULL));
  g_assert_true (daybook_changes_has_account (placed, 1));
  execute (f, &release);
  g_assert_true (daybook_projector_catch_up (f->projector, released, NULL, NULL, NULL, NULL));
  g_assert_true (daybook_changes_has_account (released, 1));
}

static void
test_changes_are_told (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  g_autoptr (DaybookChanges) nothing = daybook_changes_new ();

  deposit (f, "anna", 100, "2026-11-23");
  g_assert_true (daybook_projector_catch_up (f->projector, changes, NULL, NULL, NULL, NULL));
  g_assert_cmpint (changes->position, ==, 6);
  g_assert_false (changes->everything);
  g_assert_true (daybook_changes_has_account (changes, 2));
  g_assert_false (daybook_changes_has_account (changes, 1));
  g_assert_cmpint (changes->people->len, ==, 0);

  g_assert_true (daybook_projector_catch_up (f->projector, nothing, NULL, NULL, NULL, NULL));
  g_assert_cmpint (nothing->position, ==, 0);
  g_assert_cmpint (nothing->accounts->len, ==, 0);
}

static void
test_what_another_process_projected_is_told (Fixture       *f,
                                             gconstpointer  data)
{
  g_autoptr (DaybookProjector) other = daybook_sqlite_projector_new (f->path, f->store);
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  g_autoptr (DaybookChanges) nothing = daybook_changes_new ();

  deposit (f, "john", 100, "2026-11-23");
  g_assert_true (daybook_projector_catch_up (other, NULL, NULL, NULL, NULL, NULL));

  g_assert_true (daybook_projector_catch_up (f->projector, changes, NULL, NULL, NULL, NULL));
  g_assert_true (daybook_changes_has_account (changes, 1));
  g_assert_cmpint (changes->position, ==, 6);
  g_assert_true (daybook_projector_catch_up (f->projector, nothing, NULL, NULL, NULL, NULL));
  g_assert_false (nothing->everything);
}

static void
test_nothing_is_lost_with_the_read_model (Fixture       *f,
                                          gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  deposit (f, "john", 100, "2026-11-23");
  catch_up (f);
  before = dump (f);
  g_clear_object (&f->model);
  g_clear_object (&f->projector);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  open_model (f);
  after = dump (f);
  g_assert_cmpstr (before, ==, after);
  check_balance (f, 1, 100, 100);
}

static void
test_a_broken_read_model_is_made_anew (Fixture       *f,
                                       gconstpointer  data)
{
  deposit (f, "john", 100, "2026-11-23");
  g_clear_object (&f->model);
  g_clear_object (&f->projector);
  g_assert_true (g_file_set_contents (f->path, "not a database at all, by no means", -1, NULL));
  open_model (f);
  check_balance (f, 1, 100, 100);
}

/* A backup was restored: the book says something else at the checkpoint. */
static void
test_another_history_is_noticed (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  DaybookEventStore *other = daybook_memory_store_new (book_id);

  deposit (f, "john", 100, "2026-11-23");
  catch_up (f);
  check_balance (f, 1, 100, 100);

  g_object_unref (f->dispatcher);
  g_object_unref (f->store);
  f->store = other;
  f->dispatcher = daybook_dispatcher_new (other, DAYBOOK_CLOCK (f->clock), ids);
  given_people (f);
  deposit (f, "john", 7, "2026-11-23");
  open_model (f);
  check_balance (f, 1, 7, 7);

  /* Or it is merely shorter. */
  f->store = daybook_memory_store_new (book_id);
  g_object_unref (f->dispatcher);
  g_object_unref (other);
  f->dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (f->clock), ids);
  given_people (f);
  open_model (f);
  check_balance (f, 1, 0, 0);
}

/* A hold that ends and was not placed: no service would record that. */
static void
test_it_stops_at_the_end_of_no_hold (Fixture       *f,
                                     gconstpointer  data)
{
  DaybookHoldReleased *released = daybook_record_new (&daybook_hold_released);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  guint8 id[DAYBOOK_ID_SIZE] = { 0 };
  DaybookAppend append = { .command_id = "odd", .actor = "", .events = events, .ids = id,
                           .expectations = expectations };
  DaybookCommitted committed;
  g_autoptr (GError) error = NULL;

  released->event.value_date = day ("2026-11-23");
  released->entry = 5;
  released->hold = g_strdup ("hold");
  daybook_account_number_new (1, &released->account);
  daybook_currency_parse ("EUR", &released->currency);
  g_ptr_array_add (events, released);
  g_assert_true (daybook_event_store_append (f->store, &append, &committed, NULL));

  g_assert_false (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
}

static void
test_it_stops_at_what_it_cannot_apply (Fixture       *f,
                                       gconstpointer  data)
{
  DaybookAccountOpened *opened = daybook_record_new (&daybook_account_opened);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  guint8 id[DAYBOOK_ID_SIZE] = { 0 };
  DaybookAppend append = { .command_id = "odd", .actor = "", .events = events, .ids = id,
                           .expectations = expectations };
  DaybookCommitted committed;
  g_autofree char *before = dump (f), *after = NULL;
  g_autoptr (GError) error = NULL;

  opened->event.value_date = day ("2026-11-23");
  daybook_account_number_new (3, &opened->account);
  opened->holder = g_strdup ("nobody");
  daybook_currency_parse ("EUR", &opened->currency);
  g_ptr_array_add (events, opened);
  deposit (f, "john", 100, "2026-11-23");
  g_assert_true (daybook_event_store_append (f->store, &append, &committed, NULL));
  deposit (f, "john", 100, "2026-11-23");

  g_assert_false (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "entry 7: "));
  after = dump (f);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_cancelled_rebuild_changes_nothing (Fixture       *f,
                                          gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  deposit (f, "john", 100, "2026-11-23");
  catch_up (f);
  before = dump (f);
  g_cancellable_cancel (cancellable);
  g_assert_false (daybook_projector_rebuild (f->projector, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = dump (f);
  g_assert_cmpstr (before, ==, after);
  deposit (f, "john", 1, "2026-11-23");
  catch_up (f);
  check_balance (f, 1, 101, 101);
}

/* What a newer program recorded: figures come from what was before, live and worked out again. */
static void
test_what_is_newer_is_where_it_ends (Fixture       *f,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  DaybookTotals totals;

  deposit (f, "john", 100, "2026-11-23");
  append_what_is_newer (f->store, "newer");
  g_assert_false (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
  check_balance (f, 1, 100, 100);
  g_assert_true (daybook_read_model_get_totals (f->model, &totals, NULL));
  g_assert_cmpint (totals.n_entries, ==, 6);
  g_assert_cmpint (totals.n_recorded, ==, 7);

  check_same_when_rebuilt (f);
  g_assert_false (daybook_projector_catch_up (f->projector, NULL, NULL, NULL, NULL, &again));
  g_assert_error (again, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/read-model/figures", test_figures);
  ADD ("/read-model/search", test_search);
  ADD ("/read-model/rule-24/lines-are-in-order-of-days", test_rule_24_lines_are_in_order_of_days);
  ADD ("/read-model/a-reversal-marks-its-entry", test_a_reversal_marks_its_entry);
  ADD ("/read-model/entries-are-found", test_entries_are_found);
  ADD ("/read-model/holds", test_holds);
  ADD ("/read-model/rule-20/holds-that-expire", test_rule_20_holds_that_expire);
  ADD ("/read-model/changes-of-holds-are-told", test_changes_of_holds_are_told);
  ADD ("/read-model/changes-are-told", test_changes_are_told);
  ADD ("/read-model/what-another-process-projected-is-told",
       test_what_another_process_projected_is_told);
  ADD ("/read-model/nothing-is-lost-with-the-read-model",
       test_nothing_is_lost_with_the_read_model);
  ADD ("/read-model/a-broken-read-model-is-made-anew", test_a_broken_read_model_is_made_anew);
  ADD ("/read-model/another-history-is-noticed", test_another_history_is_noticed);
  ADD ("/read-model/it-stops-at-the-end-of-no-hold", test_it_stops_at_the_end_of_no_hold);
  ADD ("/read-model/it-stops-at-what-it-cannot-apply", test_it_stops_at_what_it_cannot_apply);
  ADD ("/read-model/a-cancelled-rebuild-changes-nothing",
       test_a_cancelled_rebuild_changes_nothing);

  ADD ("/read-model/what-is-newer-is-where-it-ends", test_what_is_newer_is_where_it_ends);

  return g_test_run ();
}
