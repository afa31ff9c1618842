/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* `check`: whether what is owed to all accounts is what there is in cash and in the bank, in every
 * currency and on every date (rule 34). Everything is added up again. */

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "json-line.h"
#include "money-text.h"
#include "number-text.h"
#include "progress.h"
#include "reading.h"
#include "sentences.h"

static char *
say_agreement (const DaybookControlCheck *check)
{
  const DaybookControlTotal total = { .currency = check->currency, .accounts = check->accounts,
                                      .cash = check->cash, .bank = check->bank };
  g_autofree char *sentence = daybook_control_sentence (&total);
  g_autofree char *days = NULL;

  if (check->too_large)
    {
      g_free (sentence);
      /* Translators: %s is the code of a currency. */
      sentence = daybook_compose (_("The sums in %s are too large to be shown."),
                                  check->currency.code);
    }

  /* Translators: stands behind a sentence that says what all accounts have together, and that it is
   * in cash and in the bank. A day with entries is one on which money was moved. */
  days = daybook_count_sentence (g_dngettext (GETTEXT_PACKAGE,
                                              "That is so at the end of the one day with entries.",
                                              "That is so at the end of each of %u days with "
                                              "entries.",
                                              check->n_days), check->n_days);
  /* Translators: two sentences, one after the other. */
  return daybook_compose (C_("sentences", "%1$s %2$s"), sentence, days);
}

static char *
say_difference (const DaybookControlCheck *check)
{
  DaybookAccountNumber number;

  if (check->differs_on != DAYBOOK_DATE_NONE)
    {
      g_autofree char *accounts = daybook_money_text_code (check->accounts_then, check->currency);
      g_autofree char *methods = daybook_money_text_code (check->methods_then, check->currency);
      g_autofree char *day = daybook_date_text (check->differs_on);

      /* Translators: %1$s is a day, %2$s and %3$s are amounts. */
      return daybook_compose (_("On %1$s all accounts have %2$s together, but there is %3$s in "
                                "cash and in the bank."), day, accounts, methods);
    }
  if (check->wrong_account != 0 && daybook_account_number_new (check->wrong_account, &number))
    {
      g_autofree char *account = daybook_account_number_text (&number);

      return daybook_compose (_("The balance of account %s is not what its entries add up to."),
                              account);
    }

  return g_strdup (_("The figures of this book do not agree with each other."));
}

static void
print_line (GString                   *line,
            const DaybookControlCheck *check)
{
  daybook_json_begin (line);
  daybook_json_add_text (line, "currency", check->currency.code);
  daybook_json_add_boolean (line, "agrees", check->agrees);
  daybook_json_add_amount (line, "accounts", check->accounts, check->currency);
  daybook_json_add_amount (line, "cash", check->cash, check->currency);
  daybook_json_add_amount (line, "bank", check->bank, check->currency);
  daybook_json_add_number (line, "days", check->n_days);
  daybook_json_end (line);
}

/* Returns whether all agree. */
static gboolean
say_checks (GArray   *checks,
            gboolean  json)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean agrees = TRUE;

  for (guint i = 0; i < checks->len; i++)
    {
      const DaybookControlCheck *check = &g_array_index (checks, DaybookControlCheck, i);
      g_autofree char *sentence = check->agrees ? say_agreement (check) : say_difference (check);

      agrees = agrees && check->agrees;
      if (json)
        print_line (line, check);
      else if (check->agrees)
        daybook_output_say (sentence);
      if (!check->agrees)
        daybook_output_warn (sentence);
    }

  if (checks->len == 0 && !json)
    daybook_output_say (_("No money has been moved in this book yet."));
  return agrees;
}

/**
 * daybook_verb_check:
 *
 * `check BOOK [--json]`: adds everything up again, in every currency and at the end of every day.
 *
 * Returns: how the program ends.
 */
DaybookExit
daybook_verb_check (DaybookCall *call)
{
  g_autoptr (DaybookOpenBook) book = NULL;
  g_auto (DaybookProgress) progress = { 0 };
  g_autoptr (GArray) checks = NULL;
  g_autoptr (GError) error = NULL;
  DaybookAccountNumber nobody = { 0 };

  book = daybook_reading_open (call, &nobody, &error);
  if (book == NULL)
    return daybook_output_error (error, call->path);

  daybook_progress_begin (&progress, FALSE);
  checks = daybook_read_model_check (book->read_model, daybook_progress_show, &progress,
                                     progress.cancellable, &error);
  daybook_progress_end (&progress);
  if (checks == NULL)
    return daybook_output_error (error, call->path);
  if (!say_checks (checks, daybook_reading_wants_json (call)))
    {
      daybook_output_warn (_("Work all figures out again with “rebuild” and check once more. If "
                             "they still differ, the book is damaged."));
      return DAYBOOK_EXIT_BOOK;
    }

  return daybook_reading_end (&(DaybookReading) { .book = book }, call);
}
