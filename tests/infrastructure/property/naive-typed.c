/* SPDX-FileCopyrightText: 2026 The Daybook developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the naive judge makes of a command's fields: texts, days, amounts, and whom they mean. */

#include <stdio.h>
#include <string.h>

#include "naive-judge.h"

/* How many decimals an amount may be typed with in any currency. */
enum { MAX_DECIMALS = 18 };

gboolean
fits_64_bits (Sum sum)
{
  return sum >= G_MININT64 && sum <= G_MAXINT64;
}

static gboolean
is_one_line (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029)
        return FALSE;
    }

  return TRUE;
}

/* A text without the blanks around it; NULL if nothing is left. */
const char *
stripped (const char *text)
{
  gsize length;
  g_autofree char *copy = NULL;

  while (text != NULL && *text == ' ')
    text++;
  for (length = text != NULL ? strlen (text) : 0; length > 0 && text[length - 1] == ' ';)
    length--;
  if (length == 0)
    return NULL;

  copy = g_strndup (text, length);
  return naive_intern (copy);
}

const char *
typed (Judge      *judge,
       const char *name,
       gboolean    needed)
{
  const char *value = ask_get (judge->ask, name);

  if (value != NULL && *value != '\0')
    return value;

  if (needed)
    MISTYPED (judge, FIELD_MISSING);
  return NULL;
}

const char *
text_field (Judge      *judge,
            const char *name,
            glong       max_length,
            gboolean    needed)
{
  const char *value = typed (judge, name, needed);

  if (value == NULL)
    return NULL;
  if (!is_one_line (value))
    MISTYPED (judge, TEXT_NOT_PLAIN);
  if (g_utf8_strlen (value, -1) > max_length)
    MISTYPED (judge, TEXT_TOO_LONG);

  value = stripped (value);
  if (value == NULL && needed)
    MISTYPED (judge, FIELD_MISSING);
  return value;
}

/* What a text is from now on that was @before: that if nothing is given, nothing for a dash. */
const char *
changed_field (Judge      *judge,
               const char *name,
               glong       max_length,
               const char *before)
{
  const char *value = text_field (judge, name, max_length, FALSE);

  if (value == NULL)
    return before;
  return strcmp (value, "-") == 0 ? NULL : value;
}

const char *
currency_field (Judge    *judge,
                gboolean  needed)
{
  static const char *const known[] = { "EUR", "JPY", "KWD", "USD", NULL };
  const char *value = typed (judge, "currency", needed);
  g_autofree char *upper = value != NULL ? g_ascii_strup (value, -1) : NULL;

  if (value != NULL && !g_strv_contains (known, upper))
    {
      MISTYPED (judge, CURRENCY_UNKNOWN);
      return "EUR";
    }
  return naive_intern (upper);
}

static gboolean
is_day (const char *text)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year, month, day, used = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10 ||
      text[10] != '\0' || year < 1 || month < 1 || month > 12 || day < 1)
    return FALSE;

  return day <= lengths[month - 1] + (month == 2 && year % 4 == 0 &&
                                      (year % 100 != 0 || year % 400 == 0));
}

/* The day that was chosen, or @otherwise: NULL if there must be one. */
const char *
date_field (Judge      *judge,
            const char *name,
            const char *otherwise)
{
  const char *value = typed (judge, name, FALSE);

  if (value != NULL && !is_day (value))
    {
      MISTYPED (judge, DATE_NOT_A_DAY);
      return naive_intern (judge->today);
    }
  return naive_intern (value != NULL ? value : otherwise);
}

/* One of up to three words; @otherwise where none is given. */
const char *
choice_field (Judge      *judge,
              const char *name,
              const char *first,
              const char *second,
              const char *third,
              const char *otherwise)
{
  const char *value = typed (judge, name, FALSE);

  if (value == NULL)
    return naive_intern (otherwise);
  if (strcmp (value, first) != 0 && strcmp (value, second) != 0 && g_strcmp0 (value, third) != 0)
    MISTYPED (judge, CHOICE_UNKNOWN);
  return naive_intern (value);
}

/* The number of an entry, 0 if none is given. */
guint64
entry_field (Judge *judge)
{
  const char *number = typed (judge, "entry", TRUE);

  if (number == NULL)
    return 0;
  if (strspn (number, "0123456789") != strlen (number) || strlen (number) > 18 ||
      g_ascii_strtoull (number, NULL, 10) == 0)
    {
      MISTYPED (judge, ENTRY_NOT_A_NUMBER);
      return 0;
    }

  if (g_ascii_strtoull (number, NULL, 10) > judge->ledger->entries->len)
    {
      BROKEN (judge, ENTRY_UNKNOWN);
      return 0;
    }

  return g_ascii_strtoull (number, NULL, 10);
}

