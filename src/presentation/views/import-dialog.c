/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-dialog.h"

#include "notice.h"
#include "text-scale.h"

/* Application pixels: the preview stands beside the choices where there is room for both. */
#define WIDE 800

/* What the dialog needs above and below its choices, and how high these get. */
#define AROUND 190
#define LEAST 160
#define MOST 560

struct _DaybookImportDialog
{
  DaybookFormDialog parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *columns;
  GtkSwitch *two_columns;
  GtkSwitch *opens_accounts;
  GtkListBox *lines;
  GtkProgressBar *progress;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (DaybookImportDialog, daybook_import_dialog, DAYBOOK_TYPE_FORM_DIALOG)

static DaybookImportFormViewModel *
get_form (DaybookImportDialog *self)
{
  return DAYBOOK_IMPORT_FORM_VIEW_MODEL (
    daybook_form_dialog_get_form (DAYBOOK_FORM_DIALOG (self)));
}

static gboolean
is_at_work (GObject    *object,
            const char *state)
{
  return g_strcmp0 (state, "trying") == 0 || g_strcmp0 (state, "importing") == 0;
}

static GtkWidget *
new_line (gpointer item,
          gpointer user_data)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  g_object_get (item, "title", &title, "caption", &caption, NULL);

  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                       caption, "title-lines", 0, "activatable", FALSE, NULL);
}

static void
state_changed_cb (DaybookImportDialog *self)
{
  g_autofree char *state = NULL;

  g_object_get (get_form (self), "state", &state, NULL);
  if (g_str_equal (state, "wrong"))
    gtk_widget_add_css_class (self->summary, "error");
  else
    gtk_widget_remove_css_class (self->summary, "error");
}

/* What goes on is what the bar is about. */
static void
summary_changed_cb (DaybookImportDialog *self)
{
  g_autofree char *summary = NULL;

  g_object_get (get_form (self), "summary", &summary, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
}

static void
form_changed_cb (DaybookImportDialog *self)
{
  DaybookImportFormViewModel *form = get_form (self);
  g_autoptr (GListModel) lines = NULL;

  g_object_get (form, "lines", &lines, NULL);
  gtk_list_box_bind_model (self->lines, lines, new_line, NULL, NULL);
  g_object_bind_property (form, "file-name", self, "subtitle", G_BINDING_SYNC_CREATE);
  g_object_bind_property (form, "two-columns", self->two_columns, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (form, "opens-accounts", self->opens_accounts, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (form, "fraction", self->progress, "fraction", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (form, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "notify::summary", G_CALLBACK (summary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
  summary_changed_cb (self);
}

/* Whoever has gone on to something else is told when it is done. */
static void
daybook_import_dialog_confirmed (DaybookFormDialog *dialog)
{
  DaybookImportDialog *self = DAYBOOK_IMPORT_DIALOG (dialog);
  DaybookTaskViewModel *task = daybook_import_form_view_model_import (get_form (self));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (task != NULL && GTK_IS_APPLICATION_WINDOW (parent))
    daybook_notice_watch (GTK_APPLICATION_WINDOW (parent), task);
}

/* What is being recorded is stopped first; the form is there again once it has been. */
static gboolean
daybook_import_dialog_close_request (GtkWindow *window)
{
  DaybookImportDialog *self = DAYBOOK_IMPORT_DIALOG (window);
  gboolean busy = FALSE;

  if (get_form (self) != NULL)
    g_object_get (get_form (self), "busy", &busy, NULL);
  if (!busy)
    return GTK_WINDOW_CLASS (daybook_import_dialog_parent_class)->close_request (window);

  daybook_import_form_view_model_cancel (get_form (self));
  return GDK_EVENT_STOP;
}

/* Its height does not depend on what the trial finds: nothing jumps under the pointer. */
static void
daybook_import_dialog_map (GtkWidget *widget)
{
  DaybookImportDialog *self = DAYBOOK_IMPORT_DIALOG (widget);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));
  double scale = daybook_text_scale (widget);
  int height = MOST;

  if (parent != NULL)
    height = gtk_widget_get_height (parent) - (int) (AROUND * scale);
  if (parent != NULL && gtk_widget_get_width (parent) >= WIDE * scale)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_homogeneous (self->columns, TRUE);
      g_object_set (self, "width", WIDE, NULL);
    }
  height = CLAMP (height, LEAST, MOST);
  g_object_set (self->scroller, "max-content-height", height, "min-content-height", height, NULL);

  GTK_WIDGET_CLASS (daybook_import_dialog_parent_class)->map (widget);
}

static void
daybook_import_dialog_class_init (DaybookImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = daybook_import_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = daybook_import_dialog_close_request;
  DAYBOOK_FORM_DIALOG_CLASS (klass)->confirmed = daybook_import_dialog_confirmed;

  g_type_ensure (DAYBOOK_TYPE_CHOICE);
  g_type_ensure (DAYBOOK_TYPE_IMPORT_FORM_VIEW_MODEL);
  daybook_form_dialog_bind_fields (widget_class, "/org/daybook/Daybook/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, two_columns);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, opens_accounts);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, is_at_work);
}

static void
daybook_import_dialog_init (DaybookImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::form", G_CALLBACK (form_changed_cb), NULL);
}

/**
 * daybook_import_dialog_new:
 *
 * Returns: a dialog that fills in @form.
 */
GtkWidget *
daybook_import_dialog_new (DaybookImportFormViewModel *form)
{
  g_return_val_if_fail (DAYBOOK_IS_IMPORT_FORM_VIEW_MODEL (form), NULL);

  return g_object_new (DAYBOOK_TYPE_IMPORT_DIALOG, "form", form, NULL);
}
