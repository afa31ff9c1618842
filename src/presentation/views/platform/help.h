/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookHelpOpener:
 * @parent: (nullable): the window that is looked at
 * @page: of the manual
 *
 * Shows a page of the manual.
 */
typedef void (*DaybookHelpOpener) (GtkWindow  *parent,
                                   const char *page);

void  daybook_help_show       (GtkWindow         *parent,
                               const char        *page);
void  daybook_help_answer_key (GtkWindow         *window,
                               const char        *page);
char *daybook_help_find       (const char        *page);
void  daybook_help_set_opener (DaybookHelpOpener  opener);

G_END_DECLS
