/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "read-model/projection.h"

/* What the control totals' projection and its check share; nobody else includes this. */

G_BEGIN_DECLS

/**
 * DaybookSum:
 *
 * Minor units. Each account fits into 64 bits (rule 12), all of them together need not. This holds
 * the sum of as many of the largest entries as there can be positions.
 */
__extension__ typedef __int128 DaybookSum;

/**
 * DaybookControlSums:
 * @accounts: what was added to accounts
 * @cash: what was added to cash in hand
 * @bank: what was added at the bank
 * @paid_in: what came in; what went out is the difference to @accounts
 *
 * Both sides of movements of money, in one currency.
 */
typedef struct
{
  DaybookSum accounts;
  DaybookSum cash;
  DaybookSum bank;
  DaybookSum paid_in;
} DaybookControlSums;

/**
 * DaybookControlDay:
 *
 * What one day's entries in one currency did.
 */
typedef struct
{
  DaybookCurrency currency;
  DaybookDate date;
  DaybookControlSums sums;
} DaybookControlDay;

void     daybook_control_sums_add (DaybookControlSums        *sums,
                                   const DaybookControlSums  *more);
gboolean daybook_control_step     (sqlite3_stmt              *stmt,
                                   gboolean                  *row,
                                   DaybookControlDay         *day,
                                   GError                   **error);
gint64   daybook_sum_clamp        (DaybookSum                 sum,
                                   gboolean                  *too_large);

guint64  daybook_control_key      (DaybookCurrency            currency,
                                   DaybookDate                date);

G_END_DECLS
