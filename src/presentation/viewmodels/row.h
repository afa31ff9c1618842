/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DaybookRow:
 *
 * An item of a list. Never changes: what it says is set where it is made. Each kind has a table of
 * its fields; from it follow the properties, which are all read-only, and what is the same row.
 */
#define DAYBOOK_TYPE_ROW (daybook_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookRow, daybook_row, DAYBOOK, ROW, GObject)

/**
 * DaybookRowField:
 * @name: of the struct's member and of the property
 * @type: %G_TYPE_STRING, %G_TYPE_UINT or %G_TYPE_UINT64; a text belongs to the row, and reads as
 *   empty if it is %NULL
 * @offset: of the member
 *
 * One thing that a kind of row says.
 */
typedef struct
{
  const char *name;
  GType type;
  gsize offset;
} DaybookRowField;

/* In field tables: DAYBOOK_ROW_TEXT (DaybookPersonRow, name) and its like. */
#define DAYBOOK_ROW_FIELD(row, member, type) { #member, (type), G_STRUCT_OFFSET (row, member) }
#define DAYBOOK_ROW_TEXT(row, member) DAYBOOK_ROW_FIELD (row, member, G_TYPE_STRING)
#define DAYBOOK_ROW_UINT(row, member) DAYBOOK_ROW_FIELD (row, member, G_TYPE_UINT)
#define DAYBOOK_ROW_POSITION(row, member) DAYBOOK_ROW_FIELD (row, member, G_TYPE_UINT64)

struct _DaybookRowClass
{
  GObjectClass parent_class;

  /*< private >*/
  const DaybookRowField *fields;
  guint n_fields;
};

/* Defines a kind of row that G_DECLARE_FINAL_TYPE() declared, from the table of its fields. */
#define DAYBOOK_DEFINE_ROW(Row, row, fields)                                                    \
  G_DEFINE_FINAL_TYPE (Row, row, DAYBOOK_TYPE_ROW)                                              \
                                                                                                \
  static void                                                                                   \
  row##_class_init (Row##Class *klass)                                                          \
  {                                                                                             \
    daybook_row_class_install (DAYBOOK_ROW_CLASS (klass), (fields), G_N_ELEMENTS (fields));     \
  }                                                                                             \
                                                                                                \
  static void                                                                                   \
  row##_init (Row *self)                                                                        \
  {                                                                                             \
  }

void daybook_row_class_install (DaybookRowClass       *klass,
                                const DaybookRowField *fields,
                                guint                  n_fields);
void daybook_rows_take         (GListStore            *list,
                                GPtrArray             *rows);

G_END_DECLS
