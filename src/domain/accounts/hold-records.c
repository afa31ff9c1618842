/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of holds and what happens to them, as tables.
 *
 * Whatever ends a hold is filed under the entry that placed it: two desks cannot both end it (rule
 * 19). It also carries the hold's id, because an account folds events without their numbers. */

#include "accounts/hold-records.h"

#define PLACED "the entry that placed the hold"
#define ENTRY(type) DAYBOOK_FIELD (type, entry, DAYBOOK_FIELD_ENTRY, .about = PLACED)
#define ON(type) \
  DAYBOOK_FIELD (type, on, DAYBOOK_FIELD_DATE, .optional = TRUE, \
                 .about = "the value date; today if not given")
#define REMARK(type, member, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, __VA_ARGS__)
#define HOLD(type) \
  DAYBOOK_FIELD (type, hold, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_KEY, \
                 .about = "the hold's id, which was generated")
#define ENDED(type, role_name) \
  DAYBOOK_FIELD (type, entry, DAYBOOK_FIELD_ENTRY, .stream = DAYBOOK_STREAM_ENTRY, \
                 .role = role_name, .about = PLACED), \
  HOLD (type)
#define ACCOUNT(type) \
  DAYBOOK_FIELD (type, account, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = "account")
#define AMOUNT(type, ...) DAYBOOK_FIELD (type, amount, DAYBOOK_FIELD_AMOUNT, __VA_ARGS__)
#define EXPIRY "the day on which it ends by itself"
#define CURRENCY(type) DAYBOOK_FIELD (type, currency, DAYBOOK_FIELD_CURRENCY)

static const DaybookField hold_fields[] = {
  DAYBOOK_FIELD (DaybookPlaceHold, account, DAYBOOK_FIELD_TEXT,
                 .max_length = 2 * DAYBOOK_MAX_KEY, .about = DAYBOOK_ABOUT_ACCOUNT),
  DAYBOOK_FIELD (DaybookPlaceHold, amount, DAYBOOK_FIELD_DECIMAL),
  REMARK (DaybookPlaceHold, reason, .about = "what the money is set aside for"),
  DAYBOOK_FIELD (DaybookPlaceHold, expires, DAYBOOK_FIELD_DATE, .optional = TRUE,
                 .about = EXPIRY),
  ON (DaybookPlaceHold),
};

static const DaybookField release_fields[] = {
  ENTRY (DaybookRelease),
  REMARK (DaybookRelease, reason, .optional = TRUE, .about = "why"),
  ON (DaybookRelease),
};

static const DaybookField capture_fields[] = {
  ENTRY (DaybookCapture),
  DAYBOOK_FIELD (DaybookCapture, amount, DAYBOOK_FIELD_DECIMAL, .optional = TRUE,
                 .about = "how much of it; all if not given"),
  DAYBOOK_FIELD (DaybookCapture, method, DAYBOOK_FIELD_CHOICE,
                 .choices = daybook_methods, .optional = TRUE, .about = "cash if not given"),
  ON (DaybookCapture),
  REMARK (DaybookCapture, memo, .optional = TRUE),
};

static const DaybookField expire_fields[] = {
  ENTRY (DaybookExpire),
};

static const DaybookField hold_placed_fields[] = {
  HOLD (DaybookHoldPlaced),
  ACCOUNT (DaybookHoldPlaced),
  AMOUNT (DaybookHoldPlaced),
  CURRENCY (DaybookHoldPlaced),
  REMARK (DaybookHoldPlaced, reason, .about = "what the money is set aside for"),
  DAYBOOK_FIELD (DaybookHoldPlaced, expires, DAYBOOK_FIELD_DATE, .optional = TRUE,
                 .about = EXPIRY),
};

static const DaybookField hold_released_fields[] = {
  ENDED (DaybookHoldReleased, "released"),
  ACCOUNT (DaybookHoldReleased),
  AMOUNT (DaybookHoldReleased),
  CURRENCY (DaybookHoldReleased),
  REMARK (DaybookHoldReleased, reason, .optional = TRUE, .about = "why"),
};

static const DaybookField hold_captured_fields[] = {
  ENDED (DaybookHoldCaptured, "captured"),
  ACCOUNT (DaybookHoldCaptured),
  AMOUNT (DaybookHoldCaptured, .about = "what was paid out"),
  DAYBOOK_FIELD (DaybookHoldCaptured, released, DAYBOOK_FIELD_AMOUNT,
                 .about = "the rest, which is available again"),
  CURRENCY (DaybookHoldCaptured),
  DAYBOOK_FIELD (DaybookHoldCaptured, method, DAYBOOK_FIELD_CHOICE, .choices = daybook_methods),
  REMARK (DaybookHoldCaptured, memo, .optional = TRUE),
};

static const DaybookField hold_expired_fields[] = {
  ENDED (DaybookHoldExpired, "expired"),
  ACCOUNT (DaybookHoldExpired),
  AMOUNT (DaybookHoldExpired),
  CURRENCY (DaybookHoldExpired),
};

const DaybookSchema daybook_hold =
  DAYBOOK_SCHEMA (DaybookPlaceHold, "hold", 0, hold_fields,
                  .summary = "Set money of an account aside.");
const DaybookSchema daybook_release =
  DAYBOOK_SCHEMA (DaybookRelease, "release", 0, release_fields,
                  .summary = "Make held money available again.");
const DaybookSchema daybook_capture =
  DAYBOOK_SCHEMA (DaybookCapture, "capture", 0, capture_fields,
                  .summary = "Pay out held money, in whole or part; the rest is released.");
const DaybookSchema daybook_expire =
  DAYBOOK_SCHEMA (DaybookExpire, "expire", 0, expire_fields,
                  .summary = "Record that a hold has come to its expiry day. The program asks this "
                             "of itself.");
const DaybookSchema daybook_hold_placed =
  DAYBOOK_SCHEMA (DaybookHoldPlaced, "HoldPlaced", 1, hold_placed_fields,
                  .summary = "Money was set aside: still in the balance, not available.");
const DaybookSchema daybook_hold_released =
  DAYBOOK_SCHEMA (DaybookHoldReleased, "HoldReleased", 1, hold_released_fields,
                  .summary = "Held money became available again.");
const DaybookSchema daybook_hold_captured =
  DAYBOOK_SCHEMA (DaybookHoldCaptured, "HoldCaptured", 1, hold_captured_fields,
                  .summary = "Held money was paid out, in whole or part.");
const DaybookSchema daybook_hold_expired =
  DAYBOOK_SCHEMA (DaybookHoldExpired, "HoldExpired", 1, hold_expired_fields,
                  .summary = "A hold came to its expiry day; what was held is available again.");
