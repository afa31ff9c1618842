/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line program: where its parts meet. */

#include "cli.h"
#include "file-bookshelf.h"
#include "import/csv-import-source.h"
#include "read-model/collation.h"
#include "text-init.h"
#include "text-locale.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (DaybookBookshelf) bookshelf = NULL;
  char locale[DAYBOOK_LOCALE_LENGTH];
  DaybookCliParts parts = { .open_import = daybook_csv_import_source_open };

  daybook_text_init (DAYBOOK_LOCALEDIR);
  daybook_collation_use (daybook_text_collation (locale));
  g_set_prgname ("daybook-cli");

  bookshelf = daybook_file_bookshelf_new ();
  parts.bookshelf = bookshelf;

  return daybook_cli_run (&parts, argc, argv);
}
