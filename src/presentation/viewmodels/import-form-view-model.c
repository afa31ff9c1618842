/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Import what stands in a sheet.
 *
 * An import has no opposite. So nobody is asked whether they are sure: they are shown what it would
 * lead to. Each change of the plan stops the trial that is under way and begins another one once
 * that has stopped; there is one at a time, because a trial keeps others from writing. */

#include "import-form-view-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "book-session.h"
#include "choice.h"
#include "compose.h"
#include "import-line.h"
#include "import-task.h"
#include "import-texts.h"
#include "import/import-error.h"
#include "import/sheet-cells.h"
#include "property.h"

/* So many rows tell what the columns are. */
#define MAX_SAMPLE 1000

/* The first columns; nobody keeps more of them in a list to choose from. */
#define MAX_COLUMNS 100

/* Of what stands at a column's head, or first in it. Characters. */
#define MAX_TITLE 30

enum
{
  PROP_FILE_NAME = 1,
  PROP_COLUMNS,
  PROP_DAY,
  PROP_ACCOUNT,
  PROP_AMOUNT,
  PROP_MONEY_IN,
  PROP_MONEY_OUT,
  PROP_NOTE,
  PROP_TWO_COLUMNS,
  PROP_ORDERS,
  PROP_ORDER,
  PROP_MARKS,
  PROP_MARK,
  PROP_METHOD,
  PROP_OPENS_ACCOUNTS,
  PROP_STATE,
  PROP_FRACTION,
  PROP_SUMMARY,
  PROP_LINES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookImportFormViewModel
{
  DaybookFormViewModel parent_instance;

  DaybookBookshelf *bookshelf;
  DaybookSheet *sheet;
  GListModel *columns;
  GListModel *orders;
  GListModel *marks;
  GListStore *lines;
  DaybookSheetPlan plan;

  DaybookTaskViewModel *trial;
  DaybookSheetPlan tried;
  gboolean outdated;
  DaybookTaskViewModel *import;

  char *state;
  char *summary;
  double fraction;
};

G_DEFINE_FINAL_TYPE (DaybookImportFormViewModel, daybook_import_form_view_model,
                     DAYBOOK_TYPE_FORM_VIEW_MODEL)

static DaybookReadModel *
get_read_model (DaybookImportFormViewModel *self)
{
  return daybook_form_view_model_get_read_model (DAYBOOK_FORM_VIEW_MODEL (self));
}

static void
set_state (DaybookImportFormViewModel *self,
           const char                 *state)
{
  daybook_property_set_text (self, properties[PROP_STATE], &self->state, state);
}

static void
take_summary (DaybookImportFormViewModel *self,
              char                       *summary)
{
  daybook_property_take_text (self, properties[PROP_SUMMARY], &self->summary, summary);
}

static void
fraction_changed_cb (DaybookImportFormViewModel *self,
                     GParamSpec                 *pspec,
                     DaybookTaskViewModel       *task)
{
  double fraction;

  g_object_get (task, "fraction", &fraction, NULL);
  fraction = CLAMP (fraction, 0.0, 1.0);
  if (self->fraction == fraction)
    return;

  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
sentence_changed_cb (DaybookImportFormViewModel *self,
                     GParamSpec                 *pspec,
                     DaybookTaskViewModel       *task)
{
  char *sentence;

  g_object_get (task, "sentence", &sentence, NULL);
  take_summary (self, sentence);
}

static DaybookTaskViewModel *
begin_task (DaybookImportFormViewModel *self,
            gboolean                    trial,
            GCallback                   ended)
{
  DaybookBookViewModel *book = daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (self));
  DaybookTaskViewModel *task =
    daybook_import_task_new (self->bookshelf, book, self->sheet, &self->plan, trial);

  g_signal_connect_object (task, "ended", ended, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (task, "notify::fraction", G_CALLBACK (fraction_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return task;
}

static void
trial_ended_cb (DaybookImportFormViewModel *self)
{
  daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
}

static void
begin_trial (DaybookImportFormViewModel *self)
{
  g_autofree char *sentence = NULL;

  g_clear_object (&self->trial);
  self->tried = self->plan;
  self->outdated = FALSE;
  self->trial = begin_task (self, TRUE, G_CALLBACK (trial_ended_cb));
  set_state (self, "trying");
  daybook_task_view_model_start (self->trial);
  g_object_get (self->trial, "sentence", &sentence, NULL);
  take_summary (self, g_steal_pointer (&sentence));
}

/* What the trial has shown. Returns whether importing can work. */
static gboolean
show_outcome (DaybookImportFormViewModel *self)
{
  const DaybookImportOutcome *outcome = daybook_import_task_get_outcome (self->trial);
  g_autofree char *state = NULL;
  g_autofree char *sentence = NULL;
  gboolean works;

  g_object_get (self->trial, "state", &state, "sentence", &sentence, NULL);
  works = strcmp (state, "done") == 0;
  set_state (self, works ? "ready" : "wrong");
  take_summary (self, g_steal_pointer (&sentence));
  daybook_import_fill_lines (self->lines, outcome, get_read_model (self));

  return works && outcome->result.n_recorded > 0;
}

/* Tries what is asked for, unless the last trial was about just that. */
static gboolean
check_trial (DaybookImportFormViewModel *self)
{
  gboolean running = self->trial != NULL && daybook_task_view_model_is_running (self->trial);

  if (self->trial == NULL || !daybook_sheet_plan_equal (&self->plan, &self->tried))
    self->outdated = TRUE;

  if (running)
    {
      if (self->outdated)
        daybook_task_view_model_cancel (self->trial);
      return FALSE;
    }
  if (!self->outdated)
    return show_outcome (self);

  begin_trial (self);
  return FALSE;
}

static void
daybook_import_form_view_model_check (DaybookFormViewModel *form,
                                      gboolean              book_changed)
{
  DaybookImportFormViewModel *self = DAYBOOK_IMPORT_FORM_VIEW_MODEL (form);

  /* What was tried was tried on another book. */
  self->outdated = self->outdated || book_changed;

  if (self->import != NULL)
    {
      daybook_form_view_model_set_incomplete (form);
      return;
    }
  if (daybook_sheet_plan_is_complete (&self->plan))
    {
      if (!check_trial (self))
        daybook_form_view_model_set_incomplete (form);
      return;
    }

  if (self->trial != NULL)
    daybook_task_view_model_cancel (self->trial);
  self->outdated = TRUE;
  g_list_store_remove_all (self->lines);
  set_state (self, "incomplete");
  take_summary (self, g_strdup (_("Choose the columns of the date, the account and the amount.")));
  daybook_form_view_model_set_incomplete (form);
}

/* Whatever was recorded is on screen before it is said. */
static void
caught_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DaybookImportFormViewModel) self = user_data;
  g_autofree char *sentence = NULL;

  daybook_desk_catch_up_finish (DAYBOOK_DESK (source), result, NULL);
  g_object_get (self->import, "sentence", &sentence, NULL);
  daybook_form_view_model_finish (DAYBOOK_FORM_VIEW_MODEL (self), sentence);
}

/* What went wrong, or changed since the trial, is found again by the next one. */
static void
import_ended_cb (DaybookImportFormViewModel *self,
                 const GError               *error)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookBookViewModel *book = daybook_form_view_model_get_book (form);
  g_autoptr (DaybookTaskViewModel) import = g_object_ref (self->import);
  g_autofree char *state = NULL;

  g_object_get (import, "state", &state, NULL);
  if (strcmp (state, "done") == 0)
    {
      daybook_desk_catch_up_async (daybook_book_view_model_get_desk (book), NULL, caught_up_cb,
                                   g_object_ref (self));
      return;
    }

  g_clear_object (&self->import);
  self->outdated = TRUE;
  daybook_form_view_model_resume (form, error, daybook_book_view_model_get_path (book));
}

static guint
to_choice (int column)
{
  return (guint) (column + 1);
}

static int *
find_column (DaybookImportFormViewModel *self,
             guint                       id)
{
  return &self->plan.columns[id - PROP_DAY];
}

static guint
get_order (DaybookImportFormViewModel *self)
{
  guint order = 0;

  while (strcmp (daybook_sheet_orders[order], self->plan.order) != 0)
    order++;

  return order;
}

static void
daybook_import_form_view_model_get_property (GObject    *object,
                                             guint       id,
                                             GValue     *value,
                                             GParamSpec *pspec)
{
  DaybookImportFormViewModel *self = DAYBOOK_IMPORT_FORM_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_FILE_NAME:
      g_value_set_string (value, daybook_sheet_get_name (self->sheet));
      break;
    case PROP_COLUMNS:
      g_value_set_object (value, self->columns);
      break;
    case PROP_TWO_COLUMNS:
      g_value_set_boolean (value, self->plan.two_columns);
      break;
    case PROP_ORDERS:
      g_value_set_object (value, self->orders);
      break;
    case PROP_ORDER:
      g_value_set_uint (value, get_order (self));
      break;
    case PROP_MARKS:
      g_value_set_object (value, self->marks);
      break;
    case PROP_MARK:
      g_value_set_uint (value, self->plan.decimal_mark == ',');
      break;
    case PROP_METHOD:
      g_value_set_uint (value, self->plan.method - DAYBOOK_METHOD_CASH);
      break;
    case PROP_OPENS_ACCOUNTS:
      g_value_set_boolean (value, self->plan.opens_accounts);
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_LINES:
      g_value_set_object (value, self->lines);
      break;
    default:
      if (id >= PROP_DAY && id <= PROP_NOTE)
        g_value_set_uint (value, to_choice (*find_column (self, id)));
      else
        G_OBJECT_CLASS (daybook_import_form_view_model_parent_class)->
          get_property (object, id, value, pspec);
    }
}

