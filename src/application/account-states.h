/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"
#include "ports/event-store.h"
#include "ports/snapshots.h"

G_BEGIN_DECLS

/**
 * DaybookAccountStates:
 *
 * What the accounts are now, folded from their streams and kept.
 */
typedef struct _DaybookAccountStates DaybookAccountStates;

DaybookAccountStates *daybook_account_states_new           (DaybookEventStore    *store);
void                  daybook_account_states_free          (DaybookAccountStates *self);
void                  daybook_account_states_set_snapshots (DaybookAccountStates *self,
                                                            DaybookSnapshots     *snapshots,
                                                            guint                 every);
void                  daybook_account_states_forget        (DaybookAccountStates *self);
void                  daybook_account_states_trim          (DaybookAccountStates *self);
void                  daybook_account_states_note          (DaybookAccountStates *self,
                                                            GPtrArray            *events,
                                                            GArray               *expectations);
const DaybookAccount *daybook_account_states_get           (DaybookAccountStates *self,
                                                            const DaybookAccountNumber *number,
                                                            guint64              *version,
                                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAccountStates, daybook_account_states_free)

G_END_DECLS
