/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account in a list: its figures as text, and nothing to keep up to date. */

#include "account-row.h"

#include <glib/gi18n-lib.h>

#include "money-text.h"
#include "sentences.h"

struct _DaybookAccountRow
{
  DaybookRow parent_instance;

  guint key;
  char *number;
  char *title;
  char *caption;
  char *balance;
  char *status;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_UINT (DaybookAccountRow, key),
  DAYBOOK_ROW_TEXT (DaybookAccountRow, number),
  DAYBOOK_ROW_TEXT (DaybookAccountRow, title),
  DAYBOOK_ROW_TEXT (DaybookAccountRow, caption),
  DAYBOOK_ROW_TEXT (DaybookAccountRow, balance),
  DAYBOOK_ROW_TEXT (DaybookAccountRow, status),
};

DAYBOOK_DEFINE_ROW (DaybookAccountRow, daybook_account_row, fields)

/* In a list the minus of one figure among many is easily overlooked. */
static char *
get_status (const DaybookAccountFigures *figures)
{
  if (figures->status == DAYBOOK_ACCOUNT_CLOSED)
    /* Translators: the status of an account. */
    return g_strdup (C_("account", "Closed"));
  if (figures->debits_blocked != NULL || figures->credits_blocked != NULL)
    /* Translators: the status of an account: no money goes out, or none comes in, or neither. */
    return g_strdup (C_("account", "Blocked"));
  if (figures->balance < 0)
    /* Translators: the status of an account: its balance is below zero. */
    return g_strdup (C_("account", "Overdrawn"));

  return NULL;
}

/**
 * daybook_account_row_new:
 *
 * Returns: (transfer full): a row that says what @figures say now.
 */
DaybookAccountRow *
daybook_account_row_new (const DaybookAccountFigures *figures)
{
  DaybookAccountRow *self = g_object_new (DAYBOOK_TYPE_ACCOUNT_ROW, NULL);

  self->key = figures->key;
  self->number = daybook_account_number_text (&figures->number);
  self->title = daybook_account_title (figures);
  self->caption = daybook_account_caption (figures);
  self->balance = daybook_money_text (figures->balance, figures->currency);
  self->status = get_status (figures);

  return self;
}

/**
 * daybook_account_row_get_key:
 *
 * Returns: the account's place in its register; 0 for an empty row.
 */
guint
daybook_account_row_get_key (DaybookAccountRow *self)
{
  return self->key;
}

/**
 * daybook_account_title:
 *
 * Returns: (transfer full): what the account is called, or else whose it is.
 */
char *
daybook_account_title (const DaybookAccountFigures *figures)
{
  return g_strdup (figures->name != NULL ? figures->name : figures->holders);
}

/**
 * daybook_account_caption:
 *
 * Returns: (transfer full): what goes below the title: whose it is, where the title does not say
 *   so, and its number.
 */
char *
daybook_account_caption (const DaybookAccountFigures *figures)
{
  g_autofree char *number = daybook_account_number_text (&figures->number);

  if (figures->name == NULL)
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s · %s", figures->holders, number);
}
