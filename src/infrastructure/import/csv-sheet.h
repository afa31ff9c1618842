/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/sheet.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_CSV_SHEET (daybook_csv_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCsvSheet, daybook_csv_sheet, DAYBOOK, CSV_SHEET, GObject)

DaybookSheet *daybook_csv_sheet_open          (const char       *path,
                                               GError          **error);
const char   *daybook_csv_sheet_get_encoding  (DaybookCsvSheet  *self);
char          daybook_csv_sheet_get_delimiter (DaybookCsvSheet  *self);

G_END_DECLS
