/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, making, the sample, recent books; with a real bookshelf, and with one that takes its
 * time. */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "sentences.h"
#include "store-error.h"

#define SCHEMA "org.daybook.Daybook"

/* A bookshelf that says how far it is and then waits until it is cancelled or told to go on. */
#define SLOW_TYPE_BOOKSHELF (slow_bookshelf_get_type ())
G_DECLARE_FINAL_TYPE (SlowBookshelf, slow_bookshelf, SLOW, BOOKSHELF, GObject)

struct _SlowBookshelf
{
  GObject parent_instance;

  int go_on;
};

static DaybookOpenBook *
slow_bookshelf_open (DaybookBookshelf     *shelf,
                     const char           *path,
                     DaybookProgressFunc   progress,
                     gpointer              user_data,
                     GCancellable         *cancellable,
                     GError              **error)
{
  progress (1000, 4000, user_data);
  while (!g_cancellable_is_cancelled (cancellable) &&
         !g_atomic_int_get (&SLOW_BOOKSHELF (shelf)->go_on))
    g_usleep (1000);

  g_set_error_literal (error, DAYBOOK_STORE_ERROR,
                       g_cancellable_is_cancelled (cancellable) ? DAYBOOK_STORE_ERROR_CANCELLED
                                                                : DAYBOOK_STORE_ERROR_NEWER,
                       "");
  return NULL;
}

static gboolean
slow_bookshelf_create (DaybookBookshelf  *shelf,
                       const char        *path,
                       const char        *name,
                       DaybookCurrency    currency,
                       GError           **error)
{
  return daybook_refuse (error, DAYBOOK_REFUSAL_TEXT_TOO_LONG, .field = "name", .number = 3);
}

static void
slow_bookshelf_iface_init (DaybookBookshelfInterface *iface)
{
  iface->open = slow_bookshelf_open;
  iface->create = slow_bookshelf_create;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlowBookshelf, slow_bookshelf, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_BOOKSHELF,
                                                      slow_bookshelf_iface_init))

static void
slow_bookshelf_class_init (SlowBookshelfClass *klass)
{
}

static void
slow_bookshelf_init (SlowBookshelf *self)
{
}

static void
book_opened_cb (DaybookBookViewModel **opened,
                DaybookBookViewModel  *book)
{
  g_assert_null (*opened);
  *opened = g_object_ref (book);
}

