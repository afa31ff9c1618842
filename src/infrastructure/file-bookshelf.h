/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/bookshelf.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_FILE_BOOKSHELF (daybook_file_bookshelf_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFileBookshelf, daybook_file_bookshelf, DAYBOOK, FILE_BOOKSHELF,
                      GObject)

DaybookBookshelf *daybook_file_bookshelf_new            (void);
DaybookBookshelf *daybook_file_bookshelf_new_with_clock (DaybookClock    *clock,
                                                         DaybookIdSource *ids);

G_END_DECLS
