/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader finds. At the floor, GTK tells it of whatever was built: the page that was
 * left is there as if it still stood in the window, and each page of a stack is announced as a
 * panel called "GtkStackPage". Later toolkits tell of what is seen only; for them nothing here
 * makes a difference. */

#include "shown.h"

static void
turned_cb (GtkStack *stack)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_stack_get_page (stack, child)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);

  daybook_shown_tell (GTK_WIDGET (stack), gtk_stack_get_visible_child (stack));
}

/**
 * daybook_shown_tell:
 * @container: shows one of its children at a time
 * @shown: (nullable): the one; %NULL if it shows them all
 *
 * From now on a screen reader finds only that.
 */
void
daybook_shown_tell (GtkWidget *container,
                    GtkWidget *shown)
{
  g_return_if_fail (GTK_IS_WIDGET (container));

  for (GtkWidget *child = gtk_widget_get_first_child (container);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 shown != NULL && child != shown, -1);
}

/**
 * daybook_shown_follow:
 * @within: with #GtkStack widgets in it
 *
 * From now on a screen reader finds only those of their pages that are shown.
 */
void
daybook_shown_follow (GtkWidget *within)
{
  g_return_if_fail (GTK_IS_WIDGET (within));

  if (GTK_IS_STACK (within))
    {
      g_signal_connect (within, "notify::visible-child", G_CALLBACK (turned_cb), NULL);
      turned_cb (GTK_STACK (within));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (within);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    daybook_shown_follow (child);
}
