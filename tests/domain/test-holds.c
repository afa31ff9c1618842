/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules 17 to 20, and what the others mean for holds.
 *
 * Given what happened, when somebody asks, then this follows. All on 2026-11-23; John's account was
 * opened on the first day of the year and has 100.00. */

#include "accounts/corrections.h"
#include "accounts/holds.h"
#include "accounts/movements.h"
#include "accounts/status.h"

#include "refusal.h"
#include "surroundings.h"

#define TODAY "2026-11-23"
#define ENTRY 17

typedef struct
{
  DaybookContext context;
  DaybookAccount *john;
  GPtrArray *events;
  GError *refusal;
} Scenario;

static DaybookDate
day_of (const char *on)
{
  return on != NULL ? day (on) : DAYBOOK_DATE_NONE;
}

/* What was decided happens. Returns the first event, which the caller frees. */
static DaybookEvent *
happen (Scenario *s)
{
  g_assert_no_error (s->refusal);
  for (guint i = 0; i < s->events->len; i++)
    g_assert_true (daybook_account_evolve (s->john, g_ptr_array_index (s->events, i)));

  return daybook_record_copy (g_ptr_array_index (s->events, 0));
}

static void
happen_only (Scenario *s)
{
  daybook_record_free (happen (s));
}

static void
forget (Scenario *s)
{
  g_ptr_array_set_size (s->events, 0);
  g_clear_error (&s->refusal);
}

static gboolean
deposit (Scenario   *s,
         const char *amount,
         const char *on)
{
  DaybookDeposit command = { .command.schema = &daybook_deposit, .amount = decimal (amount),
                             .on = day_of (on) };

  forget (s);
  return daybook_account_decide_deposit (s->john, &command, &s->context, s->events, &s->refusal);
}

static gboolean
withdraw (Scenario   *s,
          const char *amount,
          const char *on)
{
  DaybookWithdraw command = { .command.schema = &daybook_withdraw, .amount = decimal (amount),
                              .on = day_of (on) };

  forget (s);
  return daybook_account_decide_withdraw (s->john, &command, &s->context, s->events, &s->refusal);
}

static gboolean
hold_for (Scenario   *s,
          const char *reason,
          const char *amount,
          const char *on,
          const char *expires)
{
  DaybookPlaceHold command = { .command.schema = &daybook_hold, .amount = decimal (amount),
                               .reason = (char *) reason, .on = day_of (on),
                               .expires = day_of (expires) };

  forget (s);
  return daybook_account_decide_hold (s->john, &command, &s->context, s->events, &s->refusal);
}

static gboolean
hold (Scenario   *s,
      const char *amount,
      const char *on,
      const char *expires)
{
  return hold_for (s, "keys", amount, on, expires);
}

static gboolean
release (Scenario           *s,
         const DaybookEvent *placed,
         const char         *on)
{
  DaybookRelease command = { .command.schema = &daybook_release, .entry = ENTRY,
                             .on = day_of (on) };

  forget (s);
  return daybook_account_decide_release (s->john, placed, &command, &s->context, s->events,
                                         &s->refusal);
}

/* @amount may be NULL: all of it. */
static gboolean
capture (Scenario           *s,
         const DaybookEvent *placed,
         const char         *amount,
         const char         *on)
{
  DaybookCapture command = { .command.schema = &daybook_capture, .entry = ENTRY,
                             .on = day_of (on), .method = DAYBOOK_METHOD_BANK };

  if (amount != NULL)
    command.amount = decimal (amount);

  forget (s);
  return daybook_account_decide_capture (s->john, placed, &command, &s->context, s->events,
                                         &s->refusal);
}

static gboolean
expire (Scenario           *s,
        const DaybookEvent *placed)
{
  DaybookExpire command = { .command.schema = &daybook_expire, .entry = ENTRY };

  forget (s);
  return daybook_account_decide_expire (s->john, placed, &command, &s->context, s->events,
                                        &s->refusal);
}

