/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list over rows that are somewhere else, a page at a time.
 *
 * Rows are counted from the oldest, whatever the order in which they are shown, because that is how
 * they are kept and where they grow: a new entry is a new last row, and all rows that were fetched
 * keep their number and stay in the cache even where the list shows the newest first.
 *
 * Invariants: a page holds the first so many of its rows, never with a hole; there are at most
 * MAX_PAGES; items-changed is emitted in few places only, after the state is what it says. */

#include "paged-model.h"

#define PAGE_ROWS 64
#define MAX_PAGES 16

typedef struct
{
  guint index;
  guint64 used;
  GPtrArray *rows;
} Page;

struct _DaybookPagedModel
{
  GObject parent_instance;

  GType item_type;
  DaybookPagedOrder order;
  DaybookFetchFunc fetch;
  gpointer user_data;

  guint length;
  guint64 uses;
  GHashTable *pages;
};

enum
{
  PROP_N_ITEMS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->rows);
  g_free (page);
}

static void
drop_least_used (DaybookPagedModel *self)
{
  GHashTableIter iter;
  gpointer value;
  const Page *least = NULL;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (least == NULL || ((Page *) value)->used < least->used)
      least = value;

  g_hash_table_remove (self->pages, GUINT_TO_POINTER (least->index));
}

static Page *
get_page (DaybookPagedModel *self,
          guint              index)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (index));

  if (page == NULL)
    {
      if (g_hash_table_size (self->pages) >= MAX_PAGES)
        drop_least_used (self);

      page = g_new0 (Page, 1);
      page->index = index;
      page->rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (index), page);
    }

  page->used = ++self->uses;
  return page;
}

/* Fetches what the page does not have yet. */
static void
fill_page (DaybookPagedModel *self,
           Page              *page)
{
  guint first = page->index * PAGE_ROWS + page->rows->len;
  guint count = MIN (PAGE_ROWS - page->rows->len, self->length - first);
  g_autoptr (GPtrArray) rows = NULL;

  if (self->fetch != NULL)
    rows = self->fetch (first, count, self->user_data);
  if (rows == NULL)
    return;

  g_assert (rows->len <= count);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (page->rows, g_object_ref (g_ptr_array_index (rows, i)));
}

/* Drops every row from @first on. */
static void
forget_rows (DaybookPagedModel *self,
             guint              first)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Page *page = value;
      guint start = page->index * PAGE_ROWS;

      if (start >= first)
        g_hash_table_iter_remove (&iter);
      else if (start + page->rows->len > first)
        g_ptr_array_set_size (page->rows, first - start);
    }
}

/* Rows from @first on give way to others. A list view that is told that its rows went and others
 * came looks for the old among the new: it fetches all of them. Where that would be more than
 * @most, it is told first that they went, and then that others came; what comes after them goes
 * too, because it could not be fetched in between. */
static void
exchange (DaybookPagedModel *self,
          guint              first,
          guint              n_removed,
          guint              n_added,
          guint              most)
{
  gboolean apart = n_removed > 0 && n_added > most;
  guint old_length = self->length;
  guint length = old_length - n_removed + n_added;
  guint n_after = apart ? 0 : old_length - first - n_removed;
  guint position = self->order == DAYBOOK_NEWEST_FIRST ? n_after : first;

  if (n_removed == 0 && n_added == 0)
    return;

  forget_rows (self, first);
  if (apart)
    {
      self->length = first;
      g_list_model_items_changed (G_LIST_MODEL (self), position, old_length - first, 0);
      n_removed = 0;
      n_added = length - first;
    }
  self->length = length;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (length != old_length)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* A row's place in the list, and the other way round. */
static guint
mirror (DaybookPagedModel *self,
        guint              n)
{
  return self->order == DAYBOOK_NEWEST_FIRST ? self->length - 1 - n : n;
}

static GType
daybook_paged_model_get_item_type (GListModel *list)
{
  return DAYBOOK_PAGED_MODEL (list)->item_type;
}

static guint
daybook_paged_model_get_n_items (GListModel *list)
{
  return DAYBOOK_PAGED_MODEL (list)->length;
}

static gpointer
daybook_paged_model_get_item (GListModel *list,
                              guint       position)
{
  DaybookPagedModel *self = DAYBOOK_PAGED_MODEL (list);
  guint row;
  Page *page;

  if (position >= self->length)
    return NULL;

  row = mirror (self, position);
  page = get_page (self, row / PAGE_ROWS);
  if (row % PAGE_ROWS >= page->rows->len)
    fill_page (self, page);

  /* What cannot be read is an empty row, not a list that lies about its length. */
  if (row % PAGE_ROWS >= page->rows->len)
    return g_object_new (self->item_type, NULL);

  return g_object_ref (g_ptr_array_index (page->rows, row % PAGE_ROWS));
}

static void
daybook_paged_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = daybook_paged_model_get_item_type;
  iface->get_n_items = daybook_paged_model_get_n_items;
  iface->get_item = daybook_paged_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookPagedModel, daybook_paged_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      daybook_paged_model_iface_init))

