/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the robot share. */

#pragma once

#include "robot.h"

G_BEGIN_DECLS

/* Long enough for a loaded machine and for sanitizers; nothing takes that long when it works. */
#define PATIENCE_US (40 * G_USEC_PER_SEC)
#define POLL_US (20 * 1000)
#define MAX_DEPTH 60

Thing *robot_get_application (void);
void   robot_check_program   (void);

/* Waits until EXPRESSION is true; what follows is printf's, for the case that it never is. */
#define wait_until(expression, ...)                            \
  G_STMT_START                                                 \
    {                                                          \
      gint64 end = g_get_monotonic_time () + PATIENCE_US;      \
      while (!(expression))                                    \
        {                                                      \
          robot_check_program ();                                    \
          if (g_get_monotonic_time () > end)                   \
            g_error (__VA_ARGS__);                             \
          g_usleep (POLL_US);                                  \
        }                                                      \
    }                                                          \
  G_STMT_END

G_END_DECLS
