/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a book is sound and whole, or there is none: while others record, on a full disk, for
 * whoever changes their mind. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accounts/account-commands.h"
#include "dispatcher.h"
#include "fault-vfs.h"
#include "file-bookshelf.h"
#include "folder.h"
#include "newer.h"
#include "people/person-records.h"
#include "store-error.h"
#include "store/sqlite-store.h"
#include "surroundings.h"
#include "system/system-clock.h"

typedef struct
{
  char *folder;
  char *path;
  char *target;
  DaybookBookshelf *bookshelf;
} Fixture;

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
deposit (DaybookDispatcher *dispatcher)
{
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 1, 0 } };

  execute (dispatcher, &command);
}

static DaybookDispatcher *
sit_down (DaybookEventStore *store)
{
  g_autoptr (DaybookClock) clock = daybook_system_clock_new ();
  g_autoptr (DaybookIdSource) ids = daybook_uuid_source_new ();

  return daybook_dispatcher_new (store, clock, ids);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john" };
  g_autoptr (DaybookEventStore) store = NULL;
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "test.daybook", NULL);
  f->target = g_build_filename (f->folder, "copy.daybook", NULL);
  f->bookshelf = daybook_file_bookshelf_new ();
  daybook_bookshelf_create (f->bookshelf, f->path, "Test", (DaybookCurrency) { "EUR" }, &error);
  g_assert_no_error (error);

  store = daybook_sqlite_store_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  dispatcher = sit_down (store);
  execute (dispatcher, &john);
  execute (dispatcher, &open);
  for (guint i = 0; i < 400; i++)
    deposit (dispatcher);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->bookshelf);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->target);
}

static guint64
head_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, TRUE, &error);
  guint64 head;

  g_assert_no_error (error);
  g_assert_true (daybook_event_store_get_head (store, &head, &error));

  return head;
}

/* Gives the number of entries of a book in which every entry is what was recorded. */
static guint64
assert_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, TRUE, &error);
  DaybookVerdict verdict;

  g_assert_no_error (error);
  g_assert_true (daybook_event_store_verify (store, &verdict, NULL, NULL, NULL, &error));
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);

  return verdict.n_entries;
}

static gboolean
save (Fixture             *f,
      DaybookProgressFunc  progress,
      gpointer             data,
      GCancellable        *cancellable,
      GError             **error)
{
  return daybook_bookshelf_save_copy (f->bookshelf, f->path, f->target, progress, data,
                                      cancellable, error);
}

/* Nothing in the folder but the book and what SQLite keeps beside it. */
static void
assert_nothing_left (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "test.daybook") || g_str_has_suffix (name, ".part"))
      g_error ("“%s” was left behind", name);
}

typedef struct
{
  guint64 done;
  guint64 total;
  GCancellable *cancellable;
  double cancel_at;
} Progress;

static void
follow (guint64  done,
        guint64  total,
        gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >=, progress->done);
  g_assert_cmpuint (done, <=, total);
  progress->done = done;
  progress->total = total;
  if (progress->cancellable != NULL &&
      (double) done >= progress->cancel_at * (double) total)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_copy_is_the_book (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  GStatBuf status;

  g_assert_true (save (f, follow, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_sound (f->target), ==, 403);
  g_assert_cmpuint (progress.done, ==, progress.total);
  g_assert_cmpint (g_stat (f->target, &status), ==, 0);
  g_assert_cmpuint (progress.total, ==, 2 * (guint64) status.st_size);
  g_unlink (f->target);
  assert_nothing_left (f);
}

/* The copy is a book like any other: it goes its own way from there. */
static void
test_copy_goes_its_own_way (Fixture       *f,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEventStore) store = NULL;
  g_autoptr (DaybookDispatcher) dispatcher = NULL;

  g_assert_true (save (f, NULL, NULL, NULL, &error));
  store = daybook_sqlite_store_open (f->target, FALSE, &error);
  g_assert_no_error (error);
  dispatcher = sit_down (store);
  deposit (dispatcher);
  g_assert_cmpuint (assert_sound (f->target), ==, 404);
  g_assert_cmpuint (assert_sound (f->path), ==, 403);
}

/* Nobody here needs to understand what a newer program recorded in order to keep it. */
static void
test_copy_of_a_newer_book (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, FALSE, &error);

  g_assert_no_error (error);
  append_what_is_newer (store, "newer");
  g_assert_true (save (f, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_sound (f->target), ==, 404);
}

/* Never returns: records until it is killed. */
static void
record_for_ever (const char *path,
                 int         told)
{
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, FALSE, NULL);
  g_autoptr (DaybookDispatcher) dispatcher = sit_down (store);

  for (;;)
    {
      deposit (dispatcher);
      if (write (told, "", 1) != 1)
        _exit (1);
    }
}

