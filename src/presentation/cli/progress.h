/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookProgress:
 *
 * A line on a terminal that says how far something has come; nothing where nobody looks on.
 * Zeroes are a fair start.
 */
typedef struct
{
  gint64 shown_at;
} DaybookProgress;

void daybook_progress_show (guint64          done,
                            guint64          total,
                            gpointer         progress);
void daybook_progress_end  (DaybookProgress *progress);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookProgress, daybook_progress_end)

G_END_DECLS
