/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account: what the organisation owes its holders in one currency.
 *
 * `evolve` folds what happened into what a decision needs. What is decided stands in movements.c,
 * corrections.c, holds.c, terms.c and status.c; each `decide_` answers one command with the events
 * that follow or with a refusal. All of it is pure. */

#include "accounts/account.h"

#include <string.h>

#include "accounts/account-days.h"
#include "accounts/account-evolve.h"
#include "accounts/hold-records.h"

static void
clear_hold (gpointer data)
{
  DaybookHold *hold = data;

  g_free (hold->id);
}

/**
 * daybook_account_new:
 *
 * Returns: (transfer full): an account that was not opened yet.
 */
DaybookAccount *
daybook_account_new (void)
{
  DaybookAccount *account = g_new0 (DaybookAccount, 1);

  account->holders = g_ptr_array_new_with_free_func (g_free);
  account->holds = g_array_new (FALSE, FALSE, sizeof (DaybookHold));
  g_array_set_clear_func (account->holds, clear_hold);
  account->days = g_array_new (FALSE, FALSE, sizeof (DaybookDay));

  return account;
}

/**
 * daybook_account_copy:
 *
 * Returns: (transfer full): a deep copy, to try on what would be.
 */
DaybookAccount *
daybook_account_copy (const DaybookAccount *account)
{
  DaybookAccount *empty = daybook_account_new ();
  DaybookAccount *copy = g_memdup2 (account, sizeof *account);

  copy->name = g_strdup (account->name);
  copy->debits_blocked = g_strdup (account->debits_blocked);
  copy->credits_blocked = g_strdup (account->credits_blocked);
  copy->holders = g_steal_pointer (&empty->holders);
  copy->holds = g_steal_pointer (&empty->holds);
  copy->days = g_steal_pointer (&empty->days);
  g_free (empty);

  for (guint i = 0; i < account->holders->len; i++)
    g_ptr_array_add (copy->holders, g_strdup (g_ptr_array_index (account->holders, i)));
  for (guint i = 0; i < account->holds->len; i++)
    {
      DaybookHold hold = g_array_index (account->holds, DaybookHold, i);

      hold.id = g_strdup (hold.id);
      g_array_append_val (copy->holds, hold);
    }
  g_array_append_vals (copy->days, account->days->data, account->days->len);

  return copy;
}

/**
 * daybook_account_free:
 * @account: (nullable) (transfer full):
 */
void
daybook_account_free (DaybookAccount *account)
{
  if (account == NULL)
    return;

  g_free (account->name);
  g_free (account->debits_blocked);
  g_free (account->credits_blocked);
  g_ptr_array_unref (account->holders);
  g_array_unref (account->holds);
  g_array_unref (account->days);
  g_free (account);
}

/**
 * daybook_account_get_available:
 *
 * Returns: balance − holds − minimum balance + overdraft limit, in minor units; more than 64 bits
 *   is "all there is".
 */
gint64
daybook_account_get_available (const DaybookAccount *account)
{
  const DaybookDay now = { .balance = account->balance, .held = account->held,
                           .limits = account->limits };

  return daybook_account_available_of (&now);
}

/**
 * daybook_account_has_holder:
 * @person: an id
 *
 * Returns: whether the account's money is that person's, alone or with others.
 */
gboolean
daybook_account_has_holder (const DaybookAccount *account,
                            const char           *person)
{
  return g_ptr_array_find_with_equal_func (account->holders, person, g_str_equal, NULL);
}

static gboolean
evolve_movement (DaybookAccount     *account,
                 const DaybookEvent *event)
{
  DaybookMovement movement = { 0 };
  DaybookDayChange change = { 0 };
  gboolean out;

  daybook_event_get_movement (event, &movement);
  out = daybook_account_number_equal (&movement.from, &account->number);
  if (movement.amount <= 0 ||
      (!out && !daybook_account_number_equal (&movement.to, &account->number)) ||
      (out && daybook_account_number_equal (&movement.to, &account->number)))
    return FALSE;

  change.net = out ? -movement.amount : movement.amount;
  if (event->record.schema == &daybook_money_withdrawn)
    change.withdrawn = movement.amount;

  return daybook_account_change (account, event->value_date, &change);
}

/* What left the book by some way and is put back does not count as withdrawn (rule 15). */
static gboolean
evolve_reversed (DaybookAccount     *account,
                 const DaybookEvent *event)
{
  const DaybookEntryReversed *e = (const DaybookEntryReversed *) event;
  gboolean out = e->method != DAYBOOK_METHOD_NONE && daybook_account_number_is_set (&e->to);

  return evolve_movement (account, event) &&
         (!out || daybook_account_put_back (account, e->original_date, e->amount));
}

#define ABOUT(schema_name, type, function) \
  { &daybook_##schema_name, function, G_STRUCT_OFFSET (Daybook##type, account) }

/* @account: where the event says which account it is about; 0 for movements, which name two. */
static const struct
{
  const DaybookSchema *schema;
  gboolean (*evolve) (DaybookAccount     *account,
                      const DaybookEvent *event);
  gsize account;
} evolvers[] = {
  { &daybook_money_deposited, evolve_movement },
  { &daybook_money_withdrawn, evolve_movement },
  { &daybook_money_transferred, evolve_movement },
  { &daybook_entry_reversed, evolve_reversed },
  ABOUT (hold_placed, HoldPlaced, daybook_account_evolve_placed),
  ABOUT (hold_released, HoldReleased, daybook_account_evolve_released),
  ABOUT (hold_captured, HoldCaptured, daybook_account_evolve_captured),
  ABOUT (hold_expired, HoldExpired, daybook_account_evolve_expired),
  ABOUT (account_renamed, AccountRenamed, daybook_account_evolve_renamed),
  ABOUT (holder_added, HolderAdded, daybook_account_evolve_added),
  ABOUT (holder_removed, HolderRemoved, daybook_account_evolve_removed),
  ABOUT (limits_changed, LimitsChanged, daybook_account_evolve_limits),
  ABOUT (account_blocked, AccountBlocked, daybook_account_evolve_blocked),
  ABOUT (account_unblocked, AccountUnblocked, daybook_account_evolve_unblocked),
  ABOUT (account_closed, AccountClosed, daybook_account_evolve_closed),
};

static gboolean
evolve_open (DaybookAccount     *account,
             const DaybookEvent *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (evolvers); i++)
    if (evolvers[i].schema == event->record.schema)
      return (evolvers[i].account == 0 ||
              daybook_account_number_equal ((gconstpointer) ((const guint8 *) event +
                                                             evolvers[i].account),
                                            &account->number)) &&
             evolvers[i].evolve (account, event);

  return FALSE;
}

/**
 * daybook_account_evolve:
 *
 * Returns: whether @event can follow on @account. It cannot only where the book is damaged.
 */
gboolean
daybook_account_evolve (DaybookAccount     *account,
                        const DaybookEvent *event)
{
  gboolean follows;

  if (event->record.schema == &daybook_account_opened)
    follows = account->status == DAYBOOK_ACCOUNT_NOT_OPENED &&
              daybook_account_evolve_opened (account, event);
  else if (event->record.schema == &daybook_account_reopened)
    follows = account->status == DAYBOOK_ACCOUNT_CLOSED &&
              daybook_account_evolve_reopened (account, event);
  else
    follows = account->status == DAYBOOK_ACCOUNT_OPEN && evolve_open (account, event);

  if (follows)
    account->last_on = MAX (account->last_on, event->value_date);
  return follows;
}
