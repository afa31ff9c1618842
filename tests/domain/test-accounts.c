/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules 4 to 28 as far as they stand: accounts, amounts, dates, corrections.
 *
 * Given what happened, when somebody asks, then this follows. All on 2026-11-23. */

#include "accounts/corrections.h"
#include "accounts/movements.h"
#include "accounts/status.h"

#include "refusal.h"
#include "surroundings.h"

#define TODAY "2026-11-23"

typedef struct
{
  DaybookContext context;
  DaybookAccount *john;
  DaybookAccount *mary;
  GPtrArray *events;
  GError *refusal;
} Scenario;

static DaybookAccount *
given_account (Scenario   *s,
               guint       sequence,
               const char *overdraft,
               const char *currency,
               const char *opened_on)
{
  DaybookAccount *account = daybook_account_new ();
  DaybookOpen open = { .command.schema = &daybook_open, .holder = (char *) "john",
                       .overdraft = decimal (overdraft), .on = day (opened_on) };
  DaybookBook book = { 0 };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GError) error = NULL;

  daybook_currency_parse (currency, &book.currency);
  daybook_account_decide_open (sequence - 1, FALSE, "id-1", &book, &open, &s->context, events,
                               &error);
  g_assert_no_error (error);
  g_assert_true (daybook_account_evolve (account, g_ptr_array_index (events, 0)));

  return account;
}

static void
set_up (Scenario      *s,
        gconstpointer  data)
{
  s->context = (DaybookContext) { .today = day (TODAY), .new_id = "id-1" };
  s->john = given_account (s, 1, "0", "EUR", "2026-01-01");
  s->mary = given_account (s, 2, "0", "EUR", "2026-02-01");
  s->events = g_ptr_array_new_with_free_func (daybook_record_free);
}

static void
tear_down (Scenario      *s,
           gconstpointer  data)
{
  daybook_account_free (s->john);
  daybook_account_free (s->mary);
  g_ptr_array_unref (s->events);
  g_clear_error (&s->refusal);
}

/* What was decided happens. */
static void
happen (Scenario *s)
{
  for (guint i = 0; i < s->events->len; i++)
    {
      const DaybookEvent *event = g_ptr_array_index (s->events, i);
      DaybookMovement m = { 0 };

      g_assert_true (daybook_event_get_movement (event, &m));
      if (daybook_account_number_equal (&m.from, &s->john->number) ||
          daybook_account_number_equal (&m.to, &s->john->number))
        g_assert_true (daybook_account_evolve (s->john, event));
      if (daybook_account_number_equal (&m.from, &s->mary->number) ||
          daybook_account_number_equal (&m.to, &s->mary->number))
        g_assert_true (daybook_account_evolve (s->mary, event));
    }
}

static void
forget (Scenario *s)
{
  g_ptr_array_set_size (s->events, 0);
  g_clear_error (&s->refusal);
}

static gboolean
deposit (Scenario       *s,
         DaybookAccount *account,
         const char     *amount,
         const char     *on)
{
  DaybookDeposit command = { .command.schema = &daybook_deposit, .amount = decimal (amount),
                             .on = on != NULL ? day (on) : DAYBOOK_DATE_NONE };

  forget (s);
  return daybook_account_decide_deposit (account, &command, &s->context, s->events, &s->refusal);
}

static gboolean
withdraw (Scenario       *s,
          DaybookAccount *account,
          const char     *amount,
          const char     *on)
{
  DaybookWithdraw command = { .command.schema = &daybook_withdraw, .amount = decimal (amount),
                              .on = on != NULL ? day (on) : DAYBOOK_DATE_NONE };

  forget (s);
  return daybook_account_decide_withdraw (account, &command, &s->context, s->events, &s->refusal);
}

static gboolean
transfer (Scenario       *s,
          DaybookAccount *from,
          DaybookAccount *to,
          const char     *amount)
{
  DaybookTransfer command = { .command.schema = &daybook_transfer, .amount = decimal (amount) };

  forget (s);
  return daybook_account_decide_transfer (from, to, &command, &s->context, s->events, &s->refusal);
}

