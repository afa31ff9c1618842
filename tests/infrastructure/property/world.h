/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ask.h"
#include "dispatcher.h"
#include "ports/read-model.h"
#include "surroundings.h"

G_BEGIN_DECLS

/**
 * WorldHook:
 *
 * Called between a decision and its append.
 */
typedef void (*WorldHook) (gpointer user_data);

/**
 * Desk:
 * @store: on the one book of its world
 *
 * One place where commands are dispatched, with whatever it remembers of the book.
 */
typedef struct
{
  DaybookEventStore *store;
  DaybookIdSource *ids;
  DaybookDispatcher *dispatcher;
} Desk;

#define N_DESKS 2

/**
 * World:
 * @path: (nullable): of the book, where it is a file
 * @live: of the read model that is caught up after each step
 * @snapshots: of states, taken as often as can be
 *
 * One book on one kind of store, two desks at it, and a read model that follows.
 */
typedef struct
{
  const char *name;
  const char *folder;
  char *path;
  DaybookTestClock *clock;
  Desk desks[N_DESKS];
  char *live;
  char *snapshots;
  DaybookProjector *projector;
  DaybookReadModel *model;
} World;

/**
 * Outcome:
 * @receipt: (nullable): %NULL if the command was refused
 * @events: (nullable): what the receipt says happened, as it is encoded
 */
typedef struct
{
  DaybookReceipt *receipt;
  char *events;
  GError *error;
} Outcome;

World    *world_new           (const char        *name,
                               const char        *folder,
                               gboolean           in_memory,
                               DaybookTestClock  *clock);
void      world_free          (World             *world);
void      world_open_live     (World             *world);
void      world_close_live    (World             *world);
void      world_catch_up      (World             *world,
                               DaybookChanges    *changes);
char     *world_dump          (const char        *path);
char     *world_dump_live     (World             *world);
char     *world_dump_rebuilt  (World             *world);
Desk     *world_extra_desk    (World             *world,
                               gboolean           with_snapshots);

void      desk_clear          (Desk              *desk);
void      desk_set_hook       (Desk              *desk,
                               WorldHook          hook,
                               gpointer           user_data);
guint     desk_get_n_asked    (Desk              *desk);
void      desk_ask            (Desk              *desk,
                               const char        *actor,
                               const Ask         *ask,
                               Outcome           *outcome);
void      outcome_clear       (Outcome           *outcome);

char     *event_to_text       (const DaybookEvent *event);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

G_END_DECLS
