/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about accounts: from whom a person means to the states, to the domain's answer. */

#include "accounts/account-service.h"

#include "accounts/movements.h"
#include "accounts/status.h"
#include "refusal.h"

/**
 * daybook_account_service_open:
 *
 * A #DaybookHandler for #DaybookOpen. The register of accounts is a stream whose version is the
 * sequence of account numbers: two desks cannot give out the same one.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_account_service_open (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookOpen *open = (const DaybookOpen *) command;
  const DaybookBook *book;
  g_autofree char *holder = NULL;
  guint64 book_version;
  guint64 sequence;
  guint64 reference_version = 0;

  book = daybook_repository_get_book (repository, &book_version, error);
  if (book == NULL)
    return FALSE;

  if (open->holder == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "holder");

  holder = daybook_repository_find_person (repository, open->holder, "holder", error);
  if (holder == NULL ||
      !daybook_decision_expect (decision, repository, DAYBOOK_STREAM_REGISTER,
                                DAYBOOK_ACCOUNTS_KEY, &sequence, error))
    return FALSE;
  if (open->reference != NULL &&
      !daybook_decision_expect (decision, repository, DAYBOOK_STREAM_REFERENCE, open->reference,
                                &reference_version, error))
    return FALSE;

  return daybook_account_decide_open (sequence, reference_version > 0, holder, book, open, context,
                                      decision->events, error);
}

/**
 * daybook_account_service_deposit:
 *
 * A #DaybookHandler for #DaybookDeposit.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_account_service_deposit (DaybookRepository     *repository,
                                 const DaybookCommand  *command,
                                 const DaybookContext  *context,
                                 DaybookDecision       *decision,
                                 GError               **error)
{
  const DaybookDeposit *deposit = (const DaybookDeposit *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository, deposit->to,
                                                              "to", error);

  return account != NULL &&
         daybook_account_decide_deposit (account, deposit, context, decision->events, error);
}

/**
 * daybook_account_service_withdraw:
 *
 * A #DaybookHandler for #DaybookWithdraw.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_account_service_withdraw (DaybookRepository     *repository,
                                  const DaybookCommand  *command,
                                  const DaybookContext  *context,
                                  DaybookDecision       *decision,
                                  GError               **error)
{
  const DaybookWithdraw *withdraw = (const DaybookWithdraw *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository,
                                                              withdraw->from, "from", error);

  return account != NULL &&
         daybook_account_decide_withdraw (account, withdraw, context, decision->events, error);
}

/**
 * daybook_account_service_transfer:
 *
 * A #DaybookHandler for #DaybookTransfer.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_account_service_transfer (DaybookRepository     *repository,
                                  const DaybookCommand  *command,
                                  const DaybookContext  *context,
                                  DaybookDecision       *decision,
                                  GError               **error)
{
  const DaybookTransfer *transfer = (const DaybookTransfer *) command;
  const DaybookAccount *from, *to;

  from = daybook_decision_load_whom (decision, repository, transfer->from, "from", error);
  if (from == NULL)
    return FALSE;

  to = daybook_decision_load_whom (decision, repository, transfer->to, "to", error);

  return to != NULL &&
         daybook_account_decide_transfer (from, to, transfer, context, decision->events, error);
}
