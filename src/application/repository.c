/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The repository: from a name or a number to the state that a decision needs.
 *
 * It reads the event store and never the read model, so that what is decided follows from facts
 * alone. States are kept with the version they are at; asking again reads only what was filed
 * since, whoever wrote it. A long history is not folded from its beginning by each new program: its
 * state is kept as a snapshot, with the hash of the entry at which it was taken. If the book has
 * another entry there, the snapshot is of another book, or of what was rolled back, and is dropped.
 */

#include "repository.h"

#include <string.h>

#include "accounts/account-snapshot.h"
#include "catalogue.h"
#include "people/person.h"
#include "refusal.h"
#include "store-error.h"

/* States in memory; beyond it they are folded again. A state is some hundred bytes. */
#define MAX_STATES 100000

/* A history that is shorter than this many snapshots apart is folded in no time. */
#define WORTH_A_SNAPSHOT 4

typedef struct
{
  DaybookAccount *account;
  guint64 version;
  /* Of the last entry that was read; what this program records itself is folded without reading. */
  guint8 hash[DAYBOOK_HASH_SIZE];
  guint64 hash_version;
  guint64 snapshot_version;
} AccountState;

struct _DaybookRepository
{
  DaybookEventStore *store;
  DaybookSnapshots *snapshots;
  guint snapshot_every;
  DaybookBook *book;
  guint64 book_version;
  GHashTable *accounts;
  GHashTable *references;
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

  g_hash_table_unref (self->accounts);
  g_hash_table_unref (self->references);
  daybook_book_free (self->book);
  g_clear_object (&self->snapshots);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * daybook_repository_set_snapshots:
 * @snapshots: (nullable): where states of long histories are kept; %NULL for nowhere
 * @every: after how many entries a state is kept again
 */
void
daybook_repository_set_snapshots (DaybookRepository *self,
                                  DaybookSnapshots  *snapshots,
                                  guint              every)
{
  g_set_object (&self->snapshots, snapshots);
  self->snapshot_every = every;
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
  g_hash_table_remove_all (self->references);
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

  state->version = state->hash_version = version;
  memcpy (state->hash, entry->hash, DAYBOOK_HASH_SIZE);
  return TRUE;
}

static void
reset_state (AccountState *state)
{
  g_clear_pointer (&state->account, daybook_account_free);
  *state = (AccountState) { .account = daybook_account_new () };
}

static gboolean
load_snapshot (DaybookRepository *self,
               const char        *key,
               AccountState      *state)
{
  g_auto (DaybookSnapshot) snapshot = { 0 };
  DaybookAccount *account;

  if (self->snapshots == NULL ||
      !daybook_snapshots_load (self->snapshots, DAYBOOK_STREAM_ACCOUNT, key,
                               DAYBOOK_ACCOUNT_STATE_TYPE, &snapshot) ||
      snapshot.folding != DAYBOOK_ACCOUNT_FOLDING || snapshot.version == 0)
    return FALSE;

  account = daybook_account_restore (snapshot.state);
  if (account == NULL)
    return FALSE;

  daybook_account_free (state->account);
  state->account = account;
  state->version = state->hash_version = state->snapshot_version = snapshot.version;
  memcpy (state->hash, snapshot.hash, DAYBOOK_HASH_SIZE);
  return TRUE;
}

static gboolean
take_hash (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  AccountState *state = user_data;

  memcpy (state->hash, entry->hash, DAYBOOK_HASH_SIZE);
  state->hash_version = version;
  return FALSE;
}

static void
save_snapshot (DaybookRepository *self,
               const char        *key,
               AccountState      *state)
{
  g_auto (DaybookSnapshot) snapshot = { .folding = DAYBOOK_ACCOUNT_FOLDING,
                                        .version = state->version };

  if (self->snapshots == NULL || state->version < WORTH_A_SNAPSHOT * self->snapshot_every ||
      state->version - state->snapshot_version < self->snapshot_every)
    return;
  if (state->hash_version != state->version &&
      (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_ACCOUNT, key,
                                         state->version - 1, take_hash, state, NULL) ||
       state->hash_version != state->version))
    return;

  memcpy (snapshot.hash, state->hash, DAYBOOK_HASH_SIZE);
  snapshot.state = g_variant_ref_sink (daybook_account_save (state->account));
  daybook_snapshots_save (self->snapshots, DAYBOOK_STREAM_ACCOUNT, key, &snapshot);
  state->snapshot_version = state->version;
}

