/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line with a quiet area beneath, the months below, and the most and the least beside it. All of
 * it stands in words too, for those who do not see it. */

#include "held-chart.h"

#include <adwaita.h>
#include <math.h>

#include "chart-geometry.h"
#include "platform/colors.h"

#define HEIGHT 220
#define GAP 4
#define LABEL_SPACE 12

/* How strong what is no text is drawn: 3:1, on the page and on the area. */
#define RULE_ALPHA 0.7
#define DOT 2
#define DOT_SPACE 6
#define NOTHING G_MAXUINT

struct _DaybookHeldChart
{
  GtkWidget parent_instance;

  DaybookHeldSeries *series;
  guint selected;
  char *readout;
};

G_DEFINE_FINAL_TYPE (DaybookHeldChart, daybook_held_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_SERIES = 1,
  PROP_READOUT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* What is needed while drawing. The frame begins @top pixels below the upper edge.
 *
 * @line: how high a line of text is */
typedef struct
{
  GtkSnapshot *snapshot;
  DaybookChartFrame frame;
  GdkRGBA text;
  GdkRGBA accent;
  double line;
  double top;
} Drawing;

static PangoLayout *
new_label (DaybookHeldChart *self,
           const char       *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
line_height (DaybookHeldChart *self)
{
  g_autoptr (PangoLayout) layout = new_label (self, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static gboolean
is_mirrored (DaybookHeldChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* A line of text above for the most, one below for the months. */
static void
init_frame (DaybookHeldChart  *self,
            DaybookChartFrame *frame)
{
  daybook_chart_frame_init (frame, self->series, gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self))
                            - 2 * (line_height (self) + GAP), is_mirrored (self));
}

static void
select_point (DaybookHeldChart *self,
              guint             point)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  if (self->selected == point)
    return;

  self->selected = point;
  g_free (self->readout);
  self->readout = point != NOTHING ? daybook_held_series_point_text (self->series, point)
                                   : g_strdup ("");
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  point != NOTHING || self->series == NULL
                                    ? self->readout
                                    : daybook_held_series_get_description (self->series),
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_series (DaybookHeldChart  *self,
            DaybookHeldSeries *series)
{
  if (!g_set_object (&self->series, series))
    return;

  select_point (self, NOTHING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  series != NULL ? daybook_held_series_get_description (series)
                                                 : "",
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

static void
draw_label (const Drawing *drawing,
            PangoLayout   *layout,
            double         x,
            double         y)
{
  GdkRGBA color = drawing->text;

  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    color.alpha *= 0.75;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &color);
  gtk_snapshot_restore (drawing->snapshot);
}

static GdkRGBA
rule_color (const Drawing *drawing)
{
  GdkRGBA color = drawing->text;

  color.alpha *= RULE_ALPHA;
  return color;
}

static void
draw_rule (const Drawing *drawing,
           double         value)
{
  double y = drawing->top + daybook_chart_y (&drawing->frame, value);
  GdkRGBA color = rule_color (drawing);

  gtk_snapshot_append_color (drawing->snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, floor (y), drawing->frame.width, 1));
}

/* Quieter than a rule, and as easy to see. */
static void
draw_dots (const Drawing *drawing,
           double         value)
{
  float y = floor (drawing->top + daybook_chart_y (&drawing->frame, value));
  GdkRGBA color = rule_color (drawing);

  gtk_snapshot_push_repeat (drawing->snapshot,
                            &GRAPHENE_RECT_INIT (0, y, drawing->frame.width, 1),
                            &GRAPHENE_RECT_INIT (0, y, DOT_SPACE, 1));
  gtk_snapshot_append_color (drawing->snapshot, &color, &GRAPHENE_RECT_INIT (0, y, DOT, 1));
  gtk_snapshot_pop (drawing->snapshot);
}

/* An amount at the side where time begins, above its rule or below it. */
static void
draw_amount (DaybookHeldChart *self,
             const Drawing    *drawing,
             guint             point,
             double            value,
             gboolean          below)
{
  g_autofree char *text = daybook_held_series_amount_text (self->series, point);
  g_autoptr (PangoLayout) layout = new_label (self, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  draw_label (drawing, layout,
              drawing->frame.mirrored ? drawing->frame.width - width - GAP : GAP,
              drawing->top + daybook_chart_y (&drawing->frame, value)
              + (below ? 1 : -drawing->line - 1));
}

/* Above the most there is nothing, and between the least and zero nothing but the area. The least
 * is left out where there is no room for it, and where it is zero. */
static void
draw_rules (DaybookHeldChart *self,
            const Drawing    *drawing)
{
  const DaybookChartFrame *frame = &drawing->frame;
  guint lowest = daybook_held_series_get_lowest (self->series);
  guint highest = daybook_held_series_get_highest (self->series);
  const DaybookHeldPoint *points;
  double low, high, room;
  guint n;

  points = daybook_held_series_get_points (self->series, &n);
  low = points[lowest].value;
  high = points[highest].value;
  draw_rule (drawing, 0);
  if (high > 0)
    {
      draw_dots (drawing, high);
      draw_amount (self, drawing, highest, high, FALSE);
    }

  room = fabs (daybook_chart_y (frame, 0) - daybook_chart_y (frame, low));
  if (low != 0 && low != high && room >= drawing->line + 2)
    {
      draw_dots (drawing, low);
      draw_amount (self, drawing, lowest, low, low > 0);
    }
}

static void
draw_ticks (DaybookHeldChart *self,
            const Drawing    *drawing)
{
  const DaybookHeldTick *ticks;
  double room = 0;
  guint n, stride;

  ticks = daybook_held_series_get_ticks (self->series, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) layout = new_label (self, ticks[i].label);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      room = MAX (room, width + LABEL_SPACE);
    }

  stride = daybook_chart_stride (ticks, n, drawing->frame.width, room);
  for (guint i = 0; i < n; i += stride)
    {
      g_autoptr (PangoLayout) layout = new_label (self, ticks[i].label);
      double x = daybook_chart_x (&drawing->frame, ticks[i].at);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      draw_label (drawing, layout, CLAMP (x - width / 2.0, 0, drawing->frame.width - width),
                  drawing->top + drawing->frame.height + GAP);
    }
}

static void
draw_line (DaybookHeldChart *self,
           const Drawing    *drawing)
{
  const DaybookChartFrame *frame = &drawing->frame;
  g_autoptr (GArray) corners = daybook_chart_outline (frame, self->series);
  const DaybookChartCorner *last = &g_array_index (corners, DaybookChartCorner, corners->len - 1);
  const DaybookChartCorner *first = &g_array_index (corners, DaybookChartCorner, 0);
  double zero = daybook_chart_y (frame, 0);
  GdkRGBA fill = drawing->accent;
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (drawing->snapshot,
                                  &GRAPHENE_RECT_INIT (-2, drawing->top - 2, frame->width + 4,
                                                       frame->height + 4));
  cairo_translate (cr, 0, drawing->top);
  for (guint i = 0; i < corners->len; i++)
    {
      const DaybookChartCorner *corner = &g_array_index (corners, DaybookChartCorner, i);

      cairo_line_to (cr, corner->x, corner->y);
    }
  gdk_cairo_set_source_rgba (cr, &drawing->accent);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);

  cairo_line_to (cr, last->x, zero);
  cairo_line_to (cr, first->x, zero);
  cairo_close_path (cr);
  fill.alpha *= 0.15;
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_selected (DaybookHeldChart *self,
               const Drawing    *drawing)
{
  const DaybookHeldPoint *points;
  GdkRGBA color = rule_color (drawing);
  double x, y;
  cairo_t *cr;
  guint n;

  points = daybook_held_series_get_points (self->series, &n);
  x = daybook_chart_x (&drawing->frame, points[self->selected].at);
  y = drawing->top + daybook_chart_y (&drawing->frame, points[self->selected].value);
  gtk_snapshot_append_color (drawing->snapshot, &color,
                             &GRAPHENE_RECT_INIT (floor (x), drawing->top, 1,
                                                  drawing->frame.height));

  cr = gtk_snapshot_append_cairo (drawing->snapshot, &GRAPHENE_RECT_INIT (x - 5, y - 5, 10, 10));
  gdk_cairo_set_source_rgba (cr, &drawing->accent);
  cairo_arc (cr, x, y, 4.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
daybook_held_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DaybookHeldChart *self = DAYBOOK_HELD_CHART (widget);
  Drawing drawing = { .snapshot = snapshot };

  if (self->series == NULL)
    return;

  daybook_colors_get (widget, &drawing.text, &drawing.accent);
  drawing.line = line_height (self);
  drawing.top = drawing.line + GAP;
  init_frame (self, &drawing.frame);
  draw_line (self, &drawing);
  draw_rules (self, &drawing);
  draw_ticks (self, &drawing);
  if (self->selected != NOTHING)
    draw_selected (self, &drawing);
}

static void
daybook_held_chart_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
pointer_moved_cb (DaybookHeldChart *self,
                  double            x,
                  double            y)
{
  DaybookChartFrame frame;

  if (self->series == NULL)
    return;

  init_frame (self, &frame);
  select_point (self, daybook_chart_find (&frame, self->series, x));
}

static void
left_cb (DaybookHeldChart *self)
{
  select_point (self, NOTHING);
}

/* To the next change at that side; the first time, to the last of all. */
static gboolean
arrow_pressed_cb (GtkWidget *widget,
                  GVariant  *to_the_right,
                  gpointer   user_data)
{
  DaybookHeldChart *self = DAYBOOK_HELD_CHART (widget);
  gboolean later = g_variant_get_boolean (to_the_right) != is_mirrored (self);
  guint n;

  if (self->series == NULL)
    return FALSE;

  daybook_held_series_get_points (self->series, &n);
  if (self->selected == NOTHING)
    select_point (self, n - 1);
  else if (later)
    select_point (self, MIN (self->selected + 1, n - 1));
  else if (self->selected > 0)
    select_point (self, self->selected - 1);

  return TRUE;
}

static void
daybook_held_chart_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DaybookHeldChart *self = DAYBOOK_HELD_CHART (object);

  switch (id)
    {
    case PROP_SERIES:
      g_value_set_object (value, self->series);
      break;
    case PROP_READOUT:
      g_value_set_string (value, self->readout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_held_chart_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SERIES:
      set_series (DAYBOOK_HELD_CHART (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_held_chart_finalize (GObject *object)
{
  DaybookHeldChart *self = DAYBOOK_HELD_CHART (object);

  g_clear_object (&self->series);
  g_clear_pointer (&self->readout, g_free);

  G_OBJECT_CLASS (daybook_held_chart_parent_class)->finalize (object);
}

static void
daybook_held_chart_class_init (DaybookHeldChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = daybook_held_chart_finalize;
  object_class->get_property = daybook_held_chart_get_property;
  object_class->set_property = daybook_held_chart_set_property;
  widget_class->measure = daybook_held_chart_measure;
  widget_class->snapshot = daybook_held_chart_snapshot;

  properties[PROP_SERIES] =
    g_param_spec_object ("series", NULL, NULL, DAYBOOK_TYPE_HELD_SERIES,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_READOUT] =
    g_param_spec_string ("readout", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "heldchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_pressed_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_pressed_cb, "b", TRUE);
}

static void
daybook_held_chart_init (DaybookHeldChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->selected = NOTHING;
  self->readout = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