static void
given_deposit (Scenario       *s,
               DaybookAccount *account,
               const char     *amount,
               const char     *on)
{
  g_assert_true (deposit (s, account, amount, on));
  happen (s);
}

static void
given_withdrawal (Scenario       *s,
                  DaybookAccount *account,
                  const char     *amount,
                  const char     *on)
{
  g_assert_true (withdraw (s, account, amount, on));
  happen (s);
}

static void
then_refused (Scenario       *s,
              DaybookRefusal  code,
              const char     *field)
{
  g_assert_error (s->refusal, DAYBOOK_REFUSAL, (int) code);
  g_assert_cmpstr (daybook_refusal_figures (s->refusal)->field, ==, field);
  g_assert_cmpint (s->events->len, ==, 0);
}

static void
test_rule_4_numbers_are_given_in_sequence (Scenario      *s,
                                           gconstpointer  data)
{
  g_assert_cmpstr (s->john->number.digits, ==, "0000000195");
  g_assert_cmpint (daybook_account_number_get_sequence (&s->mary->number), ==, 2);
}

static void
test_rule_5_only_an_open_account_moves_money (Scenario      *s,
                                              gconstpointer  data)
{
  given_deposit (s, s->john, "10", NULL);
  s->john->status = DAYBOOK_ACCOUNT_CLOSED;

  g_assert_false (deposit (s, s->john, "1", NULL));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "to");
  g_assert_false (withdraw (s, s->john, "1", NULL));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "from");
  g_assert_false (transfer (s, s->john, s->mary, "1"));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "from");
  g_assert_false (transfer (s, s->mary, s->john, "1"));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "to");
}

static void
test_rule_11_amounts_are_above_zero (Scenario      *s,
                                     gconstpointer  data)
{
  static const char *const wrong[] = { "0", "0.00", "-1", "-0.01" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (deposit (s, s->john, wrong[i], NULL));
      then_refused (s, DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, "amount");
      g_assert_false (withdraw (s, s->john, wrong[i], NULL));
      then_refused (s, DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, "amount");
      g_assert_false (transfer (s, s->john, s->mary, wrong[i]));
      then_refused (s, DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, "amount");
    }
}

static void
test_rule_12_balances_keep_to_64_bits (Scenario      *s,
                                       gconstpointer  data)
{
  given_deposit (s, s->john, "92233720368547758.07", "2026-03-01");
  g_assert_false (deposit (s, s->john, "0.01", NULL));
  then_refused (s, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, "amount");

  /* Nor on any day in between, although today there would be room. */
  given_withdrawal (s, s->john, "50", "2026-03-05");
  g_assert_false (deposit (s, s->john, "1", "2026-02-01"));
  then_refused (s, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, "amount");
  g_assert_true (deposit (s, s->john, "50", "2026-03-05"));
}

/* Between two entries of one day, too: their balances are shown. */
static void
test_rule_12_balances_within_a_day_keep_to_64_bits (Scenario      *s,
                                                    gconstpointer  data)
{
  given_deposit (s, s->john, "50", "2026-03-05");
  given_withdrawal (s, s->john, "50", "2026-03-05");
  g_assert_false (deposit (s, s->john, "92233720368547758.07", "2026-03-04"));
  then_refused (s, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, "amount");
  g_assert_true (deposit (s, s->john, "92233720368547758.07", "2026-03-05"));
  g_assert_true (deposit (s, s->john, "92233720368547708.07", "2026-03-04"));
}

static void
test_rule_12_overdrafts_within_a_day_keep_to_64_bits (Scenario      *s,
                                                      gconstpointer  data)
{
  g_autoptr (DaybookAccount) john = g_steal_pointer (&s->john);

  s->john = given_account (s, 1, "92233720368547758.07", "EUR", "2026-01-01");
  given_withdrawal (s, s->john, "50", "2026-03-05");
  given_deposit (s, s->john, "50", "2026-03-05");
  g_assert_false (withdraw (s, s->john, "92233720368547758.07", "2026-03-04"));
  then_refused (s, DAYBOOK_REFUSAL_BALANCE_TOO_LARGE, "amount");
  g_assert_true (withdraw (s, s->john, "92233720368547708.07", "2026-03-04"));
}

