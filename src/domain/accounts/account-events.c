/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to accounts, as tables. */

#include "accounts/account-events.h"

#include "accounts/hold-records.h"

const char *const daybook_methods[] = { "cash", "bank", NULL };

#define ACCOUNT(type, member, ...) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = #member, __VA_ARGS__)
#define AMOUNT(type) \
  DAYBOOK_FIELD (type, amount, DAYBOOK_FIELD_AMOUNT), \
  DAYBOOK_FIELD (type, currency, DAYBOOK_FIELD_CURRENCY)
#define METHOD(type, ...) \
  DAYBOOK_FIELD (type, method, DAYBOOK_FIELD_CHOICE, .choices = daybook_methods, __VA_ARGS__)
#define MEMO(type) \
  DAYBOOK_FIELD (type, memo, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, .optional = TRUE)

#define CORRECTS(type) \
  DAYBOOK_FIELD (type, corrects, DAYBOOK_FIELD_ENTRY, .optional = TRUE, \
                 .stream = DAYBOOK_STREAM_ENTRY, .role = "replacement", \
                 .about = "the entry that it stands in place of, as part of a correction")

static const DaybookField account_opened_fields[] = {
  ACCOUNT (DaybookAccountOpened, account, .about = "the number given to it"),
  DAYBOOK_FIELD (DaybookAccountOpened, holder, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_KEY,
                 .stream = DAYBOOK_STREAM_PERSON, .role = "holder",
                 .about = "the id of the person whose money it is"),
  DAYBOOK_FIELD (DaybookAccountOpened, currency, DAYBOOK_FIELD_CURRENCY),
  DAYBOOK_FIELD (DaybookAccountOpened, overdraft, DAYBOOK_FIELD_AMOUNT,
                 .about = "how far below zero it may go"),
  DAYBOOK_FIELD (DaybookAccountOpened, reference, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .optional = TRUE,
                 .stream = DAYBOOK_STREAM_REFERENCE, .role = "reference",
                 .about = "its number in some other system"),
  DAYBOOK_FIELD (DaybookAccountOpened, name, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_NAME, .optional = TRUE, .about = "what it is for"),
};

static const DaybookField money_deposited_fields[] = {
  ACCOUNT (DaybookMoneyDeposited, to, .about = "the account it came into"),
  AMOUNT (DaybookMoneyDeposited),
  METHOD (DaybookMoneyDeposited),
  MEMO (DaybookMoneyDeposited),
  CORRECTS (DaybookMoneyDeposited),
};

static const DaybookField money_withdrawn_fields[] = {
  ACCOUNT (DaybookMoneyWithdrawn, from, .about = "the account it came out of"),
  AMOUNT (DaybookMoneyWithdrawn),
  METHOD (DaybookMoneyWithdrawn),
  MEMO (DaybookMoneyWithdrawn),
  CORRECTS (DaybookMoneyWithdrawn),
};

static const DaybookField money_transferred_fields[] = {
  ACCOUNT (DaybookMoneyTransferred, from, .about = "the account it came out of"),
  ACCOUNT (DaybookMoneyTransferred, to, .about = "the account it went into"),
  AMOUNT (DaybookMoneyTransferred),
  MEMO (DaybookMoneyTransferred),
  CORRECTS (DaybookMoneyTransferred),
};

static const DaybookField entry_reversed_fields[] = {
  DAYBOOK_FIELD (DaybookEntryReversed, entry, DAYBOOK_FIELD_ENTRY,
                 .stream = DAYBOOK_STREAM_ENTRY, .role = "reversed",
                 .about = "the entry that it undoes"),
  ACCOUNT (DaybookEntryReversed, from, .optional = TRUE,
           .about = "the account that the money is taken from again"),
  ACCOUNT (DaybookEntryReversed, to, .optional = TRUE,
           .about = "the account that the money goes back to"),
  AMOUNT (DaybookEntryReversed),
  METHOD (DaybookEntryReversed, .optional = TRUE),
  DAYBOOK_FIELD (DaybookEntryReversed, original_date, DAYBOOK_FIELD_DATE,
                 .about = "the value date of the entry that it undoes"),
  DAYBOOK_FIELD (DaybookEntryReversed, reason, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_MEMO, .about = "why"),
};

const DaybookSchema daybook_account_opened =
  DAYBOOK_SCHEMA (DaybookAccountOpened, "AccountOpened", 1, account_opened_fields,
                  .register_kind = DAYBOOK_STREAM_REGISTER, .register_key = DAYBOOK_ACCOUNTS_KEY,
                  .summary = "An account was opened.");
const DaybookSchema daybook_money_deposited =
  DAYBOOK_SCHEMA (DaybookMoneyDeposited, "MoneyDeposited", 1, money_deposited_fields,
                  .summary = "Money came into an account, by cash or bank.");
const DaybookSchema daybook_money_withdrawn =
  DAYBOOK_SCHEMA (DaybookMoneyWithdrawn, "MoneyWithdrawn", 1, money_withdrawn_fields,
                  .summary = "Money came out of an account, by cash or bank.");
const DaybookSchema daybook_money_transferred =
  DAYBOOK_SCHEMA (DaybookMoneyTransferred, "MoneyTransferred", 1, money_transferred_fields,
                  .summary = "Money moved from one account to another in the same book.");
const DaybookSchema daybook_entry_reversed =
  DAYBOOK_SCHEMA (DaybookEntryReversed, "EntryReversed", 1, entry_reversed_fields,
                  .summary = "An entry was undone by its equal opposite.");

/**
 * daybook_event_get_movement:
 * @movement: (out): untouched if the event moved no money
 *
 * Returns: whether @event moved money.
 */
gboolean
daybook_event_get_movement (const DaybookEvent *event,
                            DaybookMovement    *movement)
{
  const DaybookSchema *schema = event->record.schema;

  if (schema == &daybook_money_deposited)
    {
      const DaybookMoneyDeposited *e = (const DaybookMoneyDeposited *) event;

      *movement = (DaybookMovement) { .to = e->to, .amount = e->amount,
                                      .currency = e->currency, .method = e->method };
    }
  else if (schema == &daybook_money_withdrawn)
    {
      const DaybookMoneyWithdrawn *e = (const DaybookMoneyWithdrawn *) event;

      *movement = (DaybookMovement) { .from = e->from, .amount = e->amount,
                                      .currency = e->currency, .method = e->method };
    }
  else if (schema == &daybook_money_transferred)
    {
      const DaybookMoneyTransferred *e = (const DaybookMoneyTransferred *) event;

      *movement = (DaybookMovement) { .from = e->from, .to = e->to,
                                      .amount = e->amount, .currency = e->currency };
    }
  else if (schema == &daybook_entry_reversed)
    {
      const DaybookEntryReversed *e = (const DaybookEntryReversed *) event;

      *movement = (DaybookMovement) { .from = e->from, .to = e->to, .amount = e->amount,
                                      .currency = e->currency, .method = e->method };
    }
  else if (schema == &daybook_hold_captured)
    {
      const DaybookHoldCaptured *e = (const DaybookHoldCaptured *) event;

      *movement = (DaybookMovement) { .from = e->account, .amount = e->amount,
                                      .currency = e->currency, .method = e->method };
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

/**
 * daybook_event_get_memo:
 *
 * Returns: (transfer none) (nullable): what was noted with a movement; %NULL if nothing was, or
 *   nothing can be.
 */
const char *
daybook_event_get_memo (const DaybookEvent *event)
{
  const DaybookField *field = daybook_schema_get_field (event->record.schema, "memo");

  return field != NULL ? *(char *const *) daybook_field_in (event, field) : NULL;
}
