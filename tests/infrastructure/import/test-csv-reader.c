/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RFC 4180 and what is made of it, in files that are right and in files that are not. */

#include <string.h>

#include "import/csv-reader.h"
#include "import/import-error.h"

static DaybookCsvReader *
read_bytes (const char *bytes,
            gsize       length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length,
                                                                         NULL);

  return daybook_csv_reader_new (stream, ';');
}

/* All rows on one line: fields joined by `|`, rows ended by `/`, what is no row as `!` and its
 * code. */
static char *
tell (const char *bytes,
      gsize       length)
{
  g_autoptr (DaybookCsvReader) reader = read_bytes (bytes, length);
  GString *told = g_string_new (NULL);

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      DaybookCsvStep step = daybook_csv_reader_next (reader, &error);

      if (step == DAYBOOK_CSV_END)
        break;

      g_assert_cmpint (step, !=, DAYBOOK_CSV_FAILED);
      if (step == DAYBOOK_CSV_BAD_ROW)
        {
          g_assert_nonnull (error);
          g_string_append_printf (told, "!%d", error->code);
        }
      for (guint i = 0; step == DAYBOOK_CSV_ROW && i < daybook_csv_reader_get_length (reader); i++)
        g_string_append_printf (told, "%s%s", i > 0 ? "|" : "",
                                daybook_csv_reader_get_field (reader, i));
      g_string_append_c (told, '/');
    }

  return g_string_free (told, FALSE);
}

static void
assert_tells (const char *text,
              const char *expected)
{
  g_autofree char *told = tell (text, strlen (text));

  g_assert_cmpstr (told, ==, expected);
}

static void
test_rows_and_fields (void)
{
  assert_tells ("", "");
  assert_tells ("a;b\nc;d\n", "a|b/c|d/");
  assert_tells ("a;b\r\nc;d\r\n", "a|b/c|d/");
  assert_tells ("a;b\nc;d", "a|b/c|d/");
  assert_tells ("a;;\n", "a||/");
  assert_tells (";\n", "|/");
  assert_tells ("\n\r\na\n\n\nb\n", "a/b/");
  assert_tells (" a ; b \n", " a | b /");
  assert_tells ("a,b\n", "a,b/");
  assert_tells ("a\rb\n", "a\rb/");
}

static void
test_quoted_fields (void)
{
  assert_tells ("\"a\";\"b\"\r\n", "a|b/");
  assert_tells ("\"a;b\";c\n", "a;b|c/");
  assert_tells ("\"a\"\"b\"\n", "a\"b/");
  assert_tells ("\"\"\"\"\n", "\"/");
  assert_tells ("\"a\nb\";c\n", "a\nb|c/");
  assert_tells ("\"a\r\nb\"\n", "a\r\nb/");
  assert_tells ("\"\"\n\"\";\n", "/|/");
  assert_tells ("\"a\"", "a/");
}

static void
test_byte_order_mark (void)
{
  assert_tells ("\xEF\xBB\xBF" "a;b\n", "a|b/");
  assert_tells ("\xEF\xBB\xBF" "\"a\";b\n", "a|b/");
  assert_tells ("\xEF\xBB\xBF", "");
}

static void
test_bad_rows_do_not_end_the_file (void)
{
  char quotes[] = "!0/";

  quotes[1] = '0' + DAYBOOK_IMPORT_ERROR_QUOTES;
  assert_tells ("\"a\"b;c\n", quotes);
  assert_tells ("a\"b;c\n", quotes);
  assert_tells ("\"a", quotes);

  assert_tells ("a\n\"b\"x\nc\n", "a/!3/c/");
  assert_tells ("a\n\xff\nc\n", "a/!2/c/");
  g_assert_cmpint (DAYBOOK_IMPORT_ERROR_QUOTES, ==, 3);
  g_assert_cmpint (DAYBOOK_IMPORT_ERROR_NOT_TEXT, ==, 2);
}

static void
test_zero_bytes_are_no_text (void)
{
  g_autofree char *told = tell ("a\0b;c\nd\n", 8);

  g_assert_cmpstr (told, ==, "!2/d/");
}

static void
test_rows_without_end (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  g_autofree char *told = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\nb\n");
  told = tell (text->str, text->len);
  g_assert_cmpstr (told, ==, "a/!5/b/");
  g_assert_cmpint (DAYBOOK_IMPORT_ERROR_TOO_LONG, ==, 5);
}

static void
test_lines_are_counted (void)
{
  static const char text[] = "a\n\n\"b\nc\"\nd\"\ne\n";
  static const guint64 lines[] = { 1, 3, 5, 6 };
  g_autoptr (DaybookCsvReader) reader = read_bytes (text, strlen (text));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      daybook_csv_reader_next (reader, &error);
      g_assert_cmpuint (daybook_csv_reader_get_line (reader), ==, lines[i]);
    }
  g_assert_cmpint (daybook_csv_reader_next (reader, NULL), ==, DAYBOOK_CSV_END);
  g_assert_cmpuint (daybook_csv_reader_get_bytes (reader), ==, strlen (text));
}

/* A file that is longer than what is read at once, with its rows across the seams. */
static void
test_long_files (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DaybookCsvReader) reader = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%u;\"%u\"\"\r\n\";x\r\n", i, i);

  reader = read_bytes (text->str, text->len);
  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *first = g_strdup_printf ("%u", i);
      g_autofree char *second = g_strdup_printf ("%u\"\r\n", i);
      g_autoptr (GError) error = NULL;

      daybook_csv_reader_next (reader, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (daybook_csv_reader_get_length (reader), ==, 3);
      g_assert_cmpstr (daybook_csv_reader_get_field (reader, 0), ==, first);
      g_assert_cmpstr (daybook_csv_reader_get_field (reader, 1), ==, second);
    }
  g_assert_cmpint (daybook_csv_reader_next (reader, NULL), ==, DAYBOOK_CSV_END);
}

static void
test_no_bytes_do_harm (void)
{
  static const char alphabet[] = { '"', ';', '\n', '\r', 'a', '\0', '\xc3', '\xa4' };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++)
    {
      char bytes[16];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes);
      g_autofree char *told = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet)];
      told = tell (bytes, length);
      g_assert_nonnull (told);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/rows-and-fields", test_rows_and_fields);
  g_test_add_func ("/csv-reader/quoted-fields", test_quoted_fields);
  g_test_add_func ("/csv-reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/csv-reader/bad-rows-do-not-end-the-file", test_bad_rows_do_not_end_the_file);
  g_test_add_func ("/csv-reader/zero-bytes-are-no-text", test_zero_bytes_are_no_text);
  g_test_add_func ("/csv-reader/rows-without-end", test_rows_without_end);
  g_test_add_func ("/csv-reader/lines-are-counted", test_lines_are_counted);
  g_test_add_func ("/csv-reader/long-files", test_long_files);
  g_test_add_func ("/csv-reader/no-bytes-do-harm", test_no_bytes_do_harm);

  return g_test_run ();
}
