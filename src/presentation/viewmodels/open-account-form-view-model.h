/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-view-model.h"
#include "person-row.h"

G_BEGIN_DECLS

/**
 * DaybookOpenAccountFormViewModel:
 *
 * Opens an account for a person.
 *
 * Properties besides those of #DaybookFormViewModel:
 *
 * - `holder`, `holder-error`: a username as typed; or picked, which puts it there
 * - `holder-title` (text, read-only): the full name of who is meant; empty until it is known
 * - `holder-fixed` (boolean, read-only): whether the form was opened for this person
 * - `candidates` (GListModel of DaybookPersonRow, read-only): people that the text could mean;
 *   empty once it is known
 * - `name`, `name-error`: what the account is for; may stay empty
 * - `overdraft`, `overdraft-error`: how far below zero it may go; may stay empty
 * - `reference`, `reference-error`: its number in some other system; may stay empty
 * - `currencies` (GListModel of DaybookChoice, read-only)
 * - `currency` (guint, writable): place in `currencies`; the book's home currency at first
 *
 * `result-key` is the new account's.
 */
#define DAYBOOK_TYPE_OPEN_ACCOUNT_FORM_VIEW_MODEL \
  (daybook_open_account_form_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOpenAccountFormViewModel, daybook_open_account_form_view_model,
                      DAYBOOK, OPEN_ACCOUNT_FORM_VIEW_MODEL, DaybookFormViewModel)

DaybookOpenAccountFormViewModel *daybook_open_account_form_view_model_new
                                                (DaybookBookViewModel            *book,
                                                 guint                            person);
void                             daybook_open_account_form_view_model_pick
                                                (DaybookOpenAccountFormViewModel *self,
                                                 DaybookPersonRow                *person);

G_END_DECLS
