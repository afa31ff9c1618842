/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a data file, and what the profile makes of it: values, a command, and the key by which
 * the row is known. */

#include "import/import-row.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "import/import-error.h"
#include "refusal.h"

/* The longest key that can be read as it is; with room for what the use case adds to it. */
#define MAX_KEY 100

/* The value of a column, without the blanks around it. */
static void
append_column (DaybookImportRow *row,
               const char       *column,
               GString          *text)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (row->columns, column)) - 1;
  const char *value = daybook_csv_reader_get_field (row->reader, i);
  gsize length;

  while (g_ascii_isspace (*value))
    value++;
  length = strlen (value);
  while (length > 0 && g_ascii_isspace (value[length - 1]))
    length--;

  g_string_append_len (text, value, (gssize) length);
}

static gboolean
look_up (DaybookImportRow           *row,
         const DaybookTemplatePart  *part,
         GString                    *text,
         gsize                       start,
         GError                    **error)
{
  GHashTable *table = g_hash_table_lookup (row->profile->tables, part->table);
  const char *found = NULL;

  if (table != NULL)
    {
      found = g_hash_table_lookup (table, text->str + start);
      if (found == NULL)
        found = g_hash_table_lookup (table, "*");
    }

  if (found != NULL)
    {
      g_string_truncate (text, start);
      g_string_append (text, found);
      return TRUE;
    }

  return part->lenient || daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_NO_MATCH,
                                               .table = part->table, .text = text->str + start);
}

/* Makes a value from the row. @empty tells whether any of its columns is; what is looked up there
 * does not count. */
static gboolean
expand (DaybookImportRow       *row,
        const DaybookTemplate  *template,
        GString                *text,
        gboolean               *empty,
        GError                **error)
{
  *empty = FALSE;
  for (guint i = 0; i < template->parts->len; i++)
    {
      const DaybookTemplatePart *part = g_ptr_array_index (template->parts, i);
      gsize start = text->len;

      if (part->literal != NULL)
        {
          g_string_append (text, part->literal);
          continue;
        }

      append_column (row, part->column, text);
      *empty = *empty || text->len == start;
      if (part->table != NULL && !look_up (row, part, text, start, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether a template stands for itself, in the domain's own notation. */
static gboolean
is_literal (const DaybookTemplate *template)
{
  return template->parts->len == 1 &&
         ((DaybookTemplatePart *) g_ptr_array_index (template->parts, 0))->literal != NULL;
}

static gboolean
set_date (DaybookImportRow    *row,
          gpointer             record,
          const DaybookField  *field,
          GError             **error)
{
  return daybook_import_profile_read_date (row->profile, row->text->str,
                                           daybook_field_in (record, field)) ||
         daybook_refuse (error, DAYBOOK_REFUSAL_DATE_NOT_A_DAY,
                         .field = field->name, .text = row->text->str);
}

static gboolean
set_amount (DaybookImportRow    *row,
            gpointer             record,
            const DaybookField  *field,
            GError             **error)
{
  g_autoptr (GString) neutral = g_string_new (NULL);
  g_autoptr (GError) refusal = NULL;

  daybook_import_profile_read_amount (row->profile, row->text->str, neutral);
  if (daybook_record_set_text (record, field, neutral->str, &refusal))
    return TRUE;

  /* Say it as it stands in the file. */
  return daybook_refuse (error, refusal->code, .field = field->name, .text = row->text->str);
}

/* Fills the field that @template is for. */
static gboolean
set_field (DaybookImportRow       *row,
           const DaybookTemplate  *template,
           gpointer                record,
           GError                **error)
{
  const DaybookField *field = template->field;
  gboolean empty;

  g_string_truncate (row->text, 0);
  if (!expand (row, template, row->text, &empty, error))
    return FALSE;

  if (field->kind == DAYBOOK_FIELD_DATE && !is_literal (template))
    return set_date (row, record, field, error);
  if (field->kind == DAYBOOK_FIELD_DECIMAL && !is_literal (template))
    return set_amount (row, record, field, error);
  if (row->text->len == 0)
    return field->optional ||
           daybook_refuse (error, DAYBOOK_REFUSAL_FIELD_MISSING, .field = field->name);

  return daybook_record_set_text (record, field, row->text->str, error);
}

/* The command of a section whose keys are the command's fields. */
static DaybookCommand *
make_command (DaybookImportRow            *row,
              const DaybookImportSection  *section,
              GError                     **error)
{
  DaybookCommand *command = daybook_record_new (section->schema);

  for (guint i = 0; i < section->templates->len; i++)
    {
      const DaybookTemplate *template = g_ptr_array_index (section->templates, i);

      if (template->field != NULL && !set_field (row, template, command, error))
        {
          daybook_record_free (command);
          return NULL;
        }
    }

  return command;
}

/* Money in or out: by the profile's direction, or by the amount's sign where it has none. */
static gboolean
find_direction (DaybookImportRow  *row,
                DaybookDecimal    *amount,
                gboolean          *in,
                GError           **error)
{
  const DaybookTemplate *direction = daybook_import_section_get (row->section, "direction");
  gboolean empty;

  if (direction == NULL)
    {
      *in = amount->mantissa >= 0;
      if (!*in && amount->mantissa > G_MININT64)
        amount->mantissa = -amount->mantissa;
      return TRUE;
    }

  g_string_truncate (row->text, 0);
  if (!expand (row, direction, row->text, &empty, NULL))
    return daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_DIRECTION, .text = row->text->str);

  *in = strcmp (row->text->str, "in") == 0;
  return *in || strcmp (row->text->str, "out") == 0 ||
         daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_DIRECTION, .text = row->text->str);
}

/* What the memo's templates make of the row, without those that have nothing to say. */
static gboolean
make_memo (DaybookImportRow  *row,
           char             **memo,
           GError           **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < row->section->templates->len; i++)
    {
      const DaybookTemplate *template = g_ptr_array_index (row->section->templates, i);
      gboolean empty;

      if (strcmp (template->name, "memo") != 0)
        continue;

      g_string_truncate (row->text, 0);
      if (!expand (row, template, row->text, &empty, error))
        return FALSE;
      if (!empty && row->text->len > 0)
        g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", row->text->str);
    }

  *memo = g_string_free (g_steal_pointer (&all), FALSE);
  return TRUE;
}

/* A deposit and a withdrawal have the same fields but for the account's: the row is read as a
 * deposit, and turned if it is none. */
static DaybookCommand *
make_movement (DaybookImportRow  *row,
               GError           **error)
{
  g_autofree DaybookWithdraw *withdraw = NULL;
  DaybookDeposit *deposit = daybook_record_new (&daybook_deposit);
  g_autofree char *memo = NULL;
  gboolean empty, in = FALSE;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < row->section->templates->len; i++)
    {
      const DaybookTemplate *template = g_ptr_array_index (row->section->templates, i);

      if (template->field != NULL && strcmp (template->name, "memo") != 0)
        ok = set_field (row, template, deposit, error);
    }

  ok = ok && find_direction (row, &deposit->amount, &in, error) &&
       make_memo (row, &memo, error) &&
       (*memo == '\0' ||
        daybook_record_set_text (deposit, daybook_schema_get_field (&daybook_deposit, "memo"),
                                 memo, error)) &&
       daybook_import_row_expand (row, "account", row->text, &empty, error) &&
       daybook_record_set_text (deposit, daybook_schema_get_field (&daybook_deposit, "to"),
                                row->text->str, error);
  if (!ok)
    {
      daybook_record_free (deposit);
      return NULL;
    }
  if (in)
    return &deposit->command;

  withdraw = daybook_record_new (&daybook_withdraw);
  withdraw->from = g_steal_pointer (&deposit->to);
  withdraw->amount = deposit->amount;
  withdraw->method = deposit->method;
  withdraw->on = deposit->on;
  withdraw->memo = g_steal_pointer (&deposit->memo);
  daybook_record_free (deposit);

  return &g_steal_pointer (&withdraw)->command;
}

