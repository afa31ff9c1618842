/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program prints: for people in the terminal's encoding, for programs in UTF-8. */

#include "output.h"

#include <stdio.h>
#include <string.h>

#include "sentences.h"
#include "store-error.h"

/* A terminal that claims to know ASCII only is in fact almost always one that was told nothing. */
static void
print (FILE       *stream,
       const char *text)
{
  g_autofree char *local = NULL;
  const char *charset;

  if (!g_get_charset (&charset) && strcmp (charset, "ANSI_X3.4-1968") != 0)
    local = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);

  fputs (local != NULL ? local : text, stream);
  fputc ('\n', stream);
}

/**
 * daybook_output_say:
 *
 * Prints a line for people on standard output.
 */
void
daybook_output_say (const char *text)
{
  print (stdout, text);
}

/**
 * daybook_output_warn:
 *
 * Prints a line for people on standard error.
 */
void
daybook_output_warn (const char *text)
{
  fflush (stdout);
  print (stderr, text);
}

/**
 * daybook_output_line:
 * @line: UTF-8, without the end of the line
 *
 * Prints a line for programs on standard output.
 */
void
daybook_output_line (const char *line,
                     gsize       length)
{
  fwrite (line, 1, length, stdout);
  fputc ('\n', stdout);
}

/**
 * daybook_output_finish:
 *
 * Returns: whether all that was printed so far has been taken.
 */
gboolean
daybook_output_finish (void)
{
  return fflush (stdout) == 0 && !ferror (stdout);
}

/**
 * daybook_exit_for:
 *
 * Returns: how the program ends if that error is all there is to say.
 */
DaybookExit
daybook_exit_for (const GError *error)
{
  if (error->domain != DAYBOOK_STORE_ERROR || error->code == DAYBOOK_STORE_ERROR_EXISTS ||
      error->code == DAYBOOK_STORE_ERROR_ITSELF || error->code == DAYBOOK_STORE_ERROR_CANCELLED)
    return DAYBOOK_EXIT_REFUSED;

  return DAYBOOK_EXIT_BOOK;
}

/**
 * daybook_output_error:
 * @path: (nullable): the file concerned
 *
 * Says on standard error what went wrong.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_output_error (const GError *error,
                      const char   *path)
{
  g_autofree char *sentence = daybook_error_sentence (error, path);

  g_debug ("%s: %s", g_quark_to_string (error->domain), error->message);
  daybook_output_warn (sentence);

  return daybook_exit_for (error);
}

/**
 * daybook_output_time:
 * @recorded_at: µs since 1970 UTC
 *
 * Returns: (transfer full): ISO 8601 in UTC, to the microsecond.
 */
char *
daybook_output_time (gint64 recorded_at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (recorded_at / G_USEC_PER_SEC);
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06uZ", seconds, (guint) (recorded_at % G_USEC_PER_SEC));
}
