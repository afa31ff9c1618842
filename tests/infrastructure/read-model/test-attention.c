/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Accounts that somebody should look at: that they are found, and found no longer. */

#include "facts.h"
#include "surroundings.h"

static void
given_accounts (Facts *f)
{
  static const char *const accounts[] = { FIRST, SECOND, THIRD };

  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  happened (f, "2026-01-01", "PersonRegistered", "person", "id-john", "username", "john", "name",
            "John Smith", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    happened (f, "2026-01-01", "AccountOpened", "account", accounts[i], "holder", "id-john",
              "currency", "EUR", "overdraft", "500", NULL);
}

static void
move (Facts      *f,
      const char *type,
      const char *side,
      const char *account,
      const char *amount)
{
  happened (f, "2026-03-10", type, side, account, "amount", amount, "currency", "EUR", "method",
            "cash", NULL);
}

static void
limit (Facts      *f,
       const char *account,
       const char *minimum)
{
  happened (f, "2026-03-11", "LimitsChanged", "account", account, "minimum", minimum, "overdraft",
            "0", "per_withdrawal", "0", "per_day", "0", "currency", "EUR", NULL);
}

static guint64
hold (Facts      *f,
      const char *account,
      const char *amount,
      const char *expires)
{
  return happened (f, "2026-03-12", "HoldPlaced", "hold", "h", "account", account, "amount",
                   amount, "currency", "EUR", "reason", "keys",
                   expires != NULL ? "expires" : NULL, expires, NULL);
}

/* Keys of accounts, and what a hold is of and ends on: `1 2 `, `3:100@2026-04-01 `. At most @max,
 * and how many there are in all. */
static void
check_found (Facts                *f,
             DaybookAttentionKind  kind,
             guint                 max,
             guint                 n_expected,
             const char           *expected)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_all = G_MAXUINT;

  facts_catch_up (f, NULL);
  rows = daybook_read_model_find_attention (f->model, kind, day ("2026-03-31"), max, &n_all,
                                            &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookAttention *row = &g_array_index (rows, DaybookAttention, i);
      char expires[DAYBOOK_DATE_LENGTH];

      g_string_append_printf (text, "%u", row->account);
      if (row->expires != DAYBOOK_DATE_NONE)
        {
          daybook_date_format (row->expires, expires);
          g_string_append_printf (text, ":%" G_GINT64_FORMAT "@%s", row->amount, expires);
        }
      g_string_append_c (text, ' ');
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (n_all, ==, n_expected);
}

#define FOUND(kind, n, expected) check_found (f, DAYBOOK_ATTENTION_ ## kind, 10, n, expected)

static void
test_nothing (Facts         *f,
              gconstpointer  data)
{
  FOUND (BELOW_LIMITS, 0, "");
  given_accounts (f);
  move (f, "MoneyDeposited", "to", FIRST, "100");
  for (DaybookAttentionKind kind = 0; kind < DAYBOOK_N_ATTENTION_KINDS; kind++)
    check_found (f, kind, 10, 0, "");
}

static void
test_overdrawn (Facts         *f,
                gconstpointer  data)
{
  given_accounts (f);
  move (f, "MoneyWithdrawn", "from", FIRST, "100");
  move (f, "MoneyWithdrawn", "from", THIRD, "101");
  FOUND (OVERDRAWN, 2, "3 1 ");
  FOUND (BELOW_LIMITS, 0, "");
  check_found (f, DAYBOOK_ATTENTION_OVERDRAWN, 1, 2, "3 ");
  facts_same_when_rebuilt (f);
  FOUND (OVERDRAWN, 2, "3 1 ");

  move (f, "MoneyDeposited", "to", THIRD, "101");
  FOUND (OVERDRAWN, 1, "1 ");
}

static void
test_below_limits (Facts         *f,
                   gconstpointer  data)
{
  given_accounts (f);

  /* Nothing was ever in it: it waits for money. */
  limit (f, SECOND, "100");
  FOUND (BELOW_LIMITS, 0, "");
  move (f, "MoneyDeposited", "to", SECOND, "99");
  FOUND (BELOW_LIMITS, 1, "2 ");
  move (f, "MoneyDeposited", "to", SECOND, "1");
  FOUND (BELOW_LIMITS, 0, "");

  /* What is on hold has to stay too. */
  hold (f, SECOND, "1", NULL);
  FOUND (BELOW_LIMITS, 1, "2 ");
  move (f, "MoneyDeposited", "to", FIRST, "100");
  hold (f, FIRST, "600", NULL);
  FOUND (BELOW_LIMITS, 1, "2 ");
  hold (f, FIRST, "1", NULL);
  FOUND (BELOW_LIMITS, 2, "1 2 ");
  facts_same_when_rebuilt (f);
  FOUND (BELOW_LIMITS, 2, "1 2 ");

  happened (f, "2026-03-13", "AccountClosed", "account", SECOND, NULL);
  FOUND (BELOW_LIMITS, 1, "1 ");
  happened (f, "2026-03-13", "AccountReopened", "account", SECOND, "reason", "x", NULL);
  FOUND (BELOW_LIMITS, 2, "1 2 ");
}

static void
test_holds_that_end (Facts         *f,
                     gconstpointer  data)
{
  g_autofree char *entry = NULL;

  given_accounts (f);
  hold (f, FIRST, "10", "2026-04-01");
  hold (f, FIRST, "11", "2026-03-31");
  hold (f, FIRST, "12", NULL);
  entry = g_strdup_printf ("%" G_GUINT64_FORMAT, hold (f, THIRD, "13", "2026-03-20"));
  FOUND (HOLD_ENDING, 2, "3:13@2026-03-20 1:11@2026-03-31 ");
  check_found (f, DAYBOOK_ATTENTION_HOLD_ENDING, 1, 2, "3:13@2026-03-20 ");

  happened (f, "2026-03-13", "HoldReleased", "entry", entry, "hold", "h", "account", THIRD,
            "amount", "13", "currency", "EUR", NULL);
  FOUND (HOLD_ENDING, 1, "1:11@2026-03-31 ");
}

static void
test_blocked (Facts         *f,
              gconstpointer  data)
{
  given_accounts (f);
  happened (f, "2026-03-13", "AccountBlocked", "account", SECOND, "side", "debits", "reason",
            "court", NULL);
  happened (f, "2026-03-13", "AccountBlocked", "account", FIRST, "side", "credits", "reason",
            "death", NULL);
  FOUND (BLOCKED, 2, "1 2 ");
  happened (f, "2026-03-13", "AccountBlocked", "account", FIRST, "side", "debits", "reason",
            "death", NULL);
  FOUND (BLOCKED, 2, "1 2 ");

  happened (f, "2026-03-14", "AccountUnblocked", "account", SECOND, "side", "debits", NULL);
  FOUND (BLOCKED, 1, "1 ");
  happened (f, "2026-03-14", "AccountClosed", "account", FIRST, NULL);
  FOUND (BLOCKED, 0, "");
  happened (f, "2026-03-14", "AccountReopened", "account", FIRST, "reason", "x", NULL);
  FOUND (BLOCKED, 1, "1 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/attention/nothing", test_nothing);
  ADD ("/attention/overdrawn", test_overdrawn);
  ADD ("/attention/below-limits", test_below_limits);
  ADD ("/attention/holds-that-end", test_holds_that_end);
  ADD ("/attention/blocked", test_blocked);

  return g_test_run ();
}
