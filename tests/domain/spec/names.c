/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose account is whose, for the sentences of the document: as much of a read model as they ask
 * for, worked out from all entries at each question. */

#include "names.h"

#include <string.h>

#include "accounts/terms-records.h"
#include "people/person-records.h"

struct _SpecNames
{
  GObject parent_instance;

  DaybookEventStore *store;
};

/* @people: ids to full names; @accounts: sequences of accounts to their figures; @holders: the same
 * to the ids of those whose they are. */
typedef struct
{
  GHashTable *people;
  GHashTable *accounts;
  GHashTable *holders;
} Reading;

static gpointer
key_of (const DaybookAccountNumber *number)
{
  return GUINT_TO_POINTER (daybook_account_number_get_sequence (number));
}

static void
add_account (const Reading              *reading,
             const DaybookAccountOpened *opened)
{
  DaybookAccountFigures *figures = g_new0 (DaybookAccountFigures, 1);
  GPtrArray *holders = g_ptr_array_new_with_free_func (g_free);

  figures->key = daybook_account_number_get_sequence (&opened->account);
  figures->number = opened->account;
  figures->name = g_strdup (opened->name);
  figures->currency = opened->currency;
  g_ptr_array_add (holders, g_strdup (opened->holder));
  g_hash_table_insert (reading->accounts, key_of (&opened->account), figures);
  g_hash_table_insert (reading->holders, key_of (&opened->account), holders);
}

static void
remove_holder (const Reading              *reading,
               const DaybookHolderRemoved *removed)
{
  GPtrArray *holders = g_hash_table_lookup (reading->holders, key_of (&removed->account));
  guint index;

  if (g_ptr_array_find_with_equal_func (holders, removed->holder, g_str_equal, &index))
    g_ptr_array_remove_index (holders, index);
}

static void
rename_account (const Reading               *reading,
                const DaybookAccountRenamed *renamed)
{
  DaybookAccountFigures *figures = g_hash_table_lookup (reading->accounts,
                                                        key_of (&renamed->account));

  g_free (figures->name);
  figures->name = g_strdup (renamed->name);
}

static gboolean
read_entry (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  const Reading *reading = user_data;
  const DaybookEvent *event = entry->event;
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_person_registered)
    g_hash_table_replace (reading->people,
                          g_strdup (((const DaybookPersonRegistered *) event)->person),
                          g_strdup (((const DaybookPersonRegistered *) event)->name));
  if (schema == &daybook_personal_details_changed)
    g_hash_table_replace (reading->people,
                          g_strdup (((const DaybookPersonalDetailsChanged *) event)->person),
                          g_strdup (((const DaybookPersonalDetailsChanged *) event)->name));
  if (schema == &daybook_account_opened)
    add_account (reading, (const DaybookAccountOpened *) event);
  if (schema == &daybook_account_renamed)
    rename_account (reading, (const DaybookAccountRenamed *) event);
  if (schema == &daybook_holder_added)
    g_ptr_array_add (g_hash_table_lookup (reading->holders,
                                          key_of (&((const DaybookHolderAdded *) event)->account)),
                     g_strdup (((const DaybookHolderAdded *) event)->holder));
  if (schema == &daybook_holder_removed)
    remove_holder (reading, (const DaybookHolderRemoved *) event);

  return TRUE;
}

static void
read_all (SpecNames *self,
          Reading   *reading)
{
  reading->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading->accounts = g_hash_table_new_full (NULL, NULL, NULL,
                                             (GDestroyNotify) daybook_account_figures_free);
  reading->holders = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_assert_true (daybook_event_store_read_all (self->store, 0, read_entry, reading, NULL));
}

static void
reading_clear (Reading *reading)
{
  g_hash_table_unref (reading->people);
  g_hash_table_unref (reading->accounts);
  g_hash_table_unref (reading->holders);
}

static char *
join_names (const Reading *reading,
            GPtrArray     *holders)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < holders->len; i++)
    g_ptr_array_add (names, g_hash_table_lookup (reading->people,
                                                 g_ptr_array_index (holders, i)));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static DaybookAccountFigures *
get_account (DaybookReadModel  *model,
             guint32            key,
             GError           **error)
{
  DaybookAccountFigures *figures;
  Reading reading;

  read_all (SPEC_NAMES (model), &reading);
  figures = g_hash_table_lookup (reading.accounts, GUINT_TO_POINTER (key));
  if (figures != NULL)
    {
      g_hash_table_steal (reading.accounts, GUINT_TO_POINTER (key));
      figures->holders = join_names (&reading, g_hash_table_lookup (reading.holders,
                                                                    GUINT_TO_POINTER (key)));
    }
  reading_clear (&reading);

  return figures;
}

static DaybookPersonDetails *
find_person (DaybookReadModel  *model,
             const char        *id,
             GError           **error)
{
  DaybookPersonDetails *details = NULL;
  const char *name;
  Reading reading;

  read_all (SPEC_NAMES (model), &reading);
  name = g_hash_table_lookup (reading.people, id);
  if (name != NULL)
    {
      details = g_new0 (DaybookPersonDetails, 1);
      details->id = g_strdup (id);
      details->name = g_strdup (name);
    }
  reading_clear (&reading);

  return details;
}

static void
spec_names_iface_init (DaybookReadModelInterface *iface)
{
  iface->get_account = get_account;
  iface->find_person = find_person;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SpecNames, spec_names, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DAYBOOK_TYPE_READ_MODEL,
                                                      spec_names_iface_init))

static void
spec_names_finalize (GObject *object)
{
  g_clear_object (&SPEC_NAMES (object)->store);

  G_OBJECT_CLASS (spec_names_parent_class)->finalize (object);
}

static void
spec_names_class_init (SpecNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spec_names_finalize;
}

static void
spec_names_init (SpecNames *self)
{
}

/**
 * spec_names_new:
 *
 * Returns: (transfer full): who is called how in @store.
 */
DaybookReadModel *
spec_names_new (DaybookEventStore *store)
{
  SpecNames *self = g_object_new (SPEC_TYPE_NAMES, NULL);

  self->store = g_object_ref (store);

  return DAYBOOK_READ_MODEL (self);
}
