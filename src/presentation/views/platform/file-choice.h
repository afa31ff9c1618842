/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DaybookFileChosen:
 * @path: where the file is
 *
 * What to do with a file that was chosen. Not called if none was.
 */
typedef void (*DaybookFileChosen) (GObject    *object,
                                   const char *path);

void daybook_choose_book     (GtkWindow         *parent,
                              GObject           *object,
                              DaybookFileChosen  chosen);
void daybook_choose_sheet    (GtkWindow         *parent,
                              GObject           *object,
                              DaybookFileChosen  chosen);
void daybook_choose_folder   (GtkWindow         *parent,
                              const char        *name,
                              GObject           *object,
                              DaybookFileChosen  chosen);
void daybook_choose_new_book (GtkWindow         *parent,
                              const char        *name,
                              GObject           *object,
                              DaybookFileChosen  chosen);
void daybook_choose_copy     (GtkWindow         *parent,
                              const char        *name,
                              GObject           *object,
                              DaybookFileChosen  chosen);

G_END_DECLS
