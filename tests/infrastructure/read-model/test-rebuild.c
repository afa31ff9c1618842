/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Working the read model out again: whatever the number of entries and the size of batches it comes
 * out the same, and whoever is stopped or killed on the way leaves one that counts, the old or the
 * new. */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dispatcher.h"
#include "dump.h"
#include "folder.h"
#include "read-model/generations.h"
#include "read-model/sqlite-projector.h"
#include "read-model/sqlite-read-model.h"
#include "sample.h"
#include "store-error.h"
#include "store/memory-store.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

static const guint8 book_id[DAYBOOK_ID_SIZE] = "a book for tests";

/* As many entries as some batches, one more and one less. */
#define BATCH 10

typedef struct
{
  char *folder;
  char *path;
  DaybookEventStore *store;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "read-model.sqlite", NULL);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->store);
  remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
given_entries (Fixture *f,
               guint64  n)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&f->store);
  f->store = daybook_memory_store_new (book_id);
  if (n > 0)
    daybook_sample_record (f->store, n, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
catch_up (Fixture *f,
          guint    batch_size)
{
  g_autoptr (DaybookProjector) projector = daybook_sqlite_projector_new (f->path, f->store);
  g_autoptr (GError) error = NULL;

  daybook_sqlite_projector_set_batch_size (DAYBOOK_SQLITE_PROJECTOR (projector), batch_size);
  daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
rebuild (Fixture *f)
{
  g_autoptr (DaybookProjector) projector = daybook_sqlite_projector_new (f->path, f->store);
  g_autoptr (GError) error = NULL;

  daybook_projector_rebuild (projector, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_batch_by_batch_or_at_once (Fixture       *f,
                                gconstpointer  data)
{
  static const guint64 sizes[] = { 0, 1, 5, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *at_once = NULL, *in_batches = NULL, *one_by_one = NULL;

      given_entries (f, sizes[i]);
      rebuild (f);
      at_once = dump_database (f->path);

      /* An empty file to begin with, so that everything is caught up with. */
      given_entries (f, 0);
      rebuild (f);
      given_entries (f, sizes[i]);
      catch_up (f, BATCH);
      in_batches = dump_database (f->path);
      g_assert_cmpstr (at_once, ==, in_batches);

      given_entries (f, 0);
      rebuild (f);
      given_entries (f, sizes[i]);
      catch_up (f, 1);
      one_by_one = dump_database (f->path);
      g_assert_cmpstr (at_once, ==, one_by_one);
    }
}

/* A link, the file that it leads to and the lock: nothing is left over. */
static void
check_tidy (Fixture *f)
{
  g_autofree char *current = daybook_generation_get_current (f->path);

  g_assert_nonnull (current);
  g_assert_cmpint (count_files (f), ==, 3);
}

typedef struct
{
  GCancellable *cancellable;
  guint64 at;
} Stop;

static void
stop_at (guint64  done,
         guint64  total,
         gpointer user_data)
{
  Stop *stop = user_data;

  g_assert_cmpint (total, ==, 3 * BATCH);
  if (done == stop->at)
    g_cancellable_cancel (stop->cancellable);
}

static void
test_cancelled_anywhere_it_is_as_before (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *before = NULL;

  given_entries (f, 2 * BATCH);
  rebuild (f);
  before = dump_database (f->path);
  given_entries (f, 3 * BATCH);

  for (guint64 at = 1; at < 3 * BATCH; at++)
    {
      g_autoptr (DaybookProjector) projector = daybook_sqlite_projector_new (f->path, f->store);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      Stop stop = { cancellable, at };

      g_assert_false (daybook_projector_rebuild (projector, stop_at, &stop, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      after = dump_database (f->path);
      g_assert_cmpstr (before, ==, after);
      check_tidy (f);
    }
}

static void
test_a_cancelled_catch_up_keeps_what_it_has (Fixture       *f,
                                             gconstpointer  data)
{
  for (guint64 at = BATCH; at <= 2 * BATCH; at += BATCH)
    {
      g_autoptr (DaybookProjector) projector = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *at_once = NULL, *resumed = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (DaybookChanges) changes = daybook_changes_new ();
      Stop stop = { cancellable, at };

      given_entries (f, 0);
      rebuild (f);
      given_entries (f, 3 * BATCH);
      projector = daybook_sqlite_projector_new (f->path, f->store);
      daybook_sqlite_projector_set_batch_size (DAYBOOK_SQLITE_PROJECTOR (projector), BATCH);
      g_assert_false (daybook_projector_catch_up (projector, changes, stop_at, &stop, cancellable,
                                                  &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (changes->position, ==, at);

      catch_up (f, BATCH);
      resumed = dump_database (f->path);
      rebuild (f);
      at_once = dump_database (f->path);
      g_assert_cmpstr (resumed, ==, at_once);
    }
}

static void
test_whoever_reads_goes_on_until_told (Fixture       *f,
                                       gconstpointer  data)
{
  g_autoptr (DaybookReadModel) model = NULL;
  g_autoptr (DaybookProjector) projector = NULL;
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  DaybookTotals totals;

  given_entries (f, 100);
  projector = daybook_sqlite_projector_new (f->path, f->store);
  g_assert_true (daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, NULL));
  model = daybook_sqlite_read_model_new (f->path, f->store, NULL);
  g_assert_true (daybook_read_model_get_totals (model, &totals, NULL));
  g_assert_cmpint (totals.n_people, >, 0);

  /* Another process replaces the file twice; the first is gone from the folder. */
  rebuild (f);
  rebuild (f);
  g_assert_true (daybook_read_model_get_totals (model, &totals, NULL));
  g_assert_cmpint (totals.n_people, >, 0);

  g_assert_true (daybook_projector_catch_up (projector, changes, NULL, NULL, NULL, NULL));
  g_assert_true (changes->everything);
  g_assert_true (daybook_read_model_refresh (model, NULL));
  g_assert_true (daybook_read_model_get_totals (model, &totals, NULL));
  g_assert_cmpint (totals.n_people, >, 0);
}

static void
test_what_is_of_another_version_is_made_anew (Fixture       *f,
                                              gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;
  sqlite3 *db;

  given_entries (f, 50);
  rebuild (f);
  before = dump_database (f->path);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 77; DELETE FROM lines", NULL, NULL,
                                 NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  catch_up (f, 1000);
  after = dump_database (f->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_link_that_leads_nowhere_is_no_harm (Fixture       *f,
                                           gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL, *file = NULL;

  given_entries (f, 50);
  rebuild (f);
  before = dump_database (f->path);
  file = daybook_generation_get_current (f->path);
  g_assert_cmpint (g_unlink (file), ==, 0);

  catch_up (f, 1000);
  after = dump_database (f->path);
  g_assert_cmpstr (before, ==, after);
}

/* The book's data changed by hand: its hash is wrong, and no figure comes from it. */
static void
test_figures_come_from_what_is_sound (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *book = g_build_filename (f->folder, "test.daybook", NULL);
  g_autoptr (DaybookProjector) projector = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_true (daybook_sqlite_store_create (book, book_id, NULL));
  f->store = daybook_sqlite_store_open (book, FALSE, NULL);
  g_assert_true (daybook_sample_record (f->store, 300, NULL, NULL, NULL, NULL));
  g_assert_cmpint (sqlite3_open (book, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DROP TRIGGER events_are_not_changed; UPDATE events"
                                     " SET data = replace (data, '\"amount\":', '\"amount\":1')"
                                     " WHERE position = 250", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  projector = daybook_sqlite_projector_new (f->path, f->store);
  g_assert_false (daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "250"));
}

/* Killed at any moment, also while the link is replaced, and while another process follows. */
static void
test_killed_at_any_moment_one_counts (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *before = NULL;

  given_entries (f, 400);
  rebuild (f);
  before = dump_database (f->path);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *after = NULL;
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        for (;;)
          rebuild (f);

      g_usleep (g_test_rand_int_range (1000, 30000));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      catch_up (f, 1000);
      after = dump_database (f->path);
      g_assert_cmpstr (before, ==, after);
    }

  rebuild (f);
  check_tidy (f);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/rebuild/batch-by-batch-or-at-once", test_batch_by_batch_or_at_once);
  ADD ("/rebuild/cancelled-anywhere-it-is-as-before", test_cancelled_anywhere_it_is_as_before);
  ADD ("/rebuild/a-cancelled-catch-up-keeps-what-it-has",
       test_a_cancelled_catch_up_keeps_what_it_has);
  ADD ("/rebuild/whoever-reads-goes-on-until-told", test_whoever_reads_goes_on_until_told);
  ADD ("/rebuild/what-is-of-another-version-is-made-anew",
       test_what_is_of_another_version_is_made_anew);
  ADD ("/rebuild/a-link-that-leads-nowhere-is-no-harm", test_a_link_that_leads_nowhere_is_no_harm);
  ADD ("/rebuild/figures-come-from-what-is-sound", test_figures_come_from_what_is_sound);
  ADD ("/rebuild/killed-at-any-moment-one-counts", test_killed_at_any_moment_one_counts);

  return g_test_run ();
}
