/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of accounts and people: what is listed, in which order, and how much is said of it. */

#include "fixture.h"

/* Titles of accounts, or names of people, as they are listed. */
static char *
list_texts (DaybookListViewModel *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *name = text_of (row, DAYBOOK_IS_ACCOUNT_ROW (row) ? "title" : "name");

      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_listed(list, expected) \
  G_STMT_START { \
    g_autofree char *assert_listed_now = list_texts (list); \
    g_assert_cmpstr (assert_listed_now, ==, (expected)); \
  } G_STMT_END

/* Zoe's account is closed, Mary's blocked, John's and Adam's neither. */
static void
given_lists (Fixture *fixture)
{
  given_textbook (fixture);
  given_person (fixture, "zoe", "Zoe Lee");
  given_person (fixture, "adam", "Adam Hunt");
  given_account (fixture, "zoe", NULL, NULL);
  given_account (fixture, "adam", NULL, NULL);
  given_closed (fixture, "zoe");
  given_block (fixture, "mary", "court");
  given_deposit (fixture, "mary", "7.00", NULL);
}

static void
test_defaults (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookListViewModel *accounts = accounts_of (fixture);
  DaybookListViewModel *people = people_of (fixture);

  assert_text (accounts, "search", "");
  assert_text (accounts, "sort", "number");
  assert_text (accounts, "order", "ascending");
  assert_text (accounts, "status", "open");
  assert_text (accounts, "title", "Accounts");
  assert_text (accounts, "count", "");
  assert_text (accounts, "state", "empty");
  g_assert_false (flag_of (accounts, "is-narrow"));

  assert_text (people, "search", "");
  assert_text (people, "sort", "name");
  assert_text (people, "order", "ascending");
  assert_text (people, "status", "all");
  assert_text (people, "title", "People");
  assert_text (people, "count", "");
  assert_text (people, "state", "empty");
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *status, *title, *listed, *count; } cases[] = {
    { "closed", "Closed Accounts", "Zoe Lee", "1 of 4" },
    { "blocked", "Blocked Accounts", "Mary Jones", "1 of 4" },
    { "all", "All Accounts", "John Smith / Mary Jones / Zoe Lee / Adam Hunt", "" },
    { "open", "Accounts", "John Smith / Mary Jones / Adam Hunt", "3 of 4" },
  };
  DaybookListViewModel *accounts = accounts_of (fixture);

  given_lists (fixture);
  assert_text (accounts, "count", "3 of 4");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (accounts, "status", cases[i].status);
      assert_text (accounts, "status", cases[i].status);
      assert_text (accounts, "title", cases[i].title);
      assert_text (accounts, "count", cases[i].count);
      assert_text (accounts, "state", "list");
      assert_listed (accounts, cases[i].listed);
    }
}

static void
test_sorts (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { gboolean people; const char *sort, *up, *down; } cases[] = {
    { FALSE, "name", "Adam Hunt, Mary Jones / John Smith / Mary Jones",
      "Mary Jones / John Smith / Adam Hunt, Mary Jones" },
    { FALSE, "balance", "Adam Hunt, Mary Jones / Mary Jones / John Smith",
      "John Smith / Mary Jones / Adam Hunt, Mary Jones" },
    { FALSE, "number", "John Smith / Mary Jones / Adam Hunt, Mary Jones",
      "Adam Hunt, Mary Jones / Mary Jones / John Smith" },
    { TRUE, "username", "Adam Hunt / John Smith / Mary Jones / Zoe Lee",
      "Zoe Lee / Mary Jones / John Smith / Adam Hunt" },
    { TRUE, "accounts", "Adam Hunt / John Smith / Zoe Lee / Mary Jones",
      "Mary Jones / Adam Hunt / John Smith / Zoe Lee" },
    { TRUE, "name", "Adam Hunt / John Smith / Mary Jones / Zoe Lee",
      "Zoe Lee / Mary Jones / John Smith / Adam Hunt" },
  };

  given_lists (fixture);
  given_holder (fixture, "0000000486", "mary");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DaybookListViewModel *list = cases[i].people ? people_of (fixture) : accounts_of (fixture);

      type (list, "sort", cases[i].sort);
      assert_listed (list, cases[i].up);
      type (list, "order", "descending");
      assert_listed (list, cases[i].down);
      type (list, "order", "ascending");
    }
}

