/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* first-frame PROGRAM [ARGUMENT...]: how long until a program's window is there, and how much
 * memory it needed for that; seen from outside, so that the program needs no hook for it.
 *
 * It prints the seconds until the first thing is drawn into a window that can be seen, the seconds
 * until the last thing is drawn before the window stays as it is, and the peak of the memory (kB).
 * Then somebody may use the window; when the input ends, the peak is printed once more and the
 * program ended. The screen must be one where nothing else happens: X tells what is drawn (the
 * DAMAGE extension). */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Nothing drawn for this long: the window is ready. */
#define QUIET_MS 700
#define PATIENCE_S 120.0
/* Smaller windows are none: helpers of the toolkit. */
#define LEAST_WIDTH 200

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* A window may be gone before it is looked at. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static long
read_peak_kb (pid_t pid)
{
  char path[64], line[256];
  long peak = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/status", (int) pid);
  file = fopen (path, "r");
  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (strncmp (line, "VmHWM:", 6) == 0)
      peak = strtol (line + 6, NULL, 10);
  if (file != NULL)
    fclose (file);

  return peak;
}

static int
is_wide (Display *display,
         Window   window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) &&
         attributes.map_state == IsViewable && attributes.width >= LEAST_WIDTH;
}

/* Waits for the next event. Returns 0 if there is none in time. */
static int
next_event (Display *display,
            XEvent  *event,
            int      timeout_ms)
{
  struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

  if (XPending (display) == 0 && poll (&fd, 1, timeout_ms) <= 0)
    return 0;
  if (XPending (display) == 0)
    return 0;

  XNextEvent (display, event);
  return 1;
}

static void
watch (Display *display,
       int      damage_event,
       double   start,
       double  *first,
       double  *last)
{
  while (now () - start < PATIENCE_S)
    {
      XEvent event;

      if (!next_event (display, &event, QUIET_MS))
        {
          if (*last > 0 && now () - start - *last > QUIET_MS / 1e3)
            return;
          continue;
        }
      if (event.type == CreateNotify)
        XDamageCreate (display, event.xcreatewindow.window, XDamageReportRawRectangles);
      else if (event.type == damage_event + XDamageNotify &&
               is_wide (display, ((XDamageNotifyEvent *) &event)->drawable))
        {
          *last = now () - start;
          if (*first == 0)
            *first = *last;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  double start, first = 0, last = 0;
  int damage_event, damage_error, shown;
  long peak_kb;
  pid_t pid;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fprintf (stderr, "usage: first-frame PROGRAM [ARGUMENT...], on a screen with DAMAGE\n");
      return 2;
    }
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = now ();
  pid = fork ();
  if (pid == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }

  watch (display, damage_event, start, &first, &last);
  peak_kb = read_peak_kb (pid);
  shown = last > 0 && peak_kb > 0;
  if (shown)
    {
      printf ("%.4f %.4f %ld\n", first, last, peak_kb);
      fflush (stdout);
      while (getchar () != EOF)
        ;
      printf ("%ld\n", read_peak_kb (pid));
    }
  else
    fprintf (stderr, "%s showed no window\n", argv[1]);

  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (display);
  return shown ? 0 : 1;
}
