/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong, as one plain sentence with the figures.
 *
 * Made from the error's code and what it carries, never from its message, which is for logs. A code
 * without a sentence of its own is a defect that a test finds; people then read that something
 * unexpected happened, not what a library thought of it. */

#include "sentences.h"

#include <glib/gi18n-lib.h>

#include "import/import-error.h"
#include "refusal-sentences.h"
#include "store-error.h"

/* @file comes first in each sentence: it is a file's name in quotation marks, or “The book”. */
static char *
say_store (DaybookStoreError  code,
           const char        *file)
{
  switch (code)
    {
    case DAYBOOK_STORE_ERROR_CONFLICT:
      return g_strdup_printf (_("%s was changed by somebody else meanwhile. Try again."), file);
    case DAYBOOK_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_("%s does not exist."), file);
    case DAYBOOK_STORE_ERROR_EXISTS:
      return g_strdup_printf (_("%s exists already and was left as it is."), file);
    case DAYBOOK_STORE_ERROR_NOT_A_BOOK:
      return g_strdup_printf (_("%s is not a book of Daybook."), file);
    case DAYBOOK_STORE_ERROR_DAMAGED:
      return g_strdup_printf (_("%s is damaged and was left as it is."), file);
    case DAYBOOK_STORE_ERROR_NEWER:
      return g_strdup_printf (_("%s was written by a newer Daybook than this one."), file);
    case DAYBOOK_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("%s cannot be written: the file or its folder is read-only."),
                              file);
    case DAYBOOK_STORE_ERROR_FULL:
      return g_strdup_printf (_("%s could not be written: there is no space left. Nothing was "
                                "recorded."), file);
    case DAYBOOK_STORE_ERROR_BUSY:
      return g_strdup_printf (_("%s is in use by another program. Try again in a moment."), file);
    case DAYBOOK_STORE_ERROR_IO:
      return g_strdup_printf (_("%s could not be read or written: the disk reported a fault."),
                              file);
    case DAYBOOK_STORE_ERROR_CANCELLED:
      return g_strdup (_("Stopped. Nothing was recorded."));
    case DAYBOOK_STORE_ERROR_DETACHED:
      return g_strdup_printf (_("%s was moved or exchanged while it was open. Close it and open it "
                                "again; what was recorded is in it."), file);
    case DAYBOOK_STORE_ERROR_ITSELF:
      return g_strdup_printf (_("%s is the book itself. Choose another name or folder for the "
                                "copy."), file);
    case DAYBOOK_STORE_ERROR_ALONE:
      return g_strdup_printf (_("%s is not safe alone: Daybook has to keep its journal beside it. "
                                "Choose the folder that it is in."), file);
    case DAYBOOK_STORE_ERROR_NO_LOCKS:
      return g_strdup_printf (_("%s is not safe where it is: nothing keeps two programs from "
                                "writing in it at once."), file);
    default:
      return NULL;
    }
}

static char *
say_import (const GError *error,
            const char   *file)
{
  const DaybookImportFigures *figures = daybook_import_error_figures (error);
  const char *text = figures->text != NULL ? figures->text : "";

  switch ((DaybookImportError) error->code)
    {
    case DAYBOOK_IMPORT_ERROR_PROFILE:
      /* Translators: a file, a word in it. */
      return g_strdup_printf (_("%1$s is not a profile that can be used: look at “%2$s”."), file,
                              text);
    case DAYBOOK_IMPORT_ERROR_HEADER:
      if (figures->text != NULL)
        /* Translators: a file, a column of it. */
        return g_strdup_printf (_("%1$s lacks the column “%2$s”, which the profile needs."), file,
                                text);
      return g_strdup_printf (_("%s is not one of the files that the profile describes."), file);
    case DAYBOOK_IMPORT_ERROR_NOT_TEXT:
      return g_strdup (_("This is not text in UTF-8."));
    case DAYBOOK_IMPORT_ERROR_QUOTES:
      return g_strdup (_("The quotation marks do not match."));
    case DAYBOOK_IMPORT_ERROR_FIELDS:
      /* Translators: two numbers. */
      return g_strdup_printf (ngettext ("There should be %1$u field, but there are %2$u.",
                                        "There should be %1$u fields, but there are %2$u.",
                                        figures->expected),
                              figures->expected, figures->found);
    case DAYBOOK_IMPORT_ERROR_TOO_LONG:
      return g_strdup (_("This row is too long."));
    case DAYBOOK_IMPORT_ERROR_DIRECTION:
      return g_strdup_printf (_("The profile does not say whether “%s” is money in or out."),
                              text);
    case DAYBOOK_IMPORT_ERROR_NO_MATCH:
      /* Translators: the name of a table, the value that is looked up in it. */
      return g_strdup_printf (_("Nothing is known of “%2$s” in “%1$s”."), figures->table, text);
    case DAYBOOK_IMPORT_ERROR_KEY:
      return g_strdup (_("The row has nothing to know it by."));
    default:
      return NULL;
    }
}