/* Waits until the shelf has done what it was asked for. Returns the book, if that opened one. */
static DaybookBookViewModel *
wait_for_book (DaybookShelfViewModel *shelf)
{
  DaybookBookViewModel *opened = NULL;
  gulong handler = g_signal_connect_swapped (shelf, "opened", G_CALLBACK (book_opened_cb),
                                             &opened);

  g_assert_true (flag_of (shelf, "busy"));
  wait_until (shelf, "busy", FALSE);
  /* A moment later than that, all is told. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (shelf, handler);

  return opened;
}

static char *
in_folder (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static double
progress_of (gpointer shelf)
{
  double progress;

  g_object_get (shelf, "progress", &progress, NULL);

  return progress;
}

static void
test_defaults (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);

  assert_text (shelf, "recent-state", "empty");
  assert_text (shelf, "error", "");
  assert_text (shelf, "progress-text", "");
  g_assert_cmpuint (length_of (shelf, "recent"), ==, 0);
  g_assert_false (flag_of (shelf, "busy"));
  g_assert_true (progress_of (shelf) < 0);
  g_assert_finalize_object (shelf);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);
  g_autofree char *path = in_folder (fixture, "riverside.daybook");
  DaybookBookViewModel *book;

  given_person (fixture, "john", "John Smith");
  daybook_shelf_view_model_open (shelf, path);
  book = wait_for_book (shelf);
  g_assert_nonnull (book);
  assert_text (book, "title", "Riverside Savings");
  assert_text (book, "people-count", "1");
  assert_text (shelf, "error", "");
  g_assert_finalize_object (book);

  assert_text (shelf, "recent-state", "list");
  assert_item (shelf, "recent", 0, "name", "riverside");
  assert_item (shelf, "recent", 0, "folder", fixture->folder);
  assert_item (shelf, "recent", 0, "path", path);
  g_assert_finalize_object (shelf);
}

static void
assert_open_error (DaybookShelfViewModel *shelf,
                   const char            *path,
                   DaybookStoreError      code)
{
  g_autoptr (GError) error = g_error_new_literal (DAYBOOK_STORE_ERROR, code, "");
  g_autofree char *sentence = daybook_error_sentence (error, path);

  daybook_shelf_view_model_open (shelf, path);
  g_assert_null (wait_for_book (shelf));
  assert_text (shelf, "error", sentence);
}

/* The book, in a folder where the document portal would show it to a sandbox. */
static char *
show_copy (Fixture    *fixture,
           const char *place)
{
  g_autofree char *path = in_folder (fixture, "riverside.daybook");
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", place, NULL);
  char *shown = g_build_filename (folder, "riverside.daybook", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  daybook_bookshelf_save_copy (fixture->bookshelf, path, shown, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return shown;
}

/* The same, given alone. */
static char *
show_alone (const char *book,
            const char *place)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", place, NULL);
  char *shown = g_build_filename (folder, "riverside.daybook", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (book, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (shown, bytes, length, NULL));

  return shown;
}

static gboolean
set_origin (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_set_attribute_string (file, "xattr::document-portal.host-path",
                                      "/home/mary/My Books/riverside.daybook",
                                      G_FILE_QUERY_INFO_NONE, NULL, NULL);
}

/* A sandbox that was given a file alone asks for its folder, and knows it from then on. */
static void
test_file_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);
  g_autofree char *seen = show_copy (fixture, "1a2b/My Books");
  g_autofree char *alone = show_alone (seen, "3c4d");
  DaybookBookViewModel *book;

  assert_text (shelf, "file-alone", "");
  assert_open_error (shelf, alone, DAYBOOK_STORE_ERROR_ALONE);
  assert_text (shelf, "file-alone", "riverside.daybook");
  daybook_shelf_view_model_dismiss_error (shelf);
  assert_text (shelf, "file-alone", "");

  daybook_shelf_view_model_open (shelf, seen);
  book = wait_for_book (shelf);
  g_assert_nonnull (book);
  g_assert_finalize_object (book);

  /* Not every file system can keep what the portal tells of its files. */
  if (set_origin (seen) && set_origin (alone))
    {
      daybook_shelf_view_model_open (shelf, alone);
      book = wait_for_book (shelf);
      g_assert_nonnull (book);
      g_assert_cmpstr (daybook_book_view_model_get_path (book), ==, seen);
      assert_item (shelf, "recent", 0, "folder", "/home/mary/My Books");
      g_assert_finalize_object (book);
    }

  g_assert_finalize_object (shelf);
}

static void
test_open_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);
  g_autofree char *missing = in_folder (fixture, "missing.daybook");
  g_autofree char *foreign = in_folder (fixture, "letter.txt");

  assert_open_error (shelf, missing, DAYBOOK_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (foreign, "Dear Sir or Madam,", -1, NULL));
  assert_open_error (shelf, foreign, DAYBOOK_STORE_ERROR_NOT_A_BOOK);

  /* What could not be opened is no recent book, and the message goes when it was read. */
  assert_text (shelf, "recent-state", "empty");
  daybook_shelf_view_model_dismiss_error (shelf);
  assert_text (shelf, "error", "");
  g_assert_finalize_object (shelf);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);
  g_autoptr (DaybookNewBookFormViewModel) form = daybook_shelf_view_model_new_book_form (shelf);
  g_autoptr (GListModel) currencies = NULL;
  g_autofree char *path = in_folder (fixture, "club.daybook");
  g_auto (Watch) done = { 0 };
  DaybookBookViewModel *book;

  /* Not before it has a name. */
  daybook_shelf_view_model_create (shelf, path, form);
  g_assert_false (flag_of (shelf, "busy"));

  g_object_get (form, "currencies", &currencies, NULL);
  g_object_set (form, "name", "Savings Club",
                "currency", daybook_choices_find (currencies, "CHF"), NULL);
  watch_sentence (&done, form, "done");
  daybook_shelf_view_model_create (shelf, path, form);
  g_assert_true (flag_of (form, "busy"));
  book = wait_for_book (shelf);
  g_assert_cmpuint (done.count, ==, 1);
  g_assert_nonnull (book);
  assert_text (book, "title", "Savings Club");
  g_assert_cmpstr (daybook_desk_get_book (daybook_book_view_model_get_desk (book))->currency.code,
                   ==, "CHF");
  g_assert_finalize_object (book);
  g_assert_finalize_object (shelf);
}

/* The form shows what went wrong with it; nothing that was typed is lost, and it can be tried
 * again. */
