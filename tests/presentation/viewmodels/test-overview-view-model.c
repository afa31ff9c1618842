/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview: what there is, what today has brought, what needs attention, and the chart. */

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "fixture.h"
#include "held-series.h"
#include "money-text.h"

/* The third account there is. */
#define DOLLARS "0000000389"

static DaybookOverviewViewModel *
open_overview (Fixture *fixture)
{
  DaybookOverviewViewModel *overview = daybook_overview_view_model_new (fixture->book);

  g_object_set (overview, "shown", TRUE, NULL);
  settle (fixture);
  return overview;
}

static guint64
withdraw (Fixture    *fixture,
          const char *from,
          const char *amount,
          const char *on)
{
  DaybookWithdraw command = { .command = { &daybook_withdraw }, .from = (char *) from,
                              .amount = decimal (amount), .method = DAYBOOK_METHOD_BANK };

  if (on != NULL)
    command.on = day (on);

  return given_command (fixture, &command.command);
}

static void
hold (Fixture    *fixture,
      const char *account,
      const char *amount,
      const char *expires)
{
  DaybookPlaceHold command = { .command = { &daybook_hold }, .account = (char *) account,
                               .amount = decimal (amount), .expires = day (expires),
                               .reason = (char *) "keys" };

  given_command (fixture, &command.command);
}

static void
block (Fixture     *fixture,
       const char  *account,
       DaybookSide  side,
       const char  *reason)
{
  DaybookBlock command = { .command = { &daybook_block }, .account = (char *) account,
                           .side = side, .reason = (char *) reason };

  given_command (fixture, &command.command);
}

static void
unblock (Fixture    *fixture,
         const char *account)
{
  DaybookUnblock command = { .command = { &daybook_unblock }, .account = (char *) account,
                             .side = DAYBOOK_SIDE_BOTH };

  given_command (fixture, &command.command);
}

static void
set_minimum (Fixture    *fixture,
             const char *account,
             const char *minimum)
{
  DaybookChangeLimits command = { .command = { &daybook_change_limits },
                                  .account = (char *) account, .minimum = decimal (minimum) };

  given_command (fixture, &command.command);
}

static void
reverse (Fixture *fixture,
         guint64  entry)
{
  DaybookReverse command = { .command = { &daybook_reverse }, .entry = entry,
                             .reason = (char *) "mistake" };

  given_command (fixture, &command.command);
}

/* John has 20 dollars too. */
static void
given_dollars (Fixture *fixture)
{
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john",
                       .on = day ("2026-01-01") };

  g_assert_true (daybook_currency_parse ("USD", &open.currency));
  given_command (fixture, &open.command);
  given_deposit (fixture, DOLLARS, "20", NULL);
}

static char *
dollars (gint64 cents)
{
  return daybook_money_text (cents, (DaybookCurrency) { "USD" });
}

static DaybookHeldSeries *
get_series (DaybookOverviewViewModel *overview)
{
  DaybookHeldSeries *series;

  g_object_get (overview, "series", &series, NULL);
  return series;
}

