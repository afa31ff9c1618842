/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-dialog.h"

G_BEGIN_DECLS

/**
 * DaybookCommandDialog:
 *
 * Fills in any form that asks for one command: its rows are those of the form's plan.
 */
#define DAYBOOK_TYPE_COMMAND_DIALOG (daybook_command_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCommandDialog, daybook_command_dialog, DAYBOOK, COMMAND_DIALOG,
                      DaybookFormDialog)

GtkWidget *daybook_command_dialog_new (DaybookCommandFormViewModel *form,
                                       const char                  *subtitle);

G_END_DECLS
