/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "record.h"
#include "stream.h"

G_BEGIN_DECLS

#define DAYBOOK_ID_SIZE 16
#define DAYBOOK_HASH_SIZE 32
/* "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" and its terminating zero. */
#define DAYBOOK_ID_TEXT_LENGTH 37

/**
 * DaybookEntry:
 * @position: its number in the daybook: 1, 2, 3, … without a gap
 * @id: time-ordered, unique beyond this book
 * @recorded_at: when it was written, µs since 1970 UTC; never decreases within a book
 * @actor: who sat at the desk
 * @command_id: the command that caused it
 * @correlation: what all commands of one undertaking share (an import, a correction); the command's
 *   own id if it stands alone
 * @causation: (nullable): the id of the command that led to this one
 * @event: what happened
 * @hash: of this entry and, through the chain, of all before it
 *
 * One entry of the daybook: an event and the circumstances in which it was recorded. Stores lend
 * entries to a #DaybookEntryFunc; nothing in one outlives the call.
 */
typedef struct
{
  guint64 position;
  guint8 id[DAYBOOK_ID_SIZE];
  gint64 recorded_at;
  const char *actor;
  const char *command_id;
  const char *correlation;
  const char *causation;
  const DaybookEvent *event;
  guint8 hash[DAYBOOK_HASH_SIZE];
} DaybookEntry;

/**
 * DaybookEntryFunc:
 * @version: the entry's place in the stream that is read; 0 where all entries are
 *
 * Returns: whether to go on. To stop because something is wrong, set @error; to stop because it is
 *   enough, leave it alone.
 */
typedef gboolean (*DaybookEntryFunc) (const DaybookEntry  *entry,
                                      guint64              version,
                                      gpointer             user_data,
                                      GError             **error);

/**
 * DaybookExpectation:
 * @kind: a stream; %DAYBOOK_STREAM_NONE for the book as a whole: the number of its last entry
 * @key: which one
 * @version: what it must be at: the number of entries filed under it when it was read
 */
typedef struct
{
  DaybookStreamKind kind;
  char *key;
  guint64 version;
} DaybookExpectation;

/**
 * DaybookAppend:
 * @command_id: the command's id; unique in the book
 * @digest: SHA-256 of the command's content, to tell a repeated command from a reused id
 * @actor: who sat at the desk
 * @correlation: (nullable): %NULL, or the command's own id, if it stands alone
 * @causation: (nullable):
 * @recorded_at: the clock's time, µs since 1970 UTC
 * @events: (element-type DaybookEvent): what happened, at least one
 * @ids: an id for each event, %DAYBOOK_ID_SIZE bytes each
 * @expectations: (element-type DaybookExpectation): of each stream that was read in order to decide
 */
typedef struct
{
  const char *command_id;
  guint8 digest[DAYBOOK_HASH_SIZE];
  const char *actor;
  const char *correlation;
  const char *causation;
  gint64 recorded_at;
  GPtrArray *events;
  const guint8 *ids;
  GArray *expectations;
} DaybookAppend;

/**
 * DaybookCommitted:
 * @first: number of the first entry that the command recorded
 * @last: number of the last
 * @recorded_at: µs since 1970 UTC
 * @digest: SHA-256 of the command's content
 *
 * What a book keeps of an accepted command.
 */
typedef struct
{
  guint64 first;
  guint64 last;
  gint64 recorded_at;
  guint8 digest[DAYBOOK_HASH_SIZE];
} DaybookCommitted;

/**
 * DaybookFlaw:
 * @DAYBOOK_FLAW_NONE: the entry is what was recorded
 * @DAYBOOK_FLAW_MISSING: an entry of that number is missing
 * @DAYBOOK_FLAW_DATA: what it says is not what was recorded
 * @DAYBOOK_FLAW_CIRCUMSTANCES: when, by whom, by what command or under what it was filed is not
 *   what was recorded, or an entry before it was exchanged
 * @DAYBOOK_FLAW_UNREADABLE: it cannot be understood
 * @DAYBOOK_FLAW_STRUCTURE: no entry in particular: what finds them in the file disagrees with them
 *
 * What is wrong with an entry.
 */
