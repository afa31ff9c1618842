/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's terms: whose it is, what its money may be used for, what it is called. */

#include "accounts/terms.h"

#include "accounts/account-evolve.h"
#include "accounts/account-rules.h"

/**
 * daybook_account_evolve_renamed:
 *
 * The account is called something else.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_renamed (DaybookAccount     *account,
                                const DaybookEvent *event)
{
  g_free (account->name);
  account->name = g_strdup (((const DaybookAccountRenamed *) event)->name);

  return TRUE;
}

/**
 * daybook_account_evolve_added:
 *
 * Rule 6: one holder more.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_added (DaybookAccount     *account,
                              const DaybookEvent *event)
{
  const DaybookHolderAdded *e = (const DaybookHolderAdded *) event;

  if (daybook_account_has_holder (account, e->holder))
    return FALSE;

  g_ptr_array_add (account->holders, g_strdup (e->holder));
  account->authority = e->authority;
  return TRUE;
}

/**
 * daybook_account_evolve_removed:
 *
 * Rule 6: one holder less, and never none.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_removed (DaybookAccount     *account,
                                const DaybookEvent *event)
{
  const DaybookHolderRemoved *e = (const DaybookHolderRemoved *) event;
  guint index;

  if (account->holders->len < 2 ||
      !g_ptr_array_find_with_equal_func (account->holders, e->holder, g_str_equal, &index))
    return FALSE;

  g_ptr_array_remove_index (account->holders, index);
  return TRUE;
}

/**
 * daybook_account_evolve_limits:
 *
 * Rules 14 to 16: other limits hold from the value date on.
 *
 * Returns: whether @event can follow on @account.
 */
gboolean
daybook_account_evolve_limits (DaybookAccount     *account,
                               const DaybookEvent *event)
{
  const DaybookLimitsChanged *e = (const DaybookLimitsChanged *) event;
  const DaybookLimits limits = { e->minimum, e->overdraft, e->per_withdrawal, e->per_day };

  if (e->minimum < 0 || e->overdraft < 0 || e->per_withdrawal < 0 || e->per_day < 0)
    return FALSE;

  daybook_account_set_limits (account, event->value_date, &limits);
  return TRUE;
}

/**
 * daybook_account_decide_add_holder:
 * @person: the id of the person that the command calls by username
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5 and 6.
 *
 * Returns: whether the person can become a holder; else a refusal in @error.
 */
gboolean
daybook_account_decide_add_holder (const DaybookAccount    *account,
                                   const char              *person,
                                   const DaybookAddHolder  *command,
                                   const DaybookContext    *context,
                                   GPtrArray               *events,
                                   GError                 **error)
{
  DaybookHolderAdded *added;

  if (!daybook_account_check_open_on (account, context->today, "account", context, error))
    return FALSE;
  if (daybook_account_has_holder (account, person))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ALREADY_HOLDER, .field = "holder",
                           .text = command->holder, .account = account->number.digits);

  added = daybook_record_new (&daybook_holder_added);
  added->event.value_date = context->today;
  added->account = account->number;
  added->holder = g_strdup (person);
  added->authority = command->authority ? command->authority : account->authority;
  g_ptr_array_add (events, added);

  return TRUE;
}

/**
 * daybook_account_decide_remove_holder:
 * @person: the id of the person that the command calls by username
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5 and 6: somebody's the money must be.
 *
 * Returns: whether the person can cease to be a holder; else a refusal in @error.
 */
gboolean
daybook_account_decide_remove_holder (const DaybookAccount       *account,
                                      const char                 *person,
                                      const DaybookRemoveHolder  *command,
                                      const DaybookContext       *context,
                                      GPtrArray                  *events,
                                      GError                    **error)
{
  DaybookHolderRemoved *removed;

  if (!daybook_account_check_open_on (account, context->today, "account", context, error))
    return FALSE;
  if (!daybook_account_has_holder (account, person))
    return daybook_refuse (error, DAYBOOK_REFUSAL_NOT_A_HOLDER, .field = "holder",
                           .text = command->holder, .account = account->number.digits);
  if (account->holders->len == 1)
    return daybook_refuse (error, DAYBOOK_REFUSAL_LAST_HOLDER, .field = "holder",
                           .text = command->holder, .account = account->number.digits);

  removed = daybook_record_new (&daybook_holder_removed);
  removed->event.value_date = context->today;
  removed->account = account->number;
  removed->holder = g_strdup (person);
  removed->reason = g_strdup (command->reason);
  g_ptr_array_add (events, removed);

  return TRUE;
}

