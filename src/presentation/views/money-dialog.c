/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "money-dialog.h"

#include <glib/gi18n-lib.h>

struct _DaybookMoneyDialog
{
  DaybookFormDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookMoneyDialog, daybook_money_dialog, DAYBOOK_TYPE_FORM_DIALOG)

/* An account that the form was opened for stands in the header and is not asked for. */
static gboolean
asks_from (GObject          *object,
           DaybookMoneyKind  kind,
           gboolean          fixed)
{
  return kind != DAYBOOK_MONEY_DEPOSIT && !fixed;
}

static gboolean
asks_to (GObject          *object,
         DaybookMoneyKind  kind,
         gboolean          fixed)
{
  return kind != DAYBOOK_MONEY_WITHDRAW && !fixed;
}

static gboolean
asks_method (GObject          *object,
             DaybookMoneyKind  kind)
{
  return kind != DAYBOOK_MONEY_TRANSFER;
}

static void
from_picked_cb (DaybookMoneyDialog *self,
                DaybookAccountRow  *account)
{
  DaybookFormViewModel *form = daybook_form_dialog_get_form (DAYBOOK_FORM_DIALOG (self));

  daybook_money_form_view_model_pick_from (DAYBOOK_MONEY_FORM_VIEW_MODEL (form), account);
}

static void
to_picked_cb (DaybookMoneyDialog *self,
              DaybookAccountRow  *account)
{
  DaybookFormViewModel *form = daybook_form_dialog_get_form (DAYBOOK_FORM_DIALOG (self));

  daybook_money_form_view_model_pick_to (DAYBOOK_MONEY_FORM_VIEW_MODEL (form), account);
}

static void
daybook_money_dialog_class_init (DaybookMoneyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DAYBOOK_TYPE_MONEY_FORM_VIEW_MODEL);
  daybook_form_dialog_bind_fields (widget_class, "/org/daybook/Daybook/ui/money-dialog.ui");
  gtk_widget_class_bind_template_callback (widget_class, asks_from);
  gtk_widget_class_bind_template_callback (widget_class, asks_to);
  gtk_widget_class_bind_template_callback (widget_class, asks_method);
  gtk_widget_class_bind_template_callback (widget_class, from_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_picked_cb);
}

static void
daybook_money_dialog_init (DaybookMoneyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
name_verb (DaybookMoneyKind kind)
{
  switch (kind)
    {
    case DAYBOOK_MONEY_DEPOSIT:
      /* Translators: button. */
      return _("_Deposit");
    case DAYBOOK_MONEY_WITHDRAW:
      /* Translators: button. */
      return _("_Withdraw");
    case DAYBOOK_MONEY_TRANSFER:
    default:
      /* Translators: button. */
      return _("_Transfer");
    }
}

/**
 * daybook_money_dialog_new:
 *
 * Returns: a dialog that fills in @form.
 */
GtkWidget *
daybook_money_dialog_new (DaybookMoneyFormViewModel *form)
{
  GtkWidget *self;
  gboolean from_fixed;
  gboolean to_fixed;

  g_return_val_if_fail (DAYBOOK_IS_MONEY_FORM_VIEW_MODEL (form), NULL);

  self = g_object_new (DAYBOOK_TYPE_MONEY_DIALOG, "form", form,
                       "verb", name_verb (daybook_money_form_view_model_get_kind (form)), NULL);
  g_object_get (form, "from-fixed", &from_fixed, "to-fixed", &to_fixed, NULL);
  if (from_fixed || to_fixed)
    g_object_bind_property (form, from_fixed ? "from-title" : "to-title", self, "subtitle",
                            G_BINDING_SYNC_CREATE);

  return self;
}