/* Whether the book has, at the snapshot's version, the entry at which it was taken. */
static gboolean
check_snapshot (const DaybookEntry  *entry,
                guint64              version,
                gpointer             user_data,
                GError             **error)
{
  AccountState *state = user_data;

  if (version != state->version || memcmp (entry->hash, state->hash, DAYBOOK_HASH_SIZE) != 0)
    reset_state (state);

  return FALSE;
}

/* A state to begin with: from a snapshot if there is one that is of this book. */
static AccountState *
new_state (DaybookRepository  *self,
           const char         *key,
           GError            **error)
{
  AccountState *state = g_new0 (AccountState, 1);
  guint64 version;

  state->account = daybook_account_new ();
  if (!load_snapshot (self, key, state))
    return state;

  if (daybook_event_store_get_version (self->store, DAYBOOK_STREAM_ACCOUNT, key, &version,
                                       error) &&
      daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_ACCOUNT, key,
                                       state->version - 1, check_snapshot, state, error))
    {
      if (version < state->version)
        reset_state (state);
      return state;
    }

  account_state_free (state);
  return NULL;
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

  if (state != NULL)
    g_hash_table_steal (self->accounts, number->digits);
  else if ((state = new_state (self, number->digits, error)) == NULL)
    return NULL;

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

  g_hash_table_insert (self->accounts, state->account->number.digits, state);
  save_snapshot (self, number->digits, state);

  *version = state->version;
  return state->account;
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
  if (g_hash_table_size (self->accounts) >= MAX_STATES)
    g_hash_table_remove_all (self->accounts);
  if (g_hash_table_size (self->references) >= MAX_STATES)
    g_hash_table_remove_all (self->references);
}

/* Whether the decision rested on the state as it is here. */
static gboolean
is_expected (GArray             *expectations,
             const char         *key,
             const AccountState *state)
{
  for (guint i = 0; i < expectations->len; i++)
    {
      const DaybookExpectation *e = &g_array_index (expectations, DaybookExpectation, i);

      if (e->kind == DAYBOOK_STREAM_ACCOUNT && strcmp (e->key, key) == 0)
        return e->version == state->version;
    }

  return FALSE;
}

static void
note_event (DaybookRepository  *self,
            const DaybookEvent *event,
            GArray             *expectations,
            gboolean            first)
{
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  guint n = daybook_event_get_filings (event, filings);

  for (guint i = 0; i < n; i++)
    {
      AccountState *state = filings[i].kind == DAYBOOK_STREAM_ACCOUNT
                              ? g_hash_table_lookup (self->accounts, filings[i].key) : NULL;

      if (state == NULL)
        continue;
      if (first && is_expected (expectations, filings[i].key, state) &&
          daybook_account_evolve (state->account, event))
        state->version++;
      else
        g_hash_table_remove (self->accounts, filings[i].key);
    }
}

/**
 * daybook_repository_note:
 * @events: (element-type DaybookEvent): what was recorded now
 * @expectations: (element-type DaybookExpectation): what it rested on
 *
 * Folds what this program recorded itself, so that it need not be read back. Of several events at
 * once only the first is; the others' accounts are read again.
 */
void
daybook_repository_note (DaybookRepository *self,
                         GPtrArray         *events,
                         GArray            *expectations)
{
  for (guint i = 0; i < events->len; i++)
    note_event (self, g_ptr_array_index (events, i), expectations, i == 0);
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

/* What a reference means is recorded once, when the account is opened. */
static gboolean
find_by_reference (DaybookRepository     *self,
                   const char            *reference,
                   const char            *field,
                   DaybookAccountNumber  *number,
                   GError               **error)
{
  const DaybookAccountNumber *known = g_hash_table_lookup (self->references, reference);
  g_autoptr (GArray) numbers = NULL;

  if (known != NULL)
    {
      *number = *known;
      return TRUE;
    }

  numbers = g_array_new (FALSE, FALSE, sizeof (DaybookAccountNumber));
  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_REFERENCE, reference, 0,
                                        collect_account, numbers, error))
    return FALSE;

  if (numbers->len == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN,
                           .field = field, .text = reference);

  *number = g_array_index (numbers, DaybookAccountNumber, 0);
  g_hash_table_insert (self->references, g_strdup (reference),
                       g_memdup2 (number, sizeof *number));
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
