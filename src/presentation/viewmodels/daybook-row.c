/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry as the daybook shows it: number, days, a sentence, who wrote it. */

#include "daybook-row.h"

#include "date-text.h"
#include "entry-words.h"
#include "sentences.h"

struct _DaybookDaybookRow
{
  DaybookRow parent_instance;

  guint64 position;
  char *number;
  char *date;
  char *recorded;
  char *sentence;
  char *actor;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_POSITION (DaybookDaybookRow, position),
  DAYBOOK_ROW_TEXT (DaybookDaybookRow, number),
  DAYBOOK_ROW_TEXT (DaybookDaybookRow, date),
  DAYBOOK_ROW_TEXT (DaybookDaybookRow, recorded),
  DAYBOOK_ROW_TEXT (DaybookDaybookRow, sentence),
  DAYBOOK_ROW_TEXT (DaybookDaybookRow, actor),
};

DAYBOOK_DEFINE_ROW (DaybookDaybookRow, daybook_daybook_row, fields)

/**
 * daybook_daybook_row_new:
 * @today: for the date: without a year if it is this one
 *
 * Returns: (transfer full): a row that says what @entry records.
 */
DaybookDaybookRow *
daybook_daybook_row_new (const DaybookEntry *entry,
                         DaybookDate         today,
                         DaybookReadModel   *names)
{
  DaybookDaybookRow *self = g_object_new (DAYBOOK_TYPE_DAYBOOK_ROW, NULL);

  self->position = entry->position;
  self->number = daybook_entry_number_text (entry->position);
  self->date = daybook_date_text_short (entry->event->value_date, today);
  self->recorded = daybook_time_text (entry->recorded_at);
  self->sentence = daybook_entry_sentence (entry->event, names);
  self->actor = g_strdup (entry->actor);

  return self;
}
