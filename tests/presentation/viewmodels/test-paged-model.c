/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The paged list: what it fetches, what it keeps, what it says. Rows are choices whose id is their
 * number. */

#include "choice.h"
#include "paged-model.h"

typedef struct
{
  DaybookPagedModel *model;
  guint n_fetches;
  guint n_rows;
  guint broken_from;
  const char *title;

  guint n_changes;
  guint position;
  guint removed;
  guint added;
  guint n_lengths;
} Fixture;

static GPtrArray *
fetch (guint    first,
       guint    count,
       gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpuint (count, >=, 1);
  g_assert_cmpuint (first + count, <=, daybook_paged_model_get_length (fixture->model));

  fixture->n_fetches++;
  fixture->n_rows += count;
  for (guint i = first; i < first + count && i < fixture->broken_from; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      g_ptr_array_add (rows, daybook_choice_new (id, fixture->title));
    }

  return g_steal_pointer (&rows);
}

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  fixture->n_changes++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
length_notified_cb (Fixture *fixture)
{
  fixture->n_lengths++;
}

static void
make (Fixture           *fixture,
      DaybookPagedOrder  order,
      guint              length)
{
  fixture->title = "old";
  fixture->broken_from = G_MAXUINT;
  fixture->model = daybook_paged_model_new (DAYBOOK_TYPE_CHOICE, order, fetch, fixture);
  daybook_paged_model_refresh (fixture->model, length, 0);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (items_changed_cb),
                            fixture);
  g_signal_connect_swapped (fixture->model, "notify::n-items", G_CALLBACK (length_notified_cb),
                            fixture);
}

static void
assert_changed (Fixture *fixture,
                guint    n_changes,
                guint    position,
                guint    removed,
                guint    added)
{
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
  g_assert_cmpuint (fixture->position, ==, position);
  g_assert_cmpuint (fixture->removed, ==, removed);
  g_assert_cmpuint (fixture->added, ==, added);
}

static DaybookChoice *
get (Fixture *fixture,
     guint    position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
}

static void
assert_row (Fixture    *fixture,
            guint       position,
            const char *id,
            const char *title)
{
  g_autoptr (DaybookChoice) row = get (fixture, position);

  g_assert_nonnull (row);
  g_assert_cmpstr (daybook_choice_get_id (row), ==, id);
  g_assert_cmpstr (daybook_choice_get_title (row), ==, title);
}

static void
test_empty (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_OLDEST_FIRST, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture.model)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture.model)) == DAYBOOK_TYPE_CHOICE);
  g_assert_null (get (&fixture, 0));
  g_assert_cmpuint (fixture.n_fetches, ==, 0);
  g_assert_finalize_object (fixture.model);
}

static void
test_fetches_by_page (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_OLDEST_FIRST, 130);
  assert_row (&fixture, 0, "0", "old");
  assert_row (&fixture, 63, "63", "old");
  g_assert_cmpuint (fixture.n_fetches, ==, 1);
  assert_row (&fixture, 64, "64", "old");
  g_assert_cmpuint (fixture.n_fetches, ==, 2);
  assert_row (&fixture, 129, "129", "old");
  g_assert_cmpuint (fixture.n_rows, ==, 130);
  g_assert_null (get (&fixture, 130));
  g_assert_finalize_object (fixture.model);
}

static void
test_newest_first (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_NEWEST_FIRST, 100);
  assert_row (&fixture, 0, "99", "old");
  assert_row (&fixture, 99, "0", "old");
  g_assert_finalize_object (fixture.model);
}

/* A million rows, looked at from end to end: what is kept is bounded, and every row is right. */
static void
test_million_rows (void)
{
  Fixture fixture = { 0 };
  GWeakRef first;

  make (&fixture, DAYBOOK_NEWEST_FIRST, 1000000);
  assert_row (&fixture, 0, "999999", "old");
  assert_row (&fixture, 500000, "499999", "old");
  assert_row (&fixture, 999999, "0", "old");
  g_assert_cmpuint (fixture.n_fetches, ==, 3);
  g_assert_cmpuint (fixture.n_rows, <=, 3 * 64);

  {
    g_autoptr (DaybookChoice) row = get (&fixture, 0);

    g_weak_ref_init (&first, row);
  }
  for (guint i = 0; i < 100 * 64; i += 64)
    g_object_unref (get (&fixture, 1000 + i));
  g_assert_null (g_weak_ref_get (&first));
  g_weak_ref_clear (&first);
  g_assert_finalize_object (fixture.model);
}

