/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's page: figures, and entries that stay where they are. */

#include <string.h>

#include "accounts/account-commands.h"
#include "fixture.h"
#include "money-text.h"

static char *
plain (gint64 cents)
{
  return daybook_money_text_plain (cents, (DaybookCurrency) { "EUR" });
}

#define assert_plain(account, position, property, cents) \
  G_STMT_START { \
    g_autofree char *assert_amount = plain (cents); \
    assert_item ((account), "entries", (position), (property), assert_amount); \
  } G_STMT_END

static guint64
transfer (Fixture    *fixture,
          const char *amount)
{
  g_autoptr (DaybookMoneyFormViewModel) form =
    daybook_book_view_model_new_money_form (fixture->book, DAYBOOK_MONEY_TRANSFER, 1);
  g_auto (Watch) done = { 0 };

  watch_sentence (&done, form, "done");
  type (form, "to", "mary");
  type (form, "amount", amount);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&done, 1);

  return done.entry;
}

static void
undo (Fixture *fixture,
      guint64  entry)
{
  g_auto (Watch) recorded = { 0 };

  watch_sentence (&recorded, fixture->book, "recorded");
  daybook_book_view_model_undo_entry (fixture->book, entry);
  watch_wait (&recorded, 1);
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john, *mary;

  given_person (fixture, "john", "John Smith");
  given_person (fixture, "mary", "Mary Jones");
  given_account (fixture, "john", "50.00", "1787");
  given_account (fixture, "mary", NULL, NULL);
  given_deposit (fixture, "john", "100.00", NULL);

  john = daybook_book_view_model_open_account (fixture->book, 1);
  assert_text (john, "number", "0000\u00a00001\u00a095");
  assert_text (john, "title", "John Smith");
  assert_text (john, "caption", "0000\u00a00001\u00a095");
  assert_text (john, "holders", "John Smith");
  assert_text (john, "reference", "1787");
  assert_text (john, "status", "");
  assert_euros (john, "balance", 10000);
  assert_euros (john, "available", 15000);
  assert_euros (john, "on-hold", 0);
  assert_euros (john, "overdraft", 5000);
  assert_text (john, "entries-state", "list");
  g_assert_true (flag_of (john, "is-open"));
  g_assert_false (flag_of (john, "is-overdrawn"));

  mary = daybook_book_view_model_open_account (fixture->book, 2);
  assert_text (mary, "reference", "");
  assert_text (mary, "overdraft", "");
  assert_text (mary, "entries-state", "empty");
  g_assert_cmpuint (length_of (mary, "entries"), ==, 0);
  g_assert_finalize_object (john);
  g_assert_finalize_object (mary);
}

/* What is set aside shows in the figures; the entries are what moved money. */
static void
test_on_hold (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_auto (Watch) rows = { 0 };

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  watch_list (&rows, john, "entries");
  given_hold (fixture, "john", "40");
  settle (fixture);
  assert_euros (john, "balance", 10000);
  assert_euros (john, "on-hold", 4000);
  assert_euros (john, "available", 6000);
  g_assert_cmpuint (length_of (john, "entries"), ==, 1);
  g_assert_cmpuint (rows.count, ==, 0);
  watch_end (&rows);
  g_assert_finalize_object (john);
}

static void
test_overdrawn (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookAccountViewModel *john;

  given_person (fixture, "john", "John Smith");
  given_person (fixture, "mary", "Mary Jones");
  given_account (fixture, "john", "50.00", NULL);
  given_account (fixture, "mary", NULL, NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  transfer (fixture, "20");
  assert_euros (john, "balance", -2000);
  assert_euros (john, "available", 3000);
  g_assert_true (flag_of (john, "is-overdrawn"));
  g_assert_finalize_object (john);
}

static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_autofree char *line = NULL;

  given_textbook (fixture);
  transfer (fixture, "40");
  john = daybook_book_view_model_open_account (fixture->book, 1);

  g_assert_cmpuint (length_of (john, "entries"), ==, 2);
  assert_item (john, "entries", 0, "number", "7");
  assert_item (john, "entries", 0, "money-in", "");
  assert_plain (john, 0, "money-out", 4000);
  assert_plain (john, 0, "balance", 6000);
  line = item_text (john, "entries", 0, "description");
  g_assert_nonnull (strstr (line, "Mary Jones"));
  assert_item (john, "entries", 0, "remark", "");

  assert_item (john, "entries", 1, "number", "6");
  assert_plain (john, 1, "money-in", 10000);
  assert_item (john, "entries", 1, "money-out", "");
  assert_plain (john, 1, "balance", 10000);
  g_assert_finalize_object (john);
}

