/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undone at once, a command leaves everything that it was about as it was (rule 29). That may be
 * refused, where money goes one way only, but not because there is nothing to undo. */

#include <string.h>

#include "accounts/hold-records.h"
#include "catalogue.h"
#include "opposites.h"
#include "repository.h"
#include "run.h"

static void
add_account (GString              *text,
             const DaybookAccount *account,
             gboolean              with_held)
{
  g_string_append_printf (text, "%s %d “%s” %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %u %d\n", account->number.digits,
                          account->status, account->name, account->debits_blocked,
                          account->credits_blocked, account->balance,
                          with_held ? account->held : 0, account->limits.minimum,
                          account->limits.overdraft, account->limits.per_withdrawal,
                          account->limits.per_day, account->holders->len,
                          account->holders->len > 1 ? account->authority : 0);
}

/* What an event is about, as the book at @desk tells it. */
static void
add_concerned (GString             *text,
               Desk                *desk,
               const DaybookEvent  *event,
               const DaybookFiling *filing)
{
  g_autoptr (DaybookRepository) repository = daybook_repository_new (desk->store);
  DaybookAccountNumber number = { 0 };
  const DaybookBook *book;
  guint64 version;

  if (filing->kind == DAYBOOK_STREAM_PERSON)
    {
      g_autoptr (DaybookPerson) person = daybook_repository_load_person (repository, filing->key,
                                                                         NULL);

      g_string_append_printf (text, "%s %s %s %s %s %s\n", person->username, person->name,
                              person->email, person->phone, person->address, person->note);
    }
  else if (filing->kind == DAYBOOK_STREAM_BOOK)
    {
      book = daybook_repository_get_book (repository, &version, NULL);
      g_string_append_printf (text, "%s %d\n", book->name, daybook_book_get_closed_until (book));
    }
  else if (filing->kind == DAYBOOK_STREAM_ACCOUNT)
    {
      g_strlcpy (number.digits, filing->key, sizeof number.digits);
      add_account (text, daybook_account_states_get (daybook_repository_get_accounts (repository),
                                                     &number, &version, NULL),
                   event->record.schema != &daybook_hold_captured);
    }
}

static char *
describe_concerned (Desk            *desk,
                    const GPtrArray *events)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DaybookEvent *event = events->pdata[i];
      DaybookFiling filings[DAYBOOK_MAX_FILINGS];
      guint n = daybook_event_get_filings (event, filings);

      for (guint j = 0; j < n; j++)
        add_concerned (text, desk, event, &filings[j]);
    }

  return g_string_free (text, FALSE);
}

static DaybookReceipt *
undo (Desk                  *desk,
      const DaybookReceipt  *receipt,
      GError               **error)
{
  const DaybookEnvelope envelope = { .undoes = receipt->events };
  DaybookCommand *command = daybook_record_copy (receipt->opposite);
  const DaybookField *reason = daybook_schema_get_field (command->schema, "reason");
  DaybookReceipt *undone;

  if (reason != NULL && !daybook_record_has (command, reason))
    daybook_record_set_text (command, reason, "Undone", NULL);
  undone = daybook_dispatcher_execute (desk->dispatcher, command, &envelope, error);
  daybook_record_free (command);

  return undone;
}

/* Ends the unit of work, in which the command was recorded. An account that was opened was not
 * there before, and is closed now: there is nothing to compare. */
void
check_undo (Run           *run,
            Desk          *desk,
            const Ask     *ask,
            const Outcome *outcome)
{
  g_autofree char *text = ask_to_text (ask);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (DaybookReceipt) undone = NULL;
  g_autoptr (GError) error = NULL;
  const DaybookReceipt *receipt = outcome->receipt;

  if (receipt != NULL && !receipt->repeated && receipt->opposite != NULL)
    undone = undo (desk, receipt, &error);
  if (undone != NULL)
    after = describe_concerned (desk, receipt->events);
  daybook_dispatcher_rollback (desk->dispatcher);

  MUST (run, error == NULL || (error->domain == DAYBOOK_REFUSAL &&
                               !daybook_opposite_is_settled (receipt->opposite, error)),
        "%s: undoing it at once is refused as %s", text, error->message);
  if (undone == NULL)
    return;

  run->n_undone++;
  if (daybook_receipt_get_outcome (receipt)->record.schema == &daybook_account_opened)
    return;

  before = describe_concerned (desk, receipt->events);
  MUST (run, strcmp (before, after) == 0, "%s: undone, it is\n%snot\n%s", text, after, before);
}
