/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences: exactly what people read, and one for everything that can go wrong. */

#include <string.h>

#include "accounts/hold-records.h"
#include "books/book-records.h"
#include "catalogue.h"
#include "import/import-error.h"
#include "people/person-records.h"
#include "refusal.h"
#include "sentences.h"
#include "store-error.h"

/* A read model that knows three accounts. */
#define TEST_TYPE_NAMES (test_names_get_type ())
G_DECLARE_FINAL_TYPE (TestNames, test_names, TEST, NAMES, GObject)

struct _TestNames
{
  GObject parent_instance;
};

static DaybookAccountFigures *
test_names_get_account (DaybookReadModel  *names,
                        guint32            key,
                        GError           **error)
{
  static const char *const holders[] = { "John Smith", "Mary Jones", "John Smith" };
  DaybookAccountFigures *figures;

  if (key < 1 || key > G_N_ELEMENTS (holders))
    {
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND, "");
      return NULL;
    }

  figures = g_new0 (DaybookAccountFigures, 1);
  figures->key = key;
  figures->holders = g_strdup (holders[key - 1]);
  figures->name = key == 3 ? g_strdup ("Holiday fund") : NULL;

  return figures;
}

static void
test_names_iface_init (DaybookReadModelInterface *iface)
{
  iface->get_account = test_names_get_account;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNames, test_names, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_READ_MODEL,
                                                      test_names_iface_init))

static void
test_names_class_init (TestNamesClass *klass)
{
}

static void
test_names_init (TestNames *self)
{
}

static DaybookAccountNumber
account (guint64 sequence)
{
  DaybookAccountNumber number;

  g_assert_true (daybook_account_number_new (sequence, &number));

  return number;
}

