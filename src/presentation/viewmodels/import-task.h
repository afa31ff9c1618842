/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"
#include "import/import-service.h"
#include "import/sheet-plan.h"
#include "ports/bookshelf.h"
#include "task-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookImportSum:
 * @n_entries: how many rows moved money in that currency
 * @money_in: minor units
 * @money_out: minor units
 *
 * What an import moves in one currency.
 */
typedef struct
{
  DaybookCurrency currency;
  guint64 n_entries;
  gint64 money_in;
  gint64 money_out;
} DaybookImportSum;

/**
 * DaybookImportSample:
 * @event: what was recorded of a row
 * @newcomer: (nullable): whose account was opened for it
 */
typedef struct
{
  DaybookEvent *event;
  char *newcomer;
} DaybookImportSample;

/**
 * DaybookImportFlaw:
 * @row: where it stands, as a spreadsheet counts rows
 * @problem: why it could not be recorded
 */
typedef struct
{
  guint64 row;
  GError *problem;
} DaybookImportFlaw;

/**
 * DaybookImportOutcome:
 * @sums: (element-type DaybookImportSum): in the order in which the currencies occurred
 * @samples: (element-type DaybookImportSample): of the first days
 * @flaws: (element-type DaybookImportFlaw): the first ones, by row
 *
 * What an import has come to, or would.
 */
typedef struct
{
  DaybookImportResult result;
  GArray *sums;
  GArray *samples;
  GArray *flaws;
} DaybookImportOutcome;

DaybookTaskViewModel       *daybook_import_task_new         (DaybookBookshelf       *bookshelf,
                                                             DaybookBookViewModel   *book,
                                                             DaybookSheet           *sheet,
                                                             const DaybookSheetPlan *plan,
                                                             gboolean                trial);
const DaybookImportOutcome *daybook_import_task_get_outcome (DaybookTaskViewModel   *task);

G_END_DECLS
