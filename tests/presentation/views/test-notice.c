/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work that ends is told by a notification, to those who do not look at the window.
 * The test is the desktop's notification server. */

#include <adwaita.h>

#include "application.h"
#include "file-bookshelf.h"
#include "notice.h"
#include "store-error.h"
#include "window.h"

/* One for all tests: a program has one name on the bus. */
static DaybookBookshelf *bookshelf;
static GApplication *application;

typedef struct
{
  GtkWindow *window;
  GDBusConnection *server;
  GString *heard;
} Fixture;

/* Ends in its time, or when it is cancelled. */
typedef struct
{
  guint duration_ms;
  gboolean fails;
} Slow;

#define LONG_MS 2100

static gboolean
slow_work (gpointer              data,
           DaybookProgressFunc   progress,
           gpointer              progress_data,
           GCancellable         *cancellable,
           GError              **error)
{
  Slow *slow = data;

  for (guint i = 0; i < slow->duration_ms && !g_cancellable_is_cancelled (cancellable); i++)
    g_usleep (1000);
  if (slow->fails)
    g_set_error_literal (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_IO, "");

  return !slow->fails && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static char *
slow_progress (gpointer data,
               guint64  done,
               guint64  total)
{
  return g_strdup ("working");
}

static char *
slow_end (gpointer      data,
          const GError *error,
          gboolean     *well)
{
  return g_strdup (error != NULL ? "It went wrong." : "All is well.");
}

static const DaybookTaskKind slow_kind = { slow_work, slow_progress, slow_end };

static const char server_xml[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "</method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
  "<arg type='u' direction='out'/></method>"
  "</interface></node>";

static void
called_cb (GDBusConnection       *bus,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *f = user_data;
  const char *const capabilities[] = { "actions", "body", NULL };

  if (g_str_equal (method, "GetCapabilities"))
    {
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(^as)", capabilities));
    }
  else if (g_str_equal (method, "GetServerInformation"))
    {
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(ssss)", "test", "", "1", "1.2"));
    }
  else if (g_str_equal (method, "Notify"))
    {
      g_autofree char *text = g_variant_print (parameters, FALSE);

      g_string_append (f->heard, text);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 7));
    }
  else
    {
      g_string_append (f->heard, " closed");
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

/* A desktop's notification server, on a connection of its own. */
static GDBusConnection *
start_server (Fixture *f)
{
  static const GDBusInterfaceVTable vtable = { called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (server_xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications", node->interfaces[0],
                                     &vtable, f, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.Notifications", 4),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  return bus;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->heard = g_string_new (NULL);
  f->server = start_server (f);
  f->window = daybook_window_new (GTK_APPLICATION (application), bookshelf, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gtk_window_destroy (f->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_dbus_connection_close_sync (f->server, NULL, NULL);
  g_object_unref (f->server);
  g_string_free (f->heard, TRUE);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Whatever was said to the server before this has arrived after it. */
static void
say_hello (Fixture *f)
{
  gboolean answered = FALSE;

  g_dbus_connection_call (g_application_get_dbus_connection (application),
                          "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                          "org.freedesktop.Notifications", "GetServerInformation", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &answered);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
}

/* Gives what the server has heard when the work has ended. */
static const char *
hear_the_end (Fixture *f,
              Slow    *slow,
              gboolean cancels)
{
  g_autoptr (DaybookTaskViewModel) task =
    daybook_task_view_model_new ("Verify Book", &slow_kind, slow, NULL);

  daybook_notice_watch (GTK_APPLICATION_WINDOW (f->window), task);
  daybook_task_view_model_start (task);
  if (cancels)
    g_timeout_add_once (LONG_MS, (GSourceOnceFunc) daybook_task_view_model_cancel, task);
  while (daybook_task_view_model_is_running (task))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 3; i++)
    say_hello (f);

  return f->heard->str;
}

static void
test_unseen (Fixture       *f,
             gconstpointer  data)
{
  Slow slow = { LONG_MS };
  const char *heard = hear_the_end (f, &slow, FALSE);

  g_assert_nonnull (strstr (heard, "'Verify Book', 'All is well.'"));
  g_assert_nonnull (strstr (heard, "default"));

  /* Who comes back to the window knows. */
  gtk_window_present (f->window);
  while (strstr (f->heard->str, "closed") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A form may not even have come to the front. */
static void
test_short (Fixture       *f,
            gconstpointer  data)
{
  Slow slow = { 1 };
  const char *heard = hear_the_end (f, &slow, FALSE);

  g_assert_cmpstr (heard, ==, "");
}

static void
test_failed (Fixture       *f,
             gconstpointer  data)
{
  Slow slow = { LONG_MS, .fails = TRUE };
  const char *heard = hear_the_end (f, &slow, FALSE);

  g_assert_nonnull (strstr (heard, "'Verify Book', 'It went wrong.'"));
}

static void
test_cancelled (Fixture       *f,
                gconstpointer  data)
{
  Slow slow = { 10 * LONG_MS };
  const char *heard = hear_the_end (f, &slow, TRUE);

  g_assert_cmpstr (heard, ==, "");
}

/* Also by who has a form in front of the window. */
static void
test_seen (Fixture       *f,
           gconstpointer  with_form)
{
  GtkWindow *form = with_form != NULL ? GTK_WINDOW (gtk_window_new ()) : NULL;
  Slow slow = { LONG_MS };
  const char *heard;

  gtk_window_present (f->window);
  if (form != NULL)
    {
      gtk_window_set_transient_for (form, f->window);
      gtk_window_present (form);
    }
  while (!gtk_window_is_active (form != NULL ? form : f->window))
    g_main_context_iteration (NULL, TRUE);

  heard = hear_the_end (f, &slow, FALSE);
  g_assert_cmpstr (heard, ==, "");

  if (form != NULL)
    gtk_window_destroy (form);
}

/* The notification leads to the window, and to any if that one is gone. */
static void
test_lead (Fixture       *f,
           gconstpointer  data)
{
  guint id = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (f->window));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->window)));
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-window",
                                  g_variant_new_uint32 (id));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));

  gtk_widget_set_visible (GTK_WIDGET (f->window), FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-window",
                                  g_variant_new_uint32 (id + 1));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  bookshelf = daybook_file_bookshelf_new ();
  application = daybook_application_new (bookshelf);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);

#define ADD(path, data, function) \
  g_test_add ("/notice/" path, Fixture, data, set_up, function, tear_down)
  ADD ("unseen", NULL, test_unseen);
  ADD ("short", NULL, test_short);
  ADD ("failed", NULL, test_failed);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("seen", NULL, test_seen);
  ADD ("seen-behind-a-form", "form", test_seen);
  ADD ("lead", NULL, test_lead);

  return g_test_run ();
}
