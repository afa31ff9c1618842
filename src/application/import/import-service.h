/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dispatcher.h"
#include "import/import-source.h"

G_BEGIN_DECLS

/**
 * DaybookImportRecordedFunc:
 * @item: the row
 * @receipt: of its own command
 */
typedef void (*DaybookImportRecordedFunc) (const DaybookImportItem *item,
                                           const DaybookReceipt    *receipt,
                                           gpointer                 user_data);

/**
 * DaybookImportProblemFunc:
 * @item: the row
 * @problem: why it could not be recorded
 */
typedef void (*DaybookImportProblemFunc) (const DaybookImportItem *item,
                                          const GError            *problem,
                                          gpointer                 user_data);

/**
 * DaybookImport:
 * @actor: who is named in the entries
 * @correlation: what all entries of this import share
 * @keep_going: whether to record what can be recorded although something cannot
 * @trial: whether to leave the book as it was in any case
 * @recorded: (nullable): told of each row that was recorded, in a trial too
 * @problem: (nullable): told of each row that could not be recorded
 * @progress: (nullable): told how many bytes of the files are done
 */
typedef struct
{
  const char *actor;
  const char *correlation;
  gboolean keep_going;
  gboolean trial;
  DaybookImportRecordedFunc recorded;
  gpointer recorded_data;
  DaybookImportProblemFunc problem;
  gpointer problem_data;
  DaybookProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} DaybookImport;

/**
 * DaybookImportResult:
 * @n_recorded: rows that were recorded now
 * @n_repeated: rows that had been recorded before
 * @n_idle: rows that ask for nothing, according to the profile
 * @n_problems: rows that could not be recorded
 * @n_people: people who were registered because a row needed them
 * @n_accounts: accounts that were opened likewise
 */
typedef struct
{
  guint64 n_recorded;
  guint64 n_repeated;
  guint64 n_idle;
  guint64 n_problems;
  guint64 n_people;
  guint64 n_accounts;
} DaybookImportResult;

gboolean daybook_import_record (const DaybookImport  *import,
                                DaybookDispatcher    *dispatcher,
                                DaybookImportSource  *source,
                                DaybookImportResult  *result,
                                GError              **error);

G_END_DECLS
