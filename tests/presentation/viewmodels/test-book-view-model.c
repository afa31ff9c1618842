/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An open book: lists, searches, undo, and what it says when it cannot follow. */

#include <string.h>

#include "accounts/hold-records.h"
#include "fixture.h"
#include "newer.h"
#include "people/person-records.h"
#include "sentences.h"
#include "store-error.h"

static void
test_empty_book (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_text (fixture->book, "title", "Riverside Savings");
  assert_text (fixture->book, "path", daybook_desk_get_path (fixture->desk));
  assert_text (fixture->book, "accounts-count", "0");
  assert_text (fixture->book, "people-count", "0");
  assert_text (fixture->book, "entries-count", "1");
  assert_text (accounts_of (fixture), "state", "empty");
  assert_text (people_of (fixture), "state", "empty");
  assert_text (accounts_of (fixture), "search", "");
  assert_text (people_of (fixture), "search", "");
  assert_text (fixture->book, "problem", "");
  g_assert_false (flag_of (fixture->book, "can-undo"));
  g_assert_cmpuint (length_of (fixture->book, "accounts"), ==, 0);
  g_assert_cmpuint (length_of (fixture->book, "people"), ==, 0);
  g_assert_cmpuint (length_of (fixture->book, "daybook"), ==, 1);
  assert_item (fixture->book, "daybook", 0, "number", "1");
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *balance = euros (10000);
  g_autofree char *sentence = NULL;

  given_textbook (fixture);

  assert_text (fixture->book, "accounts-count", "2");
  assert_text (fixture->book, "people-count", "2");
  assert_text (fixture->book, "entries-count", "6");
  assert_text (accounts_of (fixture), "state", "list");
  assert_text (people_of (fixture), "state", "list");

  assert_item (fixture->book, "accounts", 0, "title", "John Smith");
  assert_item (fixture->book, "accounts", 0, "caption", "0000\u00a00001\u00a095");
  assert_item (fixture->book, "accounts", 0, "number", "0000\u00a00001\u00a095");
  assert_item (fixture->book, "accounts", 0, "balance", balance);
  assert_item (fixture->book, "accounts", 0, "status", "");
  assert_item (fixture->book, "accounts", 1, "title", "Mary Jones");
  assert_item (fixture->book, "people", 0, "name", "John Smith");
  assert_item (fixture->book, "people", 1, "username", "mary");
  assert_item (fixture->book, "people", 1, "email", "");
  assert_item (fixture->book, "people", 1, "accounts", "1 account");

  /* Newest first. */
  assert_item (fixture->book, "daybook", 0, "number", "6");
  assert_item (fixture->book, "daybook", 5, "number", "1");
  sentence = item_text (fixture->book, "daybook", 0, "sentence");
  g_assert_nonnull (strstr (sentence, "John Smith"));
}

/* What is called something else is shown and found so. */
static void
test_other_names (Fixture       *fixture,
                  gconstpointer  data)
{
  g_auto (Watch) title = { 0 };

  given_textbook (fixture);
  watch_property (&title, fixture->book, "title");
  type (accounts_of (fixture), "search", "holiday");
  type (people_of (fixture), "search", "jack");
  g_assert_cmpuint (length_of (fixture->book, "accounts"), ==, 0);
  g_assert_cmpuint (length_of (fixture->book, "people"), ==, 0);

  given_name (fixture, "mary", "Holiday");
  settle (fixture);
  g_assert_cmpuint (length_of (fixture->book, "accounts"), ==, 1);
  assert_item (fixture->book, "accounts", 0, "title", "Holiday");
  given_username (fixture, "john", "jack");
  settle (fixture);
  g_assert_cmpuint (length_of (fixture->book, "people"), ==, 1);
  g_assert_cmpuint (title.count, ==, 0);

  given_book_name (fixture, "Hillside Savings");
  settle (fixture);
  assert_text (fixture->book, "title", "Hillside Savings");
  g_assert_cmpuint (title.count, ==, 1);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (Watch) search = { 0 };
  g_auto (Watch) list = { 0 };

  given_textbook (fixture);
  watch_property (&search, accounts_of (fixture), "search");
  watch_list (&list, fixture->book, "accounts");

  type (accounts_of (fixture), "search", "MARY");
  g_assert_cmpuint (length_of (fixture->book, "accounts"), ==, 1);
  assert_item (fixture->book, "accounts", 0, "title", "Mary Jones");
  assert_text (accounts_of (fixture), "state", "list");
  g_assert_cmpuint (search.count, ==, 1);
  g_assert_cmpuint (list.count, ==, 1);

  /* The same again is no change. */
  type (accounts_of (fixture), "search", "MARY");
  g_assert_cmpuint (search.count, ==, 1);
  g_assert_cmpuint (list.count, ==, 1);

  type (accounts_of (fixture), "search", "nobody at all");
  g_assert_cmpuint (length_of (fixture->book, "accounts"), ==, 0);
  assert_text (accounts_of (fixture), "state", "none");

  type (accounts_of (fixture), "search", NULL);
  assert_text (accounts_of (fixture), "search", "");
  g_assert_cmpuint (length_of (fixture->book, "accounts"), ==, 2);

  type (people_of (fixture), "search", "smith");
  g_assert_cmpuint (length_of (fixture->book, "people"), ==, 1);
  type (people_of (fixture), "search", "zzz");
  assert_text (people_of (fixture), "state", "none");

  /* What comes in while a search stands obeys it. */
  type (people_of (fixture), "search", "smith");
  given_person (fixture, "agnes", "Agnes Brown");
  g_assert_cmpuint (length_of (fixture->book, "people"), ==, 1);
  given_person (fixture, "zoe", "Zoe Smith");
  g_assert_cmpuint (length_of (fixture->book, "people"), ==, 2);
}

