/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * DaybookDaybookPage:
 *
 * Every entry of the book, as sentences, or those that are asked for.
 *
 * Properties:
 *
 * - `daybook` (DaybookDaybookViewModel, read-only): of the page's book
 */
#define DAYBOOK_TYPE_DAYBOOK_PAGE (daybook_daybook_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDaybookPage, daybook_daybook_page, DAYBOOK, DAYBOOK_PAGE, DaybookPage)

G_END_DECLS
