/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work: what it says on its way and at its end, with a real book and with work that waits to
 * be told; and what there is to know of a book as a whole. */

#include <glib/gstdio.h>
#include <string.h>

#include "books/period-records.h"
#include "fixture.h"
#include "sentences.h"
#include "store-error.h"

/* Work that is as far as it is told, and ends when it is told. */
typedef struct
{
  int go_on;
  gboolean bad;
  gboolean fails;
  gboolean freed;
} Slow;

static gboolean
slow_work (gpointer              data,
           DaybookProgressFunc   progress,
           gpointer              progress_data,
           GCancellable         *cancellable,
           GError              **error)
{
  Slow *slow = data;

  progress (1000, 4000, progress_data);
  while (!g_atomic_int_get (&slow->go_on) && !g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);

  if (slow->fails)
    g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO, "");
  else
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  return FALSE;
}

static char *
slow_progress (gpointer data,
               guint64  done,
               guint64  total)
{
  return g_strdup_printf ("%u of %u", (guint) done, (guint) total);
}

static char *
slow_end (gpointer      data,
          const GError *error,
          gboolean     *well)
{
  Slow *slow = data;

  if (error != NULL)
    return g_strdup ("failed");

  *well = !slow->bad;
  return g_strdup (slow->bad ? "bad" : "good");
}

static void
slow_free (gpointer data)
{
  ((Slow *) data)->freed = TRUE;
}

static const DaybookTaskKind slow_kind = { slow_work, slow_progress, slow_end };

static double
fraction_of (gpointer task)
{
  double fraction;

  g_object_get (task, "fraction", &fraction, NULL);

  return fraction;
}

