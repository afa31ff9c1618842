/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

DaybookHandler daybook_people_service_register;
DaybookHandler daybook_people_service_change;

G_END_DECLS
