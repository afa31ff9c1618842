/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was held from day to day: the control totals of one currency, one after the other. */

#include "read-model/control.h"

const char daybook_held_days_sql[] =
  "SELECT * FROM control WHERE value_date <= ?1 AND currency = ?2 ORDER BY value_date";

static void
add_day (GArray                   *days,
         DaybookDate               date,
         DaybookSum                held,
         const DaybookControlSums *sums)
{
  DaybookHeldDay day = { .date = date };

  day.held = daybook_sum_clamp (held, &day.too_large);
  day.money_in = daybook_sum_clamp (sums->paid_in, &day.too_large);
  day.money_out = daybook_sum_clamp (sums->paid_in - sums->accounts, &day.too_large);
  g_array_append_val (days, day);
}

/**
 * daybook_held_series:
 * @stmt: `daybook_held_days_sql`, the last day and the currency bound
 * @days: (element-type DaybookHeldDay): receives @from, and each later day on which money moved
 *
 * Returns: whether they could be read.
 */
gboolean
daybook_held_series (sqlite3_stmt  *stmt,
                     DaybookDate    from,
                     GArray        *days,
                     GError       **error)
{
  static const DaybookControlSums nothing = { 0 };
  DaybookSum held = 0;

  for (;;)
    {
      DaybookControlDay day;
      gboolean row;

      if (!daybook_control_step (stmt, &row, &day, error))
        return FALSE;
      if (days->len == 0 && (!row || day.date > from))
        add_day (days, from, held, &nothing);
      if (!row)
        return TRUE;

      held += day.sums.accounts;
      if (day.date >= from)
        add_day (days, day.date, held, &day.sums);
    }
}
