/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms: what is typed, what is wrong with it, and one command at the end.
 *
 * Each form asks the domain the same question twice. While somebody types, it decides on a copy of
 * what the read model says, to show errors and the effect at once. On confirming, the command goes
 * to the desk, where it is decided on the facts; a refusal there lands beside the field that it
 * names, stays until something changes, and takes away nothing that was typed.
 *
 * The command's id is made with the form: whatever happens in between, it is recorded once. */

#include "form-view-model.h"

#include <glib/gi18n-lib.h>

#include "book-session.h"
#include "property.h"
#include "refusal.h"
#include "sentences.h"
#include "store-error.h"

typedef struct
{
  DaybookBookViewModel *book;
  char *command_id;

  char **texts;
  char **errors;
  char **found_errors;
  char *found_error;
  gboolean incomplete;

  GError *refusal;
  char *path;

  char *title;
  char *effect;
  char *error;
  char *question;
  gboolean busy;
  gboolean done;
  gboolean can_confirm;
  guint result_key;
  DaybookReceipt *receipt;
} DaybookFormViewModelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DaybookFormViewModel, daybook_form_view_model, G_TYPE_OBJECT)

enum
{
  PROP_BOOK = 1,
  PROP_TITLE,
  PROP_EFFECT,
  PROP_ERROR,
  PROP_QUESTION,
  PROP_BUSY,
  PROP_CAN_CONFIRM,
  PROP_RESULT_KEY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static DaybookFormViewModelPrivate *
get_private (DaybookFormViewModel *self)
{
  return daybook_form_view_model_get_instance_private (self);
}

static void
set_question (DaybookFormViewModel *self,
              const char           *question)
{
  daybook_property_set_text (self, properties[PROP_QUESTION], &get_private (self)->question,
                             question);
}

/* Puts into the properties what a check found. A field with an error, or the lack of one that is
 * needed, keeps the button off. */
static void
show_findings (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);
  DaybookFormViewModelClass *klass = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self);
  gboolean sound = TRUE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      sound = sound && priv->found_errors[i] == NULL;
      daybook_property_take_text (self, klass->properties[2 * i + 1], &priv->errors[i],
                                  g_steal_pointer (&priv->found_errors[i]));
    }

  daybook_property_take_text (self, properties[PROP_ERROR], &priv->error,
                              g_steal_pointer (&priv->found_error));
  daybook_property_set_boolean (self, properties[PROP_CAN_CONFIRM], &priv->can_confirm,
                                sound && !priv->incomplete && !priv->busy && !priv->done);
}

static void
check (DaybookFormViewModel *self,
       gboolean              book_changed)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  if (priv->done)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  set_question (self, "");
  priv->incomplete = FALSE;
  DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->check (self, book_changed);
  if (priv->refusal != NULL)
    daybook_form_view_model_set_refusal (self, priv->refusal);
  show_findings (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Who stopped it knows why it stopped. */
static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, DAYBOOK_STORE_ERROR, DAYBOOK_STORE_ERROR_CANCELLED);
}

static void
set_busy (DaybookFormViewModel *self,
          gboolean              busy)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  daybook_property_set_boolean (self, properties[PROP_BUSY], &priv->busy, busy);
}

/* Nothing is confirmed twice. */
static void
finish (DaybookFormViewModel *self,
        guint                 result_key,
        const char           *sentence,
        guint64               position)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  priv->done = TRUE;
  set_busy (self, FALSE);
  daybook_property_set_boolean (self, properties[PROP_CAN_CONFIRM], &priv->can_confirm, FALSE);
  daybook_property_set_uint (self, properties[PROP_RESULT_KEY], &priv->result_key, result_key);
  g_signal_emit (self, signals[DONE], 0, sentence, position);
}

