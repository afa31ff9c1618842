/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was held from day to day, and what came in and went out on each. */

#include "facts.h"
#include "surroundings.h"

/* The largest amount there is. */
#define MOST "9223372036854775807"

static void
given_accounts (Facts *f)
{
  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  happened (f, "2026-01-01", "PersonRegistered", "person", "id-john", "username", "john", "name",
            "John Smith", NULL);
  happened (f, "2026-01-01", "AccountOpened", "account", FIRST, "holder", "id-john", "currency",
            "EUR", "overdraft", "0", NULL);
  happened (f, "2026-01-01", "AccountOpened", "account", SECOND, "holder", "id-john", "currency",
            "JPY", "overdraft", "0", NULL);
  happened (f, "2026-01-01", "AccountOpened", "account", THIRD, "holder", "id-john", "currency",
            "EUR", "overdraft", "0", NULL);
}

static char *
deposit (Facts      *f,
         const char *on,
         const char *to,
         const char *amount,
         const char *currency)
{
  guint64 entry = happened (f, on, "MoneyDeposited", "to", to, "amount", amount, "currency",
                            currency, "method", "cash", NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT, entry);
}

static char *
withdraw (Facts      *f,
          const char *on,
          const char *from,
          const char *amount)
{
  guint64 entry = happened (f, on, "MoneyWithdrawn", "from", from, "amount", amount, "currency",
                            "EUR", "method", "cash", NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT, entry);
}

/* `03-10 1500 +2000 −500; ` for each day. */
static void
check_series (Facts      *f,
              const char *code,
              const char *from,
              const char *until,
              const char *expected)
{
  g_autoptr (GArray) days = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  DaybookCurrency currency;

  g_assert_true (daybook_currency_parse (code, &currency));
  days = daybook_read_model_get_held_series (f->model, currency, day (from), day (until), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    {
      const DaybookHeldDay *one = &g_array_index (days, DaybookHeldDay, i);
      char on[DAYBOOK_DATE_LENGTH];

      daybook_date_format (one->date, on);
      g_string_append_printf (text, "%s %" G_GINT64_FORMAT, on + 5, one->held);
      if (one->money_in != 0)
        g_string_append_printf (text, " +%" G_GINT64_FORMAT, one->money_in);
      if (one->money_out != 0)
        g_string_append_printf (text, " -%" G_GINT64_FORMAT, one->money_out);
      g_string_append (text, one->too_large ? " too large; " : "; ");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_from_day_to_day (Facts         *f,
                      gconstpointer  data)
{
  given_accounts (f);
  facts_catch_up (f, NULL);
  check_series (f, "EUR", "2026-01-01", "2026-12-31", "01-01 0; ");

  g_free (deposit (f, "2026-03-10", FIRST, "1000", "EUR"));
  g_free (deposit (f, "2026-03-10", THIRD, "500", "EUR"));
  g_free (withdraw (f, "2026-03-10", FIRST, "300"));
  g_free (deposit (f, "2026-03-11", SECOND, "7", "JPY"));
  happened (f, "2026-03-12", "MoneyTransferred", "from", FIRST, "to", THIRD, "amount", "400",
            "currency", "EUR", NULL);
  g_free (withdraw (f, "2026-03-20", FIRST, "50"));
  facts_catch_up (f, NULL);
  check_series (f, "EUR", "2026-03-01", "2026-03-31",
                "03-01 0; 03-10 1200 +1500 -300; 03-20 1150 -50; ");
  check_series (f, "JPY", "2026-03-11", "2026-03-31", "03-11 7 +7; ");
  check_series (f, "USD", "2026-03-11", "2026-03-31", "03-11 0; ");

  /* The first day tells what was there already, and the last is the last. */
  check_series (f, "EUR", "2026-03-15", "2026-03-19", "03-15 1200; ");
  check_series (f, "EUR", "2026-03-10", "2026-03-10", "03-10 1200 +1500 -300; ");
  check_series (f, "EUR", "2026-03-20", "2026-03-20", "03-20 1150 -50; ");

  /* A backdated entry counts from its day on. */
  g_free (deposit (f, "2026-03-05", FIRST, "1", "EUR"));
  facts_catch_up (f, NULL);
  check_series (f, "EUR", "2026-03-01", "2026-03-31",
                "03-01 0; 03-05 1 +1; 03-10 1201 +1500 -300; 03-20 1151 -50; ");
  facts_same_when_rebuilt (f);
}

static void
reverse (Facts      *f,
         const char *on,
         const char *entry,
         const char *side,
         const char *amount)
{
  happened (f, on, "EntryReversed", "entry", entry, side, FIRST, "amount", amount, "currency",
            "EUR", "method", "cash", "original_date", "2026-03-10", "reason", "x", NULL);
}

/* A mistake that is taken back on its day was never there; later, money goes back. */
static void
test_reversals (Facts         *f,
                gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL, *out = NULL;

  given_accounts (f);
  first = deposit (f, "2026-03-10", FIRST, "1000", "EUR");
  second = deposit (f, "2026-03-10", FIRST, "40", "EUR");
  out = withdraw (f, "2026-03-10", FIRST, "30");
  reverse (f, "2026-03-10", second, "from", "40");
  facts_catch_up (f, NULL);
  check_series (f, "EUR", "2026-03-10", "2026-03-31", "03-10 970 +1000 -30; ");

  reverse (f, "2026-03-10", out, "to", "30");
  reverse (f, "2026-03-12", first, "from", "1000");
  facts_catch_up (f, NULL);
  check_series (f, "EUR", "2026-03-10", "2026-03-31", "03-10 1000 +1000; 03-12 0 -1000; ");
  facts_same_when_rebuilt (f);
}

static void
test_rule_12_more_than_fits (Facts         *f,
                             gconstpointer  data)
{
  given_accounts (f);
  g_free (deposit (f, "2026-03-10", FIRST, MOST, "EUR"));
  g_free (deposit (f, "2026-03-11", THIRD, MOST, "EUR"));
  g_free (withdraw (f, "2026-03-12", FIRST, MOST));
  facts_catch_up (f, NULL);
  check_series (f, "EUR", "2026-03-10", "2026-03-12",
                "03-10 " MOST " +" MOST "; 03-11 " MOST " +" MOST " too large; "
                "03-12 " MOST " -" MOST "; ");
  facts_same_when_rebuilt (f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/held-series/from-day-to-day", test_from_day_to_day);
  ADD ("/held-series/reversals", test_reversals);
  ADD ("/held-series/rule-12/more-than-fits", test_rule_12_more_than_fits);

  return g_test_run ();
}
