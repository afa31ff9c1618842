/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that read: tables for people, lines of JSON for programs. */

#include "verbs.h"

#include <glib/gi18n-lib.h>

#include "date-text.h"
#include "json-line.h"
#include "money-text.h"
#include "sentences.h"
#include "table.h"

/* Rows that are fetched at once. */
#define PAGE 500

/* What a reading verb works on. */
typedef struct
{
  DaybookOpenBook *book;
  GString *line;
  DaybookTable *table;
} Reading;

static gboolean
wants_json (DaybookCall *call)
{
  return daybook_options_get (&call->options, "json") != NULL;
}

/* Opens the book, and finds the account that --of means; its number is empty if there is none. */
static DaybookOpenBook *
open_book (DaybookCall           *call,
           DaybookAccountNumber  *of,
           GError               **error)
{
  const char *who = daybook_options_get (&call->options, "of");
  g_autoptr (DaybookOpenBook) book = NULL;

  book = daybook_bookshelf_open (call->parts->bookshelf, call->path, NULL, NULL, NULL, error);
  if (book == NULL)
    return NULL;
  if (who != NULL && !daybook_dispatcher_find_account (book->dispatcher, who, of, error))
    return NULL;

  return g_steal_pointer (&book);
}

static const char *
status_name (DaybookAccountStatus status)
{
  return status == DAYBOOK_ACCOUNT_CLOSED ? "closed" : "open";
}

static void
print_balance_line (Reading                     *reading,
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
  daybook_json_add_amount (line, "available", figures->available, figures->currency);
  daybook_json_add_text (line, "status", status_name (figures->status));
  daybook_json_add_number (line, "entries", figures->n_entries);
  daybook_json_end (line);
}

static void
add_balance_row (Reading                     *reading,
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
show_balance (Reading  *reading,
              guint32   key,
              GError  **error)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  figures = daybook_read_model_get_account (reading->book->read_model, key, error);
  if (figures == NULL)
    return FALSE;

  if (reading->table != NULL)
    add_balance_row (reading, figures);
  else
    print_balance_line (reading, figures);
  return TRUE;
}

static gboolean
show_balances (Reading                     *reading,
               const DaybookAccountNumber  *of,
               GError                     **error)
{
  g_autoptr (GArray) keys = NULL;

  if (daybook_account_number_is_set (of))
    return show_balance (reading, daybook_account_number_get_sequence (of), error);

  keys = daybook_read_model_find_accounts (reading->book->read_model, NULL, 0, error);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!show_balance (reading, g_array_index (keys, guint32, i), error))
      return FALSE;

  return TRUE;
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
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DaybookTable) table = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber of = { 0 };
  Reading reading = { .line = line };

  book = open_book (call, &of, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  if (!wants_json (call))
    table = daybook_table_new ("lllrrlr", _("Account"), _("Reference"), _("Holder"), _("Balance"),
                               _("Available"), _("Currency"), _("Entries"), NULL);
  reading.book = book;
  reading.table = table;
  if (!show_balances (&reading, &of, &error))
    return daybook_output_error (error, call->path);

  if (table != NULL)
    daybook_table_print (table);
  return DAYBOOK_EXIT_DONE;
}

/* The currency that an event's amounts are in. */
static DaybookCurrency
currency_of (const DaybookEvent *event)
{
  const DaybookField *field = daybook_schema_get_field (event->record.schema, "currency");

  g_assert (field != NULL && field->kind == DAYBOOK_FIELD_CURRENCY);

  return *(const DaybookCurrency *) daybook_field_in (event, field);
}

/* What the event says; of a movement seen from an account, the amount is said elsewhere. */
static void
add_event_fields (GString            *line,
                  const DaybookEvent *event,
                  gboolean            without_amount)
{
  const DaybookSchema *schema = event->record.schema;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];

      g_string_truncate (text, 0);
      if (without_amount && field->kind == DAYBOOK_FIELD_AMOUNT)
        continue;
      if (field->kind == DAYBOOK_FIELD_AMOUNT)
        daybook_json_add_amount (line, field->name,
                                 *(const gint64 *) daybook_field_in (event, field),
                                 currency_of (event));
      else if (field->kind == DAYBOOK_FIELD_ENTRY)
        daybook_json_add_number (line, field->name,
                                 *(const guint64 *) daybook_field_in (event, field));
      else if (daybook_record_get_text (event, field, text))
        daybook_json_add_text (line, field->name, text->str);
    }
}

static void
begin_entry_line (GString            *line,
                  const DaybookEntry *entry)
{
  g_autofree char *recorded_at = daybook_output_time (entry->recorded_at);
  char id[DAYBOOK_ID_TEXT_LENGTH];
  char value_date[DAYBOOK_DATE_LENGTH];

  daybook_id_to_text (entry->id, id);
  daybook_date_format (entry->event->value_date, value_date);

  daybook_json_begin (line);
  daybook_json_add_number (line, "position", entry->position);
  daybook_json_add_text (line, "id", id);
  daybook_json_add_text (line, "type", entry->event->record.schema->name);
  daybook_json_add_text (line, "value_date", value_date);
  daybook_json_add_text (line, "recorded_at", recorded_at);
  daybook_json_add_text (line, "actor", entry->actor);
  daybook_json_add_text (line, "command_id", entry->command_id);
  daybook_json_add_text (line, "correlation", entry->correlation);
  daybook_json_add_text (line, "causation", entry->causation);
}

