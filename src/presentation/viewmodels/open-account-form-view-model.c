/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Open an account for a person. */

#include "open-account-form-view-model.h"

#include <glib/gi18n-lib.h>

#include "accounts/status.h"
#include "choice.h"
#include "compose.h"
#include "found-list.h"
#include "money-text.h"
#include "property.h"
#include "refusal.h"
#include "who.h"

enum
{
  FIELD_HOLDER,
  FIELD_NAME,
  FIELD_OVERDRAFT,
  FIELD_REFERENCE,
};

static const DaybookFormField fields[] = {
  [FIELD_HOLDER] = { "holder", "holder" },
  [FIELD_NAME] = { "name", "name" },
  [FIELD_OVERDRAFT] = { "overdraft", "overdraft" },
  [FIELD_REFERENCE] = { "reference", "reference" },
};

enum
{
  PROP_HOLDER_TITLE = 1,
  PROP_HOLDER_FIXED,
  PROP_CANDIDATES,
  PROP_CURRENCIES,
  PROP_CURRENCY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _DaybookOpenAccountFormViewModel
{
  DaybookFormViewModel parent_instance;

  char *looked_up;
  DaybookPersonDetails *holder;
  GError *problem;
  char *holder_title;
  gboolean holder_fixed;
  DaybookFoundList *candidates;
  GListModel *currencies;
  guint currency;
  DaybookCommand *command;
};

G_DEFINE_FINAL_TYPE (DaybookOpenAccountFormViewModel, daybook_open_account_form_view_model,
                     DAYBOOK_TYPE_FORM_VIEW_MODEL)

static DaybookCurrency
get_currency (DaybookOpenAccountFormViewModel *self)
{
  g_autoptr (DaybookChoice) choice = g_list_model_get_item (self->currencies, self->currency);
  DaybookCurrency currency = { "" };

  g_assert (daybook_currency_parse (daybook_choice_get_id (choice), &currency));

  return currency;
}

static void
look_up (DaybookOpenAccountFormViewModel *self,
         const char                      *username)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookReadModel *read_model = daybook_form_view_model_get_read_model (form);
  g_autoptr (GError) error = NULL;
  GArray *keys;

  g_clear_pointer (&self->holder, daybook_person_details_free);
  g_clear_error (&self->problem);
  g_free (self->looked_up);
  self->looked_up = g_strdup (username);

  if (*username != '\0')
    self->holder = daybook_who_find_person (read_model, username, &self->problem);

  keys = self->holder != NULL ? g_array_new (FALSE, FALSE, sizeof (guint32))
                              : daybook_who_suggest_people (read_model, username, &error);
  if (keys != NULL)
    daybook_found_list_take (self->candidates, keys, FALSE);
  else
    daybook_book_view_model_report (daybook_form_view_model_get_book (form), error);
}

/* While there are people that the text could become, it is not wrong, only not finished. */
static void
check_holder (DaybookOpenAccountFormViewModel *self,
              gboolean                         book_changed)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  const char *username = daybook_form_view_model_get_text (form, FIELD_HOLDER);

  if (book_changed || g_strcmp0 (self->looked_up, username) != 0)
    look_up (self, username);

  daybook_property_set_text (self, properties[PROP_HOLDER_TITLE], &self->holder_title,
                             self->holder != NULL ? self->holder->name : NULL);
  if (self->holder == NULL)
    daybook_form_view_model_set_incomplete (form);
  if (self->problem != NULL && daybook_found_list_get_length (self->candidates) == 0)
    daybook_form_view_model_set_problem (form, FIELD_HOLDER, self->problem);
}

static gboolean
check_overdraft (DaybookOpenAccountFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookOpen *open = (DaybookOpen *) self->command;
  const char *text = daybook_form_view_model_get_text (form, FIELD_OVERDRAFT);
  g_autoptr (GError) problem = NULL;

  if (*text == '\0' || daybook_money_text_parse_sum (text, &open->overdraft, &problem))
    return TRUE;

  daybook_form_view_model_set_problem (form, FIELD_OVERDRAFT, problem);
  return FALSE;
}

static gboolean
is_reference_taken (DaybookOpenAccountFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  const char *reference = ((const DaybookOpen *) self->command)->reference;
  g_autoptr (GError) error = NULL;
  gboolean taken = FALSE;

  if (reference != NULL &&
      !daybook_who_has_reference (daybook_form_view_model_get_read_model (form), reference, &taken,
                                  &error))
    daybook_book_view_model_report (daybook_form_view_model_get_book (form), error);

  return taken;
}

