/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean daybook_list_take_focus    (GtkWidget *list);
void     daybook_list_let_tab_leave (GtkWidget *list);

G_END_DECLS
