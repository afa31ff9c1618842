/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that is sound and says nonsense: entries that can be read, one by one, in an order and
 * about things that no desk would have recorded. Whoever can write a file can write such a book,
 * with all its hashes right. An input is a list of entries, a line each: type, day, data.
 *
 * Reading it into balances and deciding upon it may fail, or be refused; it must not crash. */

#include <string.h>

#include "accounts/account-commands.h"
#include "codec/event-codec.h"
#include "dispatcher.h"
#include "fuzz.h"
#include "people/person-records.h"
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

static void
decide (DaybookEventStore *store,
        guint              n_entries)
{
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john" };
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 100, 0 } };
  DaybookWithdraw withdraw = { .command = { &daybook_withdraw }, .from = (char *) "0000000195",
                               .amount = { 1, 0 } };
  DaybookTransfer transfer = { .command = { &daybook_transfer }, .from = (char *) "0000000195",
                               .to = (char *) "0000000292", .amount = { 60, 0 } };

  execute (store, &john.command);
  execute (store, &open.command);
  execute (store, &deposit.command);
  execute (store, &withdraw.command);
  execute (store, &transfer.command);
  for (guint i = 1; i <= n_entries; i++)
    {
      DaybookReverse reverse = { .command = { &daybook_reverse }, .entry = i };

      execute (store, &reverse.command);
    }
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
