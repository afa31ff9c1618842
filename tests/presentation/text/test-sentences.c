/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about entries: exactly what people read, and one for everything that can happen. */

#include <string.h>

#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "books/period-records.h"
#include "catalogue.h"
#include "people/person-records.h"
#include "sentences.h"
#include "store-error.h"

/* A read model that knows three accounts and a person. */
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

static DaybookPersonDetails *
test_names_find_person (DaybookReadModel  *names,
                        const char        *id,
                        GError           **error)
{
  DaybookPersonDetails *details;

  if (strcmp (id, "person-2") != 0)
    {
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND, "");
      return NULL;
    }

  details = g_new0 (DaybookPersonDetails, 1);
  details->key = 2;
  details->id = g_strdup (id);
  details->name = g_strdup ("Mary Jones");

  return details;
}

static void
test_names_iface_init (DaybookReadModelInterface *iface)
{
  iface->find_person = test_names_find_person;
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

/* In a closed period nothing can count any more; what is undone there is undone later. */
static void
test_reversal_for_another_day (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookEntryReversed reversed = { .event.record.schema = &daybook_entry_reversed, .entry = 12,
                                    .from = account (1), .amount = 10000, .currency = { "EUR" },
                                    .original_date = daybook_date_new (2026, 10, 3),
                                    .reason = (char *) "typo" };

  reversed.event.value_date = daybook_date_new (2026, 10, 3);
  assert_sentence (&reversed, names, "Entry 12 reversed: 100.00 EUR taken back from "
                                     "John Smith's account · typo");
  assert_line (&reversed, 1, names, "Reversal of entry 12 · typo");

  reversed.event.value_date = daybook_date_new (2026, 11, 23);
  assert_sentence (&reversed, names, "Entry 12 of 3 Oct 2026 reversed as of 23 Nov 2026: "
                                     "100.00 EUR taken back from John Smith's account · typo");
  assert_line (&reversed, 1, names, "Reversal of entry 12 of 3 Oct 2026 · typo");
  reversed.from = account (3);
  assert_sentence (&reversed, names, "Entry 12 of 3 Oct 2026 reversed as of 23 Nov 2026: 100.00 EUR"
                                     " taken back from John Smith's account “Holiday fund” · typo");
  reversed.to = account (1);
  assert_sentence (&reversed, NULL, "Entry 12 of 3 Oct 2026 reversed as of 23 Nov 2026: 100.00 EUR"
                                    " moved back from account 0000\u00a00003\u00a089 to account"
                                    " 0000\u00a00001\u00a095 · typo");
}

static void
test_replacement (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookMoneyDeposited deposited = deposited_to (1, "birthday");
  DaybookMoneyWithdrawn withdrawn = { .event.record.schema = &daybook_money_withdrawn,
                                      .from = account (2), .amount = 500, .currency = { "EUR" },
                                      .method = DAYBOOK_METHOD_CASH, .corrects = 8 };
  DaybookMoneyTransferred transferred = { .event.record.schema = &daybook_money_transferred,
                                          .from = account (1), .to = account (2), .amount = 6000,
                                          .currency = { "EUR" }, .corrects = 9 };

  deposited.corrects = 7;
  assert_sentence (&deposited, names, "In place of entry 7: 100.00 EUR deposited to "
                                      "John Smith's account · birthday");
  assert_line (&deposited, 1, names, "Deposit, cash, in place of entry 7 · birthday");
  assert_sentence (&withdrawn, names, "In place of entry 8: 5.00 EUR withdrawn from "
                                      "Mary Jones's account");
  assert_line (&withdrawn, 2, names, "Withdrawal, cash, in place of entry 8");
  assert_sentence (&transferred, names, "In place of entry 9: 60.00 EUR transferred from "
                                        "John Smith's account to Mary Jones's account");
  assert_line (&transferred, 2, names, "Transfer from John Smith, in place of entry 9");
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
                                  .account = account (1), .holder = (char *) "person-2",
                                  .currency = { "EUR" } };

  assert_sentence (&started, names, "Book “Riverside Savings” started in EUR");
  assert_sentence (&registered, names, "John Smith registered as john");
  /* Not for John Smith, whose it is by now, nor under the name that it has by now. */
  assert_sentence (&opened, names, "Account 0000\u00a00001\u00a095 opened for Mary Jones");
  opened.name = (char *) "Rainy day";
  assert_sentence (&opened, names,
                   "Account 0000\u00a00001\u00a095 “Rainy day” opened for Mary Jones");
  assert_sentence (&opened, NULL, "Account 0000\u00a00001\u00a095 opened");
  assert_line (&opened, 1, names, "Account opened");
}

