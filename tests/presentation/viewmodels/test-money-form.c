/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Deposit, withdraw, transfer: what is said while somebody types, and what comes of it. */

#include <string.h>

#include "accounts/terms-records.h"
#include "date-text.h"
#include "fixture.h"

#define JOHN "0000000195"
#define EUROS .currency = { "EUR" }

static DaybookMoneyFormViewModel *
open_form (Fixture          *fixture,
           DaybookMoneyKind  kind,
           guint             account)
{
  return daybook_book_view_model_new_money_form (fixture->book, kind, account);
}

static gboolean
can_confirm (gpointer form)
{
  return flag_of (form, "can-confirm");
}

static void
confirm (gpointer form)
{
  daybook_form_view_model_confirm (form);
}

/* Confirms and waits until it is recorded. */
static guint64
record (gpointer form)
{
  g_auto (Watch) done = { 0 };

  g_assert_true (can_confirm (form));
  watch_sentence (&done, form, "done");
  confirm (form);
  g_assert_true (flag_of (form, "busy"));
  g_assert_false (can_confirm (form));
  watch_wait (&done, 1);
  g_assert_cmpstr (done.sentence, !=, "");

  return done.entry;
}

static void
assert_effect (gpointer    form,
               const char *words,
               gint64      cents)
{
  g_autofree char *money = euros (cents);
  g_autofree char *effect = g_strdup_printf ("%s: %s", words, money);

  assert_text (form, "effect", effect);
}

static void
test_defaults (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const errors[] = { "amount-error", "date-error", "memo-error", "from-error",
                                        "to-error", "error" };
  g_autofree char *today = daybook_date_text (day ("2026-11-23"));
  DaybookMoneyFormViewModel *form;
  guint method;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  g_assert_true (daybook_money_form_view_model_get_kind (form) == DAYBOOK_MONEY_DEPOSIT);
  assert_text (form, "title", "Deposit");
  assert_text (form, "amount", "");
  assert_text (form, "memo", "");
  assert_text (form, "date", today);
  assert_text (form, "to", "0000\u00a00001\u00a095");
  assert_text (form, "to-title", "John Smith · 0000\u00a00001\u00a095");
  assert_text (form, "from", "");
  assert_text (form, "from-title", "");
  g_assert_true (flag_of (form, "to-fixed"));
  g_assert_false (flag_of (form, "from-fixed"));
  g_object_get (form, "method", &method, NULL);
  g_assert_cmpuint (method, ==, 0);
  assert_effect (form, "Available", 10000);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    assert_text (form, errors[i], "");
  g_assert_false (flag_of (form, "busy"));
  g_assert_false (can_confirm (form));
  g_assert_cmpuint (daybook_form_view_model_get_result_key (DAYBOOK_FORM_VIEW_MODEL (form)), ==, 0);
  g_assert_finalize_object (form);
}

static void
test_same_value_says_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  g_auto (Watch) amount = { 0 };
  g_auto (Watch) effect = { 0 };
  g_auto (Watch) can = { 0 };
  g_auto (Watch) method = { 0 };
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  watch_property (&amount, form, "amount");
  watch_property (&effect, form, "effect");
  watch_property (&can, form, "can-confirm");
  watch_property (&method, form, "method");

  for (guint i = 0; i < 3; i++)
    {
      type (form, "amount", "5");
      g_object_set (form, "method", 1, NULL);
      g_assert_cmpuint (amount.count, ==, 1);
      g_assert_cmpuint (effect.count, ==, 1);
      g_assert_cmpuint (can.count, ==, 1);
      g_assert_cmpuint (method.count, ==, 1);
    }

  /* Another text for the same amount changes the text, not the effect. */
  type (form, "amount", "5.00");
  g_assert_cmpuint (amount.count, ==, 2);
  g_assert_cmpuint (effect.count, ==, 1);
  g_assert_cmpuint (can.count, ==, 1);
}

static void
test_live_effect (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) deposit = NULL;
  g_autoptr (DaybookMoneyFormViewModel) withdraw = NULL;

  given_textbook (fixture);
  deposit = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  type (deposit, "amount", "40");
  assert_effect (deposit, "Available after", 14000);
  g_assert_true (can_confirm (deposit));
  type (deposit, "amount", "40+2.50");
  assert_effect (deposit, "Available after", 14250);
  g_assert_true (can_confirm (deposit));
  type (deposit, "amount", "40+");
  assert_effect (deposit, "Available", 10000);
  g_assert_false (can_confirm (deposit));
  type (deposit, "amount", "40x");
  assert_effect (deposit, "Available", 10000);
  g_assert_false (can_confirm (deposit));

  withdraw = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  type (withdraw, "amount", "100");
  assert_effect (withdraw, "Available after", 0);
  g_assert_true (can_confirm (withdraw));
  type (withdraw, "amount", "");
  assert_effect (withdraw, "Available", 10000);
  assert_text (withdraw, "amount-error", "");

  /* Another desk's deposit shows in the open form. */
  given_deposit (fixture, "john", "5.00", NULL);
  assert_effect (withdraw, "Available", 10500);
}

