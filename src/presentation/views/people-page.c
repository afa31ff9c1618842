/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "people-page.h"

struct _DaybookPeoplePage
{
  DaybookListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookPeoplePage, daybook_people_page, DAYBOOK_TYPE_LIST_PAGE)

static void
daybook_people_page_class_init (DaybookPeoplePageClass *klass)
{
  g_type_ensure (DAYBOOK_TYPE_PERSON_ROW);
  daybook_page_bind_common (GTK_WIDGET_CLASS (klass), "/org/daybook/Daybook/ui/people-page.ui");
}

static void
daybook_people_page_init (DaybookPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
