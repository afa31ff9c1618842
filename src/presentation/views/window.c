/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window.h"

#include "book-page.h"
#include "book-properties-dialog.h"
#include "closures.h"
#include "cut-off.h"
#include "import-dialog.h"
#include "names.h"
#include "notice.h"
#include "outlive.h"
#include "platform/file-choice.h"
#include "shown.h"
#include "task-dialog.h"
#include "welcome-page.h"

struct _DaybookWindow
{
  AdwApplicationWindow parent_instance;

  DaybookShelfViewModel *shelf;
  DaybookBookViewModel *book;
  DaybookBookshelf *bookshelf;
  GSettings *settings;
  GtkWidget *task_dialog;

  GtkStack *stage;
  GtkProgressBar *progress;
  guint pulsing;
};

G_DEFINE_FINAL_TYPE (DaybookWindow, daybook_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SHELF = 1,
  PROP_BOOK,
  N_PROPERTIES
};

/* Of a progress bar for which nobody knows how far it is. */
#define PULSE_MS 100

static GParamSpec *properties[N_PROPERTIES];

static char *
choose_stage (GObject              *object,
              DaybookBookViewModel *book,
              gboolean              busy,
              const char           *error)
{
  if (book != NULL)
    return g_strdup ("book");
  if (busy)
    return g_strdup ("progress");

  return g_strdup (error != NULL && *error != '\0' ? "problem" : "welcome");
}

static gboolean
pulse (gpointer data)
{
  gtk_progress_bar_pulse (DAYBOOK_WINDOW (data)->progress);

  return G_SOURCE_CONTINUE;
}

static void
progress_changed_cb (DaybookWindow *self)
{
  double progress;
  gboolean busy;

  g_object_get (self->shelf, "progress", &progress, "busy", &busy, NULL);
  if (busy && progress < 0.0)
    {
      if (self->pulsing == 0)
        self->pulsing = g_timeout_add (PULSE_MS, pulse, self);
      return;
    }

  g_clear_handle_id (&self->pulsing, g_source_remove);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (progress, 0.0, 1.0));
}

/* One thing at a time; what is at work still is shown. Takes the task. */
static void
run_task (DaybookWindow        *self,
          DaybookTaskViewModel *task)
{
  g_autoptr (DaybookTaskViewModel) owned = task;

  if (self->task_dialog != NULL
      && !daybook_task_dialog_is_at_work (DAYBOOK_TASK_DIALOG (self->task_dialog)))
    gtk_window_destroy (GTK_WINDOW (self->task_dialog));
  if (self->task_dialog == NULL)
    {
      g_set_weak_pointer (&self->task_dialog, daybook_task_dialog_new (task));
      gtk_window_set_transient_for (GTK_WINDOW (self->task_dialog), GTK_WINDOW (self));
      daybook_notice_watch (GTK_APPLICATION_WINDOW (self), task);
    }

  gtk_window_present (GTK_WINDOW (self->task_dialog));
}

static void
copy_chosen (GObject    *object,
             const char *path)
{
  DaybookWindow *self = DAYBOOK_WINDOW (object);

  if (self->book != NULL)
    run_task (self, daybook_copy_task_new (self->bookshelf, self->book, path));
}

static void
save_copy_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  DaybookWindow *self = user_data;
  g_autofree char *name = daybook_copy_suggest_name (self->book);

  daybook_choose_copy (GTK_WINDOW (self), name, G_OBJECT (self), copy_chosen);
}

static void
sheet_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DaybookWindow) self = user_data;
  g_autoptr (DaybookImportFormViewModel) form = NULL;
  GtkWidget *dialog;

  if (self->book != NULL)
    form = daybook_import_form_view_model_open_finish (self->book, result);
  if (form == NULL)
    return;

  dialog = daybook_import_dialog_new (form);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sheet_chosen (GObject    *object,
              const char *path)
{
  DaybookWindow *self = DAYBOOK_WINDOW (object);

  if (self->book != NULL)
    daybook_import_form_view_model_open_async (self->bookshelf, path, sheet_opened_cb,
                                               g_object_ref (self));
}

