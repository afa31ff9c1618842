/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "list-page.h"

#include "platform/list-tab.h"

enum
{
  PROP_LIST = 1,
  PROP_SHOWS,
  PROP_LIST_NAME,
  PROP_HINT,
  PROP_MENU,
  PROP_MENU_NAME,
  PROP_FACTORY,
  PROP_SHOW_ACTION,
  PROP_NEW_ACTION,
  PROP_NEW_NAME,
  PROP_NEW_LABEL,
  PROP_PLACEHOLDER,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

typedef struct
{
  GValue values[N_PROPERTIES];

  GtkWidget *new_icon;
  GtkWidget *search;
  GtkWidget *menu_button;
  GtkWidget *rows;
} DaybookListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DaybookListPage, daybook_list_page, DAYBOOK_TYPE_PAGE)

static DaybookListPagePrivate *
get_private (gpointer self)
{
  return daybook_list_page_get_instance_private (DAYBOOK_LIST_PAGE (self));
}

static DaybookListViewModel *
get_list (DaybookListPage *self)
{
  return g_value_get_object (&get_private (self)->values[PROP_LIST]);
}

static gboolean
focus_rows (DaybookListPage *self)
{
  return daybook_list_take_focus (get_private (self)->rows);
}

static void
search_changed_cb (DaybookListPage *self,
                   GtkSearchEntry  *search)
{
  DaybookListViewModel *list = get_list (self);

  if (list != NULL)
    g_object_set (list, "search", gtk_editable_get_text (GTK_EDITABLE (search)), NULL);
}

/* Escape, and Enter for whoever has found what was looked for. */
static void
search_stopped_cb (DaybookListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (get_private (self)->search), "");
}

static void
search_activated_cb (DaybookListPage *self)
{
  focus_rows (self);
}

static void
row_activated_cb (DaybookListPage *self,
                  guint            position,
                  GtkListView     *rows)
{
  const char *action = g_value_get_string (&get_private (self)->values[PROP_SHOW_ACTION]);
  g_autoptr (GObject) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (rows)), position);
  guint key;

  if (row == NULL)
    return;

  g_object_get (row, "key", &key, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), action, "u", key);
}

static void
search_requested_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  gtk_widget_grab_focus (get_private (widget)->search);
}

static void
rows_requested_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  focus_rows (DAYBOOK_LIST_PAGE (widget));
}

/* The menu sets properties of the list, and marks what they are. */
static void
list_changed (DaybookListPage *self)
{
  static const char *const names[] = { "sort", "order", "status" };
  DaybookListViewModel *list = get_list (self);
  g_autoptr (GSimpleActionGroup) actions = list != NULL ? g_simple_action_group_new () : NULL;

  for (guint i = 0; list != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], list, names[i]);

      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (actions));
}

static void
book_changed_cb (DaybookListPage *self)
{
  DaybookBookViewModel *book = daybook_page_get_book (DAYBOOK_PAGE (self));
  g_autoptr (DaybookListViewModel) list = NULL;

  if (book != NULL)
    g_object_get (book, g_value_get_string (&get_private (self)->values[PROP_SHOWS]), &list, NULL);
  g_object_set (self, "list", list, NULL);
}

/* For those who do not see their icons. */
static void
name_control (DaybookListPage *self,
              guint            id)
{
  DaybookListPagePrivate *priv = get_private (self);
  GtkWidget *control = id == PROP_NEW_NAME ? priv->new_icon
                       : id == PROP_MENU_NAME ? priv->menu_button : priv->rows;

  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_value_get_string (&priv->values[id]), -1);
}

static gboolean
daybook_list_page_grab_focus (GtkWidget *widget)
{
  return focus_rows (DAYBOOK_LIST_PAGE (widget));
}

static void
daybook_list_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_value_copy (&get_private (object)->values[id], value);
}

static void
daybook_list_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  GValue *held = &get_private (object)->values[id];

  if (g_param_values_cmp (pspec, held, value) == 0)
    return;

  g_value_copy (value, held);
  if (id == PROP_LIST)
    list_changed (DAYBOOK_LIST_PAGE (object));
  else if (id == PROP_LIST_NAME || id == PROP_MENU_NAME || id == PROP_NEW_NAME)
    name_control (DAYBOOK_LIST_PAGE (object), id);
  g_object_notify_by_pspec (object, pspec);
}

static void
daybook_list_page_dispose (GObject *object)
{
  DaybookListPagePrivate *priv = get_private (object);

  for (guint id = 1; id < N_PROPERTIES; id++)
    if (G_VALUE_HOLDS_OBJECT (&priv->values[id]))
      g_value_set_object (&priv->values[id], NULL);

  G_OBJECT_CLASS (daybook_list_page_parent_class)->dispose (object);
}

static void
daybook_list_page_finalize (GObject *object)
{
  for (guint id = 1; id < N_PROPERTIES; id++)
    g_value_unset (&get_private (object)->values[id]);

  G_OBJECT_CLASS (daybook_list_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  static const char *const texts[N_PROPERTIES] = {
    [PROP_SHOWS] = "shows", [PROP_LIST_NAME] = "list-name", [PROP_HINT] = "hint",
    [PROP_MENU_NAME] = "menu-name",
    [PROP_SHOW_ACTION] = "show-action", [PROP_NEW_ACTION] = "new-action",
    [PROP_NEW_NAME] = "new-name", [PROP_NEW_LABEL] = "new-label",
  };
  const struct { guint id; const char *name; GType type; } objects[] = {
    { PROP_LIST, "list", DAYBOOK_TYPE_LIST_VIEW_MODEL },
    { PROP_MENU, "menu", G_TYPE_MENU_MODEL },
    { PROP_FACTORY, "factory", GTK_TYPE_LIST_ITEM_FACTORY },
    { PROP_PLACEHOLDER, "placeholder", GTK_TYPE_WIDGET },
  };
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  for (guint id = 1; id < N_PROPERTIES; id++)
    if (texts[id] != NULL)
      properties[id] = g_param_spec_string (texts[id], NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    properties[objects[i].id] = g_param_spec_object (objects[i].name, NULL, NULL, objects[i].type,
                                                     flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
}

static void
daybook_list_page_class_init (DaybookListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_list_page_dispose;
  object_class->finalize = daybook_list_page_finalize;
  object_class->get_property = daybook_list_page_get_property;
  object_class->set_property = daybook_list_page_set_property;
  widget_class->grab_focus = daybook_list_page_grab_focus;
  install_properties (object_class);

  daybook_page_bind_common (widget_class, "/org/daybook/Daybook/ui/list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, new_icon);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, search);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_requested_cb);
  gtk_widget_class_install_action (widget_class, "page.rows", NULL, rows_requested_cb);
}

static void
daybook_list_page_init (DaybookListPage *self)
{
  for (guint id = 1; id < N_PROPERTIES; id++)
    g_value_init (&get_private (self)->values[id], G_PARAM_SPEC_VALUE_TYPE (properties[id]));
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_list_let_tab_leave (get_private (self)->rows);
  g_signal_connect (self, "notify::book", G_CALLBACK (book_changed_cb), NULL);
}
