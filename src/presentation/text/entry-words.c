/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What sentences about entries have in common: how an account, a person and an entry are called,
 * and what stands behind a sentence. */

#include "entry-words.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "sentences.h"

/**
 * daybook_label_clear:
 *
 * Frees what the label owns.
 */
void
daybook_label_clear (DaybookLabel *label)
{
  g_free (label->holder);
  g_free (label->name);
}

/**
 * daybook_label_init:
 * @label: all zero
 * @number: of the account; may be empty, and the label stays so
 * @names: (nullable): knows whose accounts they are
 */
void
daybook_label_init (DaybookLabel               *label,
                    const DaybookAccountNumber *number,
                    DaybookReadModel           *names)
{
  g_autoptr (DaybookAccountFigures) figures = NULL;

  if (!daybook_account_number_is_set (number))
    return;

  daybook_account_number_format (number, label->number);
  if (names != NULL)
    figures = daybook_read_model_get_account (names, daybook_account_number_get_sequence (number),
                                              NULL);
  if (figures != NULL && figures->holders != NULL && *figures->holders != '\0')
    {
      label->holder = g_steal_pointer (&figures->holders);
      label->name = g_steal_pointer (&figures->name);
    }
}

/**
 * daybook_label_call:
 *
 * Returns: (transfer none): the account's name, or its number if it has none.
 */
const char *
daybook_label_call (const DaybookLabel *label)
{
  return label->name != NULL ? label->name : label->number;
}

/**
 * daybook_label_text:
 *
 * Returns: (transfer full): what comes behind the word account where it is the account itself that
 *   something happens to: its number, and if known whose it is and what it is for.
 */
char *
daybook_label_text (const DaybookLabel *label)
{
  if (label->holder == NULL)
    return g_strdup (label->number);
  if (label->name != NULL)
    /* Translators: an account number, a person, what the account is for. */
    return daybook_compose (C_ ("account", "%1$s (%2$s, “%3$s”)"), label->number, label->holder,
                            label->name);

  /* Translators: an account number, a person. */
  return daybook_compose (C_ ("account", "%1$s (%2$s)"), label->number, label->holder);
}

/**
 * daybook_person_name:
 * @id: a person's id; what is recorded of an account's holders
 * @names: (nullable): knows people
 *
 * Returns: (transfer full) (nullable): the person's full name, if it is known.
 */
char *
daybook_person_name (const char       *id,
                     DaybookReadModel *names)
{
  g_autoptr (DaybookPersonDetails) person = NULL;

  if (names == NULL || id == NULL)
    return NULL;

  person = daybook_read_model_find_person (names, id, NULL);
  return person != NULL ? g_steal_pointer (&person->name) : NULL;
}

/**
 * daybook_account_number_text:
 *
 * Returns: (transfer full): the number as people read it: `0001 2345 97`.
 */
char *
daybook_account_number_text (const DaybookAccountNumber *number)
{
  char text[DAYBOOK_ACCOUNT_NUMBER_LENGTH] = "";

  if (daybook_account_number_is_set (number))
    daybook_account_number_format (number, text);

  return g_strdup (text);
}

/**
 * daybook_entry_number_text:
 *
 * A translatable string cannot contain the macro that the format of a 64-bit number needs.
 *
 * Returns: (transfer full): an entry's number.
 */
char *
daybook_entry_number_text (guint64 number)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, number);
}

/**
 * daybook_with_remark:
 * @sentence: (transfer full): about an entry
 * @remark: (nullable): what the entry says of itself
 *
 * Returns: (transfer full): the sentence with the remark behind it.
 */
char *
daybook_with_remark (char       *sentence,
                     const char *remark)
{
  g_autofree char *owned = sentence;

  if (remark == NULL || *remark == '\0')
    return g_steal_pointer (&owned);

  /* Translators: a sentence, and the memo that somebody wrote to it. */
  return daybook_compose (C_ ("memo", "%1$s · %2$s"), owned, remark);
}
