/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where books are opened from.
 *
 * Opening and making books reads and writes files, perhaps for a long time (a read model that has
 * to be worked out again): a worker thread does it. It notes how far it is; a timer here looks at
 * the note. Who cancels gets the page back, without a message, once the thread has noticed. */

#include "shelf-view-model.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "property.h"
#include "recent-books.h"
#include "sentences.h"
#include "store-error.h"

#define PROGRESS_INTERVAL_MS 100
#define OPERATOR_SETTING "operator-name"

enum
{
  PROP_RECENT = 1,
  PROP_RECENT_STATE,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_PROGRESS_TEXT,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the worker thread is asked to do: make a book or not, then open it. */
typedef enum
{
  JOB_OPEN,
  JOB_CREATE,
  JOB_SAMPLE,
} JobKind;

typedef struct
{
  JobKind kind;
  DaybookBookshelf *bookshelf;
  char *path;
  char *name;
  DaybookCurrency currency;
  DaybookNewBookFormViewModel *form;

  GMutex mutex;
  gboolean making;
  guint64 done;
  guint64 total;
} Job;

struct _DaybookShelfViewModel
{
  GObject parent_instance;

  DaybookBookshelf *bookshelf;
  GSettings *settings;
  DaybookRecentBooks *recent;
  char *texts[N_PROPS];
  gboolean busy;
  double progress;

  Job *job;
  GCancellable *cancellable;
  guint timer;
};

G_DEFINE_FINAL_TYPE (DaybookShelfViewModel, daybook_shelf_view_model, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->bookshelf);
  g_clear_object (&job->form);
  g_free (job->path);
  g_free (job->name);
  g_mutex_clear (&job->mutex);
  g_free (job);
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  Job *job = user_data;

  g_mutex_lock (&job->mutex);
  job->done = done;
  job->total = total;
  g_mutex_unlock (&job->mutex);
}

static void
note_making (Job      *job,
             gboolean  making)
{
  g_mutex_lock (&job->mutex);
  job->making = making;
  job->done = 0;
  job->total = 0;
  g_mutex_unlock (&job->mutex);
}

