/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookScroller:
 *
 * Is as high as what is in it, and scrolls where there is no room for that.
 */
#define DAYBOOK_TYPE_SCROLLER (daybook_scroller_get_type ())
G_DECLARE_FINAL_TYPE (DaybookScroller, daybook_scroller, DAYBOOK, SCROLLER, GtkWidget)

G_END_DECLS
