/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The style's colours, for what is drawn by hand. */

#include "platform/colors.h"

/**
 * daybook_colors_get:
 * @text: (out): in which text is written
 * @accent: (out): in which what matters stands out; the same, if the style has none
 */
void
daybook_colors_get (GtkWidget *widget,
                    GdkRGBA   *text,
                    GdkRGBA   *accent)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (style, text);
  if (!gtk_style_context_lookup_color (style, "accent_color", accent))
    *accent = *text;
}