static void
test_people (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookPersonalDetailsChanged details = {
    .event.record.schema = &daybook_personal_details_changed, .person = (char *) "person-2",
    .name = (char *) "Mary Jones", .email = (char *) "mary@example.org",
    .phone = (char *) "+44 1632", .address = (char *) "1 High Street", .note = (char *) "deaf"
  };
  DaybookUsernameChanged username = { .event.record.schema = &daybook_username_changed,
                                      .person = (char *) "person-2", .username = (char *) "mjones",
                                      .former = (char *) "mary" };

  assert_sentence (&details, names, "Personal details of Mary Jones changed");
  assert_sentence (&username, names, "Username of Mary Jones changed from mary to mjones");
  assert_sentence (&username, NULL, "Username changed from mary to mjones");
  username.person = (char *) "person-9";
  assert_sentence (&username, names, "Username changed from mary to mjones");
}

static void
test_book (void)
{
  DaybookBookRenamed renamed = { .event.record.schema = &daybook_book_renamed,
                                 .name = (char *) "Riverside Savings" };
  DaybookCurrencyAdded added = { .event.record.schema = &daybook_currency_added,
                                 .currency = { "JPY" } };

  assert_sentence (&renamed, NULL, "Book renamed to “Riverside Savings”");
  assert_sentence (&added, NULL, "Currency JPY added to the book");
}

static void
test_periods (void)
{
  DaybookPeriodClosed closed = { .event.record.schema = &daybook_period_closed,
                                 .until = daybook_date_new (2026, 10, 31),
                                 .seal = (char *) "7KQM-4T9X-2WHC-R8ZN" };
  DaybookPeriodReopened reopened = { .event.record.schema = &daybook_period_reopened,
                                     .until = daybook_date_new (2026, 10, 31),
                                     .reason = (char *) "audit" };

  assert_sentence (&closed, NULL, "Period up to 31 Oct 2026 closed, seal 7KQM-4T9X-2WHC-R8ZN");
  closed.totals = (char *) "EUR 1234.00 = 234.00 cash + 1000.00 bank";
  assert_sentence (&closed, NULL, "Period up to 31 Oct 2026 closed, seal 7KQM-4T9X-2WHC-R8ZN"
                                  " · 1,234.00 EUR in all accounts: 234.00 EUR in cash,"
                                  " 1,000.00 EUR in the bank.");
  closed.totals = (char *) "EUR 5.00 = -1.00 cash + 6.00 bank; JPY 500 = 500 cash + 0 bank";
  assert_sentence (&closed, NULL, "Period up to 31 Oct 2026 closed, seal 7KQM-4T9X-2WHC-R8ZN"
                                  " · 5.00 EUR in all accounts: −1.00 EUR in cash, 6.00 EUR"
                                  " in the bank. 500 JPY in all accounts: 500 JPY in cash,"
                                  " 0 JPY in the bank.");
  assert_sentence (&reopened, NULL, "Period up to 31 Oct 2026 reopened · audit");
}

static void
test_account_renamed (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookAccountRenamed renamed = { .event.record.schema = &daybook_account_renamed,
                                    .account = account (3), .name = (char *) "Rainy days" };

  assert_sentence (&renamed, names, "Account 0000\u00a00003\u00a089 (John Smith)"
                                    " renamed to “Rainy days”");
  assert_sentence (&renamed, NULL, "Account 0000\u00a00003\u00a089 renamed to “Rainy days”");
  renamed.name = NULL;
  assert_sentence (&renamed, names, "Account 0000\u00a00003\u00a089 (John Smith)"
                                    " has no name any more");
}

