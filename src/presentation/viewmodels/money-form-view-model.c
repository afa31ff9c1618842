/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Deposit, withdraw, transfer: one form, because they differ in which sides they have and in
 * nothing else.
 *
 * While somebody types, the command is built from what there is and put to the domain's own decide
 * function, on the accounts as the read model knows them: the answer is there at once. What it
 * accepts is then put to the desk, which knows the rest (the days in between, rule 23, what else
 * was withdrawn that day, which periods are closed); a refusal comes a moment later. */

#include "money-form-view-model.h"

#include <glib/gi18n-lib.h>

#include "accounts/movements.h"
#include "book-session.h"
#include "compose.h"
#include "date-text.h"
#include "money-text.h"
#include "property.h"
#include "refusal.h"
#include "sentences.h"
#include "who-choice.h"

enum
{
  FIELD_AMOUNT,
  FIELD_DATE,
  FIELD_MEMO,
  FIELD_FROM,
  FIELD_TO,
  N_FIELDS
};

static const DaybookFormField fields[] = {
  [FIELD_AMOUNT] = { "amount", "amount" },
  [FIELD_DATE] = { "date", "on" },
  [FIELD_MEMO] = { "memo", "memo" },
  [FIELD_FROM] = { "from", "from" },
  [FIELD_TO] = { "to", "to" },
};

/* The two accounts that money can move between. */
enum
{
  FROM,
  TO,
  N_SIDES
};

enum
{
  PROP_KIND = 1,
  PROP_METHOD,
  PROP_FROM_TITLE,
  PROP_TO_TITLE,
  PROP_FROM_AVAILABLE,
  PROP_TO_AVAILABLE,
  PROP_FROM_CANDIDATES,
  PROP_TO_CANDIDATES,
  PROP_FROM_FIXED,
  PROP_TO_FIXED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  gboolean wanted;
  gboolean fixed;
  DaybookWhoChoice *choice;
  char *title;
  char *available;
} Side;

struct _DaybookMoneyFormViewModel
{
  DaybookFormViewModel parent_instance;

  DaybookMoneyKind kind;
  guint method;
  Side sides[N_SIDES];
  DaybookCommand *command;

  DaybookCommand *asked;
  GCancellable *asking;
  GError *refusal;
};

G_DEFINE_FINAL_TYPE (DaybookMoneyFormViewModel, daybook_money_form_view_model,
                     DAYBOOK_TYPE_FORM_VIEW_MODEL)

static const DaybookSchema *const schemas[] = {
  [DAYBOOK_MONEY_DEPOSIT] = &daybook_deposit,
  [DAYBOOK_MONEY_WITHDRAW] = &daybook_withdraw,
  [DAYBOOK_MONEY_TRANSFER] = &daybook_transfer,
};

static gpointer
get_member (DaybookMoneyFormViewModel *self,
            const char                *name)
{
  const DaybookField *field = daybook_schema_get_field (self->command->schema, name);

  return field != NULL ? daybook_field_in (self->command, field) : NULL;
}

static const DaybookAccountFigures *
get_figures (DaybookMoneyFormViewModel *self,
             guint                      n)
{
  return daybook_who_choice_get_figures (self->sides[n].choice);
}

static void
show_side (DaybookMoneyFormViewModel *self,
           guint                      n)
{
  const DaybookAccountFigures *figures = get_figures (self, n);
  Side *side = &self->sides[n];
  g_autofree char *available = NULL;

  if (figures != NULL)
    {
      g_autofree char *money = daybook_money_text (figures->available, figures->currency);

      /* Translators: the money of an account that can be taken out: "Available: 40.00 €" */
      available = daybook_compose (_("Available: %s"), money);
    }

  daybook_property_take_text (self, properties[PROP_FROM_TITLE + n], &side->title,
                              daybook_who_choice_dup_title (side->choice));
  daybook_property_set_text (self, properties[PROP_FROM_AVAILABLE + n], &side->available,
                             available);
}