static void
test_search_with_both (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookListViewModel *accounts = accounts_of (fixture);
  DaybookListViewModel *people = people_of (fixture);

  given_lists (fixture);
  type (accounts, "sort", "balance");
  type (accounts, "order", "descending");
  type (accounts, "status", "all");
  type (accounts, "search", "m");
  assert_listed (accounts, "John Smith / Mary Jones / Adam Hunt");
  assert_text (accounts, "count", "3 of 4");
  type (accounts, "status", "blocked");
  assert_listed (accounts, "Mary Jones");

  /* It is one list with one search, whatever else is chosen. */
  type (accounts, "search", "");
  assert_listed (accounts, "Mary Jones");

  /* Somebody is found by a username they had before. */
  given_username (fixture, "zoe", "zelda");
  type (people, "search", "zoe");
  assert_listed (people, "Zoe Lee");
  assert_text (people, "count", "1 of 4");
  type (accounts, "status", "closed");
  type (accounts, "search", "zelda");
  assert_listed (accounts, "Zoe Lee");
}

static void
test_nothing_found (Fixture       *fixture,
                    gconstpointer  data)
{
  DaybookListViewModel *accounts = accounts_of (fixture);

  given_lists (fixture);
  type (accounts, "search", "nobody");
  assert_text (accounts, "state", "none");
  assert_text (accounts, "count", "0 of 4");
  assert_text (accounts, "remark", "Try other words, or fewer.");
  g_assert_false (flag_of (accounts, "is-narrow"));

  /* There is such an account, but it is closed. */
  type (accounts, "search", "zoe");
  assert_text (accounts, "state", "none");
  assert_text (accounts, "remark", "Only accounts of another status match.");
  g_assert_true (flag_of (accounts, "is-narrow"));
  type (accounts, "status", "all");
  assert_listed (accounts, "Zoe Lee");
  g_assert_false (flag_of (accounts, "is-narrow"));
}

static void
test_none_of_that_status (Fixture       *fixture,
                          gconstpointer  data)
{
  DaybookListViewModel *accounts = accounts_of (fixture);

  given_textbook (fixture);
  type (accounts, "status", "closed");
  assert_text (accounts, "state", "none");
  assert_text (accounts, "remark", "No account is closed.");
  g_assert_true (flag_of (accounts, "is-narrow"));
  type (accounts, "status", "blocked");
  assert_text (accounts, "remark", "No account is blocked.");

  type (accounts, "status", "open");
  assert_text (accounts, "state", "list");
  given_closed (fixture, "mary");
  given_person (fixture, "ann", "Ann Lee");
  assert_listed (accounts, "John Smith");
}

/* What is no choice is not taken, and what is the same is no change. */
static void
test_same_and_unknown (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const properties[][2] = {
    { "sort", "number" }, { "order", "ascending" }, { "status", "open" }, { "search", "" },
  };
  DaybookListViewModel *accounts = accounts_of (fixture);
  DaybookListViewModel *people = people_of (fixture);
  g_auto (Watch) list = { 0 };

  given_lists (fixture);
  watch_list (&list, fixture->book, "accounts");
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_auto (Watch) property = { 0 };

      watch_property (&property, accounts, properties[i][0]);
      type (accounts, properties[i][0], properties[i][1]);
      if (i < 3)
        {
          type (accounts, properties[i][0], "sideways");
          type (accounts, properties[i][0], NULL);
        }
      assert_text (accounts, properties[i][0], properties[i][1]);
      g_assert_cmpuint (property.count, ==, 0);
    }
  g_assert_cmpuint (list.count, ==, 0);

  /* Accounts have no username, people no status. */
  type (accounts, "sort", "username");
  assert_text (accounts, "sort", "number");
  type (people, "sort", "balance");
  assert_text (people, "sort", "name");
  type (people, "status", "closed");
  assert_text (people, "status", "all");
}