/* `2026-03-01 100; ` for each point. */
static void
assert_series (DaybookOverviewViewModel *overview,
               const char               *expected)
{
  g_autoptr (DaybookHeldSeries) series = get_series (overview);
  g_autoptr (GString) text = g_string_new (NULL);
  const DaybookHeldPoint *points;
  guint n;

  g_assert_nonnull (series);
  points = daybook_held_series_get_points (series, &n);
  for (guint i = 0; i < n; i++)
    {
      char on[DAYBOOK_DATE_LENGTH];

      daybook_date_format (points[i].date, on);
      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "; ", on, points[i].held);
      g_assert_cmpfloat (points[i].value, ==, points[i].held);
      g_assert_cmpfloat (points[i].at, >=, i > 0 ? points[i - 1].at : 0);
      g_assert_cmpfloat (points[i].at, <=, 1);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_empty_book (Fixture       *fixture,
                 gconstpointer  data)
{
  DaybookOverviewViewModel *overview = open_overview (fixture);

  assert_text (overview, "state", "empty");
  assert_euros (overview, "held", 0);
  assert_text (overview, "accounts", "0");
  assert_text (overview, "people", "0");
  assert_text (overview, "others-state", "empty");
  assert_text (overview, "attention-state", "empty");
  assert_text (overview, "more", "");
  assert_text (overview, "chart-state", "empty");
  g_assert_null (get_series (overview));
  g_assert_cmpuint (length_of (overview, "currencies"), ==, 1);
  assert_item (overview, "currencies", 0, "id", "EUR");

  given_textbook (fixture);
  settle (fixture);
  assert_text (overview, "state", "figures");
  assert_euros (overview, "held", 10000);
  assert_text (overview, "accounts", "2");
  assert_text (overview, "people", "2");

  /* One day is no chart. */
  assert_text (overview, "chart-state", "empty");
  g_assert_finalize_object (overview);
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookOverviewViewModel *overview;
  g_auto (Watch) held = { 0 };
  guint64 mistake;

  given_textbook (fixture);
  given_deposit (fixture, "mary", "50.00", "2026-11-01");
  overview = open_overview (fixture);
  watch_property (&held, overview, "held");
  assert_euros (overview, "held", 15000);
  assert_euros (overview, "cash", 15000);
  assert_euros (overview, "bank", 0);
  assert_euros (overview, "money-in", 10000);
  assert_euros (overview, "money-out", 0);

  withdraw (fixture, "john", "30", NULL);
  settle (fixture);
  assert_euros (overview, "held", 12000);
  assert_euros (overview, "bank", -3000);
  assert_euros (overview, "money-out", 3000);
  g_assert_cmpuint (held.count, ==, 1);

  /* What was taken back is as if it had not been. */
  mistake = given_deposit (fixture, "mary", "7", NULL);
  reverse (fixture, mistake);
  settle (fixture);
  assert_euros (overview, "held", 12000);
  assert_euros (overview, "money-in", 10000);
  assert_euros (overview, "money-out", 3000);

  withdraw (fixture, "mary", "50", NULL);
  given_closed (fixture, "mary");
  settle (fixture);
  assert_text (overview, "accounts", "1");
  assert_text (overview, "people", "2");
  watch_end (&held);
  g_assert_finalize_object (overview);
}

/* The window stays open over night. */
static void
test_tomorrow (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookOverviewViewModel *overview;
  g_auto (Watch) money_in = { 0 };

  given_textbook (fixture);
  overview = open_overview (fixture);
  assert_euros (overview, "money-in", 10000);
  watch_property (&money_in, overview, "money-in");
  daybook_test_clock_set (fixture->clock, "2026-11-24T10:00:00Z");
  watch_wait (&money_in, 1);
  watch_end (&money_in);
  assert_euros (overview, "money-in", 0);
  assert_text (overview, "chart-state", "chart");
  g_assert_finalize_object (overview);
}

static void
test_nothing_is_read_for_nobody (Fixture       *fixture,
                                 gconstpointer  data)
{
  DaybookOverviewViewModel *overview = daybook_overview_view_model_new (fixture->book);
  g_auto (Watch) shown = { 0 };

  watch_property (&shown, overview, "shown");
  given_textbook (fixture);
  settle (fixture);
  assert_text (overview, "held", "");
  assert_text (overview, "attention-state", "reading");
  g_object_set (overview, "shown", TRUE, NULL);
  g_object_set (overview, "shown", TRUE, NULL);
  g_assert_cmpuint (shown.count, ==, 1);
  assert_euros (overview, "held", 10000);

  g_object_set (overview, "shown", FALSE, NULL);
  given_deposit (fixture, "mary", "1", NULL);
  settle (fixture);
  assert_euros (overview, "held", 10000);
  g_object_set (overview, "shown", TRUE, NULL);
  assert_euros (overview, "held", 10100);
  watch_end (&shown);
  g_assert_finalize_object (overview);
}

static void
test_several_currencies (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *twenty = dollars (2000), *fifteen = dollars (1500), *nothing = dollars (0);
  g_autofree char *five = dollars (500), *minus_five = dollars (-500);
  g_autofree char *at_first = g_strdup_printf ("%s in cash, %s in the bank; today %s in, %s out",
                                               twenty, nothing, twenty, nothing);
  g_autofree char *then = g_strdup_printf ("%s in cash, %s in the bank; today %s in, %s out",
                                           twenty, minus_five, twenty, five);
  DaybookOverviewViewModel *overview;
  g_auto (Watch) rows = { 0 };

  given_textbook (fixture);
  overview = open_overview (fixture);
  watch_list (&rows, overview, "others");
  assert_text (overview, "others-state", "empty");

  given_dollars (fixture);
  settle (fixture);
  assert_euros (overview, "held", 10000);
  assert_text (overview, "others-state", "list");
  g_assert_cmpuint (length_of (overview, "others"), ==, 1);
  assert_item (overview, "others", 0, "figure", twenty);
  assert_item (overview, "others", 0, "caption", at_first);
  g_assert_cmpuint (length_of (overview, "currencies"), ==, 2);
  assert_item (overview, "currencies", 0, "id", "EUR");
  assert_item (overview, "currencies", 1, "id", "USD");

  /* What does not differ stays. */
  g_assert_cmpuint (rows.count, ==, 1);
  given_deposit (fixture, "mary", "1", NULL);
  settle (fixture);
  g_assert_cmpuint (rows.count, ==, 1);
  withdraw (fixture, DOLLARS, "5", NULL);
  settle (fixture);
  g_assert_cmpuint (rows.count, ==, 2);
  assert_item (overview, "others", 0, "figure", fifteen);
  assert_item (overview, "others", 0, "caption", then);
  watch_end (&rows);
  g_assert_finalize_object (overview);
}

static void
test_chart (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookOverviewViewModel *overview;
  g_autoptr (DaybookHeldSeries) series = NULL;
  g_autofree char *point = NULL;
  const DaybookHeldTick *ticks;
  guint n;

  given_person (fixture, "john", "John Smith");
  given_account (fixture, "john", NULL, NULL);
  given_deposit (fixture, "john", "100", "2026-03-10");
  overview = open_overview (fixture);
  assert_text (overview, "chart-state", "chart");
  assert_series (overview, "2026-03-10 10000; ");

  withdraw (fixture, "john", "60", "2026-06-01");
  given_deposit (fixture, "john", "1", "2026-11-23");
  settle (fixture);
  assert_series (overview, "2026-03-10 10000; 2026-06-01 4000; 2026-11-23 4100; ");
  series = get_series (overview);
  g_assert_cmpuint (daybook_held_series_get_lowest (series), ==, 1);
  g_assert_cmpuint (daybook_held_series_get_highest (series), ==, 0);
  g_assert_cmpstr (daybook_held_series_get_description (series), ==,
                   "From €100.00 on 10 Mar 2026 to €41.00 today. Lowest: €40.00 on 1 Jun 2026. "
                   "Highest: €100.00 on 10 Mar 2026.");
  point = daybook_held_series_point_text (series, 1);
  g_assert_cmpstr (point, ==, "€40.00 on 1 Jun 2026");
  ticks = daybook_held_series_get_ticks (series, &n);
  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpstr (ticks[0].label, ==, "Apr");
  g_assert_cmpstr (ticks[7].label, ==, "Nov");
  g_assert_cmpfloat_with_epsilon (ticks[0].at, 22.0 / 258, 1e-9);
  g_assert_finalize_object (overview);
}

/* Twelve months and no more; what was there before is where they begin. */
static void
test_chart_of_an_old_book (Fixture       *fixture,
                           gconstpointer  data)
{
  DaybookOverviewViewModel *overview;
  g_auto (Watch) drawn = { 0 };

  given_textbook (fixture);
  given_deposit (fixture, "john", "5", "2026-01-02");
  daybook_test_clock_set (fixture->clock, "2027-02-28T10:00:00Z");
  overview = open_overview (fixture);
  watch_property (&drawn, overview, "series");
  assert_series (overview, "2026-02-28 500; 2026-11-23 10500; ");

  /* What is the same is not drawn again. */
  given_person (fixture, "ada", "Ada Lovelace");
  settle (fixture);
  g_assert_cmpuint (drawn.count, ==, 0);
  given_deposit (fixture, "john", "1", NULL);
  settle (fixture);
  g_assert_cmpuint (drawn.count, ==, 1);
  watch_end (&drawn);
  g_assert_finalize_object (overview);
}

static void
test_chart_of_another_currency (Fixture       *fixture,
                                gconstpointer  data)
{
  DaybookOverviewViewModel *overview;
  guint currency;

  given_textbook (fixture);
  given_dollars (fixture);
  daybook_test_clock_set (fixture->clock, "2026-11-25T10:00:00Z");
  overview = open_overview (fixture);
  assert_series (overview, "2026-11-23 10000; ");
  g_object_set (overview, "currency", 1, NULL);
  assert_series (overview, "2026-11-23 2000; ");
  given_deposit (fixture, DOLLARS, "1", NULL);
  settle (fixture);
  assert_series (overview, "2026-11-23 2000; 2026-11-25 2100; ");

  /* There is no such currency. */
  g_object_set (overview, "currency", 2, NULL);
  g_object_get (overview, "currency", &currency, NULL);
  g_assert_cmpuint (currency, ==, 1);
  g_assert_finalize_object (overview);
}

static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  DaybookOverviewViewModel *overview;

  given_textbook (fixture);
  given_person (fixture, "ada", "Ada Lovelace");
  given_account (fixture, "ada", "50", NULL);
  overview = open_overview (fixture);
  assert_text (overview, "attention-state", "empty");

  withdraw (fixture, "ada", "20", NULL);
  block (fixture, "mary", DAYBOOK_SIDE_DEBITS, "court");
  hold (fixture, "john", "40", "2026-12-07");
  hold (fixture, "john", "10", "2026-12-08");
  settle (fixture);
  assert_text (overview, "attention-state", "list");
  g_assert_cmpuint (length_of (overview, "attention"), ==, 3);
  assert_item (overview, "attention", 0, "title", "Ada Lovelace");
  assert_item (overview, "attention", 0, "caption", "Overdrawn by €20.00");
  assert_item (overview, "attention", 0, "figure", "−€20.00");
  assert_item (overview, "attention", 1, "caption", "Hold of €40.00 ends on 7 Dec");
  assert_item (overview, "attention", 2, "title", "Mary Jones");
  assert_item (overview, "attention", 2, "caption", "Blocked, no money may go out: court");
  assert_text (overview, "more", "");

  block (fixture, "mary", DAYBOOK_SIDE_CREDITS, "death");
  given_deposit (fixture, "ada", "20", NULL);
  settle (fixture);
  g_assert_cmpuint (length_of (overview, "attention"), ==, 2);
  assert_item (overview, "attention", 0, "title", "John Smith");
  assert_item (overview, "attention", 1, "caption",
               "Blocked, no money may go out: court; or come in: death");

  unblock (fixture, "mary");
  daybook_test_clock_set (fixture->clock, "2026-12-06T10:00:00Z");
  given_deposit (fixture, "ada", "1", NULL);
  settle (fixture);
  g_assert_cmpuint (length_of (overview, "attention"), ==, 2);
  assert_item (overview, "attention", 0, "caption", "Hold of €40.00 ends tomorrow");
  g_assert_finalize_object (overview);
}