/* An empty row, as a list gives it that cannot read, says nothing and breaks nothing. */
static void
test_empty_rows (void)
{
  static const char *const texts[] = { "number", "date", "description", "money-in", "money-out",
                                       "balance", "remark" };
  g_autoptr (DaybookEntryRow) row = g_object_new (DAYBOOK_TYPE_ENTRY_ROW, NULL);
  g_autoptr (DaybookAccountRow) account = g_object_new (DAYBOOK_TYPE_ACCOUNT_ROW, NULL);
  g_autoptr (DaybookPersonRow) person = g_object_new (DAYBOOK_TYPE_PERSON_ROW, NULL);
  g_autoptr (DaybookDaybookRow) entry = g_object_new (DAYBOOK_TYPE_DAYBOOK_ROW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_text (row, texts[i], "");
  g_assert_false (flag_of (row, "is-reversal"));
  g_assert_false (flag_of (row, "is-reversed"));
  g_assert_cmpuint (daybook_entry_row_get_position (row), ==, 0);
  assert_text (account, "title", "");
  g_assert_cmpuint (daybook_account_row_get_key (account), ==, 0);
  assert_text (person, "name", "");
  g_assert_cmpuint (daybook_person_row_get_key (person), ==, 0);
  g_assert_cmpstr (daybook_person_row_get_username (person), ==, "");
  assert_text (entry, "sentence", "");
}

static void
test_deposit_is_added (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;
  g_auto (Watch) list = { 0 };
  g_auto (Watch) balance = { 0 };
  g_auto (Watch) title = { 0 };

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "entries", &entries, NULL);
  before = g_list_model_get_item (entries, 0);
  watch_list (&list, john, "entries");
  watch_property (&balance, john, "balance");
  watch_property (&title, john, "title");

  given_deposit (fixture, "john", "5.00", NULL);
  assert_euros (john, "balance", 10500);
  g_assert_cmpuint (balance.count, ==, 1);
  g_assert_cmpuint (title.count, ==, 0);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 0);
  g_assert_cmpuint (list.added, ==, 1);
  after = g_list_model_get_item (entries, 1);
  g_assert_true (before == after);

  watch_end (&balance);
  watch_end (&title);
  g_assert_finalize_object (john);
}

/* Somebody else's deposit is none of this account's business. */
static void
test_others_do_not_matter (Fixture       *fixture,
                           gconstpointer  data)
{
  DaybookAccountViewModel *mary;
  g_auto (Watch) list = { 0 };
  g_auto (Watch) balance = { 0 };

  given_textbook (fixture);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  watch_list (&list, mary, "entries");
  watch_property (&balance, mary, "balance");
  given_deposit (fixture, "john", "5.00", NULL);
  given_person (fixture, "ann", "Ann Lee");
  g_assert_cmpuint (list.count, ==, 0);
  g_assert_cmpuint (balance.count, ==, 0);

  watch_end (&balance);
  g_assert_finalize_object (mary);
}

/* Also not when there is much of it: the account's own next entry is still only one more row. */
static void
test_many_of_others (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookAccountViewModel *mary;
  g_auto (Watch) list = { 0 };

  given_textbook (fixture);
  given_deposit (fixture, "mary", "1.00", NULL);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  for (guint i = 0; i < 300; i++)
    given_deposit (fixture, "john", "1.00", NULL);

  watch_list (&list, mary, "entries");
  given_deposit (fixture, "mary", "1.00", NULL);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.removed, ==, 0);
  g_assert_cmpuint (list.added, ==, 1);
  g_assert_finalize_object (mary);
}

/* A backdated entry comes in between; every row after it has another balance, those before stay. */
static void
test_backdated (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;
  g_auto (Watch) list = { 0 };

  given_textbook (fixture);
  given_deposit (fixture, "john", "1.00", "2026-02-01");
  given_deposit (fixture, "john", "2.00", "2026-04-01");
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "entries", &entries, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 3);
  assert_plain (john, 0, "balance", 10300);
  before = g_list_model_get_item (entries, 2);
  watch_list (&list, john, "entries");

  given_deposit (fixture, "john", "4.00", "2026-03-01");
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 2);
  g_assert_cmpuint (list.added, ==, 3);
  assert_plain (john, 0, "balance", 10700);
  assert_plain (john, 1, "balance", 700);
  assert_plain (john, 2, "balance", 500);
  assert_plain (john, 3, "balance", 100);
  after = g_list_model_get_item (entries, 3);
  g_assert_true (before == after);
  g_assert_finalize_object (john);
}

