/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about accounts: from whom a person means to the states, to the domain's answer. */

#include "accounts/account-service.h"

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

  return daybook_account_decide_open (sequence, reference_version > 0, holder, book->currency, open,
                                      context, decision->events, error);
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

/**
 * daybook_account_service_reverse:
 *
 * A #DaybookHandler for #DaybookReverse. An entry's own stream tells whether it was reversed; since
 * the reversal is filed under it, there can be only one.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_account_service_reverse (DaybookRepository     *repository,
                                 const DaybookCommand  *command,
                                 const DaybookContext  *context,
                                 DaybookDecision       *decision,
                                 GError               **error)
{
  const DaybookReverse *reverse = (const DaybookReverse *) command;
  g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT, reverse->entry);
  DaybookEvent *original;
  DaybookMovement movement = { 0 };
  const DaybookAccount *from = NULL, *to = NULL;
  guint64 version;
  gboolean accepted;

  original = daybook_repository_get_event (repository, reverse->entry, error);
  if (original == NULL)
    return FALSE;

  /* What the original gave is taken again, and the other way round. */
  daybook_event_get_movement (original, &movement);
  accepted =
    daybook_decision_follows (decision, repository, reverse->entry, error) &&
    daybook_decision_expect (decision, repository, DAYBOOK_STREAM_ENTRY, key, &version, error) &&
    (!daybook_account_number_is_set (&movement.to) ||
     (from = daybook_decision_load (decision, repository, &movement.to, error)) != NULL) &&
    (!daybook_account_number_is_set (&movement.from) ||
     (to = daybook_decision_load (decision, repository, &movement.from, error)) != NULL) &&
    daybook_account_decide_reverse (original, version > 0, from, to, reverse, context,
                                    decision->events, error);

  daybook_record_free (original);
  return accepted;
}
