/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with an account besides moving its money: set aside and released, blocked and
 * unblocked, closed and reopened, each from the account's page and back. */

#include "robot.h"

static void
open_account_of (const char *username,
                 const char *name)
{
  robot_press ("ctrl+f");
  robot_type (username);
  robot_expect_first_row ("Accounts", g_intern_string (g_strconcat (name, "|*", NULL)));
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));
}

static void
open_sample_account (const char *username,
                     const char *name)
{
  robot_start (NULL);
  robot_click (NULL, "Try a Sample Book");
  g_object_unref (robot_window ("Riverside Savings"));
  open_account_of (username, name);
}

static void
test_set_aside_and_release (void)
{
  g_autoptr (Thing) holding = NULL;
  g_autoptr (Thing) releasing = NULL;

  open_sample_account ("chidi", "Chidi Eze");
  robot_click (NULL, "Hold");
  holding = robot_window ("Set Money Aside");
  robot_fill (holding, "Amount", "46");
  robot_fill (holding, "Reason", "hall keys");
  robot_see ("Available after: €12,900.00");
  robot_click (holding, "Set Aside");
  robot_wait_gone (ROBOT_WINDOW, "Set Money Aside");
  robot_see ("On hold");
  robot_see ("€12,900.00");
  robot_see ("hall keys");
  robot_see ("1 amount set aside");

  robot_click (NULL, "Release…");
  releasing = robot_window ("Release Hold");
  robot_see ("Available after: €12,946.00");
  robot_click (releasing, "Release");
  robot_wait_gone (ROBOT_WINDOW, "Release Hold");
  robot_wait_gone (ROBOT_BUTTON, "Release…");
  robot_stop ();
}

static void
test_block_and_unblock (void)
{
  g_autoptr (Thing) blocking = NULL;
  g_autoptr (Thing) unblocking = NULL;

  open_sample_account ("chidi", "Chidi Eze");
  robot_choose ("More", "b", "Block Account");
  blocking = robot_window ("Block Account");
  robot_fill (blocking, "Reason", "lost passbook");
  robot_click (blocking, "Block");
  robot_wait_gone (ROBOT_WINDOW, "Block Account");
  robot_see ("Blocked: no money goes out of this account. Reason: lost passbook");
  robot_expect_enabled (NULL, "Withdraw", FALSE);
  robot_expect_enabled (NULL, "Transfer", FALSE);
  robot_expect_enabled (NULL, "Deposit", TRUE);

  robot_click (NULL, "Unblock…");
  unblocking = robot_window ("Unblock Account");
  robot_click (unblocking, "Unblock");
  robot_wait_gone (ROBOT_WINDOW, "Unblock Account");
  robot_wait_gone (ROBOT_BUTTON, "Unblock…");
  robot_expect_enabled (NULL, "Withdraw", TRUE);
  robot_stop ();
}

static void
test_close_and_reopen (void)
{
  g_autoptr (Thing) closing = NULL;
  g_autoptr (Thing) reopening = NULL;

  open_sample_account ("chidi", "Chidi Eze");
  robot_choose ("More", "c", "Close Account");
  closing = robot_window ("Close Account");
  robot_click (closing, "Close Account");
  robot_wait_gone (ROBOT_WINDOW, "Close Account");
  robot_see ("This account was closed on *. No money goes out of it or comes into it.");
  robot_expect_first_row ("Entries", "*|Withdrawal, cash*|12,946.00|0.00");
  robot_expect_enabled (NULL, "Deposit", FALSE);
  robot_expect_enabled (NULL, "Hold", FALSE);

  robot_click (NULL, "Reopen…");
  reopening = robot_window ("Reopen Account");
  robot_fill (reopening, "Reason", "came back");
  robot_click (reopening, "Reopen");
  robot_wait_gone (ROBOT_WINDOW, "Reopen Account");
  robot_wait_gone (ROBOT_BUTTON, "Reopen…");
  robot_expect_enabled (NULL, "Deposit", TRUE);
  robot_stop ();
}

/* Back from the first button, over the figures, which can be selected but are no place to stop. */
static void
test_menu_by_keyboard (void)
{
  open_sample_account ("chidi", "Chidi Eze");
  robot_press ("shift+Tab");
  robot_press ("Return");
  robot_press ("b");
  robot_wait_screen ("Block Account", TRUE);
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Block Account");
  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/set-aside-and-release", test_set_aside_and_release);
  g_test_add_func ("/window/block-and-unblock", test_block_and_unblock);
  g_test_add_func ("/window/close-and-reopen", test_close_and_reopen);
  g_test_add_func ("/window/menu-by-keyboard", test_menu_by_keyboard);

  return g_test_run ();
}
