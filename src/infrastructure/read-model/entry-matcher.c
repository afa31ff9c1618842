/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether an entry is what is looked for.
 *
 * Words are looked up in the directory once, before the first entry: which accounts and people have
 * this word in their names and numbers. An entry then needs no names, only whether the account it
 * concerns is one of those. Entries name accounts by number and people by an id; the few ids that
 * occur are looked up as they come.
 *
 * The cheapest questions are asked first: texts are folded only if all else holds. */

#include "read-model/entry-matcher.h"

#include <string.h>

#include "read-model/projection.h"

/* What of the directory a text occurs in. */
typedef struct
{
  GHashTable *accounts;
  GHashTable *people;
} Concerned;

typedef struct
{
  char *folded;
  DaybookDecimal amount;
  Concerned concerned;
} Word;

struct _DaybookEntryMatcher
{
  DaybookEntryFilter *filter;
  DaybookReadModel *names;
  GHashTable *person_keys;

  Concerned who;
  char *actor;
  GArray *words;
};

static void
clear_concerned (Concerned *concerned)
{
  g_clear_pointer (&concerned->accounts, g_hash_table_unref);
  g_clear_pointer (&concerned->people, g_hash_table_unref);
}

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_free (word->folded);
  clear_concerned (&word->concerned);
}

static GHashTable *
new_set (GArray *keys)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (g_array_index (keys, guint32, i)));

  return set;
}

static gboolean
find_concerned (DaybookReadModel  *names,
                const char        *text,
                Concerned         *concerned,
                GError           **error)
{
  g_autoptr (GArray) accounts = daybook_read_model_find_accounts (names, text, 0, error);
  g_autoptr (GArray) people = NULL;

  if (accounts != NULL)
    people = daybook_read_model_find_people (names, text, error);
  if (people == NULL)
    return FALSE;

  concerned->accounts = new_set (accounts);
  concerned->people = new_set (people);
  return TRUE;
}

static gboolean
add_word (DaybookEntryMatcher     *self,
          const DaybookEntryWord  *asked,
          GError                 **error)
{
  Word word = { daybook_search_fold (asked->text), asked->amount };
  gboolean ok = find_concerned (self->names, asked->text, &word.concerned, error);

  g_array_append_val (self->words, word);
  return ok;
}

/**
 * daybook_entry_matcher_new:
 * @filter: copied
 * @names: the directory; held
 *
 * Returns: (transfer full): a matcher; %NULL on error.
 */
DaybookEntryMatcher *
daybook_entry_matcher_new (const DaybookEntryFilter  *filter,
                           DaybookReadModel          *names,
                           GError                   **error)
{
  g_autoptr (DaybookEntryMatcher) self = g_new0 (DaybookEntryMatcher, 1);

  self->filter = daybook_entry_filter_copy (filter);
  self->names = g_object_ref (names);
  self->person_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);

  if (filter->actor != NULL)
    self->actor = daybook_search_fold (filter->actor);
  if (filter->who != NULL && !find_concerned (names, filter->who, &self->who, error))
    return NULL;
  for (guint i = 0; i < filter->words->len; i++)
    if (!add_word (self, &g_array_index (filter->words, DaybookEntryWord, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * daybook_entry_matcher_free:
 * @self: (nullable) (transfer full): a matcher
 */
void
daybook_entry_matcher_free (DaybookEntryMatcher *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->filter, daybook_entry_filter_free);
  g_clear_object (&self->names);
  g_clear_pointer (&self->person_keys, g_hash_table_unref);
  clear_concerned (&self->who);
  g_free (self->actor);
  g_array_unref (self->words);
  g_free (self);
}

static gboolean
has_type (const DaybookEntryFilter *filter,
          const DaybookEvent       *event)
{
  if (filter->types == NULL)
    return TRUE;

  for (const DaybookSchema *const *type = filter->types; *type != NULL; type++)
    if (*type == event->record.schema)
      return TRUE;

  return FALSE;
}

static gboolean
has_day (const DaybookEntryFilter *filter,
         DaybookDate               day)
{
  return (filter->from == DAYBOOK_DATE_NONE || day >= filter->from) &&
         (filter->until == DAYBOOK_DATE_NONE || day <= filter->until);
}

/* 0 for somebody whom the directory does not know. */
static gpointer
get_person_key (DaybookEntryMatcher *self,
                const char          *id)
{
  g_autoptr (DaybookPersonDetails) person = NULL;
  gpointer key;

  if (g_hash_table_lookup_extended (self->person_keys, id, NULL, &key))
    return key;

  person = daybook_read_model_find_person (self->names, id, NULL);
  key = GUINT_TO_POINTER (person != NULL ? person->key : 0);
  g_hash_table_insert (self->person_keys, g_strdup (id), key);
  return key;
}

static gboolean
concerns (DaybookEntryMatcher *self,
          const DaybookEvent  *event,
          const Concerned     *concerned)
{
  const DaybookSchema *schema = event->record.schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      const void *value = daybook_field_in (event, field);
      gpointer key = NULL;
      GHashTable *keys = NULL;

      if (!daybook_record_has (event, field))
        continue;
      if (field->kind == DAYBOOK_FIELD_ACCOUNT)
        {
          key = GUINT_TO_POINTER (daybook_account_number_get_sequence (value));
          keys = concerned->accounts;
        }
      else if (field->kind == DAYBOOK_FIELD_TEXT && field->stream == DAYBOOK_STREAM_PERSON)
        {
          key = get_person_key (self, *(char *const *) value);
          keys = concerned->people;
        }

      if (keys != NULL && g_hash_table_contains (keys, key))
        return TRUE;
    }

  return FALSE;
}

/* The amount as it would be in the event's currency. */
static gboolean
get_minor (const DaybookEvent *event,
           DaybookDecimal      amount,
           gint64             *minor)
{
  const DaybookField *field;

  if (!daybook_decimal_is_given (amount))
    return FALSE;

  field = daybook_schema_get_field (event->record.schema, "currency");
  return field != NULL && field->kind == DAYBOOK_FIELD_CURRENCY &&
         daybook_decimal_to_minor (amount, *(DaybookCurrency *) daybook_field_in (event, field),
                                   minor, NULL);
}

static gboolean
has_amount (const DaybookEvent *event,
            DaybookDecimal      amount)
{
  const DaybookSchema *schema = event->record.schema;
  gint64 minor;

  if (!get_minor (event, amount, &minor))
    return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == DAYBOOK_FIELD_AMOUNT &&
        *(gint64 *) daybook_field_in (event, &schema->fields[i]) == minor)
      return TRUE;

  return FALSE;
}

