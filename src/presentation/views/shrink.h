/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookShrink:
 *
 * Shows what is in it smaller where there is no room for it: amounts are neither cut off nor broken
 * into lines.
 */
#define DAYBOOK_TYPE_SHRINK (daybook_shrink_get_type ())
G_DECLARE_FINAL_TYPE (DaybookShrink, daybook_shrink, DAYBOOK, SHRINK, GtkWidget)

G_END_DECLS
