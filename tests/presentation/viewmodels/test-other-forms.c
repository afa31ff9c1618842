/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Register a person, open an account, start a book. */

#include <string.h>

#include "fixture.h"
#include "store-error.h"
#include "sentences.h"

#define EUROS .currency = { "EUR" }

static gboolean
can_confirm (gpointer form)
{
  return flag_of (form, "can-confirm");
}

static void
record (gpointer form)
{
  g_auto (Watch) done = { 0 };

  g_assert_true (can_confirm (form));
  watch_sentence (&done, form, "done");
  daybook_form_view_model_confirm (form);
  watch_wait (&done, 1);
  g_assert_false (can_confirm (form));
}

static void
test_register (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookRegisterFormViewModel *form = daybook_book_view_model_new_register_form (fixture->book);

  assert_text (form, "title", "Register Person");
  assert_help (form, "people-and-accounts");
  assert_text (form, "name", "");
  assert_text (form, "username", "");
  assert_text (form, "email", "");
  assert_text (form, "name-error", "");
  assert_text (form, "username-error", "");
  g_assert_false (can_confirm (form));

  type (form, "name", "John Smith");
  assert_text (form, "username", "john");
  type (form, "email", "john@example.org");
  record (form);
  g_assert_cmpuint (daybook_form_view_model_get_result_key (DAYBOOK_FORM_VIEW_MODEL (form)), ==, 1);
  assert_text (fixture->book, "people-count", "1");
  assert_item (fixture->book, "people", 0, "username", "john");
  assert_item (fixture->book, "people", 0, "email", "john@example.org");
  g_assert_finalize_object (form);
}

static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *name, *username; } examples[] = {
    { "Mary", "mary" },
    { "José Álvarez", "jose" },
    { "John", "john2" },
    { "John Smith", "john.smith" },
    { "John Quincy Adams", "john.adams" },
    { "john doe", "john.doe2" },
    { "Łukasz Wójcik", "lukasz" },
    { "Sinéad O'Connor", "sinead" },
    { "山田", "" },
    { "", "" },
  };
  g_autoptr (DaybookRegisterFormViewModel) form = NULL;

  given_person (fixture, "john", "John");
  given_person (fixture, "john.doe", "John Doe");
  form = daybook_book_view_model_new_register_form (fixture->book);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      type (form, "name", examples[i].name);
      assert_text (form, "username", examples[i].username);
    }
}

/* Who types a username, or clears the field, is not argued with. */
static void
test_suggestion_gives_way (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (DaybookRegisterFormViewModel) form =
    daybook_book_view_model_new_register_form (fixture->book);
  g_autoptr (DaybookRegisterFormViewModel) cleared =
    daybook_book_view_model_new_register_form (fixture->book);

  type (form, "name", "John Smith");
  type (form, "username", "jsmith");
  type (form, "name", "Jonathan Smith");
  assert_text (form, "username", "jsmith");

  type (cleared, "name", "John Smith");
  type (cleared, "username", "");
  type (cleared, "name", "John Smithson");
  assert_text (cleared, "username", "");
  assert_text (cleared, "username-error", "");
  g_assert_false (can_confirm (cleared));
}

static void
test_register_errors (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (DaybookRegisterFormViewModel) form = NULL;
  g_autofree char *endless = g_strnfill (201, 'x');

  given_person (fixture, "john", "John Smith");
  form = daybook_book_view_model_new_register_form (fixture->book);

  type (form, "username", "JOHN");
  assert_refused (form, "username-error", DAYBOOK_REFUSAL_USERNAME_TAKEN, .field = "username",
                  .text = "john");
  type (form, "email", "everywhere");
  assert_refused (form, "email-error", DAYBOOK_REFUSAL_EMAIL_INVALID, .field = "email",
                  .text = "everywhere");
  type (form, "username", "1st");
  assert_refused (form, "username-error", DAYBOOK_REFUSAL_USERNAME_INVALID, .field = "username",
                  .text = "1st");
  type (form, "email", "nowhere");
  assert_refused (form, "email-error", DAYBOOK_REFUSAL_EMAIL_INVALID, .field = "email",
                  .text = "nowhere");
  type (form, "name", endless);
  assert_refused (form, "name-error", DAYBOOK_REFUSAL_TEXT_TOO_LONG, .field = "name",
                  .number = 200);
  g_assert_false (can_confirm (form));

  /* All three at once; each goes when it is mended. */
  assert_refused (form, "username-error", DAYBOOK_REFUSAL_USERNAME_INVALID, .field = "username",
                  .text = "1st");
  type (form, "username", "first");
  assert_text (form, "username-error", "");
  type (form, "email", "");
  assert_text (form, "email-error", "");
  g_assert_false (can_confirm (form));
  type (form, "name", "   ");
  assert_text (form, "name-error", "");
  g_assert_false (can_confirm (form));
  type (form, "name", "First");
  assert_text (form, "username", "first");
  g_assert_true (can_confirm (form));
}