static void
command_executed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (DaybookFormViewModel) self = user_data;
  DaybookFormViewModelClass *klass = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self);
  DaybookDesk *desk = DAYBOOK_DESK (source);
  DaybookReceipt *receipt;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint result_key = 0;

  receipt = daybook_desk_execute_finish (desk, result, &error);
  if (receipt == NULL)
    {
      daybook_form_view_model_end (self, error, daybook_desk_get_path (desk));
      return;
    }

  get_private (self)->receipt = receipt;
  sentence = daybook_recorded_sentence (receipt->events, daybook_desk_get_read_model (desk));
  if (klass->find_result != NULL)
    result_key = klass->find_result (self, daybook_receipt_get_outcome (receipt));
  finish (self, result_key, sentence, receipt->first);
}

static void
desk_changed_cb (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  /* While a command is on its way, the change may be its own. */
  if (priv->busy)
    return;

  g_clear_error (&priv->refusal);
  check (self, TRUE);
}

static void
daybook_form_view_model_constructed (GObject *object)
{
  DaybookFormViewModel *self = DAYBOOK_FORM_VIEW_MODEL (object);
  DaybookFormViewModelPrivate *priv = get_private (self);
  guint n_fields = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->n_fields;

  G_OBJECT_CLASS (daybook_form_view_model_parent_class)->constructed (object);

  priv->texts = g_new0 (char *, n_fields + 1);
  priv->errors = g_new0 (char *, n_fields + 1);
  priv->found_errors = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    {
      priv->texts[i] = g_strdup ("");
      priv->errors[i] = g_strdup ("");
    }

  if (priv->book != NULL)
    {
      DaybookDesk *desk = daybook_book_view_model_get_desk (priv->book);

      priv->command_id = daybook_desk_new_command_id (desk);
      g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
daybook_form_view_model_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  DaybookFormViewModel *self = DAYBOOK_FORM_VIEW_MODEL (object);
  DaybookFormViewModelPrivate *priv = get_private (self);
  guint field = (id - DAYBOOK_FORM_FIRST_FIELD) / 2;

  if (id >= DAYBOOK_FORM_FIRST_FIELD)
    {
      g_value_set_string (value, id % 2 == 0 ? priv->texts[field] : priv->errors[field]);
      return;
    }

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_EFFECT:
      g_value_set_string (value, priv->effect);
      break;
    case PROP_ERROR:
      g_value_set_string (value, priv->error);
      break;
    case PROP_QUESTION:
      g_value_set_string (value, priv->question);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, priv->busy);
      break;
    case PROP_CAN_CONFIRM:
      g_value_set_boolean (value, priv->can_confirm);
      break;
    case PROP_RESULT_KEY:
      g_value_set_uint (value, priv->result_key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
daybook_form_view_model_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  DaybookFormViewModel *self = DAYBOOK_FORM_VIEW_MODEL (object);

  if (id >= DAYBOOK_FORM_FIRST_FIELD)
    daybook_form_view_model_set_text (self, (id - DAYBOOK_FORM_FIRST_FIELD) / 2,
                                      g_value_get_string (value));
  else if (id == PROP_BOOK)
    get_private (self)->book = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_form_view_model_finalize (GObject *object)
{
  DaybookFormViewModelPrivate *priv = get_private (DAYBOOK_FORM_VIEW_MODEL (object));
  guint n_fields = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (object)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      g_free (priv->texts[i]);
      g_free (priv->errors[i]);
      g_free (priv->found_errors[i]);
    }
  g_free (priv->texts);
  g_free (priv->errors);
  g_free (priv->found_errors);
  g_free (priv->found_error);
  g_free (priv->command_id);
  g_free (priv->path);
  g_free (priv->title);
  g_free (priv->effect);
  g_free (priv->error);
  g_free (priv->question);
  g_clear_error (&priv->refusal);
  g_clear_pointer (&priv->receipt, daybook_receipt_free);
  g_clear_object (&priv->book);

  G_OBJECT_CLASS (daybook_form_view_model_parent_class)->finalize (object);
}

static void
daybook_form_view_model_class_init (DaybookFormViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = daybook_form_view_model_constructed;
  object_class->get_property = daybook_form_view_model_get_property;
  object_class->set_property = daybook_form_view_model_set_property;
  object_class->finalize = daybook_form_view_model_finalize;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, DAYBOOK_TYPE_BOOK_VIEW_MODEL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = DAYBOOK_TEXT_PROPERTY ("title", DAYBOOK_READABLE);
  properties[PROP_EFFECT] = DAYBOOK_TEXT_PROPERTY ("effect", DAYBOOK_READABLE);
  properties[PROP_ERROR] = DAYBOOK_TEXT_PROPERTY ("error", DAYBOOK_READABLE);
  properties[PROP_QUESTION] = DAYBOOK_TEXT_PROPERTY ("question", DAYBOOK_READABLE);
  properties[PROP_BUSY] = DAYBOOK_BOOLEAN_PROPERTY ("busy");
  properties[PROP_CAN_CONFIRM] = DAYBOOK_BOOLEAN_PROPERTY ("can-confirm");
  properties[PROP_RESULT_KEY] = DAYBOOK_UINT_PROPERTY ("result-key", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DONE] = g_signal_new ("done", DAYBOOK_TYPE_FORM_VIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT64);
}

static void
daybook_form_view_model_init (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  priv->title = g_strdup ("");
  priv->effect = g_strdup ("");
  priv->error = g_strdup ("");
  priv->question = g_strdup ("");
}

/* Those who want it are asked once more. Whatever changes meanwhile takes the question back. */
static gboolean
asks_first (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  if (!priv->can_confirm || *priv->question != '\0' ||
      !daybook_book_session_get_asks_again (daybook_book_session_of (priv->book)))
    return FALSE;

  set_question (self, _("Record this? What is recorded stays in the book."));
  return TRUE;
}

/**
 * daybook_form_view_model_confirm:
 *
 * Records what was typed, if it can be. Ends with `done`, or with what is wrong in `error` or
 * beside a field; for those who want to be asked once more, the first time with `question`.
 */
void
daybook_form_view_model_confirm (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);
  DaybookFormViewModelClass *klass = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self);
  DaybookCommand *command;

  g_return_if_fail (klass->dup_command != NULL);

  if (asks_first (self) || !daybook_form_view_model_begin (self))
    return;

  command = klass->dup_command (self);
  daybook_desk_execute_async (daybook_book_view_model_get_desk (priv->book), command,
                              priv->command_id, NULL, command_executed_cb, g_object_ref (self));
  daybook_record_free (command);
}

