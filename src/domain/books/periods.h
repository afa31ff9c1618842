/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/book.h"

G_BEGIN_DECLS

gboolean daybook_book_check_lock    (const DaybookBook          *book,
                                     GPtrArray                  *events,
                                     GError                    **error);
gboolean daybook_book_check_closing (const DaybookBook          *book,
                                     const DaybookClosePeriod   *command,
                                     const DaybookContext       *context,
                                     GError                    **error);
gboolean daybook_book_decide_close  (const DaybookBook          *book,
                                     GArray                     *totals,
                                     guint64                     head,
                                     const guint8               *hash,
                                     const DaybookClosePeriod   *command,
                                     const DaybookContext       *context,
                                     GPtrArray                  *events,
                                     GError                    **error);
gboolean daybook_book_decide_reopen (const DaybookBook          *book,
                                     const DaybookReopenPeriod  *command,
                                     const DaybookContext       *context,
                                     GPtrArray                  *events,
                                     GError                    **error);

G_END_DECLS
