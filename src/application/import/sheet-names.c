/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose account a sheet means: by an account's number or reference, or by a person's username or
 * their name as a whole, without regard to case and accents; as long as that is one person. The
 * book is asked once for each text that occurs. Whom it does not know may be somebody new, who gets
 * a username at once, so that nobody else in the sheet gets the same. */

#include "import/sheet-names.h"

#include <string.h>

#include "accounts/account-number.h"
#include "import/import-error.h"
#include "people/suggest-username.h"
#include "refusal.h"
#include "search-text.h"
#include "store-error.h"
#include "who.h"

struct _DaybookSheetNames
{
  DaybookReadModel *read_model;
  DaybookCurrency home;
  gboolean opens_accounts;
  GHashTable *names;
  GHashTable *given;
};

static void
name_free (gpointer data)
{
  DaybookSheetName *name = data;

  g_free (name->to);
  g_clear_error (&name->problem);
  g_free (name->newcomer);
  g_free (name);
}

/**
 * daybook_sheet_names_new:
 * @home: the currency of an account that is opened
 * @opens_accounts: whether who is not there yet gets an account
 *
 * Returns: (transfer full): asks @read_model.
 */
DaybookSheetNames *
daybook_sheet_names_new (DaybookReadModel *read_model,
                         DaybookCurrency   home,
                         gboolean          opens_accounts)
{
  DaybookSheetNames *self = g_new0 (DaybookSheetNames, 1);

  self->read_model = g_object_ref (read_model);
  self->home = home;
  self->opens_accounts = opens_accounts;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_free);
  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * daybook_sheet_names_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_sheet_names_free (DaybookSheetNames *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->read_model);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->given);
  g_free (self);
}

static gboolean
is_taken (const char *username,
          gpointer    user_data)
{
  DaybookSheetNames *self = user_data;
  g_autoptr (DaybookPersonDetails) person = NULL;

  if (g_hash_table_contains (self->given, username))
    return TRUE;

  person = daybook_who_find_person (self->read_model, username, NULL);
  return person != NULL;
}

/* Asks for the account that @who means. What is refused is @name's problem. */
static gboolean
try_account (DaybookSheetNames *self,
             const char        *who,
             DaybookSheetName  *name)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  g_clear_error (&name->problem);
  figures = daybook_who_find_account (self->read_model, who, &name->problem);
  if (figures == NULL)
    return FALSE;

  name->to = g_strdup (figures->number.digits);
  name->currency = figures->currency;
  return TRUE;
}

