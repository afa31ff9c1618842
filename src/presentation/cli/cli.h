/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/import-source.h"
#include "ports/bookshelf.h"

G_BEGIN_DECLS

/**
 * DaybookCliParts:
 * @bookshelf: where books are found
 * @open_import: how files to be imported are read
 *
 * What the command line is wired to.
 */
typedef struct
{
  DaybookBookshelf *bookshelf;
  DaybookImportOpenFunc open_import;
} DaybookCliParts;

int daybook_cli_run (const DaybookCliParts  *parts,
                     int                     argc,
                     char                  **argv);

G_END_DECLS
