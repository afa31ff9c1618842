/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that record: the options become a command, the command is dispatched, and what it recorded
 * is printed. */

#include "verbs.h"

#include "accounts/account-events.h"
#include "books/book-records.h"
#include "flows/flows.h"
#include "refusal.h"
#include "sentences.h"

/* What was given for the command's own fields. */
static GHashTable *
collect_fields (DaybookCall         *call,
                const DaybookSchema *schema)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char *field = schema->fields[i].name;
      const char *text = daybook_options_get (&call->options, daybook_option_name (field));

      if (text != NULL)
        g_hash_table_insert (texts, (char *) field, (char *) text);
    }

  return texts;
}

/**
 * daybook_verb_new:
 *
 * `new BOOK --name N --currency C`: starts a book.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_new (DaybookCall *call)
{
  g_autoptr (GHashTable) texts = collect_fields (call, &daybook_start);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  DaybookBookStarted started = { .event.record.schema = &daybook_book_started };
  DaybookStart *start;

  start = daybook_record_new_from_texts (&daybook_start, texts, &error);
  if (start == NULL)
    return daybook_output_error (error, call->path);

  if (!daybook_bookshelf_create (call->parts->bookshelf, call->path, start->name, start->currency,
                                 &error))
    {
      daybook_record_free (start);
      return daybook_output_error (error, call->path);
    }

  started.name = start->name;
  started.currency = start->currency;
  sentence = daybook_entry_sentence (&started.event, NULL);
  daybook_output_say (sentence);
  daybook_record_free (start);

  return DAYBOOK_EXIT_DONE;
}

/* All that the command led to. Where it opened an account, the number and nothing else, for
 * scripts. */
static void
print_recorded (const DaybookReceipt *receipt,
                DaybookReadModel     *names)
{
  const DaybookEvent *outcome = daybook_receipt_get_outcome (receipt);

  if (outcome->record.schema == &daybook_account_opened)
    {
      daybook_output_say (((const DaybookAccountOpened *) outcome)->account.digits);
      return;
    }

  for (guint i = 0; i < receipt->events->len; i++)
    {
      g_autofree char *sentence =
        daybook_entry_sentence (g_ptr_array_index (receipt->events, i), names);

      daybook_output_say (sentence);
    }
}

/* What the passing of days has brought about comes first: a hold that has expired holds nothing. A
 * step that a rule forbids meanwhile is none. */
static gboolean
run_flows (DaybookOpenBook  *book,
           GError          **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  DaybookDate today;

  if (!daybook_dispatcher_get_today (book->dispatcher, &today, error))
    return FALSE;

  steps = daybook_flows_find_steps (book->read_model, today, error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const DaybookFlowStep *step = g_ptr_array_index (steps, i);
      DaybookEnvelope envelope = { .command_id = step->command_id, .actor = DAYBOOK_FLOW_ACTOR };
      g_autoptr (GError) problem = NULL;
      g_autoptr (DaybookReceipt) receipt =
        daybook_dispatcher_execute (book->dispatcher, step->command, &envelope, &problem);

      if (receipt == NULL && problem->domain != DAYBOOK_REFUSAL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  return steps != NULL;
}

/**
 * daybook_verb_record:
 *
 * `deposit BOOK --to WHO --amount A …` and its like: records the command of the verb's name.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_record (DaybookCall *call)
{
  g_autoptr (GHashTable) texts = collect_fields (call, call->schema);
  DaybookEnvelope envelope = {
    .command_id = daybook_options_get (&call->options, "command-id"),
    .actor = call->operator
  };
  g_autoptr (DaybookOpenBook) book = NULL;
  g_autoptr (DaybookReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  DaybookCommand *command;

  command = daybook_record_new_from_texts (call->schema, texts, &error);
  if (command == NULL)
    return daybook_output_error (error, call->path);

  book = daybook_bookshelf_open (call->parts->bookshelf, call->path, NULL, NULL, NULL, &error);
  if (book != NULL && run_flows (book, &error))
    receipt = daybook_dispatcher_execute (book->dispatcher, command, &envelope, &error);
  daybook_record_free (command);
  if (receipt == NULL)
    return daybook_output_error (error, call->path);

  /* Everybody is called what they are called from now on; it is recorded even if the figures cannot
   * follow. */
  daybook_projector_catch_up (book->projector, NULL, NULL, NULL, NULL, NULL);
  print_recorded (receipt, book->read_model);
  return DAYBOOK_EXIT_DONE;
}
