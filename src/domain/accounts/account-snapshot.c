/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's state as a value that can be kept, so that a long history need not be folded each
 * time. What evolve knows is all in it and nothing else. */

#include "accounts/account-snapshot.h"

#include <string.h>

/* The days are copied as they lie in memory. */
#define DAY_TYPE G_VARIANT_TYPE ("(uxxxxx(xxxx))")
G_STATIC_ASSERT (sizeof (DaybookDay) == 80);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DaybookDay, balance) == 8);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DaybookDay, limits) == 48);

static GVariant *
save_holds (const DaybookAccount *account)
{
  GVariantBuilder holds = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sxuu)"));

  for (guint i = 0; i < account->holds->len; i++)
    {
      const DaybookHold *hold = &g_array_index (account->holds, DaybookHold, i);

      g_variant_builder_add (&holds, "(sxuu)", hold->id, hold->amount, hold->value_date,
                             hold->expires);
    }

  return g_variant_builder_end (&holds);
}

/**
 * daybook_account_save:
 *
 * Returns: (transfer floating): the state, of %DAYBOOK_ACCOUNT_STATE_TYPE.
 */
GVariant *
daybook_account_save (const DaybookAccount *account)
{
  const DaybookLimits *limits = &account->limits;

  return g_variant_new ("(smssuuu@asu(xxxx)msmsxx@a(sxuu)@a(uxxxxx(xxxx)))", account->number.digits,
                        account->name, account->currency.code, account->status,
                        account->opened_on, account->last_on,
                        g_variant_new_strv ((const char *const *) account->holders->pdata,
                                            account->holders->len),
                        account->authority, limits->minimum, limits->overdraft,
                        limits->per_withdrawal, limits->per_day, account->debits_blocked,
                        account->credits_blocked, account->balance, account->held,
                        save_holds (account),
                        g_variant_new_fixed_array (DAY_TYPE, account->days->data,
                                                   account->days->len, sizeof (DaybookDay)));
}

static void
restore_lists (DaybookAccount *account,
               GVariantIter   *holders,
               GVariantIter   *holds,
               GVariant       *days)
{
  DaybookHold hold;
  gconstpointer elements;
  gsize n_days;
  char *holder;

  while (g_variant_iter_next (holders, "s", &holder))
    g_ptr_array_add (account->holders, holder);
  while (g_variant_iter_next (holds, "(sxuu)", &hold.id, &hold.amount, &hold.value_date,
                              &hold.expires))
    g_array_append_val (account->holds, hold);

  elements = g_variant_get_fixed_array (days, &n_days, sizeof (DaybookDay));
  g_array_append_vals (account->days, elements, n_days);
}

/**
 * daybook_account_restore:
 * @state: what daybook_account_save() gave, of the same %DAYBOOK_ACCOUNT_FOLDING
 *
 * Returns: (transfer full) (nullable): the account as it was; %NULL if @state is no such thing.
 */
DaybookAccount *
daybook_account_restore (GVariant *state)
{
  g_autoptr (DaybookAccount) account = NULL;
  g_autoptr (GVariantIter) holders = NULL, holds = NULL;
  g_autoptr (GVariant) days = NULL;
  const char *number, *currency;
  guint32 status, authority;
  DaybookLimits *limits;

  if (!g_variant_is_of_type (state, DAYBOOK_ACCOUNT_STATE_TYPE))
    return NULL;

  account = daybook_account_new ();
  limits = &account->limits;
  g_variant_get (state, "(&sms&suuuasu(xxxx)msmsxxa(sxuu)@a(uxxxxx(xxxx)))", &number,
                 &account->name, &currency, &status, &account->opened_on, &account->last_on,
                 &holders, &authority, &limits->minimum, &limits->overdraft,
                 &limits->per_withdrawal, &limits->per_day, &account->debits_blocked,
                 &account->credits_blocked, &account->balance, &account->held, &holds, &days);
  if (strlen (number) >= sizeof account->number.digits ||
      strlen (currency) >= sizeof account->currency.code)
    return NULL;

  account->status = status;
  account->authority = authority;
  g_strlcpy (account->number.digits, number, sizeof account->number.digits);
  g_strlcpy (account->currency.code, currency, sizeof account->currency.code);
  restore_lists (account, holders, holds, days);

  return g_steal_pointer (&account);
}