/* A deposit changes one row of the accounts, adds one to the daybook, and nothing else. */
static void
test_change_is_narrow (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *balance = euros (10500);
  g_auto (Watch) accounts = { 0 };
  g_auto (Watch) people = { 0 };
  g_auto (Watch) entries = { 0 };
  g_auto (Watch) count = { 0 };

  given_textbook (fixture);
  watch_list (&accounts, fixture->book, "accounts");
  watch_list (&people, fixture->book, "people");
  watch_list (&entries, fixture->book, "daybook");
  watch_property (&count, fixture->book, "accounts-count");

  given_deposit (fixture, "john", "5.00", NULL);

  g_assert_cmpuint (accounts.count, ==, 1);
  g_assert_cmpuint (accounts.position, ==, 0);
  g_assert_cmpuint (accounts.removed, ==, 1);
  g_assert_cmpuint (accounts.added, ==, 1);
  assert_item (fixture->book, "accounts", 0, "balance", balance);
  g_assert_cmpuint (people.count, ==, 0);
  g_assert_cmpuint (entries.count, ==, 1);
  g_assert_cmpuint (entries.position, ==, 0);
  g_assert_cmpuint (entries.removed, ==, 0);
  g_assert_cmpuint (entries.added, ==, 1);
  g_assert_cmpuint (count.count, ==, 0);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookAccountViewModel *account;
  DaybookPersonViewModel *person;

  given_textbook (fixture);

  account = daybook_book_view_model_open_account (fixture->book, 1);
  g_assert_cmpuint (daybook_account_view_model_get_key (account), ==, 1);
  g_assert_true (daybook_account_view_model_get_book (account) == fixture->book);
  g_assert_finalize_object (account);

  person = daybook_book_view_model_open_person (fixture->book, 2);
  g_assert_cmpuint (daybook_person_view_model_get_key (person), ==, 2);
  g_assert_true (daybook_person_view_model_get_book (person) == fixture->book);
  g_assert_finalize_object (person);
}

static void
test_missing_page (Fixture       *fixture,
                   gconstpointer  data)
{
  g_auto (Watch) problem = { 0 };

  watch_property (&problem, fixture->book, "problem");
  g_assert_null (daybook_book_view_model_open_account (fixture->book, 77));
  g_assert_null (daybook_book_view_model_open_person (fixture->book, 77));
  watch_wait (&problem, 1);
}

