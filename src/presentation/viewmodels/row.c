/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows, and lists of them in which only that changes which differs: whoever has the keyboard on a
 * row stays there. */

#include "row.h"

#include "property.h"

G_DEFINE_ABSTRACT_TYPE (DaybookRow, daybook_row, G_TYPE_OBJECT)

#define MEMBER(type, row, field) (*(type *) G_STRUCT_MEMBER_P ((row), (field)->offset))

static void
daybook_row_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DaybookRowClass *klass = DAYBOOK_ROW_GET_CLASS (object);
  const DaybookRowField *field = &klass->fields[id - 1];

  g_assert (id <= klass->n_fields);
  if (field->type == G_TYPE_UINT)
    g_value_set_uint (value, MEMBER (guint, object, field));
  else if (field->type == G_TYPE_UINT64)
    g_value_set_uint64 (value, MEMBER (guint64, object, field));
  else
    g_value_set_string (value, MEMBER (char *, object, field) != NULL
                                 ? MEMBER (char *, object, field) : "");
}

static void
daybook_row_finalize (GObject *object)
{
  DaybookRowClass *klass = DAYBOOK_ROW_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == G_TYPE_STRING)
      g_free (MEMBER (char *, object, &klass->fields[i]));

  G_OBJECT_CLASS (daybook_row_parent_class)->finalize (object);
}

static void
daybook_row_class_init (DaybookRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_row_finalize;
}

static void
daybook_row_init (DaybookRow *self)
{
}

static GParamSpec *
new_property (const DaybookRowField *field)
{
  if (field->type == G_TYPE_UINT)
    return DAYBOOK_UINT_PROPERTY (field->name, DAYBOOK_READABLE);
  if (field->type == G_TYPE_UINT64)
    return DAYBOOK_POSITION_PROPERTY (field->name);

  g_assert (field->type == G_TYPE_STRING);
  return DAYBOOK_TEXT_PROPERTY (field->name, DAYBOOK_READABLE);
}

/**
 * daybook_row_class_install:
 * @klass: of a kind of row, while it is made
 * @fields: (array length=n_fields): what such a row says; must live as long as the program
 */
void
daybook_row_class_install (DaybookRowClass       *klass,
                           const DaybookRowField *fields,
                           guint                  n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fields = fields;
  klass->n_fields = n_fields;
  object_class->get_property = daybook_row_get_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, i + 1, new_property (&fields[i]));
}

static gboolean
is_same_field (const DaybookRowField *field,
               gconstpointer          a,
               gconstpointer          b)
{
  if (field->type == G_TYPE_UINT)
    return MEMBER (const guint, a, field) == MEMBER (const guint, b, field);
  if (field->type == G_TYPE_UINT64)
    return MEMBER (const guint64, a, field) == MEMBER (const guint64, b, field);

  return g_strcmp0 (MEMBER (char *const, a, field), MEMBER (char *const, b, field)) == 0;
}

/* Whether the row at @position says what @row says. */
static gboolean
stays (GListStore *list,
       guint       position,
       DaybookRow *row)
{
  g_autoptr (DaybookRow) old = g_list_model_get_item (G_LIST_MODEL (list), position);
  DaybookRowClass *klass = DAYBOOK_ROW_GET_CLASS (row);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_same_field (&klass->fields[i], old, row))
      return FALSE;

  return TRUE;
}

/**
 * daybook_rows_take:
 * @list: rows of one kind
 * @rows: (element-type DaybookRow): what it is to consist of
 *
 * Changes the part that differs, and nothing if nothing does.
 */
void
daybook_rows_take (GListStore *list,
                   GPtrArray  *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), start = 0, end = 0;

  while (start < MIN (n, rows->len) && stays (list, start, rows->pdata[start]))
    start++;
  while (end < MIN (n, rows->len) - start &&
         stays (list, n - 1 - end, rows->pdata[rows->len - 1 - end]))
    end++;

  if (n - start - end > 0 || rows->len - start - end > 0)
    g_list_store_splice (list, start, n - start - end, rows->pdata + start,
                         rows->len - start - end);
}
