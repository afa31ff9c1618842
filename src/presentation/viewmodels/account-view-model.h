/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookAccountViewModel:
 *
 * An account's page. Follows the book; a change that does not concern the account does nothing.
 *
 * Properties, all read-only:
 *
 * - `key` (guint)
 * - `number` (text): `0001 2345 97`
 * - `title` (text): what the account is called, or else whose it is
 * - `caption` (text): what else tells it apart: whose it is if the title does not say, its number
 * - `holders` (text): full names
 * - `reference` (text): its number in some other system, or empty
 * - `balance`, `available`, `on-hold` (text)
 * - `overdraft` (text): how far below zero it may go, or empty if it may not
 * - `status` (text): empty while it is open
 * - `is-open` (boolean): whether money can move: what Deposit, Withdraw and Transfer depend on
 * - `is-overdrawn` (boolean)
 * - `entries` (GListModel of DaybookEntryRow): newest first
 * - `entries-state` (text): `empty` or `list`
 */
#define DAYBOOK_TYPE_ACCOUNT_VIEW_MODEL (daybook_account_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAccountViewModel, daybook_account_view_model, DAYBOOK,
                      ACCOUNT_VIEW_MODEL, GObject)

DaybookAccountViewModel *daybook_account_view_model_new      (DaybookBookViewModel    *book,
                                                              guint                    key);
guint                    daybook_account_view_model_get_key  (DaybookAccountViewModel *self);
DaybookBookViewModel    *daybook_account_view_model_get_book (DaybookAccountViewModel *self);

G_END_DECLS
