/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A person in a list. */

#include "person-row.h"

#include <glib/gi18n-lib.h>

#include "number-text.h"

struct _DaybookPersonRow
{
  DaybookRow parent_instance;

  guint key;
  char *name;
  char *username;
  char *email;
  char *accounts;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_UINT (DaybookPersonRow, key),
  DAYBOOK_ROW_TEXT (DaybookPersonRow, name),
  DAYBOOK_ROW_TEXT (DaybookPersonRow, username),
  DAYBOOK_ROW_TEXT (DaybookPersonRow, email),
  DAYBOOK_ROW_TEXT (DaybookPersonRow, accounts),
};

DAYBOOK_DEFINE_ROW (DaybookPersonRow, daybook_person_row, fields)

/**
 * daybook_person_row_new:
 *
 * Returns: (transfer full): a row that says what @details say now.
 */
DaybookPersonRow *
daybook_person_row_new (const DaybookPersonDetails *details)
{
  DaybookPersonRow *self = g_object_new (DAYBOOK_TYPE_PERSON_ROW, NULL);

  self->key = details->key;
  self->name = g_strdup (details->name);
  self->username = g_strdup (details->username);
  self->email = g_strdup (details->email);
  self->accounts =
    details->n_accounts == 0
      ? g_strdup (_("No account"))
      : daybook_count_sentence (g_dngettext (GETTEXT_PACKAGE, "%u account", "%u accounts",
                                             details->n_accounts), details->n_accounts);

  return self;
}

/**
 * daybook_person_row_get_key:
 *
 * Returns: the person's place in the order of registration; 0 for an empty row.
 */
guint
daybook_person_row_get_key (DaybookPersonRow *self)
{
  return self->key;
}

/**
 * daybook_person_row_get_username:
 *
 * Returns: (transfer none): the username; empty for an empty row.
 */
const char *
daybook_person_row_get_username (DaybookPersonRow *self)
{
  return self->username != NULL ? self->username : "";
}