/* A new last row moves nothing: neither where the list grows nor in what is kept. */
static void
test_growing_keeps_rows (gconstpointer data)
{
  DaybookPagedOrder order = GPOINTER_TO_UINT (data);
  gboolean newest_first = order == DAYBOOK_NEWEST_FIRST;
  Fixture fixture = { 0 };
  g_autoptr (DaybookChoice) before = NULL;
  g_autoptr (DaybookChoice) after = NULL;

  make (&fixture, order, 100);
  before = get (&fixture, newest_first ? 0 : 99);
  g_assert_cmpuint (fixture.n_rows, ==, 36);

  daybook_paged_model_refresh (fixture.model, 101, 100);
  assert_changed (&fixture, 1, newest_first ? 0 : 100, 0, 1);
  g_assert_cmpuint (fixture.n_lengths, ==, 1);

  after = get (&fixture, newest_first ? 1 : 99);
  g_assert_true (before == after);
  g_assert_cmpuint (fixture.n_rows, ==, 36);
  assert_row (&fixture, newest_first ? 0 : 100, "100", "old");
  g_assert_cmpuint (fixture.n_rows, ==, 37);
  g_assert_finalize_object (fixture.model);
}

/* A row that comes in between changes itself and those after it, no others. */
static void
test_change_in_between (void)
{
  Fixture fixture = { 0 };
  g_autoptr (DaybookChoice) before = NULL;
  g_autoptr (DaybookChoice) after = NULL;

  make (&fixture, DAYBOOK_NEWEST_FIRST, 10);
  before = get (&fixture, 10 - 1 - 6);
  fixture.title = "new";
  daybook_paged_model_refresh (fixture.model, 11, 7);
  assert_changed (&fixture, 1, 0, 3, 4);

  after = get (&fixture, 11 - 1 - 6);
  g_assert_true (before == after);
  assert_row (&fixture, 0, "10", "new");
  assert_row (&fixture, 11 - 1 - 7, "7", "new");
  assert_row (&fixture, 11 - 1 - 6, "6", "old");
  g_assert_finalize_object (fixture.model);
}

static void
test_everything_changes (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_OLDEST_FIRST, 10);
  assert_row (&fixture, 3, "3", "old");
  fixture.title = "new";
  daybook_paged_model_refresh (fixture.model, 10, 0);
  assert_changed (&fixture, 1, 0, 10, 10);
  g_assert_cmpuint (fixture.n_lengths, ==, 0);
  assert_row (&fixture, 3, "3", "new");

  daybook_paged_model_refresh (fixture.model, 4, 10);
  assert_changed (&fixture, 2, 4, 6, 0);
  g_assert_null (get (&fixture, 4));
  g_assert_finalize_object (fixture.model);
}

/* Many rows that are not what they were go before the others come: a list view would fetch all of
 * them to look for those it had. */
static void
test_much_changes (gconstpointer data)
{
  gboolean newest_first = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };

  make (&fixture, newest_first ? DAYBOOK_NEWEST_FIRST : DAYBOOK_OLDEST_FIRST, 100000);
  fixture.title = "new";
  daybook_paged_model_refresh (fixture.model, 100000, 5);
  assert_changed (&fixture, 2, newest_first ? 0 : 5, 0, 99995);
  g_assert_cmpuint (fixture.n_lengths, ==, 0);
  g_assert_cmpuint (fixture.n_fetches, ==, 0);
  assert_row (&fixture, newest_first ? 0 : 99999, "99999", "new");
  g_assert_finalize_object (fixture.model);
}

/* A few rows in between are exchanged, and no others; many are, together with those after them. */
static void
test_replace (gconstpointer data)
{
  gboolean newest_first = GPOINTER_TO_INT (data);
  Fixture fixture = { 0 };
  g_autoptr (DaybookChoice) before = NULL;
  g_autoptr (DaybookChoice) after = NULL;

  make (&fixture, newest_first ? DAYBOOK_NEWEST_FIRST : DAYBOOK_OLDEST_FIRST, 1000);
  before = get (&fixture, newest_first ? 999 : 0);
  fixture.title = "new";
  daybook_paged_model_replace (fixture.model, 10, 3, 2);
  assert_changed (&fixture, 1, newest_first ? 987 : 10, 3, 2);
  g_assert_cmpuint (fixture.n_lengths, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture.model)), ==, 999);
  assert_row (&fixture, newest_first ? 988 : 10, "10", "new");

  daybook_paged_model_replace (fixture.model, 10, 900, 901);
  assert_changed (&fixture, 3, newest_first ? 0 : 10, 0, 990);
  g_assert_cmpuint (fixture.n_lengths, ==, 2);
  assert_row (&fixture, newest_first ? 0 : 999, "999", "new");
  after = get (&fixture, newest_first ? 999 : 0);
  g_assert_true (before == after);

  daybook_paged_model_replace (fixture.model, 10, 0, 0);
  g_assert_cmpuint (fixture.n_changes, ==, 3);
  g_assert_finalize_object (fixture.model);
}

static void
test_nothing_changes (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_NEWEST_FIRST, 10);
  daybook_paged_model_refresh (fixture.model, 10, 10);
  daybook_paged_model_refresh (fixture.model, 10, 1000);
  g_assert_cmpuint (fixture.n_changes, ==, 0);
  g_assert_cmpuint (fixture.n_lengths, ==, 0);
  g_assert_finalize_object (fixture.model);
}

