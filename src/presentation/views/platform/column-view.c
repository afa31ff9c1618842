/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three things that GtkColumnView does not do, at the floor or later.
 *
 * A column of figures has its title above the figures, at the right. GTK puts every title at the
 * start of its column and has no property for it, in no version so far; so the label is looked for.
 * Should a later GTK build its headers otherwise, titles stand at the start, and nothing worse.
 *
 * Whoever looks at the latest entry wants to see the next one as well. A list keeps what it shows
 * in its place, so a row that comes in above the first would not be seen. GTK 4.12 has
 * gtk_column_view_scroll_to(); until then, its inner list is asked.
 *
 * A text that wraps needs a row that is as high as the text is in its column. In GTK 4.18 a row
 * does not say that its height depends on its width, so it is never asked how high it is in that:
 * the text gets one line, and runs out of its column. Nor would the answer be right if a column is
 * hidden. So a row says it, and gives the right answer, by a layout that it has of us. */

#include "platform/column-view.h"

static GtkWidget *
find_label (GtkWidget  *parent,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label;

      if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
        return child;
      if ((label = find_label (child, text)) != NULL)
        return label;
    }

  return NULL;
}

static void
scroll_to_top (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        gtk_widget_activate_action (child, "list.scroll-to-item", "u", 0);
    }
}

/* The list inside has the rows; it is called what the table is. */
static void
name_inner_list (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        gtk_accessible_update_relation (GTK_ACCESSIBLE (child),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY, view, NULL, -1);
    }
}

static GtkSizeRequestMode
trade_height_for_width (GtkWidget *row)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Those of columns that are not shown are there as well. */
static GtkWidget *
skip_hidden (GtkWidget *title)
{
  while (title != NULL && !gtk_widget_get_visible (title))
    title = gtk_widget_get_next_sibling (title);

  return title;
}

/* Each cell is as wide as its column's title, which has got its place already when rows are asked
 * how high they are in theirs. */
static int
find_height (GtkWidget *row)
{
  GtkWidget *header =
    gtk_widget_get_first_child (gtk_widget_get_ancestor (row, GTK_TYPE_COLUMN_VIEW));
  GtkWidget *title = skip_hidden (gtk_widget_get_first_child (header));
  int row_height = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (row);
       cell != NULL && title != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      graphene_rect_t bounds;
      int width, height;

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (gtk_widget_compute_bounds (title, header, &bounds))
        width = MAX (width, (int) bounds.size.width);
      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      row_height = MAX (row_height, height);
      title = skip_hidden (gtk_widget_get_next_sibling (title));
    }

  return row_height;
}

static void
measure_row (GtkWidget      *row,
             GtkOrientation  orientation,
             int             for_size,
             int            *minimum,
             int            *natural,
             int            *minimum_baseline,
             int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    GTK_WIDGET_GET_CLASS (row)->measure (row, orientation, for_size, minimum, natural,
                                         minimum_baseline, natural_baseline);
  else
    *minimum = *natural = find_height (row);
}

static void
allocate_row (GtkWidget *row,
              int        width,
              int        height,
              int        baseline)
{
  GTK_WIDGET_GET_CLASS (row)->size_allocate (row, width, height, baseline);
}

static void
items_changed_cb (GtkColumnView *view,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (position == 0 && added > 0 && gtk_adjustment_get_value (adjustment) < 1.0)
    scroll_to_top (view);
}

static void
model_changed_cb (GtkColumnView *view,
                  GParamSpec    *pspec,
                  GSignalGroup  *model_signals)
{
  g_signal_group_set_target (model_signals, gtk_column_view_get_model (view));
}

/**
 * daybook_column_view_align_title:
 * @column: of @view, with a title that no other column has
 *
 * Puts the title of a column of figures where the figures are.
 */
void
daybook_column_view_align_title (GtkColumnView       *view,
                                 GtkColumnViewColumn *column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  const char *title = gtk_column_view_column_get_title (column);
  GtkWidget *label = header != NULL && title != NULL ? find_label (header, title) : NULL;

  if (label == NULL)
    return;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label),
                        gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 0.0 : 1.0);
}

/* A row has a cell for each column that is shown, and the header has a title for every column. */
static GtkWidget *
get_title (GtkWidget *header,
           GtkWidget *cell)
{
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (cell = gtk_widget_get_prev_sibling (cell); title != NULL; title =
       gtk_widget_get_next_sibling (title))
    {
      if (!gtk_widget_get_visible (title))
        continue;
      if (cell == NULL)
        return title;
      cell = gtk_widget_get_prev_sibling (cell);
    }

  return NULL;
}

static GtkWidget *
find_figures_label (GtkWidget *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (title);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = GTK_IS_LABEL (child) ? child : find_figures_label (child);

      if (label != NULL)
        return gtk_widget_get_hexpand (label) ? label : NULL;
    }

  return NULL;
}

/**
 * daybook_column_view_get_figures_title:
 * @figure: a label, anywhere
 *
 * Returns: (transfer none) (nullable): the label with the title of the column that it stands in, if
 *   that is one of figures whose title was aligned.
 */
GtkWidget *
daybook_column_view_get_figures_title (GtkWidget *figure)
{
  GtkWidget *view = gtk_widget_get_ancestor (figure, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *row = view != NULL ? gtk_widget_get_parent (figure) : NULL;
  GtkWidget *cell = figure;
  GtkWidget *title;

  while (row != NULL && row != view && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (row)))
    {
      cell = row;
      row = gtk_widget_get_parent (row);
    }
  if (row == NULL || row == view)
    return NULL;

  title = get_title (gtk_widget_get_first_child (view), cell);

  return title != NULL ? find_figures_label (title) : NULL;
}

/**
 * daybook_column_view_keep_top:
 *
 * From now on, while the first row is in sight, whatever becomes the first row is.
 */
void
daybook_column_view_keep_top (GtkColumnView *view)
{
  GSignalGroup *model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);

  g_signal_group_connect_object (model_signals, "items-changed", G_CALLBACK (items_changed_cb),
                                 view, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  name_inner_list (view);
  g_signal_connect_data (view, "notify::model", G_CALLBACK (model_changed_cb), model_signals,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

/**
 * daybook_column_view_grow_row:
 * @child: of a list item, just come into a window or out of one
 *
 * Its row is as high as what stands in it needs in the width that it has.
 */
void
daybook_column_view_grow_row (GtkWidget *child)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  /* At the floor a row has a layout, which does all of this. */
  if (row == NULL || gtk_widget_get_layout_manager (row) != NULL)
    return;

  gtk_widget_set_layout_manager (row, gtk_custom_layout_new (trade_height_for_width, measure_row,
                                                             allocate_row));
}
