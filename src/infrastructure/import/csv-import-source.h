/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/import-source.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_CSV_IMPORT_SOURCE (daybook_csv_import_source_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCsvImportSource, daybook_csv_import_source, DAYBOOK,
                      CSV_IMPORT_SOURCE, GObject)

DaybookImportSource *daybook_csv_import_source_open (const char         *profile,
                                                     const char *const  *files,
                                                     char              **culprit,
                                                     GError            **error);

G_END_DECLS
