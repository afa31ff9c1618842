/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookUsernameTaken:
 *
 * Returns: whether somebody has that username.
 */
typedef gboolean (*DaybookUsernameTaken) (const char *username,
                                          gpointer    user_data);

char *daybook_suggest_username (const char           *name,
                                DaybookUsernameTaken  is_taken,
                                gpointer              user_data);

G_END_DECLS
