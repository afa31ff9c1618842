/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/csv-reader.h"
#include "import/import-profile.h"

G_BEGIN_DECLS

/**
 * DaybookImportRow:
 * @section: what of the profile reads it
 * @columns: (element-type utf8 guint): 1 + index of each column, by name
 * @reader: stands at the row
 * @text: to write values into
 */
typedef struct
{
  const DaybookImportProfile *profile;
  const DaybookImportSection *section;
  GHashTable *columns;
  DaybookCsvReader *reader;
  GString *text;
} DaybookImportRow;

gboolean        daybook_import_row_expand        (DaybookImportRow      *row,
                                                  const char            *name,
                                                  GString               *text,
                                                  gboolean              *empty,
                                                  GError               **error);
DaybookCommand *daybook_import_row_make_command  (DaybookImportRow      *row,
                                                  GError               **error);
char           *daybook_import_row_make_key      (DaybookImportRow      *row,
                                                  GError               **error);
GPtrArray      *daybook_import_row_make_fallback (DaybookImportRow      *row);
gboolean        daybook_import_row_is_idle       (DaybookImportRow      *row,
                                                  const DaybookCommand  *command);

G_END_DECLS
