/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/import-source.h"
#include "import/sheet.h"
#include "import/sheet-plan.h"
#include "ports/read-model.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_SHEET_SOURCE (daybook_sheet_source_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSheetSource, daybook_sheet_source, DAYBOOK, SHEET_SOURCE, GObject)

DaybookImportSource *daybook_sheet_source_new (DaybookSheet           *sheet,
                                               const DaybookSheetPlan *plan,
                                               DaybookReadModel       *read_model,
                                               DaybookCurrency         home);

G_END_DECLS