static void
test_amount_errors (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);

  type (form, "amount", "ten");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER, .field = "amount",
                  .text = "ten");
  g_assert_false (can_confirm (form));
  type (form, "amount", "1.005");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE, .field = "amount",
                  .number = 2, EUROS);
  type (form, "amount", "0");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, .field = "amount",
                  EUROS);
  type (form, "amount", "-5");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, .field = "amount",
                  .amount = -500, EUROS);
  type (form, "amount", "9223372036854775807");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, .field = "amount",
                  EUROS);
  type (form, "amount", "100.01");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, .field = "amount",
                  .amount = 10001, .available = 10000, .account = JOHN, EUROS);
  g_assert_false (can_confirm (form));

  type (form, "amount", "100");
  assert_text (form, "amount-error", "");
  g_assert_true (can_confirm (form));
}

static void
test_balance_too_large (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  type (form, "amount", "92233720368547758.07");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, .field = "amount",
                  .amount = G_MAXINT64, .account = JOHN, EUROS);
  g_assert_false (can_confirm (form));
}

static void
test_date_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);

  /* Also before there is an amount. */
  type (form, "date", "2026-11-24");
  assert_refused (form, "date-error", DAYBOOK_REFUSAL_DATE_IN_FUTURE, .field = "on",
                  .date = day ("2026-11-23"));
  type (form, "date", "2025-12-31");
  assert_refused (form, "date-error", DAYBOOK_REFUSAL_DATE_BEFORE_OPENING, .field = "on",
                  .date = day ("2026-01-01"), .account = JOHN);
  type (form, "date", "no day");
  assert_refused (form, "date-error", DAYBOOK_REFUSAL_DATE_NOT_A_DAY, .field = "on",
                  .text = "no day");
  assert_text (form, "amount-error", "");

  type (form, "amount", "1");
  g_assert_false (can_confirm (form));
  type (form, "date", "2026-11-22");
  assert_text (form, "date-error", "");
  g_assert_true (can_confirm (form));

  /* No day is today. */
  type (form, "date", "");
  g_assert_true (can_confirm (form));
}

/* What is wrong in two places is said in both. */
static void
test_two_errors (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  type (form, "amount", "500");
  type (form, "date", "2026-12-24");
  assert_refused (form, "date-error", DAYBOOK_REFUSAL_DATE_IN_FUTURE, .field = "on",
                  .date = day ("2026-11-23"));
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, .field = "amount",
                  .amount = 50000, .available = 10000, .account = JOHN, EUROS);
}

static void
test_memo_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_autofree char *endless = g_strnfill (501, 'x');

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  type (form, "amount", "1");
  type (form, "memo", "two\nlines");
  assert_refused (form, "memo-error", DAYBOOK_REFUSAL_TEXT_NOT_PLAIN, .field = "memo");
  type (form, "memo", endless);
  assert_refused (form, "memo-error", DAYBOOK_REFUSAL_TEXT_TOO_LONG, .field = "memo",
                  .number = 500);
  g_assert_false (can_confirm (form));
  assert_text (form, "memo", endless);
  type (form, "memo", "birthday");
  g_assert_true (can_confirm (form));
}

static void
test_who_errors (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  given_person (fixture, "ann", "Ann Lee");
  given_person (fixture, "bob", "Bob Ray");
  given_account (fixture, "bob", NULL, NULL);
  given_account (fixture, "bob", NULL, NULL);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 0);
  g_assert_false (flag_of (form, "to-fixed"));
  type (form, "amount", "1");
  g_assert_false (can_confirm (form));
  assert_text (form, "to-error", "");
  assert_text (form, "effect", "");

  type (form, "to", "xerxes");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_PERSON_UNKNOWN, .field = "to",
                  .text = "xerxes");
  type (form, "to", "ann");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT, .field = "to",
                  .text = "ann");
  type (form, "to", "bob");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS, .field = "to",
                  .text = "bob", .number = 2, .account = "0000000389 0000000486");
  type (form, "to", "0000\u00a00001\u00a096");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID, .field = "to",
                  .text = "0000\u00a00001\u00a096");
  type (form, "to", "0000\u00a00099\u00a083");
  assert_text (form, "to-title", "");
  type (form, "to", "ref:none");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_REFERENCE_UNKNOWN, .field = "to",
                  .text = "none");
  g_assert_false (can_confirm (form));

  /* All that WHO can be. */
  type (form, "to", "JOHN");
  assert_text (form, "to-title", "John Smith · 0000\u00a00001\u00a095");
  assert_text (form, "to-error", "");
  g_assert_true (can_confirm (form));
  type (form, "to", "ref:M-7");
  assert_text (form, "to-title", "Mary Jones · 0000\u00a00002\u00a092");
  type (form, "to", "0000000195");
  assert_text (form, "to-title", "John Smith · 0000\u00a00001\u00a095");
  g_assert_true (can_confirm (form));
}

