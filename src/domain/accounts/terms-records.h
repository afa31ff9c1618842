/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-events.h"

G_BEGIN_DECLS

/**
 * DaybookAuthority:
 * @DAYBOOK_AUTHORITY_ANY: any one of the holders may dispose of the money alone
 * @DAYBOOK_AUTHORITY_ALL: all holders together
 *
 * Who may dispose of the money of a joint account.
 */
typedef enum
{
  DAYBOOK_AUTHORITY_NONE,
  DAYBOOK_AUTHORITY_ANY,
  DAYBOOK_AUTHORITY_ALL,
} DaybookAuthority;

extern const char *const daybook_authorities[];

/**
 * DaybookAddHolder:
 * @account: a username, an account number or `ref:` and a reference
 * @holder: who is to become a holder too: a username
 * @authority: the rule from now on; %DAYBOOK_AUTHORITY_NONE for what it was, or any one
 *
 * Command: make somebody a holder of an account.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  char *holder;
  DaybookAuthority authority;
} DaybookAddHolder;

/**
 * DaybookRemoveHolder:
 * @reason: (nullable): why
 *
 * Command: somebody shall not be a holder of an account any more. Fields as in #DaybookAddHolder.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  char *holder;
  char *reason;
} DaybookRemoveHolder;

/**
 * DaybookChangeLimits:
 * @account: a username, an account number or `ref:` and a reference
 * @minimum: what must stay in the account
 * @overdraft: how far below zero it may go
 * @per_withdrawal: the most that one withdrawal may be
 * @per_day: the most that all withdrawals of one value date may be together
 *
 * Command: change what an account's money may be used for. What is not given stays; zero takes a
 * limit away.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  DaybookDecimal minimum;
  DaybookDecimal overdraft;
  DaybookDecimal per_withdrawal;
  DaybookDecimal per_day;
} DaybookChangeLimits;

/**
 * DaybookRenameAccount:
 * @name: what the account is for; `-` for nothing in particular
 *
 * Command: call an account something else.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  char *name;
} DaybookRenameAccount;

/**
 * DaybookHolderAdded:
 * @holder: a person's id
 * @authority: the rule from now on
 *
 * Event: the account has one more holder.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  char *holder;
  DaybookAuthority authority;
} DaybookHolderAdded;

/**
 * DaybookHolderRemoved:
 *
 * Event: the account has one holder less; never none (rule 6).
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  char *holder;
  char *reason;
} DaybookHolderRemoved;

/**
 * DaybookLimitsChanged:
 * @minimum: minor units of @currency, as all four; zero is no limit
 *
 * Event: other limits hold from its value date on; all four, not only those that are new.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  gint64 minimum;
  gint64 overdraft;
  gint64 per_withdrawal;
  gint64 per_day;
  DaybookCurrency currency;
} DaybookLimitsChanged;

/**
 * DaybookAccountRenamed:
 * @name: (nullable): what it is for
 *
 * Event: the account has another name, or none any more.
 */
typedef struct
{
  DaybookEvent event;
  DaybookAccountNumber account;
  char *name;
} DaybookAccountRenamed;

extern const DaybookSchema daybook_add_holder;
extern const DaybookSchema daybook_remove_holder;
extern const DaybookSchema daybook_change_limits;
extern const DaybookSchema daybook_rename_account;
extern const DaybookSchema daybook_holder_added;
extern const DaybookSchema daybook_holder_removed;
extern const DaybookSchema daybook_limits_changed;
extern const DaybookSchema daybook_account_renamed;

G_END_DECLS
