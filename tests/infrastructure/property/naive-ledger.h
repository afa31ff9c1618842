/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ask.h"

G_BEGIN_DECLS

/**
 * Sum:
 *
 * Wide enough for any sum of amounts that a test adds up.
 */
__extension__ typedef __int128 Sum;

typedef enum
{
  NAIVE_STARTED,
  NAIVE_REGISTERED,
  NAIVE_OPENED,
  NAIVE_DEPOSITED,
  NAIVE_WITHDRAWN,
  NAIVE_TRANSFERRED,
  NAIVE_REVERSED,
} NaiveKind;

/* All texts are interned, so that these can be copied as they are. */

typedef struct
{
  const char *username;
  const char *name;
  const char *email;
  const char *registered;
  const char *id;
} NaivePerson;

typedef struct
{
  const char *number;
  guint holder;
  const char *currency;
  const char *opened;
  const char *reference;
  const char *name;
  Sum overdraft;
} NaiveAccount;

/**
 * NaiveEntry:
 * @date: ISO 8601: days compare as texts
 * @from: index of the account debited, -1 for none
 * @to: index of the account credited, -1 for none
 * @method: `cash`, `bank`, or %NULL
 * @reverses: number of the entry undone, 0 for none
 * @text: memo or reason
 * @command_id: (nullable): unknown where the dispatcher made it
 * @content: what the command asked for, in one form
 */
typedef struct
{
  NaiveKind kind;
  const char *date;
  int from;
  int to;
  Sum amount;
  const char *method;
  guint64 reverses;
  const char *text;
  const char *command_id;
  const char *content;
  gint64 recorded_at;
  NaivePerson person;
  NaiveAccount account;
} NaiveEntry;

/**
 * NaiveLedger:
 * @entries: (element-type NaiveEntry): the daybook: entry n stands at n - 1
 */
typedef struct
{
  const char *currency;
  const char *time_zone;
  GArray *people;
  GArray *accounts;
  GArray *entries;
} NaiveLedger;

/**
 * NaiveVerdict:
 * @broken: bit n is set where the refusal of code n would be fair; none means accepted
 * @repeats: number of the entry that this very command recorded before, 0 for none
 * @short_on: (nullable): the first day that a backdated debit does not leave covered
 * @available: what is available now on the account debited, where rule 14 is broken
 * @entry: what would be recorded
 */
typedef struct
{
  guint64 broken;
  guint64 repeats;
  const char *short_on;
  Sum available;
  NaiveEntry entry;
} NaiveVerdict;

/**
 * NaiveLine:
 *
 * A row of an account, in order of value dates, then of entries.
 */
typedef struct
{
  guint64 entry;
  const char *date;
  Sum amount;
  Sum balance;
  guint64 reversed_by;
} NaiveLine;

NaiveLedger  *naive_ledger_new          (void);
NaiveLedger  *naive_ledger_copy         (const NaiveLedger *self);
void          naive_ledger_free         (NaiveLedger       *self);

void          naive_ledger_judge        (const NaiveLedger *self,
                                         const Ask         *ask,
                                         const char        *today,
                                         NaiveVerdict      *verdict);
void          naive_ledger_record       (NaiveLedger       *self,
                                         const NaiveEntry  *entry,
                                         gint64             now);

GArray       *naive_ledger_get_lines    (const NaiveLedger *self,
                                         guint              account);
void          naive_lines_add_up        (GArray            *lines);
guint64       naive_ledger_find_reversal (const NaiveLedger *self,
                                         guint64            number);
Sum           naive_ledger_get_balance  (const NaiveLedger *self,
                                         guint              account);
void          naive_ledger_get_totals   (const NaiveLedger *self,
                                         const char        *currency,
                                         Sum               *accounts,
                                         Sum               *methods);
GHashTable   *naive_ledger_get_streams  (const NaiveLedger *self);
const char   *naive_intern              (const char        *text);
const char   *naive_account_number      (guint64            sequence);
guint         naive_currency_decimals   (const char        *currency);

static inline const NaiveAccount *
naive_account (const NaiveLedger *self,
               guint              account)
{
  return &g_array_index (self->accounts, NaiveAccount, account);
}

static inline const NaiveEntry *
naive_entry (const NaiveLedger *self,
             guint64            number)
{
  return &g_array_index (self->entries, NaiveEntry, number - 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NaiveLedger, naive_ledger_free)

G_END_DECLS
