/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about periods and what happens to them, as tables. */

#include "books/period-records.h"

#include "books/book-records.h"

#define LAST_DAY "the last day of the period"
#define UNTIL(type, what, ...) \
  DAYBOOK_FIELD (type, until, DAYBOOK_FIELD_DATE, .about = what, __VA_ARGS__)
#define REASON(type) \
  DAYBOOK_FIELD (type, reason, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, .about = "why")
#define OF_BOOK .register_kind = DAYBOOK_STREAM_BOOK, .register_key = DAYBOOK_BOOK_KEY

static const DaybookField close_period_fields[] = {
  UNTIL (DaybookClosePeriod, LAST_DAY),
};

static const DaybookField reopen_period_fields[] = {
  UNTIL (DaybookReopenPeriod, "the last day of the period that is meant; the latest if not given",
         .optional = TRUE),
  REASON (DaybookReopenPeriod),
};

static const DaybookField period_closed_fields[] = {
  UNTIL (DaybookPeriodClosed, LAST_DAY),
  DAYBOOK_FIELD (DaybookPeriodClosed, totals, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_TOTALS, .optional = TRUE,
                 .about = "the control totals of that day, if any money was ever moved"),
  DAYBOOK_FIELD (DaybookPeriodClosed, sealed, DAYBOOK_FIELD_ENTRY,
                 .about = "the last entry before the closing: what the seal was taken from"),
  DAYBOOK_FIELD (DaybookPeriodClosed, seal, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_KEY,
                 .about = "the code that people keep on paper"),
};

static const DaybookField period_reopened_fields[] = {
  UNTIL (DaybookPeriodReopened, LAST_DAY),
  REASON (DaybookPeriodReopened),
};

const DaybookSchema daybook_close_period =
  DAYBOOK_SCHEMA (DaybookClosePeriod, "close-period", 0, close_period_fields,
                  .summary = "Lock all value dates up to a day, for good.");
const DaybookSchema daybook_reopen_period =
  DAYBOOK_SCHEMA (DaybookReopenPeriod, "reopen-period", 0, reopen_period_fields,
                  .summary = "Open the latest closed period again.");
const DaybookSchema daybook_period_closed =
  DAYBOOK_SCHEMA (DaybookPeriodClosed, "PeriodClosed", 1, period_closed_fields, OF_BOOK,
                  .summary = "A period was closed: nothing counts for a day up to its last one any "
                             "more.");
const DaybookSchema daybook_period_reopened =
  DAYBOOK_SCHEMA (DaybookPeriodReopened, "PeriodReopened", 1, period_reopened_fields, OF_BOOK,
                  .summary = "The latest closed period was opened again.");
