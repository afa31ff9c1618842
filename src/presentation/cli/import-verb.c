/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `import`: what stands in other programs' files, row by row, with what is wrong said by file and
 * line. */

#include "verbs.h"

#include <glib/gi18n-lib.h>

#include "import/import-service.h"
#include "compose.h"
#include "number-text.h"
#include "progress.h"
#include "sentences.h"

/* Who is told of twenty rows knows what is wrong with the file; the rest is a number. */
#define MAX_REPORTED 20

typedef struct
{
  DaybookProgress progress;
  guint64 n_reported;
} Report;

static void
report_problem (const DaybookImportItem *item,
                const GError            *problem,
                gpointer                 user_data)
{
  Report *report = user_data;
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  if (report->n_reported++ >= MAX_REPORTED)
    return;

  daybook_progress_hide (&report->progress);
  sentence = daybook_error_sentence (problem, item->file);
  line = g_strdup_printf ("%" G_GUINT64_FORMAT, item->line);
  /* Translators: a file, a number, a sentence. */
  text = daybook_compose (_("%1$s, line %2$s: %3$s"), item->file, line, sentence);
  daybook_output_warn (text);
}

/* Takes the sentence. */
static void
say (char *sentence)
{
  daybook_output_say (sentence);
  g_free (sentence);
}

/* What became of the rows. */
static void
say_counts (const DaybookImportResult *result)
{
  g_autofree char *recorded = daybook_count_text (result->n_recorded);
  g_autofree char *repeated = daybook_count_text (result->n_repeated);
  g_autofree char *idle = daybook_count_text (result->n_idle);
  g_autofree char *problems = daybook_count_text (result->n_problems);

  /* Translators: what an import did with the rows of a file: so many were recorded now. */
  say (daybook_compose (ngettext ("Recorded: %s row", "Recorded: %s rows", result->n_recorded),
                        recorded));
  /* Translators: of the rows of a file, those that an earlier import had recorded. */
  say (daybook_compose (ngettext ("Recorded before: %s row", "Recorded before: %s rows",
                                  result->n_repeated), repeated));
  if (result->n_idle > 0)
    /* Translators: of the rows of a file that is imported. */
    say (daybook_compose (ngettext ("Left out by the profile: %s row",
                                    "Left out by the profile: %s rows", result->n_idle), idle));
  /* Translators: of the rows of a file, those that cannot be recorded. */
  say (daybook_compose (ngettext ("Not possible: %s row", "Not possible: %s rows",
                                  result->n_problems), problems));
}

static DaybookExit
sum_up (const DaybookImportResult *result,
        gboolean                   keep_going)
{
  if (result->n_problems > MAX_REPORTED)
    {
      g_autofree char *rest = daybook_count_text (result->n_problems - MAX_REPORTED);
      /* Translators: a number. */
      g_autofree char *text = daybook_compose (_("… and %s more."), rest);

      daybook_output_warn (text);
    }

  say_counts (result);

  if (result->n_problems == 0)
    return DAYBOOK_EXIT_DONE;

  if (!keep_going)
    daybook_output_warn (_("Nothing was recorded, because not everything could be."));
  return DAYBOOK_EXIT_REFUSED;
}

static DaybookExit
record (DaybookCall         *call,
        DaybookImportSource *source)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *correlation = NULL;
  DaybookImportResult result;
  Report report = { 0 };
  DaybookImport import = {
    .actor = call->operator,
    .keep_going = daybook_options_get (&call->options, "keep-going") != NULL,
    .problem = report_problem,
    .problem_data = &report,
    .progress = daybook_progress_show,
    .progress_data = &report.progress,
  };
  gboolean ok;

  book = daybook_bookshelf_open_facts (call->parts->bookshelf, call->path, FALSE, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  correlation = daybook_id_source_make_text (book->ids);
  import.correlation = correlation;
  daybook_progress_begin (&report.progress, FALSE);
  import.cancellable = report.progress.cancellable;
  ok = daybook_import_record (&import, book->dispatcher, source, &result, &error);
  daybook_progress_end (&report.progress);
  if (!ok)
    return daybook_output_error (error, call->path);

  return sum_up (&result, import.keep_going);
}

/**
 * daybook_verb_import:
 *
 * `import BOOK --profile FILE CSV… [--keep-going]`.
 *
 * Returns: how the program ends: with 1 if there was a row that could not be recorded.
 */
DaybookExit
daybook_verb_import (DaybookCall *call)
{
  GPtrArray *arguments = call->options.arguments;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (DaybookImportSource) source = NULL;
  g_autofree char *culprit = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < arguments->len; i++)
    g_ptr_array_add (files, g_ptr_array_index (arguments, i));
  g_ptr_array_add (files, NULL);

  source = call->parts->open_import (daybook_options_get (&call->options, "profile"),
                                     (const char *const *) files->pdata, &culprit, &error);
  if (source == NULL)
    {
      daybook_output_error (error, culprit);
      return DAYBOOK_EXIT_REFUSED;
    }

  return record (call, source);
}
