/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/entry-filter.h"

G_BEGIN_DECLS

GListModel                 *daybook_entry_kinds      (void);
const DaybookSchema *const *daybook_entry_kind_types (guint kind);
const char                 *daybook_entry_kind_words (guint kind);

G_END_DECLS
