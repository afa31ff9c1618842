/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "money.h"

G_BEGIN_DECLS

void daybook_json_begin       (GString          *line);
void daybook_json_end         (GString          *line);
void daybook_json_begin_object (GString         *line,
                                const char      *key);
void daybook_json_end_object  (GString          *line);
void daybook_json_add_text    (GString          *line,
                               const char       *key,
                               const char       *text);
void daybook_json_add_number  (GString          *line,
                               const char       *key,
                               guint64           number);
void daybook_json_add_boolean (GString          *line,
                               const char       *key,
                               gboolean          truth);
void daybook_json_add_amount  (GString          *line,
                               const char       *key,
                               gint64            minor,
                               DaybookCurrency   currency);
void daybook_json_add_texts   (GString          *line,
                               const char       *key,
                               char            **texts);

G_END_DECLS
