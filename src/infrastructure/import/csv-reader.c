/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comma-separated values as RFC 4180 describes them, with what is common besides: another
 * delimiter, LF without CR, a byte order mark, empty lines.
 *
 * What cannot be a row is reported and the reader goes on with the next line. A quotation mark that
 * is never closed would swallow the rest of the file, so a row has an end at MAX_ROW at the
 * latest. */

#include "import/csv-reader.h"

#include <string.h>

#include "import/import-error.h"

#define CHUNK 65536
#define MAX_ROW (64 * 1024)

struct _DaybookCsvReader
{
  GInputStream *stream;
  char delimiter;
  char chunk[CHUNK];
  gsize n_chunk;
  gsize next;
  GError *failure;
  guint64 n_bytes;
  guint64 line;
  guint64 row_line;
  GString *text;
  GArray *starts;
  gboolean quoted;
};

/* What comes instead of a byte at the end of the file and when it cannot be read. */
#define END (-1)
#define FAILED (-2)

/**
 * daybook_csv_reader_new:
 * @delimiter: what stands between fields
 *
 * Returns: (transfer full): a reader of @stream.
 */
DaybookCsvReader *
daybook_csv_reader_new (GInputStream *stream,
                        char          delimiter)
{
  DaybookCsvReader *self = g_new0 (DaybookCsvReader, 1);

  self->stream = g_object_ref (stream);
  self->delimiter = delimiter;
  self->line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

/**
 * daybook_csv_reader_open:
 *
 * Returns: (transfer full): a reader of the file; %NULL on error.
 */
DaybookCsvReader *
daybook_csv_reader_open (const char  *path,
                         char         delimiter,
                         GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL ? daybook_csv_reader_new (G_INPUT_STREAM (stream), delimiter) : NULL;
}

/**
 * daybook_csv_reader_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_csv_reader_free (DaybookCsvReader *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_clear_error (&self->failure);
  g_free (self);
}

/* Refills the chunk; returns the next byte without taking it. A chunk is full or the file's last,
 * however little the stream gives at a time. */
static int
refill (DaybookCsvReader *self)
{
  if (self->failure != NULL)
    return FAILED;

  g_input_stream_read_all (self->stream, self->chunk, CHUNK, &self->n_chunk, NULL,
                           &self->failure);
  self->next = 0;
  if (self->n_chunk > 0)
    return (guchar) self->chunk[0];

  return self->failure != NULL ? FAILED : END;
}

static int
peek (DaybookCsvReader *self)
{
  return self->next < self->n_chunk ? (guchar) self->chunk[self->next] : refill (self);
}

/* What became of the file, for whoever asks: once it failed, it stays so. */
static DaybookCsvStep
fail (DaybookCsvReader  *self,
      GError           **error)
{
  g_propagate_error (error, g_error_copy (self->failure));
  return DAYBOOK_CSV_FAILED;
}

static void
skip (DaybookCsvReader *self)
{
  self->line += self->chunk[self->next] == '\n';
  self->next++;
  self->n_bytes++;
}

static void
begin_field (DaybookCsvReader *self)
{
  gsize start = self->text->len;

  g_array_append_val (self->starts, start);
}

/* Whether a line ends here; takes its end if so. */
static gboolean
take_line_end (DaybookCsvReader *self,
               int               c)
{
  if (c == '\r')
    {
      skip (self);
      c = peek (self);
      if (c != '\n')
        {
          /* A lone CR is part of the text, for the domain to refuse. */
          g_string_append_c (self->text, '\r');
          return FALSE;
        }
    }
  if (c == '\n')
    {
      skip (self);
      return TRUE;
    }

  return c == END;
}

/* Says what is wrong and goes on to the next line. */
static DaybookCsvStep
give_up (DaybookCsvReader    *self,
         DaybookImportError   code,
         GError             **error)
{
  int c;

  while ((c = peek (self)) >= 0)
    {
      skip (self);
      if (c == '\n')
        break;
    }

  if (c == FAILED)
    return fail (self, error);

  daybook_import_fail (error, code);
  return DAYBOOK_CSV_BAD_ROW;
}

/* What lies between two quotation marks; the first is taken, the second is left. */
static int
take_quoted (DaybookCsvReader *self)
{
  int c;

  while ((c = peek (self)) >= 0 && self->text->len <= MAX_ROW)
    {
      skip (self);
      if (c != '"')
        {
          g_string_append_c (self->text, (char) c);
          continue;
        }

      c = peek (self);
      if (c != '"')
        return c;
      g_string_append_c (self->text, '"');
      skip (self);
    }

  /* There was no second one. */
  return c == FAILED ? FAILED : '"';
}

static DaybookCsvStep
read_row (DaybookCsvReader  *self,
          GError           **error)
{
  int c;

  begin_field (self);
  while ((c = peek (self)) != FAILED)
    {
      gboolean at_start = self->text->len == g_array_index (self->starts, gsize,
                                                            self->starts->len - 1);

      if (c == '"' && at_start)
        {
          skip (self);
          self->quoted = TRUE;
          c = take_quoted (self);
          if (c == FAILED)
            break;
          if (c != self->delimiter && c != '\r' && c != '\n' && c != END)
            return give_up (self, DAYBOOK_IMPORT_ERROR_QUOTES, error);
        }
      else if (c == '"')
        {
          return give_up (self, DAYBOOK_IMPORT_ERROR_QUOTES, error);
        }

      if (take_line_end (self, c))
        return DAYBOOK_CSV_ROW;
      if (c == '\r')
        continue;
      if (self->text->len > MAX_ROW)
        return give_up (self, DAYBOOK_IMPORT_ERROR_TOO_LONG, error);

      skip (self);
      if (c == self->delimiter)
        {
          g_string_append_c (self->text, '\0');
          begin_field (self);
        }
      else
        {
          g_string_append_c (self->text, (char) c);
        }
    }

  return fail (self, error);
}

/* Text, and no zero but those between the fields. */
static gboolean
is_text (DaybookCsvReader *self)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      gsize start = g_array_index (self->starts, gsize, i);
      gsize end = i + 1 < self->starts->len ? g_array_index (self->starts, gsize, i + 1) - 1
                                            : self->text->len;

      if (!g_utf8_validate_len (self->text->str + start, end - start, NULL))
        return FALSE;
    }

  return TRUE;
}

