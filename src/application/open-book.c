/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A book that was opened. Who opens it decides what it is kept in; who uses it need not know. */

#include "open-book.h"

/**
 * daybook_open_book_free:
 * @self: (nullable) (transfer full): closes the book
 */
void
daybook_open_book_free (DaybookOpenBook *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->read_model);
  g_clear_object (&self->projector);
  g_clear_object (&self->dispatcher);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->ids);
  g_free (self->path);
  g_free (self);
}

/**
 * daybook_open_book_get_today:
 *
 * Returns: the day it is where @book is kept.
 */
DaybookDate
daybook_open_book_get_today (const DaybookOpenBook *self,
                             const DaybookBook     *book)
{
  return daybook_clock_get_today (self->clock, book->time_zone != NULL ? book->time_zone : "UTC");
}
