/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dispatcher.h"
#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookOpenBook:
 * @path: of the book file, to show and to remember
 * @store: the facts
 * @dispatcher: the way to record
 * @projector: brings the read model up to date
 * @read_model: answers questions
 * @open_reader: opens a read model of the book at @path, for another thread
 * @clock: tells the time
 * @ids: makes ids
 * @newer: whether it contains entries that only a newer program knows: then it can be read up to
 *   the first of them, and nothing can be recorded in it
 *
 * A book that was opened: its parts, wired together.
 */
typedef struct
{
  char *path;
  DaybookEventStore *store;
  DaybookDispatcher *dispatcher;
  DaybookProjector *projector;
  DaybookReadModel *read_model;
  DaybookReadModel *(*open_reader) (const char  *path,
                                    GError     **error);
  DaybookClock *clock;
  DaybookIdSource *ids;
  gboolean newer;
} DaybookOpenBook;

void        daybook_open_book_free      (DaybookOpenBook        *self);
DaybookDate daybook_open_book_get_today (const DaybookOpenBook  *self,
                                         const DaybookBook      *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOpenBook, daybook_open_book_free)

G_END_DECLS
