/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account in a list: its figures as text, and nothing to keep up to date. */

#include "account-row.h"

#include <glib/gi18n-lib.h>

#include "money-text.h"
#include "property.h"
#include "sentences.h"

enum
{
  PROP_KEY = 1,
  PROP_NUMBER,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_BALANCE,
  PROP_STATUS,
  N_PROPS
};

struct _DaybookAccountRow
{
  GObject parent_instance;

  guint key;
  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookAccountRow, daybook_account_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
daybook_account_row_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DaybookAccountRow *self = DAYBOOK_ACCOUNT_ROW (object);

  g_assert (id < N_PROPS);
  if (id == PROP_KEY)
    g_value_set_uint (value, self->key);
  else
    g_value_set_string (value, self->texts[id] != NULL ? self->texts[id] : "");
}

static void
daybook_account_row_finalize (GObject *object)
{
  DaybookAccountRow *self = DAYBOOK_ACCOUNT_ROW (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_account_row_parent_class)->finalize (object);
}

static void
daybook_account_row_class_init (DaybookAccountRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_account_row_get_property;
  object_class->finalize = daybook_account_row_finalize;

  properties[PROP_KEY] = DAYBOOK_UINT_PROPERTY ("key", DAYBOOK_READABLE);
  properties[PROP_NUMBER] = DAYBOOK_TEXT_PROPERTY ("number", DAYBOOK_READABLE);
  properties[PROP_TITLE] = DAYBOOK_TEXT_PROPERTY ("title", DAYBOOK_READABLE);
  properties[PROP_CAPTION] = DAYBOOK_TEXT_PROPERTY ("caption", DAYBOOK_READABLE);
  properties[PROP_BALANCE] = DAYBOOK_TEXT_PROPERTY ("balance", DAYBOOK_READABLE);
  properties[PROP_STATUS] = DAYBOOK_TEXT_PROPERTY ("status", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_account_row_init (DaybookAccountRow *self)
{
}

/* In a list the minus of one figure among many is easily overlooked. */
static char *
get_status (const DaybookAccountFigures *figures)
{
  g_autofree char *status = daybook_account_status_text (figures);

  if (*status == '\0' && figures->balance < 0)
    /* Translators: the status of an account: its balance is below zero. */
    return g_strdup (C_("account", "Overdrawn"));

  return g_steal_pointer (&status);
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
  self->texts[PROP_NUMBER] = daybook_account_number_text (&figures->number);
  self->texts[PROP_TITLE] = daybook_account_title (figures);
  self->texts[PROP_CAPTION] = daybook_account_caption (figures);
  self->texts[PROP_BALANCE] = daybook_money_text (figures->balance, figures->currency);
  self->texts[PROP_STATUS] = get_status (figures);

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

/**
 * daybook_account_status_text:
 *
 * Returns: (transfer full): empty while the account is open and money moves.
 */
char *
daybook_account_status_text (const DaybookAccountFigures *figures)
{
  if (figures->status == DAYBOOK_ACCOUNT_CLOSED)
    /* Translators: the status of an account. */
    return g_strdup (C_("account", "Closed"));
  if (figures->debits_blocked != NULL || figures->credits_blocked != NULL)
    /* Translators: the status of an account: no money goes out, or none comes in, or neither. */
    return g_strdup (C_("account", "Blocked"));

  return g_strdup ("");
}
