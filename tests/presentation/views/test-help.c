/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Help leads to the page that is about what is looked at, and the page is there. */

#include <adwaita.h>

#include "application.h"
#include "book-properties-dialog.h"
#include "file-bookshelf.h"
#include "new-book-dialog.h"
#include "platform/help.h"
#include "platform/preferences.h"
#include "task-dialog.h"
#include "window.h"

typedef struct
{
  GtkWindow *window;
} Fixture;

static GApplication *application;
static char *asked;
static GtkWindow *asked_from;

static void
remember (GtkWindow  *parent,
          const char *page)
{
  g_assert_null (asked);
  asked = g_strdup (page);
  asked_from = parent;
}

static void
assert_asked (GtkWindow  *from,
              const char *page)
{
  g_assert_cmpstr (asked, ==, page);
  g_assert_true (asked_from == from);
  g_clear_pointer (&asked, g_free);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();

  fixture->window = daybook_window_new (GTK_APPLICATION (application), bookshelf, NULL);
  gtk_window_present (fixture->window);
  settle ();
  daybook_help_set_opener (remember);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  settle ();
  daybook_help_set_opener (NULL);
}

static void
test_key (Fixture       *fixture,
          gconstpointer  data)
{
  g_auto (GStrv) keys =
    gtk_application_get_accels_for_action (GTK_APPLICATION (application), "app.help");

  g_assert_cmpuint (g_strv_length (keys), ==, 1);
  g_assert_cmpstr (keys[0], ==, "F1");
}

static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "app.help", NULL));
  assert_asked (fixture->window, "index");
}

static GtkWidget *
find_help (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "form.help") == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_help (child);

  return found;
}

/* Its button can be pressed, leads to its own page, and stands in front of its window. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  DaybookShelfViewModel *shelf = daybook_window_get_shelf (DAYBOOK_WINDOW (fixture->window));
  GtkWidget *dialog = daybook_new_book_dialog_new (shelf);
  GtkWidget *button;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), fixture->window);
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  button = find_help (dialog);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  assert_asked (GTK_WINDOW (dialog), "new-book");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Presses F1 there: what the first shortcut for it does is done. */
static gboolean
press_help_key (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (controller)
                                                        : 0;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, "F1"))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window,
                                                 NULL);
        }
    }

  return FALSE;
}

/* Windows in front of a window that are no forms have no button for it. */
static void
test_other_windows (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.daybook.Daybook");
  const struct { GtkWindow *window; const char *page; } windows[] = {
    { daybook_preferences_new (settings), "preferences" },
    { g_object_new (DAYBOOK_TYPE_BOOK_PROPERTIES_DIALOG, NULL), "book-properties" },
    { g_object_new (DAYBOOK_TYPE_TASK_DIALOG, NULL), "chain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autofree char *path = daybook_help_find (windows[i].page);

      g_assert_nonnull (path);
      g_assert_true (press_help_key (GTK_WIDGET (windows[i].window)));
      assert_asked (windows[i].window, windows[i].page);
      gtk_window_destroy (windows[i].window);
    }
}

static void
test_page_is_found (void)
{
  static const char *const languages[][2] = { { "de_DE:de", "de" }, { "C", "C" }, { "tlh", "C" } };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *end = g_build_filename (languages[i][1], "closing-account.html", NULL);
      g_autofree char *path = NULL;

      g_setenv ("LANGUAGE", languages[i][0], TRUE);
      path = daybook_help_find ("closing-account");
      g_assert_nonnull (path);
      g_assert_true (g_str_has_suffix (path, end));
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }

  g_assert_null (daybook_help_find ("no-such-page"));
  g_unsetenv ("LANGUAGE");
}

/* There is one application in a process. */
static int
run (void)
{
  g_autoptr (DaybookBookshelf) bookshelf = daybook_file_bookshelf_new ();
  g_autoptr (GError) error = NULL;
  int status;

  application = daybook_application_new (bookshelf);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/help/key", Fixture, NULL, set_up, test_key, tear_down);
  g_test_add ("/help/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/help/form", Fixture, NULL, set_up, test_form, tear_down);
  g_test_add ("/help/other-windows", Fixture, NULL, set_up, test_other_windows, tear_down);
  g_test_add_func ("/help/page-is-found", test_page_is_found);

  return run ();
}
