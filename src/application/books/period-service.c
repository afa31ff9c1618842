/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about periods.
 *
 * Closing one reads every entry of the book: totals and seal are to rest on facts, not on figures
 * that were worked out before. What it decides holds only while no entry is recorded meanwhile. */

#include "books/period-service.h"

#include <string.h>

#include "books/control-totals.h"
#include "books/periods.h"

typedef struct
{
  GArray *totals;
  DaybookDate until;
  guint64 head;
  guint8 hash[DAYBOOK_HASH_SIZE];
} Reading;

static gboolean
add_entry (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  Reading *reading = user_data;

  daybook_control_add (reading->totals, entry->event, reading->until);
  reading->head = entry->position;
  memcpy (reading->hash, entry->hash, DAYBOOK_HASH_SIZE);
  return TRUE;
}

/**
 * daybook_period_service_close:
 *
 * A #DaybookHandler for #DaybookClosePeriod.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_period_service_close (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookClosePeriod *closing = (const DaybookClosePeriod *) command;
  DaybookEventStore *store = daybook_repository_get_store (repository);
  g_autoptr (GArray) totals = daybook_control_new ();
  Reading reading = { .totals = totals, .until = closing->until };
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (repository, &version, error);
  if (book == NULL || !daybook_book_check_closing (book, closing, context, error) ||
      !daybook_event_store_read_all (store, 0, add_entry, &reading, error))
    return FALSE;

  daybook_expectations_add (decision->expectations, DAYBOOK_STREAM_NONE, "", reading.head);

  return daybook_book_decide_close (book, totals, reading.head, reading.hash, closing, context,
                                    decision->events, error);
}

/**
 * daybook_period_service_reopen:
 *
 * A #DaybookHandler for #DaybookReopenPeriod.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_period_service_reopen (DaybookRepository     *repository,
                               const DaybookCommand  *command,
                               const DaybookContext  *context,
                               DaybookDecision       *decision,
                               GError               **error)
{
  guint64 version;
  const DaybookBook *book = daybook_repository_get_book (repository, &version, error);

  return book != NULL &&
         daybook_book_decide_reopen (book, (const DaybookReopenPeriod *) command, context,
                                     decision->events, error);
}
