/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "list-page.h"

G_BEGIN_DECLS

/**
 * DaybookPeoplePage:
 *
 * The people whom the book knows, with a search.
 */
#define DAYBOOK_TYPE_PEOPLE_PAGE (daybook_people_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPeoplePage, daybook_people_page, DAYBOOK, PEOPLE_PAGE, DaybookListPage)

G_END_DECLS
