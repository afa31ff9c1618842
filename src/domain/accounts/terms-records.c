/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about an account's terms (holders, limits, name) and what happens to them, as
 * tables. */

#include "accounts/terms-records.h"

const char *const daybook_authorities[] = { "any", "all", NULL };

#define WHO(type) \
  DAYBOOK_FIELD (type, account, DAYBOOK_FIELD_TEXT, .max_length = 2 * DAYBOOK_MAX_KEY, \
                 .about = DAYBOOK_ABOUT_ACCOUNT)
#define TEXT(type, member, max, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = (max), __VA_ARGS__)
#define LIMITS(type, field_kind, ...) \
  DAYBOOK_FIELD (type, minimum, field_kind, .about = "what must stay in the account", \
                 __VA_ARGS__), \
  DAYBOOK_FIELD (type, overdraft, field_kind, .about = "how far below zero it may go", \
                 __VA_ARGS__), \
  DAYBOOK_FIELD (type, per_withdrawal, field_kind, \
                 .about = "the most that one withdrawal may be; 0 for no limit", __VA_ARGS__), \
  DAYBOOK_FIELD (type, per_day, field_kind, \
                 .about = "the most that a day's withdrawals may be together; 0 for no limit", \
                 __VA_ARGS__)
#define ACCOUNT(type) \
  DAYBOOK_FIELD (type, account, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = "account")
#define HOLDER(type) \
  TEXT (type, holder, DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_PERSON, .role = "holder", \
        .about = "a person's id")
#define AUTHORITY(type, what, ...) \
  DAYBOOK_FIELD (type, authority, DAYBOOK_FIELD_CHOICE, .choices = daybook_authorities, \
                 .about = what, __VA_ARGS__)

static const DaybookField add_holder_fields[] = {
  WHO (DaybookAddHolder),
  TEXT (DaybookAddHolder, holder, DAYBOOK_MAX_KEY,
        .about = "who is to become a holder too: a username"),
  AUTHORITY (DaybookAddHolder, "the rule from now on; what it was if not given", .optional = TRUE),
};

static const DaybookField remove_holder_fields[] = {
  WHO (DaybookRemoveHolder),
  TEXT (DaybookRemoveHolder, holder, DAYBOOK_MAX_KEY,
        .about = "who is to be a holder no longer: a username"),
  TEXT (DaybookRemoveHolder, reason, DAYBOOK_MAX_MEMO, .optional = TRUE, .about = "why"),
};

static const DaybookField change_limits_fields[] = {
  WHO (DaybookChangeLimits),
  LIMITS (DaybookChangeLimits, DAYBOOK_FIELD_DECIMAL, .optional = TRUE),
};

static const DaybookField rename_account_fields[] = {
  WHO (DaybookRenameAccount),
  TEXT (DaybookRenameAccount, name, DAYBOOK_MAX_NAME,
        .about = "what it is for; `-` for nothing in particular"),
};

static const DaybookField holder_added_fields[] = {
  ACCOUNT (DaybookHolderAdded),
  HOLDER (DaybookHolderAdded),
  AUTHORITY (DaybookHolderAdded, "who may dispose of the money from now on"),
};

static const DaybookField holder_removed_fields[] = {
  ACCOUNT (DaybookHolderRemoved),
  HOLDER (DaybookHolderRemoved),
  TEXT (DaybookHolderRemoved, reason, DAYBOOK_MAX_MEMO, .optional = TRUE, .about = "why"),
};

static const DaybookField limits_changed_fields[] = {
  ACCOUNT (DaybookLimitsChanged),
  LIMITS (DaybookLimitsChanged, DAYBOOK_FIELD_AMOUNT),
  DAYBOOK_FIELD (DaybookLimitsChanged, currency, DAYBOOK_FIELD_CURRENCY),
};

static const DaybookField account_renamed_fields[] = {
  ACCOUNT (DaybookAccountRenamed),
  TEXT (DaybookAccountRenamed, name, DAYBOOK_MAX_NAME, .optional = TRUE,
        .about = "what it is for"),
};

const DaybookSchema daybook_add_holder =
  DAYBOOK_SCHEMA (DaybookAddHolder, "add-holder", 0, add_holder_fields,
                  .summary = "Make somebody a holder of an account.");
const DaybookSchema daybook_remove_holder =
  DAYBOOK_SCHEMA (DaybookRemoveHolder, "remove-holder", 0, remove_holder_fields,
                  .summary = "Make somebody a holder of an account no longer.");
const DaybookSchema daybook_change_limits =
  DAYBOOK_SCHEMA (DaybookChangeLimits, "limits", 0, change_limits_fields,
                  .summary = "Change the limits of an account. What is not given stays; zero takes "
                             "a limit away.");
const DaybookSchema daybook_rename_account =
  DAYBOOK_SCHEMA (DaybookRenameAccount, "rename", 0, rename_account_fields,
                  .summary = "Call an account something else.");

const DaybookSchema daybook_holder_added =
  DAYBOOK_SCHEMA (DaybookHolderAdded, "HolderAdded", 1, holder_added_fields,
                  .summary = "An account got one more holder.");
const DaybookSchema daybook_holder_removed =
  DAYBOOK_SCHEMA (DaybookHolderRemoved, "HolderRemoved", 1, holder_removed_fields,
                  .summary = "Somebody ceased to be a holder of an account.");
const DaybookSchema daybook_limits_changed =
  DAYBOOK_SCHEMA (DaybookLimitsChanged, "LimitsChanged", 1, limits_changed_fields,
                  .summary = "Other limits hold for an account from the value date on: all four, "
                             "not only those that are new.");
const DaybookSchema daybook_account_renamed =
  DAYBOOK_SCHEMA (DaybookAccountRenamed, "AccountRenamed", 1, account_renamed_fields,
                  .summary = "An account got another name, or has none any more.");
