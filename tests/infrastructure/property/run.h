/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "generator.h"
#include "world.h"

G_BEGIN_DECLS

#define N_WORLDS 2
#define N_CURRENCIES 4

extern const char *const currencies[N_CURRENCIES];

/**
 * Run:
 * @now: the clock's time, µs since 1970 UTC
 * @ledger: what should be
 * @worlds: what is
 * @history: (element-type utf8): the last commands and what became of them
 * @asked: (element-type Ask): all commands that had an id, to be asked again
 * @checked: how many entries were compared with the ledger
 * @recorded_at: when the last of them was recorded
 * @hash: that of the last of them
 * @streams: what each stream's version should be
 * @balances: (element-type Sum): each account's balance by the stored events
 * @in_unit: whether a unit of work is open at the first desk
 * @n_undone: how often a command was undone, and everything compared
 * @n_races: how often another desk's entry came between a decision and its append
 * @refused: how often by code
 * @accepted: how often by kind
 *
 * One sequence of commands, and everything that is compared after each.
 */
typedef struct
{
  guint32 seed;
  guint step;
  char *folder;
  DaybookTestClock *clock;
  gint64 now;
  NaiveLedger *ledger;
  Generator generator;
  World *worlds[N_WORLDS];
  GQueue *history;
  GPtrArray *asked;
  guint64 checked;
  gint64 recorded_at;
  guint8 hash[DAYBOOK_HASH_SIZE];
  GHashTable *streams;
  GArray *balances;
  Sum by_account[N_CURRENCIES];
  Sum by_method[N_CURRENCIES];
  gboolean in_unit;
  guint n_undone;
  guint n_races;
  guint n_repeats;
  guint refused[DAYBOOK_N_REFUSALS];
  guint accepted[NAIVE_N_KINDS];
} Run;

void  run_fail       (Run         *run,
                      const char  *format,
                      ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;
Sum  *run_balance    (Run         *run,
                      const char  *number);
void  run_remember   (Run         *run,
                      char        *line);
char *run_dup_today  (Run         *run);
void  run_perform    (Run         *run,
                      guint        desk,
                      const Ask   *ask,
                      const Ask   *rival);

void  check_step       (Run       *run);
void  check_thorough   (Run       *run);
void  check_entries    (Run       *run);
void  check_bytes      (Run       *run);
void  check_states     (Run       *run,
                        World     *world);
void  check_undo       (Run       *run,
                        Desk      *desk,
                        const Ask *ask,
                        const Outcome *outcome);
void  check_invariants (Run       *run,
                        guint64    first);

#define MUST(run, condition, ...) \
  G_STMT_START { if (!(condition)) run_fail (run, __VA_ARGS__); } G_STMT_END

G_END_DECLS
