/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `entries`: the daybook, the rows of an account, or the entries that are looked for. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compose.h"
#include "date-text.h"
#include "json-line.h"
#include "money-text.h"
#include "reading.h"
#include "sentences.h"

/* Rows that are fetched at once. */
#define PAGE 500

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
      if (!daybook_record_has (event, field) ||
          (without_amount && field->kind == DAYBOOK_FIELD_AMOUNT))
        continue;
      if (field->kind == DAYBOOK_FIELD_AMOUNT)
        daybook_json_add_amount (line, field->name,
                                 *(const gint64 *) daybook_field_in (event, field),
                                 currency_of (event));
      else if (daybook_field_is_integer (field))
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
  DaybookReading *reading = user_data;

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
  DaybookReading *reading;
  const DaybookAccountLine *row;
  const DaybookAccountFigures *figures;
} RowReading;

static void
add_account_row (DaybookReading              *reading,
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
show_rows (DaybookReading              *reading,
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

/* What is looked for; its texts belong to the options. */
typedef struct
{
  DaybookEntryQuery query;
  guint8 id[DAYBOOK_ID_SIZE];
  DaybookStreamKind kind;
  const char *key;
  guint64 after_version;
  guint64 after_position;
  gboolean is_asked;
} Search;

/* The day or the moment, where the book is kept; a day's @end is the beginning of the next. */
static gboolean
parse_moment (DaybookCall  *call,
              const char   *option,
              GTimeZone    *zone,
              gboolean      end,
              gint64       *moment,
              char        **complaint)
{
  const char *text = daybook_options_get (&call->options, option);
  g_autofree char *midnight = NULL;
  g_autoptr (GDateTime) time = NULL;
  DaybookDate day;

  if (text == NULL)
    return TRUE;

  if (daybook_date_parse (text, &day))
    midnight = g_strdup_printf ("%sT00:00:00", text);
  time = g_date_time_new_from_iso8601 (midnight != NULL ? midnight : text, zone);
  if (time == NULL)
    {
      /* Translators: what somebody typed. */
      *complaint = daybook_compose (_("“%s” is neither a day, such as 2026-11-23, nor a moment, "
                                      "such as 2026-11-23T14:05:00."), text);
      return FALSE;
    }
  if (end && midnight != NULL)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (time, 1);

      *moment = g_date_time_to_unix (next) * G_USEC_PER_SEC;
      return TRUE;
    }

  *moment = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
  return TRUE;
}

/* A number from 1 on; gives the one before it, because what is read is what comes after that. */
static gboolean
parse_first (DaybookCall *call,
             const char  *option,
             guint64     *before,
             char       **complaint)
{
  const char *text = daybook_options_get (&call->options, option);
  guint64 first = 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &first, NULL))
    {
      *complaint = daybook_compose (_("“%s” is not a number from 1 on."), text);
      return FALSE;
    }

  *before = first - 1;
  return TRUE;
}

static gboolean
parse_id (DaybookCall *call,
          Search      *search,
          char       **complaint)
{
  const char *text = daybook_options_get (&call->options, "id");

  if (text == NULL)
    return TRUE;

  search->query.id = search->id;
  if (daybook_id_from_text (text, search->id))
    return TRUE;

  *complaint = daybook_compose (_("“%s” is not the id of an entry."), text);
  return FALSE;
}

static gboolean
parse_stream (DaybookCall *call,
              Search      *search,
              char       **complaint)
{
  const char *text = daybook_options_get (&call->options, "stream");
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *kind = NULL;

  if (text == NULL)
    return TRUE;

  kind = g_strndup (text, colon != NULL ? colon - text : 0);
  search->kind = daybook_stream_kind_parse (kind);
  search->key = colon != NULL ? colon + 1 : "";
  if (search->kind != DAYBOOK_STREAM_NONE && *search->key != '\0')
    return TRUE;

  *complaint = daybook_compose (_("“%s” is not a stream: write its kind, a colon and its key, such "
                                  "as account:0000000195."), text);
  return FALSE;
}