/* Each hold has an id of its own; @id has to live as long as that. */
static DaybookEvent *
given_hold (Scenario   *s,
            const char *id,
            const char *amount,
            const char *on,
            const char *expires)
{
  s->context.new_id = id;
  hold (s, amount, on, expires);

  return happen (s);
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
then_account_has (Scenario *s,
                  gint64    balance,
                  gint64    available)
{
  g_assert_cmpint (s->john->balance, ==, balance);
  g_assert_cmpint (daybook_account_get_available (s->john), ==, available);
}

static void
then_counts_for (Scenario   *s,
                 const char *on)
{
  g_assert_no_error (s->refusal);
  g_assert_cmpint (((DaybookEvent *) g_ptr_array_index (s->events, 0))->value_date, ==, day (on));
}

static void
set_up (Scenario      *s,
        gconstpointer  data)
{
  DaybookOpen open = { .command.schema = &daybook_open, .on = day ("2026-01-01") };
  const DaybookBook euro = { .currency = { "EUR" } };

  s->context = (DaybookContext) { .today = day (TODAY), .new_id = "hold-1" };
  s->john = daybook_account_new ();
  s->events = g_ptr_array_new_with_free_func (daybook_record_free);
  daybook_account_decide_open (0, FALSE, "john", &euro, &open, &s->context, s->events, &s->refusal);
  happen_only (s);
  deposit (s, "100", "2026-03-01");
  happen_only (s);
}

static void
tear_down (Scenario      *s,
           gconstpointer  data)
{
  daybook_account_free (s->john);
  g_ptr_array_unref (s->events);
  g_clear_error (&s->refusal);
}

static void
test_rule_5_only_an_open_account (Scenario      *s,
                                  gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "40", NULL, TODAY);

  s->john->status = DAYBOOK_ACCOUNT_CLOSED;
  g_assert_false (hold (s, "1", NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "account");
  g_assert_false (release (s, placed, NULL));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "entry");
  g_assert_false (capture (s, placed, NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "entry");
  g_assert_false (expire (s, placed));
  then_refused (s, DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN, "entry");
  daybook_record_free (placed);
}

static void
test_rule_11_amounts_are_above_zero (Scenario      *s,
                                     gconstpointer  data)
{
  static const char *const wrong[] = { "0", "0.00", "-1", "-0.01" };
  DaybookEvent *placed = given_hold (s, "hold-1", "40", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (hold (s, wrong[i], NULL, NULL));
      then_refused (s, DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, "amount");
      /* Least of all does a typed zero mean the whole hold. */
      g_assert_false (capture (s, placed, wrong[i], NULL));
      then_refused (s, DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE, "amount");
    }
  daybook_record_free (placed);
}

/* From the day on that the account was opened. */
static void
given_overdraft (Scenario *s,
                 gint64    overdraft)
{
  DaybookLimitsChanged *changed = daybook_record_new (&daybook_limits_changed);

  changed->event.value_date = s->john->opened_on;
  changed->account = s->john->number;
  changed->overdraft = overdraft;
  changed->currency = s->john->currency;
  g_assert_true (daybook_account_evolve (s->john, &changed->event));
  daybook_record_free (changed);
}

/* As much as 64 bits hold is in the account, and as much again may be overdrawn. */
static void
test_rule_12_what_is_held_keeps_to_64_bits (Scenario      *s,
                                            gconstpointer  data)
{
  static const char half[] = "46116860184273879.03";
  DaybookEvent *first, *second;

  deposit (s, "92233720368547658.07", "2026-03-01");
  happen_only (s);
  given_overdraft (s, G_MAXINT64);
  first = given_hold (s, "hold-1", "46116860184273879.04", "2026-11-22", NULL);
  second = given_hold (s, "hold-2", half, "2026-11-22", NULL);
  g_assert_false (hold (s, "0.01", NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, "amount");

  /* Nor on a day that has passed, whatever was released since. */
  release (s, first, TODAY);
  happen_only (s);
  g_assert_false (hold (s, half, "2026-11-22", NULL));
  then_refused (s, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, "amount");
  g_assert_false (hold (s, half, "2026-11-21", NULL));
  then_refused (s, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE, "amount");
  g_assert_true (hold (s, half, TODAY, NULL));
  g_assert_true (release (s, second, TODAY));

  daybook_record_free (first);
  daybook_record_free (second);
}

static void
test_rule_14_what_is_held_is_not_available (Scenario      *s,
                                            gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "40", NULL, NULL);

  then_account_has (s, 10000, 6000);
  g_assert_false (withdraw (s, "60.01", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->available, ==, 6000);
  g_assert_true (withdraw (s, "60", NULL));

  /* Of another hold's money, no more than of one's own. */
  g_assert_false (capture (s, placed, "40.01", NULL));
  then_refused (s, DAYBOOK_REFUSAL_HOLD_TOO_SMALL, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->amount, ==, 4001);
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->available, ==, 4000);
  daybook_record_free (placed);
}

static void
test_rule_16_only_one_s_own_overdraft (Scenario      *s,
                                       gconstpointer  data)
{
  given_overdraft (s, 5000);
  g_assert_false (hold (s, "150.01", NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_true (hold (s, "150", NULL, NULL));
}

static void
test_rule_17_what_a_hold_needs (Scenario      *s,
                                gconstpointer  data)
{
  const DaybookHoldPlaced *placed;

  g_assert_false (hold (s, "100.01", NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->available, ==, 10000);
  g_assert_false (hold_for (s, NULL, "40", NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_FIELD_MISSING, "reason");

  g_assert_true (hold (s, "100", NULL, "2026-12-24"));
  placed = g_ptr_array_index (s->events, 0);
  g_assert_true (placed->event.record.schema == &daybook_hold_placed);
  g_assert_cmpstr (placed->hold, ==, "hold-1");
  g_assert_cmpstr (placed->account.digits, ==, s->john->number.digits);
  g_assert_cmpint (placed->amount, ==, 10000);
  g_assert_cmpstr (placed->currency.code, ==, "EUR");
  g_assert_cmpstr (placed->reason, ==, "keys");
  g_assert_cmpint (placed->expires, ==, day ("2026-12-24"));
  g_assert_true (hold (s, "40", NULL, NULL));
}

static void
test_rule_17_expiry_is_not_before_the_hold (Scenario      *s,
                                            gconstpointer  data)
{
  g_assert_false (hold (s, "40", NULL, "2026-11-22"));
  then_refused (s, DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD, "expires");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day (TODAY));
  g_assert_true (hold (s, "40", NULL, TODAY));

  /* One that is entered late may even have expired. */
  g_assert_false (hold (s, "40", "2026-05-10", "2026-05-09"));
  then_refused (s, DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD, "expires");
  g_assert_true (hold (s, "40", "2026-05-10", "2026-05-20"));
}

static void
test_rule_18_the_balance_stays (Scenario      *s,
                                gconstpointer  data)
{
  DaybookEvent *released = given_hold (s, "hold-1", "40", NULL, NULL);
  DaybookEvent *expired = given_hold (s, "hold-2", "30", NULL, TODAY);
  DaybookMovement movement;

  then_account_has (s, 10000, 3000);
  g_assert_false (daybook_event_get_movement (released, &movement));
  release (s, released, NULL);
  happen_only (s);
  then_account_has (s, 10000, 7000);
  expire (s, expired);
  happen_only (s);
  then_account_has (s, 10000, 10000);
  daybook_record_free (released);
  daybook_record_free (expired);
}

static void
then_has_ended (Scenario           *s,
                const DaybookEvent *placed)
{
  g_assert_false (release (s, placed, NULL));
  then_refused (s, DAYBOOK_REFUSAL_HOLD_ENDED, "entry");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->number, ==, ENTRY);
  g_assert_false (capture (s, placed, "1", NULL));
  then_refused (s, DAYBOOK_REFUSAL_HOLD_ENDED, "entry");
  g_assert_false (expire (s, placed));
  then_refused (s, DAYBOOK_REFUSAL_HOLD_ENDED, "entry");
}

static void
test_rule_19_a_hold_ends_once (Scenario      *s,
                               gconstpointer  data)
{
  DaybookEvent *first = given_hold (s, "hold-1", "10", NULL, TODAY);
  DaybookEvent *second = given_hold (s, "hold-2", "20", NULL, TODAY);
  DaybookEvent *third = given_hold (s, "hold-3", "30", NULL, TODAY);

  release (s, second, NULL);
  happen_only (s);
  then_has_ended (s, second);
  capture (s, first, NULL, NULL);
  happen_only (s);
  then_has_ended (s, first);
  expire (s, third);
  happen_only (s);
  then_has_ended (s, third);
  then_account_has (s, 9000, 9000);
  g_assert_cmpint (s->john->holds->len, ==, 0);

  daybook_record_free (first);
  daybook_record_free (second);
  daybook_record_free (third);
}

static void
test_rule_19_only_a_hold_ends (Scenario      *s,
                               gconstpointer  data)
{
  DaybookMoneyDeposited deposited = { .event.record.schema = &daybook_money_deposited };

  g_assert_false (release (s, &deposited.event, NULL));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, "entry");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->number, ==, ENTRY);
  g_assert_false (capture (s, &deposited.event, NULL, NULL));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, "entry");
  g_assert_false (expire (s, &deposited.event));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, "entry");
}

