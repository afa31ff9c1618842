/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Use case: record what stands in other programs' files.
 *
 * Each row is a command like any other, with an id made from the row's own key: the same row is
 * recorded once, however often its file comes. By default it is all or nothing: a row that cannot
 * be recorded leaves the book as it was, and the others are still looked at, so that everything
 * that is wrong with a file is known at once. */

#include "import/import-service.h"

#include "accounts/account-commands.h"
#include "people/person-records.h"
#include "refusal.h"

/* With --keep-going: what is kept so far is safe. */
#define BATCH 10000

typedef struct
{
  const DaybookImport *import;
  DaybookDispatcher *dispatcher;
  DaybookImportResult *result;
  guint64 n_in_batch;
  gboolean in_batch;
} Work;

static DaybookReceipt *
execute (Work                  *work,
         const DaybookCommand  *command,
         const char            *key,
         GError               **error)
{
  DaybookEnvelope envelope = { .command_id = key, .actor = work->import->actor,
                               .correlation = work->import->correlation };

  return daybook_dispatcher_execute (work->dispatcher, command, &envelope, error);
}

/* Makes what @item needs. Each step has a key of its own, so that it too is done once. */
static gboolean
execute_fallback (Work                     *work,
                  const DaybookImportItem  *item,
                  GError                  **error)
{
  for (guint i = 0; i < item->fallback->len; i++)
    {
      const DaybookCommand *command = g_ptr_array_index (item->fallback, i);
      g_autofree char *key = g_strdup_printf ("%s:%s", item->key, command->schema->name);
      g_autoptr (DaybookReceipt) receipt = execute (work, command, key, error);

      if (receipt == NULL)
        return FALSE;
      if (!receipt->repeated && command->schema == &daybook_register)
        work->result->n_people++;
      if (!receipt->repeated && command->schema == &daybook_open)
        work->result->n_accounts++;
    }

  return TRUE;
}

/* Whether a command was refused because what it concerns is not there. */
static gboolean
is_lacking (const GError *problem)
{
  return g_error_matches (problem, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_REFERENCE_UNKNOWN) ||
         g_error_matches (problem, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_PERSON_UNKNOWN) ||
         g_error_matches (problem, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT);
}

static DaybookReceipt *
execute_item (Work                     *work,
              const DaybookImportItem  *item,
              GError                  **error)
{
  g_autoptr (GError) problem = NULL;
  DaybookReceipt *receipt = execute (work, item->command, item->key, &problem);

  if (receipt != NULL)
    return receipt;

  if (item->fallback == NULL || !is_lacking (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  if (!execute_fallback (work, item, error))
    return NULL;

  return execute (work, item->command, item->key, error);
}

static void
report (Work                    *work,
        const DaybookImportItem *item,
        const GError            *problem)
{
  work->result->n_problems++;
  if (work->import->problem != NULL)
    work->import->problem (item, problem, work->import->problem_data);
}

static gboolean
begin (Work    *work,
       GError **error)
{
  work->n_in_batch = 0;
  work->in_batch = daybook_dispatcher_begin (work->dispatcher, error);
  return work->in_batch;
}

static gboolean
commit (Work    *work,
        GError **error)
{
  work->in_batch = FALSE;
  return daybook_dispatcher_commit (work->dispatcher, error);
}

/* What became of a row that could be understood. */
static void
count (Work                    *work,
       const DaybookImportItem *item,
       const DaybookReceipt    *receipt,
       const GError            *problem)
{
  if (receipt == NULL)
    {
      report (work, item, problem);
    }
  else if (receipt->repeated)
    {
      work->result->n_repeated++;
    }
  else
    {
      work->result->n_recorded++;
      if (work->import->recorded != NULL)
        work->import->recorded (item, receipt, work->import->recorded_data);
    }
}

static gboolean
take_item (const DaybookImportItem  *item,
           gpointer                  user_data,
           GError                  **error)
{
  Work *work = user_data;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean known = FALSE;

  if (item->known_by_content && item->key != NULL &&
      !daybook_dispatcher_has_command (work->dispatcher, item->key, &known, error))
    return FALSE;
  if (known)
    {
      work->result->n_repeated++;
      return TRUE;
    }

  if (item->problem != NULL)
    {
      report (work, item, item->problem);
      return TRUE;
    }
  if (item->command == NULL)
    {
      work->result->n_idle++;
      return TRUE;
    }

  receipt = execute_item (work, item, &problem);
  if (receipt == NULL && problem->domain != DAYBOOK_REFUSAL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  count (work, item, receipt, problem);
  if (work->import->keep_going && !work->import->trial && ++work->n_in_batch >= BATCH)
    return commit (work, error) && begin (work, error);

  return TRUE;
}

/**
 * daybook_import_record:
 * @result: (out): what became of the rows
 *
 * Records what the rows of @source ask for, or only tries to. Unless told to keep going, nothing is
 * recorded if any of them cannot be: then @n_problems is not zero and, but for a trial,
 * @n_recorded is.
 *
 * Returns: whether all rows were looked at; %FALSE on an error of the book or of the files. Without
 *   @keep_going nothing was recorded then.
 */
gboolean
daybook_import_record (const DaybookImport  *import,
                       DaybookDispatcher    *dispatcher,
                       DaybookImportSource  *source,
                       DaybookImportResult  *result,
                       GError              **error)
{
  Work work = { .import = import, .dispatcher = dispatcher, .result = result };
  gboolean ok;

  *result = (DaybookImportResult) { 0 };
  if (!begin (&work, error))
    return FALSE;

  ok = daybook_import_source_read (source, take_item, &work, import->progress,
                                   import->progress_data, import->cancellable, error);
  if (ok && !import->trial && (import->keep_going || result->n_problems == 0))
    return commit (&work, error);

  if (work.in_batch)
    daybook_dispatcher_rollback (dispatcher);
  if (ok && !import->trial)
    result->n_recorded = 0;

  return ok;
}
