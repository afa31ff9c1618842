/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"

G_BEGIN_DECLS

gboolean daybook_account_decide_reverse (const DaybookEvent        *original,
                                         gboolean                   already_reversed,
                                         const DaybookAccount      *from,
                                         const DaybookAccount      *to,
                                         const DaybookReverse      *command,
                                         const DaybookContext      *context,
                                         GPtrArray                 *events,
                                         GError                   **error);
gboolean daybook_account_decide_correct (const DaybookEvent        *original,
                                         gboolean                   already_reversed,
                                         GPtrArray                 *accounts,
                                         const DaybookAccountNumber *from,
                                         const DaybookAccountNumber *to,
                                         const DaybookCorrect      *command,
                                         const DaybookContext      *context,
                                         GPtrArray                 *events,
                                         GError                   **error);

G_END_DECLS
