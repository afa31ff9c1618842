/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry's page: what it says, what it has to do with, and how that follows the book. */

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "fixture.h"
#include "people/person-records.h"

/* What the links of a list say, one behind the other. */
static char *
list_links (DaybookEntryViewModel *entry,
            const char            *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length_of (entry, list); i++)
    {
      g_autofree char *title = item_text (entry, list, i, "title");

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", title);
    }

  return g_string_free (text, FALSE);
}

#define assert_links(entry, list, expected) \
  G_STMT_START { \
    g_autofree char *assert_links_found = list_links ((entry), (list)); \
    g_assert_cmpstr (assert_links_found, ==, (expected)); \
    assert_text ((entry), list "-state", *(expected) != '\0' ? "list" : "empty"); \
  } G_STMT_END

/* What the entry of that number has to do with, and whether it can be mended. */
static void
check_entry (Fixture    *fixture,
             guint64     position,
             const char *related,
             const char *concerned,
             gboolean    can_correct)
{
  DaybookEntryViewModel *entry = daybook_book_view_model_open_entry (fixture->book, position);

  assert_links (entry, "related", related);
  assert_links (entry, "concerned", concerned);
  g_assert_cmpint (flag_of (entry, "can-correct"), ==, can_correct);
  g_assert_finalize_object (entry);
}

static void
test_what_it_says (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookEntryViewModel *entry;
  g_autofree char *chain = NULL, *neighbours = NULL;
  guint64 position;

  given_textbook (fixture);
  given (fixture, &daybook_deposit, "to", "john", "amount", "12.50", "on", "2026-11-20",
         "memo", "birthday", NULL);
  entry = daybook_book_view_model_open_entry (fixture->book, 7);
  g_object_get (entry, "position", &position, NULL);
  g_assert_cmpuint (position, ==, 7);
  g_assert_cmpuint (daybook_entry_view_model_get_position (entry), ==, 7);
  g_assert_true (daybook_entry_view_model_get_book (entry) == fixture->book);
  assert_text (entry, "title", "Entry 7");
  assert_text (entry, "sentence", "12.50 EUR deposited to John Smith's account · birthday");
  assert_text (entry, "status", "");
  assert_text (entry, "date", "20 Nov 2026");
  assert_text (entry, "actor", g_get_real_name ());
  assert_text (entry, "remark-title", "Memo");
  assert_text (entry, "remark", "birthday");
  chain = text_of (entry, "chain");
  g_assert_true (g_regex_match_simple ("^[0-9a-f]{4}( [0-9a-f]{4}){3}$", chain, 0, 0));
  assert_links (entry, "related", "");
  assert_links (entry, "concerned", "John Smith");
  assert_item (entry, "concerned", 0, "caption", "0000\u00a00001\u00a095");
  g_assert_finalize_object (entry);

  /* Its neighbour stands at another place. */
  entry = daybook_book_view_model_open_entry (fixture->book, 6);
  assert_text (entry, "remark", "");
  neighbours = text_of (entry, "chain");
  g_assert_cmpstr (chain, !=, neighbours);
  g_assert_finalize_object (entry);
}

static void
test_there_is_none (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_null (daybook_book_view_model_open_entry (fixture->book, 0));
  g_assert_null (daybook_book_view_model_open_entry (fixture->book, 2));
  assert_text (fixture->book, "problem", "");
}

static void
test_a_reversal (Fixture       *fixture,
                 gconstpointer  data)
{
  DaybookEntryViewModel *entry;
  g_auto (Watch) status = { 0 }, sentence = { 0 }, related = { 0 };

  given_textbook (fixture);
  entry = daybook_book_view_model_open_entry (fixture->book, 6);
  g_assert_true (flag_of (entry, "can-correct"));
  watch_property (&status, entry, "status");
  watch_property (&sentence, entry, "sentence");
  watch_list (&related, entry, "related");

  /* What does not concern it is not told. */
  given_deposit (fixture, "mary", "5", NULL);
  g_assert_cmpuint (status.count + sentence.count + related.count, ==, 0);

  given (fixture, &daybook_reverse, "entry", "6", "reason", "mistyped", NULL);
  settle (fixture);
  assert_text (entry, "status", "Reversed by entry 8");
  g_assert_false (flag_of (entry, "can-correct"));
  assert_links (entry, "related", "Reversed by entry 8");
  assert_item (entry, "related", 0, "caption",
               "Entry 6 reversed: 100.00 EUR taken back from John Smith's account · mistyped");
  g_assert_cmpuint (status.count, ==, 1);
  g_assert_cmpuint (related.count, ==, 1);
  g_assert_cmpuint (sentence.count, ==, 0);
  watch_end (&status);
  watch_end (&sentence);
  watch_end (&related);
  g_assert_finalize_object (entry);

  check_entry (fixture, 8, "Reverses entry 6", "John Smith", FALSE);
  entry = daybook_book_view_model_open_entry (fixture->book, 8);
  assert_text (entry, "remark-title", "Reason");
  assert_text (entry, "remark", "mistyped");
  g_assert_finalize_object (entry);
}

static void
test_a_correction (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookEntryViewModel *entry;

  given_textbook (fixture);
  entry = daybook_book_view_model_open_entry (fixture->book, 6);
  given (fixture, &daybook_correct, "entry", "6", "amount", "10", "to", "mary",
         "reason", "mistyped", NULL);
  settle (fixture);
  assert_text (entry, "status", "Reversed by entry 7, replaced by entry 8");
  assert_links (entry, "related", "Reversed by entry 7; Replaced by entry 8");
  g_assert_finalize_object (entry);

  check_entry (fixture, 7, "Reverses entry 6; Recorded together with entry 8", "John Smith", FALSE);
  check_entry (fixture, 8, "Replaces entry 6; Recorded together with entry 7", "Mary Jones", TRUE);
}

