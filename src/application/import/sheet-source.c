/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a sheet as commands, by a plan.
 *
 * The sheet is read to its end before anything is handed on: what happened first is recorded first,
 * in whatever order it stands there, so that nothing is taken out before it was put in; and an
 * account is opened on the first day on which the sheet moves its money.
 *
 * A row is known by all that stands in it, and by how many equal ones come before it: it is
 * recorded once, whatever else the file contains, and however its columns were understood. */

#include "import/sheet-source.h"

#include <string.h>

#include "accounts/account-commands.h"
#include "import/import-error.h"
#include "import/sheet-cells.h"
#include "import/sheet-names.h"
#include "people/person-records.h"
#include "refusal.h"
#include "search-text.h"
#include "store-error.h"

/* Not worth an object that is asked for each row. */
#define STRIDE 256

struct _DaybookSheetSource
{
  GObject parent_instance;

  DaybookSheet *sheet;
  DaybookSheetPlan plan;
  DaybookReadModel *read_model;
  DaybookCurrency home;
};

static void import_source_iface_init (DaybookImportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookSheetSource, daybook_sheet_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_IMPORT_SOURCE,
                                                      import_source_iface_init))

/* What a row says. Its texts are the reading's. */
typedef struct
{
  guint64 number;
  const char *digest;
  guint nth;
  const char *account;
  const char *note;
  DaybookDate day;
  DaybookDecimal amount;
  DaybookCurrency currency;
  GError *problem;
} Row;

/* One reading of the sheet. */
typedef struct
{
  DaybookSheetSource *self;
  GArray *rows;
  GStringChunk *texts;
  GHashTable *counts;
  GHashTable *first_days;
  GChecksum *checksum;
  gboolean below_header;
  DaybookProgressFunc progress;
  gpointer progress_data;
} Reading;

static void
row_clear (gpointer data)
{
  g_clear_error (&((Row *) data)->problem);
}

static void
reading_init (Reading            *reading,
              DaybookSheetSource *self)
{
  *reading = (Reading) { .self = self, .below_header = !self->plan.header };
  reading->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (reading->rows, row_clear);
  reading->texts = g_string_chunk_new (4096);
  reading->counts = g_hash_table_new (g_str_hash, g_str_equal);
  reading->first_days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->rows);
  g_string_chunk_free (reading->texts);
  g_hash_table_unref (reading->counts);
  g_hash_table_unref (reading->first_days);
  g_checksum_free (reading->checksum);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static const char *
keep (Reading    *reading,
      const char *text)
{
  return g_string_chunk_insert_const (reading->texts, text);
}

/* A cell as one line of plain text. */
static const char *
take_text (Reading               *reading,
           const DaybookSheetRow *cells,
           DaybookSheetRole       role)
{
  g_autofree char *text =
    daybook_cell_strip (daybook_sheet_row_get (cells, reading->self->plan.columns[role]));

  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  return keep (reading, text);
}

/* By what the row is known. Cells that are empty at its end do not count. Returns FALSE if all
 * are. */
static gboolean
digest_row (Reading               *reading,
            const DaybookSheetRow *cells,
            Row                   *row)
{
  guint n = cells->n_cells;

  for (; n > 0; n--)
    {
      g_autofree char *last = daybook_cell_strip (cells->cells[n - 1]);

      if (*last != '\0')
        break;
    }
  if (n == 0)
    return FALSE;

  g_checksum_reset (reading->checksum);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = daybook_cell_strip (cells->cells[i]);

      /* With its end, so that no two rows have the same bytes. */
      g_checksum_update (reading->checksum, (const guchar *) cell, (gssize) strlen (cell) + 1);
    }

  row->digest = keep (reading, g_checksum_get_string (reading->checksum));
  row->nth = GPOINTER_TO_UINT (g_hash_table_lookup (reading->counts, row->digest));
  g_hash_table_insert (reading->counts, (gpointer) row->digest, GUINT_TO_POINTER (row->nth + 1));
  return TRUE;
}

