/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about what went wrong: exactly what people read, and one for everything that can. */

#include <string.h>

#include "import/import-error.h"
#include "refusal.h"
#include "sentences.h"
#include "store-error.h"

static char *
fallback_sentence (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_CONVERT_ERROR, 0, "raw");

  return daybook_error_sentence (error, "/tmp/club.daybook");
}

/* Says something of its own, and nothing of how it was made. */
static void
assert_good_sentence (const GError *error)
{
  g_autofree char *sentence = daybook_error_sentence (error, "/tmp/club.daybook");
  g_autofree char *without = daybook_error_sentence (error, NULL);
  g_autofree char *fallback = fallback_sentence ();

  g_test_message ("%s", sentence);
  g_assert_cmpstr (sentence, !=, fallback);
  g_assert_null (strchr (sentence, '%'));
  g_assert_null (strstr (sentence, "(null)"));
  g_assert_null (strstr (sentence, "/tmp"));
  g_assert_null (strchr (sentence, '\n'));
  g_assert_null (strstr (sentence, error->message));
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_true (g_str_has_suffix (without, "."));
}

static void
test_every_refusal_has_a_sentence (void)
{
  static const DaybookFigures figures = { .field = "amount", .amount = 10000, .available = 4000,
                                          .currency = { "EUR" }, .date = 739943, .number = 17,
                                          .text = "typed", .account = "0000000195 0000000292" };

  for (guint code = 0; code < DAYBOOK_N_REFUSALS; code++)
    {
      g_autoptr (GError) full = NULL;
      g_autoptr (GError) bare = NULL;

      daybook_refuse_with (&full, code, &figures);
      assert_good_sentence (full);
      daybook_refuse (&bare, code);
      assert_good_sentence (bare);
    }
}

static void
test_every_store_error_has_a_sentence (void)
{
  for (int code = 0; code <= DAYBOOK_STORE_ERROR_NO_LOCKS; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (DAYBOOK_STORE_ERROR, code, "SQLITE_RAW");

      assert_good_sentence (error);
    }
}

static void
test_every_import_error_has_a_sentence (void)
{
  for (guint code = 0; code < DAYBOOK_N_IMPORT_ERRORS; code++)
    {
      g_autoptr (GError) error = NULL;

      daybook_import_fail (&error, code, .text = "typed", .table = "owner", .expected = 4,
                           .found = 5);
      assert_good_sentence (error);
    }
}

static void
test_usual_file_errors_have_sentences (void)
{
  static const int files[] = { G_FILE_ERROR_NOENT, G_FILE_ERROR_EXIST, G_FILE_ERROR_ACCES,
                               G_FILE_ERROR_ROFS, G_FILE_ERROR_NOSPC, G_FILE_ERROR_ISDIR };
  static const int ios[] = { G_IO_ERROR_NOT_FOUND, G_IO_ERROR_EXISTS, G_IO_ERROR_PERMISSION_DENIED,
                             G_IO_ERROR_READ_ONLY, G_IO_ERROR_NO_SPACE, G_IO_ERROR_IS_DIRECTORY,
                             G_IO_ERROR_CANCELLED, G_IO_ERROR_BUSY };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, files[i], "raw text");

      assert_good_sentence (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ios); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, ios[i], "raw text");

      assert_good_sentence (error);
    }
}

static void
test_unexpected_errors_show_nothing_raw (void)
{
  g_autofree char *sentence = fallback_sentence ();

  g_assert_null (strstr (sentence, "raw"));
  g_assert_true (g_str_has_suffix (sentence, "."));
}

static void
test_refusals_say_the_figures (void)
{
  g_autoptr (GError) short_of = NULL;
  g_autoptr (GError) several = NULL;
  g_autoptr (GError) damaged = g_error_new_literal (DAYBOOK_STORE_ERROR,
                                                    DAYBOOK_STORE_ERROR_NOT_A_BOOK, "");
  g_autoptr (GError) too_small = NULL;
  g_autoptr (GError) not_expired = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  g_autofree char *fifth = NULL;

  daybook_refuse (&short_of, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, .amount = 10000,
                  .available = 4000, .currency = { "EUR" }, .account = "0000000195");
  first = daybook_error_sentence (short_of, NULL);
  g_assert_cmpstr (first, ==, "40.00 EUR is available in account"
                   " 0000\u00a00001\u00a095: 60.00 EUR short.");

  daybook_refuse (&several, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS, .text = "john", .number = 2,
                  .account = "0000000195 0000000292");
  second = daybook_error_sentence (several, NULL);
  g_assert_cmpstr (second, ==, "“john” has 2 accounts; say which one by its number: "
                               "0000\u00a00001\u00a095, 0000\u00a00002\u00a092.");

  third = daybook_error_sentence (damaged, "/some/where/letter.txt");
  g_assert_cmpstr (third, ==, "“letter.txt” is not a book of Daybook.");

  daybook_refuse (&too_small, DAYBOOK_REFUSAL_HOLD_TOO_SMALL, .amount = 5000, .available = 4000,
                  .currency = { "EUR" });
  fourth = daybook_error_sentence (too_small, NULL);
  g_assert_cmpstr (fourth, ==, "40.00 EUR is held: 10.00 EUR short.");

  daybook_refuse (&not_expired, DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED, .number = 17,
                  .date = daybook_date_new (2026, 11, 30));
  fifth = daybook_error_sentence (not_expired, NULL);
  g_assert_cmpstr (fifth, ==, "The hold of entry 17 only expires on 30 Nov 2026.");
}

