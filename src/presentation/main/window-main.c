/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* daybook: the window. Here the layers meet; everything else knows only those below it. */

#include "application.h"
#include "file-bookshelf.h"
#include "read-model/collation.h"
#include "text-init.h"
#include "text-locale.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DaybookBookshelf) bookshelf = NULL;
  char locale[DAYBOOK_LOCALE_LENGTH];
  g_autoptr (GApplication) application = NULL;

  daybook_text_init (DAYBOOK_LOCALEDIR);
  daybook_collation_use (daybook_text_collation (locale));
  bookshelf = daybook_file_bookshelf_new ();
  application = daybook_application_new (bookshelf);

  return g_application_run (application, argc, argv);
}
