/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dispatcher: every command's way into the book.
 *
 *     command → was it recorded already? → load, decide → append → receipt
 *
 * Commands are idempotent: the same id with the same content answers with the stored receipt. If
 * another desk changed something that a decision rests on, the store says so and it is decided
 * again on the new facts. Nothing reaches the book but through try_command(), so that is where
 * closed periods are locked, whatever was decided. One dispatcher belongs to one thread. */

#include "dispatcher.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/account-service.h"
#include "accounts/correction-service.h"
#include "accounts/hold-records.h"
#include "accounts/hold-service.h"
#include "accounts/status-service.h"
#include "accounts/terms-service.h"
#include "books/book-service.h"
#include "books/period-service.h"
#include "books/periods.h"
#include "decision.h"
#include "known.h"
#include "people/people-service.h"
#include "people/person-records.h"
#include "refusal.h"
#include "repository.h"
#include "store-error.h"

/* Each try means that somebody else's command went through meanwhile. */
#define MAX_TRIES 100

struct _DaybookDispatcher
{
  GObject parent_instance;

  DaybookEventStore *store;
  DaybookClock *clock;
  DaybookIdSource *ids;
  DaybookRepository *repository;
};

G_DEFINE_FINAL_TYPE (DaybookDispatcher, daybook_dispatcher, G_TYPE_OBJECT)

static const struct
{
  const DaybookSchema *schema;
  DaybookHandler *handle;
} handlers[] = {
  { &daybook_start, daybook_book_service_start },
  { &daybook_register, daybook_people_service_register },
  { &daybook_open, daybook_account_service_open },
  { &daybook_deposit, daybook_account_service_deposit },
  { &daybook_withdraw, daybook_account_service_withdraw },
  { &daybook_transfer, daybook_account_service_transfer },
  { &daybook_hold, daybook_hold_service_hold },
  { &daybook_release, daybook_hold_service_release },
  { &daybook_capture, daybook_hold_service_capture },
  { &daybook_expire, daybook_hold_service_expire },
  { &daybook_reverse, daybook_correction_service_reverse },
  { &daybook_correct, daybook_correction_service_correct },
  { &daybook_add_holder, daybook_terms_service_add_holder },
  { &daybook_remove_holder, daybook_terms_service_remove_holder },
  { &daybook_change_limits, daybook_terms_service_limits },
  { &daybook_rename_account, daybook_terms_service_rename },
  { &daybook_block, daybook_status_service_block },
  { &daybook_unblock, daybook_status_service_unblock },
  { &daybook_close, daybook_status_service_close },
  { &daybook_reopen, daybook_status_service_reopen },
  { &daybook_person_change, daybook_people_service_change },
  { &daybook_rename_book, daybook_book_service_rename },
  { &daybook_close_period, daybook_period_service_close },
  { &daybook_reopen_period, daybook_period_service_reopen },
};

/**
 * daybook_receipt_free:
 * @receipt: (nullable) (transfer full):
 */
void
daybook_receipt_free (DaybookReceipt *receipt)
{
  if (receipt == NULL)
    return;

  g_free (receipt->command_id);
  g_ptr_array_unref (receipt->events);
  daybook_record_free (receipt->opposite);
  g_free (receipt);
}

static DaybookHandler *
find_handler (const DaybookSchema *schema)
{
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    if (handlers[i].schema == schema)
      return handlers[i].handle;

  g_assert_not_reached ();
}

/* SHA-256 over the command's name and each field that holds anything, all with their lengths, so
 * that no two commands can have the same bytes. */