static gboolean
parse_search (DaybookCall *call,
              GTimeZone   *zone,
              Search      *search,
              char       **complaint)
{
  static const char *const names[] = { "id", "command", "correlation", "causation", "actor",
                                       "recorded-from", "recorded-until", "stream",
                                       "from-version", "from" };
  DaybookOptions *options = &call->options;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    search->is_asked = search->is_asked || daybook_options_get (options, names[i]) != NULL;

  search->query.command_id = daybook_options_get (options, "command");
  search->query.correlation = daybook_options_get (options, "correlation");
  search->query.causation = daybook_options_get (options, "causation");
  search->query.actor = daybook_options_get (options, "actor");

  return parse_id (call, search, complaint) && parse_stream (call, search, complaint) &&
         parse_moment (call, "recorded-from", zone, FALSE, &search->query.recorded_from,
                       complaint) &&
         parse_moment (call, "recorded-until", zone, TRUE, &search->query.recorded_before,
                       complaint) &&
         parse_first (call, "from-version", &search->after_version, complaint) &&
         parse_first (call, "from", &search->after_position, complaint);
}

/* A reading that begins late. */
typedef struct
{
  DaybookReading *reading;
  guint64 after_position;
} LateReading;

static gboolean
show_late (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  LateReading *late = user_data;

  return entry->position <= late->after_position ||
         show_entry (entry, version, late->reading, error);
}

static gboolean
show_found (DaybookReading  *reading,
            Search          *search,
            GError         **error)
{
  LateReading late = { reading, search->after_position };
  DaybookEntrySieve sieve = { &search->query, show_late, &late };
  DaybookEventStore *store = reading->book->store;
  static const DaybookEntryQuery nothing = { 0 };

  if (search->kind != DAYBOOK_STREAM_NONE)
    return daybook_event_store_read_stream (store, search->kind, search->key,
                                            search->after_version, daybook_entry_sieve, &sieve,
                                            error);
  if (memcmp (&search->query, &nothing, sizeof nothing) == 0)
    return daybook_event_store_read_all (store, search->after_position, show_entry, reading,
                                         error);

  return daybook_event_store_find (store, &search->query, show_late, &late, error);
}

static GTimeZone *
find_zone (DaybookOpenBook *book)
{
  g_autoptr (DaybookBook) facts = daybook_dispatcher_dup_book (book->dispatcher, NULL);
  GTimeZone *zone = NULL;

  if (facts != NULL && facts->time_zone != NULL)
    zone = g_time_zone_new_identifier (facts->time_zone);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

static DaybookTable *
make_table (gboolean of_account)
{
  if (of_account)
    return daybook_table_new ("rllrr", _("Entry"), _("Date"), _("What"), _("Amount"), _("Balance"),
                              NULL);

  return daybook_table_new ("rll", _("Entry"), _("Date"), _("What"), NULL);
}

/**
 * daybook_verb_entries:
 *
 * `entries BOOK [--of WHO] [--json]`: the daybook, or the rows of an account; with any of the other
 * options, those entries of which all that is asked holds.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_entries (DaybookCall *call)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DaybookTable) table = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber of = { 0 };
  DaybookReading reading = { .line = line };
  Search search = { 0 };
  gboolean as_rows;

  book = daybook_reading_open (call, &of, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  zone = find_zone (book);
  if (!parse_search (call, zone, &search, &complaint))
    {
      daybook_output_warn (complaint);
      return DAYBOOK_EXIT_REFUSED;
    }

  /* An account that is searched through is the stream of its entries. */
  as_rows = daybook_account_number_is_set (&of) && !search.is_asked;
  if (daybook_account_number_is_set (&of))
    {
      search.kind = DAYBOOK_STREAM_ACCOUNT;
      search.key = of.digits;
    }

  if (!daybook_reading_wants_json (call))
    table = make_table (as_rows);
  reading.book = book;
  reading.table = table;
  if (as_rows ? !show_rows (&reading, &of, &error) : !show_found (&reading, &search, &error))
    return daybook_output_error (error, call->path);

  return daybook_reading_end (&reading, call);
}
