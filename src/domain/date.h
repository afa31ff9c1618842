/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookDate:
 *
 * A calendar day as GDate counts it: 1 is 0001-01-01, 0 is "no day". A plain number, so that days
 * are compared, sorted and stored without ceremony; written as ISO 8601 (`2026-11-23`).
 */
typedef guint32 DaybookDate;

#define DAYBOOK_DATE_NONE ((DaybookDate) 0)

/* "YYYY-MM-DD" and its terminating zero. */
#define DAYBOOK_DATE_LENGTH 11

DaybookDate daybook_date_new    (int          year,
                                 int          month,
                                 int          day);
gboolean    daybook_date_parse  (const char  *text,
                                 DaybookDate *date);
void        daybook_date_format (DaybookDate  date,
                                 char         text[DAYBOOK_DATE_LENGTH]);

G_END_DECLS