/* Of two accounts the one that is open; of a person's usernames any that ever was theirs. */
static void
test_who_is_meant (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  given_account (fixture, "mary", NULL, NULL);
  given_closed (fixture, "ref:M-7");
  given_username (fixture, "mary", "maria");
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 0);
  type (form, "amount", "1");
  type (form, "to", "mary");
  assert_text (form, "to-title", "Mary Jones · 0000\u00a00003\u00a089");
  type (form, "to", "Maria");
  assert_text (form, "to-title", "Mary Jones · 0000\u00a00003\u00a089");
  g_assert_true (can_confirm (form));

  /* If none is open, any of them may be meant. */
  given_closed (fixture, "0000000389");
  settle (fixture);
  type (form, "to", "mar");
  type (form, "to", "mary");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS, .field = "to",
                  .text = "mary", .number = 2, .account = "0000000292 0000000389");
}

/* While the text can still become somebody, it is not wrong, and candidates are there to pick. */
static void
test_candidates (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_autoptr (GListModel) candidates = NULL;
  g_autoptr (DaybookAccountRow) mary = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_TRANSFER, 1);
  g_object_get (form, "to-candidates", &candidates, NULL);

  /* Everybody but the one on the other side. */
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 1);
  type (form, "to", "mar");
  assert_text (form, "to-error", "");
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 1);
  type (form, "to", "jones m");
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 1);
  type (form, "amount", "1");
  g_assert_false (can_confirm (form));

  mary = g_list_model_get_item (candidates, 0);
  daybook_money_form_view_model_pick_to (form, mary);
  assert_text (form, "to", "0000\u00a00002\u00a092");
  assert_text (form, "to-title", "Mary Jones · 0000\u00a00002\u00a092");
  g_assert_cmpuint (g_list_model_get_n_items (candidates), ==, 0);
  g_assert_true (can_confirm (form));

  type (form, "to", "nobody");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_PERSON_UNKNOWN, .field = "to",
                  .text = "nobody");
}

static void
test_transfer (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  DaybookAccountViewModel *john, *mary;

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  mary = daybook_book_view_model_open_account (fixture->book, 2);
  form = open_form (fixture, DAYBOOK_MONEY_TRANSFER, 1);
  assert_text (form, "title", "Transfer");
  g_assert_true (flag_of (form, "from-fixed"));
  type (form, "amount", "30");
  g_assert_false (can_confirm (form));
  type (form, "to", "mary");
  assert_effect (form, "Available after", 7000);
  assert_text (form, "to-error", "");

  type (form, "to", "john");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_SAME_ACCOUNT, .field = "to",
                  .account = JOHN);
  type (form, "to", "mary");
  type (form, "amount", "100.50");
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, .field = "amount",
                  .amount = 10050, .available = 10000, .account = JOHN, EUROS);
  type (form, "amount", "60.50");

  record (form);
  assert_euros (john, "balance", 3950);
  assert_euros (mary, "balance", 6050);
  g_assert_finalize_object (john);
  g_assert_finalize_object (mary);
}

static void
test_currencies_differ (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (DaybookOpenAccountFormViewModel) open = NULL;
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_autoptr (GListModel) currencies = NULL;

  given_textbook (fixture);
  given_person (fixture, "ann", "Ann Lee");
  open = daybook_book_view_model_new_open_account_form (fixture->book, 3);
  g_object_get (open, "currencies", &currencies, NULL);
  g_object_set (open, "currency", daybook_choices_find (currencies, "USD"), NULL);
  record (open);

  form = open_form (fixture, DAYBOOK_MONEY_TRANSFER, 1);
  type (form, "to", "ann");
  assert_refused (form, "to-error", DAYBOOK_REFUSAL_CURRENCIES_DIFFER, .field = "to",
                  .text = "USD", EUROS);
}

