/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookStart:
 *
 * Command: start a book. Its home currency is what new accounts are kept in unless said otherwise;
 * its time zone (a tz database name) says when a day ends.
 */
typedef struct
{
  DaybookCommand command;
  char *name;
  DaybookCurrency currency;
  char *time_zone;
} DaybookStart;

/**
 * DaybookRenameBook:
 *
 * Command: call the book something else.
 */
typedef struct
{
  DaybookCommand command;
  char *name;
} DaybookRenameBook;

/**
 * DaybookBookStarted:
 * @decimals: how many decimals the home currency has
 *
 * Event: a book was started; always the first entry.
 */
typedef struct
{
  DaybookEvent event;
  char *name;
  DaybookCurrency currency;
  guint64 decimals;
  char *time_zone;
} DaybookBookStarted;

/**
 * DaybookBookRenamed:
 *
 * Event: the book has another name.
 */
typedef struct
{
  DaybookEvent event;
  char *name;
} DaybookBookRenamed;

/**
 * DaybookCurrencyAdded:
 * @decimals: how many of an amount's digits stand behind the decimal mark; recorded, since amounts
 *   are whole numbers of minor units and ISO 4217 may one day say otherwise
 *
 * Event: the book took on another currency than its home currency.
 */
typedef struct
{
  DaybookEvent event;
  DaybookCurrency currency;
  guint64 decimals;
} DaybookCurrencyAdded;

extern const DaybookSchema daybook_start;
extern const DaybookSchema daybook_rename_book;
extern const DaybookSchema daybook_book_started;
extern const DaybookSchema daybook_book_renamed;
extern const DaybookSchema daybook_currency_added;

#define DAYBOOK_BOOK_KEY "book"

G_END_DECLS
