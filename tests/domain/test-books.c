/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book itself, and what decisions are asked by whoever builds commands without their tables:
 * nothing is taken for granted that a form may have left out. */

#include "books/book.h"

#include "accounts/status.h"
#include "accounts/terms.h"
#include "books/control-totals.h"
#include "books/periods.h"
#include "refusal.h"
#include "surroundings.h"

static const DaybookContext *
today (void)
{
  static DaybookContext context;

  context = (DaybookContext) { .today = day ("2026-11-23"), .new_id = "new" };
  return &context;
}

#define ASSERT_REFUSED(error, refusal, at) \
  G_STMT_START { \
    g_assert_error ((error), DAYBOOK_REFUSAL, (int) (refusal)); \
    g_assert_cmpstr (daybook_refusal_figures (error)->field, ==, (at)); \
    g_clear_error (&(error)); \
  } G_STMT_END

static void
add_closing (DaybookBook *book,
             const char  *until,
             gboolean     reopened)
{
  DaybookClosing closing = { .until = day (until), .totals = g_strdup ("EUR 1.00"), .sealed = 7,
                             .seal = g_strdup ("x"), .reopened = reopened };

  g_array_append_val (book->closings, closing);
}

static DaybookBook *
started_book (void)
{
  DaybookBook *book = daybook_book_new ();

  book->name = g_strdup ("Savings");
  book->currency = (DaybookCurrency) { "EUR" };
  book->time_zone = g_strdup ("UTC");
  return book;
}

