/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book file: what SQLite must refuse, what must never be touched, and that no flipped bit goes
 * unseen. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accounts/account-commands.h"
#include "books/book-records.h"
#include "dispatcher.h"
#include "fault-vfs.h"
#include "people/person-records.h"
#include "sqlite/sql.h"
#include "store-error.h"
#include "store/sqlite-store.h"
#include "surroundings.h"
#include "system/system-clock.h"

typedef struct
{
  char *folder;
  char *path;
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

/* A small book: a person, two accounts, a deposit, a transfer. */
static void
record_some (DaybookEventStore *store)
{
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (DaybookDispatcher) dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock),
                                                                     ids);
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john" };
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 100, 0 } };
  DaybookTransfer transfer = { .command = { &daybook_transfer }, .from = (char *) "0000000195",
                               .to = (char *) "0000000292", .amount = { 60, 0 } };

  execute (dispatcher, &start);
  execute (dispatcher, &john);
  execute (dispatcher, &open);
  execute (dispatcher, &open);
  execute (dispatcher, &deposit);
  execute (dispatcher, &transfer);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookEventStore) store = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "test.daybook", NULL);
  daybook_sqlite_store_create (f->path, id, &error);
  g_assert_no_error (error);
  store = daybook_sqlite_store_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  record_some (store);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (f->folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* Runs SQL as somebody would who has the file and the sqlite3 program. */
static int
tamper (Fixture    *f,
        const char *sql)
{
  sqlite3 *db;
  int code;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  code = sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
  return code;
}

static void
drop_triggers (Fixture *f)
{
  static const char *const tables[] = { "book", "commits", "events", "streams", "filings" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s_are_not_changed;"
                                              "DROP TRIGGER %s_are_not_deleted;",
                                              tables[i], tables[i]);

      g_assert_cmpint (tamper (f, sql), ==, SQLITE_OK);
    }
}

static DaybookVerdict
verify (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, FALSE, &error);
  DaybookVerdict verdict;

  g_assert_no_error (error);
  daybook_event_store_verify (store, &verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return verdict;
}

