/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks through the daybook, newest first.
 *
 * The daybook is read in blocks, the newest block first, each in the order in which it was written:
 * that is how it lies on the disk. No index: a filter can ask for anything, and a million entries
 * are read in two seconds, of which nobody sees more than the first few milliseconds. */

#include "read-model/entry-finder.h"

#include "read-model/entry-matcher.h"

/* Some milliseconds' worth. */
#define BLOCK_ENTRIES 2048

typedef struct
{
  DaybookEntryMatcher *matcher;
  guint64 last;
  GArray *found;
} Block;

static gboolean
look_at_entry (const DaybookEntry  *entry,
               guint64              version,
               gpointer             user_data,
               GError             **error)
{
  Block *block = user_data;

  if (daybook_entry_matcher_matches (block->matcher, entry))
    g_array_append_val (block->found, entry->position);

  return entry->position < block->last;
}

static void
reverse (GArray *positions)
{
  guint64 *p = (guint64 *) positions->data;

  for (guint i = 0, j = positions->len; i + 1 < j; i++)
    {
      guint64 swapped = p[i];

      p[i] = p[--j];
      p[j] = swapped;
    }
}

/**
 * daybook_find_entries:
 *
 * What daybook_read_model_filter_entries() does, by means of the read model's other answers.
 *
 * Returns: whether all was well.
 */
gboolean
daybook_find_entries (DaybookReadModel          *read_model,
                      const DaybookEntryFilter  *filter,
                      guint64                    after_position,
                      guint64                    until_position,
                      DaybookFoundFunc           func,
                      gpointer                   user_data,
                      GError                   **error)
{
  g_autoptr (DaybookEntryMatcher) matcher = daybook_entry_matcher_new (filter, read_model, error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint64));
  gboolean go_on = TRUE;

  if (matcher == NULL)
    return FALSE;

  while (go_on && until_position > after_position)
    {
      guint64 n = MIN (until_position - after_position, BLOCK_ENTRIES);
      Block block = { matcher, until_position, found };

      g_array_set_size (found, 0);
      until_position -= n;
      if (!daybook_read_model_read_entries (read_model, until_position, look_at_entry, &block,
                                            error))
        return FALSE;

      reverse (found);
      go_on = func ((const guint64 *) found->data, found->len, until_position, user_data);
    }

  return TRUE;
}
