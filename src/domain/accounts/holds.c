/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds: money set aside for a reason. It stays in the balance (rule 18) and is not available until
 * the hold ends, once (rule 19): it is released, is captured or expires.
 *
 * People name a hold by the number of the entry that placed it. An account does not know entries'
 * numbers, so a hold has an id as well, and every event that ends it says both. That a hold has
 * not ended is that it still stands in the account's state.
 *
 * What ends a hold may be backdated, but not to before the hold: on no day can less than nothing be
 * held. Since no more is captured of a hold than it holds, a capture leaves every later day's
 * available at or above what it was: rule 23 needs no look at those days. */

#include "accounts/holds.h"

#include <string.h>

#include "accounts/account-evolve.h"
#include "accounts/account-rules.h"

/* Returns the hold's place among those that have not ended, or -1. */
static int
find_hold (const DaybookAccount *account,
           const char           *id)
{
  for (guint i = 0; i < account->holds->len; i++)
    if (strcmp (g_array_index (account->holds, DaybookHold, i).id, id) == 0)
      return (int) i;

  return -1;
}

/**
 * daybook_account_evolve_placed:
 *
 * Rules 17 and 18.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_placed (DaybookAccount     *account,
                               const DaybookEvent *event)
{
  const DaybookHoldPlaced *e = (const DaybookHoldPlaced *) event;
  const DaybookDayChange change = { .held = e->amount };
  DaybookHold hold = { .amount = e->amount, .value_date = event->value_date,
                       .expires = e->expires };

  if (e->amount <= 0 || find_hold (account, e->hold) >= 0 ||
      !daybook_account_change (account, event->value_date, &change))
    return FALSE;

  hold.id = g_strdup (e->hold);
  g_array_append_val (account->holds, hold);
  return TRUE;
}

/* @whole: all that the event says becomes of the hold: it must be all that was held. */
static gboolean
end_hold (DaybookAccount     *account,
          const DaybookEvent *event,
          const char         *id,
          gint64              whole,
          gint64              paid_out)
{
  const DaybookDayChange change = { .net = -paid_out, .held = -whole, .withdrawn = paid_out };
  int i = find_hold (account, id);

  if (i < 0 || g_array_index (account->holds, DaybookHold, i).amount != whole ||
      !daybook_account_change (account, event->value_date, &change))
    return FALSE;

  g_array_remove_index (account->holds, (guint) i);
  return TRUE;
}

/**
 * daybook_account_evolve_released:
 *
 * Rule 19.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_released (DaybookAccount     *account,
                                 const DaybookEvent *event)
{
  const DaybookHoldReleased *e = (const DaybookHoldReleased *) event;

  return end_hold (account, event, e->hold, e->amount, 0);
}

/**
 * daybook_account_evolve_captured:
 *
 * Rules 15 and 19: what is paid out of a hold is withdrawn too.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_captured (DaybookAccount     *account,
                                 const DaybookEvent *event)
{
  const DaybookHoldCaptured *e = (const DaybookHoldCaptured *) event;
  gint64 whole;

  return e->amount > 0 && e->released >= 0 && daybook_minor_add (e->amount, e->released, &whole) &&
         end_hold (account, event, e->hold, whole, e->amount);
}

/**
 * daybook_account_evolve_expired:
 *
 * Rules 19 and 20.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_expired (DaybookAccount     *account,
                                const DaybookEvent *event)
{
  const DaybookHoldExpired *e = (const DaybookHoldExpired *) event;

  return end_hold (account, event, e->hold, e->amount, 0);
}

/**
 * daybook_account_decide_hold:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 10 to 12, 14, 16, 17, 21 and 23: what is set aside must be available now and on every
 * day from the value date on, as if it were taken out.
 *
 * Returns: whether the money can be set aside; else a refusal in @error.
 */
