/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Import what stands in a spreadsheet: what is guessed, what is tried, what is refused and how that
 * is said, and that nothing is recorded twice. */

#include <string.h>

#include "fixture.h"

#define HEADER "Date,Name,Amount,Note\n"

static char *
write_sheet (Fixture    *f,
             const char *text)
{
  char *path = g_build_filename (f->folder, "sheet.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static DaybookImportFormViewModel *
open_form (Fixture    *f,
           const char *text)
{
  g_autofree char *path = write_sheet (f, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookSheetLook) look = daybook_sheet_look (f->bookshelf, path, &error);

  g_assert_no_error (error);

  return daybook_book_view_model_new_import_form (f->book, f->bookshelf, look);
}

static void
wait_for_trial (gpointer form)
{
  for (;;)
    {
      g_autofree char *state = text_of (form, "state");

      if (strcmp (state, "trying") != 0)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* The form on a sheet below the usual header, tried. */
static DaybookImportFormViewModel *
tried_form (Fixture    *f,
            const char *rows)
{
  g_autofree char *text = g_strconcat (HEADER, rows, NULL);
  DaybookImportFormViewModel *form = open_form (f, text);

  wait_for_trial (form);

  return form;
}

static guint
choice_of (gpointer    form,
           const char *property)
{
  guint choice;

  g_object_get (form, property, &choice, NULL);

  return choice;
}

static void
assert_n_entries (Fixture *f,
                  guint    n)
{
  DaybookTotals totals;

  settle (f);
  g_assert_true (daybook_read_model_get_totals (daybook_desk_get_read_model (f->desk), &totals,
                                                NULL));
  g_assert_cmpuint (totals.n_recorded, ==, n);
}

static void
import (gpointer form)
{
  g_auto (Watch) done = { 0 };

  watch_sentence (&done, form, "done");
  g_assert_nonnull (daybook_import_form_view_model_import (form));
  watch_wait (&done, 1);
}

/* What the form's refusal of the only row says. */
static void
assert_row (Fixture    *f,
            const char *row,
            const char *expected)
{
  g_autofree char *line = g_strdup_printf ("Row 2: %s", expected);
  DaybookImportFormViewModel *form = tried_form (f, row);

  assert_text (form, "state", "wrong");
  assert_text (form, "summary", "1 row cannot be imported as it is.");
  g_assert_cmpuint (length_of (form, "lines"), ==, 1);
  assert_item (form, "lines", 0, "title", line);
  assert_item (form, "lines", 0, "caption", "");
  g_assert_false (flag_of (form, "can-confirm"));
  g_assert_null (daybook_import_form_view_model_import (form));
  g_assert_finalize_object (form);
}

static void
test_defaults (Fixture       *f,
               gconstpointer  data)
{
  DaybookImportFormViewModel *form = tried_form (f, "2026-02-01,Mary Jones,12.50,fees\n");

  assert_text (form, "title", "Import");
  assert_text (form, "file-name", "sheet.csv");
  assert_help (form, "import");
  g_assert_cmpuint (length_of (form, "columns"), ==, 5);
  assert_item (form, "columns", 0, "title", "None");
  assert_item (form, "columns", 1, "title", "Date");
  assert_item (form, "columns", 4, "title", "Note");
  g_assert_cmpuint (choice_of (form, "day"), ==, 1);
  g_assert_cmpuint (choice_of (form, "account"), ==, 2);
  g_assert_cmpuint (choice_of (form, "amount"), ==, 3);
  g_assert_cmpuint (choice_of (form, "money-in"), ==, 0);
  g_assert_cmpuint (choice_of (form, "money-out"), ==, 0);
  g_assert_cmpuint (choice_of (form, "note"), ==, 4);
  g_assert_false (flag_of (form, "two-columns"));
  g_assert_cmpuint (length_of (form, "orders"), ==, 3);
  g_assert_cmpuint (choice_of (form, "order"), ==, 2);
  g_assert_cmpuint (length_of (form, "marks"), ==, 2);
  g_assert_cmpuint (choice_of (form, "mark"), ==, 0);
  g_assert_cmpuint (choice_of (form, "method"), ==, 0);
  /* There is nobody yet. */
  g_assert_true (flag_of (form, "opens-accounts"));

  assert_text (form, "state", "ready");
  assert_text (form, "error", "");
  assert_text (form, "summary", "1 entry: €12.50 in, €0.00 out. 1 person is registered. "
                                "1 account is opened.");
  g_assert_cmpuint (length_of (form, "lines"), ==, 1);
  assert_item (form, "lines", 0, "title", "12.50 EUR deposited to Mary Jones's account · fees");
  assert_item (form, "lines", 0, "caption", "1 Feb 2026");
  g_assert_true (flag_of (form, "can-confirm"));
  /* Only tried. */
  assert_n_entries (f, 1);
  g_assert_finalize_object (form);
}

static void
test_defaults_follow_the_book (Fixture       *f,
                               gconstpointer  data)
{
  DaybookImportFormViewModel *form;

  given_textbook (f);
  g_object_set (daybook_book_session_of (f->book), "method", 1, NULL);
  form = tried_form (f, "2026-02-01,Mary Jones,12.50,fees\n");
  g_assert_cmpuint (choice_of (form, "method"), ==, 1);
  g_assert_false (flag_of (form, "opens-accounts"));
  g_assert_finalize_object (form);
}

static void
test_columns_without_heads (Fixture       *f,
                            gconstpointer  data)
{
  DaybookImportFormViewModel *form =
    open_form (f, "2026-02-01,Somebody whose name is longer than a list is wide,5,\n");

  assert_item (form, "columns", 1, "title", "Column 1: 2026-02-01");
  assert_item (form, "columns", 2, "title", "Column 2: Somebody whose name is longer…");
  assert_item (form, "columns", 4, "title", "Column 4");
  wait_for_trial (form);
  g_assert_finalize_object (form);
}

static void
test_same_value_is_no_news (Fixture       *f,
                            gconstpointer  data)
{
  static const char *const names[] = { "day", "account", "amount", "money-in", "money-out", "note",
                                       "order", "mark", "method" };
  DaybookImportFormViewModel *form = tried_form (f, "2026-02-01,Mary Jones,12.50,fees\n");
  g_auto (Watch) state = { 0 };

  watch_property (&state, form, "state");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (Watch) watch = { 0 };

      watch_property (&watch, form, names[i]);
      g_object_set (form, names[i], choice_of (form, names[i]), NULL);
      /* A list that was emptied chooses nothing. */
      g_object_set (form, names[i], G_MAXUINT, NULL);
      g_assert_cmpuint (watch.count, ==, 0);
    }
  g_object_set (form, "two-columns", FALSE, "opens-accounts", TRUE, NULL);
  g_assert_cmpuint (state.count, ==, 0);

  g_object_set (form, "method", 1, NULL);
  g_assert_cmpuint (state.count, ==, 1);
  assert_text (form, "state", "trying");
  g_assert_false (flag_of (form, "can-confirm"));
  wait_for_trial (form);
  assert_text (form, "state", "ready");
  g_assert_true (flag_of (form, "can-confirm"));
  watch_end (&state);
  g_assert_finalize_object (form);
}

static void
test_what_is_missing_is_said (Fixture       *f,
                              gconstpointer  data)
{
  static const char *const needed[] = { "day", "account", "amount" };
  DaybookImportFormViewModel *form = tried_form (f, "2026-02-01,Mary Jones,12.50,fees\n");

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      guint before = choice_of (form, needed[i]);

      g_object_set (form, needed[i], 0, NULL);
      assert_text (form, "state", "incomplete");
      assert_text (form, "summary",
                   "Choose the columns of the date, the account and the amount.");
      g_assert_cmpuint (length_of (form, "lines"), ==, 0);
      g_assert_false (flag_of (form, "can-confirm"));
      g_object_set (form, needed[i], before, NULL);
      wait_for_trial (form);
      assert_text (form, "state", "ready");
    }

  g_object_set (form, "two-columns", TRUE, NULL);
  assert_text (form, "state", "incomplete");
  g_object_set (form, "money-out", 3, NULL);
  wait_for_trial (form);
  assert_item (form, "lines", 0, "title", "Row 2: 0.00 EUR is available in account "
                                          "0000\u00A00001\u00A095: 12.50 EUR short.");
  g_object_set (form, "money-out", 0, "money-in", 3, NULL);
  wait_for_trial (form);
  assert_text (form, "state", "ready");
  g_assert_finalize_object (form);
}

static void
test_rows_are_refused (Fixture       *f,
                       gconstpointer  data)
{
  given_textbook (f);
  given_person (f, "ann", "Ann Lee");
  given_person (f, "ann2", "Ánn LEE");
  given_person (f, "rich", "Rich Man");
  given_account (f, "rich", NULL, NULL);
  given_account (f, "rich", NULL, NULL);

  assert_row (f, "32.01.2026,John Smith,5,\n", "“32.01.2026” is not a day of the calendar.");
  assert_row (f, ",John Smith,5,\n", "Date is missing.");
  assert_row (f, "2026-11-24,John Smith,5,\n",
              "That day is still to come: today is 23 Nov 2026.");
  assert_row (f, "2026-11-23,John Smith,five,\n", "“five” is not an amount.");
  assert_row (f, "2026-11-23,John Smith,,\n", "Amount is missing.");
  assert_row (f, "2026-11-23,John Smith,0.00,\n", "The amount has to be more than zero.");
  assert_row (f, "2026-11-23,John Smith,1.001,\n", "Amounts in EUR have at most 2 decimals.");
  assert_row (f, "2026-11-23,John Smith,5 USD,\n",
              "The amount is in USD, but the account is in EUR.");
  assert_row (f, "2026-11-23,,5,\n", "Account is missing.");
  assert_row (f, "2026-11-23,Nobody Here,5,\n",
              "Nobody and no account in this book is called “Nobody Here”.");
  assert_row (f, "2026-11-23,ANN LEE,5,\n",
              "“ANN LEE” is the name of 2 people in this book. Write the username or the "
              "account's number instead.");
  assert_row (f, "2026-11-23,1234567890,5,\n",
              "“1234567890” is not an account number: look at its digits again.");
  assert_row (f, "2026-11-23,ann,5,\n", "“ann” has no account yet.");
  assert_row (f, "2026-11-23,say \"hi\",5,\n", "The quotation marks do not match.");
}

/* By name, in whatever case; by username, number and reference. */
static void
test_accounts_are_found (Fixture       *f,
                         gconstpointer  data)
{
  DaybookImportFormViewModel *form;
  g_autofree char *rows = NULL;
  g_autoptr (DaybookAccountFigures) figures = NULL;

  given_person (f, "jose", "José Álvarez");
  given_account (f, "jose", NULL, "K-17");
  figures = daybook_read_model_get_account (daybook_desk_get_read_model (f->desk), 1, NULL);
  rows = g_strdup_printf ("2026-11-23,jose alvarez,1,\n2026-11-23,JOSE,2,\n2026-11-23,%s,3,\n"
                          "2026-11-23,K-17,4,\n2026-11-23, José Álvarez ,5,\n",
                          figures->number.digits);
  form = tried_form (f, rows);
  assert_text (form, "summary", "5 entries: €15.00 in, €0.00 out.");
  assert_item (form, "lines", 3, "title", "4.00 EUR deposited to José Álvarez's account");
  g_assert_finalize_object (form);
}

static void
test_people_without_account_get_one (Fixture       *f,
                                     gconstpointer  data)
{
  DaybookImportFormViewModel *form;

  given_person (f, "ann", "Ann Lee");
  form = tried_form (f, "2026-02-01,Ann Lee,1,\n2026-01-01,ann,2,\n2026-03-01,Ann Other,3,\n");
  assert_text (form, "summary", "3 entries: €6.00 in, €0.00 out. 1 person is registered. "
                                "2 accounts are opened.");
  g_assert_finalize_object (form);
}

/* Whatever letters their names are written in. What has none is nobody. */
static void
test_newcomers_get_usernames (Fixture       *f,
                              gconstpointer  data)
{
  DaybookImportFormViewModel *form =
    tried_form (f, "2026-02-01,王小明,1,\n2026-02-01,李四,2,\n2026-02-01,Bo Ek,3,\n"
                   "2026-02-01,Bo Lee,4,\n2026-02-01,BO EK,5,\n");

  assert_text (form, "summary", "5 entries: €15.00 in, €0.00 out. 4 people are registered. "
                                "4 accounts are opened.");
  assert_item (form, "lines", 0, "title", "1.00 EUR deposited to 王小明's account");
  import (form);
  assert_item (f->book, "people", 0, "username", "bo");
  assert_item (f->book, "people", 1, "username", "bo.lee");
  assert_item (f->book, "people", 2, "username", "person2");
  assert_item (f->book, "people", 3, "username", "person1");
  g_assert_finalize_object (form);

  form = tried_form (f, "2026-02-01,12-3,1,\n");
  g_object_set (form, "opens-accounts", TRUE, NULL);
  wait_for_trial (form);
  assert_item (form, "lines", 0, "title",
               "Row 2: Nobody and no account in this book is called “12-3”.");
  g_assert_finalize_object (form);
}

/* One's name is another's username: money is not given to somebody on a guess. */
static void
test_names_that_are_usernames (Fixture       *f,
                               gconstpointer  data)
{
  DaybookImportFormViewModel *form =
    tried_form (f, "2026-02-01,Jane Doe,1,\n2026-02-02,Jane,2,\n");

  import (form);
  g_assert_finalize_object (form);

  form = tried_form (f, "2026-02-01,Jane Doe,1,\n2026-02-02,Jane,2,\n2026-02-03,Jane,4,\n");
  assert_text (form, "summary", "1 row cannot be imported as it is.");
  assert_item (form, "lines", 0, "title",
               "Row 4: “Jane” is the name of 2 people in this book. Write the username or the "
               "account's number instead.");
  g_assert_finalize_object (form);

  form = tried_form (f, "2026-02-03,jane2,4,\n2026-02-03,Jane Doe,8,\n");
  assert_item (form, "lines", 0, "title", "4.00 EUR deposited to Jane's account");
  assert_item (form, "lines", 1, "title", "8.00 EUR deposited to Jane Doe's account");
  g_assert_finalize_object (form);
}

/* Newest first, as banks write; what was put in first can be taken out. An account is open from its
 * first day on. */
static void
test_order_is_that_of_days (Fixture       *f,
                            gconstpointer  data)
{
  DaybookImportFormViewModel *form =
    tried_form (f, "2026-03-02,Ann Lee,-30,c\n2026-03-02,Ann Lee,20,b\n2026-03-01,Ann Lee,10,a\n");

  assert_text (form, "state", "ready");
  assert_item (form, "lines", 0, "title", "10.00 EUR deposited to Ann Lee's account · a");
  assert_item (form, "lines", 1, "title", "20.00 EUR deposited to Ann Lee's account · b");
  assert_item (form, "lines", 2, "title", "30.00 EUR withdrawn from Ann Lee's account · c");
  g_assert_finalize_object (form);
}

static void
test_two_columns (Fixture       *f,
                  gconstpointer  data)
{
  DaybookImportFormViewModel *form =
    open_form (f, "Date,Name,Money in,Money out\n2026-03-01,Ann,10,\n2026-03-02,Ann,,4\n"
                  "2026-03-03,Ann,0.00,-1\n2026-03-04,Ann,-2,\n");

  wait_for_trial (form);
  g_assert_true (flag_of (form, "two-columns"));
  assert_text (form, "summary", "4 entries: €10.00 in, €7.00 out. 1 person is registered. "
                                "1 account is opened.");
  g_assert_finalize_object (form);

  form = open_form (f, "Date,Name,Money in,Money out\n2026-03-01,Ann,10,3\n2026-03-01,Ann,,\n");
  wait_for_trial (form);
  assert_item (form, "lines", 0, "title", "Row 2: The row says both money in and money out.");
  assert_item (form, "lines", 1, "title", "Row 3: Amount is missing.");
  g_assert_finalize_object (form);
}

static void
test_many_problems (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  DaybookImportFormViewModel *form;

  /* By day, they come from the end. */
  for (guint i = 0; i < 27; i++)
    g_string_append_printf (rows, "2026-01-%02u,Ann,x%u,\n", 28 - i, i);
  form = tried_form (f, rows->str);
  assert_text (form, "summary", "27 rows cannot be imported as they are.");
  g_assert_cmpuint (length_of (form, "lines"), ==, 21);
  assert_item (form, "lines", 0, "title", "Row 2: “x0” is not an amount.");
  assert_item (form, "lines", 19, "title", "Row 21: “x19” is not an amount.");
  assert_item (form, "lines", 20, "title", "And 7 more rows.");
  g_assert_finalize_object (form);
}

static void
test_nothing_to_import (Fixture       *f,
                        gconstpointer  data)
{
  DaybookImportFormViewModel *form = tried_form (f, ",,,\n ,\n");

  assert_text (form, "summary", "There is nothing to import below the column heads.");
  g_assert_false (flag_of (form, "can-confirm"));
  g_assert_finalize_object (form);
}

static void
test_import_records_once (Fixture       *f,
                          gconstpointer  data)
{
  static const char rows[] = "2026-02-01,Ann Lee,12.50,fees\n2026-02-01,Ann Lee,12.50,fees\n"
                             "2026-02-03,Bo Ek,7,\n";
  g_autofree char *grown = g_strconcat (rows, "2026-02-01,Ann Lee,12.50,fees\n", NULL);
  DaybookImportFormViewModel *form = tried_form (f, rows);
  g_auto (Watch) recorded = { 0 };
  g_auto (Watch) done = { 0 };

  watch_sentence (&recorded, f->book, "recorded");
  watch_sentence (&done, form, "done");
  g_assert_nonnull (daybook_import_form_view_model_import (form));
  assert_text (form, "state", "importing");
  assert_text (form, "summary", "Recording every row…");
  g_assert_true (flag_of (form, "busy"));
  g_assert_false (flag_of (form, "can-confirm"));
  /* Not while it is at work. */
  g_assert_null (daybook_import_form_view_model_import (form));
  watch_wait (&done, 1);
  g_assert_cmpstr (recorded.sentence, ==, "3 entries imported");
  g_assert_cmpuint (recorded.entry, ==, 0);
  g_assert_false (flag_of (form, "can-confirm"));
  g_assert_null (daybook_import_form_view_model_import (form));
  /* On screen before it is said: the book, two people with an account each, three entries. */
  assert_text (f->book, "accounts-count", "2");
  assert_n_entries (f, 8);
  watch_end (&done);
  g_assert_finalize_object (form);

  /* Once more, however its columns are understood now, whoever has another name since. */
  given_details (f, "ann", NULL, NULL, "Moved");
  form = tried_form (f, rows);
  assert_text (form, "state", "ready");
  assert_text (form, "summary", "3 rows had been imported before.");
  g_assert_false (flag_of (form, "can-confirm"));
  g_object_set (form, "method", 1, "note", 0, NULL);
  wait_for_trial (form);
  assert_text (form, "summary", "3 rows had been imported before.");
  g_assert_finalize_object (form);

  /* One more of the same. */
  form = tried_form (f, grown);
  assert_text (form, "summary", "1 entry: €12.50 in, €0.00 out. 3 rows had been imported before.");
  import (form);
  assert_n_entries (f, 10);
  g_assert_finalize_object (form);
}

static void
test_import_is_all_or_nothing (Fixture       *f,
                               gconstpointer  data)
{
  DaybookImportFormViewModel *form =
    tried_form (f, "2026-02-01,Ann Lee,12.50,\n2026-02-02,Ann Lee,-20,\n2026-02-03,Ann Lee,1,\n");

  assert_text (form, "state", "wrong");
  assert_item (form, "lines", 0, "title",
               "Row 3: 12.50 EUR is available in account 0000\u00A00001\u00A095: 7.50 EUR short.");
  g_assert_null (daybook_import_form_view_model_import (form));
  assert_n_entries (f, 1);
  g_assert_finalize_object (form);
}

/* So many rows that there is time to think better of it. */
static DaybookImportFormViewModel *
long_form (Fixture *f)
{
  g_autoptr (GString) rows = g_string_new (HEADER);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (rows, "2026-01-%02u,Person %u,1,%u\n", 1 + i % 28, i % 10, i);

  return open_form (f, rows->str);
}

static void
test_import_can_be_cancelled (Fixture       *f,
                              gconstpointer  data)
{
  DaybookImportFormViewModel *form = long_form (f);
  g_auto (Watch) fraction = { 0 };
  double at;

  watch_property (&fraction, form, "fraction");
  watch_wait (&fraction, 1);
  g_object_get (form, "fraction", &at, NULL);
  g_assert_cmpfloat (at, >, 0.0);
  watch_end (&fraction);

  wait_until (form, "can-confirm", TRUE);
  g_assert_nonnull (daybook_import_form_view_model_import (form));
  daybook_import_form_view_model_cancel (form);
  assert_text (form, "summary", "Stopping…");
  wait_until (form, "busy", FALSE);
  /* It could be imported still. */
  assert_text (form, "state", "trying");
  assert_text (form, "error", "");
  wait_until (form, "can-confirm", TRUE);
  assert_n_entries (f, 1);
  g_assert_finalize_object (form);
}

/* Only what was chosen last is tried to its end, and who closes the form waits for nothing. */
static void
test_trials_are_given_up (Fixture       *f,
                          gconstpointer  data)
{
  guint n_users = G_OBJECT (f->bookshelf)->ref_count;
  DaybookImportFormViewModel *form = long_form (f);

  for (guint i = 0; i < 5; i++)
    g_object_set (form, "method", (i + 1) % 2, NULL);
  g_object_set (form, "day", 2, NULL);
  wait_for_trial (form);
  assert_text (form, "state", "wrong");
  assert_text (form, "summary", "5,000 rows cannot be imported as they are.");

  g_object_set (form, "day", 1, NULL);
  assert_text (form, "state", "trying");
  g_assert_finalize_object (form);
  /* The work ends by itself. */
  while (G_OBJECT (f->bookshelf)->ref_count > n_users)
    g_main_context_iteration (NULL, TRUE);
  assert_n_entries (f, 1);
}

/* What another desk records meanwhile counts. */
static void
test_book_changes (Fixture       *f,
                   gconstpointer  data)
{
  DaybookImportFormViewModel *form;

  given_person (f, "ann", "Ann Lee");
  given_account (f, "ann", NULL, NULL);
  form = tried_form (f, "2026-11-23,Ann Lee,-5,\n");
  assert_text (form, "state", "wrong");
  given_deposit (f, "ann", "5", "2026-11-23");
  settle (f);
  wait_for_trial (form);
  assert_text (form, "state", "ready");
  g_assert_finalize_object (form);
}

typedef struct
{
  DaybookBookViewModel *book;
  gpointer form;
  gboolean ended;
} Opening;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *opening = user_data;

  opening->form = daybook_import_form_view_model_open_finish (opening->book, result);
  opening->ended = TRUE;
}

static gpointer
open_path (Fixture    *f,
           const char *path)
{
  Opening opening = { .book = f->book };

  daybook_import_form_view_model_open_async (f->bookshelf, path, opened_cb, &opening);
  while (!opening.ended)
    g_main_context_iteration (NULL, TRUE);

  return opening.form;
}

static void
test_files_are_opened (Fixture       *f,
                       gconstpointer  data)
{
  g_autofree char *path = write_sheet (f, HEADER "2026-02-01,Ann Lee,12.50,fees\n");
  g_autofree char *other = g_build_filename (f->folder, "other.csv", NULL);
  DaybookImportFormViewModel *form = open_path (f, path);
  g_auto (Watch) refused = { 0 };

  g_assert_true (DAYBOOK_IS_IMPORT_FORM_VIEW_MODEL (form));
  wait_for_trial (form);
  g_assert_finalize_object (form);

  watch_sentence (&refused, f->book, "refused");
  g_assert_null (open_path (f, other));
  g_assert_cmpstr (refused.sentence, ==, "“other.csv” does not exist.");
  g_assert_true (g_file_set_contents (other, "PK\x03\x04\0\0", 6, NULL));
  g_assert_null (open_path (f, other));
  g_assert_cmpstr (refused.sentence, ==,
                   "“other.csv” is not a table of text. Save it as CSV in the program it was made "
                   "with, and import that file.");
  g_assert_true (g_file_set_contents (other, "\n\n", 2, NULL));
  g_assert_null (open_path (f, other));
  g_assert_cmpuint (refused.count, ==, 3);
}

/* The file is gone before it could be tried. */
static void
test_file_vanishes (Fixture       *f,
                    gconstpointer  data)
{
  DaybookImportFormViewModel *form = tried_form (f, "2026-02-01,Ann Lee,12.50,fees\n");
  g_autofree char *path = g_build_filename (f->folder, "sheet.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_object_set (form, "method", 1, NULL);
  wait_for_trial (form);
  assert_text (form, "state", "wrong");
  assert_text (form, "summary", "“sheet.csv” does not exist.");
  g_assert_false (flag_of (form, "can-confirm"));
  g_assert_finalize_object (form);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

#define ADD(path, test) \
  g_test_add ("/import-form/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("defaults", test_defaults);
  ADD ("defaults-follow-the-book", test_defaults_follow_the_book);
  ADD ("columns-without-heads", test_columns_without_heads);
  ADD ("same-value", test_same_value_is_no_news);
  ADD ("missing", test_what_is_missing_is_said);
  ADD ("rows-are-refused", test_rows_are_refused);
  ADD ("accounts-are-found", test_accounts_are_found);
  ADD ("people-without-account", test_people_without_account_get_one);
  ADD ("newcomers", test_newcomers_get_usernames);
  ADD ("names-and-usernames", test_names_that_are_usernames);
  ADD ("order", test_order_is_that_of_days);
  ADD ("two-columns", test_two_columns);
  ADD ("many-problems", test_many_problems);
  ADD ("nothing", test_nothing_to_import);
  ADD ("once", test_import_records_once);
  ADD ("all-or-nothing", test_import_is_all_or_nothing);
  ADD ("cancel", test_import_can_be_cancelled);
  ADD ("given-up", test_trials_are_given_up);
  ADD ("book-changes", test_book_changes);
  ADD ("files", test_files_are_opened);
  ADD ("file-vanishes", test_file_vanishes);

  return fixture_run ();
}
