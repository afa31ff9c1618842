/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

gboolean daybook_hold_service_hold    (DaybookRepository     *repository,
                                       const DaybookCommand  *command,
                                       const DaybookContext  *context,
                                       DaybookDecision       *decision,
                                       GError               **error);
gboolean daybook_hold_service_release (DaybookRepository     *repository,
                                       const DaybookCommand  *command,
                                       const DaybookContext  *context,
                                       DaybookDecision       *decision,
                                       GError               **error);
gboolean daybook_hold_service_capture (DaybookRepository     *repository,
                                       const DaybookCommand  *command,
                                       const DaybookContext  *context,
                                       DaybookDecision       *decision,
                                       GError               **error);
gboolean daybook_hold_service_expire  (DaybookRepository     *repository,
                                       const DaybookCommand  *command,
                                       const DaybookContext  *context,
                                       DaybookDecision       *decision,
                                       GError               **error);

G_END_DECLS
