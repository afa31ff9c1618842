/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a command was refused, as one plain sentence with the figures. */

#include "refusal-sentences.h"

#include <glib/gi18n-lib.h>

#include "compose.h"
#include "refusal-words.h"

static char *
say_choice (const DaybookFigures *figures)
{
  const char *text = daybook_figures_text (figures);

  if (g_strcmp0 (figures->field, "method") == 0 || g_strcmp0 (figures->field, "payout") == 0)
    return daybook_compose (_("“%s” is neither “cash” nor “bank”."), text);
  if (g_strcmp0 (figures->field, "authority") == 0)
    return daybook_compose (_("“%s” is neither “any” nor “all”."), text);
  if (g_strcmp0 (figures->field, "side") == 0)
    return daybook_compose (_("“%s” is none of “debits”, “credits” and “both”."), text);

  /* Translators: the label of an input field, what was typed. */
  return daybook_compose (_("%1$s cannot be “%2$s”."), daybook_figures_label (figures), text);
}

static char *
say_input (DaybookRefusal        code,
           const DaybookFigures *figures)
{
  const char *label = daybook_figures_label (figures);
  const char *text = daybook_figures_text (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_FIELD_MISSING:
      /* Translators: the label of an input field. */
      return daybook_compose (_("%s is missing."), label);
    case DAYBOOK_REFUSAL_TEXT_TOO_LONG:
      /* Translators: the label of an input field, a number. */
      return daybook_compose (ngettext ("%1$s may have at most %2$u character.",
                                        "%1$s may have at most %2$u characters.",
                                        figures->number),
                              label, (guint) figures->number);
    case DAYBOOK_REFUSAL_TEXT_NOT_PLAIN:
      /* Translators: the label of an input field. */
      return daybook_compose (_("%s has to be one line of plain text."), label);
    case DAYBOOK_REFUSAL_CHOICE_UNKNOWN:
      return say_choice (figures);
    case DAYBOOK_REFUSAL_USERNAME_INVALID:
      return daybook_compose (_("“%s” cannot be a username: it takes 2 to 32 of the characters "
                                "a–z, 0–9, “.”, “-”, “_” and starts with a letter."), text);
    case DAYBOOK_REFUSAL_USERNAME_TAKEN:
      return daybook_compose (_("The username “%s” is taken."), text);
    case DAYBOOK_REFUSAL_EMAIL_INVALID:
      return daybook_compose (_("“%s” is not an email address."), text);
    case DAYBOOK_REFUSAL_TIME_ZONE_UNKNOWN:
      return daybook_compose (_("There is no time zone “%s”."), text);
    case DAYBOOK_REFUSAL_COMMAND_UNKNOWN:
      return daybook_compose (_("There is no command “%s”."), text);
    case DAYBOOK_REFUSAL_COMMAND_MALFORMED:
      if (figures->number != 0)
        /* Translators: about commands written as JSON. "12.30" with the quotation marks and the
         * point, as it has to be typed; a number. */
        return daybook_compose (ngettext ("A value is text in quotation marks or a whole number "
                                          "of at most %u digit. Amounts with decimals are to be "
                                          "written as text: \"12.30\".",
                                          "A value is text in quotation marks or a whole number "
                                          "of at most %u digits. Amounts with decimals are to be "
                                          "written as text: \"12.30\".",
                                          figures->number),
                                (guint) figures->number);
      if (figures->text == NULL)
        return g_strdup (_("This cannot be read as a command."));
      return daybook_compose (_("“%s” is not part of a command of this kind."), text);
    default:
      return NULL;
    }
}

static char *
say_date (DaybookRefusal        code,
          const DaybookFigures *figures)
{
  g_autofree char *day = daybook_figures_day (figures);
  g_autofree char *account = daybook_figures_accounts (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_DATE_NOT_A_DAY:
      /* Translators: what was typed. */
      return daybook_compose (_("“%s” is not a day of the calendar."),
                              daybook_figures_text (figures));
    case DAYBOOK_REFUSAL_DATE_IN_FUTURE:
      /* Translators: a day. */
      return daybook_compose (_("That day is still to come: today is %s."), day);
    case DAYBOOK_REFUSAL_DATE_BEFORE_OPENING:
      /* Translators: an account number, the day on which it was opened or reopened. */
      return daybook_compose (_("Account %1$s has only been open since %2$s."), account, day);
    default:
      return NULL;
    }
}