typedef enum
{
  DAYBOOK_FLAW_NONE,
  DAYBOOK_FLAW_MISSING,
  DAYBOOK_FLAW_DATA,
  DAYBOOK_FLAW_CIRCUMSTANCES,
  DAYBOOK_FLAW_UNREADABLE,
  DAYBOOK_FLAW_STRUCTURE,
} DaybookFlaw;

/**
 * DaybookVerdict:
 * @n_entries: how many entries were looked at
 * @flaw: what is wrong
 * @position: number of the first entry that is not sound; 0 if there is none in particular
 *
 * What verifying a book found.
 */
typedef struct
{
  guint64 n_entries;
  DaybookFlaw flaw;
  guint64 position;
} DaybookVerdict;

/**
 * DaybookEntryQuery:
 * @id: (nullable): the entry's id, %DAYBOOK_ID_SIZE bytes
 * @command_id: (nullable): the command that caused it
 * @correlation: (nullable): what it shares with others; often the command that began it all
 * @causation: (nullable): the command that led to its command
 * @actor: (nullable): who sat at the desk
 * @recorded_from: the first moment, µs since 1970 UTC; 0 for any
 * @recorded_before: the first moment that is too late; 0 for none
 *
 * What entries are looked for; all that is said must hold.
 */
typedef struct
{
  const guint8 *id;
  const char *command_id;
  const char *correlation;
  const char *causation;
  const char *actor;
  gint64 recorded_from;
  gint64 recorded_before;
} DaybookEntryQuery;

/**
 * DaybookProgressFunc:
 * @done: entries, rows or bytes
 * @total: of how many; 0 if nobody knows
 *
 * Told now and then, on the thread that does the work.
 */
typedef void (*DaybookProgressFunc) (guint64  done,
                                     guint64  total,
                                     gpointer user_data);

#define DAYBOOK_TYPE_EVENT_STORE (daybook_event_store_get_type ())
G_DECLARE_INTERFACE (DaybookEventStore, daybook_event_store, DAYBOOK, EVENT_STORE, GObject)

struct _DaybookEventStoreInterface
{
  GTypeInterface parent;

  void     (*get_book_id)   (DaybookEventStore     *self,
                             guint8                 id[DAYBOOK_ID_SIZE]);
  gboolean (*append)        (DaybookEventStore     *self,
                             const DaybookAppend   *append,
                             DaybookCommitted      *committed,
                             GError               **error);
  gboolean (*find_command)  (DaybookEventStore     *self,
                             const char            *command_id,
                             gboolean              *found,
                             DaybookCommitted      *committed,
                             GError               **error);
  gboolean (*read_stream)   (DaybookEventStore     *self,
                             DaybookStreamKind      kind,
                             const char            *key,
                             guint64                after_version,
                             DaybookEntryFunc       func,
                             gpointer               user_data,
                             GError               **error);
  gboolean (*get_version)   (DaybookEventStore     *self,
                             DaybookStreamKind      kind,
                             const char            *key,
                             guint64               *version,
                             GError               **error);
  gboolean (*read_all)      (DaybookEventStore     *self,
                             guint64                after_position,
                             DaybookEntryFunc       func,
                             gpointer               user_data,
                             GError               **error);
  gboolean (*find)          (DaybookEventStore     *self,
                             const DaybookEntryQuery *query,
                             DaybookEntryFunc       func,
                             gpointer               user_data,
                             GError               **error);
  gboolean (*get_head)      (DaybookEventStore     *self,
                             guint64               *position,
                             GError               **error);
  gboolean (*begin)         (DaybookEventStore     *self,
                             GError               **error);
  gboolean (*commit)        (DaybookEventStore     *self,
                             GError               **error);
  void     (*rollback)      (DaybookEventStore     *self);
  gboolean (*replay)        (DaybookEventStore     *self,
                             DaybookEntryFunc       func,
                             gpointer               func_data,
                             DaybookVerdict        *verdict,
                             DaybookProgressFunc    progress,
                             gpointer               progress_data,
                             GCancellable          *cancellable,
                             GError               **error);
};