static void
test_create_errors (Fixture       *fixture,
                    gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);
  g_autoptr (DaybookNewBookFormViewModel) form = daybook_shelf_view_model_new_book_form (shelf);
  g_autoptr (GError) error = g_error_new_literal (DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_EXISTS,
                                                  "");
  g_autofree char *taken = in_folder (fixture, "riverside.daybook");
  g_autofree char *path = in_folder (fixture, "other.daybook");
  g_autofree char *sentence = daybook_error_sentence (error, taken);
  DaybookBookViewModel *book;

  type (form, "name", "Other");
  daybook_shelf_view_model_create (shelf, taken, form);
  g_assert_null (wait_for_book (shelf));
  assert_text (form, "error", sentence);
  assert_text (form, "name", "Other");
  assert_text (shelf, "error", "");
  g_assert_false (flag_of (form, "busy"));
  g_assert_true (flag_of (form, "can-confirm"));

  daybook_shelf_view_model_create (shelf, path, form);
  book = wait_for_book (shelf);
  g_assert_nonnull (book);
  assert_text (form, "error", "");
  g_assert_finalize_object (book);
  g_assert_finalize_object (shelf);
}

static void
test_create_refused (void)
{
  g_autoptr (DaybookBookshelf) slow = g_object_new (SLOW_TYPE_BOOKSHELF, NULL);
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (slow, NULL);
  g_autoptr (DaybookNewBookFormViewModel) form = daybook_shelf_view_model_new_book_form (shelf);

  type (form, "name", "Long");
  daybook_shelf_view_model_create (shelf, "/nowhere/long.daybook", form);
  g_assert_null (wait_for_book (shelf));
  assert_refused (form, "name-error", DAYBOOK_REFUSAL_TEXT_TOO_LONG, .field = "name", .number = 3);
  assert_text (form, "error", "");
  g_assert_false (flag_of (form, "can-confirm"));
  type (form, "name", "Lon");
  g_assert_true (flag_of (form, "can-confirm"));
  g_assert_finalize_object (shelf);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, NULL);
  g_autofree char *path = NULL;
  g_autofree char *people = NULL;
  DaybookBookViewModel *book;

  daybook_shelf_view_model_sample (shelf, FALSE);
  book = wait_for_book (shelf);
  g_assert_nonnull (book);
  path = text_of (book, "path");
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  people = text_of (book, "people-count");
  g_assert_cmpint (g_ascii_strtoll (people, NULL, 10), >=, 40);
  g_assert_finalize_object (book);

  /* Again: the same file. */
  daybook_shelf_view_model_sample (shelf, FALSE);
  book = wait_for_book (shelf);
  assert_text (book, "path", path);
  g_assert_finalize_object (book);

  /* Anew: another file, the first stays. */
  daybook_shelf_view_model_sample (shelf, TRUE);
  book = wait_for_book (shelf);
  g_assert_cmpstr (daybook_book_view_model_get_path (book), !=, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_text (book, "people-count", people);
  g_assert_finalize_object (book);
  g_assert_finalize_object (shelf);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (DaybookBookshelf) slow = g_object_new (SLOW_TYPE_BOOKSHELF, NULL);
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (slow, NULL);
  g_autoptr (DaybookNewBookFormViewModel) form = daybook_shelf_view_model_new_book_form (shelf);
  g_autofree char *text = NULL;
  g_auto (Watch) progress = { 0 };

  watch_property (&progress, shelf, "progress");
  daybook_shelf_view_model_open (shelf, "/nowhere/large.daybook");
  text = text_of (shelf, "progress-text");
  g_assert_nonnull (strstr (text, "large.daybook"));
  watch_wait (&progress, 1);
  g_assert_true (progress_of (shelf) == 0.25);
  g_free (text);
  text = text_of (shelf, "progress-text");
  g_assert_nonnull (strstr (text, "4,000"));

  /* While it is busy, nothing else begins. */
  type (form, "name", "Other");
  daybook_shelf_view_model_open (shelf, "/nowhere/other.daybook");
  daybook_shelf_view_model_create (shelf, "/nowhere/other.daybook", form);
  daybook_shelf_view_model_sample (shelf, FALSE);
  g_assert_false (flag_of (form, "busy"));

  daybook_shelf_view_model_cancel (shelf);
  g_assert_null (wait_for_book (shelf));
  assert_text (shelf, "error", "");
  assert_text (shelf, "progress-text", "");
  g_assert_true (progress_of (shelf) < 0);
  daybook_shelf_view_model_cancel (shelf);
  watch_end (&progress);
  g_assert_finalize_object (shelf);
}

static void
test_slow_error (void)
{
  g_autoptr (DaybookBookshelf) slow = g_object_new (SLOW_TYPE_BOOKSHELF, NULL);
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (slow, NULL);

  g_atomic_int_set (&SLOW_BOOKSHELF (slow)->go_on, TRUE);
  assert_open_error (shelf, "/nowhere/newer.daybook", DAYBOOK_STORE_ERROR_NEWER);

  /* A new attempt begins without the old message. */
  daybook_shelf_view_model_open (shelf, "/nowhere/newer.daybook");
  assert_text (shelf, "error", "");
  wait_until (shelf, "busy", FALSE);
  g_assert_finalize_object (shelf);
}

