/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-days.h"

G_BEGIN_DECLS

/* What each type of event does to an account: the parts of daybook_account_evolve(), for the files
 * of this folder only. Each returns whether the event can follow on the account. */

gboolean daybook_account_evolve_placed     (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_released   (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_captured   (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_expired    (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_renamed    (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_added      (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_removed    (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_limits     (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_opened     (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_blocked    (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_unblocked  (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_closed     (DaybookAccount     *account,
                                            const DaybookEvent *event);
gboolean daybook_account_evolve_reopened   (DaybookAccount     *account,
                                            const DaybookEvent *event);

G_END_DECLS
