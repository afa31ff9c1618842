/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing: from files and a profile to what stands in the book, or to what is wrong with them. */

#include <glib/gstdio.h>
#include <string.h>

#include "books/book-records.h"
#include "import/csv-import-source.h"
#include "import/import-error.h"
#include "import/import-service.h"
#include "refusal.h"
#include "store/memory-store.h"
#include "surroundings.h"

#define PEOPLE "id,name\n1,Ann Lee\n2,Bo Ek\n"
#define OWNERS "person,account,role\n1,10,OWNER\n2,10,USER\n2,20,OWNER\n"
#define ACCOUNTS "account,opened\n10,2020-01-01\n20,2020-01-02\n"
#define ENTRIES "no,account,day,way,amount,note\n"

static const char profile_text[] =
  "[profile]\nid=test\nleave-out-zero=true\n"
  "[people]\ncolumns=id;name\nkey={id}\nusername=c{id}\nname={name}\n"
  "[lookup owner]\ncolumns=person;account;role\nwhere={role}\nis=OWNER\nkey={account}\n"
  "value={person}\n"
  "[accounts]\ncolumns=account;opened\nkey={account}\nholder=c{account:owner}\n"
  "reference={account}\noverdraft=100\non={opened}\n"
  "[entries]\ncolumns=no;account;day;way;amount;note\nkey={no}\naccount=ref:{account}\n"
  "direction={way:ways}\namount={amount}\non={day}\nmemo={note:notes?};on account {account}\n"
  "method={way:methods}\n"
  "[missing holder]\nusername=a{account}\nname=Holder of {account}\n"
  "[missing account]\nholder=a{account}\nreference={account}\non={day}\n"
  "[table ways]\n+=in\n-=out\n"
  "[table methods]\n+=cash\n*=bank\n"
  "[table notes]\nr=rent\n";

typedef struct
{
  char *folder;
  DaybookEventStore *store;
  DaybookDispatcher *dispatcher;
  DaybookImportResult result;
  GString *problems;
} Fixture;

