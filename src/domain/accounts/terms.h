/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"

G_BEGIN_DECLS

gboolean daybook_account_decide_add_holder    (const DaybookAccount       *account,
                                               const char                 *person,
                                               const DaybookAddHolder     *command,
                                               const DaybookContext       *context,
                                               GPtrArray                  *events,
                                               GError                    **error);
gboolean daybook_account_decide_remove_holder (const DaybookAccount       *account,
                                               const char                 *person,
                                               const DaybookRemoveHolder  *command,
                                               const DaybookContext       *context,
                                               GPtrArray                  *events,
                                               GError                    **error);
gboolean daybook_account_decide_limits        (const DaybookAccount       *account,
                                               const DaybookChangeLimits  *command,
                                               const DaybookContext       *context,
                                               GPtrArray                  *events,
                                               GError                    **error);
gboolean daybook_account_decide_rename        (const DaybookAccount       *account,
                                               const DaybookRenameAccount *command,
                                               const DaybookContext       *context,
                                               GPtrArray                  *events,
                                               GError                    **error);

gboolean daybook_limit_to_minor               (DaybookDecimal              decimal,
                                               DaybookCurrency             currency,
                                               const char                 *field,
                                               gint64                     *minor,
                                               GError                    **error);

G_END_DECLS