static void
look_up (DaybookMoneyFormViewModel *self,
         guint                      n,
         gboolean                   again)
{
  const char *who = daybook_form_view_model_get_text (DAYBOOK_FORM_VIEW_MODEL (self),
                                                      FIELD_FROM + n);
  const DaybookAccountFigures *other = get_figures (self, n == FROM ? TO : FROM);

  if (self->sides[n].wanted)
    daybook_who_choice_look_up (self->sides[n].choice, who, other != NULL ? other->key : 0, again);
}

static void
check_sides (DaybookMoneyFormViewModel *self,
             gboolean                   book_changed)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);

  look_up (self, FROM, book_changed);
  look_up (self, TO, book_changed);
  /* Does not offer any more what the other one has just become. */
  look_up (self, FROM, FALSE);

  for (guint n = 0; n < N_SIDES; n++)
    {
      const GError *problem = daybook_who_choice_get_problem (self->sides[n].choice);

      show_side (self, n);
      if (self->sides[n].wanted && get_figures (self, n) == NULL)
        daybook_form_view_model_set_incomplete (form);
      if (problem != NULL)
        daybook_form_view_model_set_problem (form, FIELD_FROM + n, problem);
    }
}

/* Returns whether there is an amount to decide on. */
static gboolean
check_amount (DaybookMoneyFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  const char *text = daybook_form_view_model_get_text (form, FIELD_AMOUNT);
  g_autoptr (GError) problem = NULL;

  if (*text == '\0')
    {
      daybook_form_view_model_set_incomplete (form);
      return FALSE;
    }
  if (daybook_money_text_parse_sum (text, get_member (self, "amount"), &problem))
    return TRUE;

  daybook_form_view_model_set_problem (form, FIELD_AMOUNT, problem);
  return FALSE;
}

static void
check_date (DaybookMoneyFormViewModel *self)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  const char *text = daybook_form_view_model_get_text (form, FIELD_DATE);
  g_autoptr (GError) problem = NULL;

  if (*text == '\0' || daybook_date_text_parse (text, get_member (self, "on")))
    return;

  daybook_refuse (&problem, DAYBOOK_REFUSAL_DATE_NOT_A_DAY, .field = "on", .text = text);
  daybook_form_view_model_set_problem (form, FIELD_DATE, problem);
}

/* An account as a decision needs it, from what people read of it. */
static DaybookAccount *
make_account (const DaybookAccountFigures *figures)
{
  DaybookAccount *account = daybook_account_new ();

  account->number = figures->number;
  account->currency = figures->currency;
  account->status = figures->status;
  account->opened_on = figures->opened_on;
  account->limits.minimum = figures->minimum;
  account->limits.overdraft = figures->overdraft;
  account->limits.per_withdrawal = figures->per_withdrawal;
  account->limits.per_day = figures->per_day;
  account->debits_blocked = g_strdup (figures->debits_blocked);
  account->credits_blocked = g_strdup (figures->credits_blocked);
  account->balance = figures->balance;
  account->held = figures->held;

  return account;
}

static gboolean
decide (DaybookMoneyFormViewModel  *self,
        const DaybookCommand       *command,
        GError                    **error)
{
  DaybookBookViewModel *book =
    daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (self));
  DaybookContext context = {
    .today = daybook_desk_get_today (daybook_book_view_model_get_desk (book)),
    .new_id = "",
  };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (daybook_record_free);
  g_autoptr (DaybookAccount) from = NULL;
  g_autoptr (DaybookAccount) to = NULL;

  if (get_figures (self, FROM) != NULL)
    from = make_account (get_figures (self, FROM));
  if (get_figures (self, TO) != NULL)
    to = make_account (get_figures (self, TO));

  switch (self->kind)
    {
    case DAYBOOK_MONEY_DEPOSIT:
      return daybook_account_decide_deposit (to, (const DaybookDeposit *) command, &context,
                                             events, error);
    case DAYBOOK_MONEY_WITHDRAW:
      return daybook_account_decide_withdraw (from, (const DaybookWithdraw *) command, &context,
                                              events, error);
    case DAYBOOK_MONEY_TRANSFER:
      return daybook_account_decide_transfer (from, to, (const DaybookTransfer *) command,
                                              &context, events, error);
    default:
      g_assert_not_reached ();
    }
}