static void
assert_sentence (gconstpointer     event,
                 DaybookReadModel *names,
                 const char       *expected)
{
  g_autofree char *sentence = daybook_entry_sentence (event, names);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
assert_line (gconstpointer     event,
             guint64           seen_from,
             DaybookReadModel *names,
             const char       *expected)
{
  DaybookAccountNumber number = account (seen_from);
  g_autofree char *line = daybook_entry_line (event, &number, names);

  g_assert_cmpstr (line, ==, expected);
}

static DaybookReadModel *
new_names (void)
{
  return DAYBOOK_READ_MODEL (g_object_new (TEST_TYPE_NAMES, NULL));
}

static DaybookMoneyDeposited
deposited_to (guint64     sequence,
              const char *memo)
{
  return (DaybookMoneyDeposited) { .event.record.schema = &daybook_money_deposited,
                                   .to = account (sequence), .amount = 10000,
                                   .currency = { "EUR" }, .method = DAYBOOK_METHOD_CASH,
                                   .memo = (char *) memo };
}

static void
test_deposit (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookMoneyDeposited plain = deposited_to (1, NULL);
  DaybookMoneyDeposited memo = deposited_to (1, "birthday");
  DaybookMoneyDeposited named = deposited_to (3, NULL);
  DaybookMoneyDeposited unknown = deposited_to (9, NULL);

  assert_sentence (&plain, names, "100.00 EUR deposited to John Smith's account");
  assert_sentence (&memo, names, "100.00 EUR deposited to John Smith's account · birthday");
  assert_sentence (&named, names, "100.00 EUR deposited to John Smith's account “Holiday fund”");
  assert_sentence (&unknown, names, "100.00 EUR deposited to account 0000\u00a00009\u00a071");
  assert_sentence (&plain, NULL, "100.00 EUR deposited to account 0000\u00a00001\u00a095");

  assert_line (&plain, 1, names, "Deposit, cash");
  assert_line (&memo, 1, names, "Deposit, cash · birthday");
  plain.method = DAYBOOK_METHOD_BANK;
  assert_line (&plain, 1, names, "Deposit, bank");
}

static void
test_withdrawal (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookMoneyWithdrawn withdrawn = { .event.record.schema = &daybook_money_withdrawn,
                                      .from = account (2), .amount = 124050,
                                      .currency = { "EUR" }, .method = DAYBOOK_METHOD_BANK };

  assert_sentence (&withdrawn, names, "1,240.50 EUR withdrawn from Mary Jones's account");
  assert_line (&withdrawn, 2, names, "Withdrawal, bank");
}

static void
test_transfer (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookMoneyTransferred transferred = { .event.record.schema = &daybook_money_transferred,
                                          .from = account (1), .to = account (2), .amount = 6000,
                                          .currency = { "EUR" }, .memo = (char *) "rent" };

  assert_sentence (&transferred, names, "60.00 EUR transferred from John Smith's account "
                                        "to Mary Jones's account · rent");
  assert_line (&transferred, 1, names, "Transfer to Mary Jones · rent");
  assert_line (&transferred, 2, names, "Transfer from John Smith · rent");

  transferred.to = account (3);
  assert_sentence (&transferred, names,
                   "60.00 EUR transferred from John Smith's account “0000\u00a00001\u00a095” "
                   "to John Smith's account “Holiday fund” · rent");
  assert_line (&transferred, 1, names, "Transfer to Holiday fund · rent");
  assert_line (&transferred, 3, names, "Transfer from 0000\u00a00001\u00a095 · rent");

  transferred.to = account (9);
  assert_sentence (&transferred, names, "60.00 EUR transferred from account 0000\u00a00001\u00a095 "
                                        "to account 0000\u00a00009\u00a071 · rent");
}

static void
test_reversal (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookEntryReversed reversed = { .event.record.schema = &daybook_entry_reversed, .entry = 17,
                                    .from = account (1), .amount = 10000, .currency = { "EUR" },
                                    .reason = (char *) "wrong person" };

  assert_sentence (&reversed, names, "Entry 17 reversed: 100.00 EUR taken back "
                                     "from John Smith's account · wrong person");
  assert_line (&reversed, 1, names, "Reversal of entry 17 · wrong person");

  reversed.to = account (2);
  assert_sentence (&reversed, names, "Entry 17 reversed: 100.00 EUR moved back from "
                                     "John Smith's account to Mary Jones's account · wrong person");

  memset (&reversed.from, 0, sizeof reversed.from);
  assert_sentence (&reversed, names, "Entry 17 reversed: 100.00 EUR put back into "
                                     "Mary Jones's account · wrong person");
}

static DaybookHoldPlaced
held_on (guint64 sequence)
{
  return (DaybookHoldPlaced) { .event.record.schema = &daybook_hold_placed,
                               .hold = (char *) "hold-1", .account = account (sequence),
                               .amount = 4000, .currency = { "EUR" },
                               .reason = (char *) "keys" };
}

static void
test_hold (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookHoldPlaced plain = held_on (1);
  DaybookHoldPlaced named = held_on (3);
  DaybookHoldPlaced unknown = held_on (9);

  assert_sentence (&plain, names, "40.00 EUR held on John Smith's account · keys");
  assert_sentence (&named, names, "40.00 EUR held on John Smith's account “Holiday fund” · keys");
  assert_sentence (&unknown, names, "40.00 EUR held on account 0000\u00a00009\u00a071 · keys");

  plain.expires = named.expires = unknown.expires = daybook_date_new (2026, 11, 30);
  assert_sentence (&plain, names, "40.00 EUR held on John Smith's account until 30 Nov 2026"
                                  " · keys");
  assert_sentence (&named, names, "40.00 EUR held on John Smith's account “Holiday fund”"
                                  " until 30 Nov 2026 · keys");
  assert_sentence (&unknown, names, "40.00 EUR held on account 0000\u00a00009\u00a071"
                                    " until 30 Nov 2026 · keys");
}

static void
test_hold_released (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookHoldReleased released = { .event.record.schema = &daybook_hold_released, .entry = 17,
                                   .account = account (1), .amount = 4000,
                                   .currency = { "EUR" } };

  assert_sentence (&released, names, "Hold of entry 17 released: 40.00 EUR available again"
                                     " on John Smith's account");
  released.reason = (char *) "keys returned";
  assert_sentence (&released, NULL, "Hold of entry 17 released: 40.00 EUR available again"
                                    " on account 0000\u00a00001\u00a095 · keys returned");
  released.account = account (3);
  assert_sentence (&released, names, "Hold of entry 17 released: 40.00 EUR available again"
                                     " on John Smith's account “Holiday fund” · keys returned");
}

static void
test_hold_expired (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookHoldExpired expired = { .event.record.schema = &daybook_hold_expired, .entry = 17,
                                 .account = account (1), .amount = 4000, .currency = { "EUR" } };

  assert_sentence (&expired, names, "Hold of entry 17 expired: 40.00 EUR available again"
                                    " on John Smith's account");
  assert_sentence (&expired, NULL, "Hold of entry 17 expired: 40.00 EUR available again"
                                   " on account 0000\u00a00001\u00a095");
  expired.account = account (3);
  assert_sentence (&expired, names, "Hold of entry 17 expired: 40.00 EUR available again"
                                    " on John Smith's account “Holiday fund”");
}

static void
test_hold_captured (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookHoldCaptured captured = { .event.record.schema = &daybook_hold_captured, .entry = 17,
                                   .account = account (1), .amount = 4000,
                                   .currency = { "EUR" }, .method = DAYBOOK_METHOD_CASH };

  assert_sentence (&captured, names, "Hold of entry 17 captured: 40.00 EUR withdrawn from"
                                     " John Smith's account");
  assert_line (&captured, 1, names, "Hold of entry 17 captured, cash");
  assert_sentence (&captured, NULL, "Hold of entry 17 captured: 40.00 EUR withdrawn from"
                                    " account 0000\u00a00001\u00a095");
  captured.account = account (3);
  assert_sentence (&captured, names, "Hold of entry 17 captured: 40.00 EUR withdrawn from"
                                     " John Smith's account “Holiday fund”");

  captured.released = 1000;
  captured.memo = (char *) "locksmith";
  captured.method = DAYBOOK_METHOD_BANK;
  assert_sentence (&captured, names, "Hold of entry 17 captured: 40.00 EUR withdrawn from"
                                     " John Smith's account “Holiday fund”, 10.00 EUR released"
                                     " · locksmith");
  assert_line (&captured, 3, names, "Hold of entry 17 captured, bank · locksmith");
  captured.account = account (1);
  assert_sentence (&captured, names, "Hold of entry 17 captured: 40.00 EUR withdrawn from"
                                     " John Smith's account, 10.00 EUR released · locksmith");
  captured.account = account (9);
  assert_sentence (&captured, names, "Hold of entry 17 captured: 40.00 EUR withdrawn from"
                                     " account 0000\u00a00009\u00a071, 10.00 EUR released"
                                     " · locksmith");
}

static void
test_what_moves_no_money (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookBookStarted started = { .event.record.schema = &daybook_book_started,
                                 .name = (char *) "Riverside Savings", .currency = { "EUR" } };
  DaybookPersonRegistered registered = { .event.record.schema = &daybook_person_registered,
                                         .username = (char *) "john",
                                         .name = (char *) "John Smith" };
  DaybookAccountOpened opened = { .event.record.schema = &daybook_account_opened,
                                  .account = account (1), .currency = { "EUR" } };

  assert_sentence (&started, names, "Book “Riverside Savings” started in EUR");
  assert_sentence (&registered, names, "John Smith registered as john");
  assert_sentence (&opened, names, "Account 0000\u00a00001\u00a095 opened for John Smith");
  assert_sentence (&opened, NULL, "Account 0000\u00a00001\u00a095 opened");
  assert_line (&opened, 1, names, "Account opened");
}

/* An event type that somebody adds without its sentence stops the test. */
static void
test_every_event_type_has_a_sentence (void)
{
  for (guint i = 0; daybook_event_types[i] != NULL; i++)
    {
      DaybookEvent *event = daybook_record_new (daybook_event_types[i]);
      g_autofree char *sentence = NULL;
      DaybookAccountNumber number = account (1);
      const DaybookField *to = daybook_schema_get_field (daybook_event_types[i], "to");

      if (to != NULL)
        memcpy (daybook_field_in (event, to), &number, sizeof number);
      sentence = daybook_entry_sentence (event, NULL);
      g_assert_cmpint (strlen (sentence), >, 5);
      daybook_record_free (event);
    }
}

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
  for (int code = 0; code <= DAYBOOK_STORE_ERROR_DETACHED; code++)
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentences/deposit", test_deposit);
  g_test_add_func ("/sentences/withdrawal", test_withdrawal);
  g_test_add_func ("/sentences/transfer", test_transfer);
  g_test_add_func ("/sentences/reversal", test_reversal);
  g_test_add_func ("/sentences/hold", test_hold);
  g_test_add_func ("/sentences/hold-released", test_hold_released);
  g_test_add_func ("/sentences/hold-expired", test_hold_expired);
  g_test_add_func ("/sentences/hold-captured", test_hold_captured);
  g_test_add_func ("/sentences/what-moves-no-money", test_what_moves_no_money);
  g_test_add_func ("/sentences/every-event-type-has-a-sentence",
                   test_every_event_type_has_a_sentence);
  g_test_add_func ("/sentences/every-refusal-has-a-sentence", test_every_refusal_has_a_sentence);
  g_test_add_func ("/sentences/every-store-error-has-a-sentence",
                   test_every_store_error_has_a_sentence);
  g_test_add_func ("/sentences/every-import-error-has-a-sentence",
                   test_every_import_error_has_a_sentence);
  g_test_add_func ("/sentences/usual-file-errors-have-sentences",
                   test_usual_file_errors_have_sentences);
  g_test_add_func ("/sentences/unexpected-errors-show-nothing-raw",
                   test_unexpected_errors_show_nothing_raw);
  g_test_add_func ("/sentences/refusals-say-the-figures", test_refusals_say_the_figures);

  return g_test_run ();
}
