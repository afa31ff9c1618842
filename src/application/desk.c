/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The desk: an open book, at which somebody works.
 *
 * One writer thread owns everything that writes: commands queue there, each is recorded and then
 * projected before its receipt is given, so that a person sees what they did. The thread that asks
 * never waits for a disk. Once a second it looks whether another process has recorded something or
 * the day has changed, and sends what follows from that by itself (flows). Signals are emitted in
 * the main context:
 *
 *   changed (DaybookChanges *): the read model contains more than before, or it is another day
 *   stopped (GError *):         the read model could not follow; figures on screen may be old
 */

#include "desk.h"

#include "flows/flows.h"

/* A look costs some microseconds and works wherever the file lies; being told does not. */
#define LOOK_INTERVAL_S 1

struct _DaybookDesk
{
  GObject parent_instance;

  DaybookOpenBook *open_book;
  DaybookBook *book;
  char *actor;
  GThreadPool *writer;
  guint look_source;
  guint64 n_seen;
  DaybookDate day_seen;
  DaybookDate day_told;
  guint n_steps;
  gboolean steps_recorded;
};

G_DEFINE_FINAL_TYPE (DaybookDesk, daybook_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the writer thread is asked to do. Without a command it only catches up. */
typedef struct
{
  DaybookCommand *command;
  gboolean preview;
  gboolean undoable;
  GPtrArray *undoes;
  char *command_id;
  char *actor;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  daybook_record_free (job->command);
  g_clear_pointer (&job->undoes, g_ptr_array_unref);
  g_free (job->command_id);
  g_free (job->actor);
  g_free (job);
}

/* Something to tell the main thread. */
typedef struct
{
  DaybookDesk *desk;
  DaybookChanges *changes;
  DaybookBook *book;
  GError *problem;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->desk);
  daybook_changes_free (news->changes);
  daybook_book_free (news->book);
  g_clear_error (&news->problem);
  g_free (news);
}

static Job *
new_job (const DaybookCommand *command,
         const char           *command_id,
         const char           *actor)
{
  Job *job = g_new0 (Job, 1);

  job->command = daybook_record_copy (command);
  job->command_id = g_strdup (command_id);
  job->actor = g_strdup (actor);

  return job;
}

/* Queues a job for the writer thread. */
static void
submit (Job   *job,
        GTask *task)
{
  DaybookDesk *self = g_task_get_source_object (task);

  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (self->writer, task, NULL);
}

static void run_flows (DaybookDesk *self);

/* What came due meanwhile was not looked for: once more, unless nothing but refusals came of it. */
static void
step_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  DaybookDesk *self = DAYBOOK_DESK (source);
  g_autoptr (DaybookReceipt) receipt = g_task_propagate_pointer (G_TASK (result), NULL);

  self->steps_recorded = self->steps_recorded || (receipt != NULL && !receipt->repeated);
  if (--self->n_steps == 0 && self->steps_recorded)
    run_flows (self);
}

/* Sends what follows from what happened. Whether it is recorded shows in the figures: until it is,
 * it is found again; but not while it is on its way, for each step changes the figures. */
static void
run_flows (DaybookDesk *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  if (self->open_book->newer || self->n_steps > 0)
    return;

  self->day_seen = daybook_desk_get_today (self);
  steps = daybook_flows_find_steps (self->open_book->read_model, self->day_seen, &error);
  if (steps == NULL)
    {
      g_info ("What follows could not be found: %s", error->message);
      return;
    }

  self->n_steps = steps->len;
  self->steps_recorded = FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const DaybookFlowStep *step = g_ptr_array_index (steps, i);

      submit (new_job (step->command, step->command_id, DAYBOOK_FLOW_ACTOR),
              g_task_new (self, NULL, step_done_cb, NULL));
    }
}

static gboolean
tell (gpointer data)
{
  News *news = data;

  /* Should that fail, the old file still answers. */
  if (news->changes->everything)
    daybook_read_model_refresh (news->desk->open_book->read_model, NULL);
  if (news->book != NULL)
    {
      daybook_book_free (news->desk->book);
      news->desk->book = g_steal_pointer (&news->book);
    }

  if (news->problem != NULL)
    g_signal_emit (news->desk, signals[STOPPED], 0, news->problem);
  else
    g_signal_emit (news->desk, signals[CHANGED], 0, news->changes);

  run_flows (news->desk);
  return G_SOURCE_REMOVE;
}

static gboolean
catch_up (DaybookDesk   *self,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (DaybookChanges) changes = daybook_changes_new ();
  g_autoptr (GError) problem = NULL;
  gboolean ok;
  News *news;

  ok = daybook_projector_catch_up (self->open_book->projector, changes, NULL, NULL, cancellable,
                                   &problem);
  if (ok && !changes->everything && changes->position == 0)
    return TRUE;

  news = g_new0 (News, 1);
  news->desk = g_object_ref (self);
  news->changes = g_steal_pointer (&changes);
  news->book = daybook_dispatcher_dup_book (self->open_book->dispatcher, NULL);
  news->problem = ok ? NULL : g_error_copy (problem);
  /* Not g_main_context_invoke(): whenever nobody iterates the main context, that would run here. */
  g_idle_add_full (G_PRIORITY_DEFAULT, tell, news, news_free);

  if (!ok)
    g_propagate_error (error, g_steal_pointer (&problem));
  return ok;
}

