/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision.h"

G_BEGIN_DECLS

DaybookHandler daybook_account_service_open;
DaybookHandler daybook_account_service_deposit;
DaybookHandler daybook_account_service_withdraw;
DaybookHandler daybook_account_service_transfer;

G_END_DECLS
