/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What would be: a decision that is not recorded, and what it would make of the accounts. Whoever
 * types sees so what confirming would lead to, by the very rules that will decide. */

#include "outlook.h"

#include "catalogue.h"

/**
 * daybook_outlook_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_outlook_free (DaybookOutlook *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->accounts);
  g_free (self);
}

/**
 * daybook_outlook_find_account:
 *
 * Returns: (transfer none) (nullable): the account as it would be; %NULL if it is not concerned.
 */
const DaybookAccount *
daybook_outlook_find_account (const DaybookOutlook       *self,
                              const DaybookAccountNumber *number)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const DaybookAccount *account = g_ptr_array_index (self->accounts, i);

      if (daybook_account_number_equal (&account->number, number))
        return account;
    }

  return NULL;
}

/* A copy of the account as it is now, or one that is about to be opened. */
static DaybookAccount *
begin_account (DaybookRepository           *repository,
               const DaybookAccountNumber  *number,
               const DaybookEvent          *event,
               GError                     **error)
{
  const DaybookAccount *now;
  guint64 version;

  if (event->record.schema == &daybook_account_opened)
    return daybook_account_new ();

  now = daybook_account_states_get (daybook_repository_get_accounts (repository), number, &version,
                                    error);

  return now != NULL ? daybook_account_copy (now) : NULL;
}

static gboolean
add_event (DaybookOutlook      *self,
           DaybookRepository   *repository,
           const DaybookEvent  *event,
           GError             **error)
{
  DaybookFiling filings[DAYBOOK_MAX_FILINGS];
  guint n = daybook_event_get_filings (event, filings);

  for (guint i = 0; i < n; i++)
    {
      DaybookAccountNumber number = { 0 };
      DaybookAccount *account;

      if (filings[i].kind != DAYBOOK_STREAM_ACCOUNT)
        continue;

      g_strlcpy (number.digits, filings[i].key, sizeof number.digits);
      account = (DaybookAccount *) daybook_outlook_find_account (self, &number);
      if (account == NULL)
        {
          account = begin_account (repository, &number, event, error);
          if (account == NULL)
            return FALSE;
          g_ptr_array_add (self->accounts, account);
        }
      daybook_account_evolve (account, event);
    }

  return TRUE;
}

/**
 * daybook_outlook_new:
 * @events: (element-type DaybookEvent): what was decided
 * @repository: what it was decided on
 *
 * Returns: (transfer full): what it would lead to; %NULL on error.
 */
DaybookOutlook *
daybook_outlook_new (GPtrArray          *events,
                     DaybookRepository  *repository,
                     GError            **error)
{
  g_autoptr (DaybookOutlook) self = g_new0 (DaybookOutlook, 1);

  self->events = g_ptr_array_ref (events);
  self->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_account_free);
  for (guint i = 0; i < events->len; i++)
    if (!add_event (self, repository, g_ptr_array_index (events, i), error))
      return NULL;

  return g_steal_pointer (&self);
}