static gboolean
show_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  Reading *reading = user_data;

  if (reading->table != NULL)
    {
      daybook_table_add (reading->table, g_strdup_printf ("%" G_GUINT64_FORMAT, entry->position));
      daybook_table_add (reading->table, daybook_date_text (entry->event->value_date));
      daybook_table_add (reading->table, daybook_entry_sentence (entry->event,
                                                                 reading->book->read_model));
      return TRUE;
    }

  begin_entry_line (reading->line, entry);
  add_event_fields (reading->line, entry->event, FALSE);
  daybook_json_end (reading->line);
  return TRUE;
}

/* A row of an account and what is known of the account, on the way to the row's entry. */
typedef struct
{
  Reading *reading;
  const DaybookAccountLine *row;
  const DaybookAccountFigures *figures;
} RowReading;

static void
add_account_row (Reading                     *reading,
                 const DaybookAccountLine    *row,
                 const DaybookAccountFigures *figures,
                 const DaybookEvent          *event)
{
  DaybookTable *table = reading->table;

  daybook_table_add (table, g_strdup_printf ("%" G_GUINT64_FORMAT, row->position));
  daybook_table_add (table, daybook_date_text (row->value_date));
  daybook_table_add (table, daybook_entry_line (event, &figures->number,
                                                reading->book->read_model));
  daybook_table_add (table, daybook_money_text_plain (row->amount, figures->currency));
  daybook_table_add (table, daybook_money_text_plain (row->balance, figures->currency));
}

static gboolean
show_row (const DaybookEntry  *entry,
          guint64              version,
          gpointer             user_data,
          GError             **error)
{
  RowReading *it = user_data;
  GString *line = it->reading->line;
  const DaybookAccountLine *row = it->row;

  if (it->reading->table != NULL)
    {
      add_account_row (it->reading, row, it->figures, entry->event);
      return FALSE;
    }

  begin_entry_line (line, entry);
  daybook_json_add_number (line, "row", row->row);
  daybook_json_add_amount (line, "amount", row->amount, it->figures->currency);
  daybook_json_add_amount (line, "balance", row->balance, it->figures->currency);
  if (row->reversed_by != 0)
    daybook_json_add_number (line, "reversed_by", row->reversed_by);
  else
    daybook_json_add_text (line, "reversed_by", NULL);
  add_event_fields (line, entry->event, TRUE);
  daybook_json_end (line);

  return FALSE;
}

static gboolean
show_rows (Reading                     *reading,
           const DaybookAccountNumber  *of,
           GError                     **error)
{
  DaybookReadModel *read_model = reading->book->read_model;
  guint32 key = daybook_account_number_get_sequence (of);
  g_autoptr (DaybookAccountFigures) figures = NULL;
  guint64 first = 1;
  guint n;

  figures = daybook_read_model_get_account (read_model, key, error);
  if (figures == NULL)
    return FALSE;

  do
    {
      g_autoptr (GArray) rows = daybook_read_model_get_lines (read_model, key, first, PAGE, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          const DaybookAccountLine *row = &g_array_index (rows, DaybookAccountLine, i);
          RowReading it = { reading, row, figures };

          if (!daybook_read_model_read_entries (read_model, row->position - 1, show_row, &it,
                                                error))
            return FALSE;
        }
      n = rows->len;
      first += n;
    }
  while (n == PAGE);

  return TRUE;
}

/**
 * daybook_verb_entries:
 *
 * `entries BOOK [--of WHO] [--json]`: the daybook, or the rows of an account.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_entries (DaybookCall *call)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DaybookTable) table = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber of = { 0 };
  Reading reading = { .line = line };
  gboolean ok;

  book = open_book (call, &of, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  if (!wants_json (call) && daybook_account_number_is_set (&of))
    table = daybook_table_new ("rllrr", _("Entry"), _("Date"), _("What"), _("Amount"),
                               _("Balance"), NULL);
  else if (!wants_json (call))
    table = daybook_table_new ("rll", _("Entry"), _("Date"), _("What"), NULL);

  reading.book = book;
  reading.table = table;
  if (daybook_account_number_is_set (&of))
    ok = show_rows (&reading, &of, &error);
  else
    ok = daybook_read_model_read_entries (book->read_model, 0, show_entry, &reading, &error);
  if (!ok)
    return daybook_output_error (error, call->path);

  if (table != NULL)
    daybook_table_print (table);
  return DAYBOOK_EXIT_DONE;
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
show_person (Reading  *reading,
             guint32   key,
             GError  **error)
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
  Reading reading = { .line = line };

  book = open_book (call, &nobody, &error);
  if (book != NULL)
    keys = daybook_read_model_find_people (book->read_model, NULL, &error);
  if (keys == NULL)
    return daybook_output_error (error, call->path);

  if (!wants_json (call))
    table = daybook_table_new ("llll", _("Username"), _("Name"), _("Email address"),
                               _("Accounts"), NULL);
  reading.book = book;
  reading.table = table;
  for (guint i = 0; i < keys->len; i++)
    if (!show_person (&reading, g_array_index (keys, guint32, i), &error))
      return daybook_output_error (error, call->path);

  if (table != NULL)
    daybook_table_print (table);
  return DAYBOOK_EXIT_DONE;
}
