/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong, as one plain sentence with the figures.
 *
 * Made from the error's code and what it carries, never from its message, which is for logs. A code
 * without a sentence of its own is a defect that a test finds; people then read that something
 * unexpected happened, not what a library thought of it. */

#include "sentences.h"

#include <glib/gi18n-lib.h>

#include "date-text.h"
#include "money-text.h"
#include "import/import-error.h"
#include "refusal.h"
#include "store-error.h"

/* What a field of a command is called on a form. */
static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  { "account", N_("Account") },
  { "amount", N_("Amount") },
  { "currency", N_("Currency") },
  { "email", N_("Email address") },
  { "entry", N_("Entry") },
  { "expires", N_("Expiry day") },
  { "from", N_("From") },
  { "holder", N_("Holder") },
  { "memo", N_("Memo") },
  { "method", N_("Method") },
  { "name", N_("Name") },
  { "on", N_("Date") },
  { "overdraft", N_("Overdraft limit") },
  { "reason", N_("Reason") },
  { "reference", N_("Reference") },
  { "time_zone", N_("Time zone") },
  { "to", N_("To") },
  { "username", N_("Username") },
};

static const char *
label_of (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i].field, field) == 0)
      return _(labels[i].label);

  return field != NULL ? field : _("This");
}

static const char *
text_of (const DaybookFigures *figures)
{
  return figures->text != NULL ? figures->text : "";
}

static char *
amount_text (gint64                minor,
             const DaybookFigures *figures)
{
  return daybook_money_text_code (minor, figures->currency);
}

static char *
day_text (const DaybookFigures *figures)
{
  return figures->date != DAYBOOK_DATE_NONE ? daybook_date_text (figures->date) : g_strdup ("");
}

static char *
number_text (guint64 number)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, number);
}

/* Account numbers as people read them; as they came where they are none. */
static char *
accounts_text (const DaybookFigures *figures)
{
  g_auto (GStrv) numbers = g_strsplit (figures->account != NULL ? figures->account : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      char readable[DAYBOOK_ACCOUNT_NUMBER_LENGTH];
      DaybookAccountNumber number;

      if (i > 0)
        g_string_append (text, ", ");
      if (daybook_account_number_parse (numbers[i], &number))
        {
          daybook_account_number_format (&number, readable);
          g_string_append (text, readable);
        }
      else
        {
          g_string_append (text, numbers[i]);
        }
    }

  return g_string_free (text, FALSE);
}

static char *
say_input (DaybookRefusal        code,
           const DaybookFigures *figures)
{
  const char *label = label_of (figures->field);
  const char *text = text_of (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_FIELD_MISSING:
      /* Translators: the label of an input field. */
      return g_strdup_printf (_("%s is missing."), label);
    case DAYBOOK_REFUSAL_TEXT_TOO_LONG:
      /* Translators: the label of an input field, a number. */
      return g_strdup_printf (ngettext ("%1$s may have at most %2$u character.",
                                        "%1$s may have at most %2$u characters.",
                                        figures->number),
                              label, (guint) figures->number);
    case DAYBOOK_REFUSAL_TEXT_NOT_PLAIN:
      /* Translators: the label of an input field. */
      return g_strdup_printf (_("%s has to be one line of plain text."), label);
    case DAYBOOK_REFUSAL_CHOICE_UNKNOWN:
      if (g_strcmp0 (figures->field, "method") == 0)
        return g_strdup_printf (_("“%s” is neither “cash” nor “bank”."), text);
      /* Translators: the label of an input field, what was typed. */
      return g_strdup_printf (_("%1$s cannot be “%2$s”."), label, text);
    case DAYBOOK_REFUSAL_USERNAME_INVALID:
      return g_strdup_printf (_("“%s” cannot be a username: it takes 2 to 32 of the characters "
                                "a–z, 0–9, “.”, “-”, “_” and starts with a letter."), text);
    case DAYBOOK_REFUSAL_USERNAME_TAKEN:
      return g_strdup_printf (_("The username “%s” is taken."), text);
    case DAYBOOK_REFUSAL_EMAIL_INVALID:
      return g_strdup_printf (_("“%s” is not an email address."), text);
    case DAYBOOK_REFUSAL_TIME_ZONE_UNKNOWN:
      return g_strdup_printf (_("There is no time zone “%s”."), text);
    case DAYBOOK_REFUSAL_COMMAND_UNKNOWN:
      return g_strdup_printf (_("There is no command “%s”."), text);
    case DAYBOOK_REFUSAL_COMMAND_MALFORMED:
      if (figures->number != 0)
        /* Translators: about commands written as JSON. "12.30" with the quotation marks and the
         * point, as it has to be typed; a number. */
        return g_strdup_printf (ngettext ("A value is text in quotation marks or a whole number "
                                          "of at most %u digit. Amounts with decimals are to be "
                                          "written as text: \"12.30\".",
                                          "A value is text in quotation marks or a whole number "
                                          "of at most %u digits. Amounts with decimals are to be "
                                          "written as text: \"12.30\".",
                                          figures->number),
                                (guint) figures->number);
      if (figures->text == NULL)
        return g_strdup (_("This cannot be read as a command."));
      return g_strdup_printf (_("“%s” is not part of a command of this kind."), text);
    default:
      return NULL;
    }
}

