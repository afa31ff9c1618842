/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recent-book.h"

G_BEGIN_DECLS

typedef struct _DaybookRecentBooks DaybookRecentBooks;

DaybookRecentBooks *daybook_recent_books_new       (GSettings          *settings);
void                daybook_recent_books_free      (DaybookRecentBooks *self);
GListModel         *daybook_recent_books_get_model (DaybookRecentBooks *self);
const char         *daybook_recent_books_find_same (DaybookRecentBooks *self,
                                                    const char         *path);
void                daybook_recent_books_add       (DaybookRecentBooks *self,
                                                    const char         *path);
void                daybook_recent_books_remove    (DaybookRecentBooks *self,
                                                    const char         *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRecentBooks, daybook_recent_books_free)

G_END_DECLS