/* A decision names one field at a time, and what is wrong with the others should be said too: so
 * the day that it names is made good and the question put again. Returns whether the amount can be
 * moved, as far as can be seen from here. */
static gboolean
check_decision (DaybookMoneyFormViewModel *self,
                gboolean                   has_amount)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  DaybookCommand *command = self->command;
  DaybookDecimal *amount = get_member (self, "amount");
  DaybookDate *on = get_member (self, "on");
  DaybookDecimal typed_amount = *amount;
  DaybookDate typed_on = *on;
  gboolean accepted = FALSE;

  /* Any amount will do to find out about the rest. */
  if (!has_amount)
    *amount = (DaybookDecimal) { .mantissa = 1 };

  for (guint tries = 0; tries < 2; tries++)
    {
      g_autoptr (GError) refusal = NULL;
      const DaybookFigures *figures;

      if (decide (self, command, &refusal))
        {
          accepted = has_amount && tries == 0;
          break;
        }

      figures = daybook_refusal_figures (refusal);
      if (has_amount || g_strcmp0 (figures->field, "amount") != 0)
        daybook_form_view_model_set_refusal (form, refusal);
      if (g_strcmp0 (figures->field, "on") != 0)
        break;
      *on = DAYBOOK_DATE_NONE;
    }

  *amount = typed_amount;
  *on = typed_on;
  return accepted;
}

/* The account whose money the form is about, and what the amount does to it. */
static void
show_effect (DaybookMoneyFormViewModel *self,
             gboolean                   accepted)
{
  guint n = self->kind == DAYBOOK_MONEY_DEPOSIT ? TO : FROM;
  const DaybookAccountFigures *figures = get_figures (self, n);
  const DaybookDecimal *amount = get_member (self, "amount");
  g_autofree char *after = NULL;
  gint64 change;

  if (!accepted || figures == NULL ||
      !daybook_decimal_to_minor (*amount, figures->currency, &change, NULL))
    {
      daybook_form_view_model_take_effect (DAYBOOK_FORM_VIEW_MODEL (self),
                                           g_strdup (self->sides[n].available));
      return;
    }

  if (self->kind != DAYBOOK_MONEY_DEPOSIT)
    change = -change;
  after = daybook_money_text (daybook_minor_add_clamped (figures->available, change),
                              figures->currency);
  /* Translators: what confirming a form leads to: "Available after: 1,040.00 €" */
  daybook_form_view_model_take_effect (DAYBOOK_FORM_VIEW_MODEL (self),
                                       daybook_compose (_("Available after: %s"), after));
}

/* Not held by who is asked: a form that is gone has cancelled. That the desk could not answer is no
 * fault of what was typed, and is said on confirming. */
static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  DaybookMoneyFormViewModel *self;
  g_autoptr (DaybookOutlook) outlook = NULL;
  g_autoptr (GError) error = NULL;

  outlook = daybook_desk_preview_finish (DAYBOOK_DESK (source), result, &error);
  if (error == NULL || error->domain != DAYBOOK_REFUSAL)
    return;

  self = user_data;
  self->refusal = g_steal_pointer (&error);
  daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
}

static void
stop_asking (DaybookMoneyFormViewModel *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->asked, daybook_record_free);
  g_clear_error (&self->refusal);
}