static void
pass_time (gpointer    task,
           const char *sentence)
{
  for (;;)
    {
      g_autofree char *found = text_of (task, "sentence");

      if (strcmp (found, sentence) == 0)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
wait_for_end (DaybookTaskViewModel *task)
{
  while (daybook_task_view_model_is_running (task))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_task_tells_how_far (void)
{
  Slow slow = { 0 };
  DaybookTaskViewModel *task = daybook_task_view_model_new ("Wait", &slow_kind, &slow, slow_free);
  g_auto (Watch) state = { 0 };
  g_auto (Watch) fraction = { 0 };

  assert_text (task, "title", "Wait");
  assert_text (task, "sentence", "");
  assert_text (task, "state", "waiting");
  g_assert_false (flag_of (task, "can-cancel"));
  g_assert_cmpfloat (fraction_of (task), <, 0.0);

  watch_property (&state, task, "state");
  watch_property (&fraction, task, "fraction");
  daybook_task_view_model_start (task);
  assert_text (task, "state", "running");
  g_assert_true (flag_of (task, "can-cancel"));
  pass_time (task, "1000 of 4000");
  g_assert_cmpfloat (fraction_of (task), ==, 0.25);
  g_assert_cmpuint (fraction.count, ==, 1);

  g_atomic_int_set (&slow.go_on, TRUE);
  wait_for_end (task);
  assert_text (task, "state", "done");
  assert_text (task, "sentence", "good");
  g_assert_cmpfloat (fraction_of (task), ==, 1.0);
  g_assert_false (flag_of (task, "can-cancel"));
  g_assert_cmpuint (state.count, ==, 2);

  /* Too late is no harm. */
  daybook_task_view_model_cancel (task);
  assert_text (task, "state", "done");

  watch_end (&state);
  watch_end (&fraction);
  g_assert_finalize_object (task);
  g_assert_true (slow.freed);
}

static void
test_task_is_cancelled (void)
{
  Slow slow = { 0 };
  DaybookTaskViewModel *task = daybook_task_view_model_new ("Wait", &slow_kind, &slow, slow_free);

  daybook_task_view_model_start (task);
  pass_time (task, "1000 of 4000");
  daybook_task_view_model_cancel (task);
  assert_text (task, "sentence", "Stopping…");
  assert_text (task, "state", "running");
  g_assert_false (flag_of (task, "can-cancel"));

  wait_for_end (task);
  assert_text (task, "state", "cancelled");
  assert_text (task, "sentence", "");
  g_assert_finalize_object (task);
  g_assert_true (slow.freed);
}

static void
test_task_ends_badly (void)
{
  Slow bad = { .go_on = TRUE, .bad = TRUE };
  Slow failing = { .go_on = TRUE, .fails = TRUE };
  DaybookTaskViewModel *task = daybook_task_view_model_new ("Wait", &slow_kind, &bad, NULL);

  daybook_task_view_model_start (task);
  wait_for_end (task);
  assert_text (task, "state", "failed");
  assert_text (task, "sentence", "bad");
  g_assert_finalize_object (task);

  task = daybook_task_view_model_new ("Wait", &slow_kind, &failing, NULL);
  daybook_task_view_model_start (task);
  wait_for_end (task);
  assert_text (task, "state", "failed");
  assert_text (task, "sentence", "failed");
  g_assert_finalize_object (task);
}

/* Whoever asked may be gone before it has ended. */
static void
test_task_outlives_its_view (void)
{
  Slow slow = { 0 };
  DaybookTaskViewModel *task = daybook_task_view_model_new ("Wait", &slow_kind, &slow, slow_free);

  daybook_task_view_model_start (task);
  daybook_task_view_model_cancel (task);
  g_object_unref (task);
  while (!slow.freed)
    g_main_context_iteration (NULL, TRUE);
}

static void
run (DaybookTaskViewModel *task,
     const char           *state,
     const char           *sentence)
{
  daybook_task_view_model_start (task);
  wait_for_end (task);
  assert_text (task, "state", state);
  assert_text (task, "sentence", sentence);
  g_assert_finalize_object (task);
}

static void
test_verify (Fixture       *f,
             gconstpointer  data)
{
  DaybookBookPropertiesViewModel *about = daybook_book_properties_view_model_new (f->book);
  g_autofree char *checked = NULL;
  g_auto (Watch) watch = { 0 };

  given_textbook (f);
  assert_text (about, "checked", "Not verified since the book was opened");
  watch_property (&watch, about, "checked");
  run (daybook_verify_task_new (f->bookshelf, f->book), "done",
       "The book is sound: all 6 entries are as they were recorded.");
  checked = text_of (about, "checked");
  g_assert_true (g_str_has_prefix (checked, "Verified on "));
  g_assert_true (g_str_has_suffix (checked, " The book is sound: all 6 entries are as they were "
                                            "recorded."));
  g_assert_cmpuint (watch.count, ==, 1);
  watch_end (&watch);
  g_assert_finalize_object (about);
}

/* As somebody would who has the file and an editor. */
static void
patch (const char *path,
       const char *old,
       const char *new)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_found = 0;

  g_assert_cmpuint (strlen (old), ==, strlen (new));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i + strlen (old) <= length; i++)
    if (memcmp (bytes + i, old, strlen (old)) == 0)
      {
        memcpy (bytes + i, new, strlen (new));
        n_found++;
      }
  g_assert_cmpuint (n_found, >, 0);

  {
    FILE *file = g_fopen (path, "r+b");

    g_assert_nonnull (file);
    g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
    fclose (file);
  }
}

static void
test_verify_names_the_entry (Fixture       *f,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "copy.daybook", NULL);
  g_autoptr (GError) error = NULL;
  DaybookOpenBook *open_book;
  DaybookDesk *desk;
  DaybookBookViewModel *book;

  /* A copy, all of which is in the file itself. */
  given_textbook (f);
  g_assert_true (daybook_bookshelf_save_copy (f->bookshelf, daybook_desk_get_path (f->desk), path,
                                              NULL, NULL, NULL, &error));
  patch (path, "John Smith", "Joan Smith");
  open_book = daybook_bookshelf_open_facts (f->bookshelf, path, TRUE, &error);
  g_assert_no_error (error);
  daybook_open_book_free (open_book);

  open_book = daybook_bookshelf_open (f->bookshelf, daybook_desk_get_path (f->desk), NULL, NULL,
                                      NULL, &error);
  g_assert_no_error (error);
  g_free (open_book->path);
  open_book->path = g_strdup (path);
  desk = daybook_desk_new (open_book, &error);
  book = daybook_book_view_model_new (desk);
  run (daybook_verify_task_new (f->bookshelf, book), "failed",
       "Entry 2 does not say what was recorded.");
  g_assert_finalize_object (book);
  g_object_unref (desk);
}

static void
test_rebuild (Fixture       *f,
              gconstpointer  data)
{
  g_auto (Watch) watch = { 0 };

  given_textbook (f);
  settle (f);
  watch_list (&watch, f->book, "accounts");
  run (daybook_rebuild_task_new (f->bookshelf, f->book), "done",
       "All figures are worked out again, from 6 entries.");

  /* What is on the screen comes from the new figures. */
  settle (f);
  g_assert_cmpuint (watch.count, >, 0);
  assert_text (f->book, "accounts-count", "2");
  given_deposit (f, "john", "1.00", NULL);
  settle (f);
  assert_text (f->book, "entries-count", "7");
}

