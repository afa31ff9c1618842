/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory, people: what is known of them, and by which words they are found.
 *
 * A former username still means its person (rule 1), so it is still found. What a person is called
 * stands in the words of every account they hold: those follow. */

#include "people/person-records.h"
#include "read-model/directory.h"
#include "store-error.h"

static gboolean
write_search (DaybookDirectory  *self,
              guint32            person,
              DaybookTouched    *touched,
              GError           **error)
{
  sqlite3_stmt *get = self->statements[DAYBOOK_DIRECTORY_GET_PERSON];
  sqlite3_stmt *put = self->statements[DAYBOOK_DIRECTORY_PUT_PERSON_SEARCH];
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *search = NULL;
  gboolean row;

  sqlite3_bind_int64 (get, 1, person);
  if (!daybook_sql_step (get, &row, error))
    return FALSE;
  g_assert (row);

  for (int column = 0; column < sqlite3_column_count (get); column++)
    daybook_directory_add_words (words, daybook_sql_text (get, column));
  daybook_collation_bind (self->collation, put, 2, daybook_sql_text (get, 0));
  search = daybook_search_fold (words->str);
  sqlite3_reset (get);

  touched->words = TRUE;
  sqlite3_bind_int64 (put, 1, person);
  daybook_sql_bind_text (put, 3, search);
  return daybook_sql_run (put, error);
}

/* Keys of the accounts that a person holds. */
static GArray *
get_accounts_of (DaybookDirectory  *self,
                 guint32            person,
                 GError           **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_GET_ACCOUNTS_OF];
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (guint32));

  sqlite3_bind_int64 (stmt, 1, person);
  for (;;)
    {
      guint32 account;
      gboolean row;

      if (!daybook_sql_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&accounts);

      account = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (accounts, account);
    }
}

/* A person is called something else: they and all accounts of theirs are found and shown so. */
static gboolean
follow (DaybookDirectory  *self,
        guint32            person,
        DaybookTouched    *touched,
        GError           **error)
{
  g_autoptr (GArray) accounts = get_accounts_of (self, person, error);

  if (accounts == NULL || !write_search (self, person, touched, error))
    return FALSE;

  daybook_directory_touch (touched->people, person);
  for (guint i = 0; i < accounts->len; i++)
    {
      guint32 account = g_array_index (accounts, guint32, i);

      if (!daybook_directory_write_account_search (self, account, touched, error))
        return FALSE;
      daybook_directory_touch (touched->accounts, account);
    }

  return TRUE;
}

static gboolean
apply_registered (DaybookDirectory               *self,
                  const DaybookPersonRegistered  *e,
                  DaybookTouched                 *touched,
                  GError                        **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_ADD_PERSON];
  guint32 person;

  daybook_sql_bind_text (stmt, 1, e->person);
  daybook_sql_bind_text (stmt, 2, e->username);
  daybook_sql_bind_text (stmt, 3, e->name);
  daybook_sql_bind_text (stmt, 4, e->email);
  daybook_sql_bind_text (stmt, 5, e->phone);
  daybook_sql_bind_text (stmt, 6, e->address);
  daybook_sql_bind_text (stmt, 7, e->note);
  sqlite3_bind_int64 (stmt, 8, e->event.value_date);
  if (!daybook_sql_run (stmt, error))
    return FALSE;

  person = sqlite3_last_insert_rowid (self->db);
  daybook_directory_touch (touched->people, person);
  return write_search (self, person, touched, error);
}

static gboolean
apply_details_changed (DaybookDirectory                     *self,
                       const DaybookPersonalDetailsChanged  *e,
                       DaybookTouched                       *touched,
                       GError                              **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_PUT_DETAILS];
  guint32 person;

  if (!daybook_directory_find_person (self, e->person, &person, error))
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, person);
  daybook_sql_bind_text (stmt, 2, e->name);
  daybook_sql_bind_text (stmt, 3, e->email);
  daybook_sql_bind_text (stmt, 4, e->phone);
  daybook_sql_bind_text (stmt, 5, e->address);
  daybook_sql_bind_text (stmt, 6, e->note);

  return daybook_sql_run (stmt, error) && follow (self, person, touched, error);
}

/* Usernames that were given up: once each, in that order, without the one that is used now. */
static char *
list_former (const char                   *before,
             const DaybookUsernameChanged *e)
{
  g_auto (GStrv) usernames = g_strsplit (before != NULL ? before : "", " ", -1);
  g_autoptr (GString) former = g_string_new (NULL);

  for (guint i = 0; usernames[i] != NULL; i++)
    if (!g_str_equal (usernames[i], e->username) && !g_str_equal (usernames[i], e->former))
      g_string_append_printf (former, "%s ", usernames[i]);
  g_string_append (former, e->former);

  return g_string_free (g_steal_pointer (&former), FALSE);
}

static gboolean
apply_username_changed (DaybookDirectory              *self,
                        const DaybookUsernameChanged  *e,
                        DaybookTouched                *touched,
                        GError                       **error)
{
  sqlite3_stmt *get = self->statements[DAYBOOK_DIRECTORY_GET_PERSON];
  sqlite3_stmt *put = self->statements[DAYBOOK_DIRECTORY_PUT_USERNAME];
  g_autofree char *former = NULL;
  guint32 person;
  gboolean row;

  if (!daybook_directory_find_person (self, e->person, &person, error))
    return FALSE;

  sqlite3_bind_int64 (get, 1, person);
  if (!daybook_sql_step (get, &row, error))
    return FALSE;
  g_assert (row);
  former = list_former (daybook_sql_text (get, 2), e);
  sqlite3_reset (get);

  sqlite3_bind_int64 (put, 1, person);
  daybook_sql_bind_text (put, 2, e->username);
  daybook_sql_bind_text (put, 3, former);
  return daybook_sql_run (put, error) && follow (self, person, touched, error);
}

/* Works in what concerns people. */
gboolean
daybook_directory_apply_to_people (DaybookDirectory    *self,
                                   const DaybookEvent  *event,
                                   DaybookTouched      *touched,
                                   GError             **error)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_person_registered)
    return apply_registered (self, (const DaybookPersonRegistered *) event, touched, error);
  if (schema == &daybook_personal_details_changed)
    return apply_details_changed (self, (const DaybookPersonalDetailsChanged *) event, touched,
                                  error);
  if (schema == &daybook_username_changed)
    return apply_username_changed (self, (const DaybookUsernameChanged *) event, touched, error);

  return TRUE;
}
