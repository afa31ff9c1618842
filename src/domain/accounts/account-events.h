/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * DaybookMethod:
 *
 * By what way money came in or went out of the book.
 */
typedef enum
{
  DAYBOOK_METHOD_NONE,
  DAYBOOK_METHOD_CASH,
  DAYBOOK_METHOD_BANK,
} DaybookMethod;

extern const char *const daybook_methods[];

/**
 * DaybookAccountOpened:
 * @holder: the id of the person whose money it is
 * @overdraft: how far below zero it may go, in minor units
 *
 * Event: an account was opened. Filed in the register of accounts, whose version is the sequence
 * that its number was made from.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  char *holder;
  DaybookCurrency currency;
  gint64 overdraft;
  char *reference;
  char *name;
} DaybookAccountOpened;

/**
 * DaybookMoneyDeposited:
 * @corrects: the number of the entry that it stands in place of; 0 for none
 *
 * Event: money came in.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber to;
  gint64 amount;
  DaybookCurrency currency;
  DaybookMethod method;
  char *memo;
  guint64 corrects;
} DaybookMoneyDeposited;

/**
 * DaybookMoneyWithdrawn:
 * @corrects: the number of the entry that it stands in place of; 0 for none
 *
 * Event: money went out.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber from;
  gint64 amount;
  DaybookCurrency currency;
  DaybookMethod method;
  char *memo;
  guint64 corrects;
} DaybookMoneyWithdrawn;

/**
 * DaybookMoneyTransferred:
 * @corrects: the number of the entry that it stands in place of; 0 for none
 *
 * Event: money moved between two accounts; one event, filed under both, so that none is lost.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber from;
  DaybookAccountNumber to;
  gint64 amount;
  DaybookCurrency currency;
  char *memo;
  guint64 corrects;
} DaybookMoneyTransferred;

/**
 * DaybookEntryReversed:
 * @entry: the number of the entry that this one undoes
 * @from: the account the money is taken from again, if the original gave it to one
 * @to: the account it goes back to, if the original took it from one
 * @original_date: the original's value date; this one's own may be another (rule 27)
 *
 * Event: an entry was undone by its equal opposite (rule 25).
 */
typedef struct
{
  DaybookEvent event;
  guint64 entry;
  DaybookAccountNumber from;
  DaybookAccountNumber to;
  gint64 amount;
  DaybookCurrency currency;
  DaybookMethod method;
  DaybookDate original_date;
  char *reason;
} DaybookEntryReversed;

extern const DaybookSchema daybook_account_opened;
extern const DaybookSchema daybook_money_deposited;
extern const DaybookSchema daybook_money_withdrawn;
extern const DaybookSchema daybook_money_transferred;
extern const DaybookSchema daybook_entry_reversed;

#define DAYBOOK_ACCOUNTS_KEY "accounts"

/* How a command names an account, in all field tables. */
#define DAYBOOK_ABOUT_ACCOUNT "a username, an account number, or `ref:` and a reference"

/**
 * DaybookMovement:
 * @from: the account debited; empty where money came in
 * @to: the account credited; empty where money went out
 * @amount: minor units of @currency, above zero
 * @method: cash or bank; %DAYBOOK_METHOD_NONE between accounts
 *
 * What an entry does to money, whatever the entry is called.
 */
typedef struct
{
  DaybookAccountNumber from;
  DaybookAccountNumber to;
  gint64 amount;
  DaybookCurrency currency;
  DaybookMethod method;
} DaybookMovement;

gboolean    daybook_event_get_movement (const DaybookEvent *event,
                                        DaybookMovement    *movement);
const char *daybook_event_get_memo     (const DaybookEvent *event);

G_END_DECLS
