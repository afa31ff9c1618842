/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a book and what happens to it, as tables. */

#include "books/book-records.h"

static const DaybookField start_fields[] = {
  DAYBOOK_FIELD (DaybookStart, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (DaybookStart, currency, DAYBOOK_FIELD_CURRENCY),
  DAYBOOK_FIELD (DaybookStart, time_zone, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .optional = TRUE),
};

static const DaybookField book_started_fields[] = {
  DAYBOOK_FIELD (DaybookBookStarted, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (DaybookBookStarted, currency, DAYBOOK_FIELD_CURRENCY),
  DAYBOOK_FIELD (DaybookBookStarted, time_zone, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY),
};

const DaybookSchema daybook_start = DAYBOOK_SCHEMA (DaybookStart, "start", 0, start_fields);

const DaybookSchema daybook_book_started =
  DAYBOOK_SCHEMA (DaybookBookStarted, "BookStarted", 1, book_started_fields,
                  .register_kind = DAYBOOK_STREAM_BOOK, .register_key = DAYBOOK_BOOK_KEY);
