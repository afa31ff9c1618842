/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookRecentBook:
 *
 * A book that was opened on this desk before. Never changes.
 *
 * Properties, all read-only:
 *
 * - `name` (text): the file's name, without its ending
 * - `folder` (text): where the file is, the home folder as `~`
 * - `path` (text): for daybook_shelf_view_model_open()
 */
#define DAYBOOK_TYPE_RECENT_BOOK (daybook_recent_book_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRecentBook, daybook_recent_book, DAYBOOK, RECENT_BOOK, DaybookRow)

DaybookRecentBook *daybook_recent_book_new         (const char        *path);
const char        *daybook_recent_book_get_path    (DaybookRecentBook *self);
char              *daybook_recent_book_find_origin (const char        *path);

G_END_DECLS
