/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stage.h"

G_BEGIN_DECLS

gboolean  step_is_command (const char  *sentence);
char     *step_take       (Stage       *stage,
                           const char  *sentence,
                           char       **shown);
char     *facts_refused   (Stage       *stage,
                           const char  *facts,
                           char       **shown);
char     *facts_recorded  (Stage       *stage,
                           const char  *facts,
                           char       **shown);

G_END_DECLS
