/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * DaybookPersonPage:
 *
 * A person: who they are, and their accounts.
 *
 * Properties:
 *
 * - `person` (DaybookPersonViewModel): read-only, as a page is of one, for as long as it is there
 */
#define DAYBOOK_TYPE_PERSON_PAGE (daybook_person_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPersonPage, daybook_person_page, DAYBOOK, PERSON_PAGE, DaybookPage)

GtkWidget              *daybook_person_page_new        (DaybookPersonViewModel *person);
DaybookPersonViewModel *daybook_person_page_get_person (DaybookPersonPage      *self);

G_END_DECLS