void     daybook_event_store_get_book_id  (DaybookEventStore     *self,
                                           guint8                 id[DAYBOOK_ID_SIZE]);
gboolean daybook_event_store_append       (DaybookEventStore     *self,
                                           const DaybookAppend   *append,
                                           DaybookCommitted      *committed,
                                           GError               **error);
gboolean daybook_event_store_find_command (DaybookEventStore     *self,
                                           const char            *command_id,
                                           gboolean              *found,
                                           DaybookCommitted      *committed,
                                           GError               **error);
gboolean daybook_event_store_read_stream  (DaybookEventStore     *self,
                                           DaybookStreamKind      kind,
                                           const char            *key,
                                           guint64                after_version,
                                           DaybookEntryFunc       func,
                                           gpointer               user_data,
                                           GError               **error);
gboolean daybook_event_store_get_version  (DaybookEventStore     *self,
                                           DaybookStreamKind      kind,
                                           const char            *key,
                                           guint64               *version,
                                           GError               **error);
gboolean daybook_event_store_read_all     (DaybookEventStore     *self,
                                           guint64                after_position,
                                           DaybookEntryFunc       func,
                                           gpointer               user_data,
                                           GError               **error);
gboolean daybook_event_store_find         (DaybookEventStore     *self,
                                           const DaybookEntryQuery *query,
                                           DaybookEntryFunc       func,
                                           gpointer               user_data,
                                           GError               **error);
gboolean daybook_event_store_get_head     (DaybookEventStore     *self,
                                           guint64               *position,
                                           GError               **error);
gboolean daybook_event_store_begin        (DaybookEventStore     *self,
                                           GError               **error);
gboolean daybook_event_store_commit       (DaybookEventStore     *self,
                                           GError               **error);
void     daybook_event_store_rollback     (DaybookEventStore     *self);
gboolean daybook_event_store_replay       (DaybookEventStore     *self,
                                           DaybookEntryFunc       func,
                                           gpointer               func_data,
                                           DaybookVerdict        *verdict,
                                           DaybookProgressFunc    progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GError               **error);
gboolean daybook_event_store_verify       (DaybookEventStore     *self,
                                           DaybookVerdict        *verdict,
                                           DaybookProgressFunc    progress,
                                           gpointer               user_data,
                                           GCancellable          *cancellable,
                                           GError               **error);

/**
 * DaybookEntrySieve:
 *
 * Lets through to @func only what @query describes.
 */
typedef struct
{
  const DaybookEntryQuery *query;
  DaybookEntryFunc func;
  gpointer user_data;
} DaybookEntrySieve;

gboolean daybook_entry_sieve              (const DaybookEntry    *entry,
                                           guint64                version,
                                           gpointer               sieve,
                                           GError               **error);
gboolean daybook_entry_query_matches      (const DaybookEntryQuery *query,
                                           const DaybookEntry    *entry);

GArray  *daybook_expectations_new         (void);
void     daybook_expectations_add         (GArray                *expectations,
                                           DaybookStreamKind      kind,
                                           const char            *key,
                                           guint64                version);

const char *daybook_append_get_correlation (const DaybookAppend *append);

void     daybook_id_to_text               (const guint8           id[DAYBOOK_ID_SIZE],
                                           char                   text[DAYBOOK_ID_TEXT_LENGTH]);
gboolean daybook_id_from_text             (const char            *text,
                                           guint8                 id[DAYBOOK_ID_SIZE]);

G_END_DECLS
