/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about the book as a whole and its periods. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "books/book-records.h"
#include "books/control-totals.h"
#include "books/period-records.h"
#include "date-text.h"
#include "entry-words.h"
#include "money-text.h"

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
  return g_strdup_printf (_("Book “%1$s” started in %2$s"), started->name,
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
  return g_strdup_printf (_("Book renamed to “%s”"), ((const DaybookBookRenamed *) event)->name);
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
  return g_strdup_printf (_("Currency %s added to the book"),
                          ((const DaybookCurrencyAdded *) event)->currency.code);
}

static char *
say_total (const DaybookControlTotal *total)
{
  g_autofree char *accounts = daybook_money_text_code (total->accounts, total->currency);
  g_autofree char *cash = daybook_money_text_code (total->cash, total->currency);
  g_autofree char *bank = daybook_money_text_code (total->bank, total->currency);

  /* Translators: control totals, three amounts of one currency. */
  return g_strdup_printf (_("%1$s in all accounts, %2$s in cash and %3$s in the bank"), accounts,
                          cash, bank);
}

/* All control totals, as a list; NULL where there are none. */
static char *
list_totals (const char *text)
{
  g_autoptr (GArray) totals = text != NULL ? daybook_control_parse (text) : NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      g_autofree char *total = say_total (&g_array_index (totals, DaybookControlTotal, i));
      g_autofree char *before = g_steal_pointer (&list);

      if (before == NULL)
        list = g_steal_pointer (&total);
      else
        /* Translators: control totals of one or more currencies, and of one more. */
        list = g_strdup_printf (C_ ("totals", "%1$s; %2$s"), before, total);
    }

  return g_steal_pointer (&list);
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
  g_autofree char *totals = list_totals (closed->totals);

  /* Translators: a day; a seal, such as “7KQM-4T9X-2WHC-R8ZN”. */
  return daybook_with_remark (g_strdup_printf (_("Period up to %1$s closed, seal %2$s"), until,
                                               closed->seal), totals);
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
  return daybook_with_remark (g_strdup_printf (_("Period up to %s reopened"), until),
                              reopened->reason);
}
