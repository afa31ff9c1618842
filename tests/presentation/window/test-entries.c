/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A mistake is mended from the entry that it is in. */

#include "robot.h"

/* The latest entry of the book. */
static void
open_latest (const char *sentence)
{
  g_autofree char *pattern = g_strdup_printf ("*|%s|*", sentence);

  robot_press ("alt+4");
  robot_expect_first_row ("Daybook", pattern);
  robot_press ("Home");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_BUTTON, "Correct…"));
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
test_correct_and_reverse (void)
{
  g_autoptr (Thing) correcting = NULL;
  g_autoptr (Thing) reversing = NULL;

  robot_start (NULL);
  robot_click (NULL, "Try a Sample Book");
  g_object_unref (robot_window ("Riverside Savings"));
  robot_press ("alt+2");
  robot_fill (NULL, "Search", "Mary Jones");
  robot_expect_first_row ("Accounts", "Mary Jones|*");
  robot_press ("ctrl+f");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));
  deposit ("1000");

  open_latest ("1,000.00 EUR deposited to Mary Jones's account");
  robot_click (NULL, "Correct…");
  correcting = robot_window ("Correct Entry");
  robot_expect_enabled (correcting, "Correct", FALSE);
  robot_fill (correcting, "Amount", "100");
  robot_see ("Available after: *");
  robot_expect_enabled (correcting, "Correct", FALSE);
  robot_fill (correcting, "Reason", "one nought too many");
  robot_click (correcting, "Correct");
  robot_wait_gone (ROBOT_WINDOW, "Correct Entry");
  robot_see ("Reversed by entry *, replaced by entry *");
  robot_wait_gone (ROBOT_BUTTON, "Correct…");

  open_latest ("In place of entry *: 100.00 EUR deposited to Mary Jones's account");
  robot_see ("Replaces entry *");
  robot_see ("Recorded together with entry *");
  robot_click (NULL, "Reverse…");
  reversing = robot_window ("Reverse Entry");
  robot_expect_enabled (reversing, "Reverse", FALSE);
  robot_fill (reversing, "Reason", "never came");
  robot_click (reversing, "Reverse");
  robot_wait_gone (ROBOT_WINDOW, "Reverse Entry");
  robot_see ("Reversed by entry *");
  robot_wait_gone (ROBOT_BUTTON, "Reverse…");

  robot_press ("alt+4");
  robot_expect_first_row ("Daybook", "*|Entry * reversed: 100.00 EUR taken back from Mary Jones's "
                                     "account · never came|*");
  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/correct-and-reverse", test_correct_and_reverse);

  return g_test_run ();
}
