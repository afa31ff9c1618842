/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list that opens rows by one click chooses whatever row comes under the pointer. While it takes
 * another model, the rows of the old one go away one by one, and GTK 4.18 chooses even those; it
 * looks for them among rows that are gone, and falls over. So for as long as that takes, no click
 * would open anything. */

#include "platform/list-hover.h"

static void
model_taken_cb (GtkWidget *list)
{
  g_signal_handlers_disconnect_by_func (list, model_taken_cb, NULL);
  g_object_set (list, "single-click-activate", TRUE, NULL);
}

static void
rest (GtkWidget *list)
{
  g_autoptr (GtkSelectionModel) model = NULL;
  gboolean single_click;

  g_object_get (list, "model", &model, "single-click-activate", &single_click, NULL);
  if (model == NULL || !single_click)
    return;

  g_object_set (list, "single-click-activate", FALSE, NULL);
  g_signal_connect (list, "notify::model", G_CALLBACK (model_taken_cb), NULL);
}

/**
 * daybook_list_rest_hover:
 * @page: with one #GtkListView or #GtkColumnView, which is just about to get another model
 *
 * Until it has it, it minds no pointer.
 */
void
daybook_list_rest_hover (GtkWidget *page)
{
  /* Nothing of what is not on the screen is under the pointer. */
  if (!gtk_widget_get_mapped (page))
    return;

  if (GTK_IS_LIST_VIEW (page) || GTK_IS_COLUMN_VIEW (page))
    {
      rest (page);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (page);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    daybook_list_rest_hover (child);
}
