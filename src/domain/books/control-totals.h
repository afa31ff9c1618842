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
 * @beyond: how often each of the three left 64 bits at the top, less how often at the bottom: what
 *   is not zero in the end does not fit, and means nothing
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
  int beyond[3];
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
