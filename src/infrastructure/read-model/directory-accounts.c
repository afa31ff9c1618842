/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory, accounts: whose they are, on what terms, and whether money moves. */

#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "read-model/directory.h"

static const char account_text[] = "account";

/* All by which the holders are found, and their names alone, by which the account is sorted. */
static gboolean
add_words_of_holders (DaybookDirectory  *self,
                      guint32            account,
                      GString           *words,
                      GString           *names,
                      GError           **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_GET_HOLDERS];
  gboolean row;

  sqlite3_bind_int64 (stmt, 1, account);
  for (;;)
    {
      if (!daybook_sql_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      g_string_append (names, names->len > 0 ? DAYBOOK_COLLATION_SEPARATOR : "");
      g_string_append (names, daybook_sql_text (stmt, 0));
      for (int column = 0; column < sqlite3_column_count (stmt); column++)
        daybook_directory_add_words (words, daybook_sql_text (stmt, column));
    }
}

/* The words by which an account is found and sorted, as they follow from what now stands in the
 * tables. */
gboolean
daybook_directory_write_account_search (DaybookDirectory  *self,
                                        guint32            account,
                                        DaybookTouched    *touched,
                                        GError           **error)
{
  sqlite3_stmt *get = self->statements[DAYBOOK_DIRECTORY_GET_ACCOUNT];
  sqlite3_stmt *put = self->statements[DAYBOOK_DIRECTORY_PUT_ACCOUNT_SEARCH];
  g_autoptr (GString) words = g_string_new (NULL), names = g_string_new (NULL);
  char spaced[DAYBOOK_ACCOUNT_NUMBER_LENGTH];
  g_autofree char *search = NULL;
  DaybookAccountNumber number;
  gboolean row;

  daybook_account_number_new (account, &number);
  daybook_account_number_format (&number, spaced);
  daybook_directory_add_words (words, number.digits);
  daybook_directory_add_words (words, spaced);

  sqlite3_bind_int64 (get, 1, account);
  if (!daybook_sql_step (get, &row, error))
    return FALSE;
  if (row)
    {
      daybook_directory_add_words (words, daybook_sql_text (get, 0));
      daybook_directory_add_words (words, daybook_sql_text (get, 1));
      sqlite3_reset (get);
    }
  if (!add_words_of_holders (self, account, words, names, error))
    return FALSE;

  search = daybook_search_fold (words->str);
  touched->words = TRUE;
  sqlite3_bind_int64 (put, 1, account);
  daybook_sql_bind_text (put, 2, search);
  daybook_collation_bind (self->collation, put, 3, names->str);
  return daybook_directory_change_one (self, put, account_text, error);
}

static gboolean
add_holder (DaybookDirectory  *self,
            guint32            account,
            const char        *id,
            DaybookTouched    *touched,
            GError           **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_ADD_HOLDER];
  guint32 person;

  if (!daybook_directory_find_person (self, id, &person, error))
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, person);
  daybook_directory_touch (touched->people, person);
  return daybook_sql_run (stmt, error) &&
         daybook_directory_write_account_search (self, account, touched, error);
}

static gboolean
apply_opened (DaybookDirectory            *self,
              const DaybookAccountOpened  *e,
              guint32                      account,
              DaybookTouched              *touched,
              GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_ADD_ACCOUNT];

  sqlite3_bind_int64 (stmt, 1, account);
  daybook_sql_bind_text (stmt, 2, e->reference);
  daybook_sql_bind_text (stmt, 3, e->name);
  daybook_sql_bind_text (stmt, 4, e->currency.code);
  sqlite3_bind_int64 (stmt, 5, DAYBOOK_ACCOUNT_OPEN);
  sqlite3_bind_int64 (stmt, 6, e->event.value_date);
  sqlite3_bind_int64 (stmt, 7, DAYBOOK_AUTHORITY_ANY);
  sqlite3_bind_int64 (stmt, 8, e->overdraft);

  return daybook_sql_run (stmt, error) && add_holder (self, account, e->holder, touched, error);
}

static gboolean
apply_holder_added (DaybookDirectory          *self,
                    const DaybookHolderAdded  *e,
                    guint32                    account,
                    DaybookTouched            *touched,
                    GError                   **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_PUT_AUTHORITY];

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, e->authority);

  return daybook_directory_change_one (self, stmt, account_text, error) &&
         add_holder (self, account, e->holder, touched, error);
}

static gboolean
apply_holder_removed (DaybookDirectory            *self,
                      const DaybookHolderRemoved  *e,
                      guint32                      account,
                      DaybookTouched              *touched,
                      GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_REMOVE_HOLDER];
  guint32 person;

  if (!daybook_directory_find_person (self, e->holder, &person, error))
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, person);
  daybook_directory_touch (touched->people, person);
  return daybook_directory_change_one (self, stmt, "holder", error) &&
         daybook_directory_write_account_search (self, account, touched, error);
}

