/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * DaybookListPage:
 *
 * A page with a list to look through: a search, a menu that says what is listed and in which order,
 * and a button for something new. A kind of page says the rest in its template.
 *
 * Properties:
 *
 * - `shows` (string): which of the book's lists: the name of its property
 * - `list` (DaybookListViewModel): that list; follows the book
 * - `list-name` (string): of the list, for screen readers
 * - `hint` (string): in the empty search field
 * - `menu` (GMenuModel): with the actions `list.sort`, `list.order` and `list.status`, which set
 *   the properties of the list that are called so
 * - `menu-name` (string): what the menu is for
 * - `factory` (GtkListItemFactory): makes the rows
 * - `show-action` (string): shows one of the list; takes its `key`
 * - `new-action` (string), `new-name` (string), `new-label` (string): what makes something new, its
 *   name, and the same with a mnemonic
 * - `placeholder` (GtkWidget): instead of all of it while there is nothing to list
 */
#define DAYBOOK_TYPE_LIST_PAGE (daybook_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookListPage, daybook_list_page, DAYBOOK, LIST_PAGE, DaybookPage)

struct _DaybookListPageClass
{
  DaybookPageClass parent_class;
};

G_END_DECLS
