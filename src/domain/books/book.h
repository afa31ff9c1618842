/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/book-records.h"
#include "books/period-records.h"
#include "context.h"

G_BEGIN_DECLS

/**
 * DaybookClosing:
 * @until: the last day of the period
 * @totals: (nullable): the control totals at its end, as daybook_control_format() writes them
 * @sealed: the number of the last entry before the closing
 * @seal: the code that people keep on paper
 * @reopened: whether the period was opened again
 *
 * A period that was closed.
 */
typedef struct
{
  DaybookDate until;
  char *totals;
  guint64 sealed;
  char *seal;
  gboolean reopened;
} DaybookClosing;

/**
 * DaybookBook:
 * @name: (nullable): %NULL until it was started
 * @currency: the home currency
 * @time_zone: a tz database name
 * @currencies: (nullable) (element-type DaybookCurrency): those that it took on since
 * @closings: (nullable) (element-type DaybookClosing): its periods, in the order of closing
 *
 * The book itself, as its own stream tells it.
 */
typedef struct
{
  char *name;
  DaybookCurrency currency;
  char *time_zone;
  GArray *currencies;
  GArray *closings;
} DaybookBook;

DaybookBook          *daybook_book_new              (void);
DaybookBook          *daybook_book_copy             (const DaybookBook        *book);
void                  daybook_book_free             (DaybookBook              *book);
gboolean              daybook_book_evolve           (DaybookBook              *book,
                                                     const DaybookEvent       *event);
gboolean              daybook_book_reads_alike      (const DaybookEvent       *event);
gboolean              daybook_book_has_currency     (const DaybookBook        *book,
                                                     DaybookCurrency           currency);
const DaybookClosing *daybook_book_get_latest       (const DaybookBook        *book);
DaybookDate           daybook_book_get_closed_until (const DaybookBook        *book);

DaybookEvent         *daybook_book_add_currency     (DaybookCurrency           currency,
                                                     DaybookDate               date);
gboolean              daybook_book_decide_start     (const DaybookBook        *book,
                                                     const DaybookStart       *command,
                                                     const DaybookContext     *context,
                                                     GPtrArray                *events,
                                                     GError                  **error);
gboolean              daybook_book_decide_rename    (const DaybookBook        *book,
                                                     const DaybookRenameBook  *command,
                                                     const DaybookContext     *context,
                                                     GPtrArray                *events,
                                                     GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookBook, daybook_book_free)

G_END_DECLS