static void
skip_mark (DaybookCsvReader *self)
{
  static const char mark[] = "\xEF\xBB\xBF";

  if (self->n_bytes == 0 && peek (self) >= 0 && self->n_chunk >= 3 &&
      memcmp (self->chunk, mark, 3) == 0)
    {
      self->next = 3;
      self->n_bytes = 3;
    }
}

/**
 * daybook_csv_reader_next:
 *
 * Reads the next row. Lines with nothing on them are none.
 *
 * Returns: whether there is one; with @error set for a bad row (%DAYBOOK_IMPORT_ERROR) and on
 *   failure.
 */
DaybookCsvStep
daybook_csv_reader_next (DaybookCsvReader  *self,
                         GError           **error)
{
  DaybookCsvStep step;
  int c;

  skip_mark (self);

  do
    {
      g_string_truncate (self->text, 0);
      g_array_set_size (self->starts, 0);
      self->quoted = FALSE;
      self->row_line = self->line;

      c = peek (self);
      if (c < 0)
        return c == END ? DAYBOOK_CSV_END : fail (self, error);

      step = read_row (self, error);
    }
  while (step == DAYBOOK_CSV_ROW && self->starts->len == 1 && self->text->len == 0 &&
         !self->quoted);

  if (step == DAYBOOK_CSV_ROW && !is_text (self))
    {
      daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_NOT_TEXT);
      step = DAYBOOK_CSV_BAD_ROW;
    }

  return step;
}

/**
 * daybook_csv_reader_get_length:
 *
 * Returns: how many fields the row has.
 */
guint
daybook_csv_reader_get_length (DaybookCsvReader *self)
{
  return self->starts->len;
}

/**
 * daybook_csv_reader_get_field:
 * @i: 0 for the first
 *
 * Returns: (transfer none): a field of the row, UTF-8, until the next row.
 */
const char *
daybook_csv_reader_get_field (DaybookCsvReader *self,
                              guint             i)
{
  g_assert (i < self->starts->len);

  return self->text->str + g_array_index (self->starts, gsize, i);
}

/**
 * daybook_csv_reader_get_line:
 *
 * Returns: the line on which the row begins; 1 is the first.
 */
guint64
daybook_csv_reader_get_line (DaybookCsvReader *self)
{
  return self->row_line;
}

/**
 * daybook_csv_reader_get_bytes:
 *
 * Returns: how much of the file is read.
 */
guint64
daybook_csv_reader_get_bytes (DaybookCsvReader *self)
{
  return self->n_bytes;
}
