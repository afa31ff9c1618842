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
  if (!daybook_username_is_valid (username))
    return daybook_refuse (error, DAYBOOK_REFUSAL_USERNAME_INVALID,
                           .field = "username", .text = command->username);
  if (username_taken)
    return daybook_refuse (error, DAYBOOK_REFUSAL_USERNAME_TAKEN,
                           .field = "username", .text = username);
  if (command->name == NULL)
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "name");
  if (command->email != NULL && !daybook_email_is_valid (command->email))
    return daybook_refuse (error, DAYBOOK_REFUSAL_EMAIL_INVALID,
                           .field = "email", .text = command->email);

  registered = daybook_record_new (&daybook_person_registered);
  registered->event.value_date = context->today;
  registered->person = g_strdup (context->new_id);
  registered->username = g_steal_pointer (&username);
  registered->name = g_strdup (command->name);
  registered->email = g_strdup (command->email);
  g_ptr_array_add (events, registered);

  return TRUE;
}
