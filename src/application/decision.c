/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a use case gives back: what is to be recorded, on what that rests, and whose consequence it
 * is. */

#include "decision.h"

/**
 * daybook_decision_clear:
 *
 * Frees what the decision owns; events and expectations are the caller's.
 */
void
daybook_decision_clear (DaybookDecision *decision)
{
  g_clear_pointer (&decision->causation, g_free);
  g_clear_pointer (&decision->correlation, g_free);
}

/**
 * daybook_decision_load:
 *
 * Loads an account for a decision: what is decided holds only while it does not move on.
 *
 * Returns: (transfer none): its state; %NULL on error, a refusal if there is no such account.
 */
const DaybookAccount *
daybook_decision_load (DaybookDecision             *decision,
                       DaybookRepository           *repository,
                       const DaybookAccountNumber  *number,
                       GError                     **error)
{
  const DaybookAccount *account;
  guint64 version;

  account = daybook_repository_get_account (repository, number, &version, error);
  if (account != NULL)
    daybook_expectations_add (decision->expectations, DAYBOOK_STREAM_ACCOUNT, number->digits,
                              version);

  return account;
}

static gboolean
take_origin (const DaybookEntry  *entry,
             guint64              version,
             gpointer             user_data,
             GError             **error)
{
  DaybookDecision *decision = user_data;

  daybook_decision_clear (decision);
  decision->causation = g_strdup (entry->command_id);
  decision->correlation = g_strdup (entry->correlation);
  return FALSE;
}

/**
 * daybook_decision_follows:
 * @position: the number of an entry
 *
 * What is decided is a consequence of that entry: the command that recorded it is the cause, and
 * both belong to the same undertaking.
 *
 * Returns: whether the entry could be read.
 */
gboolean
daybook_decision_follows (DaybookDecision    *decision,
                          DaybookRepository  *repository,
                          guint64             position,
                          GError            **error)
{
  return daybook_event_store_read_all (daybook_repository_get_store (repository), position - 1,
                                       take_origin, decision, error);
}
