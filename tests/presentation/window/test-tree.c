/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader is told of every page and every form: that whatever can be worked is of some
 * kind and has a name that means something, and that what the page is about is there in words. */

#include "robot.h"

#include <string.h>

#define BOOK "Riverside Savings"
#define BUTTON "push button|button|toggle button"
#define CHOICE "combo box"
#define CHOSEN "radio menu item"
#define FIELD ROBOT_FIELD
#define IMAGE "image"
#define LABEL "label|static"
#define LIST "list|table|tree table"
#define ROW "table row|list item"
#define SWITCH "toggle button|switch|check box"

typedef struct
{
  const char *scene;
  const char *way;   /* Keys, with spaces between them; +TEXT is typed, "wait" waits. */
  const char *title; /* Of the window that is then in front. */
  RobotTold told[9];
} Scene;

static void
press (const char *way)
{
  g_auto (GStrv) words = g_strsplit (way, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '+')
      robot_type (words[i] + 1);
    else if (g_str_equal (words[i], "wait"))
      robot_rest ();
    else if (*words[i] != '\0')
      robot_press (words[i]);
}

static void
say_text (Thing   *thing,
          GString *said)
{
  int n_children = atspi_accessible_get_child_count (thing, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Thing) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      g_autofree char *name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (name != NULL && robot_has_role (child, LABEL))
        g_string_append (said, name);
      if (child != NULL)
        say_text (child, said);
    }
}

/* GTK 4.8 names a row once the keyboard has come to it; until then, what stands in it says it. The
 * titles of a table are in a row as well. */
static gboolean
is_row_that_says (Thing *thing)
{
  g_autoptr (GString) said = g_string_new (NULL);

  if (!robot_has_role (thing, ROW) || robot_has_state (thing, ATSPI_STATE_FOCUSED))
    return FALSE;

  say_text (thing, said);
  return said->len > 0;
}

/* The names of types are what GTK 4.8 calls things without a name. */
static gboolean
means_something (const char *name)
{
  static const char *const prefixes[] = { "Adw", "Daybook", "Gtk" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) && g_ascii_isupper (name[strlen (prefixes[i])]))
      return FALSE;

  return *name != '\0';
}

/* A panel is announced to whoever comes into it, if it is called something. What is inside a choice
 * is the toolkit's. */
static gboolean
complain (Thing    *thing,
          gpointer  data)
{
  g_autofree char *role = atspi_accessible_get_role_name (thing, NULL);
  g_autofree char *name = NULL;
  gboolean is_panel = g_strcmp0 (role, "panel") == 0;

  if (role == NULL || robot_has_role (thing, "scroll pane")
      || (!is_panel && !robot_has_state (thing, ATSPI_STATE_FOCUSABLE)))
    return TRUE;

  name = atspi_accessible_get_name (thing, NULL);
  if (name == NULL || !robot_has_size (thing))
    return FALSE;

  if (robot_has_role (thing, "unknown|invalid|filler"))
    g_string_append_printf (data, "  “%s” can be worked, and is of no kind\n", name);
  else if (!means_something (name) && !(is_panel && *name == '\0') && !is_row_that_says (thing))
    g_string_append_printf (data, "  a [%s] is called “%s”\n", role, name);

  return !robot_has_role (thing, CHOICE);
}

static void
check (const Scene *scene)
{
  g_test_message ("%s", scene->scene);
  robot_expect (scene->told, scene->scene);
  robot_expect_clean (complain, scene->scene);
}

static void
open_sample (void)
{
  robot_start (NULL);
  robot_press ("alt+t");
  g_object_unref (robot_window (BOOK));
  robot_expect_focus (BUTTON, "Total Held *");
}

