/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's page: who they are and what they hold. */

#include "person-view-model.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "found-list.h"
#include "property.h"

enum
{
  PROP_KEY = 1,
  PROP_NAME,
  PROP_USERNAME,
  PROP_FORMER,
  PROP_EMAIL,
  PROP_PHONE,
  PROP_ADDRESS,
  PROP_NOTE,
  PROP_REGISTERED,
  PROP_ACCOUNTS,
  PROP_ACCOUNTS_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookPersonViewModel
{
  GObject parent_instance;

  DaybookBookViewModel *book;
  guint key;
  char *texts[N_PROPS];
  DaybookFoundList *accounts;
};

G_DEFINE_FINAL_TYPE (DaybookPersonViewModel, daybook_person_view_model, G_TYPE_OBJECT)

static void
take_text (DaybookPersonViewModel *self,
           guint                   id,
           char                   *text)
{
  daybook_property_take_text (self, properties[id], &self->texts[id], text);
}

/* Those are still theirs: who asks for one of them finds this person. */
static char *
get_former (const DaybookPersonDetails *details)
{
  g_auto (GStrv) usernames = NULL;
  g_autofree char *list = NULL;

  if (details->former == NULL)
    return NULL;

  usernames = g_strsplit (details->former, " ", -1);
  list = g_strjoinv (", ", usernames);

  /* Translators: beneath a username; one or more usernames that the person had before. */
  return daybook_compose (_("Formerly %s"), list);
}

static void
take_details (DaybookPersonViewModel     *self,
              const DaybookPersonDetails *details)
{
  take_text (self, PROP_NAME, g_strdup (details->name));
  take_text (self, PROP_USERNAME, g_strdup (details->username));
  take_text (self, PROP_FORMER, get_former (details));
  take_text (self, PROP_EMAIL, g_strdup (details->email));
  take_text (self, PROP_PHONE, g_strdup (details->phone));
  take_text (self, PROP_ADDRESS, g_strdup (details->address));
  take_text (self, PROP_NOTE, g_strdup (details->note));
  take_text (self, PROP_REGISTERED, daybook_date_text (details->registered_on));
}

static gboolean
read_details (DaybookPersonViewModel  *self,
              gboolean                 all_changed,
              GError                 **error)
{
  DaybookDesk *desk = daybook_book_view_model_get_desk (self->book);
  DaybookReadModel *read_model = daybook_desk_get_read_model (desk);
  g_autoptr (DaybookPersonDetails) details = NULL;
  g_autoptr (GArray) keys = NULL;

  details = daybook_read_model_get_person (read_model, self->key, error);
  if (details == NULL)
    return FALSE;

  keys = daybook_read_model_find_accounts (read_model, NULL, self->key, error);
  if (keys == NULL)
    return FALSE;

  take_details (self, details);
  take_text (self, PROP_ACCOUNTS_STATE, g_strdup (keys->len > 0 ? "list" : "empty"));
  daybook_found_list_take (self->accounts, g_steal_pointer (&keys), all_changed);

  return TRUE;
}

static void
desk_changed_cb (DaybookPersonViewModel *self,
                 const DaybookChanges   *changes)
{
  g_autoptr (GError) error = NULL;

  if (!read_details (self, changes->everything, &error))
    daybook_book_view_model_report (self->book, error);
  else if (!changes->everything)
    daybook_found_list_refresh (self->accounts, changes->accounts);
}

static void
daybook_person_view_model_get_property (GObject    *object,
                                        guint       id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  DaybookPersonViewModel *self = DAYBOOK_PERSON_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_KEY:
      g_value_set_uint (value, self->key);
      break;
    case PROP_ACCOUNTS:
      g_value_set_object (value, daybook_found_list_get_model (self->accounts));
      break;
    default:
      g_assert (id < N_PROPS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_person_view_model_finalize (GObject *object)
{
  DaybookPersonViewModel *self = DAYBOOK_PERSON_VIEW_MODEL (object);

  g_clear_pointer (&self->accounts, daybook_found_list_free);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (daybook_person_view_model_parent_class)->finalize (object);
}

static void
daybook_person_view_model_class_init (DaybookPersonViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_person_view_model_get_property;
  object_class->finalize = daybook_person_view_model_finalize;

  properties[PROP_KEY] = DAYBOOK_UINT_PROPERTY ("key", DAYBOOK_READABLE);
  properties[PROP_NAME] = DAYBOOK_TEXT_PROPERTY ("name", DAYBOOK_READABLE);
  properties[PROP_USERNAME] = DAYBOOK_TEXT_PROPERTY ("username", DAYBOOK_READABLE);
  properties[PROP_FORMER] = DAYBOOK_TEXT_PROPERTY ("former", DAYBOOK_READABLE);
  properties[PROP_EMAIL] = DAYBOOK_TEXT_PROPERTY ("email", DAYBOOK_READABLE);
  properties[PROP_PHONE] = DAYBOOK_TEXT_PROPERTY ("phone", DAYBOOK_READABLE);
  properties[PROP_ADDRESS] = DAYBOOK_TEXT_PROPERTY ("address", DAYBOOK_READABLE);
  properties[PROP_NOTE] = DAYBOOK_TEXT_PROPERTY ("note", DAYBOOK_READABLE);
  properties[PROP_REGISTERED] = DAYBOOK_TEXT_PROPERTY ("registered", DAYBOOK_READABLE);
  properties[PROP_ACCOUNTS] = DAYBOOK_LIST_PROPERTY ("accounts");
  properties[PROP_ACCOUNTS_STATE] = DAYBOOK_TEXT_PROPERTY ("accounts-state", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_person_view_model_init (DaybookPersonViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * daybook_person_view_model_new:
 * @key: the person's place in the order of registration
 *
 * Returns: (transfer full) (nullable): the person's page; %NULL if they cannot be read.
 */
DaybookPersonViewModel *
daybook_person_view_model_new (DaybookBookViewModel *book,
                               guint                 key)
{
  g_autoptr (DaybookPersonViewModel) self = g_object_new (DAYBOOK_TYPE_PERSON_VIEW_MODEL, NULL);
  g_autoptr (GError) error = NULL;

  self->book = g_object_ref (book);
  self->key = key;
  self->accounts = daybook_found_list_new (book, DAYBOOK_FOUND_ACCOUNTS);
  if (!read_details (self, TRUE, &error))
    {
      daybook_book_view_model_report (book, error);
      return NULL;
    }

  g_signal_connect_object (daybook_book_view_model_get_desk (book), "changed",
                           G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

/**
 * daybook_person_view_model_get_key:
 *
 * Returns: the person's place in the order of registration.
 */
guint
daybook_person_view_model_get_key (DaybookPersonViewModel *self)
{
  return self->key;
}

/**
 * daybook_person_view_model_get_book:
 *
 * Returns: (transfer none): the book that knows them.
 */
DaybookBookViewModel *
daybook_person_view_model_get_book (DaybookPersonViewModel *self)
{
  return self->book;
}
