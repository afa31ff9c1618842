/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "entry-page.h"

#include "names.h"

struct _DaybookEntryPage
{
  DaybookPage parent_instance;

  DaybookEntryViewModel *entry;
  GSignalGroup *entry_signals;

  GtkWidget *back;
  GtkWidget *buttons;
  GtkWidget *correct;
  GtkWidget *facts;
  GtkListBox *related;
  GtkListBox *concerned;
};

G_DEFINE_FINAL_TYPE (DaybookEntryPage, daybook_entry_page, DAYBOOK_TYPE_PAGE)

enum
{
  PROP_ENTRY = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
lead (GtkWidget        *row,
      DaybookEntryLink *link)
{
  GtkActionable *actionable = GTK_ACTIONABLE (row);
  guint64 target = daybook_entry_link_get_target (link);

  switch (daybook_entry_link_get_kind (link))
    {
    case DAYBOOK_ENTRY_LINK_ENTRY:
      gtk_actionable_set_action_name (actionable, "book.show-entry");
      gtk_actionable_set_action_target (actionable, "t", target);
      break;
    case DAYBOOK_ENTRY_LINK_ACCOUNT:
      gtk_actionable_set_action_name (actionable, "book.show-account");
      gtk_actionable_set_action_target (actionable, "u", (guint) target);
      break;
    case DAYBOOK_ENTRY_LINK_PERSON:
      gtk_actionable_set_action_name (actionable, "book.show-person");
      gtk_actionable_set_action_target (actionable, "u", (guint) target);
      break;
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
new_link_row (gpointer item,
              gpointer user_data)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  GtkWidget *row;

  g_object_get (item, "title", &title, "caption", &caption, NULL);
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", caption,
                      "activatable", TRUE,
                      NULL);
  lead (row, item);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_new_arrow ());

  return row;
}

static void
ask (DaybookEntryPage *self,
     const char       *command)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "book.ask", "(sts)", command,
                              daybook_entry_view_model_get_position (self->entry), "");
}

static void
reverse_clicked_cb (DaybookEntryPage *self)
{
  ask (self, "reverse");
}

static void
correct_clicked_cb (DaybookEntryPage *self)
{
  ask (self, "correct");
}

/* Buttons that go away leave the keyboard to the way back. */
static void
can_correct_changed_cb (DaybookEntryPage *self)
{
  gboolean can_correct;

  g_object_get (self->entry, "can-correct", &can_correct, NULL);
  if (!can_correct && gtk_widget_get_focus_child (self->buttons) != NULL)
    gtk_widget_grab_focus (self->back);
  gtk_widget_set_visible (self->buttons, can_correct);
}

static void
bind_links (DaybookEntryPage *self,
            const char       *property,
            GtkListBox       *list)
{
  g_autoptr (GListModel) links = NULL;

  g_object_get (self->entry, property, &links, NULL);
  gtk_list_box_bind_model (list, links, new_link_row, NULL, NULL);
}

static void
set_entry (DaybookEntryPage      *self,
           DaybookEntryViewModel *entry)
{
  g_autofree char *title = NULL;

  self->entry = g_object_ref (entry);
  g_signal_group_set_target (self->entry_signals, entry);
  g_object_get (entry, "title", &title, NULL);
  daybook_name_lists (self->facts, title);
  can_correct_changed_cb (self);
  bind_links (self, "related", self->related);
  bind_links (self, "concerned", self->concerned);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/* Where nothing can be mended, the way back. */
static gboolean
daybook_entry_page_grab_focus (GtkWidget *widget)
{
  DaybookEntryPage *self = DAYBOOK_ENTRY_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->buttons) ? self->correct
                                                                       : self->back);
}

static void
daybook_entry_page_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, DAYBOOK_ENTRY_PAGE (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_entry_page_finalize (GObject *object)
{
  DaybookEntryPage *self = DAYBOOK_ENTRY_PAGE (object);

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (daybook_entry_page_parent_class)->finalize (object);
}

static void
daybook_entry_page_class_init (DaybookEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = daybook_entry_page_finalize;
  object_class->get_property = daybook_entry_page_get_property;
  widget_class->grab_focus = daybook_entry_page_grab_focus;

  properties[PROP_ENTRY] =
    g_param_spec_object ("entry", NULL, NULL, DAYBOOK_TYPE_ENTRY_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookEntryPage, back);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntryPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntryPage, correct);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntryPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntryPage, related);
  gtk_widget_class_bind_template_child (widget_class, DaybookEntryPage, concerned);
  gtk_widget_class_bind_template_callback (widget_class, reverse_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_clicked_cb);
}

static void
daybook_entry_page_init (DaybookEntryPage *self)
{
  self->entry_signals = g_signal_group_new (DAYBOOK_TYPE_ENTRY_VIEW_MODEL);
  g_signal_group_connect_swapped (self->entry_signals, "notify::can-correct",
                                  G_CALLBACK (can_correct_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * daybook_entry_page_new:
 *
 * Returns: a page of @entry.
 */
GtkWidget *
daybook_entry_page_new (DaybookEntryViewModel *entry)
{
  DaybookEntryPage *self;

  g_return_val_if_fail (DAYBOOK_IS_ENTRY_VIEW_MODEL (entry), NULL);

  self = g_object_new (DAYBOOK_TYPE_ENTRY_PAGE,
                       "book", daybook_entry_view_model_get_book (entry),
                       NULL);
  set_entry (self, entry);

  return GTK_WIDGET (self);
}

/**
 * daybook_entry_page_get_entry:
 *
 * Returns: (transfer none) (nullable): the entry that is shown.
 */
DaybookEntryViewModel *
daybook_entry_page_get_entry (DaybookEntryPage *self)
{
  g_return_val_if_fail (DAYBOOK_IS_ENTRY_PAGE (self), NULL);

  return self->entry;
}
