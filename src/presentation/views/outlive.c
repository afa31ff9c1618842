/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Escape in a form closes it while the key is still on its way through its widgets, which are held
 * until then. If the window goes first, a row that is bound to what the window shows is told of it
 * by a window that is half gone: GTK 4.8 then frees its expression twice. */

#include "outlive.h"

static void
unmapped_cb (GtkWidget *window)
{
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_object_ref (window));
}

/**
 * daybook_outlive_last_event:
 *
 * From now on, the window is freed only when whatever closes it has been dealt with.
 */
void
daybook_outlive_last_event (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "unmap", G_CALLBACK (unmapped_cb), NULL);
}
