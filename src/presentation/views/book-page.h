/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookBookPage:
 *
 * An open book: the sidebar, the page beside it, and the toasts that tell what was recorded.
 *
 * Properties:
 *
 * - `book` (DaybookBookViewModel)
 *
 * Actions, which everything inside uses:
 *
 * - `book.show` (s): `overview`, `accounts`, `people` or `daybook`
 * - `book.show-account` (u), `book.show-person` (u): by their key
 * - `book.show-sidebar`, `book.back`
 * - `book.deposit`, `book.withdraw`, `book.transfer`: for the account that is shown, if one is
 * - `book.register-person`, `book.open-account`: for the person who is shown, if one is
 * - `book.undo`, `book.undo-entry` (t): the last, or one that was told of by its first entry
 */
#define DAYBOOK_TYPE_BOOK_PAGE (daybook_book_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBookPage, daybook_book_page, DAYBOOK, BOOK_PAGE, AdwBin)

void daybook_book_page_set_recent (DaybookBookPage *self,
                                   GListModel      *recent);
const char *daybook_book_page_get_help (DaybookBookPage *self);

G_END_DECLS
