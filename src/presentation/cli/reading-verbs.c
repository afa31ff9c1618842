/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that read: tables for people, lines of JSON for programs. */

#include <glib/gi18n-lib.h>

#include "json-line.h"
#include "money-text.h"
#include "reading.h"
#include "sentences.h"

static const char *
status_name (DaybookAccountStatus status)
{
  return status == DAYBOOK_ACCOUNT_CLOSED ? "closed" : "open";
}

static void
print_balance_line (DaybookReading              *reading,
                    const DaybookAccountFigures *figures)
{
  GString *line = reading->line;
  g_auto (GStrv) holders = g_strsplit (figures->usernames != NULL ? figures->usernames : "", " ",
                                       -1);

  daybook_json_begin (line);
  daybook_json_add_text (line, "account", figures->number.digits);
  daybook_json_add_text (line, "reference", figures->reference);
  daybook_json_add_texts (line, "holders", holders);
  daybook_json_add_text (line, "currency", figures->currency.code);
  daybook_json_add_amount (line, "balance", figures->balance, figures->currency);
  daybook_json_add_amount (line, "held", figures->held, figures->currency);
  daybook_json_add_amount (line, "available", figures->available, figures->currency);
  daybook_json_add_amount (line, "minimum", figures->minimum, figures->currency);
  daybook_json_add_amount (line, "overdraft", figures->overdraft, figures->currency);
  daybook_json_add_amount (line, "per_withdrawal", figures->per_withdrawal, figures->currency);
  daybook_json_add_amount (line, "per_day", figures->per_day, figures->currency);
  daybook_json_add_text (line, "debits_blocked", figures->debits_blocked);
  daybook_json_add_text (line, "credits_blocked", figures->credits_blocked);
  daybook_json_add_text (line, "status", status_name (figures->status));
  daybook_json_add_number (line, "entries", figures->n_entries);
  daybook_json_end (line);
}

static void
add_balance_row (DaybookReading              *reading,
                 const DaybookAccountFigures *figures)
{
  DaybookTable *table = reading->table;

  daybook_table_add (table, daybook_account_number_text (&figures->number));
  daybook_table_add (table, g_strdup (figures->reference));
  daybook_table_add (table, figures->name != NULL
                              ? g_strdup_printf ("%s · %s", figures->holders, figures->name)
                              : g_strdup (figures->holders));
  daybook_table_add (table, daybook_money_text_plain (figures->balance, figures->currency));
  daybook_table_add (table, daybook_money_text_plain (figures->available, figures->currency));
  daybook_table_add (table, g_strdup (figures->currency.code));
  daybook_table_add (table, g_strdup_printf ("%" G_GUINT64_FORMAT, figures->n_entries));
}

static gboolean
say_balance (DaybookReading               *reading,
             const DaybookAccountFigures  *account,
             GError                      **error)
{
  if (reading->table != NULL)
    add_balance_row (reading, account);
  else
    print_balance_line (reading, account);

  return TRUE;
}

static DaybookTable *
new_balance_table (void)
{
  return daybook_table_new ("lllrrlr", _("Account"), _("Reference"), _("Holder"), _("Balance"),
                            _("Available"), _("Currency"), _("Entries"), NULL);
}

/**
 * daybook_verb_balance:
 *
 * `balance BOOK [--of WHO] [--json]`: accounts and their balances.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_balance (DaybookCall *call)
{
  return daybook_reading_accounts (call, new_balance_table, say_balance);
}

/* The numbers of the accounts that somebody holds. */
static GPtrArray *
find_accounts_of (DaybookReadModel  *read_model,
                  guint32            person,
                  GError           **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) keys = daybook_read_model_find_accounts (read_model, NULL, person, error);

  if (keys == NULL)
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      DaybookAccountNumber number;

      /* An account's key is the sequence that its number was made from. */
      if (daybook_account_number_new (g_array_index (keys, guint32, i), &number))
        g_ptr_array_add (numbers, g_strdup (number.digits));
    }
  g_ptr_array_add (numbers, NULL);

  return g_steal_pointer (&numbers);
}

static gboolean
show_person (DaybookReading  *reading,
             guint32          key,
             GError         **error)
{
  DaybookReadModel *read_model = reading->book->read_model;
  g_autoptr (DaybookPersonDetails) person = daybook_read_model_get_person (read_model, key, error);
  g_autoptr (GPtrArray) accounts = NULL;
  char registered_on[DAYBOOK_DATE_LENGTH];

  if (person == NULL)
    return FALSE;
  accounts = find_accounts_of (read_model, key, error);
  if (accounts == NULL)
    return FALSE;

  if (reading->table != NULL)
    {
      daybook_table_add (reading->table, g_strdup (person->username));
      daybook_table_add (reading->table, g_strdup (person->name));
      daybook_table_add (reading->table, g_strdup (person->email));
      daybook_table_add (reading->table, g_strjoinv (" ", (char **) accounts->pdata));
      return TRUE;
    }

  daybook_date_format (person->registered_on, registered_on);
  daybook_json_begin (reading->line);
  daybook_json_add_text (reading->line, "username", person->username);
  daybook_json_add_text (reading->line, "name", person->name);
  daybook_json_add_text (reading->line, "email", person->email);
  daybook_json_add_text (reading->line, "phone", person->phone);
  daybook_json_add_text (reading->line, "address", person->address);
  daybook_json_add_text (reading->line, "note", person->note);
  daybook_json_add_text (reading->line, "id", person->id);
  daybook_json_add_text (reading->line, "registered_on", registered_on);
  daybook_json_add_texts (reading->line, "accounts", (char **) accounts->pdata);
  daybook_json_end (reading->line);
  return TRUE;
}

/**
 * daybook_verb_people:
 *
 * `people BOOK [--json]`: the people of the book, by name.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_people (DaybookCall *call)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DaybookTable) table = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber nobody = { 0 };
  DaybookReading reading = { .line = line };

  book = daybook_reading_open (call, &nobody, &error);
  if (book != NULL)
    keys = daybook_read_model_find_people (book->read_model, NULL, &error);
  if (keys == NULL)
    return daybook_output_error (error, call->path);

  if (!daybook_reading_wants_json (call))
    table = daybook_table_new ("llll", _("Username"), _("Name"), _("Email address"),
                               _("Accounts"), NULL);
  reading.book = book;
  reading.table = table;
  for (guint i = 0; i < keys->len; i++)
    if (!show_person (&reading, g_array_index (keys, guint32, i), &error))
      return daybook_output_error (error, call->path);

  return daybook_reading_end (&reading, call);
}