static void
test_person_page (Fixture       *fixture,
                  gconstpointer  data)
{
  DaybookPersonViewModel *person;
  g_autofree char *nothing = euros (0);
  g_autofree char *balance = euros (100);
  g_auto (Watch) list = { 0 };
  g_auto (Watch) name = { 0 };

  given_textbook (fixture);
  given_person (fixture, "ann", "Ann Lee");
  person = daybook_book_view_model_open_person (fixture->book, 3);
  assert_text (person, "name", "Ann Lee");
  assert_text (person, "username", "ann");
  assert_text (person, "former", "");
  assert_text (person, "email", "");
  assert_text (person, "phone", "");
  assert_text (person, "address", "");
  assert_text (person, "note", "");
  assert_text (person, "accounts-state", "empty");
  watch_list (&list, person, "accounts");
  watch_property (&name, person, "name");

  /* Not hers. */
  given_deposit (fixture, "john", "1.00", NULL);
  g_assert_cmpuint (list.count, ==, 0);

  given_account (fixture, "ann", NULL, NULL);
  assert_text (person, "accounts-state", "list");
  g_assert_cmpuint (length_of (person, "accounts"), ==, 1);

  assert_item (person, "accounts", 0, "balance", nothing);
  given_deposit (fixture, "ann", "1.00", NULL);
  assert_item (person, "accounts", 0, "balance", balance);
  g_assert_cmpuint (name.count, ==, 0);
  watch_end (&name);
  g_assert_finalize_object (person);
}

/* What is known of somebody shows as soon as it is recorded, and is gone when it is not known. */
static void
test_person_details (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookPersonViewModel *person;
  g_auto (Watch) note = { 0 };
  g_auto (Watch) name = { 0 };

  given_textbook (fixture);
  person = daybook_book_view_model_open_person (fixture->book, 1);
  watch_property (&note, person, "note");
  watch_property (&name, person, "name");

  given_details (fixture, "john", "0171 555", "1 High Street", "Hard of hearing");
  assert_text (person, "phone", "0171 555");
  assert_text (person, "address", "1 High Street");
  assert_text (person, "note", "Hard of hearing");
  g_assert_cmpuint (note.count, ==, 1);

  given_details (fixture, "john", "-", NULL, NULL);
  assert_text (person, "phone", "");
  assert_text (person, "address", "1 High Street");
  g_assert_cmpuint (note.count, ==, 1);

  given_username (fixture, "john", "jack");
  assert_text (person, "username", "jack");
  assert_text (person, "former", "Formerly john");
  given_username (fixture, "jack", "johnny");
  assert_text (person, "former", "Formerly john, jack");
  given_username (fixture, "johnny", "john");
  assert_text (person, "former", "Formerly jack, johnny");
  g_assert_cmpuint (name.count, ==, 0);

  watch_end (&note);
  watch_end (&name);
  g_assert_finalize_object (person);
}

/* What they hold with others is theirs too, and what is closed is still to be found. */
static void
test_person_accounts (Fixture       *fixture,
                      gconstpointer  data)
{
  DaybookPersonViewModel *mary;

  given_textbook (fixture);
  mary = daybook_book_view_model_open_person (fixture->book, 2);
  g_assert_cmpuint (length_of (mary, "accounts"), ==, 1);

  given_holder (fixture, "0000000195", "mary");
  g_assert_cmpuint (length_of (mary, "accounts"), ==, 2);
  assert_item (mary, "accounts", 0, "title", "John Smith, Mary Jones");
  assert_item (mary, "accounts", 0, "status", "");
  given_block (fixture, "0000000195", "court");
  assert_item (mary, "accounts", 0, "status", "Blocked");
  given_closed (fixture, "0000000292");
  g_assert_cmpuint (length_of (mary, "accounts"), ==, 2);
  assert_item (mary, "accounts", 1, "status", "Closed");
  g_assert_finalize_object (mary);
}

