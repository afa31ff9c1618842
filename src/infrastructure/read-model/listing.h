/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "read-model/projection.h"

G_BEGIN_DECLS

GArray   *daybook_listing_find   (sqlite3_stmt  *rows,
                                  const char    *search,
                                  gboolean       closest_first,
                                  GError       **error);
GArray   *daybook_listing_read   (sqlite3_stmt  *rows,
                                  GError       **error);
GArray   *daybook_listing_all    (guint32        n_rows,
                                  sqlite3_stmt  *except,
                                  GError       **error);
GArray   *daybook_listing_follow (GArray        *order,
                                  GArray        *keys);
gboolean  daybook_listing_rank   (GArray        *keys,
                                  sqlite3_stmt  *groups,
                                  sqlite3_stmt  *figures,
                                  gboolean       descending,
                                  GError       **error);
void      daybook_listing_turn   (GArray        *keys);

G_END_DECLS
