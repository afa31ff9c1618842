/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookWindow:
 *
 * A window: Welcome, and from there one book for as long as the window is open.
 *
 * Properties, all read-only:
 *
 * - `shelf` (DaybookShelfViewModel)
 * - `book` (DaybookBookViewModel): or %NULL
 */
#define DAYBOOK_TYPE_WINDOW (daybook_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWindow, daybook_window, DAYBOOK, WINDOW, AdwApplicationWindow)

GtkWindow             *daybook_window_new       (GtkApplication   *application,
                                                 DaybookBookshelf *bookshelf,
                                                 GSettings        *settings);
DaybookShelfViewModel *daybook_window_get_shelf (DaybookWindow    *self);
DaybookBookViewModel  *daybook_window_get_book  (DaybookWindow    *self);
gboolean               daybook_window_is_free   (DaybookWindow    *self);
const char            *daybook_window_get_help  (DaybookWindow    *self);

G_END_DECLS
