/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One form for every command that needs no form of its own.
 *
 * What was typed becomes a command, field by field, in the user's notation. The command is then put
 * to the desk: what would it lead to? The answer comes a moment later; until then what was said
 * before stands. Whatever is refused is said beside the field that the refusal names. */

#include "command-form-view-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "accounts/account.h"
#include "compose.h"
#include "date-text.h"
#include "money-text.h"
#include "property.h"
#include "refusal.h"
#include "who-choice.h"

/* All that any plan has to type. */
static const DaybookFormField fields[] = {
  { "amount", "amount" },
  { "reason", "reason" },
  { "expires", "expires" },
  { "on", "on" },
  { "memo", "memo" },
  { "holder", "holder" },
  { "minimum", "minimum" },
  { "overdraft", "overdraft" },
  { "per-withdrawal", "per_withdrawal" },
  { "per-day", "per_day" },
  { "name", "name" },
  { "username", "username" },
  { "email", "email" },
  { "phone", "phone" },
  { "address", "address" },
  { "note", "note" },
  { "from", "from" },
  { "to", "to" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

/* All that any plan has to choose. */
static const char *const choices[] = { "method", "authority", "side", "payout" };

#define N_CHOICES G_N_ELEMENTS (choices)

/* Of those, the accounts: what is typed is looked up. */
static const char *const accounts[] = { "from", "to" };

#define N_ACCOUNTS G_N_ELEMENTS (accounts)

struct _DaybookCommandFormViewModel
{
  DaybookFormViewModel parent_instance;

  const DaybookFormPlan *plan;
  GHashTable *fixed;
  GHashTable *recorded;
  char *initial[N_FIELDS];
  guint initial_choices[N_CHOICES];
  guint chosen[N_CHOICES];
  DaybookWhoChoice *accounts[N_ACCOUNTS];
  char *account_titles[N_ACCOUNTS];
  char *hint;

  DaybookCommand *command;
  gboolean answerable;
  DaybookCommand *asked;
  GCancellable *asking;
  GError *refusal;
};

G_DEFINE_FINAL_TYPE (DaybookCommandFormViewModel, daybook_command_form_view_model,
                     DAYBOOK_TYPE_FORM_VIEW_MODEL)

enum
{
  PROP_HINT = N_CHOICES + 1,
  PROP_FROM_TITLE,
  PROP_TO_TITLE,
  PROP_FROM_CANDIDATES,
  PROP_TO_CANDIDATES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
find_field (const char *command_field)
{
  guint i = 0;

  while (i < N_FIELDS && strcmp (fields[i].command_field, command_field) != 0)
    i++;

  return i;
}

static guint
find_choice (const char *name)
{
  guint i = 0;

  while (i < N_CHOICES && strcmp (choices[i], name) != 0)
    i++;

  return i;
}

/* Reads what was typed, in the user's notation. */
static gboolean
read_text (const DaybookField  *field,
           gpointer             value,
           const char          *text,
           GError             **error)
{
  switch (field->kind)
    {
    case DAYBOOK_FIELD_DECIMAL:
      return daybook_money_text_parse_sum (text, value, error);
    case DAYBOOK_FIELD_DATE:
      return daybook_date_text_parse (text, value) ||
             daybook_refuse (error, DAYBOOK_REFUSAL_DATE_NOT_A_DAY, .field = field->name,
                             .text = text);
    default:
      g_assert_not_reached ();
    }
}

static void
fill_choice (DaybookCommandFormViewModel *self,
             const DaybookFormRow        *row,
             guint                       *value)
{
  guint i = find_choice (row->field);

  if (!row->keeps || self->chosen[i] != self->initial_choices[i])
    *value = self->chosen[i] + 1;
}

/* Nothing was typed where something is needed. What would come of the rest can be asked all the
 * same if only the reason is missing: it decides nothing. */
static void
miss (DaybookCommandFormViewModel *self,
      const DaybookField          *field)
{
  daybook_form_view_model_set_incomplete (DAYBOOK_FORM_VIEW_MODEL (self));
  if (strcmp (field->name, "reason") == 0)
    daybook_record_set_text (self->command, field, "…", NULL);
  else
    self->answerable = FALSE;
}

/* An account that is not found cannot be asked about; what the one that was recorded is called is
 * known already. */
static void
look_up (DaybookCommandFormViewModel *self,
         guint                        n,
         gboolean                     again)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  guint i = find_field (accounts[n]);
  const char *who = daybook_form_view_model_get_text (form, i);
  DaybookWhoChoice *account = self->accounts[n];
  const GError *problem;

  if (!g_hash_table_contains (self->recorded, accounts[n]))
    return;

  if (!daybook_who_choice_look_up (account, who, 0, again))
    {
      self->answerable = FALSE;
      daybook_form_view_model_set_incomplete (form);
      problem = daybook_who_choice_get_problem (account);
      if (problem != NULL)
        daybook_form_view_model_set_problem (form, i, problem);
    }
  daybook_property_take_text (self, properties[PROP_FROM_TITLE + n], &self->account_titles[n],
                              strcmp (who, self->initial[i]) != 0
                                ? daybook_who_choice_dup_title (account) : NULL);
}

/* Puts one field into the command; says what is missing or wrong. */
static void
fill (DaybookCommandFormViewModel *self,
      const DaybookFormRow        *row)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  const DaybookField *field = daybook_schema_get_field (self->plan->schema, row->field);
  gpointer value = daybook_field_in (self->command, field);
  guint i = find_field (row->field);
  g_autoptr (GError) problem = NULL;
  const char *text;

  if (field->kind == DAYBOOK_FIELD_CHOICE)
    {
      fill_choice (self, row, value);
      return;
    }

  text = daybook_form_view_model_get_text (form, i);
  if (row->keeps && strcmp (text, self->initial[i]) == 0)
    return;
  if (*text == '\0' && row->emptied != DAYBOOK_EMPTIED_MISSING)
    text = row->emptied == DAYBOOK_EMPTIED_ZERO ? "0" : "-";

  if (*text == '\0')
    {
      if (!field->optional || row->keeps)
        miss (self, field);
    }
  else if (field->kind == DAYBOOK_FIELD_TEXT
             ? !daybook_record_set_text (self->command, field, text, &problem)
             : !read_text (field, value, text, &problem))
    {
      self->answerable = FALSE;
      daybook_form_view_model_set_problem (form, i, problem);
    }
}

static void
fill_fixed (DaybookCommandFormViewModel *self)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->fixed);
  while (g_hash_table_iter_next (&iter, &name, &value))
    daybook_record_set_text (self->command, daybook_schema_get_field (self->plan->schema, name),
                             value, NULL);
}

