/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

gboolean daybook_people_service_register (DaybookRepository     *repository,
                                          const DaybookCommand  *command,
                                          const DaybookContext  *context,
                                          DaybookDecision       *decision,
                                          GError               **error);

G_END_DECLS
