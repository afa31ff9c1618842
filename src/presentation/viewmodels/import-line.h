/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DaybookImportLine:
 *
 * What becomes of a row that is imported, or what is wrong with it. Never changes.
 *
 * Properties, all read-only:
 *
 * - `title` (text): the sentence
 * - `caption` (text): the day it counts for, or empty
 */
#define DAYBOOK_TYPE_IMPORT_LINE (daybook_import_line_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportLine, daybook_import_line, DAYBOOK, IMPORT_LINE, GObject)

DaybookImportLine *daybook_import_line_new (char *title,
                                            char *caption);

G_END_DECLS