static gboolean
take_day (Reading               *reading,
          const DaybookSheetRow *cells,
          Row                   *row)
{
  const char *text = take_text (reading, cells, DAYBOOK_SHEET_DAY);

  if (*text == '\0')
    return daybook_refuse (&row->problem, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "on");

  return daybook_cell_read_day (text, reading->self->plan.order, &row->day) ||
         daybook_refuse (&row->problem, DAYBOOK_REFUSAL_DATE_NOT_A_DAY,
                         .field = "on", .text = text);
}

/* An amount, and whether there is one that is not zero. */
static gboolean
read_amount (Reading         *reading,
             const char      *text,
             DaybookDecimal  *amount,
             Row             *row)
{
  DaybookCurrency currency = { "" };

  *amount = (DaybookDecimal) { 0 };
  if (*text == '\0')
    return TRUE;
  if (!daybook_cell_read_amount (text, reading->self->plan.decimal_mark, amount, &currency,
                                 &row->problem))
    return FALSE;

  if (*currency.code != '\0')
    row->currency = currency;
  return TRUE;
}

/* Money in and money out in columns of their own: one of them is nothing. What stands in the column
 * for money out goes out, with a sign or without. */
static gboolean
take_two_amounts (Reading               *reading,
                  const DaybookSheetRow *cells,
                  Row                   *row)
{
  const char *in_text = take_text (reading, cells, DAYBOOK_SHEET_MONEY_IN);
  const char *out_text = take_text (reading, cells, DAYBOOK_SHEET_MONEY_OUT);
  DaybookDecimal in, out;

  if (!read_amount (reading, in_text, &in, row) || !read_amount (reading, out_text, &out, row))
    return FALSE;
  if (in.mantissa != 0 && out.mantissa != 0)
    return daybook_import_fail (&row->problem, DAYBOOK_IMPORT_ERROR_BOTH_WAYS);
  if (*in_text == '\0' && *out_text == '\0')
    return daybook_refuse (&row->problem, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "amount");

  row->amount = out.mantissa != 0 ? out : in;
  if (out.mantissa > 0)
    row->amount.mantissa = -out.mantissa;
  return TRUE;
}

static gboolean
take_amount (Reading               *reading,
             const DaybookSheetRow *cells,
             Row                   *row)
{
  const char *text;

  if (reading->self->plan.two_columns)
    return take_two_amounts (reading, cells, row);

  text = take_text (reading, cells, DAYBOOK_SHEET_AMOUNT);
  if (*text == '\0')
    return daybook_refuse (&row->problem, DAYBOOK_REFUSAL_FIELD_MISSING, .field = "amount");

  return read_amount (reading, text, &row->amount, row);
}

/* The first day on which somebody's money moves. */
static void
note_day (Reading   *reading,
          const Row *row)
{
  char *folded = daybook_search_fold (row->account);
  DaybookDate first = GPOINTER_TO_UINT (g_hash_table_lookup (reading->first_days, folded));

  if (first == DAYBOOK_DATE_NONE || row->day < first)
    g_hash_table_insert (reading->first_days, folded, GUINT_TO_POINTER (row->day));
  else
    g_free (folded);
}

static gboolean
take_row (const DaybookSheetRow *cells,
          gpointer               user_data)
{
  Reading *reading = user_data;
  Row row = { .number = cells->number };

  if (!reading->below_header)
    {
      reading->below_header = TRUE;
      return TRUE;
    }

  if (cells->problem != NULL)
    {
      row.problem = g_error_copy (cells->problem);
    }
  else
    {
      if (!digest_row (reading, cells, &row))
        return TRUE;
      row.account = take_text (reading, cells, DAYBOOK_SHEET_ACCOUNT);
      row.note = take_text (reading, cells, DAYBOOK_SHEET_NOTE);
      if (take_day (reading, cells, &row) && take_amount (reading, cells, &row))
        note_day (reading, &row);
    }

  g_array_append_val (reading->rows, row);
  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Row *row = a, *other = b;
  gboolean newest_first = GPOINTER_TO_INT (user_data);

  if (row->day != other->day)
    return row->day < other->day ? -1 : 1;
  if (row->number == other->number)
    return 0;

  return (row->number < other->number) != newest_first ? -1 : 1;
}