static void
test_holders (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookHolderAdded added = { .event.record.schema = &daybook_holder_added,
                               .account = account (1), .holder = (char *) "person-2",
                               .authority = DAYBOOK_AUTHORITY_ANY };
  DaybookHolderRemoved removed = { .event.record.schema = &daybook_holder_removed,
                                   .account = account (3), .holder = (char *) "person-2" };

  assert_sentence (&added, names, "Mary Jones added as a holder of account 0000\u00a00001\u00a095"
                                  " (John Smith): each holder may dispose of the money alone");
  assert_sentence (&added, NULL, "Holder added to account 0000\u00a00001\u00a095:"
                                 " each holder may dispose of the money alone");
  added.authority = DAYBOOK_AUTHORITY_ALL;
  assert_sentence (&added, names, "Mary Jones added as a holder of account 0000\u00a00001\u00a095"
                                  " (John Smith): only all holders together may dispose of"
                                  " the money");
  assert_sentence (&added, NULL, "Holder added to account 0000\u00a00001\u00a095:"
                                 " only all holders together may dispose of the money");

  assert_sentence (&removed, names, "Mary Jones removed as a holder of account"
                                    " 0000\u00a00003\u00a089 (John Smith, “Holiday fund”)");
  removed.reason = (char *) "moved away";
  assert_sentence (&removed, NULL, "Holder removed from account 0000\u00a00003\u00a089"
                                   " · moved away");
}

static void
test_limits (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookLimitsChanged limits = { .event.record.schema = &daybook_limits_changed,
                                  .account = account (1), .currency = { "EUR" } };

  assert_sentence (&limits, names, "Limits of account 0000\u00a00001\u00a095 (John Smith) changed:"
                                   " no minimum balance, no overdraft limit, no limits on"
                                   " withdrawals");
  limits.per_day = 5000;
  assert_sentence (&limits, NULL, "Limits of account 0000\u00a00001\u00a095 changed:"
                                  " withdrawals of at most 50.00 EUR per day");
  limits.minimum = 500;
  limits.per_withdrawal = 2000;
  assert_sentence (&limits, NULL, "Limits of account 0000\u00a00001\u00a095 changed:"
                                  " minimum balance 5.00 EUR, at most 20.00 EUR per withdrawal,"
                                  " withdrawals of at most 50.00 EUR per day");
  limits.overdraft = 10000;
  assert_sentence (&limits, NULL, "Limits of account 0000\u00a00001\u00a095 changed:"
                                  " minimum balance 5.00 EUR, overdraft limit 100.00 EUR,"
                                  " at most 20.00 EUR per withdrawal,"
                                  " withdrawals of at most 50.00 EUR per day");
}

static void
test_blocks (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookAccountBlocked blocked = { .event.record.schema = &daybook_account_blocked,
                                    .account = account (1), .side = DAYBOOK_SIDE_DEBITS,
                                    .reason = (char *) "card lost" };
  DaybookAccountUnblocked unblocked = { .event.record.schema = &daybook_account_unblocked,
                                        .account = account (1), .side = DAYBOOK_SIDE_DEBITS };

  assert_sentence (&blocked, names, "Account 0000\u00a00001\u00a095 (John Smith) blocked:"
                                    " no money may go out · card lost");
  assert_sentence (&unblocked, names, "Account 0000\u00a00001\u00a095 (John Smith) unblocked:"
                                      " money may go out again");
  blocked.side = unblocked.side = DAYBOOK_SIDE_CREDITS;
  unblocked.reason = (char *) "card found";
  assert_sentence (&blocked, NULL, "Account 0000\u00a00001\u00a095 blocked:"
                                   " no money may come in · card lost");
  assert_sentence (&unblocked, NULL, "Account 0000\u00a00001\u00a095 unblocked:"
                                     " money may come in again · card found");
}

