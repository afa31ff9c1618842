/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search found, as a list: the keys are all there, the rows are made as they are looked at.
 *
 * A key is four bytes, so a hundred thousand of them are nothing; the figures of a hundred thousand
 * accounts would not be. */

#include "found-list.h"

#include <string.h>

#include "account-row.h"
#include "person-row.h"

struct _DaybookFoundList
{
  DaybookBookViewModel *book;
  DaybookFoundKind kind;
  GArray *keys;
  DaybookPagedModel *model;
};

static gpointer
make_row (DaybookFoundList  *self,
          guint32            key,
          GError           **error)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  DaybookReadModel *read_model = daybook_desk_get_read_model (desk);

  if (self->kind == DAYBOOK_FOUND_ACCOUNTS)
    {
      g_autoptr (DaybookAccountFigures) figures = NULL;

      figures = daybook_read_model_get_account (read_model, key, error);
      return figures != NULL ? daybook_account_row_new (figures) : NULL;
    }
  else
    {
      g_autoptr (DaybookPersonDetails) details = NULL;

      details = daybook_read_model_get_person (read_model, key, error);
      return details != NULL ? daybook_person_row_new (details) : NULL;
    }
}

static GPtrArray *
fetch (guint    first,
       guint    count,
       gpointer user_data)
{
  DaybookFoundList *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < first + count; i++)
    {
      g_autoptr (GError) error = NULL;
      gpointer row = make_row (self, g_array_index (self->keys, guint32, i), &error);

      if (row == NULL)
        {
          daybook_book_view_model_report (self->book, error);
          break;
        }
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/**
 * daybook_found_list_new:
 * @book: not held: must live as long as the list
 *
 * Returns: (transfer full): a list in which nothing was found yet.
 */
DaybookFoundList *
daybook_found_list_new (DaybookBookViewModel *book,
                        DaybookFoundKind      kind)
{
  DaybookFoundList *self = g_new0 (DaybookFoundList, 1);
  GType type = kind == DAYBOOK_FOUND_ACCOUNTS ? DAYBOOK_TYPE_ACCOUNT_ROW : DAYBOOK_TYPE_PERSON_ROW;

  self->book = book;
  self->kind = kind;
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->model = daybook_paged_model_new (type, DAYBOOK_OLDEST_FIRST, fetch, self);

  return self;
}

/**
 * daybook_found_list_free:
 * @self: (nullable) (transfer full): its model is empty from now on
 */
void
daybook_found_list_free (DaybookFoundList *self)
{
  if (self == NULL)
    return;

  daybook_paged_model_detach (self->model);
  g_object_unref (self->model);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * daybook_found_list_get_model:
 *
 * Returns: (transfer none): the list to show.
 */
GListModel *
daybook_found_list_get_model (DaybookFoundList *self)
{
  return G_LIST_MODEL (self->model);
}

/**
 * daybook_found_list_get_length:
 *
 * Returns: how much was found.
 */
guint
daybook_found_list_get_length (DaybookFoundList *self)
{
  return self->keys->len;
}

/**
 * daybook_found_list_take:
 * @keys: (transfer full) (element-type guint32): what is found now
 * @all_changed: whether no row may be taken for what it was
 */
void
daybook_found_list_take (DaybookFoundList *self,
                         GArray           *keys,
                         gboolean          all_changed)
{
  const guint32 *old_keys = (const guint32 *) self->keys->data;
  const guint32 *new_keys = (const guint32 *) keys->data;
  guint n_old = self->keys->len, n_new = keys->len;
  guint same = 0, same_after = 0;

  while (!all_changed && same < MIN (n_old, n_new) && old_keys[same] == new_keys[same])
    same++;
  while (!all_changed && same + same_after < MIN (n_old, n_new) &&
         old_keys[n_old - 1 - same_after] == new_keys[n_new - 1 - same_after])
    same_after++;

  g_array_unref (self->keys);
  self->keys = keys;
  daybook_paged_model_replace (self->model, same, n_old - same - same_after,
                               n_new - same - same_after);
}

/**
 * daybook_found_list_refresh:
 * @keys: (element-type guint32): whose rows changed; those that were not found do not matter
 */
void
daybook_found_list_refresh (DaybookFoundList *self,
                            GArray           *keys)
{
  for (guint i = 0; i < keys->len; i++)
    for (guint row = 0; row < self->keys->len; row++)
      if (g_array_index (self->keys, guint32, row) == g_array_index (keys, guint32, i))
        {
          daybook_paged_model_refresh_row (self->model, row);
          break;
        }
}
