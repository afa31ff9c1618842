/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "application.h"

#include "new-book-dialog.h"
#include "platform/about.h"
#include "platform/file-choice.h"
#include "platform/help.h"
#include "platform/preferences.h"
#include "platform/shortcuts.h"
#include "window.h"

#define APPLICATION_ID "org.daybook.Daybook"

struct _DaybookApplication
{
  AdwApplication parent_instance;

  DaybookBookshelf *bookshelf;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (DaybookApplication, daybook_application, ADW_TYPE_APPLICATION)

/* Run from its build folder without its schema, the program remembers nothing, and works. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static GtkWindow *
new_window (DaybookApplication *self)
{
  return daybook_window_new (GTK_APPLICATION (self), self->bookshelf, self->settings);
}

static GtkWindow *
get_active_window (DaybookApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

/* The window that is looked at if there is room in it, else a new one. */
static DaybookWindow *
find_free_window (DaybookApplication *self)
{
  GtkWindow *active = get_active_window (self);

  /* The active window may be a form in front of its window. */
  while (active != NULL && !DAYBOOK_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  if (active != NULL && daybook_window_is_free (DAYBOOK_WINDOW (active)))
    return DAYBOOK_WINDOW (active);

  return DAYBOOK_WINDOW (new_window (self));
}

static GtkWindow *
find_window_of (DaybookApplication *self,
                const char         *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      DaybookBookViewModel *book =
        DAYBOOK_IS_WINDOW (l->data) ? daybook_window_get_book (l->data) : NULL;

      if (book != NULL && g_str_equal (daybook_book_view_model_get_path (book), path))
        return l->data;
    }

  return NULL;
}

static void
open_path (GObject    *object,
           const char *path)
{
  DaybookApplication *self = DAYBOOK_APPLICATION (object);
  GtkWindow *window = find_window_of (self, path);

  if (window == NULL)
    {
      window = GTK_WINDOW (find_free_window (self));
      daybook_shelf_view_model_open (daybook_window_get_shelf (DAYBOOK_WINDOW (window)), path);
    }
  gtk_window_present (window);
}

/* A window that was made for a book which was not started after all. */
static void
new_book_left_cb (DaybookWindow *window)
{
  if (daybook_window_is_free (window))
    gtk_window_destroy (GTK_WINDOW (window));
}

/* The book needs a window to be opened in, and the form one to stand in front of. It is shown at
 * once: GTK 4.8 falls over if a screen reader asks for a window that is not. */
static void
new_book_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  DaybookApplication *self = user_data;
  GtkWindow *active = get_active_window (self);
  DaybookWindow *window = find_free_window (self);
  GtkWidget *dialog = daybook_new_book_dialog_new (daybook_window_get_shelf (window));

  if (GTK_WINDOW (window) != active)
    g_signal_connect_object (dialog, "destroy", G_CALLBACK (new_book_left_cb), window,
                             G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DaybookApplication *self = user_data;

  daybook_choose_book (get_active_window (self), G_OBJECT (self), open_path);
}

static void
open_path_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  open_path (user_data, g_variant_get_bytestring (parameter));
}

/* Where a notification leads; the window may be gone by then. */
static void
show_window_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  guint32 id = g_variant_get_uint32 (parameter);
  GtkWindow *window = gtk_application_get_window_by_id (user_data, id);

  if (window != NULL)
    gtk_window_present (window);
  else
    g_application_activate (user_data);
}

static void
shortcuts_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  daybook_show_shortcuts (get_active_window (user_data));
}

static void
help_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWindow *window = get_active_window (user_data);

  daybook_help_show (window, DAYBOOK_IS_WINDOW (window)
                               ? daybook_window_get_help (DAYBOOK_WINDOW (window)) : "index");
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  daybook_show_about (get_active_window (user_data));
}

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  DaybookApplication *self = user_data;
  GtkWindow *window = daybook_preferences_new (self->settings);

  gtk_window_set_transient_for (window, get_active_window (self));
  gtk_window_present (window);
}

/* Each window is closed, as its button would, so that it can say no. */
static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (DAYBOOK_IS_WINDOW (l->data))
        gtk_window_close (l->data);
    }
}

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.help", { "F1" } },
    { "app.keyboard-shortcuts", { "<Control>question" } },
    { "app.new-book", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "win.save-copy", { "<Control><Shift>s" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

/* Where nothing is remembered there is nothing to prefer. */
static void
follow_settings (DaybookApplication *self)
{
  if (self->settings == NULL)
    {
      g_action_map_remove_action (G_ACTION_MAP (self), "preferences");
      return;
    }

  g_signal_connect (self->settings, "changed::color-scheme",
                    G_CALLBACK (daybook_preferences_apply), NULL);
  daybook_preferences_apply (self->settings);
}

static void
daybook_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "new-book", new_book_activated_cb },
    { "open", open_activated_cb },
    { "open-path", open_path_activated_cb, "ay" },
    { "show-window", show_window_activated_cb, "u" },
    { "preferences", preferences_activated_cb },
    { "keyboard-shortcuts", shortcuts_activated_cb },
    { "help", help_activated_cb },
    { "about", about_activated_cb },
    { "quit", quit_activated_cb },
  };

  G_APPLICATION_CLASS (daybook_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  follow_settings (DAYBOOK_APPLICATION (application));
  set_accels (GTK_APPLICATION (application));
}

static void
daybook_application_activate (GApplication *application)
{
  DaybookApplication *self = DAYBOOK_APPLICATION (application);
  GtkWindow *window = get_active_window (self);

  gtk_window_present (window != NULL ? window : new_window (self));
}

static void
daybook_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      if (g_file_peek_path (files[i]) != NULL)
        open_path (G_OBJECT (application), g_file_peek_path (files[i]));
    }
}

static void
daybook_application_finalize (GObject *object)
{
  DaybookApplication *self = DAYBOOK_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->bookshelf);

  G_OBJECT_CLASS (daybook_application_parent_class)->finalize (object);
}

static void
daybook_application_class_init (DaybookApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_application_finalize;
  application_class->startup = daybook_application_startup;
  application_class->activate = daybook_application_activate;
  application_class->open = daybook_application_open;
}

static void
daybook_application_init (DaybookApplication *self)
{
  self->settings = find_settings ();
}

/**
 * daybook_application_new:
 *
 * Returns: (transfer full): the program, to be run; it opens books from @bookshelf.
 */
GApplication *
daybook_application_new (DaybookBookshelf *bookshelf)
{
  DaybookApplication *self;

  g_return_val_if_fail (DAYBOOK_IS_BOOKSHELF (bookshelf), NULL);

  self = g_object_new (DAYBOOK_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/daybook/Daybook",
                       NULL);
  self->bookshelf = g_object_ref (bookshelf);

  return G_APPLICATION (self);
}
