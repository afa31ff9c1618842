/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookFormViewModel:
 *
 * What all forms have in common. Its fields are the subclass's: each is a writable text property
 * `NAME` and a read-only text property `NAME-error`, the sentence that stands beside the field.
 *
 * Properties, all read-only:
 *
 * - `title` (text): what the form does, also for its button: "Deposit"
 * - `effect` (text): what confirming would lead to: "Available after: 1,040.00 €", or empty
 * - `error` (text): what is wrong and is no field's fault, or empty
 * - `question` (text): whether it shall be recorded, for those who want to be asked, or empty
 * - `busy` (boolean): whether it is being recorded
 * - `can-confirm` (boolean): whether the button can work
 * - `result-key` (guint): of the account or person that was made, once it is done; else 0
 *
 * Signals:
 *
 * - `done` (const char *sentence, guint64 position): recorded as entry @position; the form has
 *   served its purpose and can close
 */
#define DAYBOOK_TYPE_FORM_VIEW_MODEL (daybook_form_view_model_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookFormViewModel, daybook_form_view_model, DAYBOOK, FORM_VIEW_MODEL,
                          GObject)

/**
 * DaybookFormField:
 * @name: of the property
 * @command_field: name of the command's field that it fills, as in refusals
 */
typedef struct
{
  const char *name;
  const char *command_field;
} DaybookFormField;

/**
 * DaybookFormViewModelClass:
 * @fields: what can be typed
 * @check: something was typed, or the book changed: says what is missing or wrong, with
 *   daybook_form_view_model_set_incomplete() and daybook_form_view_model_set_problem(), and what
 *   the effect is
 * @dup_command: (nullable): makes the command with which @check found nothing wrong
 * @find_result: (nullable): gives the key of what the event made
 * @get_help: which page of the manual is about it
 *
 * A form's own part.
 */
struct _DaybookFormViewModelClass
{
  GObjectClass parent_class;

  const DaybookFormField *fields;
  guint n_fields;
  GParamSpec **properties;

  void            (*check)       (DaybookFormViewModel *self,
                                  gboolean              book_changed);
  DaybookCommand *(*dup_command) (DaybookFormViewModel *self);
  guint           (*find_result) (DaybookFormViewModel *self,
                                  const DaybookEvent   *event);
  const char     *(*get_help)    (DaybookFormViewModel *self);
};

void        daybook_form_view_model_confirm         (DaybookFormViewModel *self);
gboolean    daybook_form_view_model_get_can_confirm (DaybookFormViewModel *self);
guint       daybook_form_view_model_get_result_key  (DaybookFormViewModel *self);
const char *daybook_form_view_model_get_help        (DaybookFormViewModel *self);

const DaybookReceipt *daybook_form_view_model_get_receipt (DaybookFormViewModel *self);

/* For the forms themselves. Fields are counted as in the class's table. */

/* Their properties' ids begin here; a subclass hands those on to its parent class. */
#define DAYBOOK_FORM_FIRST_FIELD 100

void        daybook_form_view_model_class_install   (DaybookFormViewModelClass *klass,
                                                     const DaybookFormField    *fields,
                                                     guint                      n_fields);
DaybookBookViewModel *daybook_form_view_model_get_book (DaybookFormViewModel *self);
DaybookReadModel     *daybook_form_view_model_get_read_model (DaybookFormViewModel *self);
const char *daybook_form_view_model_get_text        (DaybookFormViewModel *self,
                                                     guint                 field);
void        daybook_form_view_model_set_text        (DaybookFormViewModel *self,
                                                     guint                 field,
                                                     const char           *text);
void        daybook_form_view_model_put_text        (DaybookFormViewModel *self,
                                                     guint                 field,
                                                     const char           *text);
void        daybook_form_view_model_set_title       (DaybookFormViewModel *self,
                                                     const char           *title);
void        daybook_form_view_model_take_effect     (DaybookFormViewModel *self,
                                                     char                 *effect);
gboolean    daybook_form_view_model_is_sound        (DaybookFormViewModel *self);
void        daybook_form_view_model_set_incomplete  (DaybookFormViewModel *self);
void        daybook_form_view_model_set_problem     (DaybookFormViewModel *self,
                                                     guint                 field,
                                                     const GError         *problem);
void        daybook_form_view_model_set_refusal     (DaybookFormViewModel *self,
                                                     const GError         *refusal);
gboolean    daybook_form_view_model_fill            (DaybookFormViewModel *self,
                                                     guint                 field,
                                                     DaybookCommand       *command);
void        daybook_form_view_model_check           (DaybookFormViewModel *self);
gboolean    daybook_form_view_model_begin           (DaybookFormViewModel *self);
void        daybook_form_view_model_finish          (DaybookFormViewModel *self,
                                                     const char           *sentence);
void        daybook_form_view_model_resume          (DaybookFormViewModel *self,
                                                     const GError         *error,
                                                     const char           *path);
void        daybook_form_view_model_end             (DaybookFormViewModel *self,
                                                     const GError         *error,
                                                     const char           *path);

G_END_DECLS
