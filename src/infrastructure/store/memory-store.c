/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An event store in memory: the in-memory repository of the textbook, grown up.
 *
 * For tests, and as the second opinion: it keeps the same contract as the book file with other
 * means, so that the contract is more than a description of SQLite. Entries are kept as events, not
 * as text; they are encoded only to be hashed, so that both stores give the same chain. */

#include "store/memory-store.h"

#include <string.h>

#include "codec/event-codec.h"
#include "store-error.h"
#include "store/chain.h"

typedef struct
{
  char *command_id;
  char *actor;
  char *correlation;
  char *causation;
  DaybookCommitted committed;
} Commit;

typedef struct
{
  Commit *commit;
  DaybookEvent *event;
  guint8 id[DAYBOOK_ID_SIZE];
  guint8 data_hash[DAYBOOK_HASH_SIZE];
  guint8 hash[DAYBOOK_HASH_SIZE];
} Record;

struct _DaybookMemoryStore
{
  GObject parent_instance;

  guint8 book_id[DAYBOOK_ID_SIZE];
  DaybookChain *chain;
  GPtrArray *records;
  GHashTable *commits;
  GHashTable *streams;
  gboolean in_batch;
  guint batch_start;
};

static void daybook_memory_store_iface_init (DaybookEventStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookMemoryStore, daybook_memory_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_EVENT_STORE,
                                                      daybook_memory_store_iface_init))

static void
commit_free (gpointer data)
{
  Commit *commit = data;

  g_free (commit->command_id);
  g_free (commit->actor);
  g_free (commit->correlation);
  g_free (commit->causation);
  g_free (commit);
}

static void
record_free (gpointer data)
{
  Record *record = data;

  daybook_record_free (record->event);
  g_free (record);
}

static char *
stream_name (DaybookStreamKind  kind,
             const char        *key)
{
  return g_strdup_printf ("%s %s", daybook_stream_kind_name (kind), key);
}

static GArray *
find_stream (DaybookMemoryStore *self,
             DaybookStreamKind   kind,
             const char         *key)
{
  g_autofree char *name = stream_name (kind, key);

  return g_hash_table_lookup (self->streams, name);
}

static void
file_under (DaybookMemoryStore  *self,
            const DaybookFiling *filing,
            guint64              position)
{
  GArray *stream = find_stream (self, filing->kind, filing->key);

  if (stream == NULL)
    {
      stream = g_array_new (FALSE, FALSE, sizeof (guint64));
      g_hash_table_insert (self->streams, stream_name (filing->kind, filing->key), stream);
    }
  g_array_append_val (stream, position);
}

static void
link_record (DaybookMemoryStore *self,
             const Record       *record,
             guint64             position,
             DaybookLink        *link,
             char                date[DAYBOOK_DATE_LENGTH])
{
  const Commit *commit = record->commit;

  daybook_date_format (record->event->value_date, date);
  *link = (DaybookLink) {
    .position = position, .id = record->id, .type = record->event->record.schema->name,
    .type_version = record->event->record.schema->version, .value_date = date,
    .data_hash = record->data_hash,
    .first = commit->committed.first, .last = commit->committed.last,
    .command_id = commit->command_id, .digest = commit->committed.digest,
    .actor = commit->actor, .correlation = commit->correlation,
    .causation = commit->causation, .recorded_at = commit->committed.recorded_at,
  };
}

/* The version that the entry has, or will have, in the stream. */
static guint64
version_of (DaybookMemoryStore  *self,
            const DaybookFiling *filing,
            guint64              position)
{
  GArray *stream = find_stream (self, filing->kind, filing->key);
  guint64 version = 1;

  for (guint i = stream != NULL ? stream->len : 0; i > 0; i--)
    if (g_array_index (stream, guint64, i - 1) <= position)
      {
        version = i + (g_array_index (stream, guint64, i - 1) < position);
        break;
      }

  return version;
}

/* The entry's filings: those that its fields name, and for the first of its form the form's. */
static guint
get_filings (DaybookMemoryStore *self,
             const DaybookEvent *event,
             guint64             position,
             DaybookFiling       filings[DAYBOOK_MAX_FILINGS])
{
  guint n = daybook_event_get_filings (event, filings);
  GArray *stream;

  daybook_event_get_type_filing (event, &filings[n]);
  stream = find_stream (self, filings[n].kind, filings[n].key);

  return n + (stream == NULL || stream->len == 0 || g_array_index (stream, guint64, 0) == position);
}

