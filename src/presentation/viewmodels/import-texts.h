/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import-task.h"

G_BEGIN_DECLS

char  *daybook_import_outcome_text (const DaybookImportOutcome *outcome,
                                    gboolean                    trial);
void   daybook_import_fill_lines   (GListStore                 *lines,
                                    const DaybookImportOutcome *outcome,
                                    DaybookReadModel           *names);
void   daybook_import_habits       (DaybookSheetHabits         *habits);

G_END_DECLS
