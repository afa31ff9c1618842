/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts as people read and type them.
 *
 * They are written by ICU, from exact decimal strings. Reading is more tolerant than writing:
 * whoever has learnt another notation may use it, as long as it can mean only one thing. Where
 * `1.234` could be a thousand or one and a bit, the locale decides, and where the locale knows
 * neither, it is refused: money is not guessed.
 *
 * All of this may be called from any thread. */

#include "money-text.h"

#include <locale.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>

#include "notation.h"
#include "number-text.h"
#include "refusal.h"
#include "text-locale.h"

/* The longest name of a currency, and of what is done with it: with room to spare. */
#define MAX_TEXT 128

/* ICU takes UTF-16; skeletons and codes are ASCII. */
static void
widen (const char *ascii,
       UChar       wide[MAX_TEXT])
{
  guint i;

  for (i = 0; ascii[i] != '\0' && i < MAX_TEXT - 1; i++)
    wide[i] = (guchar) ascii[i];
  wide[i] = 0;
}

/* ISO 4217 says how many decimals an amount has, not ICU, which leaves them out where shops do. */
static const char *
precision (DaybookCurrency currency)
{
  switch (daybook_currency_decimals (currency))
    {
    case 0:
      return "precision-integer";
    case 3:
      return ".000";
    default:
      return ".00";
    }
}

/**
 * daybook_money_text:
 * @minor: minor units of @currency
 *
 * Returns: (transfer full): the amount with the currency's symbol, as the locale writes it:
 *   `1.240,00 €`.
 */
char *
daybook_money_text (gint64          minor,
                    DaybookCurrency currency)
{
  char neutral[DAYBOOK_DECIMAL_LENGTH];
  char skeleton[MAX_TEXT];

  daybook_minor_format (minor, currency, neutral);
  g_snprintf (skeleton, sizeof skeleton, "currency/%s %s", currency.code, precision (currency));

  return daybook_number_text (LC_MONETARY, neutral, skeleton);
}

/**
 * daybook_money_text_plain:
 * @minor: minor units of @currency
 *
 * Returns: (transfer full): the number alone with all of the currency's decimals, for columns:
 *   `1.240,00`.
 */
char *
daybook_money_text_plain (gint64          minor,
                          DaybookCurrency currency)
{
  char neutral[DAYBOOK_DECIMAL_LENGTH];

  daybook_minor_format (minor, currency, neutral);

  return daybook_number_text (LC_MONETARY, neutral, precision (currency));
}

/**
 * daybook_money_text_code:
 * @minor: minor units of @currency
 *
 * Returns: (transfer full): the number and the currency's code, for sentences, where a symbol could
 *   be that of several currencies: `1.240,00 EUR`.
 */
char *
daybook_money_text_code (gint64          minor,
                         DaybookCurrency currency)
{
  g_autofree char *plain = daybook_money_text_plain (minor, currency);

  return g_strdup_printf ("%s %s", plain, currency.code);
}