static void
test_pages (void)
{
  static const Scene welcome = { "welcome", "", NULL, {
    { LABEL, "Keeps other people’s money straight, and proves it." },
    { BUTTON, "New Book", NULL, "focused sensitive" },
    { BUTTON, "Open…" }, { BUTTON, "Try a Sample Book" }, { BUTTON, "Main Menu" },
  } };
  static const Scene scenes[] = {
    { "overview", "alt+1", NULL, {
      { LABEL, "Overview" }, { BUTTON, "Total Held €141,715.67", NULL, "focused" },
      { BUTTON, "In Cash €190.00" }, { BUTTON, "Open Accounts 60" },
      { IMAGE, "Money held in the last twelve months", "*€* on *" },
      { LIST, "Needs Attention" }, { LABEL, "Łukasz Wójcik" },
    } },
    { "accounts", "alt+2", NULL, {
      { LABEL, "Accounts" }, { BUTTON, "Open Account" }, { FIELD, "Search" },
      { BUTTON, "Sort and Filter" }, { LIST, "Accounts" }, { LABEL, "Mary Jones" },
      { ROW, "John Smith * €2,440.00", NULL, "focused" },
    } },
    { "account", "Down Return", NULL, {
      { LABEL, "€15,577.25", "Available" }, { BUTTON, "Deposit", NULL, "focused sensitive" },
      { BUTTON, "Withdraw" }, { BUTTON, "Hold" }, { BUTTON, "More" },
      { BUTTON, "Release…", "deposit for the hall" }, { LIST, "Entries" },
    } },
    { "people", "alt+3", NULL, {
      { LABEL, "People" }, { BUTTON, "Register Person" }, { FIELD, "Search" },
      { LIST, "People" }, { ROW, "Aiko Tanaka aiko · aiko@example.org 1 account" },
      { LIST, "Sections" },
    } },
    { "person", "Return", NULL, {
      { LABEL, "aiko@example.org*", "Email" }, { BUTTON, "Edit Details…" },
      { BUTTON, "Open Account" }, { LIST, "Aiko Tanaka" }, { LIST, "Accounts" },
      { LABEL, "€2,225.00" },
    } },
    { "daybook", "alt+4", NULL, {
      { LABEL, "Daybook" }, { FIELD, "Search" }, { BUTTON, "Filter" }, { LIST, "Daybook" },
      { ROW, "No. 2500 31 Oct Period up to 31 Dec 2025 closed, *" },
    } },
    { "entry", "Down Return", NULL, {
      { LABEL, "Entry 2499" }, { LABEL, "Personal details of Olga Petrova changed" },
      { BUTTON, "Back", NULL, "focused" }, { LIST, "Entry 2499" }, { LABEL, "Value Date" },
      { LABEL, "31 Oct 2026" }, { LIST, "Accounts and People" },
    } },
    { "fact of an entry", "Tab Tab", NULL, { { ROW, "Value Date 31 Oct 2026", NULL, "focused" } } },
  };

  robot_start (NULL);
  check (&welcome);
  robot_press ("alt+t");
  g_object_unref (robot_window (BOOK));
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      press (scenes[i].way);
      check (&scenes[i]);
    }
  robot_stop ();
}

static void
check_form (const Scene *form)
{
  check (form);
  robot_press ("Escape");
  robot_wait_gone (ROBOT_WINDOW, form->title);
}

/* Each is opened, looked at and left. */
static void
visit_forms (const Scene *scenes,
             guint        n_scenes)
{
  for (guint i = 0; i < n_scenes; i++)
    {
      g_object_unref (robot_window (BOOK));
      press (scenes[i].way);
      robot_wait_screen (scenes[i].title, TRUE);
      robot_rest ();
      check_form (&scenes[i]);
      robot_activate (BOOK);
    }
}

static void
test_forms (void)
{
  static const Scene forms[] = {
    { "new book", "ctrl+n", "New Book", {
      { FIELD, "Name of the Book", NULL, "focused !invalid" }, { CHOICE, "Currency" },
      { BUTTON, "Cancel" }, { BUTTON, "Help" }, { BUTTON, "Create…", NULL, "!sensitive" },
    } },
    { "register", "ctrl+r", "Register Person", {
      { FIELD, "Full Name", NULL, "focused" }, { FIELD, "Username" },
      { FIELD, "Email (optional)" }, { BUTTON, "Register", NULL, "!sensitive" },
    } },
    { "open account", "ctrl+shift+n", "Open Account", {
      { FIELD, "Holder", NULL, "focused" }, { LIST, "Suggestions" }, { LABEL, "1 account" },
      { FIELD, "What It Is For (optional)" }, { CHOICE, "Currency" },
      { BUTTON, "Open", NULL, "!sensitive" },
    } },
    { "preferences", "ctrl+comma", "Preferences", {
      { FIELD, "Operator" }, { CHOICE, "Money Is Mostly Moved By" }, { CHOICE, "Colors" },
      { SWITCH, "Ask Once More*", "Forms ask for a second press*", "!checked sensitive" },
    } },
    { "preferences, chosen", "ctrl+comma wait Tab", "Preferences", {
      { CHOICE, "Money Is Mostly Moved By Cash", NULL, "focused" },
    } },
    { "preferences, changed", "ctrl+comma wait Tab Tab space", "Preferences", {
      { SWITCH, "Ask Once More*", NULL, "checked" },
    } },
    { "shortcuts", "ctrl+question", "Keyboard Shortcuts", {
      { LABEL, "Deposit" }, { LABEL, "Withdraw" }, { LABEL, "Open account" },
      { BUTTON, "Search" },
    } },
    { "properties", "F10 wait b", "Book Properties", {
      { ROW, "Name Riverside Savings", NULL, "focused" }, { LABEL, "31 Dec 2025" },
      { LABEL, "Not verified since the book was opened" },
    } },
    { "verify", "F10 wait v", "Verify Book", {
      { BUTTON, "Close", "The book is sound: all 2,500 entries are *", "focused" },
    } },
  };

  open_sample ();
  visit_forms (forms, G_N_ELEMENTS (forms));
  robot_stop ();
}

