/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "context.h"
#include "people/person-records.h"

G_BEGIN_DECLS

/* Rule 1. */
#define DAYBOOK_USERNAME_MIN 2
#define DAYBOOK_USERNAME_MAX 32

char     *daybook_username_fold          (const char             *text);
gboolean  daybook_username_is_valid      (const char             *username);
gboolean  daybook_email_is_valid         (const char             *email);

gboolean  daybook_person_decide_register (gboolean                username_taken,
                                          const DaybookRegister  *command,
                                          const DaybookContext   *context,
                                          GPtrArray              *events,
                                          GError                **error);

G_END_DECLS
