/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "new-book-form-view-model.h"
#include "ports/bookshelf.h"

G_BEGIN_DECLS

/**
 * DaybookShelfViewModel:
 *
 * The program as long as no book is open: what the Welcome page shows and does. One thing at a
 * time: while it is busy, nothing else begins.
 *
 * Properties, all read-only:
 *
 * - `recent` (GListModel of DaybookRecentBook): the latest first, only files that are there
 * - `recent-state` (text): `empty` or `list`
 * - `busy` (boolean): whether a book is being opened or made
 * - `progress` (gdouble): 0 to 1; below 0 while nobody knows
 * - `progress-text` (text): what is done and how far it is
 * - `error` (text): why the last book could not be opened, or empty
 * - `file-alone` (text): the name of its file, if its folder has to be asked for; else empty
 *
 * Signals:
 *
 * - `opened` (DaybookBookViewModel *book): an open book; held by nobody else
 */
#define DAYBOOK_TYPE_SHELF_VIEW_MODEL (daybook_shelf_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookShelfViewModel, daybook_shelf_view_model, DAYBOOK, SHELF_VIEW_MODEL,
                      GObject)

DaybookShelfViewModel *daybook_shelf_view_model_new           (DaybookBookshelf      *bookshelf,
                                                               GSettings             *settings);
void                   daybook_shelf_view_model_open          (DaybookShelfViewModel *self,
                                                               const char            *path);
DaybookNewBookFormViewModel *daybook_shelf_view_model_new_book_form
                                                              (DaybookShelfViewModel *self);
void                   daybook_shelf_view_model_create        (DaybookShelfViewModel *self,
                                                               const char            *path,
                                                               DaybookNewBookFormViewModel *form);
void                   daybook_shelf_view_model_sample        (DaybookShelfViewModel *self,
                                                               gboolean               anew);
void                   daybook_shelf_view_model_cancel        (DaybookShelfViewModel *self);
void                   daybook_shelf_view_model_dismiss_error (DaybookShelfViewModel *self);
void                   daybook_shelf_view_model_forget        (DaybookShelfViewModel *self,
                                                               const char            *path);

G_END_DECLS
