/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work, the one way there is for it.
 *
 * A worker thread does it and notes how far it is; a timer here looks at the note. Who cancels is
 * told the end once the thread has noticed, not before: until then nobody knows which it will be.
 * What waits for the end holds the task, not the thread's GTask: its last reference may be the
 * worker thread's, and view models end where they began. */

#include "task-view-model.h"

#include <glib/gi18n-lib.h>

#include "property.h"
#include "store-error.h"

#define PROGRESS_INTERVAL_MS 100

enum
{
  PROP_TITLE = 1,
  PROP_SENTENCE,
  PROP_FRACTION,
  PROP_STATE,
  PROP_CAN_CANCEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _DaybookTaskViewModel
{
  GObject parent_instance;

  const DaybookTaskKind *kind;
  gpointer data;
  GDestroyNotify free_data;

  char *texts[N_PROPS];
  double fraction;
  gboolean can_cancel;

  GCancellable *cancellable;
  guint timer;

  /* What the worker thread notes. */
  GMutex mutex;
  guint64 done;
  guint64 total;
};

G_DEFINE_FINAL_TYPE (DaybookTaskViewModel, daybook_task_view_model, G_TYPE_OBJECT)

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  DaybookTaskViewModel *self = user_data;

  g_mutex_lock (&self->mutex);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->mutex);
}

/* On the worker thread. Whoever waits for the end holds the task. */
static void
work (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  DaybookTaskViewModel *self = task_data;
  GError *error = NULL;

  if (self->kind->work (self->data, note_progress, self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_text (DaybookTaskViewModel *self,
          guint                 id,
          const char           *text)
{
  daybook_property_set_text (self, properties[id], &self->texts[id], text);
}

static void
take_sentence (DaybookTaskViewModel *self,
               char                 *sentence)
{
  daybook_property_take_text (self, properties[PROP_SENTENCE], &self->texts[PROP_SENTENCE],
                              sentence);
}

static void
set_fraction (DaybookTaskViewModel *self,
              double                fraction)
{
  if (self->fraction == fraction)
    return;

  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
set_can_cancel (DaybookTaskViewModel *self,
                gboolean              can_cancel)
{
  daybook_property_set_boolean (self, properties[PROP_CAN_CANCEL], &self->can_cancel, can_cancel);
}

static void
show_progress (DaybookTaskViewModel *self)
{
  guint64 done, total;

  g_mutex_lock (&self->mutex);
  done = self->done;
  total = self->total;
  g_mutex_unlock (&self->mutex);

  set_fraction (self, total > 0 ? MIN ((double) done / (double) total, 1.0) : -1.0);
  if (!g_cancellable_is_cancelled (self->cancellable))
    take_sentence (self, self->kind->say_progress (self->data, done, total));
}

static gboolean
progress_timed_out_cb (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED);
}

static void
show_end (DaybookTaskViewModel *self,
          const GError         *error)
{
  gboolean well = error == NULL;

  if (is_cancelled (error))
    {
      set_text (self, PROP_SENTENCE, "");
      set_text (self, PROP_STATE, "cancelled");
      return;
    }

  take_sentence (self, self->kind->say_end (self->data, error, &well));
  set_fraction (self, well ? 1.0 : self->fraction);
  set_text (self, PROP_STATE, well ? "done" : "failed");
}

static void
work_ended_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DaybookTaskViewModel) self = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_handle_id (&self->timer, g_source_remove);

  set_can_cancel (self, FALSE);
  show_end (self, error);
  g_signal_emit (self, signals[ENDED], 0, error);
}

static void
daybook_task_view_model_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DaybookTaskViewModel *self = DAYBOOK_TASK_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_CAN_CANCEL:
      g_value_set_boolean (value, self->can_cancel);
      break;
    default:
      g_assert (id < N_PROPS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_task_view_model_finalize (GObject *object)
{
  DaybookTaskViewModel *self = DAYBOOK_TASK_VIEW_MODEL (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (daybook_task_view_model_parent_class)->finalize (object);
}

static void
daybook_task_view_model_class_init (DaybookTaskViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_task_view_model_get_property;
  object_class->finalize = daybook_task_view_model_finalize;

  properties[PROP_TITLE] = DAYBOOK_TEXT_PROPERTY ("title", DAYBOOK_READABLE);
  properties[PROP_SENTENCE] = DAYBOOK_TEXT_PROPERTY ("sentence", DAYBOOK_READABLE);
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, -1.0, 1.0, -1.0, DAYBOOK_READABLE);
  properties[PROP_STATE] = DAYBOOK_TEXT_PROPERTY ("state", DAYBOOK_READABLE);
  properties[PROP_CAN_CANCEL] = DAYBOOK_BOOLEAN_PROPERTY ("can-cancel");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ENDED] = g_signal_new ("ended", DAYBOOK_TYPE_TASK_VIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_task_view_model_init (DaybookTaskViewModel *self)
{
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
  set_text (self, PROP_STATE, "waiting");
  self->fraction = -1.0;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
}

/**
 * daybook_task_view_model_new:
 * @title: what is done
 * @data: what @kind's functions get
 * @free_data: (nullable): for @data, on this thread
 *
 * Returns: (transfer full): work that has not begun.
 */
DaybookTaskViewModel *
daybook_task_view_model_new (const char            *title,
                             const DaybookTaskKind *kind,
                             gpointer               data,
                             GDestroyNotify         free_data)
{
  DaybookTaskViewModel *self = g_object_new (DAYBOOK_TYPE_TASK_VIEW_MODEL, NULL);

  set_text (self, PROP_TITLE, title);
  self->kind = kind;
  self->data = data;
  self->free_data = free_data;

  return self;
}

/**
 * daybook_task_view_model_start:
 *
 * Begins the work. Ends with `ended`. Nothing begins twice.
 */
void
daybook_task_view_model_start (DaybookTaskViewModel *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (g_str_equal (self->texts[PROP_STATE], "waiting"));

  self->timer = g_timeout_add (PROGRESS_INTERVAL_MS, progress_timed_out_cb, self);
  set_text (self, PROP_STATE, "running");
  set_can_cancel (self, TRUE);
  show_progress (self);

  task = g_task_new (NULL, self->cancellable, work_ended_cb, g_object_ref (self));
  /* What was finished before somebody thought better of it is finished. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, work);
}

/**
 * daybook_task_view_model_cancel:
 *
 * Asks the work to stop. It ends a moment later, as `cancelled` or, if it was too late, as it would
 * have anyway.
 */
void
daybook_task_view_model_cancel (DaybookTaskViewModel *self)
{
  if (!self->can_cancel)
    return;

  set_can_cancel (self, FALSE);
  set_text (self, PROP_SENTENCE, _("Stopping…"));
  g_cancellable_cancel (self->cancellable);
}

/**
 * daybook_task_view_model_is_running:
 *
 * Returns: whether it has begun and not ended.
 */
gboolean
daybook_task_view_model_is_running (DaybookTaskViewModel *self)
{
  return g_str_equal (self->texts[PROP_STATE], "running");
}

/**
 * daybook_task_view_model_get_data:
 *
 * Returns: (transfer none): what the functions get; not to be touched while it is running.
 */
gpointer
daybook_task_view_model_get_data (DaybookTaskViewModel *self)
{
  return self->data;
}
