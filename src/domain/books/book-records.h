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
 * DaybookBookStarted:
 *
 * Event: a book was started; always the first entry.
 */
typedef struct
{
  DaybookEvent event;
  char *name;
  DaybookCurrency currency;
  char *time_zone;
} DaybookBookStarted;

extern const DaybookSchema daybook_start;
extern const DaybookSchema daybook_book_started;

#define DAYBOOK_BOOK_KEY "book"

G_END_DECLS
