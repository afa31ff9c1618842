/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * DaybookAccountPage:
 *
 * An account: its balance, what can be done with it, and its entries.
 *
 * Properties:
 *
 * - `account` (DaybookAccountViewModel): read-only, as a page is of one, for as long as it is there
 */
#define DAYBOOK_TYPE_ACCOUNT_PAGE (daybook_account_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAccountPage, daybook_account_page, DAYBOOK, ACCOUNT_PAGE, DaybookPage)

GtkWidget               *daybook_account_page_new         (DaybookAccountViewModel *account);
DaybookAccountViewModel *daybook_account_page_get_account (DaybookAccountPage      *self);

G_END_DECLS