/* Deposits through a form, so that it can be undone. Returns its entry. */
static guint64
deposit (Fixture    *fixture,
         const char *amount)
{
  g_autoptr (DaybookMoneyFormViewModel) form =
    daybook_book_view_model_new_money_form (fixture->book, DAYBOOK_MONEY_DEPOSIT, 1);
  g_auto (Watch) recorded = { 0 };

  watch_sentence (&recorded, fixture->book, "recorded");
  type (form, "amount", amount);
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&recorded, 1);
  g_assert_nonnull (strstr (recorded.sentence, "John Smith"));

  return recorded.entry;
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Watch) can_undo = { 0 };
  g_auto (Watch) recorded = { 0 };
  DaybookAccountViewModel *account;

  given_textbook (fixture);
  watch_property (&can_undo, fixture->book, "can-undo");
  g_assert_cmpuint (deposit (fixture, "20"), ==, 7);
  g_assert_true (flag_of (fixture->book, "can-undo"));
  g_assert_true (daybook_book_view_model_get_can_undo (fixture->book));
  g_assert_cmpuint (can_undo.count, ==, 1);
  g_assert_cmpuint (deposit (fixture, "30"), ==, 8);

  account = daybook_book_view_model_open_account (fixture->book, 1);
  assert_euros (account, "balance", 15000);

  /* The last one first. */
  watch_sentence (&recorded, fixture->book, "recorded");
  daybook_book_view_model_undo (fixture->book);
  g_assert_false (flag_of (fixture->book, "can-undo"));
  watch_wait (&recorded, 1);
  g_assert_cmpstr (recorded.sentence, !=, "");
  g_assert_cmpuint (recorded.entry, ==, 0);
  assert_euros (account, "balance", 12000);
  g_assert_true (flag_of (fixture->book, "can-undo"));

  daybook_book_view_model_undo (fixture->book);
  watch_wait (&recorded, 2);
  assert_euros (account, "balance", 10000);
  g_assert_false (flag_of (fixture->book, "can-undo"));

  /* Nothing left: nothing happens. */
  daybook_book_view_model_undo (fixture->book);
  settle (fixture);
  g_assert_cmpuint (recorded.count, ==, 2);
  g_assert_finalize_object (account);
}

/* The button of an older toast. */
static void
test_undo_entry (Fixture       *fixture,
                 gconstpointer  data)
{
  g_auto (Watch) recorded = { 0 };
  g_auto (Watch) refused = { 0 };
  guint64 first;

  given_textbook (fixture);
  first = deposit (fixture, "20");
  deposit (fixture, "30");
  watch_sentence (&recorded, fixture->book, "recorded");
  watch_sentence (&refused, fixture->book, "refused");

  daybook_book_view_model_undo_entry (fixture->book, first);
  watch_wait (&recorded, 1);

  /* Pressed twice: the second time it was undone already. */
  daybook_book_view_model_undo_entry (fixture->book, first);
  settle (fixture);
  g_assert_cmpuint (recorded.count, ==, 1);
  g_assert_cmpuint (refused.count, ==, 0);

  /* The other one is still there to undo. */
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&recorded, 2);
  g_assert_false (flag_of (fixture->book, "can-undo"));
}

/* The money is gone: refused, with the figures, and possible again once it is back. */
static void
test_undo_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_auto (Watch) recorded = { 0 };
  g_auto (Watch) refused = { 0 };
  guint64 entry;

  given_textbook (fixture);
  entry = deposit (fixture, "20");
  form = daybook_book_view_model_new_money_form (fixture->book, DAYBOOK_MONEY_WITHDRAW, 1);
  watch_sentence (&recorded, fixture->book, "recorded");
  watch_sentence (&refused, fixture->book, "refused");
  type (form, "amount", "110");
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&recorded, 1);

  daybook_book_view_model_undo_entry (fixture->book, entry);
  watch_wait (&refused, 1);
  {
    g_autofree char *expected =
      sentence_for (DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS,
                    &(DaybookFigures) { .field = "amount", .amount = 2000, .available = 1000,
                                        .currency = { "EUR" }, .account = "0000000195" });

    g_assert_cmpstr (refused.sentence, ==, expected);
  }
  g_assert_true (flag_of (fixture->book, "can-undo"));

  /* First the withdrawal, then the deposit. */
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&recorded, 2);
  daybook_book_view_model_undo (fixture->book);
  watch_wait (&recorded, 3);
  g_assert_false (flag_of (fixture->book, "can-undo"));
}

/* What has no opposite is told without anything to undo. */
static void
test_registering_is_not_undone (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (DaybookRegisterFormViewModel) form =
    daybook_book_view_model_new_register_form (fixture->book);
  g_auto (Watch) recorded = { 0 };

  watch_sentence (&recorded, fixture->book, "recorded");
  type (form, "name", "John Smith");
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
  watch_wait (&recorded, 1);
  g_assert_nonnull (strstr (recorded.sentence, "John Smith"));
  g_assert_cmpuint (recorded.entry, ==, 0);
  g_assert_false (flag_of (fixture->book, "can-undo"));
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                                                  "entry 2 does not follow");
  g_autofree char *sentence = daybook_error_sentence (error,
                                                      daybook_desk_get_path (fixture->desk));
  g_auto (Watch) problem = { 0 };

  watch_property (&problem, fixture->book, "problem");
  g_signal_emit_by_name (fixture->desk, "stopped", error);
  assert_text (fixture->book, "problem", sentence);
  g_signal_emit_by_name (fixture->desk, "stopped", error);
  g_assert_cmpuint (problem.count, ==, 1);

  /* Once it follows again, there is none. */
  given_person (fixture, "john", "John Smith");
  assert_text (fixture->book, "problem", "");
}

