/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookTaskDialog:
 *
 * Long work, in front of a window that stays alive: what is done, how far it is, Cancel, and what
 * came of it. Closes by itself once it was cancelled; who closes it before the end cancels.
 *
 * Properties:
 *
 * - `task` (DaybookTaskViewModel): begins once the dialog is shown
 */
#define DAYBOOK_TYPE_TASK_DIALOG (daybook_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTaskDialog, daybook_task_dialog, DAYBOOK, TASK_DIALOG, AdwWindow)

GtkWidget *daybook_task_dialog_new        (DaybookTaskViewModel *task);
gboolean   daybook_task_dialog_is_at_work (DaybookTaskDialog    *self);

G_END_DECLS
