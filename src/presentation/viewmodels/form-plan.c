/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms that ask for one command each, as tables. What is wrong with what was typed, and what
 * it would lead to, is the rules' to say: a form has nothing of its own but its words. */

#include "form-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "accounts/account-commands.h"
#include "accounts/hold-records.h"
#include "accounts/status-records.h"
#include "accounts/terms-records.h"
#include "books/book-records.h"
#include "books/period-records.h"
#include "people/person-records.h"

/* Translators: by which way money came or went. */
static const char *const methods[] = { N_("Cash"), N_("Bank"), NULL };

/* Translators: who may dispose of the money of an account with several holders. */
static const char *const authorities[] = { N_("Any one alone"), N_("All together"), NULL };

/* Translators: what is blocked of an account. */
static const char *const sides[] = { N_("Money out"), N_("Money in"),
                                     N_("Money in and out"), NULL };

#define ON { "on", N_("Date"), .begins_today = TRUE }
#define REASON { "reason", N_("Reason") }
#define REASON_IF_ANY { "reason", N_("Reason (optional)") }
#define DETAIL(field, title) { field, title, .emptied = DAYBOOK_EMPTIED_NONE, .keeps = TRUE }
#define LIMIT(field, title) { field, title, .emptied = DAYBOOK_EMPTIED_ZERO, .keeps = TRUE }

static const DaybookFormRow hold_rows[] = {
  { "amount", N_("Amount") },
  REASON,
  { "expires", N_("Ends by Itself On (optional)") },
  ON,
};

static const DaybookFormRow release_rows[] = { REASON_IF_ANY, ON };

static const DaybookFormRow capture_rows[] = {
  { "amount", N_("Amount"), .keeps = TRUE },
  { "method", N_("Method"), methods },
  ON,
  { "memo", N_("Memo (optional)") },
};

static const DaybookFormRow limits_rows[] = {
  LIMIT ("minimum", N_("Minimum Balance")),
  LIMIT ("overdraft", N_("Overdraft Limit")),
  LIMIT ("per_withdrawal", N_("Limit per Withdrawal")),
  LIMIT ("per_day", N_("Limit per Day")),
};

static const DaybookFormRow block_rows[] = { { "side", N_("What Is Blocked"), sides }, REASON };

static const DaybookFormRow reason_if_any_rows[] = { REASON_IF_ANY };

static const DaybookFormRow reason_rows[] = { REASON };

static const DaybookFormRow add_holder_rows[] = {
  { "holder", N_("Username") },
  { "authority", N_("Who May Withdraw"), authorities },
};

static const DaybookFormRow rename_rows[] = { DETAIL ("name", N_("What It Is For (optional)")) };

static const DaybookFormRow rename_book_rows[] = {
  { "name", N_("Name"), .keeps = TRUE },
};

static const DaybookFormRow close_rows[] = {
  { "payout", N_("Payout"), methods },
  REASON_IF_ANY,
};

static const DaybookFormRow person_rows[] = {
  { "name", N_("Full Name"), .keeps = TRUE },
  { "username", N_("Username"), .keeps = TRUE },
  DETAIL ("email", N_("Email (optional)")),
  DETAIL ("phone", N_("Phone (optional)")),
  DETAIL ("address", N_("Address (optional)")),
  DETAIL ("note", N_("Note (optional)")),
};

static const DaybookFormRow reverse_rows[] = { REASON, { "on", N_("Date (optional)") } };

static const DaybookFormRow correct_rows[] = {
  { "amount", N_("Amount"), .keeps = TRUE, .recorded = N_("Amount") },
  { "from", N_("From Account"), .keeps = TRUE, .recorded = N_("From Account") },
  { "to", N_("To Account"), .keeps = TRUE, .recorded = N_("To Account") },
  { "method", N_("Method"), methods, .keeps = TRUE, .recorded = N_("Method") },
  { "on", N_("Date"), .keeps = TRUE, .recorded = N_("Date") },
  { "memo", N_("Memo (optional)"), .emptied = DAYBOOK_EMPTIED_NONE, .keeps = TRUE,
    .recorded = N_("Memo") },
  REASON,
};

#define ROWS(table) .rows = (table), .n_rows = G_N_ELEMENTS (table)

static const DaybookFormPlan plans[] = {
  { &daybook_hold, N_("Set Money Aside"), N_("_Set Aside"),
    .shows_available = TRUE, .help = "holds", ROWS (hold_rows) },
  { &daybook_release, N_("Release Hold"), N_("_Release"), .shows_available = TRUE, .help = "holds",
    ROWS (release_rows) },
  { &daybook_capture, N_("Pay Out Hold"), N_("_Pay Out"), .shows_available = TRUE, .help = "holds",
    ROWS (capture_rows) },
  { &daybook_change_limits, N_("Change Limits"), N_("C_hange"),
    .shows_available = TRUE, .help = "limits", ROWS (limits_rows) },
  { &daybook_block, N_("Block Account"), N_("_Block"), .help = "limits", ROWS (block_rows) },
  { &daybook_unblock, N_("Unblock Account"), N_("_Unblock"), .help = "limits",
    ROWS (reason_if_any_rows) },
  { &daybook_add_holder, N_("Add Holder"), N_("_Add"), .help = "joint-accounts",
    ROWS (add_holder_rows) },
  { &daybook_remove_holder, N_("Remove Holder"), N_("_Remove"), .help = "joint-accounts",
    ROWS (reason_if_any_rows) },
  { &daybook_rename_account, N_("Rename Account"), N_("_Rename"), .help = "people-and-accounts",
    ROWS (rename_rows) },
  { &daybook_close, N_("Close Account"), N_("C_lose Account"), .help = "closing-account",
    ROWS (close_rows) },
  { &daybook_reopen, N_("Reopen Account"), N_("_Reopen"), .help = "closing-account",
    ROWS (reason_rows) },
  { &daybook_person_change, N_("Edit Details"), N_("C_hange"), .help = "people-and-accounts",
    ROWS (person_rows) },
  { &daybook_rename_book, N_("Rename Book"), N_("_Rename"), .help = "new-book",
    ROWS (rename_book_rows) },
  { &daybook_reverse, N_("Reverse Entry"), N_("_Reverse"),
    .shows_available = TRUE, .help = "correcting", ROWS (reverse_rows) },
  { &daybook_correct, N_("Correct Entry"), N_("Co_rrect"),
    .shows_available = TRUE, .help = "correcting", ROWS (correct_rows) },
};

/**
 * daybook_form_plan_find:
 * @command: a command's name
 *
 * Returns: (nullable): the plan of the form that asks for it.
 */
const DaybookFormPlan *
daybook_form_plan_find (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (strcmp (plans[i].schema->name, command) == 0)
      return &plans[i];

  return NULL;
}
