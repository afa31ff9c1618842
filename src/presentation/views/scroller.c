/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scrolled window does not know how high its content is at a width, with lines that wrap: here it
 * is asked. */

#include "scroller.h"

struct _DaybookScroller
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *child;
  int maximum_height;
};

G_DEFINE_FINAL_TYPE (DaybookScroller, daybook_scroller, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  PROP_MAXIMUM_HEIGHT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_child (DaybookScroller *self,
           GtkWidget       *child)
{
  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), child);
}

static GtkSizeRequestMode
daybook_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
daybook_scroller_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  DaybookScroller *self = DAYBOOK_SCROLLER (widget);
  int content;

  gtk_widget_measure (self->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
  if (self->child == NULL || orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  gtk_widget_measure (self->child, orientation, for_size, NULL, &content, NULL, NULL);
  if (self->maximum_height > 0)
    content = MIN (content, self->maximum_height);
  *natural = MAX (*minimum, content);
}

static void
daybook_scroller_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  gtk_widget_allocate (DAYBOOK_SCROLLER (widget)->scrolled, width, height, baseline, NULL);
}

static void
daybook_scroller_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DaybookScroller *self = DAYBOOK_SCROLLER (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_MAXIMUM_HEIGHT:
      g_value_set_int (value, self->maximum_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_scroller_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DaybookScroller *self = DAYBOOK_SCROLLER (object);

  switch (id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_MAXIMUM_HEIGHT:
      self->maximum_height = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_scroller_dispose (GObject *object)
{
  DaybookScroller *self = DAYBOOK_SCROLLER (object);

  self->child = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_scroller_parent_class)->dispose (object);
}

static void
daybook_scroller_class_init (DaybookScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_scroller_dispose;
  object_class->get_property = daybook_scroller_get_property;
  object_class->set_property = daybook_scroller_set_property;
  widget_class->get_request_mode = daybook_scroller_get_request_mode;
  widget_class->measure = daybook_scroller_measure;
  widget_class->size_allocate = daybook_scroller_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAXIMUM_HEIGHT] =
    g_param_spec_int ("maximum-height", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_scroller_init (DaybookScroller *self)
{
  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
