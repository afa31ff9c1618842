/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-plan.h"
#include "form-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookCommandFormViewModel:
 *
 * Asks for one command, as its plan says. What was typed is put to the rules that will decide: what
 * they would refuse stands beside its field, what they would lead to in `effect`.
 *
 * Properties besides those of #DaybookFormViewModel, of which a form shows those that its plan
 * names: a text and its error for each field that is typed (`amount`, `amount-error`), and the
 * place of each that is chosen (`method`); and
 *
 * - `from-title`, `to-title` (text, read-only): what the accounts are called that were typed in
 *   place of those that were recorded
 * - `from-candidates`, `to-candidates` (GListModel of DaybookAccountRow): those that could be meant
 * - `hint` (text, read-only): something that people should know before they begin, or empty
 */
#define DAYBOOK_TYPE_COMMAND_FORM_VIEW_MODEL (daybook_command_form_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCommandFormViewModel, daybook_command_form_view_model, DAYBOOK,
                      COMMAND_FORM_VIEW_MODEL, DaybookFormViewModel)

DaybookCommandFormViewModel *daybook_command_form_view_model_new (DaybookBookViewModel *book,
                                                                  const char           *command);
void daybook_command_form_view_model_fix (DaybookCommandFormViewModel *self,
                                          const char                  *field,
                                          const char                  *value);
void daybook_command_form_view_model_put (DaybookCommandFormViewModel *self,
                                          const char                  *field,
                                          const char                  *text);
void daybook_command_form_view_model_put_choice (DaybookCommandFormViewModel *self,
                                                 const char                  *field,
                                                 guint                        choice);
void daybook_command_form_view_model_put_recorded (DaybookCommandFormViewModel *self,
                                                   const char                  *field,
                                                   const char                  *text);
void daybook_command_form_view_model_put_hint (DaybookCommandFormViewModel *self,
                                               const char                  *hint);
gboolean daybook_command_form_view_model_asks (DaybookCommandFormViewModel *self,
                                               const DaybookFormRow        *row);
const char *daybook_command_form_view_model_get_recorded (DaybookCommandFormViewModel *self,
                                                          const char                  *field);
const DaybookFormPlan *
     daybook_command_form_view_model_get_plan (DaybookCommandFormViewModel *self);

G_END_DECLS
