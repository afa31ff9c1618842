/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Register a person.
 *
 * A username is suggested from the name as long as the one that stands in the field is the one that
 * was suggested: whoever types another, or clears the field, is not argued with. */

#include "register-form-view-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "people/person.h"
#include "people/suggest-username.h"
#include "refusal.h"
#include "who.h"

enum
{
  FIELD_NAME,
  FIELD_USERNAME,
  FIELD_EMAIL,
};

static const DaybookFormField fields[] = {
  [FIELD_NAME] = { "name", "name" },
  [FIELD_USERNAME] = { "username", "username" },
  [FIELD_EMAIL] = { "email", "email" },
};

/* What is good for a username: nobody has it, since it is never asked for. */
#define SOME_USERNAME "somebody"

struct _DaybookRegisterFormViewModel
{
  DaybookFormViewModel parent_instance;

  char *named;
  char *suggested;
  DaybookCommand *command;
};

G_DEFINE_FINAL_TYPE (DaybookRegisterFormViewModel, daybook_register_form_view_model,
                     DAYBOOK_TYPE_FORM_VIEW_MODEL)

static gboolean
is_taken (const char *username,
          gpointer    user_data)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (user_data);
  g_autoptr (DaybookPersonDetails) person = NULL;
  g_autoptr (GError) error = NULL;

  person = daybook_who_find_person (daybook_form_view_model_get_read_model (form), username,
                                    &error);
  if (person == NULL && error->domain != DAYBOOK_REFUSAL)
    daybook_book_view_model_report (daybook_form_view_model_get_book (form), error);

  return person != NULL;
}

static void
suggest (DaybookRegisterFormViewModel *self,
         gboolean                      book_changed)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  const char *name = daybook_form_view_model_get_text (form, FIELD_NAME);
  const char *username = daybook_form_view_model_get_text (form, FIELD_USERNAME);

  if (strcmp (username, self->suggested) != 0 || (!book_changed && strcmp (name, self->named) == 0))
    return;

  g_free (self->named);
  self->named = g_strdup (name);
  g_free (self->suggested);
  self->suggested = daybook_suggest_username (name, is_taken, self);
  daybook_form_view_model_put_text (form, FIELD_USERNAME, self->suggested);
}

/* A decision names one field at a time: the field that it names is made good and the question put
 * again, so that every field's fault is said. What is only missing is no fault yet. */
static void
check_decision (DaybookRegisterFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookRegister *question = daybook_record_copy (self->command);
  g_autofree char *folded = NULL;
  gboolean taken = FALSE;

  if (question->username != NULL)
    {
      folded = daybook_username_fold (question->username);
      taken = daybook_username_is_valid (folded) && is_taken (folded, self);
    }

  for (guint tries = 0; tries < G_N_ELEMENTS (fields); tries++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
      g_autoptr (GError) refusal = NULL;
      DaybookContext context = { .today = 1, .new_id = "" };
      const char *field;

      if (daybook_person_decide_register (taken, question, &context, events, &refusal))
        break;

      if (refusal->code == DAYBOOK_REFUSAL_FIELD_MISSING)
        daybook_form_view_model_set_incomplete (form);
      else
        daybook_form_view_model_set_refusal (form, refusal);

      field = daybook_refusal_figures (refusal)->field;
      if (strcmp (field, "username") == 0)
        {
          g_free (question->username);
          question->username = g_strdup (SOME_USERNAME);
          taken = FALSE;
        }
      else if (strcmp (field, "name") == 0)
        {
          question->name = g_strdup (SOME_USERNAME);
        }
      else
        {
          g_clear_pointer (&question->email, g_free);
        }
    }

  daybook_record_free (question);
}

static void
daybook_register_form_view_model_check (DaybookFormViewModel *form,
                                        gboolean              book_changed)
{
  DaybookRegisterFormViewModel *self = DAYBOOK_REGISTER_FORM_VIEW_MODEL (form);

  suggest (self, book_changed);

  daybook_record_free (self->command);
  self->command = daybook_record_new (&daybook_register);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    daybook_form_view_model_fill (form, i, self->command);

  check_decision (self);
}

static DaybookCommand *
daybook_register_form_view_model_dup_command (DaybookFormViewModel *form)
{
  return daybook_record_copy (DAYBOOK_REGISTER_FORM_VIEW_MODEL (form)->command);
}

static guint
daybook_register_form_view_model_find_result (DaybookFormViewModel *form,
                                              const DaybookEvent   *event)
{
  g_autoptr (DaybookPersonDetails) person = NULL;

  person = daybook_who_find_person (daybook_form_view_model_get_read_model (form),
                                    ((const DaybookPersonRegistered *) event)->username, NULL);

  return person != NULL ? person->key : 0;
}

static void
daybook_register_form_view_model_finalize (GObject *object)
{
  DaybookRegisterFormViewModel *self = DAYBOOK_REGISTER_FORM_VIEW_MODEL (object);

  g_clear_pointer (&self->named, g_free);
  g_clear_pointer (&self->suggested, g_free);
  g_clear_pointer (&self->command, daybook_record_free);

  G_OBJECT_CLASS (daybook_register_form_view_model_parent_class)->finalize (object);
}

static const char *
daybook_register_form_view_model_get_help (DaybookFormViewModel *form)
{
  return "people-and-accounts";
}

static void
daybook_register_form_view_model_class_init (DaybookRegisterFormViewModelClass *klass)
{
  DaybookFormViewModelClass *form_class = DAYBOOK_FORM_VIEW_MODEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_register_form_view_model_finalize;
  form_class->check = daybook_register_form_view_model_check;
  form_class->dup_command = daybook_register_form_view_model_dup_command;
  form_class->find_result = daybook_register_form_view_model_find_result;
  form_class->get_help = daybook_register_form_view_model_get_help;
  daybook_form_view_model_class_install (form_class, fields, G_N_ELEMENTS (fields));
}

static void
daybook_register_form_view_model_init (DaybookRegisterFormViewModel *self)
{
  self->named = g_strdup ("");
  self->suggested = g_strdup ("");
}

/**
 * daybook_register_form_view_model_new:
 *
 * Returns: (transfer full): a form.
 */
DaybookRegisterFormViewModel *
daybook_register_form_view_model_new (DaybookBookViewModel *book)
{
  DaybookRegisterFormViewModel *self = g_object_new (DAYBOOK_TYPE_REGISTER_FORM_VIEW_MODEL,
                                                     "book", book, NULL);
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);

  daybook_form_view_model_set_title (form, _("Register Person"));
  daybook_form_view_model_check (form);

  return self;
}