static void
ask (DaybookMoneyFormViewModel *self)
{
  DaybookBookViewModel *book = daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (self));

  stop_asking (self);
  self->asked = daybook_record_copy (self->command);
  self->asking = g_cancellable_new ();
  daybook_desk_preview_async (daybook_book_view_model_get_desk (book), self->command, self->asking,
                              answered_cb, self);
}

/* Returns whether the desk, as far as it has answered, accepts what is accepted here. */
static gboolean
check_answer (DaybookMoneyFormViewModel *self,
              gboolean                   book_changed)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);

  if (!daybook_form_view_model_is_sound (form))
    stop_asking (self);
  else if (book_changed || self->asked == NULL ||
           !daybook_record_equal (self->asked, self->command))
    ask (self);
  else if (self->refusal != NULL)
    daybook_form_view_model_set_refusal (form, self->refusal);

  return self->refusal == NULL;
}

static void
fill_who (DaybookMoneyFormViewModel *self,
          guint                      n,
          const char                *name)
{
  char **who = get_member (self, name);

  if (who != NULL && get_figures (self, n) != NULL)
    *who = g_strdup (get_figures (self, n)->number.digits);
}

static void
daybook_money_form_view_model_check (DaybookFormViewModel *form,
                                     gboolean              book_changed)
{
  DaybookMoneyFormViewModel *self = DAYBOOK_MONEY_FORM_VIEW_MODEL (form);
  guint *method;
  gboolean has_amount, accepted = FALSE, known = TRUE;

  daybook_record_free (self->command);
  self->command = daybook_record_new (schemas[self->kind]);

  check_sides (self, book_changed);
  fill_who (self, FROM, "from");
  fill_who (self, TO, "to");
  has_amount = check_amount (self);
  check_date (self);
  daybook_form_view_model_fill (form, FIELD_MEMO, self->command);
  method = get_member (self, "method");
  if (method != NULL)
    *method = DAYBOOK_METHOD_CASH + self->method;

  for (guint n = 0; n < N_SIDES; n++)
    known = known && (!self->sides[n].wanted || get_figures (self, n) != NULL);
  if (known)
    accepted = check_decision (self, has_amount);
  accepted = check_answer (self, book_changed) && accepted;
  show_effect (self, accepted);
}

static DaybookCommand *
daybook_money_form_view_model_dup_command (DaybookFormViewModel *form)
{
  DaybookMoneyFormViewModel *self = DAYBOOK_MONEY_FORM_VIEW_MODEL (form);

  /* The answer is what comes of it. */
  stop_asking (self);
  return daybook_record_copy (self->command);
}

static void
set_up_side (DaybookMoneyFormViewModel *self,
             guint                      n,
             gboolean                   wanted,
             guint                      account)
{
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  g_autoptr (DaybookAccountFigures) figures = NULL;
  g_autofree char *number = NULL;

  self->sides[n].wanted = wanted;
  self->sides[n].choice = daybook_who_choice_new (daybook_form_view_model_get_book (form));
  if (account == 0)
    return;

  figures = daybook_read_model_get_account (daybook_form_view_model_get_read_model (form), account,
                                            NULL);
  if (figures == NULL)
    return;

  number = daybook_account_number_text (&figures->number);
  daybook_form_view_model_put_text (form, FIELD_FROM + n, number);
  self->sides[n].fixed = TRUE;
}

