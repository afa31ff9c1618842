/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The daybook's page: what is asked for, in words; what is found, and what comes in meanwhile. */

#include <string.h>

#include "accounts/account-commands.h"
#include "catalogue.h"
#include "daybook-view-model.h"
#include "entry-kinds.h"
#include "fixture.h"
#include "sentences.h"

#define PATIENCE_S 20

static gboolean
give_up (gpointer user_data)
{
  g_error ("waited in vain for: %s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static void
wait_for (DaybookDaybookViewModel *daybook,
          const char              *property,
          const char              *expected)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_S, give_up, (gpointer) expected);

  for (;;)
    {
      g_autofree char *text = text_of (daybook, property);

      if (strcmp (text, expected) == 0)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timeout);
}

static guint
kind_of (DaybookDaybookViewModel *daybook,
         const char              *id)
{
  g_autoptr (GListModel) kinds = NULL;

  g_object_get (daybook, "kinds", &kinds, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (DaybookChoice) choice = g_list_model_get_item (kinds, i);

      if (strcmp (daybook_choice_get_id (choice), id) == 0)
        return i;
    }

  g_assert_not_reached ();
}

/* That these entries are shown, by number, and nothing else. */
static void
assert_shown (DaybookDaybookViewModel *daybook,
              const char              *expected)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  guint length = length_of (daybook, "entries");

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *number = item_text (daybook, "entries", i, "number");

      g_string_append_printf (shown, "%s%s", i > 0 ? " " : "", number);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

/* After the textbook's six: 7 is another deposit of John's, 8 one of Mary's, on earlier days; 9 a
 * hold. */
static DaybookDaybookViewModel *
given_daybook (Fixture *fixture)
{
  given_textbook (fixture);
  daybook_book_view_model_set_operator (fixture->book, "Änne Teller");
  given_deposit (fixture, "john", "1250.50", "2026-10-01");
  given_deposit (fixture, "mary", "20.00", "2026-09-30");
  given_hold (fixture, "john", "50.00");
  settle (fixture);

  return daybook_daybook_view_model_new (fixture->book);
}

static void
test_nothing_asked (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);
  g_autoptr (GListModel) all = NULL, shown = NULL;

  assert_text (daybook, "who", "");
  assert_text (daybook, "operator", "");
  assert_text (daybook, "from", "");
  assert_text (daybook, "until", "");
  assert_text (daybook, "search", "");
  assert_text (daybook, "from-error", "");
  assert_text (daybook, "until-error", "");
  assert_text (daybook, "summary", "");
  assert_text (daybook, "progress", "");
  assert_text (daybook, "state", "list");
  g_assert_false (flag_of (daybook, "filtered"));

  /* Not a copy of the book's list: that very list. */
  g_object_get (fixture->book, "daybook", &all, NULL);
  g_object_get (daybook, "entries", &shown, NULL);
  g_assert_true (all == shown);

  /* Blanks ask for nothing. */
  type (daybook, "search", "  ");
  g_assert_false (flag_of (daybook, "filtered"));
  assert_text (daybook, "summary", "");

  g_assert_finalize_object (g_steal_pointer (&daybook));
}

static void
test_each_filter (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);

  g_object_set (daybook, "kind", kind_of (daybook, "deposits"), NULL);
  g_assert_true (flag_of (daybook, "filtered"));
  wait_for (daybook, "summary", "3 entries · deposits");
  assert_shown (daybook, "8 7 6");
  assert_text (daybook, "state", "list");
  assert_text (daybook, "progress", "");
  g_object_set (daybook, "kind", 0, NULL);
  assert_text (daybook, "summary", "");
  assert_shown (daybook, "9 8 7 6 5 4 3 2 1");

  type (daybook, "who", " mary ");
  wait_for (daybook, "summary", "3 entries · concerning “mary”");
  assert_shown (daybook, "8 5 3");
  type (daybook, "who", "");

  type (daybook, "operator", "anne");
  wait_for (daybook, "summary", "3 entries · recorded by “anne”");
  assert_shown (daybook, "9 8 7");
  type (daybook, "operator", "");

  type (daybook, "search", "keys");
  wait_for (daybook, "summary", "1 entry · with “keys”");
  assert_shown (daybook, "9");
  type (daybook, "search", "");

  assert_text (daybook, "state", "list");
  g_assert_false (flag_of (daybook, "filtered"));
  g_assert_finalize_object (g_steal_pointer (&daybook));
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);

  g_object_set (daybook, "kind", kind_of (daybook, "deposits"), NULL);
  type (daybook, "from", "2026-10-01");
  wait_for (daybook, "summary", "2 entries · deposits · since 1 Oct");
  assert_shown (daybook, "7 6");

  type (daybook, "until", "2026-10-01");
  wait_for (daybook, "summary", "1 entry · deposits · on 1 Oct");
  assert_shown (daybook, "7");

  type (daybook, "from", "2026-09-01");
  wait_for (daybook, "summary", "2 entries · deposits · 1 Sept to 1 Oct");
  assert_shown (daybook, "8 7");

  type (daybook, "from", "");
  type (daybook, "until", "2026-09-30");
  wait_for (daybook, "summary", "1 entry · deposits · until 30 Sept");
  assert_shown (daybook, "8");

  g_assert_finalize_object (g_steal_pointer (&daybook));
}

