/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* WHO, while it is typed: which account or person is meant, according to the read model.
 *
 * The rules are the repository's, and the refusals the same, so that what stands beside a field
 * before confirming is what would stand there afterwards. Only the repository's answer counts. */

#include "who.h"

#include <string.h>

#include "people/person.h"
#include "refusal.h"
#include "store-error.h"

#define REFERENCE_PREFIX "ref:"

/* Those of the accounts that have that reference; all of them if it is %NULL. */
static GPtrArray *
get_accounts (DaybookReadModel  *read_model,
              GArray            *keys,
              const char        *reference,
              GError           **error)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_account_figures_free);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (DaybookAccountFigures) figures = NULL;

      figures = daybook_read_model_get_account (read_model, g_array_index (keys, guint32, i),
                                                error);
      if (figures == NULL)
        return NULL;
      if (reference == NULL || g_strcmp0 (figures->reference, reference) == 0)
        g_ptr_array_add (found, g_steal_pointer (&figures));
    }

  return g_steal_pointer (&found);
}

static GPtrArray *
get_accounts_by_reference (DaybookReadModel  *read_model,
                           const char        *reference,
                           GError           **error)
{
  g_autoptr (GArray) keys = daybook_read_model_find_accounts (read_model, reference, 0, error);

  return keys != NULL ? get_accounts (read_model, keys, reference, error) : NULL;
}

static DaybookAccountFigures *
find_by_number (DaybookReadModel  *read_model,
                const char        *who,
                GError           **error)
{
  DaybookAccountFigures *figures;
  DaybookAccountNumber number;
  g_autoptr (GError) problem = NULL;

  if (!daybook_account_number_parse (who, &number))
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID, .text = who);
      return NULL;
    }

  figures = daybook_read_model_get_account (read_model,
                                            daybook_account_number_get_sequence (&number),
                                            &problem);
  if (figures == NULL &&
      g_error_matches (problem, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_FOUND))
    daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN, .account = number.digits);
  else if (figures == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return figures;
}

static DaybookAccountFigures *
find_by_reference (DaybookReadModel  *read_model,
                   const char        *reference,
                   GError           **error)
{
  g_autoptr (GPtrArray) found = get_accounts_by_reference (read_model, reference, error);

  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN, .text = reference);
      return NULL;
    }

  return g_ptr_array_steal_index (found, 0);
}

/* Of several accounts those that are open, if there is one. */
static void
prefer_open (GPtrArray *accounts)
{
  guint n_open = 0;

  for (guint i = 0; i < accounts->len; i++)
    n_open += ((DaybookAccountFigures *) accounts->pdata[i])->status == DAYBOOK_ACCOUNT_OPEN;

  for (guint i = accounts->len; n_open > 0 && i > 0; i--)
    if (((DaybookAccountFigures *) accounts->pdata[i - 1])->status != DAYBOOK_ACCOUNT_OPEN)
      g_ptr_array_remove_index (accounts, i - 1);
}

static DaybookAccountFigures *
find_by_username (DaybookReadModel  *read_model,
                  const char        *who,
                  GError           **error)
{
  g_autoptr (DaybookPersonDetails) person = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);

  person = daybook_who_find_person (read_model, who, error);
  if (person == NULL)
    return NULL;

  keys = daybook_read_model_find_accounts (read_model, NULL, person->key, error);
  found = keys != NULL ? get_accounts (read_model, keys, NULL, error) : NULL;
  if (found == NULL)
    return NULL;
  prefer_open (found);
  if (found->len == 0)
    {
      daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT, .text = who);
      return NULL;
    }
  if (found->len == 1)
    return g_ptr_array_steal_index (found, 0);

  for (guint i = 0; i < found->len; i++)
    {
      const DaybookAccountFigures *figures = g_ptr_array_index (found, i);

      g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", figures->number.digits);
    }
  daybook_refuse (error, DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS,
                  .text = who, .number = found->len, .account = numbers->str);
  return NULL;
}

/**
 * daybook_who_find_account:
 * @who: a username, an account number, or `ref:` and a reference; not empty
 *
 * Returns: (transfer full): the account that is meant; %NULL on error, a refusal if it is not
 *   exactly one.
 */
DaybookAccountFigures *
daybook_who_find_account (DaybookReadModel  *read_model,
                          const char        *who,
                          GError           **error)
{
  if (g_str_has_prefix (who, REFERENCE_PREFIX))
    return find_by_reference (read_model, who + strlen (REFERENCE_PREFIX), error);
  if (daybook_account_number_looks_like (who))
    return find_by_number (read_model, who, error);

  return find_by_username (read_model, who, error);
}

/* Whether somebody is called that, or was: a former username still means them (rule 1). */
static gboolean
has_username (const DaybookPersonDetails *details,
              const char                 *username)
{
  g_auto (GStrv) former = g_strsplit (details->former != NULL ? details->former : "", " ", -1);

  return strcmp (details->username, username) == 0 ||
         g_strv_contains ((const char *const *) former, username);
}

/**
 * daybook_who_find_person:
 * @username: as typed
 *
 * Returns: (transfer full): who is called that; %NULL on error, a refusal if nobody is.
 */
DaybookPersonDetails *
daybook_who_find_person (DaybookReadModel  *read_model,
                         const char        *username,
                         GError           **error)
{
  g_autofree char *folded = daybook_username_fold (username);
  g_autoptr (GArray) keys = daybook_read_model_find_people (read_model, folded, error);

  if (keys == NULL)
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (DaybookPersonDetails) details = NULL;

      details = daybook_read_model_get_person (read_model, g_array_index (keys, guint32, i),
                                               error);
      if (details == NULL)
        return NULL;
      if (has_username (details, folded))
        return g_steal_pointer (&details);
    }

  daybook_refuse (error, DAYBOOK_REFUSAL_PERSON_UNKNOWN, .text = username);
  return NULL;
}

/**
 * daybook_who_suggest_accounts:
 * @who: the beginning of what will be WHO, or part of a name; may be empty
 *
 * Returns: (transfer full) (element-type guint32): accounts that could be meant, those first whose
 *   words begin so; %NULL on error.
 */
GArray *
daybook_who_suggest_accounts (DaybookReadModel  *read_model,
                              const char        *who,
                              GError           **error)
{
  DaybookListing listing = { .closest_first = TRUE };

  if (g_str_has_prefix (who, REFERENCE_PREFIX))
    who += strlen (REFERENCE_PREFIX);

  listing.search = who;
  return daybook_read_model_list_accounts (read_model, &listing, error);
}

/**
 * daybook_who_suggest_people:
 * @who: the beginning of what will be a username, or part of a name; may be empty
 *
 * Returns: (transfer full) (element-type guint32): people who could be meant, those first whose
 *   words begin so; %NULL on error.
 */
GArray *
daybook_who_suggest_people (DaybookReadModel  *read_model,
                            const char        *who,
                            GError           **error)
{
  DaybookListing listing = { .search = who, .closest_first = TRUE };

  return daybook_read_model_list_people (read_model, &listing, error);
}

/**
 * daybook_who_has_reference:
 * @found: (out): whether an account has that reference
 *
 * Returns: whether the read model could be asked.
 */
gboolean
daybook_who_has_reference (DaybookReadModel  *read_model,
                           const char        *reference,
                           gboolean          *found,
                           GError           **error)
{
  g_autoptr (GPtrArray) accounts = get_accounts_by_reference (read_model, reference, error);

  if (accounts == NULL)
    return FALSE;

  *found = accounts->len > 0;
  return TRUE;
}
