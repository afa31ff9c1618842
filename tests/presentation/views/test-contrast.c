/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every text on every page and in every form can be told from what is behind it, as WCAG 2.1 has
 * it: 4.5:1, for large text 3:1, and 7:1 with high contrast. Measured on what is drawn: the colour
 * of each piece of text, with all that makes it paler, over the colour that most of its place has.
 *
 * What cannot be used now is exempt, there and here. What a chart is drawn with needs 3:1. */

#include "scenes.h"

#include <math.h>

#include "held-chart.h"

/* From here on text counts as large. */
#define LARGE_PT 18.0

/* How near one has to look at a text, and how much of it one sees then. */
#define NEAR 4
#define NEAR_WIDTH 320
#define NEAR_HEIGHT 120

/* What is no text, and has to be seen. */
#define STROKE 3.0

typedef struct
{
  cairo_surface_t *picture;
  const char *scene;
  double wanted;
  guint n_texts;
  guint n_strokes;
  GArray *texts;
  GArray *exempt;
} Sight;

typedef struct
{
  graphene_rect_t bounds;
} Place;

/* A piece of text that was drawn. What is drawn over it later hides it. */
typedef struct
{
  graphene_rect_t place;
  GdkRGBA ink;
  double size;
} Text;

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

static double
ratio (const GdkRGBA *one,
       const GdkRGBA *other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* The colour that most of a place has. Its middle is at least half behind the letters, never in
 * them: letters cover the lesser part of a line. */
static gboolean
look_behind (cairo_surface_t       *picture,
             const graphene_rect_t *place,
             GdkRGBA               *color)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  int left = MAX (0, (int) floor (place->origin.x));
  int top = MAX (0, (int) floor (place->origin.y));
  int right = MIN (cairo_image_surface_get_width (picture),
                   (int) ceil (place->origin.x + place->size.width));
  int bottom = MIN (cairo_image_surface_get_height (picture),
                    (int) ceil (place->origin.y + place->size.height));
  guint most = 0;
  guint32 found = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        guint32 pixel = *(const guint32 *) (const void *) (data + y * stride + 4 * x);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (pixel))) + 1;

        g_hash_table_insert (counts, GUINT_TO_POINTER (pixel), GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            found = pixel;
          }
      }

  *color = (GdkRGBA) { ((found >> 16) & 0xff) / 255.0, ((found >> 8) & 0xff) / 255.0,
                       (found & 0xff) / 255.0, 1 };
  return most > 0;
}

/* The colour of the letters, and how much of it there is: seen from near, somewhere is nothing but
 * that. GTK 4.18 does not tell it truly (gsk_text_node_get_color). */
static GdkRGBA
look_at_ink (GskRenderNode *node)
{
  cairo_surface_t *near = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, NEAR_WIDTH, NEAR_HEIGHT);
  cairo_t *cr = cairo_create (near);
  const guchar *data;
  graphene_rect_t bounds;
  guint32 most = 0;

  gsk_render_node_get_bounds (node, &bounds);
  cairo_scale (cr, NEAR, NEAR);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (near);

  data = cairo_image_surface_get_data (near);
  for (int y = 0; y < NEAR_HEIGHT; y++)
    for (int x = 0; x < NEAR_WIDTH; x++)
      {
        const guchar *place = data + y * cairo_image_surface_get_stride (near) + 4 * x;
        guint32 pixel = *(const guint32 *) (const void *) place;

        if (pixel >> 24 > most >> 24)
          most = pixel;
      }
  cairo_surface_destroy (near);
  if (most >> 24 == 0)
    return (GdkRGBA) { 0 };

  return (GdkRGBA) { ((most >> 16) & 0xff) / (double) (most >> 24),
                     ((most >> 8) & 0xff) / (double) (most >> 24),
                     (most & 0xff) / (double) (most >> 24), (most >> 24) / 255.0 };
}

static gboolean
is_exempt (Sight                 *sight,
           const graphene_rect_t *place)
{
  graphene_point_t middle;

  graphene_rect_get_center (place, &middle);
  for (guint i = 0; i < sight->exempt->len; i++)
    if (graphene_rect_contains_point (&g_array_index (sight->exempt, Place, i).bounds, &middle))
      return TRUE;

  return FALSE;
}

static GdkRGBA
over (const GdkRGBA *ink,
      const GdkRGBA *behind)
{
  return (GdkRGBA) { ink->red * ink->alpha + behind->red * (1 - ink->alpha),
                     ink->green * ink->alpha + behind->green * (1 - ink->alpha),
                     ink->blue * ink->alpha + behind->blue * (1 - ink->alpha), 1 };
}

