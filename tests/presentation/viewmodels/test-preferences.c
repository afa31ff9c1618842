/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How whoever sits at a book likes to work: by what way money mostly moves, and whether forms ask
 * once more. */

#include "fixture.h"

static void
test_defaults (Fixture       *f,
               gconstpointer  data)
{
  DaybookBookSession *session = daybook_book_session_of (f->book);
  g_auto (Watch) checked = { 0 };
  g_auto (Watch) asks = { 0 };

  g_assert_true (daybook_book_session_of (f->book) == session);
  g_assert_cmpuint (daybook_book_session_get_method (session), ==, 0);
  g_assert_false (daybook_book_session_get_asks_again (session));
  assert_text (session, "checked", "");

  watch_property (&checked, session, "checked");
  watch_property (&asks, session, "asks-again");
  g_object_set (session, "checked", "", "asks-again", FALSE, NULL);
  g_assert_cmpuint (checked.count + asks.count, ==, 0);
  g_object_set (session, "checked", "sound", "asks-again", TRUE, NULL);
  g_object_set (session, "checked", "sound", "asks-again", TRUE, NULL);
  g_assert_cmpuint (checked.count, ==, 1);
  g_assert_cmpuint (asks.count, ==, 1);
  g_assert_true (flag_of (session, "asks-again"));
}

static guint
method_of (DaybookMoneyFormViewModel *form)
{
  guint method;

  g_object_get (form, "method", &method, NULL);

  return method;
}

/* Only what is opened from then on begins with it. */
static void
test_method (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) before = NULL;
  g_autoptr (DaybookMoneyFormViewModel) after = NULL;

  before = daybook_book_view_model_new_money_form (f->book, DAYBOOK_MONEY_DEPOSIT, 0);
  g_object_set (daybook_book_session_of (f->book), "method", 1, NULL);
  after = daybook_book_view_model_new_money_form (f->book, DAYBOOK_MONEY_WITHDRAW, 0);
  g_assert_cmpuint (method_of (before), ==, 0);
  g_assert_cmpuint (method_of (after), ==, 1);
}

static void
test_asks_once_more (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_auto (Watch) done = { 0 };
  g_auto (Watch) question = { 0 };

  given_textbook (f);
  settle (f);
  g_object_set (daybook_book_session_of (f->book), "asks-again", TRUE, NULL);
  form = daybook_book_view_model_new_money_form (f->book, DAYBOOK_MONEY_DEPOSIT, 1);
  watch_sentence (&done, form, "done");
  watch_property (&question, form, "question");

  /* Nothing to ask about yet. */
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  assert_text (form, "question", "");

  type (form, "amount", "10");
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  assert_text (form, "question", "Record this? What is recorded stays in the book.");
  g_assert_false (flag_of (form, "busy"));
  g_assert_true (daybook_form_view_model_get_can_confirm (DAYBOOK_FORM_VIEW_MODEL (form)));

  /* What was agreed to was another amount. */
  type (form, "amount", "11");
  assert_text (form, "question", "");
  g_assert_cmpuint (question.count, ==, 2);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  g_assert_false (flag_of (form, "busy"));

  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&done, 1);
  settle (f);
  assert_text (f->book, "entries-count", "7");
  watch_end (&done);
  watch_end (&question);
  g_assert_finalize_object (g_steal_pointer (&form));
}

/* Whoever renames a book sees what it is called, wherever they come from. */
static void
test_rename_book (Fixture       *f,
                  gconstpointer  data)
{
  static const DaybookSubject subjects[] = { { 0 }, { .account = 1 }, { .person = 2 } };

  given_textbook (f);
  settle (f);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (DaybookCommandFormViewModel) form =
        daybook_book_view_model_new_command_form (f->book, "rename-book", &subjects[i]);
      g_autofree char *old = text_of (f->book, "title");
      g_autofree char *new = g_strdup_printf ("Lakeside %u", i);
      g_auto (Watch) done = { 0 };

      assert_text (form, "name", old);
      watch_sentence (&done, form, "done");
      type (form, "name", new);
      wait_until (form, "can-confirm", TRUE);
      daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
      watch_wait (&done, 1);
      settle (f);
      assert_text (f->book, "title", new);
    }
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

  ADD ("/preferences/defaults", test_defaults);
  ADD ("/preferences/method", test_method);
  ADD ("/preferences/asks-once-more", test_asks_once_more);
  ADD ("/preferences/rename-book", test_rename_book);

  return fixture_run ();
}
