/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about an account's terms (holders, limits, name) and what happens to them, as
 * tables. */

#include "accounts/terms-records.h"

const char *const daybook_authorities[] = { "any", "all", NULL };

#define WHO(type) \
  DAYBOOK_FIELD (type, account, DAYBOOK_FIELD_TEXT, .max_length = 2 * DAYBOOK_MAX_KEY)
#define TEXT(type, member, max, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = (max), __VA_ARGS__)
#define LIMIT(type, member) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_DECIMAL, .optional = TRUE)
#define ACCOUNT(type) \
  DAYBOOK_FIELD (type, account, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = "account")
#define HOLDER(type) \
  TEXT (type, holder, DAYBOOK_MAX_KEY, .stream = DAYBOOK_STREAM_PERSON, .role = "holder")
#define AMOUNT(type, member) DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_AMOUNT)

static const DaybookField add_holder_fields[] = {
  WHO (DaybookAddHolder),
  TEXT (DaybookAddHolder, holder, DAYBOOK_MAX_KEY),
  DAYBOOK_FIELD (DaybookAddHolder, authority, DAYBOOK_FIELD_CHOICE,
                 .choices = daybook_authorities, .optional = TRUE),
};

static const DaybookField remove_holder_fields[] = {
  WHO (DaybookRemoveHolder),
  TEXT (DaybookRemoveHolder, holder, DAYBOOK_MAX_KEY),
  TEXT (DaybookRemoveHolder, reason, DAYBOOK_MAX_MEMO, .optional = TRUE),
};

static const DaybookField change_limits_fields[] = {
  WHO (DaybookChangeLimits),
  LIMIT (DaybookChangeLimits, minimum),
  LIMIT (DaybookChangeLimits, overdraft),
  LIMIT (DaybookChangeLimits, per_withdrawal),
  LIMIT (DaybookChangeLimits, per_day),
};

static const DaybookField rename_account_fields[] = {
  WHO (DaybookRenameAccount),
  TEXT (DaybookRenameAccount, name, DAYBOOK_MAX_NAME),
};

static const DaybookField holder_added_fields[] = {
  ACCOUNT (DaybookHolderAdded),
  HOLDER (DaybookHolderAdded),
  DAYBOOK_FIELD (DaybookHolderAdded, authority, DAYBOOK_FIELD_CHOICE,
                 .choices = daybook_authorities),
};

static const DaybookField holder_removed_fields[] = {
  ACCOUNT (DaybookHolderRemoved),
  HOLDER (DaybookHolderRemoved),
  TEXT (DaybookHolderRemoved, reason, DAYBOOK_MAX_MEMO, .optional = TRUE),
};

static const DaybookField limits_changed_fields[] = {
  ACCOUNT (DaybookLimitsChanged),
  AMOUNT (DaybookLimitsChanged, minimum),
  AMOUNT (DaybookLimitsChanged, overdraft),
  AMOUNT (DaybookLimitsChanged, per_withdrawal),
  AMOUNT (DaybookLimitsChanged, per_day),
  DAYBOOK_FIELD (DaybookLimitsChanged, currency, DAYBOOK_FIELD_CURRENCY),
};

static const DaybookField account_renamed_fields[] = {
  ACCOUNT (DaybookAccountRenamed),
  TEXT (DaybookAccountRenamed, name, DAYBOOK_MAX_NAME, .optional = TRUE),
};

const DaybookSchema daybook_add_holder =
  DAYBOOK_SCHEMA (DaybookAddHolder, "add-holder", 0, add_holder_fields);
const DaybookSchema daybook_remove_holder =
  DAYBOOK_SCHEMA (DaybookRemoveHolder, "remove-holder", 0, remove_holder_fields);
const DaybookSchema daybook_change_limits =
  DAYBOOK_SCHEMA (DaybookChangeLimits, "limits", 0, change_limits_fields);
const DaybookSchema daybook_rename_account =
  DAYBOOK_SCHEMA (DaybookRenameAccount, "rename", 0, rename_account_fields);

const DaybookSchema daybook_holder_added =
  DAYBOOK_SCHEMA (DaybookHolderAdded, "HolderAdded", 1, holder_added_fields);
const DaybookSchema daybook_holder_removed =
  DAYBOOK_SCHEMA (DaybookHolderRemoved, "HolderRemoved", 1, holder_removed_fields);
const DaybookSchema daybook_limits_changed =
  DAYBOOK_SCHEMA (DaybookLimitsChanged, "LimitsChanged", 1, limits_changed_fields);
const DaybookSchema daybook_account_renamed =
  DAYBOOK_SCHEMA (DaybookAccountRenamed, "AccountRenamed", 1, account_renamed_fields);
