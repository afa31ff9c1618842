/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-view-model.h"

G_BEGIN_DECLS

/**
 * DaybookRegisterFormViewModel:
 *
 * Registers a person. Until a username is typed, a free one is suggested from the name: it simply
 * stands in the field.
 *
 * Properties besides those of #DaybookFormViewModel:
 *
 * - `name`, `name-error`: full name
 * - `username`, `username-error`
 * - `email`, `email-error`: may stay empty
 *
 * `result-key` is the new person's.
 */
#define DAYBOOK_TYPE_REGISTER_FORM_VIEW_MODEL (daybook_register_form_view_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegisterFormViewModel, daybook_register_form_view_model, DAYBOOK,
                      REGISTER_FORM_VIEW_MODEL, DaybookFormViewModel)

DaybookRegisterFormViewModel *daybook_register_form_view_model_new (DaybookBookViewModel *book);

G_END_DECLS
