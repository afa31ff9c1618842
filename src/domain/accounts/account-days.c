/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of an account.
 *
 * They are kept because a backdated entry changes every balance after it, and each of them must be
 * covered (rule 23) and fit (rule 12): a year of entries is at most 366 days, however many there
 * are. What is held and what must stay is kept beside what there is, since neither is available.
 * An account's first day is the one it was opened on, so that each day an entry may count for has
 * one at or before it. */

#include "accounts/account-days.h"

static DaybookDay *
get_day (const DaybookAccount *account,
         guint                 index)
{
  return &g_array_index (account->days, DaybookDay, index);
}

/* Returns where the first day after @date stands among the days. */
static guint
find_day_after (const DaybookAccount *account,
                DaybookDate           date)
{
  guint i = account->days->len;

  while (i > 0 && get_day (account, i - 1)->date > date)
    i--;

  return i;
}

/**
 * daybook_account_get_standing:
 *
 * Returns: how the account stands at the end of @date, as a day of its own. Where no day is known
 *   (a form knows no more than what there is now), what there is now counts for all of them.
 */
DaybookDay
daybook_account_get_standing (const DaybookAccount *account,
                              DaybookDate           date)
{
  guint next = find_day_after (account, date);
  DaybookDay day = { 0 };

  if (next > 0)
    day = *get_day (account, next - 1);
  else if (account->days->len == 0)
    day = (DaybookDay) { .balance = account->balance, .held = account->held,
                         .limits = account->limits };

  if (day.date != date)
    day.withdrawn = 0;
  day.date = date;
  day.highest = day.lowest = day.balance;
  return day;
}

/**
 * daybook_account_available_of:
 *
 * Returns: balance − holds − minimum balance + overdraft limit at the end of @day, in minor units;
 *   more than 64 bits is "all there is".
 */
gint64
daybook_account_available_of (const DaybookDay *day)
{
  return daybook_minor_add_clamped (daybook_minor_add_clamped (day->balance, -day->held),
                                    day->limits.overdraft - day->limits.minimum);
}

/**
 * daybook_account_find_least:
 * @needed: minor units
 * @first: (out): the first day from @from on at whose end less than @needed is available
 *
 * Rule 23.
 *
 * Returns: whether there is such a day.
 */
gboolean
daybook_account_find_least (const DaybookAccount *account,
                            DaybookDate           from,
                            gint64                needed,
                            DaybookDay           *first)
{
  *first = daybook_account_get_standing (account, from);
  for (guint next = find_day_after (account, from);
       daybook_account_available_of (first) >= needed; next++)
    {
      if (next == account->days->len)
        return FALSE;

      *first = *get_day (account, next);
    }

  return TRUE;
}

static gboolean
is_short (const DaybookDay     *day,
          const DaybookAccount *before)
{
  const DaybookDay there = daybook_account_get_standing (before, day->date);
  gint64 available = daybook_account_available_of (day);

  return available < 0 && available < daybook_account_available_of (&there);
}

/**
 * daybook_account_find_shortfall:
 * @before: the account as it was
 * @first: (out): the first day from @from on at whose end less than nothing is available, and less
 *   than before
 *
 * Less than nothing there can be before, too: closing pays out what should stay in an account, and
 * it may be opened again.
 *
 * Returns: whether there is such a day.
 */
gboolean
daybook_account_find_shortfall (const DaybookAccount *account,
                                const DaybookAccount *before,
                                DaybookDate           from,
                                DaybookDay           *first)
{
  *first = daybook_account_get_standing (account, from);
  for (guint next = find_day_after (account, from); !is_short (first, before); next++)
    {
      if (next == account->days->len)
        return FALSE;

      *first = *get_day (account, next);
    }

  return TRUE;
}

/**
 * daybook_account_fits:
 *
 * Rule 12: whether the balance keeps to 64 bits after each entry from the end of @date on, not only
 * at the end of each day, since people read what stands in between; and so what is held and what
 * was withdrawn.
 *
 * Returns: whether all sums fit.
 */
gboolean
daybook_account_fits (const DaybookAccount   *account,
                      DaybookDate             date,
                      const DaybookDayChange *change)
{
  DaybookDay day = daybook_account_get_standing (account, date);
  guint next = find_day_after (account, date);
  gint64 sum;
  gboolean fitting;

  fitting = daybook_minor_add (day.balance, change->net, &sum) &&
            daybook_minor_add (day.held, change->held, &sum) &&
            daybook_minor_add (day.withdrawn, change->withdrawn, &sum);
  for (; next < account->days->len && fitting; next++)
    {
      const DaybookDay *later = get_day (account, next);

      fitting = daybook_minor_add (change->net > 0 ? later->highest : later->lowest, change->net,
                                   &sum) &&
                daybook_minor_add (later->held, change->held, &sum);
    }

  return fitting;
}

/* Gives the day's place among the days; it is made if it has no entries yet. */
static guint
touch_day (DaybookAccount *account,
           DaybookDate     date)
{
  guint next = find_day_after (account, date);

  if (next == 0 || get_day (account, next - 1)->date != date)
    {
      DaybookDay day = daybook_account_get_standing (account, date);

      g_array_insert_val (account->days, next, day);
      next++;
    }

  return next - 1;
}

static void
raise_day (DaybookDay *day,
           gint64      net,
           gint64      held)
{
  day->balance += net;
  day->highest += net;
  day->lowest += net;
  day->held += held;
}

/**
 * daybook_account_change:
 *
 * Adds to what there is and to what is held from @date on.
 *
 * Returns: whether all sums fit; if not, nothing was changed.
 */
gboolean
daybook_account_change (DaybookAccount         *account,
                        DaybookDate             date,
                        const DaybookDayChange *change)
{
  DaybookDay *day;
  guint index;

  if (!daybook_account_fits (account, date, change))
    return FALSE;

  index = touch_day (account, date);
  day = get_day (account, index);
  day->balance += change->net;
  day->highest = MAX (day->highest, day->balance);
  day->lowest = MIN (day->lowest, day->balance);
  day->held += change->held;
  day->withdrawn += change->withdrawn;
  while (++index < account->days->len)
    raise_day (get_day (account, index), change->net, change->held);

  account->balance = get_day (account, index - 1)->balance;
  account->held = get_day (account, index - 1)->held;
  return TRUE;
}

/**
 * daybook_account_put_back:
 * @date: the value date of a withdrawal that was reversed
 *
 * Rule 15: what was reversed does not count as withdrawn.
 *
 * Returns: whether so much had been withdrawn on that day.
 */
gboolean
daybook_account_put_back (DaybookAccount *account,
                          DaybookDate     date,
                          gint64          amount)
{
  guint next = find_day_after (account, date);
  DaybookDay *day = next > 0 ? get_day (account, next - 1) : NULL;

  if (day == NULL || day->date != date || day->withdrawn < amount)
    return FALSE;

  day->withdrawn -= amount;
  return TRUE;
}

/**
 * daybook_account_set_limits:
 * @limits: none of them below zero
 *
 * Other limits hold from @date on.
 */
void
daybook_account_set_limits (DaybookAccount      *account,
                            DaybookDate          date,
                            const DaybookLimits *limits)
{
  account->limits = *limits;
  for (guint i = touch_day (account, date); i < account->days->len; i++)
    get_day (account, i)->limits = *limits;
}
