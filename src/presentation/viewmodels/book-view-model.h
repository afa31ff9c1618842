/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk.h"
#include "ports/bookshelf.h"

G_BEGIN_DECLS

/**
 * DaybookBookViewModel:
 *
 * An open book: what the main window shows around its pages.
 *
 * Properties, read-only unless said otherwise:
 *
 * - `title` (text): the book's name
 * - `path` (text): of its file
 * - `accounts-count`, `people-count`, `entries-count` (text): for the sidebar
 * - `accounts` (DaybookListViewModel): a GListModel of DaybookAccountRow: those that are open, by
 *   number, unless something else is chosen
 * - `people` (DaybookListViewModel): a GListModel of DaybookPersonRow: all, by name, likewise
 * - `daybook` (GListModel of DaybookDaybookRow): every entry, newest first
 * - `problem` (text): for a banner: what is wrong with the figures on screen, or empty
 * - `can-record` (boolean): whether anything can be recorded at all: not if a newer Daybook has
 *   written to the book
 * - `can-undo` (boolean): whether daybook_book_view_model_undo() has something to undo
 *
 * Signals:
 *
 * - `recorded` (const char *sentence, guint64 position): something was recorded by a form or by
 *   undoing; for a toast. @position is what daybook_book_view_model_undo_entry() takes, or 0 where
 *   nothing undoes it
 * - `refused` (const char *sentence): undoing was refused, or a file is none to import; and why
 */
#define DAYBOOK_TYPE_BOOK_VIEW_MODEL (daybook_book_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBookViewModel, daybook_book_view_model, DAYBOOK, BOOK_VIEW_MODEL,
                      GObject)

typedef struct _DaybookAccountViewModel DaybookAccountViewModel;
typedef struct _DaybookPersonViewModel DaybookPersonViewModel;
typedef struct _DaybookEntryViewModel DaybookEntryViewModel;
typedef struct _DaybookMoneyFormViewModel DaybookMoneyFormViewModel;
typedef struct _DaybookRegisterFormViewModel DaybookRegisterFormViewModel;
typedef struct _DaybookOpenAccountFormViewModel DaybookOpenAccountFormViewModel;
typedef struct _DaybookCommandFormViewModel DaybookCommandFormViewModel;
typedef struct _DaybookImportFormViewModel DaybookImportFormViewModel;
typedef struct _DaybookSheetLook DaybookSheetLook;

/**
 * DaybookMoneyKind:
 * @DAYBOOK_MONEY_DEPOSIT: money in
 * @DAYBOOK_MONEY_WITHDRAW: money out
 * @DAYBOOK_MONEY_TRANSFER: money from one account to another
 */
typedef enum
{
  DAYBOOK_MONEY_DEPOSIT,
  DAYBOOK_MONEY_WITHDRAW,
  DAYBOOK_MONEY_TRANSFER,
} DaybookMoneyKind;

#define DAYBOOK_TYPE_MONEY_KIND (daybook_money_kind_get_type ())
GType daybook_money_kind_get_type (void);

/**
 * DaybookSubject:
 * @account: key of the account that the command is about, 0 for none
 * @person: key of the person, 0 for none
 * @entry: number of the entry, 0 for none
 * @username: (nullable): of somebody else who is concerned: the holder that is removed
 *
 * What a command is about, where a person clicked.
 */
typedef struct
{
  guint account;
  guint person;
  guint64 entry;
  const char *username;
} DaybookSubject;

DaybookBookViewModel *daybook_book_view_model_new (DaybookDesk *desk);

/* Pages. %NULL if there is no such account, person or entry. */
DaybookAccountViewModel *daybook_book_view_model_open_account (DaybookBookViewModel *self,
                                                               guint                 key);
DaybookPersonViewModel  *daybook_book_view_model_open_person  (DaybookBookViewModel *self,
                                                               guint                 key);
DaybookEntryViewModel   *daybook_book_view_model_open_entry   (DaybookBookViewModel *self,
                                                               guint64               position);

/* Forms, each with its command's id made now. A key of 0: not chosen yet. */
DaybookMoneyFormViewModel       *daybook_book_view_model_new_money_form
                                                              (DaybookBookViewModel *self,
                                                               DaybookMoneyKind      kind,
                                                               guint                 account);
DaybookRegisterFormViewModel    *daybook_book_view_model_new_register_form
                                                              (DaybookBookViewModel *self);
DaybookOpenAccountFormViewModel *daybook_book_view_model_new_open_account_form
                                                              (DaybookBookViewModel *self,
                                                               guint                 person);

/* %NULL if what it is about cannot be read; that is said. */
DaybookCommandFormViewModel     *daybook_book_view_model_new_command_form
                                                              (DaybookBookViewModel *self,
                                                               const char           *command,
                                                               const DaybookSubject *subject);
DaybookImportFormViewModel      *daybook_book_view_model_new_import_form
                                                              (DaybookBookViewModel *self,
                                                               DaybookBookshelf     *bookshelf,
                                                               const DaybookSheetLook *look);

void              daybook_book_view_model_undo         (DaybookBookViewModel *self);
void              daybook_book_view_model_undo_entry   (DaybookBookViewModel *self,
                                                        guint64               position);
gboolean          daybook_book_view_model_get_can_undo (DaybookBookViewModel *self);
gboolean          daybook_book_view_model_get_can_record (DaybookBookViewModel *self);
void              daybook_book_view_model_set_operator (DaybookBookViewModel *self,
                                                        const char           *name);
const char       *daybook_book_view_model_get_path     (DaybookBookViewModel *self);

/* For pages and forms. */
DaybookDesk      *daybook_book_view_model_get_desk     (DaybookBookViewModel *self);
void              daybook_book_view_model_report       (DaybookBookViewModel *self,
                                                        const GError         *error);
void              daybook_book_view_model_refuse       (DaybookBookViewModel *self,
                                                        const GError         *error,
                                                        const char           *path);

G_END_DECLS