static void
digest_command (const DaybookCommand *command,
                guint8                digest[DAYBOOK_HASH_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = DAYBOOK_HASH_SIZE;

  g_string_append_printf (text, "%s\n", command->schema->name);
  for (guint i = 0; i < command->schema->n_fields; i++)
    {
      const DaybookField *field = &command->schema->fields[i];
      g_autoptr (GString) value = g_string_new (NULL);

      if (daybook_record_get_text (command, field, value))
        g_string_append_printf (text, "%s %" G_GSIZE_FORMAT " %s\n", field->name, value->len,
                                value->str);
    }

  g_checksum_update (checksum, (const guchar *) text->str, text->len);
  g_checksum_get_digest (checksum, digest, &length);
}

static DaybookReceipt *
make_receipt (const char             *command_id,
              const DaybookCommitted *committed,
              gboolean                repeated,
              GPtrArray              *events)
{
  DaybookReceipt *receipt = g_new0 (DaybookReceipt, 1);

  receipt->command_id = g_strdup (command_id);
  receipt->first = committed->first;
  receipt->last = committed->last;
  receipt->recorded_at = committed->recorded_at;
  receipt->repeated = repeated;
  receipt->events = g_ptr_array_ref (events);

  return receipt;
}

typedef struct
{
  guint64 last;
  GPtrArray *events;
} Taking;

static gboolean
take_event (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  Taking *taking = user_data;

  g_ptr_array_add (taking->events, daybook_record_copy (entry->event));
  return entry->position < taking->last;
}

/* The stored receipt, if there is one. What was before its command is not known any more, so only
 * what can be undone without knowing that has an opposite. Returns FALSE on error. */
static gboolean
find_receipt (DaybookDispatcher      *self,
              const DaybookEnvelope  *envelope,
              const DaybookAppend    *append,
              DaybookReceipt        **receipt,
              GError                **error)
{
  static const DaybookConcerned unknown = { 0 };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  DaybookCommitted committed;
  Taking taking;
  gboolean found;

  if (!daybook_event_store_find_command (self->store, append->command_id, &found, &committed,
                                         error))
    return FALSE;
  if (!found)
    return TRUE;

  if (memcmp (committed.digest, append->digest, DAYBOOK_HASH_SIZE) != 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_ID_REUSED,
                           .text = append->command_id, .number = committed.first);

  taking = (Taking) { committed.last, events };
  if (!daybook_event_store_read_all (self->store, committed.first - 1, take_event, &taking, error))
    return FALSE;

  *receipt = make_receipt (append->command_id, &committed, TRUE, events);
  if (envelope->undoable)
    (*receipt)->opposite = daybook_opposite_new (events, committed.first, &unknown);
  return TRUE;
}

static DaybookDate
get_today (DaybookDispatcher *self,
           const DaybookBook *book)
{
  return daybook_clock_get_today (self->clock, book->time_zone ? book->time_zone : "UTC");
}

/**
 * daybook_dispatcher_get_today:
 * @today: (out): the day it is where the book is kept
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_dispatcher_get_today (DaybookDispatcher  *self,
                              DaybookDate        *today,
                              GError            **error)
{
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (self->repository, &version, error);
  if (book == NULL)
    return FALSE;

  *today = get_today (self, book);
  return TRUE;
}

/**
 * daybook_dispatcher_dup_book:
 *
 * Returns: (transfer full): the book as it is now; without a name if it was not started. %NULL on
 *   error.
 */
DaybookBook *
daybook_dispatcher_dup_book (DaybookDispatcher  *self,
                             GError            **error)
{
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (self->repository, &version, error);

  return book != NULL ? daybook_book_copy (book) : NULL;
}

/**
 * daybook_dispatcher_find_account:
 * @who: a username, an account number, or `ref:` and a reference
 * @number: (out): the account that is meant
 *
 * Returns: whether exactly one account is meant; else an error.
 */
gboolean
daybook_dispatcher_find_account (DaybookDispatcher     *self,
                                 const char            *who,
                                 DaybookAccountNumber  *number,
                                 GError               **error)
{
  return daybook_repository_find_account (self->repository, who, NULL, number, error);
}

/* What the decision may take for granted about the book, whose state must stay as it is. */
static const DaybookBook *
get_context (DaybookDispatcher     *self,
             const DaybookCommand  *command,
             DaybookDecision       *decision,
             DaybookContext        *context,
             GError               **error)
{
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (self->repository, &version, error);
  if (book == NULL)
    return NULL;
  if (book->name == NULL && command->schema != &daybook_start)
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_BOOK_NOT_STARTED);
      return NULL;
    }

  daybook_expectations_add (decision->expectations, DAYBOOK_STREAM_BOOK, DAYBOOK_BOOK_KEY,
                            version);
  context->today = get_today (self, book);
  context->closed_until = daybook_book_get_closed_until (book);
  return book;
}

