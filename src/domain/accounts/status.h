/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"
#include "books/book.h"

G_BEGIN_DECLS

gboolean daybook_account_decide_open    (guint64                last_sequence,
                                         gboolean               reference_taken,
                                         const char            *holder_id,
                                         const DaybookBook     *book,
                                         const DaybookOpen     *command,
                                         const DaybookContext  *context,
                                         GPtrArray             *events,
                                         GError               **error);
gboolean daybook_account_decide_block   (const DaybookAccount  *account,
                                         const DaybookBlock    *command,
                                         const DaybookContext  *context,
                                         GPtrArray             *events,
                                         GError               **error);
gboolean daybook_account_decide_unblock (const DaybookAccount  *account,
                                         const DaybookUnblock  *command,
                                         const DaybookContext  *context,
                                         GPtrArray             *events,
                                         GError               **error);
gboolean daybook_account_decide_close   (const DaybookAccount  *account,
                                         const DaybookAccount  *to,
                                         const DaybookClose    *command,
                                         const DaybookContext  *context,
                                         GPtrArray             *events,
                                         GError               **error);
gboolean daybook_account_decide_reopen  (const DaybookAccount  *account,
                                         const DaybookReopen   *command,
                                         const DaybookContext  *context,
                                         GPtrArray             *events,
                                         GError               **error);

G_END_DECLS
