/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ask.h"
#include "refusal.h"

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
  NAIVE_HELD,
  NAIVE_RELEASED,
  NAIVE_CAPTURED,
  NAIVE_EXPIRED,
  NAIVE_DETAILS_CHANGED,
  NAIVE_USERNAME_CHANGED,
  NAIVE_CURRENCY_ADDED,
  NAIVE_BOOK_RENAMED,
  NAIVE_ACCOUNT_RENAMED,
  NAIVE_HOLDER_ADDED,
  NAIVE_HOLDER_REMOVED,
  NAIVE_LIMITS_CHANGED,
  NAIVE_BLOCKED,
  NAIVE_UNBLOCKED,
  NAIVE_CLOSED,
  NAIVE_REOPENED,
  NAIVE_PERIOD_CLOSED,
  NAIVE_PERIOD_REOPENED,
  NAIVE_N_KINDS
} NaiveKind;

/* All texts are interned, so that these can be copied as they are. */

typedef struct
{
  const char *name;
  const char *email;
  const char *phone;
  const char *address;
  const char *note;
} NaiveDetails;

/**
 * NaivePerson:
 *
 * As they were registered.
 */
typedef struct
{
  const char *id;
  const char *username;
  const char *registered;
} NaivePerson;

/**
 * NaiveLimits:
 *
 * Minor units; zero is no limit.
 */
typedef struct
{
  Sum minimum;
  Sum overdraft;
  Sum per_withdrawal;
  Sum per_day;
} NaiveLimits;

/**
 * NaiveAccount:
 *
 * As it was opened.
 */
typedef struct
{
  const char *number;
  const char *currency;
  const char *opened;
  const char *reference;
} NaiveAccount;

/**
 * NaiveEntry:
 * @first: number of the first entry of its command
 * @date: ISO 8601: days compare as texts
 * @from: index of the account debited, -1 for none
 * @to: index of the account credited, -1 for none
 * @account: index of the account that it is about where no money moves, or whose hold; -1 for none
 * @person: index of the person that it is about, -1 for none
 * @amount: what is moved, set aside or not set aside any more
 * @released: what a capture leaves of a hold
 * @method: `cash`, `bank`, or %NULL
 * @currency: of the amounts, or what the book or the account is kept in
 * @reverses: number of the entry undone, 0 for none
 * @ends: number of the entry that placed the hold which ends, 0 for none
 * @corrects: number of the entry that it stands in place of, 0 for none
 * @original_date: value date of the entry undone
 * @text: memo or reason
 * @name: of the book or the account
 * @choice: the time zone, the side that is blocked, the authority rule
 * @day: on which a hold expires, or with which a period ends
 * @id: of the person or the hold: unknown until it is made
 * @username: the new one
 * @former: the one before
 * @details: all that is known of a person from now on
 * @limits: all that hold from now on
 * @totals: (nullable): the control totals of a period, as they are written down
 * @sealed: number of the entry that its seal is taken from
 * @command_id: (nullable): unknown where the dispatcher made it
 * @content: what the command asked for, in one form
 */
typedef struct
{
  NaiveKind kind;
  guint64 first;
  const char *date;
  int from;
  int to;
  int account;
  int person;
  Sum amount;
  Sum released;
  const char *method;
  const char *currency;
  guint64 reverses;
  guint64 ends;
  guint64 corrects;
  const char *original_date;
  const char *text;
  const char *name;
  const char *choice;
  const char *day;
  const char *id;
  const char *reference;
  const char *username;
  const char *former;
  NaiveDetails details;
  NaiveLimits limits;
  const char *totals;
  guint64 sealed;
  const char *command_id;
  const char *content;
  gint64 recorded_at;
} NaiveEntry;

/**
 * NaiveLedger:
 * @currency: (nullable): the home currency, %NULL before there is a book
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

/* A command records two entries at most. */
#define NAIVE_MAX_ENTRIES 2

/**
 * NaiveFigures:
 * @date: (nullable): the day that matters; %NULL if any may be said
 * @counts: whether @available does
 *
 * What a refusal has to say besides its code.
 */
typedef struct
{
  const char *date;
  gboolean counts;
  Sum available;
} NaiveFigures;

