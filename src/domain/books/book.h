/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/book-records.h"
#include "context.h"

G_BEGIN_DECLS

/**
 * DaybookBook:
 * @name: (nullable): %NULL until it was started
 * @currency: the home currency
 * @time_zone: a tz database name
 *
 * The book itself, as its own stream tells it.
 */
typedef struct
{
  char *name;
  DaybookCurrency currency;
  char *time_zone;
} DaybookBook;

DaybookBook *daybook_book_new          (void);
DaybookBook *daybook_book_copy         (const DaybookBook     *book);
void         daybook_book_free         (DaybookBook           *book);
gboolean     daybook_book_evolve       (DaybookBook           *book,
                                        const DaybookEvent    *event);
gboolean     daybook_book_decide_start (const DaybookBook     *book,
                                        const DaybookStart    *command,
                                        const DaybookContext  *context,
                                        GPtrArray             *events,
                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookBook, daybook_book_free)

G_END_DECLS
