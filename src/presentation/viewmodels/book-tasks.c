/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes long at an open book: checking all of it, working its figures out again, copying it.
 *
 * Each opens the book's file for itself, on its own thread: whoever sits at the book goes on. */

#include "book-tasks.h"

#include <glib/gi18n-lib.h>

#include "book-session.h"
#include "compose.h"
#include "date-text.h"
#include "number-text.h"
#include "property.h"
#include "sentences.h"

typedef struct
{
  DaybookBookshelf *bookshelf;
  DaybookBookViewModel *book;
  char *path;
  char *target;
  DaybookVerdict verdict;
  guint64 n_entries;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->bookshelf);
  g_clear_object (&work->book);
  g_free (work->path);
  g_free (work->target);
  g_free (work);
}

static Work *
work_new (DaybookBookshelf     *bookshelf,
          DaybookBookViewModel *book)
{
  Work *work = g_new0 (Work, 1);

  work->bookshelf = g_object_ref (bookshelf);
  work->book = g_object_ref (book);
  work->path = g_strdup (daybook_book_view_model_get_path (book));

  return work;
}

static gboolean
verify (gpointer              data,
        DaybookProgressFunc   progress,
        gpointer              progress_data,
        GCancellable         *cancellable,
        GError              **error)
{
  Work *work = data;
  g_autoptr (DaybookOpenBook) book =
    daybook_bookshelf_open_facts (work->bookshelf, work->path, TRUE, error);

  return book != NULL && daybook_event_store_verify (book->store, &work->verdict, progress,
                                                     progress_data, cancellable, error);
}

static char *
say_verifying (gpointer data,
               guint64  done,
               guint64  total)
{
  g_autofree char *done_text = daybook_count_text (done);
  g_autofree char *total_text = daybook_count_text (total);

  if (total == 0)
    return g_strdup (_("Checking every entry…"));
  if (done == total)
    return g_strdup (_("Checking the file that keeps the entries…"));

  /* Translators: two numbers: "Checked: 10,000 of 250,000 entries" */
  return daybook_compose (g_dngettext (GETTEXT_PACKAGE, "Checked: %1$s of %2$s entry",
                                       "Checked: %1$s of %2$s entries", total),
                          done_text, total_text);
}

static char *
say_sound (const Work *work)
{
  g_autofree char *entries = daybook_count_text (work->verdict.n_entries);

  /* Translators: a number. */
  return daybook_compose (g_dngettext (GETTEXT_PACKAGE,
                                       "The book is sound: its %s entry is as it was recorded.",
                                       "The book is sound: all %s entries are as they were "
                                       "recorded.", work->verdict.n_entries), entries);
}

static char *
say_verified (gpointer      data,
              const GError *error,
              gboolean     *well)
{
  Work *work = data;
  g_autofree char *time = daybook_time_text (g_get_real_time ());
  g_autofree char *checked = NULL;
  char *sentence;

  if (error != NULL)
    return daybook_error_sentence (error, work->path);

  *well = work->verdict.flaw == DAYBOOK_FLAW_NONE;
  sentence = *well ? say_sound (work) : daybook_flaw_sentence (&work->verdict);
  /* Translators: %1$s is a day and a time, %2$s a sentence: what was found then. */
  checked = daybook_compose (_("Verified on %1$s. %2$s"), time, sentence);
  g_object_set (daybook_book_session_of (work->book), "checked", checked, NULL);

  return sentence;
}

static gboolean
rebuild (gpointer              data,
         DaybookProgressFunc   progress,
         gpointer              progress_data,
         GCancellable         *cancellable,
         GError              **error)
{
  Work *work = data;

  return daybook_bookshelf_rebuild (work->bookshelf, work->path, &work->n_entries, progress,
                                    progress_data, cancellable, error);
}

static char *
say_rebuilding (gpointer data,
                guint64  done,
                guint64  total)
{
  g_autofree char *done_text = daybook_count_text (done);
  g_autofree char *total_text = daybook_count_text (total);

  if (total == 0)
    return g_strdup (_("Working all figures out again…"));

  /* Translators: two numbers: "Read: 10,000 of 250,000 entries" */
  return daybook_compose (g_dngettext (GETTEXT_PACKAGE, "Read: %1$s of %2$s entry",
                                       "Read: %1$s of %2$s entries", total),
                          done_text, total_text);
}

