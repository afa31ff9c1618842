/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about the book as a whole and its periods. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "books/book-records.h"
#include "books/period-records.h"
#include "compose.h"
#include "date-text.h"
#include "entry-words.h"

/**
 * daybook_say_book_started:
 *
 * Returns: (transfer full): a #DaybookBookStarted as a sentence.
 */
char *
daybook_say_book_started (const DaybookEvent *event,
                          DaybookReadModel   *names)
{
  const DaybookBookStarted *started = (const DaybookBookStarted *) event;

  /* Translators: the book's name, the code of its currency. */
  return daybook_compose (_("Book “%1$s” started in %2$s"), started->name,
                          started->currency.code);
}

/**
 * daybook_say_book_renamed:
 *
 * Returns: (transfer full): a #DaybookBookRenamed as a sentence.
 */
char *
daybook_say_book_renamed (const DaybookEvent *event,
                          DaybookReadModel   *names)
{
  /* Translators: a book's new name. */
  return daybook_compose (_("Book renamed to “%s”"), ((const DaybookBookRenamed *) event)->name);
}

/**
 * daybook_say_currency_added:
 *
 * Returns: (transfer full): a #DaybookCurrencyAdded as a sentence.
 */
char *
daybook_say_currency_added (const DaybookEvent *event,
                            DaybookReadModel   *names)
{
  /* Translators: the code of a currency. */
  return daybook_compose (_("Currency %s added to the book"),
                          ((const DaybookCurrencyAdded *) event)->currency.code);
}

/**
 * daybook_say_period_closed:
 *
 * Returns: (transfer full): a #DaybookPeriodClosed as a sentence, with the seal and the totals that
 *   people are to keep on paper.
 */
char *
daybook_say_period_closed (const DaybookEvent *event,
                           DaybookReadModel   *names)
{
  const DaybookPeriodClosed *closed = (const DaybookPeriodClosed *) event;
  g_autofree char *until = daybook_date_text (closed->until);
  g_autofree char *totals = daybook_control_sentences (closed->totals);

  /* Translators: a day; a seal, such as “7KQM-4T9X-2WHC-R8ZN”. */
  return daybook_with_remark (daybook_compose (_("Period up to %1$s closed, seal %2$s"), until,
                                               closed->seal),
                              g_strdelimit (totals, "\n", ' '));
}

/**
 * daybook_say_period_reopened:
 *
 * Returns: (transfer full): a #DaybookPeriodReopened as a sentence.
 */
char *
daybook_say_period_reopened (const DaybookEvent *event,
                             DaybookReadModel   *names)
{
  const DaybookPeriodReopened *reopened = (const DaybookPeriodReopened *) event;
  g_autofree char *until = daybook_date_text (reopened->until);

  /* Translators: a day. */
  return daybook_with_remark (daybook_compose (_("Period up to %s reopened"), until),
                              reopened->reason);
}