/**
 * NaiveVerdict:
 * @refused: whether any rule is broken
 * @broken: by code: whether that refusal would be fair
 * @figures: by code: what it would have to say
 * @repeats: number of the first entry that this very command recorded before, 0 for none
 * @entries: what would be recorded
 */
typedef struct
{
  gboolean refused;
  gboolean broken[DAYBOOK_N_REFUSALS];
  NaiveFigures figures[DAYBOOK_N_REFUSALS];
  guint64 repeats;
  NaiveEntry entries[NAIVE_MAX_ENTRIES];
  guint n_entries;
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

/* naive-judge.c */
void          naive_ledger_judge           (const NaiveLedger *self,
                                            const Ask         *ask,
                                            const char        *today,
                                            NaiveVerdict      *verdict);

/* naive-ledger.c */
NaiveLedger  *naive_ledger_new             (void);
NaiveLedger  *naive_ledger_copy            (const NaiveLedger *self);
void          naive_ledger_free            (NaiveLedger       *self);
void          naive_ledger_record          (NaiveLedger       *self,
                                            const NaiveEntry  *entry,
                                            gint64             now);

GArray       *naive_ledger_get_lines       (const NaiveLedger *self,
                                            guint              account);
GArray       *naive_ledger_get_days        (const NaiveLedger *self);
guint64       naive_ledger_find_reversal   (const NaiveLedger *self,
                                            guint64            number);
guint64       naive_ledger_find_end        (const NaiveLedger *self,
                                            guint64            number);
Sum           naive_ledger_get_balance     (const NaiveLedger *self,
                                            guint              account,
                                            const char        *day);
Sum           naive_ledger_get_held        (const NaiveLedger *self,
                                            guint              account,
                                            const char        *day);
NaiveLimits   naive_ledger_get_limits      (const NaiveLedger *self,
                                            guint              account,
                                            const char        *day);
Sum           naive_ledger_get_available   (const NaiveLedger *self,
                                            guint              account,
                                            const char        *day);
Sum           naive_ledger_get_withdrawn   (const NaiveLedger *self,
                                            guint              account,
                                            const char        *day);
void          naive_ledger_get_totals      (const NaiveLedger *self,
                                            const char        *currency,
                                            const char        *day,
                                            Sum               *accounts,
                                            Sum               *cash,
                                            Sum               *bank);
const char   *naive_intern                 (const char        *text);
const char   *naive_account_number         (guint64            sequence);
guint         naive_currency_decimals      (const char        *currency);
char         *naive_write_amount           (Sum                minor,
                                            const char        *currency);

/* naive-state.c */
gboolean      naive_ledger_is_closed       (const NaiveLedger *self,
                                            guint              account);
const char   *naive_ledger_get_first_day   (const NaiveLedger *self,
                                            guint              account);
gboolean      naive_ledger_is_blocked      (const NaiveLedger *self,
                                            guint              account,
                                            const char        *side);
GArray       *naive_ledger_get_holders     (const NaiveLedger *self,
                                            guint              account);
gboolean      naive_ledger_is_holder       (const NaiveLedger *self,
                                            guint              account,
                                            guint              person);
const char   *naive_ledger_get_authority   (const NaiveLedger *self,
                                            guint              account);
const char   *naive_ledger_get_name        (const NaiveLedger *self,
                                            int                account);
const char   *naive_ledger_get_username    (const NaiveLedger *self,
                                            guint              person);
NaiveDetails  naive_ledger_get_details     (const NaiveLedger *self,
                                            guint              person);
int           naive_ledger_find_person     (const NaiveLedger *self,
                                            const char        *username);
int           naive_ledger_find_account    (const NaiveLedger *self,
                                            const char        *number,
                                            const char        *reference);
gboolean      naive_ledger_has_currency    (const NaiveLedger *self,
                                            const char        *currency);
const char   *naive_ledger_get_lock        (const NaiveLedger *self);
GHashTable   *naive_ledger_get_streams     (const NaiveLedger *self);
char         *naive_seal                   (const guint8      *hash);

static inline const NaivePerson *
naive_person (const NaiveLedger *self,
              guint              person)
{
  return &g_array_index (self->people, NaivePerson, person);
}

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