/* Whether the sheet goes back in time as it goes down, as banks' do. */
static gboolean
is_newest_first (GArray *rows)
{
  guint n_up = 0, n_down = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      DaybookDate before = g_array_index (rows, Row, i - 1).day;
      DaybookDate day = g_array_index (rows, Row, i).day;

      n_up += before != DAYBOOK_DATE_NONE && before < day;
      n_down += day != DAYBOOK_DATE_NONE && before > day;
    }

  return n_down > n_up;
}

static DaybookCommand *
make_movement (const Row              *row,
               const DaybookSheetName *name,
               DaybookMethod           method,
               GError                **error)
{
  gboolean in = row->amount.mantissa >= 0;
  const DaybookSchema *schema = in ? &daybook_deposit : &daybook_withdraw;
  DaybookCommand *command = daybook_record_new (schema);
  DaybookDeposit *deposit = (DaybookDeposit *) command;
  DaybookWithdraw *withdraw = (DaybookWithdraw *) command;
  DaybookDecimal amount = row->amount;

  if (in)
    {
      deposit->to = g_strdup (name->to);
      deposit->amount = amount;
      deposit->method = method;
      deposit->on = row->day;
    }
  else
    {
      amount.mantissa = -amount.mantissa;
      withdraw->from = g_strdup (name->to);
      withdraw->amount = amount;
      withdraw->method = method;
      withdraw->on = row->day;
    }

  if (*row->note == '\0' ||
      daybook_record_set_text (command, daybook_schema_get_field (schema, "memo"), row->note,
                               error))
    return command;

  daybook_record_free (command);
  return NULL;
}

/* Who has no account yet gets one, before the row that needs it. */
static GPtrArray *
make_fallback (Reading                *reading,
               const Row              *row,
               const DaybookSheetName *name)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autofree char *folded = daybook_search_fold (row->account);
  DaybookOpen *open;

  if (!name->is_known)
    {
      DaybookRegister *new_person = daybook_record_new (&daybook_register);

      new_person->username = g_strdup (name->to);
      new_person->name = g_strdup (name->newcomer);
      g_ptr_array_add (commands, new_person);
    }

  open = daybook_record_new (&daybook_open);
  open->holder = g_strdup (name->to);
  open->on = GPOINTER_TO_UINT (g_hash_table_lookup (reading->first_days, folded));
  g_ptr_array_add (commands, open);

  return commands;
}

static void
set_problem (DaybookImportItem *item,
             GError           **kept,
             const GError      *problem)
{
  *kept = g_error_copy (problem);
  item->problem = *kept;
}

/* Fills @item with what the row asks for, or with what is wrong with it. */
static gboolean
make_item (Reading            *reading,
           const Row          *row,
           DaybookSheetNames  *names,
           DaybookImportItem  *item,
           GError            **problem,
           GError            **error)
{
  const DaybookSheetName *name;

  if (row->problem != NULL)
    {
      set_problem (item, problem, row->problem);
      return TRUE;
    }

  name = daybook_sheet_names_find (names, row->account, error);
  if (name == NULL)
    return FALSE;
  if (name->problem != NULL)
    {
      set_problem (item, problem, name->problem);
      return TRUE;
    }

  if (*row->currency.code != '\0' && !daybook_currency_equal (row->currency, name->currency))
    daybook_import_fail (problem, DAYBOOK_IMPORT_ERROR_CURRENCY,
                         .text = row->currency.code, .table = name->currency.code);
  else
    item->command = make_movement (row, name, reading->self->plan.method, problem);

  item->problem = *problem;
  item->newcomer = name->newcomer;
  if (item->command != NULL && name->newcomer != NULL)
    item->fallback = make_fallback (reading, row, name);
  return TRUE;
}

