/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet that was saved as CSV, by whatever program in whatever country.
 *
 * Nothing in such a file says how it is written, so that is found out when it is opened. A byte
 * order mark tells the encoding; so do the zeros of UTF-16. What is UTF-8 from first byte to the
 * last is UTF-8, since nothing else looks so by chance; the rest is Windows-1252, which
 * Excel writes where Latin letters are used. The delimiter is the one that cuts most rows into the
 * same number of cells. */

#include "import/csv-sheet.h"

#include <string.h>

#include "import/csv-reader.h"
#include "import/import-error.h"
#include "store-error.h"

/* How much of a file tells its delimiter. */
#define SAMPLE (64 * 1024)
#define SAMPLE_ROWS 200

/* Not worth an object that is asked for each row. */
#define STRIDE 256

/* Excel says so in a line of its own, where it was told to. */
#define SEPARATOR_LINE "sep="

struct _DaybookCsvSheet
{
  GObject parent_instance;

  GFile *file;
  char *name;
  const char *encoding;
  char delimiter;
  gboolean has_separator_line;
};

static void sheet_iface_init (DaybookSheetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookCsvSheet, daybook_csv_sheet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_SHEET, sheet_iface_init))

/* The file as UTF-8. */
static GInputStream *
decode (DaybookCsvSheet *self,
        GInputStream    *stream,
        GError         **error)
{
  g_autoptr (GCharsetConverter) converter = NULL;

  if (strcmp (self->encoding, "UTF-8") == 0)
    return g_object_ref (stream);

  converter = g_charset_converter_new ("UTF-8", self->encoding, error);
  if (converter == NULL)
    return NULL;

  g_charset_converter_set_use_fallback (converter, TRUE);
  return g_converter_input_stream_new (stream, G_CONVERTER (converter));
}

/* What cannot be text in the file's encoding is said so; all else is the disk's. */
static void
take_failure (GError **error,
              GError  *failure)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
      g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);
      g_error_free (failure);
      return;
    }

  g_propagate_error (error, failure);
}

/* One reading of the file. */
typedef struct
{
  DaybookCsvReader *reader;
  GPtrArray *cells;
  guint64 n_extra_lines;
  DaybookSheetFunc func;
  gpointer user_data;
} Reading;

/* Hands the row on, if there is anything on it. A cell may go over several lines; a spreadsheet
 * counts rows. Returns whether to go on. */
static gboolean
hand_on (Reading      *reading,
         const GError *problem)
{
  DaybookSheetRow row = { .problem = problem };
  gboolean filled = problem != NULL;

  row.number = daybook_csv_reader_get_line (reading->reader) - reading->n_extra_lines;
  g_ptr_array_set_size (reading->cells, 0);
  for (guint i = 0; problem == NULL && i < daybook_csv_reader_get_length (reading->reader); i++)
    {
      const char *cell = daybook_csv_reader_get_field (reading->reader, i);

      filled = filled || cell[strspn (cell, " \t\r\n")] != '\0';
      for (const char *p = strchr (cell, '\n'); p != NULL; p = strchr (p + 1, '\n'))
        reading->n_extra_lines++;
      g_ptr_array_add (reading->cells, (gpointer) cell);
    }
  row.cells = (const char *const *) reading->cells->pdata;
  row.n_cells = reading->cells->len;

  return !filled || reading->func (&row, reading->user_data);
}

static gboolean
read_rows (Reading              *reading,
           GSeekable            *base,
           guint64               size,
           DaybookProgressFunc   progress,
           gpointer              progress_data,
           GCancellable         *cancellable,
           GError              **error)
{
  for (guint64 n = 0; ; n++)
    {
      g_autoptr (GError) problem = NULL;
      DaybookCsvStep step = daybook_csv_reader_next (reading->reader, &problem);

      if (step == DAYBOOK_CSV_END)
        return TRUE;
      if (step == DAYBOOK_CSV_FAILED)
        {
          take_failure (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (!hand_on (reading, problem))
        return TRUE;

      if (n % STRIDE != 0)
        continue;
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED,
                               "cancelled");
          return FALSE;
        }
      if (progress != NULL)
        progress (MIN ((guint64) g_seekable_tell (base), size), size, progress_data);
    }
}

