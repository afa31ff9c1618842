/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a toast says, for those who do not see it. GTK 4.14 has a call for it, which is used where
 * the program is built with that. Before, a toast is unknown to screen readers until they look for
 * it: they are told only of changes of what they know already. So there is a label, seen by nobody,
 * that stays, and whose text they are told of when it changes. */

#include "platform/announce.h"

/**
 * daybook_announce:
 * @place: a label with the role of an alert that is not seen
 * @sentence: what happened, or empty once that is over
 *
 * Has it said.
 */
void
daybook_announce (GtkLabel   *place,
                  const char *sentence)
{
  g_return_if_fail (GTK_IS_LABEL (place));
  g_return_if_fail (sentence != NULL);

  gtk_label_set_label (place, sentence);

#if GTK_CHECK_VERSION (4, 14, 0)
  if (*sentence != '\0')
    {
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      gtk_accessible_announce (GTK_ACCESSIBLE (place), sentence,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      G_GNUC_END_IGNORE_DEPRECATIONS
    }
#endif
}
