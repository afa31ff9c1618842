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
#include "compose.h"
#include "refusal-sentences.h"
#include "store-error.h"

/* What happened to a file that has a name, and the same where it is known without one. */
#define SAY(name, of_file, of_book) \
  ((name) != NULL ? daybook_compose (of_file, name) : g_strdup (of_book))

static char *
say_store (DaybookStoreError  code,
           const char        *name)
{
  switch (code)
    {
    case DAYBOOK_STORE_ERROR_CONFLICT:
      return SAY (name, _("“%s” was changed by somebody else meanwhile. Try again."),
                  _("The book was changed by somebody else meanwhile. Try again."));
    case DAYBOOK_STORE_ERROR_NOT_FOUND:
      return SAY (name, _("“%s” does not exist."), _("The book does not exist."));
    case DAYBOOK_STORE_ERROR_EXISTS:
      return SAY (name, _("“%s” exists already and was left as it is."),
                  _("The book exists already and was left as it is."));
    case DAYBOOK_STORE_ERROR_NOT_A_BOOK:
      return SAY (name, _("“%s” is not a book of Daybook."), _("This is not a book of Daybook."));
    case DAYBOOK_STORE_ERROR_DAMAGED:
      return SAY (name, _("“%s” is damaged and was left as it is."),
                  _("The book is damaged and was left as it is."));
    case DAYBOOK_STORE_ERROR_NEWER:
      return SAY (name, _("“%s” was written by a newer Daybook than this one."),
                  _("The book was written by a newer Daybook than this one."));
    case DAYBOOK_STORE_ERROR_READ_ONLY:
      return SAY (name, _("“%s” cannot be written: the file or its folder is read-only."),
                  _("The book cannot be written: the file or its folder is read-only."));
    case DAYBOOK_STORE_ERROR_FULL:
      return SAY (name, _("“%s” could not be written: there is no space left. Nothing was "
                          "recorded."),
                  _("The book could not be written: there is no space left. Nothing was "
                    "recorded."));
    case DAYBOOK_STORE_ERROR_BUSY:
      return SAY (name, _("“%s” is in use by another program. Try again in a moment."),
                  _("The book is in use by another program. Try again in a moment."));
    case DAYBOOK_STORE_ERROR_IO:
      return SAY (name, _("“%s” could not be read or written: the disk reported a fault."),
                  _("The book could not be read or written: the disk reported a fault."));
    case DAYBOOK_STORE_ERROR_CANCELLED:
      return g_strdup (_("Stopped. Nothing was recorded."));
    case DAYBOOK_STORE_ERROR_DETACHED:
      return SAY (name, _("“%s” was moved or exchanged while it was open. Close it and open "
                          "it again; what was recorded is in it."),
                  _("The book was moved or exchanged while it was open. Close it and open it "
                    "again; what was recorded is in it."));
    case DAYBOOK_STORE_ERROR_ITSELF:
      return SAY (name, _("“%s” is the book itself. Choose another name or folder for the copy."),
                  _("This is the book itself. Choose another name or folder for the copy."));
    case DAYBOOK_STORE_ERROR_ALONE:
      return SAY (name, _("“%s” is not safe alone: Daybook has to keep a second file beside it. "
                          "Choose the folder that it is in."),
                  _("The book is not safe alone: Daybook has to keep a second file beside it. "
                    "Choose the folder that it is in."));
    case DAYBOOK_STORE_ERROR_NO_LOCKS:
      return SAY (name, _("“%s” is not safe where it is: nothing keeps two programs from writing "
                          "in it at once."),
                  _("The book is not safe where it is: nothing keeps two programs from writing in "
                    "it at once."));
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
      /* Translators: the name of a file, a word in it. */
      return daybook_compose (_("“%1$s” is not a profile that can be used: look at “%2$s”."), file,
                              text);
    case DAYBOOK_IMPORT_ERROR_HEADER:
      if (figures->text != NULL)
        /* Translators: the name of a file, a column of it. */
        return daybook_compose (_("“%1$s” lacks the column “%2$s”, which the profile needs."), file,
                                text);
      return daybook_compose (_("“%s” is not one of the files that the profile describes."), file);
    case DAYBOOK_IMPORT_ERROR_NOT_TEXT:
      return g_strdup (_("This is not text in UTF-8."));
    case DAYBOOK_IMPORT_ERROR_QUOTES:
      return g_strdup (_("The quotation marks do not match."));
    case DAYBOOK_IMPORT_ERROR_FIELDS:
      /* Translators: two numbers. */
      return daybook_compose (ngettext ("There should be %1$u field, but there are %2$u.",
                                        "There should be %1$u fields, but there are %2$u.",
                                        figures->expected),
                              figures->expected, figures->found);
    case DAYBOOK_IMPORT_ERROR_TOO_LONG:
      return g_strdup (_("This row is too long."));
    case DAYBOOK_IMPORT_ERROR_DIRECTION:
      return daybook_compose (_("The profile does not say whether “%s” is money in or out."),
                              text);
    case DAYBOOK_IMPORT_ERROR_NO_MATCH:
      /* Translators: the name of a table, the value that is looked up in it. */
      return daybook_compose (_("Nothing is known of “%2$s” in “%1$s”."), figures->table, text);
    case DAYBOOK_IMPORT_ERROR_KEY:
      return g_strdup (_("The row has nothing to know it by."));
    case DAYBOOK_IMPORT_ERROR_NOT_A_SHEET:
      /* Translators: the name of a file. */
      return daybook_compose (_("“%s” is not a table of text. Save it as CSV in the program it "
                                "was made with, and import that file."), file);
    case DAYBOOK_IMPORT_ERROR_NOBODY:
      /* Translators: a name, or an account's number in another system. */
      return daybook_compose (_("Nobody and no account in this book is called “%s”."), text);
    case DAYBOOK_IMPORT_ERROR_NAMESAKES:
      /* Translators: a person's name, a number above 1. */
      return daybook_compose (ngettext ("“%1$s” is the name of %2$u person in this book. Write the "
                                        "username or the account's number instead.",
                                        "“%1$s” is the name of %2$u people in this book. Write the "
                                        "username or the account's number instead.",
                                        figures->found),
                              text, figures->found);
    case DAYBOOK_IMPORT_ERROR_BOTH_WAYS:
      return g_strdup (_("The row says both money in and money out."));
    case DAYBOOK_IMPORT_ERROR_CURRENCY:
      /* Translators: the codes of two currencies. */
      return daybook_compose (_("The amount is in %1$s, but the account is in %2$s."), text,
                              figures->table);
    default:
      return NULL;
    }
}