static void
daybook_money_form_view_model_get_property (GObject    *object,
                                            guint       id,
                                            GValue     *value,
                                            GParamSpec *pspec)
{
  DaybookMoneyFormViewModel *self = DAYBOOK_MONEY_FORM_VIEW_MODEL (object);
  Side *from = &self->sides[FROM];
  Side *to = &self->sides[TO];

  switch (id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_METHOD:
      g_value_set_uint (value, self->method);
      break;
    case PROP_FROM_TITLE:
    case PROP_TO_TITLE:
      g_value_set_string (value, id == PROP_FROM_TITLE ? from->title : to->title);
      break;
    case PROP_FROM_AVAILABLE:
    case PROP_TO_AVAILABLE:
      g_value_set_string (value, id == PROP_FROM_AVAILABLE ? from->available : to->available);
      break;
    case PROP_FROM_CANDIDATES:
    case PROP_TO_CANDIDATES:
      g_value_set_object (value, daybook_who_choice_get_candidates (
                                   id == PROP_FROM_CANDIDATES ? from->choice : to->choice));
      break;
    case PROP_FROM_FIXED:
    case PROP_TO_FIXED:
      g_value_set_boolean (value, id == PROP_FROM_FIXED ? from->fixed : to->fixed);
      break;
    default:
      G_OBJECT_CLASS (daybook_money_form_view_model_parent_class)->get_property (object, id, value,
                                                                                 pspec);
    }
}

static void
daybook_money_form_view_model_set_property (GObject      *object,
                                            guint         id,
                                            const GValue *value,
                                            GParamSpec   *pspec)
{
  DaybookMoneyFormViewModel *self = DAYBOOK_MONEY_FORM_VIEW_MODEL (object);

  switch (id)
    {
    case PROP_METHOD:
      if (daybook_property_set_uint (self, properties[id], &self->method,
                                     MIN (g_value_get_uint (value), 1)))
        daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (self));
      break;
    default:
      G_OBJECT_CLASS (daybook_money_form_view_model_parent_class)->set_property (object, id, value,
                                                                                 pspec);
    }
}

static void
daybook_money_form_view_model_finalize (GObject *object)
{
  DaybookMoneyFormViewModel *self = DAYBOOK_MONEY_FORM_VIEW_MODEL (object);

  for (guint n = 0; n < N_SIDES; n++)
    {
      Side *side = &self->sides[n];

      g_free (side->title);
      g_free (side->available);
      daybook_who_choice_free (side->choice);
    }
  daybook_record_free (self->command);
  stop_asking (self);

  G_OBJECT_CLASS (daybook_money_form_view_model_parent_class)->finalize (object);
}

static const char *
daybook_money_form_view_model_get_help (DaybookFormViewModel *form)
{
  gboolean deposits = DAYBOOK_MONEY_FORM_VIEW_MODEL (form)->kind == DAYBOOK_MONEY_DEPOSIT;

  return deposits ? "first-deposit" : "withdraw-transfer";
}

static void
daybook_money_form_view_model_class_init (DaybookMoneyFormViewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DaybookFormViewModelClass *form_class = DAYBOOK_FORM_VIEW_MODEL_CLASS (klass);

  object_class->get_property = daybook_money_form_view_model_get_property;
  object_class->set_property = daybook_money_form_view_model_set_property;
  object_class->finalize = daybook_money_form_view_model_finalize;
  form_class->check = daybook_money_form_view_model_check;
  form_class->dup_command = daybook_money_form_view_model_dup_command;
  form_class->get_help = daybook_money_form_view_model_get_help;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DAYBOOK_TYPE_MONEY_KIND, DAYBOOK_MONEY_DEPOSIT,
                       DAYBOOK_READABLE);
  properties[PROP_METHOD] = DAYBOOK_UINT_PROPERTY ("method", DAYBOOK_WRITABLE);
  properties[PROP_FROM_TITLE] = DAYBOOK_TEXT_PROPERTY ("from-title", DAYBOOK_READABLE);
  properties[PROP_TO_TITLE] = DAYBOOK_TEXT_PROPERTY ("to-title", DAYBOOK_READABLE);
  properties[PROP_FROM_AVAILABLE] = DAYBOOK_TEXT_PROPERTY ("from-available", DAYBOOK_READABLE);
  properties[PROP_TO_AVAILABLE] = DAYBOOK_TEXT_PROPERTY ("to-available", DAYBOOK_READABLE);
  properties[PROP_FROM_CANDIDATES] = DAYBOOK_LIST_PROPERTY ("from-candidates");
  properties[PROP_TO_CANDIDATES] = DAYBOOK_LIST_PROPERTY ("to-candidates");
  properties[PROP_FROM_FIXED] = DAYBOOK_BOOLEAN_PROPERTY ("from-fixed");
  properties[PROP_TO_FIXED] = DAYBOOK_BOOLEAN_PROPERTY ("to-fixed");
  g_object_class_install_properties (object_class, N_PROPS, properties);
  daybook_form_view_model_class_install (form_class, fields, G_N_ELEMENTS (fields));
}

