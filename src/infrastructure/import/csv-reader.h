/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DaybookCsvReader:
 *
 * Reads a file of comma-separated values, row by row.
 */
typedef struct _DaybookCsvReader DaybookCsvReader;

/**
 * DaybookCsvStep:
 * @DAYBOOK_CSV_ROW: there is a row
 * @DAYBOOK_CSV_BAD_ROW: there is something that is no row; the next one may be
 * @DAYBOOK_CSV_END: there are no more
 * @DAYBOOK_CSV_FAILED: the file cannot be read on
 */
typedef enum
{
  DAYBOOK_CSV_ROW,
  DAYBOOK_CSV_BAD_ROW,
  DAYBOOK_CSV_END,
  DAYBOOK_CSV_FAILED,
} DaybookCsvStep;

DaybookCsvReader *daybook_csv_reader_open       (const char        *path,
                                                 char               delimiter,
                                                 GError           **error);
DaybookCsvReader *daybook_csv_reader_new        (GInputStream      *stream,
                                                 char               delimiter);
void              daybook_csv_reader_free       (DaybookCsvReader  *self);
DaybookCsvStep    daybook_csv_reader_next       (DaybookCsvReader  *self,
                                                 GError           **error);
const char       *daybook_csv_reader_get_field  (DaybookCsvReader  *self,
                                                 guint              i);
guint             daybook_csv_reader_get_length (DaybookCsvReader  *self);
guint64           daybook_csv_reader_get_line   (DaybookCsvReader  *self);
guint64           daybook_csv_reader_get_bytes  (DaybookCsvReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCsvReader, daybook_csv_reader_free)

G_END_DECLS
