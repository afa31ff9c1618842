/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void daybook_name_by_text        (GtkWidget *widget);
void daybook_name_follow_text    (GtkWidget *widget);
void daybook_name_lists          (GtkWidget *within,
                                  const char *name);
void daybook_name_what_has_focus (GtkWindow *window);

void daybook_describe (GtkAccessible *accessible,
                       const char    *description);

GtkWidget *daybook_new_arrow (void);

G_END_DECLS
