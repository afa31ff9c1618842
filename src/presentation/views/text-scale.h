/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double   daybook_text_scale      (GtkWidget *widget);
gboolean daybook_text_lacks_room (GtkWidget *widget,
                                  int        width);

G_END_DECLS