/* After a rebuild nothing may be taken for what it was. */
static void
test_rebuilt (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  DaybookAccountViewModel *account;
  g_auto (Watch) accounts = { 0 };
  g_auto (Watch) entries = { 0 };

  given_textbook (fixture);
  account = daybook_book_view_model_open_account (fixture->book, 1);
  watch_list (&accounts, fixture->book, "accounts");
  watch_list (&entries, account, "entries");
  changes->everything = TRUE;
  changes->position = 6;
  g_signal_emit_by_name (fixture->desk, "changed", changes);
  g_assert_cmpuint (accounts.removed, ==, 2);
  g_assert_cmpuint (accounts.added, ==, 2);
  g_assert_cmpuint (entries.removed, ==, 1);
  g_assert_cmpuint (entries.added, ==, 1);
  assert_euros (account, "balance", 10000);
  g_assert_finalize_object (account);
}

static void
test_operator (Fixture       *fixture,
               gconstpointer  data)
{
  daybook_book_view_model_set_operator (fixture->book, "Ruth Okafor");
  given_person (fixture, "john", "John Smith");
  assert_item (fixture->book, "daybook", 0, "actor", "Ruth Okafor");
  daybook_book_view_model_set_operator (fixture->book, "");
  given_person (fixture, "mary", "Mary Jones");
  assert_item (fixture->book, "daybook", 0, "actor", g_get_real_name ());
}

/* What somebody else writes to the same file shows by itself. */
static void
test_others_are_followed (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookRegister command = { .command = { &daybook_register },
                              .username = (char *) "john", .name = (char *) "John Smith" };
  g_autoptr (DaybookOpenBook) other = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Watch) people = { 0 };

  other = daybook_bookshelf_open_facts (fixture->bookshelf, daybook_desk_get_path (fixture->desk),
                                        FALSE, &error);
  g_assert_no_error (error);
  receipt = daybook_dispatcher_execute (other->dispatcher, &command.command, NULL, &error);
  g_assert_no_error (error);

  watch_property (&people, fixture->book, "people-count");
  watch_wait (&people, 1);
  assert_text (fixture->book, "people-count", "1");
}

/* Also where the other brought the figures up to date before this desk looked. */
static void
test_others_with_figures_are_followed (Fixture       *fixture,
                                       gconstpointer  data)
{
  DaybookRegister command = { .command = { &daybook_register },
                              .username = (char *) "john", .name = (char *) "John Smith" };
  g_autoptr (DaybookOpenBook) other = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Watch) people = { 0 };

  other = daybook_bookshelf_open (fixture->bookshelf, daybook_desk_get_path (fixture->desk), NULL,
                                  NULL, NULL, &error);
  g_assert_no_error (error);
  receipt = daybook_dispatcher_execute (other->dispatcher, &command.command, NULL, &error);
  g_assert_no_error (error);
  daybook_projector_catch_up (other->projector, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  watch_property (&people, fixture->book, "people-count");
  watch_wait (&people, 1);
  assert_text (fixture->book, "people-count", "1");
  assert_item (fixture->book, "people", 0, "name", "John Smith");
}

