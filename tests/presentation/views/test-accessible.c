/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* On every page and in every form: what the keyboard can come to has a name, and where something
 * wrong was typed, a screen reader is told what. */

#include "scenes.h"

#include "field-row.h"

/* Named by its tooltip. */
static gboolean
is_close_of_toast (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL
         && gtk_widget_get_tooltip_text (widget) != NULL
         && g_str_equal (gtk_widget_get_css_name (gtk_widget_get_parent (widget)), "toast");
}

/* What the toolkit made and shows to no screen reader, or names by itself: an entry's text, which
 * is one with its entry, what only scrolls, and what shows what is chosen. */
static gboolean
is_toolkits (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_SCROLLED_WINDOW (widget)
         || (!ADW_IS_COMBO_ROW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW))
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || is_close_of_toast (widget)
         || gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL;
}

/* The button inside a menu's button has, in later toolkits, the name of that one, or its label. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *menu = gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON);
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (menu != NULL && menu != widget
      && (is_named (menu) || gtk_menu_button_get_label (GTK_MENU_BUTTON (menu)) != NULL))
    return TRUE;

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* A row is named as soon as the keyboard comes to it, which it does not to a row of titles. */
static void
check_named (GtkWidget *widget,
             gpointer   data)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (!gtk_widget_get_focusable (widget) || is_toolkits (widget))
    return;

  if (role == GTK_ACCESSIBLE_ROLE_LIST_ITEM || role == GTK_ACCESSIBLE_ROLE_ROW)
    {
      gtk_widget_grab_focus (widget);
      if (!gtk_widget_is_focus (widget))
        return;
    }
  if (!is_named (widget))
    {
      g_test_message ("%s: a %s in a %s has no name", (const char *) data,
                      G_OBJECT_TYPE_NAME (widget),
                      gtk_widget_get_css_name (gtk_widget_get_parent (widget)));
      g_test_fail ();
    }
}

static void
check_wrong (GtkWidget *widget,
             gpointer   data)
{
  g_autofree char *error = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *told = NULL;

  if (!DAYBOOK_IS_FIELD_ROW (widget))
    return;

  g_object_get (widget, "error", &error, "beside", &beside, NULL);
  if (error == NULL || *error == '\0')
    return;

  told = beside != NULL ? g_strjoin (" ", error, beside, NULL) : g_strdup (error);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told);
  ++*(guint *) data;
}

static void
check_scene (GtkWidget  *top,
             const char *scene,
             gpointer    data)
{
  g_test_message ("%s", scene);
  scenes_walk (top, check_named, (gpointer) scene);
  scenes_walk (top, check_wrong, data);
}

static void
test_everything_is_named (void)
{
  guint n_wrong = 0;

  scenes_visit (1000, 700, check_scene, &n_wrong);
  g_assert_cmpuint (n_wrong, >, 10);
}

static void
test_everything_is_named_folded (void)
{
  guint n_wrong = 0;

  scenes_visit (360, 640, check_scene, &n_wrong);
  g_assert_cmpuint (n_wrong, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  scenes_init (&argc, &argv);

  g_test_add_func ("/accessible/everything-is-named", test_everything_is_named);
  g_test_add_func ("/accessible/everything-is-named-folded", test_everything_is_named_folded);

  return g_test_run ();
}