gboolean
daybook_account_decide_hold (const DaybookAccount    *account,
                             const DaybookPlaceHold  *command,
                             const DaybookContext    *context,
                             GPtrArray               *events,
                             GError                 **error)
{
  DaybookDate date = day_or_today (command->on, context);
  DaybookDayChange change = { 0 };
  DaybookHoldPlaced *placed;
  gint64 amount;

  if (!daybook_account_check_amount (account, command->amount, &amount, error) ||
      !daybook_account_check_open_on (account, date, "account", context, error) ||
      !daybook_account_check_debit (account, amount, date, error))
    return FALSE;

  change.held = amount;
  if (!daybook_account_check_fits (account, &change, date, error))
    return FALSE;
  if (command->reason == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "reason");
  if (command->expires != DAYBOOK_DATE_NONE && command->expires < date)
    return daybook_refuse (error, DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD,
                           .field = "expires", .date = date);

  placed = daybook_record_new (&daybook_hold_placed);
  placed->event.value_date = date;
  placed->hold = g_strdup (context->new_id);
  placed->account = account->number;
  placed->amount = amount;
  placed->currency = account->currency;
  placed->reason = g_strdup (command->reason);
  placed->expires = command->expires;
  g_ptr_array_add (events, placed);

  return TRUE;
}

/* Rule 19. Gives the hold that the entry placed, if it can still end. */
static const DaybookHold *
find_open_hold (const DaybookAccount  *account,
                const DaybookEvent    *placed,
                guint64                entry,
                GError               **error)
{
  int i;

  if (placed->record.schema != &daybook_hold_placed)
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD, .field = "entry", .number = entry);
      return NULL;
    }

  i = find_hold (account, ((const DaybookHoldPlaced *) placed)->hold);
  if (i < 0)
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_HOLD_ENDED, .field = "entry", .number = entry);
      return NULL;
    }

  return &g_array_index (account->holds, DaybookHold, (guint) i);
}

/* Whether the hold can end on that day; @paid_out of it leaves the book. */
static gboolean
check_end (const DaybookAccount  *account,
           const DaybookHold     *hold,
           gint64                 paid_out,
           DaybookDate            date,
           const DaybookContext  *context,
           GError               **error)
{
  const DaybookDayChange change = { .net = -paid_out, .held = -hold->amount,
                                    .withdrawn = paid_out };

  if (!daybook_account_check_open_on (account, date, "entry", context, error))
    return FALSE;
  if (date < hold->value_date)
    return daybook_refuse (error, DAYBOOK_REFUSAL_DATE_BEFORE_HOLD,
                           .field = "on", .date = hold->value_date);

  return daybook_account_check_fits (account, &change, date, error);
}

/**
 * daybook_account_decide_release:
 * @account: (nullable): whose hold it is; %NULL only if @placed placed none
 * @placed: the event of the entry that the command names
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 19 and 21.
 *
 * Returns: whether the hold can be released; else a refusal in @error.
 */
gboolean
daybook_account_decide_release (const DaybookAccount  *account,
                                const DaybookEvent    *placed,
                                const DaybookRelease  *command,
                                const DaybookContext  *context,
                                GPtrArray             *events,
                                GError               **error)
{
  const DaybookHold *hold = find_open_hold (account, placed, command->entry, error);
  DaybookDate date = day_or_today (command->on, context);
  DaybookHoldReleased *released;

  if (hold == NULL || !check_end (account, hold, 0, date, context, error))
    return FALSE;

  released = daybook_record_new (&daybook_hold_released);
  released->event.value_date = date;
  released->entry = command->entry;
  released->hold = g_strdup (hold->id);
  released->account = account->number;
  released->amount = hold->amount;
  released->currency = account->currency;
  released->reason = g_strdup (command->reason);
  g_ptr_array_add (events, released);

  return TRUE;
}

