/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"

G_BEGIN_DECLS

/* How an account stood at the end of each day, for the files of this folder only. */

/**
 * DaybookDayChange:
 * @net: what the balance changes by
 * @held: what is set aside, or, below zero, what is so no longer
 * @withdrawn: what left the book on that day
 *
 * What an event changes on its day; minor units.
 */
typedef struct
{
  gint64 net;
  gint64 held;
  gint64 withdrawn;
} DaybookDayChange;

DaybookDay daybook_account_get_standing (const DaybookAccount   *account,
                                         DaybookDate             date);
gint64     daybook_account_available_of (const DaybookDay       *day);
gboolean   daybook_account_find_least   (const DaybookAccount   *account,
                                         DaybookDate             from,
                                         gint64                  needed,
                                         DaybookDay             *first);
gboolean   daybook_account_find_shortfall (const DaybookAccount *account,
                                           const DaybookAccount *before,
                                           DaybookDate           from,
                                           DaybookDay           *first);
gboolean   daybook_account_fits         (const DaybookAccount   *account,
                                         DaybookDate             date,
                                         const DaybookDayChange *change);
gboolean   daybook_account_change       (DaybookAccount         *account,
                                         DaybookDate             date,
                                         const DaybookDayChange *change);
gboolean   daybook_account_put_back     (DaybookAccount         *account,
                                         DaybookDate             date,
                                         gint64                  amount);
void       daybook_account_set_limits   (DaybookAccount         *account,
                                         DaybookDate             date,
                                         const DaybookLimits    *limits);

G_END_DECLS
