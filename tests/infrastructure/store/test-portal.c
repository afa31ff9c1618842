/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book where the document portal shows it to a sandbox. Here the portal is a folder of that name
 * and shape; tests/flatpak/portal.py tries the real one. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "books/book-records.h"
#include "dispatcher.h"
#include "folder.h"
#include "people/person-records.h"
#include "sqlite/document-vfs.h"
#include "store-error.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

typedef struct
{
  char *alone; /* doc/12ab/test.daybook */
  char *path;  /* doc/34cd/Books/test.daybook */
} Fixture;

static void
execute (DaybookEventStore *store,
         gconstpointer      command)
{
  static DaybookIdSource *ids;
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  if (ids == NULL)
    ids = daybook_test_ids_new ();
  dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock), ids);
  receipt = daybook_dispatcher_execute (dispatcher, command, NULL, &error);
  g_assert_no_error (error);
}

static void
start (DaybookEventStore *store)
{
  DaybookStart command = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };

  execute (store, &command);
}

static void
register_person (DaybookEventStore *store,
                 const char        *name)
{
  DaybookRegister command = { { &daybook_register }, (char *) name, (char *) name, NULL };

  execute (store, &command);
}

static DaybookEventStore *
open_store (const char *path,
            gboolean    read_only)
{
  g_autoptr (GError) error = NULL;
  DaybookEventStore *store = daybook_sqlite_store_open (path, read_only, &error);

  g_assert_no_error (error);
  return store;
}

static guint64
count_entries (const char *path)
{
  g_autoptr (DaybookEventStore) store = open_store (path, TRUE);
  g_autoptr (GError) error = NULL;
  DaybookVerdict verdict;

  daybook_event_store_verify (store, &verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);

  return verdict.n_entries;
}

