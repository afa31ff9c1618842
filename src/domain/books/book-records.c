/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a book and what happens to it, as tables. */

#include "books/book-records.h"

#define HOME_CURRENCY "the home currency"
#define TIME_ZONE "says when a day ends: a name of the tz database"
#define DECIMALS(type) \
  DAYBOOK_FIELD (type, decimals, DAYBOOK_FIELD_COUNT, .about = "how many decimals it has")

static const DaybookField start_fields[] = {
  DAYBOOK_FIELD (DaybookStart, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (DaybookStart, currency, DAYBOOK_FIELD_CURRENCY, .about = HOME_CURRENCY),
  DAYBOOK_FIELD (DaybookStart, time_zone, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .optional = TRUE, .about = TIME_ZONE),
};

static const DaybookField rename_book_fields[] = {
  DAYBOOK_FIELD (DaybookRenameBook, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
};

static const DaybookField book_renamed_fields[] = {
  DAYBOOK_FIELD (DaybookBookRenamed, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
};

static const DaybookField currency_added_fields[] = {
  DAYBOOK_FIELD (DaybookCurrencyAdded, currency, DAYBOOK_FIELD_CURRENCY),
  DECIMALS (DaybookCurrencyAdded),
};

static const DaybookField book_started_fields[] = {
  DAYBOOK_FIELD (DaybookBookStarted, name, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_NAME),
  DAYBOOK_FIELD (DaybookBookStarted, currency, DAYBOOK_FIELD_CURRENCY, .about = HOME_CURRENCY),
  DECIMALS (DaybookBookStarted),
  DAYBOOK_FIELD (DaybookBookStarted, time_zone, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .about = TIME_ZONE),
};

/* Whatever concerns the book as a whole is filed under the book. */
#define OF_BOOK .register_kind = DAYBOOK_STREAM_BOOK, .register_key = DAYBOOK_BOOK_KEY

const DaybookSchema daybook_start =
  DAYBOOK_SCHEMA (DaybookStart, "start", 0, start_fields,
                  .summary = "Start a book.");
const DaybookSchema daybook_rename_book =
  DAYBOOK_SCHEMA (DaybookRenameBook, "rename-book", 0, rename_book_fields,
                  .summary = "Call the book something else.");

const DaybookSchema daybook_book_started =
  DAYBOOK_SCHEMA (DaybookBookStarted, "BookStarted", 1, book_started_fields, OF_BOOK,
                  .summary = "A book was started; always the first entry.");
const DaybookSchema daybook_book_renamed =
  DAYBOOK_SCHEMA (DaybookBookRenamed, "BookRenamed", 1, book_renamed_fields, OF_BOOK,
                  .summary = "The book got another name.");
const DaybookSchema daybook_currency_added =
  DAYBOOK_SCHEMA (DaybookCurrencyAdded, "CurrencyAdded", 1, currency_added_fields, OF_BOOK,
                  .summary = "The book took on another currency than its home currency.");
