/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *daybook_generation_get_current  (const char    *path);
char     *daybook_generation_new          (const char    *path,
                                           GError       **error);
gboolean  daybook_generation_make_current (const char    *path,
                                           const char    *generation,
                                           GError       **error);
int       daybook_generation_lock         (const char    *path,
                                           GCancellable  *cancellable,
                                           GError       **error);
void      daybook_generation_unlock       (int            lock);

G_END_DECLS