static char *
say_io (GIOErrorEnum  code,
        const char   *name)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return say_store (DAYBOOK_STORE_ERROR_NOT_FOUND, name);
    case G_IO_ERROR_EXISTS:
      return say_store (DAYBOOK_STORE_ERROR_EXISTS, name);
    case G_IO_ERROR_PERMISSION_DENIED:
      return SAY (name, _("“%s” may not be read or written by you."),
                  _("The book may not be read or written by you."));
    case G_IO_ERROR_READ_ONLY:
      return say_store (DAYBOOK_STORE_ERROR_READ_ONLY, name);
    case G_IO_ERROR_NO_SPACE:
      return say_store (DAYBOOK_STORE_ERROR_FULL, name);
    case G_IO_ERROR_BUSY:
      return say_store (DAYBOOK_STORE_ERROR_BUSY, name);
    case G_IO_ERROR_CANCELLED:
      return say_store (DAYBOOK_STORE_ERROR_CANCELLED, name);
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return SAY (name, _("“%s” is not a file."), _("The book is not a file."));
    case G_IO_ERROR_NOT_DIRECTORY:
      return SAY (name, _("“%s” is in a folder that does not exist."),
                  _("The book is in a folder that does not exist."));
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
  char *sentence;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == DAYBOOK_REFUSAL)
    sentence = daybook_refusal_sentence (error);
  else if (error->domain == DAYBOOK_STORE_ERROR)
    sentence = say_store (error->code, name);
  else if (error->domain == DAYBOOK_IMPORT_ERROR)
    sentence = say_import (error, name != NULL ? name : "-");
  else
    sentence = say_io (io_code_of (error), name);

  return sentence != NULL ? sentence : g_strdup (_("Something unexpected went wrong."));
}
