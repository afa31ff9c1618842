/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/book.h"
#include "entry-search.h"
#include "open-book.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_DESK (daybook_desk_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDesk, daybook_desk, DAYBOOK, DESK, GObject)

DaybookDesk       *daybook_desk_new             (DaybookOpenBook       *open_book,
                                                 GError               **error);
const char        *daybook_desk_get_path        (DaybookDesk           *self);
const DaybookBook *daybook_desk_get_book        (DaybookDesk           *self);
DaybookReadModel  *daybook_desk_get_read_model  (DaybookDesk           *self);
gboolean           daybook_desk_is_newer        (DaybookDesk           *self);
DaybookDate        daybook_desk_get_today       (DaybookDesk           *self);
char              *daybook_desk_new_command_id  (DaybookDesk           *self);
const char        *daybook_desk_get_actor       (DaybookDesk           *self);
void               daybook_desk_set_actor       (DaybookDesk           *self,
                                                 const char            *actor);

void               daybook_desk_execute_async   (DaybookDesk           *self,
                                                 const DaybookCommand  *command,
                                                 const char            *command_id,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
void               daybook_desk_undo_async      (DaybookDesk           *self,
                                                 const DaybookCommand  *opposite,
                                                 GPtrArray             *events,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
DaybookReceipt    *daybook_desk_execute_finish  (DaybookDesk           *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
void               daybook_desk_preview_async   (DaybookDesk           *self,
                                                 const DaybookCommand  *command,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
DaybookOutlook    *daybook_desk_preview_finish  (DaybookDesk           *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
void               daybook_desk_find_entries    (DaybookDesk           *self,
                                                 const DaybookEntryFilter *filter,
                                                 guint64                after_position,
                                                 guint64                until_position,
                                                 GCancellable          *cancellable,
                                                 DaybookSearchFunc      func,
                                                 gpointer               user_data);
void               daybook_desk_catch_up_async  (DaybookDesk           *self,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
gboolean           daybook_desk_catch_up_finish (DaybookDesk           *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

G_END_DECLS
