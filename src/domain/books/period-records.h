/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookClosePeriod:
 * @until: the last day of the period
 *
 * Command: lock all value dates up to a day, for good.
 */
typedef struct
{
  DaybookCommand command;
  DaybookDate until;
} DaybookClosePeriod;

/**
 * DaybookReopenPeriod:
 * @until: the last day of the period that is meant, %DAYBOOK_DATE_NONE for the latest
 * @reason: why
 *
 * Command: unlock the latest period (rule 33).
 */
typedef struct
{
  DaybookCommand command;
  DaybookDate until;
  char *reason;
} DaybookReopenPeriod;

/**
 * DaybookPeriodClosed:
 * @until: the last day of the period
 * @totals: (nullable): the control totals at the end of that day, as daybook_totals_format() writes
 *   them; %NULL where no money was moved
 * @sealed: the number of the last entry before this one: what the seal was taken from
 * @seal: the code that people keep on paper
 *
 * Event: a period was closed.
 */
typedef struct
{
  DaybookEvent event;
  DaybookDate until;
  char *totals;
  guint64 sealed;
  char *seal;
} DaybookPeriodClosed;

/**
 * DaybookPeriodReopened:
 * @until: the last day of the period
 *
 * Event: the latest period was opened again.
 */
typedef struct
{
  DaybookEvent event;
  DaybookDate until;
  char *reason;
} DaybookPeriodReopened;

extern const DaybookSchema daybook_close_period;
extern const DaybookSchema daybook_reopen_period;
extern const DaybookSchema daybook_period_closed;
extern const DaybookSchema daybook_period_reopened;

/* A line per currency; there are fewer than two hundred. */
#define DAYBOOK_MAX_TOTALS 20000

G_END_DECLS
