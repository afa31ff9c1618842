/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page, form, menu and window, one after another, as they are with the sample book. */

#include "scenes.h"

#include <glib/gstdio.h>
#include <string.h>

#include "accounts-page.h"
#include "application.h"
#include "book-page.h"
#include "choice-row.h"
#include "field-row.h"
#include "file-bookshelf.h"
#include "import-dialog.h"
#include "new-book-dialog.h"
#include "platform/preferences.h"
#include "window.h"

/* In the sample book: an account with a hold, one that is blocked, one with two holders, and one
 * that can be closed; the hold, an entry that can be corrected, and one of the holders. */
#define ACCOUNT 2
#define BLOCKED 6
#define JOINT 15
#define CLOSED 27
#define HOLD 2495
#define ENTRY 2499
#define HOLDER "elif"

#define PATIENCE_US (40 * G_USEC_PER_SEC)

static GApplication *application;

typedef struct
{
  GtkWidget *window;
  SceneFunc func;
  gpointer data;
} Visit;

/* Calls @func for @widget and all that is shown in it. What has a surface of its own is a scene of
 * its own. */
void
scenes_walk (GtkWidget *widget,
             void     (*func) (GtkWidget *widget, gpointer data),
             gpointer   data)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) == 0.0)
    return;

  func (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      scenes_walk (child, func, data);
}

typedef struct
{
  const char *wanted;
  gboolean found;
} Search;

static void
find_text (GtkWidget *widget,
           gpointer   data)
{
  Search *search = data;

  if (GTK_IS_LABEL (widget)
      && g_pattern_match_simple (search->wanted, gtk_label_get_text (GTK_LABEL (widget))))
    search->found = TRUE;
}

static gboolean
shows (GtkWidget  *top,
       const char *text)
{
  Search search = { text, FALSE };

  scenes_walk (top, find_text, &search);
  return search.found;
}

/* What is pending; not for ever, since a window that is drawn all the time always has something. */
static void
settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/* Until it is drawn as it is now. */
static void
wait_frames (GtkWidget *top)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (top);
  gint64 first = gdk_frame_clock_get_frame_counter (clock);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (gdk_frame_clock_get_frame_counter (clock) < first + 3)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      gtk_widget_queue_draw (top);
      settle ();
      g_usleep (1000);
    }
}

static void
wait_text (GtkWidget  *top,
           const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!shows (top, text))
    {
      if (g_get_monotonic_time () > end)
        g_error ("nothing shows “%s”", text);
      settle ();
      g_usleep (1000);
    }
  wait_frames (top);
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The window in front of @window. */
static GtkWidget *
find_front (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (candidate) == GTK_WINDOW (window))
        return GTK_WIDGET (candidate);
    }

  return NULL;
}

/* Up to GTK 4.8 a tooltip that is on its way falls over a window that is gone. */
static void
drop_tooltips (GtkWidget *widget)
{
  gtk_widget_set_has_tooltip (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    drop_tooltips (child);
}

/* A window that cannot be resized follows what is in it, as soon as the screen lets it. */
static gboolean
is_of_its_size (GtkWidget *front)
{
  GtkWidget *content = gtk_widget_get_first_child (front);
  int height;

  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content), NULL,
                      &height, NULL, NULL);
  return gtk_window_get_resizable (GTK_WINDOW (front))
         || gtk_widget_get_height (front) >= height;
}

static void
wait_size (GtkWidget *front)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  do
    wait_frames (front);
  while (!is_of_its_size (front) && g_get_monotonic_time () < end);
}

static void
visit_front (Visit      *visit,
             const char *scene,
             const char *text)
{
  GtkWidget *front = find_front (visit->window);

  g_assert_nonnull (front);
  drop_tooltips (front);
  wait_text (front, text);
  wait_size (front);
  visit->func (front, scene, visit->data);
}

static void
leave_front (Visit *visit)
{
  gtk_window_destroy (GTK_WINDOW (find_front (visit->window)));
  settle ();
}

/* Types what is wrong into every field, so that what is said about it is looked at as well. */
static void
type_wrong (GtkWidget *widget,
            gpointer   data)
{
  if (DAYBOOK_IS_FIELD_ROW (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), data);
}

/* As it comes, and with something wrong in it. */
static void
visit_form (Visit      *visit,
            const char *scene,
            const char *text,
            const char *wrong)
{
  visit_front (visit, scene, text);
  scenes_walk (find_front (visit->window), type_wrong, (gpointer) wrong);
  visit_front (visit, scene, text);
  leave_front (visit);
}

