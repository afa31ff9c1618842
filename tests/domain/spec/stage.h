/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "accounts/account.h"
#include "dispatcher.h"
#include "phrase.h"
#include "repository.h"
#include "surroundings.h"

G_BEGIN_DECLS

/**
 * Stage:
 * @known: (element-type utf8 utf8): people by first name, to their usernames; accounts by what they
 *   are called, to their numbers
 * @said: the currency that the step speaks of, if it does
 * @receipt: (nullable): of the last command, if it was accepted
 * @refusal: (nullable): of the last command, if it was refused
 * @head: the last entry's number before the last command
 * @without_book: whether no book is to be started by itself
 * @tells: whether somebody wants to read what the program says
 *
 * Where a scenario is played: a book in memory, with a clock that stands.
 */
typedef struct
{
  DaybookEventStore *store;
  DaybookTestClock *clock;
  DaybookIdSource *ids;
  DaybookDispatcher *dispatcher;
  GHashTable *known;
  char said[4];
  DaybookReceipt *receipt;
  GError *refusal;
  guint64 head;
  gboolean without_book;
  gboolean tells;
} Stage;

#define STAGE_TODAY "2026-11-23"
#define STAGE_FIRST_DAY "2026-01-01"

Stage                *stage_new            (void);
void                  stage_free           (Stage                       *stage);
void                  stage_set_today      (Stage                       *stage,
                                            const char                  *iso8601);
char                 *stage_ask            (Stage                       *stage,
                                            const char                  *verb,
                                            GHashTable                  *texts);
char                 *stage_do             (Stage                       *stage,
                                            const char                  *verb,
                                            ...) G_GNUC_NULL_TERMINATED;
char                 *stage_undo           (Stage                       *stage);
char                 *stage_register       (Stage                       *stage,
                                            const char                  *who);
char                 *stage_open           (Stage                       *stage,
                                            const char                  *who,
                                            const char                  *currency);

char                 *stage_resolve        (Stage                       *stage,
                                            const PhrasePlace           *place);
char                 *stage_person_id      (Stage                       *stage,
                                            const char                  *who);
DaybookAccountNumber  stage_account_number (Stage                       *stage,
                                            const PhrasePlace           *place);
DaybookAccount       *stage_load_account   (Stage                       *stage,
                                            const DaybookAccountNumber  *number);
guint64               stage_get_head       (Stage                       *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

G_END_DECLS