static void
test_rule_19_captured_whole (Scenario      *s,
                             gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "100", NULL, NULL);
  DaybookHoldCaptured *captured;
  DaybookMovement movement;

  /* Nothing is available, and yet it can be paid out: that is what a hold is for. */
  then_account_has (s, 10000, 0);
  g_assert_true (capture (s, placed, NULL, NULL));
  captured = (DaybookHoldCaptured *) happen (s);
  then_account_has (s, 0, 0);
  g_assert_cmpint (captured->entry, ==, ENTRY);
  g_assert_cmpint (captured->amount, ==, 10000);
  g_assert_cmpint (captured->released, ==, 0);

  g_assert_true (daybook_event_get_movement (&captured->event, &movement));
  g_assert_cmpstr (movement.from.digits, ==, s->john->number.digits);
  g_assert_false (daybook_account_number_is_set (&movement.to));
  g_assert_cmpint (movement.amount, ==, 10000);
  g_assert_cmpstr (movement.currency.code, ==, "EUR");
  g_assert_cmpint (movement.method, ==, DAYBOOK_METHOD_BANK);
  daybook_record_free (captured);
  daybook_record_free (placed);
}

static void
test_rule_19_the_rest_is_released (Scenario      *s,
                                   gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "80", NULL, NULL);
  DaybookHoldCaptured *captured;

  g_assert_true (capture (s, placed, "30", NULL));
  g_assert_cmpint (s->events->len, ==, 1);
  captured = (DaybookHoldCaptured *) happen (s);
  g_assert_cmpint (captured->amount, ==, 3000);
  g_assert_cmpint (captured->released, ==, 5000);
  then_account_has (s, 7000, 7000);
  daybook_record_free (captured);
  daybook_record_free (placed);
}

