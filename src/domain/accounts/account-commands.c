/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of accounts, as tables. */

#include "accounts/account-commands.h"

#define WHO(type, member, what, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_TEXT, .max_length = 2 * DAYBOOK_MAX_KEY, \
                 .about = what, __VA_ARGS__)
#define METHOD(type, ...) \
  DAYBOOK_FIELD (type, method, DAYBOOK_FIELD_CHOICE, .choices = daybook_methods, \
                 .optional = TRUE, __VA_ARGS__)
#define MEMO(type) \
  DAYBOOK_FIELD (type, memo, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, .optional = TRUE)
#define ON(type, what) DAYBOOK_FIELD (type, on, DAYBOOK_FIELD_DATE, .optional = TRUE, .about = what)
#define VALUE_DATE "the value date; today if not given"

static const DaybookField open_fields[] = {
  WHO (DaybookOpen, holder, "whose money it will be: a username"),
  DAYBOOK_FIELD (DaybookOpen, currency, DAYBOOK_FIELD_CURRENCY, .optional = TRUE,
                 .about = "the home currency if not given"),
  DAYBOOK_FIELD (DaybookOpen, overdraft, DAYBOOK_FIELD_DECIMAL, .optional = TRUE,
                 .about = "how far below zero it may go; zero if not given"),
  DAYBOOK_FIELD (DaybookOpen, reference, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .optional = TRUE,
                 .about = "its number in some other system"),
  DAYBOOK_FIELD (DaybookOpen, name, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_NAME, .optional = TRUE, .about = "what it is for"),
  ON (DaybookOpen, "the day it is opened; today if not given"),
};

static const DaybookField deposit_fields[] = {
  WHO (DaybookDeposit, to, DAYBOOK_ABOUT_ACCOUNT),
  DAYBOOK_FIELD (DaybookDeposit, amount, DAYBOOK_FIELD_DECIMAL),
  METHOD (DaybookDeposit, .about = "cash if not given"),
  ON (DaybookDeposit, VALUE_DATE),
  MEMO (DaybookDeposit),
};

static const DaybookField withdraw_fields[] = {
  WHO (DaybookWithdraw, from, DAYBOOK_ABOUT_ACCOUNT),
  DAYBOOK_FIELD (DaybookWithdraw, amount, DAYBOOK_FIELD_DECIMAL),
  METHOD (DaybookWithdraw, .about = "cash if not given"),
  ON (DaybookWithdraw, VALUE_DATE),
  MEMO (DaybookWithdraw),
};

static const DaybookField transfer_fields[] = {
  WHO (DaybookTransfer, from, DAYBOOK_ABOUT_ACCOUNT),
  WHO (DaybookTransfer, to, DAYBOOK_ABOUT_ACCOUNT),
  DAYBOOK_FIELD (DaybookTransfer, amount, DAYBOOK_FIELD_DECIMAL),
  ON (DaybookTransfer, VALUE_DATE),
  MEMO (DaybookTransfer),
};

static const DaybookField reverse_fields[] = {
  DAYBOOK_FIELD (DaybookReverse, entry, DAYBOOK_FIELD_ENTRY, .about = "the entry to reverse"),
  DAYBOOK_FIELD (DaybookReverse, reason, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_MEMO, .about = "why"),
  ON (DaybookReverse, "the value date; the original's if not given"),
};

static const DaybookField correct_fields[] = {
  DAYBOOK_FIELD (DaybookCorrect, entry, DAYBOOK_FIELD_ENTRY, .about = "the entry to correct"),
  DAYBOOK_FIELD (DaybookCorrect, reason, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_MEMO, .about = "why"),
  DAYBOOK_FIELD (DaybookCorrect, amount, DAYBOOK_FIELD_DECIMAL, .optional = TRUE,
                 .about = "what is right; the original's if not given"),
  WHO (DaybookCorrect, from, "the account it should have come out of, if it was another",
       .optional = TRUE),
  WHO (DaybookCorrect, to, "the account it should have gone into, if it was another",
       .optional = TRUE),
  METHOD (DaybookCorrect, .about = "the original's if not given"),
  ON (DaybookCorrect, "the value date of what is right; the original's if not given"),
  DAYBOOK_FIELD (DaybookCorrect, memo, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO,
                 .optional = TRUE, .about = "the original's if not given, `-` for none"),
};

const DaybookSchema daybook_open =
  DAYBOOK_SCHEMA (DaybookOpen, "open", 0, open_fields,
                  .summary = "Open an account.");
const DaybookSchema daybook_deposit =
  DAYBOOK_SCHEMA (DaybookDeposit, "deposit", 0, deposit_fields,
                  .summary = "Put money into an account.");
const DaybookSchema daybook_withdraw =
  DAYBOOK_SCHEMA (DaybookWithdraw, "withdraw", 0, withdraw_fields,
                  .summary = "Take money out of an account.");
const DaybookSchema daybook_transfer =
  DAYBOOK_SCHEMA (DaybookTransfer, "transfer", 0, transfer_fields,
                  .summary = "Move money between two accounts of the book.");
const DaybookSchema daybook_reverse =
  DAYBOOK_SCHEMA (DaybookReverse, "reverse", 0, reverse_fields,
                  .summary = "Undo the movement of an entry by its equal opposite.");
const DaybookSchema daybook_correct =
  DAYBOOK_SCHEMA (DaybookCorrect, "correct", 0, correct_fields,
                  .summary = "Undo the movement of an entry and record what is right in its "
                             "place, as one act.");
