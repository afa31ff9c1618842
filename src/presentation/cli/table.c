/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables for a terminal: texts to the left, figures to the right. */

#include "table.h"

#include <string.h>

#include "output.h"

struct _DaybookTable
{
  char *alignment;
  guint n_columns;
  GPtrArray *cells;
  guint *widths;
};

/**
 * daybook_table_new:
 * @alignment: `l` or `r` for each column
 * @...: the columns' titles, %NULL at the end
 *
 * Returns: (transfer full): a table with a heading.
 */
DaybookTable *
daybook_table_new (const char *alignment,
                   ...)
{
  DaybookTable *self = g_new0 (DaybookTable, 1);
  const char *title;
  va_list titles;

  self->alignment = g_strdup (alignment);
  self->n_columns = strlen (alignment);
  self->widths = g_new0 (guint, self->n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  va_start (titles, alignment);
  while ((title = va_arg (titles, const char *)) != NULL)
    daybook_table_add (self, g_strdup (title));
  va_end (titles);
  g_assert (self->cells->len == self->n_columns);

  return self;
}

/**
 * daybook_table_width:
 *
 * Returns: how many columns of a terminal the text takes.
 */
guint
daybook_table_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/**
 * daybook_table_add:
 * @cell: (transfer full) (nullable): the next cell
 */
void
daybook_table_add (DaybookTable *self,
                   char         *cell)
{
  guint column = self->cells->len % self->n_columns;

  if (cell == NULL)
    cell = g_strdup ("");
  self->widths[column] = MAX (self->widths[column], daybook_table_width (cell));
  g_ptr_array_add (self->cells, cell);
}

static void
append_blanks (GString *line,
               guint    n)
{
  while (n-- > 0)
    g_string_append_c (line, ' ');
}

/**
 * daybook_table_print:
 *
 * Prints the table on standard output.
 */
void
daybook_table_print (DaybookTable *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      guint column = i % self->n_columns;
      guint padding = self->widths[column] - daybook_table_width (cell);
      gboolean last = column + 1 == self->n_columns;

      if (self->alignment[column] == 'r')
        append_blanks (line, padding);
      g_string_append (line, cell);
      if (self->alignment[column] == 'l' && !last)
        append_blanks (line, padding);
      if (!last)
        {
          g_string_append (line, "  ");
          continue;
        }

      daybook_output_say (line->str);
      g_string_truncate (line, 0);
    }
}

/**
 * daybook_table_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_table_free (DaybookTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self->alignment);
  g_free (self);
}