/* Two questions, so that both the overdraft's and the reference's fault are said. */
static gboolean
check_decision (DaybookOpenAccountFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookDesk *desk = daybook_book_view_model_get_desk (daybook_form_view_model_get_book (form));
  DaybookContext context = { .today = daybook_desk_get_today (desk), .new_id = "" };
  DaybookOpen *question = daybook_record_copy (self->command);
  const DaybookBook book = { .currency = question->currency };
  gboolean taken = is_reference_taken (self);
  gboolean accepted = FALSE;

  for (guint tries = 0; tries < 2; tries++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
      g_autoptr (GError) refusal = NULL;

      if (daybook_account_decide_open (0, taken, "", &book, question, &context, events, &refusal))
        {
          accepted = tries == 0;
          break;
        }

      daybook_form_view_model_set_refusal (form, refusal);
      question->overdraft = (DaybookDecimal) { 0 };
    }

  daybook_record_free (question);
  return accepted;
}

static void
show_effect (DaybookOpenAccountFormViewModel *self,
             gboolean                         accepted)
{
  const DaybookOpen *open = (const DaybookOpen *) self->command;
  g_autofree char *money = NULL;
  char *effect = NULL;
  gint64 overdraft;

  if (accepted && daybook_decimal_to_minor (open->overdraft, open->currency, &overdraft, NULL) &&
      overdraft > 0)
    {
      money = daybook_money_text (overdraft, open->currency);
      /* Translators: what can be taken out of a new account: "Available at once: 50.00 €" */
      effect = daybook_compose (_("Available at once: %s"), money);
    }

  daybook_form_view_model_take_effect (DAYBOOK_FORM_VIEW_MODEL (self), effect);
}

static void
daybook_open_account_form_view_model_check (DaybookFormViewModel *form,
                                            gboolean              book_changed)
{
  DaybookOpenAccountFormViewModel *self = DAYBOOK_OPEN_ACCOUNT_FORM_VIEW_MODEL (form);
  DaybookOpen *open;

  daybook_record_free (self->command);
  self->command = daybook_record_new (&daybook_open);
  open = (DaybookOpen *) self->command;
  open->currency = get_currency (self);

  check_holder (self, book_changed);
  if (self->holder != NULL)
    open->holder = g_strdup (self->holder->username);
  daybook_form_view_model_fill (form, FIELD_NAME, self->command);
  daybook_form_view_model_fill (form, FIELD_REFERENCE, self->command);
  check_overdraft (self);
  show_effect (self, check_decision (self));
}

static DaybookCommand *
daybook_open_account_form_view_model_dup_command (DaybookFormViewModel *form)
{
  return daybook_record_copy (DAYBOOK_OPEN_ACCOUNT_FORM_VIEW_MODEL (form)->command);
}

static guint
daybook_open_account_form_view_model_find_result (DaybookFormViewModel *form,
                                                  const DaybookEvent   *event)
{
  return daybook_account_number_get_sequence (&((const DaybookAccountOpened *) event)->account);
}

static void
daybook_open_account_form_view_model_get_property (GObject    *object,
                                                   guint       id,
                                                   GValue     *value,
                                                   GParamSpec *pspec)
{
  DaybookOpenAccountFormViewModel *self = DAYBOOK_OPEN_ACCOUNT_FORM_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_HOLDER_TITLE:
      g_value_set_string (value, self->holder_title);
      break;
    case PROP_HOLDER_FIXED:
      g_value_set_boolean (value, self->holder_fixed);
      break;
    case PROP_CANDIDATES:
      g_value_set_object (value, daybook_found_list_get_model (self->candidates));
      break;
    case PROP_CURRENCIES:
      g_value_set_object (value, self->currencies);
      break;
    case PROP_CURRENCY:
      g_value_set_uint (value, self->currency);
      break;
    default:
      G_OBJECT_CLASS (daybook_open_account_form_view_model_parent_class)->
        get_property (object, id, value, pspec);
    }
}

static void
daybook_open_account_form_view_model_set_property (GObject      *object,
                                                   guint         id,
                                                   const GValue *value,
                                                   GParamSpec   *pspec)
{
  DaybookOpenAccountFormViewModel *self = DAYBOOK_OPEN_ACCOUNT_FORM_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_CURRENCY:
      /* A drop-down that was emptied says that nothing is chosen. */
      if (g_value_get_uint (value) < g_list_model_get_n_items (self->currencies) &&
          daybook_property_set_uint (self, pspec, &self->currency, g_value_get_uint (value)))
        daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
      break;
    default:
      G_OBJECT_CLASS (daybook_open_account_form_view_model_parent_class)->
        set_property (object, id, value, pspec);
    }
}

