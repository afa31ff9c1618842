/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookSplit:
 *
 * A sidebar beside the content, or, where there is not room for both, one of them.
 *
 * Properties:
 *
 * - `sidebar`, `content` (GtkWidget)
 * - `folded` (boolean, read-only): whether only one of them is shown
 * - `show-content` (boolean): which one, if folded
 */
#define DAYBOOK_TYPE_SPLIT (daybook_split_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSplit, daybook_split, DAYBOOK, SPLIT, GtkWidget)

gboolean daybook_split_get_folded       (DaybookSplit *self);
gboolean daybook_split_get_show_content (DaybookSplit *self);
void     daybook_split_set_show_content (DaybookSplit *self,
                                         gboolean      show_content);

G_END_DECLS
