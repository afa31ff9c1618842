/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tab and Shift+Tab leave a list, whatever row they are pressed in. */

#include <gtk/gtk.h>

#include "platform/list-tab.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
  GtkWidget *list;
  GtkWidget *after;
} Fixture;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("A row"));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const rows[] = { "one", "two", "three", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  fixture->window = gtk_window_new ();
  fixture->before = gtk_button_new_with_label ("Before");
  fixture->list = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (rows)))),
    factory);
  fixture->after = gtk_button_new_with_label ("After");
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), fixture->list);
  gtk_box_append (GTK_BOX (box), fixture->after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  /* Later toolkits make the rows when they know how much room there is. */
  while (gtk_widget_get_height (fixture->after) == 0)
    g_main_context_iteration (NULL, TRUE);
  daybook_list_let_tab_leave (fixture->list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* As the toolkit does it: what catches keys on the list is asked first where they are typed in the
 * list, and then the window. */
static void
press_tab (Fixture  *fixture,
           gboolean  back)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->list);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gboolean in_list = gtk_widget_is_ancestor (focus, fixture->list);
  gboolean stopped = FALSE;

  for (guint i = 0; in_list && !stopped && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", back ? GDK_KEY_ISO_Left_Tab : GDK_KEY_Tab,
                               0, 0, &stopped);
    }
  if (!stopped)
    g_signal_emit_by_name (fixture->window, "move-focus",
                           back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static void
assert_in_row (Fixture *fixture,
               int      row)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->list);

  for (int i = 0; i < row; i++)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == child);
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *second;

  gtk_widget_grab_focus (fixture->before);
  press_tab (fixture, FALSE);
  assert_in_row (fixture, 0);
  press_tab (fixture, FALSE);
  g_assert_true (gtk_widget_is_focus (fixture->after));

  press_tab (fixture, TRUE);
  assert_in_row (fixture, 0);
  second = gtk_widget_get_next_sibling (gtk_widget_get_first_child (fixture->list));
  gtk_widget_grab_focus (second);
  assert_in_row (fixture, 1);
  press_tab (fixture, TRUE);
  g_assert_true (gtk_widget_is_focus (fixture->before));

  /* Back to the row that was left. */
  press_tab (fixture, FALSE);
  assert_in_row (fixture, 1);
  g_assert_true (gtk_widget_get_can_focus (fixture->list));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/list-tab/leave", Fixture, NULL, set_up, test_leave, tear_down);

  return g_test_run ();
}