static void
test_nothing_is_changed_or_deleted (Fixture       *f,
                                    gconstpointer  data)
{
  static const char *const wrong[] = {
    "UPDATE events SET data = '{}'", "DELETE FROM events", "UPDATE commits SET actor = 'me'",
    "DELETE FROM commits", "UPDATE streams SET key = 'x'", "DELETE FROM streams",
    "UPDATE filings SET version = 9", "DELETE FROM filings", "DELETE FROM book",
    "PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO events SELECT position, id, command,"
    " type, type_version, value_date, '{}', data_hash, hash FROM events WHERE position = 5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (tamper (f, wrong[i]), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (verify (f).flaw, ==, DAYBOOK_FLAW_NONE);
}

static void
test_every_column_of_every_row_is_covered (Fixture       *f,
                                           gconstpointer  data)
{
  static const struct { const char *sql; guint64 position; } changes[] = {
    { "UPDATE events SET data = replace (data, '10000', '10001') WHERE position = 5", 5 },
    { "UPDATE events SET id = zeroblob (16) WHERE position = 5", 5 },
    { "UPDATE events SET type = 'MoneyWithdrawn' WHERE position = 5", 5 },
    { "UPDATE events SET type_version = 2 WHERE position = 5", 5 },
    { "UPDATE events SET value_date = '2026-11-22' WHERE position = 5", 5 },
    { "UPDATE events SET data_hash = zeroblob (32) WHERE position = 5", 5 },
    { "UPDATE events SET hash = zeroblob (32) WHERE position = 5", 5 },
    { "UPDATE events SET command = 4 WHERE position = 5", 5 },
    { "UPDATE commits SET last = 7 WHERE first = 6", 6 },
    { "UPDATE commits SET command_id = 'x' WHERE first = 5", 5 },
    { "UPDATE commits SET digest = zeroblob (32) WHERE first = 5", 5 },
    { "UPDATE commits SET actor = 'me' WHERE first = 5", 5 },
    { "UPDATE commits SET correlation = 'x' WHERE first = 5", 5 },
    { "UPDATE commits SET causation = 'x' WHERE first = 5", 5 },
    { "UPDATE commits SET recorded_at = recorded_at + 1 WHERE first = 5", 5 },
    { "UPDATE filings SET version = 4 WHERE position = 6 AND ordinal = 0", 6 },
    { "UPDATE filings SET role = 'from' WHERE position = 5", 5 },
    { "UPDATE filings SET ordinal = 7 WHERE position = 5 AND ordinal = 0", 5 },
    { "UPDATE filings SET stream = 1 WHERE position = 5 AND ordinal = 0", 5 },
    { "UPDATE streams SET key = '0000000389' WHERE key = '0000000195'", 3 },
    { "UPDATE streams SET kind = 'person' WHERE kind = 'username'", 2 },
    { "UPDATE book SET id = zeroblob (16)", 1 },
    { "DELETE FROM filings WHERE position = 6 AND ordinal = 1", 6 },
    { "DELETE FROM commits WHERE first = 5", 5 },
    { "DELETE FROM events WHERE position = 3", 3 },
    { "INSERT INTO filings VALUES (5, 7, 1, 2, 'x')", 5 },
    { "INSERT INTO streams (kind, key) VALUES ('account', 'x')", 6 },
    { "INSERT INTO commits VALUES (7, 7, 'x', zeroblob (32), '', '', NULL, 9e15)", 7 },
  };
  g_autofree char *original = NULL;
  gsize length;

  drop_triggers (f);
  g_assert_true (g_file_get_contents (f->path, &original, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; %s", changes[i].sql);
      DaybookVerdict verdict;

      if (tamper (f, sql) != SQLITE_OK)
        g_error ("%s", changes[i].sql);
      verdict = verify (f);
      g_test_message ("%s: flaw %d at %" G_GUINT64_FORMAT, changes[i].sql, verdict.flaw,
                      verdict.position);
      g_assert_cmpint (verdict.flaw, !=, DAYBOOK_FLAW_NONE);
      g_assert_cmpint (verdict.position, ==, changes[i].position);
      g_assert_true (g_file_set_contents (f->path, original, length, NULL));
      g_assert_cmpint (verify (f).flaw, ==, DAYBOOK_FLAW_NONE);
    }
}

static void
check_refused (Fixture           *f,
               DaybookStoreError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before = 0, length_after = 0;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_file_get_contents (f->path, &before, &length_before, NULL);
  g_assert_null (daybook_sqlite_store_open (f->path, FALSE, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, (int) code);
  g_file_get_contents (f->path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);

  dir = g_dir_open (f->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpint (n, ==, before != NULL);
}

static void
test_what_is_no_book_is_left_alone (Fixture       *f,
                                    gconstpointer  data)
{
  g_assert_cmpint (tamper (f, "PRAGMA user_version = 99; PRAGMA journal_mode = DELETE"), ==,
                   SQLITE_OK);
  check_refused (f, DAYBOOK_STORE_ERROR_NEWER);
  g_assert_cmpint (tamper (f, "PRAGMA application_id = 1"), ==, SQLITE_OK);
  check_refused (f, DAYBOOK_STORE_ERROR_NOT_A_BOOK);

  g_assert_true (g_file_set_contents (f->path, "dear diary", -1, NULL));
  check_refused (f, DAYBOOK_STORE_ERROR_NOT_A_BOOK);
  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  check_refused (f, DAYBOOK_STORE_ERROR_NOT_A_BOOK);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  check_refused (f, DAYBOOK_STORE_ERROR_NOT_FOUND);
}

static void
test_a_damaged_book_is_said_to_be_one (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_cmpint (tamper (f, "PRAGMA journal_mode = DELETE"), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (f->path, &contents, &length, NULL));
  memset (contents + 100, 0xa5, length - 100);
  g_assert_true (g_file_set_contents (f->path, contents, length, NULL));
  g_assert_null (daybook_sqlite_store_open (f->path, FALSE, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);
}

static void
test_an_existing_file_is_not_overwritten (Fixture       *f,
                                          gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "another book";
  g_autoptr (GError) error = NULL;

  g_assert_false (daybook_sqlite_store_create (f->path, id, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_EXISTS);
  g_assert_cmpint (verify (f).n_entries, ==, 6);
  g_clear_error (&error);

  g_assert_false (daybook_sqlite_store_create ("/nowhere/at/all.daybook", id, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND);
}

/* Not even a journal, which SQLite would play back into the next book of that name. */
static void
test_a_book_that_cannot_be_made_leaves_nothing (Fixture       *f,
                                                gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "another book";
  g_autofree char *path = g_build_filename (f->folder, "new.daybook", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gboolean made = FALSE;
  int nth;

  for (nth = 0; !made; nth++)
    {
      g_autoptr (GError) error = NULL;

      fault_vfs_arm (nth, SQLITE_IOERR_WRITE);
      made = daybook_sqlite_store_create (path, id, &error);
      if (!fault_vfs_disarm ())
        g_assert_no_error (error);
      else if (!made)
        {
          g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO);
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
          g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
        }
    }

  g_assert_cmpint (nth, >, 10);
}

static void
deposit_in (DaybookEventStore *store)
{
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_uuid_source_new ();
  g_autoptr (DaybookDispatcher) dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock),
                                                                     ids);
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 1, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt =
    daybook_dispatcher_execute (dispatcher, &deposit.command, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (receipt);
}

/* A trigger that somebody planted would run with every entry. */
static void
test_nothing_is_recorded_by_other_rules (Fixture       *f,
                                         gconstpointer  data)
{
  static const char *const rules[] = {
    "CREATE TRIGGER skim AFTER INSERT ON events BEGIN SELECT 1; END",
    "DROP TRIGGER events_are_not_changed",
    "DROP INDEX filings_by_stream",
    "CREATE TABLE other (x)",
  };
  g_autofree char *original = NULL;
  gsize length;

  g_assert_cmpint (tamper (f, "PRAGMA journal_mode = DELETE"), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (f->path, &original, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (DaybookEventStore) store = NULL;
      g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
      g_autoptr (DaybookIdSource) ids = daybook_uuid_source_new ();
      g_autoptr (DaybookDispatcher) dispatcher = NULL;
      DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                                 .amount = { 1, 0 } };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (tamper (f, rules[i]), ==, SQLITE_OK);
      store = daybook_sqlite_store_open (f->path, FALSE, NULL);
      dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock), ids);
      g_assert_null (daybook_dispatcher_execute (dispatcher, &deposit.command, NULL, &error));
      g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED);

      g_clear_object (&dispatcher);
      g_clear_object (&store);
      g_assert_cmpint (verify (f).n_entries, ==, 6);
      g_assert_true (g_file_set_contents (f->path, original, length, NULL));
    }
}

/* Another process. It is made before this one has the book open: what SQLite knows of open files
 * would be inherited. Asked by a byte, it comes, deposits something, goes, and answers with how
 * many entries there were. */
typedef struct
{
  pid_t pid;
  int ask;
  int answer;
} Other;

static void
be_other (Fixture *f,
          int      asked,
          int      answer)
{
  guint64 head = 0;
  char byte;

  while (read (asked, &byte, 1) == 1)
    {
      g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, FALSE, NULL);

      deposit_in (store);
      daybook_event_store_get_head (store, &head, NULL);
      g_clear_object (&store);
      if (write (answer, &head, sizeof head) != sizeof head)
        _exit (1);
    }
  _exit (0);
}

static void
other_start (Fixture *f,
             Other   *other)
{
  int ask[2], answer[2];

  g_assert_cmpint (pipe (ask), ==, 0);
  g_assert_cmpint (pipe (answer), ==, 0);
  other->pid = fork ();
  g_assert_cmpint (other->pid, >=, 0);
  if (other->pid == 0)
    {
      close (ask[1]);
      close (answer[0]);
      be_other (f, ask[0], answer[1]);
    }

  close (ask[0]);
  close (answer[1]);
  other->ask = ask[1];
  other->answer = answer[0];
}

static guint64
other_run (Other *other)
{
  guint64 head = 0;

  g_assert_cmpint (write (other->ask, "", 1), ==, 1);
  g_assert_cmpint (read (other->answer, &head, sizeof head), ==, sizeof head);

  return head;
}

static void
other_end (Other *other)
{
  int status;

  close (other->ask);
  close (other->answer);
  g_assert_cmpint (waitpid (other->pid, &status, 0), ==, other->pid);
  g_assert_cmpint (status, ==, 0);
}

/* Opened and closed by somebody who knows nothing of locks: POSIX drops them all. */
static void
touch_like_a_library (Fixture *f)
{
  g_autofree char *contents = NULL;
  g_autofree char *index = g_strconcat (f->path, "-shm", NULL);
  g_autofree char *index_contents = NULL;

  g_assert_true (g_file_get_contents (f->path, &contents, NULL, NULL));
  g_assert_true (g_file_get_contents (index, &index_contents, NULL, NULL));
}

/* A window has two connections; a program that comes and goes must not take the log from under
 * them. */
static void
test_who_comes_and_goes_takes_nothing (Fixture       *f,
                                       gconstpointer  data)
{
  g_autoptr (DaybookEventStore) writer = NULL;
  g_autoptr (DaybookEventStore) reader = NULL;
  Other other;
  guint64 head;

  other_start (f, &other);
  writer = daybook_sqlite_store_open (f->path, FALSE, NULL);
  reader = daybook_sqlite_store_open (f->path, TRUE, NULL);
  for (guint64 n = 6; n < 12; n += 2)
    {
      g_assert_cmpint (other_run (&other), ==, n + 1);
      g_assert_true (daybook_event_store_get_head (reader, &head, NULL));
      g_assert_cmpint (head, ==, n + 1);
      deposit_in (writer);
      g_assert_true (daybook_event_store_get_head (reader, &head, NULL));
      g_assert_cmpint (head, ==, n + 2);
    }

  other_end (&other);
  g_clear_object (&reader);
  g_clear_object (&writer);
  g_assert_cmpint (verify (f).n_entries, ==, 12);
}

/* If it happens all the same, what was recorded is there, and nothing is recorded where nobody will
 * find it. */
static void
test_lost_locks_lose_no_entry (Fixture       *f,
                               gconstpointer  data)
{
  g_autoptr (DaybookEventStore) writer = NULL;
  g_autoptr (DaybookEventStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  Other other;
  guint64 head;

  other_start (f, &other);
  writer = daybook_sqlite_store_open (f->path, FALSE, NULL);
  reader = daybook_sqlite_store_open (f->path, TRUE, NULL);
  deposit_in (writer);
  touch_like_a_library (f);
  g_assert_cmpint (other_run (&other), ==, 8);
  other_end (&other);

  g_assert_false (daybook_event_store_begin (writer, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DETACHED);
  g_clear_error (&error);
  g_assert_false (daybook_event_store_get_head (reader, &head, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DETACHED);

  g_clear_object (&reader);
  g_clear_object (&writer);
  g_assert_cmpint (verify (f).n_entries, ==, 8);
}

static void
test_another_book_in_its_place_is_noticed (Fixture       *f,
                                           gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "another book";
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  guint64 head;

  daybook_sql_unlink (f->path);
  g_assert_true (daybook_sqlite_store_create (f->path, id, NULL));
  g_assert_false (daybook_event_store_get_head (store, &head, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DETACHED);
}

static void
test_two_connections_take_turns (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 1, 0 } };
  DaybookDispatcher *desks[2];
  guint64 head;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, FALSE, &error);
      g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
      guint8 id[DAYBOOK_ID_SIZE];

      g_assert_no_error (error);
      for (guint skip = 0; skip < 1000 * (i + 1); skip++)
        daybook_id_source_make (ids, id);
      desks[i] = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock), ids);
    }

  /* Each decides on what the other has just done. */
  for (guint i = 0; i < 10; i++)
    execute (desks[i % 2], &deposit);
  g_object_unref (desks[0]);
  g_object_unref (desks[1]);

  {
    g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, TRUE, &error);

    g_assert_no_error (error);
    g_assert_true (daybook_event_store_get_head (store, &head, NULL));
    g_assert_cmpint (head, ==, 16);
  }
  g_assert_cmpint (verify (f).flaw, ==, DAYBOOK_FLAW_NONE);
}