/* The figures on screen still come from the old file; the desk looks for the new one. */
static char *
say_rebuilt (gpointer      data,
             const GError *error,
             gboolean     *well)
{
  Work *work = data;
  g_autofree char *entries = daybook_count_text (work->n_entries);

  if (error != NULL)
    return daybook_error_sentence (error, work->path);

  daybook_desk_catch_up_async (daybook_book_view_model_get_desk (work->book), NULL, NULL, NULL);

  /* Translators: a number. */
  return daybook_compose (g_dngettext (GETTEXT_PACKAGE,
                                       "All figures are worked out again, from %s entry.",
                                       "All figures are worked out again, from %s entries.",
                                       work->n_entries), entries);
}

static gboolean
copy (gpointer              data,
      DaybookProgressFunc   progress,
      gpointer              progress_data,
      GCancellable         *cancellable,
      GError              **error)
{
  Work *work = data;

  return daybook_bookshelf_save_copy (work->bookshelf, work->path, work->target, progress,
                                      progress_data, cancellable, error);
}

/* Each byte is told twice: when it is written, and when it is read again. */
static char *
say_copying (gpointer data,
             guint64  done,
             guint64  total)
{
  guint64 size = total / 2;
  gboolean reading = done > size;
  g_autofree char *done_text = g_format_size (reading ? done - size : done);
  g_autofree char *size_text = g_format_size (size);

  if (total == 0)
    return g_strdup (_("Copying the book…"));
  if (reading)
    /* Translators: two sizes: "Checking the copy: 1.2 MB of 40 MB" */
    return daybook_compose (_("Checking the copy: %1$s of %2$s"), done_text, size_text);

  /* Translators: two sizes: "Copying the book: 1.2 MB of 40 MB" */
  return daybook_compose (_("Copying the book: %1$s of %2$s"), done_text, size_text);
}

static char *
say_copied (gpointer      data,
            const GError *error,
            gboolean     *well)
{
  Work *work = data;
  g_autofree char *name = g_filename_display_basename (work->target);

  if (error != NULL)
    return daybook_copy_error_sentence (error, work->path, work->target);

  /* Translators: the name of a file. */
  return daybook_compose (_("The copy is saved as “%s”, and every entry in it is as it was "
                            "recorded."), name);
}

/**
 * daybook_verify_task_new:
 *
 * What it finds is known to the book's session from then on.
 *
 * Returns: (transfer full): checks every entry of the book against the chain.
 */
DaybookTaskViewModel *
daybook_verify_task_new (DaybookBookshelf     *bookshelf,
                         DaybookBookViewModel *book)
{
  static const DaybookTaskKind kind = { verify, say_verifying, say_verified };

  return daybook_task_view_model_new (_("Verify Book"), &kind, work_new (bookshelf, book),
                                      work_free);
}

/**
 * daybook_rebuild_task_new:
 *
 * Returns: (transfer full): works all figures of the book out again.
 */
DaybookTaskViewModel *
daybook_rebuild_task_new (DaybookBookshelf     *bookshelf,
                          DaybookBookViewModel *book)
{
  static const DaybookTaskKind kind = { rebuild, say_rebuilding, say_rebuilt };

  return daybook_task_view_model_new (_("Rebuild Figures"), &kind, work_new (bookshelf, book),
                                      work_free);
}

/**
 * daybook_copy_task_new:
 * @target: where the copy shall be; nothing may be there
 *
 * Returns: (transfer full): copies the book and checks the copy.
 */
DaybookTaskViewModel *
daybook_copy_task_new (DaybookBookshelf     *bookshelf,
                       DaybookBookViewModel *book,
                       const char           *target)
{
  static const DaybookTaskKind kind = { copy, say_copying, say_copied };
  Work *work = work_new (bookshelf, book);

  work->target = g_strdup (target);

  return daybook_task_view_model_new (_("Save a Copy"), &kind, work, work_free);
}

/**
 * daybook_copy_suggest_name:
 *
 * Returns: (transfer full): a name for the file of a copy that is made today.
 */
char *
daybook_copy_suggest_name (DaybookBookViewModel *book)
{
  g_autofree char *name = g_path_get_basename (daybook_book_view_model_get_path (book));
  char today[DAYBOOK_DATE_LENGTH];

  if (g_str_has_suffix (name, ".daybook"))
    name[strlen (name) - strlen (".daybook")] = '\0';
  daybook_date_format (daybook_desk_get_today (daybook_book_view_model_get_desk (book)), today);

  return g_strdup_printf ("%s %s.daybook", name, today);
}