static char *
name_of_currency (const char       *code,
                  int               category,
                  UCurrNameStyle    style)
{
  char locale[DAYBOOK_LOCALE_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[MAX_TEXT];
  const UChar *name;
  int32_t length = 0;

  daybook_text_locale (category, locale);
  widen (code, wide);
  name = ucurr_getName (wide, locale, style, NULL, &length, &status);
  if (U_FAILURE (status) || name == NULL)
    return g_strdup (code);

  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

/**
 * daybook_currency_text:
 *
 * Returns: (transfer full): the currency's name in the user's language, and its code: `Euro (EUR)`.
 */
char *
daybook_currency_text (DaybookCurrency currency)
{
  g_autofree char *name = name_of_currency (currency.code, LC_MESSAGES, UCURR_LONG_NAME);

  if (name == NULL || strcmp (name, currency.code) == 0)
    return g_strdup (currency.code);

  return g_strdup_printf ("%s (%s)", name, currency.code);
}

/* Without what cannot be seen at its ends or stands for a direction, and with plain blanks. */
static char *
dup_visible (const char *text,
             gssize      length)
{
  g_autofree char *part = length < 0 ? g_strdup (text) : g_strndup (text, length);
  GString *visible = g_string_new (NULL);

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char kind = daybook_notation_kind (c);

      if (kind == ' ')
        g_string_append_c (visible, ' ');
      else if (kind != '\0')
        g_string_append_unichar (visible, c);
    }

  return g_strstrip (g_string_free (visible, FALSE));
}

/* Whether the locale has @run for a currency: `kr.`, `F CFA`. */
static gboolean
is_symbol (const char *run)
{
  for (const char *const *codes = daybook_currency_codes (); *codes != NULL; codes++)
    {
      g_autofree char *symbol = name_of_currency (*codes, LC_MONETARY, UCURR_SYMBOL_NAME);
      g_autofree char *visible = dup_visible (symbol, -1);

      if (strcmp (visible, run) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether @run, letters before or after a number, can only be a currency. */
static gboolean
is_currency (const char *run)
{
  DaybookCurrency currency;

  if (daybook_currency_parse (run, &currency))
    return TRUE;

  for (const char *p = run; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
      return g_utf8_strlen (run, -1) <= 3;

  return is_symbol (run);
}

static gboolean
is_currency_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_no_figure (gunichar c)
{
  char kind = daybook_notation_kind (c);

  return !g_ascii_isdigit (kind) && kind != '+' && kind != '-';
}

/* How many bytes of @text, from one of its ends, consist of such characters. */
static gsize
span (const GString  *text,
      gboolean        at_end,
      gboolean      (*is_such) (gunichar c))
{
  const char *end = text->str + text->len;
  const char *p = at_end ? end : text->str;
  const char *before;

  if (!at_end)
    {
      while (p < end && is_such (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      return p - text->str;
    }

  while ((before = g_utf8_find_prev_char (text->str, p)) != NULL &&
         is_such (g_utf8_get_char (before)))
    p = before;
  return end - p;
}

static gboolean
has_letter (const char *run)
{
  for (; *run != '\0'; run = g_utf8_next_char (run))
    if (is_currency_letter (g_utf8_get_char (run)))
      return TRUE;

  return FALSE;
}

/* Takes a currency off one end of @text. Returns FALSE if there are letters that are none, or not
 * those that were there before. Not all of a currency need be letters. */
static gboolean
strip_currency (GString   *text,
                gboolean   at_end,
                char     **currency)
{
  gsize length = span (text, at_end, is_currency_letter);
  g_autofree char *run = dup_visible (text->str + (at_end ? text->len - length : 0), length);

  if (*run == '\0' || !is_currency (run))
    {
      g_free (run);
      length = span (text, at_end, is_no_figure);
      run = dup_visible (text->str + (at_end ? text->len - length : 0), length);
      if (!has_letter (run))
        return TRUE;
      if (!is_symbol (run))
        return FALSE;
    }

  g_string_erase (text, at_end ? text->len - length : 0, length);
  if (*currency != NULL)
    return strcmp (*currency, run) == 0;

  *currency = g_steal_pointer (&run);
  return TRUE;
}

static gboolean
is_blank (const char *p)
{
  char kind = daybook_notation_kind (g_utf8_get_char (p));

  return kind == ' ' || kind == '\0';
}

static void
strip_blanks (GString *text)
{
  const char *last;

  while (text->len > 0 && is_blank (text->str))
    g_string_erase (text, 0, g_utf8_next_char (text->str) - text->str);

  while ((last = g_utf8_find_prev_char (text->str, text->str + text->len)) != NULL &&
         is_blank (last))
    g_string_truncate (text, last - text->str);
}

/* Takes a sign off the front; a second one is none. */
static gboolean
strip_sign (GString  *text,
            gboolean *negative,
            gboolean *signed_already)
{
  char sign;

  strip_blanks (text);
  sign = text->len > 0 ? daybook_notation_kind (g_utf8_get_char (text->str)) : '?';
  if (sign != '-' && sign != '+')
    return TRUE;
  if (*signed_already)
    return FALSE;

  *negative = sign == '-';
  *signed_already = TRUE;
  g_string_erase (text, 0, g_utf8_next_char (text->str) - text->str);
  strip_blanks (text);
  return TRUE;
}

/* The marks of the locale, each as daybook_notation_kind() calls it. */
static void
get_marks (char *decimal,
           char *grouping)
{
  static char known[DAYBOOK_LOCALE_LENGTH];
  static char known_decimal, known_grouping;
  static GMutex lock;
  char locale[DAYBOOK_LOCALE_LENGTH];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  daybook_text_locale (LC_MONETARY, locale);
  if (strcmp (known, locale) != 0)
    {
      UErrorCode status = U_ZERO_ERROR;
      UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
      UChar mark[8] = { '.' }, group[8] = { ',' };

      if (U_SUCCESS (status))
        {
          unum_getSymbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL, mark, 8, &status);
          unum_getSymbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL, group, 8, &status);
        }
      unum_close (format);
      known_decimal = daybook_notation_kind (mark[0]);
      known_grouping = daybook_notation_kind (group[0]);
      g_strlcpy (known, locale, sizeof known);
    }

  *decimal = known_decimal;
  *grouping = known_grouping;
}

/* Decides which separator of a number is its decimal mark and which one groups; 0 for none.
 * @number consists of classified characters. */
static gboolean
find_marks (const char *number,
            char       *mark,
            char       *group)
{
  const char *first = strpbrk (number, ".,' DG");
  const char *last = first;
  char decimal, grouping;

  *mark = *group = '\0';
  if (first == NULL)
    return TRUE;
  for (const char *p = first; p != NULL; p = strpbrk (p + 1, ".,' DG"))
    last = p;

  if (*last != *first)
    {
      *mark = *last;
      *group = *first;
      return strchr (".,D", *last) != NULL && strchr (number, *last) == last && *first != 'D';
    }

  get_marks (&decimal, &grouping);
  if (*last == 'D' || (last == first && *last == decimal))
    *mark = *last;
  else if (last != first || strchr (" 'G", *last) != NULL)
    *group = *last;
  else if (strlen (last + 1) != 3 || first == number || first - number > 3 || *number == '0')
    *mark = *last;
  else if (*last == grouping)
    *group = *last;
  else
    return FALSE;

  return TRUE;
}

/* @currency: (inout): what others of the same sum have with them; %NULL if none has anything */
static gboolean
to_neutral (const char  *typed,
            GString     *neutral,
            char       **currency)
{
  g_autoptr (GString) text = g_string_new (typed);
  g_autoptr (GString) number = g_string_new (NULL);
  gboolean negative = FALSE, signed_already = FALSE;
  char mark, group;

  if (!g_utf8_validate (typed, -1, NULL) || !strip_sign (text, &negative, &signed_already) ||
      !strip_currency (text, FALSE, currency) || !strip_sign (text, &negative, &signed_already) ||
      !strip_currency (text, TRUE, currency))
    return FALSE;

  strip_blanks (text);
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      char c = daybook_notation_kind (g_utf8_get_char (p));

      if (c == '?' || c == '+' || c == '-')
        return FALSE;
      if (c != '\0')
        g_string_append_c (number, c);
    }

  if (negative)
    g_string_append_c (neutral, '-');

  return find_marks (number->str, &mark, &group) &&
         daybook_notation_copy_digits (number->str, mark, group, neutral);
}

/* @currency: see to_neutral() */
static gboolean
parse_amount (const char      *text,
              DaybookDecimal  *decimal,
              char           **currency,
              GError         **error)
{
  g_autoptr (GString) neutral = g_string_new (NULL);
  g_autoptr (GError) refusal = NULL;

  if (!to_neutral (text, neutral, currency))
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER,
                           .field = "amount", .text = text);
  if (!daybook_decimal_parse (neutral->str, decimal, &refusal))
    return daybook_refuse (error, refusal->code, .field = "amount", .text = text);

  return TRUE;
}

/**
 * daybook_money_text_parse:
 * @text: what a person typed: `1.234,50`, `1,234.50`, `1 234,50`, `€ 12`, `−5 CHF`
 * @decimal: (out): the amount, whatever its currency; untouched on failure
 *
 * Returns: whether @text can mean only one number and 64 bits hold it; else a refusal in @error.
 */
gboolean
daybook_money_text_parse (const char      *text,
                          DaybookDecimal  *decimal,
                          GError         **error)
{
  g_autofree char *currency = NULL;

  return parse_amount (text, decimal, &currency, error);
}

/* Where the amount that @text begins with ends: at a sign that follows a digit, or at the end. */
static const char *
find_end (const char *text)
{
  gboolean has_digit = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      char c = daybook_notation_kind (g_utf8_get_char (text));

      if (has_digit && (c == '+' || c == '-'))
        return text;
      has_digit = has_digit || g_ascii_isdigit (c);
    }

  return text;
}

/**
 * daybook_money_text_parse_sum:
 * @text: what a person typed: an amount, or several: `12,50+3`, `100 − 2,50`
 * @decimal: (out): what they come to; untouched on failure
 *
 * Each amount is read as daybook_money_text_parse() does, and what it has with it in currencies is
 * the same.
 *
 * Returns: whether each can mean only one number and 64 bits hold the sum; else a refusal in
 *   @error.
 */
gboolean
daybook_money_text_parse_sum (const char      *text,
                              DaybookDecimal  *decimal,
                              GError         **error)
{
  g_autofree char *currency = NULL;
  const char *start = text;
  DaybookDecimal sum = { 0 };

  if (!g_utf8_validate (text, -1, NULL))
    return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_NOT_A_NUMBER,
                           .field = "amount", .text = text);

  do
    {
      const char *end = find_end (start);
      g_autofree char *one = g_strndup (start, end - start);
      DaybookDecimal amount;
      g_autoptr (GError) refusal = NULL;

      if (!parse_amount (one, &amount, &currency, &refusal))
        return daybook_refuse (error, refusal->code, .field = "amount", .text = text);
      if (!daybook_decimal_add (sum, amount, &sum))
        return daybook_refuse (error, DAYBOOK_REFUSAL_AMOUNT_TOO_LARGE,
                               .field = "amount", .text = text);
      start = end;
    }
  while (*start != '\0');

  *decimal = sum;
  return TRUE;
}

/**
 * daybook_money_text_mark:
 *
 * Returns: what the locale writes before the decimals of an amount: `.` or `,`; a point where it
 *   has a mark of its own.
 */
char
daybook_money_text_mark (void)
{
  char decimal, grouping;

  get_marks (&decimal, &grouping);

  return decimal == ',' ? ',' : '.';
}
