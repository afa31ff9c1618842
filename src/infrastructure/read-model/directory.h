/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "read-model/collation.h"
#include "read-model/projection.h"

/* What the parts of the directory's projection share; nobody else includes this. */

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_DIRECTORY_ADD_PERSON,
  DAYBOOK_DIRECTORY_FIND_PERSON,
  DAYBOOK_DIRECTORY_GET_PERSON,
  DAYBOOK_DIRECTORY_PUT_DETAILS,
  DAYBOOK_DIRECTORY_PUT_USERNAME,
  DAYBOOK_DIRECTORY_PUT_PERSON_SEARCH,
  DAYBOOK_DIRECTORY_GET_ACCOUNTS_OF,
  DAYBOOK_DIRECTORY_ADD_ACCOUNT,
  DAYBOOK_DIRECTORY_GET_ACCOUNT,
  DAYBOOK_DIRECTORY_GET_HOLDERS,
  DAYBOOK_DIRECTORY_PUT_ACCOUNT_SEARCH,
  DAYBOOK_DIRECTORY_PUT_NAME,
  DAYBOOK_DIRECTORY_PUT_AUTHORITY,
  DAYBOOK_DIRECTORY_PUT_LIMITS,
  DAYBOOK_DIRECTORY_PUT_DEBITS_BLOCKED,
  DAYBOOK_DIRECTORY_PUT_CREDITS_BLOCKED,
  DAYBOOK_DIRECTORY_PUT_STATUS,
  DAYBOOK_DIRECTORY_ADD_HOLDER,
  DAYBOOK_DIRECTORY_REMOVE_HOLDER,
  DAYBOOK_DIRECTORY_N_STATEMENTS
} DaybookDirectoryStatement;

typedef struct
{
  sqlite3 *db;
  DaybookCollation *collation;
  sqlite3_stmt *statements[DAYBOOK_DIRECTORY_N_STATEMENTS];
} DaybookDirectory;

gboolean daybook_directory_find_person          (DaybookDirectory     *self,
                                                 const char           *id,
                                                 guint32              *key,
                                                 GError              **error);
gboolean daybook_directory_change_one           (DaybookDirectory     *self,
                                                 sqlite3_stmt         *stmt,
                                                 const char           *what,
                                                 GError              **error);
gboolean daybook_directory_write_account_search (DaybookDirectory     *self,
                                                 guint32               account,
                                                 DaybookTouched       *touched,
                                                 GError              **error);
gboolean daybook_directory_apply_to_people      (DaybookDirectory     *self,
                                                 const DaybookEvent   *event,
                                                 DaybookTouched       *touched,
                                                 GError              **error);
gboolean daybook_directory_apply_to_accounts    (DaybookDirectory     *self,
                                                 const DaybookEvent   *event,
                                                 DaybookTouched       *touched,
                                                 GError              **error);

static inline void
daybook_directory_touch (GHashTable *keys,
                         guint32     key)
{
  g_hash_table_add (keys, GUINT_TO_POINTER (key));
}

static inline void
daybook_directory_add_words (GString    *words,
                             const char *text)
{
  if (text != NULL)
    g_string_append_printf (words, "%s\n", text);
}

G_END_DECLS
