/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a toast says, for those who do not see it.
 *
 * From libadwaita 1.6 on a toast says it by itself, but not if its title is a widget. It says the
 * title as it was given: so that has no markup, where it need not.
 *
 * GTK 4.14 has a call for it, which is used where the program is built with that. It is the window
 * that calls: who has not been looked at by a screen reader is not heard.
 *
 * Before, a toast is unknown to screen readers until they look for it: they are told only of
 * changes of what they know already. So there is a label, seen by nobody, that stays, and whose
 * text they are told of when it changes. */

#include "platform/announce.h"

/**
 * daybook_toast_new:
 * @sentence: what happened
 *
 * Returns: (transfer full): a toast that shows the sentence, and no more than one line of it
 */
AdwToast *
daybook_toast_new (const char *sentence)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (toast), "use-markup") != NULL)
    g_object_set (toast, "use-markup", FALSE, "title", sentence, NULL);
  else
    adw_toast_set_title (toast, markup);

  return toast;
}

#if GTK_CHECK_VERSION (4, 14, 0)

static gboolean
says_itself (AdwToast *toast)
{
  guint major = adw_get_major_version ();

  return adw_toast_get_title (toast) != NULL
         && (major > 1 || (major == 1 && adw_get_minor_version () >= 6));
}

#endif

/**
 * daybook_announce:
 * @place: a label with the role of an alert that is not seen
 * @toast: which is shown now
 * @sentence: what it says
 *
 * Has it said, once.
 */
void
daybook_announce (GtkLabel   *place,
                  AdwToast   *toast,
                  const char *sentence)
{
  g_return_if_fail (GTK_IS_LABEL (place));
  g_return_if_fail (ADW_IS_TOAST (toast));
  g_return_if_fail (sentence != NULL);

#if GTK_CHECK_VERSION (4, 14, 0)
  /* What GTK 4.18 has for tests instead of screen readers cannot announce, and falls over. */
  if (says_itself (toast) || g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (gtk_widget_get_root (GTK_WIDGET (place))), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  gtk_label_set_label (place, sentence);
#endif
}

/**
 * daybook_announce_nothing:
 * @place: as for daybook_announce()
 *
 * What was said is over.
 */
void
daybook_announce_nothing (GtkLabel *place)
{
  gtk_label_set_label (place, "");
}
