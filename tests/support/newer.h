/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/event-store.h"

G_BEGIN_DECLS

void append_what_is_newer (DaybookEventStore *store,
                           const char        *command_id);

G_END_DECLS
