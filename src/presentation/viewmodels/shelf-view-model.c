/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where books are opened from.
 *
 * Opening and making books reads and writes files, perhaps for a long time (a read model that has
 * to be worked out again): that is a task. Who cancels gets the page back, without a message, once
 * the task has noticed. */

#include "shelf-view-model.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "compose.h"
#include "number-text.h"
#include "property.h"
#include "recent-books.h"
#include "sentences.h"
#include "store-error.h"
#include "task-view-model.h"

#define OPERATOR_SETTING "operator-name"

enum
{
  PROP_RECENT = 1,
  PROP_RECENT_STATE,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_PROGRESS_TEXT,
  PROP_ERROR,
  PROP_FILE_ALONE,
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

  int making; /* atomic: the worker thread sets it */
  DaybookDesk *desk;
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

  DaybookTaskViewModel *task;
};

G_DEFINE_FINAL_TYPE (DaybookShelfViewModel, daybook_shelf_view_model, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->bookshelf);
  g_clear_object (&job->form);
  g_clear_object (&job->desk);
  g_free (job->path);
  g_free (job->name);
  g_free (job);
}

static gboolean
make_sample (Job                  *job,
             DaybookProgressFunc   progress,
             gpointer              progress_data,
             GCancellable         *cancellable,
             GError              **error)
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

  return daybook_bookshelf_sample (job->bookshelf, job->path, 0, progress, progress_data,
                                   cancellable, error);
}

static gboolean
make_book (Job                  *job,
           DaybookProgressFunc   progress,
           gpointer              progress_data,
           GCancellable         *cancellable,
           GError              **error)
{
  switch (job->kind)
    {
    case JOB_CREATE:
      return daybook_bookshelf_create (job->bookshelf, job->path, job->name, job->currency, error);
    case JOB_SAMPLE:
      return make_sample (job, progress, progress_data, cancellable, error);
    case JOB_OPEN:
    default:
      return TRUE;
    }
}

/* On the worker thread. */
static gboolean
work (gpointer              data,
      DaybookProgressFunc   progress,
      gpointer              progress_data,
      GCancellable         *cancellable,
      GError              **error)
{
  Job *job = data;
  DaybookOpenBook *open_book;

  g_atomic_int_set (&job->making, TRUE);
  if (!make_book (job, progress, progress_data, cancellable, error))
    return FALSE;

  g_atomic_int_set (&job->making, FALSE);
  progress (0, 0, progress_data);
  open_book = daybook_bookshelf_open (job->bookshelf, job->path, progress, progress_data,
                                      cancellable, error);
  job->desk = open_book != NULL ? daybook_desk_new (open_book, error) : NULL;

  return job->desk != NULL;
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
say_progress (gpointer data,
              guint64  done,
              guint64  total)
{
  Job *job = data;
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *done_text = daybook_count_text (done);
  g_autofree char *total_text = daybook_count_text (total);

  if (g_atomic_int_get (&job->making) && job->kind == JOB_SAMPLE)
    return g_strdup (_("Making the sample book…"));
  if (total == 0)
    /* Translators: %s is the name of a file. */
    return daybook_compose (_("Opening “%s”…"), name);

  /* Translators: how far a book has been read: "Working out balances: 10,000 of 250,000 entries" */
  return daybook_compose (g_dngettext (GETTEXT_PACKAGE,
                                       "Working out balances: %1$s of %2$s entry",
                                       "Working out balances: %1$s of %2$s entries", total),
                          done_text, total_text);
}

static char *
say_end (gpointer      data,
         const GError *error,
         gboolean     *well)
{
  Job *job = data;

  return error != NULL ? daybook_error_sentence (error, job->path) : NULL;
}

static const DaybookTaskKind opening = { work, say_progress, say_end };

static void
progress_changed_cb (DaybookShelfViewModel *self)
{
  g_autofree char *sentence = NULL;
  double fraction;

  if (!daybook_task_view_model_is_running (self->task))
    return;

  g_object_get (self->task, "fraction", &fraction, "sentence", &sentence, NULL);
  set_progress (self, fraction);
  set_text (self, PROP_PROGRESS_TEXT, sentence);
}

static void
show_recent_state (DaybookShelfViewModel *self)
{
  GListModel *model = daybook_recent_books_get_model (self->recent);

  set_text (self, PROP_RECENT_STATE, g_list_model_get_n_items (model) > 0 ? "list" : "empty");
}

static void
end_job (DaybookShelfViewModel *self)
{
  g_clear_object (&self->task);
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

/* A form shows itself what went wrong with what was typed into it; the sentence of a task that was
 * cancelled is empty. */
static void
book_opened_cb (DaybookShelfViewModel *self,
                const GError          *error,
                DaybookTaskViewModel  *task)
{
  g_autoptr (DaybookTaskViewModel) held = g_object_ref (task);
  Job *job = daybook_task_view_model_get_data (task);
  g_autofree char *sentence = NULL;

  end_job (self);
  if (job->form != NULL)
    daybook_form_view_model_end (DAYBOOK_FORM_VIEW_MODEL (job->form), error, job->path);

  if (job->desk != NULL)
    {
      welcome_book (self, job->desk);
    }
  else if (job->form == NULL)
    {
      g_autofree char *file = g_path_get_basename (job->path);

      g_object_get (task, "sentence", &sentence, NULL);
      if (g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_ALONE))
        set_text (self, PROP_FILE_ALONE, file);
      set_text (self, PROP_ERROR, sentence);
    }
}

static void
shelf_released_cb (gpointer  self,
                   GClosure *closure)
{
  g_object_unref (self);
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

  return job;
}

/* Until it has ended, the task holds the shelf. */
static void
begin_job (DaybookShelfViewModel *self,
           Job                   *job)
{
  self->task = daybook_task_view_model_new ("", &opening, job, job_free);
  g_signal_connect_data (self->task, "ended", G_CALLBACK (book_opened_cb), g_object_ref (self),
                         shelf_released_cb, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->task, "notify::fraction", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->task, "notify::sentence", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);

  set_text (self, PROP_ERROR, "");
  set_text (self, PROP_FILE_ALONE, "");
  daybook_task_view_model_start (self->task);
  progress_changed_cb (self);
  daybook_property_set_boolean (self, properties[PROP_BUSY], &self->busy, TRUE);
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
  properties[PROP_FILE_ALONE] = DAYBOOK_TEXT_PROPERTY ("file-alone", DAYBOOK_READABLE);
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
  const char *known = daybook_recent_books_find_same (self->recent, path);

  if (!self->busy)
    begin_job (self, make_job (self, JOB_OPEN, known != NULL ? known : path));
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
  if (self->task != NULL)
    daybook_task_view_model_cancel (self->task);
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
  set_text (self, PROP_FILE_ALONE, "");
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
