/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry has to do with other entries, accounts and people.
 *
 * An entry names others (what it reverses, replaces or ends) and is named by others, which are
 * filed under it. Commands tell the rest: what was recorded by the same one, by the one that led to
 * it, by those that it led to. Of two relations to the same entry the first found is the one that
 * says more. All of it is found by index; nothing is read that is not shown. */

#include "entry-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "account-row.h"
#include "entry-link.h"
#include "entry-words.h"
#include "property.h"
#include "sentences.h"

/* Of each sort. A command can record very much; nobody reads all of that on one page. */
#define MAX_OF_A_SORT 50

/* How two entries are related of which one is filed under the other. */
static const struct
{
  const char *role;
  const char *names;
  const char *named_by;
} roles[] = {
  /* Translators: how an entry is related to another, of which the number follows. */
  { "reversed", N_("Reverses entry %s"), N_("Reversed by entry %s") },
  /* Translators: how an entry is related to another, of which the number follows. */
  { "replacement", N_("Replaces entry %s"), N_("Replaced by entry %s") },
  /* Translators: how an entry is related to the one that set money aside, or the other way round;
   * its number follows. */
  { "released", N_("Releases the hold of entry %s"), N_("Hold released by entry %s") },
  /* Translators: how an entry is related to the one that set money aside, or the other way round;
   * its number follows. */
  { "captured", N_("Pays out the hold of entry %s"), N_("Hold paid out by entry %s") },
  /* Translators: how an entry is related to the one that set money aside, or the other way round;
   * its number follows. The hold came to its last day. */
  { "expired", N_("Ends the hold of entry %s"), N_("Hold ended by entry %s") },
};

static DaybookKeptEntry *
keep (const DaybookEntry *entry)
{
  DaybookKeptEntry *self = g_new0 (DaybookKeptEntry, 1);

  self->position = entry->position;
  self->recorded_at = entry->recorded_at;
  self->actor = g_strdup (entry->actor);
  self->command_id = g_strdup (entry->command_id);
  self->causation = g_strdup (entry->causation);
  self->event = daybook_record_copy (entry->event);
  memcpy (self->hash, entry->hash, DAYBOOK_HASH_SIZE);

  return self;
}

static gboolean
take_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  DaybookKeptEntry **kept = user_data;

  *kept = keep (entry);
  return FALSE;
}

static gboolean
take_some (const DaybookEntry  *entry,
           guint64              version,
           gpointer             user_data,
           GError             **error)
{
  GPtrArray *some = user_data;

  g_ptr_array_add (some, keep (entry));
  return some->len < MAX_OF_A_SORT;
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_kept_entry_free);
}

static gboolean
knows (const DaybookEntryRelations *self,
       guint64                      position)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (daybook_entry_link_get_target (g_ptr_array_index (self->entries, i)) == position)
      return TRUE;

  return FALSE;
}

/* @format: a sentence with a place for the number, translated */
static void
relate (DaybookEntryRelations  *self,
        DaybookReadModel       *read_model,
        const DaybookKeptEntry *entry,
        const DaybookKeptEntry *other,
        const char             *format)
{
  g_autofree char *number = daybook_entry_number_text (other->position);
  g_autoptr (GString) title = g_string_new (format);

  if (other->position == entry->position || knows (self, other->position))
    return;

  g_string_replace (title, "%s", number, 1);
  g_ptr_array_add (self->entries,
                   daybook_entry_link_new (DAYBOOK_ENTRY_LINK_ENTRY, other->position,
                                           g_strdup (title->str),
                                           daybook_entry_sentence (other->event, read_model)));
}

static gsize
find_role (const DaybookField *field)
{
  gsize i = 0;

  if (field->stream != DAYBOOK_STREAM_ENTRY)
    return G_N_ELEMENTS (roles);

  while (i < G_N_ELEMENTS (roles) && strcmp (roles[i].role, field->role) != 0)
    i++;

  return i;
}

/* The other entries that the event names. */
static gboolean
relate_named (DaybookEntryRelations   *self,
              DaybookReadModel        *read_model,
              const DaybookKeptEntry  *entry,
              GError                 **error)
{
  const DaybookSchema *schema = entry->event->record.schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      gsize role = find_role (&schema->fields[i]);
      g_autoptr (DaybookKeptEntry) other = NULL;
      guint64 position;

      if (role == G_N_ELEMENTS (roles))
        continue;
      position = *(const guint64 *) daybook_field_in (entry->event, &schema->fields[i]);
      if (position == 0)
        continue;

      other = daybook_kept_entry_read (read_model, position, error);
      if (other == NULL)
        return FALSE;
      relate (self, read_model, entry, other, _(roles[role].names));
    }

  return TRUE;
}

static void
note_role (DaybookEntryRelations *self,
           const char            *role,
           guint64                position)
{
  if (strcmp (role, "reversed") == 0)
    self->reversed_by = position;
  else if (strcmp (role, "replacement") == 0)
    self->replaced_by = position;
}

/* The other entries that name this one. */
static gboolean
relate_naming (DaybookEntryRelations   *self,
               DaybookReadModel        *read_model,
               const DaybookKeptEntry  *entry,
               GError                 **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->position);
  g_autoptr (GPtrArray) others = new_entries ();

  if (!daybook_read_model_read_stream (read_model, DAYBOOK_STREAM_ENTRY, key, take_some, others,
                                       error))
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      const DaybookKeptEntry *other = g_ptr_array_index (others, i);
      const DaybookSchema *schema = other->event->record.schema;

      for (guint j = 0; j < schema->n_fields; j++)
        {
          gsize role = find_role (&schema->fields[j]);

          if (role == G_N_ELEMENTS (roles))
            continue;
          note_role (self, roles[role].role, other->position);
          relate (self, read_model, entry, other, _(roles[role].named_by));
        }
    }

  return TRUE;
}

