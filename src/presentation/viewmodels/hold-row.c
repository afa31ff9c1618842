/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Money that is set aside, in the list on its account's page. */

#include "hold-row.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "money-text.h"

struct _DaybookHoldRow
{
  DaybookRow parent_instance;

  guint64 entry;
  char *amount;
  char *reason;
  char *days;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_POSITION (DaybookHoldRow, entry),
  DAYBOOK_ROW_TEXT (DaybookHoldRow, amount),
  DAYBOOK_ROW_TEXT (DaybookHoldRow, reason),
  DAYBOOK_ROW_TEXT (DaybookHoldRow, days),
};

DAYBOOK_DEFINE_ROW (DaybookHoldRow, daybook_hold_row, fields)

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
  self->amount = daybook_money_text (figures->amount, currency);
  self->reason = g_strdup (figures->reason);
  self->days = describe_days (figures, today);

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
