/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry's page: what it says, who wrote it when, and what it has to do with.
 *
 * The entry itself never changes; names in its sentence do, and so does what was said of it since.
 * Reading that again takes a few look-ups, so it is done whenever the book changed. */

#include "entry-view-model.h"

#include <glib/gi18n-lib.h>

#include "accounts/account-events.h"
#include "compose.h"
#include "date-text.h"
#include "entry-link.h"
#include "entry-relations.h"
#include "entry-words.h"
#include "property.h"
#include "sentences.h"

/* Of its hash: enough to compare by eye, in groups of four figures. */
#define CHAIN_BYTES 8

enum
{
  PROP_POSITION = 1,
  PROP_TITLE,
  PROP_SENTENCE,
  PROP_STATUS,
  PROP_DATE,
  PROP_RECORDED,
  PROP_ACTOR,
  PROP_REMARK_TITLE,
  PROP_REMARK,
  PROP_CHAIN,
  PROP_CAN_CORRECT,
  PROP_RELATED,
  PROP_RELATED_STATE,
  PROP_CONCERNED,
  PROP_CONCERNED_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookEntryViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  DaybookKeptEntry *entry;
  char *texts[N_PROPS];
  guint64 reversed_by;
  gboolean can_correct;
  GListStore *related;
  GListStore *concerned;
};

G_DEFINE_FINAL_TYPE (DaybookEntryViewModel, daybook_entry_view_model, G_TYPE_OBJECT)

static void
take_text (DaybookEntryViewModel *self,
           guint                  id,
           char                  *text)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], text);
}

static char *
format_status (const DaybookEntryRelations *relations)
{
  g_autofree char *reversed_by = daybook_entry_number_text (relations->reversed_by);
  g_autofree char *replaced_by = daybook_entry_number_text (relations->replaced_by);

  if (relations->reversed_by == 0)
    return NULL;
  if (relations->replaced_by != 0)
    /* Translators: of an entry that was corrected; the numbers of two entries. */
    return daybook_compose (_("Reversed by entry %1$s, replaced by entry %2$s"), reversed_by,
                            replaced_by);

  /* Translators: beside an entry that was undone; %s is the number of the entry that undid it. */
  return daybook_compose (_("Reversed by entry %s"), reversed_by);
}

static char *
format_chain (const guint8 *hash)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < CHAIN_BYTES; i++)
    g_string_append_printf (text, "%s%02x", i > 0 && i % 2 == 0 ? " " : "", hash[i]);

  return g_string_free (text, FALSE);
}

static char *
dup_field (const DaybookEvent *event,
           const char         *name)
{
  const DaybookField *field = daybook_schema_get_field (event->record.schema, name);

  return field != NULL ? g_strdup (*(char *const *) daybook_field_in (event, field)) : NULL;
}

/* What was written to it: a memo or a reason; no event has both. */
static void
show_remark (DaybookEntryViewModel *self)
{
  g_autofree char *memo = dup_field (self->entry->event, "memo");

  /* Translators: of an entry. */
  take_text (self, PROP_REMARK_TITLE, g_strdup (memo != NULL ? _("Memo") : _("Reason")));
  take_text (self, PROP_REMARK,
             memo != NULL ? g_steal_pointer (&memo) : dup_field (self->entry->event, "reason"));
}

/* What never changes. */
static void
show_entry (DaybookEntryViewModel *self)
{
  g_autofree char *number = daybook_entry_number_text (self->entry->position);

  /* Translators: title of a page; %s is the number of an entry. */
  take_text (self, PROP_TITLE, daybook_compose (_("Entry %s"), number));
  take_text (self, PROP_DATE, daybook_date_text (self->entry->event->value_date));
  take_text (self, PROP_RECORDED, daybook_time_text (self->entry->recorded_at));
  take_text (self, PROP_ACTOR, g_strdup (self->entry->actor));
  take_text (self, PROP_CHAIN, format_chain (self->entry->hash));
  show_remark (self);
}

static void
take_links (DaybookEntryViewModel *self,
            guint                  state,
            GListStore            *list,
            GPtrArray             *links)
{
  daybook_rows_take (list, links);
  take_text (self, state, g_strdup (links->len > 0 ? "list" : "empty"));
}

/* Rule 25. */
static void
show_can_correct (DaybookEntryViewModel *self)
{
  const DaybookEvent *event = self->entry->event;
  DaybookMovement movement;

  daybook_property_set_boolean (self, properties[PROP_CAN_CORRECT], &self->can_correct,
                                event->record.schema != &daybook_entry_reversed &&
                                daybook_event_get_movement (event, &movement) &&
                                self->reversed_by == 0 &&
                                daybook_book_view_model_get_can_record (self->book));
}

