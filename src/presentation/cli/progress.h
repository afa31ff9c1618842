/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DaybookProgress:
 * @always: whether it is told also where no terminal is: a line each time
 * @cancellable: cancelled by Ctrl+C, for the work to end in good order
 *
 * A line on a terminal that says how far something has come, and how fast.
 */
typedef struct
{
  gboolean always;
  GCancellable *cancellable;
  gint64 started_at;
  gint64 shown_at;
} DaybookProgress;

void daybook_progress_begin (DaybookProgress *progress,
                             gboolean         always);
void daybook_progress_show  (guint64          done,
                             guint64          total,
                             gpointer         progress);
void daybook_progress_hide  (DaybookProgress *progress);
void daybook_progress_end   (DaybookProgress *progress);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookProgress, daybook_progress_end)

G_END_DECLS
