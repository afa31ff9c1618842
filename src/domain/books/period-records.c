/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about periods and what happens to them, as tables. */

#include "books/period-records.h"

#include "books/book-records.h"

#define UNTIL(type, ...) DAYBOOK_FIELD (type, until, DAYBOOK_FIELD_DATE, __VA_ARGS__)
#define REASON(type) \
  DAYBOOK_FIELD (type, reason, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO)
#define OF_BOOK .register_kind = DAYBOOK_STREAM_BOOK, .register_key = DAYBOOK_BOOK_KEY

static const DaybookField close_period_fields[] = {
  UNTIL (DaybookClosePeriod),
};

static const DaybookField reopen_period_fields[] = {
  UNTIL (DaybookReopenPeriod, .optional = TRUE),
  REASON (DaybookReopenPeriod),
};

static const DaybookField period_closed_fields[] = {
  UNTIL (DaybookPeriodClosed),
  DAYBOOK_FIELD (DaybookPeriodClosed, totals, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_TOTALS, .optional = TRUE),
  DAYBOOK_FIELD (DaybookPeriodClosed, sealed, DAYBOOK_FIELD_ENTRY),
  DAYBOOK_FIELD (DaybookPeriodClosed, seal, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_KEY),
};

static const DaybookField period_reopened_fields[] = {
  UNTIL (DaybookPeriodReopened),
  REASON (DaybookPeriodReopened),
};

const DaybookSchema daybook_close_period =
  DAYBOOK_SCHEMA (DaybookClosePeriod, "close-period", 0, close_period_fields);
const DaybookSchema daybook_reopen_period =
  DAYBOOK_SCHEMA (DaybookReopenPeriod, "reopen-period", 0, reopen_period_fields);
const DaybookSchema daybook_period_closed =
  DAYBOOK_SCHEMA (DaybookPeriodClosed, "PeriodClosed", 1, period_closed_fields, OF_BOOK);
const DaybookSchema daybook_period_reopened =
  DAYBOOK_SCHEMA (DaybookPeriodReopened, "PeriodReopened", 1, period_reopened_fields, OF_BOOK);
