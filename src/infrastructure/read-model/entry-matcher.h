/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookEntryMatcher:
 *
 * A filter, made ready to be held against a million entries.
 */
typedef struct _DaybookEntryMatcher DaybookEntryMatcher;

DaybookEntryMatcher *daybook_entry_matcher_new     (const DaybookEntryFilter  *filter,
                                                    DaybookReadModel          *names,
                                                    GError                   **error);
void                 daybook_entry_matcher_free    (DaybookEntryMatcher       *self);
gboolean             daybook_entry_matcher_matches (DaybookEntryMatcher       *self,
                                                    const DaybookEntry        *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookEntryMatcher, daybook_entry_matcher_free)

G_END_DECLS
