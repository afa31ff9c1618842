/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookPersonViewModel:
 *
 * A person's page.
 *
 * Properties, all read-only:
 *
 * - `key` (guint)
 * - `name` (text): full name
 * - `username` (text)
 * - `former` (text): that they had other usernames before, and which, or empty
 * - `email`, `phone`, `address`, `note` (text): or empty
 * - `registered` (text): since when the book knows them
 * - `accounts` (GListModel of DaybookAccountRow): those they hold, alone or with others, closed
 *   ones too, by number
 * - `accounts-state` (text): `empty` or `list`
 */
#define DAYBOOK_TYPE_PERSON_VIEW_MODEL (daybook_person_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPersonViewModel, daybook_person_view_model, DAYBOOK,
                      PERSON_VIEW_MODEL, GObject)

DaybookPersonViewModel *daybook_person_view_model_new      (DaybookBookViewModel   *book,
                                                            guint                   key);
guint                   daybook_person_view_model_get_key  (DaybookPersonViewModel *self);
DaybookBookViewModel   *daybook_person_view_model_get_book (DaybookPersonViewModel *self);

G_END_DECLS