/* What opens below a button or a row: it needs no grab to be looked at. */
static void
visit_popover (Visit      *visit,
               GtkWidget  *popover,
               const char *scene,
               const char *text)
{
  g_assert_true (GTK_IS_POPOVER (popover));
  gtk_widget_set_can_target (popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
  wait_text (popover, text);
  visit->func (popover, scene, visit->data);
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle ();
}

static GtkWidget *
get_page (Visit *visit)
{
  return find_child (visit->window, DAYBOOK_TYPE_BOOK_PAGE);
}

static void
show_account (Visit *visit,
              guint  key)
{
  gtk_widget_activate_action (get_page (visit), "book.show-account", "u", key);
}

static void
ask (Visit      *visit,
     const char *command,
     guint64     entry,
     const char *username)
{
  gtk_widget_activate_action (get_page (visit), "book.ask", "(sts)", command, entry, username);
}

static void
visit_pages (Visit *visit)
{
  static const struct { const char *scene, *action, *text; guint64 what; } pages[] = {
    { "overview", NULL, "Łukasz Wójcik" },
    { "accounts", NULL, "John Smith" },
    { "people", NULL, "Amélie Dubois" },
    { "daybook", NULL, "2500" },
    { "account", "book.show-account", "€15,677.25", ACCOUNT },
    { "blocked", "book.show-account", "€10,155.00", BLOCKED },
    { "joint", "book.show-account", "€1,865.00", JOINT },
    { "person", "book.show-person", "Mary Jones", 2 },
    { "entry", "book.show-entry", "Entry 2499", ENTRY },
  };
  GtkWidget *page = get_page (visit);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (pages[i].action == NULL)
        gtk_widget_activate_action (page, "book.show", "s", pages[i].scene);
      else if (strcmp (pages[i].action, "book.show-entry") == 0)
        gtk_widget_activate_action (page, pages[i].action, "t", pages[i].what);
      else
        gtk_widget_activate_action (page, pages[i].action, "u", (guint) pages[i].what);
      wait_text (visit->window, pages[i].text);
      visit->func (visit->window, pages[i].scene, visit->data);
    }
}

typedef struct
{
  const char *icon;
  GtkWidget *button;
} MenuSearch;

static void
find_menu (GtkWidget *widget,
           gpointer   data)
{
  MenuSearch *search = data;

  if (GTK_IS_MENU_BUTTON (widget)
      && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), search->icon) == 0)
    search->button = widget;
}

/* The menu of the button with that icon, or with none. */
static void
visit_menu (Visit      *visit,
            const char *icon,
            const char *scene,
            const char *text)
{
  MenuSearch search = { icon, NULL };

  scenes_walk (visit->window, find_menu, &search);
  g_assert_nonnull (search.button);
  visit_popover (visit,
                 GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (search.button))),
                 scene, text);
}

static void
visit_menus (Visit *visit)
{
  GtkWidget *page = get_page (visit);

  gtk_widget_activate_action (page, "book.show-sidebar", NULL);
  wait_text (visit->window, "Accounts");
  visit->func (visit->window, "sidebar", visit->data);
  visit_menu (visit, "open-menu-symbolic", "main-menu", "Preferences");

  gtk_widget_activate_action (page, "book.show", "s", "accounts");
  wait_text (visit->window, "John Smith");
  visit_menu (visit, "view-sort-ascending-symbolic", "accounts-menu", "*");
  gtk_widget_activate_action (page, "book.show", "s", "people");
  wait_text (visit->window, "Amélie Dubois");
  visit_menu (visit, "view-sort-ascending-symbolic", "people-menu", "*");
  gtk_widget_activate_action (page, "book.show", "s", "daybook");
  wait_text (visit->window, "2500");
  visit_menu (visit, NULL, "filter", "Kind");

  show_account (visit, ACCOUNT);
  wait_text (visit->window, "€15,677.25");
  visit_menu (visit, "view-more-symbolic", "account-menu", "Rename*");
  ask (visit, "block", 0, "");
  visit_popover (visit, find_child (find_child (find_front (visit->window),
                                                DAYBOOK_TYPE_CHOICE_ROW), GTK_TYPE_POPOVER),
                 "choices", "Money out");
  leave_front (visit);
}

