/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of accounts, as tables. */

#include "accounts/account-commands.h"

/* WHO: a username, an account number, `ref:` and a reference. */
#define WHO(type, member, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = 2 * DAYBOOK_MAX_KEY, __VA_ARGS__)
#define MEMO(type) \
  DAYBOOK_FIELD (type, memo, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, .optional = TRUE)
#define ON(type) DAYBOOK_FIELD (type, on, DAYBOOK_FIELD_DATE, .optional = TRUE)

static const DaybookField open_fields[] = {
  WHO (DaybookOpen, holder),
  DAYBOOK_FIELD (DaybookOpen, currency, DAYBOOK_FIELD_CURRENCY, .optional = TRUE),
  DAYBOOK_FIELD (DaybookOpen, overdraft, DAYBOOK_FIELD_DECIMAL, .optional = TRUE),
  DAYBOOK_FIELD (DaybookOpen, reference, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .optional = TRUE),
  DAYBOOK_FIELD (DaybookOpen, name, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_NAME, .optional = TRUE),
  ON (DaybookOpen),
};

static const DaybookField deposit_fields[] = {
  WHO (DaybookDeposit, to),
  DAYBOOK_FIELD (DaybookDeposit, amount, DAYBOOK_FIELD_DECIMAL),
  DAYBOOK_FIELD (DaybookDeposit, method, DAYBOOK_FIELD_CHOICE,
                 .choices = daybook_methods, .optional = TRUE),
  ON (DaybookDeposit),
  MEMO (DaybookDeposit),
};

static const DaybookField withdraw_fields[] = {
  WHO (DaybookWithdraw, from),
  DAYBOOK_FIELD (DaybookWithdraw, amount, DAYBOOK_FIELD_DECIMAL),
  DAYBOOK_FIELD (DaybookWithdraw, method, DAYBOOK_FIELD_CHOICE,
                 .choices = daybook_methods, .optional = TRUE),
  ON (DaybookWithdraw),
  MEMO (DaybookWithdraw),
};

static const DaybookField transfer_fields[] = {
  WHO (DaybookTransfer, from),
  WHO (DaybookTransfer, to),
  DAYBOOK_FIELD (DaybookTransfer, amount, DAYBOOK_FIELD_DECIMAL),
  ON (DaybookTransfer),
  MEMO (DaybookTransfer),
};

static const DaybookField reverse_fields[] = {
  DAYBOOK_FIELD (DaybookReverse, entry, DAYBOOK_FIELD_ENTRY),
  DAYBOOK_FIELD (DaybookReverse, reason, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO),
  ON (DaybookReverse),
};

static const DaybookField correct_fields[] = {
  DAYBOOK_FIELD (DaybookCorrect, entry, DAYBOOK_FIELD_ENTRY),
  DAYBOOK_FIELD (DaybookCorrect, reason, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO),
  DAYBOOK_FIELD (DaybookCorrect, amount, DAYBOOK_FIELD_DECIMAL, .optional = TRUE),
  WHO (DaybookCorrect, from, .optional = TRUE),
  WHO (DaybookCorrect, to, .optional = TRUE),
  DAYBOOK_FIELD (DaybookCorrect, method, DAYBOOK_FIELD_CHOICE,
                 .choices = daybook_methods, .optional = TRUE),
  ON (DaybookCorrect),
  MEMO (DaybookCorrect),
};

const DaybookSchema daybook_open = DAYBOOK_SCHEMA (DaybookOpen, "open", 0, open_fields);
const DaybookSchema daybook_deposit =
  DAYBOOK_SCHEMA (DaybookDeposit, "deposit", 0, deposit_fields);
const DaybookSchema daybook_withdraw =
  DAYBOOK_SCHEMA (DaybookWithdraw, "withdraw", 0, withdraw_fields);
const DaybookSchema daybook_transfer =
  DAYBOOK_SCHEMA (DaybookTransfer, "transfer", 0, transfer_fields);
const DaybookSchema daybook_reverse =
  DAYBOOK_SCHEMA (DaybookReverse, "reverse", 0, reverse_fields);
const DaybookSchema daybook_correct =
  DAYBOOK_SCHEMA (DaybookCorrect, "correct", 0, correct_fields);
