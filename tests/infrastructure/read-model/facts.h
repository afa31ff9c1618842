/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "ports/read-model.h"

G_BEGIN_DECLS

/* The first three accounts there are. */
#define FIRST "0000000195"
#define SECOND "0000000292"
#define THIRD "0000000389"

/**
 * Facts:
 * @path: of the read model
 *
 * A book in which anything may have happened, decided or not, and a read model that follows.
 */
typedef struct
{
  char *folder;
  char *path;
  DaybookEventStore *store;
  DaybookProjector *projector;
  DaybookReadModel *model;
} Facts;

void     facts_set_up    (Facts          *f,
                          gconstpointer   data);
void     facts_tear_down (Facts          *f,
                          gconstpointer   data);
guint64  happened        (Facts          *f,
                          const char     *on,
                          const char     *type,
                          ...) G_GNUC_NULL_TERMINATED;
void     facts_catch_up  (Facts          *f,
                          DaybookChanges *changes);
void     facts_refused   (Facts          *f,
                          const char     *problem);
void     facts_tamper    (Facts          *f,
                          const char     *sql);
void     facts_same_when_rebuilt (Facts  *f);

#define ADD(path, func) g_test_add (path, Facts, NULL, facts_set_up, func, facts_tear_down)

G_END_DECLS