static void
daybook_paged_model_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DaybookPagedModel *self = DAYBOOK_PAGED_MODEL (object);

  switch (id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->length);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_paged_model_finalize (GObject *object)
{
  DaybookPagedModel *self = DAYBOOK_PAGED_MODEL (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);

  G_OBJECT_CLASS (daybook_paged_model_parent_class)->finalize (object);
}

static void
daybook_paged_model_class_init (DaybookPagedModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_paged_model_get_property;
  object_class->finalize = daybook_paged_model_finalize;

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_paged_model_init (DaybookPagedModel *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
}

/**
 * daybook_paged_model_new:
 * @item_type: of the rows; one made without any property is an empty row
 * @fetch: gets rows, until daybook_paged_model_detach()
 *
 * Returns: (transfer full): an empty list.
 */
DaybookPagedModel *
daybook_paged_model_new (GType             item_type,
                         DaybookPagedOrder order,
                         DaybookFetchFunc  fetch,
                         gpointer          user_data)
{
  DaybookPagedModel *self = g_object_new (DAYBOOK_TYPE_PAGED_MODEL, NULL);

  self->item_type = item_type;
  self->order = order;
  self->fetch = fetch;
  self->user_data = user_data;

  return self;
}

/**
 * daybook_paged_model_get_length:
 *
 * Returns: how many rows there are.
 */
guint
daybook_paged_model_get_length (DaybookPagedModel *self)
{
  return self->length;
}

/**
 * daybook_paged_model_refresh:
 * @length: how many rows there are now
 * @first_changed: the oldest row that is not what it was; the old length if there are only new
 *   ones, 0 if everything may have changed
 *
 * Says that rows changed. Those before @first_changed stay, and so do their items.
 */
void
daybook_paged_model_refresh (DaybookPagedModel *self,
                             guint              length,
                             guint              first_changed)
{
  guint first = MIN (first_changed, MIN (self->length, length));

  exchange (self, first, self->length - first, length - first, MAX_PAGES * PAGE_ROWS);
}

/**
 * daybook_paged_model_replace:
 * @first: the oldest row that gives way
 * @n_removed: how many rows give way
 * @n_added: how many come in their place
 *
 * Says that rows are others now, as in the results of another search. All others are what they
 * were. Where there are many, whoever looks at them is not taken to where they were, as after
 * daybook_paged_model_refresh(), but to the first of the new ones.
 */
void
daybook_paged_model_replace (DaybookPagedModel *self,
                             guint              first,
                             guint              n_removed,
                             guint              n_added)
{
  g_return_if_fail (first + n_removed <= self->length);

  exchange (self, first, n_removed, n_added, PAGE_ROWS);
}

/**
 * daybook_paged_model_insert:
 * @row: where, counted from the oldest
 * @n_rows: how many
 *
 * Says that rows came in between. All others are what they were; those from @row on have moved.
 */
void
daybook_paged_model_insert (DaybookPagedModel *self,
                            guint              row,
                            guint              n_rows)
{
  g_return_if_fail (row <= self->length);

  exchange (self, row, 0, n_rows, 0);
}

/**
 * daybook_paged_model_refresh_row:
 * @row: counted from the oldest
 *
 * Says that one row is not what it was.
 */
void
daybook_paged_model_refresh_row (DaybookPagedModel *self,
                                 guint              row)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (row / PAGE_ROWS));

  g_return_if_fail (row < self->length);

  if (page != NULL && row % PAGE_ROWS < page->rows->len)
    {
      g_autoptr (GPtrArray) fresh = NULL;

      if (self->fetch != NULL)
        fresh = self->fetch (row, 1, self->user_data);
      if (fresh != NULL && fresh->len == 1)
        {
          gpointer *slot = &g_ptr_array_index (page->rows, row % PAGE_ROWS);

          g_set_object ((GObject **) slot, g_ptr_array_index (fresh, 0));
        }
      else
        {
          g_ptr_array_set_size (page->rows, row % PAGE_ROWS);
        }
    }

  g_list_model_items_changed (G_LIST_MODEL (self), mirror (self, row), 1, 1);
}

/**
 * daybook_paged_model_detach:
 *
 * For the owner that goes away while somebody still shows the list: it is empty from now on, and
 * fetches nothing.
 */
void
daybook_paged_model_detach (DaybookPagedModel *self)
{
  self->fetch = NULL;
  self->user_data = NULL;
  daybook_paged_model_refresh (self, 0, 0);
}