static void
test_movements (Fixture       *fixture,
                gconstpointer  data)
{
  given_textbook (fixture);
  given (fixture, &daybook_transfer, "from", "john", "to", "mary", "amount", "30", NULL);
  given (fixture, &daybook_withdraw, "from", "john", "amount", "5", NULL);
  check_entry (fixture, 7, "", "John Smith; Mary Jones", TRUE);
  check_entry (fixture, 8, "", "John Smith", TRUE);
}

static void
test_holds (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookEntryViewModel *entry;

  given_textbook (fixture);
  given_hold (fixture, "john", "20");
  given (fixture, &daybook_capture, "entry", "7", "amount", "15", NULL);
  given_hold (fixture, "john", "10");
  given (fixture, &daybook_release, "entry", "9", "reason", "returned", NULL);
  check_entry (fixture, 7, "Hold paid out by entry 8", "John Smith", FALSE);
  check_entry (fixture, 8, "Pays out the hold of entry 7", "John Smith", TRUE);
  check_entry (fixture, 9, "Hold released by entry 10", "John Smith", FALSE);
  check_entry (fixture, 10, "Releases the hold of entry 9", "John Smith", FALSE);

  /* What the program records by itself. */
  given (fixture, &daybook_hold, "account", "john", "amount", "10", "reason", "keys",
         "expires", "2026-11-24", NULL);
  entry = daybook_book_view_model_open_entry (fixture->book, 11);
  assert_links (entry, "related", "");
  daybook_test_clock_set (fixture->clock, "2026-11-25T10:00:00Z");
  given_deposit (fixture, "mary", "1", NULL);
  while (length_of (entry, "related") == 0)
    settle (fixture);
  assert_links (entry, "related", "Hold ended by entry 13");
  g_assert_finalize_object (entry);
  check_entry (fixture, 13, "Ends the hold of entry 11", "John Smith", FALSE);
}

/* The payout and the closing are one act; reversing the payout follows from it. */
static void
test_a_closing (Fixture       *fixture,
                gconstpointer  data)
{
  given_textbook (fixture);
  given (fixture, &daybook_close, "account", "john", "payout", "cash", "reason", "moved away",
         NULL);
  check_entry (fixture, 7, "Recorded together with entry 8", "John Smith", TRUE);
  check_entry (fixture, 8, "Recorded together with entry 7", "John Smith", FALSE);

  given (fixture, &daybook_reopen, "account", "john", "reason", "back again", NULL);
  given (fixture, &daybook_reverse, "entry", "7", "reason", "never paid", NULL);
  check_entry (fixture, 7, "Recorded together with entry 8; Reversed by entry 10", "John Smith",
               FALSE);
  check_entry (fixture, 8, "Recorded together with entry 7; Led to entry 10", "John Smith", FALSE);
  check_entry (fixture, 10, "Reverses entry 7; Follows from entry 8", "John Smith", FALSE);
}

static void
test_what_moves_no_money (Fixture       *fixture,
                          gconstpointer  data)
{
  given_textbook (fixture);
  given (fixture, &daybook_add_holder, "account", "0000000195", "holder", "mary", NULL);
  given (fixture, &daybook_change_limits, "account", "0000000292", "overdraft", "50", NULL);
  given (fixture, &daybook_block, "account", "0000000292", "side", "both", "reason", "lost card",
         NULL);
  given (fixture, &daybook_person_change, "person", "mary", "phone", "555", NULL);
  check_entry (fixture, 1, "", "", FALSE);
  check_entry (fixture, 2, "", "John Smith", FALSE);
  check_entry (fixture, 4, "", "John Smith, Mary Jones; John Smith", FALSE);
  check_entry (fixture, 7, "", "John Smith, Mary Jones; Mary Jones", FALSE);
  check_entry (fixture, 8, "", "Mary Jones", FALSE);
  check_entry (fixture, 9, "Recorded together with entry 10", "Mary Jones", FALSE);
  check_entry (fixture, 11, "", "Mary Jones", FALSE);
}

/* Whoever is renamed is called by the new name. */
static void
test_names_are_followed (Fixture       *fixture,
                         gconstpointer  data)
{
  DaybookEntryViewModel *entry;

  given_textbook (fixture);
  entry = daybook_book_view_model_open_entry (fixture->book, 6);
  given (fixture, &daybook_person_change, "person", "john", "name", "John Smythe", NULL);
  settle (fixture);
  assert_text (entry, "sentence", "100.00 EUR deposited to John Smythe's account");
  assert_links (entry, "concerned", "John Smythe");
  given_name (fixture, "john", "Holiday");
  settle (fixture);
  assert_links (entry, "concerned", "Holiday");
  g_assert_finalize_object (entry);
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

  add ("/entry/what-it-says", test_what_it_says);
  add ("/entry/there-is-none", test_there_is_none);
  add ("/entry/a-reversal", test_a_reversal);
  add ("/entry/a-correction", test_a_correction);
  add ("/entry/movements", test_movements);
  add ("/entry/holds", test_holds);
  add ("/entry/a-closing", test_a_closing);
  add ("/entry/what-moves-no-money", test_what_moves_no_money);
  add ("/entry/names-are-followed", test_names_are_followed);

  return fixture_run ();
}
