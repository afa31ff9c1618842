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

static gboolean
say_account (DaybookReading      *reading,
             guint32              key,
             DaybookReadingFunc   say,
             GError             **error)
{
  g_autoptr (DaybookAccountFigures) account =
    daybook_read_model_get_account (reading->book->read_model, key, error);

  return account != NULL && say (reading, account, error);
}

static gboolean
say_accounts (DaybookReading              *reading,
              const DaybookAccountNumber  *of,
              DaybookReadingFunc           say,
              GError                     **error)
{
  g_autoptr (GArray) keys = NULL;

  if (daybook_account_number_is_set (of))
    return say_account (reading, daybook_account_number_get_sequence (of), say, error);

  keys = daybook_read_model_find_accounts (reading->book->read_model, NULL, 0, error);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!say_account (reading, g_array_index (keys, guint32, i), say, error))
      return FALSE;

  return TRUE;
}

/**
 * daybook_reading_accounts:
 * @new_table: (transfer full): gives the table, where lines of JSON are not wanted
 * @say: adds to the table, or prints lines
 *
 * The whole of a verb that says something of each account, or of the one that `--of` means.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_reading_accounts (DaybookCall         *call,
                          DaybookTable      *(*new_table) (void),
                          DaybookReadingFunc   say)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DaybookTable) table = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber of = { 0 };
  DaybookReading reading = { .line = line };

  book = daybook_reading_open (call, &of, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  table = daybook_reading_wants_json (call) ? NULL : new_table ();
  reading.book = book;
  reading.table = table;
  if (!say_accounts (&reading, &of, say, &error))
    return daybook_output_error (error, call->path);

  return daybook_reading_end (&reading, call);
}
