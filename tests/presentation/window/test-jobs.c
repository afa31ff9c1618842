/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a treasurer does in the window, from beginning to end. */

#include "robot.h"

static void
open_sample (void)
{
  robot_start (NULL);
  robot_click (NULL, "Try a Sample Book");
  g_object_unref (robot_window ("Riverside Savings"));
}

/* By the search, as somebody would who knows whom they look for. */
static void
open_account_of (const char *name)
{
  robot_press ("alt+2");
  robot_fill (NULL, "Search", name);
  robot_expect_first_row ("Accounts", g_intern_string (g_strconcat (name, "|*", NULL)));
  robot_press ("ctrl+f");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));
}

static void
test_register_open_deposit (void)
{
  g_autofree char *username = NULL;
  g_autoptr (Thing) registering = NULL;
  g_autoptr (Thing) opening = NULL;
  g_autoptr (Thing) depositing = NULL;

  open_sample ();

  robot_press ("alt+3");
  robot_click (NULL, "Register Person");
  registering = robot_window ("Register Person");
  robot_fill (registering, "Full Name", "Ada Lovelace");
  username = robot_read (registering, "Username");
  g_assert_cmpstr (username, ==, "ada");
  robot_click (registering, "Register");
  robot_wait_gone (ROBOT_WINDOW, "Register Person");
  robot_see ("*Ada Lovelace*registered*");

  robot_press ("ctrl+shift+n");
  opening = robot_window ("Open Account");
  robot_click (opening, "Open");
  robot_wait_gone (ROBOT_WINDOW, "Open Account");
  robot_see ("No Entries Yet");

  robot_click (NULL, "Deposit");
  depositing = robot_window ("Deposit");
  robot_fill (depositing, "Amount", "100");
  robot_see ("Available after: €100.00");
  robot_click (depositing, "Deposit");
  robot_wait_gone (ROBOT_WINDOW, "Deposit");
  robot_see ("100.00 EUR deposited to Ada Lovelace's account");
  robot_expect_first_row ("Entries", "*|Deposit, cash|100.00|100.00");
  robot_see ("€100.00");

  robot_stop ();
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
test_undo_by_toast (void)
{
  open_sample ();
  open_account_of ("Mary Jones");
  deposit ("15.50");

  /* At once: the toast does not wait for a slow machine. */
  robot_click (NULL, "Undo");
  robot_expect_first_row ("Entries", "*|Reversal of entry *|15.50|15,677.25");
  robot_see ("€15,677.25");

  robot_stop ();
}

/* Who does not see what is done hears of it, once each time, as it is written. */
static void
test_announcements (void)
{
  const char *first = "*15.50 EUR deposited to Mary Jones's account*";
  const char *second = "*16.50 EUR deposited to Mary Jones's account*";

  open_sample ();
  open_account_of ("Mary Jones");
  robot_listen ();

  deposit ("15.50");
  robot_hear (first);
  deposit ("16.50");
  robot_hear (second);
  g_assert_cmpuint (robot_count_heard (first), ==, 1);

  robot_stop ();
}

static void
test_undo_what_moved_no_money (void)
{
  g_autoptr (Thing) renaming = NULL;
  g_autoptr (Thing) limiting = NULL;

  open_sample ();
  open_account_of ("Mary Jones");

  robot_choose ("More", "r", "Rename Account");
  renaming = robot_window ("Rename Account");
  robot_fill (renaming, "What It Is For (optional)", "Boat");
  robot_click (renaming, "Rename");
  robot_wait_gone (ROBOT_WINDOW, "Rename Account");
  robot_click (NULL, "Undo");
  robot_see ("*Mary Jones*has no name any more*");

  robot_choose ("More", "l", "Change Limits");
  limiting = robot_window ("Change Limits");
  robot_fill (limiting, "Minimum Balance", "500");
  robot_click (limiting, "Change");
  robot_wait_gone (ROBOT_WINDOW, "Change Limits");
  robot_see ("Limits of account *changed: minimum balance 500.00 EUR");
  robot_press ("ctrl+z");
  robot_see ("Limits of account *changed: no minimum balance,*");
  robot_wait_gone (ROBOT_BUTTON, "Undo");

  robot_stop ();
}

static void
test_deposit_by_keyboard_alone (void)
{
  robot_start (NULL);
  robot_press ("alt+t");
  g_object_unref (robot_window ("Riverside Savings"));

  robot_press ("ctrl+f");
  robot_type ("mary jo");
  robot_expect_first_row ("Accounts", "Mary Jones|*");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));

  robot_press ("ctrl+d");
  g_object_unref (robot_window ("Deposit"));
  robot_type ("100");
  robot_press ("Return");
  robot_wait_gone (ROBOT_WINDOW, "Deposit");
  robot_expect_first_row ("Entries", "*|Deposit, cash|100.00|15,777.25");

  robot_press ("ctrl+z");
  robot_expect_first_row ("Entries", "*|Reversal of entry *|100.00|15,677.25");

  robot_press ("alt+Left");
  robot_wait_gone (ROBOT_TABLE, "Entries");

  robot_stop ();
}