static char *
say_too_precise (const DaybookFigures *figures)
{
  if (figures->number == 0)
    /* Translators: the code of a currency. */
    return daybook_compose (_("Amounts in %s have no decimals."), figures->currency.code);

  /* Translators: the code of a currency, a number. */
  return daybook_compose (ngettext ("Amounts in %1$s have at most %2$u decimal.",
                                    "Amounts in %1$s have at most %2$u decimals.",
                                    figures->number),
                          figures->currency.code, (guint) figures->number);
}

static char *
say_amount (DaybookRefusal        code,
            const DaybookFigures *figures)
{
  g_autofree char *account = daybook_figures_accounts (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER:
      /* Translators: what was typed. */
      return daybook_compose (_("“%s” is not an amount."), daybook_figures_text (figures));
    case DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE:
      return say_too_precise (figures);
    case DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE:
      return g_strdup (_("The amount has to be more than zero."));
    case DAYBOOK_REFUSAL_AMOUNT_NEGATIVE:
      /* Translators: the label of an input field. */
      return daybook_compose (_("%s cannot be below zero."), daybook_figures_label (figures));
    case DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE:
      return g_strdup (_("That amount is larger than a book can hold."));
    case DAYBOOK_REFUSAL_BALANCE_TOO_LARGE:
      /* Translators: an account number. */
      return daybook_compose (_("With that amount, the balance of account %s would be larger than "
                                "a book can hold."), account);
    case DAYBOOK_REFUSAL_CURRENCY_UNKNOWN:
      /* Translators: what was typed. */
      return daybook_compose (_("“%s” is not the code of a currency, such as EUR."),
                              daybook_figures_text (figures));
    case DAYBOOK_REFUSAL_CURRENCIES_DIFFER:
      /* Translators: the codes of two currencies. */
      return daybook_compose (_("One account is kept in %1$s and the other in %2$s: "
                                "money cannot be moved between them."),
                              figures->currency.code, daybook_figures_text (figures));
    default:
      return NULL;
    }
}

static char *
say_insufficient (DaybookRefusal        code,
                  const DaybookFigures *figures)
{
  g_autofree char *available = daybook_figures_amount (figures, figures->available);
  g_autofree char *lacking = daybook_figures_excess (figures);
  g_autofree char *account = daybook_figures_accounts (figures);
  g_autofree char *day = daybook_figures_day (figures);

  if (code == DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS)
    /* Translators: an amount, an account number, an amount. */
    return daybook_compose (_("%1$s is available in account %2$s: %3$s short."), available,
                            account, lacking);
  if (code == DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER)
    /* Translators: an amount, an account number, a day, an amount. */
    return daybook_compose (_("%1$s would be available in account %2$s on %3$s: %4$s short."),
                            available, account, day, lacking);

  return NULL;
}

static char *
say_account (DaybookRefusal        code,
             const DaybookFigures *figures)
{
  g_autofree char *account = daybook_figures_accounts (figures);
  g_autofree char *number = daybook_figures_number (figures);
  const char *text = daybook_figures_text (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_PERSON_UNKNOWN:
      return daybook_compose (_("Nobody in this book has the username “%s”."), text);
    case DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT:
      return daybook_compose (_("“%s” has no account yet."), text);
    case DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS:
      /* Translators: a username, a number above 1, account numbers. */
      return daybook_compose (_("“%1$s” has %2$s accounts; say which one by its number: %3$s."),
                              text, number, account);
    case DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID:
      return daybook_compose (_("“%s” is not an account number: look at its digits again."), text);
    case DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN:
      return daybook_compose (_("There is no account %s in this book."), account);
    case DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN:
      return daybook_compose (_("Account %s is closed."), account);
    case DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED:
      return daybook_compose (_("This book has given out all of its %s account numbers."), number);
    case DAYBOOK_REFUSAL_REFERENCE_UNKNOWN:
      return daybook_compose (_("No account in this book has the reference “%s”."), text);
    case DAYBOOK_REFUSAL_REFERENCE_TAKEN:
      return daybook_compose (_("Another account has the reference “%s”."), text);
    case DAYBOOK_REFUSAL_SAME_ACCOUNT:
      return g_strdup (_("Money is transferred between two different accounts."));
    default:
      return NULL;
    }
}

