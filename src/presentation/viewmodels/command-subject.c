/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a form begins with: whom or what it is about, and what there is already. */

#include "command-subject.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "account-row.h"
#include "accounts/account-events.h"
#include "date-text.h"
#include "money-text.h"
#include "sentences.h"

static void
put_limit (DaybookCommandFormViewModel *form,
           const char                  *field,
           gint64                       limit,
           DaybookCurrency              currency)
{
  g_autofree char *text = limit != 0 ? daybook_money_text_plain (limit, currency) : NULL;

  daybook_command_form_view_model_put (form, field, text);
}

static void
fill_account (DaybookCommandFormViewModel *form,
              const DaybookAccountFigures *figures,
              const char                  *command)
{
  daybook_command_form_view_model_fix (form, "account", figures->number.digits);
  if (strcmp (command, "rename") == 0)
    daybook_command_form_view_model_put (form, "name", figures->name);
  if (strcmp (command, "limits") != 0)
    return;

  put_limit (form, "minimum", figures->minimum, figures->currency);
  put_limit (form, "overdraft", figures->overdraft, figures->currency);
  put_limit (form, "per_withdrawal", figures->per_withdrawal, figures->currency);
  put_limit (form, "per_day", figures->per_day, figures->currency);
}

static void
fill_person (DaybookCommandFormViewModel *form,
             const DaybookPersonDetails  *details)
{
  daybook_command_form_view_model_fix (form, "person", details->username);
  daybook_command_form_view_model_put (form, "name", details->name);
  daybook_command_form_view_model_put (form, "username", details->username);
  daybook_command_form_view_model_put (form, "email", details->email);
  daybook_command_form_view_model_put (form, "phone", details->phone);
  daybook_command_form_view_model_put (form, "address", details->address);
  daybook_command_form_view_model_put (form, "note", details->note);
}

static gboolean
take_event (const DaybookEntry  *entry,
            guint64              version,
            gpointer             user_data,
            GError             **error)
{
  *(DaybookEvent **) user_data = daybook_record_copy (entry->event);
  return FALSE;
}

static gint64
amount_of (const DaybookEvent *event)
{
  const DaybookField *field = daybook_schema_get_field (event->record.schema, "amount");

  return field != NULL ? *(const gint64 *) daybook_field_in (event, field) : 0;
}

static DaybookCurrency
currency_of (const DaybookEvent *event)
{
  const DaybookField *field = daybook_schema_get_field (event->record.schema, "currency");

  return field != NULL ? *(const DaybookCurrency *) daybook_field_in (event, field)
                       : (DaybookCurrency) { 0 };
}

/* A field of a form that begins with what was recorded. */
static void
put_recorded (DaybookCommandFormViewModel *form,
              const char                  *field,
              const char                  *text)
{
  daybook_command_form_view_model_put (form, field, text);
  daybook_command_form_view_model_put_recorded (form, field, text);
}

static void
put_recorded_choice (DaybookCommandFormViewModel *form,
                     const char                  *field,
                     guint                        value)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);

  for (guint i = 0; i < plan->n_rows; i++)
    if (strcmp (plan->rows[i].field, field) == 0)
      daybook_command_form_view_model_put_recorded (form, field,
                                                    _(plan->rows[i].choices[value - 1]));
  daybook_command_form_view_model_put_choice (form, field, value - 1);
}

static void
put_recorded_account (DaybookCommandFormViewModel *form,
                      const char                  *field,
                      const DaybookAccountNumber  *number)
{
  DaybookReadModel *read_model =
    daybook_form_view_model_get_read_model (DAYBOOK_FORM_VIEW_MODEL (form));
  g_autofree char *text = daybook_account_number_text (number);
  g_autoptr (DaybookAccountFigures) figures = NULL;
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  if (!daybook_account_number_is_set (number))
    return;

  daybook_command_form_view_model_put (form, field, text);
  figures = daybook_read_model_get_account (read_model,
                                            daybook_account_number_get_sequence (number), NULL);
  if (figures != NULL)
    {
      title = daybook_account_title (figures);
      caption = daybook_account_caption (figures);
      g_free (text);
      text = g_strdup_printf ("%s · %s", title, caption);
    }
  daybook_command_form_view_model_put_recorded (form, field, text);
}

/* What was recorded is what a correction begins with. */
static void
fill_correction (DaybookCommandFormViewModel *form,
                 const DaybookEvent          *event)
{
  const DaybookField *memo = daybook_schema_get_field (event->record.schema, "memo");
  g_autofree char *amount = daybook_money_text_plain (amount_of (event), currency_of (event));
  g_autofree char *day = daybook_date_text (event->value_date);
  DaybookMovement movement = { 0 };

  daybook_event_get_movement (event, &movement);
  put_recorded (form, "amount", amount);
  put_recorded_account (form, "from", &movement.from);
  put_recorded_account (form, "to", &movement.to);
  if (movement.method != DAYBOOK_METHOD_NONE)
    put_recorded_choice (form, "method", movement.method);
  put_recorded (form, "on", day);
  put_recorded (form, "memo", memo != NULL ? *(char **) daybook_field_in (event, memo) : NULL);
}