static void
test_transfer (void)
{
  g_autoptr (Thing) transferring = NULL;

  open_sample ();
  open_account_of ("Mary Jones");

  robot_click (NULL, "Transfer");
  transferring = robot_window ("Transfer");
  robot_fill (transferring, "Amount", "12.25");
  robot_expect_enabled (transferring, "Transfer", FALSE);
  robot_fill (transferring, "To Account", "0000\u00a00003\u00a089");
  robot_see ("Amélie Dubois*Available: €650.00");
  robot_fill (transferring, "Memo (optional)", "rent");
  robot_click (transferring, "Transfer");
  robot_wait_gone (ROBOT_WINDOW, "Transfer");
  robot_expect_first_row ("Entries", "*|Transfer to Amélie Dubois · rent|12.25|15,665.00");

  open_account_of ("Amélie Dubois");
  robot_expect_first_row ("Entries", "*|Transfer from Mary Jones · rent|12.25|662.25");

  robot_stop ();
}

/* What is asked for stands in words, with how many there are; Clear takes it back. */
static void
test_filter_daybook (void)
{
  open_sample ();

  robot_press ("alt+4");
  robot_expect_first_row ("Daybook", "2500|*");
  robot_press ("ctrl+f");
  robot_type ("hall");
  robot_see ("2 entries · with “hall”");
  robot_expect_first_row ("Daybook", "2495|*100.00 EUR held on Mary Jones's account*");

  robot_click (NULL, "Filter");
  robot_fill (NULL, "Last Day", "1 Octember");
  robot_see ("“1 Octember” is not a day of the calendar.");
  robot_fill (NULL, "Last Day", "2026-10-30");
  robot_see ("0 entries · until 30 Oct · with “hall”");
  robot_see ("Nothing Found");
  robot_fill (NULL, "Last Day", "");
  robot_fill (NULL, "Person or Account", "mary");
  robot_see ("2 entries · concerning “mary” · with “hall”");
  robot_press ("Escape");

  robot_click (NULL, "Clear");
  robot_expect_first_row ("Daybook", "2500|*");
  robot_stop ();
}

static void
test_new_book (void)
{
  g_autofree char *path = robot_home ("Chess Club.daybook");
  g_autoptr (Thing) dialog = NULL;

  robot_start (NULL);
  robot_click (NULL, "New Book");
  dialog = robot_window ("New Book");
  robot_expect_enabled (dialog, "Create…", FALSE);
  robot_fill (dialog, "Name of the Book", "Chess Club");
  robot_click (dialog, "Create…");
  robot_wait_screen ("Keep the Book In", TRUE);
  robot_press ("Return");
  robot_wait_screen ("Chess Club", TRUE);

  g_object_unref (robot_window ("Chess Club"));
  robot_see ("No Accounts Yet");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/register-open-deposit", test_register_open_deposit);
  g_test_add_func ("/window/undo-by-toast", test_undo_by_toast);
  g_test_add_func ("/window/announcements", test_announcements);
  g_test_add_func ("/window/undo-what-moved-no-money", test_undo_what_moved_no_money);
  g_test_add_func ("/window/deposit-by-keyboard-alone", test_deposit_by_keyboard_alone);
  g_test_add_func ("/window/transfer", test_transfer);
  g_test_add_func ("/window/new-book", test_new_book);
  g_test_add_func ("/window/filter-daybook", test_filter_daybook);

  return g_test_run ();
}