/* The textbook example: the balance, the row, the toast, and a form that has served its purpose. */
static void
test_deposit (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookMoneyFormViewModel *form;
  DaybookAccountViewModel *john;
  g_auto (Watch) recorded = { 0 };
  g_auto (Watch) entries = { 0 };
  g_autofree char *line = NULL;

  given_textbook (fixture);
  john = daybook_book_view_model_open_account (fixture->book, 1);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  watch_sentence (&recorded, fixture->book, "recorded");
  watch_list (&entries, john, "entries");
  type (form, "amount", "12.50");
  type (form, "memo", "  birthday ");
  g_object_set (form, "method", 1, NULL);
  g_assert_cmpuint (record (form), ==, 7);

  assert_euros (john, "balance", 11250);
  g_assert_cmpuint (entries.count, ==, 1);
  g_assert_cmpuint (recorded.count, ==, 1);
  g_assert_cmpuint (recorded.entry, ==, 7);
  line = item_text (john, "entries", 0, "description");
  g_assert_nonnull (strstr (line, "birthday"));
  g_assert_nonnull (strstr (line, "bank"));

  /* Done is done. */
  g_assert_false (can_confirm (form));
  g_assert_false (flag_of (form, "busy"));
  confirm (form);
  type (form, "amount", "13");
  g_assert_false (can_confirm (form));
  confirm (form);
  settle (fixture);
  assert_euros (john, "balance", 11250);

  g_assert_finalize_object (john);
  g_assert_finalize_object (form);
}

/* What the form itself did to the account is no fault of what stands in it. */
static void
test_own_change_is_no_error (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_auto (Watch) error = { 0 };
  g_auto (Watch) effect = { 0 };

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  type (form, "amount", "60");
  watch_property (&error, form, "amount-error");
  watch_property (&effect, form, "effect");
  record (form);
  settle (fixture);
  g_assert_cmpuint (error.count, ==, 0);
  g_assert_cmpuint (effect.count, ==, 0);
}

static gboolean
take_command_id (const DaybookEntry  *entry,
                 guint64              version,
                 gpointer             user_data,
                 GError             **error)
{
  *(char **) user_data = g_strdup (entry->command_id);
  return FALSE;
}

/* The command's id is as old as the form, so that whatever happens it is recorded once. */
static void
test_command_id (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *command_id = NULL;

  given_textbook (fixture);
  before = daybook_desk_new_command_id (fixture->desk);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  after = daybook_desk_new_command_id (fixture->desk);
  type (form, "amount", "1");
  record (form);

  g_assert_true (daybook_read_model_read_entries (daybook_desk_get_read_model (fixture->desk), 6,
                                                  take_command_id, &command_id, NULL));
  g_assert_cmpstr (command_id, >, before);
  g_assert_cmpstr (command_id, <, after);
}

/* Pressed twice in a row: recorded once. */
static void
test_confirmed_twice (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_auto (Watch) done = { 0 };

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  watch_sentence (&done, form, "done");
  type (form, "amount", "5");
  confirm (form);
  confirm (form);
  watch_wait (&done, 1);
  settle (fixture);
  g_assert_cmpuint (done.count, ==, 1);
  assert_text (fixture->book, "entries-count", "7");
}

static void
test_confirmed_too_early (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  confirm (form);
  type (form, "amount", "nothing");
  confirm (form);
  g_assert_false (flag_of (form, "busy"));
  settle (fixture);
  assert_text (fixture->book, "entries-count", "6");
}

/* Only the facts show that a later day is not covered (rule 23): the refusal lands beside the
 * amount, what was typed stays, and typing on takes the refusal away. */
static void
test_refused_on_confirming (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_auto (Watch) error = { 0 };

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  type (form, "amount", "10");
  type (form, "date", "2026-06-01");
  type (form, "memo", "rent");
  g_assert_true (can_confirm (form));
  watch_property (&error, form, "amount-error");
  confirm (form);
  watch_wait (&error, 1);

  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER,
                  .field = "amount", .amount = 1000, .available = 0,
                  .date = day ("2026-06-01"), .account = JOHN, EUROS);
  assert_text (form, "amount", "10");
  assert_text (form, "date", "2026-06-01");
  assert_text (form, "memo", "rent");
  g_assert_false (flag_of (form, "busy"));
  g_assert_false (can_confirm (form));
  assert_text (fixture->book, "entries-count", "6");

  type (form, "date", "2026-11-23");
  assert_text (form, "amount-error", "");
  record (form);
  assert_text (fixture->book, "entries-count", "7");
}

/* What only the facts show is said while somebody types, a moment later; what was typed stays, and
 * something else is tried at once. */
