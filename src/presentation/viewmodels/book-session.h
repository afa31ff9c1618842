/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookBookSession:
 *
 * What a window knows of an open book that does not stand in the book: how whoever sits there likes
 * to work, and what checking it has shown since it was opened.
 *
 * Properties, all writable:
 *
 * - `method` (guint): how money is mostly moved: 0 is cash, 1 is bank
 * - `asks-again` (boolean): whether a form asks once more before it records
 * - `checked` (text): what verifying the book has shown; empty if nobody did
 */
#define DAYBOOK_TYPE_BOOK_SESSION (daybook_book_session_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBookSession, daybook_book_session, DAYBOOK, BOOK_SESSION, GObject)

DaybookBookSession *daybook_book_session_of             (DaybookBookViewModel *book);
guint               daybook_book_session_get_method     (DaybookBookSession   *self);
gboolean            daybook_book_session_get_asks_again (DaybookBookSession   *self);

G_END_DECLS