/* What is no day is said, and asks for nothing. */
static void
test_wrong_days (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);

  type (daybook, "from", "30 of Febtember");
  assert_refused (daybook, "from-error", DAYBOOK_REFUSAL_DATE_NOT_A_DAY,
                  .field = "on", .text = "30 of Febtember");
  assert_text (daybook, "until-error", "");
  g_assert_false (flag_of (daybook, "filtered"));
  assert_text (daybook, "from", "30 of Febtember");

  type (daybook, "from", "2026-10-01");
  assert_text (daybook, "from-error", "");
  type (daybook, "until", "2026-09-01");
  assert_text (daybook, "until-error", "This is before the first day.");
  wait_for (daybook, "state", "none");
  assert_shown (daybook, "");

  daybook_daybook_view_model_clear (daybook);
  assert_text (daybook, "from", "");
  assert_text (daybook, "until", "");
  assert_text (daybook, "until-error", "");
  assert_text (daybook, "state", "list");

  g_assert_finalize_object (g_steal_pointer (&daybook));
}

/* Amounts as the user writes them, numbers, several words; and all at once. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *search; const char *shown; } searches[] = {
    { "1,250.50", "7" }, { "1250.50", "7" }, { "1 250.50", "7" }, { "1250.5", "7" },
    { "JOHN 50.00", "9" }, { "smith keys", "9" }, { "keys mary", "" }, { "0000", "9 8 7 6 5 4" },
    { "20", "8" }, { "euro", "" }, { "riverside", "1" }, { "8", "8" },
  };
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      guint n = *searches[i].shown != '\0' ? (strlen (searches[i].shown) + 1) / 2 : 0;
      g_autofree char *summary =
        g_strdup_printf ("%u %s · with “%s”", n, n == 1 ? "entry" : "entries", searches[i].search);

      type (daybook, "search", searches[i].search);
      wait_for (daybook, "summary", summary);
      assert_shown (daybook, searches[i].shown);
      assert_text (daybook, "state", n > 0 ? "list" : "none");
    }

  g_object_set (daybook, "kind", kind_of (daybook, "deposits"), "who", "john",
                "operator", "teller", "from", "2026-09-01", "until", "2026-10-31",
                "search", "smith", NULL);
  wait_for (daybook, "summary", "1 entry · deposits · concerning “john” · recorded by “teller” · "
                                "1 Sept to 31 Oct · with “smith”");
  assert_shown (daybook, "7");

  g_assert_finalize_object (g_steal_pointer (&daybook));
}

static void
test_notifications (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);
  guint deposits = kind_of (daybook, "deposits");
  g_auto (Watch) kind = { 0 }, entries = { 0 }, search = { 0 }, filtered = { 0 };

  watch_property (&kind, daybook, "kind");
  watch_property (&entries, daybook, "entries");
  watch_property (&search, daybook, "search");
  watch_property (&filtered, daybook, "filtered");
  g_object_set (daybook, "kind", 0, "search", "", NULL);
  g_assert_cmpuint (kind.count + entries.count + search.count + filtered.count, ==, 0);

  /* What was shown stays until there is something else. */
  g_object_set (daybook, "kind", deposits, NULL);
  assert_text (daybook, "summary", "deposits");
  assert_text (daybook, "state", "list");
  g_assert_cmpuint (entries.count, ==, 0);
  assert_shown (daybook, "9 8 7 6 5 4 3 2 1");
  wait_for (daybook, "summary", "3 entries · deposits");
  g_assert_cmpuint (entries.count, ==, 1);

  g_object_set (daybook, "kind", deposits, NULL);
  type (daybook, "search", "john");
  assert_shown (daybook, "8 7 6");
  wait_for (daybook, "summary", "2 entries · deposits · with “john”");
  g_assert_cmpuint (entries.count, ==, 1);

  daybook_daybook_view_model_clear (daybook);
  g_assert_cmpuint (kind.count, ==, 2);
  g_assert_cmpuint (search.count, ==, 2);
  g_assert_cmpuint (filtered.count, ==, 2);
  g_assert_cmpuint (entries.count, ==, 2);
  assert_text (daybook, "summary", "");

  watch_end (&kind);
  watch_end (&entries);
  watch_end (&search);
  watch_end (&filtered);
  g_assert_finalize_object (g_steal_pointer (&daybook));
}

