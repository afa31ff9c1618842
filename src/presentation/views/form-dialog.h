/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "viewmodels.h"

G_BEGIN_DECLS

/**
 * DaybookFormDialog:
 *
 * What all forms have in common: Cancel, the button that does it, what it would lead to and what
 * is wrong. Closes when it is done. Subclasses bring the fields.
 *
 * Properties:
 *
 * - `form` (DaybookFormViewModel)
 * - `subtitle` (text): whom or what the form is about
 * - `verb` (text): for the button, if the form's title is too long for one
 * - `width` (int): application pixels that it takes where there is room for them
 * - `fields` (GtkWidget)
 *
 * Signals:
 *
 * - `confirmed`: the button was pressed, or Enter; by default confirms the form
 */
#define DAYBOOK_TYPE_FORM_DIALOG (daybook_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookFormDialog, daybook_form_dialog, DAYBOOK, FORM_DIALOG, AdwWindow)

/**
 * DaybookFormDialogClass:
 * @confirmed: does what the form is for
 */
struct _DaybookFormDialogClass
{
  AdwWindowClass parent_class;

  void (*confirmed) (DaybookFormDialog *self);
};

DaybookFormViewModel *daybook_form_dialog_get_form    (DaybookFormDialog *self);
void                  daybook_form_dialog_bind_fields  (GtkWidgetClass    *klass,
                                                        const char        *resource);

G_END_DECLS
