/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What has the keyboard in an AdwEntryRow is the text in it, and up to GTK 4.8 no screen reader is
 * told of that: the row is a field, but none that ever has the focus. So the text is one as well,
 * called what the row is called. Later toolkits say of the row what is so of its text. */

#include "platform/entry-row.h"

static void
title_changed_cb (AdwEntryRow *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

/**
 * daybook_entry_row_tell_focus:
 * @row: which has not been shown yet
 *
 * Has screen readers told when the keyboard comes to it.
 */
void
daybook_entry_row_tell_focus (AdwEntryRow *row)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  if (gtk_check_version (4, 10, 0) == NULL)
    return;

  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (row)), "accessible-role",
                GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_signal_connect (row, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  title_changed_cb (row);
}
