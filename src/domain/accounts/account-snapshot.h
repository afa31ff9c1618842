/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"

G_BEGIN_DECLS

/* Raised whenever daybook_account_evolve() folds differently or a state has another form: states
 * that older code folded are then folded again. */
#define DAYBOOK_ACCOUNT_FOLDING 4

#define DAYBOOK_ACCOUNT_STATE_TYPE \
  ((const GVariantType *) "(smssuuuasu(xxxx)msmsxxa(sxuu)a(uxxxxx(xxxx)))")

GVariant       *daybook_account_save    (const DaybookAccount *account);
DaybookAccount *daybook_account_restore (GVariant             *state);

G_END_DECLS
