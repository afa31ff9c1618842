/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ports/bookshelf.h"
#include "ports/surroundings.h"

G_BEGIN_DECLS

/* What is shown at once in a list. */
#define BENCH_PAGE 40

/**
 * Bench:
 * @n_entries: how many entries a large book has
 * @folder: where everything is made; removed at the end
 * @shelf: opens books as the program does, in a time after all of their entries
 * @rows: of the table
 *
 * One run.
 */
typedef struct
{
  guint64 n_entries;
  char *folder;
  DaybookClock *clock;
  DaybookIdSource *ids;
  DaybookBookshelf *shelf;
  GPtrArray *rows;
} Bench;

/* The accounts of the deep book, by their number of entries: 1, 10, n/1000, n/10, n. */
enum
{
  BENCH_DEPTH_1 = 1,
  BENCH_DEPTH_10,
  BENCH_DEPTH_1_000,
  BENCH_DEPTH_100_000,
  BENCH_DEPTH_1_000_000,
  BENCH_N_DEPTHS = BENCH_DEPTH_1_000_000
};

double           bench_now              (void);
GArray          *bench_times_new        (void);
void             bench_times_add        (GArray            *times,
                                         double             seconds);
double           bench_times_get        (GArray            *times,
                                         double             share);
void             bench_check            (const GError      *error);
char            *bench_seconds          (double             seconds);
void             bench_compare          (Bench             *bench,
                                         const char        *work,
                                         double             seconds,
                                         const char        *reference,
                                         double             reference_seconds,
                                         double             bar);
void             bench_compare_texts    (Bench             *bench,
                                         const char        *work,
                                         const char        *measured,
                                         const char        *reference,
                                         double             ratio,
                                         double             bar);
void             bench_limit            (Bench             *bench,
                                         const char        *work,
                                         double             seconds,
                                         double             bar_seconds);

char            *bench_sample_book      (Bench             *bench);
char            *bench_deep_book        (Bench             *bench);
char            *bench_wide_book        (Bench             *bench);
guint64          bench_depth            (const Bench       *bench,
                                         guint              account);
DaybookOpenBook *bench_open             (Bench             *bench,
                                         const char        *path);
char            *bench_find_read_model  (Bench             *bench,
                                         DaybookEventStore *store);

double           bench_raw_read         (const char        *path);
double           bench_raw_insert       (const char        *path,
                                         const char        *copy);

void             bench_deposit          (Bench             *bench);
void             bench_import           (Bench             *bench);
void             bench_replay           (Bench             *bench);
void             bench_verify           (Bench             *bench);
void             bench_decide           (Bench             *bench);
void             bench_jump             (Bench             *bench);
void             bench_account          (Bench             *bench);
void             bench_search           (Bench             *bench);
void             bench_lists            (Bench             *bench);
void             bench_find             (Bench             *bench);
void             bench_size             (Bench             *bench);
void             bench_codec            (Bench             *bench);

G_END_DECLS
