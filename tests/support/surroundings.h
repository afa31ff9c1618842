/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/surroundings.h"

G_BEGIN_DECLS

#define DAYBOOK_TYPE_TEST_CLOCK (daybook_test_clock_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTestClock, daybook_test_clock, DAYBOOK, TEST_CLOCK, GObject)

DaybookTestClock *daybook_test_clock_new     (const char       *iso8601);
void              daybook_test_clock_set     (DaybookTestClock *self,
                                              const char       *iso8601);

#define DAYBOOK_TYPE_TEST_IDS (daybook_test_ids_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTestIds, daybook_test_ids, DAYBOOK, TEST_IDS, GObject)

DaybookIdSource  *daybook_test_ids_new       (void);

DaybookDate       day                        (const char       *iso8601);
DaybookDecimal    decimal                    (const char       *text);

G_END_DECLS
