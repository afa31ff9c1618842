/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about an account's status: blocks, closing, reopening. */

#include "accounts/status-service.h"

#include "accounts/status.h"

/**
 * daybook_status_service_block:
 *
 * A #DaybookHandler for #DaybookBlock.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_status_service_block (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookBlock *block = (const DaybookBlock *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              block->account, "account", error);

  return account != NULL &&
         daybook_account_decide_block (account, block, context, decision->events, error);
}

/**
 * daybook_status_service_unblock:
 *
 * A #DaybookHandler for #DaybookUnblock.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_status_service_unblock (DaybookRepository     *repository,
                                const DaybookCommand  *command,
                                const DaybookContext  *context,
                                DaybookDecision       *decision,
                                GError               **error)
{
  const DaybookUnblock *unblock = (const DaybookUnblock *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              unblock->account, "account", error);

  return account != NULL &&
         daybook_account_decide_unblock (account, unblock, context, decision->events, error);
}

/**
 * daybook_status_service_reopen:
 *
 * A #DaybookHandler for #DaybookReopen.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_status_service_reopen (DaybookRepository     *repository,
                               const DaybookCommand  *command,
                               const DaybookContext  *context,
                               DaybookDecision       *decision,
                               GError               **error)
{
  const DaybookReopen *reopen = (const DaybookReopen *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              reopen->account, "account", error);

  return account != NULL &&
         daybook_account_decide_reopen (account, reopen, context, decision->events, error);
}

/**
 * daybook_status_service_close:
 *
 * A #DaybookHandler for #DaybookClose.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_status_service_close (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookClose *closing = (const DaybookClose *) command;
  const DaybookAccount *account, *to = NULL;

  account = daybook_decision_load_whom (decision, repository, closing->account, "account", error);
  if (account == NULL)
    return FALSE;
  if (closing->to != NULL)
    {
      to = daybook_decision_load_whom (decision, repository, closing->to, "to", error);
      if (to == NULL)
        return FALSE;
    }

  return daybook_account_decide_close (account, to, closing, context, decision->events, error);
}
