/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells whoever has gone on to something else that long work has ended. Who looks at the window, or
 * at a form in front of it, sees it there; and nobody goes far in a moment. */

#include "notice.h"

#define BEGAN "daybook-notice-began"

/* What takes less is not long. */
#define LONG_US (2 * G_USEC_PER_SEC)

static char *
name_of (GtkApplicationWindow *window)
{
  return g_strdup_printf ("task-%u", gtk_application_window_get_id (window));
}

static gboolean
is_looked_at (GtkApplicationWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWindow *front = GTK_IS_WINDOW (l->data) ? l->data : NULL;

      if (front == NULL || !gtk_window_is_active (front))
        continue;
      while (front != NULL && front != GTK_WINDOW (window))
        front = gtk_window_get_transient_for (front);
      if (front != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What it tells is seen in the window now. */
static void
looked_at_cb (GtkApplicationWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *name = name_of (window);

  if (application != NULL && is_looked_at (window))
    g_application_withdraw_notification (G_APPLICATION (application), name);
}

static gboolean
took_long (DaybookTaskViewModel *task)
{
  const gint64 *began = g_object_get_data (G_OBJECT (task), BEGAN);

  return g_get_monotonic_time () - *began >= LONG_US;
}

static void
ended_cb (GtkApplicationWindow *window,
          const GError         *error,
          DaybookTaskViewModel *task)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *state = NULL;
  g_autofree char *name = name_of (window);

  g_object_get (task, "title", &title, "sentence", &sentence, "state", &state, NULL);
  if (application == NULL || g_str_equal (state, "cancelled") || !took_long (task)
      || is_looked_at (window))
    return;

  notification = g_notification_new (title);
  g_notification_set_body (notification, sentence);
  if (g_str_equal (state, "failed"))
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.show-window", "u",
                                                gtk_application_window_get_id (window));
  g_application_send_notification (G_APPLICATION (application), name, notification);

  g_signal_handlers_disconnect_by_func (window, looked_at_cb, NULL);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (looked_at_cb), NULL);
}

/**
 * daybook_notice_watch:
 * @window: that @task was begun in
 * @task: long work
 *
 * Sends a notification when the work, if it was long, ends while nobody looks at the window. It
 * leads back there. To be called when the work begins.
 */
void
daybook_notice_watch (GtkApplicationWindow *window,
                      DaybookTaskViewModel *task)
{
  gint64 now = g_get_monotonic_time ();

  g_object_set_data_full (G_OBJECT (task), BEGAN, g_memdup2 (&now, sizeof now), g_free);
  g_signal_connect_object (task, "ended", G_CALLBACK (ended_cb), window, G_CONNECT_SWAPPED);
}
