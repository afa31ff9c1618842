/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The repository: from a name or a number to the state that a decision needs.
 *
 * It reads the event store and never the read model, so that what is decided follows from facts
 * alone. */

#include "repository-private.h"

#include "refusal.h"
#include "store-error.h"

/* Beyond it, references are looked up again. */
#define MAX_REFERENCES 100000

/**
 * daybook_repository_new:
 *
 * Returns: (transfer full): a repository over @store.
 */
DaybookRepository *
daybook_repository_new (DaybookEventStore *store)
{
  DaybookRepository *self = g_new0 (DaybookRepository, 1);

  self->store = g_object_ref (store);
  self->book = daybook_book_new ();
  self->accounts = daybook_account_states_new (store);
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * daybook_repository_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_repository_free (DaybookRepository *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->references);
  daybook_account_states_free (self->accounts);
  daybook_book_free (self->book);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * daybook_repository_get_store:
 *
 * Returns: (transfer none): where it reads.
 */
DaybookEventStore *
daybook_repository_get_store (DaybookRepository *self)
{
  return self->store;
}

/**
 * daybook_repository_get_accounts:
 *
 * Returns: (transfer none): the states of the accounts.
 */
DaybookAccountStates *
daybook_repository_get_accounts (DaybookRepository *self)
{
  return self->accounts;
}

/**
 * daybook_repository_forget:
 *
 * Drops all states: after a unit of work was rolled back, they may contain what never happened.
 */
void
daybook_repository_forget (DaybookRepository *self)
{
  daybook_account_states_forget (self->accounts);
  g_hash_table_remove_all (self->references);
  daybook_book_free (self->book);
  self->book = daybook_book_new ();
  self->book_version = 0;
}

/**
 * daybook_repository_trim:
 *
 * Drops states if there are too many. To be called between decisions: those that a decision was
 * given are gone then too.
 */
void
daybook_repository_trim (DaybookRepository *self)
{
  daybook_account_states_trim (self->accounts);
  if (g_hash_table_size (self->references) >= MAX_REFERENCES)
    g_hash_table_remove_all (self->references);
}

static gboolean
fold_book (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  DaybookRepository *self = user_data;

  if (!daybook_book_reads_alike (entry->event))
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER,
                   "entry %" G_GUINT64_FORMAT " takes on a currency with other decimals than it "
                   "has here", entry->position);
      return FALSE;
    }
  if (!daybook_book_evolve (self->book, entry->event))
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " does not follow from those before it",
                   entry->position);
      return FALSE;
    }

  self->book_version = version;
  return TRUE;
}

/**
 * daybook_repository_get_book:
 * @version: (out): of its stream
 *
 * Returns: (transfer none): the book's state, until the next call; %NULL on error.
 */
const DaybookBook *
daybook_repository_get_book (DaybookRepository  *self,
                             guint64            *version,
                             GError            **error)
{
  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_BOOK, DAYBOOK_BOOK_KEY,
                                        self->book_version, fold_book, self, error))
    return NULL;

  *version = self->book_version;
  return self->book;
}

static gboolean
fold_person (const DaybookEntry  *entry,
             guint64              version,
             gpointer             user_data,
             GError             **error)
{
  daybook_person_evolve (user_data, entry->event);
  return TRUE;
}

/**
 * daybook_repository_load_person:
 * @id: of somebody who was registered
 *
 * Returns: (transfer full): what is known of them; %NULL on error.
 */
DaybookPerson *
daybook_repository_load_person (DaybookRepository  *self,
                                const char         *id,
                                GError            **error)
{
  g_autoptr (DaybookPerson) person = daybook_person_new ();

  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_PERSON, id, 0, fold_person,
                                        person, error))
    return NULL;

  return g_steal_pointer (&person);
}

static gboolean
copy_first_event (const DaybookEntry  *entry,
                  guint64              version,
                  gpointer             user_data,
                  GError             **error)
{
  *(DaybookEvent **) user_data = daybook_record_copy (entry->event);
  return FALSE;
}

/**
 * daybook_repository_get_event:
 * @position: the number of an entry
 *
 * Returns: (transfer full): what it records; %NULL on error, a refusal if there is no such entry.
 */
DaybookEvent *
daybook_repository_get_event (DaybookRepository  *self,
                              guint64             position,
                              GError            **error)
{
  DaybookEvent *event = NULL;
  guint64 head;

  if (!daybook_event_store_get_head (self->store, &head, error))
    return NULL;
  if (position < 1 || position > head)
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_UNKNOWN, .field = "entry", .number = position);
      return NULL;
    }
  if (!daybook_event_store_read_all (self->store, position - 1, copy_first_event, &event, error))
    return NULL;

  return event;
}
