/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "overview-page.h"

#include "held-chart.h"
#include "names.h"
#include "shrink.h"

struct _DaybookOverviewPage
{
  DaybookPage parent_instance;

  DaybookOverviewViewModel *overview;
  GBinding *currency_binding;

  GtkWidget *figures;
  GtkWidget *held;
  GtkWidget *register_person;
  GtkWidget *open_account;
  GtkDropDown *currency;
  GtkListBox *others;
  GtkListBox *attention;
};

G_DEFINE_FINAL_TYPE (DaybookOverviewPage, daybook_overview_page, DAYBOOK_TYPE_PAGE)

enum
{
  PROP_OVERVIEW = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* Leads to its account; a currency, to all accounts. */
static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  guint key = daybook_overview_row_get_key (item);
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *figure = NULL;
  GtkWidget *label;
  GtkWidget *row;

  g_object_get (item, "title", &title, "caption", &caption, "figure", &figure, NULL);
  label = gtk_label_new (figure);
  gtk_widget_add_css_class (label, "numeric");
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", caption,
                      "activatable", TRUE,
                      "action-name", key != 0 ? "book.show-account" : "book.show",
                      NULL);
  if (key != 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", key);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "accounts");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), daybook_new_arrow ());

  return row;
}

/* A list that is just being replaced has nothing chosen: that is no choice. */
static gboolean
to_currency (GBinding     *binding,
             const GValue *from,
             GValue       *to,
             gpointer      user_data)
{
  if (g_value_get_uint (from) == GTK_INVALID_LIST_POSITION)
    return FALSE;

  return g_value_transform (from, to);
}

static void
bind_lists (DaybookOverviewPage *self)
{
  g_autoptr (GListModel) others = NULL;
  g_autoptr (GListModel) attention = NULL;
  g_autoptr (GListModel) currencies = NULL;

  if (self->overview != NULL)
    g_object_get (self->overview, "others", &others, "attention", &attention,
                  "currencies", &currencies, NULL);
  gtk_list_box_bind_model (self->others, others, new_row, NULL, NULL);
  gtk_list_box_bind_model (self->attention, attention, new_row, NULL, NULL);
  gtk_drop_down_set_model (self->currency, currencies);
}

static void
book_changed_cb (DaybookOverviewPage *self)
{
  DaybookBookViewModel *book = daybook_page_get_book (DAYBOOK_PAGE (self));

  g_clear_pointer (&self->currency_binding, g_binding_unbind);
  g_clear_object (&self->overview);
  if (book != NULL)
    self->overview = daybook_overview_view_model_new (book);

  bind_lists (self);
  if (self->overview != NULL)
    {
      self->currency_binding =
        g_object_bind_property_full (self->overview, "currency", self->currency, "selected",
                                     G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                                     NULL, to_currency, NULL, NULL);
      g_object_set (self->overview, "shown", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERVIEW]);
}

/* Who looks for somebody looks through the accounts. */
static void
search_requested_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  GtkWidget *sections = gtk_widget_get_parent (widget);

  gtk_widget_activate_action (widget, "book.show", "s", "accounts");
  gtk_widget_activate_action (gtk_stack_get_visible_child (GTK_STACK (sections)), "page.search",
                              NULL);
}

static gboolean
daybook_overview_page_grab_focus (GtkWidget *widget)
{
  DaybookOverviewPage *self = DAYBOOK_OVERVIEW_PAGE (widget);
  GtkWidget *first[] = { self->held, self->register_person, self->open_account };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (gtk_widget_get_mapped (first[i]))
      return gtk_widget_grab_focus (first[i]);

  return FALSE;
}

static void
daybook_overview_page_map (GtkWidget *widget)
{
  DaybookOverviewPage *self = DAYBOOK_OVERVIEW_PAGE (widget);

  if (self->overview != NULL)
    g_object_set (self->overview, "shown", TRUE, NULL);
  GTK_WIDGET_CLASS (daybook_overview_page_parent_class)->map (widget);
}

static void
daybook_overview_page_unmap (GtkWidget *widget)
{
  DaybookOverviewPage *self = DAYBOOK_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (daybook_overview_page_parent_class)->unmap (widget);
  if (self->overview != NULL)
    g_object_set (self->overview, "shown", FALSE, NULL);
}

static void
daybook_overview_page_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_OVERVIEW:
      g_value_set_object (value, DAYBOOK_OVERVIEW_PAGE (object)->overview);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_overview_page_dispose (GObject *object)
{
  DaybookOverviewPage *self = DAYBOOK_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->currency_binding, g_binding_unbind);
  g_clear_object (&self->overview);

  G_OBJECT_CLASS (daybook_overview_page_parent_class)->dispose (object);
}

static void
daybook_overview_page_class_init (DaybookOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_overview_page_dispose;
  object_class->get_property = daybook_overview_page_get_property;
  widget_class->grab_focus = daybook_overview_page_grab_focus;
  widget_class->map = daybook_overview_page_map;
  widget_class->unmap = daybook_overview_page_unmap;

  properties[PROP_OVERVIEW] =
    g_param_spec_object ("overview", NULL, NULL, DAYBOOK_TYPE_OVERVIEW_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_HELD_CHART);
  g_type_ensure (DAYBOOK_TYPE_SHRINK);
  g_type_ensure (DAYBOOK_TYPE_LIST_VIEW_MODEL);
  g_type_ensure (DAYBOOK_TYPE_CHOICE);
  g_type_ensure (DAYBOOK_TYPE_LIST_VIEW_MODEL);
  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, held);
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, register_person);
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, open_account);
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, currency);
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, others);
  gtk_widget_class_bind_template_child (widget_class, DaybookOverviewPage, attention);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_requested_cb);
}

/* Each leads somewhere, and is called what it shows. */
static void
name_figures (GtkWidget *within)
{
  if (GTK_IS_BUTTON (within))
    {
      daybook_name_follow_text (within);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (within);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_figures (child);
}

static void
daybook_overview_page_init (DaybookOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_figures (self->figures);
  g_signal_connect (self, "notify::book", G_CALLBACK (book_changed_cb), NULL);
}
