/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"
#include "paged-model.h"

G_BEGIN_DECLS

typedef struct _DaybookAccountEntries DaybookAccountEntries;

DaybookAccountEntries *daybook_account_entries_new       (DaybookBookViewModel        *book,
                                                          const DaybookAccountFigures *figures,
                                                          guint64                      position);
void                   daybook_account_entries_free      (DaybookAccountEntries       *self);
GListModel            *daybook_account_entries_get_model (DaybookAccountEntries       *self);
void                   daybook_account_entries_refresh   (DaybookAccountEntries       *self,
                                                          const DaybookAccountFigures *figures,
                                                          const DaybookChanges        *changes);
void                   daybook_account_entries_skip      (DaybookAccountEntries       *self,
                                                          const DaybookChanges        *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAccountEntries, daybook_account_entries_free)

G_END_DECLS
