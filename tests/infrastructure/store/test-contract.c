/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The contract of the event store, kept by every adapter: the same tests run on each. */

#include <glib/gstdio.h>
#include <string.h>

#include "accounts/account-events.h"
#include "newer.h"
#include "people/person-records.h"
#include "store-error.h"
#include "store/memory-store.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

static const guint8 book_id[DAYBOOK_ID_SIZE] = "a book for tests";

typedef struct
{
  DaybookEventStore *store;
  char *folder;
  char *path;
  DaybookIdSource *ids;
  gint64 now;
} Fixture;

static DaybookEventStore *
make_memory (Fixture *f)
{
  return daybook_memory_store_new (book_id);
}

static DaybookEventStore *
make_sqlite (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  DaybookEventStore *store;

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "test.daybook", NULL);
  daybook_sqlite_store_create (f->path, book_id, &error);
  g_assert_no_error (error);
  store = daybook_sqlite_store_open (f->path, FALSE, &error);
  g_assert_no_error (error);

  return store;
}

/* As the next program finds it; a store in memory ends with its program. */
static void
reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  if (f->path == NULL)
    return;

  g_object_unref (f->store);
  f->store = daybook_sqlite_store_open (f->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *f,
        gconstpointer  make)
{
  f->ids = daybook_test_ids_new ();
  f->now = 1000;
  f->store = ((DaybookEventStore *(*) (Fixture *)) make) (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  make)
{
  g_assert_finalize_object (f->store);
  g_object_unref (f->ids);
  if (f->path != NULL)
    {
      g_unlink (f->path);
      g_assert_cmpint (g_rmdir (f->folder), ==, 0);
    }
  g_free (f->path);
  g_free (f->folder);
}

static DaybookAccountNumber
number (guint sequence)
{
  DaybookAccountNumber result;

  g_assert_true (daybook_account_number_new (sequence, &result));
  return result;
}

static DaybookEvent *
deposited (guint   account,
           gint64  amount)
{
  DaybookMoneyDeposited *e = daybook_record_new (&daybook_money_deposited);

  e->event.value_date = day ("2026-11-23");
  e->to = number (account);
  e->amount = amount;
  g_strlcpy (e->currency.code, "EUR", sizeof e->currency.code);
  e->method = DAYBOOK_METHOD_CASH;
  e->memo = g_strdup ("für \"Anna\" \\ 🍎");
  return &e->event;
}

static DaybookEvent *
transferred (guint  from,
             guint  to,
             gint64 amount)
{
  DaybookMoneyTransferred *e = daybook_record_new (&daybook_money_transferred);

  e->event.value_date = day ("2026-11-23");
  e->from = number (from);
  e->to = number (to);
  e->amount = amount;
  g_strlcpy (e->currency.code, "EUR", sizeof e->currency.code);
  return &e->event;
}

/* Appends; a version below zero expects nothing of the first account's stream. */
static gboolean
append (Fixture           *f,
        const char        *command_id,
        gint64             expected,
        GPtrArray         *events,
        DaybookCommitted  *committed,
        GError           **error)
{
  g_autoptr (GPtrArray) owned = events;
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  g_autofree guint8 *ids = g_malloc (events->len * DAYBOOK_ID_SIZE);
  DaybookCommitted unused;
  DaybookAppend a = { .command_id = command_id, .actor = "tester", .recorded_at = f->now,
                      .events = events, .ids = ids, .expectations = expectations };

  for (guint i = 0; i < events->len; i++)
    daybook_id_source_make (f->ids, ids + i * DAYBOOK_ID_SIZE);
  if (expected >= 0)
    daybook_expectations_add (expectations, DAYBOOK_STREAM_ACCOUNT, number (1).digits, expected);

  return daybook_event_store_append (f->store, &a, committed ? committed : &unused, error);
}

static GPtrArray *
events (DaybookEvent *first,
        ...)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (daybook_record_free);
  va_list args;

  va_start (args, first);
  for (DaybookEvent *event = first; event != NULL; event = va_arg (args, DaybookEvent *))
    g_ptr_array_add (list, event);
  va_end (args);

  return list;
}

