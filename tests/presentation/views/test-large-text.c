/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* With text twice as large, in a window of usual size and in the narrowest, nothing stands outside
 * the window, nothing is cut off, and nothing is out of reach. On a page a text may end with dots,
 * if all of it is there when the pointer rests on it; in a form none may. */

#include "scenes.h"

/* gtk-xft-dpi is in 1024ths. */
#define USUAL (96 * 1024)
#define DOUBLE (2 * USUAL)

typedef struct
{
  int width;
  int height;
  GtkWidget *top;
  const char *scene;
  gboolean may_have_dots;
  guint n_labels;
  guint n_faults;
} Sight;

G_GNUC_PRINTF (2, 3)
static void
find_fault (Sight      *sight,
            const char *format,
            ...)
{
  g_autofree char *fault = NULL;
  va_list arguments;

  va_start (arguments, format);
  fault = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s: %s", sight->scene, fault);
  sight->n_faults++;
}

/* By itself, or by what stands around it; asked as the pointer would. */
static gboolean
is_told_by_pointer (GtkWidget             *top,
                    GtkWidget             *label,
                    const graphene_rect_t *bounds)
{
  g_autoptr (GtkTooltip) tooltip = NULL;
  graphene_point_t middle;
  gboolean told = FALSE;

  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_tooltip_text (widget),
                   gtk_label_get_text (GTK_LABEL (label))) == 0)
      return TRUE;

  if (!gtk_widget_get_has_tooltip (top))
    return FALSE;

  tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  graphene_rect_get_center (bounds, &middle);
  gtk_widget_set_can_target (top, TRUE);
  g_signal_emit_by_name (top, "query-tooltip", (int) middle.x, (int) middle.y, FALSE, tooltip,
                         &told);
  gtk_widget_set_can_target (top, FALSE);
  return told;
}

/* What is scrolled out of sight, or behind a toast, is nobody's to read now. */
static gboolean
is_covered (GtkWidget              *top,
            GtkWidget              *label,
            const graphene_point_t *place)
{
  GtkWidget *picked;

  gtk_widget_set_can_target (top, TRUE);
  picked = gtk_widget_pick (top, place->x, place->y, GTK_PICK_INSENSITIVE);
  gtk_widget_set_can_target (top, FALSE);

  return picked == NULL || (picked != label && !gtk_widget_is_ancestor (label, picked));
}

static void
check_dots (Sight                 *sight,
            GtkWidget             *label,
            const graphene_rect_t *bounds)
{
  graphene_point_t middle;

  graphene_rect_get_center (bounds, &middle);
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)))
      || is_covered (sight->top, label, &middle))
    return;

  if (!sight->may_have_dots || !is_told_by_pointer (sight->top, label, bounds))
    find_fault (sight, "“%s” is cut off", gtk_label_get_text (GTK_LABEL (label)));
}

/* What scrolls up and down may be as wide as its place, and no wider. */
static void
check_label (GtkWidget *widget,
             gpointer   data)
{
  Sight *sight = data;
  graphene_rect_t bounds;
  const char *text;
  int height;

  if (!GTK_IS_LABEL (widget) || *gtk_label_get_text (GTK_LABEL (widget)) == '\0'
      || !gtk_widget_compute_bounds (widget, sight->top, &bounds))
    return;

  sight->n_labels++;
  text = gtk_label_get_text (GTK_LABEL (widget));
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), NULL, &height);
  if (bounds.origin.x < -0.5
      || bounds.origin.x + bounds.size.width > gtk_widget_get_width (sight->top) + 0.5)
    find_fault (sight, "“%s” stands from %.0f to %.0f of %d", text, bounds.origin.x,
                bounds.origin.x + bounds.size.width, gtk_widget_get_width (sight->top));
  if (bounds.origin.y + bounds.size.height > gtk_widget_get_height (sight->top) + 0.5
      && gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) == NULL)
    find_fault (sight, "“%s” is below the window and out of reach", text);
  if (height > gtk_widget_get_height (widget) + 1)
    find_fault (sight, "“%s” is %d high and has room for %d", text, height,
                gtk_widget_get_height (widget));
  check_dots (sight, widget, &bounds);
}

/* libadwaita 1.7 may leave out what was chosen. */
static void
check_choice (GtkWidget *widget,
              gpointer   data)
{
  const char *subtitle;

  if (!ADW_IS_COMBO_ROW (widget) || adw_combo_row_get_selected_item (ADW_COMBO_ROW (widget)) == NULL
      || !adw_combo_row_get_use_subtitle (ADW_COMBO_ROW (widget)))
    return;

  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
  if (subtitle == NULL || *subtitle == '\0')
    find_fault (data, "what was chosen for “%s” is not there",
                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
}

/* Menus are the toolkit's to draw. */
static void
check_scene (GtkWidget  *top,
             const char *scene,
             gpointer    data)
{
  Sight *sight = data;
  int needed;

  sight->top = top;
  sight->scene = scene;
  sight->may_have_dots = GTK_IS_APPLICATION_WINDOW (top);
  gtk_widget_measure (gtk_widget_get_first_child (top), GTK_ORIENTATION_HORIZONTAL, -1, &needed,
                      NULL, NULL, NULL);
  if (!GTK_IS_POPOVER_MENU (top) && needed > sight->width)
    find_fault (sight, "needs a width of %d", needed);
  if (GTK_IS_WINDOW (top) && !GTK_IS_APPLICATION_WINDOW (top)
      && (gtk_widget_get_width (top) > sight->width
          || gtk_widget_get_height (top) > sight->height))
    find_fault (sight, "is %d × %d large", gtk_widget_get_width (top),
                gtk_widget_get_height (top));
  scenes_walk (top, check_label, sight);
  scenes_walk (top, check_choice, sight);
}

static void
visit (int width,
       int height,
       int dpi)
{
  Sight sight = { .width = width, .height = height };

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  scenes_visit (width, height, check_scene, &sight);
  g_assert_cmpuint (sight.n_labels, >, 500);
  g_assert_cmpuint (sight.n_faults, ==, 0);
}

static void
test_usual_size (void)
{
  visit (1000, 700, DOUBLE);
}

static void
test_narrow (void)
{
  visit (360, 700, DOUBLE);
}

static void
test_narrow_usual_text (void)
{
  visit (360, 700, USUAL);
}

static guint
count_faults (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new ();
  Sight sight = { .width = 200, .height = 200 };

  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (content) == 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  check_scene (window, "example", &sight);
  gtk_window_destroy (GTK_WINDOW (window));

  return sight.n_faults;
}

/* What there is to be found is found. */
static void
test_faults_are_found (void)
{
  const char *text = "Nobody would say that this is a short sentence";

  g_assert_cmpuint (count_faults (gtk_label_new ("Short")), ==, 0);
  g_assert_cmpuint (count_faults (g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE,
                                                NULL)), ==, 0);
  g_assert_cmpuint (count_faults (g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize",
                                                PANGO_ELLIPSIZE_END, NULL)), ==, 1);
  g_assert_cmpuint (count_faults (gtk_label_new (text)), >=, 1);
}

int
main (int   argc,
      char *argv[])
{
  scenes_init (&argc, &argv);

  g_test_add_func ("/large-text/faults-are-found", test_faults_are_found);
  g_test_add_func ("/large-text/usual-size", test_usual_size);
  g_test_add_func ("/large-text/narrow", test_narrow);
  g_test_add_func ("/large-text/narrow-usual-text", test_narrow_usual_text);

  return g_test_run ();
}