/* Somebody else takes the username between typing and confirming. */
static void
test_username_taken_meanwhile (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (DaybookRegisterFormViewModel) form =
    daybook_book_view_model_new_register_form (fixture->book);

  type (form, "name", "Johnny");
  type (form, "username", "john");
  g_assert_true (can_confirm (form));
  given_person (fixture, "john", "John Smith");
  assert_refused (form, "username-error", DAYBOOK_REFUSAL_USERNAME_TAKEN, .field = "username",
                  .text = "john");
  g_assert_false (can_confirm (form));
}

static void
test_open_account (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookOpenAccountFormViewModel *form;
  DaybookAccountViewModel *account;
  g_autofree char *overdraft = euros (5000);
  g_autofree char *effect = g_strdup_printf ("Available at once: %s", overdraft);
  g_autofree char *terms =
    g_strdup_printf ("Overdraft limit %s · Number in another system: 1787", overdraft);

  given_textbook (fixture);
  form = daybook_book_view_model_new_open_account_form (fixture->book, 2);
  assert_text (form, "title", "Open Account");
  assert_help (form, "people-and-accounts");
  assert_text (form, "holder", "mary");
  assert_text (form, "holder-title", "Mary Jones");
  g_assert_true (flag_of (form, "holder-fixed"));
  assert_text (form, "effect", "");
  g_assert_true (can_confirm (form));

  type (form, "name", "Holiday fund");
  type (form, "overdraft", "50");
  assert_text (form, "effect", effect);
  type (form, "reference", "1787");
  record (form);
  g_assert_cmpuint (daybook_form_view_model_get_result_key (DAYBOOK_FORM_VIEW_MODEL (form)), ==, 3);
  assert_item (fixture->book, "accounts", 2, "title", "Holiday fund");
  assert_item (fixture->book, "accounts", 2, "caption", "Mary Jones · 0000\u00a00003\u00a089");
  account = daybook_book_view_model_open_account (fixture->book, 3);
  assert_text (account, "terms", terms);
  assert_text (account, "available", overdraft);
  g_assert_finalize_object (account);
  g_assert_finalize_object (form);
}

static void
test_open_account_errors (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (DaybookOpenAccountFormViewModel) form = NULL;

  given_textbook (fixture);
  form = daybook_book_view_model_new_open_account_form (fixture->book, 0);
  g_assert_false (flag_of (form, "holder-fixed"));
  assert_text (form, "holder-error", "");
  g_assert_false (can_confirm (form));

  type (form, "holder", "nobody");
  assert_refused (form, "holder-error", DAYBOOK_REFUSAL_PERSON_UNKNOWN, .field = "holder",
                  .text = "nobody");
  type (form, "overdraft", "lots");
  assert_refused (form, "overdraft-error", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER,
                  .field = "overdraft", .text = "lots");
  type (form, "overdraft", "-1");
  assert_refused (form, "overdraft-error", DAYBOOK_REFUSAL_AMOUNT_NEGATIVE,
                  .field = "overdraft", .amount = -100, EUROS);
  type (form, "reference", "M-7");
  assert_refused (form, "reference-error", DAYBOOK_REFUSAL_REFERENCE_TAKEN,
                  .field = "reference", .text = "M-7");
  assert_refused (form, "overdraft-error", DAYBOOK_REFUSAL_AMOUNT_NEGATIVE,
                  .field = "overdraft", .amount = -100, EUROS);
  type (form, "overdraft", "0.001");
  assert_refused (form, "overdraft-error", DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE,
                  .field = "overdraft", .number = 2, EUROS);
  type (form, "name", "a\tb");
  assert_refused (form, "name-error", DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, .field = "name");
  g_assert_false (can_confirm (form));

  type (form, "holder", "john");
  type (form, "overdraft", "");
  type (form, "reference", "M-8");
  type (form, "name", "");
  g_assert_true (can_confirm (form));
}

static void
test_pick_holder (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DaybookOpenAccountFormViewModel) form = NULL;
  g_autoptr (GListModel) candidates = NULL;
  g_autoptr (DaybookPersonRow) mary = NULL;

  given_textbook (fixture);
  form = daybook_book_view_model_new_open_account_form (fixture->book, 0);
  g_object_get (form, "candidates", &candidates, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 2);
  type (form, "holder", "jon");
  assert_text (form, "holder-error", "");
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 1);
  g_assert_false (can_confirm (form));

  mary = g_list_model_get_item (candidates, 0);
  daybook_open_account_form_view_model_pick (form, mary);
  assert_text (form, "holder", "mary");
  assert_text (form, "holder-title", "Mary Jones");
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 0);
  g_assert_true (can_confirm (form));
}

