/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest name of a locale: language, script, country, keywords. */
#define DAYBOOK_LOCALE_LENGTH 64

void daybook_text_locale     (int         category,
                              char        locale[DAYBOOK_LOCALE_LENGTH]);
void daybook_text_use_locale (const char *locale);

const char *daybook_text_collation (char locale[DAYBOOK_LOCALE_LENGTH]);

G_END_DECLS
