/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that is sound and says nonsense: entries that can be read, one by one, in an order and
 * about things that no desk would have recorded. Whoever can write a file can write such a book,
 * with all its hashes right. An input is a list of entries, a line each: type, day, data.
 *
 * Reading it into balances and deciding upon it may fail, or be refused; it must not crash. */

#include <string.h>

#include "catalogue.h"
#include "codec/event-codec.h"
#include "dispatcher.h"
#include "fuzz.h"
#include "read-model/sqlite-projector.h"
#include "store/memory-store.h"
#include "surroundings.h"

/* More make a run slow, and nothing that ten cannot. */
#define MAX_ENTRIES 24

/* An entry of its line; NULL if it cannot be read. */
static DaybookEvent *
read_entry (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 3);
  DaybookDate date;
  DaybookEvent *event;

  if (g_strv_length (parts) != 3 || !daybook_date_parse (parts[1], &date))
    return NULL;

  event = daybook_event_decode (parts[0], 1, parts[2], strlen (parts[2]), NULL);
  if (event != NULL)
    event->value_date = date;

  return event;
}

static void
append_entry (DaybookEventStore *store,
              DaybookEvent      *event,
              guint              n)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (GArray) expectations = daybook_expectations_new ();
  g_autofree char *command = g_strdup_printf ("command-%u", n);
  guint8 id[DAYBOOK_ID_SIZE] = { 0xff, (guint8) n };
  DaybookAppend append = { .command_id = command, .actor = "Ruth", .recorded_at = n,
                           .events = events, .ids = id, .expectations = expectations };
  DaybookCommitted committed;

  g_ptr_array_add (events, event);
  g_assert_true (daybook_event_store_append (store, &append, &committed, NULL));
}

static void
execute (DaybookEventStore    *store,
         const DaybookCommand *command)
{
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (DaybookDispatcher) dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock),
                                                                     ids);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt = daybook_dispatcher_execute (dispatcher, command, NULL,
                                                                   &error);

  g_assert_true ((receipt == NULL) == (error != NULL));
}

/* Asks for the command that a line says, as on the command line: `deposit to=john amount=1`. */
static void
ask (DaybookEventStore *store,
     const char        *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  DaybookCommand *command;

  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      *value = '\0';
      g_hash_table_insert (texts, words[i], value + 1);
    }
  command = daybook_record_new_from_texts (daybook_find_command_type (words[0]), texts, &error);
  g_assert_no_error (error);
  execute (store, command);
  daybook_record_free (command);
}

/* Of each entry, what can be asked of some entries. */
static void
ask_of_entry (DaybookEventStore *store,
              guint              entry)
{
  static const char *const commands[] = {
    "correct entry=%u amount=7 reason=x", "reverse entry=%u reason=x",
    "capture entry=%u", "release entry=%u", "expire entry=%u",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) halves = g_strsplit (commands[i], "%u", 2);
      g_autofree char *line = g_strdup_printf ("%s%u%s", halves[0], entry, halves[1]);

      ask (store, line);
    }
}

static void
decide (DaybookEventStore *store,
        guint              n_entries)
{
  static const char *const commands[] = {
    "start name=x currency=EUR",
    "register username=john name=John",
    "person-change person=amelie username=john.smith name=Amélie phone=-",
    "open holder=john currency=JPY",
    "add-holder account=0000000195 holder=john",
    "deposit to=0000000195 amount=100",
    "withdraw from=0000000195 amount=1",
    "transfer from=0000000195 to=0000000292 amount=60",
    "hold account=0000000195 amount=5 reason=x expires=2026-12-01",
    "limits account=0000000195 minimum=1 per_day=500",
    "block account=0000000195 reason=x",
    "unblock account=0000000195",
    "rename account=0000000195 name=x",
    "rename-book name=x",
    "close-period until=2026-11-19",
    "reopen-period reason=x",
    "close account=0000000292 to=0000000195",
    "reopen account=0000000292 reason=x",
    "remove-holder account=0000000195 holder=amelie",
    "close account=0000000195 payout=cash",
  };

  for (guint i = 1; i <= n_entries; i++)
    ask_of_entry (store, i);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    ask (store, commands[i]);
}

static void
project (DaybookEventStore *store)
{
  g_autofree char *path = fuzz_path ("read-model.sqlite");
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookProjector) projector = daybook_sqlite_projector_new (path, store);
  gboolean ok;

  g_assert_no_error (error);
  ok = daybook_projector_catch_up (projector, NULL, NULL, NULL, NULL, &error);
  g_assert_true (ok == (error == NULL));
  g_clear_object (&projector);
  fuzz_empty_folder ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookEventStore) store = daybook_memory_store_new (id);
  guint n_entries = 0;

  while (size > 0 && n_entries < MAX_ENTRIES)
    {
      g_autofree char *line = fuzz_cut (&data, &size, "\n");
      DaybookEvent *event = read_entry (line);

      if (event != NULL)
        append_entry (store, event, ++n_entries);
    }

  project (store);
  decide (store, n_entries);
  project (store);

  return 0;
}
