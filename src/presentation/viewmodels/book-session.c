/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-session.h"

#include "property.h"

struct _DaybookBookSession
{
  GObject parent_instance;

  guint method;
  gboolean asks_again;
  char *checked;
};

G_DEFINE_FINAL_TYPE (DaybookBookSession, daybook_book_session, G_TYPE_OBJECT)

enum
{
  PROP_METHOD = 1,
  PROP_ASKS_AGAIN,
  PROP_CHECKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
daybook_book_session_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DaybookBookSession *self = DAYBOOK_BOOK_SESSION (object);

  switch (id)
    {
    case PROP_METHOD:
      g_value_set_uint (value, self->method);
      break;
    case PROP_ASKS_AGAIN:
      g_value_set_boolean (value, self->asks_again);
      break;
    case PROP_CHECKED:
      g_value_set_string (value, self->checked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_book_session_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  DaybookBookSession *self = DAYBOOK_BOOK_SESSION (object);

  switch (id)
    {
    case PROP_METHOD:
      daybook_property_set_uint (self, pspec, &self->method, g_value_get_uint (value));
      break;
    case PROP_ASKS_AGAIN:
      daybook_property_set_boolean (self, pspec, &self->asks_again, g_value_get_boolean (value));
      break;
    case PROP_CHECKED:
      daybook_property_set_text (self, pspec, &self->checked, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_book_session_finalize (GObject *object)
{
  g_clear_pointer (&DAYBOOK_BOOK_SESSION (object)->checked, g_free);

  G_OBJECT_CLASS (daybook_book_session_parent_class)->finalize (object);
}

static void
daybook_book_session_class_init (DaybookBookSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_book_session_get_property;
  object_class->set_property = daybook_book_session_set_property;
  object_class->finalize = daybook_book_session_finalize;

  properties[PROP_METHOD] =
    g_param_spec_uint ("method", NULL, NULL, 0, 1, 0, DAYBOOK_WRITABLE);
  properties[PROP_ASKS_AGAIN] =
    g_param_spec_boolean ("asks-again", NULL, NULL, FALSE, DAYBOOK_WRITABLE);
  properties[PROP_CHECKED] = DAYBOOK_TEXT_PROPERTY ("checked", DAYBOOK_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_book_session_init (DaybookBookSession *self)
{
  self->checked = g_strdup ("");
}

/**
 * daybook_book_session_of:
 *
 * Returns: (transfer none): the one session at @book; it lives as long as @book does.
 */
DaybookBookSession *
daybook_book_session_of (DaybookBookViewModel *book)
{
  static const char key[] = "daybook-session";
  DaybookBookSession *self = g_object_get_data (G_OBJECT (book), key);

  if (self == NULL)
    {
      self = g_object_new (DAYBOOK_TYPE_BOOK_SESSION, NULL);
      g_object_set_data_full (G_OBJECT (book), key, self, g_object_unref);
    }

  return self;
}

/**
 * daybook_book_session_get_method:
 *
 * Returns: how money is mostly moved: 0 is cash, 1 is bank.
 */
guint
daybook_book_session_get_method (DaybookBookSession *self)
{
  return self->method;
}

/**
 * daybook_book_session_get_asks_again:
 *
 * Returns: whether a form asks once more before it records.
 */
gboolean
daybook_book_session_get_asks_again (DaybookBookSession *self)
{
  return self->asks_again;
}