static void
hash_record (DaybookMemoryStore *self,
             Record             *record,
             guint64             position,
             guint8              hash[DAYBOOK_HASH_SIZE])
{
  static const guint8 nothing[DAYBOOK_HASH_SIZE] = { 0 };
  g_autoptr (GString) data = g_string_new (NULL);
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  guint n_filings = get_filings (self, record->event, position, filings);
  char date[DAYBOOK_DATE_LENGTH];
  DaybookLink link;

  daybook_event_encode (record->event, data);
  daybook_chain_hash_data (self->chain, data->str, data->len, record->data_hash);
  link_record (self, record, position, &link, date);
  daybook_chain_begin (self->chain,
                       position == 1 ? nothing
                                     : ((Record *) self->records->pdata[position - 2])->hash,
                       &link);
  for (guint i = 0; i < n_filings; i++)
    daybook_chain_add_filing (self->chain, daybook_stream_kind_name (filings[i].kind),
                              filings[i].key, version_of (self, &filings[i], position),
                              filings[i].role);
  daybook_chain_end (self->chain, hash);
}

static guint64
get_version (DaybookMemoryStore *self,
             DaybookStreamKind   kind,
             const char         *key)
{
  GArray *stream = find_stream (self, kind, key);

  if (kind == DAYBOOK_STREAM_NONE)
    return self->records->len;

  return stream != NULL ? stream->len : 0;
}

static gboolean
check (DaybookMemoryStore   *self,
       const DaybookAppend  *append,
       GError              **error)
{
  gboolean conflict = g_hash_table_contains (self->commits, append->command_id);

  for (guint i = 0; i < append->expectations->len; i++)
    {
      const DaybookExpectation *e = &g_array_index (append->expectations, DaybookExpectation, i);

      conflict = conflict || get_version (self, e->kind, e->key) != e->version;
    }

  if (conflict)
    g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CONFLICT,
                         "a stream has moved on, or the command is known");
  return !conflict;
}

static gboolean
check_record (const Record  *record,
              GError       **error)
{
  const DaybookSchema *schema = record->event->record.schema;

  if (daybook_event_is_known (schema->name, schema->version))
    return TRUE;

  g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER,
               "there are entries of type %s", schema->name);
  return FALSE;
}

static gboolean
check_known (DaybookMemoryStore  *self,
             GError             **error)
{
  for (guint i = 0; i < self->records->len; i++)
    if (!check_record (g_ptr_array_index (self->records, i), error))
      return FALSE;

  return TRUE;
}

static Commit *
add_commit (DaybookMemoryStore  *self,
            const DaybookAppend *append)
{
  Commit *commit = g_new0 (Commit, 1);
  gint64 last_time = G_MININT64;

  if (self->records->len > 0)
    last_time = ((Record *) self->records->pdata[self->records->len - 1])
                  ->commit->committed.recorded_at;

  commit->command_id = g_strdup (append->command_id);
  commit->actor = g_strdup (append->actor);
  commit->correlation = g_strdup (daybook_append_get_correlation (append));
  commit->causation = g_strdup (append->causation);
  commit->committed.first = self->records->len + 1;
  commit->committed.last = self->records->len + append->events->len;
  commit->committed.recorded_at = MAX (append->recorded_at, last_time);
  memcpy (commit->committed.digest, append->digest, DAYBOOK_HASH_SIZE);
  g_hash_table_insert (self->commits, commit->command_id, commit);

  return commit;
}

static gboolean
daybook_memory_store_append (DaybookEventStore    *store,
                             const DaybookAppend  *append,
                             DaybookCommitted     *committed,
                             GError              **error)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);
  Commit *commit;

  if (!check_known (self, error) || !check (self, append, error))
    return FALSE;

  commit = add_commit (self, append);
  for (guint i = 0; i < append->events->len; i++)
    {
      Record *record = g_new0 (Record, 1);
      DaybookFiling filings[DAYBOOK_MAX_FILINGS];
      guint n_filings;
      guint64 position = self->records->len + 1;

      record->commit = commit;
      record->event = daybook_record_copy (g_ptr_array_index (append->events, i));
      memcpy (record->id, append->ids + i * DAYBOOK_ID_SIZE, DAYBOOK_ID_SIZE);
      n_filings = get_filings (self, record->event, position, filings);
      for (guint j = 0; j < n_filings; j++)
        file_under (self, &filings[j], position);
      hash_record (self, record, position, record->hash);
      g_ptr_array_add (self->records, record);
    }

  *committed = commit->committed;
  return TRUE;
}