/* By no form: up to GTK 4.8 a tooltip on its way may fall over a window that closes by itself. */
static void
close_account (Visit *visit)
{
  DaybookBookViewModel *book = daybook_window_get_book (DAYBOOK_WINDOW (visit->window));
  DaybookSubject subject = { .account = CLOSED };
  g_autoptr (DaybookCommandFormViewModel) form =
    daybook_book_view_model_new_command_form (book, "close", &subject);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  gboolean ready = FALSE;

  while (!ready)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      settle ();
      g_object_get (form, "can-confirm", &ready, NULL);
    }
  daybook_form_view_model_confirm (DAYBOOK_FORM_VIEW_MODEL (form));
}

/* What is found nowhere, and what was just recorded. */
static void
visit_answers (Visit *visit)
{
  GtkWidget *page = get_page (visit);
  GtkWidget *search;

  gtk_widget_activate_action (page, "book.show", "s", "accounts");
  search = find_child (find_child (page, DAYBOOK_TYPE_ACCOUNTS_PAGE), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "¿ ¡");
  wait_text (visit->window, "Nothing Found");
  visit->func (visit->window, "nothing-found", visit->data);
  gtk_editable_set_text (GTK_EDITABLE (search), "");

  show_account (visit, CLOSED);
  close_account (visit);
  wait_text (visit->window, "Reopen…");
  visit->func (visit->window, "closed", visit->data);
}

/* The windows of a book that are no forms. */
static void
visit_windows (Visit *visit)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.daybook.Daybook");
  GtkWindow *preferences = daybook_preferences_new (settings);

  gtk_window_set_transient_for (preferences, GTK_WINDOW (visit->window));
  gtk_window_present (preferences);
  visit_front (visit, "preferences", "Operator");
  leave_front (visit);

  gtk_widget_activate_action (visit->window, "win.properties", NULL);
  visit_front (visit, "properties", "Home Currency");
  leave_front (visit);

  gtk_widget_activate_action (visit->window, "win.verify", NULL);
  visit_front (visit, "verified", "Close");
  leave_front (visit);
}

/* Before a book is open. */
static void
visit_welcome (Visit                 *visit,
               DaybookShelfViewModel *shelf)
{
  GtkWidget *dialog;

  wait_text (visit->window, "Try a Sample Book");
  visit->func (visit->window, "welcome", visit->data);

  dialog = daybook_new_book_dialog_new (shelf);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (visit->window));
  gtk_window_present (GTK_WINDOW (dialog));
  visit_form (visit, "new-book", "New Book", "¿ ¡");

  daybook_shelf_view_model_open (shelf, "/nowhere/no.daybook");
  wait_text (visit->window, "The Book Was Not Opened");
  visit->func (visit->window, "not-opened", visit->data);
  daybook_shelf_view_model_dismiss_error (shelf);
}

