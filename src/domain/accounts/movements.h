/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"

G_BEGIN_DECLS

gboolean daybook_account_decide_deposit  (const DaybookAccount   *account,
                                          const DaybookDeposit   *command,
                                          const DaybookContext   *context,
                                          GPtrArray              *events,
                                          GError                **error);
gboolean daybook_account_decide_withdraw (const DaybookAccount   *account,
                                          const DaybookWithdraw  *command,
                                          const DaybookContext   *context,
                                          GPtrArray              *events,
                                          GError                **error);
gboolean daybook_account_decide_transfer (const DaybookAccount   *from,
                                          const DaybookAccount   *to,
                                          const DaybookTransfer  *command,
                                          const DaybookContext   *context,
                                          GPtrArray              *events,
                                          GError                **error);

DaybookEvent *daybook_movement_to_event  (const DaybookMovement  *movement,
                                          DaybookDate             date,
                                          const char             *memo,
                                          guint64                 corrects);

G_END_DECLS
