/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "account-page.h"

#include "platform/column-view.h"

struct _DaybookAccountPage
{
  DaybookPage parent_instance;

  DaybookAccountViewModel *account;

  GtkWidget *deposit;
  GtkColumnView *entries;
  GtkColumnViewColumn *in_column;
  GtkColumnViewColumn *out_column;
  GtkColumnViewColumn *balance_column;
  GtkColumnViewColumn *amount_column;
};

G_DEFINE_FINAL_TYPE (DaybookAccountPage, daybook_account_page, DAYBOOK_TYPE_PAGE)

enum
{
  PROP_ACCOUNT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
daybook_account_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DAYBOOK_ACCOUNT_PAGE (widget)->deposit);
}

static void
daybook_account_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, DAYBOOK_ACCOUNT_PAGE (object)->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_account_page_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DaybookAccountPage *self = DAYBOOK_ACCOUNT_PAGE (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      if (g_set_object (&self->account, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_account_page_finalize (GObject *object)
{
  g_clear_object (&DAYBOOK_ACCOUNT_PAGE (object)->account);

  G_OBJECT_CLASS (daybook_account_page_parent_class)->finalize (object);
}

static void
daybook_account_page_class_init (DaybookAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = daybook_account_page_finalize;
  object_class->get_property = daybook_account_page_get_property;
  object_class->set_property = daybook_account_page_set_property;
  widget_class->grab_focus = daybook_account_page_grab_focus;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, DAYBOOK_TYPE_ACCOUNT_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_ENTRY_ROW);
  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, deposit);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, entries);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, in_column);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, out_column);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, balance_column);
  gtk_widget_class_bind_template_child (widget_class, DaybookAccountPage, amount_column);
}

static void
daybook_account_page_init (DaybookAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_column_view_align_title (self->entries, self->in_column);
  daybook_column_view_align_title (self->entries, self->out_column);
  daybook_column_view_align_title (self->entries, self->balance_column);
  daybook_column_view_align_title (self->entries, self->amount_column);
  daybook_column_view_keep_top (self->entries);
}

/**
 * daybook_account_page_new:
 *
 * Returns: a page of @account.
 */
GtkWidget *
daybook_account_page_new (DaybookAccountViewModel *account)
{
  g_return_val_if_fail (DAYBOOK_IS_ACCOUNT_VIEW_MODEL (account), NULL);

  return g_object_new (DAYBOOK_TYPE_ACCOUNT_PAGE,
                       "book", daybook_account_view_model_get_book (account),
                       "account", account,
                       NULL);
}

/**
 * daybook_account_page_get_account:
 *
 * Returns: (transfer none) (nullable): the account that is shown.
 */
DaybookAccountViewModel *
daybook_account_page_get_account (DaybookAccountPage *self)
{
  g_return_val_if_fail (DAYBOOK_IS_ACCOUNT_PAGE (self), NULL);

  return self->account;
}
