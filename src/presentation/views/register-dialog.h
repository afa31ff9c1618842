/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-dialog.h"

G_BEGIN_DECLS

/**
 * DaybookRegisterDialog:
 *
 * Asks for a person who is to be registered.
 */
#define DAYBOOK_TYPE_REGISTER_DIALOG (daybook_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegisterDialog, daybook_register_dialog, DAYBOOK, REGISTER_DIALOG,
                      DaybookFormDialog)

GtkWidget *daybook_register_dialog_new (DaybookRegisterFormViewModel *form);

G_END_DECLS