/* Whatever a handler decides, nothing counts for a day of a closed period. */
static gboolean
decide (DaybookDispatcher     *self,
        const DaybookCommand  *command,
        DaybookDecision       *decision,
        GError               **error)
{
  g_autofree char *new_id = daybook_id_source_make_text (self->ids);
  DaybookContext context = { .new_id = new_id };
  const DaybookBook *book;

  daybook_repository_trim (self->repository);
  book = get_context (self, command, decision, &context, error);

  return book != NULL &&
         find_handler (command->schema) (self->repository, command, &context, decision, error) &&
         daybook_book_check_lock (book, decision->events, error);
}

static void
fill_append (DaybookDispatcher     *self,
             DaybookAppend         *append,
             const DaybookEnvelope *envelope,
             const DaybookDecision *decision,
             guint8                *event_ids)
{
  for (guint i = 0; i < append->events->len; i++)
    daybook_id_source_make (self->ids, event_ids + i * DAYBOOK_ID_SIZE);

  append->ids = event_ids;
  append->recorded_at = daybook_clock_get_now (self->clock);
  append->causation = envelope->causation ? envelope->causation : decision->causation;
  append->correlation = envelope->correlation ? envelope->correlation : decision->correlation;
}

/* The decision rests on whatever it changes, so that what is found so cannot change before it is
 * recorded. */
static gboolean
check_undoing (DaybookDispatcher     *self,
               const DaybookCommand  *command,
               const DaybookEnvelope *envelope,
               GError               **error)
{
  g_auto (DaybookKnown) now = { 0 };

  return envelope->undoes == NULL ||
         (daybook_known_find (&now, envelope->undoes, self->repository, error) &&
          daybook_opposite_check (command, envelope->undoes, &now.concerned, error));
}

/* Load, decide, append, once. */
static gboolean
try_command (DaybookDispatcher     *self,
             const DaybookCommand  *command,
             const DaybookEnvelope *envelope,
             DaybookAppend         *append,
             DaybookReceipt       **receipt,
             GError               **error)
{
  g_auto (DaybookDecision) decision = { append->events, append->expectations };
  g_auto (DaybookKnown) before = { 0 };
  DaybookCommitted committed;
  g_autofree guint8 *event_ids = NULL;

  g_ptr_array_set_size (append->events, 0);
  g_array_set_size (append->expectations, 0);
  if (!decide (self, command, &decision, error) ||
      !check_undoing (self, command, envelope, error) ||
      (envelope->undoable &&
       !daybook_known_find (&before, append->events, self->repository, error)))
    return FALSE;

  event_ids = g_malloc (append->events->len * DAYBOOK_ID_SIZE);
  fill_append (self, append, envelope, &decision, event_ids);
  if (!daybook_event_store_append (self->store, append, &committed, error))
    return FALSE;

  /* Before the states take note: what was before is theirs. */
  *receipt = make_receipt (append->command_id, &committed, FALSE, append->events);
  if (envelope->undoable)
    (*receipt)->opposite = daybook_opposite_new (append->events, committed.first,
                                                 &before.concerned);
  daybook_account_states_note (daybook_repository_get_accounts (self->repository), append->events,
                               append->expectations);
  return TRUE;
}

static DaybookReceipt *
execute (DaybookDispatcher     *self,
         const DaybookCommand  *command,
         const DaybookEnvelope *envelope,
         DaybookAppend         *append,
         GError               **error)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (GError) problem = NULL;
      DaybookReceipt *receipt = NULL;

      if (!find_receipt (self, envelope, append, &receipt, error))
        return NULL;
      if (receipt != NULL || try_command (self, command, envelope, append, &receipt, &problem))
        return receipt;

      if (!g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }

  g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_BUSY,
                       "others kept changing what the decision rests on");
  return NULL;
}

static gboolean
is_fair_id (const char *id)
{
  return *id != '\0' && strlen (id) <= DAYBOOK_MAX_COMMAND_ID && g_utf8_validate (id, -1, NULL);
}

/**
 * daybook_dispatcher_execute:
 * @envelope: (nullable): %NULL for a command with nothing around it
 *
 * Records what the command asks for, if the rules allow it. The receipt is durable, unless inside
 * daybook_dispatcher_begin().
 *
 * Returns: (transfer full): the receipt; %NULL on error: a refusal, or that of the store.
 */
