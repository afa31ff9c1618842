/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "daybook-page.h"

#include "platform/column-view.h"

struct _DaybookDaybookPage
{
  DaybookPage parent_instance;

  GtkColumnView *list;
  GtkColumnViewColumn *number_column;
};

G_DEFINE_FINAL_TYPE (DaybookDaybookPage, daybook_daybook_page, DAYBOOK_TYPE_PAGE)

static void
row_activated_cb (DaybookDaybookPage *self,
                  guint               position,
                  GtkColumnView      *list)
{
  g_autoptr (GObject) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (list)), position);
  guint64 entry = 0;

  if (row != NULL)
    g_object_get (row, "position", &entry, NULL);
  if (entry != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "book.show-entry", "t", entry);
}

static gboolean
daybook_daybook_page_grab_focus (GtkWidget *widget)
{
  DaybookDaybookPage *self = DAYBOOK_DAYBOOK_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
daybook_daybook_page_class_init (DaybookDaybookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = daybook_daybook_page_grab_focus;

  g_type_ensure (DAYBOOK_TYPE_DAYBOOK_ROW);
  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/daybook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, number_column);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
daybook_daybook_page_init (DaybookDaybookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_column_view_align_title (self->list, self->number_column);
  daybook_column_view_keep_top (self->list);
}
