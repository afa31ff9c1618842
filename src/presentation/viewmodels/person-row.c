/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A person in a list. */

#include "person-row.h"

#include <glib/gi18n-lib.h>

#include "number-text.h"
#include "property.h"

enum
{
  PROP_KEY = 1,
  PROP_NAME,
  PROP_USERNAME,
  PROP_EMAIL,
  PROP_ACCOUNTS,
  N_PROPS
};

struct _DaybookPersonRow
{
  GObject parent_instance;

  guint key;
  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookPersonRow, daybook_person_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
daybook_person_row_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DaybookPersonRow *self = DAYBOOK_PERSON_ROW (object);

  g_assert (id < N_PROPS);
  if (id == PROP_KEY)
    g_value_set_uint (value, self->key);
  else
    g_value_set_string (value, self->texts[id] != NULL ? self->texts[id] : "");
}

static void
daybook_person_row_finalize (GObject *object)
{
  DaybookPersonRow *self = DAYBOOK_PERSON_ROW (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_person_row_parent_class)->finalize (object);
}

static void
daybook_person_row_class_init (DaybookPersonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_person_row_get_property;
  object_class->finalize = daybook_person_row_finalize;

  properties[PROP_KEY] = DAYBOOK_UINT_PROPERTY ("key", DAYBOOK_READABLE);
  properties[PROP_NAME] = DAYBOOK_TEXT_PROPERTY ("name", DAYBOOK_READABLE);
  properties[PROP_USERNAME] = DAYBOOK_TEXT_PROPERTY ("username", DAYBOOK_READABLE);
  properties[PROP_EMAIL] = DAYBOOK_TEXT_PROPERTY ("email", DAYBOOK_READABLE);
  properties[PROP_ACCOUNTS] = DAYBOOK_TEXT_PROPERTY ("accounts", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_person_row_init (DaybookPersonRow *self)
{
}

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
  self->texts[PROP_NAME] = g_strdup (details->name);
  self->texts[PROP_USERNAME] = g_strdup (details->username);
  self->texts[PROP_EMAIL] = g_strdup (details->email);
  self->texts[PROP_ACCOUNTS] =
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
  return self->texts[PROP_USERNAME] != NULL ? self->texts[PROP_USERNAME] : "";
}