static gboolean
make_sample (Job           *job,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);

  if (g_file_test (job->path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_READ_ONLY, "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }

  return daybook_bookshelf_sample (job->bookshelf, job->path, 0, note_progress, job, cancellable,
                                   error);
}

static gboolean
make_book (Job           *job,
           GCancellable  *cancellable,
           GError       **error)
{
  switch (job->kind)
    {
    case JOB_CREATE:
      return daybook_bookshelf_create (job->bookshelf, job->path, job->name, job->currency, error);
    case JOB_SAMPLE:
      return make_sample (job, cancellable, error);
    case JOB_OPEN:
    default:
      return TRUE;
    }
}

/* On the worker thread. */
static void
work (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Job *job = task_data;
  DaybookOpenBook *open_book;
  DaybookDesk *desk = NULL;
  GError *error = NULL;

  note_making (job, TRUE);
  if (make_book (job, cancellable, &error))
    {
      note_making (job, FALSE);
      open_book = daybook_bookshelf_open (job->bookshelf, job->path, note_progress, job,
                                          cancellable, &error);
      desk = open_book != NULL ? daybook_desk_new (open_book, &error) : NULL;
    }

  if (desk != NULL)
    g_task_return_pointer (task, desk, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
set_text (DaybookShelfViewModel *self,
          guint                  id,
          const char            *text)
{
  daybook_property_set_text (self, properties[id], &self->texts[id], text);
}

static void
set_progress (DaybookShelfViewModel *self,
              double                 progress)
{
  if (self->progress == progress)
    return;

  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static char *
make_progress_text (const Job *job,
                    gboolean   making,
                    guint64    done,
                    guint64    total)
{
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *done_text = daybook_count_text (done);
  g_autofree char *total_text = daybook_count_text (total);

  if (making && job->kind == JOB_SAMPLE)
    return g_strdup (_("Making the sample book…"));
  if (total == 0)
    /* Translators: %s is the name of a file. */
    return g_strdup_printf (_("Opening “%s”…"), name);

  /* Translators: how far a book has been read: "Working out balances: 10,000 of 250,000 entries" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Working out balances: %1$s of %2$s entry",
                                       "Working out balances: %1$s of %2$s entries", total),
                          done_text, total_text);
}

static void
show_progress (DaybookShelfViewModel *self)
{
  Job *job = self->job;
  guint64 done, total;
  gboolean making;

  g_mutex_lock (&job->mutex);
  making = job->making;
  done = job->done;
  total = job->total;
  g_mutex_unlock (&job->mutex);

  set_progress (self, total > 0 ? MIN ((double) done / (double) total, 1.0) : -1.0);
  daybook_property_take_text (self, properties[PROP_PROGRESS_TEXT],
                              &self->texts[PROP_PROGRESS_TEXT],
                              make_progress_text (job, making, done, total));
}

static void
show_recent_state (DaybookShelfViewModel *self)
{
  GListModel *model = daybook_recent_books_get_model (self->recent);

  set_text (self, PROP_RECENT_STATE, g_list_model_get_n_items (model) > 0 ? "list" : "empty");
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED);
}

static void
end_job (DaybookShelfViewModel *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  self->job = NULL;
  set_progress (self, -1.0);
  set_text (self, PROP_PROGRESS_TEXT, "");
  daybook_property_set_boolean (self, properties[PROP_BUSY], &self->busy, FALSE);
}

static void
welcome_book (DaybookShelfViewModel *self,
              DaybookDesk           *desk)
{
  g_autoptr (DaybookBookViewModel) book = daybook_book_view_model_new (desk);
  g_autofree char *operator_name = NULL;

  if (self->settings != NULL)
    {
      operator_name = g_settings_get_string (self->settings, OPERATOR_SETTING);
      daybook_book_view_model_set_operator (book, operator_name);
    }

  daybook_recent_books_add (self->recent, daybook_book_view_model_get_path (book));
  show_recent_state (self);
  g_signal_emit (self, signals[OPENED], 0, book);
}

static gboolean
progress_timed_out_cb (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

/* A form shows itself what went wrong with what was typed into it. */
static void
book_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DaybookShelfViewModel) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (DaybookNewBookFormViewModel) form = g_steal_pointer (&job->form);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookDesk) desk = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *sentence = NULL;

  end_job (self);
  if (form != NULL)
    daybook_form_view_model_end (DAYBOOK_FORM_VIEW_MODEL (form), error, job->path);

  if (desk != NULL)
    {
      welcome_book (self, desk);
    }
  else if (form == NULL && !is_cancelled (error))
    {
      sentence = daybook_error_sentence (error, job->path);
      set_text (self, PROP_ERROR, sentence);
    }
}

static Job *
make_job (DaybookShelfViewModel *self,
          JobKind                kind,
          const char            *path)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->bookshelf = g_object_ref (self->bookshelf);
  job->path = g_strdup (path);
  g_mutex_init (&job->mutex);

  return job;
}

/* The callback holds the shelf, not the task: its last reference may be the worker thread's, and
 * view models end where they began. */
static void
begin_job (DaybookShelfViewModel *self,
           Job                   *job)
{
  g_autoptr (GTask) task = NULL;

  self->job = job;
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (PROGRESS_INTERVAL_MS, progress_timed_out_cb, self);
  set_text (self, PROP_ERROR, "");
  show_progress (self);
  daybook_property_set_boolean (self, properties[PROP_BUSY], &self->busy, TRUE);

  task = g_task_new (NULL, self->cancellable, book_opened_cb, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

static void
daybook_shelf_view_model_get_property (GObject    *object,
                                       guint       id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  DaybookShelfViewModel *self = DAYBOOK_SHELF_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_RECENT:
      g_value_set_object (value, daybook_recent_books_get_model (self->recent));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      g_assert (id < N_PROPS);
      g_value_set_string (value, self->texts[id]);
    }
}

static void
daybook_shelf_view_model_finalize (GObject *object)
{
  DaybookShelfViewModel *self = DAYBOOK_SHELF_VIEW_MODEL (object);

  g_clear_pointer (&self->recent, daybook_recent_books_free);
  g_clear_object (&self->bookshelf);
  g_clear_object (&self->settings);
  for (guint i = 0; i < N_PROPS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (daybook_shelf_view_model_parent_class)->finalize (object);
}

static void
daybook_shelf_view_model_class_init (DaybookShelfViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_shelf_view_model_get_property;
  object_class->finalize = daybook_shelf_view_model_finalize;

  properties[PROP_RECENT] = DAYBOOK_LIST_PROPERTY ("recent");
  properties[PROP_RECENT_STATE] = DAYBOOK_TEXT_PROPERTY ("recent-state", DAYBOOK_READABLE);
  properties[PROP_BUSY] = DAYBOOK_BOOLEAN_PROPERTY ("busy");
  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL, -1.0, 1.0, -1.0, DAYBOOK_READABLE);
  properties[PROP_PROGRESS_TEXT] = DAYBOOK_TEXT_PROPERTY ("progress-text", DAYBOOK_READABLE);
  properties[PROP_ERROR] = DAYBOOK_TEXT_PROPERTY ("error", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", DAYBOOK_TYPE_SHELF_VIEW_MODEL, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  DAYBOOK_TYPE_BOOK_VIEW_MODEL);
}

static void
daybook_shelf_view_model_init (DaybookShelfViewModel *self)
{
  self->progress = -1.0;
  for (guint i = 0; i < N_PROPS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * daybook_shelf_view_model_new:
 * @settings: (nullable): of the program; %NULL to remember nothing
 *
 * Returns: (transfer full): where books are opened from.
 */
DaybookShelfViewModel *
daybook_shelf_view_model_new (DaybookBookshelf *bookshelf,
                              GSettings        *settings)
{
  DaybookShelfViewModel *self = g_object_new (DAYBOOK_TYPE_SHELF_VIEW_MODEL, NULL);

  self->bookshelf = g_object_ref (bookshelf);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->recent = daybook_recent_books_new (settings);
  show_recent_state (self);

  return self;
}

/**
 * daybook_shelf_view_model_open:
 * @path: of a book file
 *
 * Opens a book. Ends with `opened` or with `error`.
 */
void
daybook_shelf_view_model_open (DaybookShelfViewModel *self,
                               const char            *path)
{
  if (!self->busy)
    begin_job (self, make_job (self, JOB_OPEN, path));
}

/**
 * daybook_shelf_view_model_new_book_form:
 *
 * Returns: (transfer full): a form for daybook_shelf_view_model_create().
 */
DaybookNewBookFormViewModel *
daybook_shelf_view_model_new_book_form (DaybookShelfViewModel *self)
{
  return daybook_new_book_form_view_model_new ();
}

/**
 * daybook_shelf_view_model_create:
 * @path: of a file that does not exist yet
 * @form: what the book is to be; does nothing if it cannot be confirmed
 *
 * Makes a book and opens it. Ends with the form's `done` and `opened`, or with what is wrong in the
 * form.
 */
void
daybook_shelf_view_model_create (DaybookShelfViewModel       *self,
                                 const char                  *path,
                                 DaybookNewBookFormViewModel *form)
{
  Job *job;

  if (self->busy || !daybook_form_view_model_begin (DAYBOOK_FORM_VIEW_MODEL (form)))
    return;

  job = make_job (self, JOB_CREATE, path);
  job->name = daybook_new_book_form_view_model_dup_name (form);
  job->currency = daybook_new_book_form_view_model_get_currency (form);
  job->form = g_object_ref (form);
  begin_job (self, job);
}

/**
 * daybook_shelf_view_model_sample:
 * @anew: whether to make one that nobody has written in, even if there is one already
 *
 * Opens the sample book, and makes it first if there is none. Ends with `opened` or with `error`.
 */
void
daybook_shelf_view_model_sample (DaybookShelfViewModel *self,
                                 gboolean               anew)
{
  /* Translators: the name of the sample book's file. */
  const char *name = _("Sample Book");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "daybook", NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s.daybook", folder, name);

  if (self->busy)
    return;

  for (guint i = 2; anew && g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s %u.daybook", folder, name, i);
    }

  begin_job (self, make_job (self, JOB_SAMPLE, path));
}

/**
 * daybook_shelf_view_model_cancel:
 *
 * Stops opening or making a book. Nothing is left behind, except a book that was finished already.
 */
void
daybook_shelf_view_model_cancel (DaybookShelfViewModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * daybook_shelf_view_model_dismiss_error:
 *
 * The error was read.
 */
void
daybook_shelf_view_model_dismiss_error (DaybookShelfViewModel *self)
{
  set_text (self, PROP_ERROR, "");
}

/**
 * daybook_shelf_view_model_forget:
 * @path: of a recent book that somebody does not want to see there; its file stays
 */
void
daybook_shelf_view_model_forget (DaybookShelfViewModel *self,
                                 const char            *path)
{
  daybook_recent_books_remove (self->recent, path);
  show_recent_state (self);
}