/* A reversal says so, and so does what it reverses. */
static void
test_reversed (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookAccountViewModel *john, *mary;
  g_autofree char *remark = NULL;
  g_autofree char *line = NULL;
  g_auto (Watch) list = { 0 };
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (DaybookEntryRow) reversal = NULL;
  g_autoptr (DaybookEntryRow) original = NULL;
  guint64 entry;

  given_textbook (fixture);
  entry = transfer (fixture, "40");
  given_deposit (fixture, "john", "1.00", NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  assert_item (john, "entries", 1, "remark", "");
  watch_list (&list, john, "entries");

  undo (fixture, entry);
  assert_euros (john, "balance", 10100);
  assert_euros (mary, "balance", 0);
  g_assert_cmpuint (list.count, ==, 1);
  g_assert_cmpuint (list.position, ==, 0);
  g_assert_cmpuint (list.removed, ==, 2);
  g_assert_cmpuint (list.added, ==, 3);

  g_object_get (john, "entries", &entries, NULL);
  reversal = g_list_model_get_item (entries, 0);
  original = g_list_model_get_item (entries, 2);
  g_assert_true (flag_of (reversal, "is-reversal"));
  g_assert_false (flag_of (reversal, "is-reversed"));
  g_assert_true (flag_of (original, "is-reversed"));
  g_assert_false (flag_of (original, "is-reversal"));
  g_assert_cmpuint (daybook_entry_row_get_position (original), ==, entry);
  remark = text_of (original, "remark");
  g_assert_nonnull (strstr (remark, "9"));
  line = text_of (reversal, "description");
  g_assert_cmpstr (line, !=, "");

  g_assert_finalize_object (john);
  g_assert_finalize_object (mary);
}

/* More rows than are kept, each where it belongs, also after one more. */
static void
test_many_entries (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookAccountViewModel *john;
  guint n = 200;

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  for (guint i = 0; i < n; i++)
    given_deposit (fixture, "john", "1.00", NULL);

  g_assert_cmpuint (length_of (john, "entries"), ==, n);
  for (guint i = 0; i < n; i++)
    assert_plain (john, i, "balance", 100 * (n - i));
  given_deposit (fixture, "john", "1.00", NULL);
  for (guint i = 0; i <= n; i += 50)
    assert_plain (john, i, "balance", 100 * (n + 1 - i));
  g_assert_finalize_object (john);
}

/* At every moment that somebody is told of a change: no entry stands there twice, and each balance
 * follows from the one below it. All deposits are of 1.00. */
static void
entries_changed_cb (GListModel *entries,
                    guint       position,
                    guint       removed,
                    guint       added,
                    guint      *n_changes)
{
  guint n = g_list_model_get_n_items (entries);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  (*n_changes)++;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DaybookEntryRow) row = g_list_model_get_item (entries, i);
      g_autofree char *balance = text_of (row, "balance");
      g_autofree char *expected = plain (100 * (n - i));
      guint64 entry = daybook_entry_row_get_position (row);

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (entry)));
      g_assert_cmpstr (balance, ==, expected);
    }
}

static void
ask_for_deposit (Fixture    *fixture,
                 const char *on)
{
  DaybookDeposit command = { .command = { &daybook_deposit }, .to = (char *) "john",
                             .amount = decimal ("1.00"), .on = day (on) };

  daybook_desk_execute_async (fixture->desk, &command.command, NULL, NULL, NULL, NULL);
}

/* The figures may be further than the news that has come so far. */
static void
test_news_come_late (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookReadModel *read_model = daybook_desk_get_read_model (fixture->desk);
  DaybookAccountViewModel *john;
  g_autoptr (GListModel) entries = NULL;
  guint n_changes = 0;
  guint64 n_entries;
  gulong handler;

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  given_deposit (fixture, "john", "1.00", "2026-02-01");
  given_deposit (fixture, "john", "1.00", "2026-04-01");
  john = daybook_book_view_model_open_account (fixture->book, 1);
  g_object_get (john, "entries", &entries, NULL);
  entries_changed_cb (entries, 0, 0, 0, &n_changes);
  handler = g_signal_connect (entries, "items-changed", G_CALLBACK (entries_changed_cb),
                              &n_changes);

  /* Both are there before the first of them is told. */
  ask_for_deposit (fixture, "2026-05-01");
  ask_for_deposit (fixture, "2026-03-01");
  do
    {
      g_autoptr (DaybookAccountFigures) figures = NULL;

      figures = daybook_read_model_get_account (read_model, 1, NULL);
      n_entries = figures->n_entries;
      g_usleep (1000);
    }
  while (n_entries < 4);

  settle (fixture);
  g_assert_cmpuint (n_changes, >=, 2);
  g_assert_cmpuint (length_of (john, "entries"), ==, 4);
  g_signal_handler_disconnect (entries, handler);
  g_assert_finalize_object (john);
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

  add ("/account/figures", test_figures);
  add ("/account/on-hold", test_on_hold);
  add ("/account/overdrawn", test_overdrawn);
  add ("/account/entries", test_entries);
  g_test_add_func ("/account/empty-rows", test_empty_rows);
  add ("/account/deposit-is-added", test_deposit_is_added);
  add ("/account/others-do-not-matter", test_others_do_not_matter);
  add ("/account/many-of-others", test_many_of_others);
  add ("/account/backdated", test_backdated);
  add ("/account/reversed", test_reversed);
  add ("/account/many-entries", test_many_entries);
  add ("/account/news-come-late", test_news_come_late);

  return fixture_run ();
}