DaybookReceipt *
daybook_dispatcher_execute (DaybookDispatcher      *self,
                            const DaybookCommand   *command,
                            const DaybookEnvelope  *envelope,
                            GError                **error)
{
  static const DaybookEnvelope nothing = { 0 };
  g_autofree char *new_command_id = NULL;
  g_autofree char *actor = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  DaybookAppend append = { .events = events, .expectations = expectations };

  g_return_val_if_fail (DAYBOOK_IS_DISPATCHER (self), NULL);
  g_return_val_if_fail (command != NULL && command->schema != NULL, NULL);

  if (envelope == NULL)
    envelope = &nothing;
  if (envelope->command_id == NULL)
    new_command_id = daybook_id_source_make_text (self->ids);

  append.command_id = new_command_id != NULL ? new_command_id : envelope->command_id;
  actor = g_utf8_make_valid (envelope->actor != NULL ? envelope->actor : "", -1);
  append.actor = actor;
  digest_command (command, append.digest);

  if (!is_fair_id (append.command_id))
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_COMMAND_MALFORMED, .text = "command-id");
      return NULL;
    }

  return execute (self, command, envelope, &append, error);
}

/**
 * daybook_dispatcher_preview:
 *
 * Decides without recording.
 *
 * Returns: (transfer full): what the command would lead to; %NULL on error: the refusal that it
 *   would meet, or that of the store.
 */
DaybookOutlook *
daybook_dispatcher_preview (DaybookDispatcher     *self,
                            const DaybookCommand  *command,
                            GError               **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  g_auto (DaybookDecision) decision = { events, expectations };

  return decide (self, command, &decision, error)
           ? daybook_outlook_new (events, self->repository, error) : NULL;
}

/**
 * daybook_dispatcher_has_command:
 * @found: (out): whether a command with that id was recorded
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_dispatcher_has_command (DaybookDispatcher  *self,
                                const char         *command_id,
                                gboolean           *found,
                                GError            **error)
{
  DaybookCommitted committed;

  return daybook_event_store_find_command (self->store, command_id, found, &committed, error);
}

/**
 * daybook_dispatcher_begin:
 *
 * Opens a unit of work: the commands that follow are kept or dropped as a whole.
 *
 * Returns: whether it is open.
 */
gboolean
daybook_dispatcher_begin (DaybookDispatcher  *self,
                          GError            **error)
{
  return daybook_event_store_begin (self->store, error);
}

/**
 * daybook_dispatcher_commit:
 *
 * Keeps the unit of work.
 *
 * Returns: whether it was kept; if not, it was dropped.
 */
gboolean
daybook_dispatcher_commit (DaybookDispatcher  *self,
                           GError            **error)
{
  if (daybook_event_store_commit (self->store, error))
    return TRUE;

  daybook_repository_forget (self->repository);
  return FALSE;
}

/**
 * daybook_dispatcher_rollback:
 *
 * Drops the unit of work.
 */
void
daybook_dispatcher_rollback (DaybookDispatcher *self)
{
  daybook_event_store_rollback (self->store);
  daybook_repository_forget (self->repository);
}

static void
daybook_dispatcher_finalize (GObject *object)
{
  DaybookDispatcher *self = DAYBOOK_DISPATCHER (object);

  g_clear_pointer (&self->repository, daybook_repository_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->ids);

  G_OBJECT_CLASS (daybook_dispatcher_parent_class)->finalize (object);
}

static void
daybook_dispatcher_class_init (DaybookDispatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_dispatcher_finalize;
}

static void
daybook_dispatcher_init (DaybookDispatcher *self)
{
}

/**
 * daybook_dispatcher_new:
 *
 * Returns: (transfer full): a dispatcher that records in @store.
 */
DaybookDispatcher *
daybook_dispatcher_new (DaybookEventStore *store,
                        DaybookClock      *clock,
                        DaybookIdSource   *ids)
{
  DaybookDispatcher *self = g_object_new (DAYBOOK_TYPE_DISPATCHER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->ids = g_object_ref (ids);
  self->repository = daybook_repository_new (store);

  return self;
}

/**
 * daybook_dispatcher_set_snapshots:
 * @snapshots: (nullable): where states of long histories are kept; %NULL for nowhere
 * @every: after how many entries a state is kept again; %DAYBOOK_SNAPSHOT_EVERY but in tests
 */
void
daybook_dispatcher_set_snapshots (DaybookDispatcher *self,
                                  DaybookSnapshots  *snapshots,
                                  guint              every)
{
  daybook_account_states_set_snapshots (daybook_repository_get_accounts (self->repository),
                                        snapshots, every);
}
