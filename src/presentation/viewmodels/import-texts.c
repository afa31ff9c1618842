/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of an import, and what the user's language and country say of sheets. */

#include "import-texts.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "date-text.h"
#include "import-line.h"
#include "money-text.h"
#include "number-text.h"
#include "sentences.h"

/* Puts @sentence behind what was said; takes both. */
static char *
add (char *said,
     char *sentence)
{
  g_autofree char *first = said;
  g_autofree char *second = sentence;

  if (first == NULL)
    return g_steal_pointer (&second);

  /* Translators: two sentences, each with its full stop. */
  return daybook_compose (_("%1$s %2$s"), first, second);
}

static char *
say_sum (const DaybookImportSum *sum)
{
  g_autofree char *entries = daybook_count_text (sum->n_entries);
  g_autofree char *in = daybook_money_text (sum->money_in, sum->currency);
  g_autofree char *out = daybook_money_text (sum->money_out, sum->currency);

  /* Translators: what an import would record: a number, an amount, an amount: “52 entries: 3,200.00
   * € in, 450.00 € out.” */
  return daybook_compose (g_dngettext (GETTEXT_PACKAGE, "%1$s entry: %2$s in, %3$s out.",
                                       "%1$s entries: %2$s in, %3$s out.", sum->n_entries),
                          entries, in, out);
}

static char *
say_trial (const DaybookImportOutcome *outcome)
{
  const DaybookImportResult *result = &outcome->result;
  char *said = NULL;

  if (result->n_problems > 0)
    return daybook_count_sentence (
      g_dngettext (GETTEXT_PACKAGE, "%u row cannot be imported as it is.",
                   "%u rows cannot be imported as they are.", result->n_problems),
      result->n_problems);

  for (guint i = 0; i < outcome->sums->len; i++)
    said = add (said, say_sum (&g_array_index (outcome->sums, DaybookImportSum, i)));
  if (result->n_people > 0)
    said = add (said, daybook_count_sentence (
      g_dngettext (GETTEXT_PACKAGE, "%u person is registered.", "%u people are registered.",
                   result->n_people), result->n_people));
  if (result->n_accounts > 0)
    said = add (said, daybook_count_sentence (
      g_dngettext (GETTEXT_PACKAGE, "%u account is opened.", "%u accounts are opened.",
                   result->n_accounts), result->n_accounts));
  if (result->n_repeated > 0)
    said = add (said, daybook_count_sentence (
      g_dngettext (GETTEXT_PACKAGE, "%u row had been imported before.",
                   "%u rows had been imported before.", result->n_repeated), result->n_repeated));

  return said != NULL ? said : g_strdup (_("There is nothing to import below the column heads."));
}

/**
 * daybook_import_outcome_text:
 * @trial: whether it only would be
 *
 * Returns: (transfer full): what came of an import, or would, with the figures.
 */
char *
daybook_import_outcome_text (const DaybookImportOutcome *outcome,
                             gboolean                    trial)
{
  guint64 n = outcome->result.n_recorded;

  if (trial || outcome->result.n_problems > 0)
    return say_trial (outcome);

  /* Translators: a number; said once it is done. */
  return daybook_count_sentence (g_dngettext (GETTEXT_PACKAGE, "%u entry imported",
                                              "%u entries imported", n), n);
}

static void
append (GListStore *lines,
        char       *title,
        char       *caption)
{
  g_autoptr (DaybookImportLine) line = daybook_import_line_new (title, caption);

  g_list_store_append (lines, line);
}

static void
append_flaw (GListStore              *lines,
             const DaybookImportFlaw *flaw)
{
  g_autofree char *sentence = daybook_error_sentence (flaw->problem, NULL);
  g_autofree char *row = daybook_count_text (flaw->row);

  /* Translators: the number of a row in a spreadsheet, a sentence: what is wrong with it. */
  append (lines, daybook_compose (_("Row %1$s: %2$s"), row, sentence), g_strdup (""));
}

/**
 * daybook_import_fill_lines:
 * @lines: becomes what @outcome is about: the first rows, or what is wrong with them
 * @names: knows whose accounts they are
 */
void
daybook_import_fill_lines (GListStore                 *lines,
                           const DaybookImportOutcome *outcome,
                           DaybookReadModel           *names)
{
  guint64 n_rest = outcome->result.n_problems - outcome->flaws->len;

  g_list_store_remove_all (lines);
  for (guint i = 0; i < outcome->flaws->len; i++)
    append_flaw (lines, &g_array_index (outcome->flaws, DaybookImportFlaw, i));
  if (n_rest > 0)
    /* Translators: of a list of rows with something wrong, those that are not shown. */
    append (lines, daybook_count_sentence (g_dngettext (GETTEXT_PACKAGE, "And %u more row.",
                                                        "And %u more rows.", n_rest), n_rest),
            g_strdup (""));
  if (outcome->flaws->len > 0)
    return;

  for (guint i = 0; i < outcome->samples->len; i++)
    {
      const DaybookImportSample *sample = &g_array_index (outcome->samples, DaybookImportSample,
                                                          i);

      append (lines, daybook_movement_sentence (sample->event, sample->newcomer, names),
              daybook_date_text (sample->event->value_date));
    }
}

/**
 * daybook_import_habits:
 * @habits: (out): what is usual where the user is
 */
void
daybook_import_habits (DaybookSheetHabits *habits)
{
  *habits = (DaybookSheetHabits) {
    .words = {
      /* Translators: heads of columns in spreadsheets and banks' files, as people write them in
       * your language, the usual ones first, separated by |. Case and accents do not matter.
       * These are for the column that says the day. */
      [DAYBOOK_SHEET_DAY] = _("date|day"),
      /* Translators: heads of columns; see above: who paid or was paid, or their account. */
      [DAYBOOK_SHEET_ACCOUNT] = _("name|member|account"),
      /* Translators: heads of columns; see above: an amount, with a minus for money out. */
      [DAYBOOK_SHEET_AMOUNT] = _("amount|sum"),
      /* Translators: heads of columns; see above: amounts that came in. */
      [DAYBOOK_SHEET_MONEY_IN] = _("money in|paid in|deposit|credit"),
      /* Translators: heads of columns; see above: amounts that went out. */
      [DAYBOOK_SHEET_MONEY_OUT] = _("money out|paid out|withdrawal|debit"),
      /* Translators: heads of columns; see above: what it was for. */
      [DAYBOOK_SHEET_NOTE] = _("note|memo|description|purpose"),
    },
    .order = daybook_date_text_order (),
    .decimal_mark = daybook_money_text_mark (),
  };
}
