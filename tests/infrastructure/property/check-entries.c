/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the stores hold: the same in both, entry by entry what the naive ledger expects, field by
 * field. */

#include <sqlite3.h>
#include <string.h>

#include "accounts/account-events.h"
#include "run.h"

/* How far a store was read. */
typedef struct
{
  Run *run;
  guint64 position;
  gint64 recorded_at;
  guint8 hash[DAYBOOK_HASH_SIZE];
  gboolean adds_up;
} Reading;

static const char *const types[NAIVE_N_KINDS] = {
  "BookStarted", "PersonRegistered", "AccountOpened", "MoneyDeposited", "MoneyWithdrawn",
  "MoneyTransferred", "EntryReversed", "HoldPlaced", "HoldReleased", "HoldCaptured", "HoldExpired",
  "PersonalDetailsChanged", "UsernameChanged", "CurrencyAdded", "BookRenamed", "AccountRenamed",
  "HolderAdded", "HolderRemoved", "LimitsChanged", "AccountBlocked", "AccountUnblocked",
  "AccountClosed", "AccountReopened", "PeriodClosed", "PeriodReopened",
};

/* What the field of an event is called in the naive ledger, by what it holds. */

static const struct { const char *field; gsize offset; } texts[] = {
  { "method", G_STRUCT_OFFSET (NaiveEntry, method) },
  { "currency", G_STRUCT_OFFSET (NaiveEntry, currency) },
  { "original_date", G_STRUCT_OFFSET (NaiveEntry, original_date) },
  { "memo", G_STRUCT_OFFSET (NaiveEntry, text) },
  { "reason", G_STRUCT_OFFSET (NaiveEntry, text) },
  { "time_zone", G_STRUCT_OFFSET (NaiveEntry, choice) },
  { "side", G_STRUCT_OFFSET (NaiveEntry, choice) },
  { "authority", G_STRUCT_OFFSET (NaiveEntry, choice) },
  { "expires", G_STRUCT_OFFSET (NaiveEntry, day) },
  { "until", G_STRUCT_OFFSET (NaiveEntry, day) },
  { "hold", G_STRUCT_OFFSET (NaiveEntry, id) },
  { "reference", G_STRUCT_OFFSET (NaiveEntry, reference) },
  { "username", G_STRUCT_OFFSET (NaiveEntry, username) },
  { "former", G_STRUCT_OFFSET (NaiveEntry, former) },
  { "email", G_STRUCT_OFFSET (NaiveEntry, details.email) },
  { "phone", G_STRUCT_OFFSET (NaiveEntry, details.phone) },
  { "address", G_STRUCT_OFFSET (NaiveEntry, details.address) },
  { "note", G_STRUCT_OFFSET (NaiveEntry, details.note) },
  { "totals", G_STRUCT_OFFSET (NaiveEntry, totals) },
};

static const struct { const char *field; gsize offset; } sums[] = {
  { "amount", G_STRUCT_OFFSET (NaiveEntry, amount) },
  { "released", G_STRUCT_OFFSET (NaiveEntry, released) },
  { "minimum", G_STRUCT_OFFSET (NaiveEntry, limits.minimum) },
  { "overdraft", G_STRUCT_OFFSET (NaiveEntry, limits.overdraft) },
  { "per_withdrawal", G_STRUCT_OFFSET (NaiveEntry, limits.per_withdrawal) },
  { "per_day", G_STRUCT_OFFSET (NaiveEntry, limits.per_day) },
};

static const struct { const char *field; gsize offset; } accounts[] = {
  { "from", G_STRUCT_OFFSET (NaiveEntry, from) },
  { "to", G_STRUCT_OFFSET (NaiveEntry, to) },
  { "account", G_STRUCT_OFFSET (NaiveEntry, account) },
};

static char *
write_number (guint64 number)
{
  return number != 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, number) : NULL;
}

