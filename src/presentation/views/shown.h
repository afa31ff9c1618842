/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void daybook_shown_tell   (GtkWidget *container,
                           GtkWidget *shown);
void daybook_shown_follow (GtkWidget *within);

G_END_DECLS
