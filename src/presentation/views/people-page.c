/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "people-page.h"

struct _DaybookPeoplePage
{
  DaybookPage parent_instance;

  GtkWidget *search;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (DaybookPeoplePage, daybook_people_page, DAYBOOK_TYPE_PAGE)

static void
search_changed_cb (DaybookPeoplePage *self,
                   GtkSearchEntry    *search)
{
  DaybookBookViewModel *book = daybook_page_get_book (DAYBOOK_PAGE (self));

  if (book != NULL)
    g_object_set (book, "people-search", gtk_editable_get_text (GTK_EDITABLE (search)), NULL);
}

/* Escape, and Enter for whoever has found what was looked for. */
static void
search_stopped_cb (DaybookPeoplePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search_activated_cb (DaybookPeoplePage *self)
{
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (DaybookPeoplePage *self,
                  guint              position,
                  GtkListView       *list)
{
  g_autoptr (DaybookPersonRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "book.show-person", "u",
                                daybook_person_row_get_key (row));
}

static void
search_requested_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  gtk_widget_grab_focus (DAYBOOK_PEOPLE_PAGE (widget)->search);
}

static gboolean
daybook_people_page_grab_focus (GtkWidget *widget)
{
  DaybookPeoplePage *self = DAYBOOK_PEOPLE_PAGE (widget);

  return gtk_widget_get_mapped (self->list)
         && gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
daybook_people_page_class_init (DaybookPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = daybook_people_page_grab_focus;

  g_type_ensure (DAYBOOK_TYPE_PERSON_ROW);
  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, DaybookPeoplePage, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_requested_cb);
}

static void
daybook_people_page_init (DaybookPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
