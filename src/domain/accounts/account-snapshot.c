/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's state as a value that can be kept, so that a long history need not be folded each
 * time. What evolve knows is all in it and nothing else. */

#include "accounts/account-snapshot.h"

#include <string.h>

/* The days are copied as they lie in memory. */
G_STATIC_ASSERT (sizeof (DaybookDay) == 16);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DaybookDay, net) == 8);

/**
 * daybook_account_save:
 *
 * Returns: (transfer floating): the state, of %DAYBOOK_ACCOUNT_STATE_TYPE.
 */
GVariant *
daybook_account_save (const DaybookAccount *account)
{
  GVariant *days = g_variant_new_fixed_array (G_VARIANT_TYPE ("(ux)"), account->days->data,
                                              account->days->len, sizeof (DaybookDay));

  return g_variant_new ("(ssuuxxx@a(ux))", account->number.digits, account->currency.code,
                        account->status, account->opened_on, account->overdraft, account->balance,
                        account->held, days);
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
  g_autoptr (GVariant) days = NULL;
  const char *number, *currency;
  gconstpointer elements;
  guint32 status;
  gsize n_days;

  if (!g_variant_is_of_type (state, DAYBOOK_ACCOUNT_STATE_TYPE))
    return NULL;

  account = daybook_account_new ();
  g_variant_get (state, "(&s&suuxxx@a(ux))", &number, &currency, &status, &account->opened_on,
                 &account->overdraft, &account->balance, &account->held, &days);
  if (strlen (number) >= sizeof account->number.digits ||
      strlen (currency) >= sizeof account->currency.code)
    return NULL;

  account->status = status;
  g_strlcpy (account->number.digits, number, sizeof account->number.digits);
  g_strlcpy (account->currency.code, currency, sizeof account->currency.code);
  elements = g_variant_get_fixed_array (days, &n_days, sizeof (DaybookDay));
  g_array_append_vals (account->days, elements, n_days);

  return g_steal_pointer (&account);
}