static char *
say_date (DaybookRefusal        code,
          const DaybookFigures *figures)
{
  g_autofree char *day = day_text (figures);
  g_autofree char *account = accounts_text (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_DATE_NOT_A_DAY:
      /* Translators: what was typed. */
      return g_strdup_printf (_("“%s” is not a day of the calendar."), text_of (figures));
    case DAYBOOK_REFUSAL_DATE_IN_FUTURE:
      /* Translators: a day. */
      return g_strdup_printf (_("That day is still to come: today is %s."), day);
    case DAYBOOK_REFUSAL_DATE_BEFORE_OPENING:
      /* Translators: an account number, a day. */
      return g_strdup_printf (_("Account %1$s was only opened on %2$s."), account, day);
    default:
      return NULL;
    }
}

static char *
say_too_precise (const DaybookFigures *figures)
{
  if (figures->number == 0)
    /* Translators: the code of a currency. */
    return g_strdup_printf (_("Amounts in %s have no decimals."), figures->currency.code);

  /* Translators: the code of a currency, a number. */
  return g_strdup_printf (ngettext ("Amounts in %1$s have at most %2$u decimal.",
                                    "Amounts in %1$s have at most %2$u decimals.",
                                    figures->number),
                          figures->currency.code, (guint) figures->number);
}

static char *
say_amount (DaybookRefusal        code,
            const DaybookFigures *figures)
{
  g_autofree char *account = accounts_text (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER:
      /* Translators: what was typed. */
      return g_strdup_printf (_("“%s” is not an amount."), text_of (figures));
    case DAYBOOK_REFUSAL_AMOUNT_TOO_PRECISE:
      return say_too_precise (figures);
    case DAYBOOK_REFUSAL_AMOUNT_NOT_POSITIVE:
      return g_strdup (_("The amount has to be more than zero."));
    case DAYBOOK_REFUSAL_AMOUNT_NEGATIVE:
      /* Translators: the label of an input field. */
      return g_strdup_printf (_("%s cannot be below zero."), label_of (figures->field));
    case DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE:
      return g_strdup (_("That amount is larger than a book can hold."));
    case DAYBOOK_REFUSAL_BALANCE_TOO_LARGE:
      /* Translators: an account number. */
      return g_strdup_printf (_("With that amount, the balance of account %s would be larger than "
                                "a book can hold."), account);
    case DAYBOOK_REFUSAL_CURRENCY_UNKNOWN:
      /* Translators: what was typed. */
      return g_strdup_printf (_("“%s” is not the code of a currency, such as EUR."),
                              text_of (figures));
    case DAYBOOK_REFUSAL_CURRENCIES_DIFFER:
      /* Translators: the codes of two currencies. */
      return g_strdup_printf (_("One account is kept in %1$s and the other in %2$s: "
                                "money cannot be moved between them."),
                              figures->currency.code, text_of (figures));
    default:
      return NULL;
    }
}

