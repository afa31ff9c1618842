/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       daybook_column_view_align_title       (GtkColumnView       *view,
                                                  GtkColumnViewColumn *column);
GtkWidget *daybook_column_view_get_figures_title (GtkWidget           *figure);
void       daybook_column_view_keep_top          (GtkColumnView       *view);
void       daybook_column_view_grow_row          (GtkWidget           *child);

G_END_DECLS