/* Whether all of it is in the picture. */
static gboolean
is_whole (Sight                 *sight,
          const graphene_rect_t *place)
{
  return graphene_rect_contains_rect (
    &GRAPHENE_RECT_INIT (0, 0, cairo_image_surface_get_width (sight->picture),
                         cairo_image_surface_get_height (sight->picture)), place);
}

static void
note_text (Sight                 *sight,
           GskRenderNode         *node,
           const graphene_rect_t *place,
           double                 opacity)
{
  PangoFontDescription *font = pango_font_describe (gsk_text_node_get_font (node));
  Text text = { *place, look_at_ink (node),
                pango_font_description_get_size (font) / (double) PANGO_SCALE };

  pango_font_description_free (font);
  text.ink.alpha *= opacity;
  if (text.ink.alpha > 0 && is_whole (sight, place) && !is_exempt (sight, place))
    g_array_append_val (sight->texts, text);
}

static void
hide_texts (Sight                 *sight,
            const graphene_rect_t *place)
{
  for (guint i = sight->texts->len; i > 0; i--)
    if (graphene_rect_intersection (&g_array_index (sight->texts, Text, i - 1).place, place, NULL))
      g_array_remove_index (sight->texts, i - 1);
}

static void
check_text (Sight      *sight,
            const Text *text)
{
  double bar = text->size >= LARGE_PT && sight->wanted < 7 ? 3.0 : sight->wanted;
  GdkRGBA behind, seen;

  if (!look_behind (sight->picture, &text->place, &behind))
    return;

  seen = over (&text->ink, &behind);
  sight->n_texts++;
  if (ratio (&seen, &behind) < bar)
    {
      g_autofree char *one = gdk_rgba_to_string (&seen);
      g_autofree char *other = gdk_rgba_to_string (&behind);

      g_test_message ("%s: text at %.0f,%.0f of %.0f pt: %s on %s is %.2f, wanted %.1f",
                      sight->scene, text->place.origin.x, text->place.origin.y, text->size, one,
                      other, ratio (&seen, &behind), bar);
      g_test_fail ();
    }
}

static void
check_node (Sight         *sight,
            GskRenderNode *node,
            GskTransform  *transform,
            double         opacity)
{
  graphene_rect_t bounds;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      gsk_transform_transform_bounds (transform, &bounds, &bounds);
      note_text (sight, node, &bounds, opacity);
      break;
    case GSK_COLOR_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      gsk_transform_transform_bounds (transform, &bounds, &bounds);
      if (gsk_color_node_get_color (node)->alpha * opacity > 0.5)
        hide_texts (sight, &bounds);
      break;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        check_node (sight, gsk_container_node_get_child (node, i), transform, opacity);
      break;
    case GSK_OPACITY_NODE:
      check_node (sight, gsk_opacity_node_get_child (node), transform,
                  opacity * gsk_opacity_node_get_opacity (node));
      break;
    case GSK_TRANSFORM_NODE:
      {
        GskTransform *inner =
          gsk_transform_transform (gsk_transform_ref (transform),
                                   gsk_transform_node_get_transform (node));

        check_node (sight, gsk_transform_node_get_child (node), inner, opacity);
        gsk_transform_unref (inner);
      }
      break;
    case GSK_CLIP_NODE:
      check_node (sight, gsk_clip_node_get_child (node), transform, opacity);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      check_node (sight, gsk_rounded_clip_node_get_child (node), transform, opacity);
      break;
    case GSK_DEBUG_NODE:
      check_node (sight, gsk_debug_node_get_child (node), transform, opacity);
      break;
    default:
      break;
    }
}

/* Buttons that are off, and rows out of sight at the edge of a list. */
static void
collect_exempt (GtkWidget *widget,
                gpointer   data)
{
  Sight *sight = data;
  GtkNative *native = gtk_widget_get_native (widget);
  Place place;

  if (!gtk_widget_is_sensitive (widget)
      && gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &place.bounds))
    g_array_append_val (sight->exempt, place);
}

static void
check_stroke (Sight         *sight,
              const GdkRGBA *ink,
              const GdkRGBA *behind)
{
  GdkRGBA seen = over (ink, behind);

  sight->n_strokes++;
  if (ratio (&seen, behind) < STROKE)
    {
      g_autofree char *one = gdk_rgba_to_string (&seen);
      g_autofree char *other = gdk_rgba_to_string (behind);

      g_test_message ("%s: the chart has %s on %s: %.2f, wanted %.1f", sight->scene, one, other,
                      ratio (&seen, behind), STROKE);
      g_test_fail ();
    }
}

