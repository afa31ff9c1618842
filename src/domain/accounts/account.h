/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-commands.h"
#include "context.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_ACCOUNT_NOT_OPENED,
  DAYBOOK_ACCOUNT_OPEN,
  DAYBOOK_ACCOUNT_CLOSED,
} DaybookAccountStatus;

/**
 * DaybookAccount:
 * @number: empty until it was opened
 * @currency: what all its amounts are in
 * @opened_on: the first day that an entry may count for
 * @overdraft: how far below zero it may go, minor units
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
  DaybookCurrency currency;
  DaybookAccountStatus status;
  DaybookDate opened_on;
  gint64 overdraft;
  gint64 balance;
  gint64 held;
  GArray *holds;
  GArray *days;
} DaybookAccount;

/**
 * DaybookDay:
 * @date: a day with entries
 * @balance: at its end, minor units
 * @highest: the greatest balance after any of its entries, minor units
 * @lowest: the least balance after any of its entries, minor units
 * @held: what is set aside at its end, minor units
 */
typedef struct
{
  DaybookDate date;
  gint64 balance;
  gint64 highest;
  gint64 lowest;
  gint64 held;
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

DaybookAccount *daybook_account_new             (void);
void            daybook_account_free            (DaybookAccount        *account);
gboolean        daybook_account_evolve          (DaybookAccount        *account,
                                                 const DaybookEvent    *event);
gint64          daybook_account_get_available   (const DaybookAccount  *account);

gboolean        daybook_account_decide_open     (guint64                last_sequence,
                                                 gboolean               reference_taken,
                                                 const char            *holder_id,
                                                 DaybookCurrency        home_currency,
                                                 const DaybookOpen     *command,
                                                 const DaybookContext  *context,
                                                 GPtrArray             *events,
                                                 GError               **error);
gboolean        daybook_account_decide_deposit  (const DaybookAccount  *account,
                                                 const DaybookDeposit  *command,
                                                 const DaybookContext  *context,
                                                 GPtrArray             *events,
                                                 GError               **error);
gboolean        daybook_account_decide_withdraw (const DaybookAccount  *account,
                                                 const DaybookWithdraw *command,
                                                 const DaybookContext  *context,
                                                 GPtrArray             *events,
                                                 GError               **error);
gboolean        daybook_account_decide_transfer (const DaybookAccount  *from,
                                                 const DaybookAccount  *to,
                                                 const DaybookTransfer *command,
                                                 const DaybookContext  *context,
                                                 GPtrArray             *events,
                                                 GError               **error);
gboolean        daybook_account_decide_reverse  (const DaybookEvent    *original,
                                                 gboolean               already_reversed,
                                                 const DaybookAccount  *from,
                                                 const DaybookAccount  *to,
                                                 const DaybookReverse  *command,
                                                 const DaybookContext  *context,
                                                 GPtrArray             *events,
                                                 GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookAccount, daybook_account_free)

G_END_DECLS
