/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong is said where it was done, and nothing is recorded. */

#include "robot.h"

static void
open_first_account (void)
{
  robot_start (NULL);
  robot_click (NULL, "Try a Sample Book");
  g_object_unref (robot_window ("Riverside Savings"));
  robot_press ("ctrl+f");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_TABLE, "Entries"));
}

static void
test_more_than_there_is (void)
{
  g_autoptr (Thing) withdrawing = NULL;

  open_first_account ();
  robot_click (NULL, "Withdraw");
  withdrawing = robot_window ("Withdrawal");
  robot_fill (withdrawing, "Amount", "2441");
  robot_see ("2,440.00 EUR is available*: 1.00 EUR short.");
  robot_expect_enabled (withdrawing, "Withdraw", FALSE);

  /* Enter confirms, where there is something to confirm. */
  robot_press ("Return");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Withdrawal");
  robot_see ("2,500");

  robot_stop ();
}

static void
test_what_can_be_typed_wrong (void)
{
  static const struct
  {
    const char *amount;
    const char *sentence;
  } cases[] = {
    { "ten", "“ten” is not an amount." },
    { "1.005", "*decimal*" },
    { "0", "*zero*" },
    { "-5", "*zero*" },
    { "99999999999999999999", "*large*" },
  };
  g_autoptr (Thing) depositing = NULL;

  open_first_account ();
  robot_click (NULL, "Deposit");
  depositing = robot_window ("Deposit");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      robot_fill (depositing, "Amount", cases[i].amount);
      robot_see (cases[i].sentence);
      robot_expect_enabled (depositing, "Deposit", FALSE);
    }
  robot_fill (depositing, "Amount", "5");
  robot_expect_enabled (depositing, "Deposit", TRUE);
  robot_fill (depositing, "Date", "31 February");
  robot_see ("*31 February*");
  robot_expect_enabled (depositing, "Deposit", FALSE);
  robot_click (depositing, "Cancel");
  robot_wait_gone (ROBOT_WINDOW, "Deposit");

  robot_stop ();
}

static void
test_username_taken (void)
{
  g_autoptr (Thing) registering = NULL;

  open_first_account ();
  robot_press ("ctrl+r");
  registering = robot_window ("Register Person");
  robot_fill (registering, "Full Name", "John Doe");
  robot_fill (registering, "Username", "john");
  robot_see ("*john*taken*");
  robot_expect_enabled (registering, "Register", FALSE);
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Register Person");

  robot_stop ();
}

static void
test_not_a_book (void)
{
  static const char text[] = "Dear diary, today I kept no book.\n";
  g_autofree char *path = robot_home ("diary.daybook");
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  robot_start (path);
  robot_see ("*diary.daybook* is not a book of Daybook.");
  robot_click (NULL, "Back");
  robot_see ("Try a Sample Book");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);

  robot_stop ();
}

static void
test_no_such_file (void)
{
  g_autofree char *path = robot_home ("gone.daybook");

  robot_start (path);
  robot_see ("*gone.daybook*");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/more-than-there-is", test_more_than_there_is);
  g_test_add_func ("/window/what-can-be-typed-wrong", test_what_can_be_typed_wrong);
  g_test_add_func ("/window/username-taken", test_username_taken);
  g_test_add_func ("/window/not-a-book", test_not_a_book);
  g_test_add_func ("/window/no-such-file", test_no_such_file);

  return g_test_run ();
}
