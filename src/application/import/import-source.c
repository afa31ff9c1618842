/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the rows of an import come from: a port, so that what is done with them does not depend on
 * what kind of file they stand in. */

#include "import/import-source.h"

G_DEFINE_INTERFACE (DaybookImportSource, daybook_import_source, G_TYPE_OBJECT)

static void
daybook_import_source_default_init (DaybookImportSourceInterface *iface)
{
}

/**
 * daybook_import_source_read:
 * @func: (scope call): called for each row, in the order in which they are to be recorded: people
 *   before their accounts, accounts before their entries
 * @progress: (nullable) (scope call): told how many bytes of all files are done
 *
 * Returns: whether all rows were read; a row that cannot be understood is an item with a problem,
 *   not an error.
 */
gboolean
daybook_import_source_read (DaybookImportSource  *self,
                            DaybookImportFunc     func,
                            gpointer              user_data,
                            DaybookProgressFunc   progress,
                            gpointer              progress_data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  return DAYBOOK_IMPORT_SOURCE_GET_IFACE (self)->read (self, func, user_data, progress,
                                                       progress_data, cancellable, error);
}
