/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry as the daybook shows it: number, days, a sentence, who wrote it. */

#include "daybook-row.h"

#include "date-text.h"
#include "entry-words.h"
#include "property.h"
#include "sentences.h"

enum
{
  PROP_POSITION = 1,
  PROP_NUMBER,
  PROP_DATE,
  PROP_RECORDED,
  PROP_SENTENCE,
  PROP_ACTOR,
  N_PROPS
};

struct _DaybookDaybookRow
{
  GObject parent_instance;

  guint64 position;
  char *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (DaybookDaybookRow, daybook_daybook_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
daybook_daybook_row_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DaybookDaybookRow *self = DAYBOOK_DAYBOOK_ROW (object);

  g_assert (id < N_PROPS);
  if (id == PROP_POSITION)
    g_value_set_uint64 (value, self->position);
  else
    g_value_set_string (value, self->texts[id] != NULL ? self->texts[id] : "");
}

static void
daybook_daybook_row_finalize (GObject *object)
{
  DaybookDaybookRow *self = DAYBOOK_DAYBOOK_ROW (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_daybook_row_parent_class)->finalize (object);
}

static void
daybook_daybook_row_class_init (DaybookDaybookRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_daybook_row_get_property;
  object_class->finalize = daybook_daybook_row_finalize;

  properties[PROP_POSITION] = DAYBOOK_POSITION_PROPERTY ("position");
  properties[PROP_NUMBER] = DAYBOOK_TEXT_PROPERTY ("number", DAYBOOK_READABLE);
  properties[PROP_DATE] = DAYBOOK_TEXT_PROPERTY ("date", DAYBOOK_READABLE);
  properties[PROP_RECORDED] = DAYBOOK_TEXT_PROPERTY ("recorded", DAYBOOK_READABLE);
  properties[PROP_SENTENCE] = DAYBOOK_TEXT_PROPERTY ("sentence", DAYBOOK_READABLE);
  properties[PROP_ACTOR] = DAYBOOK_TEXT_PROPERTY ("actor", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_daybook_row_init (DaybookDaybookRow *self)
{
}

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
  self->texts[PROP_NUMBER] = daybook_entry_number_text (entry->position);
  self->texts[PROP_DATE] = daybook_date_text_short (entry->event->value_date, today);
  self->texts[PROP_RECORDED] = daybook_time_text (entry->recorded_at);
  self->texts[PROP_SENTENCE] = daybook_entry_sentence (entry->event, names);
  self->texts[PROP_ACTOR] = g_strdup (entry->actor);

  return self;
}