static void
preview (DaybookDesk          *self,
         const DaybookCommand *command,
         GTask                *task)
{
  g_autoptr (GError) error = NULL;
  DaybookOutlook *outlook;

  outlook = daybook_dispatcher_preview (self->open_book->dispatcher, command, &error);
  if (outlook != NULL)
    g_task_return_pointer (task, outlook, (GDestroyNotify) daybook_outlook_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* On the writer thread. A command that was recorded has its receipt, even if the read model could
 * not follow: that is told by the signal. */
static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  DaybookDesk *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  DaybookEnvelope envelope = { .command_id = job->command_id, .actor = job->actor,
                               .undoable = job->undoable, .undoes = job->undoes };
  g_autoptr (GError) error = NULL;
  DaybookReceipt *receipt;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (job->command == NULL)
    {
      if (catch_up (self, g_task_get_cancellable (task), &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (job->preview)
    {
      preview (self, job->command, task);
      return;
    }

  receipt = daybook_dispatcher_execute (self->open_book->dispatcher, job->command, &envelope,
                                        &error);
  if (receipt == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  catch_up (self, NULL, NULL);
  g_task_return_pointer (task, receipt, (GDestroyNotify) daybook_receipt_free);
}

/* A new day: nothing was recorded, and yet whatever is said of today is no longer so. */
static void
follow_day (DaybookDesk *self)
{
  g_autoptr (DaybookChanges) changes = NULL;
  DaybookDate today = daybook_desk_get_today (self);

  if (self->day_told != today)
    {
      self->day_told = today;
      changes = daybook_changes_new ();
      changes->everything = TRUE;
      g_signal_emit (self, signals[CHANGED], 0, changes);
    }
  if (self->day_seen != today)
    run_flows (self);
}

/* Each number of entries is looked at once: whatever keeps the figures from following has been told
 * then. That the figures have followed does not mean that it was this desk which let them: whoever
 * recorded something may have. */
static gboolean
look (gpointer data)
{
  DaybookDesk *self = data;
  g_autoptr (GError) error = NULL;
  DaybookTotals totals;

  if (!daybook_read_model_get_totals (self->open_book->read_model, &totals, &error))
    {
      g_signal_emit (self, signals[STOPPED], 0, error);
      return G_SOURCE_CONTINUE;
    }

  follow_day (self);
  if (totals.n_recorded == self->n_seen)
    return G_SOURCE_CONTINUE;

  self->n_seen = totals.n_recorded;
  daybook_desk_catch_up_async (self, NULL, NULL, NULL);

  return G_SOURCE_CONTINUE;
}

static void
daybook_desk_finalize (GObject *object)
{
  DaybookDesk *self = DAYBOOK_DESK (object);

  g_clear_handle_id (&self->look_source, g_source_remove);

  /* Queued tasks hold a reference to the desk, so there are none. */
  if (self->writer != NULL)
    g_thread_pool_free (self->writer, FALSE, FALSE);
  g_clear_pointer (&self->open_book, daybook_open_book_free);
  g_clear_pointer (&self->book, daybook_book_free);
  g_clear_pointer (&self->actor, g_free);

  G_OBJECT_CLASS (daybook_desk_parent_class)->finalize (object);
}

static void
daybook_desk_class_init (DaybookDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", DAYBOOK_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[STOPPED] = g_signal_new ("stopped", DAYBOOK_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_desk_init (DaybookDesk *self)
{
}

/**
 * daybook_desk_new:
 * @open_book: (transfer full): from here on, its dispatcher and projector belong to the writer
 *   thread, its read model to this one
 *
 * Returns: (transfer full): a desk at the book; %NULL on error.
 */
DaybookDesk *
daybook_desk_new (DaybookOpenBook  *open_book,
                  GError          **error)
{
  g_autoptr (DaybookOpenBook) owned = open_book;
  DaybookBook *book = daybook_dispatcher_dup_book (owned->dispatcher, error);
  DaybookDesk *self;

  if (book == NULL)
    return NULL;

  self = g_object_new (DAYBOOK_TYPE_DESK, NULL);
  self->open_book = g_steal_pointer (&owned);
  self->book = book;
  self->actor = g_strdup (g_get_real_name ());
  self->writer = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  self->look_source = g_timeout_add_seconds (LOOK_INTERVAL_S, look, self);
  self->day_told = daybook_desk_get_today (self);
  run_flows (self);

  return self;
}

/**
 * daybook_desk_get_path:
 *
 * Returns: (transfer none): where the book file is.
 */
const char *
daybook_desk_get_path (DaybookDesk *self)
{
  return self->open_book->path;
}

/**
 * daybook_desk_get_book:
 *
 * Returns: (transfer none): the book's name, home currency and time zone.
 */
const DaybookBook *
daybook_desk_get_book (DaybookDesk *self)
{
  return self->book;
}

/**
 * daybook_desk_get_read_model:
 *
 * Returns: (transfer none): what to ask for figures.
 */
DaybookReadModel *
daybook_desk_get_read_model (DaybookDesk *self)
{
  return self->open_book->read_model;
}

/**
 * daybook_desk_is_newer:
 *
 * Returns: whether the book contains what only a newer program knows, so that it can only be read.
 */
gboolean
daybook_desk_is_newer (DaybookDesk *self)
{
  return self->open_book->newer;
}

/**
 * daybook_desk_get_today:
 *
 * Returns: the day it is where the book is kept.
 */
DaybookDate
daybook_desk_get_today (DaybookDesk *self)
{
  return daybook_open_book_get_today (self->open_book, self->book);
}

/**
 * daybook_desk_new_command_id:
 *
 * To be asked for when a form opens, so that pressing its button twice records once.
 *
 * Returns: (transfer full): an id for a command.
 */
char *
daybook_desk_new_command_id (DaybookDesk *self)
{
  return daybook_id_source_make_text (self->open_book->ids);
}

/**
 * daybook_desk_get_actor:
 *
 * Returns: (transfer none): who sits at the desk.
 */
const char *
daybook_desk_get_actor (DaybookDesk *self)
{
  return self->actor;
}

/**
 * daybook_desk_set_actor:
 * @actor: who sits at the desk; named in each entry from now on
 */
void
daybook_desk_set_actor (DaybookDesk *self,
                        const char  *actor)
{
  g_free (self->actor);
  self->actor = g_strdup (actor);
}

/**
 * daybook_desk_execute_async:
 * @command: copied
 * @command_id: (nullable): see daybook_desk_new_command_id()
 * @callback: called once the command is recorded and the read model contains it
 */
void
daybook_desk_execute_async (DaybookDesk           *self,
                            const DaybookCommand  *command,
                            const char            *command_id,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  Job *job = new_job (command, command_id, self->actor);

  job->undoable = TRUE;
  submit (job, g_task_new (self, cancellable, callback, user_data));
}

/**
 * daybook_desk_undo_async:
 * @opposite: of a receipt, with the reason for undoing; copied
 * @events: (element-type DaybookEvent): that receipt's
 * @callback: calls daybook_desk_execute_finish()
 *
 * Undoes a command: its opposite is recorded, unless somebody has changed the same since.
 */
void
daybook_desk_undo_async (DaybookDesk          *self,
                         const DaybookCommand *opposite,
                         GPtrArray            *events,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  Job *job = new_job (opposite, NULL, self->actor);

  job->undoes = g_ptr_array_ref (events);
  submit (job, g_task_new (self, NULL, callback, user_data));
}

/**
 * daybook_desk_execute_finish:
 *
 * Returns: (transfer full): the receipt; %NULL on error: a refusal, or that of the store.
 */
DaybookReceipt *
daybook_desk_execute_finish (DaybookDesk   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * daybook_desk_preview_async:
 * @cancellable: (nullable): not to be told of what nobody wants to know any more
 *
 * Asks what @command would lead to, by the rules and the facts that would decide on it now. Nothing
 * is recorded.
 */
void
daybook_desk_preview_async (DaybookDesk           *self,
                            const DaybookCommand  *command,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = new_job (command, NULL, NULL);

  g_task_set_source_tag (task, daybook_desk_preview_async);
  job->preview = TRUE;
  submit (job, task);
}

/**
 * daybook_desk_preview_finish:
 *
 * Returns: (transfer full): what the command would lead to; %NULL on error: the refusal that it
 *   would meet, or that of the store.
 */
DaybookOutlook *
daybook_desk_preview_finish (DaybookDesk   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * daybook_desk_find_entries:
 * @filter: what is looked for
 * @after_position: the number of an entry; only those after it are looked at
 * @until_position: the number of the newest that is looked at
 * @cancellable: to end it
 * @func: told what was found, in the main context, until @cancellable is cancelled
 *
 * Looks through the daybook, newest first, beside everything else.
 */
void
daybook_desk_find_entries (DaybookDesk               *self,
                           const DaybookEntryFilter  *filter,
                           guint64                    after_position,
                           guint64                    until_position,
                           GCancellable              *cancellable,
                           DaybookSearchFunc          func,
                           gpointer                   user_data)
{
  DaybookEntrySearch search = {
    .open_reader = self->open_book->open_reader,
    .path = self->open_book->path,
    .filter = filter,
    .after_position = after_position,
    .until_position = until_position,
  };

  daybook_entry_search_start (&search, cancellable, func, user_data);
}

/**
 * daybook_desk_catch_up_async:
 *
 * Lets the read model follow what others wrote to the book.
 */
void
daybook_desk_catch_up_async (DaybookDesk          *self,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  submit (g_new0 (Job, 1), task);
}

/**
 * daybook_desk_catch_up_finish:
 *
 * Returns: whether the read model is current.
 */
gboolean
daybook_desk_catch_up_finish (DaybookDesk   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
