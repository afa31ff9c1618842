/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods: days that are closed for good, sealed, and the lock that keeps them so. */

#include "books/periods.h"

#include "books/control-totals.h"
#include "books/seal.h"
#include "refusal.h"

/**
 * daybook_book_check_lock:
 * @events: (element-type DaybookEvent): what is about to be recorded
 *
 * Rule 32: whatever was decided and by whom, nothing counts for a day of a closed period.
 *
 * Returns: whether all of it counts for open days; else a refusal in @error.
 */
gboolean
daybook_book_check_lock (const DaybookBook  *book,
                         GPtrArray          *events,
                         GError            **error)
{
  DaybookDate closed_until = daybook_book_get_closed_until (book);

  for (guint i = 0; i < events->len; i++)
    if (((const DaybookEvent *) g_ptr_array_index (events, i))->value_date <= closed_until)
      return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD,
                             .field = "on", .date = closed_until);

  return TRUE;
}

/**
 * daybook_book_check_closing:
 *
 * Rule 30. What can be said before all entries are read.
 *
 * Returns: whether the command names a period that can be closed; else a refusal in @error.
 */
gboolean
daybook_book_check_closing (const DaybookBook         *book,
                            const DaybookClosePeriod  *command,
                            const DaybookContext      *context,
                            GError                   **error)
{
  DaybookDate closed_until = daybook_book_get_closed_until (book);

  if (command->until == DAYBOOK_DATE_NONE)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "until");
  if (command->until >= context->today)
    return daybook_refuse (error, DAYBOOK_REFUSAL_PERIOD_NOT_OVER,
                           .field = "until", .date = context->today);

  return command->until > closed_until ||
         daybook_refuse (error, DAYBOOK_REFUSAL_PERIOD_ALREADY_CLOSED,
                         .field = "until", .date = closed_until);
}

/**
 * daybook_book_decide_close:
 * @totals: (element-type DaybookControlTotal): of all entries up to the period's last day
 * @head: the number of the book's last entry
 * @hash: its hash in the chain
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 30 and 31.
 *
 * Returns: whether the period can be closed; else a refusal in @error.
 */
gboolean
daybook_book_decide_close (const DaybookBook         *book,
                           GArray                    *totals,
                           guint64                    head,
                           const guint8              *hash,
                           const DaybookClosePeriod  *command,
                           const DaybookContext      *context,
                           GPtrArray                 *events,
                           GError                   **error)
{
  DaybookPeriodClosed *closed;
  char seal[DAYBOOK_SEAL_LENGTH];

  if (!daybook_book_check_closing (book, command, context, error) ||
      !daybook_control_check (totals, error))
    return FALSE;

  daybook_seal_make (hash, seal);
  closed = daybook_record_new (&daybook_period_closed);
  closed->event.value_date = context->today;
  closed->until = command->until;
  closed->totals = daybook_control_format (totals);
  closed->sealed = head;
  closed->seal = g_strdup (seal);
  g_ptr_array_add (events, closed);

  return TRUE;
}

/**
 * daybook_book_decide_reopen:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rule 33.
 *
 * Returns: whether the period can be opened again; else a refusal in @error.
 */
gboolean
daybook_book_decide_reopen (const DaybookBook          *book,
                            const DaybookReopenPeriod  *command,
                            const DaybookContext       *context,
                            GPtrArray                  *events,
                            GError                    **error)
{
  const DaybookClosing *latest = daybook_book_get_latest (book);
  DaybookPeriodReopened *reopened;

  if (latest == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_NO_PERIOD_CLOSED, .field = "until");
  if (command->until != DAYBOOK_DATE_NONE && command->until != latest->until)
    return daybook_refuse (error, DAYBOOK_REFUSAL_PERIOD_NOT_LATEST,
                           .field = "until", .date = latest->until);
  if (command->reason == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "reason");

  reopened = daybook_record_new (&daybook_period_reopened);
  reopened->event.value_date = context->today;
  reopened->until = latest->until;
  reopened->reason = g_strdup (command->reason);
  g_ptr_array_add (events, reopened);

  return TRUE;
}
