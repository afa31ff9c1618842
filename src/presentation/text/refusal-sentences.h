/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "refusal.h"

G_BEGIN_DECLS

char *daybook_refusal_sentence    (const GError         *error);

/* Of the groups of refusals that have a file of their own; %NULL for a code of another group. */
char *daybook_say_limit_refusal   (DaybookRefusal        code,
                                   const DaybookFigures *figures);
char *daybook_say_account_refusal (DaybookRefusal        code,
                                   const DaybookFigures *figures);
char *daybook_say_book_refusal    (DaybookRefusal        code,
                                   const DaybookFigures *figures);

G_END_DECLS
