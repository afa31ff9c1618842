/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookChoice:
 *
 * One of several things to choose from: a currency. Never changes.
 *
 * Properties, all read-only:
 *
 * - `id` (text): `EUR`
 * - `title` (text): `Euro (EUR)`; also what to search by
 */
#define DAYBOOK_TYPE_CHOICE (daybook_choice_get_type ())
G_DECLARE_FINAL_TYPE (DaybookChoice, daybook_choice, DAYBOOK, CHOICE, DaybookRow)

DaybookChoice *daybook_choice_new       (const char    *id,
                                         const char    *title);
const char    *daybook_choice_get_id    (DaybookChoice *self);
const char    *daybook_choice_get_title (DaybookChoice *self);

GListModel    *daybook_currency_choices (void);
guint          daybook_choices_find     (GListModel    *choices,
                                         const char    *id);

G_END_DECLS
