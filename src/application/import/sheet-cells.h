/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "date.h"
#include "money.h"

G_BEGIN_DECLS

gboolean  daybook_cell_read_amount (const char       *text,
                                    char              decimal_mark,
                                    DaybookDecimal   *amount,
                                    DaybookCurrency  *currency,
                                    GError          **error);
gboolean  daybook_cell_read_day    (const char       *text,
                                    const char       *order,
                                    DaybookDate      *day);
char     *daybook_cell_strip       (const char       *text);

G_END_DECLS
