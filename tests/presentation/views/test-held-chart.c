/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart: where its points are, which is computed, and what it says to those who do not see
 * it. */

#include <adwaita.h>

#include "chart-geometry.h"
#include "held-chart.h"
#include "ports/read-model.h"
#include "surroundings.h"

/* From 2026-11-01 to 2026-11-11: a day is a tenth. */
static DaybookHeldSeries *
new_series (gint64 first,
            gint64 third,
            gint64 sixth)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (DaybookHeldDay));
  DaybookHeldDay all[] = {
    { .date = day ("2026-11-01"), .held = first },
    { .date = day ("2026-11-03"), .held = third },
    { .date = day ("2026-11-06"), .held = sixth },
  };

  g_array_append_vals (days, all, G_N_ELEMENTS (all));
  return daybook_held_series_new (days, (DaybookCurrency) { "EUR" }, day ("2026-11-11"));
}

/* `0,100 20,100 `: each corner, in whole pixels. */
static void
assert_outline (DaybookHeldSeries *series,
                gboolean           mirrored,
                const char        *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) corners = NULL;
  DaybookChartFrame frame;

  daybook_chart_frame_init (&frame, series, 100, 200, mirrored);
  corners = daybook_chart_outline (&frame, series);
  for (guint i = 0; i < corners->len; i++)
    {
      const DaybookChartCorner *corner = &g_array_index (corners, DaybookChartCorner, i);

      g_string_append_printf (text, "%.0f,%.0f ", corner->x, corner->y);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_outline (void)
{
  g_autoptr (DaybookHeldSeries) above = new_series (100, 400, 200);
  g_autoptr (DaybookHeldSeries) across = new_series (100, -100, 0);
  g_autoptr (DaybookHeldSeries) below = new_series (-100, -50, -100);

  assert_outline (above, FALSE, "0,150 20,150 20,0 50,0 50,100 100,100 ");
  assert_outline (above, TRUE, "100,150 80,150 80,0 50,0 50,100 0,100 ");
  assert_outline (across, FALSE, "0,0 20,0 20,200 50,200 50,100 100,100 ");
  assert_outline (below, FALSE, "0,200 20,200 20,100 50,100 50,200 100,200 ");
}

static void
test_no_size (void)
{
  g_autoptr (DaybookHeldSeries) series = new_series (100, 400, 200);
  DaybookChartFrame frame;

  daybook_chart_frame_init (&frame, series, 0, -20, FALSE);
  g_assert_cmpfloat (daybook_chart_x (&frame, 1), ==, 1);
  g_assert_cmpfloat (daybook_chart_y (&frame, 0), ==, 1);
}

static void
test_find (void)
{
  g_autoptr (DaybookHeldSeries) series = new_series (100, 400, 200);
  static const struct { double x; guint found, mirrored; } cases[] = {
    { -5, 0, 2 }, { 0, 0, 2 }, { 19, 0, 2 }, { 21, 1, 2 }, { 49, 1, 2 }, { 51, 2, 1 },
    { 79, 2, 1 }, { 81, 2, 0 }, { 100, 2, 0 }, { 140, 2, 0 },
  };
  DaybookChartFrame frame, mirrored;

  daybook_chart_frame_init (&frame, series, 100, 200, FALSE);
  daybook_chart_frame_init (&mirrored, series, 100, 200, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (daybook_chart_find (&frame, series, cases[i].x), ==, cases[i].found);
      g_assert_cmpuint (daybook_chart_find (&mirrored, series, cases[i].x), ==,
                        cases[i].mirrored);
    }
}

static void
test_labels_have_room (void)
{
  static const DaybookHeldTick ticks[] = { { 0.1, NULL }, { 0.3, NULL }, { 0.5, NULL },
                                           { 0.7, NULL }, { 0.9, NULL } };

  g_assert_cmpuint (daybook_chart_stride (ticks, 5, 1000, 199), ==, 1);
  g_assert_cmpuint (daybook_chart_stride (ticks, 5, 1000, 201), ==, 2);
  g_assert_cmpuint (daybook_chart_stride (ticks, 5, 1000, 399), ==, 2);
  g_assert_cmpuint (daybook_chart_stride (ticks, 5, 1000, 401), ==, 3);
  g_assert_cmpuint (daybook_chart_stride (ticks, 5, 1000, 5000), ==, 5);
  g_assert_cmpuint (daybook_chart_stride (ticks, 0, 1000, 100), ==, 1);
}

static void
assert_readout (GtkWidget  *chart,
                const char *expected)
{
  g_autofree char *readout = NULL;

  g_object_get (chart, "readout", &readout, NULL);
  g_assert_cmpstr (readout, ==, expected);
}

static void
press (GtkWidget *chart,
       gboolean   to_the_right)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chart);
  guint key = to_the_right ? GDK_KEY_Right : GDK_KEY_Left;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut =
            g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, chart,
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
}

#define LEFT FALSE
#define RIGHT TRUE

static void
test_arrow_keys (void)
{
  g_autoptr (DaybookHeldSeries) series = new_series (100, 400, 200);
  GtkWidget *chart = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_HELD_CHART, NULL));
  GtkAccessible *accessible = GTK_ACCESSIBLE (chart);

  press (chart, LEFT);
  assert_readout (chart, "");
  g_object_set (chart, "series", series, NULL);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "From €1.00 on 1 Nov 2026 to €2.00 today. Lowest: €1.00 "
                                       "on 1 Nov 2026. Highest: €4.00 on 3 Nov 2026.");

  press (chart, LEFT);
  assert_readout (chart, "€2.00 on 6 Nov 2026");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "€2.00 on 6 Nov 2026");
  press (chart, RIGHT);
  assert_readout (chart, "€2.00 on 6 Nov 2026");
  press (chart, LEFT);
  press (chart, LEFT);
  press (chart, LEFT);
  assert_readout (chart, "€1.00 on 1 Nov 2026");

  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  press (chart, LEFT);
  assert_readout (chart, "€4.00 on 3 Nov 2026");

  g_object_set (chart, "series", NULL, NULL);
  assert_readout (chart, "");
  g_assert_finalize_object (chart);
}

/* It is drawn, whatever it is of, without a warning. */
static void
test_drawn (void)
{
  static const gint64 held[][3] = { { 100, 400, 200 }, { -100, 50, -20 }, { -5, -5, -5 },
                                    { 1, 0, 0 }, { 5, 5, 5 },
                                    { G_MAXINT64, G_MININT64, G_MAXINT64 } };
  GtkWidget *chart = g_object_new (DAYBOOK_TYPE_HELD_CHART, NULL);
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  adw_window_set_content (ADW_WINDOW (window), chart);
  gtk_window_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      g_autoptr (DaybookHeldSeries) series = new_series (held[i][0], held[i][1], held[i][2]);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      g_object_set (chart, "series", series, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      press (chart, LEFT);
      GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (node);
    }
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/chart/outline", test_outline);
  g_test_add_func ("/chart/no-size", test_no_size);
  g_test_add_func ("/chart/find", test_find);
  g_test_add_func ("/chart/labels-have-room", test_labels_have_room);
  g_test_add_func ("/chart/arrow-keys", test_arrow_keys);
  g_test_add_func ("/chart/drawn", test_drawn);

  return g_test_run ();
}
