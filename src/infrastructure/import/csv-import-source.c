/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of CSV files as commands, by a profile.
 *
 * When the source is opened, each file's header decides what the file is: every section of the
 * profile whose columns are all there can read it. Reading goes by kind, not by the order of the
 * files: tables that others look into, then people, accounts, entries. Only those tables are kept
 * in memory; the other files are read once, row by row. */

#include "import/csv-import-source.h"

#include <string.h>

#include "import/import-error.h"
#include "import/import-row.h"
#include "store-error.h"

/* Not worth an object that is asked for each row. */
#define PROGRESS_STRIDE 256

typedef struct
{
  char *path;
  char *name;
  guint64 size;
  GHashTable *columns;
} File;

struct _DaybookCsvImportSource
{
  GObject parent_instance;

  DaybookImportProfile *profile;
  GPtrArray *files;
};

static void import_source_iface_init (DaybookImportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookCsvImportSource, daybook_csv_import_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_IMPORT_SOURCE,
                                                      import_source_iface_init))

/* One reading of all files. */
typedef struct
{
  DaybookCsvImportSource *self;
  DaybookImportFunc func;
  gpointer user_data;
  DaybookProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 n_done;
  guint64 n_total;
} Reading;

/* One file, read by one section. */
typedef struct
{
  const File *file;
  DaybookImportRow row;
} Pass;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_free (file->name);
  g_clear_pointer (&file->columns, g_hash_table_unref);
  g_free (file);
}

/* Makes a command of the row and hands it on. Returns FALSE if that went wrong; a row that cannot
 * be understood is handed on as such. */
static gboolean
hand_on (Pass     *pass,
         Reading  *reading,
         GError  **error)
{
  DaybookImportRow *row = &pass->row;
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) fallback = NULL;
  g_autoptr (GError) problem = NULL;
  DaybookCommand *command = NULL;
  DaybookImportItem item = { .file = pass->file->name,
                             .line = daybook_csv_reader_get_line (row->reader) };
  gboolean ok;

  key = daybook_import_row_make_key (row, &problem);
  if (key != NULL)
    command = daybook_import_row_make_command (row, &problem);
  if (command != NULL && row->section->kind == DAYBOOK_IMPORT_ENTRIES)
    fallback = daybook_import_row_make_fallback (row);

  item.key = key;
  item.problem = problem;
  item.fallback = fallback;
  if (command != NULL && !daybook_import_row_is_idle (row, command))
    item.command = command;

  ok = reading->func (&item, reading->user_data, error);
  daybook_record_free (command);
  return ok;
}

/* Puts the row into the table that the section makes. */
static gboolean
keep (Pass     *pass,
      Reading  *reading,
      GError  **error)
{
  DaybookImportRow *row = &pass->row;
  GHashTable *table = g_hash_table_lookup (row->profile->tables, row->section->name);
  g_autofree char *key = NULL;
  gboolean empty;

  if (daybook_import_section_get (row->section, "where") != NULL &&
      daybook_import_section_get (row->section, "is") != NULL)
    {
      g_autofree char *wanted = NULL;

      if (!daybook_import_row_expand (row, "is", row->text, &empty, error))
        return FALSE;
      wanted = g_strdup (row->text->str);
      if (!daybook_import_row_expand (row, "where", row->text, &empty, error))
        return FALSE;
      if (strcmp (wanted, row->text->str) != 0)
        return TRUE;
    }

  if (!daybook_import_row_expand (row, "key", row->text, &empty, error))
    return FALSE;
  key = g_strdup (row->text->str);
  if (!daybook_import_row_expand (row, "value", row->text, &empty, error))
    return FALSE;

  /* The first row counts, as it would for somebody who looks it up by eye. */
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_steal_pointer (&key), g_strdup (row->text->str));
  return TRUE;
}

static gboolean
report_bad_row (Pass          *pass,
                Reading       *reading,
                const GError  *problem,
                GError       **error)
{
  DaybookImportItem item = { .file = pass->file->name,
                             .line = daybook_csv_reader_get_line (pass->row.reader),
                             .problem = problem };

  return reading->func (&item, reading->user_data, error);
}

