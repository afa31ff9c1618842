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

  account = daybook_account_states_get (daybook_repository_get_accounts (repository), number,
                                        &version, error);
  if (account != NULL)
    daybook_expectations_add (decision->expectations, DAYBOOK_STREAM_ACCOUNT, number->digits,
                              version);

  return account;
}

/**
 * daybook_decision_expect:
 * @version: (out): at what version the stream is
 *
 * The decision rests on that stream, and holds only while it does not move on.
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_decision_expect (DaybookDecision    *decision,
                         DaybookRepository  *repository,
                         DaybookStreamKind   kind,
                         const char         *key,
                         guint64            *version,
                         GError            **error)
{
  if (!daybook_event_store_get_version (daybook_repository_get_store (repository), kind, key,
                                        version, error))
    return FALSE;

  daybook_expectations_add (decision->expectations, kind, key, *version);
  return TRUE;
}

/* A username means the one open account that the person holds: only while no other is opened, for
 * the first time or again. */
static gboolean
expect_holder (DaybookDecision    *decision,
               DaybookRepository  *repository,
               const char         *who,
               const char         *field,
               GError            **error)
{
  g_autofree char *person = NULL;
  g_autoptr (GArray) numbers = NULL;
  guint64 version;

  if (who == NULL || *who == '\0' || g_str_has_prefix (who, "ref:") ||
      daybook_account_number_looks_like (who))
    return TRUE;

  person = daybook_repository_find_person (repository, who, field, error);
  if (person == NULL ||
      !daybook_decision_expect (decision, repository, DAYBOOK_STREAM_PERSON, person, &version,
                                error) ||
      (numbers = daybook_repository_list_accounts (repository, person, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    if (!daybook_decision_expect (decision, repository, DAYBOOK_STREAM_ACCOUNT,
                                  g_array_index (numbers, DaybookAccountNumber, i).digits,
                                  &version, error))
      return FALSE;

  return TRUE;
}

/**
 * daybook_decision_find:
 * @who: a username, an account number, or `ref:` and a reference
 * @field: of the command, for the refusal
 * @number: (out): the account that is meant
 *
 * What is decided holds only while @who means that account.
 *
 * Returns: whether exactly one account is meant; else an error.
 */
gboolean
daybook_decision_find (DaybookDecision       *decision,
                       DaybookRepository     *repository,
                       const char            *who,
                       const char            *field,
                       DaybookAccountNumber  *number,
                       GError               **error)
{
  return expect_holder (decision, repository, who, field, error) &&
         daybook_repository_find_account (repository, who, field, number, error);
}

/**
 * daybook_decision_load_whom:
 * @who: a username, an account number, or `ref:` and a reference
 * @field: of the command, for the refusal
 *
 * Loads the account that somebody means.
 *
 * Returns: (transfer none): its state; %NULL on error, a refusal if not exactly one is meant.
 */
const DaybookAccount *
daybook_decision_load_whom (DaybookDecision    *decision,
                            DaybookRepository  *repository,
                            const char         *who,
                            const char         *field,
                            GError            **error)
{
  DaybookAccountNumber number;

  if (!daybook_decision_find (decision, repository, who, field, &number, error))
    return NULL;

  return daybook_decision_load (decision, repository, &number, error);
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

/**
 * daybook_decision_load_entry:
 * @position: the number of an entry
 * @version: (out): of its own stream: above zero if later entries say something of it
 *
 * Loads what is to be undone, ended or corrected. What is decided is its consequence, and holds
 * only while nobody else says something of it: what is filed under it can be decided only once.
 *
 * Returns: (transfer full): what the entry records; %NULL on error, a refusal if there is no such
 *   entry.
 */
DaybookEvent *
daybook_decision_load_entry (DaybookDecision    *decision,
                             DaybookRepository  *repository,
                             guint64             position,
                             guint64            *version,
                             GError            **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT, position);
  DaybookEvent *event = daybook_repository_get_event (repository, position, error);

  if (event != NULL &&
      daybook_decision_follows (decision, repository, position, error) &&
      daybook_decision_expect (decision, repository, DAYBOOK_STREAM_ENTRY, key, version, error))
    return event;

  daybook_record_free (event);
  return NULL;
}
