/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "naive-ledger.h"

G_BEGIN_DECLS

/**
 * Generator:
 * @rand: all chance there is
 * @ledger: what there is to aim at
 * @today: the day it is, ISO 8601
 * @large: whether amounts that hardly fit are asked for. They leave no room for much else.
 * @n_ids: how many command ids were given out
 *
 * Makes up commands.
 */
typedef struct
{
  GRand *rand;
  const NaiveLedger *ledger;
  const char *today;
  gboolean large;
  guint n_ids;
} Generator;

Ask  *generate_ask     (Generator  *self);
Ask  *generate_ask_to  (Generator  *self,
                        const char *verb);
guint generate_below   (Generator  *self,
                        guint       limit);

G_END_DECLS