/* Puts a choice into @plan, if it is one. */
static void
choose (DaybookImportFormViewModel *self,
        DaybookSheetPlan           *plan,
        guint                       id,
        guint                       choice)
{
  switch (id)
    {
    case PROP_ORDER:
      if (choice < g_list_model_get_n_items (self->orders))
        plan->order = daybook_sheet_orders[choice];
      break;
    case PROP_MARK:
      if (choice < g_list_model_get_n_items (self->marks))
        plan->decimal_mark = choice == 0 ? '.' : ',';
      break;
    case PROP_METHOD:
      if (choice <= DAYBOOK_METHOD_BANK - DAYBOOK_METHOD_CASH)
        plan->method = DAYBOOK_METHOD_CASH + choice;
      break;
    default:
      if (choice < g_list_model_get_n_items (self->columns))
        plan->columns[id - PROP_DAY] = (int) choice - 1;
    }
}

static void
daybook_import_form_view_model_set_property (GObject      *object,
                                             guint         id,
                                             const GValue *value,
                                             GParamSpec   *pspec)
{
  DaybookImportFormViewModel *self = DAYBOOK_IMPORT_FORM_VIEW_MODEL (object);
  DaybookSheetPlan plan = self->plan;

  if (id < PROP_DAY || id > PROP_OPENS_ACCOUNTS)
    {
      G_OBJECT_CLASS (daybook_import_form_view_model_parent_class)->
        set_property (object, id, value, pspec);
      return;
    }

  if (id == PROP_TWO_COLUMNS)
    plan.two_columns = g_value_get_boolean (value);
  else if (id == PROP_OPENS_ACCOUNTS)
    plan.opens_accounts = g_value_get_boolean (value);
  else
    choose (self, &plan, id, g_value_get_uint (value));

  if (daybook_sheet_plan_equal (&plan, &self->plan))
    return;

  self->plan = plan;
  g_object_notify_by_pspec (object, pspec);
  daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
}

