/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that somebody takes for a spreadsheet: it may be anything.
 *
 * If it can be opened, it can be read, twice to the same rows; something is guessed about it; and
 * with whatever columns, it is imported into a book in memory where nobody is known. What the first
 * time recorded is not recorded again. */

#include <string.h>

#include "books/book-records.h"
#include "fuzz.h"
#include "import/csv-sheet.h"
#include "import/import-error.h"
#include "import/import-service.h"
#include "import/sheet-source.h"
#include "refusal.h"
#include "store/memory-store.h"
#include "surroundings.h"

/* A read model that knows nobody. */
#define TYPE_NOBODY (nobody_get_type ())
G_DECLARE_FINAL_TYPE (Nobody, nobody, FUZZ, NOBODY, GObject)

struct _Nobody
{
  GObject parent_instance;
};

static GArray *
nobody_list (DaybookReadModel      *self,
             const DaybookListing  *listing,
             GError               **error)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static gboolean
nobody_get_totals (DaybookReadModel  *self,
                   DaybookTotals     *totals,
                   GError           **error)
{
  *totals = (DaybookTotals) { 0 };
  return TRUE;
}

/* Numbers and references are looked for among accounts: there are none. */
static DaybookAccountFigures *
nobody_get_account (DaybookReadModel  *self,
                    guint32            key,
                    GError           **error)
{
  daybook_refuse (error, DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN);
  return NULL;
}

static void
nobody_iface_init (DaybookReadModelInterface *iface)
{
  iface->list_people = nobody_list;
  iface->list_accounts = nobody_list;
  iface->get_totals = nobody_get_totals;
  iface->get_account = nobody_get_account;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Nobody, nobody, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_READ_MODEL, nobody_iface_init))

static void
nobody_class_init (NobodyClass *klass)
{
}

static void
nobody_init (Nobody *self)
{
}

static gboolean
take_row (const DaybookSheetRow *row,
          gpointer               user_data)
{
  GPtrArray *rows = user_data;
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_assert_cmpuint (row->number, >, 0);
  g_assert_true (row->problem == NULL || row->n_cells == 0);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
      g_strv_builder_add (cells, row->cells[i]);
    }
  if (row->problem == NULL)
    g_ptr_array_add (rows, g_strv_builder_end (cells));

  return rows->len < 1000;
}

static GPtrArray *
read_sample (DaybookSheet *sheet)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError) error = NULL;

  if (!daybook_sheet_read (sheet, take_row, rows, NULL, NULL, NULL, &error))
    g_assert_error (error, DAYBOOK_IMPORT_ERROR, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);

  return rows;
}

/* Every problem is one that there are words for. */
static void
problem_found (const DaybookImportItem *item,
               const GError            *problem,
               gpointer                 user_data)
{
  g_assert_true (problem->domain == DAYBOOK_IMPORT_ERROR || problem->domain == DAYBOOK_REFUSAL);
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
import (DaybookSheet           *sheet,
        const DaybookSheetPlan *plan)
{
  g_autoptr (DaybookReadModel) nobody = g_object_new (TYPE_NOBODY, NULL);
  g_autoptr (DaybookImportSource) source =
    daybook_sheet_source_new (sheet, plan, nobody, (DaybookCurrency) { "EUR" });
  g_autoptr (DaybookDispatcher) dispatcher = new_book ();
  DaybookImport options = { .actor = "Ruth", .correlation = "import-1", .keep_going = TRUE,
                            .problem = problem_found };
  DaybookImportResult first, second;
  g_autoptr (GError) error = NULL;

  if (!daybook_import_record (&options, dispatcher, source, &first, &error))
    {
      g_assert_error (error, DAYBOOK_IMPORT_ERROR, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);
      return;
    }

  daybook_import_record (&options, dispatcher, source, &second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second.n_repeated, >=, first.n_recorded);
  g_assert_cmpuint (first.n_recorded + first.n_problems, ==,
                    second.n_recorded + second.n_repeated + second.n_problems);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const DaybookSheetHabits habits = { .order = "dMy", .decimal_mark = ',' };
  g_autofree char *path = fuzz_path ("sheet.csv");
  g_autoptr (DaybookSheet) sheet = NULL;
  g_autoptr (GPtrArray) sample = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  DaybookSheetPlan plan;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  sheet = daybook_csv_sheet_open (path, &error);
  if (sheet == NULL)
    {
      g_assert_error (error, DAYBOOK_IMPORT_ERROR, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);
      fuzz_empty_folder ();
      return 0;
    }

  sample = read_sample (sheet);
  again = read_sample (sheet);
  g_assert_cmpuint (sample->len, ==, again->len);
  for (guint i = 0; i < sample->len; i++)
    g_assert_true (g_strv_equal (sample->pdata[i], again->pdata[i]));

  daybook_sheet_plan_guess (&plan, sample, &habits);
  plan.opens_accounts = TRUE;
  if (daybook_sheet_plan_is_complete (&plan))
    import (sheet, &plan);
  for (int i = 0; i < DAYBOOK_N_SHEET_ROLES; i++)
    plan.columns[i] = i % 4;
  plan.two_columns = !plan.two_columns;
  import (sheet, &plan);
  fuzz_empty_folder ();

  return 0;
}
