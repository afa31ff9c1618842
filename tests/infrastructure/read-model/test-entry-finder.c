/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking through the daybook: that what is found is what there is, newest first, in portions; and
 * that nobody is told anything who does not want to know any more. On the sample, whose entries
 * these tests read for themselves. */

#include <string.h>

#include "accounts/account-events.h"
#include "entry-search.h"
#include "file-bookshelf.h"
#include "folder.h"
#include "store-error.h"
#include "surroundings.h"

#define N_ENTRIES 6000
#define PATIENCE_S 20

typedef struct
{
  char *folder;
  char *path;
  DaybookOpenBook *book;
  DaybookEntryFilter *filter;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "sample.daybook", NULL);
  daybook_bookshelf_sample (bookshelf, f->path, N_ENTRIES, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->book = daybook_bookshelf_open (bookshelf, f->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->filter = daybook_entry_filter_new ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  daybook_entry_filter_free (f->filter);
  daybook_open_book_free (f->book);
  remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* What these tests find for themselves: by one question to each entry. */
typedef struct
{
  gboolean (*is_meant) (const DaybookEntry *entry);
  GArray *positions;
} Naive;

static gboolean
ask_entry (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  Naive *naive = user_data;

  if (naive->is_meant (entry))
    g_array_prepend_val (naive->positions, entry->position);
  return TRUE;
}

/* What the finder found, portion by portion. */
typedef struct
{
  GArray *positions;
  guint n_calls;
  guint stop_after;
  guint64 looked_until;
} Found;

static gboolean
take_found (const guint64 *positions,
            guint          n_positions,
            guint64        position,
            gpointer       user_data)
{
  Found *found = user_data;

  for (guint i = 0; i < n_positions; i++)
    g_assert_cmpuint (positions[i], >, position);
  if (found->n_calls++ > 0)
    g_assert_cmpuint (position, <, found->looked_until);
  found->looked_until = position;
  g_array_append_vals (found->positions, positions, n_positions);

  return found->n_calls != found->stop_after;
}

static void
assert_same (GArray *a,
             GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpuint (g_array_index (a, guint64, i), ==, g_array_index (b, guint64, i));
}

static GArray *
find (Fixture *f,
      guint64  after,
      guint64  until,
      Found   *found)
{
  g_autoptr (GError) error = NULL;

  found->positions = g_array_new (FALSE, FALSE, sizeof (guint64));
  daybook_read_model_filter_entries (f->book->read_model, f->filter, after, until, take_found,
                                     found, &error);
  g_assert_no_error (error);

  return found->positions;
}

static void
assert_finds (Fixture *f,
              gboolean (*is_meant) (const DaybookEntry *entry))
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint64));
  Naive naive = { is_meant, expected };
  Found found = { 0 };
  g_autoptr (GArray) positions = find (f, 0, N_ENTRIES, &found);
  g_autoptr (GError) error = NULL;

  daybook_read_model_read_entries (f->book->read_model, 0, ask_entry, &naive, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (expected->len, >, 0);
  g_assert_cmpuint (expected->len, <, N_ENTRIES);
  assert_same (positions, expected);
  g_assert_cmpuint (found.n_calls, >, 1);
  g_assert_cmpuint (found.looked_until, ==, 0);
}

static gboolean
is_deposit (const DaybookEntry *entry)
{
  return entry->event->record.schema == &daybook_money_deposited;
}

static gboolean
is_of_account_7 (const DaybookEntry *entry)
{
  DaybookMovement movement;

  if (entry->event->record.schema == &daybook_account_opened)
    return daybook_account_number_get_sequence (
             &((const DaybookAccountOpened *) entry->event)->account) == 7;

  return daybook_event_get_movement (entry->event, &movement) &&
         ((daybook_account_number_is_set (&movement.from) &&
           daybook_account_number_get_sequence (&movement.from) == 7) ||
          (daybook_account_number_is_set (&movement.to) &&
           daybook_account_number_get_sequence (&movement.to) == 7));
}

static gboolean
is_of_2025_second_half (const DaybookEntry *entry)
{
  return entry->event->value_date >= day ("2025-07-01") &&
         entry->event->value_date <= day ("2025-12-31");
}

static gboolean
is_late_deposit (const DaybookEntry *entry)
{
  return is_deposit (entry) && is_of_2025_second_half (entry);
}

static gboolean
has_memo_rent (const DaybookEntry *entry)
{
  return entry->event->record.schema == &daybook_money_transferred &&
         g_strcmp0 (((const DaybookMoneyTransferred *) entry->event)->memo, "rent") == 0;
}

static void
test_each_filter (Fixture       *f,
                  gconstpointer  data)
{
  static const DaybookSchema *const deposits[] = { &daybook_money_deposited, NULL };
  static const DaybookSchema *const transfers[] = { &daybook_money_transferred, NULL };
  DaybookAccountNumber number;

  f->filter->types = deposits;
  assert_finds (f, is_deposit);
  f->filter->from = day ("2025-07-01");
  f->filter->until = day ("2025-12-31");
  assert_finds (f, is_late_deposit);
  f->filter->types = NULL;
  assert_finds (f, is_of_2025_second_half);

  f->filter->from = DAYBOOK_DATE_NONE;
  f->filter->until = DAYBOOK_DATE_NONE;
  daybook_account_number_new (7, &number);
  f->filter->who = g_strdup (number.digits);
  assert_finds (f, is_of_account_7);
  g_clear_pointer (&f->filter->who, g_free);

  f->filter->types = transfers;
  daybook_entry_filter_add_word (f->filter, "RÉNT", (DaybookDecimal) { 0 });
  assert_finds (f, has_memo_rent);
}