static char *
say_entry (DaybookRefusal        code,
           const DaybookFigures *figures)
{
  g_autofree char *number = daybook_figures_number (figures);
  const char *text = daybook_figures_text (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_ENTRY_NOT_A_NUMBER:
      return daybook_compose (_("“%s” is not the number of an entry."), text);
    case DAYBOOK_REFUSAL_ENTRY_UNKNOWN:
      return daybook_compose (_("There is no entry %s in this book."), number);
    case DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY:
      return daybook_compose (_("Entry %s moved no money, so there is nothing to reverse."),
                              number);
    case DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL:
      return daybook_compose (_("Entry %s is a reversal itself: record the movement again "
                                "instead."), number);
    case DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED:
      return daybook_compose (_("Entry %s has been reversed already."), number);
    case DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED:
      return daybook_compose (_("The book “%s” has been started already."), text);
    case DAYBOOK_REFUSAL_BOOK_NOT_STARTED:
      return g_strdup (_("This book has not been started yet."));
    case DAYBOOK_REFUSAL_COMMAND_ID_REUSED:
      /* Translators: the id of a command, an entry's number. */
      return daybook_compose (_("The command id “%1$s” belongs to entry %2$s, which says "
                                "something else."), text, number);
    default:
      return NULL;
    }
}

static char *
say_hold (DaybookRefusal        code,
          const DaybookFigures *figures)
{
  g_autofree char *held = daybook_figures_amount (figures, figures->available);
  g_autofree char *lacking = daybook_figures_excess (figures);
  g_autofree char *number = daybook_figures_number (figures);
  g_autofree char *day = daybook_figures_day (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD:
      return daybook_compose (_("Entry %s is not a hold."), number);
    case DAYBOOK_REFUSAL_HOLD_ENDED:
      /* Translators: an entry's number. */
      return daybook_compose (_("The hold of entry %s has ended already."), number);
    case DAYBOOK_REFUSAL_HOLD_HAS_NO_EXPIRY:
      /* Translators: an entry's number. */
      return daybook_compose (_("The hold of entry %s has no expiry day."), number);
    case DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED:
      /* Translators: an entry's number, a day. */
      return daybook_compose (_("The hold of entry %1$s only expires on %2$s."), number, day);
    case DAYBOOK_REFUSAL_HOLD_TOO_SMALL:
      /* Translators: two amounts. */
      return daybook_compose (_("%1$s is held: %2$s short."), held, lacking);
    case DAYBOOK_REFUSAL_DATE_BEFORE_HOLD:
      /* Translators: a day. */
      return daybook_compose (_("The hold only counts from %s on."), day);
    case DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD:
      /* Translators: a day. */
      return daybook_compose (_("A hold that counts from %s on cannot expire before that day."),
                              day);
    default:
      return NULL;
    }
}

/**
 * daybook_refusal_sentence:
 * @error: a #DaybookRefusal
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL for a code without one.
 */
char *
daybook_refusal_sentence (const GError *error)
{
  static char *(*const groups[]) (DaybookRefusal, const DaybookFigures *) = {
    say_input, say_date, say_amount, say_insufficient, say_account, say_entry, say_hold,
    daybook_say_limit_refusal, daybook_say_account_refusal, daybook_say_book_refusal
  };
  const DaybookFigures *figures = daybook_refusal_figures (error);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      char *sentence = groups[i] (error->code, figures);

      if (sentence != NULL)
        return sentence;
    }

  return NULL;
}
