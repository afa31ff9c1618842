/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What AdwNavigationSplitView will be once the floor is libadwaita 1.4; until then, an AdwLeaflet.
 *
 * A leaflet folds when the natural widths of its children do not fit. Both stand in frames that
 * always ask for the same, so that the window folds at one width, whatever it shows. */

#include "platform/split.h"

#include <adwaita.h>

#include "frame.h"
#include "shown.h"

/* Application pixels. Below it a row of an account has no room for its columns. */
#define CONTENT_WIDTH 560
#define SIDEBAR_WIDTH 240

struct _DaybookSplit
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *sidebar_frame;
  GtkWidget *frame;
  GtkWidget *sidebar;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (DaybookSplit, daybook_split, GTK_TYPE_WIDGET)

enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_SHOW_CONTENT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_sidebar (DaybookSplit *self,
             GtkWidget    *sidebar)
{
  if (self->sidebar == sidebar)
    return;

  self->sidebar = sidebar;
  daybook_frame_set_child (DAYBOOK_FRAME (self->sidebar_frame), sidebar);
}

static void
set_content (DaybookSplit *self,
             GtkWidget    *content)
{
  if (self->content == content)
    return;

  self->content = content;
  daybook_frame_set_child (DAYBOOK_FRAME (self->frame), content);
}

static void
tell_what_is_shown (DaybookSplit *self)
{
  daybook_shown_tell (GTK_WIDGET (self->leaflet),
                      adw_leaflet_get_folded (self->leaflet)
                      ? adw_leaflet_get_visible_child (self->leaflet) : NULL);
}

static void
leaflet_folded_cb (DaybookSplit *self)
{
  tell_what_is_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
leaflet_turned_cb (DaybookSplit *self)
{
  tell_what_is_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
daybook_split_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DaybookSplit *self = DAYBOOK_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, daybook_split_get_folded (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, daybook_split_get_show_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_split_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DaybookSplit *self = DAYBOOK_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      daybook_split_set_show_content (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_split_dispose (GObject *object)
{
  DaybookSplit *self = DAYBOOK_SPLIT (object);
  GtkWidget *leaflet = GTK_WIDGET (g_steal_pointer (&self->leaflet));

  if (leaflet != NULL)
    g_signal_handlers_disconnect_by_data (leaflet, self);
  g_clear_pointer (&leaflet, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_split_parent_class)->dispose (object);
}

static void
daybook_split_class_init (DaybookSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = daybook_split_dispose;
  object_class->get_property = daybook_split_get_property;
  object_class->set_property = daybook_split_set_property;

  properties[PROP_SIDEBAR] =
    g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] =
    g_param_spec_boolean ("show-content", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
daybook_split_init (DaybookSplit *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_NATURAL);

  self->sidebar_frame = g_object_new (DAYBOOK_TYPE_FRAME,
                                      "natural-width", SIDEBAR_WIDTH,
                                      NULL);
  adw_leaflet_append (self->leaflet, self->sidebar_frame);
  page = adw_leaflet_append (self->leaflet, separator);
  adw_leaflet_page_set_navigatable (page, FALSE);
  self->frame = g_object_new (DAYBOOK_TYPE_FRAME,
                              "natural-width", CONTENT_WIDTH,
                              "hexpand", TRUE,
                              NULL);
  adw_leaflet_append (self->leaflet, self->frame);
  adw_leaflet_set_visible_child (self->leaflet, self->frame);

  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (leaflet_folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child",
                            G_CALLBACK (leaflet_turned_cb), self);
}

/**
 * daybook_split_get_folded:
 *
 * Returns: whether there is room for only one of sidebar and content.
 */
gboolean
daybook_split_get_folded (DaybookSplit *self)
{
  g_return_val_if_fail (DAYBOOK_IS_SPLIT (self), FALSE);

  return self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);
}

/**
 * daybook_split_get_show_content:
 *
 * Returns: whether the content is what is shown while there is room for only one.
 */
gboolean
daybook_split_get_show_content (DaybookSplit *self)
{
  g_return_val_if_fail (DAYBOOK_IS_SPLIT (self), FALSE);

  return self->leaflet != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->frame;
}

/**
 * daybook_split_set_show_content:
 * @show_content: whether to show the content, not the sidebar, while there is room for only one
 */
void
daybook_split_set_show_content (DaybookSplit *self,
                                gboolean      show_content)
{
  g_return_if_fail (DAYBOOK_IS_SPLIT (self));

  adw_leaflet_set_visible_child (self->leaflet, show_content ? self->frame
                                                            : self->sidebar_frame);
}
