/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "task-dialog.h"

#include "frame.h"
#include "names.h"
#include "outlive.h"
#include "platform/help.h"

/* Application pixels, where there is room. */
#define WIDTH 400

/* Of a progress bar for which nobody knows how far it is. */
#define PULSE_MS 100

struct _DaybookTaskDialog
{
  AdwWindow parent_instance;

  DaybookTaskViewModel *task;
  guint pulsing;

  DaybookFrame *frame;
  GtkProgressBar *progress;
  GtkLabel *sentence;
  GtkWidget *cancel;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (DaybookTaskDialog, daybook_task_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_TASK = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
pulse (gpointer data)
{
  gtk_progress_bar_pulse (DAYBOOK_TASK_DIALOG (data)->progress);

  return G_SOURCE_CONTINUE;
}

static void
progress_changed_cb (DaybookTaskDialog *self)
{
  double fraction;

  g_object_get (self->task, "fraction", &fraction, NULL);
  if (fraction < 0.0 && daybook_task_view_model_is_running (self->task))
    {
      if (self->pulsing == 0)
        self->pulsing = g_timeout_add (PULSE_MS, pulse, self);
      return;
    }

  g_clear_handle_id (&self->pulsing, g_source_remove);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0.0, 1.0));
}

/* The keyboard goes to the button that is left, and what came of the work is read out with it. */
static void
ended_cb (DaybookTaskDialog *self)
{
  g_autofree char *state = NULL;

  progress_changed_cb (self);
  g_object_get (self->task, "state", &state, NULL);
  if (g_str_equal (state, "cancelled"))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->progress), g_str_equal (state, "done"));
  gtk_widget_set_visible (self->close, TRUE);
  daybook_describe (GTK_ACCESSIBLE (self->close), gtk_label_get_text (self->sentence));
  gtk_widget_grab_focus (self->close);
  gtk_widget_set_visible (self->cancel, FALSE);
  if (g_str_equal (state, "failed"))
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "error");
}

static void
cancel_clicked_cb (DaybookTaskDialog *self)
{
  daybook_task_view_model_cancel (self->task);
}

static void
set_task (DaybookTaskDialog    *self,
          DaybookTaskViewModel *task)
{
  if (!g_set_object (&self->task, task) || task == NULL)
    return;

  g_object_bind_property (task, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (task, "sentence", self->sentence, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (task, "can-cancel", self->cancel, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (task, "notify::fraction", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (task, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}

/* No wider than the window it belongs to. */
static void
daybook_task_dialog_map (GtkWidget *widget)
{
  DaybookTaskDialog *self = DAYBOOK_TASK_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  g_autofree char *state = NULL;

  g_object_set (self->frame, "natural-width", WIDTH, "maximum-width", room, NULL);

  GTK_WIDGET_CLASS (daybook_task_dialog_parent_class)->map (widget);

  if (self->task == NULL)
    return;

  g_object_get (self->task, "state", &state, NULL);
  if (g_str_equal (state, "waiting"))
    daybook_task_view_model_start (self->task);
  progress_changed_cb (self);
  gtk_widget_grab_focus (self->cancel);
}

/* It closes once the work has stopped. */
static gboolean
daybook_task_dialog_close_request (GtkWindow *window)
{
  DaybookTaskDialog *self = DAYBOOK_TASK_DIALOG (window);

  if (self->task == NULL || !daybook_task_view_model_is_running (self->task))
    return GTK_WINDOW_CLASS (daybook_task_dialog_parent_class)->close_request (window);

  daybook_task_view_model_cancel (self->task);
  return GDK_EVENT_STOP;
}

static void
daybook_task_dialog_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TASK:
      g_value_set_object (value, DAYBOOK_TASK_DIALOG (object)->task);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_task_dialog_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_TASK:
      set_task (DAYBOOK_TASK_DIALOG (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_task_dialog_dispose (GObject *object)
{
  DaybookTaskDialog *self = DAYBOOK_TASK_DIALOG (object);

  g_clear_handle_id (&self->pulsing, g_source_remove);
  if (self->task != NULL)
    daybook_task_view_model_cancel (self->task);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (daybook_task_dialog_parent_class)->dispose (object);
}

static void
daybook_task_dialog_class_init (DaybookTaskDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daybook_task_dialog_get_property;
  object_class->set_property = daybook_task_dialog_set_property;
  object_class->dispose = daybook_task_dialog_dispose;
  widget_class->map = daybook_task_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = daybook_task_dialog_close_request;

  properties[PROP_TASK] =
    g_param_spec_object ("task", NULL, NULL, DAYBOOK_TYPE_TASK_VIEW_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (DAYBOOK_TYPE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/daybook/Daybook/ui/task-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskDialog, frame);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskDialog, close);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
daybook_task_dialog_init (DaybookTaskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_help_answer_key (GTK_WINDOW (self), "chain");
  daybook_outlive_last_event (GTK_WINDOW (self));
}

/**
 * daybook_task_dialog_new:
 *
 * Returns: a dialog that shows how far @task is.
 */
GtkWidget *
daybook_task_dialog_new (DaybookTaskViewModel *task)
{
  return g_object_new (DAYBOOK_TYPE_TASK_DIALOG, "task", task, NULL);
}

/**
 * daybook_task_dialog_is_at_work:
 *
 * Returns: whether its task has not ended.
 */
gboolean
daybook_task_dialog_is_at_work (DaybookTaskDialog *self)
{
  g_return_val_if_fail (DAYBOOK_IS_TASK_DIALOG (self), FALSE);

  return self->task != NULL && daybook_task_view_model_is_running (self->task);
}