/* Rule 27: where the day of the entry is locked, what is done to it counts for today. */
static void
hint_at_closed_period (DaybookCommandFormViewModel *form,
                    const DaybookEvent          *event,
                    gboolean                     asks_day)
{
  DaybookBookViewModel *book = daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (form));
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  g_autofree char *today = daybook_date_text (daybook_desk_get_today (desk));

  if (event->value_date > daybook_book_get_closed_until (daybook_desk_get_book (desk)))
    return;

  /* Translators: above a form that corrects or reverses an entry. */
  daybook_command_form_view_model_put_hint (form, _("The period of this entry is closed. What is "
                                                    "recorded now counts for today."));
  if (asks_day)
    daybook_command_form_view_model_put (form, "on", today);
}

/* What the entry says is what a correction, or a payout of a hold, begins with. */
static void
fill_entry (DaybookCommandFormViewModel *form,
            const DaybookEvent          *event,
            const char                  *command)
{
  g_autofree char *amount = daybook_money_text_plain (amount_of (event), currency_of (event));
  gboolean corrects = strcmp (command, "correct") == 0;

  if (strcmp (command, "capture") == 0)
    daybook_command_form_view_model_put (form, "amount", amount);
  if (corrects)
    fill_correction (form, event);
  if (corrects || strcmp (command, "reverse") == 0)
    hint_at_closed_period (form, event, corrects);
}

/* Where a day is asked for that is not that of something there is, it begins with today. */
static void
put_today (DaybookCommandFormViewModel *form)
{
  const DaybookFormPlan *plan = daybook_command_form_view_model_get_plan (form);
  DaybookBookViewModel *book = daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (form));
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);
  g_autofree char *today = daybook_date_text (daybook_desk_get_today (desk));

  for (guint i = 0; i < plan->n_rows; i++)
    if (strcmp (plan->rows[i].field, "on") == 0 && plan->rows[i].begins_today)
      daybook_command_form_view_model_put (form, "on", today);
}

static void
put_book_name (DaybookCommandFormViewModel *form)
{
  DaybookBookViewModel *book = daybook_form_view_model_get_book (DAYBOOK_FORM_VIEW_MODEL (form));
  DaybookDesk *desk = daybook_book_view_model_get_desk (book);

  daybook_command_form_view_model_put (form, "name", daybook_desk_get_book (desk)->name);
}

static gboolean
fill_from_entry (const DaybookSubject         *self,
                 DaybookCommandFormViewModel  *form,
                 DaybookReadModel             *read_model,
                 GError                      **error)
{
  const char *command = daybook_command_form_view_model_get_plan (form)->schema->name;
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, self->entry);
  DaybookEvent *event = NULL;

  daybook_command_form_view_model_fix (form, "entry", number);
  if (!daybook_read_model_read_entries (read_model, self->entry - 1, take_event, &event, error))
    return FALSE;

  if (event != NULL)
    fill_entry (form, event, command);
  daybook_record_free (event);
  return TRUE;
}

/**
 * daybook_subject_fill:
 *
 * Says what the form is about and what it begins with, and starts it.
 *
 * Returns: whether all of it could be read.
 */
gboolean
daybook_subject_fill (const DaybookSubject         *self,
                      DaybookCommandFormViewModel  *form,
                      GError                      **error)
{
  const DaybookSchema *schema = daybook_command_form_view_model_get_plan (form)->schema;
  DaybookReadModel *read_model =
    daybook_form_view_model_get_read_model (DAYBOOK_FORM_VIEW_MODEL (form));

  put_today (form);
  if (strcmp (schema->name, "rename-book") == 0)
    put_book_name (form);
  if (self->account != 0 && daybook_schema_get_field (schema, "account") != NULL)
    {
      g_autoptr (DaybookAccountFigures) figures = NULL;

      figures = daybook_read_model_get_account (read_model, self->account, error);
      if (figures == NULL)
        return FALSE;
      fill_account (form, figures, schema->name);
    }
  if (self->person != 0 && daybook_schema_get_field (schema, "person") != NULL)
    {
      g_autoptr (DaybookPersonDetails) details = NULL;

      details = daybook_read_model_get_person (read_model, self->person, error);
      if (details == NULL)
        return FALSE;
      fill_person (form, details);
    }
  if (self->entry != 0 && !fill_from_entry (self, form, read_model, error))
    return FALSE;
  if (self->username != NULL && daybook_schema_get_field (schema, "holder") != NULL)
    daybook_command_form_view_model_fix (form, "holder", self->username);

  daybook_form_view_model_check (DAYBOOK_FORM_VIEW_MODEL (form));
  return TRUE;
}
