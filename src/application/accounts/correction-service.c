/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases that mend entries: from an entry's number to the accounts that it concerns, to the
 * domain's answer.
 *
 * An entry's own stream tells whether it was reversed; since the reversal is filed under it, there
 * can be only one (rule 25). */

#include "accounts/correction-service.h"

#include "accounts/corrections.h"

/* Loads an account once; no number, no account. */
static gboolean
load_once (DaybookDecision             *decision,
           DaybookRepository           *repository,
           const DaybookAccountNumber  *number,
           GPtrArray                   *accounts,
           GError                     **error)
{
  const DaybookAccount *account;

  for (guint i = 0; i < accounts->len; i++)
    {
      account = g_ptr_array_index (accounts, i);
      if (daybook_account_number_equal (&account->number, number))
        return TRUE;
    }
  if (!daybook_account_number_is_set (number))
    return TRUE;

  account = daybook_decision_load (decision, repository, number, error);
  if (account == NULL)
    return FALSE;

  g_ptr_array_add (accounts, (gpointer) account);
  return TRUE;
}

/**
 * daybook_correction_service_reverse:
 *
 * A #DaybookHandler for #DaybookReverse.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_correction_service_reverse (DaybookRepository     *repository,
                                    const DaybookCommand  *command,
                                    const DaybookContext  *context,
                                    DaybookDecision       *decision,
                                    GError               **error)
{
  const DaybookReverse *reverse = (const DaybookReverse *) command;
  DaybookMovement movement = { 0 };
  const DaybookAccount *from = NULL, *to = NULL;
  DaybookEvent *original;
  guint64 version;
  gboolean accepted;

  original = daybook_decision_load_entry (decision, repository, reverse->entry, &version, error);
  if (original == NULL)
    return FALSE;

  /* What the original gave is taken again, and the other way round. */
  daybook_event_get_movement (original, &movement);
  accepted =
    (!daybook_account_number_is_set (&movement.to) ||
     (from = daybook_decision_load (decision, repository, &movement.to, error)) != NULL) &&
    (!daybook_account_number_is_set (&movement.from) ||
     (to = daybook_decision_load (decision, repository, &movement.from, error)) != NULL) &&
    daybook_account_decide_reverse (original, version > 0, from, to, reverse, context,
                                    decision->events, error);

  daybook_record_free (original);
  return accepted;
}

/* Finds the account that a command names, if it names one. */
static gboolean
load_named (DaybookDecision       *decision,
            DaybookRepository     *repository,
            const char            *who,
            const char            *field,
            DaybookAccountNumber  *number,
            GPtrArray             *accounts,
            GError               **error)
{
  return who == NULL ||
         (daybook_decision_find (decision, repository, who, field, number, error) &&
          load_once (decision, repository, number, accounts, error));
}

/**
 * daybook_correction_service_correct:
 *
 * A #DaybookHandler for #DaybookCorrect.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_correction_service_correct (DaybookRepository     *repository,
                                    const DaybookCommand  *command,
                                    const DaybookContext  *context,
                                    DaybookDecision       *decision,
                                    GError               **error)
{
  const DaybookCorrect *correct = (const DaybookCorrect *) command;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  DaybookAccountNumber from = { 0 }, to = { 0 };
  DaybookMovement movement = { 0 };
  DaybookEvent *original;
  guint64 version;
  gboolean accepted;

  original = daybook_decision_load_entry (decision, repository, correct->entry, &version, error);
  if (original == NULL)
    return FALSE;

  daybook_event_get_movement (original, &movement);
  accepted =
    load_once (decision, repository, &movement.from, accounts, error) &&
    load_once (decision, repository, &movement.to, accounts, error) &&
    load_named (decision, repository, correct->from, "from", &from, accounts, error) &&
    load_named (decision, repository, correct->to, "to", &to, accounts, error) &&
    daybook_account_decide_correct (original, version > 0, accounts,
                                    correct->from != NULL ? &from : NULL,
                                    correct->to != NULL ? &to : NULL, correct, context,
                                    decision->events, error);

  daybook_record_free (original);
  return accepted;
}
