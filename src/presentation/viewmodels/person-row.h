/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"
#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookPersonRow:
 *
 * One person in a list. Never changes.
 *
 * Properties, all read-only:
 *
 * - `key` (guint): to open their page by
 * - `name` (text): full name
 * - `username` (text)
 * - `email` (text): or empty
 * - `accounts` (text): "2 accounts"
 */
#define DAYBOOK_TYPE_PERSON_ROW (daybook_person_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPersonRow, daybook_person_row, DAYBOOK, PERSON_ROW, DaybookRow)

DaybookPersonRow *daybook_person_row_new          (const DaybookPersonDetails *details);
guint             daybook_person_row_get_key      (DaybookPersonRow           *self);
const char       *daybook_person_row_get_username (DaybookPersonRow           *self);

G_END_DECLS
