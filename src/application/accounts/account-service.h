/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

gboolean daybook_account_service_open     (DaybookRepository     *repository,
                                           const DaybookCommand  *command,
                                           const DaybookContext  *context,
                                           DaybookDecision       *decision,
                                           GError               **error);
gboolean daybook_account_service_deposit  (DaybookRepository     *repository,
                                           const DaybookCommand  *command,
                                           const DaybookContext  *context,
                                           DaybookDecision       *decision,
                                           GError               **error);
gboolean daybook_account_service_withdraw (DaybookRepository     *repository,
                                           const DaybookCommand  *command,
                                           const DaybookContext  *context,
                                           DaybookDecision       *decision,
                                           GError               **error);
gboolean daybook_account_service_transfer (DaybookRepository     *repository,
                                           const DaybookCommand  *command,
                                           const DaybookContext  *context,
                                           DaybookDecision       *decision,
                                           GError               **error);
gboolean daybook_account_service_reverse  (DaybookRepository     *repository,
                                           const DaybookCommand  *command,
                                           const DaybookContext  *context,
                                           DaybookDecision       *decision,
                                           GError               **error);

G_END_DECLS