/* Closed while a book is being opened: the thread finishes, and nobody trips over it. */
static void
test_closed_while_busy (void)
{
  g_autoptr (DaybookBookshelf) slow = g_object_new (SLOW_TYPE_BOOKSHELF, NULL);
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (slow, NULL);
  GWeakRef weak;
  gboolean alive = TRUE;

  g_weak_ref_init (&weak, shelf);
  daybook_shelf_view_model_open (shelf, "/nowhere/large.daybook");
  daybook_shelf_view_model_cancel (shelf);
  g_object_unref (shelf);
  while (alive)
    {
      g_autoptr (GObject) object = g_weak_ref_get (&weak);

      alive = object != NULL;
      g_clear_object (&object);
      if (alive)
        g_main_context_iteration (NULL, TRUE);
    }
  g_weak_ref_clear (&weak);
}

static void
open_and_close (DaybookShelfViewModel *shelf,
                const char            *path)
{
  DaybookBookViewModel *book;

  daybook_shelf_view_model_open (shelf, path);
  book = wait_for_book (shelf);
  g_assert_nonnull (book);
  g_assert_finalize_object (book);
}

static void
test_recent_books (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (SCHEMA);
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, settings);
  g_autofree char *first = in_folder (fixture, "riverside.daybook");
  g_autofree char *second = in_folder (fixture, "zürich.daybook");
  g_autoptr (GError) error = NULL;
  DaybookCurrency euro = { "EUR" };
  g_auto (Watch) state = { 0 };

  watch_property (&state, shelf, "recent-state");
  daybook_bookshelf_create (fixture->bookshelf, second, "Zürich", euro, &error);
  g_assert_no_error (error);
  open_and_close (shelf, first);
  open_and_close (shelf, second);
  open_and_close (shelf, first);
  g_assert_cmpuint (state.count, ==, 1);
  watch_end (&state);

  /* The latest first, each once, also for the next program. */
  g_assert_cmpuint (length_of (shelf, "recent"), ==, 2);
  assert_item (shelf, "recent", 0, "path", first);
  assert_item (shelf, "recent", 1, "name", "zürich");
  g_assert_finalize_object (shelf);
  shelf = daybook_shelf_view_model_new (fixture->bookshelf, settings);
  g_assert_cmpuint (length_of (shelf, "recent"), ==, 2);
  assert_item (shelf, "recent", 0, "path", first);
  g_assert_finalize_object (shelf);

  /* One whose file is gone is not shown. */
  g_assert_cmpint (g_unlink (second), ==, 0);
  shelf = daybook_shelf_view_model_new (fixture->bookshelf, settings);
  g_assert_cmpuint (length_of (shelf, "recent"), ==, 1);

  daybook_shelf_view_model_forget (shelf, first);
  assert_text (shelf, "recent-state", "empty");
  daybook_shelf_view_model_forget (shelf, first);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (shelf);
  g_settings_reset (settings, "recent-books");
}

static void
test_operator (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (SCHEMA);
  DaybookShelfViewModel *shelf = daybook_shelf_view_model_new (fixture->bookshelf, settings);
  g_autofree char *path = in_folder (fixture, "riverside.daybook");
  Fixture other = { 0 };

  g_settings_set_string (settings, "operator-name", "Ruth Okafor");
  daybook_shelf_view_model_open (shelf, path);
  other.book = wait_for_book (shelf);
  other.desk = daybook_book_view_model_get_desk (other.book);
  given_person (&other, "john", "John Smith");
  settle (&other);
  assert_item (other.book, "daybook", 0, "actor", "Ruth Okafor");
  g_assert_finalize_object (other.book);
  g_assert_finalize_object (shelf);
  g_settings_reset (settings, "operator-name");
  g_settings_reset (settings, "recent-books");
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

  add ("/shelf/defaults", test_defaults);
  add ("/shelf/open", test_open);
  add ("/shelf/open-errors", test_open_errors);
  add ("/shelf/file-alone", test_file_alone);
  add ("/shelf/create", test_create);
  add ("/shelf/create-errors", test_create_errors);
  g_test_add_func ("/shelf/create-refused", test_create_refused);
  add ("/shelf/sample", test_sample);
  g_test_add_func ("/shelf/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/shelf/slow-error", test_slow_error);
  g_test_add_func ("/shelf/closed-while-busy", test_closed_while_busy);
  add ("/shelf/recent-books", test_recent_books);
  add ("/shelf/operator", test_operator);

  return fixture_run ();
}
