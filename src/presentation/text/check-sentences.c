/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of checking or copying a whole book. */

#include "sentences.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "store-error.h"

/**
 * daybook_flaw_sentence:
 * @verdict: that something is wrong
 *
 * Returns: (transfer full): which entry is not what was recorded, and how far.
 */
char *
daybook_flaw_sentence (const DaybookVerdict *verdict)
{
  g_autofree char *entry = g_strdup_printf ("%" G_GUINT64_FORMAT, verdict->position);

  switch (verdict->flaw)
    {
    case DAYBOOK_FLAW_MISSING:
      return daybook_compose (_("Entry %s is missing."), entry);
    case DAYBOOK_FLAW_DATA:
      return daybook_compose (_("Entry %s does not say what was recorded."), entry);
    case DAYBOOK_FLAW_UNREADABLE:
      return daybook_compose (_("Entry %s cannot be read."), entry);
    case DAYBOOK_FLAW_STRUCTURE:
      return g_strdup (_("The entries are as they were recorded, but the file that keeps them is "
                         "damaged: they may not all be found. Go back to a copy."));
    case DAYBOOK_FLAW_CIRCUMSTANCES:
    case DAYBOOK_FLAW_NONE:
    default:
      return daybook_compose (_("Entry %s is not as it was recorded: when, by whom, under what "
                                "it is filed, or an entry before it has been changed."), entry);
    }
}

/* What can only be meant of the file that was to be written. */
static gboolean
is_about_target (const GError *error)
{
  switch (error->code)
    {
    case DAYBOOK_STORE_ERROR_EXISTS:
    case DAYBOOK_STORE_ERROR_READ_ONLY:
    case DAYBOOK_STORE_ERROR_FULL:
    case DAYBOOK_STORE_ERROR_IO:
    case DAYBOOK_STORE_ERROR_ITSELF:
    case DAYBOOK_STORE_ERROR_ALONE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * daybook_copy_error_sentence:
 * @error: why a book was not copied
 * @path: of the book
 * @target: of the copy
 *
 * Returns: (transfer full): what went wrong, with the name of the file that it is about.
 */
char *
daybook_copy_error_sentence (const GError *error,
                             const char   *path,
                             const char   *target)
{
  g_autofree char *name = g_filename_display_basename (target);

  if (error->domain != DAYBOOK_STORE_ERROR)
    return daybook_error_sentence (error, path);
  if (error->code == DAYBOOK_STORE_ERROR_FULL)
    /* Translators: the name of a file. */
    return daybook_compose (_("“%s” could not be written: there is no space left for a copy."),
                            name);
  /* The book is there; it was opened before. */
  if (error->code == DAYBOOK_STORE_ERROR_NOT_FOUND && g_file_test (path, G_FILE_TEST_EXISTS))
    return daybook_compose (_("“%s” is in a folder that does not exist."), name);

  return daybook_error_sentence (error, is_about_target (error) ? target : path);
}