static void
append_ok (Fixture    *f,
           const char *command_id,
           GPtrArray  *list)
{
  g_autoptr (GError) error = NULL;

  append (f, command_id, -1, list, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  GString *text;
  guint stop_after;
  guint n;
} Seen;

static gboolean
see (const DaybookEntry  *entry,
     guint64              version,
     gpointer             user_data,
     GError             **error)
{
  Seen *seen = user_data;
  DaybookMovement m = { 0 };

  daybook_event_get_movement (entry->event, &m);
  g_string_append_printf (seen->text, "%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT ":%s:%"
                          G_GINT64_FORMAT " ", entry->position, version, entry->command_id,
                          m.amount);
  return ++seen->n != seen->stop_after;
}

static void
check_stream (Fixture    *f,
              guint       account,
              guint64     after,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { .text = text };
  g_autoptr (GError) error = NULL;

  daybook_event_store_read_stream (f->store, DAYBOOK_STREAM_ACCOUNT, number (account).digits,
                                   after, see, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_all (Fixture    *f,
           guint64     after,
           guint       stop_after,
           const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { .text = text, .stop_after = stop_after };
  g_autoptr (GError) error = NULL;

  daybook_event_store_read_all (f->store, after, see, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static guint64
version (Fixture *f,
         guint    account)
{
  g_autoptr (GError) error = NULL;
  guint64 result = 99;

  daybook_event_store_get_version (f->store, DAYBOOK_STREAM_ACCOUNT, number (account).digits,
                                   &result, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_empty (Fixture       *f,
            gconstpointer  data)
{
  guint8 id[DAYBOOK_ID_SIZE];
  guint64 head = 99;
  DaybookVerdict verdict;

  daybook_event_store_get_book_id (f->store, id);
  g_assert_cmpmem (id, sizeof id, book_id, sizeof book_id);
  g_assert_true (daybook_event_store_get_head (f->store, &head, NULL));
  g_assert_cmpint (head, ==, 0);
  g_assert_cmpint (version (f, 1), ==, 0);
  check_stream (f, 1, 0, "");
  check_all (f, 0, 0, "");
  g_assert_true (daybook_event_store_verify (f->store, &verdict, NULL, NULL, NULL, NULL));
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);
  g_assert_cmpint (verdict.n_entries, ==, 0);
}

static void
test_positions_have_no_gap (Fixture       *f,
                            gconstpointer  data)
{
  DaybookCommitted committed;
  g_autoptr (GError) error = NULL;

  append_ok (f, "a", events (deposited (1, 100), NULL));
  g_assert_true (append (f, "b", -1, events (deposited (1, 200), deposited (2, 300), NULL),
                         &committed, &error));
  g_assert_cmpint (committed.first, ==, 2);
  g_assert_cmpint (committed.last, ==, 3);
  check_all (f, 0, 0, "1/0:a:100 2/0:b:200 3/0:b:300 ");
  check_all (f, 1, 0, "2/0:b:200 3/0:b:300 ");
  check_all (f, 0, 2, "1/0:a:100 2/0:b:200 ");
  check_all (f, 3, 0, "");
}

static void
test_one_event_under_every_stream (Fixture       *f,
                                   gconstpointer  data)
{
  append_ok (f, "a", events (deposited (1, 100), NULL));
  append_ok (f, "b", events (transferred (1, 2, 60), NULL));
  check_stream (f, 1, 0, "1/1:a:100 2/2:b:60 ");
  check_stream (f, 1, 1, "2/2:b:60 ");
  check_stream (f, 2, 0, "2/1:b:60 ");
  g_assert_cmpint (version (f, 1), ==, 2);
  g_assert_cmpint (version (f, 2), ==, 1);
}

static void
test_two_events_in_one_stream (Fixture       *f,
                               gconstpointer  data)
{
  append_ok (f, "a", events (deposited (1, 1), deposited (1, 2), transferred (1, 2, 3), NULL));
  check_stream (f, 1, 0, "1/1:a:1 2/2:a:2 3/3:a:3 ");
}

static void
test_lost_update_is_refused (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (append (f, "a", 0, events (deposited (1, 100), NULL), NULL, NULL));
  g_assert_false (append (f, "b", 0, events (deposited (1, 200), NULL), NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT);
  check_all (f, 0, 0, "1/0:a:100 ");
  g_assert_true (append (f, "b", 1, events (deposited (1, 200), NULL), NULL, NULL));
}

static void
test_what_was_merely_read_counts_too (Fixture       *f,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  append_ok (f, "a", events (deposited (1, 100), NULL));
  g_assert_false (append (f, "b", 0, events (deposited (2, 200), NULL), NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT);
  g_assert_cmpint (version (f, 2), ==, 0);
}

static void
test_a_command_is_recorded_once (Fixture       *f,
                                 gconstpointer  data)
{
  DaybookCommitted committed = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean found = TRUE;

  g_assert_true (daybook_event_store_find_command (f->store, "a", &found, &committed, NULL));
  g_assert_false (found);
  append_ok (f, "a", events (deposited (1, 100), deposited (1, 200), NULL));
  g_assert_true (daybook_event_store_find_command (f->store, "a", &found, &committed, NULL));
  g_assert_true (found);
  g_assert_cmpint (committed.first, ==, 1);
  g_assert_cmpint (committed.last, ==, 2);
  g_assert_cmpint (committed.recorded_at, ==, 1000);

  g_assert_false (append (f, "a", -1, events (deposited (1, 100), NULL), NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT);
  check_all (f, 2, 0, "");
}

static void
test_rule_22_recorded_time_never_goes_back (Fixture       *f,
                                            gconstpointer  data)
{
  DaybookCommitted committed;

  append_ok (f, "a", events (deposited (1, 100), NULL));
  f->now = 500;
  g_assert_true (append (f, "b", -1, events (deposited (1, 100), NULL), &committed, NULL));
  g_assert_cmpint (committed.recorded_at, ==, 1000);
  f->now = 1500;
  g_assert_true (append (f, "c", -1, events (deposited (1, 100), NULL), &committed, NULL));
  g_assert_cmpint (committed.recorded_at, ==, 1500);
}

static gboolean
compare_event (const DaybookEntry  *entry,
               guint64              seen_version,
               gpointer             user_data,
               GError             **error)
{
  g_autoptr (GPtrArray) original = events (deposited (1, 100), NULL);

  g_assert_true (daybook_record_equal (entry->event, original->pdata[0]));
  g_assert_cmpint (entry->event->value_date, ==, day ("2026-11-23"));
  g_assert_cmpstr (entry->actor, ==, "tester");
  g_assert_cmpstr (entry->correlation, ==, "a");
  g_assert_null (entry->causation);
  g_assert_cmpint (entry->id[DAYBOOK_ID_SIZE - 1], ==, 1);
  *(gboolean *) user_data = TRUE;
  return TRUE;
}

static void
test_what_comes_back_is_what_was_given (Fixture       *f,
                                        gconstpointer  data)
{
  gboolean compared = FALSE;

  append_ok (f, "a", events (deposited (1, 100), NULL));
  g_assert_true (daybook_event_store_read_all (f->store, 0, compare_event, &compared, NULL));
  g_assert_true (compared);
}

static gboolean
fail (const DaybookEntry  *entry,
      guint64              seen_version,
      gpointer             user_data,
      GError             **error)
{
  g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO, "no");
  return FALSE;
}

static void
test_a_reader_s_error_is_not_swallowed (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  append_ok (f, "a", events (deposited (1, 100), NULL));
  g_assert_false (daybook_event_store_read_all (f->store, 0, fail, NULL, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO);
  /* And the store can be read again. */
  check_all (f, 0, 0, "1/0:a:100 ");
}

static void
test_a_unit_of_work_is_kept_or_dropped (Fixture       *f,
                                        gconstpointer  data)
{
  gboolean found;
  DaybookCommitted committed;

  append_ok (f, "a", events (deposited (1, 100), NULL));

  g_assert_true (daybook_event_store_begin (f->store, NULL));
  append_ok (f, "b", events (transferred (1, 2, 10), NULL));
  append_ok (f, "c", events (deposited (3, 20), NULL));
  g_assert_cmpint (version (f, 3), ==, 1);
  daybook_event_store_rollback (f->store);
  check_all (f, 0, 0, "1/0:a:100 ");
  g_assert_cmpint (version (f, 1), ==, 1);
  g_assert_cmpint (version (f, 2), ==, 0);
  g_assert_cmpint (version (f, 3), ==, 0);
  g_assert_true (daybook_event_store_find_command (f->store, "b", &found, &committed, NULL));
  g_assert_false (found);

  g_assert_true (daybook_event_store_begin (f->store, NULL));
  append_ok (f, "b", events (transferred (1, 2, 10), NULL));
  /* A refusal inside leaves the rest of the work alone. */
  g_assert_false (append (f, "c", 0, events (deposited (1, 1), NULL), NULL, NULL));
  append_ok (f, "d", events (deposited (3, 20), NULL));
  g_assert_true (daybook_event_store_commit (f->store, NULL));
  check_all (f, 0, 0, "1/0:a:100 2/0:b:10 3/0:d:20 ");
}

static void
test_verify_finds_all_in_order (Fixture       *f,
                                gconstpointer  data)
{
  DaybookVerdict verdict;
  g_autoptr (GError) error = NULL;

  append_ok (f, "a", events (deposited (1, 100), deposited (2, 5), NULL));
  append_ok (f, "b", events (transferred (1, 2, 60), NULL));
  daybook_event_store_verify (f->store, &verdict, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);
  g_assert_cmpint (verdict.n_entries, ==, 3);
  g_assert_cmpint (verdict.position, ==, 0);
}

static gboolean
take_hash (const DaybookEntry  *entry,
           guint64              seen_version,
           gpointer             user_data,
           GError             **error)
{
  memcpy (user_data, entry->hash, DAYBOOK_HASH_SIZE);
  return TRUE;
}

/* Both adapters, and whoever writes a third, must agree on this: docs/format.md has it too. */
static void
test_the_chain_is_the_format_s (Fixture       *f,
                                gconstpointer  data)
{
  static const char expected[] = "d2b276770386343ee0e6b1d63b20664a0fb3bd245ef211bd29ddb1ea160995c8";
  guint8 hash[DAYBOOK_HASH_SIZE];
  g_autoptr (GString) text = g_string_new (NULL);

  append_ok (f, "a", events (deposited (1, 100), deposited (2, 5), NULL));
  append_ok (f, "b", events (transferred (1, 2, 60), NULL));
  g_assert_true (daybook_event_store_read_all (f->store, 0, take_hash, hash, NULL));
  for (guint i = 0; i < sizeof hash; i++)
    g_string_append_printf (text, "%02x", hash[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Appends one event to the first account, by @actor, as part of something bigger. */
static void
append_by (Fixture    *f,
           const char *command_id,
           const char *actor,
           const char *correlation,
           const char *causation)
{
  g_autoptr (GPtrArray) list = events (deposited (1, 100), deposited (2, 5), NULL);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  guint8 ids[2 * DAYBOOK_ID_SIZE];
  DaybookCommitted committed;
  g_autoptr (GError) error = NULL;
  DaybookAppend a = { .command_id = command_id, .actor = actor, .correlation = correlation,
                      .causation = causation, .recorded_at = f->now, .events = list, .ids = ids,
                      .expectations = expectations };

  daybook_id_source_make (f->ids, ids);
  daybook_id_source_make (f->ids, ids + DAYBOOK_ID_SIZE);
  f->now += 1000;
  daybook_event_store_append (f->store, &a, &committed, &error);
  g_assert_no_error (error);
}

static void
check_find (Fixture                 *f,
            const DaybookEntryQuery *query,
            guint                    stop_after,
            const char              *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { .text = text, .stop_after = stop_after };
  g_autoptr (GError) error = NULL;

  daybook_event_store_find (f->store, query, see, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

#define CHECK_FIND(expected, ...) \
  check_find (f, &(DaybookEntryQuery) { __VA_ARGS__ }, 0, (expected))

/* Entries 1 and 2 at 1000 by a, 3 and 4 at 2000 by b, 5 and 6 at 3000 by c, 7 and 8 by d. */
static void
append_four (Fixture *f)
{
  append_by (f, "a", "Anna", NULL, NULL);
  append_by (f, "b", "Ben", "a", "a");
  append_by (f, "c", "Anna", "a", "b");
  append_by (f, "d", "Ben", "d", NULL);
}

static void
test_entries_are_found_by_one_thing (Fixture       *f,
                                     gconstpointer  data)
{
  guint8 id[DAYBOOK_ID_SIZE] = { 0 };

  append_four (f);
  id[DAYBOOK_ID_SIZE - 1] = 3;
  CHECK_FIND ("3/0:b:100 ", .id = id);
  id[DAYBOOK_ID_SIZE - 1] = 9;
  CHECK_FIND ("", .id = id);
  CHECK_FIND ("3/0:b:100 4/0:b:5 ", .command_id = "b");
  CHECK_FIND ("", .command_id = "x");
  CHECK_FIND ("1/0:a:100 2/0:a:5 3/0:b:100 4/0:b:5 5/0:c:100 6/0:c:5 ", .correlation = "a");
  CHECK_FIND ("7/0:d:100 8/0:d:5 ", .correlation = "d");
  /* b is part of what a began, and began nothing. */
  CHECK_FIND ("", .correlation = "b");
  CHECK_FIND ("5/0:c:100 6/0:c:5 ", .causation = "b");
  CHECK_FIND ("1/0:a:100 2/0:a:5 5/0:c:100 6/0:c:5 ", .actor = "Anna");
  CHECK_FIND ("", .actor = "anna");
}

static void
test_entries_are_found_by_time (Fixture       *f,
                                gconstpointer  data)
{
  CHECK_FIND ("", .recorded_from = 1);
  append_four (f);
  CHECK_FIND ("7/0:d:100 8/0:d:5 ", .recorded_from = 4000);
  CHECK_FIND ("7/0:d:100 8/0:d:5 ", .recorded_from = 3001);
  CHECK_FIND ("", .recorded_from = 4001);
  CHECK_FIND ("1/0:a:100 2/0:a:5 ", .recorded_from = 1, .recorded_before = 2000);
  CHECK_FIND ("3/0:b:100 4/0:b:5 5/0:c:100 6/0:c:5 ", .recorded_from = 2000,
              .recorded_before = 4000);
  CHECK_FIND ("", .recorded_from = 3000, .recorded_before = 3000);
}

static void
test_all_that_is_asked_must_hold (Fixture       *f,
                                  gconstpointer  data)
{
  append_four (f);
  CHECK_FIND ("5/0:c:100 6/0:c:5 ", .actor = "Anna", .recorded_from = 2000);
  CHECK_FIND ("5/0:c:100 6/0:c:5 ", .actor = "Anna", .correlation = "a", .causation = "b");
  CHECK_FIND ("", .actor = "Ben", .causation = "b");
  CHECK_FIND ("", .command_id = "a", .actor = "Ben");
  CHECK_FIND ("", .command_id = "a", .recorded_from = 1001);
  check_find (f, &(DaybookEntryQuery) { .actor = "Ben" }, 1, "3/0:b:100 ");
  check_find (f, &(DaybookEntryQuery) { 0 }, 3, "1/0:a:100 2/0:a:5 3/0:b:100 ");
}

static void
test_a_replay_lends_what_is_sound (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { .text = text };
  DaybookVerdict verdict;
  g_autoptr (GError) error = NULL;

  append_four (f);
  g_assert_true (daybook_event_store_replay (f->store, see, &seen, &verdict, NULL, NULL, NULL,
                                             NULL));
  g_assert_cmpstr (text->str, ==, "1/0:a:100 2/0:a:5 3/0:b:100 4/0:b:5 5/0:c:100 6/0:c:5 "
                                  "7/0:d:100 8/0:d:5 ");
  g_assert_cmpint (verdict.n_entries, ==, 8);

  g_string_truncate (text, 0);
  seen = (Seen) { .text = text, .stop_after = 2 };
  g_assert_true (daybook_event_store_replay (f->store, see, &seen, &verdict, NULL, NULL, NULL,
                                             NULL));
  g_assert_cmpstr (text->str, ==, "1/0:a:100 2/0:a:5 ");

  g_assert_false (daybook_event_store_replay (f->store, fail, NULL, &verdict, NULL, NULL, NULL,
                                              &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO);
  check_all (f, 8, 0, "");
}

static void
test_nothing_is_recorded_after_what_is_not_understood (Fixture       *f,
                                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  DaybookVerdict verdict;

  append_ok (f, "a", events (deposited (1, 100), NULL));
  append_what_is_newer (f->store, "b");

  /* Whoever wrote it goes on; whoever opens the book has to understand it. */
  reopen (f);
  append (f, "c", -1, events (deposited (1, 100), NULL), NULL, &error);
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER);

  /* It is as sound as any. */
  g_assert_true (daybook_event_store_verify (f->store, &verdict, NULL, NULL, NULL, NULL));
  g_assert_cmpint (verdict.flaw, ==, DAYBOOK_FLAW_NONE);
  g_assert_cmpint (verdict.n_entries, ==, 2);
}

typedef void (*TestFunc) (Fixture *, gconstpointer);

static void
add (const char *name,
     TestFunc    func)
{
  g_autofree char *memory = g_strdup_printf ("/store/memory/%s", name);
  g_autofree char *sqlite = g_strdup_printf ("/store/sqlite/%s", name);

  g_test_add (memory, Fixture, make_memory, set_up, func, tear_down);
  g_test_add (sqlite, Fixture, make_sqlite, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("empty", test_empty);
  add ("positions-have-no-gap", test_positions_have_no_gap);
  add ("one-event-under-every-stream", test_one_event_under_every_stream);
  add ("two-events-in-one-stream", test_two_events_in_one_stream);
  add ("lost-update-is-refused", test_lost_update_is_refused);
  add ("what-was-merely-read-counts-too", test_what_was_merely_read_counts_too);
  add ("a-command-is-recorded-once", test_a_command_is_recorded_once);
  add ("rule-22/recorded-time-never-goes-back", test_rule_22_recorded_time_never_goes_back);
  add ("what-comes-back-is-what-was-given", test_what_comes_back_is_what_was_given);
  add ("a-reader-s-error-is-not-swallowed", test_a_reader_s_error_is_not_swallowed);
  add ("a-unit-of-work-is-kept-or-dropped", test_a_unit_of_work_is_kept_or_dropped);
  add ("verify-finds-all-in-order", test_verify_finds_all_in_order);
  add ("the-chain-is-the-format-s", test_the_chain_is_the_format_s);
  add ("entries-are-found-by-one-thing", test_entries_are_found_by_one_thing);
  add ("entries-are-found-by-time", test_entries_are_found_by_time);
  add ("all-that-is-asked-must-hold", test_all_that_is_asked_must_hold);
  add ("a-replay-lends-what-is-sound", test_a_replay_lends_what_is_sound);
  add ("nothing-is-recorded-after-what-is-not-understood",
       test_nothing_is_recorded_after_what_is_not_understood);

  return g_test_run ();
}
