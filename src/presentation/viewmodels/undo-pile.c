/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be undone: the opposites of what this window recorded (rule 29), in the order in which
 * it was. What others recorded is not here, nor what has no opposite, nor an undoing itself. */

#include "undo-pile.h"

typedef struct
{
  guint64 entry;
  DaybookCommand *opposite;
  GPtrArray *events;
} Item;

struct _DaybookUndoPile
{
  GArray *items;
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  daybook_record_free (item->opposite);
  g_ptr_array_unref (item->events);
}

static Item *
item_at (DaybookUndoPile *self,
         guint            i)
{
  return &g_array_index (self->items, Item, i);
}

/**
 * daybook_undo_pile_new:
 *
 * Returns: (transfer full): an empty pile.
 */
DaybookUndoPile *
daybook_undo_pile_new (void)
{
  DaybookUndoPile *self = g_new0 (DaybookUndoPile, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);

  return self;
}

/**
 * daybook_undo_pile_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_undo_pile_free (DaybookUndoPile *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_free (self);
}

/**
 * daybook_undo_pile_push:
 *
 * Puts what was recorded on top, if it can be undone. It is there once, even if it is told twice.
 *
 * Returns: by what it is known here; 0 if it cannot be undone.
 */
guint64
daybook_undo_pile_push (DaybookUndoPile      *self,
                        const DaybookReceipt *receipt)
{
  Item item = { .entry = receipt->first };

  if (receipt->opposite == NULL)
    return 0;

  daybook_undo_pile_remove (self, item.entry);
  item.opposite = daybook_record_copy (receipt->opposite);
  item.events = g_ptr_array_ref (receipt->events);
  g_array_append_val (self->items, item);

  return item.entry;
}

/**
 * daybook_undo_pile_get_top:
 *
 * Returns: what was recorded last and can be undone; 0 if nothing can.
 */
guint64
daybook_undo_pile_get_top (DaybookUndoPile *self)
{
  return self->items->len > 0 ? item_at (self, self->items->len - 1)->entry : 0;
}

/**
 * daybook_undo_pile_dup_command:
 * @reason: why it is undone, where a command takes a reason
 * @events: (out) (transfer full): what it undoes
 *
 * Returns: (transfer full) (nullable): the command that undoes it; %NULL if that is not here.
 */
DaybookCommand *
daybook_undo_pile_dup_command (DaybookUndoPile  *self,
                               guint64           entry,
                               const char       *reason,
                               GPtrArray       **events)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = item_at (self, i);
      DaybookCommand *command;
      const DaybookField *field;

      if (item->entry != entry)
        continue;

      command = daybook_record_copy (item->opposite);
      field = daybook_schema_get_field (command->schema, "reason");
      if (field != NULL && !daybook_record_has (command, field))
        daybook_record_set_text (command, field, reason, NULL);
      *events = g_ptr_array_ref (item->events);
      return command;
    }

  return NULL;
}

/**
 * daybook_undo_pile_remove:
 *
 * Takes out what was undone, or cannot be any more.
 */
void
daybook_undo_pile_remove (DaybookUndoPile *self,
                          guint64          entry)
{
  for (guint i = self->items->len; i > 0; i--)
    if (item_at (self, i - 1)->entry == entry)
      g_array_remove_index (self->items, i - 1);
}