/**
 * daybook_form_view_model_get_can_confirm:
 *
 * Returns: whether daybook_form_view_model_confirm() would do anything.
 */
gboolean
daybook_form_view_model_get_can_confirm (DaybookFormViewModel *self)
{
  return get_private (self)->can_confirm;
}

/**
 * daybook_form_view_model_get_result_key:
 *
 * Returns: the key of the account or person that was made, or 0.
 */
guint
daybook_form_view_model_get_result_key (DaybookFormViewModel *self)
{
  return get_private (self)->result_key;
}

/**
 * daybook_form_view_model_get_help:
 *
 * Returns: which page of the manual is about what the form does.
 */
const char *
daybook_form_view_model_get_help (DaybookFormViewModel *self)
{
  g_return_val_if_fail (DAYBOOK_IS_FORM_VIEW_MODEL (self), NULL);

  return DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->get_help (self);
}

/**
 * daybook_form_view_model_get_receipt:
 *
 * Returns: (transfer none) (nullable): of what was recorded; %NULL until it is done.
 */
const DaybookReceipt *
daybook_form_view_model_get_receipt (DaybookFormViewModel *self)
{
  return get_private (self)->receipt;
}

/**
 * daybook_form_view_model_class_install:
 * @fields: a table that lives for ever
 *
 * Gives the class its fields: for each, a property for the text and one for the error.
 */
void
daybook_form_view_model_class_install (DaybookFormViewModelClass *klass,
                                       const DaybookFormField    *fields,
                                       guint                      n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->properties = g_new0 (GParamSpec *, 2 * n_fields);

  /* These two are the only ones that a class does not inherit. */
  if (object_class->get_property == NULL)
    object_class->get_property = daybook_form_view_model_get_property;
  if (object_class->set_property == NULL)
    object_class->set_property = daybook_form_view_model_set_property;

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *error_name = g_strconcat (fields[i].name, "-error", NULL);
      guint id = DAYBOOK_FORM_FIRST_FIELD + 2 * i;

      klass->properties[2 * i] = DAYBOOK_TEXT_PROPERTY (fields[i].name, DAYBOOK_WRITABLE);
      klass->properties[2 * i + 1] =
        g_param_spec_string (error_name, NULL, NULL, "",
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY);
      g_object_class_install_property (object_class, id, klass->properties[2 * i]);
      g_object_class_install_property (object_class, id + 1, klass->properties[2 * i + 1]);
    }
}

