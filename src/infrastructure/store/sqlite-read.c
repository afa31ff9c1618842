/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From rows of a book file to entries. */

#include <string.h>

#include "codec/event-codec.h"
#include "store-error.h"
#include "store/sqlite-store-private.h"

static gboolean
copy_blob (sqlite3_stmt *stmt,
           int           column,
           guint8       *bytes,
           gsize         size)
{
  const void *blob = sqlite3_column_blob (stmt, column);

  if (blob == NULL || (gsize) sqlite3_column_bytes (stmt, column) != size)
    return FALSE;

  memcpy (bytes, blob, size);
  return TRUE;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL);
}

/* The texts belong to the statement until its next step; the event is the caller's. */
static DaybookEvent *
read_entry (sqlite3_stmt  *stmt,
            DaybookEntry  *entry,
            GError       **error)
{
  const char *type = daybook_sql_text (stmt, DAYBOOK_COLUMN_TYPE);
  const char *data = daybook_sql_text (stmt, DAYBOOK_COLUMN_DATA);
  const char *date = daybook_sql_text (stmt, DAYBOOK_COLUMN_VALUE_DATE);
  DaybookEvent *event;

  *entry = (DaybookEntry) {
    .position = sqlite3_column_int64 (stmt, DAYBOOK_COLUMN_POSITION),
    .recorded_at = sqlite3_column_int64 (stmt, DAYBOOK_COLUMN_RECORDED_AT),
    .actor = daybook_sql_text (stmt, DAYBOOK_COLUMN_ACTOR),
    .command_id = daybook_sql_text (stmt, DAYBOOK_COLUMN_COMMAND_ID),
    .correlation = daybook_sql_text (stmt, DAYBOOK_COLUMN_CORRELATION),
    .causation = daybook_sql_text (stmt, DAYBOOK_COLUMN_CAUSATION),
  };

  if (!is_text (type) || data == NULL || date == NULL || !is_text (entry->actor) ||
      !is_text (entry->command_id) || !is_text (entry->correlation) ||
      (entry->causation != NULL && !is_text (entry->causation)) ||
      !copy_blob (stmt, DAYBOOK_COLUMN_ID, entry->id, DAYBOOK_ID_SIZE) ||
      !copy_blob (stmt, DAYBOOK_COLUMN_HASH, entry->hash, DAYBOOK_HASH_SIZE))
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " is incomplete or no text", entry->position);
      return NULL;
    }

  event = daybook_event_decode (type, daybook_sqlite_get_type_version (stmt,
                                                                       DAYBOOK_COLUMN_TYPE_VERSION),
                                data, sqlite3_column_bytes (stmt, DAYBOOK_COLUMN_DATA), error);
  if (event == NULL)
    {
      g_prefix_error (error, "entry %" G_GUINT64_FORMAT ": ", entry->position);
      return NULL;
    }
  if (!daybook_date_parse (date, &event->value_date))
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_DAMAGED,
                   "entry %" G_GUINT64_FORMAT " has no value date", entry->position);
      daybook_record_free (event);
      return NULL;
    }

  entry->event = event;
  return event;
}

/**
 * daybook_sqlite_read_entries:
 * @stmt: gives the columns of %DAYBOOK_COLUMN_POSITION and following; is reset
 * @func: called for each row until it returns %FALSE
 *
 * Returns: whether all was well.
 */
gboolean
daybook_sqlite_read_entries (sqlite3_stmt      *stmt,
                             DaybookEntryFunc   func,
                             gpointer           user_data,
                             GError           **error)
{
  gboolean go_on = TRUE;

  while (go_on)
    {
      g_autoptr (GError) problem = NULL;
      DaybookEntry entry;
      DaybookEvent *event;
      gboolean row;

      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      event = read_entry (stmt, &entry, &problem);
      go_on = event != NULL &&
              func (&entry, sqlite3_column_int64 (stmt, DAYBOOK_COLUMN_VERSION), user_data,
                    &problem);
      daybook_record_free (event);

      if (problem != NULL)
        {
          sqlite3_reset (stmt);
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  sqlite3_reset (stmt);
  return TRUE;
}