static gboolean
relate_found (DaybookEntryRelations    *self,
              DaybookReadModel         *read_model,
              const DaybookKeptEntry   *entry,
              const DaybookEntryQuery  *query,
              const char               *format,
              GError                  **error)
{
  g_autoptr (GPtrArray) others = new_entries ();

  if (!daybook_read_model_find_entries (read_model, query, take_some, others, error))
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    relate (self, read_model, entry, g_ptr_array_index (others, i), format);

  return TRUE;
}

/* What commands have to do with each other. */
static gboolean
relate_commands (DaybookEntryRelations   *self,
                 DaybookReadModel        *read_model,
                 const DaybookKeptEntry  *entry,
                 GError                 **error)
{
  DaybookEntryQuery same = { .command_id = entry->command_id };
  DaybookEntryQuery cause = { .command_id = entry->causation };
  DaybookEntryQuery effect = { .causation = entry->command_id };

  /* Translators: how an entry is related to another, of which the number follows. */
  return relate_found (self, read_model, entry, &same, _("Recorded together with entry %s"),
                       error) &&
         (entry->causation == NULL ||
          /* Translators: how an entry is related to another, of which the number follows. */
          relate_found (self, read_model, entry, &cause, _("Follows from entry %s"), error)) &&
         /* Translators: how an entry is related to another, of which the number follows. */
         relate_found (self, read_model, entry, &effect, _("Led to entry %s"), error);
}

static void
add_account (DaybookEntryRelations      *self,
             DaybookReadModel           *read_model,
             const DaybookAccountNumber *number)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  if (daybook_account_number_is_set (number))
    figures = daybook_read_model_get_account (read_model,
                                              daybook_account_number_get_sequence (number), NULL);
  if (figures != NULL)
    g_ptr_array_add (self->concerned,
                     daybook_entry_link_new (DAYBOOK_ENTRY_LINK_ACCOUNT, figures->key,
                                             daybook_account_title (figures),
                                             daybook_account_caption (figures)));
}

static void
add_person (DaybookEntryRelations *self,
            DaybookReadModel      *read_model,
            const char            *id)
{
  g_autoptr (DaybookPersonDetails) details = NULL;

  if (id != NULL)
    details = daybook_read_model_find_person (read_model, id, NULL);
  if (details != NULL)
    g_ptr_array_add (self->concerned,
                     daybook_entry_link_new (DAYBOOK_ENTRY_LINK_PERSON, details->key,
                                             g_strdup (details->name),
                                             g_strdup (details->username)));
}

/* The accounts and people that the event is filed under. What the figures do not know yet cannot be
 * led to. */
static void
add_concerned (DaybookEntryRelations *self,
               DaybookReadModel      *read_model,
               const DaybookEvent    *event)
{
  const DaybookSchema *schema = event->record.schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];

      if (field->stream == DAYBOOK_STREAM_ACCOUNT)
        add_account (self, read_model, daybook_field_in (event, field));
      else if (field->stream == DAYBOOK_STREAM_PERSON)
        add_person (self, read_model, *(char *const *) daybook_field_in (event, field));
    }
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  guint64 first = daybook_entry_link_get_target (*(DaybookEntryLink *const *) a);
  guint64 second = daybook_entry_link_get_target (*(DaybookEntryLink *const *) b);

  return first < second ? -1 : first > second;
}

/**
 * daybook_kept_entry_read:
 * @position: the number of an entry
 *
 * Returns: (transfer full) (nullable): the entry; %NULL on error, or, without one, if there is none
 *   of that number.
 */
DaybookKeptEntry *
daybook_kept_entry_read (DaybookReadModel  *read_model,
                         guint64            position,
                         GError           **error)
{
  g_autoptr (DaybookKeptEntry) kept = NULL;

  if (position == 0 ||
      !daybook_read_model_read_entries (read_model, position - 1, take_entry, &kept, error) ||
      kept == NULL || kept->position != position)
    return NULL;

  return g_steal_pointer (&kept);
}

/**
 * daybook_kept_entry_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_kept_entry_free (DaybookKeptEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->actor);
  g_free (self->command_id);
  g_free (self->causation);
  daybook_record_free (self->event);
  g_free (self);
}

/**
 * daybook_entry_relations_find:
 *
 * Returns: (transfer full) (nullable): what the entry has to do with; %NULL on error.
 */
DaybookEntryRelations *
daybook_entry_relations_find (DaybookReadModel        *read_model,
                              const DaybookKeptEntry  *entry,
                              GError                 **error)
{
  g_autoptr (DaybookEntryRelations) self = g_new0 (DaybookEntryRelations, 1);

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->concerned = g_ptr_array_new_with_free_func (g_object_unref);
  if (!relate_named (self, read_model, entry, error) ||
      !relate_naming (self, read_model, entry, error) ||
      !relate_commands (self, read_model, entry, error))
    return NULL;

  g_ptr_array_sort (self->entries, compare_targets);
  add_concerned (self, read_model, entry->event);
  return g_steal_pointer (&self);
}

/**
 * daybook_entry_relations_free:
 * @self: (nullable) (transfer full):
 */
void
daybook_entry_relations_free (DaybookEntryRelations *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->concerned);
  g_free (self);
}