/**
 * daybook_import_row_expand:
 * @name: the key of a template in the row's section, which has it
 * @text: receives the value; what was in it is dropped
 * @empty: (out): whether any of the columns in it is empty
 *
 * Returns: whether there is a value; %FALSE with %DAYBOOK_IMPORT_ERROR_NO_MATCH if it could not be
 *   looked up.
 */
gboolean
daybook_import_row_expand (DaybookImportRow  *row,
                           const char        *name,
                           GString           *text,
                           gboolean          *empty,
                           GError           **error)
{
  g_string_truncate (text, 0);

  return expand (row, daybook_import_section_get (row->section, name), text, empty, error);
}

/**
 * daybook_import_row_make_command:
 *
 * Returns: (transfer full): what the row asks for; %NULL on error: a refusal, or what is wrong with
 *   the row.
 */
DaybookCommand *
daybook_import_row_make_command (DaybookImportRow  *row,
                                 GError           **error)
{
  if (row->section->kind == DAYBOOK_IMPORT_ENTRIES)
    return make_movement (row, error);

  return make_command (row, row->section, error);
}

/**
 * daybook_import_row_make_key:
 *
 * By what the row is known for ever: the profile, the kind of thing, and the thing's own key.
 *
 * Returns: (transfer full): the id of the row's command; %NULL on error.
 */
char *
daybook_import_row_make_key (DaybookImportRow  *row,
                             GError           **error)
{
  g_autofree char *key = NULL;
  gboolean empty;

  if (!daybook_import_row_expand (row, "key", row->text, &empty, error))
    return NULL;
  if (empty || row->text->len == 0)
    {
      daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_KEY);
      return NULL;
    }

  key = g_strdup_printf ("import:%s:%s:%s", row->profile->id, row->section->name, row->text->str);
  if (strlen (key) <= MAX_KEY)
    return g_steal_pointer (&key);

  /* Too long for a command's id, but not too long to be told apart. */
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
}

/**
 * daybook_import_row_make_fallback:
 *
 * Returns: (transfer full) (nullable) (element-type DaybookCommand): what to do first if the row's
 *   account is not there; %NULL if the profile says nothing of that, or cannot say it of this row.
 */
GPtrArray *
daybook_import_row_make_fallback (DaybookImportRow *row)
{
  static const DaybookImportKind steps[] = { DAYBOOK_IMPORT_MISSING_HOLDER,
                                             DAYBOOK_IMPORT_MISSING_ACCOUNT };
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (daybook_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const DaybookImportSection *section = daybook_import_profile_get (row->profile, steps[i]);
      DaybookCommand *command = section != NULL ? make_command (row, section, NULL) : NULL;

      if (section != NULL && command == NULL)
        return NULL;
      if (command != NULL)
        g_ptr_array_add (commands, command);
    }

  return commands->len > 0 ? g_steal_pointer (&commands) : NULL;
}

/**
 * daybook_import_row_is_idle:
 * @command: what the row asks for
 *
 * Returns: whether that is nothing, as the profile sees it: a movement of no money.
 */
gboolean
daybook_import_row_is_idle (DaybookImportRow     *row,
                            const DaybookCommand *command)
{
  if (!row->profile->leave_out_zero)
    return FALSE;
  if (command->schema == &daybook_deposit)
    return ((const DaybookDeposit *) command)->amount.mantissa == 0;
  if (command->schema == &daybook_withdraw)
    return ((const DaybookWithdraw *) command)->amount.mantissa == 0;

  return FALSE;
}
