/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "page.h"

#include "closures.h"
#include "shown.h"

typedef struct
{
  DaybookBookViewModel *book;
  gboolean folded;
} DaybookPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DaybookPage, daybook_page, ADW_TYPE_BIN)

enum
{
  PROP_BOOK = 1,
  PROP_FOLDED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_folded (DaybookPage *self,
            gboolean     folded)
{
  DaybookPagePrivate *priv = daybook_page_get_instance_private (self);

  if (priv->folded == folded)
    return;

  priv->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
set_book (DaybookPage          *self,
          DaybookBookViewModel *book)
{
  DaybookPagePrivate *priv = daybook_page_get_instance_private (self);

  if (g_set_object (&priv->book, book))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

static void
daybook_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DaybookPagePrivate *priv = daybook_page_get_instance_private (DAYBOOK_PAGE (object));

  switch (id)
    {
    case PROP_BOOK:
      g_value_set_object (value, priv->book);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_BOOK:
      set_book (DAYBOOK_PAGE (object), g_value_get_object (value));
      break;
    case PROP_FOLDED:
      set_folded (DAYBOOK_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The template, which is the kind of page's own, is there. */
static void
daybook_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (daybook_page_parent_class)->constructed (object);

  daybook_shown_follow (GTK_WIDGET (object));
}

static void
daybook_page_dispose (GObject *object)
{
  DaybookPagePrivate *priv = daybook_page_get_instance_private (DAYBOOK_PAGE (object));

  g_clear_object (&priv->book);

  G_OBJECT_CLASS (daybook_page_parent_class)->dispose (object);
}

static void
daybook_page_class_init (DaybookPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = daybook_page_constructed;
  object_class->dispose = daybook_page_dispose;
  object_class->get_property = daybook_page_get_property;
  object_class->set_property = daybook_page_set_property;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, DAYBOOK_TYPE_BOOK_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_page_init (DaybookPage *self)
{
}

/**
 * daybook_page_get_book:
 *
 * Returns: (transfer none) (nullable): the book that the page is of.
 */
DaybookBookViewModel *
daybook_page_get_book (DaybookPage *self)
{
  DaybookPagePrivate *priv = daybook_page_get_instance_private (self);

  g_return_val_if_fail (DAYBOOK_IS_PAGE (self), NULL);

  return priv->book;
}

/**
 * daybook_page_bind_common:
 * @klass: of a kind of page
 * @resource: its template
 *
 * Sets the template and binds what all pages' templates use.
 */
void
daybook_page_bind_common (GtkWidgetClass *klass,
                          const char     *resource)
{
  gtk_widget_class_set_template_from_resource (klass, resource);
  daybook_closures_bind (klass);
}
