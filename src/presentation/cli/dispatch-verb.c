/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `dispatch`: commands in as data, receipts out as data.
 *
 * A receipt is printed and flushed only when what it acknowledges is durable: whoever has read it
 * can rely on it, whatever happens to this program in the next moment. The read model is not needed
 * for any of this and not opened. */

#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accounts/account-events.h"
#include "books/period-records.h"
#include "command-json.h"
#include "json-line.h"
#include "people/person-records.h"
#include "refusal.h"
#include "sentences.h"
#include "store-error.h"

static const char *
store_error_name (DaybookStoreError code)
{
  switch (code)
    {
    case DAYBOOK_STORE_ERROR_CONFLICT:
      return "conflict";
    case DAYBOOK_STORE_ERROR_NOT_FOUND:
      return "not-found";
    case DAYBOOK_STORE_ERROR_EXISTS:
      return "exists";
    case DAYBOOK_STORE_ERROR_NOT_A_BOOK:
      return "not-a-book";
    case DAYBOOK_STORE_ERROR_DAMAGED:
      return "damaged";
    case DAYBOOK_STORE_ERROR_NEWER:
      return "newer";
    case DAYBOOK_STORE_ERROR_READ_ONLY:
      return "read-only";
    case DAYBOOK_STORE_ERROR_FULL:
      return "full";
    case DAYBOOK_STORE_ERROR_BUSY:
      return "busy";
    case DAYBOOK_STORE_ERROR_CANCELLED:
      return "cancelled";
    case DAYBOOK_STORE_ERROR_DETACHED:
      return "detached";
    case DAYBOOK_STORE_ERROR_IO:
    default:
      return "io";
    }
}