/* Of what is drawn by hand, the colour that most of it has: of the line, which is opaque, or of
 * the area, which is not. */
static GdkRGBA
find_color (GskRenderNode *node,
            gboolean       opaque)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  cairo_surface_t *drawn = gsk_cairo_node_get_surface (node);
  graphene_rect_t bounds;
  cairo_surface_t *picture;
  GdkRGBA color = { 0 };
  guint most = 0;
  cairo_t *cr;

  g_assert_nonnull (drawn);
  gsk_render_node_get_bounds (node, &bounds);
  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, bounds.size.width,
                                        bounds.size.height);
  cr = cairo_create (picture);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      {
        const guchar *data = cairo_image_surface_get_data (picture)
                             + y * cairo_image_surface_get_stride (picture) + 4 * x;
        guint32 pixel = *(const guint32 *) (const void *) data;
        guint alpha = pixel >> 24;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (pixel))) + 1;

        if (alpha == 0 || (alpha == 255) != opaque)
          continue;
        g_hash_table_insert (counts, GUINT_TO_POINTER (pixel), GUINT_TO_POINTER (n));
        if (n <= most)
          continue;
        most = n;
        color = (GdkRGBA) { ((pixel >> 16) & 0xff) / (double) alpha,
                            ((pixel >> 8) & 0xff) / (double) alpha,
                            (pixel & 0xff) / (double) alpha, alpha / 255.0 };
      }
  cairo_surface_destroy (picture);

  g_assert_cmpuint (most, >, 0);
  return color;
}

/* The line and the rules, on the page and on the area beneath the line. */
static void
check_chart (GtkWidget *widget,
             gpointer   data)
{
  Sight *sight = data;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;
  GdkRGBA page, area, line;

  if (!DAYBOOK_IS_HELD_CHART (widget)
      || !gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_native (widget)), &bounds))
    return;

  /* There is nothing at its corner. */
  bounds.size = GRAPHENE_SIZE_INIT (2, 2);
  if (!look_behind (sight->picture, &bounds, &page))
    return;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  area = page;
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    {
      GskRenderNode *part = gsk_container_node_get_child (node, i);

      if (gsk_render_node_get_node_type (part) == GSK_REPEAT_NODE)
        part = gsk_repeat_node_get_child (part);
      if (gsk_render_node_get_node_type (part) == GSK_CAIRO_NODE)
        {
          line = find_color (part, FALSE);
          area = over (&line, &page);
          line = find_color (part, TRUE);
        }
      else if (gsk_render_node_get_node_type (part) == GSK_COLOR_NODE)
        {
          line = *gsk_color_node_get_color (part);
        }
      else
        {
          continue;
        }
      check_stroke (sight, &line, &page);
      check_stroke (sight, &line, &area);
    }
}

static void
check_scene (GtkWidget  *top,
             const char *scene,
             gpointer    data)
{
  Sight *sight = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (top);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (top);
  int height = gtk_widget_get_height (top);
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  sight->scene = scene;
  sight->exempt = g_array_new (FALSE, FALSE, sizeof (Place));
  sight->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  sight->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  scenes_walk (top, collect_exempt, sight);
  cr = cairo_create (sight->picture);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (sight->picture);

  check_node (sight, node, NULL, 1.0);
  for (guint i = 0; i < sight->texts->len; i++)
    check_text (sight, &g_array_index (sight->texts, Text, i));
  scenes_walk (top, check_chart, sight);
  cairo_surface_destroy (sight->picture);
  g_array_unref (sight->exempt);
  g_array_unref (sight->texts);
}

static void
test_contrast (gconstpointer data)
{
  gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  Sight sight = { .wanted = high ? 7.0 : 4.5 };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      data != NULL ? ADW_COLOR_SCHEME_FORCE_DARK
                                                   : ADW_COLOR_SCHEME_FORCE_LIGHT);
  scenes_visit (1000, 700, check_scene, &sight);
  g_assert_cmpuint (sight.n_texts, >, 500);
  g_assert_cmpuint (sight.n_strokes, >=, 6);
}

/* Black on white is the most there is; twice the same is nothing. */
static void
test_ratio (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const GdkRGBA grey = { 118 / 255.0, 118 / 255.0, 118 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (ratio (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (ratio (&white, &white), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (ratio (&grey, &white), 4.54, 0.005);
}

int
main (int   argc,
      char *argv[])
{
  scenes_init (&argc, &argv);

  g_test_add_func ("/contrast/ratio", test_ratio);
  g_test_add_data_func ("/contrast/light", NULL, test_contrast);
  g_test_add_data_func ("/contrast/dark", "dark", test_contrast);

  return g_test_run ();
}