/* What would be available, in the account that the form is about. */
static char *
describe_effect (DaybookCommandFormViewModel *self,
                 const DaybookOutlook        *outlook)
{
  const DaybookAccount *account;
  g_autofree char *money = NULL;

  if (!self->plan->shows_available || outlook->accounts->len == 0)
    return NULL;

  account = g_ptr_array_index (outlook->accounts, 0);
  money = daybook_money_text (daybook_account_get_available (account), account->currency);

  /* Translators: money of an account that can be taken out, once this was done. */
  return daybook_compose (_("Available after: %s"), money);
}

/* That nothing would change is no fault of anybody who has not changed anything yet. */
static gboolean
is_only_unfinished (const GError *refusal)
{
  return g_error_matches (refusal, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_NOTHING_CHANGES) ||
         g_error_matches (refusal, DAYBOOK_REFUSAL, DAYBOOK_REFUSAL_FIELD_MISSING);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DaybookCommandFormViewModel) self = user_data;
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  g_autoptr (DaybookOutlook) outlook = NULL;
  g_autoptr (GError) error = NULL;

  outlook = daybook_desk_preview_finish (DAYBOOK_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (&self->refusal);
  self->refusal = g_steal_pointer (&error);
  daybook_form_view_model_take_effect (form,
                                       outlook != NULL ? describe_effect (self, outlook) : NULL);
  daybook_form_view_model_check (form);
}

static void
stop_asking (DaybookCommandFormViewModel *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->asked, daybook_record_free);
}

static void
ask (DaybookCommandFormViewModel *self)
{
  DaybookBookViewModel *book = daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (self));

  stop_asking (self);
  self->asked = daybook_record_copy (self->command);
  self->asking = g_cancellable_new ();
  daybook_desk_preview_async (daybook_book_view_model_get_desk (book), self->command, self->asking,
                              answered_cb, g_object_ref (self));
}

/* What the rules refuse cannot be confirmed; what went wrong otherwise can be tried. */
static void
show_refusal (DaybookCommandFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);

  if (self->refusal->domain == DAYBOOK_REFUSAL)
    daybook_form_view_model_set_incomplete (form);
  if (!is_only_unfinished (self->refusal))
    daybook_form_view_model_set_refusal (form, self->refusal);
}

static void
daybook_command_form_view_model_check (DaybookFormViewModel *form,
                                       gboolean              book_changed)
{
  DaybookCommandFormViewModel *self = DAYBOOK_COMMAND_FORM_VIEW_MODEL (form);

  daybook_record_free (self->command);
  self->command = daybook_record_new (self->plan->schema);
  self->answerable = TRUE;
  fill_fixed (self);
  for (guint i = 0; i < self->plan->n_rows; i++)
    if (daybook_command_form_view_model_asks (self, &self->plan->rows[i]))
      fill (self, &self->plan->rows[i]);
  for (guint n = 0; n < N_ACCOUNTS; n++)
    look_up (self, n, book_changed);

  if (!self->answerable)
    {
      stop_asking (self);
      g_clear_error (&self->refusal);
      daybook_form_view_model_take_effect (form, NULL);
      return;
    }

  if (book_changed || self->asked == NULL || !daybook_record_equal (self->asked, self->command))
    ask (self);
  else if (self->refusal != NULL)
    show_refusal (self);
}

