/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-days.h"
#include "refusal.h"

G_BEGIN_DECLS

/* What decisions about an account have in common, for the files of this folder only. */

gboolean daybook_account_check_open       (const DaybookAccount   *account,
                                           const char             *field,
                                           GError                **error);
gboolean daybook_account_check_open_on    (const DaybookAccount   *account,
                                           DaybookDate             date,
                                           const char             *field,
                                           const DaybookContext   *context,
                                           GError                **error);
gboolean daybook_account_check_free       (const DaybookAccount   *account,
                                           DaybookSide             side,
                                           const char             *field,
                                           GError                **error);
gboolean daybook_account_check_amount     (const DaybookAccount   *account,
                                           DaybookDecimal          decimal,
                                           gint64                 *amount,
                                           GError                **error);
gboolean daybook_account_check_debit      (const DaybookAccount   *account,
                                           gint64                  amount,
                                           DaybookDate             date,
                                           GError                **error);
gboolean daybook_account_check_withdrawal (const DaybookAccount   *account,
                                           gint64                  amount,
                                           DaybookDate             date,
                                           GError                **error);
gboolean daybook_account_check_covered    (const DaybookAccount   *account,
                                           const DaybookAccount   *before,
                                           DaybookDate             from,
                                           DaybookRefusal          code,
                                           const char             *field,
                                           GError                **error);
gboolean daybook_account_check_fits       (const DaybookAccount   *account,
                                           const DaybookDayChange *change,
                                           DaybookDate             date,
                                           GError                **error);

/* The field's text; "-" takes away what there is. */
static inline const char *
text_or_none (const char *text)
{
  return g_strcmp0 (text, "-") == 0 ? NULL : text;
}

G_END_DECLS
