/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sentences.h"

G_BEGIN_DECLS

/* What each type of event is told by; the table is in entry-sentences.c. */

char *daybook_say_deposited         (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_withdrawn         (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_transferred       (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_reversed          (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_hold_placed       (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_hold_released     (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_hold_captured     (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_hold_expired      (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_account_opened    (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_account_renamed   (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_holder_added      (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_holder_removed    (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_limits_changed    (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_account_blocked   (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_account_unblocked (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_account_closed    (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_account_reopened  (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_person_registered (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_details_changed   (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_username_changed  (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_book_started      (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_book_renamed      (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_currency_added    (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_period_closed     (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_say_period_reopened   (const DaybookEvent         *event,
                                     DaybookReadModel           *names);
char *daybook_brief_deposited       (const DaybookEvent         *event,
                                     const DaybookAccountNumber *seen_from,
                                     DaybookReadModel           *names);
char *daybook_brief_withdrawn       (const DaybookEvent         *event,
                                     const DaybookAccountNumber *seen_from,
                                     DaybookReadModel           *names);
char *daybook_brief_transferred     (const DaybookEvent         *event,
                                     const DaybookAccountNumber *seen_from,
                                     DaybookReadModel           *names);
char *daybook_brief_reversed        (const DaybookEvent         *event,
                                     const DaybookAccountNumber *seen_from,
                                     DaybookReadModel           *names);
char *daybook_brief_hold_captured   (const DaybookEvent         *event,
                                     const DaybookAccountNumber *seen_from,
                                     DaybookReadModel           *names);
char *daybook_brief_account_opened  (const DaybookEvent         *event,
                                     const DaybookAccountNumber *seen_from,
                                     DaybookReadModel           *names);

G_END_DECLS
