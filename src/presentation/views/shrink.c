/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The child always gets the room that it wants, and is drawn smaller if need be, at the bottom of
 * that. So nothing has to be laid out twice. It is as high as the child in any case: what is wider
 * must not be higher, GTK 4.18 warns of that. */

#include "shrink.h"

/* Nothing is drawn smaller than at a third of its size. */
#define LEAST 3

struct _DaybookShrink
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (DaybookShrink, daybook_shrink, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_child (DaybookShrink *self,
           GtkWidget     *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static int
wanted_size (DaybookShrink  *self,
             GtkOrientation  orientation)
{
  int wanted;

  gtk_widget_measure (self->child, orientation, -1, NULL, &wanted, NULL, NULL);
  return wanted;
}

static void
daybook_shrink_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DaybookShrink *self = DAYBOOK_SHRINK (widget);
  int wanted;

  if (self->child == NULL)
    return;

  wanted = wanted_size (self, orientation);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? wanted / LEAST : wanted;
  *natural = wanted;
}

static void
daybook_shrink_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DaybookShrink *self = DAYBOOK_SHRINK (widget);
  GskTransform *transform;
  int wanted_width, wanted_height;
  float scale;

  if (self->child == NULL)
    return;

  wanted_width = wanted_size (self, GTK_ORIENTATION_HORIZONTAL);
  wanted_height = wanted_size (self, GTK_ORIENTATION_VERTICAL);
  if (width >= wanted_width)
    {
      gtk_widget_allocate (self->child, width, height, baseline, NULL);
      return;
    }

  scale = (float) width / wanted_width;
  transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, height - wanted_height * scale));
  gtk_widget_allocate (self->child, wanted_width, wanted_height, -1,
                       gsk_transform_scale (transform, scale, scale));
}

static void
daybook_shrink_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, DAYBOOK_SHRINK (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_shrink_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (DAYBOOK_SHRINK (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_shrink_dispose (GObject *object)
{
  g_clear_pointer (&DAYBOOK_SHRINK (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (daybook_shrink_parent_class)->dispose (object);
}

static void
daybook_shrink_class_init (DaybookShrinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_shrink_dispose;
  object_class->get_property = daybook_shrink_get_property;
  object_class->set_property = daybook_shrink_set_property;
  widget_class->measure = daybook_shrink_measure;
  widget_class->size_allocate = daybook_shrink_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_shrink_init (DaybookShrink *self)
{
}
