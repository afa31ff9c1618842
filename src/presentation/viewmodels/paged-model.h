/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DaybookPagedOrder:
 * @DAYBOOK_OLDEST_FIRST: item 0 is row 0
 * @DAYBOOK_NEWEST_FIRST: item 0 is the last row
 */
typedef enum
{
  DAYBOOK_OLDEST_FIRST,
  DAYBOOK_NEWEST_FIRST,
} DaybookPagedOrder;

/**
 * DaybookFetchFunc:
 * @first: 0 for the oldest row
 * @count: how many, at least 1
 *
 * Returns: (transfer full) (nullable) (element-type GObject): rows, oldest first; fewer, or %NULL,
 *   if they cannot be read, which the function itself has to tell whoever should know.
 */
typedef GPtrArray *(*DaybookFetchFunc) (guint    first,
                                        guint    count,
                                        gpointer user_data);

/**
 * DaybookPagedModel:
 *
 * A GListModel over rows that are fetched by the page around what is asked for. It knows its
 * length and keeps a bounded number of rows, so a million of them cost nothing.
 *
 * Properties:
 *
 * - `n-items` (guint, read-only)
 */
#define DAYBOOK_TYPE_PAGED_MODEL (daybook_paged_model_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPagedModel, daybook_paged_model, DAYBOOK, PAGED_MODEL, GObject)

DaybookPagedModel *daybook_paged_model_new         (GType              item_type,
                                                    DaybookPagedOrder  order,
                                                    DaybookFetchFunc   fetch,
                                                    gpointer           user_data);
guint              daybook_paged_model_get_length  (DaybookPagedModel *self);
void               daybook_paged_model_refresh     (DaybookPagedModel *self,
                                                    guint              length,
                                                    guint              first_changed);
void               daybook_paged_model_replace     (DaybookPagedModel *self,
                                                    guint              first,
                                                    guint              n_removed,
                                                    guint              n_added);
void               daybook_paged_model_insert      (DaybookPagedModel *self,
                                                    guint              row,
                                                    guint              n_rows);
void               daybook_paged_model_refresh_row (DaybookPagedModel *self,
                                                    guint              row);
void               daybook_paged_model_detach      (DaybookPagedModel *self);

G_END_DECLS