static gboolean
daybook_csv_sheet_read (DaybookSheet         *sheet,
                        DaybookSheetFunc      func,
                        gpointer              user_data,
                        DaybookProgressFunc   progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  DaybookCsvSheet *self = DAYBOOK_CSV_SHEET (sheet);
  g_autoptr (GFileInputStream) base = g_file_read (self->file, NULL, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (DaybookCsvReader) reader = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  Reading reading = { .cells = cells, .func = func, .user_data = user_data };

  if (base != NULL)
    info = g_file_input_stream_query_info (base, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error);
  if (info == NULL || (stream = decode (self, G_INPUT_STREAM (base), error)) == NULL)
    return FALSE;

  reading.reader = reader = daybook_csv_reader_new (stream, self->delimiter);
  if (self->has_separator_line)
    daybook_csv_reader_next (reader, NULL);

  return read_rows (&reading, G_SEEKABLE (base), (guint64) g_file_info_get_size (info), progress,
                    progress_data, cancellable, error);
}

static const char *
daybook_csv_sheet_get_name (DaybookSheet *sheet)
{
  return DAYBOOK_CSV_SHEET (sheet)->name;
}

static void
sheet_iface_init (DaybookSheetInterface *iface)
{
  iface->read = daybook_csv_sheet_read;
  iface->get_name = daybook_csv_sheet_get_name;
}

static void
daybook_csv_sheet_finalize (GObject *object)
{
  DaybookCsvSheet *self = DAYBOOK_CSV_SHEET (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (daybook_csv_sheet_parent_class)->finalize (object);
}

static void
daybook_csv_sheet_class_init (DaybookCsvSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_csv_sheet_finalize;
}

static void
daybook_csv_sheet_init (DaybookCsvSheet *self)
{
  self->encoding = "UTF-8";
  self->delimiter = ',';
}

/* UTF-16 without a mark: ASCII, which every table has plenty of, has a zero in every other byte. */
static const char *
find_wide (const guchar *bytes,
           gsize         n)
{
  gsize n_even = 0, n_odd = 0;

  for (gsize i = 0; i < n; i++)
    if (bytes[i] == 0)
      *(i % 2 == 0 ? &n_even : &n_odd) += 1;

  if (n_even == 0 && 4 * n_odd >= n && n > 1)
    return "UTF-16LE";
  if (n_odd == 0 && 4 * n_even >= n && n > 1)
    return "UTF-16BE";

  return NULL;
}

/* Whether the stream is UTF-8 from @bytes to its end, without a zero; what is missing at the end of
 * @bytes may come. A character is never longer than 4 bytes. */
static gboolean
is_utf8_to_the_end (GInputStream *stream,
                    char         *bytes,
                    gsize         n,
                    GError      **error)
{
  gsize n_read = n;

  while (TRUE)
    {
      const char *end;
      gsize n_left;

      if (!g_utf8_validate_len (bytes, n, &end) && n - (end - bytes) >= 4)
        return FALSE;

      n_left = n - (end - bytes);
      memmove (bytes, end, n_left);
      if (!g_input_stream_read_all (stream, bytes + n_left, SAMPLE - n_left, &n_read, NULL, error))
        return FALSE;
      if (n_read == 0)
        return n_left == 0;
      n = n_left + n_read;
    }
}

static gboolean
find_encoding (DaybookCsvSheet *self,
               GError         **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, NULL, error);
  g_autofree char *bytes = g_malloc (SAMPLE);
  const char *wide;
  g_autoptr (GError) problem = NULL;
  gsize n;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, SAMPLE, &n, NULL, error))
    return FALSE;

  wide = find_wide ((const guchar *) bytes, n);
  if (n >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    self->encoding = "UTF-16LE";
  else if (n >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    self->encoding = "UTF-16BE";
  else if (wide != NULL)
    self->encoding = wide;
  else if (memchr (bytes, 0, n) != NULL)
    return daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);
  else if (!is_utf8_to_the_end (G_INPUT_STREAM (stream), bytes, n, &problem))
    self->encoding = "WINDOWS-1252";

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/* The first lines, as UTF-8. */
static GString *
read_sample (DaybookCsvSheet *self,
             GError         **error)
{
  g_autoptr (GFileInputStream) base = g_file_read (self->file, NULL, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GError *failure = NULL;
  gsize n;

  if (base != NULL)
    stream = decode (self, G_INPUT_STREAM (base), error);
  if (stream == NULL)
    return NULL;

  g_string_set_size (text, SAMPLE);
  if (!g_input_stream_read_all (stream, text->str, SAMPLE, &n, NULL, &failure))
    {
      take_failure (error, failure);
      return NULL;
    }

  g_string_truncate (text, n);
  if (n == SAMPLE)
    {
      const char *end = g_strrstr_len (text->str, (gssize) n, "\n");

      if (end != NULL)
        g_string_truncate (text, end - text->str);
    }
  if (g_str_has_prefix (text->str, "\xEF\xBB\xBF"))
    g_string_erase (text, 0, 3);

  return g_steal_pointer (&text);
}

/* How well the delimiter cuts the sample: how many cells beyond the first most rows have, times the
 * share of rows that have as many, in thousandths. A comma counts half: it also stands in amounts,
 * up to once in each cell. */
static guint
rate (const GString *sample,
      char           delimiter)
{
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (sample->str, (gssize) sample->len, NULL);
  g_autoptr (DaybookCsvReader) reader = daybook_csv_reader_new (stream, delimiter);
  guint counts[64] = { 0 };
  guint n_rows = 0, usual = 0;
  DaybookCsvStep step;

  while (n_rows < SAMPLE_ROWS &&
         (step = daybook_csv_reader_next (reader, NULL)) <= DAYBOOK_CSV_BAD_ROW)
    {
      n_rows++;
      if (step == DAYBOOK_CSV_ROW)
        counts[MIN (daybook_csv_reader_get_length (reader), G_N_ELEMENTS (counts)) - 1]++;
    }

  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] * i > counts[usual] * usual)
      usual = i;

  return n_rows > 0 ? 1000 * usual * counts[usual] / n_rows / (delimiter == ',' ? 2 : 1) : 0;
}

