/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use cases about people. */

#include "people/people-service.h"

#include "people/person.h"

/**
 * daybook_people_service_register:
 *
 * A #DaybookHandler for #DaybookRegister. Nobody has a username whose stream is empty, and nobody
 * can take it meanwhile: the stream's version is part of the decision.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_people_service_register (DaybookRepository     *repository,
                                 const DaybookCommand  *command,
                                 const DaybookContext  *context,
                                 DaybookDecision       *decision,
                                 GError               **error)
{
  const DaybookRegister *registration = (const DaybookRegister *) command;
  DaybookEventStore *store = daybook_repository_get_store (repository);
  guint64 version = 0;

  if (registration->username != NULL)
    {
      g_autofree char *username = daybook_username_fold (registration->username);

      if (!daybook_event_store_get_version (store, DAYBOOK_STREAM_USERNAME, username, &version,
                                            error))
        return FALSE;

      daybook_expectations_add (decision->expectations, DAYBOOK_STREAM_USERNAME, username, version);
    }

  return daybook_person_decide_register (version > 0, registration, context, decision->events,
                                         error);
}

/* Who has, or once had, the username that is asked for. It can be taken by nobody else meanwhile:
 * its stream is part of the decision. */
static gboolean
find_owner (DaybookRepository  *repository,
            const char         *username,
            DaybookDecision    *decision,
            char              **owner,
            GError            **error)
{
  g_autofree char *folded = NULL;
  guint64 version;

  if (username == NULL)
    return TRUE;

  folded = daybook_username_fold (username);

  return daybook_decision_expect (decision, repository, DAYBOOK_STREAM_USERNAME, folded, &version,
                                  error) &&
         daybook_repository_find_owner (repository, folded, owner, error);
}

/**
 * daybook_people_service_change:
 *
 * A #DaybookHandler for #DaybookPersonChange.
 *
 * Returns: whether the command is accepted; else an error.
 */
gboolean
daybook_people_service_change (DaybookRepository     *repository,
                               const DaybookCommand  *command,
                               const DaybookContext  *context,
                               DaybookDecision       *decision,
                               GError               **error)
{
  const DaybookPersonChange *change = (const DaybookPersonChange *) command;
  g_autoptr (DaybookPerson) person = NULL;
  g_autofree char *id = NULL;
  g_autofree char *owner = NULL;
  guint64 version;

  if (change->person == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "person");

  id = daybook_repository_find_person (repository, change->person, "person", error);
  if (id == NULL ||
      !daybook_decision_expect (decision, repository, DAYBOOK_STREAM_PERSON, id, &version, error) ||
      (person = daybook_repository_load_person (repository, id, error)) == NULL ||
      !find_owner (repository, change->username, decision, &owner, error))
    return FALSE;

  /* A book may be sound and give a username to somebody whom it never registered. */
  if (person->id == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_UNKNOWN,
                           .field = "person", .text = change->person);

  return daybook_person_decide_change (person, owner, change, context, decision->events, error);
}