static void
test_rule_20_expiry_is_recorded (Scenario      *s,
                                 gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "40", NULL, "2026-11-30");
  DaybookEvent *lasting = given_hold (s, "hold-2", "10", NULL, NULL);

  g_assert_false (expire (s, lasting));
  then_refused (s, DAYBOOK_REFUSAL_HOLD_HAS_NO_EXPIRY, "entry");
  s->context.today = day ("2026-11-29");
  g_assert_false (expire (s, placed));
  then_refused (s, DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED, "entry");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day ("2026-11-30"));
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->number, ==, ENTRY);

  s->context.today = day ("2026-11-30");
  g_assert_true (expire (s, placed));
  then_counts_for (s, "2026-11-30");

  /* Until it is recorded, the hold stands; whenever it is, it counts for the same day. */
  s->context.today = day ("2027-02-01");
  then_account_has (s, 10000, 5000);
  g_assert_true (expire (s, placed));
  then_counts_for (s, "2026-11-30");
  happen_only (s);
  then_account_has (s, 10000, 9000);
  daybook_record_free (placed);
  daybook_record_free (lasting);
}

static void
test_rule_21_value_dates (Scenario      *s,
                          gconstpointer  data)
{
  DaybookEvent *placed;

  g_assert_false (hold (s, "40", "2026-11-24", NULL));
  then_refused (s, DAYBOOK_REFUSAL_DATE_IN_FUTURE, "on");
  g_assert_false (hold (s, "40", "2025-12-31", NULL));
  then_refused (s, DAYBOOK_REFUSAL_DATE_BEFORE_OPENING, "on");
  g_assert_true (hold (s, "40", NULL, NULL));
  then_counts_for (s, TODAY);

  placed = given_hold (s, "hold-1", "40", "2026-05-10", NULL);
  g_assert_false (release (s, placed, "2026-11-24"));
  then_refused (s, DAYBOOK_REFUSAL_DATE_IN_FUTURE, "on");
  g_assert_false (capture (s, placed, NULL, "2026-11-24"));
  then_refused (s, DAYBOOK_REFUSAL_DATE_IN_FUTURE, "on");
  g_assert_false (release (s, placed, "2026-05-09"));
  then_refused (s, DAYBOOK_REFUSAL_DATE_BEFORE_HOLD, "on");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day ("2026-05-10"));
  g_assert_false (capture (s, placed, NULL, "2026-05-09"));
  then_refused (s, DAYBOOK_REFUSAL_DATE_BEFORE_HOLD, "on");

  g_assert_true (release (s, placed, NULL));
  then_counts_for (s, TODAY);
  g_assert_true (capture (s, placed, NULL, NULL));
  then_counts_for (s, TODAY);
  g_assert_true (release (s, placed, "2026-05-10"));
  then_counts_for (s, "2026-05-10");
  g_assert_true (capture (s, placed, NULL, "2026-05-10"));
  then_counts_for (s, "2026-05-10");
  daybook_record_free (placed);
}

