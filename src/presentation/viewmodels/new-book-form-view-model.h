/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookNewBookFormViewModel:
 *
 * A new book: its name and its currency, nothing else. The view asks where the file goes and hands
 * the form and the path to daybook_shelf_view_model_create(); what goes wrong there is shown here.
 *
 * Properties besides those of #DaybookFormViewModel:
 *
 * - `name`, `name-error`
 * - `currencies` (GListModel of DaybookChoice, read-only)
 * - `currency` (guint, writable): place in `currencies`; at first what is paid with here
 * - `file-name` (text, read-only): a name to suggest for the file, with its ending
 */
#define DAYBOOK_TYPE_NEW_BOOK_FORM_VIEW_MODEL (daybook_new_book_form_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNewBookFormViewModel, daybook_new_book_form_view_model, DAYBOOK,
                      NEW_BOOK_FORM_VIEW_MODEL, DaybookFormViewModel)

DaybookNewBookFormViewModel *daybook_new_book_form_view_model_new (void);

char           *daybook_new_book_form_view_model_dup_name     (DaybookNewBookFormViewModel *self);
DaybookCurrency daybook_new_book_form_view_model_get_currency (DaybookNewBookFormViewModel *self);

G_END_DECLS
