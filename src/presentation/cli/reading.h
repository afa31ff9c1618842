/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "table.h"
#include "verbs.h"

G_BEGIN_DECLS

/**
 * DaybookReading:
 * @book: what is read
 * @line: for a line of JSON
 * @table: (nullable): %NULL if lines of JSON are wanted
 *
 * What a reading verb works on.
 */
typedef struct
{
  DaybookOpenBook *book;
  GString *line;
  DaybookTable *table;
} DaybookReading;

gboolean         daybook_reading_wants_json (DaybookCall           *call);
DaybookOpenBook *daybook_reading_open       (DaybookCall           *call,
                                             DaybookAccountNumber  *of,
                                             GError               **error);
DaybookExit      daybook_reading_end        (DaybookReading        *self,
                                             DaybookCall           *call);

/**
 * DaybookReadingFunc:
 * @account: how the account stands
 *
 * Says something of an account.
 *
 * Returns: %FALSE on error.
 */
typedef gboolean (*DaybookReadingFunc) (DaybookReading               *reading,
                                        const DaybookAccountFigures  *account,
                                        GError                      **error);

DaybookExit      daybook_reading_accounts   (DaybookCall           *call,
                                             DaybookTable        *(*new_table) (void),
                                             DaybookReadingFunc     say);

G_END_DECLS
