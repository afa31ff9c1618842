/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CrashLog:
 *
 * All changes that were made to files, in order.
 */
typedef struct _CrashLog CrashLog;

CrashLog *crash_log_start       (const char *name);
void      crash_log_stop        (CrashLog   *self);
void      crash_log_free        (CrashLog   *self);
guint     crash_log_get_length  (CrashLog   *self);
gboolean  crash_log_is_sync     (CrashLog   *self,
                                 guint       index);
void      crash_log_materialise (CrashLog   *self,
                                 guint       length,
                                 const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CrashLog, crash_log_free)

G_END_DECLS
