/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookWelcomePage:
 *
 * What there is before a book is open: New Book, Open, a sample, and the books opened last.
 *
 * Properties:
 *
 * - `shelf` (DaybookShelfViewModel)
 */
#define DAYBOOK_TYPE_WELCOME_PAGE (daybook_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWelcomePage, daybook_welcome_page, DAYBOOK, WELCOME_PAGE, AdwBin)

G_END_DECLS