/* Every new refusal as it is read, once for each of its shapes. */
#define DAY 739943
#define EUR .currency = { "EUR" }
#define JOHN .account = "0000000195"

static const struct
{
  DaybookRefusal code;
  DaybookFigures figures;
  const char *sentence;
} spoken[] = {
  { DAYBOOK_REFUSAL_DATE_BEFORE_OPENING, { .date = DAY, JOHN },
    "Account 0000\u00a00001\u00a095 has only been open since 23 Nov 2026." },
  { DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD, { .field = "on", .date = DAY },
    "All days up to 23 Nov 2026 are closed: choose a later one." },
  { DAYBOOK_REFUSAL_CLOSING_BEFORE_LAST_ENTRY, { .field = "on", .date = DAY, JOHN },
    "The last entry of account 0000\u00a00001\u00a095 counts for 23 Nov 2026: the "
    "account cannot be closed before that day." },
  { DAYBOOK_REFUSAL_NOTHING_CHANGES, { JOHN },
    "That is how it is already: nothing would change." },
  { DAYBOOK_REFUSAL_CHANGED_SINCE, { 0 },
    "This was changed again in the meantime: it stays as it is now." },
  { DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE, { .field = "from" },
    "A deposit does not come out of any account of the book." },
  { DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE, { .field = "to" },
    "A withdrawal does not go into any account of the book." },
  { DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE, { .field = "method" },
    "A transfer is neither in cash nor by bank." },
  { DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE, { .field = "memo" },
    "Memo cannot be given here." },
  { DAYBOOK_REFUSAL_DEBITS_BLOCKED, { .field = "from", .text = "card lost", JOHN },
    "Account 0000\u00a00001\u00a095 is blocked, no money may go out: “card lost”." },
  { DAYBOOK_REFUSAL_CREDITS_BLOCKED, { .field = "to", .text = "card lost", JOHN },
    "Account 0000\u00a00001\u00a095 is blocked, no money may come in: “card lost”." },
  { DAYBOOK_REFUSAL_ALREADY_BLOCKED, { .text = "debits", JOHN },
    "Account 0000\u00a00001\u00a095 is blocked already: no money may go out." },
  { DAYBOOK_REFUSAL_ALREADY_BLOCKED, { .text = "credits", JOHN },
    "Account 0000\u00a00001\u00a095 is blocked already: no money may come in." },
  { DAYBOOK_REFUSAL_NOT_BLOCKED, { .text = "debits", JOHN },
    "Account 0000\u00a00001\u00a095 is not blocked for money going out." },
  { DAYBOOK_REFUSAL_NOT_BLOCKED, { .text = "credits", JOHN },
    "Account 0000\u00a00001\u00a095 is not blocked for money coming in." },
  { DAYBOOK_REFUSAL_NOT_BLOCKED, { JOHN },
    "Account 0000\u00a00001\u00a095 is not blocked." },
  { DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_WITHDRAWAL, { .amount = 6000, .available = 5000, EUR, JOHN },
    "At most 50.00 EUR may be withdrawn from account 0000\u00a00001\u00a095 at once: "
    "10.00 EUR too much." },
  { DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_DAY,
    { .amount = 6000, .available = 0, EUR, .date = DAY, JOHN },
    "At most 0.00 EUR more may be withdrawn from account 0000\u00a00001\u00a095 on 23 Nov "
    "2026: 60.00 EUR too much." },
  { DAYBOOK_REFUSAL_LIMITS_LEAVE_SHORT,
    { .field = "minimum", .amount = 1000, EUR, .date = DAY, JOHN },
    "With that minimum balance, account 0000\u00a00001\u00a095 would be 10.00 EUR short "
    "on 23 Nov 2026." },
  { DAYBOOK_REFUSAL_LIMITS_LEAVE_SHORT,
    { .field = "overdraft", .amount = 1000, EUR, .date = DAY, JOHN },
    "With that overdraft limit, account 0000\u00a00001\u00a095 would be 10.00 EUR short "
    "on 23 Nov 2026." },
  { DAYBOOK_REFUSAL_CORRECTION_LEAVES_SHORT, { .amount = 1000, EUR, .date = DAY, JOHN },
    "With that correction, account 0000\u00a00001\u00a095 would be 10.00 EUR short on 23 "
    "Nov 2026." },
  { DAYBOOK_REFUSAL_ALREADY_HOLDER, { .field = "holder", .text = "john", JOHN },
    "“john” is a holder of account 0000\u00a00001\u00a095 already." },
  { DAYBOOK_REFUSAL_NOT_A_HOLDER, { .field = "holder", .text = "john", JOHN },
    "“john” is not a holder of account 0000\u00a00001\u00a095." },
  { DAYBOOK_REFUSAL_LAST_HOLDER, { .field = "holder", .text = "john", JOHN },
    "“john” is the only holder of account 0000\u00a00001\u00a095, and an account has at "
    "least one." },
  { DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS, { .number = 1, .amount = 4000, EUR, JOHN },
    "40.00 EUR is held on account 0000\u00a00001\u00a095: the hold has to be released or "
    "captured first." },
  { DAYBOOK_REFUSAL_ACCOUNT_HAS_HOLDS, { .number = 2, .amount = 4000, EUR, JOHN },
    "40.00 EUR is held on account 0000\u00a00001\u00a095: the holds have to be released "
    "or captured first." },
  { DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY, { .available = 4000, EUR, JOHN },
    "There is 40.00 EUR in account 0000\u00a00001\u00a095: say whether it is to be paid "
    "out in cash, by bank or into another account." },
  { DAYBOOK_REFUSAL_ACCOUNT_OVERDRAWN, { .amount = 4000, EUR, JOHN },
    "Account 0000\u00a00001\u00a095 is 40.00 EUR below zero: that has to be deposited first." },
  { DAYBOOK_REFUSAL_PAYOUT_TWICE, { .field = "to" },
    "What is in the account is either paid out or transferred to another account, not both." },
  { DAYBOOK_REFUSAL_ACCOUNT_NOT_CLOSED, { JOHN },
    "Account 0000\u00a00001\u00a095 is open: there is nothing to reopen." },
  { DAYBOOK_REFUSAL_PERIOD_NOT_OVER, { .field = "until", .date = DAY },
    "A period ends on a day that is over: today is 23 Nov 2026." },
  { DAYBOOK_REFUSAL_PERIOD_ALREADY_CLOSED, { .field = "until", .date = DAY },
    "All days up to 23 Nov 2026 are closed already: a period ends on a later day." },
  { DAYBOOK_REFUSAL_NO_PERIOD_CLOSED, { .field = "until" },
    "No period of this book is closed." },
  { DAYBOOK_REFUSAL_PERIOD_NOT_LATEST, { .field = "until", .date = DAY },
    "Only the latest period can be reopened: the one up to 23 Nov 2026." },
  { DAYBOOK_REFUSAL_TOTALS_DIFFER, { .amount = 4000, .available = 3900, EUR },
    "All accounts together come to 40.00 EUR, but cash and bank to 39.00 EUR: the period "
    "cannot be closed like that." },
  { DAYBOOK_REFUSAL_TOTALS_TOO_LARGE, { EUR },
    "All accounts in EUR together come to more than a book can hold." },
  { DAYBOOK_REFUSAL_SEAL_MALFORMED, { .text = "7KQM" },
    "“7KQM” is not a seal: look at its characters again." },
  { DAYBOOK_REFUSAL_SEAL_UNKNOWN, { .text = "7KQM-4T9X-2WHC-R8ZN" },
    "No period of this book was closed with the seal “7KQM-4T9X-2WHC-R8ZN”." },
  { DAYBOOK_REFUSAL_CHOICE_UNKNOWN, { .field = "payout", .text = "cheque" },
    "“cheque” is neither “cash” nor “bank”." },
  { DAYBOOK_REFUSAL_CHOICE_UNKNOWN, { .field = "authority", .text = "some" },
    "“some” is neither “any” nor “all”." },
  { DAYBOOK_REFUSAL_CHOICE_UNKNOWN, { .field = "side", .text = "up" },
    "“up” is none of “debits”, “credits” and “both”." },
  { DAYBOOK_REFUSAL_FIELD_MISSING, { .field = "until" },
    "Last day of the period is missing." },
};

static void
test_refusals_are_plain (void)
{
  g_assert_cmpint (DAY, ==, daybook_date_new (2026, 11, 23));
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;

      daybook_refuse_with (&error, spoken[i].code, &spoken[i].figures);
      sentence = daybook_error_sentence (error, NULL);
      g_assert_cmpstr (sentence, ==, spoken[i].sentence);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-sentences/every-refusal-has-a-sentence",
                   test_every_refusal_has_a_sentence);
  g_test_add_func ("/error-sentences/every-store-error-has-a-sentence",
                   test_every_store_error_has_a_sentence);
  g_test_add_func ("/error-sentences/every-import-error-has-a-sentence",
                   test_every_import_error_has_a_sentence);
  g_test_add_func ("/error-sentences/usual-file-errors-have-sentences",
                   test_usual_file_errors_have_sentences);
  g_test_add_func ("/error-sentences/unexpected-errors-show-nothing-raw",
                   test_unexpected_errors_show_nothing_raw);
  g_test_add_func ("/error-sentences/refusals-say-the-figures", test_refusals_say_the_figures);
  g_test_add_func ("/error-sentences/refusals-are-plain", test_refusals_are_plain);

  return g_test_run ();
}