/**
 * daybook_form_view_model_get_book:
 *
 * Returns: (transfer none) (nullable): the book it records in.
 */
DaybookBookViewModel *
daybook_form_view_model_get_book (DaybookFormViewModel *self)
{
  return get_private (self)->book;
}

/**
 * daybook_form_view_model_get_read_model:
 *
 * Returns: (transfer none): the book's read model.
 */
DaybookReadModel *
daybook_form_view_model_get_read_model (DaybookFormViewModel *self)
{
  DaybookBookViewModel *book = get_private (self)->book;

  return daybook_desk_get_read_model (daybook_book_view_model_get_desk (book));
}

/**
 * daybook_form_view_model_get_text:
 *
 * Returns: (transfer none): what stands in the field.
 */
const char *
daybook_form_view_model_get_text (DaybookFormViewModel *self,
                                  guint                 field)
{
  return get_private (self)->texts[field];
}

/**
 * daybook_form_view_model_set_text:
 * @text: (nullable):
 *
 * Types something into a field.
 */
void
daybook_form_view_model_set_text (DaybookFormViewModel *self,
                                  guint                 field,
                                  const char           *text)
{
  DaybookFormViewModelPrivate *priv = get_private (self);
  GParamSpec *property = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->properties[2 * field];

  if (daybook_property_set_text (self, property, &priv->texts[field], text))
    daybook_form_view_model_check (self);
}

/**
 * daybook_form_view_model_put_text:
 *
 * Puts into a field what nobody typed: a default, a suggestion. For use within a check, or before
 * the first.
 */
void
daybook_form_view_model_put_text (DaybookFormViewModel *self,
                                  guint                 field,
                                  const char           *text)
{
  DaybookFormViewModelPrivate *priv = get_private (self);
  GParamSpec *property = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->properties[2 * field];

  daybook_property_set_text (self, property, &priv->texts[field], text);
}

/**
 * daybook_form_view_model_set_title:
 *
 * Says what the form does.
 */
void
daybook_form_view_model_set_title (DaybookFormViewModel *self,
                                   const char           *title)
{
  daybook_property_set_text (self, properties[PROP_TITLE], &get_private (self)->title, title);
}

/**
 * daybook_form_view_model_take_effect:
 * @effect: (nullable) (transfer full):
 *
 * Says what confirming would lead to.
 */
void
daybook_form_view_model_take_effect (DaybookFormViewModel *self,
                                     char                 *effect)
{
  daybook_property_take_text (self, properties[PROP_EFFECT], &get_private (self)->effect, effect);
}

/**
 * daybook_form_view_model_is_sound:
 *
 * Returns: within a check, whether nothing that is missing or wrong was found so far.
 */
gboolean
daybook_form_view_model_is_sound (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);
  gboolean sound = !priv->incomplete;

  for (guint i = 0; i < DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->n_fields; i++)
    sound = sound && priv->found_errors[i] == NULL;

  return sound;
}

/**
 * daybook_form_view_model_set_incomplete:
 *
 * Within a check: says that something is still to be typed.
 */
void
daybook_form_view_model_set_incomplete (DaybookFormViewModel *self)
{
  get_private (self)->incomplete = TRUE;
}

/**
 * daybook_form_view_model_set_problem:
 *
 * Within a check: says what is wrong with a field. The first problem of a field is the one shown.
 */
void
daybook_form_view_model_set_problem (DaybookFormViewModel *self,
                                     guint                 field,
                                     const GError         *problem)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  if (priv->found_errors[field] == NULL)
    priv->found_errors[field] = daybook_error_sentence (problem, priv->path);
}

