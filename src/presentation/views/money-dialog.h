/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-dialog.h"

G_BEGIN_DECLS

/**
 * DaybookMoneyDialog:
 *
 * Asks for a deposit, a withdrawal or a transfer.
 */
#define DAYBOOK_TYPE_MONEY_DIALOG (daybook_money_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMoneyDialog, daybook_money_dialog, DAYBOOK, MONEY_DIALOG,
                      DaybookFormDialog)

GtkWidget *daybook_money_dialog_new (DaybookMoneyFormViewModel *form);

G_END_DECLS
