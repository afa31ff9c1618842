/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-dialog.h"

G_BEGIN_DECLS

/**
 * DaybookNewBookDialog:
 *
 * Asks for a book that is to be started, and where its file shall be.
 */
#define DAYBOOK_TYPE_NEW_BOOK_DIALOG (daybook_new_book_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNewBookDialog, daybook_new_book_dialog, DAYBOOK, NEW_BOOK_DIALOG,
                      DaybookFormDialog)

GtkWidget *daybook_new_book_dialog_new (DaybookShelfViewModel *shelf);

G_END_DECLS
