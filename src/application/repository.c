/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The repository: from a name or a number to the state that a decision needs.
 *
 * It reads the event store and never the read model, so that what is decided follows from facts
 * alone. States are kept with the version they are at; asking again reads only what was filed
 * since, whoever wrote it. That is all the caching there is, and it cannot be stale. */

#include "repository.h"

#include <string.h>

#include "people/person.h"
#include "refusal.h"
#include "store-error.h"

/* States in memory; beyond it they are folded again. A state is some hundred bytes. */
#define MAX_STATES 100000

typedef struct
{
  DaybookAccount *account;
  guint64 version;
} AccountState;

struct _DaybookRepository
{
  DaybookEventStore *store;
  DaybookBook *book;
  guint64 book_version;
  GHashTable *accounts;
};

static void
account_state_free (gpointer data)
{
  AccountState *state = data;

  daybook_account_free (state->account);
  g_free (state);
}

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
  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, account_state_free);

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

  g_hash_table_unref (self->accounts);
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
 * daybook_repository_forget:
 *
 * Drops all states: after a unit of work was rolled back, they may contain what never happened.
 */
void
daybook_repository_forget (DaybookRepository *self)
{
  g_hash_table_remove_all (self->accounts);
  daybook_book_free (self->book);
  self->book = daybook_book_new ();
  self->book_version = 0;
}

static gboolean
does_not_follow (const DaybookEntry  *entry,
                 GError             **error)
{
  g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
               "entry %" G_GUINT64_FORMAT " does not follow from those before it",
               entry->position);
  return FALSE;
}

static gboolean
fold_book (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  DaybookRepository *self = user_data;

  if (!daybook_book_evolve (self->book, entry->event))
    return does_not_follow (entry, error);

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
fold_account (const DaybookEntry  *entry,
              guint64              version,
              gpointer             user_data,
              GError             **error)
{
  AccountState *state = user_data;

  if (!daybook_account_evolve (state->account, entry->event))
    return does_not_follow (entry, error);

  state->version = version;
  return TRUE;
}

/**
 * daybook_repository_get_account:
 * @version: (out): of its stream
 *
 * Returns: (transfer none): the account's state, until daybook_repository_forget(); %NULL on error,
 *   a refusal if there is no such account.
 */
const DaybookAccount *
daybook_repository_get_account (DaybookRepository          *self,
                                const DaybookAccountNumber *number,
                                guint64                    *version,
                                GError                    **error)
{
  AccountState *state = g_hash_table_lookup (self->accounts, number->digits);

  if (state == NULL)
    {
      state = g_new0 (AccountState, 1);
      state->account = daybook_account_new ();
    }
  else
    {
      g_hash_table_steal (self->accounts, number->digits);
    }

  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_ACCOUNT, number->digits,
                                        state->version, fold_account, state, error))
    {
      account_state_free (state);
      return NULL;
    }
  if (state->version == 0)
    {
      account_state_free (state);
      daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN, .account = number->digits);
      return NULL;
    }

  if (g_hash_table_size (self->accounts) >= MAX_STATES)
    g_hash_table_remove_all (self->accounts);
  g_hash_table_insert (self->accounts, state->account->number.digits, state);

  *version = state->version;
  return state->account;
}

static gboolean
take_person_id (const DaybookEntry  *entry,
                guint64              version,
                gpointer             user_data,
                GError             **error)
{
  char **id = user_data;

  if (entry->event->record.schema == &daybook_person_registered)
    {
      g_free (*id);
      *id = g_strdup (((const DaybookPersonRegistered *) entry->event)->person);
    }

  return TRUE;
}

/**
 * daybook_repository_find_person:
 * @username: as typed
 * @field: the command's field it was typed in, for the refusal
 *
 * Returns: (transfer full): the person's id; %NULL on error, a refusal if nobody is called that.
 */
char *
daybook_repository_find_person (DaybookRepository  *self,
                                const char         *username,
                                const char         *field,
                                GError            **error)
{
  g_autofree char *folded = daybook_username_fold (username);
  g_autofree char *id = NULL;

  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_USERNAME, folded, 0,
                                        take_person_id, &id, error))
    return NULL;

  if (id == NULL)
    daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_UNKNOWN, .field = field, .text = username);

  return g_steal_pointer (&id);
}

static gboolean
collect_account (const DaybookEntry  *entry,
                 guint64              version,
                 gpointer             user_data,
                 GError             **error)
{
  if (entry->event->record.schema == &daybook_account_opened)
    g_array_append_val ((GArray *) user_data,
                        ((const DaybookAccountOpened *) entry->event)->account);

  return TRUE;
}

static gboolean
find_only_account (DaybookRepository     *self,
                   const char            *username,
                   const char            *field,
                   DaybookAccountNumber  *number,
                   GError               **error)
{
  g_autofree char *person = daybook_repository_find_person (self, username, field, error);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (DaybookAccountNumber));
  g_autoptr (GString) list = g_string_new (NULL);

  if (person == NULL ||
      !daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_PERSON, person, 0,
                                        collect_account, numbers, error))
    return FALSE;

  if (numbers->len == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT,
                           .field = field, .text = username);

  if (numbers->len == 1)
    {
      *number = g_array_index (numbers, DaybookAccountNumber, 0);
      return TRUE;
    }

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "",
                            g_array_index (numbers, DaybookAccountNumber, i).digits);

  return daybook_refuse (error, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS, .field = field,
                         .text = username, .number = numbers->len, .account = list->str);
}

static gboolean
find_by_reference (DaybookRepository     *self,
                   const char            *reference,
                   const char            *field,
                   DaybookAccountNumber  *number,
                   GError               **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (DaybookAccountNumber));

  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_REFERENCE, reference, 0,
                                        collect_account, numbers, error))
    return FALSE;

  if (numbers->len == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN,
                           .field = field, .text = reference);

  *number = g_array_index (numbers, DaybookAccountNumber, 0);
  return TRUE;
}

/**
 * daybook_repository_find_account:
 * @who: a username, an account number, or `ref:` and a reference
 * @field: the command's field it was typed in, for the refusal
 * @number: (out): the account that is meant
 *
 * A number's check digits are verified before anything else (rule 4). A username means the one
 * account that the person holds; where there are several, the refusal lists them.
 *
 * Returns: whether exactly one account is meant; else an error.
 */
gboolean
daybook_repository_find_account (DaybookRepository     *self,
                                 const char            *who,
                                 const char            *field,
                                 DaybookAccountNumber  *number,
                                 GError               **error)
{
  guint64 version;

  if (who == NULL || *who == '\0')
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = field);
  if (g_str_has_prefix (who, "ref:"))
    return find_by_reference (self, who + strlen ("ref:"), field, number, error);
  if (!daybook_account_number_looks_like (who))
    return find_only_account (self, who, field, number, error);

  if (!daybook_account_number_parse (who, number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID,
                           .field = field, .text = who);
  if (!daybook_event_store_get_version (self->store, DAYBOOK_STREAM_ACCOUNT, number->digits,
                                        &version, error))
    return FALSE;

  return version > 0 || daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN,
                                        .field = field, .account = number->digits);
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
