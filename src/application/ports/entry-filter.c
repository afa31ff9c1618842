/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What entries are looked for in the daybook. */

#include "ports/entry-filter.h"

static void
clear_word (gpointer data)
{
  DaybookEntryWord *word = data;

  g_free (word->text);
}

/**
 * daybook_entry_filter_new:
 *
 * Returns: (transfer full): a filter that every entry passes.
 */
DaybookEntryFilter *
daybook_entry_filter_new (void)
{
  DaybookEntryFilter *self = g_new0 (DaybookEntryFilter, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (DaybookEntryWord));
  g_array_set_clear_func (self->words, clear_word);

  return self;
}

/**
 * daybook_entry_filter_copy:
 *
 * Returns: (transfer full): the same filter, for another thread.
 */
DaybookEntryFilter *
daybook_entry_filter_copy (const DaybookEntryFilter *self)
{
  DaybookEntryFilter *copy = daybook_entry_filter_new ();

  copy->types = self->types;
  copy->who = g_strdup (self->who);
  copy->actor = g_strdup (self->actor);
  copy->from = self->from;
  copy->until = self->until;
  copy->amount = self->amount;
  for (guint i = 0; i < self->words->len; i++)
    {
      const DaybookEntryWord *word = &g_array_index (self->words, DaybookEntryWord, i);

      daybook_entry_filter_add_word (copy, word->text, word->amount);
    }

  return copy;
}

/**
 * daybook_entry_filter_free:
 * @self: (nullable) (transfer full): a filter
 */
void
daybook_entry_filter_free (DaybookEntryFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->actor);
  g_array_unref (self->words);
  g_free (self);
}

/**
 * daybook_entry_filter_add_word:
 * @text: a word
 * @amount: what it is if it is a number; else not given
 */
void
daybook_entry_filter_add_word (DaybookEntryFilter *self,
                               const char         *text,
                               DaybookDecimal      amount)
{
  DaybookEntryWord word = { g_strdup (text), amount };

  g_array_append_val (self->words, word);
}