static void
test_one_row_changes (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_NEWEST_FIRST, 100);
  assert_row (&fixture, 99 - 70, "70", "old");
  assert_row (&fixture, 99 - 71, "71", "old");
  fixture.title = "new";
  daybook_paged_model_refresh_row (fixture.model, 70);
  assert_changed (&fixture, 1, 99 - 70, 1, 1);
  assert_row (&fixture, 99 - 70, "70", "new");
  assert_row (&fixture, 99 - 71, "71", "old");

  /* One that was never looked at is not fetched for that. */
  fixture.n_fetches = 0;
  daybook_paged_model_refresh_row (fixture.model, 5);
  assert_changed (&fixture, 2, 99 - 5, 1, 1);
  g_assert_cmpuint (fixture.n_fetches, ==, 0);
  g_assert_finalize_object (fixture.model);
}

/* A row that cannot be read is empty, and asked for again the next time. */
static void
test_unreadable_rows (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_OLDEST_FIRST, 10);
  fixture.broken_from = 5;
  assert_row (&fixture, 4, "4", "old");
  assert_row (&fixture, 5, NULL, NULL);
  assert_row (&fixture, 9, NULL, NULL);
  fixture.broken_from = G_MAXUINT;
  assert_row (&fixture, 9, "9", "old");
  g_assert_finalize_object (fixture.model);
}

/* Rows that come in between: those that are on screen are not taken away. */
static void
test_insert (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_OLDEST_FIRST, 100);
  assert_row (&fixture, 5, "5", "old");
  assert_row (&fixture, 50, "50", "old");
  daybook_paged_model_insert (fixture.model, 10, 3);
  assert_changed (&fixture, 1, 10, 0, 3);
  g_assert_cmpuint (fixture.n_lengths, ==, 1);
  g_assert_cmpuint (daybook_paged_model_get_length (fixture.model), ==, 103);

  fixture.title = "new";
  assert_row (&fixture, 5, "5", "old");
  assert_row (&fixture, 10, "10", "new");

  daybook_paged_model_insert (fixture.model, 0, 0);
  g_assert_cmpuint (fixture.n_changes, ==, 1);
  g_assert_cmpuint (fixture.n_lengths, ==, 1);
  daybook_paged_model_insert (fixture.model, 103, 1);
  assert_changed (&fixture, 2, 103, 0, 1);
  g_assert_finalize_object (fixture.model);
}

static void
test_insert_newest_first (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_NEWEST_FIRST, 10);
  daybook_paged_model_insert (fixture.model, 2, 1);
  assert_changed (&fixture, 1, 8, 0, 1);
  daybook_paged_model_insert (fixture.model, 11, 2);
  assert_changed (&fixture, 2, 0, 0, 2);
  g_assert_finalize_object (fixture.model);
}

static void
test_detached_is_empty (void)
{
  Fixture fixture = { 0 };

  make (&fixture, DAYBOOK_OLDEST_FIRST, 10);
  daybook_paged_model_detach (fixture.model);
  assert_changed (&fixture, 1, 0, 10, 0);
  g_assert_null (get (&fixture, 0));
  g_assert_cmpuint (fixture.n_fetches, ==, 0);
  g_assert_finalize_object (fixture.model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paged-model/empty", test_empty);
  g_test_add_func ("/paged-model/fetches-by-page", test_fetches_by_page);
  g_test_add_func ("/paged-model/newest-first", test_newest_first);
  g_test_add_func ("/paged-model/million-rows", test_million_rows);
  g_test_add_data_func ("/paged-model/growing-keeps-rows/oldest-first",
                        GUINT_TO_POINTER (DAYBOOK_OLDEST_FIRST), test_growing_keeps_rows);
  g_test_add_data_func ("/paged-model/growing-keeps-rows/newest-first",
                        GUINT_TO_POINTER (DAYBOOK_NEWEST_FIRST), test_growing_keeps_rows);
  g_test_add_func ("/paged-model/change-in-between", test_change_in_between);
  g_test_add_func ("/paged-model/everything-changes", test_everything_changes);
  g_test_add_data_func ("/paged-model/much-changes/oldest-first", NULL, test_much_changes);
  g_test_add_data_func ("/paged-model/much-changes/newest-first", GINT_TO_POINTER (TRUE),
                        test_much_changes);
  g_test_add_data_func ("/paged-model/replace/oldest-first", NULL, test_replace);
  g_test_add_data_func ("/paged-model/replace/newest-first", GINT_TO_POINTER (TRUE),
                        test_replace);
  g_test_add_func ("/paged-model/nothing-changes", test_nothing_changes);
  g_test_add_func ("/paged-model/one-row-changes", test_one_row_changes);
  g_test_add_func ("/paged-model/unreadable-rows", test_unreadable_rows);
  g_test_add_func ("/paged-model/insert", test_insert);
  g_test_add_func ("/paged-model/insert-newest-first", test_insert_newest_first);
  g_test_add_func ("/paged-model/detached-is-empty", test_detached_is_empty);

  return g_test_run ();
}
