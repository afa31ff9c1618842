/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who made this and under which terms. What AdwAboutDialog will show once the floor is libadwaita
 * 1.5; until then, an AdwAboutWindow. */

#include "platform/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * daybook_show_about:
 * @parent: (nullable): the window to stand in front of
 *
 * Shows the About window.
 */
void
daybook_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Daybook",
                         "application-icon", "org.daybook.Daybook",
                         "version", DAYBOOK_VERSION,
                         "developer-name", _("The Daybook developers"),
                         /* Translators: what the program is for, in About. */
                         "comments", _("Keeps other people's money straight, and proves it."),
                         "copyright", "© 2026 The Daybook developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
