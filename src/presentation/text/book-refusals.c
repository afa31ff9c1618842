/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Refusals that come of a book's periods and seals, or of there being nothing to do, as
 * sentences. */

#include "refusal-sentences.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "refusal-words.h"

static char *
say_period (DaybookRefusal        code,
            const DaybookFigures *figures)
{
  g_autofree char *day = daybook_figures_day (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_DATE_IN_CLOSED_PERIOD:
      /* Translators: a day. */
      return daybook_compose (_("All days up to %s are closed: choose a later one."), day);
    case DAYBOOK_REFUSAL_PERIOD_NOT_OVER:
      /* Translators: a day. */
      return daybook_compose (_("A period ends on a day that is over: today is %s."), day);
    case DAYBOOK_REFUSAL_PERIOD_ALREADY_CLOSED:
      /* Translators: a day. */
      return daybook_compose (_("All days up to %s are closed already: a period ends on a later "
                                "day."), day);
    case DAYBOOK_REFUSAL_NO_PERIOD_CLOSED:
      return g_strdup (_("No period of this book is closed."));
    case DAYBOOK_REFUSAL_PERIOD_NOT_LATEST:
      /* Translators: a day. */
      return daybook_compose (_("Only the latest period can be reopened: the one up to %s."), day);
    default:
      return NULL;
    }
}

static char *
say_totals (DaybookRefusal        code,
            const DaybookFigures *figures)
{
  g_autofree char *accounts = daybook_figures_amount (figures, figures->amount);
  g_autofree char *methods = daybook_figures_amount (figures, figures->available);

  if (code == DAYBOOK_REFUSAL_TOTALS_DIFFER)
    /* Translators: two amounts. */
    return daybook_compose (_("All accounts together come to %1$s, but cash and bank to %2$s: the "
                              "period cannot be closed like that."), accounts, methods);
  if (code == DAYBOOK_REFUSAL_TOTALS_TOO_LARGE)
    /* Translators: the code of a currency. */
    return daybook_compose (_("All accounts in %s together come to more than a book can hold."),
                            figures->currency.code);

  return NULL;
}

/* A field of a correction that the entry has no use for. */
static char *
say_not_applicable (const DaybookFigures *figures)
{
  if (g_strcmp0 (figures->field, "from") == 0)
    return g_strdup (_("A deposit does not come out of any account of the book."));
  if (g_strcmp0 (figures->field, "to") == 0)
    return g_strdup (_("A withdrawal does not go into any account of the book."));
  if (g_strcmp0 (figures->field, "method") == 0)
    return g_strdup (_("A transfer is neither in cash nor by bank."));

  /* Translators: the label of an input field. */
  return daybook_compose (_("%s cannot be given here."), daybook_figures_label (figures));
}

/**
 * daybook_say_book_refusal:
 *
 * Returns: (transfer full) (nullable): what about the book as a whole is in the way.
 */
char *
daybook_say_book_refusal (DaybookRefusal        code,
                          const DaybookFigures *figures)
{
  const char *text = daybook_figures_text (figures);
  char *sentence;

  switch (code)
    {
    case DAYBOOK_REFUSAL_NOTHING_CHANGES:
      return g_strdup (_("That is how it is already: nothing would change."));
    case DAYBOOK_REFUSAL_CHANGED_SINCE:
      return g_strdup (_("This was changed again in the meantime: it stays as it is now."));
    case DAYBOOK_REFUSAL_FIELD_NOT_APPLICABLE:
      return say_not_applicable (figures);
    case DAYBOOK_REFUSAL_SEAL_MALFORMED:
      /* Translators: what was typed. */
      return daybook_compose (_("“%s” is not a seal: look at its characters again."), text);
    case DAYBOOK_REFUSAL_SEAL_UNKNOWN:
      /* Translators: a seal, such as “7KQM-4T9X-2WHC-R8ZN”. */
      return daybook_compose (_("No period of this book was closed with the seal “%s”."), text);
    default:
      sentence = say_period (code, figures);
      return sentence != NULL ? sentence : say_totals (code, figures);
    }
}
