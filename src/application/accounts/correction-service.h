/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

DaybookHandler daybook_correction_service_reverse;
DaybookHandler daybook_correction_service_correct;

G_END_DECLS
