/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The daybook. The rows of its filter are bound to whatever book is shown; the search is told when
 * somebody stops typing. */

#include "daybook-page.h"

#include "field-row.h"
#include "platform/column-view.h"
#include "platform/entry-row.h"
#include "platform/list-tab.h"

struct _DaybookDaybookPage
{
  DaybookPage parent_instance;

  DaybookDaybookViewModel *daybook;
  GBindingGroup *bindings;

  GtkWidget *search;
  GtkMenuButton *filter;
  GtkWidget *kind;
  GtkWidget *who;
  GtkWidget *operator;
  GtkWidget *from;
  GtkWidget *until;
  GtkColumnView *list;
  GtkColumnViewColumn *number_column;
};

G_DEFINE_FINAL_TYPE (DaybookDaybookPage, daybook_daybook_page, DAYBOOK_TYPE_PAGE)

enum
{
  PROP_DAYBOOK = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
book_changed_cb (DaybookDaybookPage *self)
{
  DaybookBookViewModel *book = daybook_page_get_book (DAYBOOK_PAGE (self));

  g_clear_object (&self->daybook);
  if (book != NULL)
    self->daybook = daybook_daybook_view_model_new (book);
  g_binding_group_set_source (self->bindings, self->daybook);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYBOOK]);
}

static void
search_changed_cb (DaybookDaybookPage *self,
                   GtkSearchEntry     *search)
{
  if (self->daybook != NULL)
    g_object_set (self->daybook, "search", gtk_editable_get_text (GTK_EDITABLE (search)), NULL);
}

/* The button that was pressed goes away with what it cleared. */
static void
clear_clicked_cb (DaybookDaybookPage *self)
{
  gtk_widget_grab_focus (self->search);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->daybook != NULL)
    daybook_daybook_view_model_clear (self->daybook);
}

/* Escape takes back what was typed here, then all else that was asked for. */
static void
search_stopped_cb (DaybookDaybookPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    clear_clicked_cb (self);
}

static void
search_activated_cb (DaybookDaybookPage *self)
{
  daybook_list_take_focus (GTK_WIDGET (self->list));
}

static void
filter_activated_cb (DaybookDaybookPage *self)
{
  gtk_menu_button_popdown (self->filter);
}

static void
search_requested_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  gtk_widget_grab_focus (DAYBOOK_DAYBOOK_PAGE (widget)->search);
}

static void
sentence_rooted_cb (GtkWidget *sentence)
{
  daybook_column_view_grow_row (sentence);
}

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

  return daybook_list_take_focus (GTK_WIDGET (self->list))
         || gtk_widget_grab_focus (self->search);
}

/* A list that is not there yet has nothing that could be chosen: that is no choice. */
static gboolean
to_kind (GBinding     *binding,
         const GValue *from,
         GValue       *to,
         gpointer      user_data)
{
  if (g_value_get_uint (from) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  return g_value_transform (from, to);
}

static void
bind_filter (DaybookDaybookPage *self)
{
  const struct { const char *property; GtkWidget *row; } typed[] = {
    { "who", self->who }, { "operator", self->operator },
    { "from", self->from }, { "until", self->until },
  };

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "kinds", self->kind, "model", G_BINDING_SYNC_CREATE);
  g_binding_group_bind_full (self->bindings, "kind", self->kind, "selected",
                             G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, NULL, to_kind, NULL,
                             NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_binding_group_bind (self->bindings, typed[i].property, typed[i].row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "from-error", self->from, "error", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "until-error", self->until, "error", G_BINDING_SYNC_CREATE);
}

static void
daybook_daybook_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAYBOOK:
      g_value_set_object (value, DAYBOOK_DAYBOOK_PAGE (object)->daybook);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_daybook_page_dispose (GObject *object)
{
  DaybookDaybookPage *self = DAYBOOK_DAYBOOK_PAGE (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->daybook);

  G_OBJECT_CLASS (daybook_daybook_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/daybook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, search);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, filter);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, who);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, operator);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, from);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, until);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookDaybookPage, number_column);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sentence_rooted_cb);
}

static void
daybook_daybook_page_class_init (DaybookDaybookPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daybook_daybook_page_get_property;
  object_class->dispose = daybook_daybook_page_dispose;
  widget_class->grab_focus = daybook_daybook_page_grab_focus;

  properties[PROP_DAYBOOK] =
    g_param_spec_object ("daybook", NULL, NULL, DAYBOOK_TYPE_DAYBOOK_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_CHOICE);
  g_type_ensure (DAYBOOK_TYPE_DAYBOOK_ROW);
  g_type_ensure (DAYBOOK_TYPE_FIELD_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_requested_cb);
}

static void
daybook_daybook_page_init (DaybookDaybookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_filter (self);
  daybook_entry_row_tell_focus (ADW_ENTRY_ROW (self->who));
  daybook_entry_row_tell_focus (ADW_ENTRY_ROW (self->operator));
  g_signal_connect (self, "notify::book", G_CALLBACK (book_changed_cb), NULL);
  daybook_column_view_align_title (self->list, self->number_column);
  daybook_column_view_keep_top (self->list);
  daybook_list_let_tab_leave (GTK_WIDGET (self->list));
}
