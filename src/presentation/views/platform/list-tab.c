/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tab goes from one part of the window to the next, and the arrows go from row to row: a list of a
 * thousand rows must not hold who only wants to get past it. GTK 4.12 has this as the property
 * tab-behavior, which is used where there is one; before, a list takes every Tab to its next
 * row. */

#include "platform/list-tab.h"

/* GTK_LIST_TAB_ITEM, which the headers of the floor do not have: Tab goes through what is in a row
 * and then leaves. */
#define TAB_ITEM 1

/* While it does not take the focus, looking for the next place goes past it. */
static gboolean
tab_pressed_cb (GtkEventControllerKey *keys,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkRoot *root = gtk_widget_get_root (list);
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_set_can_focus (list, FALSE);
  g_signal_emit_by_name (root, "move-focus", back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);

  return GDK_EVENT_STOP;
}

/**
 * daybook_list_take_focus:
 * @list: a #GtkListView or #GtkColumnView
 *
 * Gives the keyboard to the row that has it already or had it last, or else to the first.
 *
 * Returns: whether there was one.
 */
gboolean
daybook_list_take_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (list))
    return FALSE;

  return (focus != NULL && gtk_widget_is_ancestor (focus, list))
         || gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

/**
 * daybook_list_let_tab_leave:
 * @list: a #GtkListView, #GtkColumnView or #GtkListBox, whose rows have nothing in them to go to
 *
 * From now on Tab and Shift+Tab leave it.
 */
void
daybook_list_let_tab_leave (GtkWidget *list)
{
  GtkEventController *keys;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (list), "tab-behavior") != NULL)
    {
      g_object_set (list, "tab-behavior", TAB_ITEM, NULL);
      return;
    }

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (tab_pressed_cb), NULL);
  gtk_widget_add_controller (list, keys);
}
