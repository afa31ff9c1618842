/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-view-model.h"
#include "import/sheet-plan.h"
#include "ports/bookshelf.h"
#include "task-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookImportFormViewModel:
 *
 * Import what stands in a spreadsheet that was saved as CSV. Whatever is chosen, the whole sheet is
 * tried at once, and `can-confirm` says whether it can work.
 *
 * Properties, writable unless said otherwise:
 *
 * - `file-name` (text, read-only)
 * - `columns` (GListModel of DaybookChoice, read-only): none, and those of the sheet
 * - `day`, `account`, `amount`, `money-in`, `money-out`, `note` (guint): which of `columns` that is
 * - `two-columns` (boolean): whether money in and money out stand in columns of their own
 * - `orders` (GListModel of DaybookChoice, read-only), `order` (guint): how days are written
 * - `marks` (GListModel of DaybookChoice, read-only), `mark` (guint): what stands before decimals
 * - `method` (guint): 0 is cash, 1 is bank
 * - `opens-accounts` (boolean): whether who is not there yet gets an account
 *
 * and, read-only, what it comes to:
 *
 * - `state` (text): `incomplete`, `trying`, `ready`, `wrong` or `importing`
 * - `fraction` (gdouble): how far the trial or the import is, 0 to 1
 * - `summary` (text): what importing would lead to, or what is wrong
 * - `lines` (GListModel of DaybookImportLine): the first rows, or those with which something is
 *   wrong
 */
#define DAYBOOK_TYPE_IMPORT_FORM_VIEW_MODEL (daybook_import_form_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportFormViewModel, daybook_import_form_view_model, DAYBOOK,
                      IMPORT_FORM_VIEW_MODEL, DaybookFormViewModel)

/**
 * DaybookSheetLook:
 * @sheet: what was opened
 * @sample: (element-type GStrv): its first rows
 *
 * A look into a sheet.
 */
struct _DaybookSheetLook
{
  DaybookSheet *sheet;
  GPtrArray *sample;
};

DaybookSheetLook *daybook_sheet_look      (DaybookBookshelf      *bookshelf,
                                           const char            *path,
                                           GError               **error);
void              daybook_sheet_look_free (DaybookSheetLook      *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookSheetLook, daybook_sheet_look_free)

DaybookImportFormViewModel *daybook_import_form_view_model_new
                                           (DaybookBookViewModel       *book,
                                            DaybookBookshelf           *bookshelf,
                                            const DaybookSheetLook     *look);
void                        daybook_import_form_view_model_open_async
                                           (DaybookBookshelf           *bookshelf,
                                            const char                 *path,
                                            GAsyncReadyCallback         callback,
                                            gpointer                    user_data);
DaybookImportFormViewModel *daybook_import_form_view_model_open_finish
                                           (DaybookBookViewModel       *book,
                                            GAsyncResult               *result);
DaybookTaskViewModel       *daybook_import_form_view_model_import
                                           (DaybookImportFormViewModel *self);
void                        daybook_import_form_view_model_cancel
                                           (DaybookImportFormViewModel *self);

G_END_DECLS
