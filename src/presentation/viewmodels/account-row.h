/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"
#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookAccountRow:
 *
 * One account in a list. Never changes.
 *
 * Properties, all read-only:
 *
 * - `key` (guint): its place in the register, to open it by
 * - `number` (text): `0001 2345 97`
 * - `title` (text): what the account is called, or else whose it is
 * - `caption` (text): what else tells it apart: whose it is if the title does not say, its number
 * - `balance` (text)
 * - `status` (text): that it is closed, blocked or overdrawn, in a word; empty while it is neither
 */
#define DAYBOOK_TYPE_ACCOUNT_ROW (daybook_account_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAccountRow, daybook_account_row, DAYBOOK, ACCOUNT_ROW, DaybookRow)

DaybookAccountRow *daybook_account_row_new     (const DaybookAccountFigures *figures);
guint              daybook_account_row_get_key (DaybookAccountRow           *self);

char              *daybook_account_title       (const DaybookAccountFigures *figures);
char              *daybook_account_caption     (const DaybookAccountFigures *figures);

G_END_DECLS
