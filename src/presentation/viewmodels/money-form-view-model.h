/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "account-row.h"
#include "form-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookMoneyFormViewModel:
 *
 * Deposit, withdraw or transfer. A deposit has no `from`, a withdrawal no `to`; there these
 * properties exist, stay empty and do nothing.
 *
 * Properties besides those of #DaybookFormViewModel:
 *
 * - `kind` (DaybookMoneyKind, read-only)
 * - `amount`, `amount-error`: in the user's notation, simple sums allowed
 * - `date`, `date-error`: the value date; today at first
 * - `memo`, `memo-error`
 * - `from`, `from-error`, `to`, `to-error`: WHO as typed: a username, an account number,
 *   `ref:REFERENCE`; or picked, which puts the number there
 * - `from-title`, `to-title` (text, read-only): the account that is meant, its title and number;
 *   empty until it is known
 * - `from-available`, `to-available` (text, read-only): "Available: 40.00 €", or empty
 * - `from-candidates`, `to-candidates` (GListModel of DaybookAccountRow, read-only): accounts that
 *   the text could mean; empty once it is known
 * - `method` (guint, writable): 0 is cash, 1 is bank; not for transfers
 * - `from-fixed`, `to-fixed` (boolean, read-only): whether the form was opened for this account, so
 *   that it needs not be asked for
 */
#define DAYBOOK_TYPE_MONEY_FORM_VIEW_MODEL (daybook_money_form_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMoneyFormViewModel, daybook_money_form_view_model, DAYBOOK,
                      MONEY_FORM_VIEW_MODEL, DaybookFormViewModel)

DaybookMoneyFormViewModel *daybook_money_form_view_model_new
                                                     (DaybookBookViewModel      *book,
                                                      DaybookMoneyKind           kind,
                                                      guint                      account);
DaybookMoneyKind           daybook_money_form_view_model_get_kind
                                                     (DaybookMoneyFormViewModel *self);
void                       daybook_money_form_view_model_pick_from
                                                     (DaybookMoneyFormViewModel *self,
                                                      DaybookAccountRow         *account);
void                       daybook_money_form_view_model_pick_to
                                                     (DaybookMoneyFormViewModel *self,
                                                      DaybookAccountRow         *account);

G_END_DECLS
