/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The event store, as the application sees it: append what happened, read it back. How and where it
 * is kept is an adapter's business; what every adapter must do is in the contract test suite. */

#include "ports/event-store.h"

#include <string.h>

G_DEFINE_INTERFACE (DaybookEventStore, daybook_event_store, G_TYPE_OBJECT)

static void
daybook_event_store_default_init (DaybookEventStoreInterface *iface)
{
}

/**
 * daybook_event_store_get_book_id:
 * @id: (out): the id that was made when the book was
 */
void
daybook_event_store_get_book_id (DaybookEventStore *self,
                                 guint8             id[DAYBOOK_ID_SIZE])
{
  DAYBOOK_EVENT_STORE_GET_IFACE (self)->get_book_id (self, id);
}

/**
 * daybook_event_store_append:
 * @committed: (out): where the events stand now
 *
 * Records all of the events or none. Each is filed under every stream it concerns. Durable when it
 * returns, unless inside daybook_event_store_begin(): then when that is committed.
 *
 * A book may contain entries of a form that only a newer program knows. It can be read up to there,
 * and nothing is recorded in it: whoever does not understand what happened cannot decide.
 *
 * Returns: whether they are recorded; else an error, %DAYBOOK_STORE_ERROR_CONFLICT if a stream has
 *   moved on or the command id is known already, %DAYBOOK_STORE_ERROR_NEWER if the book contains
 *   what this program does not know.
 */
gboolean
daybook_event_store_append (DaybookEventStore    *self,
                            const DaybookAppend  *append,
                            DaybookCommitted     *committed,
                            GError              **error)
{
  g_return_val_if_fail (append->events->len > 0, FALSE);

  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->append (self, append, committed, error);
}

/**
 * daybook_event_store_find_command:
 * @found: (out): whether a command of that id was accepted
 * @committed: (out): what it recorded, if @found
 *
 * Returns: whether the store could be asked.
 */
gboolean
daybook_event_store_find_command (DaybookEventStore  *self,
                                  const char         *command_id,
                                  gboolean           *found,
                                  DaybookCommitted   *committed,
                                  GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->find_command (self, command_id, found, committed,
                                                             error);
}

/**
 * daybook_event_store_read_stream:
 * @after_version: 0 for the whole stream
 * @func: (scope call): called for each entry, in order
 *
 * Returns: whether all was well; a stream that nobody has written to is empty, not an error.
 */
gboolean
daybook_event_store_read_stream (DaybookEventStore  *self,
                                 DaybookStreamKind   kind,
                                 const char         *key,
                                 guint64             after_version,
                                 DaybookEntryFunc    func,
                                 gpointer            user_data,
                                 GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->read_stream (self, kind, key, after_version, func,
                                                            user_data, error);
}

/**
 * daybook_event_store_get_version:
 * @version: (out): how many entries are filed under the stream
 *
 * Returns: whether the store could be asked.
 */
gboolean
daybook_event_store_get_version (DaybookEventStore  *self,
                                 DaybookStreamKind   kind,
                                 const char         *key,
                                 guint64            *version,
                                 GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->get_version (self, kind, key, version, error);
}

/**
 * daybook_event_store_read_all:
 * @after_position: 0 for the whole daybook
 * @func: (scope call): called for each entry, in order
 *
 * Returns: whether all was well.
 */
gboolean
daybook_event_store_read_all (DaybookEventStore  *self,
                              guint64             after_position,
                              DaybookEntryFunc    func,
                              gpointer            user_data,
                              GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->read_all (self, after_position, func, user_data,
                                                         error);
}

/**
 * daybook_event_store_find:
 * @func: called for each entry that @query describes, in order of numbers
 *
 * Looks entries up; only a query by nothing at all reads the whole book.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_event_store_find (DaybookEventStore        *self,
                          const DaybookEntryQuery  *query,
                          DaybookEntryFunc          func,
                          gpointer                  user_data,
                          GError                  **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->find (self, query, func, user_data, error);
}

/**
 * daybook_event_store_get_head:
 * @position: (out): the number of the last entry, 0 if there is none
 *
 * Returns: whether the store could be asked.
 */
gboolean
daybook_event_store_get_head (DaybookEventStore  *self,
                              guint64            *position,
                              GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->get_head (self, position, error);
}

/**
 * daybook_event_store_begin:
 *
 * Opens a unit of work: what is appended from here on is kept or dropped as a whole. Not nested.
 *
 * Returns: whether it is open.
 */
gboolean
daybook_event_store_begin (DaybookEventStore  *self,
                           GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->begin (self, error);
}

/**
 * daybook_event_store_commit:
 *
 * Keeps the unit of work; durable when it returns.
 *
 * Returns: whether it was kept; if not, it was dropped.
 */
gboolean
daybook_event_store_commit (DaybookEventStore  *self,
                            GError            **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->commit (self, error);
}

/**
 * daybook_event_store_rollback:
 *
 * Drops the unit of work.
 */
void
daybook_event_store_rollback (DaybookEventStore *self)
{
  DAYBOOK_EVENT_STORE_GET_IFACE (self)->rollback (self);
}

/**
 * daybook_event_store_replay:
 * @func: (nullable): called for each entry that is sound, in order of numbers
 * @verdict: (out): what was found
 *
 * Reads the whole book in one state of it and computes every hash again; ends with the first entry
 * that is not what was recorded.
 *
 * Returns: whether the book could be read to that point; the verdict says whether it is sound.
 */