static void
daybook_money_form_view_model_init (DaybookMoneyFormViewModel *self)
{
  for (guint n = 0; n < N_SIDES; n++)
    {
      self->sides[n].title = g_strdup ("");
      self->sides[n].available = g_strdup ("");
    }
}

/**
 * daybook_money_form_view_model_new:
 * @account: key of the account it is opened for: where the money goes in a deposit, else where it
 *   comes from; 0 to ask
 *
 * Returns: (transfer full): a form.
 */
DaybookMoneyFormViewModel *
daybook_money_form_view_model_new (DaybookBookViewModel *book,
                                   DaybookMoneyKind      kind,
                                   guint                 account)
{
  DaybookMoneyFormViewModel *self = g_object_new (DAYBOOK_TYPE_MONEY_FORM_VIEW_MODEL, "book", book,
                                                  NULL);
  DaybookFormViewModel *form = DAYBOOK_FORM_VIEW_MODEL (self);
  gboolean deposit = kind == DAYBOOK_MONEY_DEPOSIT;
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  g_autofree char *today = daybook_date_text (daybook_desk_get_today (desk));

  self->kind = kind;
  self->method = daybook_book_session_get_method (daybook_book_session_of (book));
  daybook_form_view_model_put_text (form, FIELD_DATE, today);
  set_up_side (self, FROM, !deposit, deposit ? 0 : account);
  set_up_side (self, TO, kind != DAYBOOK_MONEY_WITHDRAW, deposit ? account : 0);

  if (deposit)
    /* Translators: title of a form in which money that comes in is recorded. */
    daybook_form_view_model_set_title (form, C_ ("form", "Deposit"));
  else if (kind == DAYBOOK_MONEY_WITHDRAW)
    /* Translators: title of a form in which money that goes out is recorded. */
    daybook_form_view_model_set_title (form, C_ ("form", "Withdrawal"));
  else
    /* Translators: title of a form in which money is moved between accounts. */
    daybook_form_view_model_set_title (form, C_ ("form", "Transfer"));

  daybook_form_view_model_check (form);
  return self;
}

/**
 * daybook_money_form_view_model_get_kind:
 *
 * Returns: what the form does.
 */
DaybookMoneyKind
daybook_money_form_view_model_get_kind (DaybookMoneyFormViewModel *self)
{
  return self->kind;
}

static void
pick (DaybookMoneyFormViewModel *self,
      guint                      field,
      DaybookAccountRow         *account)
{
  g_autofree char *number = NULL;

  g_object_get (account, "number", &number, NULL);
  daybook_form_view_model_set_text (DAYBOOK_FORM_VIEW_MODEL (self), field, number);
}

/**
 * daybook_money_form_view_model_pick_from:
 * @account: where the money comes from: one of `from-candidates`
 */
void
daybook_money_form_view_model_pick_from (DaybookMoneyFormViewModel *self,
                                         DaybookAccountRow         *account)
{
  pick (self, FIELD_FROM, account);
}

/**
 * daybook_money_form_view_model_pick_to:
 * @account: where the money goes: one of `to-candidates`
 */
void
daybook_money_form_view_model_pick_to (DaybookMoneyFormViewModel *self,
                                       DaybookAccountRow         *account)
{
  pick (self, FIELD_TO, account);
}
