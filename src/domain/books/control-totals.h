/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookControlTotal:
 * @accounts: the sum of all accounts' balances, minor units
 * @cash: what is in hand, minor units
 * @bank: what is in the bank, minor units
 * @too_large: whether one of the sums left 64 bits; they mean nothing then
 *
 * The control totals of one currency (rule 34): every movement is double, so what is owed to the
 * accounts' holders is what there is in cash and in the bank.
 */
typedef struct
{
  DaybookCurrency currency;
  gint64 accounts;
  gint64 cash;
  gint64 bank;
  gboolean too_large;
} DaybookControlTotal;

GArray   *daybook_control_new    (void);
void      daybook_control_add    (GArray              *totals,
                                  const DaybookEvent  *event,
                                  DaybookDate          until);
gboolean  daybook_control_check  (GArray              *totals,
                                  GError             **error);
char     *daybook_control_format (GArray              *totals);
GArray   *daybook_control_parse  (const char          *text);

G_END_DECLS
