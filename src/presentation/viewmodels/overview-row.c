/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the overview. */

#include "overview-row.h"

struct _DaybookOverviewRow
{
  DaybookRow parent_instance;

  guint key;
  char *title;
  char *caption;
  char *figure;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_UINT (DaybookOverviewRow, key),
  DAYBOOK_ROW_TEXT (DaybookOverviewRow, title),
  DAYBOOK_ROW_TEXT (DaybookOverviewRow, caption),
  DAYBOOK_ROW_TEXT (DaybookOverviewRow, figure),
};

DAYBOOK_DEFINE_ROW (DaybookOverviewRow, daybook_overview_row, fields)

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
  self->title = title;
  self->caption = caption;
  self->figure = figure;

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