static DaybookCommand *
daybook_command_form_view_model_dup_command (DaybookFormViewModel *form)
{
  return daybook_record_copy (DAYBOOK_COMMAND_FORM_VIEW_MODEL (form)->command);
}

static void
daybook_command_form_view_model_get_property (GObject    *object,
                                              guint       id,
                                              GValue     *value,
                                              GParamSpec *pspec)
{
  DaybookCommandFormViewModel *self = DAYBOOK_COMMAND_FORM_VIEW_MODEL (object);

  if (id >= 1 && id <= N_CHOICES)
    g_value_set_uint (value, self->chosen[id - 1]);
  else if (id == PROP_HINT)
    g_value_set_string (value, self->hint);
  else if (id == PROP_FROM_TITLE || id == PROP_TO_TITLE)
    g_value_set_string (value, self->account_titles[id - PROP_FROM_TITLE]);
  else if (id == PROP_FROM_CANDIDATES || id == PROP_TO_CANDIDATES)
    g_value_set_object (value, daybook_who_choice_get_candidates (
                                 self->accounts[id - PROP_FROM_CANDIDATES]));
  else
    G_OBJECT_CLASS (daybook_command_form_view_model_parent_class)->get_property (object, id, value,
                                                                                 pspec);
}

static void
daybook_command_form_view_model_set_property (GObject      *object,
                                              guint         id,
                                              const GValue *value,
                                              GParamSpec   *pspec)
{
  DaybookCommandFormViewModel *self = DAYBOOK_COMMAND_FORM_VIEW_MODEL (object);

  if (id < 1 || id > N_CHOICES)
    G_OBJECT_CLASS (daybook_command_form_view_model_parent_class)->set_property (object, id, value,
                                                                                 pspec);
  else if (daybook_property_set_uint (self, properties[id], &self->chosen[id - 1],
                                      g_value_get_uint (value)) && self->command != NULL)
    daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
}

static void
daybook_command_form_view_model_finalize (GObject *object)
{
  DaybookCommandFormViewModel *self = DAYBOOK_COMMAND_FORM_VIEW_MODEL (object);

  stop_asking (self);
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (self->initial[i]);
  g_hash_table_unref (self->fixed);
  g_hash_table_unref (self->recorded);
  g_free (self->hint);
  for (guint n = 0; n < N_ACCOUNTS; n++)
    {
      daybook_who_choice_free (self->accounts[n]);
      g_free (self->account_titles[n]);
    }
  daybook_record_free (self->command);
  g_clear_error (&self->refusal);

  G_OBJECT_CLASS (daybook_command_form_view_model_parent_class)->finalize (object);
}

static const char *
daybook_command_form_view_model_get_help (DaybookFormViewModel *form)
{
  return DAYBOOK_COMMAND_FORM_VIEW_MODEL (form)->plan->help;
}

