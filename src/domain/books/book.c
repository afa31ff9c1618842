/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book: everything that one organisation keeps. */

#include "books/book.h"

#include "refusal.h"

/**
 * daybook_book_new:
 *
 * Returns: (transfer full): a book that was not started yet.
 */
DaybookBook *
daybook_book_new (void)
{
  return g_new0 (DaybookBook, 1);
}

/**
 * daybook_book_copy:
 *
 * Returns: (transfer full): a deep copy.
 */
DaybookBook *
daybook_book_copy (const DaybookBook *book)
{
  DaybookBook *copy = daybook_book_new ();

  copy->name = g_strdup (book->name);
  copy->currency = book->currency;
  copy->time_zone = g_strdup (book->time_zone);

  return copy;
}

/**
 * daybook_book_free:
 * @book: (nullable) (transfer full):
 */
void
daybook_book_free (DaybookBook *book)
{
  if (book == NULL)
    return;

  g_free (book->name);
  g_free (book->time_zone);
  g_free (book);
}

/**
 * daybook_book_evolve:
 *
 * Returns: whether @event can follow on @book.
 */
gboolean
daybook_book_evolve (DaybookBook        *book,
                     const DaybookEvent *event)
{
  const DaybookBookStarted *started = (const DaybookBookStarted *) event;

  if (event->record.schema != &daybook_book_started || book->name != NULL)
    return FALSE;

  book->name = g_strdup (started->name);
  book->currency = started->currency;
  book->time_zone = g_strdup (started->time_zone);

  return TRUE;
}

/**
 * daybook_book_decide_start:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Returns: whether the book can be started; else a refusal in @error.
 */
gboolean
daybook_book_decide_start (const DaybookBook     *book,
                           const DaybookStart    *command,
                           const DaybookContext  *context,
                           GPtrArray             *events,
                           GError               **error)
{
  DaybookBookStarted *started;

  if (book->name != NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED, .text = book->name);
  if (command->name == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "name");
  if (command->currency.code[0] == '\0')
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "currency");

  started = daybook_record_new (&daybook_book_started);
  started->event.value_date = context->today;
  started->name = g_strdup (command->name);
  started->currency = command->currency;
  started->decimals = daybook_currency_decimals (command->currency);
  started->time_zone = g_strdup (command->time_zone != NULL ? command->time_zone : "UTC");
  g_ptr_array_add (events, started);

  return TRUE;
}