/* Nobody waits for a trial any more; what was being imported is not. */
static void
daybook_import_form_view_model_dispose (GObject *object)
{
  DaybookImportFormViewModel *self = DAYBOOK_IMPORT_FORM_VIEW_MODEL (object);

  if (self->trial != NULL)
    daybook_task_view_model_cancel (self->trial);
  if (self->import != NULL)
    daybook_task_view_model_cancel (self->import);

  G_OBJECT_CLASS (daybook_import_form_view_model_parent_class)->dispose (object);
}

static void
daybook_import_form_view_model_finalize (GObject *object)
{
  DaybookImportFormViewModel *self = DAYBOOK_IMPORT_FORM_VIEW_MODEL (object);

  g_clear_object (&self->trial);
  g_clear_object (&self->import);
  g_clear_object (&self->bookshelf);
  g_clear_object (&self->sheet);
  g_clear_object (&self->columns);
  g_clear_object (&self->orders);
  g_clear_object (&self->marks);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (daybook_import_form_view_model_parent_class)->finalize (object);
}

static const char *
daybook_import_form_view_model_get_help (DaybookFormViewModel *form)
{
  return "import";
}

static void
daybook_import_form_view_model_class_init (DaybookImportFormViewModelClass *klass)
{
  static const struct { guint id; const char *name; } choices[] = {
    { PROP_DAY, "day" }, { PROP_ACCOUNT, "account" }, { PROP_AMOUNT, "amount" },
    { PROP_MONEY_IN, "money-in" }, { PROP_MONEY_OUT, "money-out" }, { PROP_NOTE, "note" },
    { PROP_ORDER, "order" }, { PROP_MARK, "mark" }, { PROP_METHOD, "method" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DaybookFormViewModelClass *form_class = DAYBOOK_FORM_VIEW_MODEL_CLASS (klass);

  object_class->get_property = daybook_import_form_view_model_get_property;
  object_class->set_property = daybook_import_form_view_model_set_property;
  object_class->dispose = daybook_import_form_view_model_dispose;
  object_class->finalize = daybook_import_form_view_model_finalize;
  form_class->check = daybook_import_form_view_model_check;
  form_class->get_help = daybook_import_form_view_model_get_help;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    properties[choices[i].id] = DAYBOOK_UINT_PROPERTY (choices[i].name, DAYBOOK_WRITABLE);
  properties[PROP_FILE_NAME] = DAYBOOK_TEXT_PROPERTY ("file-name", DAYBOOK_READABLE);
  properties[PROP_COLUMNS] = DAYBOOK_LIST_PROPERTY ("columns");
  properties[PROP_TWO_COLUMNS] =
    g_param_spec_boolean ("two-columns", NULL, NULL, FALSE, DAYBOOK_WRITABLE);
  properties[PROP_ORDERS] = DAYBOOK_LIST_PROPERTY ("orders");
  properties[PROP_MARKS] = DAYBOOK_LIST_PROPERTY ("marks");
  properties[PROP_OPENS_ACCOUNTS] =
    g_param_spec_boolean ("opens-accounts", NULL, NULL, FALSE, DAYBOOK_WRITABLE);
  properties[PROP_STATE] = DAYBOOK_TEXT_PROPERTY ("state", DAYBOOK_READABLE);
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, DAYBOOK_READABLE);
  properties[PROP_SUMMARY] = DAYBOOK_TEXT_PROPERTY ("summary", DAYBOOK_READABLE);
  properties[PROP_LINES] = DAYBOOK_LIST_PROPERTY ("lines");
  g_object_class_install_properties (object_class, N_PROPS, properties);
  daybook_form_view_model_class_install (form_class, NULL, 0);
}

static void
append_choice (GListStore *store,
               const char *id,
               const char *title)
{
  g_autoptr (DaybookChoice) choice = daybook_choice_new (id, title);

  g_list_store_append (store, choice);
}

/* The same day and amount in all of them: that says in every language what differs. */
static void
daybook_import_form_view_model_init (DaybookImportFormViewModel *self)
{
  GListStore *orders = g_list_store_new (DAYBOOK_TYPE_CHOICE);
  GListStore *marks = g_list_store_new (DAYBOOK_TYPE_CHOICE);

  append_choice (orders, "dMy", "31.12.2026");
  append_choice (orders, "Mdy", "12/31/2026");
  append_choice (orders, "yMd", "2026-12-31");
  append_choice (marks, ".", "1,234.50");
  append_choice (marks, ",", "1.234,50");

  self->orders = G_LIST_MODEL (orders);
  self->marks = G_LIST_MODEL (marks);
  self->lines = g_list_store_new (DAYBOOK_TYPE_IMPORT_LINE);
  self->state = g_strdup ("");
  self->summary = g_strdup ("");
}

/* By its head, or, where it has none, by its number and what stands first in it. */
static char *
name_column (GPtrArray *sample,
             gboolean   header,
             guint      column)
{
  g_autofree char *number = g_strdup_printf ("%u", column + 1);
  g_autofree char *text = g_strdup ("");

  for (guint i = 0; i < sample->len && *text == '\0'; i++)
    {
      char **row = g_ptr_array_index (sample, i);

      if (g_strv_length (row) > column)
        {
          g_free (text);
          text = daybook_cell_strip (row[column]);
        }
      if (header)
        break;
    }

  if (g_utf8_strlen (text, -1) > MAX_TITLE)
    {
      g_autofree char *cut = g_utf8_substring (text, 0, MAX_TITLE - 1);

      g_free (text);
      text = g_strconcat (cut, "…", NULL);
    }
  if (*text == '\0')
    /* Translators: a column of a spreadsheet, by its number. */
    return daybook_compose (_("Column %s"), number);

  /* Translators: a column of a spreadsheet, by its number and what stands first in it. */
  return header ? g_steal_pointer (&text) : daybook_compose (_("Column %1$s: %2$s"), number, text);
}

static GListModel *
list_columns (GPtrArray *sample,
              gboolean   header)
{
  GListStore *store = g_list_store_new (DAYBOOK_TYPE_CHOICE);
  guint n = 0;

  for (guint i = 0; i < sample->len; i++)
    n = MAX (n, g_strv_length (g_ptr_array_index (sample, i)));

  /* Translators: no column. */
  append_choice (store, "", C_("column", "None"));
  for (guint i = 0; i < MIN (n, MAX_COLUMNS); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *title = name_column (sample, header, i);

      append_choice (store, id, title);
    }

  return G_LIST_MODEL (store);
}

/* Into an empty book, everybody is new. */
static gboolean
is_empty (DaybookImportFormViewModel *self)
{
  DaybookTotals totals;

  return daybook_read_model_get_totals (get_read_model (self), &totals, NULL) &&
         totals.n_accounts == 0;
}

/**
 * daybook_import_form_view_model_new:
 * @look: what stands there; its plan is guessed, for whoever sees it to change
 *
 * Returns: (transfer full): a form.
 */
DaybookImportFormViewModel *
daybook_import_form_view_model_new (DaybookBookViewModel   *book,
                                    DaybookBookshelf       *bookshelf,
                                    const DaybookSheetLook *look)
{
  DaybookImportFormViewModel *self = g_object_new (DAYBOOK_TYPE_IMPORT_FORM_VIEW_MODEL,
                                                   "book", book, NULL);
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookSheetHabits habits;

  self->bookshelf = g_object_ref (bookshelf);
  self->sheet = g_object_ref (look->sheet);

  daybook_import_habits (&habits);
  daybook_sheet_plan_guess (&self->plan, look->sample, &habits);
  for (guint i = 0; i < DAYBOOK_N_SHEET_ROLES; i++)
    if (self->plan.columns[i] >= MAX_COLUMNS)
      self->plan.columns[i] = DAYBOOK_SHEET_NO_COLUMN;
  self->plan.method =
    DAYBOOK_METHOD_CASH + daybook_book_session_get_method (daybook_book_session_of (book));
  self->plan.opens_accounts = is_empty (self);
  self->columns = list_columns (look->sample, self->plan.header);

  daybook_form_view_model_set_title (form, _("Import"));
  daybook_form_view_model_check (form);

  return self;
}

/**
 * daybook_import_form_view_model_import:
 *
 * Records what stands in the sheet, if the trial has shown that it can be. Ends with `done`, or
 * with what is wrong.
 *
 * Returns: (transfer none) (nullable): what is done now; %NULL if nothing can be.
 */
DaybookTaskViewModel *
daybook_import_form_view_model_import (DaybookImportFormViewModel *self)
{
  if (!daybook_form_view_model_begin (DAYBOOK_FORM_VIEW_MODEL (self)))
    return NULL;

  self->import = begin_task (self, FALSE, G_CALLBACK (import_ended_cb));
  g_signal_connect_object (self->import, "notify::sentence", G_CALLBACK (sentence_changed_cb),
                           self, G_CONNECT_SWAPPED);
  set_state (self, "importing");
  daybook_task_view_model_start (self->import);

  return self->import;
}

/**
 * daybook_import_form_view_model_cancel:
 *
 * Stops an import that is under way. Nothing is recorded then.
 */
void
daybook_import_form_view_model_cancel (DaybookImportFormViewModel *self)
{
  if (self->import != NULL)
    daybook_task_view_model_cancel (self->import);
}

typedef struct
{
  DaybookBookshelf *bookshelf;
  char *path;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->bookshelf);
  g_free (opening->path);
  g_free (opening);
}

