/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookSearchNews:
 * @positions: (array length=n_positions): the numbers of entries that were found since the last
 *   news, newest first
 * @n_looked_at: how many entries have been looked at
 * @n_entries: how many there are to look at
 * @done: whether this is the last news
 * @error: (nullable): what kept it from looking at all of them
 *
 * How far a search has come.
 */
typedef struct
{
  const guint64 *positions;
  guint n_positions;
  guint64 n_looked_at;
  guint64 n_entries;
  gboolean done;
  const GError *error;
} DaybookSearchNews;

typedef void (*DaybookSearchFunc) (const DaybookSearchNews *news,
                                   gpointer                 user_data);

/**
 * DaybookEntrySearch:
 * @open_reader: opens a read model of the book at @path, on the thread that asks
 * @path: of the book
 * @filter: what is looked for
 * @after_position: only entries after this one are looked at
 * @until_position: the newest that is looked at
 *
 * What to look for, and where.
 */
typedef struct
{
  DaybookReadModel *(*open_reader) (const char  *path,
                                    GError     **error);
  const char *path;
  const DaybookEntryFilter *filter;
  guint64 after_position;
  guint64 until_position;
} DaybookEntrySearch;

void daybook_entry_search_start (const DaybookEntrySearch *search,
                                 GCancellable             *cancellable,
                                 DaybookSearchFunc         func,
                                 gpointer                  user_data);

G_END_DECLS
