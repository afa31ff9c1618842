/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `holds`: money that is set aside, with the number of the entry by which each hold is named. */

#include <glib/gi18n-lib.h>

#include "date-text.h"
#include "json-line.h"
#include "money-text.h"
#include "reading.h"
#include "sentences.h"

static void
print_line (DaybookReading              *reading,
            const DaybookAccountFigures *account,
            const DaybookHoldFigures    *hold)
{
  char on[DAYBOOK_DATE_LENGTH], expires[DAYBOOK_DATE_LENGTH] = "";

  daybook_date_format (hold->value_date, on);
  if (hold->expires != DAYBOOK_DATE_NONE)
    daybook_date_format (hold->expires, expires);

  daybook_json_begin (reading->line);
  daybook_json_add_number (reading->line, "entry", hold->entry);
  daybook_json_add_text (reading->line, "account", account->number.digits);
  daybook_json_add_text (reading->line, "currency", account->currency.code);
  daybook_json_add_amount (reading->line, "amount", hold->amount, account->currency);
  daybook_json_add_text (reading->line, "value_date", on);
  daybook_json_add_text (reading->line, "expires", *expires != '\0' ? expires : NULL);
  daybook_json_add_text (reading->line, "reason", hold->reason);
  daybook_json_end (reading->line);
}

static void
add_row (DaybookReading              *reading,
         const DaybookAccountFigures *account,
         const DaybookHoldFigures    *hold)
{
  DaybookTable *table = reading->table;

  daybook_table_add (table, g_strdup_printf ("%" G_GUINT64_FORMAT, hold->entry));
  daybook_table_add (table, daybook_account_number_text (&account->number));
  daybook_table_add (table, g_strdup (account->holders));
  daybook_table_add (table, daybook_money_text_plain (hold->amount, account->currency));
  daybook_table_add (table, g_strdup (account->currency.code));
  daybook_table_add (table, hold->expires != DAYBOOK_DATE_NONE ? daybook_date_text (hold->expires)
                                                              : g_strdup (""));
  daybook_table_add (table, g_strdup (hold->reason));
}

static gboolean
say_holds (DaybookReading               *reading,
           const DaybookAccountFigures  *account,
           GError                      **error)
{
  g_autoptr (GArray) holds = NULL;

  if (account->held == 0)
    return TRUE;

  holds = daybook_read_model_get_holds (reading->book->read_model, account->key, error);
  for (guint i = 0; holds != NULL && i < holds->len; i++)
    if (reading->table != NULL)
      add_row (reading, account, &g_array_index (holds, DaybookHoldFigures, i));
    else
      print_line (reading, account, &g_array_index (holds, DaybookHoldFigures, i));

  return holds != NULL;
}

static DaybookTable *
new_table (void)
{
  return daybook_table_new ("rllrlll", _("Entry"), _("Account"), _("Holder"), _("Amount"),
                            _("Currency"), _("Ends on"), _("Reason"), NULL);
}

/**
 * daybook_verb_holds:
 *
 * `holds BOOK [--of WHO] [--json]`: the holds that have not ended, account by account.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_holds (DaybookCall *call)
{
  return daybook_reading_accounts (call, new_table, say_holds);
}