static gboolean
lend (DaybookMemoryStore  *self,
      guint64              position,
      guint64              version,
      DaybookEntryFunc     func,
      gpointer             user_data,
      gboolean            *go_on,
      GError             **error)
{
  const Record *record = g_ptr_array_index (self->records, position - 1);
  g_autoptr (GError) problem = NULL;
  DaybookEntry entry = {
    .position = position, .recorded_at = record->commit->committed.recorded_at,
    .actor = record->commit->actor, .command_id = record->commit->command_id,
    .correlation = record->commit->correlation ? record->commit->correlation
                                               : record->commit->command_id,
    .causation = record->commit->causation, .event = record->event,
  };

  if (!check_record (record, error))
    return FALSE;

  memcpy (entry.id, record->id, DAYBOOK_ID_SIZE);
  memcpy (entry.hash, record->hash, DAYBOOK_HASH_SIZE);
  *go_on = func (&entry, version, user_data, &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
daybook_memory_store_read_stream (DaybookEventStore  *store,
                                  DaybookStreamKind   kind,
                                  const char         *key,
                                  guint64             after_version,
                                  DaybookEntryFunc    func,
                                  gpointer            user_data,
                                  GError            **error)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);
  GArray *stream = find_stream (self, kind, key);
  gboolean go_on = TRUE;

  for (guint64 i = after_version; stream != NULL && i < stream->len && go_on; i++)
    if (!lend (self, g_array_index (stream, guint64, i), i + 1, func, user_data, &go_on, error))
      return FALSE;

  return TRUE;
}

static gboolean
daybook_memory_store_read_all (DaybookEventStore  *store,
                               guint64             after_position,
                               DaybookEntryFunc    func,
                               gpointer            user_data,
                               GError            **error)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);
  gboolean go_on = TRUE;

  for (guint64 i = after_position; i < self->records->len && go_on; i++)
    if (!lend (self, i + 1, 0, func, user_data, &go_on, error))
      return FALSE;

  return TRUE;
}

static gboolean
daybook_memory_store_find (DaybookEventStore        *store,
                           const DaybookEntryQuery  *query,
                           DaybookEntryFunc          func,
                           gpointer                  user_data,
                           GError                  **error)
{
  DaybookEntrySieve sieve = { query, func, user_data };

  return daybook_memory_store_read_all (store, 0, daybook_entry_sieve, &sieve, error);
}

static gboolean
daybook_memory_store_get_version (DaybookEventStore  *store,
                                  DaybookStreamKind   kind,
                                  const char         *key,
                                  guint64            *version,
                                  GError            **error)
{
  *version = get_version (DAYBOOK_MEMORY_STORE (store), kind, key);
  return TRUE;
}

static gboolean
daybook_memory_store_get_head (DaybookEventStore  *store,
                               guint64            *position,
                               GError            **error)
{
  *position = DAYBOOK_MEMORY_STORE (store)->records->len;
  return TRUE;
}

static gboolean
daybook_memory_store_find_command (DaybookEventStore  *store,
                                   const char         *command_id,
                                   gboolean           *found,
                                   DaybookCommitted   *committed,
                                   GError            **error)
{
  const Commit *commit = g_hash_table_lookup (DAYBOOK_MEMORY_STORE (store)->commits, command_id);

  *found = commit != NULL;
  if (commit != NULL)
    *committed = commit->committed;
  return TRUE;
}

static void
daybook_memory_store_get_book_id (DaybookEventStore *store,
                                  guint8             id[DAYBOOK_ID_SIZE])
{
  memcpy (id, DAYBOOK_MEMORY_STORE (store)->book_id, DAYBOOK_ID_SIZE);
}

static gboolean
daybook_memory_store_begin (DaybookEventStore  *store,
                            GError            **error)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);

  g_assert (!self->in_batch);
  self->in_batch = TRUE;
  self->batch_start = self->records->len;
  return TRUE;
}

