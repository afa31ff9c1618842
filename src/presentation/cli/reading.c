/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all reading verbs begin with. */

#include "reading.h"

#include "store-error.h"

/**
 * daybook_reading_wants_json:
 *
 * Returns: whether lines of JSON are wanted instead of a table.
 */
gboolean
daybook_reading_wants_json (DaybookCall *call)
{
  return daybook_options_get (&call->options, "json") != NULL;
}

/**
 * daybook_reading_open:
 * @of: (out): the account that `--of` means; left alone if it is not given
 *
 * Returns: (transfer full): the book, with its figures up to date; %NULL on error.
 */
DaybookOpenBook *
daybook_reading_open (DaybookCall           *call,
                      DaybookAccountNumber  *of,
                      GError               **error)
{
  const char *who = daybook_options_get (&call->options, "of");
  g_autoptr (DaybookOpenBook) book = NULL;

  book = daybook_bookshelf_open (call->parts->bookshelf, call->path, NULL, NULL, NULL, error);
  if (book == NULL)
    return NULL;
  if (who != NULL && !daybook_dispatcher_find_account (book->dispatcher, who, of, error))
    return NULL;

  return g_steal_pointer (&book);
}

/**
 * daybook_reading_end:
 *
 * Prints the table, if there is one, and says if that is not all.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_reading_end (DaybookReading *self,
                     DaybookCall    *call)
{
  if (self->table != NULL)
    daybook_table_print (self->table);
  if (!self->book->newer)
    return DAYBOOK_EXIT_DONE;

  /* For scripts: figures that are not the last ones must not look like it. */
  return daybook_output_error (&(GError) { DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_NEWER, NULL },
                               call->path);
}
