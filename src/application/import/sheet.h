/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookSheetRow:
 * @number: which row it is, as a spreadsheet counts them: 1 is the first
 * @cells: (array length=n_cells): what stands in its cells, UTF-8
 * @problem: (nullable): why it cannot be read; then it has no cells
 *
 * One row of a sheet. Lent to a #DaybookSheetFunc for the length of the call.
 */
typedef struct
{
  guint64 number;
  const char *const *cells;
  guint n_cells;
  const GError *problem;
} DaybookSheetRow;

/**
 * DaybookSheetFunc:
 *
 * Returns: whether to go on.
 */
typedef gboolean (*DaybookSheetFunc) (const DaybookSheetRow *row,
                                      gpointer               user_data);

#define DAYBOOK_TYPE_SHEET (daybook_sheet_get_type ())
G_DECLARE_INTERFACE (DaybookSheet, daybook_sheet, DAYBOOK, SHEET, GObject)

struct _DaybookSheetInterface
{
  GTypeInterface parent;

  gboolean    (*read)     (DaybookSheet         *self,
                           DaybookSheetFunc      func,
                           gpointer              user_data,
                           DaybookProgressFunc   progress,
                           gpointer              progress_data,
                           GCancellable         *cancellable,
                           GError              **error);
  const char *(*get_name) (DaybookSheet         *self);
};

gboolean    daybook_sheet_read     (DaybookSheet         *self,
                                    DaybookSheetFunc      func,
                                    gpointer              user_data,
                                    DaybookProgressFunc   progress,
                                    gpointer              progress_data,
                                    GCancellable         *cancellable,
                                    GError              **error);
const char *daybook_sheet_get_name (DaybookSheet         *self);
const char *daybook_sheet_row_get  (const DaybookSheetRow *row,
                                    int                    column);

G_END_DECLS
