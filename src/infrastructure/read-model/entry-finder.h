/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

gboolean daybook_find_entries (DaybookReadModel          *read_model,
                               const DaybookEntryFilter  *filter,
                               guint64                    after_position,
                               guint64                    until_position,
                               DaybookFoundFunc           func,
                               gpointer                   user_data,
                               GError                   **error);

G_END_DECLS
