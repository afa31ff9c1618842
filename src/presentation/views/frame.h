/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookFrame:
 *
 * Would like to be of one width, whatever is in it.
 *
 * Properties:
 *
 * - `child` (GtkWidget)
 * - `natural-width` (int): in application pixels
 */
#define DAYBOOK_TYPE_FRAME (daybook_frame_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFrame, daybook_frame, DAYBOOK, FRAME, GtkWidget)

void daybook_frame_set_child (DaybookFrame *self,
                              GtkWidget    *child);

G_END_DECLS