static void
test_forms_of_account (void)
{
  static const Scene forms[] = {
    { "deposit", "ctrl+d", "Deposit", {
      { FIELD, "Amount", NULL, "focused !invalid" }, { FIELD, "Date" }, { CHOICE, "Method" },
      { FIELD, "Memo (optional)" }, { LABEL, "Available: €15,577.25" },
      { BUTTON, "Deposit", NULL, "!sensitive" },
    } },
    { "deposit, chosen", "ctrl+d wait Tab", "Deposit", {
      { CHOICE, "Method Cash", NULL, "focused" },
    } },
    { "deposit, typed", "ctrl+d wait +12+3", "Deposit", {
      { LABEL, "Available after: €15,592.25" }, { BUTTON, "Deposit", NULL, "sensitive" },
    } },
    { "withdraw, refused", "ctrl+e wait +99999", "Withdrawal", {
      { FIELD, "Amount", "15,577.25 EUR is available*: *.75 EUR short.", "focused invalid" },
      { BUTTON, "Withdraw", NULL, "!sensitive" },
    } },
    { "transfer, refused", "ctrl+t wait +ten", "Transfer", {
      { FIELD, "Amount", "“ten” is not an amount.", "focused invalid" },
      { FIELD, "To Account", NULL, "!focused !invalid" },
      { BUTTON, "Transfer", NULL, "!sensitive" },
    } },
    { "hold", "Tab Tab Tab Return", "Set Money Aside", {
      { FIELD, "Amount", NULL, "focused" }, { FIELD, "Reason" },
      { FIELD, "Ends by Itself On (optional)" }, { BUTTON, "Set Aside", NULL, "!sensitive" },
    } },
    { "limits", "shift+Tab shift+Tab shift+Tab shift+Tab Return wait l", "Change Limits", {
      { FIELD, "Minimum Balance", NULL, "focused" }, { FIELD, "Limit per Day" },
      { BUTTON, "Change", NULL, "!sensitive" },
    } },
    { "add holder", "Return wait h", "Add Holder", {
      { FIELD, "Username", NULL, "focused" }, { CHOICE, "Who May Withdraw" },
      { BUTTON, "Add", NULL, "!sensitive" },
    } },
    { "rename", "Return wait r", "Rename Account", {
      { FIELD, "What It Is For (optional)", NULL, "focused" },
      { BUTTON, "Rename", NULL, "!sensitive" },
    } },
    { "block", "Return wait b", "Block Account", {
      { CHOICE, "What Is Blocked Money out", NULL, "focused" }, { FIELD, "Reason" },
      { BUTTON, "Block", NULL, "!sensitive" },
    } },
  };

  open_sample ();
  robot_press ("alt+2");
  robot_expect_focus (ROW, "John Smith *");
  press ("Down Return");
  robot_expect_focus (BUTTON, "Deposit");
  visit_forms (forms, G_N_ELEMENTS (forms));
  robot_stop ();
}

static void
open_first_account (void)
{
  open_sample ();
  robot_press ("alt+2");
  robot_expect_focus (ROW, "John Smith *");
  robot_press ("Return");
  robot_expect_focus (BUTTON, "Deposit");
}

static void
test_forms_of_entry (void)
{
  static const Scene forms[] = {
    { "correct", "Return", "Correct Entry", {
      { LABEL, "Recorded" }, { LABEL, "Right" },
      { FIELD, "Amount", "Recorded *", "focused !invalid" },
      { FIELD, "From Account" }, { FIELD, "Reason" }, { BUTTON, "Correct", NULL, "!sensitive" },
    } },
    { "reverse", "Tab Return", "Reverse Entry", {
      { FIELD, "Reason", NULL, "focused" }, { FIELD, "Date (optional)" },
      { BUTTON, "Reverse", NULL, "!sensitive" },
    } },
  };

  open_first_account ();
  press ("Tab Tab Tab Tab");
  robot_expect_focus (ROW, "30 Oct Withdrawal, bank *");
  robot_press ("Return");
  robot_expect_focus (BUTTON, "Correct…");
  visit_forms (forms, G_N_ELEMENTS (forms));
  robot_stop ();
}

/* Of an account without anything set aside. */
static void
test_closing (void)
{
  static const Scene closing = {
    .scene = "close",
    .title = "Close Account",
    .told = {
      { CHOICE, "Payout Cash", NULL, "focused" }, { FIELD, "Reason (optional)" },
      { BUTTON, "Close Account", NULL, "sensitive" },
    },
  };

  open_first_account ();
  robot_choose ("More", "c", closing.title);
  check_form (&closing);
  robot_stop ();
}

int
main (int   argc,
      char *argv[])
{
  robot_init (&argc, &argv);

  g_test_add_func ("/window/tree/pages", test_pages);
  g_test_add_func ("/window/tree/forms", test_forms);
  g_test_add_func ("/window/tree/forms-of-account", test_forms_of_account);
  g_test_add_func ("/window/tree/forms-of-entry", test_forms_of_entry);
  g_test_add_func ("/window/tree/closing", test_closing);

  return g_test_run ();
}