/**
 * daybook_limit_to_minor:
 * @field: of the command, for the refusal
 * @minor: (inout): receives minor units, if the decimal was given
 *
 * Rules 10 and 12.
 *
 * Returns: whether @decimal can be a limit; else a refusal in @error.
 */
gboolean
daybook_limit_to_minor (DaybookDecimal    decimal,
                        DaybookCurrency   currency,
                        const char       *field,
                        gint64           *minor,
                        GError          **error)
{
  g_autoptr (GError) refusal = NULL;

  if (!daybook_decimal_is_given (decimal))
    return TRUE;
  if (!daybook_decimal_to_minor (decimal, currency, minor, &refusal))
    return daybook_refuse (error, refusal->code, .field = field, .currency = currency,
                           .number = daybook_refusal_figures (refusal)->number);

  return *minor >= 0 || daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NEGATIVE, .field = field,
                                        .amount = *minor, .currency = currency);
}

static gboolean
read_limits (const DaybookAccount       *account,
             const DaybookChangeLimits  *command,
             DaybookLimits              *limits,
             GError                    **error)
{
  DaybookCurrency currency = account->currency;

  *limits = account->limits;

  return daybook_limit_to_minor (command->minimum, currency, "minimum", &limits->minimum, error) &&
         daybook_limit_to_minor (command->overdraft, currency, "overdraft", &limits->overdraft,
                                 error) &&
         daybook_limit_to_minor (command->per_withdrawal, currency, "per_withdrawal",
                                 &limits->per_withdrawal, error) &&
         daybook_limit_to_minor (command->per_day, currency, "per_day", &limits->per_day, error);
}

/* Rules 14 and 16: no account is below its own limits, not even because they were changed. */
static gboolean
check_limits (const DaybookAccount  *account,
              const DaybookLimits   *limits,
              DaybookDate            date,
              GError               **error)
{
  g_autoptr (DaybookAccount) copy = daybook_account_copy (account);
  const char *field = limits->minimum > account->limits.minimum ? "minimum" : "overdraft";

  daybook_account_set_limits (copy, date, limits);

  return daybook_account_check_covered (copy, account, date, DAYBOOK_REFUSAL_LIMITS_LEAVE_SHORT,
                                        field, error);
}

/**
 * daybook_account_decide_limits:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 5, 10, 12, 14 and 16.
 *
 * Returns: whether these limits can hold from today on; else a refusal in @error.
 */
gboolean
daybook_account_decide_limits (const DaybookAccount       *account,
                               const DaybookChangeLimits  *command,
                               const DaybookContext       *context,
                               GPtrArray                  *events,
                               GError                    **error)
{
  const DaybookLimits *old = &account->limits;
  DaybookLimitsChanged *changed;
  DaybookLimits limits;

  if (!daybook_account_check_open_on (account, context->today, "account", context, error) ||
      !read_limits (account, command, &limits, error))
    return FALSE;
  if (limits.minimum == old->minimum && limits.overdraft == old->overdraft &&
      limits.per_withdrawal == old->per_withdrawal && limits.per_day == old->per_day)
    return daybook_refuse (error, DAYBOOK_REFUSAL_NOTHING_CHANGES,
                           .account = account->number.digits);
  if (!check_limits (account, &limits, context->today, error))
    return FALSE;

  changed = daybook_record_new (&daybook_limits_changed);
  changed->event.value_date = context->today;
  changed->account = account->number;
  changed->minimum = limits.minimum;
  changed->overdraft = limits.overdraft;
  changed->per_withdrawal = limits.per_withdrawal;
  changed->per_day = limits.per_day;
  changed->currency = account->currency;
  g_ptr_array_add (events, changed);

  return TRUE;
}

/**
 * daybook_account_decide_rename:
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rule 5.
 *
 * Returns: whether the account can be called so; else a refusal in @error.
 */
gboolean
daybook_account_decide_rename (const DaybookAccount        *account,
                               const DaybookRenameAccount  *command,
                               const DaybookContext        *context,
                               GPtrArray                   *events,
                               GError                     **error)
{
  DaybookAccountRenamed *renamed;

  if (!daybook_account_check_open_on (account, context->today, "account", context, error))
    return FALSE;
  if (command->name == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "name");
  if (g_strcmp0 (text_or_none (command->name), account->name) == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_NOTHING_CHANGES, .field = "name",
                           .account = account->number.digits);

  renamed = daybook_record_new (&daybook_account_renamed);
  renamed->event.value_date = context->today;
  renamed->account = account->number;
  renamed->name = g_strdup (text_or_none (command->name));
  g_ptr_array_add (events, renamed);

  return TRUE;
}
