/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets as spreadsheets and banks save them: what is found out about how they are written, and
 * what is read from them. */

#include <glib/gstdio.h>
#include <string.h>

#include "import/csv-sheet.h"
#include "import/import-error.h"
#include "store-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "sheet.csv", NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

static gboolean
note_row (const DaybookSheetRow *row,
          gpointer               user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "%u", (guint) row->number);
  if (row->problem != NULL)
    g_string_append (text, "!");
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (text, "|%s", row->cells[i]);
  g_string_append_c (text, '\n');

  return TRUE;
}

static DaybookSheet *
open_sheet (Fixture    *f,
            const char *bytes,
            gssize      length)
{
  g_autoptr (GError) error = NULL;
  DaybookSheet *sheet;

  g_assert_true (g_file_set_contents (f->path, bytes, length, NULL));
  sheet = daybook_csv_sheet_open (f->path, &error);
  g_assert_no_error (error);

  return sheet;
}

static char *
read_all (DaybookSheet *sheet)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  daybook_sheet_read (sheet, note_row, text, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/* @text in @encoding, with @mark before it. */
static void
check_encoding (Fixture    *f,
                const char *text,
                const char *encoding,
                const char *mark,
                gsize       mark_length,
                const char *expected)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (DaybookSheet) sheet = NULL;
  g_autofree char *encoded = NULL;
  g_autofree char *rows = NULL;
  gsize length;

  encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (encoded);
  g_byte_array_append (bytes, (const guint8 *) mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *) encoded, length);

  sheet = open_sheet (f, (const char *) bytes->data, bytes->len);
  g_assert_cmpstr (daybook_csv_sheet_get_encoding (DAYBOOK_CSV_SHEET (sheet)), ==, expected);
  rows = read_all (sheet);
  g_assert_cmpstr (rows, ==, "1|Tag|Name|Betrag\n2|1.2.2026|Jürgen Groß|5,00 €\n");
  g_assert_finalize_object (g_steal_pointer (&sheet));
}

static void
test_encoding_is_found (Fixture       *f,
                        gconstpointer  data)
{
  static const char text[] = "Tag;Name;Betrag\r\n1.2.2026;Jürgen Groß;5,00 €\r\n";

  check_encoding (f, text, "UTF-8", "", 0, "UTF-8");
  check_encoding (f, text, "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8");
  check_encoding (f, text, "WINDOWS-1252", "", 0, "WINDOWS-1252");
  check_encoding (f, text, "UTF-16LE", "\xFF\xFE", 2, "UTF-16LE");
  check_encoding (f, text, "UTF-16BE", "\xFE\xFF", 2, "UTF-16BE");
  check_encoding (f, text, "UTF-16LE", "", 0, "UTF-16LE");
  check_encoding (f, text, "UTF-16BE", "", 0, "UTF-16BE");
}

/* What tells the encoding may stand anywhere, also across the edge of what is read at once. */
static void
test_encoding_is_found_late (Fixture       *f,
                             gconstpointer  data)
{
  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) text = g_string_new ("day,name\n");
      g_autoptr (DaybookSheet) sheet = NULL;

      while (text->len < 64 * 1024 - 2 + shift - 1)
        g_string_append_c (text, text->len % 50 == 0 ? '\n' : 'x');
      g_string_append (text, "é,\n");

      sheet = open_sheet (f, text->str, (gssize) text->len);
      g_assert_cmpstr (daybook_csv_sheet_get_encoding (DAYBOOK_CSV_SHEET (sheet)), ==, "UTF-8");
      g_clear_object (&sheet);

      g_string_append (text, "\xE9,\n");
      sheet = open_sheet (f, text->str, (gssize) text->len);
      g_assert_cmpstr (daybook_csv_sheet_get_encoding (DAYBOOK_CSV_SHEET (sheet)), ==,
                       "WINDOWS-1252");
    }
}

/* A byte that Windows-1252 does not have is no reason to read nothing. */
static void
test_strange_bytes_are_read (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr (DaybookSheet) sheet = open_sheet (f, "a,\x81\xE9\n", -1);
  g_autofree char *rows = read_all (sheet);

  g_assert_true (g_str_has_prefix (rows, "1|a|"));
  g_assert_true (g_str_has_suffix (rows, "é\n"));
}

