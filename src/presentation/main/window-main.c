/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* daybook: the window. Here the layers meet; everything else knows only those below it. */

#include "application.h"
#include "file-bookshelf.h"
#include "text-init.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DaybookBookshelf) bookshelf = NULL;
  g_autoptr (GApplication) application = NULL;

  daybook_text_init (DAYBOOK_LOCALEDIR);
  bookshelf = daybook_file_bookshelf_new ();
  application = daybook_application_new (bookshelf);

  return g_application_run (application, argc, argv);
}
