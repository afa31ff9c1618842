/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *daybook_number_text    (int          category,
                              const char  *neutral,
                              const char  *skeleton);
char *daybook_count_text     (guint64      count);
char *daybook_count_sentence (const char  *format,
                              guint64      count);

G_END_DECLS
