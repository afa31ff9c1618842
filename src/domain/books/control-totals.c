/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Control totals: what is owed against what there is, for each currency by itself. */

#include "books/control-totals.h"

#include <string.h>

#include "accounts/account-events.h"
#include "refusal.h"

/**
 * daybook_control_new:
 *
 * Returns: (transfer full) (element-type DaybookControlTotal): no totals yet; in order of codes.
 */
GArray *
daybook_control_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DaybookControlTotal));
}

static DaybookControlTotal *
get_total (GArray          *totals,
           DaybookCurrency  currency)
{
  DaybookControlTotal fresh = { .currency = currency };
  guint i = 0;

  while (i < totals->len &&
         strcmp (g_array_index (totals, DaybookControlTotal, i).currency.code, currency.code) < 0)
    i++;
  if (i == totals->len ||
      !daybook_currency_equal (g_array_index (totals, DaybookControlTotal, i).currency, currency))
    g_array_insert_val (totals, i, fresh);

  return &g_array_index (totals, DaybookControlTotal, i);
}

/* On the way, a sum may leave 64 bits and come back: entries stand in the order in which they were
 * recorded. */
static void
add (gint64 *sum,
     int    *beyond,
     gint64  amount)
{
  if (__builtin_add_overflow (*sum, amount, sum))
    *beyond += amount > 0 ? 1 : -1;
}

/**
 * daybook_control_add:
 * @totals: (element-type DaybookControlTotal): receives what the entry moved
 * @until: what counts for a later day is left out
 *
 * Both sides are added by themselves: what the accounts gain or lose by the accounts that are
 * named, what there is in cash and in the bank by the method. That they agree is not assumed.
 */
void
daybook_control_add (GArray             *totals,
                     const DaybookEvent *event,
                     DaybookDate         until)
{
  DaybookMovement movement = { 0 };
  DaybookControlTotal *total;
  gboolean in;

  if (event->value_date > until || !daybook_event_get_movement (event, &movement))
    return;

  total = get_total (totals, movement.currency);
  in = daybook_account_number_is_set (&movement.to);
  if (in)
    add (&total->accounts, &total->beyond[0], movement.amount);
  if (daybook_account_number_is_set (&movement.from))
    add (&total->accounts, &total->beyond[0], -movement.amount);
  if (movement.method == DAYBOOK_METHOD_CASH)
    add (&total->cash, &total->beyond[1], in ? movement.amount : -movement.amount);
  if (movement.method == DAYBOOK_METHOD_BANK)
    add (&total->bank, &total->beyond[2], in ? movement.amount : -movement.amount);
}

/**
 * daybook_control_check:
 * @totals: (element-type DaybookControlTotal): of a book, or a part of it
 *
 * Rules 12, 31 and 34.
 *
 * Returns: whether what is owed is what there is in every currency; else a refusal in @error.
 */
gboolean
daybook_control_check (GArray  *totals,
                       GError **error)
{
  for (guint i = 0; i < totals->len; i++)
    {
      const DaybookControlTotal *total = &g_array_index (totals, DaybookControlTotal, i);
      gint64 methods = 0;

      if (total->beyond[0] != 0 || total->beyond[1] != 0 || total->beyond[2] != 0 ||
          !daybook_minor_add (total->cash, total->bank, &methods))
        return daybook_refuse (error, DAYBOOK_REFUSAL_TOTALS_TOO_LARGE,
                               .currency = total->currency);
      if (total->accounts != methods)
        return daybook_refuse (error, DAYBOOK_REFUSAL_TOTALS_DIFFER, .amount = total->accounts,
                               .available = methods, .currency = total->currency);
    }

  return TRUE;
}

/**
 * daybook_control_format:
 * @totals: (element-type DaybookControlTotal): none of them too large
 *
 * Returns: (transfer full) (nullable): the totals as they stand in the book:
 *   `EUR 1234.00 = 234.00 cash + 1000.00 bank; JPY 500 = 500 cash + 0 bank`; %NULL for none.
 */
char *
daybook_control_format (GArray *totals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < totals->len; i++)
    {
      const DaybookControlTotal *total = &g_array_index (totals, DaybookControlTotal, i);
      char accounts[DAYBOOK_DECIMAL_LENGTH], cash[DAYBOOK_DECIMAL_LENGTH];
      char bank[DAYBOOK_DECIMAL_LENGTH];

      daybook_minor_format (total->accounts, total->currency, accounts);
      daybook_minor_format (total->cash, total->currency, cash);
      daybook_minor_format (total->bank, total->currency, bank);
      g_string_append_printf (text, "%s%s %s = %s cash + %s bank", i > 0 ? "; " : "",
                              total->currency.code, accounts, cash, bank);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static gboolean
parse_amount (const char      *text,
              DaybookCurrency  currency,
              gint64          *amount)
{
  DaybookDecimal decimal;

  return daybook_decimal_parse (text, &decimal, NULL) &&
         daybook_decimal_to_minor (decimal, currency, amount, NULL);
}

static gboolean
parse_total (const char          *text,
             DaybookControlTotal *total)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words) == 8 && strcmp (words[2], "=") == 0 &&
         strcmp (words[4], "cash") == 0 && strcmp (words[5], "+") == 0 &&
         strcmp (words[7], "bank") == 0 && daybook_currency_parse (words[0], &total->currency) &&
         parse_amount (words[1], total->currency, &total->accounts) &&
         parse_amount (words[3], total->currency, &total->cash) &&
         parse_amount (words[6], total->currency, &total->bank);
}

/**
 * daybook_control_parse:
 * @text: (nullable): what daybook_control_format() gave
 *
 * Returns: (transfer full) (nullable) (element-type DaybookControlTotal): the totals; %NULL if
 *   @text is no such thing.
 */
GArray *
daybook_control_parse (const char *text)
{
  g_autoptr (GArray) totals = daybook_control_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      DaybookControlTotal total = { 0 };

      if (!parse_total (parts[i], &total))
        return NULL;
      g_array_append_val (totals, total);
    }

  return g_steal_pointer (&totals);
}