/* What only a newer program knows: the book is shown up to there, and nothing can be recorded. */
static void
test_newer_book_is_only_read (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (DaybookOpenBook) other = NULL;
  g_autoptr (DaybookOpenBook) open_book = NULL;
  g_autoptr (DaybookDesk) desk = NULL;
  g_autoptr (DaybookBookViewModel) book = NULL;
  g_autoptr (GError) error = NULL;
  const char *path = daybook_desk_get_path (fixture->desk);
  g_auto (Watch) problem = { 0 };
  DaybookAccountViewModel *account;
  gboolean can_record;

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  account = daybook_book_view_model_open_account (fixture->book, 1);
  g_assert_true (flag_of (account, "can-deposit"));
  g_object_get (fixture->book, "can-record", &can_record, NULL);
  g_assert_true (can_record);

  /* Written by somebody else, while it is open here. */
  other = daybook_bookshelf_open_facts (fixture->bookshelf, path, FALSE, &error);
  g_assert_no_error (error);
  append_what_is_newer (other->store, "newer");
  watch_property (&problem, fixture->book, "problem");
  watch_wait (&problem, 1);
  assert_text (fixture->book, "problem", "A newer Daybook has written to this book. Here it can be "
                                         "read up to entry 3, and nothing can be recorded.");
  g_assert_false (daybook_book_view_model_get_can_record (fixture->book));
  g_assert_false (flag_of (account, "can-deposit"));
  g_assert_false (flag_of (account, "can-change"));
  g_assert_false (flag_of (account, "can-close"));
  g_assert_false (flag_of (account, "can-reopen"));
  g_assert_finalize_object (account);
  assert_text (fixture->book, "people-count", "1");
  assert_text (fixture->book, "entries-count", "3");

  /* And opened afterwards. */
  open_book = daybook_bookshelf_open (fixture->bookshelf, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  desk = daybook_desk_new (g_steal_pointer (&open_book), &error);
  g_assert_no_error (error);
  book = daybook_book_view_model_new (desk);
  g_assert_false (daybook_book_view_model_get_can_record (book));
  assert_text (book, "entries-count", "3");
}

/* The day changes while the book is open: what expires is recorded, without anybody's doing. */
static void
test_holds_expire_by_themselves (Fixture       *fixture,
                                 gconstpointer  data)
{
  DaybookPlaceHold hold = { .command = { &daybook_hold }, .account = (char *) "john",
                            .amount = decimal ("30"), .reason = (char *) "rent",
                            .expires = day ("2026-11-24") };
  g_auto (Watch) entries = { 0 };

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  given_deposit (fixture, "john", "100", NULL);
  for (guint i = 0; i < 3; i++)
    daybook_desk_execute_async (fixture->desk, &hold.command, NULL, NULL, NULL, NULL);
  settle (fixture);
  assert_text (fixture->book, "entries-count", "7");

  /* Each once, though the figures change with every one of them. */
  watch_property (&entries, fixture->book, "entries-count");
  daybook_test_clock_set (fixture->clock, "2026-11-24T00:00:01Z");
  watch_wait (&entries, 3);
  settle (fixture);
  assert_text (fixture->book, "entries-count", "10");
  assert_item (fixture->book, "daybook", 0, "actor", "Daybook");
}

/* A list that outlives its book is empty, and harmless. */
static void
test_list_outlives_book (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GListModel) entries = NULL;
  DaybookBookViewModel *book;

  given_textbook (fixture);
  book = daybook_book_view_model_new (fixture->desk);
  g_object_get (book, "accounts", &accounts, "daybook", &entries, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 2);
  g_assert_finalize_object (book);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 0);
  g_assert_null (g_list_model_get_item (entries, 0));
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

  add ("/book/empty", test_empty_book);
  add ("/book/lists", test_lists);
  add ("/book/other-names", test_other_names);
  add ("/book/search", test_search);
  add ("/book/change-is-narrow", test_change_is_narrow);
  add ("/book/pages", test_pages);
  add ("/book/missing-page", test_missing_page);
  add ("/book/person-page", test_person_page);
  add ("/book/person-details", test_person_details);
  add ("/book/person-accounts", test_person_accounts);
  add ("/book/undo", test_undo);
  add ("/book/undo-entry", test_undo_entry);
  add ("/book/undo-refused", test_undo_refused);
  add ("/book/registering-is-not-undone", test_registering_is_not_undone);
  add ("/book/stopped", test_stopped);
  add ("/book/rebuilt", test_rebuilt);
  add ("/book/operator", test_operator);
  add ("/book/holds-expire-by-themselves", test_holds_expire_by_themselves);
  add ("/book/newer-book-is-only-read", test_newer_book_is_only_read);
  add ("/book/others-are-followed", test_others_are_followed);
  add ("/book/others-with-figures-are-followed", test_others_with_figures_are_followed);
  add ("/book/list-outlives-book", test_list_outlives_book);

  return fixture_run ();
}
