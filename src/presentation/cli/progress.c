/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far something has come, on a terminal, and Ctrl+C for long work: it is asked to stop, and
 * does so where nothing is left half done. A second Ctrl+C ends the program at once. */

#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* Work that is done sooner than this needs no progress, and eyes need no more often. */
#define INTERVAL (G_USEC_PER_SEC / 5)

static volatile sig_atomic_t interrupted;

static void
interrupt (int number)
{
  interrupted = 1;
}

/**
 * daybook_progress_begin:
 * @progress: all zeroes
 * @always: whether it is told also where no terminal is
 *
 * From here to daybook_progress_end(), Ctrl+C cancels.
 */
void
daybook_progress_begin (DaybookProgress *progress,
                        gboolean         always)
{
  struct sigaction action = { .sa_handler = interrupt, .sa_flags = (int) SA_RESETHAND };

  interrupted = 0;
  sigaction (SIGINT, &action, NULL);
  progress->always = always;
  progress->cancellable = g_cancellable_new ();
  progress->started_at = g_get_monotonic_time ();
  progress->shown_at = progress->started_at;
}

static void
print (DaybookProgress *self,
       guint64          done,
       guint64          total,
       gint64           now)
{
  gboolean on_terminal = isatty (STDERR_FILENO);
  guint64 rate = done * G_USEC_PER_SEC / (guint64) MAX (now - self->started_at, 1);

  if (on_terminal)
    fputs ("\r\033[K", stderr);
  if (total > 0)
    fprintf (stderr, "%3u %%  %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
             (guint) (100.0 * MIN (done, total) / total), done, total);
  else
    fprintf (stderr, "%" G_GUINT64_FORMAT, done);
  fprintf (stderr, "  %" G_GUINT64_FORMAT "/s%s", rate, on_terminal ? "" : "\n");
  fflush (stderr);
}

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

  if (interrupted)
    g_cancellable_cancel (self->cancellable);
  if ((!self->always && !isatty (STDERR_FILENO)) ||
      (now - self->shown_at < INTERVAL && !(self->always && done == total)))
    return;

  print (self, done, total, now);
  self->shown_at = now;
}

/**
 * daybook_progress_hide:
 *
 * Takes the line away, for something else to be said.
 */
void
daybook_progress_hide (DaybookProgress *progress)
{
  if (progress->shown_at != progress->started_at && isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

/**
 * daybook_progress_end:
 *
 * Takes the line away for good.
 */
void
daybook_progress_end (DaybookProgress *progress)
{
  if (progress->cancellable == NULL)
    return;

  daybook_progress_hide (progress);
  signal (SIGINT, SIG_DFL);
  g_clear_object (&progress->cancellable);
}