/* Deposits on a disk that fails at the @nth change; gives whether it was acknowledged. */
static gboolean
deposit_with_fault (Fixture *f,
                    int      nth,
                    int      code,
                    GError **error)
{
  g_autoptr (DaybookEventStore) store = daybook_sqlite_store_open (f->path, FALSE, error);
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 1, 0 } };
  DaybookEnvelope envelope = { .command_id = "on a failing disk" };

  g_assert_nonnull (store);
  dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock), ids);
  fault_vfs_arm (nth, code);
  receipt = daybook_dispatcher_execute (dispatcher, &deposit.command, &envelope, error);

  return receipt != NULL;
}

/* Whatever change fails, and however: said by name, nothing half there, and all is well again once
 * the disk is. */
static void
test_a_failing_disk_does_no_damage (Fixture       *f,
                                    gconstpointer  data)
{
  static const struct { int sqlite; DaybookStoreError code; } faults[] = {
    { SQLITE_FULL, DAYBOOK_STORE_ERROR_FULL },
    { SQLITE_IOERR_WRITE, DAYBOOK_STORE_ERROR_IO },
    { SQLITE_READONLY, DAYBOOK_STORE_ERROR_READ_ONLY },
  };
  g_autofree char *original = NULL;
  guint n_struck = 0;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &original, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (int nth = 0; nth < 20; nth++)
      {
        g_autoptr (GError) error = NULL;
        gboolean acknowledged = deposit_with_fault (f, nth, faults[i].sqlite, &error);
        gboolean struck = fault_vfs_disarm ();
        guint64 n_entries = verify (f).n_entries;

        n_struck += struck;
        g_assert_cmpint (verify (f).flaw, ==, DAYBOOK_FLAW_NONE);
        if (acknowledged)
          g_assert_cmpint (n_entries, ==, 7);
        else
          g_assert_error (error, DAYBOOK_STORE_ERROR, (int) faults[i].code);

        /* Asked again, it is there exactly once. */
        g_clear_error (&error);
        g_assert_true (deposit_with_fault (f, 1000, SQLITE_FULL, &error));
        g_assert_false (fault_vfs_disarm ());
        g_assert_cmpint (verify (f).n_entries, ==, 7);
        g_assert_true (g_file_set_contents (f->path, original, length, NULL));
      }

  g_assert_cmpint (n_struck, >=, G_N_ELEMENTS (faults) * 3);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();

  ADD ("/book-file/nothing-is-changed-or-deleted", test_nothing_is_changed_or_deleted);
  ADD ("/book-file/every-column-of-every-row-is-covered",
       test_every_column_of_every_row_is_covered);
  ADD ("/book-file/what-is-no-book-is-left-alone", test_what_is_no_book_is_left_alone);
  ADD ("/book-file/a-damaged-book-is-said-to-be-one", test_a_damaged_book_is_said_to_be_one);
  ADD ("/book-file/an-existing-file-is-not-overwritten",
       test_an_existing_file_is_not_overwritten);
  ADD ("/book-file/a-book-that-cannot-be-made-leaves-nothing",
       test_a_book_that_cannot_be_made_leaves_nothing);
  ADD ("/book-file/nothing-is-recorded-by-other-rules", test_nothing_is_recorded_by_other_rules);
  ADD ("/book-file/who-comes-and-goes-takes-nothing", test_who_comes_and_goes_takes_nothing);
  ADD ("/book-file/lost-locks-lose-no-entry", test_lost_locks_lose_no_entry);
  ADD ("/book-file/another-book-in-its-place-is-noticed",
       test_another_book_in_its_place_is_noticed);
  ADD ("/book-file/two-connections-take-turns", test_two_connections_take_turns);
  ADD ("/book-file/a-failing-disk-does-no-damage", test_a_failing_disk_does_no_damage);

  return g_test_run ();
}