/**
 * daybook_form_view_model_set_refusal:
 *
 * Within a check: says what is wrong, beside the field that @refusal names, or above all if it
 * names none of this form's.
 */
void
daybook_form_view_model_set_refusal (DaybookFormViewModel *self,
                                     const GError         *refusal)
{
  DaybookFormViewModelPrivate *priv = get_private (self);
  DaybookFormViewModelClass *klass = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self);
  const char *name = NULL;

  if (refusal->domain == DAYBOOK_REFUSAL)
    name = daybook_refusal_figures (refusal)->field;

  for (guint i = 0; name != NULL && i < klass->n_fields; i++)
    if (g_strcmp0 (klass->fields[i].command_field, name) == 0)
      {
        daybook_form_view_model_set_problem (self, i, refusal);
        return;
      }

  if (priv->found_error == NULL)
    priv->found_error = daybook_error_sentence (refusal, priv->path);
}

/**
 * daybook_form_view_model_fill:
 * @command: has a text field named like the form's field's
 *
 * Within a check: puts a text into the command, as typed.
 *
 * Returns: whether it can be what the command's field holds; else that is the field's problem.
 */
gboolean
daybook_form_view_model_fill (DaybookFormViewModel *self,
                              guint                 field,
                              DaybookCommand       *command)
{
  const char *name = DAYBOOK_FORM_VIEW_MODEL_GET_CLASS (self)->fields[field].command_field;
  const DaybookField *command_field = daybook_schema_get_field (command->schema, name);
  g_autoptr (GError) problem = NULL;

  if (daybook_record_set_text (command, command_field,
                               daybook_form_view_model_get_text (self, field), &problem))
    return TRUE;

  daybook_form_view_model_set_problem (self, field, problem);
  return FALSE;
}

/**
 * daybook_form_view_model_check:
 *
 * Something else than a text was changed: works out again what is wrong.
 */
void
daybook_form_view_model_check (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  g_clear_error (&priv->refusal);
  check (self, FALSE);
}

/**
 * daybook_form_view_model_begin:
 *
 * Marks the form as busy. Whoever does its work ends with daybook_form_view_model_end().
 *
 * Returns: whether the work can begin.
 */
gboolean
daybook_form_view_model_begin (DaybookFormViewModel *self)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  if (!priv->can_confirm)
    return FALSE;

  /* What went wrong the last time may go well now. */
  g_clear_error (&priv->refusal);
  daybook_property_set_text (self, properties[PROP_ERROR], &priv->error, "");
  set_busy (self, TRUE);
  daybook_property_set_boolean (self, properties[PROP_CAN_CONFIRM], &priv->can_confirm, FALSE);
  return TRUE;
}

/**
 * daybook_form_view_model_finish:
 * @sentence: what was done
 *
 * What was begun is done: the form has served its purpose.
 */
void
daybook_form_view_model_finish (DaybookFormViewModel *self,
                                const char           *sentence)
{
  finish (self, 0, sentence, 0);
}

/**
 * daybook_form_view_model_resume:
 * @error: (nullable): why what was begun failed
 * @path: (nullable): of the file that is concerned
 *
 * Nothing came of what was begun; it can be tried again.
 */
void
daybook_form_view_model_resume (DaybookFormViewModel *self,
                                const GError         *error,
                                const char           *path)
{
  DaybookFormViewModelPrivate *priv = get_private (self);

  set_busy (self, FALSE);
  g_clear_error (&priv->refusal);
  if (error != NULL && !is_cancelled (error))
    priv->refusal = g_error_copy (error);
  g_free (priv->path);
  priv->path = g_strdup (path);
  check (self, TRUE);
}

/**
 * daybook_form_view_model_end:
 * @error: (nullable): why it failed; %NULL if it is done
 * @path: (nullable): of the file that is concerned
 */
void
daybook_form_view_model_end (DaybookFormViewModel *self,
                             const GError         *error,
                             const char           *path)
{
  if (error == NULL)
    daybook_form_view_model_finish (self, "");
  else
    daybook_form_view_model_resume (self, error, path);
}
