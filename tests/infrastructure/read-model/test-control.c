/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Control totals (rule 34): what is owed against what there is, on every day, and the check that
 * adds everything up again. */

#include <string.h>

#include "facts.h"
#include "surroundings.h"

/* The largest amount there is. */
#define MOST "9223372036854775807"

static void
open_account (Facts      *f,
              const char *account,
              const char *currency)
{
  happened (f, "2026-01-01", "AccountOpened", "account", account, "holder", "id-john", "currency",
            currency, "overdraft", "0", NULL);
}

/* Three accounts in three currencies, with two, no and three decimals. */
static void
given_accounts (Facts *f)
{
  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  happened (f, "2026-01-01", "PersonRegistered", "person", "id-john", "username", "john", "name",
            "John Smith", NULL);
  open_account (f, FIRST, "EUR");
  open_account (f, SECOND, "JPY");
  open_account (f, THIRD, "KWD");
}

static guint64
deposit (Facts      *f,
         const char *on,
         const char *to,
         const char *amount,
         const char *currency,
         const char *method)
{
  return happened (f, on, "MoneyDeposited", "to", to, "amount", amount, "currency", currency,
                   "method", method, NULL);
}

static void
withdraw (Facts      *f,
          const char *on,
          const char *from,
          const char *amount,
          const char *currency,
          const char *method)
{
  happened (f, on, "MoneyWithdrawn", "from", from, "amount", amount, "currency", currency,
            "method", method, NULL);
}

static void
transfer (Facts      *f,
          const char *on,
          const char *from,
          const char *to,
          const char *amount,
          const char *currency)
{
  happened (f, on, "MoneyTransferred", "from", from, "to", to, "amount", amount, "currency",
            currency, NULL);
}

static void
add_day (GString     *text,
         DaybookDate  date)
{
  char day_text[DAYBOOK_DATE_LENGTH];

  if (date == DAYBOOK_DATE_NONE)
    return;

  daybook_date_format (date, day_text);
  g_string_append_printf (text, " from %s", day_text + 5);
}