static void
test_rule_23_a_backdated_hold_is_covered (Scenario      *s,
                                          gconstpointer  data)
{
  withdraw (s, "80", "2026-03-10");
  happen_only (s);
  deposit (s, "500", "2026-03-20");
  happen_only (s);

  /* 520 are available today, but only 20 were from the 10th to the 19th. */
  g_assert_false (hold (s, "30", "2026-03-05", NULL));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day ("2026-03-10"));
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->available, ==, 2000);
  g_assert_true (hold (s, "20", "2026-03-05", NULL));
  g_assert_true (hold (s, "520", "2026-03-20", NULL));
}

static void
test_rule_23_holds_count_on_their_days (Scenario      *s,
                                        gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "70", "2026-05-10", NULL);

  g_assert_true (release (s, placed, "2026-05-20"));
  happen_only (s);
  then_account_has (s, 10000, 10000);

  /* All is available again, but from the 10th to the 19th only 30 were. */
  g_assert_false (withdraw (s, "31", "2026-05-01"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->date, ==, day ("2026-05-10"));
  g_assert_cmpint (daybook_refusal_figures (s->refusal)->available, ==, 3000);
  g_assert_false (withdraw (s, "31", "2026-05-19"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER, "amount");
  g_assert_true (withdraw (s, "30", "2026-05-01"));
  g_assert_true (withdraw (s, "100", "2026-05-20"));
  daybook_record_free (placed);
}

/* A hold's own amount is available to it on every day on which it stood. */
static void
test_rule_23_a_backdated_capture_is_covered (Scenario      *s,
                                             gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "70", "2026-05-10", NULL);

  withdraw (s, "30", "2026-05-15");
  happen_only (s);
  then_account_has (s, 7000, 0);
  g_assert_true (capture (s, placed, "60", "2026-05-10"));
  happen_only (s);
  then_account_has (s, 1000, 1000);

  /* From the 10th on nothing was ever available but the rest of it. */
  g_assert_false (withdraw (s, "10.01", "2026-05-15"));
  then_refused (s, DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS, "amount");
  g_assert_true (withdraw (s, "10", "2026-05-10"));
  daybook_record_free (placed);
}

static gboolean
reverse (Scenario           *s,
         const DaybookEvent *original)
{
  DaybookReverse command = { .command.schema = &daybook_reverse, .entry = ENTRY,
                             .reason = (char *) "mistyped" };

  forget (s);
  return daybook_account_decide_reverse (original, FALSE, NULL, s->john, &command, &s->context,
                                         s->events, &s->refusal);
}

static void
test_rule_25_only_a_capture_is_reversed (Scenario      *s,
                                         gconstpointer  data)
{
  DaybookEvent *first = given_hold (s, "hold-1", "40", NULL, TODAY);
  DaybookEvent *second = given_hold (s, "hold-2", "30", NULL, TODAY);
  DaybookEvent *third = given_hold (s, "hold-3", "20", NULL, NULL);
  DaybookEvent *captured, *expired, *released;

  capture (s, first, "35", NULL);
  captured = happen (s);
  expire (s, second);
  expired = happen (s);
  release (s, third, NULL);
  released = happen (s);

  g_assert_false (reverse (s, first));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, "entry");
  g_assert_false (reverse (s, expired));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, "entry");
  g_assert_false (reverse (s, released));
  then_refused (s, DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY, "entry");

  /* The money comes back; the hold does not. */
  then_account_has (s, 6500, 6500);
  g_assert_true (reverse (s, captured));
  happen_only (s);
  then_account_has (s, 10000, 10000);
  then_has_ended (s, first);

  daybook_record_free (first);
  daybook_record_free (second);
  daybook_record_free (third);
  daybook_record_free (captured);
  daybook_record_free (expired);
  daybook_record_free (released);
}

/* Evolves a copy of the event in which one number is another. */
static gboolean
follows (Scenario           *s,
         const DaybookEvent *event,
         const char         *name,
         gint64              number)
{
  DaybookEvent *changed = daybook_record_copy (event);
  const DaybookField *field = daybook_schema_get_field (event->record.schema, name);
  gboolean ok;

  *(gint64 *) daybook_field_in (changed, field) = number;
  ok = daybook_account_evolve (s->john, changed);
  daybook_record_free (changed);

  return ok;
}

