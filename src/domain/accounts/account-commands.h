/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-events.h"

G_BEGIN_DECLS

/**
 * DaybookOpen:
 * @holder: whose money it will be: a username
 * @currency: empty for the book's home currency
 * @overdraft: how far below zero the account may go
 * @reference: (nullable): the account's number in some other system
 * @name: (nullable): what the account is for (`Holiday fund`)
 * @on: the day it is opened, %DAYBOOK_DATE_NONE for today
 *
 * Command: open an account.
 */
typedef struct
{
  DaybookCommand command;
  char *holder;
  DaybookCurrency currency;
  DaybookDecimal overdraft;
  char *reference;
  char *name;
  DaybookDate on;
} DaybookOpen;

/**
 * DaybookDeposit:
 * @to: a username, an account number or `ref:` and a reference
 * @method: %DAYBOOK_METHOD_NONE is cash
 * @on: the value date, %DAYBOOK_DATE_NONE for today
 *
 * Command: put money into an account.
 */
typedef struct
{
  DaybookCommand command;
  char *to;
  DaybookDecimal amount;
  DaybookMethod method;
  DaybookDate on;
  char *memo;
} DaybookDeposit;

/**
 * DaybookWithdraw:
 *
 * Command: take money out of an account. Fields as in #DaybookDeposit.
 */
typedef struct
{
  DaybookCommand command;
  char *from;
  DaybookDecimal amount;
  DaybookMethod method;
  DaybookDate on;
  char *memo;
} DaybookWithdraw;

/**
 * DaybookTransfer:
 *
 * Command: move money between two accounts of the book. Fields as in #DaybookDeposit.
 */
typedef struct
{
  DaybookCommand command;
  char *from;
  char *to;
  DaybookDecimal amount;
  DaybookDate on;
  char *memo;
} DaybookTransfer;

/**
 * DaybookReverse:
 * @entry: the number of the entry to reverse
 * @reason: why
 * @on: the value date, %DAYBOOK_DATE_NONE for the original's
 *
 * Command: undo the movement of an entry by its equal opposite.
 */
typedef struct
{
  DaybookCommand command;
  guint64 entry;
  char *reason;
  DaybookDate on;
} DaybookReverse;

/**
 * DaybookCorrect:
 * @entry: the number of the entry to correct
 * @reason: why
 * @amount: what is right; not given where the amount was
 * @from: (nullable): the account the money should have come out of, if it was another
 * @to: (nullable): the account it should have gone into, if it was another
 * @method: %DAYBOOK_METHOD_NONE for the original's
 * @on: the value date of what is right, %DAYBOOK_DATE_NONE for the original's
 * @memo: (nullable): %NULL for the original's, `-` for none
 *
 * Command: undo the movement of an entry and record what is right in its place, as one act.
 */
typedef struct
{
  DaybookCommand command;
  guint64 entry;
  char *reason;
  DaybookDecimal amount;
  char *from;
  char *to;
  DaybookMethod method;
  DaybookDate on;
  char *memo;
} DaybookCorrect;

extern const DaybookSchema daybook_open;
extern const DaybookSchema daybook_deposit;
extern const DaybookSchema daybook_withdraw;
extern const DaybookSchema daybook_transfer;
extern const DaybookSchema daybook_reverse;
extern const DaybookSchema daybook_correct;

G_END_DECLS
