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
