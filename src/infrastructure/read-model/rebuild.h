/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"

G_BEGIN_DECLS

gboolean daybook_read_model_rebuild (const char           *path,
                                     DaybookEventStore    *store,
                                     DaybookProgressFunc   progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
