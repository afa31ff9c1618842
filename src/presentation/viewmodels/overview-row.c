/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the overview, and lists of them in which only that changes which differs: whoever has
 * the keyboard on a line stays there. */

#include "overview-row.h"

#include "property.h"

enum
{
  PROP_KEY = 1,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_FIGURE,
  N_PROPS
};

struct _DaybookOverviewRow
{
  GObject parent_instance;

  guint key;
  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookOverviewRow, daybook_overview_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
daybook_overview_row_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DaybookOverviewRow *self = DAYBOOK_OVERVIEW_ROW (object);

  g_assert (id < N_PROPS);
  if (id == PROP_KEY)
    g_value_set_uint (value, self->key);
  else
    g_value_set_string (value, self->texts[id] != NULL ? self->texts[id] : "");
}

static void
daybook_overview_row_finalize (GObject *object)
{
  DaybookOverviewRow *self = DAYBOOK_OVERVIEW_ROW (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_overview_row_parent_class)->finalize (object);
}

static void
daybook_overview_row_class_init (DaybookOverviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_overview_row_get_property;
  object_class->finalize = daybook_overview_row_finalize;

  properties[PROP_KEY] = DAYBOOK_UINT_PROPERTY ("key", DAYBOOK_READABLE);
  properties[PROP_TITLE] = DAYBOOK_TEXT_PROPERTY ("title", DAYBOOK_READABLE);
  properties[PROP_CAPTION] = DAYBOOK_TEXT_PROPERTY ("caption", DAYBOOK_READABLE);
  properties[PROP_FIGURE] = DAYBOOK_TEXT_PROPERTY ("figure", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_overview_row_init (DaybookOverviewRow *self)
{
}

/**
 * daybook_overview_row_new:
 * @key: of an account; 0 for none
 * @title: (transfer full):
 * @caption: (transfer full):
 * @figure: (transfer full):
 *
 * Returns: (transfer full): a line.
 */
DaybookOverviewRow *
daybook_overview_row_new (guint  key,
                          char  *title,
                          char  *caption,
                          char  *figure)
{
  DaybookOverviewRow *self = g_object_new (DAYBOOK_TYPE_OVERVIEW_ROW, NULL);

  self->key = key;
  self->texts[PROP_TITLE] = title;
  self->texts[PROP_CAPTION] = caption;
  self->texts[PROP_FIGURE] = figure;

  return self;
}

/**
 * daybook_overview_row_get_key:
 *
 * Returns: the account's key; 0 for a currency.
 */
guint
daybook_overview_row_get_key (DaybookOverviewRow *self)
{
  return self->key;
}

static gboolean
says_the_same (DaybookOverviewRow *a,
               DaybookOverviewRow *b)
{
  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;

  return a->key == b->key;
}

static gboolean
stays (GListStore *list,
       guint       position,
       GPtrArray  *rows,
       guint       i)
{
  g_autoptr (DaybookOverviewRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return says_the_same (row, g_ptr_array_index (rows, i));
}

/**
 * daybook_overview_rows_take:
 * @list: lines
 * @rows: (element-type DaybookOverviewRow): what it is to consist of
 *
 * Changes the part that differs, and nothing if nothing does.
 */
void
daybook_overview_rows_take (GListStore *list,
                            GPtrArray  *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), start = 0, end = 0;

  while (start < MIN (n, rows->len) && stays (list, start, rows, start))
    start++;
  while (end < MIN (n, rows->len) - start && stays (list, n - 1 - end, rows, rows->len - 1 - end))
    end++;

  if (n - start - end > 0 || rows->len - start - end > 0)
    g_list_store_splice (list, start, n - start - end, rows->pdata + start,
                         rows->len - start - end);
}