static char *
say_insufficient (DaybookRefusal        code,
                  const DaybookFigures *figures)
{
  gint64 missing = daybook_minor_add_clamped (figures->amount, -figures->available);
  g_autofree char *available = amount_text (figures->available, figures);
  g_autofree char *lacking = amount_text (missing, figures);
  g_autofree char *account = accounts_text (figures);
  g_autofree char *day = day_text (figures);

  if (code == DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS)
    /* Translators: an amount, an account number, an amount. */
    return g_strdup_printf (_("%1$s is available in account %2$s: %3$s short."), available,
                            account, lacking);
  if (code == DAYBOOK_REFUSAL_INSUFFICIENT_FUNDS_LATER)
    /* Translators: an amount, an account number, a day, an amount. */
    return g_strdup_printf (_("%1$s would be available in account %2$s on %3$s: %4$s short."),
                            available, account, day, lacking);

  return NULL;
}

static char *
say_account (DaybookRefusal        code,
             const DaybookFigures *figures)
{
  g_autofree char *account = accounts_text (figures);
  g_autofree char *number = number_text (figures->number);
  const char *text = text_of (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_PERSON_UNKNOWN:
      return g_strdup_printf (_("Nobody in this book has the username “%s”."), text);
    case DAYBOOK_REFUSAL_PERSON_WITHOUT_ACCOUNT:
      return g_strdup_printf (_("“%s” has no account yet."), text);
    case DAYBOOK_REFUSAL_SEVERAL_ACCOUNTS:
      /* Translators: a username, a number above 1, account numbers. */
      return g_strdup_printf (_("“%1$s” has %2$s accounts; say which one by its number: %3$s."),
                              text, number, account);
    case DAYBOOK_REFUSAL_ACCOUNT_NUMBER_INVALID:
      return g_strdup_printf (_("“%s” is not an account number: look at its digits again."), text);
    case DAYBOOK_REFUSAL_ACCOUNT_UNKNOWN:
      return g_strdup_printf (_("There is no account %s in this book."), account);
    case DAYBOOK_REFUSAL_ACCOUNT_NOT_OPEN:
      return g_strdup_printf (_("Account %s is closed."), account);
    case DAYBOOK_REFUSAL_ACCOUNTS_EXHAUSTED:
      return g_strdup_printf (_("This book has given out all of its %s account numbers."), number);
    case DAYBOOK_REFUSAL_REFERENCE_UNKNOWN:
      return g_strdup_printf (_("No account in this book has the reference “%s”."), text);
    case DAYBOOK_REFUSAL_REFERENCE_TAKEN:
      return g_strdup_printf (_("Another account has the reference “%s”."), text);
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
  g_autofree char *number = number_text (figures->number);
  const char *text = text_of (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_ENTRY_NOT_A_NUMBER:
      return g_strdup_printf (_("“%s” is not the number of an entry."), text);
    case DAYBOOK_REFUSAL_ENTRY_UNKNOWN:
      return g_strdup_printf (_("There is no entry %s in this book."), number);
    case DAYBOOK_REFUSAL_ENTRY_MOVED_NO_MONEY:
      return g_strdup_printf (_("Entry %s moved no money, so there is nothing to reverse."),
                              number);
    case DAYBOOK_REFUSAL_ENTRY_IS_REVERSAL:
      return g_strdup_printf (_("Entry %s is a reversal itself: record the movement again "
                                "instead."), number);
    case DAYBOOK_REFUSAL_ENTRY_ALREADY_REVERSED:
      return g_strdup_printf (_("Entry %s has been reversed already."), number);
    case DAYBOOK_REFUSAL_BOOK_ALREADY_STARTED:
      return g_strdup_printf (_("The book “%s” has been started already."), text);
    case DAYBOOK_REFUSAL_BOOK_NOT_STARTED:
      return g_strdup (_("This book has not been started yet."));
    case DAYBOOK_REFUSAL_COMMAND_ID_REUSED:
      /* Translators: the id of a command, an entry's number. */
      return g_strdup_printf (_("The command id “%1$s” belongs to entry %2$s, which says "
                                "something else."), text, number);
    default:
      return NULL;
    }
}

static char *
say_hold (DaybookRefusal        code,
          const DaybookFigures *figures)
{
  gint64 missing = daybook_minor_add_clamped (figures->amount, -figures->available);
  g_autofree char *held = amount_text (figures->available, figures);
  g_autofree char *lacking = amount_text (missing, figures);
  g_autofree char *number = number_text (figures->number);
  g_autofree char *day = day_text (figures);

  switch (code)
    {
    case DAYBOOK_REFUSAL_ENTRY_IS_NO_HOLD:
      return g_strdup_printf (_("Entry %s is not a hold."), number);
    case DAYBOOK_REFUSAL_HOLD_ENDED:
      /* Translators: an entry's number. */
      return g_strdup_printf (_("The hold of entry %s has ended already."), number);
    case DAYBOOK_REFUSAL_HOLD_HAS_NO_EXPIRY:
      /* Translators: an entry's number. */
      return g_strdup_printf (_("The hold of entry %s has no expiry day."), number);
    case DAYBOOK_REFUSAL_HOLD_NOT_EXPIRED:
      /* Translators: an entry's number, a day. */
      return g_strdup_printf (_("The hold of entry %1$s only expires on %2$s."), number, day);
    case DAYBOOK_REFUSAL_HOLD_TOO_SMALL:
      /* Translators: two amounts. */
      return g_strdup_printf (_("%1$s is held: %2$s short."), held, lacking);
    case DAYBOOK_REFUSAL_DATE_BEFORE_HOLD:
      /* Translators: a day. */
      return g_strdup_printf (_("The hold only counts from %s on."), day);
    case DAYBOOK_REFUSAL_EXPIRY_BEFORE_HOLD:
      /* Translators: a day. */
      return g_strdup_printf (_("A hold that counts from %s on cannot expire before that day."),
                              day);
    default:
      return NULL;
    }
}

static char *
say_refusal (const GError *error)
{
  static char *(*const groups[]) (DaybookRefusal, const DaybookFigures *) = {
    say_input, say_date, say_amount, say_insufficient, say_account, say_entry,
    say_hold
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

/* @file comes first in each sentence: it is a file's name in quotation marks, or “The book”. */
static char *
say_store (DaybookStoreError  code,
           const char        *file)
{
  switch (code)
    {
    case DAYBOOK_STORE_ERROR_CONFLICT:
      return g_strdup_printf (_("%s was changed by somebody else meanwhile. Try again."), file);
    case DAYBOOK_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_("%s does not exist."), file);
    case DAYBOOK_STORE_ERROR_EXISTS:
      return g_strdup_printf (_("%s exists already and was left as it is."), file);
    case DAYBOOK_STORE_ERROR_NOT_A_BOOK:
      return g_strdup_printf (_("%s is not a book of Daybook."), file);
    case DAYBOOK_STORE_ERROR_DAMAGED:
      return g_strdup_printf (_("%s is damaged and was left as it is."), file);
    case DAYBOOK_STORE_ERROR_NEWER:
      return g_strdup_printf (_("%s was written by a newer Daybook than this one."), file);
    case DAYBOOK_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("%s cannot be written: the file or its folder is read-only."),
                              file);
    case DAYBOOK_STORE_ERROR_FULL:
      return g_strdup_printf (_("%s could not be written: there is no space left. Nothing was "
                                "recorded."), file);
    case DAYBOOK_STORE_ERROR_BUSY:
      return g_strdup_printf (_("%s is in use by another program. Try again in a moment."), file);
    case DAYBOOK_STORE_ERROR_IO:
      return g_strdup_printf (_("%s could not be read or written: the disk reported a fault."),
                              file);
    case DAYBOOK_STORE_ERROR_CANCELLED:
      return g_strdup (_("Stopped. Nothing was recorded."));
    case DAYBOOK_STORE_ERROR_DETACHED:
      return g_strdup_printf (_("%s was moved or exchanged while it was open. Close it and open it "
                                "again; what was recorded is in it."), file);
    default:
      return NULL;
    }
}

static char *
say_import (const GError *error,
            const char   *file)
{
  const DaybookImportFigures *figures = daybook_import_error_figures (error);
  const char *text = figures->text != NULL ? figures->text : "";

  switch ((DaybookImportError) error->code)
    {
    case DAYBOOK_IMPORT_ERROR_PROFILE:
      /* Translators: a file, a word in it. */
      return g_strdup_printf (_("%1$s is not a profile that can be used: look at “%2$s”."), file,
                              text);
    case DAYBOOK_IMPORT_ERROR_HEADER:
      if (figures->text != NULL)
        /* Translators: a file, a column of it. */
        return g_strdup_printf (_("%1$s lacks the column “%2$s”, which the profile needs."), file,
                                text);
      return g_strdup_printf (_("%s is not one of the files that the profile describes."), file);
    case DAYBOOK_IMPORT_ERROR_NOT_TEXT:
      return g_strdup (_("This is not text in UTF-8."));
    case DAYBOOK_IMPORT_ERROR_QUOTES:
      return g_strdup (_("The quotation marks do not match."));
    case DAYBOOK_IMPORT_ERROR_FIELDS:
      /* Translators: two numbers. */
      return g_strdup_printf (ngettext ("There should be %1$u field, but there are %2$u.",
                                        "There should be %1$u fields, but there are %2$u.",
                                        figures->expected),
                              figures->expected, figures->found);
    case DAYBOOK_IMPORT_ERROR_TOO_LONG:
      return g_strdup (_("This row is too long."));
    case DAYBOOK_IMPORT_ERROR_DIRECTION:
      return g_strdup_printf (_("The profile does not say whether “%s” is money in or out."),
                              text);
    case DAYBOOK_IMPORT_ERROR_NO_MATCH:
      /* Translators: the name of a table, the value that is looked up in it. */
      return g_strdup_printf (_("Nothing is known of “%2$s” in “%1$s”."), figures->table, text);
    case DAYBOOK_IMPORT_ERROR_KEY:
      return g_strdup (_("The row has nothing to know it by."));
    default:
      return NULL;
    }
}

static char *
say_io (GIOErrorEnum  code,
        const char   *file)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return say_store (DAYBOOK_STORE_ERROR_NOT_FOUND, file);
    case G_IO_ERROR_EXISTS:
      return say_store (DAYBOOK_STORE_ERROR_EXISTS, file);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_("%s may not be read or written by you."), file);
    case G_IO_ERROR_READ_ONLY:
      return say_store (DAYBOOK_STORE_ERROR_READ_ONLY, file);
    case G_IO_ERROR_NO_SPACE:
      return say_store (DAYBOOK_STORE_ERROR_FULL, file);
    case G_IO_ERROR_BUSY:
      return say_store (DAYBOOK_STORE_ERROR_BUSY, file);
    case G_IO_ERROR_CANCELLED:
      return say_store (DAYBOOK_STORE_ERROR_CANCELLED, file);
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return g_strdup_printf (_("%s is not a file."), file);
    case G_IO_ERROR_NOT_DIRECTORY:
      return g_strdup_printf (_("%s is in a folder that does not exist."), file);
    default:
      return NULL;
    }
}

