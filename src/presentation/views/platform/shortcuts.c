/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of keyboard shortcuts. What AdwShortcutsDialog will show once the floor is libadwaita
 * 1.8; until then, a GtkShortcutsWindow. It is made when it is asked for: one that waited unseen,
 * as GtkApplication would keep it, makes GTK 4.8 fall over when a screen reader asks for a window
 * that has just been closed. */

#include "platform/shortcuts.h"

#include <glib/gi18n.h>

#include "shown.h"

#define RESOURCE "/org/daybook/Daybook/ui/platform/keyboard-shortcuts.ui"

/* The only one that GTK puts there without a name. */
static void
name_search (GtkWidget *within)
{
  if (GTK_IS_TOGGLE_BUTTON (within))
    gtk_accessible_update_property (GTK_ACCESSIBLE (within), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    /* Translators: a field to search in. */
                                    _("Search"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (within);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

/**
 * daybook_show_shortcuts:
 * @parent: (nullable): the window to stand in front of
 *
 * Shows what each key does.
 */
void
daybook_show_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  name_search (GTK_WIDGET (window));
  daybook_shown_follow (GTK_WIDGET (window));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