static gboolean
stands_beside (Fixture    *f,
               const char *suffix)
{
  g_autofree char *file = g_strconcat (f->path, suffix, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static sqlite3 *
open_outside (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

static void
run (sqlite3    *db,
     const char *sql)
{
  char *problem = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
}

static void
assert_refused (const char        *path,
                DaybookStoreError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (path, FALSE, &error);

  g_assert_null (store);
  g_assert_error (error, DAYBOOK_STORE_ERROR, (int) code);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (to, data, length, NULL));
}

/* The runtime folder is looked up once in a process. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc/34cd/Books", NULL);
  g_autofree char *other = g_build_filename (g_get_user_runtime_dir (), "doc/12ab", NULL);
  g_autoptr (DaybookEventStore) store = NULL;
  g_autoptr (GError) error = NULL;

  f->path = g_build_filename (folder, "test.daybook", NULL);
  f->alone = g_build_filename (other, "test.daybook", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (other, 0700), ==, 0);

  daybook_sqlite_store_create (f->path, id, &error);
  g_assert_no_error (error);
  store = open_store (f->path, FALSE);
  start (store);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  remove_folder (folder);
  g_free (f->path);
  g_free (f->alone);
}

static void
test_places (void)
{
  static const struct
  {
    const char *path;
    DaybookPlace place;
  } rows[] = {
    { "/home/mary/club.daybook", DAYBOOK_PLACE_ORDINARY },
    { "club.daybook", DAYBOOK_PLACE_ORDINARY },
    { "/run/flatpak/docs/a/club.daybook", DAYBOOK_PLACE_ORDINARY },
    { "/run/flatpak/doc/1a2b/club.daybook", DAYBOOK_PLACE_ALONE },
    { "/run/flatpak/doc/1a2b/./club.daybook", DAYBOOK_PLACE_ALONE },
    { "/run/flatpak/doc/1a2b/Books/club.daybook", DAYBOOK_PLACE_PORTAL },
    { "/run/flatpak/doc/1a2b/Books/2026/club.daybook", DAYBOOK_PLACE_PORTAL },
    { "/run/flatpak/doc/by-app/org.x/1a2b/club.daybook", DAYBOOK_PLACE_ALONE },
    { "/run/flatpak/doc/by-app/org.x/1a2b/Books/club.daybook", DAYBOOK_PLACE_PORTAL },
    { "/run/flatpak/doc/1a2b/Books/../club.daybook", DAYBOOK_PLACE_ALONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (daybook_place_of (rows[i].path), ==, rows[i].place);
}

/* Untouched: not even a lock is tried. */
static void
test_alone (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *beside = g_strconcat (f->alone, "-wal", NULL);

  copy_file (f->path, f->alone);
  g_assert_cmpint (g_chmod (f->alone, 0444), ==, 0);
  assert_refused (f->alone, DAYBOOK_STORE_ERROR_ALONE);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
}

/* No log, no shared memory; what is recorded is in the file itself. */
static void
test_records (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (DaybookEventStore) store = open_store (f->path, FALSE);
  g_autoptr (DaybookEventStore) reader = open_store (f->path, TRUE);
  g_autofree char *outside = g_build_filename (g_get_user_runtime_dir (), "copy", NULL);
  guint64 head;

  register_person (store, "john");
  g_assert_true (daybook_event_store_get_head (reader, &head, NULL));
  g_assert_cmpuint (head, ==, 2);
  g_assert_false (stands_beside (f, "-wal"));
  g_assert_false (stands_beside (f, "-shm"));

  copy_file (f->path, outside);
  g_assert_cmpuint (count_entries (outside), ==, 2);
  g_unlink (outside);
}

/* What a program outside had in its log when it died is taken over. */
static void
test_takes_log_over (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *outside = g_build_filename (g_get_user_runtime_dir (), "outside", NULL);
  g_autofree char *log = g_strconcat (outside, "-wal", NULL);
  g_autofree char *log_here = g_strconcat (f->path, "-wal", NULL);

  copy_file (f->path, outside);
  {
    g_autoptr (DaybookEventStore) store = open_store (outside, FALSE);

    register_person (store, "john");
    g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
    copy_file (outside, f->path);
    copy_file (log, log_here);
  }

  g_assert_cmpuint (count_entries (f->path), ==, 2);
  g_assert_false (stands_beside (f, "-wal"));
  g_unlink (outside);
}

/* What was half written when somebody died is taken back, though nobody can be asked for locks. */
static void
test_takes_back (Fixture       *f,
                 gconstpointer  data)
{
  g_autofree char *outside = g_build_filename (g_get_user_runtime_dir (), "outside", NULL);
  g_autofree char *journal = g_strconcat (outside, "-journal", NULL);
  g_autofree char *journal_here = g_strconcat (f->path, "-journal", NULL);
  sqlite3 *db;

  g_assert_cmpuint (count_entries (f->path), ==, 1);
  copy_file (f->path, outside);
  db = open_outside (outside);
  run (db, "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
           "INSERT INTO streams (kind, key) SELECT 'x', i FROM n;");
  copy_file (outside, f->path);
  copy_file (journal, journal_here);
  run (db, "ROLLBACK");
  sqlite3_close (db);

  g_assert_cmpuint (count_entries (f->path), ==, 1);
  g_unlink (outside);
  g_unlink (journal);
}

/* Whoever has the book open with a log keeps it. */
static void
test_open_outside (Fixture       *f,
                   gconstpointer  data)
{
  sqlite3 *db = open_outside (f->path);

  run (db, "PRAGMA journal_mode = WAL; SELECT count (*) FROM events;");
  assert_refused (f->path, DAYBOOK_STORE_ERROR_BUSY);
  sqlite3_close (db);

  g_assert_cmpuint (count_entries (f->path), ==, 1);
}

/* Whoever makes a log of it while it is open here is noticed. */
static void
test_log_from_outside (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (DaybookEventStore) store = open_store (f->path, FALSE);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_outside (f->path);
  guint64 head;

  run (db, "PRAGMA journal_mode = WAL; SELECT count (*) FROM events;");
  g_assert_false (daybook_event_store_get_head (store, &head, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DETACHED);
  sqlite3_close (db);
}

static int
try_lock (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "daybook", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL && !g_str_has_suffix (name, ".lock"))
    ;
  g_assert_nonnull (name);

  {
    g_autofree char *file = g_build_filename (folder, name, NULL);
    int fd = g_open (file, O_RDWR | O_CLOEXEC, 0);

    if (flock (fd, LOCK_EX | LOCK_NB) == 0)
      return fd;
    g_assert_cmpint (errno, ==, EWOULDBLOCK);
    close (fd);
    return -1;
  }
}

/* Of several processes in the sandbox one has the book, with as many connections as it likes. */
static void
test_one_process (Fixture       *f,
                  gconstpointer  data)
{
  DaybookEventStore *store = open_store (f->path, FALSE);
  DaybookEventStore *reader = open_store (f->path, TRUE);
  int fd;

  g_object_unref (store);
  g_assert_cmpint (try_lock (), <, 0);
  g_object_unref (reader);

  fd = try_lock ();
  g_assert_cmpint (fd, >=, 0);
  assert_refused (f->path, DAYBOOK_STORE_ERROR_BUSY);
  close (fd);
  g_assert_cmpuint (count_entries (f->path), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-portal-XXXXXX", NULL);
  g_autofree char *cache = g_build_filename (folder, "cache", NULL);
  int code;

  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/portal/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/portal/places", test_places);
  ADD ("alone", test_alone);
  ADD ("records", test_records);
  ADD ("takes-log-over", test_takes_log_over);
  ADD ("takes-back", test_takes_back);
  ADD ("open-outside", test_open_outside);
  ADD ("log-from-outside", test_log_from_outside);
  ADD ("one-process", test_one_process);

  code = g_test_run ();
  remove_folder (folder);
  return code;
}
