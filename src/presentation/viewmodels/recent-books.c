/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The books opened last on this desk, kept in the settings as URIs.
 *
 * A file that is not there is not shown, but not forgotten either: it may be on a disk that is not
 * plugged in. */

#include "recent-books.h"

#include <string.h>

#define SETTING "recent-books"
#define MAX_RECENT 10

struct _DaybookRecentBooks
{
  GSettings *settings;
  GPtrArray *paths;
  GListStore *model;
};

static guint
find_path (DaybookRecentBooks *self,
           const char         *path)
{
  guint i = 0;

  while (i < self->paths->len && strcmp (g_ptr_array_index (self->paths, i), path) != 0)
    i++;

  return i;
}

static void
load (DaybookRecentBooks *self)
{
  g_auto (GStrv) uris = NULL;

  if (self->settings == NULL)
    return;

  uris = g_settings_get_strv (self->settings, SETTING);
  for (guint i = 0; uris[i] != NULL && self->paths->len < MAX_RECENT; i++)
    {
      g_autofree char *path = g_filename_from_uri (uris[i], NULL, NULL);

      if (path != NULL && find_path (self, path) == self->paths->len)
        g_ptr_array_add (self->paths, g_steal_pointer (&path));
    }
}

static void
save (DaybookRecentBooks *self)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (self->settings == NULL)
    return;

  for (guint i = 0; i < self->paths->len; i++)
    {
      g_autofree char *uri = g_filename_to_uri (g_ptr_array_index (self->paths, i), NULL, NULL);

      if (uri != NULL)
        g_strv_builder_add (uris, uri);
    }

  list = g_strv_builder_end (uris);
  g_settings_set_strv (self->settings, SETTING, (const char *const *) list);
}

static void
show (DaybookRecentBooks *self)
{
  g_autoptr (GPtrArray) books = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->paths->len; i++)
    {
      const char *path = g_ptr_array_index (self->paths, i);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (books, daybook_recent_book_new (path));
    }

  g_list_store_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)),
                       books->pdata, books->len);
}

/**
 * daybook_recent_books_new:
 * @settings: (nullable): where they are kept; %NULL to keep them only as long as the program runs
 *
 * Returns: (transfer full): the books opened last.
 */
DaybookRecentBooks *
daybook_recent_books_new (GSettings *settings)
{
  DaybookRecentBooks *self = g_new0 (DaybookRecentBooks, 1);

  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->model = g_list_store_new (DAYBOOK_TYPE_RECENT_BOOK);
  load (self);
  show (self);

  return self;
}

/**
 * daybook_recent_books_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_recent_books_free (DaybookRecentBooks *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->settings);
  g_ptr_array_unref (self->paths);
  g_object_unref (self->model);
  g_free (self);
}

/**
 * daybook_recent_books_get_model:
 *
 * Returns: (transfer none): those whose file is there, the latest first.
 */
GListModel *
daybook_recent_books_get_model (DaybookRecentBooks *self)
{
  return G_LIST_MODEL (self->model);
}

/**
 * daybook_recent_books_find_same:
 * @path: of a book file
 *
 * A sandbox that may see a book's folder is given the file alone again whenever somebody opens it
 * from outside.
 *
 * Returns: (transfer none) (nullable): the path under which the same file was opened before, if it
 *   is another one.
 */
const char *
daybook_recent_books_find_same (DaybookRecentBooks *self,
                                const char         *path)
{
  g_autofree char *origin = daybook_recent_book_find_origin (path);

  for (guint i = 0; origin != NULL && i < self->paths->len; i++)
    {
      const char *known = g_ptr_array_index (self->paths, i);
      g_autofree char *known_origin = daybook_recent_book_find_origin (known);

      if (g_strcmp0 (known_origin, origin) == 0 && strcmp (known, path) != 0)
        return known;
    }

  return NULL;
}

/**
 * daybook_recent_books_add:
 * @path: of a book that was opened
 */
void
daybook_recent_books_add (DaybookRecentBooks *self,
                          const char         *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  guint known = find_path (self, canonical);

  if (known < self->paths->len)
    g_ptr_array_remove_index (self->paths, known);
  g_ptr_array_insert (self->paths, 0, g_steal_pointer (&canonical));
  if (self->paths->len > MAX_RECENT)
    g_ptr_array_set_size (self->paths, MAX_RECENT);

  save (self);
  show (self);
}

/**
 * daybook_recent_books_remove:
 * @path: of a book that somebody does not want to see there
 */
void
daybook_recent_books_remove (DaybookRecentBooks *self,
                             const char         *path)
{
  guint known = find_path (self, path);

  if (known == self->paths->len)
    return;

  g_ptr_array_remove_index (self->paths, known);
  save (self);
  show (self);
}
