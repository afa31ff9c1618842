/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What AdwNavigationView will be once the floor is libadwaita 1.4; until then, an AdwLeaflet that
 * never unfolds. A page that was left, by the button or by a swipe, is thrown away as soon as it
 * has slid out of sight. */

#include "platform/navigation.h"

#include <adwaita.h>

#include "shown.h"

struct _DaybookNavigation
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *root;
  guint tidying;
};

G_DEFINE_FINAL_TYPE (DaybookNavigation, daybook_navigation, GTK_TYPE_WIDGET)

enum
{
  PROP_ROOT = 1,
  PROP_VISIBLE_PAGE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
drop_pages_above_visible (DaybookNavigation *self)
{
  GtkWidget *page;

  while ((page = adw_leaflet_get_adjacent_child (self->leaflet,
                                                 ADW_NAVIGATION_DIRECTION_FORWARD)) != NULL)
    adw_leaflet_remove (self->leaflet, page);
}

static gboolean
tidy (gpointer data)
{
  DaybookNavigation *self = data;

  self->tidying = 0;
  if (!adw_leaflet_get_child_transition_running (self->leaflet))
    drop_pages_above_visible (self);

  return G_SOURCE_REMOVE;
}

static void
set_root (DaybookNavigation *self,
          GtkWidget         *root)
{
  g_return_if_fail (self->root == NULL);

  self->root = root;
  if (root != NULL)
    adw_leaflet_prepend (self->leaflet, root);
}

/* Not at once: the leaflet is in the middle of turning. */
static void
leaflet_turned_cb (DaybookNavigation *self,
                   GParamSpec        *pspec)
{
  if (self->tidying == 0)
    self->tidying = g_idle_add (tidy, self);
  daybook_shown_tell (GTK_WIDGET (self->leaflet),
                      adw_leaflet_get_visible_child (self->leaflet));
  if (g_str_equal (g_param_spec_get_name (pspec), "visible-child"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE_PAGE]);
}

static void
pop_activated_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  daybook_navigation_pop (DAYBOOK_NAVIGATION (widget));
}

static void
daybook_navigation_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DaybookNavigation *self = DAYBOOK_NAVIGATION (object);

  switch (id)
    {
    case PROP_ROOT:
      g_value_set_object (value, self->root);
      break;
    case PROP_VISIBLE_PAGE:
      g_value_set_object (value, daybook_navigation_get_visible_page (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_navigation_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ROOT:
      set_root (DAYBOOK_NAVIGATION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_navigation_dispose (GObject *object)
{
  DaybookNavigation *self = DAYBOOK_NAVIGATION (object);
  GtkWidget *leaflet = GTK_WIDGET (g_steal_pointer (&self->leaflet));

  g_clear_handle_id (&self->tidying, g_source_remove);
  if (leaflet != NULL)
    g_signal_handlers_disconnect_by_data (leaflet, self);
  g_clear_pointer (&leaflet, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_navigation_parent_class)->dispose (object);
}

static void
daybook_navigation_class_init (DaybookNavigationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_navigation_dispose;
  object_class->get_property = daybook_navigation_get_property;
  object_class->set_property = daybook_navigation_set_property;

  properties[PROP_ROOT] =
    g_param_spec_object ("root", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VISIBLE_PAGE] =
    g_param_spec_object ("visible-page", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "navigation.pop", NULL, pop_activated_cb);
}

static void
daybook_navigation_init (DaybookNavigation *self)
{
  self->leaflet = g_object_new (ADW_TYPE_LEAFLET,
                                "can-unfold", FALSE,
                                "can-navigate-back", TRUE,
                                NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));

  g_signal_connect_swapped (self->leaflet, "notify::visible-child",
                            G_CALLBACK (leaflet_turned_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::child-transition-running",
                            G_CALLBACK (leaflet_turned_cb), self);
}

/**
 * daybook_navigation_get_visible_page:
 *
 * Returns: (transfer none) (nullable): the topmost page.
 */
GtkWidget *
daybook_navigation_get_visible_page (DaybookNavigation *self)
{
  g_return_val_if_fail (DAYBOOK_IS_NAVIGATION (self), NULL);

  return self->leaflet != NULL ? adw_leaflet_get_visible_child (self->leaflet) : NULL;
}

/**
 * daybook_navigation_push:
 * @page: (transfer none): put on top; destroyed when it is left. It gets the keyboard's focus
 */
void
daybook_navigation_push (DaybookNavigation *self,
                         GtkWidget         *page)
{
  g_return_if_fail (DAYBOOK_IS_NAVIGATION (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  drop_pages_above_visible (self);
  adw_leaflet_append (self->leaflet, page);
  adw_leaflet_set_visible_child (self->leaflet, page);
  gtk_widget_grab_focus (page);
}

/**
 * daybook_navigation_pop:
 *
 * Goes back to the page below, if there is one.
 */
void
daybook_navigation_pop (DaybookNavigation *self)
{
  g_return_if_fail (DAYBOOK_IS_NAVIGATION (self));

  if (adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    gtk_widget_grab_focus (adw_leaflet_get_visible_child (self->leaflet));
}

/**
 * daybook_navigation_pop_to_root:
 *
 * Goes back to the lowest page.
 */
void
daybook_navigation_pop_to_root (DaybookNavigation *self)
{
  g_return_if_fail (DAYBOOK_IS_NAVIGATION (self));

  adw_leaflet_set_visible_child (self->leaflet, self->root);
}