static void
test_range (Fixture       *f,
            gconstpointer  data)
{
  Found found = { 0 };
  g_autoptr (GArray) positions = find (f, 100, 103, &found);

  g_assert_cmpuint (positions->len, ==, 3);
  g_assert_cmpuint (g_array_index (positions, guint64, 0), ==, 103);
  g_assert_cmpuint (g_array_index (positions, guint64, 2), ==, 101);
  g_assert_cmpuint (found.looked_until, ==, 100);
}

static void
test_nothing_to_look_at (Fixture       *f,
                         gconstpointer  data)
{
  Found found = { 0 };
  g_autoptr (GArray) positions = find (f, 7, 7, &found);

  g_assert_cmpuint (positions->len, ==, 0);
  g_assert_cmpuint (found.n_calls, ==, 0);
}

static void
test_stops (Fixture       *f,
            gconstpointer  data)
{
  Found found = { .stop_after = 1 };
  g_autoptr (GArray) positions = find (f, 0, N_ENTRIES, &found);

  g_assert_cmpuint (found.n_calls, ==, 1);
  g_assert_cmpuint (positions->len, <, N_ENTRIES);
  g_assert_cmpuint (g_array_index (positions, guint64, 0), ==, N_ENTRIES);
}

/* What a search told. */
typedef struct
{
  GArray *positions;
  GThread *thread;
  GCancellable *cancellable;
  GError *error;
  guint n_news;
  guint64 n_looked_at;
  gboolean done;
} Told;

static void
search_told_cb (const DaybookSearchNews *news,
                gpointer                 user_data)
{
  Told *told = user_data;

  g_assert_true (g_thread_self () == told->thread);
  g_assert_false (told->done);
  g_assert_false (g_cancellable_is_cancelled (told->cancellable));
  g_assert_cmpuint (news->n_looked_at, >=, told->n_looked_at);
  g_assert_cmpuint (news->n_looked_at, <=, news->n_entries);

  told->n_looked_at = news->n_looked_at;
  told->n_news++;
  told->done = news->done;
  told->error = news->error != NULL ? g_error_copy (news->error) : NULL;
  g_array_append_vals (told->positions, news->positions, news->n_positions);
}

static gboolean
give_up (gpointer user_data)
{
  g_error ("waited %d s in vain", PATIENCE_S);
  return G_SOURCE_REMOVE;
}

static void
begin_search (Fixture *f,
              Told    *told)
{
  DaybookEntrySearch search = {
    .open_reader = f->book->open_reader, .path = f->path, .filter = f->filter,
    .until_position = N_ENTRIES,
  };

  *told = (Told) { g_array_new (FALSE, FALSE, sizeof (guint64)), g_thread_self (),
                   g_cancellable_new () };
  daybook_entry_search_start (&search, told->cancellable, search_told_cb, told);
}

static void
await_end (Told *told)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_S, give_up, NULL);

  while (!told->done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
told_clear (Told *told)
{
  g_array_unref (told->positions);
  g_object_unref (told->cancellable);
  g_clear_error (&told->error);
}

/* A screen full comes first; in the end all of it has come, once. */
static void
test_search (Fixture       *f,
             gconstpointer  data)
{
  Told told;

  begin_search (f, &told);
  await_end (&told);
  g_assert_no_error (told.error);
  g_assert_cmpuint (told.n_news, >=, 2);
  g_assert_cmpuint (told.n_looked_at, ==, N_ENTRIES);
  g_assert_cmpuint (told.positions->len, ==, N_ENTRIES);
  for (guint i = 0; i < N_ENTRIES; i++)
    g_assert_cmpuint (g_array_index (told.positions, guint64, i), ==, N_ENTRIES - i);
  told_clear (&told);
}

/* The news may be on their way already. */
static void
test_cancelled (Fixture       *f,
                gconstpointer  data)
{
  Told told, other;

  begin_search (f, &told);
  g_usleep (100 * 1000);
  g_cancellable_cancel (told.cancellable);
  begin_search (f, &other);
  await_end (&other);
  g_assert_cmpuint (told.n_news, ==, 0);
  told_clear (&told);
  told_clear (&other);
}

/* The book is not where it was. */
static void
test_cannot_read (Fixture       *f,
                  gconstpointer  data)
{
  Told told;

  g_free (f->path);
  f->path = g_build_filename (f->folder, "elsewhere.daybook", NULL);
  begin_search (f, &told);
  await_end (&told);
  g_assert_nonnull (told.error);
  g_assert_true (told.error->domain == DAYBOOK_STORE_ERROR);
  g_assert_cmpuint (told.n_looked_at, ==, 0);
  g_assert_cmpuint (told.positions->len, ==, 0);
  told_clear (&told);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("daybook-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/entry-finder/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("each-filter", test_each_filter);
  ADD ("range", test_range);
  ADD ("nothing-to-look-at", test_nothing_to_look_at);
  ADD ("stops", test_stops);
  ADD ("search", test_search);
  ADD ("cancelled", test_cancelled);
  ADD ("cannot-read", test_cannot_read);

  status = g_test_run ();
  remove_folder (home);
  return status;
}
