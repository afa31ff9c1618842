/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "entry-link.h"

#include "property.h"

enum
{
  PROP_TITLE = 1,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookEntryLink
{
  GObject parent_instance;

  DaybookEntryLinkKind kind;
  guint64 target;
  char *title;
  char *caption;
};

G_DEFINE_FINAL_TYPE (DaybookEntryLink, daybook_entry_link, G_TYPE_OBJECT)

static void
daybook_entry_link_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DaybookEntryLink *self = DAYBOOK_ENTRY_LINK (object);

  g_assert (id < N_PROPS);
  g_value_set_string (value, id == PROP_TITLE ? self->title : self->caption);
}

static void
daybook_entry_link_finalize (GObject *object)
{
  DaybookEntryLink *self = DAYBOOK_ENTRY_LINK (object);

  g_free (self->title);
  g_free (self->caption);

  G_OBJECT_CLASS (daybook_entry_link_parent_class)->finalize (object);
}

static void
daybook_entry_link_class_init (DaybookEntryLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_entry_link_get_property;
  object_class->finalize = daybook_entry_link_finalize;

  properties[PROP_TITLE] = DAYBOOK_TEXT_PROPERTY ("title", DAYBOOK_READABLE);
  properties[PROP_CAPTION] = DAYBOOK_TEXT_PROPERTY ("caption", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_entry_link_init (DaybookEntryLink *self)
{
}

/**
 * daybook_entry_link_new:
 * @target: the number of the entry, or the key of the account or person
 * @title: (transfer full):
 * @caption: (transfer full):
 *
 * Returns: (transfer full): a link.
 */
DaybookEntryLink *
daybook_entry_link_new (DaybookEntryLinkKind  kind,
                        guint64               target,
                        char                 *title,
                        char                 *caption)
{
  DaybookEntryLink *self = g_object_new (DAYBOOK_TYPE_ENTRY_LINK, NULL);

  self->kind = kind;
  self->target = target;
  self->title = title;
  self->caption = caption;

  return self;
}

/**
 * daybook_entry_link_get_kind:
 *
 * Returns: where it leads.
 */
DaybookEntryLinkKind
daybook_entry_link_get_kind (DaybookEntryLink *self)
{
  return self->kind;
}

/**
 * daybook_entry_link_get_target:
 *
 * Returns: the number of the entry, or the key of the account or person.
 */
guint64
daybook_entry_link_get_target (DaybookEntryLink *self)
{
  return self->target;
}

/**
 * daybook_entry_link_equal:
 *
 * Returns: whether both lead to the same and say the same.
 */
gboolean
daybook_entry_link_equal (DaybookEntryLink *a,
                          DaybookEntryLink *b)
{
  return a->kind == b->kind && a->target == b->target &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->caption, b->caption) == 0;
}