/* What a field of the event should say; NULL where it should hold nothing. */
static char *
expected_text (Reading          *reading,
               const NaiveEntry *naive,
               const char       *field)
{
  const NaiveLedger *ledger = reading->run->ledger;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].field, field) == 0)
      return g_strdup (G_STRUCT_MEMBER (const char *, naive, texts[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (strcmp (sums[i].field, field) == 0)
      return g_strdup_printf ("%" G_GINT64_FORMAT,
                              (gint64) G_STRUCT_MEMBER (Sum, naive, sums[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (strcmp (accounts[i].field, field) == 0)
      {
        int account = G_STRUCT_MEMBER (int, naive, accounts[i].offset);

        return account >= 0 ? g_strdup (naive_account (ledger, account)->number) : NULL;
      }

  if (strcmp (field, "name") == 0)
    return g_strdup (naive->kind == NAIVE_REGISTERED || naive->kind == NAIVE_DETAILS_CHANGED
                       ? naive->details.name : naive->name);
  if (strcmp (field, "person") == 0 || strcmp (field, "holder") == 0)
    return g_strdup (naive_person (ledger, naive->person)->id);
  if (strcmp (field, "entry") == 0)
    return write_number (naive->reverses != 0 ? naive->reverses : naive->ends);
  if (strcmp (field, "corrects") == 0)
    return write_number (naive->corrects);
  if (strcmp (field, "sealed") == 0)
    return write_number (naive->sealed);
  if (strcmp (field, "seal") == 0)
    return naive_seal (reading->hash);
  if (strcmp (field, "decimals") == 0)
    return g_strdup_printf ("%u", naive_currency_decimals (naive->currency));

  run_fail (reading->run, "nobody knows what %s.%s should be", types[naive->kind], field);
}

static void
compare_fields (Reading            *reading,
                const DaybookEntry *entry,
                const NaiveEntry   *naive)
{
  const DaybookSchema *schema = entry->event->record.schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      g_autofree char *expected = expected_text (reading, naive, field->name);
      g_autoptr (GString) text = g_string_new (NULL);
      const char *value = daybook_record_get_text (entry->event, field, text) ? text->str : NULL;

      MUST (reading->run, g_strcmp0 (value, expected) == 0,
            "entry %" G_GUINT64_FORMAT ", %s: %s is %s, not %s", entry->position, schema->name,
            field->name, value ? value : "(nothing)", expected ? expected : "(nothing)");
    }
}

static guint
currency_index (const char *code)
{
  for (guint i = 0; i < N_CURRENCIES; i++)
    if (strcmp (currencies[i], code) == 0)
      return i;

  g_assert_not_reached ();
}

/* Rule 34, out of the stored events alone. */
static void
add_up_event (Run                *run,
              const DaybookEvent *event)
{
  DaybookMovement m;
  guint currency;

  if (!daybook_event_get_movement (event, &m))
    return;

  currency = currency_index (m.currency.code);
  if (daybook_account_number_is_set (&m.from))
    {
      *run_balance (run, m.from.digits) -= m.amount;
      run->by_account[currency] -= m.amount;
    }
  if (daybook_account_number_is_set (&m.to))
    {
      *run_balance (run, m.to.digits) += m.amount;
      run->by_account[currency] += m.amount;
    }
  if (m.method != DAYBOOK_METHOD_NONE)
    run->by_method[currency] += daybook_account_number_is_set (&m.to) ? m.amount : -m.amount;
}

/* Entries follow without a gap, their times never go back (rule 22), and each says what was asked
 * for. */
static gboolean
compare_entry (const DaybookEntry  *entry,
               guint64              version,
               gpointer             user_data,
               GError             **error)
{
  Reading *reading = user_data;
  Run *run = reading->run;
  const NaiveEntry *naive;
  char date[DAYBOOK_DATE_LENGTH];

  MUST (run, entry->position == reading->position + 1,
        "entry %" G_GUINT64_FORMAT " follows on %" G_GUINT64_FORMAT, entry->position,
        reading->position);
  MUST (run, entry->position <= run->ledger->entries->len,
        "entry %" G_GUINT64_FORMAT " was recorded, and should not have been", entry->position);
  naive = naive_entry (run->ledger, entry->position);

  MUST (run, entry->recorded_at >= reading->recorded_at, "recorded time goes back");
  MUST (run, entry->recorded_at == naive->recorded_at, "recorded at another time than expected");
  MUST (run, strcmp (entry->event->record.schema->name, types[naive->kind]) == 0,
        "entry %" G_GUINT64_FORMAT " is %s, not %s", entry->position,
        entry->event->record.schema->name, types[naive->kind]);
  MUST (run, naive->command_id == NULL || strcmp (naive->command_id, entry->command_id) == 0,
        "its command is %s, not %s", entry->command_id, naive->command_id);
  daybook_date_format (entry->event->value_date, date);
  MUST (run, strcmp (date, naive->date) == 0, "entry %" G_GUINT64_FORMAT ", %s: value date %s, not "
        "%s", entry->position, types[naive->kind], date, naive->date);
  compare_fields (reading, entry, naive);
  if (reading->adds_up)
    add_up_event (run, entry->event);

  reading->position = entry->position;
  reading->recorded_at = entry->recorded_at;
  memcpy (reading->hash, entry->hash, sizeof reading->hash);
  return TRUE;
}

/* Everything that an entry consists of, to the byte. */
static gboolean
write_down (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  GString *text = user_data;
  g_autofree char *event = event_to_text (entry->event);
  char id[DAYBOOK_ID_TEXT_LENGTH];

  daybook_id_to_text (entry->id, id);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s %" G_GINT64_FORMAT " %s|%s|%s|%s %s ",
                          entry->position, id, entry->recorded_at, entry->actor,
                          entry->command_id, entry->correlation,
                          entry->causation ? entry->causation : "-", event);
  for (guint i = 0; i < DAYBOOK_HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", entry->hash[i]);
  g_string_append_c (text, '\n');
  return TRUE;
}

/* The entries that are new since the last time. */
void
check_entries (Run *run)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  GString *const written[N_WORLDS] = { first, second };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      daybook_event_store_read_all (run->worlds[i]->desks[1].store, run->checked, write_down,
                                    written[i], &error);
      g_assert_no_error (error);
    }
  MUST (run, strcmp (first->str, second->str) == 0, "the stores hold different entries:\n%s%s",
        first->str, second->str);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      Reading reading = { .run = run, .position = run->checked, .recorded_at = run->recorded_at,
                          .adds_up = i == N_WORLDS - 1 };

      memcpy (reading.hash, run->hash, sizeof reading.hash);
      daybook_event_store_read_all (run->worlds[i]->desks[0].store, run->checked, compare_entry,
                                    &reading, &error);
      g_assert_no_error (error);
      MUST (run, reading.position == run->ledger->entries->len, "%s: the last entry is %"
            G_GUINT64_FORMAT ", not %u", run->worlds[i]->name, reading.position,
            run->ledger->entries->len);
      if (reading.adds_up)
        {
          run->checked = reading.position;
          run->recorded_at = reading.recorded_at;
          memcpy (run->hash, reading.hash, sizeof run->hash);
        }
    }
}

static int
compare_data (void  *user_data,
              int    n,
              char **values,
              char **names)
{
  GString *all = user_data;

  g_string_append_printf (all, "%s/%s %s %s\n", values[0], values[1], values[2], values[3]);
  return 0;
}

static gboolean
encode (const DaybookEntry  *entry,
        guint64              version,
        gpointer             user_data,
        GError             **error)
{
  g_autofree char *text = event_to_text (entry->event);

  g_string_append_printf (user_data, "%s\n", text);
  return TRUE;
}

/* What stands in the file is what the events in memory encode to, to the byte. */
void
check_bytes (Run *run)
{
  g_autoptr (GString) in_file = g_string_new (NULL);
  g_autoptr (GString) in_memory = g_string_new (NULL);
  sqlite3 *db;

  for (guint i = 0; i < N_WORLDS; i++)
    if (run->worlds[i]->path == NULL)
      g_assert_true (daybook_event_store_read_all (run->worlds[i]->desks[0].store, 0, encode,
                                                   in_memory, NULL));
    else
      {
        g_assert_cmpint (sqlite3_open_v2 (run->worlds[i]->path, &db, SQLITE_OPEN_READWRITE, NULL),
                         ==, SQLITE_OK);
        g_assert_cmpint (sqlite3_exec (db, "SELECT type, type_version, value_date, data"
                                       " FROM events ORDER BY position", compare_data, in_file,
                                       NULL), ==, SQLITE_OK);
        sqlite3_close (db);
      }

  MUST (run, strcmp (in_file->str, in_memory->str) == 0, "the file holds\n%s\nand the memory\n%s",
        in_file->str, in_memory->str);
}
