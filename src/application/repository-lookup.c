/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom and what somebody means: from a username, an account's number or a reference to a person's
 * id or an account. */

#include "repository-private.h"

#include <string.h>

#include "people/person.h"
#include "refusal.h"

static gboolean
take_person_id (const DaybookEntry  *entry,
                guint64              version,
                gpointer             user_data,
                GError             **error)
{
  const DaybookEvent *event = entry->event;
  const char *person = NULL;

  if (event->record.schema == &daybook_person_registered)
    person = ((const DaybookPersonRegistered *) event)->person;
  else if (event->record.schema == &daybook_username_changed)
    person = ((const DaybookUsernameChanged *) event)->person;

  if (person != NULL)
    {
      g_free (*(char **) user_data);
      *(char **) user_data = g_strdup (person);
    }

  return TRUE;
}

/**
 * daybook_repository_find_owner:
 * @username: in the form that daybook_username_fold() gives
 * @person: (out) (transfer full): the id of the person who has or once had it; %NULL for nobody
 *
 * Returns: whether the book could be read.
 */
gboolean
daybook_repository_find_owner (DaybookRepository  *self,
                               const char         *username,
                               char              **person,
                               GError            **error)
{
  *person = NULL;

  return daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_USERNAME, username, 0,
                                          take_person_id, person, error);
}

/**
 * daybook_repository_find_person:
 * @username: as typed
 * @field: the command's field it was typed in, for the refusal
 *
 * A username that was given up still means the person who had it: nobody else ever gets it.
 *
 * Returns: (transfer full): the person's id; %NULL on error, a refusal if nobody is called that.
 */
char *
daybook_repository_find_person (DaybookRepository  *self,
                                const char         *username,
                                const char         *field,
                                GError            **error)
{
  g_autofree char *folded = daybook_username_fold (username);
  g_autofree char *id = NULL;

  if (!daybook_repository_find_owner (self, folded, &id, error))
    return NULL;

  if (id == NULL)
    daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_UNKNOWN, .field = field, .text = username);

  return g_steal_pointer (&id);
}

/* Folds which accounts are a person's. */
static gboolean
collect_account (const DaybookEntry  *entry,
                 guint64              version,
                 gpointer             user_data,
                 GError             **error)
{
  const DaybookSchema *schema = entry->event->record.schema;
  GArray *numbers = user_data;

  if (schema == &daybook_account_opened)
    g_array_append_val (numbers, ((const DaybookAccountOpened *) entry->event)->account);
  if (schema == &daybook_holder_added)
    g_array_append_val (numbers, ((const DaybookHolderAdded *) entry->event)->account);
  if (schema == &daybook_holder_removed)
    for (guint i = 0; i < numbers->len; i++)
      if (daybook_account_number_equal (&g_array_index (numbers, DaybookAccountNumber, i),
                                        &((const DaybookHolderRemoved *) entry->event)->account))
        g_array_remove_index (numbers, i--);

  return TRUE;
}

/**
 * daybook_repository_list_accounts:
 * @person: an id
 *
 * Returns: (transfer full) (element-type DaybookAccountNumber): the accounts that the person holds,
 *   alone or with others, open or closed; %NULL on error.
 */
GArray *
daybook_repository_list_accounts (DaybookRepository  *self,
                                  const char         *person,
                                  GError            **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (DaybookAccountNumber));

  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_PERSON, person, 0,
                                        collect_account, numbers, error))
    return NULL;

  return g_steal_pointer (&numbers);
}

/* Leaves the open ones, if there are any. */
static gboolean
prefer_open (DaybookRepository  *self,
             GArray             *numbers,
             GError            **error)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (DaybookAccountNumber));

  for (guint i = 0; i < numbers->len; i++)
    {
      const DaybookAccountNumber *number = &g_array_index (numbers, DaybookAccountNumber, i);
      const DaybookAccount *account;
      guint64 version;

      account = daybook_account_states_get (self->accounts, number, &version, error);
      if (account == NULL)
        return FALSE;
      if (account->status == DAYBOOK_ACCOUNT_OPEN)
        g_array_append_val (open, *number);
    }

  if (open->len > 0)
    {
      g_array_set_size (numbers, 0);
      g_array_append_vals (numbers, open->data, open->len);
    }
  return TRUE;
}

static gboolean
find_only_account (DaybookRepository     *self,
                   const char            *username,
                   const char            *field,
                   DaybookAccountNumber  *number,
                   GError               **error)
{
  g_autofree char *person = daybook_repository_find_person (self, username, field, error);
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  if (person == NULL ||
      (numbers = daybook_repository_list_accounts (self, person, error)) == NULL ||
      (numbers->len > 1 && !prefer_open (self, numbers, error)))
    return FALSE;

  if (numbers->len == 0)
    return daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT,
                           .field = field, .text = username);

  if (numbers->len == 1)
    {
      *number = g_array_index (numbers, DaybookAccountNumber, 0);
      return TRUE;
    }

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "",
                            g_array_index (numbers, DaybookAccountNumber, i).digits);

  return daybook_refuse (error, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS, .field = field,
                         .text = username, .number = numbers->len, .account = list->str);
}

static gboolean
take_reference (const DaybookEntry  *entry,
                guint64              version,
                gpointer             user_data,
                GError             **error)
{
  *(DaybookAccountNumber *) user_data = ((const DaybookAccountOpened *) entry->event)->account;
  return FALSE;
}

/* What a reference means is recorded once, when the account is opened. */
static gboolean
find_by_reference (DaybookRepository     *self,
                   const char            *reference,
                   const char            *field,
                   DaybookAccountNumber  *number,
                   GError               **error)
{
  const DaybookAccountNumber *known = g_hash_table_lookup (self->references, reference);

  if (known != NULL)
    {
      *number = *known;
      return TRUE;
    }

  *number = (DaybookAccountNumber) { 0 };
  if (!daybook_event_store_read_stream (self->store, DAYBOOK_STREAM_REFERENCE, reference, 0,
                                        take_reference, number, error))
    return FALSE;

  if (!daybook_account_number_is_set (number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN,
                           .field = field, .text = reference);

  g_hash_table_insert (self->references, g_strdup (reference),
                       g_memdup2 (number, sizeof *number));
  return TRUE;
}

/**
 * daybook_repository_find_account:
 * @who: a username, an account number, or `ref:` and a reference
 * @field: the command's field it was typed in, for the refusal
 * @number: (out): the account that is meant
 *
 * A number's check digits are verified before anything else (rule 4). A username means the one
 * account that the person holds, of several the one that is open; where there are several still,
 * the refusal lists them.
 *
 * Returns: whether exactly one account is meant; else an error.
 */
gboolean
daybook_repository_find_account (DaybookRepository     *self,
                                 const char            *who,
                                 const char            *field,
                                 DaybookAccountNumber  *number,
                                 GError               **error)
{
  guint64 version;

  if (who == NULL || *who == '\0')
    return daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = field);
  if (g_str_has_prefix (who, "ref:"))
    return find_by_reference (self, who + strlen ("ref:"), field, number, error);
  if (!daybook_account_number_looks_like (who))
    return find_only_account (self, who, field, number, error);

  if (!daybook_account_number_parse (who, number))
    return daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID,
                           .field = field, .text = who);
  if (!daybook_event_store_get_version (self->store, DAYBOOK_STREAM_ACCOUNT, number->digits,
                                        &version, error))
    return FALSE;

  return version > 0 || daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN,
                                        .field = field, .account = number->digits);
}