static void
import_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  daybook_choose_sheet (GTK_WINDOW (user_data), G_OBJECT (user_data), sheet_chosen);
}

static void
verify_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  DaybookWindow *self = user_data;

  run_task (self, daybook_verify_task_new (self->bookshelf, self->book));
}

static void
rebuild_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  DaybookWindow *self = user_data;

  run_task (self, daybook_rebuild_task_new (self->bookshelf, self->book));
}

static void
properties_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  DaybookWindow *self = user_data;
  g_autoptr (DaybookBookPropertiesViewModel) properties_of_book =
    daybook_book_properties_view_model_new (self->book);
  GtkWidget *dialog = daybook_book_properties_dialog_new (properties_of_book);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was preferred elsewhere counts here from now on. */
static void
settings_changed_cb (DaybookWindow *self)
{
  DaybookBookSession *session;
  g_autofree char *operator = NULL;

  if (self->book == NULL || self->settings == NULL)
    return;

  session = daybook_book_session_of (self->book);
  operator = g_settings_get_string (self->settings, "operator-name");
  daybook_book_view_model_set_operator (self->book, operator);
  g_object_set (session,
                "method", (guint) g_settings_get_enum (self->settings, "default-method"),
                "asks-again", g_settings_get_boolean (self->settings, "confirm-before-recording"),
                NULL);
}

static void
add_book_actions (DaybookWindow *self)
{
  static const GActionEntry actions[] = {
    { "import", import_activated_cb },
    { "save-copy", save_copy_activated_cb },
    { "properties", properties_activated_cb },
    { "verify", verify_activated_cb },
    { "rebuild", rebuild_activated_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_object_bind_property (self->book, "can-record",
                          g_action_map_lookup_action (G_ACTION_MAP (self), "import"), "enabled",
                          G_BINDING_SYNC_CREATE);
}

/* A book, once open, stays for as long as the window does. Before, its page is not even made. */
static void
opened_cb (DaybookWindow        *self,
           DaybookBookViewModel *book)
{
  g_autoptr (GListModel) recent = NULL;
  GtkWidget *page;

  g_assert (self->book == NULL);

  self->book = g_object_ref (book);
  settings_changed_cb (self);
  add_book_actions (self);

  g_object_bind_property (book, "title", self, "title", G_BINDING_SYNC_CREATE);
  page = g_object_new (DAYBOOK_TYPE_BOOK_PAGE, "book", book, NULL);
  g_object_get (self->shelf, "recent", &recent, NULL);
  daybook_book_page_set_recent (DAYBOOK_BOOK_PAGE (page), recent);
  gtk_stack_add_named (self->stage, page, "book");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
  gtk_window_present (GTK_WINDOW (self));
}

static void
cancel_clicked_cb (DaybookWindow *self)
{
  daybook_shelf_view_model_cancel (self->shelf);
}

static void
dismiss_clicked_cb (DaybookWindow *self)
{
  daybook_shelf_view_model_dismiss_error (self->shelf);
}

static void
folder_chosen (GObject    *object,
               const char *path)
{
  daybook_shelf_view_model_open (DAYBOOK_WINDOW (object)->shelf, path);
}

static void
folder_clicked_cb (DaybookWindow *self)
{
  g_autofree char *file = NULL;

  g_object_get (self->shelf, "file-alone", &file, NULL);
  daybook_choose_folder (GTK_WINDOW (self), file, G_OBJECT (self), folder_chosen);
}

/* Each book gets a window, as if it had been opened from the file manager. */
static gboolean
dropped_cb (DaybookWindow *self,
            const GValue  *value)
{
  GSList *list = g_value_get_boxed (value);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = list; l != NULL; l = l->next)
    if (g_file_peek_path (l->data) != NULL)
      g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                      (GFile **) files->pdata, files->len, "");
  return TRUE;
}