static void
daybook_open_account_form_view_model_finalize (GObject *object)
{
  DaybookOpenAccountFormViewModel *self = DAYBOOK_OPEN_ACCOUNT_FORM_VIEW_MODEL (object);

  g_clear_pointer (&self->looked_up, g_free);
  g_clear_pointer (&self->holder, daybook_person_details_free);
  g_clear_error (&self->problem);
  g_clear_pointer (&self->holder_title, g_free);
  g_clear_pointer (&self->candidates, daybook_found_list_free);
  g_clear_object (&self->currencies);
  g_clear_pointer (&self->command, daybook_record_free);

  G_OBJECT_CLASS (daybook_open_account_form_view_model_parent_class)->finalize (object);
}

static const char *
daybook_open_account_form_view_model_get_help (DaybookFormViewModel *form)
{
  return "people-and-accounts";
}

static void
daybook_open_account_form_view_model_class_init (DaybookOpenAccountFormViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DaybookFormViewModelClass *form_class = DAYBOOK_FORM_VIEW_MODEL_CLASS (klass);

  object_class->get_property = daybook_open_account_form_view_model_get_property;
  object_class->set_property = daybook_open_account_form_view_model_set_property;
  object_class->finalize = daybook_open_account_form_view_model_finalize;
  form_class->check = daybook_open_account_form_view_model_check;
  form_class->dup_command = daybook_open_account_form_view_model_dup_command;
  form_class->find_result = daybook_open_account_form_view_model_find_result;
  form_class->get_help = daybook_open_account_form_view_model_get_help;

  properties[PROP_HOLDER_TITLE] = DAYBOOK_TEXT_PROPERTY ("holder-title", DAYBOOK_READABLE);
  properties[PROP_HOLDER_FIXED] = DAYBOOK_BOOLEAN_PROPERTY ("holder-fixed");
  properties[PROP_CANDIDATES] = DAYBOOK_LIST_PROPERTY ("candidates");
  properties[PROP_CURRENCIES] = DAYBOOK_LIST_PROPERTY ("currencies");
  properties[PROP_CURRENCY] = DAYBOOK_UINT_PROPERTY ("currency", DAYBOOK_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  daybook_form_view_model_class_install (form_class, fields, G_N_ELEMENTS (fields));
}

static void
daybook_open_account_form_view_model_init (DaybookOpenAccountFormViewModel *self)
{
  self->holder_title = g_strdup ("");
  self->currencies = daybook_currency_choices ();
}

/**
 * daybook_open_account_form_view_model_new:
 * @person: key of the person whose money it will be; 0 to ask
 *
 * Returns: (transfer full): a form.
 */
DaybookOpenAccountFormViewModel *
daybook_open_account_form_view_model_new (DaybookBookViewModel *book,
                                          guint                 person)
{
  DaybookOpenAccountFormViewModel *self =
    g_object_new (DAYBOOK_TYPE_OPEN_ACCOUNT_FORM_VIEW_MODEL, "book", book, NULL);
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  g_autoptr (DaybookPersonDetails) details = NULL;

  self->candidates = daybook_found_list_new (book, DAYBOOK_FOUND_PEOPLE);
  self->currency = daybook_choices_find (self->currencies,
                                         daybook_desk_get_book (desk)->currency.code);
  if (person != 0)
    details = daybook_read_model_get_person (daybook_desk_get_read_model (desk), person, NULL);
  if (details != NULL)
    {
      self->holder_fixed = TRUE;
      daybook_form_view_model_put_text (form, FIELD_HOLDER, details->username);
    }

  daybook_form_view_model_set_title (form, _("Open Account"));
  daybook_form_view_model_check (form);

  return self;
}

/**
 * daybook_open_account_form_view_model_pick:
 * @person: whose money it will be: one of `candidates`
 */
void
daybook_open_account_form_view_model_pick (DaybookOpenAccountFormViewModel *self,
                                           DaybookPersonRow                *person)
{
  daybook_form_view_model_set_text (DAYBOOK_FORM_VIEW_MODEL (self), FIELD_HOLDER,
                                    daybook_person_row_get_username (person));
}