/* `EUR 3=1+2; `, and from which day they differ. */
static void
check_control (Facts      *f,
               const char *until,
               const char *expected)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  rows = daybook_read_model_get_control (f->model,
                                         until != NULL ? day (until) : DAYBOOK_DATE_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookControlFigures *row = &g_array_index (rows, DaybookControlFigures, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "=%" G_GINT64_FORMAT "+%"
                              G_GINT64_FORMAT "%s", row->currency.code, row->accounts, row->cash,
                              row->bank, row->too_large ? " too large" : "");
      add_day (text, row->differs_on);
      g_string_append (text, "; ");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* `EUR 3=1+2 on 5 days; `, and what was found where they do not agree. */
static void
check (Facts      *f,
       const char *expected)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  rows = daybook_read_model_check (f->model, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookControlCheck *row = &g_array_index (rows, DaybookControlCheck, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "=%" G_GINT64_FORMAT "+%"
                              G_GINT64_FORMAT " on %u days", row->currency.code, row->accounts,
                              row->cash, row->bank, row->n_days);
      if (!row->agrees)
        g_string_append (text, " WRONG");
      add_day (text, row->differs_on);
      if (row->differs_on != DAYBOOK_DATE_NONE)
        g_string_append_printf (text, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                row->accounts_then, row->methods_then);
      if (row->wrong_account != 0)
        g_string_append_printf (text, " account %u", row->wrong_account);
      if (row->too_large)
        g_string_append (text, " too large");
      g_string_append (text, "; ");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_rule_34_both_sides (Facts         *f,
                         gconstpointer  data)
{
  given_accounts (f);
  facts_catch_up (f, NULL);
  check_control (f, NULL, "");
  check (f, "");

  deposit (f, "2026-03-10", FIRST, "1000", "EUR", "cash");
  deposit (f, "2026-03-10", FIRST, "500", "EUR", "bank");
  deposit (f, "2026-03-12", SECOND, "7", "JPY", "bank");
  deposit (f, "2026-03-12", THIRD, "1234", "KWD", "cash");
  withdraw (f, "2026-03-20", FIRST, "300", "EUR", "bank");
  facts_catch_up (f, NULL);
  check_control (f, "2026-03-09", "");
  check_control (f, "2026-03-10", "EUR 1500=1000+500; ");
  check_control (f, "2026-03-19", "EUR 1500=1000+500; JPY 7=0+7; KWD 1234=1234+0; ");
  check_control (f, NULL, "EUR 1200=1000+200; JPY 7=0+7; KWD 1234=1234+0; ");
  check (f, "EUR 1200=1000+200 on 2 days; JPY 7=0+7 on 1 days; KWD 1234=1234+0 on 1 days; ");

  /* A backdated entry counts from its day on. */
  deposit (f, "2026-03-01", FIRST, "11", "EUR", "cash");
  facts_catch_up (f, NULL);
  check_control (f, "2026-03-01", "EUR 11=11+0; ");
  check_control (f, "2026-03-10", "EUR 1511=1011+500; ");
  check (f, "EUR 1211=1011+200 on 3 days; JPY 7=0+7 on 1 days; KWD 1234=1234+0 on 1 days; ");
  facts_same_when_rebuilt (f);
}

static void
test_rule_34_a_transfer_changes_neither (Facts         *f,
                                         gconstpointer  data)
{
  given_accounts (f);
  open_account (f, "0000000486", "EUR");
  deposit (f, "2026-03-10", FIRST, "1000", "EUR", "cash");
  transfer (f, "2026-03-11", FIRST, "0000000486", "400", "EUR");
  facts_catch_up (f, NULL);
  check_control (f, NULL, "EUR 1000=1000+0; ");
  check (f, "EUR 1000=1000+0 on 2 days; ");
  facts_same_when_rebuilt (f);
}

/* By the method by which it came or went, whichever day it counts for now. */
static void
test_reversals_and_captures (Facts         *f,
                             gconstpointer  data)
{
  g_autofree char *banked = NULL, *moved = NULL, *held = NULL;

  given_accounts (f);
  open_account (f, "0000000486", "EUR");
  deposit (f, "2026-03-10", FIRST, "1000", "EUR", "cash");
  banked = g_strdup_printf ("%" G_GUINT64_FORMAT,
                            deposit (f, "2026-03-31", FIRST, "70", "EUR", "bank"));
  transfer (f, "2026-03-31", FIRST, "0000000486", "400", "EUR");
  moved = g_strdup ("9");
  happened (f, "2026-04-02", "EntryReversed", "entry", banked, "from", FIRST, "amount", "70",
            "currency", "EUR", "method", "bank", "original_date", "2026-03-31", "reason", "x",
            NULL);
  happened (f, "2026-04-03", "EntryReversed", "entry", moved, "from", "0000000486", "to", FIRST,
            "amount", "400", "currency", "EUR", "original_date", "2026-03-31", "reason", "x",
            NULL);
  held = g_strdup_printf ("%" G_GUINT64_FORMAT,
                          happened (f, "2026-04-04", "HoldPlaced", "hold", "h", "account", FIRST,
                                    "amount", "500", "currency", "EUR", "reason", "keys", NULL));
  happened (f, "2026-04-05", "HoldCaptured", "entry", held, "hold", "h", "account", FIRST,
            "amount", "450", "released", "50", "currency", "EUR", "method", "cash", NULL);
  facts_catch_up (f, NULL);
  check_control (f, "2026-03-31", "EUR 1070=1000+70; ");
  check_control (f, "2026-04-04", "EUR 1000=1000+0; ");
  check_control (f, NULL, "EUR 550=550+0; ");
  check (f, "EUR 550=550+0 on 5 days; ");
  facts_same_when_rebuilt (f);
}

/* No account leaves 64 bits, but all of them together do, on both sides of zero; nothing wraps,
 * nothing is refused, and what comes back is there to the last unit. */
static void
test_rule_12_more_than_fits (Facts         *f,
                             gconstpointer  data)
{
  given_accounts (f);
  open_account (f, "0000000486", "EUR");
  deposit (f, "2026-03-10", FIRST, MOST, "EUR", "cash");
  deposit (f, "2026-03-10", "0000000486", MOST, "EUR", "cash");
  deposit (f, "2026-03-11", SECOND, "5", "JPY", "bank");
  withdraw (f, "2026-03-12", FIRST, MOST, "EUR", "cash");
  withdraw (f, "2026-03-12", "0000000486", MOST, "EUR", "cash");
  withdraw (f, "2026-03-13", FIRST, MOST, "EUR", "bank");
  withdraw (f, "2026-03-13", "0000000486", MOST, "EUR", "bank");
  facts_catch_up (f, NULL);
  check_control (f, "2026-03-10", "EUR " MOST "=" MOST "+0 too large; ");
  check_control (f, "2026-03-12", "EUR 0=0+0; JPY 5=0+5; ");
  check_control (f, NULL, "EUR -9223372036854775808=0+-9223372036854775808 too large; "
                          "JPY 5=0+5; ");
  check (f, "EUR -9223372036854775808=0+-9223372036854775808 on 3 days too large; "
            "JPY 5=0+5 on 1 days; ");
  facts_same_when_rebuilt (f);

  /* A difference is seen where figures of 64 bits would not show it. */
  facts_tamper (f, "UPDATE control SET cash = cash + 1 WHERE value_date ="
                   " (SELECT min (value_date) FROM control)");
  check (f, "EUR -9223372036854775808=1+-9223372036854775808 on 3 days WRONG from 03-10 " MOST "/"
            MOST " too large; JPY 5=0+5 on 1 days; ");
}

/* An entry that has only one side: no service would record that. */
static void
test_rule_34_the_first_day_that_differs (Facts         *f,
                                         gconstpointer  data)
{
  given_accounts (f);
  deposit (f, "2026-03-10", FIRST, "1000", "EUR", "cash");
  happened (f, "2026-03-12", "EntryReversed", "entry", "6", "from", FIRST, "amount", "300",
            "currency", "EUR", "original_date", "2026-03-10", "reason", "x", NULL);
  deposit (f, "2026-03-14", FIRST, "1", "EUR", "bank");
  deposit (f, "2026-03-14", SECOND, "1", "JPY", "bank");
  facts_catch_up (f, NULL);
  check_control (f, "2026-03-11", "EUR 1000=1000+0; ");
  check_control (f, NULL, "EUR 701=1000+1 from 03-12; JPY 1=0+1; ");
  check (f, "EUR 701=1000+1 on 3 days WRONG from 03-12 700/1000; JPY 1=0+1 on 1 days; ");
}

static void
given_entries (Facts *f)
{
  given_accounts (f);
  open_account (f, "0000000486", "EUR");
  deposit (f, "2026-03-10", FIRST, "1000", "EUR", "cash");
  deposit (f, "2026-03-12", FIRST, "100", "EUR", "bank");
  transfer (f, "2026-03-14", FIRST, "0000000486", "400", "EUR");
  deposit (f, "2026-03-14", SECOND, "7", "JPY", "cash");
  facts_catch_up (f, NULL);
}

/* The read model's file, changed by somebody who has it: one thing at a time. */
static void
test_what_was_tampered_with_is_found (Facts         *f,
                                      gconstpointer  data)
{
  static const struct { const char *sql, *found; } cases[] = {
    /* The amount of a line. */
    { "UPDATE lines SET amount = 1001 WHERE position = 7",
      "EUR 1100=1000+100 on 3 days WRONG from 03-10 1001/1000 account 1; JPY 7=7+0 on 1 days; " },
    { "UPDATE lines SET amount = 399 WHERE position = 9 AND account = 4",
      "EUR 1100=1000+100 on 3 days WRONG from 03-14 1099/1100 account 4; JPY 7=7+0 on 1 days; " },
    /* Its balance, which only its account shows. */
    { "UPDATE lines SET balance = 1 WHERE position = 8",
      "EUR 1100=1000+100 on 3 days WRONG account 1; JPY 7=7+0 on 1 days; " },
    /* Its day. */
    { "UPDATE lines SET value_date = value_date - 1 WHERE position = 8",
      "EUR 1100=1000+100 on 4 days WRONG from 03-11 1100/1000; JPY 7=7+0 on 1 days; " },
    { "UPDATE lines SET value_date = 0 WHERE position = 10",
      "EUR 1100=1000+100 on 3 days; JPY 7=7+0 on 1 days WRONG; " },
    /* A line that is gone, and one of no account. */
    { "DELETE FROM lines WHERE position = 10",
      "EUR 1100=1000+100 on 3 days; JPY 7=7+0 on 1 days WRONG from 03-14 0/7 account 2; " },
    { "INSERT INTO lines VALUES (9, 1, 99, 739000, 5, 5)",
      " 0=0+0 on 1 days WRONG from 04-24 5/0 account 9; EUR 1100=1000+100 on 3 days; "
      "JPY 7=7+0 on 1 days; " },
    /* The balance of an account. */
    { "UPDATE balances SET balance = 8 WHERE account = 2",
      "EUR 1100=1000+100 on 3 days; JPY 8=7+0 on 1 days WRONG account 2; " },
    { "DELETE FROM balances WHERE account = 4",
      "EUR 700=1000+100 on 3 days WRONG account 4; JPY 7=7+0 on 1 days; " },
    { "INSERT INTO balances VALUES (3, 5, 1, 739000)",
      "EUR 1100=1000+100 on 3 days; JPY 7=7+0 on 1 days; KWD 5=0+0 on 0 days WRONG account 3; " },
    /* The control totals. */
    { "UPDATE control SET cash = 1001 WHERE cash = 1000",
      "EUR 1100=1001+100 on 3 days WRONG from 03-10 1000/1001; JPY 7=7+0 on 1 days; " },
    { "UPDATE control SET bank = 0, cash = 101 WHERE bank = 100",
      "EUR 1100=1101+0 on 3 days WRONG from 03-12 1100/1101; JPY 7=7+0 on 1 days; " },
    { "UPDATE control SET accounts = 8 WHERE currency = 'JPY'",
      "EUR 1100=1000+100 on 3 days; JPY 7=7+0 on 1 days WRONG from 03-14 8/7; " },
    { "UPDATE control SET cash_above = 1 WHERE currency = 'JPY'",
      "EUR 1100=1000+100 on 3 days; "
      "JPY 7=" MOST "+0 on 1 days WRONG from 03-14 7/" MOST " too large; " },
    { "DELETE FROM control WHERE currency = 'JPY'",
      "EUR 1100=1000+100 on 3 days; JPY 7=0+0 on 1 days WRONG from 03-14 7/0; " },
    /* The currency of an account. */
    { "UPDATE accounts SET currency = 'KWD' WHERE key = 2",
      "EUR 1100=1000+100 on 3 days; JPY 0=7+0 on 1 days WRONG from 03-14 0/7; "
      "KWD 7=0+0 on 1 days WRONG from 03-14 7/0; " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sql);
      given_entries (f);
      check (f, "EUR 1100=1000+100 on 3 days; JPY 7=7+0 on 1 days; ");
      facts_tamper (f, cases[i].sql);
      check (f, cases[i].found);
      facts_tear_down (f, data);
      facts_set_up (f, data);
    }
}

/* Two balances that are wrong by as much: no sum shows it. */
static void
test_what_makes_up_for_each_other_is_found (Facts         *f,
                                            gconstpointer  data)
{
  given_entries (f);
  facts_tamper (f, "UPDATE balances SET balance = balance - 5 WHERE account = 1");
  facts_tamper (f, "UPDATE balances SET balance = balance + 5 WHERE account = 4");
  check (f, "EUR 1100=1000+100 on 3 days WRONG account 1; JPY 7=7+0 on 1 days; ");
}

static void
cancel (guint64  done,
        guint64  total,
        gpointer cancellable)
{
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (cancellable);
}

static void
test_a_check_can_be_stopped (Facts         *f,
                             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  given_entries (f);
  facts_tamper (f, "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n"
                   " WHERE i < 50000) INSERT INTO lines SELECT 2, i, i, 740000, 0, 7 FROM n");
  g_assert_null (daybook_read_model_check (f->model, cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* And nothing of it is left: what is read next is what is there then. */
  deposit (f, "2026-03-15", FIRST, "1", "EUR", "cash");
  facts_catch_up (f, NULL);
  check_control (f, NULL, "EUR 1101=1001+100; JPY 7=7+0; ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/control/rule-34/both-sides", test_rule_34_both_sides);
  ADD ("/control/rule-34/a-transfer-changes-neither", test_rule_34_a_transfer_changes_neither);
  ADD ("/control/reversals-and-captures", test_reversals_and_captures);
  ADD ("/control/rule-12/more-than-fits", test_rule_12_more_than_fits);
  ADD ("/control/rule-34/the-first-day-that-differs", test_rule_34_the_first_day_that_differs);
  ADD ("/control/what-was-tampered-with-is-found", test_what_was_tampered_with_is_found);
  ADD ("/control/what-makes-up-for-each-other-is-found",
       test_what_makes_up_for_each_other_is_found);
  ADD ("/control/a-check-can-be-stopped", test_a_check_can_be_stopped);

  return g_test_run ();
}
