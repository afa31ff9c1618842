/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"

G_BEGIN_DECLS

/* What decisions about an account have in common, for the files of this folder only. */

gboolean daybook_account_check_open_on (const DaybookAccount  *account,
                                        DaybookDate            date,
                                        const char            *field,
                                        const DaybookContext  *context,
                                        GError               **error);
gboolean daybook_account_check_amount  (const DaybookAccount  *account,
                                        DaybookDecimal         decimal,
                                        gint64                *amount,
                                        GError               **error);
gboolean daybook_account_check_debit   (const DaybookAccount  *account,
                                        gint64                 amount,
                                        DaybookDate            date,
                                        GError               **error);
gboolean daybook_account_check_fits    (const DaybookAccount  *account,
                                        gint64                 net,
                                        DaybookDate            date,
                                        GError               **error);
gboolean daybook_account_check_held    (const DaybookAccount  *account,
                                        gint64                 change_of_held,
                                        DaybookDate            date,
                                        GError               **error);

static inline DaybookDate
day_or_today (DaybookDate           date,
              const DaybookContext *context)
{
  return date != DAYBOOK_DATE_NONE ? date : context->today;
}

G_END_DECLS
