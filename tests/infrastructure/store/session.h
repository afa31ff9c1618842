/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dispatcher.h"

G_BEGIN_DECLS

typedef enum
{
  SESSION_CREATE,
  SESSION_OPEN,
  SESSION_COMMAND,
  SESSION_BEGIN,
  SESSION_COMMIT,
  SESSION_ROLLBACK,
  SESSION_CHECKPOINT,
  SESSION_CLOSE,
} SessionKind;

/**
 * SessionStep:
 * @id: of a command, for idempotence; of a checkpoint, how
 * @command: a command
 */
typedef struct
{
  SessionKind kind;
  const char *id;
  gconstpointer command;
} SessionStep;

extern const SessionStep session_steps[];
extern const guint session_n_steps;

/* Of a step that is never acknowledged. */
#define SESSION_NEVER G_MAXUINT

/**
 * Session:
 * @path: of the book
 * @receipts: (element-type DaybookReceipt): by step; %NULL where there is none
 *
 * A desk at which the script is played.
 */
typedef struct
{
  char *folder;
  char *path;
  DaybookEventStore *store;
  DaybookDispatcher *dispatcher;
  GPtrArray *receipts;
} Session;

Session       *session_new             (void);
void           session_free            (Session              *self);
gboolean       session_run             (Session              *self,
                                        guint                 step,
                                        GError              **error);
gboolean       session_open            (Session              *self,
                                        GError              **error);
void           session_close           (Session              *self);
GPtrArray     *session_take_receipts   (Session              *self);
guint          session_acknowledged_by (guint                 step);
guint          session_count_files     (Session              *self);
void           session_empty_folder    (Session              *self);
GArray        *session_read_hashes     (DaybookEventStore    *store);
void           session_check_sound     (DaybookEventStore    *store);
void           session_check_again     (Session              *self,
                                        guint                 n_done,
                                        const GPtrArray      *receipts,
                                        guint64               n_entries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Session, session_free)

G_END_DECLS