static gboolean
daybook_memory_store_commit (DaybookEventStore  *store,
                             GError            **error)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);

  g_assert (self->in_batch);
  self->in_batch = FALSE;
  return TRUE;
}

static gboolean
is_after (gpointer key,
          gpointer value,
          gpointer user_data)
{
  return ((Commit *) value)->committed.first > GPOINTER_TO_UINT (user_data);
}

static void
daybook_memory_store_rollback (DaybookEventStore *store)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);
  GHashTableIter iter;
  gpointer stream;

  g_assert (self->in_batch);
  self->in_batch = FALSE;

  g_hash_table_iter_init (&iter, self->streams);
  while (g_hash_table_iter_next (&iter, NULL, &stream))
    {
      GArray *positions = stream;
      guint kept = positions->len;

      while (kept > 0 && g_array_index (positions, guint64, kept - 1) > self->batch_start)
        kept--;
      g_array_set_size (positions, kept);
    }
  g_ptr_array_set_size (self->records, self->batch_start);
  g_hash_table_foreach_remove (self->commits, is_after, GUINT_TO_POINTER (self->batch_start));
}

static gboolean
daybook_memory_store_replay (DaybookEventStore    *store,
                             DaybookEntryFunc      func,
                             gpointer              func_data,
                             DaybookVerdict       *verdict,
                             DaybookProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GError              **error)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (store);
  gboolean go_on = TRUE;

  *verdict = (DaybookVerdict) { 0 };
  for (guint64 position = 1; position <= self->records->len && go_on; position++)
    {
      Record *record = g_ptr_array_index (self->records, position - 1);
      guint8 hash[DAYBOOK_HASH_SIZE];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      hash_record (self, record, position, hash);
      if (memcmp (hash, record->hash, DAYBOOK_HASH_SIZE) != 0)
        {
          verdict->flaw = DAYBOOK_FLAW_CIRCUMSTANCES;
          verdict->position = position;
          return TRUE;
        }
      if (func != NULL && !lend (self, position, 0, func, func_data, &go_on, error))
        return FALSE;

      verdict->n_entries = position;
      if (progress != NULL)
        progress (position, self->records->len, progress_data);
    }

  return TRUE;
}

static void
daybook_memory_store_iface_init (DaybookEventStoreInterface *iface)
{
  iface->get_book_id = daybook_memory_store_get_book_id;
  iface->append = daybook_memory_store_append;
  iface->find_command = daybook_memory_store_find_command;
  iface->read_stream = daybook_memory_store_read_stream;
  iface->get_version = daybook_memory_store_get_version;
  iface->read_all = daybook_memory_store_read_all;
  iface->find = daybook_memory_store_find;
  iface->get_head = daybook_memory_store_get_head;
  iface->begin = daybook_memory_store_begin;
  iface->commit = daybook_memory_store_commit;
  iface->rollback = daybook_memory_store_rollback;
  iface->replay = daybook_memory_store_replay;
}

static void
daybook_memory_store_finalize (GObject *object)
{
  DaybookMemoryStore *self = DAYBOOK_MEMORY_STORE (object);

  g_clear_pointer (&self->chain, daybook_chain_free);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->commits);
  g_hash_table_unref (self->streams);

  G_OBJECT_CLASS (daybook_memory_store_parent_class)->finalize (object);
}

static void
daybook_memory_store_class_init (DaybookMemoryStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_memory_store_finalize;
}

static void
daybook_memory_store_init (DaybookMemoryStore *self)
{
  self->records = g_ptr_array_new_with_free_func (record_free);
  self->commits = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, commit_free);
  self->streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
}

/**
 * daybook_memory_store_new:
 *
 * Returns: (transfer full): an empty store.
 */
DaybookEventStore *
daybook_memory_store_new (const guint8 book_id[DAYBOOK_ID_SIZE])
{
  DaybookMemoryStore *self = g_object_new (DAYBOOK_TYPE_MEMORY_STORE, NULL);

  memcpy (self->book_id, book_id, DAYBOOK_ID_SIZE);
  self->chain = daybook_chain_new (book_id);

  return DAYBOOK_EVENT_STORE (self);
}
