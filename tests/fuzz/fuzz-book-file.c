/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is opened as a book, whatever is in it. An input that begins with "file" is the file;
 * any other is a list of edits of a small real book: where (three bytes), how many bytes (one
 * byte), and what they are to be.
 *
 * The file is opened, read, verified and deposited into. What is refused as no book, or as a newer
 * one, must be left as it is, byte for byte and with nothing beside it; and if verifying finds no
 * flaw, the entries must be those of the book that was edited, with at most some missing at the
 * end. */

#include <stdlib.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "books/book-records.h"
#include "codec/event-codec.h"
#include "dispatcher.h"
#include "fuzz.h"
#include "people/person-records.h"
#include "store-error.h"
#include "store/sqlite-store.h"
#include "surroundings.h"

/* More than the real book has; a file may grow by an edit beyond its end. */
#define MAX_FILE (1 << 18)

typedef struct
{
  char *path;
  DaybookClock *clock;
  DaybookIdSource *ids;
  char *book;
  gsize book_size;
  char *entries;
} Bench;

static Bench bench;

static gboolean
describe_entry (const DaybookEntry  *entry,
                guint64              version,
                gpointer             user_data,
                GError             **error)
{
  GString *text = user_data;
  char date[DAYBOOK_DATE_LENGTH];

  daybook_date_format (entry->event->value_date, date);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %s %s %s %s ",
                          entry->position, entry->recorded_at, entry->actor, entry->command_id,
                          entry->correlation, entry->causation ? entry->causation : "-", date,
                          entry->event->record.schema->name);
  daybook_event_encode (entry->event, text);
  for (guint i = 0; i < DAYBOOK_ID_SIZE; i++)
    g_string_append_printf (text, "%02x", entry->id[i]);
  g_string_append_c (text, '\n');

  return TRUE;
}

static gboolean
execute (DaybookEventStore    *store,
         const DaybookCommand *command)
{
  g_autoptr (DaybookDispatcher) dispatcher = daybook_dispatcher_new (store, bench.clock, bench.ids);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookReceipt) receipt = daybook_dispatcher_execute (dispatcher, command, NULL,
                                                                   &error);

  g_assert_true ((receipt == NULL) == (error != NULL));
  return receipt != NULL;
}

static gboolean
deposit_some (DaybookEventStore *store)
{
  DaybookDeposit deposit = { .command = { &daybook_deposit }, .to = (char *) "0000000195",
                             .amount = { 100, 0 } };

  return execute (store, &deposit.command);
}

/* A person, two accounts, a deposit, a transfer. */
static void
record_some (DaybookEventStore *store)
{
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };
  DaybookRegister john = { { &daybook_register }, (char *) "john", (char *) "John Smith", NULL };
  DaybookOpen open = { .command = { &daybook_open }, .holder = (char *) "john" };
  DaybookTransfer transfer = { .command = { &daybook_transfer }, .from = (char *) "0000000195",
                               .to = (char *) "0000000292", .amount = { 60, 0 } };

  g_assert_true (execute (store, &start.command));
  g_assert_true (execute (store, &john.command));
  g_assert_true (execute (store, &open.command));
  g_assert_true (execute (store, &open.command));
  g_assert_true (deposit_some (store));
  g_assert_true (execute (store, &transfer.command));
}

static void
clear_bench (void)
{
  g_free (bench.path);
  g_free (bench.book);
  g_free (bench.entries);
  g_object_unref (bench.clock);
  g_object_unref (bench.ids);
}

static void
set_up_bench (void)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookEventStore) store = NULL;
  GString *entries = g_string_new (NULL);

  bench.path = fuzz_path ("fuzz.daybook");
  bench.clock = DAYBOOK_CLOCK (daybook_test_clock_new ("2026-11-23T12:00:00Z"));
  bench.ids = daybook_test_ids_new ();
  atexit (clear_bench);

  g_assert_true (daybook_sqlite_store_create (bench.path, id, NULL));
  store = daybook_sqlite_store_open (bench.path, FALSE, NULL);
  g_assert_nonnull (store);
  record_some (store);
  g_assert_true (daybook_event_store_read_all (store, 0, describe_entry, entries, NULL));
  bench.entries = g_string_free (entries, FALSE);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (bench.path, &bench.book, &bench.book_size, NULL));
}

/* Makes the file that an input describes. */
static GByteArray *
make_file (const uint8_t *data,
           size_t         size)
{
  GByteArray *file = g_byte_array_new ();

  if (size >= 4 && memcmp (data, "file", 4) == 0)
    return g_byte_array_append (file, data + 4, size - 4);

  g_byte_array_append (file, (const guint8 *) bench.book, bench.book_size);
  while (size > 4)
    {
      guint32 where = ((guint32) data[0] << 16 | data[1] << 8 | data[2]) % MAX_FILE;
      gsize length = MIN (data[3], size - 4);

      if (where + length > file->len)
        {
          gsize before = file->len;

          g_byte_array_set_size (file, where + length);
          memset (file->data + before, 0, file->len - before);
        }
      memcpy (file->data + where, data + 4, length);
      data += 4 + length;
      size -= 4 + length;
    }

  return file;
}

static void
put_file (const GByteArray *file)
{
  fuzz_empty_folder ();
  g_assert_true (g_file_set_contents_full (bench.path, (const char *) file->data, file->len,
                                           G_FILE_SET_CONTENTS_CONSISTENT, 0644, NULL));
}

static void
check_untouched (const GByteArray *file)
{
  g_autofree char *now = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (bench.path, &now, &size, NULL));
  g_assert_cmpmem (now, size, file->data, file->len);
  g_assert_cmpuint (fuzz_count_files (), ==, 1);
}

/* Returns whether nothing is wrong with the book. */
static gboolean
use_book (DaybookEventStore *store)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  DaybookVerdict verdict;
  gboolean sound, readable;
  guint64 version;

  readable = daybook_event_store_read_all (store, 0, describe_entry, entries, NULL);
  sound = daybook_event_store_verify (store, &verdict, NULL, NULL, NULL, NULL) &&
          verdict.flaw == DAYBOOK_FLAW_NONE;
  if (sound && readable)
    g_assert_true (g_str_has_prefix (bench.entries, entries->str));

  daybook_event_store_get_version (store, DAYBOOK_STREAM_ACCOUNT, "0000000195", &version, NULL);
  deposit_some (store);

  return sound;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (DaybookEventStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (bench.path == NULL)
    set_up_bench ();

  file = make_file (data, size);
  put_file (file);
  for (guint read_only = 0; read_only < 2; read_only++)
    {
      store = daybook_sqlite_store_open (bench.path, read_only, &error);
      g_assert_true ((store == NULL) == (error != NULL));
      if (store != NULL)
        use_book (store);
      else if (g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NOT_A_BOOK) ||
               g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER))
        check_untouched (file);
      g_clear_object (&store);
      g_clear_error (&error);
      if (read_only == 0)
        put_file (file);
    }

  return 0;
}