static void
test_closing (void)
{
  g_autoptr (DaybookReadModel) names = new_names ();
  DaybookAccountClosed closed = { .event.record.schema = &daybook_account_closed,
                                  .account = account (3) };
  DaybookAccountReopened reopened = { .event.record.schema = &daybook_account_reopened,
                                      .account = account (1), .reason = (char *) "came back" };

  assert_sentence (&closed, names, "Account 0000\u00a00003\u00a089 (John Smith, “Holiday fund”)"
                                   " closed");
  closed.reason = (char *) "moved away";
  assert_sentence (&closed, NULL, "Account 0000\u00a00003\u00a089 closed · moved away");
  assert_sentence (&reopened, names, "Account 0000\u00a00001\u00a095 (John Smith) reopened"
                                     " · came back");
}

static void
assert_recorded (gpointer    first,
                 gpointer    second,
                 const char *expected)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  g_ptr_array_add (events, first);
  if (second != NULL)
    g_ptr_array_add (events, second);
  sentence = daybook_recorded_sentence (events, NULL);
  g_assert_cmpstr (sentence, ==, expected);
}

/* What one command recorded: all that matters of it, and nothing twice. */
static void
test_recorded (void)
{
  DaybookMoneyWithdrawn paid = { .event.record.schema = &daybook_money_withdrawn,
                                 .from = account (1), .amount = 4000, .currency = { "EUR" } };
  DaybookAccountClosed closed = { .event.record.schema = &daybook_account_closed,
                                  .account = account (1) };
  DaybookEntryReversed reversed = { .event.record.schema = &daybook_entry_reversed, .entry = 7,
                                    .to = account (1), .amount = 4100, .currency = { "EUR" } };
  DaybookCurrencyAdded added = { .event.record.schema = &daybook_currency_added,
                                 .currency = { "USD" }, .decimals = 2 };

  assert_recorded (&closed, NULL, "Account 0000\u00a00001\u00a095 closed");
  assert_recorded (&paid, &closed, "40.00 EUR withdrawn from account 0000\u00a00001\u00a095. "
                                   "Account 0000\u00a00001\u00a095 closed");
  assert_recorded (&reversed, NULL, "Entry 7 reversed: 41.00 EUR put back into account "
                                    "0000\u00a00001\u00a095");
  paid.corrects = 7;
  assert_recorded (&reversed, &paid, "In place of entry 7: 40.00 EUR withdrawn from account "
                                     "0000\u00a00001\u00a095");
  assert_recorded (&added, &closed, "Account 0000\u00a00001\u00a095 closed");
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentences/deposit", test_deposit);
  g_test_add_func ("/sentences/withdrawal", test_withdrawal);
  g_test_add_func ("/sentences/transfer", test_transfer);
  g_test_add_func ("/sentences/reversal", test_reversal);
  g_test_add_func ("/sentences/reversal-for-another-day", test_reversal_for_another_day);
  g_test_add_func ("/sentences/replacement", test_replacement);
  g_test_add_func ("/sentences/hold", test_hold);
  g_test_add_func ("/sentences/hold-released", test_hold_released);
  g_test_add_func ("/sentences/hold-expired", test_hold_expired);
  g_test_add_func ("/sentences/hold-captured", test_hold_captured);
  g_test_add_func ("/sentences/what-moves-no-money", test_what_moves_no_money);
  g_test_add_func ("/sentences/people", test_people);
  g_test_add_func ("/sentences/book", test_book);
  g_test_add_func ("/sentences/periods", test_periods);
  g_test_add_func ("/sentences/account-renamed", test_account_renamed);
  g_test_add_func ("/sentences/holders", test_holders);
  g_test_add_func ("/sentences/limits", test_limits);
  g_test_add_func ("/sentences/blocks", test_blocks);
  g_test_add_func ("/sentences/closing", test_closing);
  g_test_add_func ("/sentences/recorded", test_recorded);
  g_test_add_func ("/sentences/every-event-type-has-a-sentence",
                   test_every_event_type_has_a_sentence);

  return g_test_run ();
}
