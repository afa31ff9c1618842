/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-events.h"

G_BEGIN_DECLS

/**
 * DaybookSide:
 * @DAYBOOK_SIDE_DEBITS: money going out of the account
 * @DAYBOOK_SIDE_CREDITS: money coming into it
 * @DAYBOOK_SIDE_BOTH: in commands only; what happens to each side is an event of its own
 */
typedef enum
{
  DAYBOOK_SIDE_NONE,
  DAYBOOK_SIDE_DEBITS,
  DAYBOOK_SIDE_CREDITS,
  DAYBOOK_SIDE_BOTH,
} DaybookSide;

extern const char *const daybook_sides[];

/**
 * DaybookBlock:
 * @account: a username, an account number or `ref:` and a reference
 * @side: %DAYBOOK_SIDE_NONE is both
 * @reason: why
 *
 * Command: let no money out of an account, none into it, or neither.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  DaybookSide side;
  char *reason;
} DaybookBlock;

/**
 * DaybookUnblock:
 * @side: %DAYBOOK_SIDE_NONE is whatever is blocked
 * @reason: (nullable): why
 *
 * Command: lift an account's blocks.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  DaybookSide side;
  char *reason;
} DaybookUnblock;

/**
 * DaybookClose:
 * @account: a username, an account number or `ref:` and a reference
 * @payout: by what way the rest is paid out, if it is
 * @to: (nullable): the account that the rest is transferred to, if it is
 * @on: the value date, %DAYBOOK_DATE_NONE for today
 * @reason: (nullable): why
 *
 * Command: close an account and pay out what is in it, as one act (rule 8).
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  DaybookMethod payout;
  char *to;
  DaybookDate on;
  char *reason;
} DaybookClose;

/**
 * DaybookReopen:
 * @account: an account number or `ref:` and a reference, or a username
 * @reason: why
 *
 * Command: open a closed account again (rule 9).
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  char *reason;
} DaybookReopen;

/**
 * DaybookAccountBlocked:
 * @side: %DAYBOOK_SIDE_DEBITS or %DAYBOOK_SIDE_CREDITS
 *
 * Event: no money goes out, or none comes in.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  DaybookSide side;
  char *reason;
} DaybookAccountBlocked;

/**
 * DaybookAccountUnblocked:
 *
 * Event: a block was lifted. Fields as in #DaybookAccountBlocked.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  DaybookSide side;
  char *reason;
} DaybookAccountUnblocked;

/**
 * DaybookAccountClosed:
 *
 * Event: the account moves no more money; there is none in it.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  char *reason;
} DaybookAccountClosed;

/**
 * DaybookAccountReopened:
 *
 * Event: the account moves money again, from this day on, under its number and with its history.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  char *reason;
} DaybookAccountReopened;

extern const DaybookSchema daybook_block;
extern const DaybookSchema daybook_unblock;
extern const DaybookSchema daybook_close;
extern const DaybookSchema daybook_reopen;
extern const DaybookSchema daybook_account_blocked;
extern const DaybookSchema daybook_account_unblocked;
extern const DaybookSchema daybook_account_closed;
extern const DaybookSchema daybook_account_reopened;

G_END_DECLS
