/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Another program's files, and the profile that says how to read them: both may be anything. An
 * input is the profile and up to four data files, each but the first after a line "----".
 *
 * The files are imported into a book in memory, and then once more: what the first time recorded
 * is not recorded again. Besides, each file is read by itself from a stream that gives it byte by
 * byte: where the reader's buffer ends must not matter. And from one that breaks down: that is an
 * error, and there is one error. */

#include <glib/gstdio.h>
#include <string.h>

#include "books/book-records.h"
#include "fuzz.h"
#include "import/csv-import-source.h"
#include "import/csv-reader.h"
#include "import/import-error.h"
#include "import/import-service.h"
#include "refusal.h"
#include "store/memory-store.h"
#include "surroundings.h"

#define MAX_FILES 4

/* Gives one byte at a time, and, in the end, an error if it is to break down. */
#define TYPE_DRIBBLE (dribble_get_type ())
G_DECLARE_FINAL_TYPE (Dribble, dribble, FUZZ, DRIBBLE, GInputStream)

struct _Dribble
{
  GInputStream parent_instance;

  const char *next;
  gboolean breaks_down;
};

G_DEFINE_FINAL_TYPE (Dribble, dribble, G_TYPE_INPUT_STREAM)

static gssize
dribble_read (GInputStream  *stream,
              void          *buffer,
              gsize          count,
              GCancellable  *cancellable,
              GError       **error)
{
  Dribble *self = FUZZ_DRIBBLE (stream);

  if (*self->next != '\0')
    {
      *(char *) buffer = *self->next++;
      return 1;
    }
  if (!self->breaks_down)
    return 0;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "broken");
  return -1;
}

static void
dribble_class_init (DribbleClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = dribble_read;
}

static void
dribble_init (Dribble *self)
{
}

static GInputStream *
dribble_new (const char *text,
             gboolean    breaks_down)
{
  Dribble *self = g_object_new (TYPE_DRIBBLE, NULL);

  self->next = text;
  self->breaks_down = breaks_down;

  return G_INPUT_STREAM (self);
}

/* All there is to say about a file as rows. */
static char *
describe (GInputStream    *stream,
          char             delimiter,
          DaybookCsvStep  *last)
{
  g_autoptr (DaybookCsvReader) reader = daybook_csv_reader_new (stream, delimiter);
  GString *text = g_string_new (NULL);

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      DaybookCsvStep step = daybook_csv_reader_next (reader, &error);

      *last = step;
      g_assert_true ((error != NULL) ==
                     (step == DAYBOOK_CSV_BAD_ROW || step == DAYBOOK_CSV_FAILED));
      if (step == DAYBOOK_CSV_END || step == DAYBOOK_CSV_FAILED)
        return g_string_free (text, FALSE);

      g_string_append_printf (text, "%d %" G_GUINT64_FORMAT, step,
                              daybook_csv_reader_get_line (reader));
      for (guint i = 0; step == DAYBOOK_CSV_ROW && i < daybook_csv_reader_get_length (reader); i++)
        g_string_append_printf (text, "|%s", daybook_csv_reader_get_field (reader, i));
      g_string_append_c (text, '\n');
    }
}

static void
check_reader (const char *text)
{
  static const char delimiters[] = { ',', ';', '\t' };

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr (GInputStream) whole = g_memory_input_stream_new_from_data (text, strlen (text),
                                                                            NULL);
      g_autoptr (GInputStream) dribble = dribble_new (text, FALSE);
      g_autoptr (GInputStream) broken = dribble_new (text, TRUE);
      DaybookCsvStep last;
      g_autofree char *expected = describe (whole, delimiters[i], &last);
      g_autofree char *found = describe (dribble, delimiters[i], &last);
      g_autofree char *cut_off = NULL;

      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpint (last, ==, DAYBOOK_CSV_END);
      cut_off = describe (broken, delimiters[i], &last);
      g_assert_cmpint (last, ==, DAYBOOK_CSV_FAILED);
    }
}

/* Every problem is one that there are words for. */
static void
problem_found (const DaybookImportItem *item,
               const GError            *problem,
               gpointer                 user_data)
{
  g_assert_true (problem->domain == DAYBOOK_IMPORT_ERROR || problem->domain == DAYBOOK_REFUSAL);
  g_assert_cmpint (item->line, >, 0);
}

static DaybookDispatcher *
new_book (void)
{
  static const guint8 id[DAYBOOK_ID_SIZE] = "a book for tests";
  g_autoptr (DaybookTestClock) clock = daybook_test_clock_new ("2026-11-23T12:00:00Z");
  g_autoptr (DaybookIdSource) ids = daybook_test_ids_new ();
  g_autoptr (DaybookEventStore) store = daybook_memory_store_new (id);
  DaybookStart start = { { &daybook_start }, (char *) "Test", { "EUR" }, NULL };
  DaybookDispatcher *dispatcher = daybook_dispatcher_new (store, DAYBOOK_CLOCK (clock), ids);
  g_autoptr (DaybookReceipt) receipt = NULL;

  receipt = daybook_dispatcher_execute (dispatcher, &start.command, NULL, NULL);
  g_assert_nonnull (receipt);

  return dispatcher;
}

static void
import (const char         *profile,
        const char *const  *files)
{
  g_autofree char *culprit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookImportSource) source = daybook_csv_import_source_open (profile, files,
                                                                           &culprit, &error);
  g_autoptr (DaybookDispatcher) dispatcher = NULL;
  DaybookImport options = { .actor = "Ruth", .correlation = "import-1", .keep_going = TRUE,
                            .problem = problem_found };
  DaybookImportResult first, second;

  if (source == NULL)
    {
      g_assert_true (error != NULL && error->domain == DAYBOOK_IMPORT_ERROR);
      g_assert_nonnull (culprit);
      return;
    }

  dispatcher = new_book ();
  daybook_import_record (&options, dispatcher, source, &first, &error);
  g_assert_no_error (error);
  daybook_import_record (&options, dispatcher, source, &second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second.n_repeated, >=, first.n_recorded);
  g_assert_cmpuint (second.n_recorded + second.n_problems, <=, first.n_problems);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const names[MAX_FILES] = { "1.csv", "2.csv", "3.csv", "4.csv" };
  g_autofree char *profile = fuzz_cut (&data, &size, "----\n");
  g_autofree char *profile_path = fuzz_path ("a.profile");
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  g_assert_true (g_file_set_contents (profile_path, profile, -1, NULL));
  for (guint i = 0; i < MAX_FILES && size > 0; i++)
    {
      g_autofree char *path = fuzz_path (names[i]);
      g_autofree char *text = fuzz_cut (&data, &size, "----\n");

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_strv_builder_add (files, path);
      check_reader (text);
    }

  paths = g_strv_builder_end (files);
  import (profile_path, (const char *const *) paths);
  fuzz_empty_folder ();

  return 0;
}
