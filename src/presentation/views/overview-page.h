/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * DaybookOverviewPage:
 *
 * What a book comes to: totals, today, the last twelve months, and what needs attention. Every
 * figure leads to what makes it.
 *
 * Properties, besides those of every page:
 *
 * - `overview` (DaybookOverviewViewModel, read-only): of the page's book
 */
#define DAYBOOK_TYPE_OVERVIEW_PAGE (daybook_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOverviewPage, daybook_overview_page, DAYBOOK, OVERVIEW_PAGE,
                      DaybookPage)

G_END_DECLS
