/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text-scale.h"

/* In application pixels: 11 points, which GNOME begins with. */
#define USUAL (11.0 * 96.0 / 72.0)

/**
 * daybook_text_scale:
 *
 * Lengths that text has to find room in are given for text as large as it usually is.
 *
 * Returns: by how much the text of @widget is larger than that; 1, if it is smaller.
 */
double
daybook_text_scale (GtkWidget *widget)
{
  const PangoFontDescription *font;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.0);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  g_assert (pango_font_description_get_size_is_absolute (font));

  return MAX (1.0, pango_font_description_get_size (font) / (USUAL * PANGO_SCALE));
}

/**
 * daybook_text_lacks_room:
 * @widget: a dialog, or in one
 * @width: in application pixels, for text as large as it usually is
 *
 * Returns: whether the window the dialog belongs to, which it is never wider than, is narrower.
 */
gboolean
daybook_text_lacks_room (GtkWidget *widget,
                         int        width)
{
  GtkRoot *root;
  GtkWindow *parent;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  return parent != NULL
         && gtk_widget_get_width (GTK_WIDGET (parent)) < width * daybook_text_scale (widget);
}
