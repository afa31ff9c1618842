/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Control totals, in words: what is owed to the accounts' holders is what there is. */

#include <glib/gi18n-lib.h>

#include "books/control-totals.h"
#include "compose.h"
#include "money-text.h"
#include "sentences.h"

/**
 * daybook_control_sentence:
 *
 * Returns: (transfer full): the control totals of one currency as people read them.
 */
char *
daybook_control_sentence (const DaybookControlTotal *total)
{
  g_autofree char *accounts = daybook_money_text_code (total->accounts, total->currency);
  g_autofree char *cash = daybook_money_text_code (total->cash, total->currency);
  g_autofree char *bank = daybook_money_text_code (total->bank, total->currency);

  /* Translators: %1$s is what all accounts have together, %2$s and %3$s are what there is. */
  return daybook_compose (_("%1$s in all accounts: %2$s in cash, %3$s in the bank."), accounts,
                          cash, bank);
}

/**
 * daybook_control_sentences:
 * @text: (nullable): the totals as they stand in the book
 *
 * Returns: (transfer full): a sentence per currency, each in a line of its own; nothing for none.
 */
char *
daybook_control_sentences (const char *text)
{
  g_autoptr (GArray) totals = daybook_control_parse (text);
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      g_autofree char *sentence =
        daybook_control_sentence (&g_array_index (totals, DaybookControlTotal, i));

      g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", sentence);
    }

  return g_string_free (sentences, FALSE);
}
