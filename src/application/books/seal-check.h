/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/book.h"
#include "ports/event-store.h"

G_BEGIN_DECLS

/**
 * DaybookSealCheck:
 * @until: the last day of the period that was closed
 * @totals: (nullable): its control totals, as daybook_control_format() writes them
 * @sealed: the number of the last entry before the closing
 * @reopened: whether the period was opened again since
 * @intact: whether every entry up to there is what it was when the seal was made
 * @verdict: what is wrong, if not
 *
 * What a seal says about a book.
 */
typedef struct
{
  DaybookDate until;
  char *totals;
  guint64 sealed;
  gboolean reopened;
  gboolean intact;
  DaybookVerdict verdict;
} DaybookSealCheck;

void     daybook_seal_check_clear (DaybookSealCheck     *check);
gboolean daybook_seal_check_run   (DaybookSealCheck     *check,
                                   DaybookEventStore    *store,
                                   const char           *code,
                                   DaybookProgressFunc   progress,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookSealCheck, daybook_seal_check_clear)

G_END_DECLS
