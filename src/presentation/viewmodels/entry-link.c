/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "entry-link.h"

struct _DaybookEntryLink
{
  DaybookRow parent_instance;

  guint kind;
  guint64 target;
  char *title;
  char *caption;
};

static const DaybookRowField fields[] = {
  DAYBOOK_ROW_UINT (DaybookEntryLink, kind),
  DAYBOOK_ROW_POSITION (DaybookEntryLink, target),
  DAYBOOK_ROW_TEXT (DaybookEntryLink, title),
  DAYBOOK_ROW_TEXT (DaybookEntryLink, caption),
};

DAYBOOK_DEFINE_ROW (DaybookEntryLink, daybook_entry_link, fields)

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
