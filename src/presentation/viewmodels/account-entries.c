/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's entries, as a list that stays where it is while it grows.
 *
 * Rows are in the order of value dates. Nearly always a new entry is the last row, and nothing else
 * changes. A backdated one comes in between: every row after it has another balance. A reversal
 * changes the row of what it reverses too. So for each batch the oldest row that is not what it was
 * is looked for: by the value dates in the entries of the batch, then by halving. What cannot be
 * told cheaply or surely counts as everything. */

#include "account-entries.h"

#include "accounts/account-events.h"
#include "entry-row.h"

/* A batch larger than this (an import) is not looked through. */
#define MAX_NEW_ENTRIES 256

struct _DaybookAccountEntries
{
  DaybookBookViewModel *book;
  guint32 key;
  DaybookAccountNumber number;
  DaybookCurrency currency;
  guint64 position;
  DaybookPagedModel *model;
};

/* What an account's rows are sorted by. */
typedef struct
{
  DaybookDate value_date;
  guint64 position;
} Place;

/* What a batch does to the account. */
typedef struct
{
  const DaybookAccountNumber *account;
  guint64 up_to;
  guint n_entries;
  guint n_rows;
  Place first;
  GArray *reversed;
} Batch;

static DaybookReadModel *
get_read_model (DaybookAccountEntries *self)
{
  return daybook_desk_get_read_model (daybook_book_view_model_get_desk (self->book));
}

static guint
get_length (const DaybookAccountFigures *figures)
{
  return MIN (figures->n_entries, G_MAXUINT - 1);
}

static GPtrArray *
fetch (guint    first,
       guint    count,
       gpointer user_data)
{
  DaybookAccountEntries *self = user_data;
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  DaybookDate today = daybook_desk_get_today (desk);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  lines = daybook_read_model_get_lines (get_read_model (self), self->key, (guint64) first + 1,
                                        count, &error);
  if (lines == NULL)
    {
      daybook_book_view_model_report (self->book, error);
      return NULL;
    }

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, daybook_entry_row_new (&g_array_index (lines, DaybookAccountLine, i),
                                                  &self->number, self->currency, today,
                                                  get_read_model (self)));

  return g_steal_pointer (&rows);
}

static gboolean
is_before (const Place *a,
           const Place *b)
{
  return a->value_date != b->value_date ? a->value_date < b->value_date
                                        : a->position < b->position;
}

static void
note_place (Batch       *batch,
            DaybookDate  value_date,
            guint64      position)
{
  Place place = { value_date, position };

  if (batch->first.position == 0 || is_before (&place, &batch->first))
    batch->first = place;
}

static gboolean
note_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  Batch *batch = user_data;
  DaybookMovement movement;

  if (entry->position > batch->up_to)
    return FALSE;

  batch->n_entries++;
  if (!daybook_event_get_movement (entry->event, &movement) ||
      (!daybook_account_number_equal (&movement.from, batch->account) &&
       !daybook_account_number_equal (&movement.to, batch->account)))
    return batch->n_entries <= MAX_NEW_ENTRIES;

  batch->n_rows++;
  note_place (batch, entry->event->value_date, entry->position);
  if (entry->event->record.schema == &daybook_entry_reversed)
    g_array_append_val (batch->reversed, ((const DaybookEntryReversed *) entry->event)->entry);

  return batch->n_entries <= MAX_NEW_ENTRIES;
}

static gboolean
note_original (const DaybookEntry  *entry,
               guint64              version,
               gpointer             user_data,
               GError             **error)
{
  note_place (user_data, entry->event->value_date, entry->position);
  return FALSE;
}

static gboolean
read_batch (DaybookAccountEntries  *self,
            Batch                  *batch,
            GError                **error)
{
  if (!daybook_read_model_read_entries (get_read_model (self), self->position, note_entry, batch,
                                        error))
    return FALSE;

  for (guint i = 0; i < batch->reversed->len; i++)
    if (!daybook_read_model_read_entries (get_read_model (self),
                                          g_array_index (batch->reversed, guint64, i) - 1,
                                          note_original, batch, error))
      return FALSE;

  return TRUE;
}

/* How many of @length rows stand before @place. */
static guint
count_before (DaybookAccountEntries *self,
              const Place           *place,
              guint                  length)
{
  guint low = 0, high = length;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (GArray) lines = NULL;
      const DaybookAccountLine *line;

      lines = daybook_read_model_get_lines (get_read_model (self), self->key,
                                            (guint64) middle + 1, 1, NULL);
      if (lines == NULL || lines->len == 0)
        return 0;

      line = &g_array_index (lines, DaybookAccountLine, 0);
      if (is_before (&(Place) { line->value_date, line->position }, place))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
find_first_changed (DaybookAccountEntries *self,
                    guint                  length,
                    const DaybookChanges  *changes)
{
  g_autoptr (GArray) reversed = g_array_new (FALSE, FALSE, sizeof (guint64));
  Batch batch = { .account = &self->number, .up_to = changes->position, .reversed = reversed };
  guint old_length = daybook_paged_model_get_length (self->model);

  if (changes->everything || !read_batch (self, &batch, NULL) ||
      batch.n_entries > MAX_NEW_ENTRIES || old_length + batch.n_rows != length)
    return 0;
  if (batch.n_rows == 0)
    return old_length;

  return count_before (self, &batch.first, length);
}

/**
 * daybook_account_entries_new:
 * @book: not held: must live as long as this
 * @position: the last entry that @figures may contain
 *
 * Returns: (transfer full): the account's entries, newest first.
 */
DaybookAccountEntries *
daybook_account_entries_new (DaybookBookViewModel        *book,
                             const DaybookAccountFigures *figures,
                             guint64                      position)
{
  DaybookAccountEntries *self = g_new0 (DaybookAccountEntries, 1);

  self->book = book;
  self->key = figures->key;
  self->number = figures->number;
  self->currency = figures->currency;
  self->position = position;
  self->model = daybook_paged_model_new (DAYBOOK_TYPE_ENTRY_ROW, DAYBOOK_NEWEST_FIRST, fetch, self);
  daybook_paged_model_refresh (self->model, get_length (figures), 0);

  return self;
}

/**
 * daybook_account_entries_free:
 * @self: (nullable) (transfer full): its model is empty from now on
 */
void
daybook_account_entries_free (DaybookAccountEntries *self)
{
  if (self == NULL)
    return;

  daybook_paged_model_detach (self->model);
  g_object_unref (self->model);
  g_free (self);
}

/**
 * daybook_account_entries_get_model:
 *
 * Returns: (transfer none): the list to show.
 */
GListModel *
daybook_account_entries_get_model (DaybookAccountEntries *self)
{
  return G_LIST_MODEL (self->model);
}

/**
 * daybook_account_entries_refresh:
 * @figures: as they are now
 * @changes: what a batch changed
 *
 * Says which rows changed.
 */
void
daybook_account_entries_refresh (DaybookAccountEntries       *self,
                                 const DaybookAccountFigures *figures,
                                 const DaybookChanges        *changes)
{
  guint length = get_length (figures);
  guint first_changed = find_first_changed (self, length, changes);

  self->position = MAX (self->position, changes->position);
  daybook_paged_model_refresh (self->model, length, first_changed);
}

/**
 * daybook_account_entries_skip:
 * @changes: what a batch changed that does not concern this account
 *
 * Spares the next refresh from looking through it.
 */
void
daybook_account_entries_skip (DaybookAccountEntries *self,
                              const DaybookChanges  *changes)
{
  self->position = MAX (self->position, changes->position);
}