static gboolean
take_row (Pass     *pass,
          Reading  *reading,
          GError  **error)
{
  guint expected = g_hash_table_size (pass->row.columns);
  guint found = daybook_csv_reader_get_length (pass->row.reader);
  g_autoptr (GError) problem = NULL;

  if (found != expected)
    {
      daybook_import_fail (&problem, DAYBOOK_IMPORT_ERROR_FIELDS,
                           .expected = expected, .found = found);
      return report_bad_row (pass, reading, problem, error);
    }

  if (pass->row.section->kind != DAYBOOK_IMPORT_LOOKUP)
    return hand_on (pass, reading, error);

  return keep (pass, reading, &problem) || report_bad_row (pass, reading, problem, error);
}

static gboolean
check_stride (Reading           *reading,
              DaybookCsvReader  *reader,
              guint64            n_rows,
              GError           **error)
{
  if (n_rows % PROGRESS_STRIDE != 0)
    return TRUE;

  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED, "cancelled");
      return FALSE;
    }

  if (reading->progress != NULL)
    reading->progress (reading->n_done + daybook_csv_reader_get_bytes (reader), reading->n_total,
                       reading->progress_data);
  return TRUE;
}

/* Reads @file from its second row to its end. */
static gboolean
read_file (Reading                     *reading,
           const DaybookImportSection  *section,
           const File                  *file,
           GError                     **error)
{
  const DaybookImportProfile *profile = reading->self->profile;
  g_autoptr (DaybookCsvReader) reader = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Pass pass = { file, { profile, section, file->columns, NULL, text } };
  guint64 n_rows = 0;

  reader = daybook_csv_reader_open (file->path, profile->delimiter, error);
  if (reader == NULL)
    return FALSE;

  pass.row.reader = reader;
  while (TRUE)
    {
      g_autoptr (GError) problem = NULL;
      DaybookCsvStep step = daybook_csv_reader_next (reader, &problem);
      gboolean ok = TRUE;

      if (step == DAYBOOK_CSV_END)
        break;
      if (step == DAYBOOK_CSV_FAILED)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }

      if (step == DAYBOOK_CSV_BAD_ROW)
        ok = report_bad_row (&pass, reading, problem, error);
      else if (n_rows > 0)
        ok = take_row (&pass, reading, error);
      if (!ok || !check_stride (reading, reader, n_rows++, error))
        return FALSE;
    }

  reading->n_done += file->size;
  return TRUE;
}

