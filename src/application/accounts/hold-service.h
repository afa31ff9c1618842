/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

DaybookHandler daybook_hold_service_hold;
DaybookHandler daybook_hold_service_release;
DaybookHandler daybook_hold_service_capture;
DaybookHandler daybook_hold_service_expire;

G_END_DECLS
