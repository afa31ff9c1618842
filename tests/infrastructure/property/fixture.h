/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "world.h"

G_BEGIN_DECLS

/* The accounts that given_accounts() opens. */
#define JOHN "0000000195"
#define MARY "0000000292"

/**
 * Fixture:
 *
 * One book in an empty folder, as it is when it is open.
 */
typedef struct
{
  char *folder;
  DaybookTestClock *clock;
  World *world;
} Fixture;

void     set_up                  (Fixture           *f,
                                  gconstpointer      in_memory);
void     tear_down               (Fixture           *f,
                                  gconstpointer      in_memory);

Ask     *make_ask                (const char        *verb,
                                  ...) G_GNUC_NULL_TERMINATED;
guint64  recorded                (Fixture           *f,
                                  guint              desk,
                                  Ask               *ask);
void     given_accounts          (Fixture           *f);
guint64  head                    (Fixture           *f);
guint64  version                 (Fixture           *f,
                                  DaybookStreamKind  kind,
                                  const char        *key);
gint64   balance                 (Fixture           *f,
                                  const char        *number);
gint64   shown_balance           (Fixture           *f,
                                  guint32            account);
void     check_same_from_nothing (Fixture           *f);
void     tamper                  (const char        *path,
                                  const char        *sql);

typedef void (*TestFunc) (Fixture *, gconstpointer);

void     add_in_memory           (const char        *name,
                                  TestFunc           func);
void     add_in_file             (const char        *name,
                                  TestFunc           func);
void     add                     (const char        *name,
                                  TestFunc           func);

G_END_DECLS
