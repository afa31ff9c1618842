/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/book.h"
#include "outlook.h"
#include "ports/event-store.h"
#include "ports/snapshots.h"
#include "ports/surroundings.h"

G_BEGIN_DECLS

/**
 * DaybookEnvelope:
 * @command_id: (nullable): makes the command idempotent; %NULL for a new one
 * @actor: (nullable): who sits at the desk
 * @correlation: (nullable): what all commands of one undertaking share
 * @causation: (nullable): the id of the command that led to this one
 * @undoable: whether the receipt shall say how the command is undone
 * @undoes: (nullable) (element-type DaybookEvent): what the command is the opposite of; it is
 *   refused if somebody has changed that since
 *
 * What surrounds a command and is no part of what it asks for.
 */
typedef struct
{
  const char *command_id;
  const char *actor;
  const char *correlation;
  const char *causation;
  gboolean undoable;
  GPtrArray *undoes;
} DaybookEnvelope;

/**
 * DaybookReceipt:
 * @command_id: of the command
 * @first: number of the first entry that it recorded
 * @last: number of the last
 * @recorded_at: µs since 1970 UTC
 * @repeated: whether the command had been recorded before, and nothing was now
 * @events: (element-type DaybookEvent): what the entries record, in their order; at least one
 * @opposite: (nullable): the command that undoes it, as daybook_opposite_new() makes it; %NULL if
 *   none does, or it was not asked for
 *
 * What somebody gets for an accepted command.
 */
typedef struct
{
  char *command_id;
  guint64 first;
  guint64 last;
  gint64 recorded_at;
  gboolean repeated;
  GPtrArray *events;
  DaybookCommand *opposite;
} DaybookReceipt;

void daybook_receipt_free (DaybookReceipt *receipt);

/* What the command led to in the end: what stands in place of the entry that was corrected, the
 * closing after the payout. */
static inline const DaybookEvent *
daybook_receipt_get_outcome (const DaybookReceipt *receipt)
{
  return g_ptr_array_index (receipt->events, receipt->events->len - 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookReceipt, daybook_receipt_free)

/* The longest command id: a UUID with room to spare. */
#define DAYBOOK_MAX_COMMAND_ID 128

#define DAYBOOK_TYPE_DISPATCHER (daybook_dispatcher_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDispatcher, daybook_dispatcher, DAYBOOK, DISPATCHER, GObject)

DaybookDispatcher *daybook_dispatcher_new      (DaybookEventStore      *store,
                                                DaybookClock           *clock,
                                                DaybookIdSource        *ids);
void               daybook_dispatcher_set_snapshots (DaybookDispatcher *self,
                                                     DaybookSnapshots  *snapshots,
                                                     guint              every);
DaybookReceipt    *daybook_dispatcher_execute  (DaybookDispatcher      *self,
                                                const DaybookCommand   *command,
                                                const DaybookEnvelope  *envelope,
                                                GError                **error);
DaybookOutlook    *daybook_dispatcher_preview  (DaybookDispatcher      *self,
                                                const DaybookCommand   *command,
                                                GError                **error);
gboolean           daybook_dispatcher_has_command (DaybookDispatcher   *self,
                                                   const char          *command_id,
                                                   gboolean            *found,
                                                   GError             **error);
gboolean           daybook_dispatcher_begin    (DaybookDispatcher      *self,
                                                GError                **error);
gboolean           daybook_dispatcher_commit   (DaybookDispatcher      *self,
                                                GError                **error);
void               daybook_dispatcher_rollback (DaybookDispatcher      *self);
gboolean           daybook_dispatcher_get_today (DaybookDispatcher     *self,
                                                 DaybookDate           *today,
                                                 GError               **error);
DaybookBook       *daybook_dispatcher_dup_book (DaybookDispatcher      *self,
                                                GError                **error);
gboolean           daybook_dispatcher_find_account (DaybookDispatcher     *self,
                                                    const char            *who,
                                                    DaybookAccountNumber  *number,
                                                    GError               **error);

G_END_DECLS