/* The people who are called exactly that: their usernames. */
static GPtrArray *
find_namesakes (DaybookSheetNames  *self,
                const char         *folded,
                GError            **error)
{
  g_autoptr (GArray) keys = daybook_read_model_find_people (self->read_model, folded, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr (DaybookPersonDetails) person = NULL;
      g_autofree char *other = NULL;

      person = daybook_read_model_get_person (self->read_model,
                                              g_array_index (keys, guint32, i), error);
      if (person == NULL)
        return NULL;

      other = daybook_search_fold (person->name);
      if (strcmp (other, folded) == 0)
        g_ptr_array_add (found, g_strdup (person->username));
    }

  return keys != NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* From the name; by number where it has no letters for one, or too many others are called so. */
static char *
make_username (DaybookSheetNames *self,
               const char        *name)
{
  char *username = daybook_suggest_username (name, is_taken, self);
  DaybookTotals totals = { 0 };

  if (*username != '\0')
    return username;

  daybook_read_model_get_totals (self->read_model, &totals, NULL);
  for (guint n = totals.n_people + g_hash_table_size (self->given) + 1; ; n++)
    {
      g_free (username);
      username = g_strdup_printf ("person%u", n);
      if (!is_taken (username, self))
        return username;
    }
}

/* Somebody whom the book does not know. What has no letters is nobody's name. */
static void
welcome (DaybookSheetNames *self,
         const char        *text,
         DaybookSheetName  *name)
{
  g_clear_error (&name->problem);
  if (!self->opens_accounts || !has_letter (text))
    {
      daybook_import_fail (&name->problem, DAYBOOK_IMPORT_ERROR_NOBODY, .text = text);
      return;
    }

  name->to = make_username (self, text);
  g_hash_table_add (self->given, g_strdup (name->to));
  name->currency = self->home;
  name->newcomer = g_strdup (text);
}

/* A person of the book without an account gets one, where that is wanted. */
static void
settle (DaybookSheetNames *self,
        const char        *username,
        const char        *text,
        DaybookSheetName  *name)
{
  if (!self->opens_accounts ||
      !g_error_matches (name->problem, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT))
    return;

  g_clear_error (&name->problem);
  name->to = g_strdup (username);
  name->currency = self->home;
  name->newcomer = g_strdup (text);
  name->is_known = TRUE;
}

/* Whoever has @text for a username is meant as well: where that is somebody else, nobody knows
 * which of them. */
static gboolean
add_owner (DaybookSheetNames  *self,
           const char         *text,
           GPtrArray          *found,
           GError            **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (DaybookPersonDetails) owner =
    daybook_who_find_person (self->read_model, text, &problem);

  if (owner == NULL && problem->domain != DAYBOOK_REFUSAL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (owner != NULL &&
      !g_ptr_array_find_with_equal_func (found, owner->username, g_str_equal, NULL))
    g_ptr_array_add (found, g_strdup (owner->username));
  return TRUE;
}

static gboolean
find_person (DaybookSheetNames  *self,
             const char         *text,
             const char         *folded,
             DaybookSheetName   *name,
             GError            **error)
{
  g_autoptr (GPtrArray) found = find_namesakes (self, folded, error);

  if (found == NULL || !add_owner (self, text, found, error))
    return FALSE;

  g_clear_error (&name->problem);
  if (found->len > 1)
    daybook_import_fail (&name->problem, DAYBOOK_IMPORT_ERROR_NAMESAKES,
                         .text = text, .found = found->len);
  else if (found->len == 0)
    welcome (self, text, name);
  else if (!try_account (self, g_ptr_array_index (found, 0), name))
    settle (self, g_ptr_array_index (found, 0), text, name);

  return TRUE;
}

/* A number first, then a reference, then a person. Numbers mean nobody. */
static gboolean
find (DaybookSheetNames  *self,
      const char         *text,
      const char         *folded,
      DaybookSheetName   *name,
      GError            **error)
{
  g_autofree char *reference = g_strconcat ("ref:", text, NULL);
  g_autoptr (GError) no_number = NULL;

  if (daybook_account_number_looks_like (text))
    {
      if (try_account (self, text, name) || name->problem->domain != DAYBOOK_REFUSAL)
        return TRUE;
      no_number = g_error_copy (name->problem);
    }

  if (try_account (self, reference, name) ||
      !g_error_matches (name->problem, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN))
    return TRUE;
  if (no_number == NULL)
    return find_person (self, text, folded, name, error);

  g_clear_error (&name->problem);
  name->problem = g_steal_pointer (&no_number);
  return TRUE;
}

/**
 * daybook_sheet_names_find:
 * @text: what stands in the sheet, without blanks around it
 *
 * Returns: (transfer none): what it means, as long as @self lives; %NULL on error.
 */
const DaybookSheetName *
daybook_sheet_names_find (DaybookSheetNames  *self,
                          const char         *text,
                          GError            **error)
{
  g_autofree char *folded = daybook_search_fold (text);
  DaybookSheetName *name = g_hash_table_lookup (self->names, folded);
  gboolean ok = TRUE;

  if (name != NULL)
    return name;

  name = g_new0 (DaybookSheetName, 1);
  if (*text == '\0')
    daybook_refuse (&name->problem, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "account");
  else
    ok = find (self, text, folded, name, error);

  if (ok && name->problem != NULL && name->problem->domain != DAYBOOK_REFUSAL &&
      name->problem->domain != DAYBOOK_IMPORT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&name->problem));
      ok = FALSE;
    }
  if (!ok)
    {
      name_free (name);
      return NULL;
    }

  g_hash_table_insert (self->names, g_steal_pointer (&folded), name);
  return name;
}
