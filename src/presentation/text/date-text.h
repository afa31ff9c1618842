/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "date.h"

G_BEGIN_DECLS

char     *daybook_date_text         (DaybookDate       date);
char     *daybook_date_text_short   (DaybookDate       date,
                                     DaybookDate       today);
char     *daybook_date_text_month   (DaybookDate       date);
char     *daybook_time_text         (gint64            recorded_at);
gboolean  daybook_date_text_parse   (const char       *text,
                                     DaybookDate      *date);
const char *daybook_date_text_order (void);

G_END_DECLS