static void
test_what_cannot_follow_is_seen (Scenario      *s,
                                 gconstpointer  data)
{
  DaybookEvent *placed = given_hold (s, "hold-1", "40", NULL, TODAY);
  DaybookHoldPlaced *other;

  /* Placed twice, nothing placed, somebody else's. */
  g_assert_false (daybook_account_evolve (s->john, placed));
  other = daybook_record_copy (placed);
  g_free (other->hold);
  other->hold = g_strdup ("hold-2");
  g_assert_false (follows (s, &other->event, "amount", -1));
  g_assert_false (follows (s, &other->event, "amount", 0));
  daybook_account_number_new (2, &other->account);
  g_assert_false (daybook_account_evolve (s->john, &other->event));

  /* Not all of it ended, or more than all. */
  release (s, placed, NULL);
  g_assert_false (follows (s, g_ptr_array_index (s->events, 0), "amount", 3999));
  expire (s, placed);
  g_assert_false (follows (s, g_ptr_array_index (s->events, 0), "amount", 4001));
  capture (s, placed, "30", NULL);
  g_assert_false (follows (s, g_ptr_array_index (s->events, 0), "released", 999));
  capture (s, placed, NULL, NULL);
  g_assert_false (follows (s, g_ptr_array_index (s->events, 0), "amount", 4001));
  ((DaybookHoldCaptured *) g_ptr_array_index (s->events, 0))->released = 4001;
  g_assert_false (follows (s, g_ptr_array_index (s->events, 0), "amount", -1));
  ((DaybookHoldCaptured *) g_ptr_array_index (s->events, 0))->released = -1;
  g_assert_false (follows (s, g_ptr_array_index (s->events, 0), "amount", 4001));
  then_account_has (s, 10000, 6000);

  /* What has ended does not end again. */
  release (s, placed, NULL);
  happen_only (s);
  g_assert_false (daybook_account_evolve (s->john, g_ptr_array_index (s->events, 0)));
  daybook_record_free (other);
  daybook_record_free (placed);
}

#define ADD(path, func) g_test_add (path, Scenario, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/holds/rule-5/only-an-open-account", test_rule_5_only_an_open_account);
  ADD ("/holds/rule-11/amounts-are-above-zero", test_rule_11_amounts_are_above_zero);
  ADD ("/holds/rule-12/what-is-held-keeps-to-64-bits",
       test_rule_12_what_is_held_keeps_to_64_bits);
  ADD ("/holds/rule-14/what-is-held-is-not-available",
       test_rule_14_what_is_held_is_not_available);
  ADD ("/holds/rule-16/only-one-s-own-overdraft", test_rule_16_only_one_s_own_overdraft);
  ADD ("/holds/rule-17/what-a-hold-needs", test_rule_17_what_a_hold_needs);
  ADD ("/holds/rule-17/expiry-is-not-before-the-hold",
       test_rule_17_expiry_is_not_before_the_hold);
  ADD ("/holds/rule-18/the-balance-stays", test_rule_18_the_balance_stays);
  ADD ("/holds/rule-19/a-hold-ends-once", test_rule_19_a_hold_ends_once);
  ADD ("/holds/rule-19/only-a-hold-ends", test_rule_19_only_a_hold_ends);
  ADD ("/holds/rule-19/captured-whole", test_rule_19_captured_whole);
  ADD ("/holds/rule-19/the-rest-is-released", test_rule_19_the_rest_is_released);
  ADD ("/holds/rule-20/expiry-is-recorded", test_rule_20_expiry_is_recorded);
  ADD ("/holds/rule-21/value-dates", test_rule_21_value_dates);
  ADD ("/holds/rule-23/a-backdated-hold-is-covered", test_rule_23_a_backdated_hold_is_covered);
  ADD ("/holds/rule-23/holds-count-on-their-days", test_rule_23_holds_count_on_their_days);
  ADD ("/holds/rule-23/a-backdated-capture-is-covered",
       test_rule_23_a_backdated_capture_is_covered);
  ADD ("/holds/rule-25/only-a-capture-is-reversed", test_rule_25_only_a_capture_is_reversed);
  ADD ("/holds/what-cannot-follow-is-seen", test_what_cannot_follow_is_seen);

  return g_test_run ();
}
