/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Money that is set aside, in the list on its account's page. */

#include "hold-row.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "money-text.h"
#include "property.h"

enum
{
  PROP_ENTRY = 1,
  PROP_AMOUNT,
  PROP_REASON,
  PROP_DAYS,
  N_PROPS
};

struct _DaybookHoldRow
{
  GObject parent_instance;

  guint64 entry;
  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookHoldRow, daybook_hold_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static char *
describe_days (const DaybookHoldFigures *figures,
               DaybookDate               today)
{
  g_autofree char *since = daybook_date_text_short (figures->value_date, today);
  g_autofree char *until = NULL;

  if (figures->expires == DAYBOOK_DATE_NONE)
    /* Translators: of money that is set aside; %s is a day. */
    return daybook_compose (_("Since %s"), since);

  until = daybook_date_text_short (figures->expires, today);
  /* Translators: of money that is set aside: the day it was, and the day it will be available. */
  return daybook_compose (_("Since %1$s, ends on %2$s"), since, until);
}

static void
daybook_hold_row_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DaybookHoldRow *self = DAYBOOK_HOLD_ROW (object);

  g_assert (id < N_PROPS);
  if (id == PROP_ENTRY)
    g_value_set_uint64 (value, self->entry);
  else
    g_value_set_string (value, self->texts[id] != NULL ? self->texts[id] : "");
}

static void
daybook_hold_row_finalize (GObject *object)
{
  DaybookHoldRow *self = DAYBOOK_HOLD_ROW (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_hold_row_parent_class)->finalize (object);
}

static void
daybook_hold_row_class_init (DaybookHoldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_hold_row_get_property;
  object_class->finalize = daybook_hold_row_finalize;

  properties[PROP_ENTRY] = DAYBOOK_POSITION_PROPERTY ("entry");
  properties[PROP_AMOUNT] = DAYBOOK_TEXT_PROPERTY ("amount", DAYBOOK_READABLE);
  properties[PROP_REASON] = DAYBOOK_TEXT_PROPERTY ("reason", DAYBOOK_READABLE);
  properties[PROP_DAYS] = DAYBOOK_TEXT_PROPERTY ("days", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_hold_row_init (DaybookHoldRow *self)
{
}

/**
 * daybook_hold_row_new:
 * @currency: of its account
 * @today: for the days: without a year if it is this one
 *
 * Returns: (transfer full): a row that says what @figures say.
 */
DaybookHoldRow *
daybook_hold_row_new (const DaybookHoldFigures *figures,
                      DaybookCurrency           currency,
                      DaybookDate               today)
{
  DaybookHoldRow *self = g_object_new (DAYBOOK_TYPE_HOLD_ROW, NULL);

  self->entry = figures->entry;
  self->texts[PROP_AMOUNT] = daybook_money_text (figures->amount, currency);
  self->texts[PROP_REASON] = g_strdup (figures->reason);
  self->texts[PROP_DAYS] = describe_days (figures, today);

  return self;
}

/**
 * daybook_hold_row_get_entry:
 *
 * Returns: the number of the entry that placed it; 0 for an empty row.
 */
guint64
daybook_hold_row_get_entry (DaybookHoldRow *self)
{
  return self->entry;
}
