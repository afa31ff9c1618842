/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet: rows of cells that somebody keeps in a spreadsheet. A port, so that what is made of them
 * does not depend on what kind of file they stand in. */

#include "import/sheet.h"

G_DEFINE_INTERFACE (DaybookSheet, daybook_sheet, G_TYPE_OBJECT)

static void
daybook_sheet_default_init (DaybookSheetInterface *iface)
{
}

/**
 * daybook_sheet_read:
 * @func: (scope call): called for each row that has something on it, in their order
 * @progress: (nullable) (scope call): told how many bytes of the file are done
 *
 * May be called from any thread, from one at a time.
 *
 * Returns: whether the file could be read, to its end or as far as @func wanted.
 */
gboolean
daybook_sheet_read (DaybookSheet         *self,
                    DaybookSheetFunc      func,
                    gpointer              user_data,
                    DaybookProgressFunc   progress,
                    gpointer              progress_data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  return DAYBOOK_SHEET_GET_IFACE (self)->read (self, func, user_data, progress, progress_data,
                                               cancellable, error);
}

/**
 * daybook_sheet_get_name:
 *
 * Returns: (transfer none): what the file is called, to be shown.
 */
const char *
daybook_sheet_get_name (DaybookSheet *self)
{
  return DAYBOOK_SHEET_GET_IFACE (self)->get_name (self);
}

/**
 * daybook_sheet_row_get:
 * @column: 0 for the first, below 0 for none
 *
 * Returns: (transfer none): what stands there; empty where the row has no such cell.
 */
const char *
daybook_sheet_row_get (const DaybookSheetRow *row,
                       int                    column)
{
  return column >= 0 && (guint) column < row->n_cells ? row->cells[column] : "";
}
