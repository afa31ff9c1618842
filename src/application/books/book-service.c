/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases of the book itself. */

#include "books/book-service.h"

#include "refusal.h"

/**
 * daybook_book_service_start:
 *
 * A #DaybookHandler for #DaybookStart.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_book_service_start (DaybookRepository     *repository,
                            const DaybookCommand  *command,
                            const DaybookContext  *context,
                            DaybookDecision       *decision,
                            GError               **error)
{
  const DaybookStart *start = (const DaybookStart *) command;
  const DaybookBook *book;
  guint64 version;

  book = daybook_repository_get_book (repository, &version, error);
  if (book == NULL)
    return FALSE;

  if (start->time_zone != NULL)
    {
      /* The list of time zones is not the domain's to know. */
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (start->time_zone);

      if (zone == NULL)
        return daybook_refuse (error, DAYBOOK_REFUSAL_TIME_ZONE_UNKNOWN,
                               .field = "time_zone", .text = start->time_zone);
    }

  return daybook_book_decide_start (book, start, context, decision->events, error);
}

/**
 * daybook_book_service_rename:
 *
 * A #DaybookHandler for #DaybookRenameBook.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_book_service_rename (DaybookRepository     *repository,
                             const DaybookCommand  *command,
                             const DaybookContext  *context,
                             DaybookDecision       *decision,
                             GError               **error)
{
  guint64 version;
  const DaybookBook *book = daybook_repository_get_book (repository, &version, error);

  return book != NULL &&
         daybook_book_decide_rename (book, (const DaybookRenameBook *) command, context,
                                     decision->events, error);
}