static void
test_copy_while_others_record (Fixture       *f,
                               gconstpointer  data)
{
  int told[2];
  pid_t other;
  char byte;

  g_assert_cmpint (pipe (told), ==, 0);
  other = fork ();
  g_assert_cmpint (other, >=, 0);
  if (other == 0)
    record_for_ever (f->path, told[1]);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 before, copied;

      g_assert_cmpint (read (told[0], &byte, 1), ==, 1);
      before = head_of (f->path);
      g_assert_true (save (f, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      copied = assert_sound (f->target);
      g_assert_cmpuint (copied, >=, before);
      g_assert_cmpuint (copied, <=, head_of (f->path));
      g_unlink (f->target);
    }

  kill (other, SIGKILL);
  waitpid (other, NULL, 0);
  close (told[0]);
  close (told[1]);
  assert_sound (f->path);
}

static void
test_cancel_leaves_nothing (Fixture       *f,
                            gconstpointer  data)
{
  static const double moments[] = { 0.0, 0.4, 0.5, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Progress progress = { .cancellable = cancellable, .cancel_at = moments[i] };

      g_assert_false (save (f, follow, &progress, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_nothing_left (f);
    }
}

/* Whenever the disk is full, at the first byte or at the last. */
static void
test_full_disk_leaves_nothing (Fixture       *f,
                               gconstpointer  data)
{
  guint n_failed = 0;

  for (int nth = 0;; nth++)
    {
      g_autoptr (GError) error = NULL;
      gboolean saved;

      fault_vfs_arm (nth, SQLITE_FULL);
      saved = save (f, NULL, NULL, NULL, &error);
      if (!fault_vfs_disarm ())
        {
          g_assert_true (saved);
          break;
        }

      /* What fails once the copy is closed again harms nobody. */
      if (saved)
        {
          assert_sound (f->target);
          g_unlink (f->target);
          continue;
        }

      g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_FULL);
      assert_nothing_left (f);
      n_failed++;
    }

  g_assert_cmpuint (n_failed, >, 10);
  assert_sound (f->target);
}

static void
assert_refused (Fixture           *f,
                const char        *target,
                DaybookStoreError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (daybook_bookshelf_save_copy (f->bookshelf, f->path, target, NULL, NULL, NULL,
                                               &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, (int) code);
}

static void
test_nothing_is_overwritten (Fixture       *f,
                             gconstpointer  data)
{
  g_autofree char *link = g_build_filename (f->folder, "link.daybook", NULL);
  g_autofree char *log = g_strconcat (f->target, "-wal", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "nowhere", "copy.daybook", NULL);
  g_autofree char *text = NULL;

  assert_refused (f, f->path, DAYBOOK_STORE_ERROR_ITSELF);
  g_assert_cmpint (symlink (f->path, link), ==, 0);
  assert_refused (f, link, DAYBOOK_STORE_ERROR_ITSELF);
  assert_refused (f, nowhere, DAYBOOK_STORE_ERROR_NOT_FOUND);

  g_assert_true (g_file_set_contents (f->target, "a letter", -1, NULL));
  assert_refused (f, f->target, DAYBOOK_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (f->target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "a letter");
  g_unlink (f->target);

  /* The log of a book that is gone would be played back into the copy. */
  g_assert_true (g_file_set_contents (log, "a log", -1, NULL));
  assert_refused (f, f->target, DAYBOOK_STORE_ERROR_EXISTS);
  g_unlink (log);
  g_unlink (link);
  assert_nothing_left (f);
  g_assert_cmpuint (assert_sound (f->path), ==, 403);
}

/* In the kernel's own folders nobody makes a file, not even root; where they are not mounted, they
 * are folders like others. */
static void
test_folder_that_may_not_be_written (Fixture       *f,
                                     gconstpointer  data)
{
  static const char *const folders[] = { "/sys", "/dev/pts" };
  guint n_refused = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "copy.daybook", NULL);
      int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

      if (fd >= 0)
        {
          g_close (fd, NULL);
          g_unlink (path);
        }
      else if (errno != ENOENT)
        {
          assert_refused (f, path, DAYBOOK_STORE_ERROR_READ_ONLY);
          n_refused++;
        }
    }
  g_assert_cmpuint (n_refused, >, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fault_vfs_skip_disk ();

  ADD ("/copy/is-the-book", test_copy_is_the_book);
  ADD ("/copy/goes-its-own-way", test_copy_goes_its_own_way);
  ADD ("/copy/newer-book", test_copy_of_a_newer_book);
  ADD ("/copy/while-others-record", test_copy_while_others_record);
  ADD ("/copy/cancel-leaves-nothing", test_cancel_leaves_nothing);
  ADD ("/copy/full-disk-leaves-nothing", test_full_disk_leaves_nothing);
  ADD ("/copy/nothing-is-overwritten", test_nothing_is_overwritten);
  ADD ("/copy/folder-that-may-not-be-written", test_folder_that_may_not_be_written);

  return g_test_run ();
}
