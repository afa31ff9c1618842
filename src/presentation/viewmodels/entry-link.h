/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "row.h"

G_BEGIN_DECLS

/**
 * DaybookEntryLinkKind:
 * @DAYBOOK_ENTRY_LINK_ENTRY: to another entry
 * @DAYBOOK_ENTRY_LINK_ACCOUNT: to an account
 * @DAYBOOK_ENTRY_LINK_PERSON: to a person
 *
 * Where a link leads.
 */
typedef enum
{
  DAYBOOK_ENTRY_LINK_ENTRY,
  DAYBOOK_ENTRY_LINK_ACCOUNT,
  DAYBOOK_ENTRY_LINK_PERSON,
} DaybookEntryLinkKind;

/**
 * DaybookEntryLink:
 *
 * From an entry's page to something that it has to do with. Never changes.
 *
 * Properties, all read-only:
 *
 * - `kind` (guint): of #DaybookEntryLinkKind
 * - `target` (guint64): the number of the entry, or the key of the account or person
 * - `title` (text): "Reversed by entry 13", or what the account or person is called
 * - `caption` (text): what that entry says, or the account's number or the person's username
 */
#define DAYBOOK_TYPE_ENTRY_LINK (daybook_entry_link_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEntryLink, daybook_entry_link, DAYBOOK, ENTRY_LINK, DaybookRow)

DaybookEntryLink     *daybook_entry_link_new        (DaybookEntryLinkKind  kind,
                                                     guint64               target,
                                                     char                 *title,
                                                     char                 *caption);
DaybookEntryLinkKind  daybook_entry_link_get_kind   (DaybookEntryLink     *self);
guint64               daybook_entry_link_get_target (DaybookEntryLink     *self);

G_END_DECLS
