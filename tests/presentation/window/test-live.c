/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two programs at one book: the window follows what the command line records, and neither loses
 * what the other did, however often the other comes and goes. */

#include <string.h>

#include "robot.h"

static void
cli (char *said)
{
  g_free (said);
}

static char *
given_book (void)
{
  char *book = robot_home ("club.daybook");

  cli (robot_run_cli ("new", book, "--name", "Riverside Savings", "--currency", "EUR", NULL));
  cli (robot_run_cli ("register", book, "--username", "john", "--name", "John Smith", NULL));
  cli (robot_run_cli ("open", book, "--holder", "john", NULL));
  cli (robot_run_cli ("deposit", book, "--to", "john", "--amount", "100", NULL));

  return book;
}

static void
open_john_s_account (void)
{
  robot_press ("ctrl+f");
  robot_expect_first_row ("Accounts", "John Smith|*");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));
}

static void
deposit (const char *amount)
{
  g_autoptr (Thing) depositing = NULL;

  robot_click (NULL, "Deposit");
  depositing = robot_window ("Deposit");
  robot_fill (depositing, "Amount", amount);
  robot_click (depositing, "Deposit");
  robot_wait_gone (ROBOT_WINDOW, "Deposit");
}

static void
test_two_programs_at_one_book (void)
{
  g_autofree char *book = given_book ();
  g_autofree char *balance = NULL;

  robot_start (book);
  open_john_s_account ();
  robot_expect_first_row ("Entries", "*|Deposit, cash|100.00|100.00");

  /* Nobody touches the window. */
  cli (robot_run_cli ("deposit", book, "--to", "john", "--amount", "20", NULL));
  robot_expect_first_row ("Entries", "*|Deposit, cash|20.00|120.00");
  robot_see ("€120.00");

  deposit ("3");
  robot_expect_first_row ("Entries", "*|Deposit, cash|3.00|123.00");
  cli (robot_run_cli ("withdraw", book, "--from", "john", "--amount", "23", NULL));
  robot_expect_first_row ("Entries", "*|Withdrawal, cash|23.00|100.00");
  deposit ("0.50");
  robot_expect_first_row ("Entries", "*|Deposit, cash|0.50|100.50");

  /* What the window recorded is there for others. */
  balance = robot_run_cli ("balance", book, "--json", NULL);
  g_assert_nonnull (strstr (balance, "\"balance\":\"100.50\""));
  cli (robot_run_cli ("verify", book, NULL));

  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/two-programs-at-one-book", test_two_programs_at_one_book);

  return g_test_run ();
}
