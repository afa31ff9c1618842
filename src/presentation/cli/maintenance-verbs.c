/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs about a whole book: the sample, its soundness, its read model. */

#include "verbs.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "number-text.h"
#include "progress.h"
#include "sentences.h"

/**
 * daybook_verb_sample:
 *
 * `sample BOOK [--entries N]`: makes the sample book.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_sample (DaybookCall *call)
{
  const char *wanted = daybook_options_get (&call->options, "entries");
  g_auto (DaybookProgress) progress = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint64 n = 0;

  if (wanted != NULL && !g_ascii_string_to_unsigned (wanted, 10, 1, G_MAXINT64, &n, NULL))
    {
      sentence = daybook_compose (_("“%s” is not a number of entries."), wanted);
      daybook_output_warn (sentence);
      return DAYBOOK_EXIT_REFUSED;
    }

  daybook_progress_begin (&progress, FALSE);
  if (!daybook_bookshelf_sample (call->parts->bookshelf, call->path, n, daybook_progress_show,
                                 &progress, progress.cancellable, &error))
    {
      daybook_progress_end (&progress);
      return daybook_output_error (error, call->path);
    }

  daybook_progress_end (&progress);
  daybook_output_say (_("The sample book is made."));
  return DAYBOOK_EXIT_DONE;
}

/**
 * daybook_verb_verify:
 *
 * `verify BOOK`: checks every entry against the chain of hashes. It neither needs nor makes a read
 * model, and changes nothing.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_verify (DaybookCall *call)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_auto (DaybookProgress) progress = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *n_entries = NULL;
  DaybookVerdict verdict = { 0 };
  gboolean ok;

  book = daybook_bookshelf_open_facts (call->parts->bookshelf, call->path, TRUE, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  daybook_progress_begin (&progress, FALSE);
  ok = daybook_event_store_verify (book->store, &verdict, daybook_progress_show, &progress,
                                   progress.cancellable, &error);
  daybook_progress_end (&progress);
  if (!ok)
    return daybook_output_error (error, call->path);

  if (verdict.flaw != DAYBOOK_FLAW_NONE)
    {
      sentence = daybook_flaw_sentence (&verdict);
      daybook_output_warn (sentence);
      return DAYBOOK_EXIT_BOOK;
    }

  n_entries = daybook_count_text (verdict.n_entries);
  sentence = daybook_compose (_("Entries checked: %s. All are as they were recorded."), n_entries);
  daybook_output_say (sentence);
  return DAYBOOK_EXIT_DONE;
}

/**
 * daybook_verb_rebuild:
 *
 * `rebuild BOOK [--progress]`: throws the read model away and works it out again.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_rebuild (DaybookCall *call)
{
  g_auto (DaybookProgress) progress = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *entries = NULL;
  guint64 n_entries = 0;
  gboolean ok;

  daybook_progress_begin (&progress, daybook_options_get (&call->options, "progress") != NULL);
  ok = daybook_bookshelf_rebuild (call->parts->bookshelf, call->path, &n_entries,
                                  daybook_progress_show, &progress, progress.cancellable, &error);
  daybook_progress_end (&progress);
  if (!ok)
    return daybook_output_error (error, call->path);

  entries = daybook_count_text (n_entries);
  sentence = daybook_compose (_("All figures are worked out again, from %s entries."), entries);
  daybook_output_say (sentence);
  return DAYBOOK_EXIT_DONE;
}

/**
 * daybook_verb_copy:
 *
 * `copy BOOK TARGET`: copies a book, while others may record in it, and checks the copy.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_copy (DaybookCall *call)
{
  const char *target = g_ptr_array_index (call->options.arguments, 1);
  g_autoptr (DaybookOpenBook) book = NULL;
  g_auto (DaybookProgress) progress = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  book = daybook_bookshelf_open_facts (call->parts->bookshelf, call->path, TRUE, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  daybook_progress_begin (&progress, FALSE);
  if (daybook_bookshelf_save_copy (call->parts->bookshelf, call->path, target,
                                   daybook_progress_show, &progress, progress.cancellable, &error))
    {
      daybook_progress_end (&progress);
      daybook_output_say (_("The copy is made, and every entry in it is as it was recorded."));
      return DAYBOOK_EXIT_DONE;
    }

  daybook_progress_end (&progress);
  sentence = daybook_copy_error_sentence (error, call->path, target);
  daybook_output_warn (sentence);
  return daybook_exit_for (error);
}
