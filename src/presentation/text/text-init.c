/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a program's language begins: called once, first thing in main. */

#include "text-init.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/**
 * daybook_text_init:
 * @localedir: where the translations were installed; the environment's `DAYBOOK_LOCALEDIR` goes
 *   first, for a program that runs from where it was built
 *
 * Takes language and notation from the environment. A locale that this machine does not have leaves
 * both as they are in the source: plain English.
 */
void
daybook_text_init (const char *localedir)
{
  const char *override = g_getenv ("DAYBOOK_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, override != NULL ? override : localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