gboolean
daybook_event_store_replay (DaybookEventStore    *self,
                            DaybookEntryFunc      func,
                            gpointer              func_data,
                            DaybookVerdict       *verdict,
                            DaybookProgressFunc   progress,
                            gpointer              progress_data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  return DAYBOOK_EVENT_STORE_GET_IFACE (self)->replay (self, func, func_data, verdict, progress,
                                                       progress_data, cancellable, error);
}

/**
 * daybook_event_store_verify:
 * @verdict: (out): what was found
 *
 * Replays the book for nothing but the verdict.
 *
 * Returns: whether the book could be read; the verdict says whether it is sound.
 */
gboolean
daybook_event_store_verify (DaybookEventStore    *self,
                            DaybookVerdict       *verdict,
                            DaybookProgressFunc   progress,
                            gpointer              user_data,
                            GCancellable         *cancellable,
                            GError              **error)
{
  return daybook_event_store_replay (self, NULL, NULL, verdict, progress, user_data, cancellable,
                                     error);
}

/**
 * daybook_entry_query_matches:
 *
 * Returns: whether @entry is what @query describes.
 */
gboolean
daybook_entry_query_matches (const DaybookEntryQuery *query,
                             const DaybookEntry      *entry)
{
  return (query->id == NULL || memcmp (query->id, entry->id, DAYBOOK_ID_SIZE) == 0) &&
         (query->command_id == NULL || strcmp (query->command_id, entry->command_id) == 0) &&
         (query->correlation == NULL || strcmp (query->correlation, entry->correlation) == 0) &&
         (query->causation == NULL || g_strcmp0 (query->causation, entry->causation) == 0) &&
         (query->actor == NULL || strcmp (query->actor, entry->actor) == 0) &&
         (query->recorded_from == 0 || entry->recorded_at >= query->recorded_from) &&
         (query->recorded_before == 0 || entry->recorded_at < query->recorded_before);
}

/**
 * daybook_entry_sieve:
 * @sieve: a #DaybookEntrySieve
 *
 * A #DaybookEntryFunc. Goes on to the end for what is not let through.
 *
 * Returns: whether to go on.
 */
gboolean
daybook_entry_sieve (const DaybookEntry  *entry,
                     guint64              version,
                     gpointer             sieve,
                     GError             **error)
{
  const DaybookEntrySieve *self = sieve;

  return !daybook_entry_query_matches (self->query, entry) ||
         self->func (entry, version, self->user_data, error);
}

static void
clear_expectation (gpointer data)
{
  g_free (((DaybookExpectation *) data)->key);
}

/**
 * daybook_expectations_new:
 *
 * Returns: (transfer full) (element-type DaybookExpectation): a list for #DaybookAppend.
 */
GArray *
daybook_expectations_new (void)
{
  GArray *expectations = g_array_new (FALSE, FALSE, sizeof (DaybookExpectation));

  g_array_set_clear_func (expectations, clear_expectation);

  return expectations;
}

/**
 * daybook_expectations_add:
 * @key: copied
 */
void
daybook_expectations_add (GArray            *expectations,
                          DaybookStreamKind  kind,
                          const char        *key,
                          guint64            version)
{
  DaybookExpectation expectation = { kind, g_strdup (key), version };

  g_array_append_val (expectations, expectation);
}

/**
 * daybook_append_get_correlation:
 *
 * Returns: (nullable): the correlation as it is stored: %NULL if it is the command's own id, so
 *   that nothing is written twice.
 */
const char *
daybook_append_get_correlation (const DaybookAppend *append)
{
  return g_strcmp0 (append->correlation, append->command_id) != 0 ? append->correlation : NULL;
}

/**
 * daybook_id_to_text:
 * @text: (out): receives the id as RFC 9562 writes a UUID
 */
void
daybook_id_to_text (const guint8 id[DAYBOOK_ID_SIZE],
                    char         text[DAYBOOK_ID_TEXT_LENGTH])
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < DAYBOOK_ID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *text++ = '-';
      *text++ = digits[id[i] >> 4];
      *text++ = digits[id[i] & 15];
    }
  *text = '\0';
}

/**
 * daybook_id_from_text:
 * @id: (out): the id that @text writes; untouched if it writes none
 *
 * Returns: whether @text is a UUID as RFC 9562 writes it, in either case.
 */
gboolean
daybook_id_from_text (const char *text,
                      guint8      id[DAYBOOK_ID_SIZE])
{
  guint8 bytes[DAYBOOK_ID_SIZE];

  if (strlen (text) != DAYBOOK_ID_TEXT_LENGTH - 1)
    return FALSE;

  for (guint i = 0; i < DAYBOOK_ID_SIZE; i++)
    {
      if ((i == 4 || i == 6 || i == 8 || i == 10) && *text++ != '-')
        return FALSE;
      if (!g_ascii_isxdigit (text[0]) || !g_ascii_isxdigit (text[1]))
        return FALSE;
      bytes[i] = (guint8) (g_ascii_xdigit_value (text[0]) * 16 + g_ascii_xdigit_value (text[1]));
      text += 2;
    }

  memcpy (id, bytes, DAYBOOK_ID_SIZE);
  return TRUE;
}
