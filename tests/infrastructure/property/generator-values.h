/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "generator.h"

G_BEGIN_DECLS

/* One of some texts, each as likely as the next. */
#define ONE_OF(self, texts) ((texts)[generate_below ((self), G_N_ELEMENTS (texts))])

gboolean    chance           (Generator  *self,
                              guint       percent);
char       *some_text        (Generator  *self,
                              guint       max);
char       *maybe_text       (Generator  *self,
                              guint       max);
char       *needed_text      (Generator  *self,
                              const char *fair,
                              guint       max);
char       *shift_day        (const char *date,
                              int         days);
char       *some_day         (Generator  *self);
char       *some_amount      (Generator  *self,
                              int         account);
void        take_on_the_edge (Generator  *self,
                              Ask        *ask,
                              int         account);
gboolean    has_limit        (Generator  *self,
                              int         account);
void        take_at_the_limit (Generator *self,
                              Ask        *ask,
                              int         account);
const char *odd_username     (Generator  *self);
const char *some_username    (Generator  *self);
char       *some_who         (Generator  *self,
                              int        *account);
char       *some_method      (Generator  *self);
char       *some_currency    (Generator  *self);
guint       some_entry       (Generator  *self,
                              gboolean  (*fits) (Generator *self,
                                                 guint64    number));
char       *some_account     (Generator  *self,
                              gboolean  (*fits) (const NaiveLedger *ledger,
                                                 guint              account));

G_END_DECLS
