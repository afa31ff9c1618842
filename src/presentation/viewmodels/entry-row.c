/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of an account's page. Its figures come with it; its words are read when a label asks, so
 * that looking for a row among many reads no events. */

#include "entry-row.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "entry-words.h"
#include "money-text.h"
#include "property.h"
#include "sentences.h"

struct _DaybookEntryRow
{
  GObject parent_instance;

  DaybookAccountLine line;
  DaybookAccountNumber seen_from;
  DaybookCurrency currency;
  DaybookDate today;
  DaybookReadModel *read_model;

  char *description;
};

G_DEFINE_FINAL_TYPE (DaybookEntryRow, daybook_entry_row, G_TYPE_OBJECT)

enum
{
  PROP_DATE = 1,
  PROP_DESCRIPTION,
  PROP_MONEY_IN,
  PROP_MONEY_OUT,
  PROP_BALANCE,
  PROP_REMARK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
take_description (const DaybookEntry  *entry,
                  guint64              version,
                  gpointer             user_data,
                  GError             **error)
{
  DaybookEntryRow *self = user_data;

  if (entry->position == self->line.position)
    self->description = daybook_entry_line (entry->event, &self->seen_from, self->read_model);

  return FALSE;
}

static void
describe (DaybookEntryRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->description != NULL)
    return;

  if (!daybook_read_model_read_entries (self->read_model, self->line.position - 1,
                                        take_description, self, &error))
    g_info ("entry %" G_GUINT64_FORMAT ": %s", self->line.position, error->message);

  if (self->description == NULL)
    self->description = g_strdup ("");
}

static char *
format_money (DaybookEntryRow *self,
              gint64           minor,
              gboolean         wanted)
{
  return wanted ? daybook_money_text_plain (minor, self->currency) : g_strdup ("");
}

/* A correction is a reversal and what stands in the entry's place since; that is what matters. */
static char *
dup_remark (const DaybookAccountLine *line)
{
  guint64 by = line->corrected_by != 0 ? line->corrected_by : line->reversed_by;
  g_autofree char *number = daybook_entry_number_text (by);

  if (by == 0)
    return g_strdup ("");

  if (line->corrected_by != 0)
    /* Translators: beside an entry; %s is the number of the entry that stands in its place. */
    return daybook_compose (_("Corrected by entry %s"), number);

  /* Translators: beside an entry that was undone; %s is the number of the entry that undid it. */
  return daybook_compose (_("Reversed by entry %s"), number);
}

static char *
dup_text (DaybookEntryRow *self,
          guint            id)
{
  const DaybookAccountLine *line = &self->line;

  if (line->position == 0)
    return g_strdup ("");

  switch (id)
    {
    case PROP_DATE:
      return daybook_date_text_short (line->value_date, self->today);
    case PROP_MONEY_IN:
      return format_money (self, line->amount, line->amount > 0);
    case PROP_MONEY_OUT:
      /* The most negative number has no opposite; no amount is that. */
      return format_money (self, -MAX (line->amount, -G_MAXINT64), line->amount < 0);
    case PROP_BALANCE:
      return format_money (self, line->balance, TRUE);
    case PROP_REMARK:
      return dup_remark (line);
    default:
      describe (self);
      return g_strdup (self->description);
    }
}

static void
daybook_entry_row_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_assert (id < N_PROPS);
  g_value_take_string (value, dup_text (DAYBOOK_ENTRY_ROW (object), id));
}

static void
daybook_entry_row_finalize (GObject *object)
{
  DaybookEntryRow *self = DAYBOOK_ENTRY_ROW (object);

  g_clear_object (&self->read_model);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (daybook_entry_row_parent_class)->finalize (object);
}

static void
daybook_entry_row_class_init (DaybookEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_entry_row_get_property;
  object_class->finalize = daybook_entry_row_finalize;

  properties[PROP_DATE] = DAYBOOK_TEXT_PROPERTY ("date", DAYBOOK_READABLE);
  properties[PROP_DESCRIPTION] = DAYBOOK_TEXT_PROPERTY ("description", DAYBOOK_READABLE);
  properties[PROP_MONEY_IN] = DAYBOOK_TEXT_PROPERTY ("money-in", DAYBOOK_READABLE);
  properties[PROP_MONEY_OUT] = DAYBOOK_TEXT_PROPERTY ("money-out", DAYBOOK_READABLE);
  properties[PROP_BALANCE] = DAYBOOK_TEXT_PROPERTY ("balance", DAYBOOK_READABLE);
  properties[PROP_REMARK] = DAYBOOK_TEXT_PROPERTY ("remark", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_entry_row_init (DaybookEntryRow *self)
{
}

/**
 * daybook_entry_row_new:
 * @line: the entry, as the read model has it
 * @seen_from: the account
 * @today: for the date: without a year if it is this one
 * @read_model: to read the event from, and names
 *
 * Returns: (transfer full): a row.
 */
DaybookEntryRow *
daybook_entry_row_new (const DaybookAccountLine   *line,
                       const DaybookAccountNumber *seen_from,
                       DaybookCurrency             currency,
                       DaybookDate                 today,
                       DaybookReadModel           *read_model)
{
  DaybookEntryRow *self = g_object_new (DAYBOOK_TYPE_ENTRY_ROW, NULL);

  self->line = *line;
  self->seen_from = *seen_from;
  self->currency = currency;
  self->today = today;
  self->read_model = g_object_ref (read_model);

  return self;
}

/**
 * daybook_entry_row_get_position:
 *
 * Returns: the entry's number; 0 for an empty row.
 */
guint64
daybook_entry_row_get_position (DaybookEntryRow *self)
{
  return self->line.position;
}