/* On a thread of its own. */
static void
look (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  DaybookSheetLook *found = daybook_sheet_look (opening->bookshelf, opening->path, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) daybook_sheet_look_free);
  else
    g_task_return_error (task, error);
}

/**
 * daybook_import_form_view_model_open_async:
 * @path: of a file that was chosen
 * @callback: calls daybook_import_form_view_model_open_finish()
 *
 * Looks into the file.
 */
void
daybook_import_form_view_model_open_async (DaybookBookshelf    *bookshelf,
                                           const char          *path,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data)
{
  /* Its last reference may be the worker thread's: so it holds no view model. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->bookshelf = g_object_ref (bookshelf);
  opening->path = g_strdup (path);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, look);
}

/**
 * daybook_import_form_view_model_open_finish:
 * @book: to import into
 *
 * Returns: (transfer full) (nullable): a form; %NULL if there is nothing that could be imported.
 *   The book has said why then, with `refused`.
 */
DaybookImportFormViewModel *
daybook_import_form_view_model_open_finish (DaybookBookViewModel *book,
                                            GAsyncResult         *result)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookSheetLook) found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found != NULL)
    return daybook_book_view_model_new_import_form (book, opening->bookshelf, found);

  daybook_book_view_model_refuse (book, error, opening->path);
  return NULL;
}

