/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `check-seal`: what a seal on paper says about a book. */

#include "verbs.h"

#include <glib/gi18n-lib.h>

#include "books/seal-check.h"
#include "compose.h"
#include "date-text.h"
#include "progress.h"
#include "sentences.h"

static DaybookExit
say_check (const DaybookSealCheck *check)
{
  g_autofree char *until = daybook_date_text (check->until);
  g_autofree char *entry = g_strdup_printf ("%" G_GUINT64_FORMAT, check->sealed);
  g_autofree char *totals = daybook_control_sentences (check->totals);
  g_autofree char *sentence = NULL;

  if (!check->intact)
    {
      /* Translators: %1$s is a day, %2$s the number of an entry. */
      sentence = daybook_compose (_("This seal was made when the period up to %1$s was closed, but "
                                    "the entries up to entry %2$s are not what was sealed then."),
                                  until, entry);
      daybook_output_warn (sentence);
      return DAYBOOK_EXIT_BOOK;
    }

  /* Translators: %1$s is a day, %2$s the number of an entry. */
  sentence = daybook_compose (_("This seal was made when the period up to %1$s was closed. All "
                                "entries up to entry %2$s are what was sealed."), until, entry);
  daybook_output_say (sentence);
  if (*totals != '\0')
    daybook_output_say (totals);
  if (check->reopened)
    daybook_output_say (_("The period was opened again since."));

  return DAYBOOK_EXIT_DONE;
}

/**
 * daybook_verb_check_seal:
 *
 * `check-seal BOOK CODE`: says which closing the seal belongs to, and whether the book up to there
 * is still what was sealed.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_check_seal (DaybookCall *call)
{
  const char *code = g_ptr_array_index (call->options.arguments, 1);
  g_autoptr (DaybookOpenBook) book = NULL;
  g_auto (DaybookSealCheck) check = { 0 };
  g_auto (DaybookProgress) progress = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean ok;

  book = daybook_bookshelf_open_facts (call->parts->bookshelf, call->path, TRUE, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  daybook_progress_begin (&progress, FALSE);
  ok = daybook_seal_check_run (&check, book->store, code, daybook_progress_show, &progress,
                               progress.cancellable, &error);
  daybook_progress_end (&progress);

  return ok ? say_check (&check) : daybook_output_error (error, call->path);
}
