/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "books/control-totals.h"
#include "ports/event-store.h"
#include "ports/read-model.h"

G_BEGIN_DECLS

char *daybook_entry_sentence      (const DaybookEvent         *event,
                                   DaybookReadModel           *names);
char *daybook_recorded_sentence   (GPtrArray                  *events,
                                   DaybookReadModel           *names);
char *daybook_entry_line          (const DaybookEvent         *event,
                                   const DaybookAccountNumber *seen_from,
                                   DaybookReadModel           *names);
char *daybook_movement_sentence   (const DaybookEvent         *event,
                                   const char                 *newcomer,
                                   DaybookReadModel           *names);
char *daybook_error_sentence      (const GError               *error,
                                   const char                 *path);
char *daybook_flaw_sentence       (const DaybookVerdict       *verdict);
char *daybook_copy_error_sentence (const GError               *error,
                                   const char                 *path,
                                   const char                 *target);
char *daybook_account_number_text (const DaybookAccountNumber *number);
char *daybook_control_sentence    (const DaybookControlTotal  *total);
char *daybook_control_sentences   (const char                 *text);

G_END_DECLS
