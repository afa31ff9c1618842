/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-events.h"

G_BEGIN_DECLS

/**
 * DaybookSheetRole:
 * @DAYBOOK_SHEET_DAY: the day that an entry counts for
 * @DAYBOOK_SHEET_ACCOUNT: whose money it is: a person's name or username, an account's number or
 *   reference
 * @DAYBOOK_SHEET_AMOUNT: money in, or out where it is below zero
 * @DAYBOOK_SHEET_MONEY_IN: money in, in a column of its own
 * @DAYBOOK_SHEET_MONEY_OUT: money out, likewise
 * @DAYBOOK_SHEET_NOTE: what the entry's memo will be
 *
 * What a column can be.
 */
typedef enum
{
  DAYBOOK_SHEET_DAY,
  DAYBOOK_SHEET_ACCOUNT,
  DAYBOOK_SHEET_AMOUNT,
  DAYBOOK_SHEET_MONEY_IN,
  DAYBOOK_SHEET_MONEY_OUT,
  DAYBOOK_SHEET_NOTE,
  DAYBOOK_N_SHEET_ROLES
} DaybookSheetRole;

#define DAYBOOK_SHEET_NO_COLUMN (-1)

/* In which orders the parts of a day are written; the last is NULL. */
extern const char *const daybook_sheet_orders[];

/**
 * DaybookSheetPlan:
 * @columns: which column has which role; %DAYBOOK_SHEET_NO_COLUMN for none
 * @two_columns: whether money in and money out stand in columns of their own
 * @header: whether the first row says what the columns are
 * @order: one of daybook_sheet_orders: how days are written
 * @decimal_mark: `.` or `,`
 * @method: by which way the money moved
 * @opens_accounts: whether who is not there yet is registered, with an account
 *
 * How a sheet is to be read.
 */
typedef struct
{
  int columns[DAYBOOK_N_SHEET_ROLES];
  gboolean two_columns;
  gboolean header;
  const char *order;
  char decimal_mark;
  DaybookMethod method;
  gboolean opens_accounts;
} DaybookSheetPlan;

/**
 * DaybookSheetHabits:
 * @words: (nullable): per role, words for it in the user's language, separated by `|`, the usual
 *   ones first
 * @order: how days are mostly written here
 * @decimal_mark: how amounts are
 *
 * What is usual where the user is: it decides where a sheet leaves it open.
 */
typedef struct
{
  const char *words[DAYBOOK_N_SHEET_ROLES];
  const char *order;
  char decimal_mark;
} DaybookSheetHabits;

gboolean daybook_sheet_plan_is_complete (const DaybookSheetPlan   *self);
gboolean daybook_sheet_plan_equal       (const DaybookSheetPlan   *a,
                                         const DaybookSheetPlan   *b);
void     daybook_sheet_plan_guess       (DaybookSheetPlan         *self,
                                         GPtrArray                *sample,
                                         const DaybookSheetHabits *habits);

G_END_DECLS
