/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's state as a value that can be kept, so that a long history need not be folded each
 * time. What evolve knows is all in it and nothing else. */

#include "accounts/account-snapshot.h"

#include <string.h>

/* The days are copied as they lie in memory. */
G_STATIC_ASSERT (sizeof (DaybookDay) == 40);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DaybookDay, balance) == 8);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DaybookDay, held) == 32);

/**
 * daybook_account_save:
 *
 * Returns: (transfer floating): the state, of %DAYBOOK_ACCOUNT_STATE_TYPE.
 */
GVariant *
daybook_account_save (const DaybookAccount *account)
{
  GVariant *days = g_variant_new_fixed_array (G_VARIANT_TYPE ("(uxxxx)"), account->days->data,
                                              account->days->len, sizeof (DaybookDay));
  g_auto (GVariantBuilder) holds = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sxuu)"));

  for (guint i = 0; i < account->holds->len; i++)
    {
      const DaybookHold *hold = &g_array_index (account->holds, DaybookHold, i);

      g_variant_builder_add (&holds, "(sxuu)", hold->id, hold->amount, hold->value_date,
                             hold->expires);
    }

  return g_variant_new ("(ssuuxxxa(sxuu)@a(uxxxx))", account->number.digits,
                        account->currency.code, account->status, account->opened_on,
                        account->overdraft, account->balance, account->held, &holds, days);
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
  g_autoptr (GVariantIter) holds = NULL;
  g_autoptr (GVariant) days = NULL;
  DaybookHold hold;
  const char *number, *currency;
  gconstpointer elements;
  guint32 status;
  gsize n_days;

  if (!g_variant_is_of_type (state, DAYBOOK_ACCOUNT_STATE_TYPE))
    return NULL;

  account = daybook_account_new ();
  g_variant_get (state, "(&s&suuxxxa(sxuu)@a(uxxxx))", &number, &currency, &status,
                 &account->opened_on, &account->overdraft, &account->balance, &account->held,
                 &holds, &days);
  if (strlen (number) >= sizeof account->number.digits ||
      strlen (currency) >= sizeof account->currency.code)
    return NULL;

  account->status = status;
  g_strlcpy (account->number.digits, number, sizeof account->number.digits);
  g_strlcpy (account->currency.code, currency, sizeof account->currency.code);
  while (g_variant_iter_next (holds, "(sxuu)", &hold.id, &hold.amount, &hold.value_date,
                              &hold.expires))
    g_array_append_val (account->holds, hold);
  elements = g_variant_get_fixed_array (days, &n_days, sizeof (DaybookDay));
  g_array_append_vals (account->days, elements, n_days);

  return g_steal_pointer (&account);
}