/* The forms that ask for one command each. */
static void
visit_command_forms (Visit *visit)
{
  static const struct
  {
    const char *scene, *text;
    guint account;
    guint64 entry;
    const char *username;
  } forms[] = {
    { "hold", "Set Money Aside" },
    { "release", "Release Hold", ACCOUNT, HOLD },
    { "capture", "Pay Out Hold", ACCOUNT, HOLD },
    { "limits", "Change Limits" },
    { "block", "Block Account" },
    { "unblock", "Unblock Account", BLOCKED },
    { "add-holder", "Add Holder" },
    { "remove-holder", "Remove Holder", JOINT, 0, HOLDER },
    { "rename", "Rename Account" },
    { "close", "Close Account" },
    { "reopen", "Reopen Account", CLOSED },
    { "rename-book", "Rename Book" },
    { "reverse", "Reverse Entry", ACCOUNT, ENTRY },
    { "correct", "Correct Entry", ACCOUNT, ENTRY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      show_account (visit, forms[i].account != 0 ? forms[i].account : ACCOUNT);
      ask (visit, forms[i].scene, forms[i].entry,
           forms[i].username != NULL ? forms[i].username : "");
      visit_form (visit, forms[i].scene, forms[i].text, "¿ ¡");
    }

  gtk_widget_activate_action (get_page (visit), "book.show-person", "u", ACCOUNT);
  ask (visit, "person-change", 0, "");
  visit_form (visit, "person-change", "Edit Details", "¿ ¡");
}

static void
visit_other_forms (Visit *visit)
{
  static const struct { const char *scene, *text; } forms[] = {
    { "book.deposit", "Deposit" },
    { "book.withdraw", "Withdraw" },
    { "book.transfer", "Transfer" },
    { "book.open-account", "Open Account" },
    { "book.register-person", "Register Person" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gtk_widget_activate_action (get_page (visit), forms[i].scene, NULL);
      visit_form (visit, forms[i].scene, forms[i].text, "999999 m");
    }
}

/* The pointer, wherever it is, is over nothing. */
static void
toplevels_changed_cb (GListModel *toplevels,
                      guint       position,
                      guint       n_removed,
                      guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      gtk_widget_set_can_target (toplevel, FALSE);
    }
}

/* With entries that could be imported, and with what is wrong with some. */
static void
visit_import (Visit *visit)
{
  static const struct { const char *rows, *text; } sheets[] = {
    { "2026-01-02,John Smith,12.50,fees\n2026-01-03,Nobody Yet,-3,\n", "Row 2: *" },
    { "Date,Name,Money in,Money out\n2026-01-02,Mary Jones,12.50,\n", "1 entry: *" },
  };
  DaybookBookViewModel *book = daybook_window_get_book (DAYBOOK_WINDOW (visit->window));
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "sheet.csv", NULL);
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (DaybookSheetLook) look = NULL;
      g_autoptr (DaybookImportFormViewModel) form = NULL;
      GtkWidget *dialog;

      g_assert_true (g_file_set_contents (path, sheets[i].rows, -1, NULL));
      look = daybook_sheet_look (bookshelf, path, NULL);
      form = daybook_book_view_model_new_import_form (book, bookshelf, look);
      dialog = daybook_import_dialog_new (form);
      gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (visit->window));
      gtk_window_present (GTK_WINDOW (dialog));
      visit_front (visit, "import", sheets[i].text);
      leave_front (visit);
    }
}

/* The program's own style, and nothing of whoever runs the test. */
void
scenes_init (int    *argc,
             char ***argv)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *home = NULL;

  home = g_dir_make_tmp ("daybook-scenes-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (argc, argv, NULL);
  application = daybook_application_new (bookshelf);
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_signal_connect (gtk_window_get_toplevels (), "items-changed",
                    G_CALLBACK (toplevels_changed_cb), NULL);
}

static GtkWidget *
new_window (int width,
            int height)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  GtkWindow *window = daybook_window_new (GTK_APPLICATION (application), bookshelf, NULL);

  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);

  return GTK_WIDGET (window);
}

/* A book with nothing in it. */
static void
visit_empty_book (Visit *visit)
{
  static const struct { const char *scene, *section, *text; } pages[] = {
    { "empty-overview", "overview", "No Accounts Yet" },
    { "empty-accounts", "accounts", "No Accounts Yet" },
    { "empty-people", "people", "No People Yet" },
    { "empty-daybook", "daybook", "1" },
  };
  DaybookShelfViewModel *shelf = daybook_window_get_shelf (DAYBOOK_WINDOW (visit->window));
  g_autoptr (DaybookNewBookFormViewModel) form = daybook_shelf_view_model_new_book_form (shelf);
  g_autofree char *path = g_build_filename (g_getenv ("XDG_DATA_HOME"), "empty.daybook", NULL);

  g_object_set (form, "name", "Empty", NULL);
  daybook_shelf_view_model_create (shelf, path, form);
  wait_text (visit->window, "Overview");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (get_page (visit), "book.show", "s", pages[i].section);
      wait_text (visit->window, pages[i].text);
      visit->func (visit->window, pages[i].scene, visit->data);
    }
  g_unlink (path);
}

/* Shows all there is, in a window of that size, to @func. */
void
scenes_visit (int       width,
              int       height,
              SceneFunc func,
              gpointer  data)
{
  Visit visit = { new_window (width, height), func, data };
  DaybookShelfViewModel *shelf = daybook_window_get_shelf (DAYBOOK_WINDOW (visit.window));

  visit_welcome (&visit, shelf);
  daybook_shelf_view_model_sample (shelf, TRUE);
  wait_text (visit.window, "Overview");
  visit_pages (&visit);
  visit_menus (&visit);
  visit_windows (&visit);
  visit_answers (&visit);
  visit_command_forms (&visit);
  visit_other_forms (&visit);
  visit_import (&visit);
  gtk_window_destroy (GTK_WINDOW (visit.window));

  visit.window = new_window (width, height);
  visit_empty_book (&visit);
  gtk_window_destroy (GTK_WINDOW (visit.window));
  settle ();
}
