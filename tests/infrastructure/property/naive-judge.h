/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "naive-ledger.h"

G_BEGIN_DECLS

/* What the naive judge's files share. */

/**
 * Judge:
 * @mistyped: the part of what is broken that was mistyped: seen before anything is looked up
 */
typedef struct
{
  const NaiveLedger *ledger;
  const Ask *ask;
  const char *today;
  NaiveVerdict *verdict;
  gboolean mistyped;
} Judge;

/**
 * Typed:
 *
 * An amount, before it is known in what currency.
 */
typedef struct
{
  gboolean given;
  Sum digits;
  guint decimals;
} Typed;

/* How many characters fit. */
enum { MAX_KEY = 64, MAX_WHO = 128, MAX_NAME = 200, MAX_EMAIL = 254, MAX_MEMO = 500 };

#define BROKEN_WITH(judge, code, ...) \
  break_rule ((judge), DAYBOOK_REFUSAL_##code, (NaiveFigures) { __VA_ARGS__ })
#define BROKEN(judge, code) BROKEN_WITH (judge, code, .date = NULL)
#define MISTYPED(judge, code) (BROKEN (judge, code), (judge)->mistyped = TRUE)

/* naive-typed.c: fields as they are typed */
gboolean    fits_64_bits      (Sum          sum);
const char *stripped          (const char  *text);
const char *typed             (Judge       *judge,
                               const char  *name,
                               gboolean     needed);
const char *text_field        (Judge       *judge,
                               const char  *name,
                               glong        max_length,
                               gboolean     needed);
const char *changed_field     (Judge       *judge,
                               const char  *name,
                               glong        max_length,
                               const char  *before);
const char *currency_field    (Judge       *judge,
                               gboolean     needed);
const char *date_field        (Judge       *judge,
                               const char  *name,
                               const char  *otherwise);
const char *choice_field      (Judge       *judge,
                               const char  *name,
                               const char  *first,
                               const char  *second,
                               const char  *third,
                               const char  *otherwise);
guint64     entry_field       (Judge       *judge);
Typed       amount_field      (Judge       *judge,
                               const char  *name,
                               gboolean     needed);
gboolean    to_minor          (Judge       *judge,
                               Typed        amount,
                               const char  *currency,
                               Sum         *minor);
int         who_field         (Judge       *judge,
                               const char  *name,
                               gboolean     needed);
int         person_field      (Judge       *judge,
                               const char  *name);

/* naive-judge.c: what all commands have in common */
void        break_rule        (Judge       *judge,
                               DaybookRefusal code,
                               NaiveFigures figures);
NaiveEntry *add_entry         (Judge       *judge,
                               NaiveKind    kind,
                               const char  *date);
void        judge_date        (Judge       *judge,
                               const char  *date);
void        judge_account_date (Judge      *judge,
                               int          account,
                               const char  *date);

/* naive-movements.c: what moves or sets aside money */
typedef enum
{
  COVERED,
  SHORT_NOW,
  SHORT_LATER,
} Cover;

void        judge_open_account (Judge      *judge,
                               int          account);
void        judge_side        (Judge       *judge,
                               int          account,
                               const char  *side);
void        judge_accounts    (Judge       *judge,
                               const NaiveEntry *entry);
void        judge_sides_of    (Judge       *judge,
                               const NaiveEntry *entry);
void        judge_withdrawal  (Judge       *judge,
                               const NaiveEntry *entry);
void        judge_fitting     (Judge       *judge,
                               int          account);
Cover       find_cover        (Judge       *judge,
                               int          account,
                               const char **short_on);
void        judge_cover       (Judge       *judge,
                               int          account);

/* The commands. */
void        judge_start         (Judge *judge);
void        judge_rename_book   (Judge *judge);
void        judge_register      (Judge *judge);
void        judge_person_change (Judge *judge);
void        judge_open          (Judge *judge);
void        judge_rename        (Judge *judge);
void        judge_add_holder    (Judge *judge);
void        judge_remove_holder (Judge *judge);
void        judge_limits        (Judge *judge);
void        judge_block         (Judge *judge);
void        judge_unblock       (Judge *judge);
void        judge_close         (Judge *judge);
void        judge_reopen        (Judge *judge);
void        judge_deposit       (Judge *judge);
void        judge_withdraw      (Judge *judge);
void        judge_transfer      (Judge *judge);
void        judge_reverse       (Judge *judge);
void        judge_correct       (Judge *judge);
void        judge_hold          (Judge *judge);
void        judge_release       (Judge *judge);
void        judge_capture       (Judge *judge);
void        judge_expire        (Judge *judge);
void        judge_close_period  (Judge *judge);
void        judge_reopen_period (Judge *judge);

G_END_DECLS
