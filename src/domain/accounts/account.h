/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-commands.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "context.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_ACCOUNT_NOT_OPENED,
  DAYBOOK_ACCOUNT_OPEN,
  DAYBOOK_ACCOUNT_CLOSED,
} DaybookAccountStatus;

/**
 * DaybookLimits:
 * @minimum: what must stay in the account
 * @overdraft: how far below zero it may go
 * @per_withdrawal: the most that one withdrawal may be
 * @per_day: the most that all withdrawals of one value date may be together
 *
 * What an account's money may be used for; minor units, zero for no limit.
 */
typedef struct
{
  gint64 minimum;
  gint64 overdraft;
  gint64 per_withdrawal;
  gint64 per_day;
} DaybookLimits;

/**
 * DaybookDay:
 * @date: a day with entries
 * @balance: at its end, minor units
 * @highest: the greatest balance after any of its entries, minor units
 * @lowest: the least balance after any of its entries, minor units
 * @held: what is set aside at its end, minor units
 * @withdrawn: what left the book on this day and was not put back by a reversal, minor units
 * @limits: those that hold on it
 */
typedef struct
{
  DaybookDate date;
  gint64 balance;
  gint64 highest;
  gint64 lowest;
  gint64 held;
  gint64 withdrawn;
  DaybookLimits limits;
} DaybookDay;

/**
 * DaybookHold:
 * @id: as in the event that placed it
 * @amount: minor units
 * @value_date: the day it counts from
 * @expires: the day it ends by itself, %DAYBOOK_DATE_NONE for never
 *
 * Money set aside.
 */
typedef struct
{
  char *id;
  gint64 amount;
  DaybookDate value_date;
  DaybookDate expires;
} DaybookHold;

/**
 * DaybookAccount:
 * @number: empty until it was opened
 * @name: (nullable): what it is for
 * @currency: what all its amounts are in
 * @opened_on: the first day that an entry may count for: the one it was (re)opened on
 * @last_on: the last day that an entry counts for
 * @holders: (element-type utf8): ids of the people whose money it is; never none
 * @authority: who of them may dispose of it
 * @debits_blocked: (nullable): why no money goes out; %NULL if it may
 * @credits_blocked: (nullable): why no money comes in; %NULL if it may
 * @balance: the sum of what was recorded, minor units
 * @held: money set aside, minor units: the sum of @holds
 * @holds: (element-type DaybookHold): the holds that have not ended, in the order they were placed
 * @days: (element-type DaybookDay): how each day that has entries went, in order of days
 *
 * One account, as its own stream tells it: what a decision about it needs and no more.
 */
typedef struct
{
  DaybookAccountNumber number;
  char *name;
  DaybookCurrency currency;
  DaybookAccountStatus status;
  DaybookDate opened_on;
  DaybookDate last_on;
  GPtrArray *holders;
  DaybookAuthority authority;
  DaybookLimits limits;
  char *debits_blocked;
  char *credits_blocked;
  gint64 balance;
  gint64 held;
  GArray *holds;
  GArray *days;
} DaybookAccount;

DaybookAccount *daybook_account_new           (void);
DaybookAccount *daybook_account_copy          (const DaybookAccount  *account);
void            daybook_account_free          (DaybookAccount        *account);
gboolean        daybook_account_evolve        (DaybookAccount        *account,
                                               const DaybookEvent    *event);
gint64          daybook_account_get_available (const DaybookAccount  *account);
gboolean        daybook_account_has_holder    (const DaybookAccount  *account,
                                               const char            *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAccount, daybook_account_free)

G_END_DECLS