Typed
amount_field (Judge      *judge,
              const char *name,
              gboolean    needed)
{
  const char *value = typed (judge, name, needed);
  Typed result = { .given = value != NULL };
  gboolean negative = value != NULL && *value == '-';
  const char *mark;

  if (value == NULL)
    return result;
  value += negative;
  mark = strchr (value, '.');
  if (strspn (value, "0123456789.") != strlen (value) || *value == '\0' || mark == value ||
      (mark != NULL && (mark[1] == '\0' || strchr (mark + 1, '.') != NULL)))
    {
      MISTYPED (judge, AMOUNT_NOT_A_NUMBER);
      return (Typed) { 0 };
    }

  result.decimals = mark != NULL ? strlen (mark + 1) : 0;
  for (; *value != '\0'; value++)
    if (*value != '.' && fits_64_bits (result.digits))
      result.digits = result.digits * 10 + (*value - '0');
  if (negative)
    result.digits = -result.digits;
  if (!fits_64_bits (result.digits) || result.decimals > MAX_DECIMALS)
    {
      MISTYPED (judge, AMOUNT_TOO_LARGE);
      return (Typed) { 0 };
    }

  return result;
}

/* Rules 10 and 12. */
gboolean
to_minor (Judge      *judge,
          Typed       amount,
          const char *currency,
          Sum        *minor)
{
  guint decimals = naive_currency_decimals (currency);
  Sum result = amount.digits;

  if (amount.decimals > decimals)
    {
      BROKEN (judge, AMOUNT_TOO_PRECISE);
      return FALSE;
    }
  for (guint i = amount.decimals; i < decimals; i++)
    result *= 10;
  if (!fits_64_bits (result))
    {
      BROKEN (judge, AMOUNT_TOO_LARGE);
      return FALSE;
    }

  *minor = result;
  return TRUE;
}

/* The digits of what can only be meant as an account's number, NULL for anything else. */
static char *
digits_of (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        g_string_append_c (digits, c);
      else if (c != ' ' && c != 0xa0)
        return NULL;
    }

  return digits->len > 0 ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

static int
find_by_number (Judge      *judge,
                const char *digits)
{
  guint rest = 0;
  int account;

  for (const char *p = digits; *p != '\0'; p++)
    rest = (rest * 10 + (*p - '0')) % 97;
  if (strlen (digits) != 10 || rest != 1)
    {
      BROKEN (judge, ACCOUNT_NUMBER_INVALID);
      return -1;
    }

  account = naive_ledger_find_account (judge->ledger, digits, NULL);
  if (account < 0)
    BROKEN (judge, ACCOUNT_UNKNOWN);
  return account;
}

/* The one account that somebody holds and that is open, or the one that is closed if none is. */
static int
find_by_person (Judge      *judge,
                const char *username)
{
  int person = naive_ledger_find_person (judge->ledger, username);
  int found[2] = { -1, -1 };
  guint n[2] = { 0, 0 };
  guint kind;

  if (person < 0)
    {
      BROKEN (judge, PERSON_UNKNOWN);
      return -1;
    }

  for (guint i = 0; i < judge->ledger->accounts->len; i++)
    if (naive_ledger_is_holder (judge->ledger, i, person))
      {
        kind = naive_ledger_is_closed (judge->ledger, i) ? 1 : 0;
        found[kind] = i;
        n[kind]++;
      }

  kind = n[0] > 0 ? 0 : 1;
  if (n[kind] == 0)
    BROKEN (judge, PERSON_WITHOUT_ACCOUNT);
  if (n[kind] > 1)
    BROKEN (judge, SEVERAL_ACCOUNTS);
  return n[kind] == 1 ? found[kind] : -1;
}

/* The account that is meant, -1 if none is. */
int
who_field (Judge      *judge,
           const char *name,
           gboolean    needed)
{
  const char *who = text_field (judge, name, MAX_WHO, needed);
  g_autofree char *digits = who != NULL ? digits_of (who) : NULL;
  int account;

  if (who == NULL)
    return -1;
  if (digits != NULL)
    return find_by_number (judge, digits);
  if (!g_str_has_prefix (who, "ref:"))
    return find_by_person (judge, who);

  account = naive_ledger_find_account (judge->ledger, NULL, who + strlen ("ref:"));
  if (account < 0)
    BROKEN (judge, REFERENCE_UNKNOWN);
  return account;
}

/* The person that is meant, -1 if none is. */
int
person_field (Judge      *judge,
              const char *name)
{
  gboolean of_open = strcmp (judge->ask->verb, "open") == 0;
  const char *username = text_field (judge, name, of_open ? MAX_WHO : MAX_KEY, TRUE);
  int person = username != NULL ? naive_ledger_find_person (judge->ledger, username) : -1;

  if (username != NULL && person < 0)
    BROKEN (judge, PERSON_UNKNOWN);
  return person;
}
