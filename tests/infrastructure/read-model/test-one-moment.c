/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever reads what takes several queries sees the book as it was at one moment, although the
 * projector goes on between two of them: here it does so before each of them by turns. */

#include <string.h>

#include "facts.h"

/* Goes on before the query in which @before occurs is asked. */
static struct
{
  Facts *facts;
  const char *before;
  gboolean done;
} interruption;

static void
go_on (Facts *f)
{
  happened (f, "2026-03-02", "MoneyDeposited", "to", FIRST, "amount", "50", "currency", "EUR",
            "method", "cash", NULL);
  happened (f, "2026-03-02", "HoldPlaced", "hold", "h", "account", FIRST, "amount", "50",
            "currency", "EUR", "reason", "keys", NULL);
  happened (f, "2026-03-02", "AccountRenamed", "account", FIRST, "name", "after", NULL);
  happened (f, "2026-03-02", "PersonalDetailsChanged", "person", "id-john", "name", "after", NULL);
  facts_catch_up (f, NULL);
}

static int
statement_began_cb (unsigned  event,
                    void     *user_data,
                    void     *stmt,
                    void     *text)
{
  if (interruption.before == NULL || strstr (text, interruption.before) == NULL)
    return 0;

  interruption.before = NULL;
  interruption.done = TRUE;
  go_on (interruption.facts);
  return 0;
}

/* Run for each connection that is opened. */
static int
connection_opened_cb (sqlite3                     *db,
                      char                       **problem,
                      const struct sqlite3_api_routines *api)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, statement_began_cb, NULL);
}

static void
given_account (Facts *f)
{
  happened (f, "2026-01-01", "BookStarted", "name", "Test", "currency", "EUR", "decimals", "2",
            "time_zone", "UTC", NULL);
  happened (f, "2026-01-01", "PersonRegistered", "person", "id-john", "username", "john", "name",
            "before", NULL);
  happened (f, "2026-01-01", "AccountOpened", "account", FIRST, "holder", "id-john", "currency",
            "EUR", "overdraft", "0", "name", "before", NULL);
  happened (f, "2026-03-01", "MoneyDeposited", "to", FIRST, "amount", "100", "currency", "EUR",
            "method", "cash", NULL);
  facts_catch_up (f, NULL);
}

static void
interrupt (Facts      *f,
           const char *before)
{
  interruption.facts = f;
  interruption.before = before;
  interruption.done = FALSE;
}

static void
test_an_account (Facts         *f,
                 gconstpointer  data)
{
  /* Each query after the first, as it is in the read model. */
  static const char *const queries[] = {
    "SELECT p.name", "SELECT balance, n_lines", "SELECT sum (amount) FROM holds",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (DaybookAccountFigures) during = NULL, after = NULL;

      given_account (f);
      interrupt (f, queries[i]);
      during = daybook_read_model_get_account (f->model, 1, NULL);
      g_assert_true (interruption.done);
      g_assert_cmpstr (during->name, ==, "before");
      g_assert_cmpstr (during->holders, ==, "before");
      g_assert_cmpint (during->balance, ==, 100);
      g_assert_cmpint (during->held, ==, 0);
      g_assert_cmpint (during->available, ==, 100);

      after = daybook_read_model_get_account (f->model, 1, NULL);
      g_assert_cmpstr (after->name, ==, "after");
      g_assert_cmpstr (after->holders, ==, "after");
      g_assert_cmpint (after->balance, ==, 150);
      g_assert_cmpint (after->held, ==, 50);
      g_assert_cmpint (after->available, ==, 100);
      facts_tear_down (f, data);
      facts_set_up (f, data);
    }
}

static void
test_a_check (Facts         *f,
              gconstpointer  data)
{
  static const char *const queries[] = { "FROM lines l LEFT JOIN accounts", "FROM control WHERE" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) during = NULL;

      given_account (f);
      interrupt (f, queries[i]);
      during = daybook_read_model_check (f->model, NULL, NULL, NULL, NULL);
      g_assert_true (interruption.done);
      g_assert_cmpint (during->len, ==, 1);
      g_assert_true (g_array_index (during, DaybookControlCheck, 0).agrees);
      g_assert_cmpint (g_array_index (during, DaybookControlCheck, 0).accounts, ==, 100);
      facts_tear_down (f, data);
      facts_set_up (f, data);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) connection_opened_cb), ==, SQLITE_OK);

  ADD ("/one-moment/an-account", test_an_account);
  ADD ("/one-moment/a-check", test_a_check);

  return g_test_run ();
}
