/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ports/bookshelf.h"

G_BEGIN_DECLS

/**
 * DaybookApplication:
 *
 * The program with its windows, one book in each.
 *
 * Actions: `app.new-book`, `app.open`, `app.open-path` (ay), `app.show-window` (u: its id),
 * `app.about`, `app.quit`.
 */
#define DAYBOOK_TYPE_APPLICATION (daybook_application_get_type ())
G_DECLARE_FINAL_TYPE (DaybookApplication, daybook_application, DAYBOOK, APPLICATION,
                      AdwApplication)

GApplication *daybook_application_new (DaybookBookshelf *bookshelf);

G_END_DECLS
