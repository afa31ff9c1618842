/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A treasurer's spreadsheet comes into the book: from the menu to the entries, and once. */

#include "robot.h"

static const char sheet[] =
  "\xEF\xBB\xBF" "Date;Member;Amount;Purpose\r\n"
  "02.01.2026;Ada Lovelace;1.250,00;gift\r\n"
  "13.01.2026;Ada Lovelace;-20,50;stamps\r\n";

static char *
make_book (void)
{
  char *path = robot_home ("Club.daybook");

  g_free (robot_run_cli ("new", path, "--name", "Club", "--currency", "EUR", NULL));

  return path;
}

/* The chooser is the toolkit's: whoever types a path there is asked for nothing else. Nobody looks
 * into it, so it is given the time to take the keyboard, and to find what was typed. GTK 4.18
 * completes names so late that some of it stays behind what was typed meanwhile. */
static Thing *
choose_file (const char *path)
{
  robot_press ("F10");
  robot_press ("i");
  robot_wait_screen ("Import a Spreadsheet", TRUE);
  g_usleep (G_USEC_PER_SEC);
  robot_type (path);
  g_usleep (2 * G_USEC_PER_SEC);
  robot_press ("shift+End");
  robot_press ("Delete");
  g_usleep (G_USEC_PER_SEC);
  robot_press ("Return");
  robot_wait_screen ("Import", TRUE);

  return robot_window ("Import");
}

static void
test_import (void)
{
  g_autofree char *book = make_book ();
  g_autofree char *path = robot_home ("members.csv");
  g_autoptr (Thing) dialog = NULL;
  g_autoptr (Thing) again = NULL;

  g_assert_true (g_file_set_contents (path, sheet, -1, NULL));
  robot_start (book);
  g_object_unref (robot_window ("Club"));

  dialog = choose_file (path);
  robot_see ("1,250.00 EUR deposited to Ada Lovelace's account · gift");
  robot_see ("2 entries: €1,250.00 in, €20.50 out. 1 person is registered. 1 account is opened.");
  robot_click (dialog, "Import");
  robot_wait_gone (ROBOT_WINDOW, "Import");
  robot_see ("2 entries imported");
  robot_press ("alt+4");
  robot_expect_first_row ("Daybook", "*|20.50 EUR withdrawn from Ada Lovelace's account · stamps*");

  again = choose_file (path);
  robot_see ("2 rows had been imported before.");
  robot_expect_enabled (again, "Import", FALSE);
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Import");

  robot_stop ();
}

static void
test_problems (void)
{
  g_autofree char *book = make_book ();
  g_autofree char *path = robot_home ("members.csv");
  g_autoptr (Thing) dialog = NULL;

  g_assert_true (g_file_set_contents (path, "Date,Name,Amount\n2026-01-32,Ada,5\n", -1, NULL));
  robot_start (book);
  g_object_unref (robot_window ("Club"));

  dialog = choose_file (path);
  robot_see ("1 row cannot be imported as it is.");
  robot_see ("Row 2: “2026-01-32” is not a day of the calendar.");
  robot_expect_enabled (dialog, "Import", FALSE);
  robot_click (dialog, "Cancel");
  robot_wait_gone (ROBOT_WINDOW, "Import");

  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/import", test_import);
  g_test_add_func ("/window/import-problems", test_problems);

  return g_test_run ();
}
