/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"
#include "accounts/hold-records.h"

G_BEGIN_DECLS

gboolean daybook_account_decide_hold    (const DaybookAccount    *account,
                                         const DaybookPlaceHold  *command,
                                         const DaybookContext    *context,
                                         GPtrArray               *events,
                                         GError                 **error);
gboolean daybook_account_decide_release (const DaybookAccount    *account,
                                         const DaybookEvent      *placed,
                                         const DaybookRelease    *command,
                                         const DaybookContext    *context,
                                         GPtrArray               *events,
                                         GError                 **error);
gboolean daybook_account_decide_capture (const DaybookAccount    *account,
                                         const DaybookEvent      *placed,
                                         const DaybookCapture    *command,
                                         const DaybookContext    *context,
                                         GPtrArray               *events,
                                         GError                 **error);
gboolean daybook_account_decide_expire  (const DaybookAccount    *account,
                                         const DaybookEvent      *placed,
                                         const DaybookExpire     *command,
                                         const DaybookContext    *context,
                                         GPtrArray               *events,
                                         GError                 **error);

G_END_DECLS