/* A day that goes from the least balance to the greatest changes by more than 64 bits hold. */
static void
test_rule_12_a_day_may_change_more_than_64_bits (Scenario      *s,
                                                 gconstpointer  data)
{
  g_autoptr (DaybookAccount) john = g_steal_pointer (&s->john);

  s->john = given_account (s, 1, "92233720368547758.07", "EUR", "2026-01-01");
  given_withdrawal (s, s->john, "92233720368547758.07", "2026-03-04");
  given_deposit (s, s->john, "92233720368547758.07", "2026-03-05");
  given_deposit (s, s->john, "92233720368547758.07", "2026-03-05");
  g_assert_cmpint (s->john->balance, ==, G_MAXINT64);
  given_withdrawal (s, s->john, "92233720368547758.07", "2026-03-05");
  g_assert_cmpint (s->john->balance, ==, 0);
}

/* What is available does not fit either, and still covers a debit on an earlier day. */
static void
test_rule_23_with_an_overdraft_beyond_64_bits (Scenario      *s,
                                               gconstpointer  data)
{
  g_autoptr (DaybookAccount) john = g_steal_pointer (&s->john);

  s->john = given_account (s, 1, "92233720368547758.07", "EUR", "2026-01-01");
  given_deposit (s, s->john, "60000000000000000", "2026-03-04");
  given_deposit (s, s->john, "30000000000000000", "2026-03-05");
  given_withdrawal (s, s->john, "92233720368547758.07", "2026-03-04");
  g_assert_cmpint (s->john->balance, ==, G_GINT64_CONSTANT (9000000000000000000) - G_MAXINT64);
}

static void
test_rule_13_one_currency (Scenario      *s,
                           gconstpointer  data)
{
  g_autoptr (DaybookAccount) pounds = given_account (s, 3, "0", "GBP", "2026-01-01");

  given_deposit (s, s->john, "10", NULL);
  g_assert_false (transfer (s, s->john, pounds, "1"));
  then_refused (s, DAYBOOK_REFUSAL_CURRENCIES_DIFFER, "to");
}

