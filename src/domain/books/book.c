/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The book: everything that one organisation keeps. */

#include "books/book.h"

#include "refusal.h"

static void
clear_closing (gpointer data)
{
  DaybookClosing *closing = data;

  g_free (closing->totals);
  g_free (closing->seal);
}

/**
 * daybook_book_new:
 *
 * Returns: (transfer full): a book that was not started yet.
 */
DaybookBook *
daybook_book_new (void)
{
  DaybookBook *book = g_new0 (DaybookBook, 1);

  book->currencies = g_array_new (FALSE, FALSE, sizeof (DaybookCurrency));
  book->closings = g_array_new (FALSE, FALSE, sizeof (DaybookClosing));
  g_array_set_clear_func (book->closings, clear_closing);

  return book;
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
  g_array_append_vals (copy->currencies, book->currencies->data, book->currencies->len);
  for (guint i = 0; i < book->closings->len; i++)
    {
      DaybookClosing closing = g_array_index (book->closings, DaybookClosing, i);

      closing.totals = g_strdup (closing.totals);
      closing.seal = g_strdup (closing.seal);
      g_array_append_val (copy->closings, closing);
    }

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
  g_array_unref (book->currencies);
  g_array_unref (book->closings);
  g_free (book);
}

/**
 * daybook_book_has_currency:
 *
 * Returns: whether it is the home currency or was taken on since.
 */
gboolean
daybook_book_has_currency (const DaybookBook *book,
                           DaybookCurrency    currency)
{
  gboolean found = daybook_currency_equal (book->currency, currency);

  for (guint i = 0; book->currencies != NULL && i < book->currencies->len && !found; i++)
    found = daybook_currency_equal (g_array_index (book->currencies, DaybookCurrency, i),
                                    currency);

  return found;
}

/* The latest period that is still closed. */
static DaybookClosing *
find_latest (const DaybookBook *book)
{
  for (guint i = book->closings->len; i > 0; i--)
    {
      DaybookClosing *closing = &g_array_index (book->closings, DaybookClosing, i - 1);

      if (!closing->reopened)
        return closing;
    }

  return NULL;
}

/**
 * daybook_book_get_latest:
 *
 * Returns: (nullable): the latest period that is closed; %NULL if none is.
 */
const DaybookClosing *
daybook_book_get_latest (const DaybookBook *book)
{
  return find_latest (book);
}

/**
 * daybook_book_get_closed_until:
 *
 * Returns: the last day of the latest closed period, %DAYBOOK_DATE_NONE if none is.
 */
DaybookDate
daybook_book_get_closed_until (const DaybookBook *book)
{
  const DaybookClosing *latest = find_latest (book);

  return latest != NULL ? latest->until : DAYBOOK_DATE_NONE;
}

static gboolean
evolve_started (DaybookBook              *book,
                const DaybookBookStarted *started)
{
  if (book->name != NULL)
    return FALSE;

  book->name = g_strdup (started->name);
  book->currency = started->currency;
  book->time_zone = g_strdup (started->time_zone);
  return TRUE;
}

static gboolean
evolve_closed (DaybookBook               *book,
               const DaybookPeriodClosed *closed)
{
  DaybookClosing closing = { .until = closed->until, .sealed = closed->sealed };

  if (closed->until <= daybook_book_get_closed_until (book))
    return FALSE;

  closing.totals = g_strdup (closed->totals);
  closing.seal = g_strdup (closed->seal);
  g_array_append_val (book->closings, closing);
  return TRUE;
}

static gboolean
evolve_reopened (DaybookBook                 *book,
                 const DaybookPeriodReopened *reopened)
{
  DaybookClosing *latest = find_latest (book);

  if (latest == NULL || latest->until != reopened->until)
    return FALSE;

  latest->reopened = TRUE;
  return TRUE;
}

/**
 * daybook_book_evolve:
 *
 * Returns: whether @event can follow on @book. It cannot only where the book is damaged.
 */
gboolean
daybook_book_evolve (DaybookBook        *book,
                     const DaybookEvent *event)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_book_started)
    return evolve_started (book, (const DaybookBookStarted *) event);
  if (book->name == NULL)
    return FALSE;
  if (schema == &daybook_period_closed)
    return evolve_closed (book, (const DaybookPeriodClosed *) event);
  if (schema == &daybook_period_reopened)
    return evolve_reopened (book, (const DaybookPeriodReopened *) event);

  if (schema == &daybook_book_renamed)
    {
      g_free (book->name);
      book->name = g_strdup (((const DaybookBookRenamed *) event)->name);
      return TRUE;
    }
  if (schema == &daybook_currency_added &&
      !daybook_book_has_currency (book, ((const DaybookCurrencyAdded *) event)->currency))
    {
      g_array_append_val (book->currencies, ((const DaybookCurrencyAdded *) event)->currency);
      return TRUE;
    }

  return FALSE;
}

/**
 * daybook_book_reads_alike:
 *
 * Amounts are whole numbers of minor units, so a book says how many decimals each of its currencies
 * has. A program that took ISK to have none would take every amount of a book that gives it two for
 * a hundred times as much.
 *
 * Returns: whether this program gives the currency that @event takes on, if it does that, the
 *   decimals that the book gives it.
 */
gboolean
daybook_book_reads_alike (const DaybookEvent *event)
{
  const DaybookBookStarted *started = (const DaybookBookStarted *) event;
  const DaybookCurrencyAdded *added = (const DaybookCurrencyAdded *) event;

  if (event->record.schema == &daybook_book_started)
    return started->decimals == daybook_currency_decimals (started->currency);
  if (event->record.schema == &daybook_currency_added)
    return added->decimals == daybook_currency_decimals (added->currency);

  return TRUE;
}

/**
 * daybook_book_add_currency:
 *
 * Returns: (transfer full): the event that the book takes a currency on.
 */
DaybookEvent *
daybook_book_add_currency (DaybookCurrency currency,
                           DaybookDate     date)
{
  DaybookCurrencyAdded *added = daybook_record_new (&daybook_currency_added);

  added->event.value_date = date;
  added->currency = currency;
  added->decimals = daybook_currency_decimals (currency);

  return &added->event;
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

/**
 * daybook_book_decide_rename:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Returns: whether the book can be called so; else a refusal in @error.
 */
gboolean
daybook_book_decide_rename (const DaybookBook        *book,
                            const DaybookRenameBook  *command,
                            const DaybookContext     *context,
                            GPtrArray                *events,
                            GError                  **error)
{
  DaybookBookRenamed *renamed;

  if (command->name == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "name");
  if (g_strcmp0 (command->name, book->name) == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_NOTHING_CHANGES, .field = "name");

  renamed = daybook_record_new (&daybook_book_renamed);
  renamed->event.value_date = context->today;
  renamed->name = g_strdup (command->name);
  g_ptr_array_add (events, renamed);

  return TRUE;
}
