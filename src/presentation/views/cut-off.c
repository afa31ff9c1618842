/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "cut-off.h"

static gboolean
tooltip_queried_cb (GtkWidget  *window,
                    int         x,
                    int         y,
                    gboolean    by_keyboard,
                    GtkTooltip *tooltip)
{
  GtkWidget *widget = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE);

  if (by_keyboard || !GTK_IS_LABEL (widget)
      || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (widget)));
  return TRUE;
}

/**
 * daybook_tell_what_is_cut_off:
 *
 * From now on, over a text that ends with dots for want of room, there is all of it.
 */
void
daybook_tell_what_is_cut_off (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_widget_set_has_tooltip (GTK_WIDGET (window), TRUE);
  g_signal_connect (window, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
}
