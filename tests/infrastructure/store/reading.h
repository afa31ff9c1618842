/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dispatcher.h"
#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * Reading:
 * @path: of the read model
 * @store: the book, in memory: nothing happens to it
 * @projector: while the read model is open
 *
 * A read model that follows a book.
 */
typedef struct
{
  char *folder;
  char *path;
  DaybookEventStore *store;
  DaybookDispatcher *dispatcher;
  DaybookProjector *projector;
} Reading;

/* How many steps there are. */
#define READING_N_STEPS 9u

Reading *reading_new          (void);
void     reading_free         (Reading            *self);
gboolean reading_run          (Reading            *self,
                               guint               step,
                               GError            **error);
char    *reading_dup_figures  (const char         *path,
                               DaybookEventStore  *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

G_END_DECLS
