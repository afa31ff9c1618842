/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* F1 and what it opens. The web browser of this desk is a program that writes down what it was
 * asked for. */

#include <glib/gstdio.h>
#include <string.h>

#include "robot.h"

#define SHOWN_TIMEOUT_MS 10000

static void
given_file (const char *folder,
            const char *name,
            const char *content)
{
  g_autofree char *place = robot_home (folder);
  g_autofree char *path = g_build_filename (place, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (place, 0700));
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
given_browser (void)
{
  g_autofree char *shown = robot_home ("shown");
  g_autofree char *desktop =
    g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\n"
                     "Exec=sh -c 'echo \"$1\" >>\"%s\"' browser %%u\n"
                     "MimeType=text/html;x-scheme-handler/help;\n", shown);

  given_file ("applications", "browser.desktop", desktop);
  given_file ("applications", "mimeapps.list",
              "[Default Applications]\ntext/html=browser.desktop\n"
              "x-scheme-handler/help=browser.desktop\n");
}

/* Waits until the browser was asked for a page, and forgets it. */
static void
expect_shown (const char *page)
{
  g_autofree char *path = robot_home ("shown");
  g_autofree char *end = g_strdup_printf ("/help/html/C/%s.html\n", page);
  g_autofree char *shown = NULL;

  for (int waited = 0; waited < SHOWN_TIMEOUT_MS; waited += 50)
    {
      g_clear_pointer (&shown, g_free);
      if (g_file_get_contents (path, &shown, NULL, NULL) && strchr (shown, '\n') != NULL)
        break;
      g_usleep (50 * 1000);
    }

  g_assert_nonnull (shown);
  if (!g_str_has_suffix (shown, end))
    g_error ("the browser was asked for “%s”", shown);
  g_remove (path);
}

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

  return book;
}

static void
test_pages (void)
{
  g_autofree char *book = given_book ();

  given_browser ();
  robot_start (book);
  robot_press ("F1");
  expect_shown ("index");
  robot_press ("alt+4");
  robot_press ("F1");
  expect_shown ("finding-entries");
  robot_press ("alt+2");
  robot_press ("ctrl+f");
  robot_expect_first_row ("Accounts", "John Smith|*");
  robot_press ("F1");
  expect_shown ("people-and-accounts");
  robot_press ("Return");
  robot_press ("Return");
  g_object_unref (robot_find (NULL, ROBOT_BUTTON, "Deposit"));
  robot_press ("F1");
  expect_shown ("available");
  robot_press ("F10");
  robot_press ("h");
  expect_shown ("available");

  robot_stop ();
}

/* By its button and by its key. Nothing that was typed is lost. */
static void
test_forms (void)
{
  g_autofree char *book = given_book ();
  g_autoptr (Thing) depositing = NULL;
  g_autofree char *amount = NULL;

  given_browser ();
  robot_start (book);
  robot_press ("ctrl+d");
  depositing = robot_window ("Deposit");
  robot_fill (depositing, "Amount", "25");
  robot_press ("F1");
  expect_shown ("first-deposit");
  robot_click (depositing, "Help");
  expect_shown ("first-deposit");
  amount = robot_read (depositing, "Amount");
  g_assert_cmpstr (amount, ==, "25");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Deposit");

  robot_press ("ctrl+r");
  g_object_unref (robot_window ("Register Person"));
  robot_press ("F1");
  expect_shown ("people-and-accounts");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Register Person");

  robot_stop ();
}

/* Whoever asks gets an answer. */
static void
test_no_manual (void)
{
  g_autofree char *manual = g_strdup (g_getenv ("DAYBOOK_HELPDIR"));
  g_autofree char *nowhere = robot_home ("nowhere");

  given_browser ();
  g_setenv ("DAYBOOK_HELPDIR", nowhere, TRUE);
  robot_start (NULL);
  robot_press ("F1");
  robot_see ("There is no program on this computer that shows the manual: neither a help viewer "
             "nor a web browser.");
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, "Help");
  robot_stop ();
  g_setenv ("DAYBOOK_HELPDIR", manual, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/help/pages", test_pages);
  g_test_add_func ("/window/help/forms", test_forms);
  g_test_add_func ("/window/help/no-manual", test_no_manual);

  return g_test_run ();
}