static gboolean
fits (const File                 *file,
      const DaybookImportSection *section)
{
  if (section->columns == NULL)
    return FALSE;

  for (guint i = 0; section->columns[i] != NULL; i++)
    if (!g_hash_table_contains (file->columns, section->columns[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_kind (Reading            *reading,
           DaybookImportKind   kind,
           GError            **error)
{
  DaybookCsvImportSource *self = reading->self;

  for (guint i = 0; i < self->profile->sections->len; i++)
    {
      const DaybookImportSection *section = g_ptr_array_index (self->profile->sections, i);

      if (section->kind != kind)
        continue;

      for (guint j = 0; j < self->files->len; j++)
        {
          const File *file = g_ptr_array_index (self->files, j);

          if (fits (file, section) && !read_file (reading, section, file, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Tables that are made from files start empty each time. */
static void
empty_tables (DaybookImportProfile *profile)
{
  for (guint i = 0; i < profile->sections->len; i++)
    {
      const DaybookImportSection *section = g_ptr_array_index (profile->sections, i);

      if (section->kind == DAYBOOK_IMPORT_LOOKUP)
        g_hash_table_insert (profile->tables, g_strdup (section->name),
                             g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
    }
}

static guint64
count_bytes (DaybookCsvImportSource *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->profile->sections->len; i++)
    for (guint j = 0; j < self->files->len; j++)
      {
        const File *file = g_ptr_array_index (self->files, j);

        if (fits (file, g_ptr_array_index (self->profile->sections, i)))
          n += file->size;
      }

  return n;
}

static gboolean
csv_import_source_read (DaybookImportSource  *source,
                        DaybookImportFunc     func,
                        gpointer              user_data,
                        DaybookProgressFunc   progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  DaybookCsvImportSource *self = DAYBOOK_CSV_IMPORT_SOURCE (source);
  Reading reading = { self, func, user_data, progress, progress_data, cancellable, 0,
                      count_bytes (self) };

  empty_tables (self->profile);
  for (int kind = DAYBOOK_IMPORT_LOOKUP; kind <= DAYBOOK_IMPORT_ENTRIES; kind++)
    if (!read_kind (&reading, (DaybookImportKind) kind, error))
      return FALSE;

  return TRUE;
}

static void
import_source_iface_init (DaybookImportSourceInterface *iface)
{
  iface->read = csv_import_source_read;
}

static void
daybook_csv_import_source_finalize (GObject *object)
{
  DaybookCsvImportSource *self = DAYBOOK_CSV_IMPORT_SOURCE (object);

  g_clear_pointer (&self->profile, daybook_import_profile_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_csv_import_source_parent_class)->finalize (object);
}

static void
daybook_csv_import_source_class_init (DaybookCsvImportSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_csv_import_source_finalize;
}

static void
daybook_csv_import_source_init (DaybookCsvImportSource *self)
{
  self->files = g_ptr_array_new_with_free_func (file_free);
}

/* Reads the header: the names of the columns, each once. */
static gboolean
read_columns (File              *file,
              DaybookCsvReader  *reader,
              GError           **error)
{
  DaybookCsvStep step = daybook_csv_reader_next (reader, error);

  file->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (step == DAYBOOK_CSV_END)
    return daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_HEADER);
  if (step != DAYBOOK_CSV_ROW)
    return FALSE;

  for (guint i = 0; i < daybook_csv_reader_get_length (reader); i++)
    {
      char *name = g_strstrip (g_strdup (daybook_csv_reader_get_field (reader, i)));

      if (!g_hash_table_insert (file->columns, name, GUINT_TO_POINTER (i + 1)))
        return daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_HEADER);
    }

  return TRUE;
}

/* Every column that a template names has to be in the files that its section reads. */
static gboolean
check_columns (const File                  *file,
               const DaybookImportSection  *section,
               GError                     **error)
{
  for (guint i = 0; i < section->templates->len; i++)
    {
      const DaybookTemplate *template = g_ptr_array_index (section->templates, i);

      for (guint j = 0; j < template->parts->len; j++)
        {
          const DaybookTemplatePart *part = g_ptr_array_index (template->parts, j);

          if (part->column != NULL && !g_hash_table_contains (file->columns, part->column))
            return daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_HEADER, .text = part->column);
        }
    }

  return TRUE;
}

static gboolean
check_file (DaybookCsvImportSource  *self,
            const File              *file,
            GError                 **error)
{
  const DaybookImportSection *entries = daybook_import_profile_get (self->profile,
                                                                    DAYBOOK_IMPORT_ENTRIES);
  gboolean known = FALSE;

  for (guint i = 0; i < self->profile->sections->len; i++)
    {
      const DaybookImportSection *section = g_ptr_array_index (self->profile->sections, i);
      gboolean serves = section->kind >= DAYBOOK_IMPORT_MISSING_HOLDER && entries != NULL &&
                        fits (file, entries);

      if (!serves && !fits (file, section))
        continue;
      if (!check_columns (file, section, error))
        return FALSE;
      known = TRUE;
    }

  return known || daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_HEADER);
}

static gboolean
add_file (DaybookCsvImportSource  *self,
          const char              *path,
          GError                 **error)
{
  g_autoptr (DaybookCsvReader) reader = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  File *file;

  info = g_file_query_info (location, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            error);
  if (info != NULL)
    reader = daybook_csv_reader_open (path, self->profile->delimiter, error);
  if (reader == NULL)
    return FALSE;

  file = g_new0 (File, 1);
  file->path = g_strdup (path);
  file->name = g_filename_display_basename (path);
  file->size = (guint64) g_file_info_get_size (info);
  g_ptr_array_add (self->files, file);

  return read_columns (file, reader, error) && check_file (self, file, error);
}

/**
 * daybook_csv_import_source_open:
 * @profile: path of a profile
 * @files: paths of CSV files, %NULL at the end
 * @culprit: (out) (optional) (transfer full): path of the file that is wrong, on error
 *
 * A #DaybookImportOpenFunc.
 *
 * Returns: (transfer full): the files' rows; %NULL on error.
 */
DaybookImportSource *
daybook_csv_import_source_open (const char         *profile,
                                const char *const  *files,
                                char              **culprit,
                                GError            **error)
{
  g_autoptr (DaybookCsvImportSource) self = g_object_new (DAYBOOK_TYPE_CSV_IMPORT_SOURCE, NULL);
  const char *current = profile;
  gboolean ok;

  self->profile = daybook_import_profile_load (profile, error);
  ok = self->profile != NULL;
  for (; ok && *files != NULL; files++)
    {
      current = *files;
      ok = add_file (self, current, error);
    }

  if (!ok && culprit != NULL)
    *culprit = g_strdup (current);

  return ok ? DAYBOOK_IMPORT_SOURCE (g_steal_pointer (&self)) : NULL;
}
