/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far something has come, on a terminal. */

#include "progress.h"

#include <stdio.h>
#include <unistd.h>

/* Work that is done sooner than this needs no progress, and eyes need no more often. */
#define INTERVAL (G_USEC_PER_SEC / 5)

/**
 * daybook_progress_show:
 * @progress: a #DaybookProgress
 *
 * A #DaybookProgressFunc.
 */
void
daybook_progress_show (guint64  done,
                       guint64  total,
                       gpointer progress)
{
  DaybookProgress *self = progress;
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || now - self->shown_at < INTERVAL)
    return;

  /* The first call starts the clock. */
  if (self->shown_at != 0)
    {
      if (total > 0)
        fprintf (stderr, "\r\033[K%3u %%", (guint) (100.0 * MIN (done, total) / total));
      else
        fprintf (stderr, "\r\033[K%" G_GUINT64_FORMAT, done);
      fflush (stderr);
    }
  self->shown_at = now;
}

/**
 * daybook_progress_end:
 *
 * Takes the line away.
 */
void
daybook_progress_end (DaybookProgress *progress)
{
  if (progress->shown_at != 0)
    fputs ("\r\033[K", stderr);
  progress->shown_at = 0;
}