static gboolean
hand_on (Reading            *reading,
         const Row          *row,
         DaybookSheetNames  *names,
         DaybookImportFunc   func,
         gpointer            user_data,
         GError            **error)
{
  g_autofree char *key = NULL;
  g_autoptr (GError) problem = NULL;
  DaybookImportItem item = { .file = daybook_sheet_get_name (reading->self->sheet),
                             .line = row->number, .known_by_content = TRUE };
  gboolean ok;

  if (row->digest != NULL)
    key = g_strdup_printf ("sheet:%s:%u", row->digest, row->nth);
  item.key = key;

  ok = make_item (reading, row, names, &item, &problem, error) && func (&item, user_data, error);

  daybook_record_free ((gpointer) item.command);
  if (item.fallback != NULL)
    g_ptr_array_unref ((GPtrArray *) item.fallback);
  return ok;
}

/* Reading is the first half of the way, handing on the second. */
static void
tell_reading (guint64  done,
              guint64  total,
              gpointer user_data)
{
  Reading *reading = user_data;

  reading->progress (done, 2 * total, reading->progress_data);
}

static gboolean
check_stride (Reading       *reading,
              guint          i,
              GCancellable  *cancellable,
              GError       **error)
{
  guint n = reading->rows->len;

  if (i % STRIDE != 0)
    return TRUE;

  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED, "cancelled");
      return FALSE;
    }

  if (reading->progress != NULL)
    reading->progress ((guint64) n + i, 2 * (guint64) n, reading->progress_data);
  return TRUE;
}

static gboolean
daybook_sheet_source_read (DaybookImportSource  *source,
                           DaybookImportFunc     func,
                           gpointer              user_data,
                           DaybookProgressFunc   progress,
                           gpointer              progress_data,
                           GCancellable         *cancellable,
                           GError              **error)
{
  DaybookSheetSource *self = DAYBOOK_SHEET_SOURCE (source);
  g_autoptr (DaybookSheetNames) names =
    daybook_sheet_names_new (self->read_model, self->home, self->plan.opens_accounts);
  g_auto (Reading) reading = { 0 };
  GArray *rows;

  reading_init (&reading, self);
  reading.progress = progress;
  reading.progress_data = progress_data;
  if (!daybook_sheet_read (self->sheet, take_row, &reading,
                           progress != NULL ? tell_reading : NULL, &reading, cancellable, error))
    return FALSE;

  rows = reading.rows;
  g_array_sort_with_data (rows, compare_rows, GINT_TO_POINTER (is_newest_first (rows)));
  for (guint i = 0; i < rows->len; i++)
    if (!check_stride (&reading, i, cancellable, error) ||
        !hand_on (&reading, &g_array_index (rows, Row, i), names, func, user_data, error))
      return FALSE;

  return TRUE;
}

static void
import_source_iface_init (DaybookImportSourceInterface *iface)
{
  iface->read = daybook_sheet_source_read;
}

static void
daybook_sheet_source_finalize (GObject *object)
{
  DaybookSheetSource *self = DAYBOOK_SHEET_SOURCE (object);

  g_clear_object (&self->sheet);
  g_clear_object (&self->read_model);

  G_OBJECT_CLASS (daybook_sheet_source_parent_class)->finalize (object);
}

static void
daybook_sheet_source_class_init (DaybookSheetSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_sheet_source_finalize;
}

static void
daybook_sheet_source_init (DaybookSheetSource *self)
{
}

/**
 * daybook_sheet_source_new:
 * @plan: how @sheet is to be read; complete
 * @read_model: knows whose accounts there are; asked by whichever thread reads
 * @home: the book's currency
 *
 * Returns: (transfer full): the rows of the sheet as commands.
 */
DaybookImportSource *
daybook_sheet_source_new (DaybookSheet           *sheet,
                          const DaybookSheetPlan *plan,
                          DaybookReadModel       *read_model,
                          DaybookCurrency         home)
{
  DaybookSheetSource *self = g_object_new (DAYBOOK_TYPE_SHEET_SOURCE, NULL);

  self->sheet = g_object_ref (sheet);
  self->plan = *plan;
  self->read_model = g_object_ref (read_model);
  self->home = home;

  return DAYBOOK_IMPORT_SOURCE (self);
}
