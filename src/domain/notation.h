/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "date.h"

G_BEGIN_DECLS

char     daybook_notation_kind        (gunichar      c);
gboolean daybook_notation_copy_digits (const char   *number,
                                       char          mark,
                                       char          group,
                                       GString      *neutral);
int      daybook_notation_full_year   (int           year);
gboolean daybook_notation_read_day    (const char   *text,
                                       const char   *order,
                                       DaybookDate  *date);

G_END_DECLS
