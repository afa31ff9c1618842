/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader calls things. GTK names a button after its label and an AdwActionRow after
 * its title; at the floor, whatever has more than that in it is called "GtkButton", or nothing. So
 * it is named after the texts that stand in it, as they are when somebody asks. */

#include "names.h"

#include <adwaita.h>

#include "platform/column-view.h"

/* More than any row has. */
#define MAX_LABELS 8

static gboolean
is_told (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* A figure in a table comes after the title of its column: it says which figure it is. */
static guint
collect_labels (GtkWidget  *within,
                GtkWidget **labels,
                guint       n)
{
  if (is_told (within))
    {
      GtkWidget *title = daybook_column_view_get_figures_title (within);

      if (title != NULL && n < MAX_LABELS)
        labels[n++] = title;
      if (n < MAX_LABELS)
        labels[n++] = within;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (within);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && !GTK_IS_POPOVER (child))
      n = collect_labels (child, labels, n);

  return n;
}

/**
 * daybook_name_by_text:
 * @widget: with labels in it
 *
 * From now on it is called what they say.
 */
void
daybook_name_by_text (GtkWidget *widget)
{
  GtkWidget *label[MAX_LABELS];

  g_return_if_fail (GTK_IS_WIDGET (widget));

/* How a list is handed over changed after the floor; one by one works in all versions. */
#define NAME_BY(...)                                                                       \
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget),                                 \
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, __VA_ARGS__, NULL, -1)
  switch (collect_labels (widget, label, 0))
    {
    case 0:
      break;
    case 1:
      NAME_BY (label[0]);
      break;
    case 2:
      NAME_BY (label[0], label[1]);
      break;
    case 3:
      NAME_BY (label[0], label[1], label[2]);
      break;
    case 4:
      NAME_BY (label[0], label[1], label[2], label[3]);
      break;
    case 5:
      NAME_BY (label[0], label[1], label[2], label[3], label[4]);
      break;
    case 6:
      NAME_BY (label[0], label[1], label[2], label[3], label[4], label[5]);
      break;
    case 7:
      NAME_BY (label[0], label[1], label[2], label[3], label[4], label[5], label[6]);
      break;
    default:
      NAME_BY (label[0], label[1], label[2], label[3], label[4], label[5], label[6], label[7]);
    }
#undef NAME_BY
}

/**
 * daybook_describe:
 * @description: (nullable): what is read out after the name of @accessible
 *
 * By reference GTK 4.8 and 4.18 describe nothing, for they ask the label for its own description;
 * 4.18 then leaves out a description in words as well. So the reference goes.
 */
void
daybook_describe (GtkAccessible *accessible,
                  const char    *description)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
follow_labels (GtkWidget *widget,
               GtkWidget *within)
{
  if (GTK_IS_LABEL (within))
    g_signal_connect_object (within, "notify::label", G_CALLBACK (daybook_name_by_text), widget,
                             G_CONNECT_SWAPPED);

  for (GtkWidget *child = gtk_widget_get_first_child (within);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    follow_labels (widget, child);
}

/**
 * daybook_name_follow_text:
 * @widget: with labels in it whose texts come later, or change
 *
 * From now on it is called what those say that say anything.
 */
void
daybook_name_follow_text (GtkWidget *widget)
{
  follow_labels (widget, widget);
  daybook_name_by_text (widget);
}

/* libadwaita 1.7 calls the list of a group by the title of the group, even if that is empty. */
static void
forget_empty_title (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  const char *title =
    group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;

  if (title == NULL || *title == '\0')
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * daybook_name_lists:
 * @name: what the #GtkListBox widgets in @within are for
 *
 * Names the lists in which the rows of a form stand.
 */
void
daybook_name_lists (GtkWidget  *within,
                    const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (within));

  if (GTK_IS_LIST_BOX (within))
    {
      forget_empty_title (within);
      gtk_accessible_update_property (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (within);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    daybook_name_lists (child, name);
}

/* A row of a list, or what is chosen from one; a field is named by libadwaita. */
static void
focus_moved_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkAccessibleRole role;

  if (focus == NULL || (ADW_IS_PREFERENCES_ROW (focus) && !ADW_IS_ACTION_ROW (focus)))
    return;

  role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus));
  if (role == GTK_ACCESSIBLE_ROLE_LIST_ITEM || role == GTK_ACCESSIBLE_ROLE_ROW
      || role == GTK_ACCESSIBLE_ROLE_COMBO_BOX)
    daybook_name_by_text (focus);
}

/**
 * daybook_name_what_has_focus:
 *
 * From now on a row of a list is named after its texts as soon as the keyboard comes to it.
 */
void
daybook_name_what_has_focus (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

/**
 * daybook_new_arrow:
 *
 * Returns: (transfer floating): what shows that a row leads somewhere, and is nothing to be told.
 */
GtkWidget *
daybook_new_arrow (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}
