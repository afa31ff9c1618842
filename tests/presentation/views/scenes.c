/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page and every form, one after another, as they are with the sample book. */

#include "scenes.h"

#include <string.h>

#include "application.h"
#include "book-page.h"
#include "field-row.h"
#include "file-bookshelf.h"
#include "import-dialog.h"
#include "window.h"

/* In the sample book: an account with a hold, its hold, and an entry that can be corrected. */
#define ACCOUNT 2
#define HOLD 2495
#define ENTRY 2499

#define PATIENCE_US (40 * G_USEC_PER_SEC)

static GApplication *application;

typedef struct
{
  GtkWindow *window;
  SceneFunc func;
  gpointer data;
} Visit;

/* Calls @func for @widget and all that is shown in it. */
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
shows (GtkWindow  *window,
       const char *text)
{
  Search search = { text, FALSE };

  scenes_walk (GTK_WIDGET (window), find_text, &search);
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
wait_frames (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gint64 first = gdk_frame_clock_get_frame_counter (clock);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (gdk_frame_clock_get_frame_counter (clock) < first + 3)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      gtk_widget_queue_draw (GTK_WIDGET (window));
      settle ();
      g_usleep (1000);
    }
}

static void
wait_text (GtkWindow  *window,
           const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!shows (window, text))
    {
      if (g_get_monotonic_time () > end)
        g_error ("nothing shows “%s”", text);
      settle ();
      g_usleep (1000);
    }
  wait_frames (window);
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
static GtkWindow *
find_form (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (candidate) == window)
        return candidate;
    }

  return NULL;
}

static void
visit_form (Visit      *visit,
            GtkWindow  *form,
            const char *scene,
            const char *text)
{
  g_assert_nonnull (form);
  wait_text (form, text);
  visit->func (form, scene, visit->data);
  gtk_window_destroy (form);
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

static void
visit_pages (Visit *visit)
{
  static const struct { const char *scene, *action, *text; guint64 what; } pages[] = {
    { "overview", NULL, "Łukasz Wójcik" },
    { "accounts", NULL, "John Smith" },
    { "people", NULL, "Amélie Dubois" },
    { "daybook", NULL, "2500" },
    { "account", "book.show-account", "€15,677.25", ACCOUNT },
    { "person", "book.show-person", "Mary Jones", 2 },
    { "entry", "book.show-entry", "Entry 2499", ENTRY },
  };
  GtkWidget *page = find_child (GTK_WIDGET (visit->window), DAYBOOK_TYPE_BOOK_PAGE);

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

/* Each as it comes, and with something wrong in it. */
static void
visit_forms (Visit *visit)
{
  static const struct { const char *scene, *text; guint64 entry; } commands[] = {
    { "hold", "Set Money Aside" },
    { "release", "Release Hold", HOLD },
    { "capture", "Pay Out Hold", HOLD },
    { "limits", "Change Limits" },
    { "block", "Block Account" },
    { "add-holder", "Add Holder" },
    { "rename", "Rename Account" },
    { "close", "Close Account" },
    { "rename-book", "Rename Book" },
    { "reverse", "Reverse Entry", ENTRY },
    { "correct", "Correct Entry", ENTRY },
    { "person-change", "Edit Details" },
  };
  static const struct { const char *scene, *text; } others[] = {
    { "book.deposit", "Deposit" },
    { "book.withdraw", "Withdraw" },
    { "book.transfer", "Transfer" },
    { "book.open-account", "Open Account" },
    { "book.register-person", "Register Person" },
  };
  GtkWidget *page = find_child (GTK_WIDGET (visit->window), DAYBOOK_TYPE_BOOK_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gboolean person = strcmp (commands[i].scene, "person-change") == 0;

      gtk_widget_activate_action (page, person ? "book.show-person" : "book.show-account", "u",
                                  ACCOUNT);
      gtk_widget_activate_action (page, "book.ask", "(sts)", commands[i].scene,
                                  commands[i].entry, "");
      g_assert_nonnull (find_form (visit->window));
      wait_text (find_form (visit->window), commands[i].text);
      visit->func (find_form (visit->window), commands[i].scene, visit->data);
      scenes_walk (GTK_WIDGET (find_form (visit->window)), type_wrong, (gpointer) "¿ ¡");
      visit_form (visit, find_form (visit->window), commands[i].scene, commands[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gtk_widget_activate_action (page, others[i].scene, NULL);
      wait_text (find_form (visit->window), others[i].text);
      visit->func (find_form (visit->window), others[i].scene, visit->data);
      scenes_walk (GTK_WIDGET (find_form (visit->window)), type_wrong, (gpointer) "999999 m");
      visit_form (visit, find_form (visit->window), others[i].scene, others[i].text);
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
      gtk_window_set_transient_for (GTK_WINDOW (dialog), visit->window);
      gtk_window_present (GTK_WINDOW (dialog));
      visit_form (visit, GTK_WINDOW (dialog), "import", sheets[i].text);
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
}

/* Shows all there is, in a window of that size, to @func. */
void
scenes_visit (int       width,
              int       height,
              SceneFunc func,
              gpointer  data)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  Visit visit = { daybook_window_new (NULL, bookshelf, NULL), func, data };
  DaybookShelfViewModel *shelf = daybook_window_get_shelf (DAYBOOK_WINDOW (visit.window));

  gtk_window_set_default_size (visit.window, width, height);
  gtk_window_present (visit.window);
  wait_text (visit.window, "Try a Sample Book");
  func (visit.window, "welcome", data);

  daybook_shelf_view_model_sample (shelf, FALSE);
  wait_text (visit.window, "Overview");
  visit_pages (&visit);
  visit_forms (&visit);
  visit_import (&visit);

  gtk_window_destroy (visit.window);
  settle ();
}