/* Closing pays everything out; what had to stay in it has to again, once it is open. */
static void
test_below_limits (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookClose close = { .command = { &daybook_close }, .account = (char *) "john",
                         .payout = DAYBOOK_METHOD_CASH };
  DaybookReopen reopen = { .command = { &daybook_reopen },
                           .account = (char *) "0000000195",
                           .reason = (char *) "mistake" };
  DaybookOverviewViewModel *overview;

  given_textbook (fixture);
  set_minimum (fixture, "john", "60");
  given_command (fixture, &close.command);
  overview = open_overview (fixture);
  assert_text (overview, "attention-state", "empty");

  given_command (fixture, &reopen.command);
  block (fixture, "john", DAYBOOK_SIDE_BOTH, "heirs");
  settle (fixture);
  g_assert_cmpuint (length_of (overview, "attention"), ==, 2);
  assert_item (overview, "attention", 0, "caption", "€60.00 less than has to stay in it");
  assert_item (overview, "attention", 1, "caption",
               "Blocked, no money may go out or come in: heirs");
  g_assert_finalize_object (overview);
}

static void
test_more_than_is_listed (Fixture       *fixture,
                          gconstpointer  data)
{
  DaybookOverviewViewModel *overview;
  g_auto (Watch) rows = { 0 };

  given_textbook (fixture);
  overview = open_overview (fixture);
  watch_list (&rows, overview, "attention");
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *expires = g_strdup_printf ("2026-11-2%u", i + 3);

      hold (fixture, "john", "1", expires);
    }
  settle (fixture);
  g_assert_cmpuint (length_of (overview, "attention"), ==, 4);
  assert_text (overview, "more", "And 2 more");
  assert_item (overview, "attention", 0, "caption", "Hold of €1.00 ends tomorrow");

  /* Only what differs changes. */
  rows.count = 0;
  block (fixture, "mary", DAYBOOK_SIDE_DEBITS, "court");
  settle (fixture);
  g_assert_cmpuint (rows.count, ==, 1);
  g_assert_cmpuint (rows.position, ==, 4);
  g_assert_cmpuint (rows.removed, ==, 0);
  g_assert_cmpuint (rows.added, ==, 1);
  assert_text (overview, "more", "And 2 more");
  watch_end (&rows);
  g_assert_finalize_object (overview);
}

/* It goes while it is still looking. */
static void
test_closed_early (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookOverviewViewModel *overview;

  given_textbook (fixture);
  settle (fixture);
  overview = daybook_overview_view_model_new (fixture->book);
  g_object_set (overview, "shown", TRUE, NULL);
  g_assert_finalize_object (overview);
  settle (fixture);
}

#define ADD(path, func) \
  g_test_add ("/overview/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);

  ADD ("empty-book", test_empty_book);
  ADD ("figures", test_figures);
  ADD ("tomorrow", test_tomorrow);
  ADD ("nothing-is-read-for-nobody", test_nothing_is_read_for_nobody);
  ADD ("several-currencies", test_several_currencies);
  ADD ("chart", test_chart);
  ADD ("chart/of-an-old-book", test_chart_of_an_old_book);
  ADD ("chart/of-another-currency", test_chart_of_another_currency);
  ADD ("attention", test_attention);
  ADD ("attention/below-limits", test_below_limits);
  ADD ("attention/more-than-is-listed", test_more_than_is_listed);
  ADD ("closed-early", test_closed_early);

  return fixture_run ();
}