static char *
write_file (Fixture    *f,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (DaybookReceipt) receipt = NULL;
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };

  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  g_free (write_file (f, "test.profile", profile_text));
  f->store = daybook_memory_store_new (id);
  f->dispatcher = daybook_dispatcher_new (f->store, DAYBOOK_CLOCK (clock), ids);
  receipt = daybook_dispatcher_execute (f->dispatcher, &start.command, NULL, NULL);
  g_assert_nonnull (receipt);
  f->problems = g_string_new (NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  static const char *const names[] = { "test.profile", "people.csv", "owners.csv", "accounts.csv",
                                       "entries.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_assert_finalize_object (f->dispatcher);
  g_assert_finalize_object (f->store);
  g_string_free (f->problems, TRUE);
}

static void
note_problem (const DaybookImportItem *item,
              const GError            *problem,
              gpointer                 user_data)
{
  Fixture *f = user_data;

  g_string_append_printf (f->problems, "%s:%" G_GUINT64_FORMAT " %s\n", item->file, item->line,
                          problem->domain == DAYBOOK_REFUSAL
                            ? daybook_refusal_name (problem->code) : "row");
}

/* Imports what @entries contains, after the files about people and accounts if @others. */
static void
import (Fixture    *f,
        gboolean    others,
        const char *entries,
        gboolean    keep_going)
{
  g_autofree char *profile = g_build_filename (f->folder, "test.profile", NULL);
  g_autofree char *text = g_strconcat (ENTRIES, entries, NULL);
  /* Not in the order in which they are needed. */
  g_autofree char *first = write_file (f, "entries.csv", text);
  g_autofree char *second = write_file (f, "accounts.csv", ACCOUNTS);
  g_autofree char *third = write_file (f, "owners.csv", OWNERS);
  g_autofree char *fourth = write_file (f, "people.csv", PEOPLE);
  const char *files[] = { first, others ? second : NULL, third, fourth, NULL };
  DaybookImport options = { .actor = "Ruth", .correlation = "import-1", .keep_going = keep_going,
                            .problem = note_problem, .problem_data = f };
  g_autoptr (DaybookImportSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_string_truncate (f->problems, 0);
  source = daybook_csv_import_source_open (profile, files, NULL, &error);
  g_assert_no_error (error);
  daybook_import_record (&options, f->dispatcher, source, &f->result, &error);
  g_assert_no_error (error);
}

static guint64
head_of (Fixture *f)
{
  guint64 head;

  g_assert_true (daybook_event_store_get_head (f->store, &head, NULL));

  return head;
}

static gboolean
collect (const DaybookEntry  *entry,
         guint64              version,
         gpointer             user_data,
         GError             **error)
{
  GString *told = user_data;
  const DaybookSchema *schema = entry->event->record.schema;

  g_assert_cmpstr (entry->correlation, ==, "import-1");
  g_assert_cmpstr (entry->actor, ==, "Ruth");
  g_string_append_printf (told, "%s %s", entry->command_id, schema->name);
  for (guint i = 0; i < schema->n_fields; i++)
    if (daybook_record_has (entry->event, &schema->fields[i]) &&
        schema->fields[i].stream != DAYBOOK_STREAM_PERSON)
      {
        g_string_append_c (told, ' ');
        daybook_record_get_text (entry->event, &schema->fields[i], told);
      }
  g_string_append_c (told, '\n');

  return TRUE;
}

static void
test_everything_in_order (Fixture       *f,
                          gconstpointer  data)
{
  g_autoptr (GString) told = g_string_new (NULL);

  import (f, TRUE, "100,10,2020-02-01,+,50.25,r\n101,20,2020-02-02,-,7,shoes\n"
                   "102,20,2020-02-02,-,0.00,\n", FALSE);
  g_assert_cmpstr (f->problems->str, ==, "");
  g_assert_cmpuint (f->result.n_recorded, ==, 6);
  g_assert_cmpuint (f->result.n_idle, ==, 1);
  g_assert_cmpuint (head_of (f), ==, 7);

  g_assert_true (daybook_event_store_read_all (f->store, 1, collect, told, NULL));
  g_assert_cmpstr (told->str, ==,
    "import:test:people:1 PersonRegistered c1 Ann Lee\n"
    "import:test:people:2 PersonRegistered c2 Bo Ek\n"
    "import:test:accounts:10 AccountOpened 0000000195 EUR 10000 10\n"
    "import:test:accounts:20 AccountOpened 0000000292 EUR 10000 20\n"
    "import:test:entries:100 MoneyDeposited 0000000195 5025 EUR cash rent, on account 10\n"
    "import:test:entries:101 MoneyWithdrawn 0000000292 700 EUR bank shoes, on account 20\n");
}

static void
test_same_files_again_record_nothing (Fixture       *f,
                                      gconstpointer  data)
{
  static const char entries[] = "100,10,2020-02-01,+,50.25,\n101,10,2020-02-02,-,7,\n";

  import (f, TRUE, entries, FALSE);
  import (f, TRUE, entries, FALSE);
  g_assert_cmpuint (f->result.n_recorded, ==, 0);
  g_assert_cmpuint (f->result.n_repeated, ==, 6);
  g_assert_cmpuint (head_of (f), ==, 7);

  /* A longer file of the same kind records what is new in it. */
  import (f, TRUE, "100,10,2020-02-01,+,50.25,\n102,10,2020-02-03,+,1,\n", FALSE);
  g_assert_cmpuint (f->result.n_recorded, ==, 1);
}

static void
test_same_key_with_other_content (Fixture       *f,
                                  gconstpointer  data)
{
  import (f, TRUE, "100,10,2020-02-01,+,50.25,\n", FALSE);
  import (f, TRUE, "100,10,2020-02-01,+,50.26,\n", FALSE);
  g_assert_cmpstr (f->problems->str, ==, "entries.csv:2 command-id-reused\n");
}

static const char wrong_rows[] =
  "100,10,2020-02-01,+,50,\n"
  "101,10,2020-02-01,?,50,\n"
  "102,10,2020-02-30,+,50,\n"
  "103,10,2020-02-01,+,fifty,\n"
  "104,10,2020-02-01,+,1.005,\n"
  "105,10,2020-02-01,-,151,\n"
  "106,10,2020-02-01\n"
  ",10,2020-02-01,+,50,\n"
  "107,10,2020-02-01,+,50,\"\n";

static const char wrong_told[] =
  "entries.csv:3 row\n"
  "entries.csv:4 date-not-a-day\n"
  "entries.csv:5 amount-not-a-number\n"
  "entries.csv:6 amount-too-precise\n"
  "entries.csv:7 insufficient-funds\n"
  "entries.csv:8 row\n"
  "entries.csv:9 row\n"
  "entries.csv:10 row\n";

static void
test_all_or_nothing (Fixture       *f,
                     gconstpointer  data)
{
  import (f, TRUE, wrong_rows, FALSE);
  g_assert_cmpstr (f->problems->str, ==, wrong_told);
  g_assert_cmpuint (f->result.n_problems, ==, 8);
  g_assert_cmpuint (f->result.n_recorded, ==, 0);
  g_assert_cmpuint (head_of (f), ==, 1);
}

static void
test_keep_going (Fixture       *f,
                 gconstpointer  data)
{
  import (f, TRUE, wrong_rows, TRUE);
  g_assert_cmpstr (f->problems->str, ==, wrong_told);
  g_assert_cmpuint (f->result.n_problems, ==, 8);
  g_assert_cmpuint (f->result.n_recorded, ==, 5);
  g_assert_cmpuint (head_of (f), ==, 6);
}

static void
test_missing_accounts_are_opened (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *profile = g_build_filename (f->folder, "test.profile", NULL);
  g_autofree char *path = write_file (f, "entries.csv",
                                      ENTRIES "100,77,2020-02-01,+,50,\n101,77,2020-02-02,+,1,\n");
  const char *files[] = { path, NULL };
  DaybookImport options = { .actor = "Ruth", .correlation = "import-1" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DaybookImportSource) source = daybook_csv_import_source_open (profile, files, NULL,
                                                                               NULL);

      g_assert_true (daybook_import_record (&options, f->dispatcher, source, &f->result, NULL));
      g_assert_cmpuint (f->result.n_problems, ==, 0);
    }

  g_assert_true (daybook_event_store_read_all (f->store, 1, collect, told, NULL));
  g_assert_cmpstr (told->str, ==,
    "import:test:entries:100:register PersonRegistered a77 Holder of 77\n"
    "import:test:entries:100:open AccountOpened 0000000195 EUR 0 77\n"
    "import:test:entries:100 MoneyDeposited 0000000195 5000 EUR cash on account 77\n"
    "import:test:entries:101 MoneyDeposited 0000000195 100 EUR cash on account 77\n");
}

static void
test_owner_that_is_not_there (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *profile = g_build_filename (f->folder, "test.profile", NULL);
  g_autofree char *path = write_file (f, "accounts.csv", ACCOUNTS);
  const char *files[] = { path, NULL };
  DaybookImport options = { .problem = note_problem, .problem_data = f };
  g_autoptr (DaybookImportSource) source = daybook_csv_import_source_open (profile, files, NULL,
                                                                           NULL);

  g_assert_true (daybook_import_record (&options, f->dispatcher, source, &f->result, NULL));
  g_assert_cmpstr (f->problems->str, ==, "accounts.csv:2 row\naccounts.csv:3 row\n");
}

static void
test_files_that_do_not_fit (Fixture       *f,
                            gconstpointer  data)
{
  static const char *const texts[] = { "", "a,b\n1,2\n", "id;name\n", "id,name,id\n", "\xff\n" };
  g_autofree char *profile = g_build_filename (f->folder, "test.profile", NULL);
  const char *files[] = { NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (f, "people.csv", texts[i]);
      g_autofree char *culprit = NULL;
      g_autoptr (GError) error = NULL;

      files[0] = path;
      g_assert_null (daybook_csv_import_source_open (profile, files, &culprit, &error));
      g_assert_true (error->domain == DAYBOOK_IMPORT_ERROR);
      g_assert_cmpstr (culprit, ==, path);
    }

  {
    g_autofree char *path = g_build_filename (f->folder, "nowhere.csv", NULL);
    g_autofree char *culprit = NULL;
    g_autoptr (GError) error = NULL;

    files[0] = path;
    g_assert_null (daybook_csv_import_source_open (profile, files, &culprit, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    g_assert_cmpstr (culprit, ==, path);
  }
}

#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("everything-in-order", test_everything_in_order);
  ADD ("same-files-again-record-nothing", test_same_files_again_record_nothing);
  ADD ("same-key-with-other-content", test_same_key_with_other_content);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("keep-going", test_keep_going);
  ADD ("missing-accounts-are-opened", test_missing_accounts_are_opened);
  ADD ("owner-that-is-not-there", test_owner_that_is_not_there);
  ADD ("files-that-do-not-fit", test_files_that_do_not_fit);

  return g_test_run ();
}