static void
test_currencies (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (DaybookOpenAccountFormViewModel) form = NULL;
  g_autoptr (GListModel) currencies = NULL;
  g_autoptr (DaybookChoice) home = NULL;
  g_auto (Watch) notified = { 0 };
  guint currency, yen;

  given_textbook (fixture);
  form = daybook_book_view_model_new_open_account_form (fixture->book, 1);
  g_object_get (form, "currencies", &currencies, "currency", &currency, NULL);
  home = g_list_model_get_item (currencies, currency);
  g_assert_cmpstr (daybook_choice_get_id (home), ==, "EUR");
  g_assert_cmpuint (g_list_model_get_n_items (currencies), >, 100);

  yen = daybook_choices_find (currencies, "JPY");
  watch_property (&notified, form, "currency");
  type (form, "overdraft", "0.50");
  g_assert_true (can_confirm (form));
  g_object_set (form, "currency", yen, NULL);
  assert_refused (form, "overdraft-error", DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE,
                  .field = "overdraft", .currency = { "JPY" }, .number = 0);
  g_object_set (form, "currency", yen, NULL);
  g_object_set (form, "currency", G_MAXUINT, NULL);
  g_object_get (form, "currency", &currency, NULL);
  g_assert_cmpuint (currency, ==, yen);
  g_assert_cmpuint (notified.count, ==, 1);
}

static void
test_new_book (void)
{
  DaybookNewBookFormViewModel *form = daybook_new_book_form_view_model_new ();
  g_autofree char *endless = g_strnfill (201, 'x');
  g_autofree char *name = NULL;

  assert_text (form, "title", "New Book");
  assert_help (form, "new-book");
  assert_text (form, "file-name", "Book.daybook");
  assert_text (form, "name-error", "");
  g_assert_false (can_confirm (form));
  g_assert_cmpstr (daybook_new_book_form_view_model_get_currency (form).code, ==, "EUR");

  type (form, "name", endless);
  assert_refused (form, "name-error", DAYBOOK_REFUSAL_TEXT_TOO_LONG, .field = "name",
                  .number = 200);
  g_assert_false (can_confirm (form));

  type (form, "name", " Riverside Savings ");
  assert_text (form, "name-error", "");
  assert_text (form, "file-name", "Riverside Savings.daybook");
  g_assert_true (can_confirm (form));
  name = daybook_new_book_form_view_model_dup_name (form);
  g_assert_cmpstr (name, ==, "Riverside Savings");

  type (form, "name", "../A/B: \"C\"");
  assert_text (form, "file-name", "-A-B- -C-.daybook");
  type (form, "name", "…");
  assert_text (form, "file-name", "….daybook");
  type (form, "name", ".");
  assert_text (form, "file-name", "Book.daybook");
  g_assert_finalize_object (form);
}

/* What goes wrong outside is told above all, and can be tried again. */
static void
test_general_error (void)
{
  g_autoptr (DaybookNewBookFormViewModel) form = daybook_new_book_form_view_model_new ();
  DaybookFormViewModel *base = DAYBOOK_FORM_VIEW_MODEL (form);
  g_autoptr (GError) full = g_error_new_literal (DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_FULL, "");
  g_autoptr (GError) stopped = g_error_new_literal (DAYBOOK_STORE_ERROR,
                                                    DAYBOOK_STORE_ERROR_CANCELLED, "");
  g_autofree char *sentence = daybook_error_sentence (full, "/a/b.daybook");

  type (form, "name", "Riverside");
  g_assert_true (daybook_form_view_model_begin (base));
  g_assert_false (daybook_form_view_model_begin (base));
  daybook_form_view_model_end (base, full, "/a/b.daybook");
  assert_text (form, "error", sentence);
  assert_text (form, "name", "Riverside");
  g_assert_true (can_confirm (form));

  /* Typing on takes it away; who stops it needs not be told. */
  type (form, "name", "Riverside 2");
  assert_text (form, "error", "");
  g_assert_true (daybook_form_view_model_begin (base));
  daybook_form_view_model_end (base, stopped, "/a/b.daybook");
  assert_text (form, "error", "");
  g_assert_true (can_confirm (form));
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

  add ("/register-form/registers", test_register);
  add ("/register-form/suggestions", test_suggestions);
  add ("/register-form/suggestion-gives-way", test_suggestion_gives_way);
  add ("/register-form/errors", test_register_errors);
  add ("/register-form/username-taken-meanwhile", test_username_taken_meanwhile);
  add ("/open-account-form/opens", test_open_account);
  add ("/open-account-form/errors", test_open_account_errors);
  add ("/open-account-form/pick-holder", test_pick_holder);
  add ("/open-account-form/currencies", test_currencies);
  g_test_add_func ("/new-book-form/new-book", test_new_book);
  g_test_add_func ("/new-book-form/general-error", test_general_error);

  return fixture_run ();
}
