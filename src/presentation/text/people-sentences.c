/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences about people. Personal details other than names are not repeated in them: they stand on
 * the person's page. */

#include "entry-sentences.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "entry-words.h"
#include "people/person-records.h"

/**
 * daybook_say_person_registered:
 *
 * Returns: (transfer full): a #DaybookPersonRegistered as a sentence.
 */
char *
daybook_say_person_registered (const DaybookEvent *event,
                               DaybookReadModel   *names)
{
  const DaybookPersonRegistered *registered = (const DaybookPersonRegistered *) event;

  /* Translators: a person's full name, their username. */
  return daybook_compose (_("%1$s registered as %2$s"), registered->name, registered->username);
}

/**
 * daybook_say_details_changed:
 *
 * Returns: (transfer full): a #DaybookPersonalDetailsChanged as a sentence.
 */
char *
daybook_say_details_changed (const DaybookEvent *event,
                             DaybookReadModel   *names)
{
  const DaybookPersonalDetailsChanged *changed = (const DaybookPersonalDetailsChanged *) event;

  /* Translators: a person's full name. */
  return daybook_compose (_("Personal details of %s changed"), changed->name);
}

/**
 * daybook_say_username_changed:
 *
 * Returns: (transfer full): a #DaybookUsernameChanged as a sentence.
 */
char *
daybook_say_username_changed (const DaybookEvent *event,
                              DaybookReadModel   *names)
{
  const DaybookUsernameChanged *changed = (const DaybookUsernameChanged *) event;
  g_autofree char *name = daybook_person_name (changed->person, names);

  if (name == NULL)
    /* Translators: the former username, the new one. */
    return daybook_compose (_("Username changed from %1$s to %2$s"), changed->former,
                            changed->username);

  /* Translators: a person's full name, the former username, the new one. */
  return daybook_compose (_("Username of %1$s changed from %2$s to %3$s"), name, changed->former,
                          changed->username);
}
