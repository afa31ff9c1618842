/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookNavigation:
 *
 * Pages on top of each other, of which the topmost is seen: a list, an item of it, and the way
 * back.
 *
 * Properties:
 *
 * - `root` (GtkWidget): the lowest page
 * - `visible-page` (GtkWidget, read-only)
 *
 * Action `navigation.pop`: back to the page below.
 */
#define DAYBOOK_TYPE_NAVIGATION (daybook_navigation_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNavigation, daybook_navigation, DAYBOOK, NAVIGATION, GtkWidget)

GtkWidget *daybook_navigation_get_visible_page (DaybookNavigation *self);
void       daybook_navigation_push             (DaybookNavigation *self,
                                                GtkWidget         *page);
void       daybook_navigation_pop              (DaybookNavigation *self);
void       daybook_navigation_pop_to_root      (DaybookNavigation *self);

G_END_DECLS