static void
test_started_once_with_name_and_currency (void)
{
  g_autoptr (DaybookBook) none = daybook_book_new ();
  g_autoptr (DaybookBook) book = started_book ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GError) error = NULL;
  DaybookStart start = { .command = { &daybook_start } };

  g_assert_false (daybook_book_decide_start (none, &start, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "name");
  start.name = (char *) "Savings";
  g_assert_false (daybook_book_decide_start (none, &start, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "currency");
  start.currency = (DaybookCurrency) { "KWD" };
  g_assert_false (daybook_book_decide_start (book, &start, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED, NULL);
  g_assert_cmpuint (events->len, ==, 0);

  g_assert_true (daybook_book_decide_start (none, &start, today (), events, &error));
  g_assert_true (daybook_book_evolve (none, g_ptr_array_index (events, 0)));
  g_assert_cmpuint (((DaybookBookStarted *) g_ptr_array_index (events, 0))->decimals, ==, 3);
  g_assert_cmpstr (none->time_zone, ==, "UTC");
}

static void
test_renamed_to_something_else (void)
{
  g_autoptr (DaybookBook) book = started_book ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GError) error = NULL;
  DaybookRenameBook rename = { .command = { &daybook_rename_book } };

  g_assert_false (daybook_book_decide_rename (book, &rename, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "name");
  rename.name = (char *) "Savings";
  g_assert_false (daybook_book_decide_rename (book, &rename, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_NOTHING_CHANGES, "name");
  rename.name = (char *) "Loans";
  g_assert_true (daybook_book_decide_rename (book, &rename, today (), events, &error));
  g_assert_true (daybook_book_evolve (book, g_ptr_array_index (events, 0)));
  g_assert_cmpstr (book->name, ==, "Loans");
}

static void
test_a_copy_is_its_own (void)
{
  g_autoptr (DaybookBook) book = started_book ();
  g_autoptr (DaybookBook) copy = NULL;
  DaybookCurrency yen = { "JPY" };

  g_array_append_val (book->currencies, yen);
  add_closing (book, "2026-03-31", FALSE);
  add_closing (book, "2026-04-30", TRUE);
  copy = daybook_book_copy (book);
  g_clear_pointer (&book, daybook_book_free);

  g_assert_cmpstr (copy->name, ==, "Savings");
  g_assert_true (daybook_book_has_currency (copy, yen));
  g_assert_cmpuint (daybook_book_get_closed_until (copy), ==, day ("2026-03-31"));
  g_assert_cmpstr (daybook_book_get_latest (copy)->totals, ==, "EUR 1.00");
  g_assert_cmpstr (g_array_index (copy->closings, DaybookClosing, 1).seal, ==, "x");
}

/* Rule 32, whatever was decided. */
static void
test_rule_32_nothing_counts_for_a_closed_day (void)
{
  g_autoptr (DaybookBook) book = started_book ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GError) error = NULL;

  add_closing (book, "2026-03-31", FALSE);
  g_ptr_array_add (events, daybook_book_add_currency ((DaybookCurrency) { "JPY" },
                                                      day ("2026-04-01")));
  g_assert_true (daybook_book_check_lock (book, events, &error));
  g_ptr_array_add (events, daybook_book_add_currency ((DaybookCurrency) { "KWD" },
                                                      day ("2026-03-31")));
  g_assert_false (daybook_book_check_lock (book, events, &error));
  g_assert_cmpuint (daybook_refusal_figures (error)->date, ==, day ("2026-03-31"));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD, "on");
}

/* Rules 30, 31 and 33 where nobody looked before. */
static void
test_a_period_is_closed_and_reopened_with_care (void)
{
  static const guint8 hash[32];
  g_autoptr (DaybookBook) book = started_book ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) totals = daybook_control_new ();
  g_autoptr (GError) error = NULL;
  DaybookControlTotal total = { { "EUR" }, .accounts = 3, .cash = 1, .bank = 1 };
  DaybookClosePeriod close = { .command = { &daybook_close_period } };
  DaybookReopenPeriod reopen = { .command = { &daybook_reopen_period } };

  g_array_append_val (totals, total);
  g_assert_false (daybook_book_decide_close (book, totals, 7, hash, &close, today (), events,
                                             &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "until");
  close.until = day ("2026-03-31");
  g_assert_false (daybook_book_decide_close (book, totals, 7, hash, &close, today (), events,
                                             &error));
  g_assert_cmpint (daybook_refusal_figures (error)->amount, ==, 3);
  g_assert_cmpint (daybook_refusal_figures (error)->available, ==, 2);
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_TOTALS_DIFFER, NULL);

  add_closing (book, "2026-03-31", FALSE);
  g_assert_false (daybook_book_decide_reopen (book, &reopen, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "reason");
  g_assert_cmpuint (events->len, ==, 0);
}

static void
test_control_totals_are_told_and_understood (void)
{
  static const char *const none[] = {
    "EUR", "EUR 1.00 - 1.00 cash + 0.00 bank", "EUR 1.00 = 1.00 kind + 0.00 bank",
    "EUR 1.00 = 1.00 cash - 0.00 bank", "EUR 1.00 = 1.00 cash + 0.00 till",
    "EURO 1.00 = 1.00 cash + 0.00 bank", "EUR one = 1.00 cash + 0.00 bank",
    "EUR 1.00 = one cash + 0.00 bank", "EUR 1.00 = 1.00 cash + none bank",
    "EUR 1.000 = 1.00 cash + 0.00 bank", "EUR 1.00 = 1.00 cash + 0.00 bank; ",
  };
  const char *text = "EUR 12.34 = 2.34 cash + 10.00 bank; JPY 500 = 600 cash + -100 bank";
  g_autoptr (GArray) totals = daybook_control_parse (text);
  g_autoptr (GArray) empty = daybook_control_parse (NULL);
  g_autofree char *again = NULL;

  g_assert_nonnull (totals);
  again = daybook_control_format (totals);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpint (g_array_index (totals, DaybookControlTotal, 1).bank, ==, -100);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_null (daybook_control_format (empty));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (daybook_control_parse (none[i]));
}

/* Rule 12, for cash and bank that fit by themselves. */
static void
test_rule_12_control_totals_fit (void)
{
  g_autoptr (GArray) totals = daybook_control_new ();
  g_autoptr (GError) error = NULL;
  DaybookControlTotal total = { { "EUR" }, .cash = G_MAXINT64, .bank = 1 };

  g_array_append_val (totals, total);
  g_assert_false (daybook_control_check (totals, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_TOTALS_TOO_LARGE, NULL);
}

static void
test_what_has_to_be_said_of_an_account (void)
{
  g_autoptr (DaybookAccount) account = daybook_account_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GError) error = NULL;
  const DaybookBlock block = { .command = { &daybook_block } };
  const DaybookReopen reopen = { .command = { &daybook_reopen } };
  const DaybookRenameAccount rename = { .command = { &daybook_rename_account } };

  account->status = DAYBOOK_ACCOUNT_OPEN;
  g_assert_false (daybook_account_decide_block (account, &block, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "reason");
  g_assert_false (daybook_account_decide_rename (account, &rename, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "name");
  account->status = DAYBOOK_ACCOUNT_CLOSED;
  g_assert_false (daybook_account_decide_reopen (account, &reopen, today (), events, &error));
  ASSERT_REFUSED (error, DAYBOOK_REFUSAL_FIELD_MISSING, "reason");
  g_assert_cmpuint (events->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/books/started-once-with-name-and-currency",
                   test_started_once_with_name_and_currency);
  g_test_add_func ("/books/renamed-to-something-else", test_renamed_to_something_else);
  g_test_add_func ("/books/a-copy-is-its-own", test_a_copy_is_its_own);
  g_test_add_func ("/books/rule-32/nothing-counts-for-a-closed-day",
                   test_rule_32_nothing_counts_for_a_closed_day);
  g_test_add_func ("/books/a-period-is-closed-and-reopened-with-care",
                   test_a_period_is_closed_and_reopened_with_care);
  g_test_add_func ("/books/control-totals-are-told-and-understood",
                   test_control_totals_are_told_and_understood);
  g_test_add_func ("/books/rule-12/control-totals-fit", test_rule_12_control_totals_fit);
  g_test_add_func ("/books/what-has-to-be-said-of-an-account",
                   test_what_has_to_be_said_of_an_account);

  return g_test_run ();
}
