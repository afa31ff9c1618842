/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "generator.h"
#include "world.h"

G_BEGIN_DECLS

#define N_WORLDS 2
#define N_CURRENCIES 4

/**
 * Run:
 * @now: the clock's time, µs since 1970 UTC
 * @ledger: what should be
 * @worlds: what is
 * @history: (element-type utf8): the last commands and what became of them
 * @asked: (element-type Ask): all commands that had an id, to be asked again
 * @checked: how many entries were compared with the ledger
 * @recorded_at: the last of them
 * @streams: what each stream's version should be
 * @held: (element-type Sum): each account's balance by the stored events
 * @in_unit: whether a unit of work is open at the first desk
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
  GHashTable *streams;
  GArray *held;
  Sum by_account[N_CURRENCIES];
  Sum by_method[N_CURRENCIES];
  gboolean in_unit;
  guint n_races;
  guint n_repeats;
  guint refused[64];
  guint accepted[NAIVE_REVERSED + 1];
} Run;

void  run_fail       (Run         *run,
                      const char  *format,
                      ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;
void  run_remember   (Run         *run,
                      char        *line);
char *run_dup_today  (Run         *run);
void  run_perform    (Run         *run,
                      guint        desk,
                      const Ask   *ask,
                      const Ask   *rival);

void  check_step     (Run         *run);
void  check_thorough (Run         *run);

#define MUST(run, condition, ...) \
  G_STMT_START { if (!(condition)) run_fail (run, __VA_ARGS__); } G_STMT_END

G_END_DECLS
