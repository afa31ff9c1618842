/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Recording what stands in a sheet, or trying to.
 *
 * The trial is the import itself, all of it, with the book left as it was in the end: whatever it
 * says is what the rules say, about all rows one after the other. */

#include "import-task.h"

#include <glib/gi18n-lib.h>

#include "accounts/account-events.h"
#include "import/sheet-source.h"
#include "import-texts.h"
#include "sentences.h"
#include "store-error.h"

/* What is shown is looked at; the rest is a number. */
#define MAX_SAMPLES 5
#define MAX_FLAWS 20

typedef struct
{
  DaybookBookshelf *bookshelf;
  char *path;
  char *actor;
  char *correlation;
  DaybookSheet *sheet;
  DaybookSheetPlan plan;
  gboolean trial;
  DaybookImportOutcome outcome;
} Work;

static void
sample_clear (gpointer data)
{
  DaybookImportSample *sample = data;

  daybook_record_free (sample->event);
  g_free (sample->newcomer);
}

static void
flaw_clear (gpointer data)
{
  g_clear_error (&((DaybookImportFlaw *) data)->problem);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->bookshelf);
  g_clear_object (&work->sheet);
  g_free (work->path);
  g_free (work->actor);
  g_free (work->correlation);
  g_array_unref (work->outcome.sums);
  g_array_unref (work->outcome.samples);
  g_array_unref (work->outcome.flaws);
  g_free (work);
}

static DaybookImportSum *
get_sum (GArray          *sums,
         DaybookCurrency  currency)
{
  DaybookImportSum sum = { .currency = currency };

  for (guint i = 0; i < sums->len; i++)
    if (daybook_currency_equal (g_array_index (sums, DaybookImportSum, i).currency, currency))
      return &g_array_index (sums, DaybookImportSum, i);

  g_array_append_val (sums, sum);
  return &g_array_index (sums, DaybookImportSum, sums->len - 1);
}

static void
row_recorded (const DaybookImportItem *item,
              const DaybookReceipt    *receipt,
              gpointer                 user_data)
{
  DaybookImportOutcome *outcome = user_data;
  const DaybookEvent *event = daybook_receipt_get_outcome (receipt);
  DaybookMovement movement;
  DaybookImportSum *sum;

  g_assert (daybook_event_get_movement (event, &movement));

  sum = get_sum (outcome->sums, movement.currency);
  sum->n_entries++;
  if (daybook_account_number_is_set (&movement.to))
    sum->money_in = daybook_minor_add_clamped (sum->money_in, movement.amount);
  else
    sum->money_out = daybook_minor_add_clamped (sum->money_out, movement.amount);

  if (outcome->samples->len < MAX_SAMPLES)
    {
      DaybookImportSample sample = { daybook_record_copy (event), g_strdup (item->newcomer) };

      g_array_append_val (outcome->samples, sample);
    }
}

/* Rows come by their days; who mends a file goes from its top to its end. */
static void
flaw_found (const DaybookImportItem *item,
            const GError            *problem,
            gpointer                 user_data)
{
  GArray *flaws = ((DaybookImportOutcome *) user_data)->flaws;
  DaybookImportFlaw flaw = { .row = item->line };
  guint place = flaws->len;

  while (place > 0 && g_array_index (flaws, DaybookImportFlaw, place - 1).row > item->line)
    place--;
  if (place == MAX_FLAWS)
    return;

  flaw.problem = g_error_copy (problem);
  g_array_insert_val (flaws, place, flaw);
  if (flaws->len > MAX_FLAWS)
    g_array_set_size (flaws, MAX_FLAWS);
}

static gboolean
record (Work                 *work,
        DaybookOpenBook      *book,
        DaybookProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  g_autoptr (DaybookReadModel) names = book->open_reader (book->path, error);
  g_autoptr (DaybookBook) terms = daybook_dispatcher_dup_book (book->dispatcher, NULL);
  g_autoptr (DaybookImportSource) source = NULL;
  DaybookImport import = {
    .actor = work->actor,
    .correlation = work->correlation,
    .trial = work->trial,
    .recorded = row_recorded,
    .recorded_data = &work->outcome,
    .problem = flaw_found,
    .problem_data = &work->outcome,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };

  if (names == NULL || terms == NULL)
    return FALSE;

  source = daybook_sheet_source_new (work->sheet, &work->plan, names, terms->currency);
  return daybook_import_record (&import, book->dispatcher, source, &work->outcome.result, error);
}

static gboolean
import (gpointer              data,
        DaybookProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  Work *work = data;
  g_autoptr (DaybookOpenBook) book =
    daybook_bookshelf_open_facts (work->bookshelf, work->path, FALSE, error);

  return book != NULL && record (work, book, progress, progress_data, cancellable, error);
}

static char *
say_importing (gpointer data,
               guint64  done,
               guint64  total)
{
  return g_strdup (((Work *) data)->trial ? _("Trying every row…") : _("Recording every row…"));
}

static char *
say_imported (gpointer      data,
              const GError *error,
              gboolean     *well)
{
  Work *work = data;

  if (error != NULL)
    return daybook_error_sentence (error, error->domain == DAYBOOK_STORE_ERROR
                                            ? work->path : daybook_sheet_get_name (work->sheet));

  *well = work->outcome.result.n_problems == 0;
  return daybook_import_outcome_text (&work->outcome, work->trial);
}

/**
 * daybook_import_task_new:
 * @plan: how to read @sheet; complete
 * @trial: whether to leave the book as it was
 *
 * Returns: (transfer full): records what stands in the sheet, all of it or nothing.
 */
DaybookTaskViewModel *
daybook_import_task_new (DaybookBookshelf       *bookshelf,
                         DaybookBookViewModel   *book,
                         DaybookSheet           *sheet,
                         const DaybookSheetPlan *plan,
                         gboolean                trial)
{
  static const DaybookTaskKind kind = { import, say_importing, say_imported };
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  Work *work = g_new0 (Work, 1);

  work->bookshelf = g_object_ref (bookshelf);
  work->path = g_strdup (daybook_book_view_model_get_path (book));
  work->actor = g_strdup (daybook_desk_get_actor (desk));
  work->correlation = daybook_desk_new_command_id (desk);
  work->sheet = g_object_ref (sheet);
  work->plan = *plan;
  work->trial = trial;
  work->outcome.sums = g_array_new (FALSE, FALSE, sizeof (DaybookImportSum));
  work->outcome.samples = g_array_new (FALSE, FALSE, sizeof (DaybookImportSample));
  g_array_set_clear_func (work->outcome.samples, sample_clear);
  work->outcome.flaws = g_array_new (FALSE, FALSE, sizeof (DaybookImportFlaw));
  g_array_set_clear_func (work->outcome.flaws, flaw_clear);

  return daybook_task_view_model_new (_("Import"), &kind, work, work_free);
}

/**
 * daybook_import_task_get_outcome:
 * @task: has ended
 *
 * Returns: (transfer none): what came of it.
 */
const DaybookImportOutcome *
daybook_import_task_get_outcome (DaybookTaskViewModel *task)
{
  return &((Work *) daybook_task_view_model_get_data (task))->outcome;
}