static GIOErrorEnum
io_code_of (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code;
  if (error->domain != G_FILE_ERROR)
    return G_IO_ERROR_FAILED;

  switch ((GFileError) error->code)
    {
    case G_FILE_ERROR_NOENT:
      return G_IO_ERROR_NOT_FOUND;
    case G_FILE_ERROR_EXIST:
      return G_IO_ERROR_EXISTS;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return G_IO_ERROR_PERMISSION_DENIED;
    case G_FILE_ERROR_ROFS:
      return G_IO_ERROR_READ_ONLY;
    case G_FILE_ERROR_NOSPC:
      return G_IO_ERROR_NO_SPACE;
    case G_FILE_ERROR_ISDIR:
      return G_IO_ERROR_IS_DIRECTORY;
    case G_FILE_ERROR_NOTDIR:
      return G_IO_ERROR_NOT_DIRECTORY;
    default:
      return G_IO_ERROR_FAILED;
    }
}

/**
 * daybook_error_sentence:
 * @error: any error
 * @path: (nullable): the file that it happened to: a book, a data file
 *
 * Returns: (transfer full): what went wrong, as one sentence to be shown.
 */
char *
daybook_error_sentence (const GError *error,
                        const char   *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *file = NULL;
  char *sentence;

  g_return_val_if_fail (error != NULL, NULL);

  /* Translators: the name of a file. */
  file = name != NULL ? g_strdup_printf (_("“%s”"), name) : g_strdup (_("The book"));

  if (error->domain == DAYBOOK_REFUSAL)
    sentence = say_refusal (error);
  else if (error->domain == DAYBOOK_STORE_ERROR)
    sentence = say_store (error->code, file);
  else if (error->domain == DAYBOOK_IMPORT_ERROR)
    sentence = say_import (error, file);
  else
    sentence = say_io (io_code_of (error), file);

  return sentence != NULL ? sentence : g_strdup (_("Something unexpected went wrong."));
}