static void
test_refused_while_typing (Fixture       *fixture,
                           gconstpointer  data)
{
  DaybookChangeLimits limits = { .command = { &daybook_change_limits },
                                 .account = (char *) "john", .per_day = decimal ("30") };
  g_autoptr (DaybookMoneyFormViewModel) form = NULL;
  g_auto (Watch) error = { 0 };

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  watch_property (&error, form, "amount-error");
  type (form, "date", "2026-06-01");
  type (form, "amount", "10");
  assert_effect (form, "Available after", 9000);
  watch_wait (&error, 1);
  assert_refused (form, "amount-error", DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER,
                  .field = "amount", .amount = 1000, .available = 0,
                  .date = day ("2026-06-01"), .account = JOHN, EUROS);
  assert_effect (form, "Available", 10000);
  g_assert_false (can_confirm (form));

  type (form, "date", "2026-11-23");
  assert_text (form, "amount-error", "");
  g_assert_true (can_confirm (form));
  settle (fixture);
  g_assert_true (can_confirm (form));

  /* The book changed: asked again. */
  given_command (fixture, &limits.command);
  type (form, "amount", "20");
  record (form);
  g_clear_object (&form);
  watch_end (&error);

  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  watch_property (&error, form, "amount-error");
  error.count = 0;
  type (form, "amount", "20");
  g_assert_true (can_confirm (form));
  watch_wait (&error, 1);
  g_assert_false (can_confirm (form));
  assert_effect (form, "Available", 8000);
}

/* Whoever closes a form does not wait for its answer. */
static void
test_closed_while_asking (Fixture       *fixture,
                          gconstpointer  data)
{
  DaybookMoneyFormViewModel *form;

  given_textbook (fixture);
  form = open_form (fixture, DAYBOOK_MONEY_WITHDRAW, 1);
  type (form, "date", "2026-06-01");
  type (form, "amount", "10");
  g_assert_finalize_object (form);
  settle (fixture);
}

/* A form that is closed while its command is on its way is recorded, and nobody trips over it. */
static void
test_closed_while_busy (Fixture       *fixture,
                        gconstpointer  data)
{
  DaybookMoneyFormViewModel *form;
  g_auto (Watch) recorded = { 0 };

  given_textbook (fixture);
  watch_sentence (&recorded, fixture->book, "recorded");
  form = open_form (fixture, DAYBOOK_MONEY_DEPOSIT, 1);
  type (form, "amount", "5");
  confirm (form);
  g_object_unref (form);
  watch_wait (&recorded, 1);
  g_assert_cmpuint (recorded.entry, ==, 7);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

static void
test_help (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const pages[] = {
    [DAYBOOK_MONEY_DEPOSIT] = "first-deposit",
    [DAYBOOK_MONEY_WITHDRAW] = "withdraw-transfer",
    [DAYBOOK_MONEY_TRANSFER] = "withdraw-transfer",
  };

  given_textbook (fixture);
  for (guint kind = 0; kind < G_N_ELEMENTS (pages); kind++)
    {
      DaybookMoneyFormViewModel *form = open_form (fixture, kind, 0);

      assert_help (form, pages[kind]);
      g_assert_finalize_object (form);
    }
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

  add ("/money-form/defaults", test_defaults);
  add ("/money-form/help", test_help);
  add ("/money-form/same-value-says-nothing", test_same_value_says_nothing);
  add ("/money-form/live-effect", test_live_effect);
  add ("/money-form/amount-errors", test_amount_errors);
  add ("/money-form/balance-too-large", test_balance_too_large);
  add ("/money-form/date-errors", test_date_errors);
  add ("/money-form/two-errors", test_two_errors);
  add ("/money-form/memo-errors", test_memo_errors);
  add ("/money-form/who-errors", test_who_errors);
  add ("/money-form/rule-1/who-is-meant", test_who_is_meant);
  add ("/money-form/candidates", test_candidates);
  add ("/money-form/transfer", test_transfer);
  add ("/money-form/currencies-differ", test_currencies_differ);
  add ("/money-form/deposit", test_deposit);
  add ("/money-form/own-change-is-no-error", test_own_change_is_no_error);
  add ("/money-form/command-id", test_command_id);
  add ("/money-form/confirmed-twice", test_confirmed_twice);
  add ("/money-form/confirmed-too-early", test_confirmed_too_early);
  add ("/money-form/refused-on-confirming", test_refused_on_confirming);
  add ("/money-form/refused-while-typing", test_refused_while_typing);
  add ("/money-form/closed-while-asking", test_closed_while_asking);
  add ("/money-form/closed-while-busy", test_closed_while_busy);

  return fixture_run ();
}
