/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "repository.h"

G_BEGIN_DECLS

/**
 * DaybookOutlook:
 * @events: (element-type DaybookEvent): what would be recorded
 * @accounts: (element-type DaybookAccount): the accounts concerned, as they would be then
 *
 * What a command would lead to if it were given now.
 */
typedef struct
{
  GPtrArray *events;
  GPtrArray *accounts;
} DaybookOutlook;

DaybookOutlook       *daybook_outlook_new          (GPtrArray                  *events,
                                                    DaybookRepository          *repository,
                                                    GError                    **error);
void                  daybook_outlook_free         (DaybookOutlook             *self);
const DaybookAccount *daybook_outlook_find_account (const DaybookOutlook       *self,
                                                    const DaybookAccountNumber *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOutlook, daybook_outlook_free)

G_END_DECLS
