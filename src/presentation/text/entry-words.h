/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ports/read-model.h"

G_BEGIN_DECLS

/**
 * DaybookLabel:
 * @number: as people read it; empty for no account
 * @holder: (nullable): whose it is, if known
 * @name: (nullable): what it is for, if it has a name
 *
 * How an account is called.
 */
typedef struct
{
  char number[DAYBOOK_ACCOUNT_NUMBER_LENGTH];
  char *holder;
  char *name;
} DaybookLabel;

void        daybook_label_init        (DaybookLabel               *label,
                                       const DaybookAccountNumber *number,
                                       DaybookReadModel           *names);
void        daybook_label_clear       (DaybookLabel               *label);
const char *daybook_label_call        (const DaybookLabel         *label);
char       *daybook_label_text        (const DaybookLabel         *label);
char       *daybook_person_name       (const char                 *id,
                                       DaybookReadModel           *names);
char       *daybook_entry_number_text (guint64                     number);
char       *daybook_with_remark       (char                       *sentence,
                                       const char                 *remark);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookLabel, daybook_label_clear)

G_END_DECLS
