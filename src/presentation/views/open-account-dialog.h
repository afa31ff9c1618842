/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-dialog.h"

G_BEGIN_DECLS

/**
 * DaybookOpenAccountDialog:
 *
 * Asks for an account that is to be opened.
 */
#define DAYBOOK_TYPE_OPEN_ACCOUNT_DIALOG (daybook_open_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOpenAccountDialog, daybook_open_account_dialog, DAYBOOK,
                      OPEN_ACCOUNT_DIALOG, DaybookFormDialog)

GtkWidget *daybook_open_account_dialog_new (DaybookOpenAccountFormViewModel *form);

G_END_DECLS
