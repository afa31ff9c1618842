/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK has a least width for a widget and no wanted one. A leaflet folds, and a window that cannot
 * be resized takes its size, by what its content wants, which depends on the longest text in it.
 * What is wanted here grows with the text. */

#include "frame.h"

#include "text-scale.h"

struct _DaybookFrame
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int natural_width;
  int maximum_width;
};

G_DEFINE_FINAL_TYPE (DaybookFrame, daybook_frame, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  PROP_NATURAL_WIDTH,
  PROP_MAXIMUM_WIDTH,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static GtkSizeRequestMode
daybook_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
daybook_frame_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DaybookFrame *self = DAYBOOK_FRAME (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int wanted = (int) (self->natural_width * daybook_text_scale (widget));

      if (self->maximum_width > 0)
        wanted = MIN (wanted, self->maximum_width);
      *natural = MAX (*minimum, wanted);
    }
}

static void
daybook_frame_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  DaybookFrame *self = DAYBOOK_FRAME (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
daybook_frame_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DaybookFrame *self = DAYBOOK_FRAME (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, self->natural_width);
      break;
    case PROP_MAXIMUM_WIDTH:
      g_value_set_int (value, self->maximum_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_frame_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DaybookFrame *self = DAYBOOK_FRAME (object);

  switch (id)
    {
    case PROP_CHILD:
      daybook_frame_set_child (self, g_value_get_object (value));
      break;
    case PROP_NATURAL_WIDTH:
      self->natural_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_MAXIMUM_WIDTH:
      self->maximum_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_frame_dispose (GObject *object)
{
  g_clear_pointer (&DAYBOOK_FRAME (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_frame_parent_class)->dispose (object);
}

static void
daybook_frame_class_init (DaybookFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_frame_dispose;
  object_class->get_property = daybook_frame_get_property;
  object_class->set_property = daybook_frame_set_property;
  widget_class->get_request_mode = daybook_frame_get_request_mode;
  widget_class->measure = daybook_frame_measure;
  widget_class->size_allocate = daybook_frame_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NATURAL_WIDTH] =
    g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAXIMUM_WIDTH] =
    g_param_spec_int ("maximum-width", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_frame_init (DaybookFrame *self)
{
}

/**
 * daybook_frame_set_child:
 * @child: (nullable): what stands in the frame
 */
void
daybook_frame_set_child (DaybookFrame *self,
                         GtkWidget    *child)
{
  g_return_if_fail (DAYBOOK_IS_FRAME (self));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}
