/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-dialog.h"

struct _DaybookRegisterDialog
{
  DaybookFormDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookRegisterDialog, daybook_register_dialog, DAYBOOK_TYPE_FORM_DIALOG)

static void
daybook_register_dialog_class_init (DaybookRegisterDialogClass *klass)
{
  daybook_form_dialog_bind_fields (GTK_WIDGET_CLASS (klass),
                                   "/org/daybook/Daybook/ui/register-dialog.ui");
}

static void
daybook_register_dialog_init (DaybookRegisterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * daybook_register_dialog_new:
 *
 * Returns: a dialog that fills in @form.
 */
GtkWidget *
daybook_register_dialog_new (DaybookRegisterFormViewModel *form)
{
  g_return_val_if_fail (DAYBOOK_IS_REGISTER_FORM_VIEW_MODEL (form), NULL);

  return g_object_new (DAYBOOK_TYPE_REGISTER_DIALOG, "form", form, NULL);
}