static void
test_notifications (Fixture       *fixture,
                    gconstpointer  data)
{
  DaybookListViewModel *accounts = accounts_of (fixture);
  g_auto (Watch) sort = { 0 };
  g_auto (Watch) count = { 0 };
  g_auto (Watch) title = { 0 };
  g_auto (Watch) state = { 0 };

  given_lists (fixture);
  watch_property (&sort, accounts, "sort");
  watch_property (&count, accounts, "count");
  watch_property (&title, accounts, "title");
  watch_property (&state, accounts, "state");

  type (accounts, "sort", "balance");
  g_assert_cmpuint (sort.count, ==, 1);
  g_assert_cmpuint (count.count, ==, 0);
  type (accounts, "status", "closed");
  g_assert_cmpuint (count.count, ==, 1);
  g_assert_cmpuint (title.count, ==, 1);
  g_assert_cmpuint (state.count, ==, 0);
  g_assert_cmpuint (sort.count, ==, 1);
}

/* Figures move an account where figures decide, and nowhere else. */
static void
test_it_follows (Fixture       *fixture,
                 gconstpointer  data)
{
  DaybookListViewModel *accounts = accounts_of (fixture);
  DaybookListViewModel *people = people_of (fixture);
  g_auto (Watch) list = { 0 };

  given_lists (fixture);
  watch_list (&list, fixture->book, "accounts");
  given_deposit (fixture, "adam", "500", NULL);
  assert_listed (accounts, "John Smith / Mary Jones / Adam Hunt");
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 2);
  g_assert_cmpuint (list.removed, ==, 1);
  g_assert_cmpuint (list.added, ==, 1);

  type (accounts, "sort", "balance");
  assert_listed (accounts, "Mary Jones / John Smith / Adam Hunt");
  given_deposit (fixture, "mary", "200", NULL);
  assert_listed (accounts, "John Smith / Mary Jones / Adam Hunt");

  type (people, "sort", "accounts");
  type (people, "order", "descending");
  given_account (fixture, "zoe", NULL, NULL);
  assert_listed (people, "Zoe Lee / Adam Hunt / John Smith / Mary Jones");

  /* It leaves the list as it is closed, and the count says so. */
  type (accounts, "sort", "number");
  assert_text (accounts, "count", "4 of 5");
  given_closed (fixture, "0000000583");
  assert_listed (accounts, "John Smith / Mary Jones / Adam Hunt");
  assert_text (accounts, "count", "3 of 5");
}

static void
test_words_of_status (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const words[] = { "", "Blocked", "Closed", "" };
  DaybookListViewModel *accounts = accounts_of (fixture);

  given_lists (fixture);
  type (accounts, "status", "all");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_item (fixture->book, "accounts", i, "status", words[i]);
}

static void
test_overdrawn_is_said (void)
{
  DaybookAccountFigures figures = { .key = 1, .status = DAYBOOK_ACCOUNT_OPEN, .balance = -1,
                                    .holders = (char *) "John Smith", .currency = { "EUR" } };
  g_autoptr (DaybookAccountRow) overdrawn = NULL, blocked = NULL;

  daybook_account_number_new (1, &figures.number);
  overdrawn = daybook_account_row_new (&figures);
  assert_text (overdrawn, "status", "Overdrawn");

  /* What keeps money from moving comes first. */
  figures.credits_blocked = (char *) "death";
  blocked = daybook_account_row_new (&figures);
  assert_text (blocked, "status", "Blocked");
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

  add ("/list/defaults", test_defaults);
  add ("/list/status", test_status);
  add ("/list/sorts", test_sorts);
  add ("/list/search-with-both", test_search_with_both);
  add ("/list/nothing-found", test_nothing_found);
  add ("/list/none-of-that-status", test_none_of_that_status);
  add ("/list/same-and-unknown", test_same_and_unknown);
  add ("/list/notifications", test_notifications);
  add ("/list/it-follows", test_it_follows);
  add ("/list/words-of-status", test_words_of_status);
  g_test_add_func ("/list/overdrawn-is-said", test_overdrawn_is_said);

  return fixture_run ();
}
