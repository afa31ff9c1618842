/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "list-page.h"

G_BEGIN_DECLS

/**
 * DaybookAccountsPage:
 *
 * The book's accounts, with a search.
 */
#define DAYBOOK_TYPE_ACCOUNTS_PAGE (daybook_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAccountsPage, daybook_accounts_page, DAYBOOK, ACCOUNTS_PAGE,
                      DaybookListPage)

G_END_DECLS
