/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about holds: from the number of the entry that placed one to the account whose it is,
 * to the domain's answer.
 *
 * What ends a hold is filed under that entry, so that between two desks only one can end it (rule
 * 19). */

#include "accounts/hold-service.h"

#include "accounts/holds.h"

/* Finds the event that placed the hold, and the account whose hold it is: %NULL if the entry placed
 * none, which the domain refuses. Returns FALSE on error. */
static gboolean
load_hold (DaybookRepository     *repository,
           guint64                entry,
           DaybookDecision       *decision,
           DaybookEvent         **placed,
           const DaybookAccount **account,
           GError               **error)
{
  guint64 version;

  *account = NULL;
  *placed = daybook_decision_load_entry (decision, repository, entry, &version, error);
  if (*placed == NULL)
    return FALSE;
  if ((*placed)->record.schema != &daybook_hold_placed)
    return TRUE;

  *account = daybook_decision_load (decision, repository,
                                    &((const DaybookHoldPlaced *) *placed)->account, error);
  return *account != NULL;
}

/**
 * daybook_hold_service_hold:
 *
 * A #DaybookHandler for #DaybookPlaceHold.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_hold_service_hold (DaybookRepository     *repository,
                           const DaybookCommand  *command,
                           const DaybookContext  *context,
                           DaybookDecision       *decision,
                           GError               **error)
{
  const DaybookPlaceHold *hold = (const DaybookPlaceHold *) command;
  const DaybookAccount *account = daybook_decision_load_whom (decision, repository, hold->account,
                                                              "account", error);

  return account != NULL &&
         daybook_account_decide_hold (account, hold, context, decision->events, error);
}

/**
 * daybook_hold_service_release:
 *
 * A #DaybookHandler for #DaybookRelease.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_hold_service_release (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookRelease *release = (const DaybookRelease *) command;
  DaybookEvent *placed = NULL;
  const DaybookAccount *account;
  gboolean accepted;

  accepted =
    load_hold (repository, release->entry, decision, &placed, &account, error) &&
    daybook_account_decide_release (account, placed, release, context, decision->events, error);

  daybook_record_free (placed);
  return accepted;
}

/**
 * daybook_hold_service_capture:
 *
 * A #DaybookHandler for #DaybookCapture.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_hold_service_capture (DaybookRepository     *repository,
                              const DaybookCommand  *command,
                              const DaybookContext  *context,
                              DaybookDecision       *decision,
                              GError               **error)
{
  const DaybookCapture *capture = (const DaybookCapture *) command;
  DaybookEvent *placed = NULL;
  const DaybookAccount *account;
  gboolean accepted;

  accepted =
    load_hold (repository, capture->entry, decision, &placed, &account, error) &&
    daybook_account_decide_capture (account, placed, capture, context, decision->events, error);

  daybook_record_free (placed);
  return accepted;
}

/**
 * daybook_hold_service_expire:
 *
 * A #DaybookHandler for #DaybookExpire.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_hold_service_expire (DaybookRepository     *repository,
                             const DaybookCommand  *command,
                             const DaybookContext  *context,
                             DaybookDecision       *decision,
                             GError               **error)
{
  const DaybookExpire *expire = (const DaybookExpire *) command;
  DaybookEvent *placed = NULL;
  const DaybookAccount *account;
  gboolean accepted;

  accepted =
    load_hold (repository, expire->entry, decision, &placed, &account, error) &&
    daybook_account_decide_expire (account, placed, expire, context, decision->events, error);

  daybook_record_free (placed);
  return accepted;
}
