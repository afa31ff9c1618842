/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

DaybookHandler daybook_status_service_block;
DaybookHandler daybook_status_service_unblock;
DaybookHandler daybook_status_service_close;
DaybookHandler daybook_status_service_reopen;

G_END_DECLS
