/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bookshelf: where books are found and made. What a window asks, so that it need not know what
 * a book is kept in. */

#include "ports/bookshelf.h"

G_DEFINE_INTERFACE (DaybookBookshelf, daybook_bookshelf, G_TYPE_OBJECT)

static void
daybook_bookshelf_default_init (DaybookBookshelfInterface *iface)
{
}

/**
 * daybook_bookshelf_open:
 * @path: of a book file
 * @progress: (nullable) (scope call): told how far the read model has come
 *
 * Opens a book and brings its read model up to date. Reads files: not for the UI thread.
 *
 * Returns: (transfer full): the open book; %NULL on error.
 */
DaybookOpenBook *
daybook_bookshelf_open (DaybookBookshelf     *self,
                        const char           *path,
                        DaybookProgressFunc   progress,
                        gpointer              user_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->open (self, path, progress, user_data, cancellable,
                                                   error);
}

/**
 * daybook_bookshelf_open_facts:
 * @path: of a book file
 * @read_only: whether nothing shall be recorded
 *
 * Opens a book without its read model: for what only records, or only looks at the facts. It works
 * on a book whose figures can no longer be worked out, too.
 *
 * Returns: (transfer full): the open book, without projector and read model; %NULL on error.
 */
DaybookOpenBook *
daybook_bookshelf_open_facts (DaybookBookshelf  *self,
                              const char        *path,
                              gboolean           read_only,
                              GError           **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->open_facts (self, path, read_only, error);
}

/**
 * daybook_bookshelf_rebuild:
 * @n_entries: (out): how many entries the figures now come from
 *
 * Throws a book's read model away and works it out again; until then the old one answers whoever
 * has the book open.
 *
 * Returns: whether it was; else the old one is still there.
 */
gboolean
daybook_bookshelf_rebuild (DaybookBookshelf     *self,
                           const char           *path,
                           guint64              *n_entries,
                           DaybookProgressFunc   progress,
                           gpointer              user_data,
                           GCancellable         *cancellable,
                           GError              **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->rebuild (self, path, n_entries, progress, user_data,
                                                      cancellable, error);
}

/**
 * daybook_bookshelf_save_copy:
 * @path: of a book file, which may be open, and in which others may record
 * @target: where the copy shall be; whatever is there already is left as it is
 * @progress: (nullable) (scope call): told bytes, each of them twice: when it is written and when
 *   it is read again
 *
 * Copies a book as it is now, and checks every entry of the copy against the chain.
 *
 * Returns: whether there is a sound copy; else nothing is left behind.
 */
gboolean
daybook_bookshelf_save_copy (DaybookBookshelf     *self,
                             const char           *path,
                             const char           *target,
                             DaybookProgressFunc   progress,
                             gpointer              user_data,
                             GCancellable         *cancellable,
                             GError              **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->save_copy (self, path, target, progress, user_data,
                                                        cancellable, error);
}

/**
 * daybook_bookshelf_create:
 * @path: of a file that does not exist yet
 *
 * Makes a book file and starts the book, in the time zone of this machine.
 *
 * Returns: whether it was made; else nothing is left behind.
 */
gboolean
daybook_bookshelf_create (DaybookBookshelf  *self,
                          const char        *path,
                          const char        *name,
                          DaybookCurrency    currency,
                          GError           **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->create (self, path, name, currency, error);
}

/**
 * daybook_bookshelf_sample:
 * @path: of a file that does not exist yet
 * @n_entries: how many entries it shall have; 0 for the sample as people are shown it
 *
 * Makes a book with invented people and entries, the same every time.
 *
 * Returns: whether it was made; else nothing is left behind.
 */
gboolean
daybook_bookshelf_sample (DaybookBookshelf     *self,
                          const char           *path,
                          guint64               n_entries,
                          DaybookProgressFunc   progress,
                          gpointer              user_data,
                          GCancellable         *cancellable,
                          GError              **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->sample (self, path, n_entries, progress, user_data,
                                                     cancellable, error);
}

/**
 * daybook_bookshelf_open_sheet:
 * @path: of a file that rows are to be taken from
 *
 * Reads all of the file once.
 *
 * Returns: (transfer full): the sheet in it; %NULL on error.
 */
DaybookSheet *
daybook_bookshelf_open_sheet (DaybookBookshelf  *self,
                              const char        *path,
                              GError           **error)
{
  return DAYBOOK_BOOKSHELF_GET_IFACE (self)->open_sheet (self, path, error);
}
