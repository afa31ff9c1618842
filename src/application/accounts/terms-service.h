/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

DaybookHandler daybook_terms_service_add_holder;
DaybookHandler daybook_terms_service_remove_holder;
DaybookHandler daybook_terms_service_limits;
DaybookHandler daybook_terms_service_rename;

G_END_DECLS