static gboolean
take_sample_row (const DaybookSheetRow *row,
                 gpointer               user_data)
{
  GPtrArray *sample = user_data;
  char **cells;

  if (row->problem != NULL)
    return TRUE;

  cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = g_strdup (row->cells[i]);
  g_ptr_array_add (sample, cells);

  return sample->len < MAX_SAMPLE;
}

/**
 * daybook_sheet_look:
 *
 * Reads all of the file once: not where somebody waits.
 *
 * Returns: (transfer full): a look at what stands in the file; %NULL on error, also if that is
 *   nothing.
 */
DaybookSheetLook *
daybook_sheet_look (DaybookBookshelf  *bookshelf,
                    const char        *path,
                    GError           **error)
{
  g_autoptr (DaybookSheetLook) look = g_new0 (DaybookSheetLook, 1);

  look->sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  look->sheet = daybook_bookshelf_open_sheet (bookshelf, path, error);
  if (look->sheet == NULL ||
      !daybook_sheet_read (look->sheet, take_sample_row, look->sample, NULL, NULL, NULL, error))
    return NULL;

  if (look->sample->len == 0)
    {
      daybook_import_fail (error, DAYBOOK_IMPORT_ERROR_NOT_A_SHEET);
      return NULL;
    }
  return g_steal_pointer (&look);
}

/**
 * daybook_sheet_look_free:
 * @look: (nullable) (transfer full):
 */
void
daybook_sheet_look_free (DaybookSheetLook *look)
{
  if (look == NULL)
    return;

  g_clear_object (&look->sheet);
  g_ptr_array_unref (look->sample);
  g_free (look);
}
