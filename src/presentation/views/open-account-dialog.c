/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "open-account-dialog.h"

struct _DaybookOpenAccountDialog
{
  DaybookFormDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookOpenAccountDialog, daybook_open_account_dialog,
                     DAYBOOK_TYPE_FORM_DIALOG)

static void
holder_picked_cb (DaybookOpenAccountDialog *self,
                  DaybookPersonRow         *person)
{
  DaybookFormViewModel *form = daybook_form_dialog_get_form (DAYBOOK_FORM_DIALOG (self));

  daybook_open_account_form_view_model_pick (DAYBOOK_OPEN_ACCOUNT_FORM_VIEW_MODEL (form), person);
}

static void
daybook_open_account_dialog_class_init (DaybookOpenAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DAYBOOK_TYPE_CHOICE);
  g_type_ensure (DAYBOOK_TYPE_OPEN_ACCOUNT_FORM_VIEW_MODEL);
  daybook_form_dialog_bind_fields (widget_class,
                                   "/org/daybook/Daybook/ui/open-account-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, holder_picked_cb);
}

static void
daybook_open_account_dialog_init (DaybookOpenAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * daybook_open_account_dialog_new:
 *
 * Returns: a dialog that fills in @form.
 */
GtkWidget *
daybook_open_account_dialog_new (DaybookOpenAccountFormViewModel *form)
{
  GtkWidget *self;
  gboolean fixed;

  g_return_val_if_fail (DAYBOOK_IS_OPEN_ACCOUNT_FORM_VIEW_MODEL (form), NULL);

  self = g_object_new (DAYBOOK_TYPE_OPEN_ACCOUNT_DIALOG, "form", form, NULL);
  g_object_get (form, "holder-fixed", &fixed, NULL);
  if (fixed)
    g_object_bind_property (form, "holder-title", self, "subtitle", G_BINDING_SYNC_CREATE);

  return self;
}