static void
daybook_command_form_view_model_class_init (DaybookCommandFormViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DaybookFormViewModelClass *form_class = DAYBOOK_FORM_VIEW_MODEL_CLASS (klass);

  object_class->get_property = daybook_command_form_view_model_get_property;
  object_class->set_property = daybook_command_form_view_model_set_property;
  object_class->finalize = daybook_command_form_view_model_finalize;
  form_class->check = daybook_command_form_view_model_check;
  form_class->dup_command = daybook_command_form_view_model_dup_command;
  form_class->get_help = daybook_command_form_view_model_get_help;

  for (guint i = 0; i < N_CHOICES; i++)
    properties[i + 1] = DAYBOOK_UINT_PROPERTY (choices[i], DAYBOOK_WRITABLE);
  properties[PROP_FROM_TITLE] = DAYBOOK_TEXT_PROPERTY ("from-title", DAYBOOK_READABLE);
  properties[PROP_TO_TITLE] = DAYBOOK_TEXT_PROPERTY ("to-title", DAYBOOK_READABLE);
  properties[PROP_FROM_CANDIDATES] = DAYBOOK_LIST_PROPERTY ("from-candidates");
  properties[PROP_TO_CANDIDATES] = DAYBOOK_LIST_PROPERTY ("to-candidates");
  properties[PROP_HINT] = DAYBOOK_TEXT_PROPERTY ("hint", DAYBOOK_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  daybook_form_view_model_class_install (form_class, fields, N_FIELDS);
}

static void
daybook_command_form_view_model_init (DaybookCommandFormViewModel *self)
{
  self->fixed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->recorded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->hint = g_strdup ("");
  for (guint n = 0; n < N_ACCOUNTS; n++)
    self->account_titles[n] = g_strdup ("");
  for (guint i = 0; i < N_FIELDS; i++)
    self->initial[i] = g_strdup ("");
}

/**
 * daybook_command_form_view_model_new:
 * @command: the name of a command that there is a plan for
 *
 * The form is filled with daybook_command_form_view_model_fix() and
 * daybook_command_form_view_model_put(), and begins with the first
 * daybook_form_view_model_check().
 *
 * Returns: (transfer full): a form.
 */
DaybookCommandFormViewModel *
daybook_command_form_view_model_new (DaybookBookViewModel *book,
                                     const char           *command)
{
  DaybookCommandFormViewModel *self = g_object_new (DAYBOOK_TYPE_COMMAND_FORM_VIEW_MODEL,
                                                    "book", book, NULL);

  self->plan = daybook_form_plan_find (command);
  g_assert (self->plan != NULL);
  for (guint n = 0; n < N_ACCOUNTS; n++)
    self->accounts[n] = daybook_who_choice_new (book);
  daybook_form_view_model_set_title (DAYBOOK_FORM_VIEW_MODEL (self), _(self->plan->title));

  return self;
}

/**
 * daybook_command_form_view_model_fix:
 * @field: of the command, which no row of the plan asks for
 * @value: in neutral notation
 *
 * Says what the form is about.
 */
void
daybook_command_form_view_model_fix (DaybookCommandFormViewModel *self,
                                     const char                  *field,
                                     const char                  *value)
{
  g_return_if_fail (daybook_schema_get_field (self->plan->schema, field) != NULL);

  g_hash_table_insert (self->fixed, g_strdup (field), g_strdup (value));
}

/**
 * daybook_command_form_view_model_put:
 * @field: of the command, which a row of the plan asks for
 * @text: (nullable): in the user's notation
 *
 * Says what the form begins with.
 */
void
daybook_command_form_view_model_put (DaybookCommandFormViewModel *self,
                                     const char                  *field,
                                     const char                  *text)
{
  guint i = find_field (field);

  g_return_if_fail (i < N_FIELDS);

  g_free (self->initial[i]);
  self->initial[i] = g_strdup (text != NULL ? text : "");
  daybook_form_view_model_put_text (DAYBOOK_FORM_VIEW_MODEL (self), i, self->initial[i]);
}

/**
 * daybook_command_form_view_model_put_choice:
 * @field: of the command, which a row of the plan lets people choose
 * @choice: its place among the choices
 *
 * Says what the form begins with.
 */
void
daybook_command_form_view_model_put_choice (DaybookCommandFormViewModel *self,
                                            const char                  *field,
                                            guint                        choice)
{
  guint i = find_choice (field);

  g_return_if_fail (i < N_CHOICES);

  self->initial_choices[i] = choice;
  daybook_property_set_uint (self, properties[i + 1], &self->chosen[i], choice);
}

/**
 * daybook_command_form_view_model_put_recorded:
 * @field: of the command
 * @text: (nullable): as people read it
 *
 * Says what was recorded, to be seen beside what is typed.
 */
void
daybook_command_form_view_model_put_recorded (DaybookCommandFormViewModel *self,
                                              const char                  *field,
                                              const char                  *text)
{
  g_hash_table_insert (self->recorded, g_strdup (field), g_strdup (text != NULL ? text : ""));
}

/**
 * daybook_command_form_view_model_put_hint:
 * @hint: something that people should know before they begin
 */
void
daybook_command_form_view_model_put_hint (DaybookCommandFormViewModel *self,
                                          const char                  *hint)
{
  daybook_property_set_text (self, properties[PROP_HINT], &self->hint, hint);
}

/**
 * daybook_command_form_view_model_asks:
 * @row: of the plan
 *
 * Returns: whether that is asked for.
 */
gboolean
daybook_command_form_view_model_asks (DaybookCommandFormViewModel *self,
                                      const DaybookFormRow        *row)
{
  return row->recorded == NULL || g_hash_table_contains (self->recorded, row->field);
}

/**
 * daybook_command_form_view_model_get_recorded:
 * @field: of the command
 *
 * Returns: (transfer none) (nullable): what was recorded.
 */
const char *
daybook_command_form_view_model_get_recorded (DaybookCommandFormViewModel *self,
                                              const char                  *field)
{
  return g_hash_table_lookup (self->recorded, field);
}

/**
 * daybook_command_form_view_model_get_plan:
 *
 * Returns: the plan.
 */
const DaybookFormPlan *
daybook_command_form_view_model_get_plan (DaybookCommandFormViewModel *self)
{
  return self->plan;
}
