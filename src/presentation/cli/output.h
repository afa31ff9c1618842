/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaybookExit:
 * @DAYBOOK_EXIT_DONE: it was done
 * @DAYBOOK_EXIT_REFUSED: a rule forbids it
 * @DAYBOOK_EXIT_USAGE: the command line cannot be understood
 * @DAYBOOK_EXIT_BOOK: the book cannot be opened or is damaged
 *
 * How the program ends; scripts rely on it.
 */
typedef enum
{
  DAYBOOK_EXIT_DONE,
  DAYBOOK_EXIT_REFUSED,
  DAYBOOK_EXIT_USAGE,
  DAYBOOK_EXIT_BOOK,
} DaybookExit;

void        daybook_output_say    (const char   *text);
void        daybook_output_warn   (const char   *text);
void        daybook_output_line   (const char   *line,
                                   gsize         length);
gboolean    daybook_output_finish (void);
DaybookExit daybook_output_error  (const GError *error,
                                   const char   *path);
DaybookExit daybook_exit_for      (const GError *error);
char       *daybook_output_time   (gint64        recorded_at);

G_END_DECLS