/* What may be another since. */
static gboolean
show_relations (DaybookEntryViewModel  *self,
                GError                **error)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  DaybookReadModel *read_model = daybook_desk_get_read_model (desk);
  g_autoptr (DaybookEntryRelations) relations = NULL;

  relations = daybook_entry_relations_find (read_model, self->entry, error);
  if (relations == NULL)
    return FALSE;

  self->reversed_by = relations->reversed_by;
  take_text (self, PROP_SENTENCE, daybook_entry_sentence (self->entry->event, read_model));
  take_text (self, PROP_STATUS, format_status (relations));
  take_links (self, PROP_RELATED_STATE, self->related, relations->entries);
  take_links (self, PROP_CONCERNED_STATE, self->concerned, relations->concerned);
  show_can_correct (self);

  return TRUE;
}

static void
desk_changed_cb (DaybookEntryViewModel *self)
{
  g_autoptr (GError) error = NULL;

  if (!show_relations (self, &error) && error != NULL)
    daybook_book_view_model_report (self->book, error);
}

static void
daybook_entry_view_model_get_property (GObject    *object,
                                       guint       id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  DaybookEntryViewModel *self = DAYBOOK_ENTRY_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_POSITION:
      g_value_set_uint64 (value, self->entry->position);
      break;
    case PROP_CAN_CORRECT:
      g_value_set_boolean (value, self->can_correct);
      break;
    case PROP_RELATED:
      g_value_set_object (value, self->related);
      break;
    case PROP_CONCERNED:
      g_value_set_object (value, self->concerned);
      break;
    default:
      g_assert (id < N_PROPS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_entry_view_model_finalize (GObject *object)
{
  DaybookEntryViewModel *self = DAYBOOK_ENTRY_VIEW_MODEL (object);

  g_clear_object (&self->related);
  g_clear_object (&self->concerned);
  g_clear_pointer (&self->entry, daybook_kept_entry_free);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_entry_view_model_parent_class)->finalize (object);
}

static void
daybook_entry_view_model_class_init (DaybookEntryViewModelClass *klass)
{
  static const struct { guint id; const char *name; } texts[] = {
    { PROP_TITLE, "title" }, { PROP_SENTENCE, "sentence" }, { PROP_STATUS, "status" },
    { PROP_DATE, "date" }, { PROP_RECORDED, "recorded" }, { PROP_ACTOR, "actor" },
    { PROP_REMARK_TITLE, "remark-title" }, { PROP_REMARK, "remark" }, { PROP_CHAIN, "chain" },
    { PROP_RELATED_STATE, "related-state" }, { PROP_CONCERNED_STATE, "concerned-state" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_entry_view_model_get_property;
  object_class->finalize = daybook_entry_view_model_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = DAYBOOK_TEXT_PROPERTY (texts[i].name, DAYBOOK_READABLE);
  properties[PROP_POSITION] = DAYBOOK_POSITION_PROPERTY ("position");
  properties[PROP_CAN_CORRECT] = DAYBOOK_BOOLEAN_PROPERTY ("can-correct");
  properties[PROP_RELATED] = DAYBOOK_LIST_PROPERTY ("related");
  properties[PROP_CONCERNED] = DAYBOOK_LIST_PROPERTY ("concerned");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_entry_view_model_init (DaybookEntryViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
  self->related = g_list_store_new (DAYBOOK_TYPE_ENTRY_LINK);
  self->concerned = g_list_store_new (DAYBOOK_TYPE_ENTRY_LINK);
}

/**
 * daybook_entry_view_model_new:
 * @position: the entry's number
 *
 * Returns: (transfer full) (nullable): the entry's page; %NULL if it cannot be read.
 */
DaybookEntryViewModel *
daybook_entry_view_model_new (DaybookBookViewModel *book,
                              guint64               position)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  g_autoptr (DaybookEntryViewModel) self = g_object_new (DAYBOOK_TYPE_ENTRY_VIEW_MODEL, NULL);
  g_autoptr (GError) error = NULL;

  self->book = g_object_ref (book);
  self->entry = daybook_kept_entry_read (daybook_desk_get_read_model (desk), position, &error);
  if (self->entry == NULL || !show_relations (self, &error))
    {
      if (error != NULL)
        daybook_book_view_model_report (book, error);
      return NULL;
    }

  show_entry (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "notify::can-record", G_CALLBACK (show_can_correct), self,
                           G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * daybook_entry_view_model_get_position:
 *
 * Returns: the entry's number.
 */
guint64
daybook_entry_view_model_get_position (DaybookEntryViewModel *self)
{
  return self->entry->position;
}

/**
 * daybook_entry_view_model_get_book:
 *
 * Returns: (transfer none): the book that it is an entry of.
 */
DaybookBookViewModel *
daybook_entry_view_model_get_book (DaybookEntryViewModel *self)
{
  return self->book;
}