/* Whether there is a figure to compare the amount with, even if it is zero. */
static gboolean
says_available (DaybookRefusal code)
{
  switch (code)
    {
    case DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS:
    case DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER:
    case DAYBOOK_REFUSAL_HOLD_TOO_SMALL:
    case DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_WITHDRAWAL:
    case DAYBOOK_REFUSAL_ABOVE_LIMIT_PER_DAY:
    case DAYBOOK_REFUSAL_ACCOUNT_NOT_EMPTY:
    case DAYBOOK_REFUSAL_TOTALS_DIFFER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The figures that the code is about; what a refusal leaves at nothing says nothing. */
static void
add_figures (GString      *line,
             const GError *error)
{
  const DaybookFigures *figures = daybook_refusal_figures (error);
  char date[DAYBOOK_DATE_LENGTH];

  if (figures->field != NULL)
    daybook_json_add_text (line, "field", figures->field);
  if (figures->currency.code[0] != '\0')
    {
      daybook_json_add_text (line, "currency", figures->currency.code);
      if (figures->amount != 0)
        daybook_json_add_amount (line, "amount", figures->amount, figures->currency);
      if (says_available (error->code))
        daybook_json_add_amount (line, "available", figures->available, figures->currency);
    }
  if (figures->date != DAYBOOK_DATE_NONE)
    {
      daybook_date_format (figures->date, date);
      daybook_json_add_text (line, "date", date);
    }
  if (figures->number != 0)
    daybook_json_add_number (line, "number", figures->number);
  if (figures->text != NULL)
    daybook_json_add_text (line, "text", figures->text);
  if (figures->account != NULL)
    {
      g_auto (GStrv) accounts = g_strsplit (figures->account, " ", -1);

      daybook_json_add_texts (line, "accounts", accounts);
    }
}

static void
print_failure (GString      *line,
               const GError *error,
               const char   *path)
{
  g_autofree char *sentence = daybook_error_sentence (error, path);
  const char *code = "unexpected";

  if (error->domain == DAYBOOK_REFUSAL)
    code = daybook_refusal_name (error->code);
  else if (error->domain == DAYBOOK_STORE_ERROR)
    code = store_error_name (error->code);

  daybook_json_begin (line);
  daybook_json_add_boolean (line, "ok", FALSE);
  daybook_json_begin_object (line, "error");
  daybook_json_add_text (line, "code", code);
  daybook_json_add_text (line, "message", sentence);
  if (error->domain == DAYBOOK_REFUSAL)
    add_figures (line, error);
  daybook_json_end_object (line);
  daybook_json_end (line);
}

static void
print_receipt (GString              *line,
               const DaybookReceipt *receipt)
{
  const DaybookEvent *event = daybook_receipt_get_outcome (receipt);
  g_autofree char *recorded_at = daybook_output_time (receipt->recorded_at);

  daybook_json_begin (line);
  daybook_json_add_boolean (line, "ok", TRUE);
  daybook_json_add_number (line, "position", receipt->first);
  daybook_json_add_number (line, "last", receipt->last);
  daybook_json_add_text (line, "recorded_at", recorded_at);
  daybook_json_add_text (line, "command_id", receipt->command_id);
  daybook_json_add_boolean (line, "repeated", receipt->repeated);
  if (event->record.schema == &daybook_account_opened)
    daybook_json_add_text (line, "account",
                           ((const DaybookAccountOpened *) event)->account.digits);
  if (event->record.schema == &daybook_person_registered)
    daybook_json_add_text (line, "person", ((const DaybookPersonRegistered *) event)->person);
  if (event->record.schema == &daybook_period_closed)
    daybook_json_add_text (line, "seal", ((const DaybookPeriodClosed *) event)->seal);
  daybook_json_end (line);
}

/* Records one command and prints its receipt. Returns how the program would end if it were all. */
static DaybookExit
dispatch (DaybookCall      *call,
          DaybookOpenBook  *book,
          const char       *json,
          gsize             length,
          GString          *line,
          GError          **error)
{
  g_auto (DaybookOrder) order = { 0 };
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) problem = NULL;

  if (daybook_order_parse (&order, json, length, &problem))
    {
      DaybookEnvelope envelope = { .command_id = order.id, .correlation = order.correlation,
                                   .causation = order.causation };

      envelope.actor = order.actor != NULL ? order.actor : call->operator;
      receipt = daybook_dispatcher_execute (book->dispatcher, order.command, &envelope, &problem);
    }

  if (receipt != NULL)
    {
      print_receipt (line, receipt);
      return DAYBOOK_EXIT_DONE;
    }

  print_failure (line, problem, call->path);
  g_propagate_error (error, g_steal_pointer (&problem));
  return daybook_exit_for (*error);
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

/* One command from each line of standard input, until there are no more. */
static DaybookExit
dispatch_lines (DaybookCall     *call,
                DaybookOpenBook *book,
                GString         *line)
{
  DaybookExit worst = DAYBOOK_EXIT_DONE;
  char *input = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&input, &size, stdin)) >= 0)
    {
      g_autoptr (GError) error = NULL;
      DaybookExit exit;

      if (is_blank (input, (gsize) length))
        continue;

      exit = dispatch (call, book, input, (gsize) length, line, &error);
      worst = MAX (worst, exit);
      if (!daybook_output_finish ())
        {
          /* Nobody hears the receipts any more, so nothing more is recorded. */
          worst = MAX (worst, DAYBOOK_EXIT_REFUSED);
          break;
        }
    }
  free (input);

  return worst;
}

/**
 * daybook_verb_dispatch:
 *
 * `dispatch BOOK JSON` and `dispatch BOOK -`.
 *
 * Returns: how the program ends: with the gravest of all that happened.
 */
DaybookExit
daybook_verb_dispatch (DaybookCall *call)
{
  const char *json = g_ptr_array_index (call->options.arguments, 1);
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  DaybookExit exit;

  book = daybook_bookshelf_open_facts (call->parts->bookshelf, call->path, FALSE, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  if (strcmp (json, "-") == 0)
    return dispatch_lines (call, book, line);

  exit = dispatch (call, book, json, strlen (json), line, &error);
  if (error != NULL)
    daybook_output_error (error, call->path);
  return exit;
}