/* Rules 10 to 12, and no more than was held: rule 14, since that is what is available for it. */
static gboolean
check_captured (const DaybookAccount  *account,
                const DaybookHold     *hold,
                DaybookDecimal         decimal,
                gint64                *amount,
                GError               **error)
{
  if (!daybook_decimal_is_given (decimal))
    {
      *amount = hold->amount;
      return TRUE;
    }
  if (!daybook_account_check_amount (account, decimal, amount, error))
    return FALSE;

  return *amount <= hold->amount ||
         daybook_refuse (error, DAYBOOK_REFUSAL_HOLD_TOO_SMALL, .field = "amount",
                         .amount = *amount, .available = hold->amount,
                         .currency = account->currency, .account = account->number.digits);
}

/**
 * daybook_account_decide_capture:
 * @account: (nullable): whose hold it is; %NULL only if @placed placed none
 * @placed: the event of the entry that the command names
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 10 to 12, 14, 19, 21 and 23.
 *
 * Returns: whether the money can be paid out; else a refusal in @error.
 */
gboolean
daybook_account_decide_capture (const DaybookAccount  *account,
                                const DaybookEvent    *placed,
                                const DaybookCapture  *command,
                                const DaybookContext  *context,
                                GPtrArray             *events,
                                GError               **error)
{
  const DaybookHold *hold = find_open_hold (account, placed, command->entry, error);
  DaybookDate date = day_or_today (command->on, context);
  DaybookHoldCaptured *captured;
  gint64 amount;

  if (hold == NULL || !check_captured (account, hold, command->amount, &amount, error) ||
      !check_end (account, hold, amount, date, context, error) ||
      !daybook_account_check_free (account, DAYBOOK_SIDE_DEBITS, "entry", error) ||
      !daybook_account_check_withdrawal (account, amount, date, error))
    return FALSE;

  captured = daybook_record_new (&daybook_hold_captured);
  captured->event.value_date = date;
  captured->entry = command->entry;
  captured->hold = g_strdup (hold->id);
  captured->account = account->number;
  captured->amount = amount;
  captured->released = hold->amount - amount;
  captured->currency = account->currency;
  captured->method = command->method ? command->method : DAYBOOK_METHOD_CASH;
  captured->memo = g_strdup (command->memo);
  g_ptr_array_add (events, captured);

  return TRUE;
}

/**
 * daybook_account_decide_expire:
 * @account: (nullable): whose hold it is; %NULL only if @placed placed none
 * @placed: the event of the entry that the command names
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 19, 20 and 21. On its expiry day a hold has expired; whenever that is noticed, it counts
 * for that day, unless its period is closed by then: then it counts for today.
 *
 * Returns: whether the hold has expired; else a refusal in @error.
 */
gboolean
daybook_account_decide_expire (const DaybookAccount  *account,
                               const DaybookEvent    *placed,
                               const DaybookExpire   *command,
                               const DaybookContext  *context,
                               GPtrArray             *events,
                               GError               **error)
{
  const DaybookHold *hold = find_open_hold (account, placed, command->entry, error);
  DaybookHoldExpired *expired;
  DaybookDate date;

  if (hold == NULL)
    return FALSE;
  if (hold->expires == DAYBOOK_DATE_NONE)
    return daybook_refuse (error, DAYBOOK_REFUSAL_HOLD_HAS_NO_EXPIRY,
                           .field = "entry", .number = command->entry);
  if (hold->expires > context->today)
    return daybook_refuse (error, DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED, .field = "entry",
                           .number = command->entry, .date = hold->expires);

  date = hold->expires > context->closed_until ? hold->expires : context->today;
  if (!check_end (account, hold, 0, date, context, error))
    return FALSE;

  expired = daybook_record_new (&daybook_hold_expired);
  expired->event.value_date = date;
  expired->entry = command->entry;
  expired->hold = g_strdup (hold->id);
  expired->account = account->number;
  expired->amount = hold->amount;
  expired->currency = account->currency;
  g_ptr_array_add (events, expired);

  return TRUE;
}
