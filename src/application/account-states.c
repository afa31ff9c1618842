/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The states of accounts: folded once, then only what was filed since.
 *
 * States are kept with the version they are at; asking again reads only what was filed since,
 * whoever wrote it. A long history is not folded from its beginning by each new program: its state
 * is kept as a snapshot, with the hash of the entry at which it was taken. If the book has another
 * entry there, the snapshot is of another book, or of what was rolled back, and is dropped. */

#include "account-states.h"

#include <string.h>

#include "accounts/account-snapshot.h"
#include "catalogue.h"
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

struct _DaybookAccountStates
{
  DaybookEventStore *store;
  DaybookSnapshots *snapshots;
  guint snapshot_every;
  GHashTable *states;
};

static void
account_state_free (gpointer data)
{
  AccountState *state = data;

  daybook_account_free (state->account);
  g_free (state);
}

/**
 * daybook_account_states_new:
 *
 * Returns: (transfer full): the states of the accounts in @store.
 */
DaybookAccountStates *
daybook_account_states_new (DaybookEventStore *store)
{
  DaybookAccountStates *self = g_new0 (DaybookAccountStates, 1);

  self->store = g_object_ref (store);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, account_state_free);

  return self;
}

/**
 * daybook_account_states_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_account_states_free (DaybookAccountStates *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->states);
  g_clear_object (&self->snapshots);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * daybook_account_states_set_snapshots:
 * @snapshots: (nullable): where states of long histories are kept; %NULL for nowhere
 * @every: after how many entries a state is kept again
 */
void
daybook_account_states_set_snapshots (DaybookAccountStates *self,
                                      DaybookSnapshots     *snapshots,
                                      guint                 every)
{
  g_set_object (&self->snapshots, snapshots);
  self->snapshot_every = every;
}

/**
 * daybook_account_states_forget:
 *
 * Drops all states: after a unit of work was rolled back, they may contain what never happened.
 */
void
daybook_account_states_forget (DaybookAccountStates *self)
{
  g_hash_table_remove_all (self->states);
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
load_snapshot (DaybookAccountStates *self,
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
save_snapshot (DaybookAccountStates *self,
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
new_state (DaybookAccountStates  *self,
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
 * daybook_account_states_get:
 * @version: (out): of its stream
 *
 * Returns: (transfer none): the account's state, until daybook_account_states_forget(); %NULL on
 *   error, a refusal if there is no such account.
 */
const DaybookAccount *
daybook_account_states_get (DaybookAccountStates          *self,
                                const DaybookAccountNumber *number,
                                guint64                    *version,
                                GError                    **error)
{
  AccountState *state = g_hash_table_lookup (self->states, number->digits);

  if (state != NULL)
    g_hash_table_steal (self->states, number->digits);
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

  g_hash_table_insert (self->states, state->account->number.digits, state);
  save_snapshot (self, number->digits, state);

  *version = state->version;
  return state->account;
}

/**
 * daybook_account_states_trim:
 *
 * Drops states if there are too many. To be called between decisions: those that a decision was
 * given are gone then too.
 */
void
daybook_account_states_trim (DaybookAccountStates *self)
{
  if (g_hash_table_size (self->states) >= MAX_STATES)
    g_hash_table_remove_all (self->states);
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
note_event (DaybookAccountStates  *self,
            const DaybookEvent *event,
            GArray             *expectations,
            gboolean            first)
{
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  guint n = daybook_event_get_filings (event, filings);

  for (guint i = 0; i < n; i++)
    {
      AccountState *state = filings[i].kind == DAYBOOK_STREAM_ACCOUNT
                              ? g_hash_table_lookup (self->states, filings[i].key) : NULL;

      if (state == NULL)
        continue;
      if (first && is_expected (expectations, filings[i].key, state) &&
          daybook_account_evolve (state->account, event))
        state->version++;
      else
        g_hash_table_remove (self->states, filings[i].key);
    }
}

/**
 * daybook_account_states_note:
 * @events: (element-type DaybookEvent): what was recorded now
 * @expectations: (element-type DaybookExpectation): what it rested on
 *
 * Folds what this program recorded itself, so that it need not be read back. Of several events at
 * once only the first is; the others' accounts are read again.
 */
void
daybook_account_states_note (DaybookAccountStates *self,
                         GPtrArray         *events,
                         GArray            *expectations)
{
  for (guint i = 0; i < events->len; i++)
    note_event (self, g_ptr_array_index (events, i), expectations, i == 0);
}
