/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about an account's status (blocks, closing, reopening) and what happens to it, as
 * tables. */

#include "accounts/status-records.h"

const char *const daybook_sides[] = { "debits", "credits", "both", NULL };

/* What happens, happens to one side. */
static const char *const single_sides[] = { "debits", "credits", NULL };

#define WHO(type, member, what, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = 2 * DAYBOOK_MAX_KEY, \
                 .about = what, __VA_ARGS__)
#define REASON(type, ...) \
  DAYBOOK_FIELD (type, reason, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, \
                 .about = "why", __VA_ARGS__)
#define SIDE(type, names, what, ...) \
  DAYBOOK_FIELD (type, side, DAYBOOK_FIELD_CHOICE, .choices = (names), .about = what, __VA_ARGS__)
#define ACCOUNT(type) \
  DAYBOOK_FIELD (type, account, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = "account")

static const DaybookField block_fields[] = {
  WHO (DaybookBlock, account, DAYBOOK_ABOUT_ACCOUNT),
  SIDE (DaybookBlock, daybook_sides, "money out, money in, or both; both if not given",
        .optional = TRUE),
  REASON (DaybookBlock),
};

static const DaybookField unblock_fields[] = {
  WHO (DaybookUnblock, account, DAYBOOK_ABOUT_ACCOUNT),
  SIDE (DaybookUnblock, daybook_sides, "money out, money in, or both; whatever is blocked if not "
        "given", .optional = TRUE),
  REASON (DaybookUnblock, .optional = TRUE),
};

static const DaybookField close_fields[] = {
  WHO (DaybookClose, account, DAYBOOK_ABOUT_ACCOUNT),
  DAYBOOK_FIELD (DaybookClose, payout, DAYBOOK_FIELD_CHOICE, .choices = daybook_methods,
                 .optional = TRUE, .about = "how what is left is paid out"),
  WHO (DaybookClose, to, "the account that what is left is transferred to", .optional = TRUE),
  DAYBOOK_FIELD (DaybookClose, on, DAYBOOK_FIELD_DATE, .optional = TRUE,
                 .about = "the value date; today if not given"),
  REASON (DaybookClose, .optional = TRUE),
};

static const DaybookField reopen_fields[] = {
  WHO (DaybookReopen, account, DAYBOOK_ABOUT_ACCOUNT),
  REASON (DaybookReopen),
};

static const DaybookField account_blocked_fields[] = {
  ACCOUNT (DaybookAccountBlocked),
  SIDE (DaybookAccountBlocked, single_sides, "money out or money in"),
  REASON (DaybookAccountBlocked),
};

static const DaybookField account_unblocked_fields[] = {
  ACCOUNT (DaybookAccountUnblocked),
  SIDE (DaybookAccountUnblocked, single_sides, "money out or money in"),
  REASON (DaybookAccountUnblocked, .optional = TRUE),
};

static const DaybookField account_closed_fields[] = {
  ACCOUNT (DaybookAccountClosed),
  REASON (DaybookAccountClosed, .optional = TRUE),
};

static const DaybookField account_reopened_fields[] = {
  ACCOUNT (DaybookAccountReopened),
  REASON (DaybookAccountReopened),
};

const DaybookSchema daybook_block =
  DAYBOOK_SCHEMA (DaybookBlock, "block", 0, block_fields,
                  .summary = "Let no money out of an account, none into it, or neither.");
const DaybookSchema daybook_unblock =
  DAYBOOK_SCHEMA (DaybookUnblock, "unblock", 0, unblock_fields,
                  .summary = "Lift the blocks of an account.");
const DaybookSchema daybook_close =
  DAYBOOK_SCHEMA (DaybookClose, "close", 0, close_fields,
                  .summary = "Close an account and pay out what is left in it, as one act.");
const DaybookSchema daybook_reopen =
  DAYBOOK_SCHEMA (DaybookReopen, "reopen", 0, reopen_fields,
                  .summary = "Open a closed account again.");

const DaybookSchema daybook_account_blocked =
  DAYBOOK_SCHEMA (DaybookAccountBlocked, "AccountBlocked", 1, account_blocked_fields,
                  .summary = "No money goes out of an account any more, or none comes in.");
const DaybookSchema daybook_account_unblocked =
  DAYBOOK_SCHEMA (DaybookAccountUnblocked, "AccountUnblocked", 1, account_unblocked_fields,
                  .summary = "A block of an account was lifted.");
const DaybookSchema daybook_account_closed =
  DAYBOOK_SCHEMA (DaybookAccountClosed, "AccountClosed", 1, account_closed_fields,
                  .summary = "An account was closed: there is no money in it, and it moves none.");
const DaybookSchema daybook_account_reopened =
  DAYBOOK_SCHEMA (DaybookAccountReopened, "AccountReopened", 1, account_reopened_fields,
                  .summary = "A closed account was opened again, under its number and with its "
                             "history.");
