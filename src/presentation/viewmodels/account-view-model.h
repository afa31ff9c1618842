/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookAccountViewModel:
 *
 * An account's page. Follows the book; a change that does not concern the account does nothing.
 * While the book cannot record, nothing `can`.
 *
 * Properties, all read-only:
 *
 * - `key` (guint)
 * - `title` (text): what the account is called, or else whose it is
 * - `caption` (text): what else tells it apart: whose it is if the title does not say, its number
 * - `holders` (text): full names
 * - `reference` (text): its number in some other system, or empty
 * - `balance`, `available` (text)
 * - `on-hold` (text): what is set aside, or empty if nothing is
 * - `terms` (text): the limits that are set, or empty if none is
 * - `notice` (text): for a banner: that no money goes out or comes in, and why; empty if it does
 * - `is-joint` (boolean): whether it has several holders
 * - `authority` (text): who of them may withdraw, or empty if there is only one
 * - `joint-holders` (GListModel of DaybookPersonRow): they; empty if there is only one
 * - `holds` (GListModel of DaybookHoldRow): what is set aside, and has not ended
 * - `holds-title` (text): how many that are
 * - `can-deposit`, `can-withdraw` (boolean): whether money can come in, and go out: into cash, to
 *   another account or from what is set aside
 * - `can-change` (boolean): whether its terms can change, and what is set aside
 * - `can-block`, `can-unblock`, `can-close`, `can-reopen` (boolean): whether that can be asked for
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