static gboolean
apply_renamed (DaybookDirectory             *self,
               const DaybookAccountRenamed  *e,
               guint32                       account,
               DaybookTouched               *touched,
               GError                      **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_PUT_NAME];

  sqlite3_bind_int64 (stmt, 1, account);
  daybook_sql_bind_text (stmt, 2, e->name);

  return daybook_directory_change_one (self, stmt, account_text, error) &&
         daybook_directory_write_account_search (self, account, touched, error);
}

static gboolean
apply_limits_changed (DaybookDirectory            *self,
                      const DaybookLimitsChanged  *e,
                      guint32                      account,
                      GError                     **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_PUT_LIMITS];

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, e->minimum);
  sqlite3_bind_int64 (stmt, 3, e->overdraft);
  sqlite3_bind_int64 (stmt, 4, e->per_withdrawal);
  sqlite3_bind_int64 (stmt, 5, e->per_day);

  return daybook_directory_change_one (self, stmt, account_text, error);
}

/* @reason: (nullable): %NULL where nothing is blocked any more */
static gboolean
put_block (DaybookDirectory  *self,
           guint32            account,
           DaybookSide        side,
           const char        *reason,
           GError           **error)
{
  sqlite3_stmt *stmt = self->statements[side == DAYBOOK_SIDE_DEBITS
                                          ? DAYBOOK_DIRECTORY_PUT_DEBITS_BLOCKED
                                          : DAYBOOK_DIRECTORY_PUT_CREDITS_BLOCKED];

  g_assert (side == DAYBOOK_SIDE_DEBITS || side == DAYBOOK_SIDE_CREDITS);

  sqlite3_bind_int64 (stmt, 1, account);
  daybook_sql_bind_text (stmt, 2, reason);
  return daybook_directory_change_one (self, stmt, account_text, error);
}

static gboolean
put_status (DaybookDirectory      *self,
            guint32                account,
            DaybookAccountStatus   status,
            DaybookDate            closed_on,
            GError               **error)
{
  sqlite3_stmt *stmt = self->statements[DAYBOOK_DIRECTORY_PUT_STATUS];

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, status);
  if (closed_on != DAYBOOK_DATE_NONE)
    sqlite3_bind_int64 (stmt, 3, closed_on);
  else
    sqlite3_bind_null (stmt, 3);

  return daybook_directory_change_one (self, stmt, account_text, error);
}

/* Touches the account of an event that concerns one, and gives its key. */
static guint32
touch_account (const DaybookAccountNumber *number,
               DaybookTouched             *touched)
{
  guint32 account = daybook_account_number_get_sequence (number);

  daybook_directory_touch (touched->accounts, account);
  return account;
}

#define AS(type) ((const type *) event)
#define ACCOUNT(type) touch_account (&AS (type)->account, touched)

static gboolean
apply_to_status (DaybookDirectory    *self,
                 const DaybookEvent  *event,
                 DaybookTouched      *touched,
                 GError             **error)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_account_blocked)
    return put_block (self, ACCOUNT (DaybookAccountBlocked), AS (DaybookAccountBlocked)->side,
                      AS (DaybookAccountBlocked)->reason, error);
  if (schema == &daybook_account_unblocked)
    return put_block (self, ACCOUNT (DaybookAccountUnblocked), AS (DaybookAccountUnblocked)->side,
                      NULL, error);
  if (schema == &daybook_account_closed)
    return put_status (self, ACCOUNT (DaybookAccountClosed), DAYBOOK_ACCOUNT_CLOSED,
                       event->value_date, error);
  if (schema == &daybook_account_reopened)
    return put_status (self, ACCOUNT (DaybookAccountReopened), DAYBOOK_ACCOUNT_OPEN,
                       DAYBOOK_DATE_NONE, error);

  return TRUE;
}

/* Works in what concerns accounts, but for their money. */
gboolean
daybook_directory_apply_to_accounts (DaybookDirectory    *self,
                                     const DaybookEvent  *event,
                                     DaybookTouched      *touched,
                                     GError             **error)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_account_opened)
    return apply_opened (self, AS (DaybookAccountOpened), ACCOUNT (DaybookAccountOpened), touched,
                         error);
  if (schema == &daybook_holder_added)
    return apply_holder_added (self, AS (DaybookHolderAdded), ACCOUNT (DaybookHolderAdded),
                               touched, error);
  if (schema == &daybook_holder_removed)
    return apply_holder_removed (self, AS (DaybookHolderRemoved), ACCOUNT (DaybookHolderRemoved),
                                 touched, error);
  if (schema == &daybook_account_renamed)
    return apply_renamed (self, AS (DaybookAccountRenamed), ACCOUNT (DaybookAccountRenamed),
                          touched, error);
  if (schema == &daybook_limits_changed)
    return apply_limits_changed (self, AS (DaybookLimitsChanged), ACCOUNT (DaybookLimitsChanged),
                                 error);

  return apply_to_status (self, event, touched, error);
}