static void
test_copy (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *name = daybook_copy_suggest_name (f->book);
  g_autofree char *target = g_build_filename (f->folder, name, NULL);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (name, ==, "riverside 2026-11-23.daybook");
  expected = g_strdup_printf ("The copy is saved as “%s”, and every entry in it is as it was "
                              "recorded.", name);
  run (daybook_copy_task_new (f->bookshelf, f->book, target), "done", expected);
  g_assert_true (g_file_test (target, G_FILE_TEST_IS_REGULAR));

  run (daybook_copy_task_new (f->bookshelf, f->book, target), "failed",
       "“riverside 2026-11-23.daybook” exists already and was left as it is.");
  run (daybook_copy_task_new (f->bookshelf, f->book, daybook_desk_get_path (f->desk)), "failed",
       "“riverside.daybook” is the book itself. Choose another name or folder for the copy.");
}

static void
test_properties (Fixture       *f,
                 gconstpointer  data)
{
  DaybookBookPropertiesViewModel *about = daybook_book_properties_view_model_new (f->book);
  g_autofree char *first = text_of (about, "first-entry");
  g_autofree char *last = NULL;
  g_autofree char *size = text_of (about, "size");
  g_auto (Watch) name = { 0 };

  assert_text (about, "name", "Riverside Savings");
  assert_text (about, "currency", "EUR");
  assert_text (about, "other-currencies", "");
  assert_text (about, "entries", "1");
  assert_text (about, "people", "0");
  assert_text (about, "accounts", "0");
  assert_text (about, "path", daybook_desk_get_path (f->desk));
  assert_text (about, "closed-until", "");
  assert_text (about, "seal", "");
  assert_text (about, "last-entry", first);
  g_assert_cmpstr (first, !=, "");
  g_assert_cmpstr (size, !=, "");

  /* It follows the book; what stays the same is not told. */
  watch_property (&name, about, "name");
  daybook_test_clock_set (f->clock, "2026-11-24T10:00:00Z");
  given_textbook (f);
  settle (f);
  assert_text (about, "entries", "6");
  assert_text (about, "people", "2");
  assert_text (about, "accounts", "2");
  assert_text (about, "first-entry", first);
  last = text_of (about, "last-entry");
  g_assert_cmpstr (last, !=, first);
  g_assert_cmpuint (name.count, ==, 0);
  given_book_name (f, "Lakeside Savings");
  settle (f);
  assert_text (about, "name", "Lakeside Savings");
  g_assert_cmpuint (name.count, ==, 1);
  watch_end (&name);
  g_assert_finalize_object (about);
}

static void
executed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt =
    daybook_desk_execute_finish (DAYBOOK_DESK (source), result, &error);

  g_assert_no_error (error);
}

static void
test_properties_of_a_closed_period (Fixture       *f,
                                    gconstpointer  data)
{
  DaybookClosePeriod close = { .command = { &daybook_close_period }, .until = day ("2026-10-31") };
  DaybookBookPropertiesViewModel *about = daybook_book_properties_view_model_new (f->book);
  g_autofree char *until = NULL;

  given_textbook (f);
  daybook_desk_execute_async (f->desk, &close.command, NULL, NULL, executed_cb, NULL);
  settle (f);
  until = text_of (about, "closed-until");
  g_assert_nonnull (strstr (until, "2026"));
  assert_text (about, "seal", daybook_book_get_latest (daybook_desk_get_book (f->desk))->seal);
  g_assert_finalize_object (about);
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/task/tells-how-far", test_task_tells_how_far);
  g_test_add_func ("/task/is-cancelled", test_task_is_cancelled);
  g_test_add_func ("/task/ends-badly", test_task_ends_badly);
  g_test_add_func ("/task/outlives-its-view", test_task_outlives_its_view);
  ADD ("/book-tasks/verify", test_verify);
  ADD ("/book-tasks/verify-names-the-entry", test_verify_names_the_entry);
  ADD ("/book-tasks/rebuild", test_rebuild);
  ADD ("/book-tasks/copy", test_copy);
  ADD ("/book-properties/follow-the-book", test_properties);
  ADD ("/book-properties/closed-period", test_properties_of_a_closed_period);

  return fixture_run ();
}
