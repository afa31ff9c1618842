/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to accounts, as tables. */

#include "accounts/account-events.h"

#include "accounts/hold-records.h"

const char *const daybook_methods[] = { "cash", "bank", NULL };

#define ACCOUNT(type, member) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = #member)
#define MAYBE_ACCOUNT(type, member) \
  DAYBOOK_FIELD (type, member, DAYBOOK_FIELD_ACCOUNT, .stream = DAYBOOK_STREAM_ACCOUNT, \
                 .role = #member, .optional = TRUE)
#define AMOUNT(type) \
  DAYBOOK_FIELD (type, amount, DAYBOOK_FIELD_AMOUNT), \
  DAYBOOK_FIELD (type, currency, DAYBOOK_FIELD_CURRENCY)
#define METHOD(type, ...) \
  DAYBOOK_FIELD (type, method, DAYBOOK_FIELD_CHOICE, .choices = daybook_methods, __VA_ARGS__)
#define MEMO(type) \
  DAYBOOK_FIELD (type, memo, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_MEMO, .optional = TRUE)

#define CORRECTS(type) \
  DAYBOOK_FIELD (type, corrects, DAYBOOK_FIELD_ENTRY, .optional = TRUE, \
                 .stream = DAYBOOK_STREAM_ENTRY, .role = "replacement")

static const DaybookField account_opened_fields[] = {
  ACCOUNT (DaybookAccountOpened, account),
  DAYBOOK_FIELD (DaybookAccountOpened, holder, DAYBOOK_FIELD_TEXT, .max_length = DAYBOOK_MAX_KEY,
                 .stream = DAYBOOK_STREAM_PERSON, .role = "holder"),
  DAYBOOK_FIELD (DaybookAccountOpened, currency, DAYBOOK_FIELD_CURRENCY),
  DAYBOOK_FIELD (DaybookAccountOpened, overdraft, DAYBOOK_FIELD_AMOUNT),
  DAYBOOK_FIELD (DaybookAccountOpened, reference, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_KEY, .optional = TRUE,
                 .stream = DAYBOOK_STREAM_REFERENCE, .role = "reference"),
  DAYBOOK_FIELD (DaybookAccountOpened, name, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_NAME, .optional = TRUE),
};

static const DaybookField money_deposited_fields[] = {
  ACCOUNT (DaybookMoneyDeposited, to),
  AMOUNT (DaybookMoneyDeposited),
  METHOD (DaybookMoneyDeposited),
  MEMO (DaybookMoneyDeposited),
  CORRECTS (DaybookMoneyDeposited),
};

static const DaybookField money_withdrawn_fields[] = {
  ACCOUNT (DaybookMoneyWithdrawn, from),
  AMOUNT (DaybookMoneyWithdrawn),
  METHOD (DaybookMoneyWithdrawn),
  MEMO (DaybookMoneyWithdrawn),
  CORRECTS (DaybookMoneyWithdrawn),
};

static const DaybookField money_transferred_fields[] = {
  ACCOUNT (DaybookMoneyTransferred, from),
  ACCOUNT (DaybookMoneyTransferred, to),
  AMOUNT (DaybookMoneyTransferred),
  MEMO (DaybookMoneyTransferred),
  CORRECTS (DaybookMoneyTransferred),
};

static const DaybookField entry_reversed_fields[] = {
  DAYBOOK_FIELD (DaybookEntryReversed, entry, DAYBOOK_FIELD_ENTRY,
                 .stream = DAYBOOK_STREAM_ENTRY, .role = "reversed"),
  MAYBE_ACCOUNT (DaybookEntryReversed, from),
  MAYBE_ACCOUNT (DaybookEntryReversed, to),
  AMOUNT (DaybookEntryReversed),
  METHOD (DaybookEntryReversed, .optional = TRUE),
  DAYBOOK_FIELD (DaybookEntryReversed, original_date, DAYBOOK_FIELD_DATE),
  DAYBOOK_FIELD (DaybookEntryReversed, reason, DAYBOOK_FIELD_TEXT,
                 .max_length = DAYBOOK_MAX_MEMO),
};

const DaybookSchema daybook_account_opened =
  DAYBOOK_SCHEMA (DaybookAccountOpened, "AccountOpened", 1, account_opened_fields,
                  .register_kind = DAYBOOK_STREAM_REGISTER, .register_key = DAYBOOK_ACCOUNTS_KEY);
const DaybookSchema daybook_money_deposited =
  DAYBOOK_SCHEMA (DaybookMoneyDeposited, "MoneyDeposited", 1, money_deposited_fields);
const DaybookSchema daybook_money_withdrawn =
  DAYBOOK_SCHEMA (DaybookMoneyWithdrawn, "MoneyWithdrawn", 1, money_withdrawn_fields);
const DaybookSchema daybook_money_transferred =
  DAYBOOK_SCHEMA (DaybookMoneyTransferred, "MoneyTransferred", 1, money_transferred_fields);
const DaybookSchema daybook_entry_reversed =
  DAYBOOK_SCHEMA (DaybookEntryReversed, "EntryReversed", 1, entry_reversed_fields);

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
