/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pure functions that templates bind through: from what a view model says to what a widget wants.
 *
 *     <binding name="visible">
 *       <closure type="gboolean" function="is_filled">
 *         <lookup name="overdraft" type="DaybookAccountViewModel">…</lookup>
 *       </closure>
 *     </binding> */

#include "closures.h"

#include "compose.h"
#include "platform/list-hover.h"

static gboolean
is_filled (GObject    *object,
           const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_empty (GObject    *object,
          const char *text)
{
  return !is_filled (object, text);
}

static char *
either (GObject    *object,
        const char *first,
        const char *second)
{
  return g_strdup (is_filled (object, first) ? first : second);
}

static gboolean
is_not (GObject  *object,
        gboolean  value)
{
  return !value;
}

static gboolean
is_either (GObject  *object,
           gboolean  first,
           gboolean  second)
{
  return first || second;
}

static gboolean
is_equal (GObject    *object,
          const char *a,
          const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static gboolean
is_unequal (GObject    *object,
            const char *a,
            const char *b)
{
  return !is_equal (object, a, b);
}

/* A list with its search, unless there is nothing at all to search in ... */
static char *
choose_page (GObject    *object,
             const char *state)
{
  return g_strdup (is_equal (object, state, "empty") ? "empty" : "list");
}

/* ... and below the search, what was found. */
static char *
choose_result (GObject    *object,
               const char *state)
{
  return g_strdup (is_equal (object, state, "none") ? "none" : "list");
}

/* The same for a search that takes its time; it begins with a list. */
static char *
choose_search (GObject    *object,
               const char *state)
{
  return g_strdup (is_filled (object, state) ? state : "list");
}

/* For widgets that take markup and nothing else. */
static char *
escape (GObject    *object,
        const char *text)
{
  return g_markup_escape_text (text != NULL ? text : "", -1);
}

/* Figures stand at the right of their column, decimal mark under decimal mark, wherever text
 * begins: they are written from left to right everywhere. */
static float
align_figures (GObject *object)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 0.0f : 1.0f;
}

static char *
isolate_figures (GObject    *object,
                 const char *figures)
{
  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL || is_empty (object, figures))
    return g_strdup (figures != NULL ? figures : "");

  return daybook_compose_figures (figures);
}

/* New rows get a new selection: an old one would look through all of the new rows first. The one
 * that is not pure, since here is where a list can be told in time. */
static GtkSelectionModel *
no_selection (GtkWidget  *page,
              GListModel *rows)
{
  /* There is none any more when it is taken down. */
  if (page != NULL)
    daybook_list_rest_hover (page);
  if (rows == NULL)
    return NULL;

  return GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
}

/* Between figures that stand beside each other. */
static int
space_figures (GObject  *object,
               gboolean  folded)
{
  return folded ? 18 : 36;
}

/* What stands beside each other where there is room, and below each other where there is not. */
static GtkOrientation
stack_if (GObject  *object,
          gboolean  folded)
{
  return folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

/* Of buttons that all stand in one line where there is room. */
static guint
count_columns (GObject  *object,
               gboolean  folded)
{
  return folded ? 2 : 4;
}

/* Money in and money out in one column: the sign says which. */
static char *
join_amounts (GObject    *object,
              const char *money_in,
              const char *money_out)
{
  gboolean in = is_filled (object, money_in);
  g_autofree char *amount = g_strconcat (in ? "+" : "−", in ? money_in : money_out, NULL);

  return isolate_figures (object, amount);
}

/* What tells a thing apart, with dots between. */
static char *
join_facts (GObject    *object,
            const char *first,
            const char *second)
{
  if (is_empty (object, first) || is_empty (object, second))
    return g_strconcat (first != NULL ? first : "", second != NULL ? second : "", NULL);

  return daybook_compose ("%1$s · %2$s", first, second);
}

/**
 * daybook_closures_bind:
 * @klass: whose template uses them
 *
 * Makes the functions of this file known to a template.
 */
void
daybook_closures_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, is_filled);
  gtk_widget_class_bind_template_callback (klass, is_empty);
  gtk_widget_class_bind_template_callback (klass, either);
  gtk_widget_class_bind_template_callback (klass, is_not);
  gtk_widget_class_bind_template_callback (klass, is_either);
  gtk_widget_class_bind_template_callback (klass, is_equal);
  gtk_widget_class_bind_template_callback (klass, is_unequal);
  gtk_widget_class_bind_template_callback (klass, choose_page);
  gtk_widget_class_bind_template_callback (klass, choose_result);
  gtk_widget_class_bind_template_callback (klass, choose_search);
  gtk_widget_class_bind_template_callback (klass, escape);
  gtk_widget_class_bind_template_callback (klass, align_figures);
  gtk_widget_class_bind_template_callback (klass, isolate_figures);
  gtk_widget_class_bind_template_callback (klass, no_selection);
  gtk_widget_class_bind_template_callback (klass, space_figures);
  gtk_widget_class_bind_template_callback (klass, stack_if);
  gtk_widget_class_bind_template_callback (klass, count_columns);
  gtk_widget_class_bind_template_callback (klass, join_amounts);
  gtk_widget_class_bind_template_callback (klass, join_facts);
}