/* Its own number, or that of an entry it is about. */
static gboolean
has_number (const DaybookEntry *entry,
            DaybookDecimal      number)
{
  const DaybookSchema *schema = entry->event->record.schema;
  guint64 wanted = number.mantissa;

  if (!daybook_decimal_is_given (number) || number.decimals != 0 || number.mantissa <= 0)
    return FALSE;
  if (entry->position == wanted)
    return TRUE;

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == DAYBOOK_FIELD_ENTRY &&
        *(guint64 *) daybook_field_in (entry->event, &schema->fields[i]) == wanted)
      return TRUE;

  return FALSE;
}

/* An id that was generated is no word: nobody ever sees it. */
static gboolean
is_id (const char *text)
{
  guint8 id[DAYBOOK_ID_SIZE];

  return strlen (text) == DAYBOOK_ID_TEXT_LENGTH - 1 && daybook_id_from_text (text, id);
}

/* All that the entry says in words, folded. */
static char *
fold_texts (const DaybookEvent *event)
{
  const DaybookSchema *schema = event->record.schema;
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const DaybookField *field = &schema->fields[i];
      const char *text;

      if (field->kind != DAYBOOK_FIELD_TEXT || !daybook_record_has (event, field))
        continue;

      text = *(char *const *) daybook_field_in (event, field);
      if (!is_id (text))
        g_string_append_printf (texts, "%s\n", text);
    }

  return texts->len > 0 ? daybook_search_fold (texts->str) : NULL;
}

static gboolean
has_words (DaybookEntryMatcher *self,
           const DaybookEntry  *entry)
{
  g_autofree char *texts = NULL;

  if (self->words->len == 0 || has_amount (entry->event, self->filter->amount))
    return TRUE;

  texts = fold_texts (entry->event);
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      if (!(texts != NULL && strstr (texts, word->folded) != NULL) &&
          !concerns (self, entry->event, &word->concerned) &&
          !has_amount (entry->event, word->amount) && !has_number (entry, word->amount))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_actor (DaybookEntryMatcher *self,
           const DaybookEntry  *entry)
{
  g_autofree char *folded = NULL;

  if (self->actor == NULL)
    return TRUE;

  folded = daybook_search_fold (entry->actor);
  return strstr (folded, self->actor) != NULL;
}

/**
 * daybook_entry_matcher_matches:
 *
 * Returns: whether @entry is one of those that are looked for.
 */
gboolean
daybook_entry_matcher_matches (DaybookEntryMatcher *self,
                               const DaybookEntry  *entry)
{
  return has_type (self->filter, entry->event) &&
         has_day (self->filter, entry->event->value_date) &&
         (self->who.accounts == NULL || concerns (self, entry->event, &self->who)) &&
         has_actor (self, entry) && has_words (self, entry);
}
