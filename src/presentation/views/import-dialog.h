/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-dialog.h"

G_BEGIN_DECLS

/**
 * DaybookImportDialog:
 *
 * Shows what a spreadsheet would lead to, and asks how it is to be read.
 */
#define DAYBOOK_TYPE_IMPORT_DIALOG (daybook_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportDialog, daybook_import_dialog, DAYBOOK, IMPORT_DIALOG,
                      DaybookFormDialog)

GtkWidget *daybook_import_dialog_new (DaybookImportFormViewModel *form);

G_END_DECLS