static char *
say_io (GIOErrorEnum  code,
        const char   *file)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return say_store (DAYBOOK_STORE_ERROR_NOT_FOUND, file);
    case G_IO_ERROR_EXISTS:
      return say_store (DAYBOOK_STORE_ERROR_EXISTS, file);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_("%s may not be read or written by you."), file);
    case G_IO_ERROR_READ_ONLY:
      return say_store (DAYBOOK_STORE_ERROR_READ_ONLY, file);
    case G_IO_ERROR_NO_SPACE:
      return say_store (DAYBOOK_STORE_ERROR_FULL, file);
    case G_IO_ERROR_BUSY:
      return say_store (DAYBOOK_STORE_ERROR_BUSY, file);
    case G_IO_ERROR_CANCELLED:
      return say_store (DAYBOOK_STORE_ERROR_CANCELLED, file);
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return g_strdup_printf (_("%s is not a file."), file);
    case G_IO_ERROR_NOT_DIRECTORY:
      return g_strdup_printf (_("%s is in a folder that does not exist."), file);
    default:
      return NULL;
    }
}

static GIOErrorEnum
io_code_of (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code;
  if (error->domain != G_FILE_ERROR)
    return G_IO_ERROR_FAILED;

  switch ((GFileError) error->code)
    {
    case G_FILE_ERROR_NOENT:
      return G_IO_ERROR_NOT_FOUND;
    case G_FILE_ERROR_EXIST:
      return G_IO_ERROR_EXISTS;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return G_IO_ERROR_PERMISSION_DENIED;
    case G_FILE_ERROR_ROFS:
      return G_IO_ERROR_READ_ONLY;
    case G_FILE_ERROR_NOSPC:
      return G_IO_ERROR_NO_SPACE;
    case G_FILE_ERROR_ISDIR:
      return G_IO_ERROR_IS_DIRECTORY;
    case G_FILE_ERROR_NOTDIR:
      return G_IO_ERROR_NOT_DIRECTORY;
    default:
      return G_IO_ERROR_FAILED;
    }
}

/**
 * daybook_error_sentence:
 * @error: any error
 * @path: (nullable): the file that it happened to: a book, a data file
 *
 * Returns: (transfer full): what went wrong, as one sentence to be shown.
 */
char *
daybook_error_sentence (const GError *error,
                        const char   *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *file = NULL;
  char *sentence;

  g_return_val_if_fail (error != NULL, NULL);

  /* Translators: the name of a file. */
  file = name != NULL ? g_strdup_printf (_("“%s”"), name) : g_strdup (_("The book"));

  if (error->domain == DAYBOOK_REFUSAL)
    sentence = daybook_refusal_sentence (error);
  else if (error->domain == DAYBOOK_STORE_ERROR)
    sentence = say_store (error->code, file);
  else if (error->domain == DAYBOOK_IMPORT_ERROR)
    sentence = say_import (error, file);
  else
    sentence = say_io (io_code_of (error), file);

  return sentence != NULL ? sentence : g_strdup (_("Something unexpected went wrong."));
}
