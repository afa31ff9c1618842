/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookFoundKind:
 * @DAYBOOK_FOUND_ACCOUNTS: a list of DaybookAccountRow
 * @DAYBOOK_FOUND_PEOPLE: a list of DaybookPersonRow
 */
typedef enum
{
  DAYBOOK_FOUND_ACCOUNTS,
  DAYBOOK_FOUND_PEOPLE,
} DaybookFoundKind;

/**
 * DaybookListViewModel:
 *
 * A book's accounts, or its people: a GListModel of those that are searched for, in the order that
 * is chosen. What is chosen lasts as long as the book is open.
 *
 * Properties, read-only unless said otherwise:
 *
 * - `search` (text, writable): what to look for, as typed
 * - `sort` (text, writable): accounts by `number`, `name` (of their holders) or `balance`; people
 *   by `name`, `username` or `accounts` (how many they hold). Nothing else is taken
 * - `order` (text, writable): `ascending` or `descending`
 * - `status` (text, writable): accounts that are `open`, `closed` or `blocked`, or `all`; only
 *   `all` for people
 * - `title` (text): what is listed: “Closed Accounts”
 * - `count` (text): how many of how many, or empty as long as all are there
 * - `state` (text): `empty` (the book has none), `none` (none is listed) or `list`
 * - `remark` (text): for `none`: why, or what to do about it
 * - `is-narrow` (boolean): for `none`: whether some would be listed, whatever their status
 */
#define DAYBOOK_TYPE_LIST_VIEW_MODEL (daybook_list_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookListViewModel, daybook_list_view_model, DAYBOOK, LIST_VIEW_MODEL,
                      GObject)

DaybookListViewModel *daybook_list_view_model_new    (DaybookBookViewModel *book,
                                                      DaybookFoundKind      kind);
void                  daybook_list_view_model_update (DaybookListViewModel *self,
                                                      guint                 total,
                                                      const DaybookChanges *changes);
void                  daybook_list_view_model_detach (DaybookListViewModel *self);

G_END_DECLS