/* Entries recorded meanwhile come in on top; rows that were there stay. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);
  g_auto (Watch) list = { 0 };

  g_object_set (daybook, "kind", kind_of (daybook, "deposits"), NULL);
  wait_for (daybook, "summary", "3 entries · deposits");
  watch_list (&list, daybook, "entries");

  given_hold (fixture, "john", "1.00");
  given_deposit (fixture, "mary", "7.00", NULL);
  wait_for (daybook, "summary", "4 entries · deposits");
  assert_shown (daybook, "11 8 7 6");
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 0);
  g_assert_cmpuint (list.added, ==, 1);

  given_deposit (fixture, "john", "8.00", NULL);
  given_deposit (fixture, "john", "9.00", NULL);
  wait_for (daybook, "summary", "6 entries · deposits");
  assert_shown (daybook, "13 12 11 8 7 6");
  watch_end (&list);

  /* Nothing was asked for: the book's own list follows by itself. */
  daybook_daybook_view_model_clear (daybook);
  given_deposit (fixture, "john", "10.00", NULL);
  settle (fixture);
  g_assert_cmpuint (length_of (daybook, "entries"), ==, 14);

  g_assert_finalize_object (g_steal_pointer (&daybook));
}

/* Somebody is called something else: what was found may not be what is found now. */
static void
test_follows_names (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);

  type (daybook, "who", "johnny");
  wait_for (daybook, "summary", "0 entries · concerning “johnny”");
  assert_text (daybook, "state", "none");

  given_username (fixture, "john", "johnny");
  wait_for (daybook, "summary", "6 entries · concerning “johnny”");
  assert_shown (daybook, "10 9 7 6 4 2");
  assert_text (daybook, "state", "list");

  g_assert_finalize_object (g_steal_pointer (&daybook));
}

/* Whoever asks for something else, or goes away, hears no more of it. */
static void
test_changes_mind (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);

  type (daybook, "search", "k");
  type (daybook, "search", "ke");
  type (daybook, "search", "mary");
  wait_for (daybook, "summary", "3 entries · with “mary”");
  settle (fixture);
  assert_shown (daybook, "8 5 3");

  type (daybook, "search", "john");
  daybook_daybook_view_model_clear (daybook);
  settle (fixture);
  g_usleep (50 * 1000);
  settle (fixture);
  assert_text (daybook, "summary", "");
  assert_shown (daybook, "9 8 7 6 5 4 3 2 1");

  type (daybook, "search", "john");
  g_assert_finalize_object (g_steal_pointer (&daybook));
  g_usleep (50 * 1000);
  settle (fixture);
}

/* A list that somebody still holds when its page is gone is empty. */
static void
test_list_outlives_page (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (DaybookDaybookViewModel) daybook = given_daybook (fixture);
  g_autoptr (GListModel) entries = NULL;

  type (daybook, "search", "john");
  wait_for (daybook, "summary", "5 entries · with “john”");
  g_object_get (daybook, "entries", &entries, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 5);

  g_assert_finalize_object (g_steal_pointer (&daybook));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 0);
}

/* Every type of event is of a kind, and of one only. */
static void
test_kinds (void)
{
  g_autoptr (GListModel) kinds = daybook_entry_kinds ();

  g_assert_null (daybook_entry_kind_types (0));
  g_assert_cmpstr (daybook_entry_kind_words (0), ==, "");

  for (const DaybookSchema *const *event = daybook_event_types; *event != NULL; event++)
    {
      guint n_kinds = 0;

      for (guint i = 1; i < g_list_model_get_n_items (kinds); i++)
        for (const DaybookSchema *const *type = daybook_entry_kind_types (i); *type; type++)
          n_kinds += *type == *event;
      if (n_kinds != 1)
        g_error ("%s is of %u kinds", (*event)->name, n_kinds);
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/daybook/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("nothing-asked", test_nothing_asked);
  ADD ("each-filter", test_each_filter);
  ADD ("days", test_days);
  ADD ("wrong-days", test_wrong_days);
  ADD ("words", test_words);
  ADD ("notifications", test_notifications);
  ADD ("follows", test_follows);
  ADD ("follows-names", test_follows_names);
  ADD ("changes-mind", test_changes_mind);
  ADD ("list-outlives-page", test_list_outlives_page);
  g_test_add_func ("/daybook/kinds", test_kinds);

  return fixture_run ();
}
