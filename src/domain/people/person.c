/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People: somebody known to the book, by a username that is theirs for ever. */

#include "people/person.h"

#include <string.h>

#include "refusal.h"

/**
 * daybook_username_fold:
 *
 * Usernames compare without case (rule 1), so they are kept in lower case.
 *
 * Returns: (transfer full): @text in the form in which usernames are kept and looked up.
 */
char *
daybook_username_fold (const char *text)
{
  return g_ascii_strdown (text, -1);
}

/**
 * daybook_username_is_valid:
 * @username: in the form that daybook_username_fold() gives
 *
 * Returns: whether it is 2–32 of a–z, 0–9, `.`, `-`, `_` and starts with a letter (rule 1).
 */
gboolean
daybook_username_is_valid (const char *username)
{
  gsize length = strlen (username);

  if (length < DAYBOOK_USERNAME_MIN || length > DAYBOOK_USERNAME_MAX)
    return FALSE;

  return g_ascii_islower (username[0]) &&
         strspn (username, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == length;
}

/**
 * daybook_email_is_valid:
 *
 * Returns: whether it has the form of an address: something, one `@`, a host name (rule 2). Whether
 *   anybody reads it cannot be known here.
 */
gboolean
daybook_email_is_valid (const char *email)
{
  const char *at = strchr (email, '@');

  return at != NULL && at != email && at[1] != '\0' && at[1] != '.' &&
         strchr (at + 1, '@') == NULL && strpbrk (email, " <>,;\"") == NULL &&
         !g_str_has_suffix (at, ".") && strstr (at, "..") == NULL;
}

/**
 * daybook_person_new:
 *
 * Returns: (transfer full): somebody who was not registered yet.
 */
DaybookPerson *
daybook_person_new (void)
{
  return g_new0 (DaybookPerson, 1);
}

/**
 * daybook_person_free:
 * @person: (nullable) (transfer full):
 */
void
daybook_person_free (DaybookPerson *person)
{
  if (person == NULL)
    return;

  g_free (person->id);
  g_free (person->username);
  g_free (person->name);
  g_free (person->email);
  g_free (person->phone);
  g_free (person->address);
  g_free (person->note);
  g_free (person);
}

static void
set (char       **member,
     const char  *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

/**
 * daybook_person_evolve:
 * @event: filed under the person; what is not about them as such (an account) is passed by
 */
void
daybook_person_evolve (DaybookPerson      *person,
                       const DaybookEvent *event)
{
  const DaybookPersonRegistered *r = (const DaybookPersonRegistered *) event;
  const DaybookPersonalDetailsChanged *d = (const DaybookPersonalDetailsChanged *) event;

  if (event->record.schema == &daybook_person_registered)
    {
      set (&person->id, r->person);
      set (&person->username, r->username);
      set (&person->name, r->name);
      set (&person->email, r->email);
      set (&person->phone, r->phone);
      set (&person->address, r->address);
      set (&person->note, r->note);
    }
  else if (event->record.schema == &daybook_personal_details_changed)
    {
      set (&person->name, d->name);
      set (&person->email, d->email);
      set (&person->phone, d->phone);
      set (&person->address, d->address);
      set (&person->note, d->note);
    }
  else if (event->record.schema == &daybook_username_changed)
    {
      set (&person->username, ((const DaybookUsernameChanged *) event)->username);
    }
}

static gboolean
check_username (const char  *folded,
                const char  *typed,
                GError     **error)
{
  return daybook_username_is_valid (folded) ||
         daybook_refuse (error, DAYBOOK_REFUSAL_USERNAME_INVALID,
                         .field = "username", .text = typed);
}

static gboolean
check_email (const char  *email,
             GError     **error)
{
  return email == NULL || daybook_email_is_valid (email) ||
         daybook_refuse (error, DAYBOOK_REFUSAL_EMAIL_INVALID, .field = "email", .text = email);
}

/**
 * daybook_person_decide_register:
 * @username_taken: whether anybody has, or ever had, that username
 * @events: (element-type DaybookEvent): receives what happens
 *
 * Rules 1 and 2.
 *
 * Returns: whether the person can be registered; else a refusal in @error.
 */
gboolean
daybook_person_decide_register (gboolean                username_taken,
                                const DaybookRegister  *command,
                                const DaybookContext   *context,
                                GPtrArray              *events,
                                GError                **error)
{
  g_autofree char *username = NULL;
  DaybookPersonRegistered *registered;

  if (command->username == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "username");

  username = daybook_username_fold (command->username);
  if (!check_username (username, command->username, error))
    return FALSE;
  if (username_taken)
    return daybook_refuse (error, DAYBOOK_REFUSAL_USERNAME_TAKEN,
                           .field = "username", .text = username);
  if (command->name == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "name");
  if (!check_email (command->email, error))
    return FALSE;

  registered = daybook_record_new (&daybook_person_registered);
  registered->event.value_date = context->today;
  registered->person = g_strdup (context->new_id);
  registered->username = g_steal_pointer (&username);
  registered->name = g_strdup (command->name);
  registered->email = g_strdup (command->email);
  registered->phone = g_strdup (command->phone);
  registered->address = g_strdup (command->address);
  registered->note = g_strdup (command->note);
  g_ptr_array_add (events, registered);

  return TRUE;
}

/* What is known from now on: what there was, unless the command says otherwise. */
static char *
detail (const char *old,
        const char *asked)
{
  if (asked == NULL)
    return g_strdup (old);

  return strcmp (asked, "-") == 0 ? NULL : g_strdup (asked);
}

static DaybookEvent *
change_details (const DaybookPerson       *person,
                const DaybookPersonChange *command,
                const DaybookContext      *context)
{
  DaybookPersonalDetailsChanged *changed = daybook_record_new (&daybook_personal_details_changed);

  changed->event.value_date = context->today;
  changed->person = g_strdup (person->id);
  changed->name = g_strdup (command->name != NULL ? command->name : person->name);
  changed->email = detail (person->email, command->email);
  changed->phone = detail (person->phone, command->phone);
  changed->address = detail (person->address, command->address);
  changed->note = detail (person->note, command->note);

  if (g_strcmp0 (changed->name, person->name) != 0 ||
      g_strcmp0 (changed->email, person->email) != 0 ||
      g_strcmp0 (changed->phone, person->phone) != 0 ||
      g_strcmp0 (changed->address, person->address) != 0 ||
      g_strcmp0 (changed->note, person->note) != 0)
    return &changed->event;

  daybook_record_free (changed);
  return NULL;
}

static DaybookEvent *
change_username (const DaybookPerson  *person,
                 const char           *username,
                 const DaybookContext *context)
{
  DaybookUsernameChanged *changed = daybook_record_new (&daybook_username_changed);

  changed->event.value_date = context->today;
  changed->person = g_strdup (person->id);
  changed->username = g_strdup (username);
  changed->former = g_strdup (person->username);

  return &changed->event;
}

/**
 * daybook_person_decide_change:
 * @taken_by: (nullable): the id of the person who has, or once had, the username asked for
 * @events: (element-type DaybookEvent): receives what happens: one event for details, one for the
 *   username
 *
 * Rules 1 and 2. A username that somebody gave up stays theirs: only they can take it back.
 *
 * Returns: whether that can be known of the person; else a refusal in @error.
 */
gboolean
daybook_person_decide_change (const DaybookPerson        *person,
                              const char                 *taken_by,
                              const DaybookPersonChange  *command,
                              const DaybookContext       *context,
                              GPtrArray                  *events,
                              GError                    **error)
{
  g_autofree char *username = daybook_username_fold (command->username != NULL
                                                       ? command->username : person->username);
  g_autofree char *email = detail (NULL, command->email);
  gboolean renamed = strcmp (username, person->username) != 0;
  DaybookEvent *details;

  /* Rule 2: there must be a name. */
  if (g_strcmp0 (command->name, "-") == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "name");
  if (!check_email (email, error) ||
      (renamed && !check_username (username, command->username, error)))
    return FALSE;
  if (renamed && taken_by != NULL && strcmp (taken_by, person->id) != 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_USERNAME_TAKEN,
                           .field = "username", .text = username);

  details = change_details (person, command, context);
  if (details != NULL)
    g_ptr_array_add (events, details);
  if (renamed)
    g_ptr_array_add (events, change_username (person, username, context));

  return details != NULL || renamed ||
         daybook_refuse (error, DAYBOOK_REFUSAL_NOTHING_CHANGES, .field = "person");
}
