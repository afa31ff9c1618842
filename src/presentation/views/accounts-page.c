/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "accounts-page.h"

struct _DaybookAccountsPage
{
  DaybookListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (DaybookAccountsPage, daybook_accounts_page, DAYBOOK_TYPE_LIST_PAGE)

static void
daybook_accounts_page_class_init (DaybookAccountsPageClass *klass)
{
  g_type_ensure (DAYBOOK_TYPE_ACCOUNT_ROW);
  daybook_page_bind_common (GTK_WIDGET_CLASS (klass), "/org/daybook/Daybook/ui/accounts-page.ui");
}

static void
daybook_accounts_page_init (DaybookAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
