/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The manual, wherever it can be read: in Yelp, which shows it as it was written, or in the web
 * browser, which shows the same pages as HTML. Somebody asked for help, so something happens in any
 * case: if there is neither, a window says so.
 *
 * Other help viewers take help: addresses too and cannot read Mallard; they are not asked. Yelp is
 * started as the program that it is and not through the address, since from inside a sandbox that
 * would lead to one outside, which does not see this manual.
 *
 * The HTML is opened as a file. Out of a sandbox the portal hands over that one file and no other,
 * and drops what stands behind a “#”: so there is a file for each page, and each has all the others
 * in it (help/html). GtkUriLauncher does what gtk_show_uri_full() does, once the floor is GTK 4.10;
 * AdwAlertDialog what AdwMessageDialog does, once it is libadwaita 1.5. */

#include "platform/help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static DaybookHelpOpener opener;

/* What is asked for, while it is on its way. The parent may be closed meanwhile. */
typedef struct
{
  GWeakRef parent;
  char *page;
} Request;

static Request *
request_new (GtkWindow  *parent,
             const char *page)
{
  Request *request = g_new0 (Request, 1);

  g_weak_ref_init (&request->parent, parent);
  request->page = g_strdup (page);

  return request;
}

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->parent);
  g_free (request->page);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* With a heading, libadwaita 1.7 measures it where it does not fit, and warns of that. */
static void
say_that_there_is_none (GtkWindow *parent)
{
  GtkWidget *dialog =
    adw_message_dialog_new (parent, NULL,
                            /* Translators: somebody asked for help, and it cannot be shown. */
                            _("There is no program on this computer that shows the manual: "
                              "neither a help viewer nor a web browser."));

  gtk_window_set_title (GTK_WINDOW (dialog), _("Help"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who was asked which browser to take, and left, knows why nothing is shown. */
static void
file_shown_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&request->parent);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (parent, result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_message ("The manual was not opened: %s", error->message);
  say_that_there_is_none (parent);
}

static void
show_file (GtkWindow  *parent,
           const char *page)
{
  g_autofree char *path = daybook_help_find (page);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri == NULL)
    {
      say_that_there_is_none (parent);
      return;
    }

  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, file_shown_cb,
                     request_new (parent, page));
}

static gboolean
has_manual (const char *data_dir)
{
  g_autofree char *index = g_build_filename (data_dir, "help", "C", "daybook", "index.page", NULL);

  return g_file_test (index, G_FILE_TEST_EXISTS);
}

/* Installed where nobody looks, or not at all, the manual is unknown to Yelp. */
static gboolean
is_manual_known (void)
{
  const char *const *data_dirs = g_get_system_data_dirs ();

  if (has_manual (g_get_user_data_dir ()))
    return TRUE;
  for (guint i = 0; data_dirs[i] != NULL; i++)
    if (has_manual (data_dirs[i]))
      return TRUE;

  return FALSE;
}

static GAppInfo *
find_viewer (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  const char *id = viewer != NULL ? g_app_info_get_id (viewer) : NULL;

  if (g_strcmp0 (id, "org.gnome.Yelp.desktop") != 0 && g_strcmp0 (id, "yelp.desktop") != 0)
    return NULL;

  return is_manual_known () ? g_steal_pointer (&viewer) : NULL;
}

static void
viewer_launched_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&request->parent);
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error))
    return;

  g_message ("The help viewer was not started: %s", error->message);
  show_file (parent, request->page);
}

static void
open_page (GtkWindow  *parent,
           const char *page)
{
  g_autoptr (GAppInfo) viewer = find_viewer ();
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = g_strconcat ("help:daybook/", page, NULL);
  GList uris = { .data = uri };

  if (viewer == NULL)
    {
      show_file (parent, page);
      return;
    }

  context = gdk_display_get_app_launch_context (gdk_display_get_default ());
  g_app_info_launch_uris_async (viewer, &uris, G_APP_LAUNCH_CONTEXT (context), NULL,
                                viewer_launched_cb, request_new (parent, page));
}

/**
 * daybook_help_show:
 * @parent: (nullable): the window that is looked at
 * @page: of the manual, as its file in `help/C` is called
 *
 * Shows a page of the manual.
 */
void
daybook_help_show (GtkWindow  *parent,
                   const char *page)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (page != NULL);

  if (opener != NULL)
    opener (parent, page);
  else
    open_page (parent, page);
}

static gboolean
help_pressed_cb (GtkWidget *window,
                 GVariant  *arguments,
                 gpointer   page)
{
  daybook_help_show (GTK_WINDOW (window), page);

  return TRUE;
}

/**
 * daybook_help_answer_key:
 * @window: in front of another; it has none of the application's keys
 * @page: (transfer none): of the manual, for as long as the program runs
 *
 * From now on F1 in @window leads to that page.
 */
void
daybook_help_answer_key (GtkWindow  *window,
                         const char *page)
{
  GtkEventController *controller;
  GtkShortcutAction *action;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (page != NULL);

  controller = gtk_shortcut_controller_new ();
  action = gtk_callback_action_new (help_pressed_cb, (gpointer) page, NULL);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0), action));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * daybook_help_find:
 * @page: of the manual
 *
 * Looks for it in the user's languages, then in English. The environment's `DAYBOOK_HELPDIR` goes
 * before the place where the program is installed, for one that runs from where it was built.
 *
 * Returns: (transfer full) (nullable): where the page is as HTML.
 */
char *
daybook_help_find (const char *page)
{
  const char *const *languages = g_get_language_names ();
  const char *override = g_getenv ("DAYBOOK_HELPDIR");
  g_autofree char *name = g_strconcat (page, ".html", NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (override != NULL ? override : DAYBOOK_HELPDIR,
                                                languages[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/**
 * daybook_help_set_opener:
 * @opener_: (nullable): shows pages instead
 *
 * For tests, which start no other programs.
 */
void
daybook_help_set_opener (DaybookHelpOpener opener_)
{
  opener = opener_;
}
