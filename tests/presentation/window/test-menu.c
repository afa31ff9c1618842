/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the menu does to the book as a whole, and how whoever sits there likes to work. */

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
choose (const char *mnemonic)
{
  robot_press ("F10");
  robot_press (mnemonic);
}

static void
open_account (void)
{
  robot_press ("alt+2");
  robot_press ("ctrl+f");
  robot_expect_first_row ("Accounts", "John Smith|*");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));
}

static void
test_verify (void)
{
  g_autofree char *book = given_book ();
  g_autoptr (Thing) verifying = NULL;

  robot_start (book);
  choose ("v");
  verifying = robot_window ("Verify Book");
  robot_see ("The book is sound: all 4 entries are as they were recorded.");
  robot_click (verifying, "Close");
  robot_wait_gone (ROBOT_WINDOW, "Verify Book");

  choose ("b");
  g_object_unref (robot_window ("Book Properties"));
  robot_see ("Verified on *. The book is sound: all 4 entries are as they were recorded.");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Book Properties");

  robot_stop ();
}

static void
test_rebuild (void)
{
  g_autofree char *book = given_book ();

  robot_start (book);
  choose ("f");
  g_object_unref (robot_window ("Rebuild Figures"));
  robot_see ("All figures are worked out again, from 4 entries.");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Rebuild Figures");
  robot_press ("alt+2");
  robot_expect_first_row ("Accounts", "John Smith|*");

  robot_stop ();
}

static void
test_save_a_copy (void)
{
  g_autofree char *book = given_book ();
  g_autofree char *said = NULL;
  g_autofree char *name = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  name = g_date_time_format (today, "club %F.daybook");
  copy = robot_home (name);
  robot_start (book);
  robot_press ("ctrl+shift+s");
  robot_wait_screen ("Save a Copy As", TRUE);
  robot_press ("Return");
  robot_wait_screen ("Save a Copy As", FALSE);
  robot_see ("The copy is saved as “club *.daybook”, and every entry in it is as it was "
             "recorded.");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Save a Copy");
  said = robot_run_cli ("verify", copy, NULL);
  g_assert_nonnull (strstr (said, "Entries checked: 4."));

  robot_stop ();
}

static void
test_rename_book (void)
{
  g_autofree char *book = given_book ();
  g_autoptr (Thing) renaming = NULL;

  /* From any page: here, from an account's. */
  robot_start (book);
  open_account ();

  choose ("m");
  renaming = robot_window ("Rename Book");
  robot_fill (renaming, "Name", "Lakeside Savings");
  robot_click (renaming, "Rename");
  robot_wait_gone (ROBOT_WINDOW, "Rename Book");
  g_object_unref (robot_window ("Lakeside Savings"));

  robot_stop ();
}

static void
test_preferred_operator (void)
{
  g_autofree char *book = given_book ();
  g_autoptr (Thing) depositing = NULL;
  g_autofree char *said = NULL;

  robot_start (book);
  robot_press ("ctrl+comma");
  g_object_unref (robot_window ("Preferences"));
  robot_type ("Ruth Okafor");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Preferences");

  open_account ();
  robot_click (NULL, "Deposit");
  depositing = robot_window ("Deposit");
  robot_fill (depositing, "Amount", "25");
  robot_click (depositing, "Deposit");
  robot_wait_gone (ROBOT_WINDOW, "Deposit");
  robot_expect_first_row ("Entries", "*|Deposit, cash|25.00|125.00");

  said = robot_run_cli ("entries", book, "--actor", "Ruth Okafor", NULL);
  g_assert_nonnull (strstr (said, "25.00"));
  g_assert_null (strstr (said, "100.00"));

  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/menu/verify", test_verify);
  g_test_add_func ("/window/menu/rebuild", test_rebuild);
  g_test_add_func ("/window/menu/save-a-copy", test_save_a_copy);
  g_test_add_func ("/window/menu/rename-book", test_rename_book);
  g_test_add_func ("/window/menu/preferred-operator", test_preferred_operator);

  return g_test_run ();
}
