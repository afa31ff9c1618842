/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account-events.h"

G_BEGIN_DECLS

/**
 * DaybookPlaceHold:
 * @account: a username, an account number or `ref:` and a reference
 * @reason: what the money is set aside for
 * @expires: the day on which it ends by itself, %DAYBOOK_DATE_NONE for never
 * @on: the value date, %DAYBOOK_DATE_NONE for today
 *
 * Command: set money aside.
 */
typedef struct
{
  DaybookCommand command;
  char *account;
  DaybookDecimal amount;
  char *reason;
  DaybookDate expires;
  DaybookDate on;
} DaybookPlaceHold;

/**
 * DaybookRelease:
 * @entry: the number of the entry that placed the hold
 * @reason: (nullable): why
 *
 * Command: make held money available again.
 */
typedef struct
{
  DaybookCommand command;
  guint64 entry;
  char *reason;
  DaybookDate on;
} DaybookRelease;

/**
 * DaybookCapture:
 * @entry: the number of the entry that placed the hold
 * @amount: how much of it; nothing for all of it
 * @method: %DAYBOOK_METHOD_NONE is cash
 *
 * Command: pay out what was held. What is not paid out is released.
 */
typedef struct
{
  DaybookCommand command;
  guint64 entry;
  DaybookDecimal amount;
  DaybookMethod method;
  DaybookDate on;
  char *memo;
} DaybookCapture;

/**
 * DaybookExpire:
 * @entry: the number of the entry that placed the hold
 *
 * Command: record that a hold has reached its expiry day. The program's own, not a person's.
 */
typedef struct
{
  DaybookCommand command;
  guint64 entry;
} DaybookExpire;

/**
 * DaybookHoldPlaced:
 * @hold: its id: what the account knows it by; people know it by its entry's number
 * @expires: %DAYBOOK_DATE_NONE if it does not end by itself
 *
 * Event: money was set aside. It stays in the balance and is not available (rule 18).
 */
typedef struct
{
  DaybookEvent event;
  char *hold;
  DaybookAccountNumber account;
  gint64 amount;
  DaybookCurrency currency;
  char *reason;
  DaybookDate expires;
} DaybookHoldPlaced;

/**
 * DaybookHoldReleased:
 * @entry: the number of the entry that placed the hold. Filed under it, so that it ends once.
 *
 * Event: what was held is available again.
 */
typedef struct
{
  DaybookEvent event;
  guint64 entry;
  char *hold;
  DaybookAccountNumber account;
  gint64 amount;
  DaybookCurrency currency;
  char *reason;
} DaybookHoldReleased;

/**
 * DaybookHoldCaptured:
 * @entry: the number of the entry that placed the hold
 * @amount: what was paid out
 * @released: the rest of the hold, which is available again
 *
 * Event: held money was paid out.
 */
typedef struct
{
  DaybookEvent event;
  guint64 entry;
  char *hold;
  DaybookAccountNumber account;
  gint64 amount;
  gint64 released;
  DaybookCurrency currency;
  DaybookMethod method;
  char *memo;
} DaybookHoldCaptured;

/**
 * DaybookHoldExpired:
 * @entry: the number of the entry that placed the hold
 *
 * Event: a hold reached its expiry day; what was held is available again (rule 20).
 */
typedef struct
{
  DaybookEvent event;
  guint64 entry;
  char *hold;
  DaybookAccountNumber account;
  gint64 amount;
  DaybookCurrency currency;
} DaybookHoldExpired;

extern const DaybookSchema daybook_hold;
extern const DaybookSchema daybook_release;
extern const DaybookSchema daybook_capture;
extern const DaybookSchema daybook_expire;
extern const DaybookSchema daybook_hold_placed;
extern const DaybookSchema daybook_hold_released;
extern const DaybookSchema daybook_hold_captured;
extern const DaybookSchema daybook_hold_expired;

G_END_DECLS