static void
find_delimiter (DaybookCsvSheet *self,
                const GString   *sample)
{
  static const char candidates[] = { '\t', ';', '|', ',' };
  guint best = 0;

  if (g_ascii_strncasecmp (sample->str, SEPARATOR_LINE, strlen (SEPARATOR_LINE)) == 0 &&
      strchr ("\r\n", sample->str[strlen (SEPARATOR_LINE)]) == NULL)
    {
      self->has_separator_line = TRUE;
      self->delimiter = sample->str[strlen (SEPARATOR_LINE)];
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint rating = rate (sample, candidates[i]);

      if (rating > best)
        {
          best = rating;
          self->delimiter = candidates[i];
        }
    }
}

/**
 * daybook_csv_sheet_open:
 *
 * Reads all of the file, to know how it is written.
 *
 * Returns: (transfer full): the sheet in the file; %NULL on error.
 */
DaybookSheet *
daybook_csv_sheet_open (const char  *path,
                        GError     **error)
{
  g_autoptr (DaybookCsvSheet) self = g_object_new (DAYBOOK_TYPE_CSV_SHEET, NULL);
  g_autoptr (GString) sample = NULL;

  self->file = g_file_new_for_path (path);
  self->name = g_filename_display_basename (path);
  if (!find_encoding (self, error))
    return NULL;

  sample = read_sample (self, error);
  if (sample == NULL)
    return NULL;

  find_delimiter (self, sample);
  return DAYBOOK_SHEET (g_steal_pointer (&self));
}

/**
 * daybook_csv_sheet_get_encoding:
 *
 * Returns: (transfer none): in which encoding the file seems to be written.
 */
const char *
daybook_csv_sheet_get_encoding (DaybookCsvSheet *self)
{
  return self->encoding;
}

/**
 * daybook_csv_sheet_get_delimiter:
 *
 * Returns: what seems to stand between cells.
 */
char
daybook_csv_sheet_get_delimiter (DaybookCsvSheet *self)
{
  return self->delimiter;
}
