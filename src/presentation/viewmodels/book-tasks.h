/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"
#include "ports/bookshelf.h"
#include "task-view-model.h"

G_BEGIN_DECLS

/* Long work at an open book. None has begun yet. */

DaybookTaskViewModel *daybook_verify_task_new  (DaybookBookshelf     *bookshelf,
                                                DaybookBookViewModel *book);
DaybookTaskViewModel *daybook_rebuild_task_new (DaybookBookshelf     *bookshelf,
                                                DaybookBookViewModel *book);
DaybookTaskViewModel *daybook_copy_task_new    (DaybookBookshelf     *bookshelf,
                                                DaybookBookViewModel *book,
                                                const char           *target);
char                 *daybook_copy_suggest_name (DaybookBookViewModel *book);

G_END_DECLS