static void
test_rule_14_debits_need_what_is_available (Scenario      *s,
                                            gconstpointer  data)
{
  const DaybookFigures *figures;

  given_deposit (s, s->john, "40", NULL);
  g_assert_false (withdraw (s, s->john, "100", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  figures = daybook_refusal_figures (s->refusal);
  g_assert_cmpint (figures->amount, ==, 10000);
  g_assert_cmpint (figures->available, ==, 4000);
  g_assert_cmpstr (figures->currency.code, ==, "EUR");

  g_assert_false (transfer (s, s->john, s->mary, "40.01"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_true (withdraw (s, s->john, "40", NULL));
}

static void
test_rule_16_nobody_s_money_covers_another_s (Scenario      *s,
                                              gconstpointer  data)
{
  g_autoptr (DaybookAccount) anne = given_account (s, 3, "50", "EUR", "2026-01-01");

  given_deposit (s, s->mary, "1000", NULL);
  g_assert_false (withdraw (s, s->john, "0.01", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");

  g_assert_true (withdraw (s, anne, "50", NULL));
  g_assert_false (withdraw (s, anne, "50.01", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
}

static void
test_rule_21_value_dates (Scenario      *s,
                          gconstpointer  data)
{
  g_assert_true (deposit (s, s->john, "1", TODAY));
  g_assert_true (deposit (s, s->john, "1", "2026-01-01"));
  g_assert_false (deposit (s, s->john, "1", "2026-11-24"));
  then_refused (s, DAYBOOK_REFUSAL_DATE_IN_FUTURE, "on");
  g_assert_false (deposit (s, s->john, "1", "2025-12-31"));
  then_refused (s, DAYBOOK_REFUSAL_DATE_BEFORE_OPENING, "on");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day ("2026-01-01"));

  g_assert_true (deposit (s, s->john, "1", NULL));
  g_assert_cmpint (((DaybookEvent *) g_ptr_array_index (s->events, 0))->value_date, ==,
                   day (TODAY));
}

static void
test_rule_23_later_days_stay_covered (Scenario      *s,
                                      gconstpointer  data)
{
  const DaybookFigures *figures;

  given_deposit (s, s->john, "100", "2026-03-01");
  given_withdrawal (s, s->john, "80", "2026-03-10");
  given_deposit (s, s->john, "500", "2026-03-20");

  /* 520 are available today, but only 20 were from the 10th to the 19th. */
  g_assert_false (withdraw (s, s->john, "30", "2026-03-05"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  figures = daybook_refusal_figures (s->refusal);
  g_assert_cmpint (figures->date, ==, day ("2026-03-10"));
  g_assert_cmpint (figures->available, ==, 2000);

  g_assert_true (withdraw (s, s->john, "20", "2026-03-05"));
  g_assert_false (withdraw (s, s->john, "20.01", "2026-03-10"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  g_assert_true (withdraw (s, s->john, "520", "2026-03-20"));

  /* On the day itself, before any entry of that day or later. */
  g_assert_false (withdraw (s, s->john, "1", "2026-02-01"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day ("2026-02-01"));
}

static void
test_transfer_is_one_event (Scenario      *s,
                            gconstpointer  data)
{
  given_deposit (s, s->john, "100", NULL);
  g_assert_true (transfer (s, s->john, s->mary, "60"));
  g_assert_cmpint (s->events->len, ==, 1);
  happen (s);
  g_assert_cmpint (s->john->balance, ==, 4000);
  g_assert_cmpint (s->mary->balance, ==, 6000);

  g_assert_false (transfer (s, s->john, s->john, "1"));
  then_refused (s, DAYBOOK_REFUSAL_SAME_ACCOUNT, "to");
}

static gboolean
reverse (Scenario           *s,
         const DaybookEvent *original,
         gboolean            already,
         const char         *reason,
         const char         *on)
{
  DaybookReverse command = { .command.schema = &daybook_reverse, .entry = 7,
                             .reason = (char *) reason,
                             .on = on != NULL ? day (on) : DAYBOOK_DATE_NONE };
  DaybookMovement m = { 0 };
  DaybookAccount *from = NULL, *to = NULL;

  daybook_event_get_movement (original, &m);
  if (daybook_account_number_is_set (&m.to))
    from = daybook_account_number_equal (&m.to, &s->john->number) ? s->john : s->mary;
  if (daybook_account_number_is_set (&m.from))
    to = daybook_account_number_equal (&m.from, &s->john->number) ? s->john : s->mary;

  forget (s);
  return daybook_account_decide_reverse (original, already, from, to, &command, &s->context,
                                         s->events, &s->refusal);
}

static DaybookEvent *
last_event (Scenario *s)
{
  return daybook_record_copy (g_ptr_array_index (s->events, 0));
}

static void
test_rule_25_a_reversal_is_the_equal_opposite_once (Scenario      *s,
                                                    gconstpointer  data)
{
  DaybookEvent *original, *reversal;
  DaybookMovement m = { 0 };

  given_deposit (s, s->john, "100", "2026-03-01");
  original = last_event (s);

  g_assert_false (reverse (s, original, FALSE, NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_FIELD_MISSING, "reason");
  g_assert_false (reverse (s, original, TRUE, "mistyped", NULL));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED, "entry");

  g_assert_true (reverse (s, original, FALSE, "mistyped", NULL));
  reversal = last_event (s);
  g_assert_true (daybook_event_get_movement (reversal, &m));
  g_assert_cmpstr (m.from.digits, ==, s->john->number.digits);
  g_assert_false (daybook_account_number_is_set (&m.to));
  g_assert_cmpint (m.amount, ==, 10000);
  g_assert_cmpint (m.method, ==, DAYBOOK_METHOD_CASH);
  g_assert_cmpint (((DaybookEntryReversed *) reversal)->entry, ==, 7);
  happen (s);
  g_assert_cmpint (s->john->balance, ==, 0);

  g_assert_false (reverse (s, reversal, FALSE, "again", NULL));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL, "entry");
  daybook_record_free (original);
  daybook_record_free (reversal);
}

static void
test_rule_25_what_moved_no_money_is_not_reversed (Scenario      *s,
                                                  gconstpointer  data)
{
  DaybookAccountOpened opened = { .event.record.schema = &daybook_account_opened };

  g_assert_false (reverse (s, &opened.event, FALSE, "mistyped", NULL));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, "entry");
}

static void
test_rule_26_a_transfer_reverses_as_one (Scenario      *s,
                                         gconstpointer  data)
{
  DaybookEvent *original;

  given_deposit (s, s->john, "100", NULL);
  g_assert_true (transfer (s, s->john, s->mary, "60"));
  happen (s);
  original = last_event (s);
  g_assert_true (reverse (s, original, FALSE, "wrong account", NULL));
  g_assert_cmpint (s->events->len, ==, 1);
  happen (s);
  g_assert_cmpint (s->john->balance, ==, 10000);
  g_assert_cmpint (s->mary->balance, ==, 0);
  daybook_record_free (original);
}

static void
test_rule_27_a_reversal_takes_the_original_s_day (Scenario      *s,
                                                  gconstpointer  data)
{
  DaybookEvent *original;

  given_deposit (s, s->john, "100", "2026-03-01");
  original = last_event (s);
  g_assert_true (reverse (s, original, FALSE, "mistyped", NULL));
  g_assert_cmpint (((DaybookEvent *) g_ptr_array_index (s->events, 0))->value_date, ==,
                   day ("2026-03-01"));
  g_assert_true (reverse (s, original, FALSE, "mistyped", TODAY));
  g_assert_cmpint (((DaybookEvent *) g_ptr_array_index (s->events, 0))->value_date, ==,
                   day (TODAY));
  daybook_record_free (original);
}

static void
test_rule_28_a_reversal_needs_the_money (Scenario      *s,
                                         gconstpointer  data)
{
  DaybookEvent *original;

  given_deposit (s, s->john, "100", "2026-03-01");
  original = last_event (s);
  given_withdrawal (s, s->john, "70", "2026-03-02");
  g_assert_false (reverse (s, original, FALSE, "mistyped", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->available, ==, 3000);

  /* Covered today, but not on the days in between: rule 23. */
  given_deposit (s, s->john, "200", "2026-03-10");
  g_assert_false (reverse (s, original, FALSE, "mistyped", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  g_assert_true (reverse (s, original, FALSE, "mistyped", TODAY));
  daybook_record_free (original);
}

static void
test_opening (Scenario      *s,
              gconstpointer  data)
{
  DaybookOpen open = { .command.schema = &daybook_open, .overdraft = decimal ("-1"),
                       .reference = (char *) "R-1" };
  const DaybookBook euro = { .currency = { "EUR" } };

  g_assert_false (daybook_account_decide_open (2, FALSE, "id", &euro, &open, &s->context, s->events,
                                               &s->refusal));
  then_refused (s, DAYBOOK_REFUSAL_AMOUNT_NEGATIVE, "overdraft");
  forget (s);
  open.overdraft = decimal ("1.234");
  g_assert_false (daybook_account_decide_open (2, FALSE, "id", &euro, &open, &s->context, s->events,
                                               &s->refusal));
  then_refused (s, DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE, "overdraft");
  forget (s);
  open.overdraft = decimal ("0");
  g_assert_false (daybook_account_decide_open (2, TRUE, "id", &euro, &open, &s->context, s->events,
                                               &s->refusal));
  then_refused (s, DAYBOOK_REFUSAL_REFERENCE_TAKEN, "reference");
  forget (s);
  open.on = day ("2026-11-24");
  g_assert_false (daybook_account_decide_open (2, FALSE, "id", &euro, &open, &s->context, s->events,
                                               &s->refusal));
  then_refused (s, DAYBOOK_REFUSAL_DATE_IN_FUTURE, "on");
  forget (s);
  open.on = DAYBOOK_DATE_NONE;
  g_assert_false (daybook_account_decide_open (DAYBOOK_ACCOUNT_SEQUENCE_MAX, FALSE, "id", &euro,
                                               &open, &s->context, s->events, &s->refusal));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED, NULL);
}

static void
test_what_cannot_follow_is_seen (Scenario      *s,
                                 gconstpointer  data)
{
  g_autoptr (DaybookAccount) fresh = daybook_account_new ();
  DaybookMoneyDeposited deposited = { .event = { { &daybook_money_deposited }, day (TODAY) },
                                      .to = s->john->number, .amount = 100 };
  DaybookAccountOpened again = { .event = { { &daybook_account_opened }, day (TODAY) },
                                 .account = s->john->number };

  g_assert_false (daybook_account_evolve (fresh, &deposited.event));
  g_assert_false (daybook_account_evolve (s->john, &again.event));
  g_assert_false (daybook_account_evolve (s->mary, &deposited.event));
  deposited.amount = -100;
  g_assert_false (daybook_account_evolve (s->john, &deposited.event));
  g_assert_cmpint (s->john->balance, ==, 0);
}

#define ADD(path, func) g_test_add (path, Scenario, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/accounts/opening", test_opening);
  ADD ("/accounts/rule-4/numbers-are-given-in-sequence",
       test_rule_4_numbers_are_given_in_sequence);
  ADD ("/accounts/rule-5/only-an-open-account-moves-money",
       test_rule_5_only_an_open_account_moves_money);
  ADD ("/accounts/rule-11/amounts-are-above-zero", test_rule_11_amounts_are_above_zero);
  ADD ("/accounts/rule-12/balances-keep-to-64-bits", test_rule_12_balances_keep_to_64_bits);
  ADD ("/accounts/rule-12/balances-within-a-day-keep-to-64-bits",
       test_rule_12_balances_within_a_day_keep_to_64_bits);
  ADD ("/accounts/rule-12/overdrafts-within-a-day-keep-to-64-bits",
       test_rule_12_overdrafts_within_a_day_keep_to_64_bits);
  ADD ("/accounts/rule-12/a-day-may-change-more-than-64-bits",
       test_rule_12_a_day_may_change_more_than_64_bits);
  ADD ("/accounts/rule-13/one-currency", test_rule_13_one_currency);
  ADD ("/accounts/rule-14/debits-need-what-is-available",
       test_rule_14_debits_need_what_is_available);
  ADD ("/accounts/rule-16/nobody-s-money-covers-another-s",
       test_rule_16_nobody_s_money_covers_another_s);
  ADD ("/accounts/rule-21/value-dates", test_rule_21_value_dates);
  ADD ("/accounts/rule-23/later-days-stay-covered", test_rule_23_later_days_stay_covered);
  ADD ("/accounts/rule-23/with-an-overdraft-beyond-64-bits",
       test_rule_23_with_an_overdraft_beyond_64_bits);
  ADD ("/accounts/transfer-is-one-event", test_transfer_is_one_event);
  ADD ("/accounts/rule-25/a-reversal-is-the-equal-opposite-once",
       test_rule_25_a_reversal_is_the_equal_opposite_once);
  ADD ("/accounts/rule-25/what-moved-no-money-is-not-reversed",
       test_rule_25_what_moved_no_money_is_not_reversed);
  ADD ("/accounts/rule-26/a-transfer-reverses-as-one", test_rule_26_a_transfer_reverses_as_one);
  ADD ("/accounts/rule-27/a-reversal-takes-the-original-s-day",
       test_rule_27_a_reversal_takes_the_original_s_day);
  ADD ("/accounts/rule-28/a-reversal-needs-the-money", test_rule_28_a_reversal_needs_the_money);
  ADD ("/accounts/what-cannot-follow-is-seen", test_what_cannot_follow_is_seen);

  return g_test_run ();
}
