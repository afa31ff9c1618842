/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Wherever one comes to or comes back to, the keyboard is somewhere, at one thing only, and at the
 * one from which somebody would go on. */

#include "robot.h"

#define BOOK "Riverside Savings"
#define BUTTON "push button|button|toggle button"
#define ROW "table row|list item"

typedef struct
{
  const char *keys; /* Several with spaces between them; +TEXT is typed. */
  const char *role;
  const char *name;
} Step;

static void
press (const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '+')
      robot_type (words[i] + 1);
    else
      robot_press (words[i]);
}

static void
walk (const Step *steps,
      guint       n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      press (steps[i].keys);
      robot_expect_focus (steps[i].role, steps[i].name);
    }
}

/* Back in the window, after what stood in front of it is gone. */
static void
leave (const char *keys,
       const char *title)
{
  press (keys);
  robot_wait_gone (ROBOT_WINDOW, title);
  robot_activate (BOOK);
}

static void
open_sample (void)
{
  robot_start (NULL);
  robot_expect_focus (BUTTON, "New Book");
  robot_press ("alt+t");
  g_object_unref (robot_window (BOOK));
  robot_expect_focus (BUTTON, "Total Held *");
}

static void
test_pages (void)
{
  static const Step steps[] = {
    { "alt+2", ROW, "John Smith * €2,440.00" },
    { "Down", ROW, "Mary Jones *" },
    { "Return", BUTTON, "Deposit" },
    { "alt+Left", ROW, "Mary Jones *" },
    { "alt+3", ROW, "Aiko Tanaka *" },
    { "Down", ROW, "Amélie Dubois *" },
    { "Return", BUTTON, "Open Account" },
    { "Tab", ROW, "Amélie Dubois*€650.00" },
    { "Return", BUTTON, "Deposit" },
    { "alt+Left", ROW, "Amélie Dubois*€650.00" },
    { "alt+Left", ROW, "Amélie Dubois *" },
    { "alt+2", ROW, "Mary Jones *" },
    { "alt+1", BUTTON, "Total Held *" },
    { "alt+4", ROW, "No. 2500 *" },
    { "Down", ROW, "No. 2499 *" },
    /* Which cannot be corrected. */
    { "Return", BUTTON, "Back" },
    { "Return", ROW, "No. 2499 *" },
    { "alt+1", BUTTON, "Total Held *" },
    { "alt+4", ROW, "No. 2499 *" },
  };

  open_sample ();
  walk (steps, G_N_ELEMENTS (steps));
  robot_stop ();
}

static void
test_sidebar (void)
{
  static const Step steps[] = {
    { "alt+2", ROW, "John Smith *" },
    { "Tab", BUTTON, "Main Menu" },
    { "Tab", ROW, "Accounts 60" },
    { "Down", ROW, "People 40" },
    { "Down", ROW, "Daybook 2,500" },
    { "Return", ROW, "Daybook 2,500" },
    { "Home", ROW, "Overview" },
  };

  open_sample ();
  walk (steps, G_N_ELEMENTS (steps));
  robot_stop ();
}

static void
test_forms (void)
{
  static const Step there[] = {
    { "alt+2", ROW, "John Smith *" },
    { "Return", BUTTON, "Deposit" },
  };
  static const Step on[] = {
    { "Tab", BUTTON, "Withdraw" },
    { "Tab Tab", BUTTON, "Hold" },
    { "Tab", ROW, "* Reversal of entry * Out 100.00 Balance 2,440.00" },
    { "Down", ROW, "* Deposit, cash Reversed by entry * In 100.00 Balance 2,540.00" },
    { "Down", ROW, "30 Oct Withdrawal, bank · haircut Out 110.00 Balance 2,440.00" },
    { "Return", BUTTON, "Correct…" },
  };

  open_sample ();
  walk (there, G_N_ELEMENTS (there));

  robot_press ("Return");
  g_object_unref (robot_window ("Deposit"));
  robot_expect_focus (ROBOT_FIELD, "Amount");
  leave ("Escape", "Deposit");
  robot_expect_focus (BUTTON, "Deposit");

  robot_press ("Return");
  g_object_unref (robot_window ("Deposit"));
  robot_expect_focus (ROBOT_FIELD, "Amount");
  leave ("+100 Return", "Deposit");
  robot_see ("100.00 EUR deposited to John Smith's account");
  robot_expect_focus (BUTTON, "Deposit");
  robot_press ("ctrl+z");
  robot_see ("Entry * reversed*");
  robot_expect_focus (BUTTON, "Deposit");

  walk (on, G_N_ELEMENTS (on));
  robot_press ("Return");
  g_object_unref (robot_window ("Correct Entry"));
  robot_expect_focus (ROBOT_FIELD, "Amount");
  leave ("Escape", "Correct Entry");
  robot_expect_focus (BUTTON, "Correct…");
  robot_press ("alt+Left");
  robot_expect_focus (ROW, "30 Oct *");
  robot_stop ();
}

/* What was pressed may go away with what it did. */
static void
test_what_goes_away (void)
{
  static const Step searching[] = {
    { "alt+4", ROW, "No. 2500 *" },
    { "ctrl+f", ROBOT_FIELD, "Search" },
    { "+hall", ROBOT_FIELD, "Search" },
  };
  static const Step clearing[] = {
    { "Tab Tab", BUTTON, "Clear" },
    { "Return", ROBOT_FIELD, "Search" },
    { "+hall Escape", ROBOT_FIELD, "Search" },
    { "Tab", BUTTON, "Filter" },
  };

  open_sample ();
  walk (searching, G_N_ELEMENTS (searching));
  robot_see ("2 entries · with “hall”");
  walk (clearing, G_N_ELEMENTS (clearing));

  robot_press ("Return");
  robot_rest ();
  robot_expect_focus ("combo box", "Kind *");
  robot_press ("Escape");
  robot_rest ();
  robot_expect_focus (BUTTON, "Filter");

  robot_press ("F10");
  robot_rest ();
  robot_press ("Escape");
  robot_rest ();
  robot_expect_focus (BUTTON, "Main Menu");
  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/focus/pages", test_pages);
  g_test_add_func ("/window/focus/sidebar", test_sidebar);
  g_test_add_func ("/window/focus/forms", test_forms);
  g_test_add_func ("/window/focus/what-goes-away", test_what_goes_away);

  return g_test_run ();
}