static void
bind_settings (DaybookWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
daybook_window_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DaybookWindow *self = DAYBOOK_WINDOW (object);

  switch (id)
    {
    case PROP_SHELF:
      g_value_set_object (value, self->shelf);
      break;
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_window_dispose (GObject *object)
{
  DaybookWindow *self = DAYBOOK_WINDOW (object);

  g_clear_handle_id (&self->pulsing, g_source_remove);
  if (self->shelf != NULL)
    daybook_shelf_view_model_cancel (self->shelf);
  g_clear_object (&self->book);
  g_clear_object (&self->shelf);
  g_clear_object (&self->bookshelf);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->task_dialog);

  G_OBJECT_CLASS (daybook_window_parent_class)->dispose (object);
}

static void
daybook_window_class_init (DaybookWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = daybook_window_dispose;
  object_class->get_property = daybook_window_get_property;

  properties[PROP_SHELF] =
    g_param_spec_object ("shelf", NULL, NULL, DAYBOOK_TYPE_SHELF_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, DAYBOOK_TYPE_BOOK_VIEW_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/daybook/Daybook/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, DaybookWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, choose_stage);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  daybook_closures_bind (widget_class);
}

static void
daybook_window_init (DaybookWindow *self)
{
  g_type_ensure (GDK_TYPE_FILE_LIST);
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_shown_follow (GTK_WIDGET (self));
  daybook_name_what_has_focus (GTK_WINDOW (self));
  daybook_tell_what_is_cut_off (GTK_WINDOW (self));
  daybook_outlive_last_event (GTK_WINDOW (self));
}

/**
 * daybook_window_new:
 * @settings: (nullable): what the desk remembers
 *
 * Returns: a window with no book in it, not shown yet.
 */
GtkWindow *
daybook_window_new (GtkApplication   *application,
                    DaybookBookshelf *bookshelf,
                    GSettings        *settings)
{
  DaybookWindow *self = g_object_new (DAYBOOK_TYPE_WINDOW, "application", application, NULL);

  if (g_set_object (&self->settings, settings))
    bind_settings (self);
  self->bookshelf = g_object_ref (bookshelf);
  self->shelf = daybook_shelf_view_model_new (bookshelf, settings);
  g_signal_connect_object (self->shelf, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shelf, "notify::progress", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shelf, "notify::busy", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHELF]);

  return GTK_WINDOW (self);
}

/**
 * daybook_window_get_shelf:
 *
 * Returns: (transfer none): what opens books into this window.
 */
DaybookShelfViewModel *
daybook_window_get_shelf (DaybookWindow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_WINDOW (self), NULL);

  return self->shelf;
}

/**
 * daybook_window_get_book:
 *
 * Returns: (transfer none) (nullable): the book that is open in this window.
 */
DaybookBookViewModel *
daybook_window_get_book (DaybookWindow *self)
{
  g_return_val_if_fail (DAYBOOK_IS_WINDOW (self), NULL);

  return self->book;
}

/**
 * daybook_window_is_free:
 *
 * Returns: whether a book could be opened into this window.
 */
gboolean
daybook_window_is_free (DaybookWindow *self)
{
  gboolean busy;

  g_return_val_if_fail (DAYBOOK_IS_WINDOW (self), FALSE);

  g_object_get (self->shelf, "busy", &busy, NULL);

  return self->book == NULL && !busy;
}

/**
 * daybook_window_get_help:
 *
 * Returns: which page of the manual is about what the window shows.
 */
const char *
daybook_window_get_help (DaybookWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (DAYBOOK_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->stage);

  return DAYBOOK_IS_BOOK_PAGE (page) ? daybook_book_page_get_help (DAYBOOK_BOOK_PAGE (page))
                                     : "index";
}