static void
test_delimiter_is_found (Fixture       *f,
                         gconstpointer  data)
{
  static const struct
  {
    const char *text;
    char delimiter;
    const char *rows;
  } cases[] = {
    { "a,b,c\n1,2,3\n", ',', "1|a|b|c\n2|1|2|3\n" },
    { "a;b;c\n1,5;2,5;3\n", ';', "1|a|b|c\n2|1,5|2,5|3\n" },
    { "a\tb\n1,5\t2;3\n", '\t', "1|a|b\n2|1,5|2;3\n" },
    { "a|b\n1,5|2\n", '|', "1|a|b\n2|1,5|2\n" },
    { "1,50;2,50\n3,50;4,50\n", ';', "1|1,50|2,50\n2|3,50|4,50\n" },
    { "name;note\nAnn;\"a, b, c; d\"\nBo;\"x, y, z\"\n", ';',
      "1|name|note\n2|Ann|a, b, c; d\n3|Bo|x, y, z\n" },
    { "a,b,c,d\n1,2\n3,4,5,6\n7,8,9,0\n", ',', "1|a|b|c|d\n2|1|2\n3|3|4|5|6\n4|7|8|9|0\n" },
    { "sep=;\r\na,1;b,2\r\n", ';', "2|a,1|b,2\n" },
    { "alone\n1\n2\n", ',', "1|alone\n2|1\n3|2\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DaybookSheet) sheet = open_sheet (f, cases[i].text, -1);
      g_autofree char *rows = read_all (sheet);

      g_assert_cmpint (daybook_csv_sheet_get_delimiter (DAYBOOK_CSV_SHEET (sheet)), ==,
                       cases[i].delimiter);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

/* Rows are counted as a spreadsheet counts them: a cell may have several lines, and what is empty
 * counts, though nobody is told of it. */
static void
test_rows_are_counted (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (DaybookSheet) sheet =
    open_sheet (f, "a,b\n,\n\n1,\"x\ny\nz\"\n2,u\"v\n , \n3,w\n", -1);
  g_autofree char *rows = read_all (sheet);

  g_assert_cmpstr (rows, ==, "1|a|b\n4|1|x\ny\nz\n5!\n7|3|w\n");
  g_assert_cmpstr (daybook_sheet_get_name (sheet), ==, "sheet.csv");
}

static void
assert_no_sheet (Fixture    *f,
                 const char *bytes,
                 gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->path, bytes, length, NULL));
  g_assert_null (daybook_csv_sheet_open (f->path, &error));
  g_assert_error (error, DAYBOOK_IMPORT_ERROR, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);
}

static void
test_other_files_are_refused (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  /* As .xlsx begins, which is an archive; and half a character of UTF-16. */
  assert_no_sheet (f, "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", 14);
  assert_no_sheet (f, "\xFF\xFE" "a\0b\0c", 7);

  g_unlink (f->path);
  g_assert_null (daybook_csv_sheet_open (f->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gboolean
count_row (const DaybookSheetRow *row,
           gpointer               user_data)
{
  return ++*(guint *) user_data < 3;
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static void
test_reading_can_stop (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DaybookSheet) sheet = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint64 done = 0;
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "2026-01-01,somebody,1.00\n");
  sheet = open_sheet (f, text->str, (gssize) text->len);

  g_assert_true (daybook_sheet_read (sheet, count_row, &n, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (n, ==, 3);

  g_assert_true (daybook_sheet_read (sheet, note_row, rows, note_progress, &done, NULL, NULL));
  g_assert_cmpuint (done, >, text->len / 2);

  g_cancellable_cancel (cancellable);
  g_assert_false (daybook_sheet_read (sheet, note_row, rows, NULL, NULL, cancellable, &error));
  g_assert_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/csv-sheet/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("encoding", test_encoding_is_found);
  ADD ("late-encoding", test_encoding_is_found_late);
  ADD ("strange-bytes", test_strange_bytes_are_read);
  ADD ("delimiter", test_delimiter_is_found);
  ADD ("row-numbers", test_rows_are_counted);
  ADD ("other-files", test_other_files_are_refused);
  ADD ("stop", test_reading_can_stop);

  return g_test_run ();
}
